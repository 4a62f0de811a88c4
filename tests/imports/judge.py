"""What stands in which field after an import, judged by other means than the importer's.

Slow and plain on purpose: which column is which element comes from tests/tables.yaml, and a cell is
right when its words, without blanks, marks and list numbers, are found in the field it belongs to,
and no box that the cell leaves empty is among the channels.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

TABLES = Path(__file__).parents[3] / "shared" / "data" / "tables"
MAP = Path(__file__).parents[1] / "tables.yaml"
FIELD = "shehui-jiuzhu"

USED = "■▄þ"
UNUSED = "□口"


@dataclass(frozen=True)
class Verdict:
    """How many cells of a table are in their field, which are not, and which of these the account
    does not name."""

    cells: int
    right: int
    wrong: tuple[str, ...]
    lost: tuple[str, ...]


def names() -> list[str]:
    """Return the real tables that are at hand."""
    return sorted(path.name.removesuffix(".filled.csv") for path in TABLES.glob("*.filled.csv"))


def rows(name: str, *, filled: bool) -> list[list[str]]:
    """Return the rows of a real table as it is, or as a careful reader reads it."""
    path = TABLES / f"{name}.filled.csv" if filled else TABLES / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def elements(name: str) -> list[str]:
    """Return what each column of a table is, by hand."""
    known = yaml.safe_load(MAP.read_text(encoding="utf-8"))
    own = known["tables"].get(name, {})
    found = []
    for head in rows(name, filled=True)[0]:
        plain = re.sub(r"[\s¶]", "", head)
        found.append(own.get(plain) or known["common"][plain])
    return found


# A list number at the start of a line or behind a stop; one glued to what stands before it.
_NUMBER = re.compile(
    r"(?m)(?:(?<=^)|(?<=[;；。\s]))\s*(?:[0-9]{1,2}(?:\.[0-9])*[.、]?|\([0-9]\))\s*(?=[^\s0-9年月日个.])"
)
_GLUED = re.compile(r"(?<=[^0-9])[0-9]{1,2}(?:\.[0-9]+)*[.、](?=[^0-9])")


def letters(text: str) -> str:
    """Return the words of *text* without blanks, marks and list numbers, all forms of a character
    alike."""
    plain = unicodedata.normalize("NFKC", re.sub("[①-⑳]", "", text))
    return re.sub(r"[\W_]", "", _GLUED.sub("", _NUMBER.sub("", plain)))


def judge(
    name: str, entries: list[dict[str, Any]], report: dict[str, Any], *, header: int = 1
) -> Verdict:
    """Hold the entries of an import against the careful reading of a table.

    Args:
        name: The table.

        entries: The records as they stand in the YAML file.

        report: The account of the import.

        header: How many rows the header takes in the file that was imported.
    """
    table = rows(name, filled=True)
    what = elements(name)
    first = {}
    for entry in entries:
        first[int(re.search(r"第([0-9]+)行$", entry["source"])[1])] = entry  # type: ignore[index]
    told = {
        (cell["row"], cell["column"]): cell for one in report["tables"] for cell in one["cells"]
    }
    channels = yaml.safe_load(MAP.read_text(encoding="utf-8"))["channels"]
    cells, right, wrong, lost = 0, 0, [], []
    above: dict[int, str] = {}
    for number, row in enumerate(table[1:], header + 1):
        own = [at for at in first if at <= number]
        entry = first[max(own)] if own else {}
        for column, (cell, element) in enumerate(zip(row, what, strict=True)):
            text = cell.strip()
            if not text:
                continue
            cells += 1
            said = above.get(column, "") if text == "同上" else text
            if "内容同上" in said:  # the label and, from the first row, what it stands for
                said = above.get(column, said)
            if said and "同上" not in said:
                above[column] = said
            if fits(element, said, table[0][column], entry, channels):
                right += 1
                continue
            where = f"{name} row {number} {table[0][column]}: {text[:50]!r}"
            wrong.append(where)
            if not any((at, column + 1) in told for at in range(number, 0, -1)):
                lost.append(where)
    return Verdict(cells, right, tuple(wrong), tuple(lost))


def fits(
    element: str, text: str, head: str, entry: dict[str, Any], channels: dict[str, str]
) -> bool:
    """Whether the words of a cell are in the field that its column stands for."""
    if not entry:
        return False
    if element in ("group", "name", "subgroup"):
        return _once(letters(text)) == letters(entry.get(element, ""))
    if element == "number":
        return re.sub(r"\s", "", text) == re.sub(r"\s", "", entry.get("number", ""))
    if element == "group/name":
        group, _, own = text.partition("/")
        return (group, own) == (entry.get("group"), entry["name"])
    if element == "field":
        return bool(entry["field"]) and entry.get("original", {}).get(
            head.replace(" ", ""), ""
        ) in (text, "")
    if element in ("content", "remarks", "time_limit"):
        held = entry.get(element, "")
        if isinstance(held, dict):
            held = held["text"]
        return letters(text) in letters("".join(held) if isinstance(held, list) else held)
    if element == "basis":
        return _basis(text, entry.get("basis", []))
    if element == "subject":
        held = "".join(
            one["name"] if isinstance(one, dict) else one for one in entry.get("subject", [])
        )
        own = letters(text)
        half = own[: len(own) // 2]
        return own in letters(held) or (half * 2 == own and half in letters(held))
    if element == "channels":
        return _channels(text, entry.get("channels", []), channels, entry.get("remarks", ""))
    if element in ("extra", "ticks"):
        held = entry.get("extra", {}).values()
        return text in held or letters(text) in [letters(one) for one in held if letters(one)]
    if element == "everyone":
        return entry.get("audience") == "全社会"
    if element == "group-only":
        audience = entry.get("audience", "")
        if text == "√":  # beside a tick for everyone it is kept as an extra
            return audience == "特定群体" or text in entry.get("extra", {}).values()
        return isinstance(audience, dict) and letters(text) == letters(audience["特定群体"])
    if element in ("proactive", "on-request"):
        return entry.get("method") == ("主动公开" if element == "proactive" else "依申请公开")
    if element == "audience":
        return text == entry.get("audience")
    if element == "method":
        return text == entry.get("method")
    if element == "level":
        return text in entry.get("level", [])
    if element.startswith("level "):
        return set(element.split()[1:]) <= set(entry.get("level", []))
    if element == "category":
        return re.findall(r"■(决策|执行|管理|服务|结果)", text) == entry.get("category", [])
    raise AssertionError(element)


def _once(text: str) -> str:
    half = text[: len(text) // 2]
    return half if half * 2 == text and len(half) > 3 else text


def _basis(text: str, held: list[Any]) -> bool:
    """Every title, number and article of the cell is in the list, and none of its words is gone."""
    parts = [one if isinstance(one, dict) else {"title": one} for one in held]
    words = letters(
        "".join(
            one["title"] + one.get("number", "") + one.get("edition", "") + one.get("article", "")
            for one in parts
        )
    )
    titles = re.findall(r"《([^《》]+)》", text)
    numbers = re.findall(r"((?:19|20)[0-9]{2})[〕\]﹞]?\s*([0-9]+)\s*号", text)
    articles = re.findall(r"第[一二三四五六七八九十]+条", text)
    own = "".join(re.findall(r"[\u4e00-\u9fff]", letters(text)))
    kept = "".join(re.findall(r"[\u4e00-\u9fff]", words))
    fixed = [number for one in parts if (number := one.get("number", ""))]
    return (
        all(letters(title) in words for title in titles)
        and all(any(year in one and serial in one for one in fixed) for year, serial in numbers)
        and all(article in words for article in articles)
        and len(own) - len(kept) <= max(2, len(own) // 20)  # 等, 号, 及
    )


def _channels(text: str, held: list[Any], known: dict[str, str], remarks: str) -> bool:
    """Just the boxes that are ticked, or all that are listed where there are none."""
    note = re.search(r"注:(.+)$", text, re.DOTALL)
    if note:
        if letters(note[1]) not in letters(remarks):
            return False
        text = text[: note.start()]
    names = {one if isinstance(one, str) else next(iter(one)) for one in held}
    other = letters("".join(one["其他"] for one in held if isinstance(one, dict) and "其他" in one))
    marked = bool(re.search(f"[{USED}{UNUSED[0]}]", text))
    if marked:
        ticked = re.findall(rf"[{USED}]\s*([^{USED}{UNUSED}]+)", text)
        empty = re.findall(rf"(?:□|(?<![窗入])口)\s*([^{USED}{UNUSED}]+)", text)
    else:
        ticked = re.split(r"\n|[;；、,，](?![^(]*\))|(?<=[^0-9])(?=[0-9]\.)", text)
        empty = []
    for word in ticked:
        plain = re.sub(r"^[0-9]\.|[\s;；,，。:：_]+$|^\s+", "", re.sub(r"\s+", "", word))
        if not plain:
            continue
        said = re.sub(r"^其他[:：_]*", "", plain)
        if plain.startswith("其他"):
            if not ("其他" in names and letters(said) in other):
                return False
        elif not (
            plain in names
            or known.get(plain) in names
            or letters(plain) in other
            or _parts(plain, names, other, known)
        ):
            return False
    for word in empty:
        plain = re.sub(r"[\s;；,，。:：_]+$", "", re.sub(r"\s+", "", word))
        if plain in names and plain not in [re.sub(r"\s+", "", one) for one in ticked]:
            return False
    return True


def _parts(word: str, names: set[str], other: str, known: dict[str, str]) -> bool:
    pieces = word.split("/")
    return len(pieces) > 1 and all(
        piece in names or known.get(piece) in names or letters(piece) in other for piece in pieces
    )
