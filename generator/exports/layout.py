"""The official layout of a standard catalogue: two header rows, 14 columns (国办发〔2019〕54号).

序号 | 公开事项: 一级, 二级 | 公开内容（要素） | 公开依据 | 公开时限 | 公开主体 | 公开渠道和载体 |
公开对象: 全社会, 特定群体 | 公开方式: 主动, 依申请 | 公开层级: 县级, 乡级.

The form has a tick for 县级 and one for 乡级.  As published tables do, a cell says in words what a
tick cannot: 市级 beside or instead of 县级, 村级 beside or instead of 乡级.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from generator.catalogue import Catalogue
from generator.model.entry import Basis, Channel, Entry, Method, Reach
from generator.model.frozen import packing


@dataclass(frozen=True, slots=True)
class Head:
    """One cell of the two header rows."""

    text: str
    columns: int = 1
    rows: int = 1


HEADS: tuple[tuple[Head, ...], tuple[Head, ...]] = (
    (
        Head("序号", rows=2),
        Head("公开事项", columns=2),
        Head("公开内容（要素）", rows=2),
        Head("公开依据", rows=2),
        Head("公开时限", rows=2),
        Head("公开主体", rows=2),
        Head("公开渠道和载体", rows=2),
        Head("公开对象", columns=2),
        Head("公开方式", columns=2),
        Head("公开层级", columns=2),
    ),
    (
        Head("一级事项"),
        Head("二级事项"),
        Head("全社会"),
        Head("特定群体"),
        Head("主动"),
        Head("依申请"),
        Head("县级"),
        Head("乡级"),
    ),
)
LEAVES: tuple[str, ...] = (
    "序号", "一级事项", "二级事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体",
    "公开渠道和载体", "全社会", "特定群体", "主动", "依申请", "县级", "乡级",
)  # fmt: skip

THIRD = "三级事项"
ID = "编号"
FIELD = "领域"
CATEGORY = "五公开"
STAGE = "环节"
REMARKS = "备注"
# Before the name of a column that the form does not have.
EXTRA = "其他栏目："
# A level of this name or like it stands in the column of 乡级.
_TOWNSHIP = re.compile("[乡镇街村]|社区")
TICK = "√"
OTHER = "其他"
# What stands between two boxes in one line of a cell, and how long a box may be to share one.
BETWEEN = "　　"
SHORT = 8
# A cell that a spreadsheet would take for a formula (OWASP ASVS 1.2.10).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@packing
@dataclass(frozen=True, slots=True)
class Named:
    """Words, and the page they lead to where there is one."""

    title: str
    path: str = ""


@packing
@dataclass(frozen=True, slots=True)
class Box:
    """One box of the channel list: ■ used, □ not used."""

    name: str
    used: bool
    text: str = ""

    @property
    def words(self) -> str:
        """Return the box as it is printed."""
        return f"{'■' if self.used else '□'}{self.name}" + (f"：{self.text}" if self.text else "")


@packing
@dataclass(frozen=True, slots=True)
class Row:
    """One entry as a row of the official table."""

    number: str
    group: str
    item: Named
    subgroup: str
    content: tuple[str, ...]
    basis: tuple[str, ...]
    limit: str
    subjects: tuple[Named, ...]
    channels: tuple[Box, ...]
    everyone: str
    some: str
    proactive: str
    on_request: str
    county: str
    township: str


@packing
@dataclass(frozen=True, slots=True)
class Line:
    """One entry as a line of a sheet that can be edited and imported again: its row of the form,
    and what the form has no column for."""

    id: str
    field: str
    row: Row
    category: str
    stage: str
    remarks: str
    extra: tuple[tuple[str, str], ...]


@packing
@dataclass(frozen=True, slots=True)
class Group:
    """Rows that share one 一级事项, printed as one merged cell."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A catalogue in the official layout."""

    caption: str
    groups: tuple[Group, ...]

    @property
    def heads(self) -> tuple[tuple[Head, ...], tuple[Head, ...]]:
        """Return the two header rows."""
        return HEADS


def table(rows: Iterable[Row], caption: str) -> Table:
    """Return *rows* in the official layout, neighbours of one group merged."""
    return Table(
        caption,
        tuple(Group(name, tuple(same)) for name, same in groupby(rows, key=lambda row: row.group)),
    )


def texts(row: Row) -> dict[str, str]:
    """Return *row* as text by the names of its columns, one line for each element of a list.

    Beside the 14 columns of the form: 三级事项, which only tables with such items print.
    """
    return {
        "序号": row.number,
        "一级事项": row.group,
        "二级事项": row.item.title,
        THIRD: row.subgroup,
        "公开内容（要素）": "\n".join(row.content),
        "公开依据": "\n".join(row.basis),
        "公开时限": row.limit,
        "公开主体": "\n".join(subject.title for subject in row.subjects),
        "公开渠道和载体": "\n".join(box_lines(row.channels)),
        "全社会": row.everyone,
        "特定群体": row.some,
        "主动": row.proactive,
        "依申请": row.on_request,
        "县级": row.county,
        "乡级": row.township,
    }


def box_lines(boxes: Iterable[Box]) -> tuple[str, ...]:
    """Return the channel list as the national form prints it: two short boxes in a line, a long
    one alone."""
    lines: list[str] = []
    room = False
    for words in (box.words for box in boxes):
        short = len(words) <= SHORT
        if room and short:
            lines[-1] += f"{BETWEEN}{words}"
        else:
            lines.append(words)
        room = short and not (room and short)
    return tuple(lines)


