"""What a header cell means: by its words, not by where it stands.

公开责任单位 is 公开主体 and 特定群众 is 特定群体; blanks, line breaks, brackets and traditional
characters do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from generator.terms import folded, simplified

Why = tuple[str, ...]  # the id of a reason in `account`, and its facts

# What a header means → how it is worded; of one element, the earlier row is the better word.
# Compared without blanks, brackets and what stands in them.
_MEANINGS: tuple[tuple[str, str], ...] = (
    ("id", r"事项编号|编号"),
    ("number", r"序号|序|次序|编码|目录编码|事项编码|no|项次"),
    ("field", r"对?相应领域|所属领域|试点领域|公开领域|领域|领域名称"),
    ("group", r"一级(?:公开)?事项|一级|公开事项一级|主项|主项名称"),
    ("group", r"一级目录|一级栏目|一级类别|一级指标"),
    ("group", r"具体职责|事项类别|目录类别|事项分类|公开类别|信息分类|类型|大类|事项大类|信息大类"),
    ("group", r"类别|分类|栏目"),
    ("name", r"二级(?:公开)?事项|二级|公开事项二级|子项|子项名称"),
    ("name", r"二级目录|二级栏目|二级类别|二级指标"),
    ("name", r"公开事项名称|事项名称|目录名称|业务事项|公开事项|公开项目|公开事项或内容"),
    ("name", r"事项|项目|项目名称|信息名称|名称|小类|公开目录|公开栏目|具体事项|事项小类"),
    ("subgroup", r"三级(?:公开)?事项|三级|公开事项三级"),
    ("subgroup", r"三级目录|三级栏目|三级类别|三级指标"),
    ("subgroup", r"信息类别"),
    ("content", r"公开内容|公开内容及要求|公开内容要素|公开的内容|主要公开内容"),
    ("content", r"公开要素|内容要素|公开内容标准|内容标准|具体内容|主要内容|公开信息内容|信息内容"),
    ("content", r"内容规范|内容|要素|公开标准|公开要求"),
    ("basis", r"公开依据|公开的依据|政策法规依据"),
    ("basis", r"依据|法律依据|法定依据|政策依据|设定依据|公开法律依据"),
    ("time_limit", r"公开时限|公开的时限|公开时限要求|时限要求|公布期限|公布时限"),
    ("time_limit", r"公开期限|公开时间|时限|公开时间要求|公开时效|时间要求"),
    ("time_limit", r"更新频次|更新频率|更新周期|更新时限|公开频次|公开频率|更新要求"),
    ("subject", r"公开主体|公开的主体|公开责任主体|公开责任单位|公开单位|公开机构|公开部门"),
    (
        "subject",
        r"责任主体|责任单位|责任部门|发布主体|发布单位|信息公开主体|主体|实施主体|牵头单位",
    ),
    (
        "subject",
        r"责任科室|承办单位|责任科股室|责任股室|责任处室|公开科室|责任机构|信息提供单位|提供单位",
    ),
    ("channels", r"公开渠道和?及?载体|公开渠道|公开载体|公开载体和?及?渠道|公开渠道与载体"),
    (
        "channels",
        r"公开平台|公开途径|发布渠道|发布平台|公布平台|渠道和?及?载体|渠道|载体|公开方式和?及?渠道|公开场所",
    ),
    ("audience", r"公开对象|公开范围|公开对象和?及?范围|对象"),
    ("method", r"公开属性"),
    ("method", r"公开方式|公开类型|公开形式|公布方式|公布形式|发布方式|方式"),
    ("level", r"公开层级|层级|公开级别|公开层次|层级划分"),
    ("category", r"五公开|五公开类别|五公开类型|五公开属性|五公开分类|所属五公开"),
    ("stage", r"环节|公开环节|发布解读回应"),
    ("remarks", r"备注|说明|注|备注说明"),
    ("ticks", r"勾选.*|.*位置不明"),
)
# How a header that is in none of the rows above is understood by one word in it.
_HINTS: tuple[tuple[str, str], ...] = (
    ("content", r"公开内容[和及与].{2,8}"),
    ("basis", r"(?:公开|法规?律?|政策).{0,6}依据"),
    ("time_limit", r"(?:公开|公布|发布).{0,4}(?:时限|期限)"),
    ("subject", r"(?:公开|公布|发布|信息|责任).{0,4}(?:主体|单位|部门|机构)"),
    ("channels", r"(?:公开|公布|发布).{0,4}(?:渠道|载体|平台|途径)"),
    ("content", r"(?:公开|公布|发布|信息).{0,4}(?:内容|要素).{0,8}"),
    ("audience", r"公开.{0,4}(?:对象|范围)"),
    ("level", r"公开.{0,4}层级"),
    ("method", r"公开.{0,4}(?:方式|属性)"),
    ("group", r"一级.{0,4}"),
    ("name", r"二级.{0,4}|公开.{0,2}事项.{0,4}"),
    ("subgroup", r"三级.{0,4}"),
)
# What the boxes are that stand side by side below one head.
_BOXES: tuple[tuple[str, str], ...] = (
    ("everyone", r"全社会?|社会公众|社会|全社会公开|面向社会|全体社会"),
    ("group-only", r"特定群[体众]|特定对象|特定人群|特定公众|特定群体请写明|特定"),
    ("proactive", r"主动|主动公开"),
    ("on-request", r"依申请|依申请公开|申请公开|申请|依申请公"),
    ("withheld", r"不公开|不予公开|不宜公开|免予公开"),
    ("one-category", r"(?:决策|执行|管理|服务|结果)(?:公开)?"),
)
_LEVEL = (
    r"(?:省|自治区|市|地|州|盟|县|区|旗|市区|区县|县区|县市区|市县|州县|乡|镇|乡镇|镇街|街镇|乡镇街道"
    r"|街道|镇街道|村|村居|村社区|社区|乡村|团场|师|兵团|部门|园区|基层|国家|本)级"
)
_LEVELS = re.compile(
    rf"{_LEVEL}(?:[、,/和及]?{_LEVEL})*|[\u4e00-\u9fff]{{2,3}}[省市县区旗州镇乡]级|[乡镇]、?村级|作业区|乡镇|镇街|街道|村社区|社区|村|村居|园区"
)
_WORDS = tuple((element, re.compile(pattern)) for element, pattern in _MEANINGS)
_HINT_WORDS = tuple((element, re.compile(pattern)) for element, pattern in _HINTS)
_BOX_WORDS = tuple((element, re.compile(pattern)) for element, pattern in _BOXES)
_LONGEST, _LONGEST_HINT = 40, 16

# What a reader calls each element, for what was guessed.
NAMES: Mapping[str, str] = MappingProxyType({
    "id": "编号", "number": "序号", "field": "领域", "group": "一级事项", "name": "二级事项",
    "subgroup": "三级事项", "content": "公开内容", "basis": "公开依据", "time_limit": "公开时限",
    "subject": "公开主体", "channels": "公开渠道和载体", "audience": "公开对象",
    "method": "公开方式", "level": "公开层级", "category": "五公开", "stage": "环节",
    "remarks": "备注",
    "everyone": "全社会", "group-only": "特定群体", "proactive": "主动", "on-request": "依申请",
})  # fmt: skip
_BRACKETED = re.compile(r"[(（【\[〔][^)）】\]〕]*[)）】\]〕]")
_SIGNS = re.compile(r"[\s¶*:：、,，.。·“”\"'‘’()（）【】\[\]/\\_-]+")
# Words of all headers, to tell one reading of the bytes of a file from another.
_ANY = re.compile(
    "序号|一级事项|二级事项|三级事项|事项|公开内容|公开依据|公开时限|公开主体|公开渠道|公开对象|公开方式"
    "|公开层级|责任单位|全社会|依申请|主动|一级|二级|领域"
)


def known_words(text: str) -> int:
    """Return how many of the words of a catalogue's header *text* holds."""
    return len(_ANY.findall(folded(text[:20_000])))


