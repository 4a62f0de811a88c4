"""A cell of channels (公开渠道和载体) to the words of the vocabulary.

The words of a box are rarely quite those of the national list; what was taken for which is told,
and what is none of them is 其他 with its own words.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from generator.exports.layout import OTHER
from generator.imports.words.boxes import boxes
from generator.imports.words.heads import Why
from generator.imports.words.wording import unbracketed
from generator.model.entry import Channel
from generator.terms import folded


@dataclass(frozen=True, slots=True)
class Channels:
    """The channels of a cell, in the order of the list, and what had to be guessed."""

    found: tuple[Channel, ...]
    whys: tuple[Why, ...]
    note: str


# Other words for the boxes of the national list (国办发〔2019〕54号), compared folded.
_BOARD = "社区/企事业单位/村公示栏(电子屏)"
_ALIASES: Mapping[str, str] = MappingProxyType({
    alias: word
    for word, aliases in (
        ("政府网站", "政府门户网站 门户网站 政府网 政府信息网 政府信息公开网站 本级政府网站 网站"),
        ("政府公报", "公报"),
        ("两微一端", "一微一端 微博微信 两微 微信微博"),
        ("发布会/听证会", "发布会 听证会 新闻发布会 发布会听证会"),
        ("广播电视", "广播 电视 广播电台 电台"),
        ("纸质媒体", "报刊 报纸 纸媒 报刊杂志"),
        ("公开查阅点", "查阅点 查询点 公开查询点 公开查阅室 公开查阅场所 政府信息公开查阅点"),
        ("政务服务中心", "政府服务中心 行政服务中心 政务中心 政务服务大厅 政务大厅"),
        ("政务服务中心", "行政审批服务中心"),
        ("便民服务站", "便民服务点 便民服务中心"),
        ("入户/现场", "入户 现场 入户现场 入户/现场宣传"),
        (_BOARD, "公示栏 信息公示栏 村公示栏 社区公示栏 社区/村公示栏 村务公开栏 公开栏"),
        (_BOARD, "镇村公示公开栏 村居/企事业单位公示栏 社区/企事业单位公示栏"),
        (_BOARD, "社区/企事业单位/村公示栏"),
        ("精准推送", "推送"),
    )
    for alias in aliases.split()
})  # fmt: skip
NATIONAL = (
    "政府网站", "政府公报", "两微一端", "发布会/听证会", "广播电视", "纸质媒体", "公开查阅点",
    "政务服务中心", "便民服务站", "入户/现场", _BOARD, "精准推送", OTHER,
)  # fmt: skip
_SITE = re.compile(r"[\u4e00-\u9fff()（）]{0,12}政府(?:信息公开)?(?:门户)?网站?(?:公开|发布)?")
_OTHER = re.compile(
    r"其[他它]\s*(?:[（(]?请?(?:注明|写明|填写)[)）]?)?\s*[:：_＿(（]*\s*(.*?)\s*[_＿)）]*"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[A-Za-z0-9./_-]+")
_CLOSE = 0.78


@lru_cache(maxsize=8192)
def channels(text: str, words: tuple[str, ...] = NATIONAL) -> Channels:
    """Return the channels that a cell ticks, of the vocabulary *words*; what is none of them is
    其他 with its own words."""
    listed = boxes(text)
    whys: list[Why] = []
    found: dict[str, list[str]] = {}
    for used in listed.used:
        for word, rest in _channel(used, words, whys):
            told = found.setdefault(word, [])
            if rest and rest not in told:
                told.append(rest)
    for unused in listed.unused:
        other = _OTHER.fullmatch(unused)
        if other and other[1]:
            whys.append(("box-empty", unused))
        elif _national(unused, words) is None:
            whys.append(("box-local", unused))
    order = {word: place for place, word in enumerate((*(w for w in words if w != OTHER), OTHER))}
    made = tuple(
        Channel(name=word, text="；".join(found[word]))
        for word in sorted(found, key=lambda one: order.get(one, len(order)))
    )
    return Channels(made, tuple(dict.fromkeys(whys)), listed.note)


def channel_named(text: str) -> str:
    """Return the box of the national list that *text* names, an empty text where it names none."""
    return _national(text, NATIONAL) or ""


def _channel(used: str, words: tuple[str, ...], whys: list[Why]) -> list[tuple[str, str]]:
    """The channel that a ticked box names, and its own words where it is 其他."""
    other = _OTHER.fullmatch(used)
    if other:
        return [(OTHER, used if other[1] in ("渠道", "方式", "途径") else other[1])]
    known = _national(used, words)
    if known:
        if folded(known) != folded(used):
            whys.append(("box-read", used, known))
        return [(known, "")]
    if "/" in used:  # 政府网站/财政部门网站公开: two channels, one of them known
        first, _, rest = used.partition("/")
        known = _national(first, words)
        if known and rest:
            return [(known, ""), *_channel(rest, words, whys)]
    both = [_national(part, words) for part in re.split("[和及与]", used)]
    if len(both) > 1 and all(both):
        return [(word, "") for word in both if word]
    glued = _glued(used, words)
    if len(glued) > 1:
        whys.append(("box-glued", used, "、".join(glued)))
        return [(word, "") for word in glued]
    if close := difflib.get_close_matches(
        folded(used), [folded(word) for word in words], 1, _CLOSE
    ):
        known = next(word for word in words if folded(word) == close[0])
        whys.append(("box-read", used, known))
        return [(known, "")]
    return [(OTHER, used)]


def _national(used: str, words: tuple[str, ...]) -> str | None:
    plain = folded(used).replace("、", "/")
    bare = unbracketed(_ADDRESS.sub("", plain))
    for word in words:
        if folded(word) in (plain, bare):
            return word
    for form in (plain, bare):
        alias = _ALIASES.get(form)
        if alias in words:
            return alias
    if _SITE.fullmatch(plain) and "政府网站" in words:
        return "政府网站"
    return None


def _glued(used: str, words: tuple[str, ...]) -> list[str]:
    """The words that *used* is put together of, where it is nothing else."""
    plain, found = folded(used), []
    while plain:
        first = max((w for w in words if plain.startswith(folded(w))), key=len, default=None)
        if first is None:
            return []
        found.append(first)
        plain = plain[len(folded(first)) :]
    return found
