"""What `gongkai import` does: tables of any form into the catalogue, with an account of every cell.

Everything is worked out first, and nothing is written before it is known to be right.  Then all
files take their places, each in one step.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import disk, putting
from generator.catalogue import Catalogue
from generator.files.forms import MOST_BYTES
from generator.find import find
from generator.imports import outcome
from generator.imports.account import Account, account, of_register
from generator.imports.cells import Sheet, place
from generator.imports.files.openers import read_tables
from generator.imports.gathering import Table, gathered
from generator.imports.merge import targets
from generator.imports.merge.placing import Placed
from generator.imports.merge.placing import place as placed_of
from generator.imports.merge.registers import Registers, registers
from generator.link import link
from generator.personal import found as personal_in
from generator.personal import found_in_name
from generator.problems import Location, Problem, problem, sorted_once
from generator.read import read
from generator.store import Store
from generator.words import grave


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asked for."""

    field: str = ""
    unit: str = ""
    output: Path | None = None
    report: Path | None = None
    dry_run: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did: problems, lines for a reader, the account for programs, files written."""

    problems: tuple[Problem, ...]
    lines: tuple[str, ...] = ()
    record: Mapping[str, object] | None = None
    files: tuple[str, ...] = ()


def take_in(site: Path, tables: Sequence[Path], wish: Wish, *, today: date, language: str) -> Taken:
    """Bring *tables* into the catalogue of the site at *site*.

    Returns:
        What was done; with an error among the problems, nothing was written.
    """
    found = find(site)
    if found.config is None:  # not the folder of a site
        return Taken(found.problems)
    records = read(found.config, found.sources, Store(None))
    catalogue = link(records, today)
    wrong = [*found.problems, *records.problems, *_misnamed(site, tables, wish, catalogue)]
    if wrong := [one for one in wrong if grave(one)]:
        return Taken(sorted_once(wrong))
    if not wish.dry_run:  # of an import that was killed
        putting.tidy([*(site / one.path for one in found.sources), *filter(None, [wish.output])])
    sheets, problems = _sheets(tables, wish)
    problems += _personal(sheets)
    register, sheets = registers(sheets)
    taken, told = gathered(sheets, catalogue, field=wish.field, unit=wish.unit)
    problems += told
    if not any(one.drafts for one in taken) and not any(grave(one) for one in problems):
        names = "、".join(dict.fromkeys(str(path) for path in tables))
        problems.append(problem(Location(names), "table-none"))
    target = targets.Target(site, wish.output, wish.unit)
    placed, files, texts, told = _files(taken, register, catalogue, target, problems)
    problems += told
    return _told(taken, register, placed, files, texts, problems, wish, language, target)


def _misnamed(
    site: Path, tables: Iterable[Path], wish: Wish, catalogue: Catalogue
) -> Iterable[Problem]:
    """What is wrong with the options: ids that name nothing, files that cannot be written to."""
    yield from catalogue.misnamed("fields", wish.field)
    yield from catalogue.misnamed("units", wish.unit)
    for output in (wish.output,) if wish.output is not None else ():
        plain = output.is_file() or not output.exists()
        if (
            output.is_symlink()
            or not plain
            or output.suffix not in (".yaml", ".yml")
            or not targets.takes_entries(site, output)
        ):
            yield problem(Location(str(output)), "table-output")
    for report in (wish.report,) if wish.report is not None else ():
        plain = report.is_file() or not report.exists()
        own = {disk.real(path) for path in (*tables, *filter(None, [wish.output]))}
        if (
            report.is_symlink()
            or not (plain and report.parent.is_dir())
            or disk.real(report) in own
            or targets.is_source(site, report)
        ):
            yield problem(Location(str(report)), "table-report")


def _sheets(tables: Iterable[Path], wish: Wish) -> tuple[list[Sheet], list[Problem]]:
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for path in {disk.real(path): path for path in tables}.values():  # one given twice, once
        at = Location(str(path))
        try:
            if not path.is_file():
                problems.append(problem(at, "file-special" if path.exists() else "table-missing"))
            elif path.stat().st_size > MOST_BYTES:
                megabytes = f"{path.stat().st_size / 1024 / 1024:.0f}"
                problems.append(problem(at, "table-file-large", megabytes=megabytes))
            else:
                found, told = read_tables(disk.read_input(path), path.name, hidden=wish.hidden)
                sheets += found
                problems += told
        except OSError as error:
            problems.append(problem(at, "file-unreadable", reason=error.strerror or str(error)))
    return sheets, problems


def _personal(sheets: Iterable[Sheet]) -> Iterable[Problem]:
    """Every cell and every name that holds a person's number: it must not come into the
    catalogue."""
    for sheet in sheets:
        at = Location(sheet.file)
        around = (("文件名", sheet.file), ("工作表名", sheet.name))
        lines = [("表前的文字", line) for line in sheet.before]
        for where, one in [(where, p) for where, name in around for p in found_in_name(name)] + [
            (where, p) for where, line in lines for p in personal_in(line)
        ]:
            if one.sure:
                yield problem(at, "table-personal", place=where, data=one.kind, mask=one.mask)
        distinct = dict.fromkeys(cell for row in sheet.rows for cell in row if cell)
        told = [(cell.row, cell.column, cell.text) for cell in distinct]
        told += [(note.row, note.column, note.text) for note in sheet.comments]
        for row, column, text in told:
            for one in personal_in(text):
                if not one.sure:  # what only looks like it is asked about when it is checked
                    continue
                at, where = Location(sheet.file, row, column), place(sheet, row, column)
                yield problem(at, "table-personal", place=where, data=one.kind, mask=one.mask)


def _files(
    taken: Iterable[Table],
    register: Registers,
    catalogue: Catalogue,
    target: targets.Target,
    known_problems: Iterable[Problem],
) -> tuple[list[Placed], dict[str, list[Placed]], dict[str, str], list[Problem]]:
    """Return what is to be written: every item with its id, and the new text of each file."""
    if any(grave(one) for one in known_problems):
        return [], {}, {}, []
    others, told = targets.outside(target)
    problems = [one for one in told if grave(one)]
    rows = [one for table in taken for one in table.drafts]
    placed, told = placed_of(
        rows,
        known=dict(catalogue.by_id) | others,
        same=targets.same(target, catalogue, others),
        unit=target.unit,
        register=register,
        catalogue=catalogue,
    )
    problems += told
    files: dict[str, list[Placed]] = {}
    for one in placed:
        path = target.path(one.entry, one.path)
        files.setdefault(path, []).append(one)
        if one.old is not None and one.path != path:
            at = Location(path)
            problems.append(problem(at, "table-id-elsewhere", id=one.entry.id, path=one.path))
    if any(grave(one) for one in problems):
        return placed, files, {}, problems
    texts, told = targets.texts(target, files)
    words, unlike = targets.vocabulary(target, catalogue, placed, files)
    problems += [one for one in (*told, *unlike) if grave(one)]
    return placed, files, texts | words, problems


def _write(files: Mapping[Path, str]) -> list[Problem]:
    try:
        putting.replace_files({path: text.encode() for path, text in files.items()})
    except OSError as error:
        at = Location(str(error.filename))
        return [problem(at, "table-unwritten", reason=error.strerror or str(error))]
    return []


def _told(
    taken: Iterable[Table],
    register: Registers,
    placed: Iterable[Placed],
    files: Mapping[str, list[Placed]],
    texts: Mapping[str, str],
    problems: list[Problem],
    wish: Wish,
    language: str,
    target: targets.Target,
) -> Taken:
    """Write the files, and the report with them; tell what was done."""
    of = {id(one.draft): one for one in placed}
    accounts: list[Account] = []
    for table in taken:
        rows = [
            (of.get(id(draft)) or Placed(draft, draft.entry, None, None), columns)
            for draft, columns in table.drafts
        ]
        accounts.append(account(table.sheet, table.parted, rows, table.field))
    accounts += [of_register(sheet, cells) for sheet, cells in register.cells.items()]
    failed = any(grave(one) for one in problems)
    writes = not wish.dry_run and not failed
    record: dict[str, object] = {
        "dry_run": wish.dry_run,
        "written": writes,
        "files": [outcome.file_record(path, of_path) for path, of_path in files.items()],
        "tables": [outcome.record(one, language) for one in accounts],
    }
    new = {target.file(path): text for path, text in texts.items()} if writes else {}
    if wish.report is not None:
        new[wish.report] = f"{json.dumps(record, ensure_ascii=False, indent=1)}\n"
    if unwritten := _write(new):
        problems = [*problems, *unwritten]
        failed, record["written"] = True, False
    lines = [line for one in accounts for line in outcome.lines(one, language)]
    if not failed:
        for path, of_path in files.items():
            lines += outcome.file_lines(path, of_path, language, dry=wish.dry_run)
        words = "增加本地用语" if language == "zh" else "local words added"
        lines += [f"{path}: {words}" for path in texts if path not in files]
    written = () if wish.dry_run or failed else tuple(texts)
    return Taken(sorted_once(problems), tuple(lines), record, written)