def line(catalogue: Catalogue, entry: Entry, channels: tuple[str, ...]) -> Line:
    """Return *entry* as a line of a sheet; *channels* are the boxes that every row prints."""
    field = catalogue.get("fields", entry.field)
    return Line(
        id=entry.id,
        field=field.name if field else entry.field,
        row=row(catalogue, entry, channels),
        category="、".join(category.value for category in entry.category),
        stage="、".join(stage.value for stage in entry.stage),
        remarks=entry.remarks,
        extra=entry.extra,
    )


def line_texts(line: Line) -> dict[str, str]:
    """Return *line* as text by the names of all columns that a sheet may have."""
    return {
        ID: line.id,
        FIELD: line.field,
        **texts(line.row),
        CATEGORY: line.category,
        STAGE: line.stage,
        REMARKS: line.remarks,
        **{f"{EXTRA}{name}": text for name, text in line.extra},
    }


def columns(entries: Iterable[Entry], *, fields: bool = False) -> tuple[str, ...]:
    """Return the names of the columns of a sheet that holds *entries*; *fields* adds 领域."""
    entries = tuple(entries)
    form = [*LEAVES]
    if any(one.subgroup for one in entries):
        form.insert(form.index("二级事项") + 1, THIRD)
    extra = dict.fromkeys(f"{EXTRA}{name}" for one in entries for name, _ in one.extra)
    return (ID, *([FIELD] if fields else []), *form, CATEGORY, STAGE, REMARKS, *extra)


def sheet(names: tuple[str, ...], told: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, ...]]:
    """Yield lines that are *told* by `line_texts` as rows of text in the columns *names*."""
    return (tuple(texts.get(name, "") for name in names) for texts in told)


def official_channels(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the boxes that every row prints: the national ones of the vocabulary."""
    for vocabulary in catalogue.vocabularies:
        if vocabulary.id == "channels":
            return tuple(term.name for term in vocabulary.values if not term.local)
    return ()


def boxes(entry: Entry, official: tuple[str, ...]) -> tuple[Box, ...]:
    """Return the channel list of *entry*: every national box, then what it uses beside them."""
    return _boxes(entry.channels, official)


@lru_cache(maxsize=4096)  # thousands of items use the same few channels
def _boxes(channels: tuple[Channel, ...], official: tuple[str, ...]) -> tuple[Box, ...]:
    used: dict[str, str] = {}
    for channel in channels:
        used[channel.name] = "；".join(filter(None, (used.get(channel.name), channel.text)))
    listed = [Box(name, name in used, used.get(name, "")) for name in official if name != OTHER]
    local = [Box(name, True, text) for name, text in used.items() if name not in official]
    other = [Box(OTHER, OTHER in used, used.get(OTHER, ""))] if OTHER in official else []
    return (*listed, *local, *other)


def basis_text(basis: Basis) -> str:
    """Return one provision in a line: 《title》（number）article."""
    title = (
        basis.title if basis.title.startswith("《") or "《" in basis.title else f"《{basis.title}》"
    )
    number = f"（{basis.number}）" if basis.number else ""
    edition = f"（{basis.edition}）" if basis.edition else ""
    return f"{title}{number}{edition}{basis.article}"


def subjects(catalogue: Catalogue, entry: Entry) -> tuple[Named, ...]:
    """Return the bodies of *entry* by name, with the page of each that is a unit."""
    found = []
    for body in entry.subject:
        unit = catalogue.get("units", body.unit)
        found.append(
            Named(unit.name, f"units/{unit.id}.html") if unit else Named(body.name or body.unit)
        )
    return tuple(found)


# Words that whoever reads a table takes for a tick, and for its absence.
YES_WORDS = "是|有|对|勾|公开"
NO_WORDS = "否|无|不|空|没有|不适用|不涉及|口|一"
_LIKE_TICKS = re.compile(f"(?:{YES_WORDS}|{NO_WORDS})+")


def _group(words: str) -> str:
    return f"特定群体：{words}" if _LIKE_TICKS.fullmatch(words) else words or TICK


def row(catalogue: Catalogue, entry: Entry, channels: tuple[str, ...]) -> Row:
    """Return *entry* as a row; *channels* are the boxes that every row prints."""
    audience = entry.audience
    return Row(
        number=entry.number,
        group=entry.group,
        item=Named(entry.name, f"entries/{entry.id}.html"),
        subgroup=entry.subgroup,
        content=entry.content,
        basis=tuple(basis_text(basis) for basis in entry.basis),
        limit=entry.time_limit.text if entry.time_limit else "",
        subjects=subjects(catalogue, entry),
        channels=boxes(entry, channels),
        everyone=TICK if audience and audience.kind is Reach.EVERYONE else "",
        some=_group(audience.text) if audience and audience.kind is Reach.GROUP else "",
        proactive=TICK if entry.method is Method.PROACTIVE else "",
        on_request=TICK if entry.method is Method.ON_REQUEST else "",
        county=_level(entry, "县级", ("市级", "县级")),
        township=_level(entry, "乡级", ("乡级", "村级")),
    )


def in_township(level: str) -> bool:
    """Return whether a level stands in the column of 乡级 rather than in that of 县级."""
    return bool(_TOWNSHIP.search(level))


def _level(entry: Entry, tick: str, own: tuple[str, ...]) -> str:
    """A tick where the column's own level alone applies, else the levels in words."""
    found = [level for level in own if level in entry.level]
    known = {"市级", "县级", "乡级", "村级"}
    local = [level for level in entry.level if level not in known]
    found += [level for level in local if in_township(level) is (tick == "乡级")]
    return TICK if found == [tick] else "、".join(found)
