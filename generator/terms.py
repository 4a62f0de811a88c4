"""One way to compare words, for everything that searches or compares.

Full-width and half-width forms, the brackets that real tables print around a year
(〔〕 ﹝﹞ ［］ [] 【】), traditional and simplified characters and letter case are kept for display
and treated alike here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# Traditional characters of the words that catalogues use, each with its simplified one.
TRADITIONAL = str.maketrans(
    "並乾亞佈佔併來侷係俬倉個們備傢傳債傷僅僑價儘償優兒內兩冊別刪則創劃劇劍動務勞勢勵勸匯區協"
    "卻卽厤參員唸問啓啟單噹嚮嚴囌國圍園圖團埰執堅報場塊夠夾奬奮娛婦嬰學寀實寧審寫寶將專對導屆"
    "層屬崑崗嶺師帶幫幷幹幾庫廈廕廢廣廳張強彆彈彌彔彙彿後徑從復徵徹愛愷態慶憑應懞戲戶捨捲掛採"
    "揚換揮損搖搶撥擔據擬擴敎數斷於旂昇時暢暫曆曉曏書會朮東査條棄棗棲業榦構樂樑標樣樹橋機橫檔"
    "檢檯欄權歷歸殘氣氾汎汙決沒況洩減測準溝溫滄滙滾滿漢潛濛濟瀏瀰灣災為無熱營爭爲爾牀牽狀獎獨"
    "獲現環產産畢異當疇療發盡監盤眞眾睏矇確碼礎礙礦祕祿稅種稱積穩穫竪筆箇節範篩簡簽籌籤粵糰糾"
    "紀約紅納紙級細紹終組結絕絡給統絶經綜綠綫維網緊緑線編緩練緻縣縮總績織繫繳繼續纍纔罰羅羣義"
    "習聞聯聲職聽脩脫腳臨臺與興舉舊舘荊莊華萬葯蒐蓆蓋蔘蔭藍藝藥蘇處虛號衆術衕衚衛袷裏補裝裡製"
    "複褲覈見規視親覺覽訂計訊討訓託記訟訪設許訴註証評詞詢試詮話該詳誌認語誤說説誰調請論諮講謹"
    "證識譟議護讀變讓谿豎豐負財貧貫責費貼貿賃資質賬購賽贈贛踰車軌軍軟較載輔輛輟輪輯輸輻輿轄轉"
    "辦農迴逕這連週進遊運過達違遞遠適遲遷選遺還邊郵鄉醫釋釦銀銅銜銷錄錦錨錯録錶鍵鎭鎮鏈鑑鑒長"
    "門閉開閑閒間閣閤閩閱閲闆關陝陞陣陳陽隊階際隨險隱隻雙雜離難雲電靈鞏鞦韆響頁項須預頒領頭頻"
    "題額顏顔願類顯風颱飲養餘館饋駛驗驟體髮鬍鬚麪麫麯麴麵麼麽黃點黨鼕齊齡齣龍枱著衞衹",
    "并干亚布占并来局系私仓个们备家传债伤仅侨价尽偿优儿内两册别删则创划剧剑动务劳势励劝汇区协"
    "却即历参员念问启启单当向严苏国围园图团采执坚报场块够夹奖奋娱妇婴学采实宁审写宝将专对导届"
    "层属昆岗岭师带帮并干几库厦荫废广厅张强别弹弥录汇佛后径从复征彻爱恺态庆凭应蒙戏户舍卷挂采"
    "扬换挥损摇抢拨担据拟扩教数断于旗升时畅暂历晓向书会术东查条弃枣栖业干构乐梁标样树桥机横档"
    "检台栏权历归残气泛泛污决没况泄减测准沟温沧汇滚满汉潜蒙济浏弥湾灾为无热营争为尔床牵状奖独"
    "获现环产产毕异当畴疗发尽监盘真众困蒙确码础碍矿秘禄税种称积稳获竖笔个节范筛简签筹签粤团纠"
    "纪约红纳纸级细绍终组结绝络给统绝经综绿线维网紧绿线编缓练致县缩总绩织系缴继续累才罚罗群义"
    "习闻联声职听修脱脚临台与兴举旧馆荆庄华万药搜席盖参荫蓝艺药苏处虚号众术同胡卫夹里补装里制"
    "复裤核见规视亲觉览订计讯讨训托记讼访设许诉注证评词询试诠话该详志认语误说说谁调请论咨讲谨"
    "证识噪议护读变让溪竖丰负财贫贯责费贴贸赁资质账购赛赠赣逾车轨军软较载辅辆辍轮辑输辐舆辖转"
    "办农回径这连周进游运过达违递远适迟迁选遗还边邮乡医释扣银铜衔销录锦锚错录表键镇镇链鉴鉴长"
    "门闭开闲闲间阁合闽阅阅板关陕升阵陈阳队阶际随险隐只双杂离难云电灵巩秋千响页项须预颁领头频"
    "题额颜颜愿类显风台饮养余馆馈驶验骤体发胡须面面曲曲面么么黄点党冬齐龄出龙台着卫只",
)
_SIGNS = str.maketrans(
    dict.fromkeys("[［【﹝(（", "〔")
    | dict.fromkeys("]］】﹞)）", "〕")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
)
_MARKS = str.maketrans("<>《》", "〈〉〈〉")
_BLANK = re.compile(r"\s+")


def exchanged() -> Iterator[tuple[str, str]]:
    """Yield each character that is exchanged, and what stands in its place."""
    for one, other in TRADITIONAL.items():
        yield chr(one), chr(other)


@lru_cache(maxsize=50_000)
def compared(text: str) -> str:
    """Return *text* as search compares it: NFKC, simplified, lower case, brackets around years and
    dashes alike; blanks stay."""
    plain = unicodedata.normalize("NFKC", text).lower().translate(TRADITIONAL)
    return plain.translate(_SIGNS)


def folded(text: str) -> str:
    """Return *text* as it is compared: NFKC, simplified, lower case, without blanks."""
    plain = unicodedata.normalize("NFKC", text).translate(TRADITIONAL)
    return _BLANK.sub("", plain).lower()


@lru_cache(maxsize=20_000)  # the same few acts are named by thousands of items
def law_title(text: str) -> str:
    """Return the title of a law as it is compared: without 《》 and without the country's name.

    Marks within it are 〈〉: 关于印发《…》的通知 is cited as 《关于印发〈…〉的通知》.
    """
    bare = folded(text).strip("《》").removeprefix("中华人民共和国")
    return bare.translate(_MARKS)


@lru_cache(maxsize=20_000)
def document_number(text: str) -> str:
    """Return a 文号 or a unified number as it is compared, whichever brackets and dashes its author
    typed, and whether an order (国务院令) was named in full or in short (国令)."""
    number = folded(text).translate(_SIGNS).removeprefix("中华人民共和国")
    return f"国务院{number[1:]}" if number.startswith("国令") else number
