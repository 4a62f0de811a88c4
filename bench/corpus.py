"""A seed and a number to a site of that many entries, the same bytes on every machine.

Each unit draws from a generator seeded with its own id, so that the first units of a large site
are those of a small one, and nothing depends on the clock, on the order of a set or on the file
system.  The laws and the words of the vocabularies are real; every body and every entry is made
up.  One entry in twenty is written in traditional characters.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

Value = str | Sequence["Value"] | Mapping[str, "Value"]
Record = dict[str, Value]

ENTRIES_OF_UNIT = 40
TRADITIONAL = 20  # one entry in so many

# -- what there is to disclose -------------------------------------------------------------------

# id|field|cluster|department that leads|group:topic,topic;…|laws
FIELDS = """
zhongda-jianshe-xiangmu|重大建设项目||fagai|项目审批:项目建议书,可行性研究报告,初步设计概算;项目实施:施工许可,工程质量安全,竣工验收|law-zhengfu-touzi,law-qiye-touzi
gonggong-ziyuan-jiaoyi|公共资源交易|公共资源交易|fagai|工程建设:招标公告,评标结果,合同履行;政府采购:采购意向,中标成交结果,采购合同|law-zhaobiao,law-caigou
yiwu-jiaoyu|义务教育|义务教育|jiaoyu|招生入学:学区划分,随迁子女入学,招生计划;学生管理:学籍变动,营养改善计划,学生资助|law-yiwu-jiaoyu,law-weichengnianren
huji-guanli|户籍管理||gongan|户口登记:出生登记,户口迁移,姓名变更;证件办理:居民身份证,居住证|law-hukou,law-juzhuzheng
shehui-jiuzhu|社会救助||minzheng|基本生活救助:最低生活保障,特困人员供养;专项救助:临时救助,医疗救助|law-gongkai
yanglao-fuwu|养老服务||minzheng|机构管理:养老机构备案,养老服务质量评估;补贴发放:高龄津贴,护理补贴|law-laonianren
gonggong-falv-fuwu|公共法律服务||sifa|法律援助:法律援助申请,律师值班服务;调解公证:人民调解,公证事项|law-falv-yuanzhu
caizheng-yujuesuan|财政预决算||caizheng|政府预算:一般公共预算,政府性基金预算,地方政府债务;部门预算:部门预算说明,三公经费|law-yusuan,law-yusuan-tiaoli
jiuye|就业||renshe|就业服务:岗位信息,职业培训,创业扶持;就业援助:就业困难人员认定,公益性岗位|law-jiuye
shehui-baoxian|社会保险||renshe|参保登记:职工参保登记,城乡居民参保;待遇支付:养老保险待遇,工伤认定|law-shehui-baoxian,law-shebao-jingban
chengxiang-guihua|城乡规划||ziran|规划编制:控制性详细规划,村庄规划;规划许可:建设用地规划许可,建设工程规划许可|law-chengxiang-guihua
jiti-tudi-zhengshou|农村集体土地征收|征地补偿|ziran|征收准备:土地征收预公告,土地现状调查,补偿安置方案;征收实施:征地批准文件,补偿费用支付|law-tudi,law-tudi-tiaoli
shengtai-huanjing|生态环境||huanjing|行政许可:环境影响评价,排污许可;环境质量:空气质量,饮用水水源水质|law-gongkai
fangwu-zhengshou|国有土地上房屋征收与补偿|拆迁安置|zhujian|征收决定:征收补偿方案,房屋调查登记;评估补偿:房屋价值评估,分户补偿情况|law-fangwu-zhengshou
baozhangxing-zhufang|保障性住房|保障性住房|zhujian|申请审核:公共租赁住房申请,住房保障资格;配租管理:轮候对象,配租分配,租金收缴|law-gongzufang
weifang-gaizao|农村危房改造|农村危房改造|zhujian|对象认定:危房改造对象,房屋安全鉴定;实施验收:补助资金,改造竣工验收|law-gongkai
chengshi-zonghe-zhifa|城市综合执法||chengguan|执法依据:市容环境卫生处罚,违法建设查处;执法监督:执法人员名录,城管投诉举报|law-chufa
shizheng-fuwu|市政服务||chengguan|公用事业:供水报装,燃气经营许可;市政设施:道路挖掘许可,路灯养护|law-daolu,law-ranqi
shenong-butie|涉农补贴||nongye|种植补贴:耕地地力保护补贴,种粮农民补贴;农机补贴:农机购置补贴,农业保险保费补贴|law-gongkai
gonggong-wenhua|公共文化服务||wenhua|设施开放:公共图书馆开放,文化馆免费开放;文化遗产:非物质文化遗产项目,文物保护单位|law-gongkai
yiliao-weisheng|医疗卫生||weijian|卫生许可:医疗机构执业登记,公共场所卫生许可;公共卫生:预防接种,传染病防控|law-gongkai,law-xuke
anquan-shengchan|安全生产||yingji|监督检查:安全生产检查计划,重大事故隐患;事故处理:生产安全事故调查,应急预案|law-tufa
jiuzai|救灾|扶贫救灾|yingji|灾前准备:灾害预警,应急避难场所;灾后救助:灾情核定,救灾款物分配,倒损住房重建|law-zaihai,law-tufa
shipin-yaopin|食品药品监管||shichang|许可信息:食品经营许可,药品零售许可;监管信息:食品抽检结果,餐饮单位检查|law-xuke,law-chufa
shuishou-guanli|税收管理||shuiwu|纳税服务:办税指南,税收优惠政策;税收征管:欠税公告,非正常户认定|law-gongkai
fupin|扶贫|扶贫救灾|nongye|对象识别:防止返贫监测对象,帮扶对象退出;项目资金:衔接资金项目,项目库建设|law-gongkai
"""

# department|its name behind that of the place
DEPARTMENTS = """
fagai|发展和改革局
jiaoyu|教育局
gongan|公安局
minzheng|民政局
sifa|司法局
caizheng|财政局
renshe|人力资源和社会保障局
ziran|自然资源局
huanjing|生态环境局
zhujian|住房和城乡建设局
chengguan|城市管理局
nongye|农业农村局
wenhua|文化旅游局
weijian|卫生健康局
yingji|应急管理局
shichang|市场监督管理局
shuiwu|税务局
"""
TOWN_FIELDS = (
    "shehui-jiuzhu", "weifang-gaizao", "jiti-tudi-zhengshou", "jiuzai", "shenong-butie", "fupin",
)  # fmt: skip
TOWNS = 6  # of each county

# aspect|categories|stages|elements|event the clock starts from
ASPECTS = """
政策文件|决策|发布+解读|有关{topic}的法律、法规和规章,本级制发的规范性文件,文件名称、文号和全文,政策解读材料|文件印发
征求意见|决策|发布+回应|{topic}方案草案和起草说明,征求意见的起止时间和提交方式,意见采纳情况和不采纳的理由|征求意见结束
实施方案|决策+执行|发布+解读|{topic}的目标任务和工作步骤,责任分工和完成时限,保障措施,联系人和联系电话|方案批准
办事指南|服务|发布|办理依据和受理条件,申请材料目录和示范文本,办理程序和法定时限,收费依据和标准,受理窗口和咨询电话|信息形成或者变更
受理情况|执行+服务|发布|受理编号和受理时间,办理进度,需要补正的材料清单|受理申请
审核公示|执行|发布+回应|符合条件的名单（隐去个人隐私）,公示的起止时间,异议的受理方式和处理结果|审核通过
审批结果|结果|发布|决定书文号和决定日期,申请单位名称,审批内容和有效期限,审批机关|作出决定
进展情况|执行|发布|阶段性进展和完成比例,存在的问题和改进措施,下一步工作安排|阶段任务完成
监督检查|管理|发布|检查计划和抽查事项清单,检查方式和频次,检查结果和整改要求,复查情况|检查结束
行政处罚|管理+结果|发布|处罚依据和裁量基准,处罚决定书文号,违法事实和处罚内容,救济渠道|处罚决定作出
资金使用|管理+结果|发布|资金来源和分配依据,项目名称和补助标准,支出进度和绩效评价结果,审计发现问题的整改情况|资金分配结果确定
咨询投诉|服务|回应|咨询和投诉的渠道,受理部门和办公时间,答复的程序和期限,常见问题及其答复|收到投诉
"""
QUALIFIERS = (
    "", "", "", "", "", "", "年度", "季度", "重点领域", "跨区域", "基层", "专项", "本级", "联合",
)  # fmt: skip
ORDINARY_LIMIT = "自信息形成或者变更之日起20个工作日内"
LIMITS = (
    "自{event}之日起{n}个工作日内",
    "自{event}之日起{n}个工作日内，法律、法规另有规定的，从其规定",
    "{event}后{n}个工作日内公开；公示不少于{m}个工作日",
    "每年公布1次；变更的，自变更之日起{n}个工作日内",
    "每季度至少公布1次",
    "长期公开，内容变更的及时更新",
    "{event}后及时公开，最迟不超过{n}个工作日",
    "公示期不少于{m}日；结果自{event}之日起{n}个工作日内",
)
ELEMENTS = (
    "{topic}的负责机构和岗位职责", "{topic}{qualifier}台账和更新时间", "{topic}的工作流程图",
    "上一期{topic}的办理数量和办结率", "{topic}的第三方评价和群众满意度",
    "{topic}的监督电话和举报邮箱",
)  # fmt: skip
GROUPS_OF_PEOPLE = (
    "申请人", "被征收人", "困难家庭", "老年人", "适龄儿童、少年的监护人", "项目单位", "村民代表",
    "参保人员", "随迁人员",
)  # fmt: skip
REMARKS = (
    "公开内容不含身份证件号码、住址、联系方式和银行账号。",
    "涉及国家秘密、商业秘密和个人隐私的内容依法不予公开。",
    "由牵头单位统一发布，各配合单位在本单位栏目同步链接。",
    "历史数据自上线之日起保留三年，确需延长的另行说明。",
    "乡镇的信息由县级部门汇总后公开，村级在公示栏张贴。",
)
CHANNELS = (
    ("政府网站", "government-website"), ("政府公报", "government-gazette"),
    ("两微一端", "social-media-and-app"), ("发布会/听证会", "press-conference-and-hearing"),
    ("广播电视", "radio-and-television"), ("纸质媒体", "print-media"),
    ("公开查阅点", "reading-point"), ("政务服务中心", "government-service-centre"),
    ("便民服务站", "convenience-service-station"), ("入户/现场", "household-visit-and-on-site"),
    ("社区/企事业单位/村公示栏(电子屏)", "notice-board"), ("精准推送", "targeted-delivery"),
    ("其他", "other"),
)  # fmt: skip
LOCAL_CHANNELS = (
    ("征地信息公开平台", "land-requisition-platform"),
    ("公共资源交易平台", "public-resource-trading-platform"),
    ("投资项目在线审批监管平台", "investment-approval-platform"),
    ("信用中国网站", "credit-china"), ("办税服务厅", "tax-service-hall"),
    ("国家企业信用信息公示系统", "enterprise-credit-publicity-system"),
)  # fmt: skip
LEVELS = (("市级", "city"), ("县级", "county"), ("乡级", "township"), ("村级", "village"))

# id|title|number|edition|effective|last article
LAWS = """
law-gongkai|中华人民共和国政府信息公开条例|国务院令第711号|2019年修订|2019-05-15|56
law-xuke|中华人民共和国行政许可法||2019年修正|2019-04-23|83
law-chufa|中华人民共和国行政处罚法||2021年修订|2021-07-15|86
law-zhengfu-touzi|政府投资条例|国务院令第712号||2019-07-01|39
law-qiye-touzi|企业投资项目核准和备案管理条例|国务院令第673号||2017-02-01|24
law-zhaobiao|中华人民共和国招标投标法实施条例|国务院令第613号|2019年修订|2019-03-02|84
law-caigou|中华人民共和国政府采购法||2014年修正|2014-08-31|88
law-yiwu-jiaoyu|中华人民共和国义务教育法||2018年修正|2018-12-29|63
law-weichengnianren|中华人民共和国未成年人保护法||2024年修正|2024-04-26|132
law-hukou|中华人民共和国户口登记条例|||1958-01-09|24
law-juzhuzheng|居住证暂行条例|国务院令第663号||2016-01-01|23
law-laonianren|中华人民共和国老年人权益保障法||2018年修正|2018-12-29|85
law-falv-yuanzhu|中华人民共和国法律援助法|||2022-01-01|71
law-yusuan|中华人民共和国预算法||2018年修正|2018-12-29|101
law-yusuan-tiaoli|中华人民共和国预算法实施条例|国务院令第729号|2020年修订|2020-10-01|97
law-jiuye|中华人民共和国就业促进法||2015年修正|2015-04-24|69
law-shehui-baoxian|中华人民共和国社会保险法||2018年修正|2018-12-29|98
law-shebao-jingban|社会保险经办条例|国务院令第765号||2023-12-01|63
law-chengxiang-guihua|中华人民共和国城乡规划法||2019年修正|2019-04-23|70
law-tudi|中华人民共和国土地管理法||2019年修正|2020-01-01|87
law-tudi-tiaoli|中华人民共和国土地管理法实施条例|国务院令第743号|2021年修订|2021-09-01|67
law-fangwu-zhengshou|国有土地上房屋征收与补偿条例|国务院令第590号||2011-01-21|35
law-gongzufang|公共租赁住房管理办法|住房和城乡建设部令第11号||2012-07-15|39
law-ranqi|城镇燃气管理条例|国务院令第583号|2016年修订|2016-02-06|55
law-daolu|城市道路管理条例|国务院令第198号|2019年修订|2019-03-24|45
law-zaihai|自然灾害救助条例|国务院令第577号|2019年修订|2019-03-02|35
law-tufa|中华人民共和国突发事件应对法||2024年修订|2024-11-01|106
"""

# Pairs of a simplified and its traditional character, for the words above and no others; words in
# which a character has another traditional form stand before them.
_WORDS = {"批准": "批准", "核准": "核准", "联系": "聯繫"}
_PAIRS = (
    "内內与與专專业業两兩个個临臨举舉义義乡鄉书書于於产產从從价價众眾优優会會传傳伤傷体體债債"
    "偿償儿兒关關养養农農决決况況准準划劃创創别別办辦务務动動区區医醫华華单單卫衛厅廳历歷县縣"
    "参參发發变變台臺号號后後听聽员員响響国國图圖场場处處复復头頭学學实實审審对對层層岗崗师師"
    "帮幫库庫应應开開异異张張录錄征徵态態总總户戶执執护護报報损損据據数數时時暂暫机機权權条條"
    "来來构構标標检檢气氣汇匯测測济濟满滿灯燈灾災点點状狀环環现現电電疗療监監码碼确確种種称稱"
    "税稅粮糧级級纳納纸紙线線细細经經结結统統绩績综綜编編缴繳网網罚罰职職联聯范範药藥营營衔銜"
    "补補装裝见見规規视視计計订訂认認训訓议議记記许許设設证證评評识識诉訴话話询詢详詳说說请請"
    "读讀调調负負财財责責账賬质質贫貧购購贴貼费費资資轮輪迁遷过過进進违違适適遗遺邮郵采採鉴鑒"
    "银銀链鏈镇鎮长長门門问問间間阅閱阶階险險随隨隐隱难難项項预預领領频頻题題饮飲馆館验驗骤驟"
    "龄齡"
)
_TRADITIONAL = str.maketrans(dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)))
_TRANSLATED = ("name", "group", "subgroup", "content", "time_limit", "audience", "remarks")


def traditional(text: str) -> str:
    """Return *text* in traditional characters, as far as the words of this module go."""
    parts = re.split(f"({'|'.join(_WORDS)})", text)
    return "".join(_WORDS.get(part) or part.translate(_TRADITIONAL) for part in parts)


# -- the records ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Area:
    """A field with what there is to disclose in it: topics as (group, topic)."""

    id: str
    name: str
    cluster: str
    department: str
    topics: tuple[tuple[str, str], ...]
    laws: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aspect:
    """One side of a topic that is disclosed."""

    name: str
    categories: list[str]
    stages: list[str]
    elements: tuple[str, ...]
    event: str


@dataclass(frozen=True, slots=True)
class Body:
    """A unit, and the fields in which it publishes."""

    id: str
    name: str
    level: str
    kind: str
    parent: str
    areas: tuple[Area, ...]


def _rows(table: str) -> Iterator[list[str]]:
    return (line.split("|") for line in table.split("\n") if line)


def _area(id: str, name: str, cluster: str, department: str, topics: str, laws: str) -> Area:
    groups = (group.partition(":") for group in topics.split(";"))
    pairs = tuple((group, topic) for group, _, named in groups for topic in named.split(","))
    return Area(id, name, cluster, department, pairs, tuple(laws.split(",")))


AREAS = tuple(_area(*row) for row in _rows(FIELDS))
_ASPECTS = tuple(
    Aspect(name, categories.split("+"), stages.split("+"), tuple(elements.split(",")), event)
    for name, categories, stages, elements, event in _rows(ASPECTS)
)
_LAWS = {row[0]: row for row in _rows(LAWS)}


def bodies() -> Iterator[Body]:
    """Yield units without end: the city and its departments, then county after county."""
    yield Body("shi", "示范市人民政府", "市级", "人民政府", "", AREAS)
    yield from _departments("shi", "示范市", "市级")
    first, second = "启弘云金墨鹤澄兰晓青丹文", "溪川禾林岭泽原屏泉台"
    counties = [f"{a}{b}县" for b in second for a in first]
    for number, name in enumerate(counties):
        id = f"xian-{number + 1:03d}"
        yield Body(id, f"{name}人民政府", "县级", "人民政府", "shi", AREAS)
        yield from _departments(id, name, "县级")
        own = tuple(area for area in AREAS if area.id in TOWN_FIELDS)
        for town in range(TOWNS):
            called = f"{second[(number + town) % 10]}{'头桥湾畔坪口'[town]}镇"
            yield Body(
                f"{id}-zhen-{town + 1}", f"{name}{called}人民政府", "乡级", "乡镇", id, own
            )  # fmt: skip


def _departments(place: str, name: str, level: str) -> Iterator[Body]:
    for id, title in _rows(DEPARTMENTS):
        own = tuple(area for area in AREAS if area.department == id)
        yield Body(f"{place}-{id}", f"{name}{title}", level, "工作部门", place, own)


def unit_record(body: Body, number: int) -> Record:
    """Return a unit with posts and contacts that cannot exist."""
    return {
        "id": body.id,
        "name": body.name,
        "short_name": body.name.removesuffix("人民政府"),
        "level": body.level,
        "kind": body.kind,
        **({"parent": body.parent, "guided_by": body.parent} if body.parent else {}),
        "code": f"1199990{number:011d}",
        "leader": "党组成员、副局长（分管政务公开）",
        "office": f"{body.name}办公室（政务公开股）",
        "address": f"示范市政务路{number}号",
        "hours": "工作日8:30至12:00，14:30至17:30",
        "phone": f"0000-{number:07d}",
        "email": f"{body.id}@shifan.example",
        "postcode": "000000",
        "briefings": [
            {"date": f"2026-0{number % 9 + 1}-1{number % 7}", "topic": "听取政务公开工作情况汇报"}
        ],
    }


def duty_records(body: Body) -> list[Record]:
    """Return the duties of a unit, two for each of its first fields."""
    return [
        {
            "id": f"duty-{body.id}-{number}",
            "list": ("权责清单", "公共服务事项清单")[number % 2],
            "name": f"{area.name}的{('监督管理', '办理服务')[number % 2]}",
            "unit": body.id,
            "basis": [{"title": _LAWS[area.laws[0]][1]}],
        }
        for number, area in enumerate(area for area in body.areas[:3] for _ in range(2))
    ]


def entry_records(body: Body, first: int, count: int, seed: int) -> list[Record]:
    """Return the entries of a unit; *first* is the number of its first one in the whole site."""
    random = Random(f"{seed}/{body.id}")
    topics = [(area, *topic) for area in body.areas for topic in area.topics]
    start = random.randrange(len(topics))
    records = []
    for number in range(count):
        area, group, topic = topics[(start + number // 4) % len(topics)]
        record = _entry(body, number, area, group, topic, random)
        if (first + number) % TRADITIONAL == TRADITIONAL - 1:
            record |= {key: _translated(record[key]) for key in _TRANSLATED if key in record}
        records.append(record)
    return records


def _entry(body: Body, number: int, area: Area, group: str, topic: str, random: Random) -> Record:
    aspect = random.choice(_ASPECTS)
    words = {"topic": topic, "event": aspect.event, "n": random.choice((3, 5, 7, 10, 15, 20))}
    limit = ORDINARY_LIMIT if random.random() < 0.5 else random.choice(LIMITS)
    said = limit.format(**words, m=random.choice((3, 5, 7, 10, 15)))
    qualifier = random.choice(QUALIFIERS)
    elements = (*aspect.elements, *random.sample(ELEMENTS, random.randint(0, 3)))
    record: Record = {
        "id": f"{body.id}-{number + 1:03d}",
        "number": str(number + 1),
        "group": group,
        "name": f"{qualifier}{topic}{aspect.name}",
        "field": area.id,
        "category": aspect.categories,
        "stage": aspect.stages,
        "content": [element.format(**words, qualifier=qualifier) for element in elements],
        "basis": [_basis(id, random) for id in dict.fromkeys((*area.laws, "law-gongkai"))],
        "subject": _subject(body, random),
        "time_limit": said,
        "method": "依申请公开" if random.random() < 0.03 else "主动公开",
        "channels": _channels(area, random),
        "audience": _audience(random),
        "level": _levels(body),
        "duties": [f"duty-{body.id}-{body.areas.index(area) * 2 % 6 + number % 2}"]
        if body.areas.index(area) < 3
        else [],
    }
    return {key: value for key, value in (record | _rarely(body, number, random)).items() if value}


def _basis(id: str, random: Random) -> Record:
    _, title, number, _, _, last = _LAWS[id]
    basis: Record = {"title": title}
    if number:
        basis["number"] = number
    if random.random() < 0.7:
        basis["article"] = f"第{_numeral(random.randint(1, int(last)))}条"
    return basis


def _numeral(n: int) -> str:
    """Return *n* (1 to 199) in Chinese numerals, as articles are counted."""
    digits = "零一二三四五六七八九"
    hundred, rest = divmod(n, 100)
    tens, ones = divmod(rest, 10)
    text = "一百" if hundred else ""
    if tens:
        text += ("" if tens == 1 and not hundred else digits[tens]) + "十"
    elif hundred and ones:
        text += "零"
    return text + (digits[ones] if ones else "")


def _subject(body: Body, random: Random) -> list[Value]:
    """Return the unit, sometimes with the one above it or with a body that is no unit here."""
    beside: list[Value] = []
    if body.parent and random.random() < 0.15:
        beside.append(body.parent)
    if random.random() < 0.01:
        beside.append({"name": "各村（居）民委员会"})
    return [body.id, *beside]


def _channels(area: Area, random: Random) -> list[Value]:
    names = [name for name, _ in CHANNELS[:-1]]
    chosen: list[Value] = ["政府网站", *random.sample(names[1:], random.randint(0, 4))]
    if area.id == "jiti-tudi-zhengshou":
        chosen.append("征地信息公开平台")
    if random.random() < 0.05:
        chosen.append({"其他": "村务公开栏和村民微信群"})
    return chosen


def _audience(random: Random) -> Value:
    if random.random() < 0.85:
        return "全社会"
    return {"特定群体": random.choice(GROUPS_OF_PEOPLE)}


def _levels(body: Body) -> list[str]:
    return {"市级": ["市级", "县级"], "县级": ["县级"], "乡级": ["乡级", "村级"]}[body.level]


def _rarely(body: Body, number: int, random: Random) -> Record:
    """Return what only some rows of a real table have, or lack."""
    found: Record = {}
    if random.random() < 0.2:
        found["remarks"] = random.choice(REMARKS)
    if random.random() < 0.1:
        found["subgroup"] = f"第{_numeral(random.randint(1, 9))}批"
    if random.random() < 0.1:
        found["extra"] = {"责任科室": f"政务公开股{random.randint(1, 9)}室", "更新周期": "按季"}
    if random.random() < 0.3:
        found["effective"] = f"202{random.randint(0, 5)}-{random.randint(1, 12):02d}-15"
    if random.random() < 0.02:
        found["basis"] = ""
    if random.random() < 0.01:
        found["ended"] = "2025-06-30"
    if number and random.random() < 0.01:
        found["superseded_by"] = f"{body.id}-001"
    return found


def _translated(value: Value) -> Value:
    if isinstance(value, str):
        return value if value == "全社会" else traditional(value)
    if isinstance(value, Mapping):
        return {key: _translated(one) for key, one in value.items()}
    return [_translated(one) for one in value]


def field_record(area: Area, number: int, leads: bool) -> Record:
    """Return a field; *leads* tells whether the department that leads it is in the site."""
    return {
        "id": area.id,
        "name": area.name,
        "order": str(number),
        **({"cluster": area.cluster} if area.cluster else {}),
        **({"lead": f"shi-{area.department}"} if leads else {}),
        "description": f"{'、'.join(topic for _, topic in area.topics)}等信息。",
    }


def law_records() -> list[Record]:
    """Return the register of laws."""
    keys = ("id", "title", "number", "edition", "effective", "articles")
    records = []
    for row in _LAWS.values():
        record: Record = {key: value for key, value in zip(keys, row, strict=True) if value}
        record |= {"articles": f"1-{row[-1]}", "source": "国家法律法规数据库"}
        records.append(record)
    return records


def vocabulary_records() -> list[Record]:
    """Return the two vocabularies."""
    channels: list[Record] = [{"name": name, "slug": slug} for name, slug in CHANNELS]
    local: list[Record] = [{"name": n, "slug": slug, "local": "yes"} for n, slug in LOCAL_CHANNELS]
    levels: list[Record] = [{"name": name, "slug": slug} for name, slug in LEVELS]
    return [
        {"id": "channels", "title": "公开渠道和载体", "values": channels + local},
        {"id": "levels", "title": "公开层级", "values": levels},
    ]


CONFIG: Record = {
    "name": "示范市政务公开标准目录（性能测试）",
    "organ": "示范市人民政府",
    "address": "https://www.shifan.example/zwgk/",
    "summary": "程序生成的网站，只用于测量生成所需的时间和内存。",
    "demonstration": "yes",
    "as_of": "2026-11-23",
    "page_size": "50",
    "government": {
        "site_name": "示范市人民政府",
        "site_domain": "www.shifan.example",
        "site_code": "0000000000",
        "keywords": ["政务公开", "标准目录", "五公开"],
    },
    "footer": {"sponsor": "示范市人民政府", "phone": "0000-0000001", "postcode": "000000"},
    "calendar": {
        "confirmed_through": "2026-12-31",
        "source": "国务院办公厅关于2026年部分节假日安排的通知",
    },
    "navigation": [
        {"title": "政府信息公开指南", "page": "guide.html"},
        {"title": "法定主动公开内容", "page": "catalogue/index.html"},
        {"title": "法规登记", "page": "laws/index.html"},
    ],
}
GUIDE = """---
id: guide
title: 政府信息公开指南
column: 政府信息公开指南
published: 2026-01-15
source: 示范市人民政府办公室
summary: 程序生成的网站，只用于测量。
---

