"""Items of a table to entries: what each cell says, what was guessed, and what it said before.

`original` keeps the words of a cell wherever an export would not print just these words again, so
that nothing a table says is lost, and a later import can tell whether the table changed or an
editor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from generator.catalogue import Catalogue
from generator.exports import layout
from generator.exports.marks import ELEMENTS, marks
from generator.imports.tables.choices import (
    audience,
    categories,
    chosen,
    levels,
    method,
    methods,
    reach,
    stages,
)
from generator.imports.tables.columns import Column
from generator.imports.tables.reading import Reading, text_of
from generator.imports.tables.rows import TICKS, Block, Item
from generator.imports.tables.settling import defaults, settled
from generator.imports.words.bases import bases
from generator.imports.words.bodies import Units, bodies
from generator.imports.words.boxes import ticked
from generator.imports.words.channels import NATIONAL, channels
from generator.imports.words.heads import NAMES, Why
from generator.imports.words.printed import (
    printed_bases,
    printed_bodies,
    printed_channels,
    printed_line,
    printed_lines,
)
from generator.imports.words.suggest import suggested
from generator.imports.words.wording import elements, joined, limit, name, unnumbered
from generator.model.base import is_allowed_id
from generator.model.entry import Entry, Suggestible
from generator.model.timelimit import TimeLimit
from generator.terms import folded

# The column of the official form in which an element is printed again.
PRINTED: Mapping[str, str] = MappingProxyType({
    "number": "序号",
    "group": "一级事项",
    "name": "二级事项",
    "subgroup": layout.THIRD,
    "content": "公开内容（要素）",
    "basis": "公开依据",
    "time_limit": "公开时限",
    "subject": "公开主体",
    "channels": "公开渠道和载体",
    "category": layout.CATEGORY,
    "stage": layout.STAGE,
    "remarks": layout.REMARKS,
    "everyone": "全社会",
    "group-only": "特定群体",
    "proactive": "主动",
    "on-request": "依申请",
})  # fmt: skip
# The element of an entry that a column speaks of, where it is called otherwise.
OWNER: Mapping[str, str] = MappingProxyType({
    "everyone": "audience",
    "group-only": "audience",
    "proactive": "method",
    "on-request": "method",
    "one-category": "category",
    "one-channel": "channels",
    "ticks": "extra",
    "withheld": "extra",
})  # fmt: skip


COMMENTS = "批注"  # under which the comments at an item are kept
_NO_KEYS = frozenset({"id", "extra", "group-and-name"})


@dataclass(frozen=True, slots=True)
class Context:
    """What an import knows of the site: records, units by name, words; and whence the table is."""

    catalogue: Catalogue
    units: Units
    channels: tuple[str, ...]
    source: str
    file: str = ""


@dataclass(slots=True)
class Draft:
    """An entry as a table has it, and how it was read.

    *texts* are the words of each column, ditto resolved, by the index of the column; *whys* what
    was guessed there; *said* the elements that the table has a column for.  *given* is the id in
    the table's own column of ids; *marks* are those of what the row says.
    """

    entry: Entry
    item: Item
    texts: dict[int, str] = field(default_factory=dict)
    whys: dict[int, list[Why]] = field(default_factory=dict)
    said: frozenset[str] = frozenset()
    given: str = ""
    file: str = ""
    marks: str = ""


def drafts(block: Block, context: Context, field_id: str, fields: Mapping[str, str]) -> list[Draft]:
    """Return the items of *block* as entries without ids, in the order of the table.

    Args:
        block: The table.

        context: What is known of the site.

        field_id: The field of items whose own row names none.

        fields: Field by the compared words that name it, for rows that do.
    """
    columns = settled(block)
    above = defaults(block.before)
    found: list[Draft] = []
    for item in block.items:
        draft = _draft(
            item, columns, context, field_id, fields, above,
            before=found[-1] if found else None, wrapped=block.wrapped,
        )  # fmt: skip
        found.append(draft)
    return found


def _draft(
    item: Item,
    columns: tuple[Column, ...],
    context: Context,
    field_id: str,
    fields: Mapping[str, str],
    above: Mapping[str, str],
    *,
    before: Draft | None,
    wrapped: bool,
) -> Draft:
    read = Reading(item, columns, before.texts if before else {})
    group, own_name, subgroup = _names(read)
    given = _given(read)
    text = read.of("content")
    content = printed_lines(text) if given else elements(text, wrapped=wrapped)
    if not own_name:
        own_name = group or (content[0] if content else "（无名称）")
        read.why("name", ("name-missing", own_name))
    text = read.of("basis")
    provisions = printed_bases(text) if given else bases(text)
    read.why("basis", *provisions.whys)
    text = read.of("subject") or above.get("subject", "")
    named = (printed_bodies if given else bodies)(text, context.units)
    read.why("subject", *named.whys)
    text = read.of("channels") or chosen(read) or above.get("channels", "")
    told = (printed_channels if given else channels)(text, context.channels or NATIONAL)
    read.why("channels", *told.whys)
    text = read.of("time_limit")
    when = (printed_line if given else limit)(text) or above.get("time_limit", "")
    said = (printed_line if given else joined)(read.of("remarks"))
    category, unclear = categories(read)
    suggestion = (
        None
        if category or read.has("category", "one-category")
        else suggested(own_name, group, "、".join(content))
    )
    entry = Entry(
        id="-",
        name=own_name,
        field=fields.get(folded(read.of("field")), field_id) if read.of("field") else field_id,
        group=group,
        subgroup=subgroup,
        number=joined(read.of("number")),
        category=(suggestion[0],) if suggestion else category,
        suggested=(Suggestible.CATEGORY,) if suggestion else (),
        stage=stages(read),
        content=content,
        basis=provisions.found,
        subject=named.found,
        time_limit=TimeLimit(text=when) if when else None,
        method=methods(read, above.get("method", "")),
        channels=told.found,
        audience=audience(read, above.get("audience", "")),
        level=levels(read, above.get("level", "")),
        remarks="；".join(filter(None, (said, f"渠道注：{told.note}" if told.note else ""))),
        source=f"{context.source}，第{item.rows[0]}行" if item.rows else context.source,
    )
    for element, words in above.items():
        if not read.has(element, *(one for one, owner in OWNER.items() if owner == element)):
            read.whys.setdefault(-1, []).append(("default", NAMES[element], words))
    if suggestion:
        read.whys.setdefault(-1, []).append(("suggested", suggestion[0].value, suggestion[1]))
    entry = replace(entry, extra=_extra(read, unclear))
    entry = replace(entry, original=_original(read, entry, context))
    owned = {OWNER.get(column.element, column.element) for column in columns}
    if "group-and-name" in owned:
        owned |= {"group", "name"}
    row = marks(*_said(read, columns, entry.field))
    return Draft(
        replace(entry, imported=row), item, read.texts, read.whys, frozenset(owned - _NO_KEYS),
        given, context.file, row,
    )  # fmt: skip


def _said(
    read: Reading, columns: Iterable[Column], field_id: str
) -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """What the columns of each element say, by what tells them apart; and the further columns."""
    said: dict[str, dict[str, str]] = {"field": {"": field_id}}
    extra: dict[str, str] = {}
    for column in columns:
        element, text = OWNER.get(column.element, column.element), read.texts[column.index]
        if element == "extra":
            extra |= {column.header: text} if text else {}
        elif element == "field":
            pass
        elif element == "group-and-name":
            said["name"] = {"": text}
        elif element in ELEMENTS:
            box = column.element in TICKS or column.word
            name = (column.word or column.element) if box else ""
            of = said.setdefault(element, {})
            of[name] = "\n".join(filter(None, (of.get(name, ""), text)))
    if read.item.over and not any(said.get("group", {}).values()):
        said["group"] = {"": read.item.over}
    return said, extra


def _given(read: Reading) -> str:
    text = read.of("id").strip()
    return text if is_allowed_id(text) else ""


def _names(read: Reading) -> tuple[str, str, str]:
    """The names of the item at its three levels, list numbers taken off."""
    group, own = read.of("group"), read.of("name")
    if both := read.of("group-and-name"):
        group, slash, own = both.partition("/")
        group, own = (group, own) if slash else ("", both)
    if not group and read.item.over:
        group = read.item.over
        read.whys.setdefault(-1, []).append(("group-over", joined(unnumbered(group))))
        group = unnumbered(group)
    printed = (group, own, read.of("subgroup"))
    if _given(read) and "\n" not in "".join(printed):  # an export prints names as they are
        return printed
    for element, text in (("group", group), ("name", own)):
        if name(text) != joined(text):
            read.why(element, ("number-apart", joined(text)))
    return name(group), name(own), name(read.of("subgroup"))


def _extra(read: Reading, unclear: str) -> tuple[tuple[str, str], ...]:
    """What the form has no column for: unknown columns, ticks whose column is not known, and
    ticks that an entry has no second place for."""
    found = {
        column.header: read.texts[column.index]
        for column in read.columns
        if column.element in ("extra", "ticks") and read.texts[column.index]
    }
    if unclear:
        found[next(c.header for c in read.columns if c.element == "category")] = unclear
    for element in ("method", "audience"):
        text = read.of(element)
        if text and (method(text) if element == "method" else reach(text)) is None:
            found[next(c.header for c in read.columns if c.element == element)] = text
    return tuple((found | read.kept).items())


def _original(read: Reading, entry: Entry, context: Context) -> tuple[tuple[str, str], ...]:
    """The words of the cells that an export of *entry* would not print again."""
    printed = layout.line_texts(
        layout.line(context.catalogue, entry, layout.official_channels(context.catalogue))
    )
    found: dict[str, str] = {}
    for column in read.columns:
        cells = read.item.cells.get(column.index, ())
        raw = text_of(cells)
        if not raw:
            continue
        if column.element in ("extra", "ticks"):
            kept = raw != read.texts[column.index]
        elif column.element == "id":
            kept = not _given(read)
        elif column.element in TICKS:
            worded = ticked(raw) is None and raw not in (*printed.values(), *entry.level)
            kept = worded or ticked(raw) is False
        elif column.element == "field":
            kept = raw != printed[layout.FIELD]
        elif column.element in PRINTED:
            kept = raw != printed[PRINTED[column.element]]
        else:  # words where the form has boxes (公开对象, 公开方式, 公开层级), or two in one cell
            reach_word = entry.audience.kind if entry.audience else ""
            levels_word = "、".join(entry.level)
            both = f"{entry.group}/{entry.name}"
            kept = raw not in (entry.method, reach_word, levels_word, both)
        if kept:
            found[column.header] = raw
    return tuple(found.items())
