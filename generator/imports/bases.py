"""A cell of bases (公开依据) to provisions: title, number, edition and article of each.

Titles stand in 《》, nested and not always closed, joined by anything or nothing; what follows
one is its number, its edition, the article, or the clause itself.  A loose phrase (相关政策规定)
stays a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.facts.numbers import mended, well_formed
from generator.imports.heads import Why
from generator.imports.wording import BLANK, title, unnumbered
from generator.model.entry import Basis
from generator.terms import TRADITIONAL


@dataclass(frozen=True, slots=True)
class Bases:
    """The provisions of a cell and what had to be guessed."""

    found: tuple[Basis, ...]
    whys: tuple[Why, ...]


_SEPARATORS = " \t\n、，,;；。.和及与以及\u2800\u2802\u3000\xa0"
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
_BEHIND = re.compile(r"及其?[^《》、，,;；\s]{2,12}|等?(?:相关|有关)[^《》、，,;；\s]{2,10}")
_BRACKET = re.compile(r"\s*[（(]((?:[^（()）]|[（(][^（()）]*[)）])*)(?:[)）]|$)")
_NUMBER = re.compile(
    r"\s*((?:[\u4e00-\u9fff]{1,12}\s*[〔﹝\[［【]\s*(?:19|20)[0-9]{2}\s*[〕﹞\]］】]?\s*第?[0-9]+\s*号)"
    r"|(?:[\u4e00-\u9fff]{0,14}令(?:[（(][0-9]{4}年?[)）])?\s*第\s*[0-9〇零一二三四五六七八九十百]+\s*号))[)）]?"
)
_NUMBERED = re.compile(
    r"[0-9]\s*号|第\s*[0-9〇零一二三四五六七八九十百]+\s*号?$|令|〔|﹝|\[[0-9]{4}"
    r"|^GB|^DB|^[A-Z]{2,}[ /T]*[0-9]"
)
_DATED = re.compile(r"(?:19|20)[0-9]{2}年|通过|修[订正改]|施行|公布|版$")
_TRIAL = re.compile(
    r"(?:试行|暂行|修订|修正|草案|征求意见稿|第[一二三四五]次修[订正]|[0-9]{4}年?(?:修订|版|修正))$"
)


# A line that ends within a word: its last one to three characters stand on the next.
_BROKEN = re.compile(r"(?<=[\u4e00-\u9fff])\n+(?=[\u4e00-\u9fff]{1,3}(?:$|[\n、，,;；。]))")


@lru_cache(maxsize=8192)
def bases(text: str) -> Bases:
    """Return the provisions that the cell *text* names."""
    found: list[Basis] = []
    whys: list[Why] = []
    rest = _BROKEN.sub("", text.translate(str.maketrans("＜＞", "<>")))
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
    return Bases(tuple(dict.fromkeys(found)), tuple(dict.fromkeys(whys)))


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
            end = close + 1 if close >= 0 else _end_of_line(text, start)
        yield start, end
        at = end


def _end_of_line(text: str, start: int) -> int:
    stop = re.compile(r"[\n;；。]|[（(](?=[^）)]*号)").search(text, start)
    return stop.start() if stop else len(text)


def _lead(text: str) -> tuple[str, str]:
    """Part what begins a title from what stands alone before it."""
    bare = text.rstrip()
    found = _LEAD.search(unnumbered(bare.lstrip(_SEPARATORS)))
    if found and text.endswith(found[0]):
        return found[0], text[: len(text) - len(found[0])]
    return "", text


def _phrases(text: str) -> Iterator[str]:
    """Yield the loose phrases of *text*: 相关政策规定, 三定方案."""
    for line in re.split(r"[\n;；、。]", text):
        bare = title(unnumbered(line.strip())).strip(_SEPARATORS + ":：（）()》>〉")
        if bare and not re.fullmatch(r"[0-9.、]+|[等的]", bare):
            yield bare


def _phrases_with_numbers(text: str, whys: list[Why]) -> list[Basis]:
    """The provisions of what has no title marks: 鄂康政办发[2020]30号 关于…的通知 among them."""
    found = []
    for phrase in _phrases(text):
        number = _BRACKET.search(phrase)
        if number and _NUMBERED.search(number[1]) and number.end() == len(phrase):
            found.append(Basis(title=phrase[: number.start()], number=_mended(number[1], whys)))
        else:
            found.append(Basis(title=phrase))
    return found


def _basis(text: str, first: int, start: int, end: int, whys: list[Why]) -> tuple[Basis, int]:
    """Return the provision whose title stands at *start* to *end*, and where it ends itself."""
    inner = text[start + 1 : end - 1] if text[end - 1] == "》" else text[start + 1 : end]
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
    while True:
        bracket = _BRACKET.match(text, at)
        bare = _NUMBER.match(text, at)
        if bracket and bracket[1].strip():
            said = re.sub(f"{BLANK}+", " ", bracket[1]).strip()
            plain = said.translate(TRADITIONAL)
            if _TRIAL.match(plain):
                name += f"（{said}）"
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
            number, at = _mended(bare[1], whys), bare.end()
        else:
            break
    provision = _ARTICLE.match(text, at)
    if provision:
        article, at = re.sub(r"\s", "", provision[1]), provision.end()
        article = re.sub(r"第([（(])", r"第\1", article)
    clause = _CLAUSE.match(text[at : _next_title(text, at)])
    if clause and (article or number):
        said = title(clause[1]).strip()
        article = f"{article}：{said}" if article else f"：{said}"
        at += clause.end()
    behind = _BEHIND.match(text, at)
    if behind and not (number or article or edition):  # 《…》及其实施细则
        name = f"{name if '《' in name else f'《{name}》'}{behind[0]}"
        at = behind.end()
    return Basis(title=name, number=number, edition=edition, article=article), at


def _next_title(text: str, at: int) -> int:
    stop = re.compile(r"\n?[0-9]{0,2}[.、]?《").search(text, at)
    return stop.start() if stop else len(text)


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
    run = _YEAR_RUN.fullmatch(number)  # 国办发〔201680号: the closing bracket is gone
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
