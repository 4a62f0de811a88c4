"""A cell of bases (公开依据) to provisions: title, number, edition and article of each.

Titles stand in 《》, nested and not always closed, joined by anything or nothing; what follows
one is its number, its edition, the article, or the clause itself.  A loose phrase (相关政策规定)
stays a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.facts.numbers import mended, well_formed
from generator.imports.words.heads import Why
from generator.imports.words.wording import BLANK, title, unnumbered
from generator.model.entry import Basis
from generator.terms import simplified


@dataclass(frozen=True, slots=True)
class Bases:
    """The provisions of a cell and what had to be guessed."""

    found: tuple[Basis, ...]
    whys: tuple[Why, ...]


_SEPARATORS = " \t\n、，,;；。.和及与以及\u2800\u2802\u3000\xa0"
_ENDINGS = ("通知", "意见", "办法", "细则", "规定", "决定", "方案", "公告", "条例", "规则", "批复")
_GENRES = "通知|意见|办法|细则|规定|决定|方案|公告|条例|规则|批复|指引|函|决议|要点|标准|公约"
# What continues a title behind its marks: …《意见》实施细则的通知.
_TAIL = re.compile(
    rf"(?:的|实施|等?[0-9一二三四五六七八九十]+[个部件]|若干)?[^《》、，,;；。（(\s]{{0,24}}?(?:{_GENRES})(?![\u4e00-\u9fff])"
)
# What begins a title before its marks: 国务院办公厅印发《…》.
_LEAD = re.compile(
    r"[^《》、，,;；。\s:：]{2,40}(?:印发|转发|批转|颁布|发布|关于|贯彻|执行|实施|公布|修改)$"
)
_ARTICLE = re.compile(
    r"[，,、\s]*(第[〇零一二三四五六七八九十百千0-9]+条(?:之[一二三四五六七八九十]+)?"
    r"(?:(?:[、，,和及至]|)(?:第?[〇零一二三四五六七八九十百千0-9]+[条款项]|第?[（(][〇零一二三四五六七八九十0-9]+[)）]项?))*)"
)
_CLAUSE = re.compile(r"\s*[:：](.+)", re.DOTALL)
# The clause itself behind the article, a sentence.
_GLUED_CLAUSE = re.compile(r"[ \u3000]+([^《\n]*[，。][^《\n]*)")
_BEHIND = re.compile(r"及其?[^《》、，,;；\s]{2,12}")
# A bracket that is closed, with titles and brackets in it; else up to where the next one begins.
_BRACKET = re.compile(
    r"\s*[（(](?:(?P<closed>(?:[^（()）《]|[（(][^（()）]*[)）]|《[^》]*》)*)[)）]|(?P<open>[^（()）《、；;\n]*))"
)
_NUMBER = re.compile(
    r"\s*((?:[\u4e00-\u9fff]{1,12}\s*[〔﹝\[［【]\s*(?:19|20)[0-9]{2}\s*[〕﹞\]］】]?\s*第?[0-9]+\s*号)"
    r"|(?:[\u4e00-\u9fff]{0,14}令(?:[（(][0-9]{4}年?[)）])?\s*第\s*[0-9〇零一二三四五六七八九十百]+\s*号))[)）]?"
)
_NUMBERED = re.compile(
    r"[0-9]\s*号|第\s*[0-9〇零一二三四五六七八九十百]+\s*号?$|令|〔|﹝|\[[0-9]{4}"
    r"|^GB|^DB|^[A-Z]{2,}[ /T]*[0-9]"
)
_DATED = re.compile(r"(?:19|20)[0-9]{2}年|通过|修[订正改]|施行|公布|版$")
_TRIAL = re.compile(r"(?:试行|暂行|修订|修正|草案|征求意见稿|第[一二三四五]次修[订正])$")
_KIND = re.compile(r"【[\u4e00-\u9fff、]{1,10}】")  # 【法律】 before the laws
_CONNECTING = re.compile(r"^(?:根据|依据|按照|依照|参照)$")
# Who issued a document, directly before its title.
_ISSUED = re.compile(r"[\u4e00-\u9fff]{2,20}(?:[部委局厅院署办会省市县]|政府|办公[厅室])$")


# A line that ends within a word: its last one to three characters stand on the next.
_BROKEN = re.compile(r"(?<=[\u4e00-\u9fff])\n+(?=[\u4e00-\u9fff]{1,3}(?:$|[\n、，,;；。]))")


_BROKEN_ARTICLE = re.compile(
    rf"(第[〇零一二三四五六七八九十百千0-9]*){BLANK}+(?=[〇零一二三四五六七八九十百千0-9]*[条條])"
)


@lru_cache(maxsize=8192)
def bases(text: str) -> Bases:
    """Return the provisions that the cell *text* names."""
    found: list[Basis] = []
    whys: list[Why] = []
    rest = _BROKEN_ARTICLE.sub(r"\1", text)
    rest = _BROKEN.sub("", _KIND.sub("\n", rest.translate(str.maketrans("＜＞", "<>"))))
    at = 0
    for start, end in _titles(rest):
        if start < at:
            continue
        lead = rest[at:start]
        lead, loose = _lead(lead)
        found += [Basis(title=one) for one in _phrases(loose)]
        basis, at = _basis(rest, start - len(lead), start, end, whys)
        found.append(basis)
    found += _phrases_with_numbers(rest[at:], whys)
    if not found and re.fullmatch(r"[\d.\s]+", text):  # a year, or what is left of a number
        found.append(Basis(title=text.strip()))
    named = [one if one.title else replace(one, title=one.number or one.article) for one in found]
    kept = dict.fromkeys(one for one in named if one.title)
    return Bases(tuple(kept), tuple(dict.fromkeys(whys)))


def _titles(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each title in 《》 begins and ends; one that is not closed ends with its line."""
    at = 0
    while (start := text.find("《", at)) >= 0:
        depth, end = 0, -1
        for place in range(start, len(text)):
            if text[place] == "《":
                depth += 1
            elif text[place] == "》":
                depth -= 1
                if depth == 0:
                    end = place + 1
                    break
        if end < 0:  # more opened than closed: the first close, else the end of what is listed
            close = text.find("》", start)
            lost = close < 0 or _NEXT_LINE.search(text, start, close)
            end = _end_of_line(text, start) if lost else close + 1
        yield start, end
        at = end


