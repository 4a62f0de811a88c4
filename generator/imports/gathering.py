"""The sheets of some files to the items of a catalogue, each with its field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.catalogue import Catalogue
from generator.imports.cells import Sheet, place
from generator.imports.entries import COMMENTS, Context, Draft, drafts
from generator.imports.tables.columns import Column
from generator.imports.tables.reading import text_of
from generator.imports.tables.rows import Block, Item, Parted, part
from generator.imports.tables.settling import settled, withheld
from generator.imports.words.bodies import units_of
from generator.imports.words.fields import field_in, field_of, names_of
from generator.imports.words.wording import unnumbered
from generator.problems import Location, Problem, problem
from generator.terms import folded


@dataclass(frozen=True, slots=True)
class Table:
    """One table with its items, before they have ids."""

    sheet: Sheet
    parted: Parted
    drafts: tuple[tuple[Draft, tuple[Column, ...]], ...]
    field: str


def gathered(
    sheets: Iterable[Sheet], catalogue: Catalogue, *, field: str, unit: str
) -> tuple[list[Table], list[Problem]]:
    """Return every sheet with its items as drafts, and why some cannot come in.

    Args:
        sheets: The sheets of all files, in their order.

        catalogue: The site.

        field: The id of the field that all are of; empty where the tables say it.

        unit: The id of the unit whose catalogue it is, or empty.
    """
    words = {
        vocabulary.id: tuple(term.name for term in vocabulary.values)
        for vocabulary in catalogue.vocabularies
    }
    units = units_of(unit for unit in catalogue.units if catalogue.current(unit))
    of = catalogue.get("units", unit)
    context = Context(catalogue, units, words.get("channels", ()), of.name if of else "")
    taken: list[Table] = []
    problems: list[Problem] = []
    known: dict[str, Parted] = {}
    covers: dict[str, tuple[str, ...]] = {}
    for sheet in sheets:
        parted = part(sheet, known.get(sheet.file))
        if parted.header:
            known[sheet.file] = parted
        elif sheet.file not in covers:  # a cover sheet may have the only title
            covers[sheet.file] = tuple(cell.text for cell, _ in parted.left[:_COVER])
        table, told = _table(sheet, parted, context, field, covers.get(sheet.file, ()))
        taken.append(table)
        problems += told
    return taken, problems


_COVER = 10  # cells of a cover


def _table(
    sheet: Sheet, parted: Parted, context: Context, wanted: str, cover: tuple[str, ...]
) -> tuple[Table, list[Problem]]:
    catalogue = context.catalogue
    fields = names_of(catalogue.fields)
    where = "，".join(filter(None, (context.source, sheet.file, sheet.name)))
    context = replace(context, source=where, file=sheet.file)
    found: list[tuple[Draft, tuple[Column, ...]]] = []
    problems: list[Problem] = []
    decided = ""
    for block in parted.blocks:
        columns = settled(block)
        for heading, over, items in _by_heading(block):
            lines = (heading, *reversed(block.before), sheet.name, *cover, sheet.file)
            own = fields.get(folded(unnumbered(over)), "")
            if own:  # the heading is the name of a field and no more
                items = tuple(replace(item, over="") for item in items)
            field = wanted or own or field_of(filter(None, (over, *lines)), fields)
            rows = {} if wanted else _row_fields(items, columns, fields)
            decided = decided or field
            for draft in drafts(replace(block, items=items), context, field, rows):
                found.append((_noted(draft, sheet), columns))
                problems += _refused(draft, columns, sheet)
    return Table(sheet, parted, tuple(found), decided), problems


def _by_heading(block: Block) -> list[tuple[str, str, tuple[Item, ...]]]:
    groups: dict[tuple[str, str], list[Item]] = {}
    for item in block.items:
        groups.setdefault((item.heading, item.over), []).append(item)
    return [(heading, over, tuple(items)) for (heading, over), items in groups.items()]


def _row_fields(
    items: Iterable[Item], columns: Iterable[Column], fields: Mapping[str, str]
) -> dict[str, str]:
    """The fields that the rows themselves name, by the compared words of the cell."""
    of_field = [column.index for column in columns if column.element == "field"]
    texts = {text_of(item.cells.get(index, ())) for item in items for index in of_field} - {""}
    return {folded(text): id for text in sorted(texts) if (id := field_in(text, fields))}


def _noted(draft: Draft, sheet: Sheet) -> Draft:
    """The draft with the comments at its rows, where they were wanted."""
    notes = [one.text for one in sheet.comments if one.row in draft.item.rows]
    if notes:
        extra = (*draft.entry.extra, (COMMENTS, "；".join(notes)))
        draft.entry = replace(draft.entry, extra=extra)
    return draft


def _refused(draft: Draft, columns: tuple[Column, ...], sheet: Sheet) -> Iterable[Problem]:
    """Why an item cannot come into the catalogue: it has no field, or it is withheld."""
    if not draft.entry.field:
        at = Location(sheet.file)
        yield problem(at, "table-field", sheet=sheet.name or sheet.file)
    if cell := withheld(draft.item, columns):
        at, where = Location(sheet.file, cell.row, cell.column), place(sheet, cell.row, cell.column)
        yield problem(at, "table-withheld", place=where, text=cell.text)