def bare(text: str) -> str:
    """Return a header cell as it is compared: without blanks, brackets and what they hold."""
    plain = folded(text)
    return _SIGNS.sub("", _BRACKETED.sub("", plain)) or _SIGNS.sub("", plain)


def label(text: str) -> str:
    """Return a header cell as it is shown: its own words in one line."""
    joined = re.sub(r"\s*[\n¶]+\s*", "", text)
    return re.sub(r"(?<=[\u2e80-\uffef])\s+(?=[\u2e80-\uffef(（])", "", joined).strip()


@lru_cache(maxsize=65536)
def means(text: str) -> str:
    """Return the element that a header cell names, an empty text where it names none."""
    word = bare(text)
    if len(word) > _LONGEST:
        return ""
    for element, form in (*_WORDS, *_BOX_WORDS):
        if form.fullmatch(word):
            return element
    return "level" if _LEVELS.fullmatch(word) else ""


def worded(text: str) -> bool:
    """Return whether a cell may be a head: it names an element, if only by one word in it."""
    return bool(means(text) or element_of(text)[0])


def box(text: str) -> str:
    """Return which of several boxes a head names (``everyone``, ``proactive`` …), or nothing."""
    word = bare(text)
    return next((element for element, form in _BOX_WORDS if form.fullmatch(word)), "")


def is_level(text: str) -> bool:
    """Return whether a head is the name of a level, whatever it is called."""
    return bool(_LEVELS.fullmatch(bare(text)))


def level_word(text: str) -> str:
    """Return the name of a level, simplified, without brackets: 县(区)级 is 县级, 鄉級 is 乡级."""
    plain = simplified(text)
    return re.sub(r"\s", "", _BRACKETED.sub("", plain)) or plain


def element_of(text: str) -> tuple[str, bool]:
    """Return the element that a head of one column names, and whether that had to be guessed."""
    word = bare(text)
    for element, form in _WORDS:
        if form.fullmatch(word):
            return element, False
    for element, form in _HINT_WORDS:
        if len(word) <= _LONGEST_HINT and form.fullmatch(word):
            return element, True
    return "", False


def rank(element: str, text: str) -> int:
    """Return how well a head names its element: 0 is the standard's own words."""
    word = bare(text)
    return next(
        (n for n, (of, form) in enumerate(_WORDS) if of == element and form.fullmatch(word)),
        len(_WORDS),
    )