_NEXT_LINE = re.compile(r"\n\s*(?:[0-9]{1,2}[.、])?\s*《")  # a title that begins a line


def _end_of_line(text: str, start: int) -> int:
    stop = re.compile(r"[\n;；。]|[（(](?=[^）)]*号)").search(text, start)
    return stop.start() if stop else len(text)


def _lead(text: str) -> tuple[str, str]:
    """Part what begins a title from what stands alone before it."""
    bare = unnumbered(text.rstrip().lstrip(_SEPARATORS))
    found = _LEAD.search(bare) or _ISSUED.search(re.split(rf"[{_SEPARATORS}]", bare)[-1])
    if found and text.endswith(found[0]):
        return found[0], text[: len(text) - len(found[0])]
    return "", text


def _phrases(text: str) -> Iterator[str]:
    """Yield the loose phrases of *text*: 相关政策规定, 三定方案."""
    for line in re.split(r"[\n;；、。]", text):
        bare = title(unnumbered(line.strip())).strip(_SEPARATORS + ":：（）()》>〉")
        bare = bare[1:] if re.match("等[有相]关", bare) else bare
        if (
            bare
            and not re.fullmatch(r"[0-9.、●○◆◇■□▪•·*]+|[等的]", bare)
            and not _CONNECTING.match(bare)
        ):
            yield bare


def _phrases_with_numbers(text: str, whys: list[Why]) -> list[Basis]:
    """The provisions of what has no title marks: 鄂康政办发[2020]30号 关于…的通知 among them."""
    found = []
    for phrase in _phrases(text):
        bracket = _BRACKET.search(phrase)
        behind = re.search(rf"(?<={'|'.join(_ENDINGS)}){_NUMBER.pattern}$", simplified(phrase))
        if bracket and _NUMBERED.search(_held(bracket)) and bracket.end() == len(phrase):
            number = _mended(_held(bracket), whys)
            found.append(Basis(title=phrase[: bracket.start()], number=number))
        elif behind:
            number = _mended(behind[1], whys)
            found.append(Basis(title=phrase[: behind.start()].rstrip(), number=number))
        else:
            found.append(Basis(title=phrase))
    return found