## 公开的范围

本站的单位和事项都是编造的，见[标准目录](catalogue/index.html)。

## 依据

法律、法规的名称是真实的，见[法规登记](laws/index.html)。
"""


# -- records to files ----------------------------------------------------------------------------


def site(entries: int, *, layout: str, seed: int) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of a site with that many entries.

    Args:
        entries: How many; units follow, one for every 40.

        layout: ``many``: one file of entries for each unit; ``one``: one file for each record.

        seed: Another seed gives another site of the same shape.
    """
    yield "config.yaml", yaml(CONFIG)
    yield "content/pages/guide.md", GUIDE
    for record in vocabulary_records():
        yield f"catalogue/vocabularies/{record['id']}.yaml", yaml(record)
    units = -(-entries // ENTRIES_OF_UNIT)
    chosen = [body for body, _ in zip(bodies(), range(units), strict=False)]
    if len(chosen) < units:
        raise ValueError(f"no more than {len(chosen) * ENTRIES_OF_UNIT} entries")
    ids = {body.id for body in chosen}
    fields = [
        field_record(area, number, leads=f"shi-{area.department}" in ids)
        for number, area in enumerate(AREAS, 1)
    ]
    yield from _files("fields", "fields", fields, layout)
    yield from _files("laws", "laws", law_records(), layout)
    for number, body in enumerate(chosen):
        first = number * ENTRIES_OF_UNIT
        count = min(ENTRIES_OF_UNIT, entries - first)
        yield from _files("units", body.id, [unit_record(body, number + 1)], layout)
        yield from _files("duties", body.id, duty_records(body), layout)
        yield from _files("entries", body.id, entry_records(body, first, count, seed), layout)


def _files(kind: str, name: str, records: list[Record], layout: str) -> Iterator[tuple[str, str]]:
    if layout == "many":
        yield f"catalogue/{kind}/{name}.yaml", yaml({kind: records})
        return
    for record in records:
        yield f"catalogue/{kind}/{name}/{record['id']}.yaml", yaml(record)


_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~0-9][^:#\n]*")


def yaml(value: Value) -> str:
    """Return *value* as YAML in the form in which authors write it."""
    return "".join(f"{line}\n" for line in _lines(value, ""))


def _lines(value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, below in value.items():
            if isinstance(below, str):
                yield f"{indent}{key}: {_scalar(below)}"
            else:
                yield f"{indent}{key}:"
                yield from _lines(below, f"{indent}  ")
        return
    for below in value:
        if isinstance(below, str):
            yield f"{indent}- {_scalar(below)}"
        else:
            first, *rest = _lines(below, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def write(folder: Path, entries: int, *, layout: str = "many", seed: int = 1) -> int:
    """Write a site at *folder*, which must be empty or not exist; return how many files.

    Raises:
        FileExistsError: Something is there already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    count = 0
    for path, text in site(entries, layout=layout, seed=seed):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        count += 1
    return count


def main() -> None:
    """Write a site from the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.corpus", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="empty, or not there yet")
    parser.add_argument("--entries", type=int, required=True, help="e.g. 1000, 10000, 100000")
    parser.add_argument("--layout", choices=("many", "one"), default="many")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    try:
        files = write(given.folder, given.entries, layout=given.layout, seed=given.seed)
    except (FileExistsError, ValueError) as error:
        parser.error(str(error))
    print(f"{given.entries} entries in {files} files at {given.folder}")


if __name__ == "__main__":
    main()