def _basis(text: str, first: int, start: int, end: int, whys: list[Why]) -> tuple[Basis, int]:
    """Return the provision whose title stands at *start* to *end*, and where it ends itself."""
    inner = text[start + 1 : end - 1] if text[end - 1] == "》" else text[start + 1 : end]
    if inner.count("《") > inner.count("》"):  # a mark within that nothing closes
        inner = re.sub(r"[<〈]?《", "〈", inner)
    if text[end - 1] != "》":
        whys.append(("title-open", title(inner)))
    name = title(inner)
    if first < start:
        name = f"{title(text[first:start])}《{name}》"
    number = edition = article = ""
    at = end
    tail = _TAIL.match(text, at)
    if tail and (first < start or tail[0][0] in "的实"):
        name = f"{name}{title(tail[0])}" if first < start else f"《{name}》{title(tail[0])}"
        at = tail.end()
    simple = simplified(text)
    while True:
        bracket = _BRACKET.match(text, at)
        bare = _NUMBER.match(simple, at)
        if bracket and _held(bracket).strip():
            said = re.sub(f"{BLANK}+", " ", _held(bracket)).strip()
            plain = simplified(said)
            several = _number_and_date(said)
            if _TRIAL.match(plain):
                name += f"（{said}）"
            elif several and not number and not edition:
                number, edition = _mended(_plain(several[0]), whys), several[1]
            elif _DATED.search(plain) and not (_NUMBERED.search(plain) and len(said) < 24):
                edition = edition or said
            elif _NUMBERED.search(plain):
                number = number or _mended(said, whys)
            else:
                break
            at = bracket.end()
        elif bracket:  # empty brackets
            at = bracket.end()
        elif bare and not number:
            number, at = _mended(_plain(text[slice(*bare.span(1))]), whys), bare.end()
        else:
            break
    provision = _ARTICLE.match(simple, at)
    if provision:
        article, at = re.sub(r"\s", "", text[provision.start(1) : provision.end()]), provision.end()
        article = re.sub(r"第([（(])", r"第\1", article)
    clause = _CLAUSE.match(text[at : _next_title(text, at)])
    if article and not clause:
        clause = _GLUED_CLAUSE.match(text[at : _next_title(text, at)])
    if clause and (article or number):
        said = title(clause[1]).strip()
        article = f"{article}：{said}" if article else f"：{said}"
        at += clause.end()
    behind = _BEHIND.match(text, at)
    if behind and not (number or article or edition):  # 《…》及其实施细则
        name = f"{name if '《' in name else f'《{name}》'}{behind[0]}"
        at = behind.end()
    return Basis(title=name, number=number, edition=edition, article=article), at


def _plain(number: str) -> str:
    """A number as it is written where that is well formed (乾政发〔2019〕5号), else simplified."""
    return number if well_formed(number) else simplified(number)


def _held(bracket: re.Match[str]) -> str:
    return bracket["closed"] if bracket["closed"] is not None else bracket["open"]


def _number_and_date(text: str) -> tuple[str, str] | None:
    """The number and the date that one bracket holds: 2016年12月8日发布，建保〔2016〕281号."""
    parts = [part.strip() for part in re.split("[，,；;]", text)]
    numbers = [part for part in parts if _NUMBER.fullmatch(simplified(part))]
    dates = [part for part in parts if part not in numbers and _DATED.search(simplified(part))]
    return (numbers[0], dates[0]) if len(parts) == 2 and numbers and dates else None


def _next_title(text: str, at: int) -> int:
    stop = re.compile(r"\n?[0-9]{0,2}[.、]?《").search(text, at)
    return stop.start() if stop else len(text)


_YEAR_END = re.compile(r"(\D+?)((?:19|20)[0-9]{2})[〕﹞\]］)）】]\s*([0-9]{1,4})\s*号?")
_YEAR_RUN = re.compile(r"(\D*?)[〔﹝\[［(（【]\s*((?:19|20)[0-9]{2})\s*([0-9]{1,4})\s*号?")


def _mended(text: str, whys: list[Why]) -> str:
    """A document number in its proper form, where it can be told; as printed where not."""
    number = re.sub(f"{BLANK}+", "", text) if re.search("[\u4e00-\u9fff]", text) else text.strip()
    number = number.rstrip(")）")
    if well_formed(number):
        return number
    hexagonal = re.sub(r"[﹝\[［(（【]((?:19|20)[0-9]{2})[﹞\]］)）】]", r"〔\1〕", number)
    if well_formed(hexagonal):
        return hexagonal
    # 国办发〔201680号: the closing bracket is gone; 甲发2018〕13号: the opening one is
    run = _YEAR_RUN.fullmatch(number) or _YEAR_END.fullmatch(number)
    likely = f"{run[1]}〔{run[2]}〕{int(run[3])}号" if run else ""
    if not well_formed(likely):
        bracketed = re.search(r"[〔﹝\[［(（【〕﹞\]］)）】]", number)
        likely = (
            f"{number}号" if well_formed(f"{number}号") else mended(number) if bracketed else ""
        )
    if likely and likely != number:
        whys.append(("number-mended", number, likely))
        return likely
    return number
