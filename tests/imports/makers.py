"""Makers: a table of the official form, said by what differs, as any file an office has it in; and
what an import makes of it in a small site.
"""

from __future__ import annotations

import csv
import io
import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from generator.exports.layout import LEAVES
from generator.imports.cells import Sheet
from generator.imports.files.openers import read_tables
from generator.intake import Taken, Wish, take_in
from generator.problems import Problem
from generator.words import WORDS

from ..conftest import DAY, Site
from .layouts import Span, as_docx, as_html, as_xlsx, heads

NATIONAL = (
    "政府网站", "政府公报", "两微一端", "发布会/听证会", "广播电视", "纸质媒体", "公开查阅点",
    "政务服务中心", "便民服务站", "入户/现场", "社区/企事业单位/村公示栏(电子屏)", "精准推送",
    "其他",
)  # fmt: skip
WORDS_OF_SITE = f"""\
vocabularies:
  - id: channels
    title: 公开渠道和载体
    values: [{", ".join(NATIONAL)}]
  # 由低到高不论，按此排列。
  - id: levels
    title: 公开层级
    values:
      - 市级
      - 县级
      - 乡级
      - 村级
"""
KEYS = (
    "number", "group", "name", "content", "basis", "time_limit", "subject", "channels",
    "everyone", "some", "proactive", "on_request", "county", "township",
)  # fmt: skip
HEADS: Mapping[str, str] = MappingProxyType(dict(zip(KEYS, LEAVES, strict=True)))
GOOD_ROW: Mapping[str, str] = MappingProxyType(
    dict(
        zip(
            KEYS,
            (
                "1", "政策文件", "征收办法", "文件全文", "《土地管理法》第四十七条",
                "信息形成之日起20个工作日内", "市自然资源局", "■政府网站 □政府公报", "√", "", "√",
                "", "√", "",
            ),
            strict=True,
        )
    )
)  # fmt: skip
Row = Mapping[str, str]
Grid = list[list[str]]


def row(**differs: str) -> dict[str, str]:
    """Return a good row by the keys of its columns, with what differs."""
    return {**GOOD_ROW, **differs}


def merged(**differs: str) -> dict[str, str]:
    """Return a row that is empty (merged with the one above it) but for what it says."""
    return {**dict.fromkeys(KEYS, ""), **differs}


def table(*rows: Row, only: Iterable[str] = (), **differs: str) -> Grid:
    """Return *rows* below one row of heads.

    *differs* words a head in another way or adds a column at the end; *only* names the columns
    that the table has, in their order.
    """
    names = {**HEADS, **differs}
    keys = [*(only or names)]
    return [[names[key] for key in keys], *([one.get(key, "") for key in keys] for one in rows)]


def two_rows(grid: Grid, spans: Iterable[Span] = ()) -> tuple[Grid, list[Span]]:
    """Return the table with its header in two rows, merged as the form has it; *spans* are those
    of the body, from its first row."""
    top, over = heads(grid[0], two_rows=True)
    down = [(first + 2, last + 2, left, right) for first, last, left, right in spans]
    return [*top, *grid[1:]], [*over, *down]


def as_csv(grid: Grid, *, encoding: str = "utf-8", separator: str = ",") -> bytes:
    """Return the table as text with separators."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(grid)
    return out.getvalue().encode(encoding)


def as_xls(grid: Grid, spans: Iterable[Span] = (), *, before: bytes = b"") -> bytes:
    """Return the table as an old workbook: BIFF 8 within a compound file, texts only; the records
    *before* stand first in its sheet."""

    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    def text(words: str) -> bytes:
        return struct.pack("<HB", len(words), 1) + words.encode("utf-16-le")

    first = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6))
    name = bytes([3, 1]) + "表一表".encode("utf-16-le")
    start = len(first) + 4 + 6 + len(name) + 4
    book = first + record(0x85, struct.pack("<IH", start, 0) + name) + record(0x0A, b"")
    sheet = record(0x809, struct.pack("<HHHHII", 0x600, 16, 0, 0, 0, 6))
    sheet += before
    for down, line in enumerate(grid):
        for right, words in enumerate(line):
            if words:
                sheet += record(0x204, struct.pack("<HHH", down, right, 0) + text(words))
    ranges = [*spans]
    if ranges:
        body = b"".join(struct.pack("<HHHH", *span) for span in ranges)
        sheet += record(0xE5, struct.pack("<H", len(ranges)) + body)
    return compound({"Workbook": book + sheet + record(0x0A, b"")})


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file (OLE 2) with *streams*, as old office programs write them."""
    free, end, table_sector = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    bodies = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    chain, data, entries = [], b"", []
    for name, body in bodies.items():
        body = body.ljust(-(-len(body) // 512) * 512, b"\0")
        count, first = len(body) // 512, len(chain)
        chain += [first + 1 + n for n in range(count - 1)] + [end]
        data += body
        entries.append((name, 2, first, len(body)))
    folder = len(chain)
    nodes = [("Root Entry", 5, end, 0), *entries]
    sectors = -(-len(nodes) // 4)
    chain += [folder + 1 + n for n in range(sectors - 1)] + [end]
    fats = -(-(len(chain) + 2) // 128)
    chain += [table_sector] * fats
    chain += [free] * (fats * 128 - len(chain))
    tree = b""
    for number, (name, kind, first, size) in enumerate(nodes):
        words = f"{name}\0".encode("utf-16-le")
        right = number + 1 if 0 < number < len(nodes) - 1 else free
        child = 1 if number == 0 and entries else free
        tree += words.ljust(64, b"\0") + struct.pack("<HBB", len(words), kind, 1)
        tree += (
            struct.pack("<III", free, right, child) + bytes(36) + struct.pack("<IQ", first, size)
        )
    empty = bytes(64) + struct.pack("<HBBIII", 0, 0, 0, free, free, free) + bytes(48)
    tree += empty * (sectors * 4 - len(nodes))
    head = (
        bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    )
    head += bytes(6) + struct.pack("<IIIII", 0, fats, folder, 0, 4096)
    head += struct.pack("<IIII", end, 0, end, 0)
    places = [folder + sectors + n for n in range(fats)]
    head += struct.pack("<109I", *places, *([free] * (109 - fats)))
    return head + data + tree + struct.pack(f"<{len(chain)}I", *chain)


def zipped(members: Mapping[str, bytes | str], **options: Any) -> bytes:
    """Return a zip of *members*."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """Return the members of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rezipped(data: bytes, edits: Mapping[str, tuple[str, str]]) -> bytes:
    """Return a zip with, in the members named, one text in place of another."""
    members = unzipped(data)
    for name, (old, new) in edits.items():
        assert old.encode() in members[name], f"{name} does not hold {old!r}"
        members[name] = members[name].replace(old.encode(), new.encode(), 1)
    return zipped(members)


FORMS = ("csv", "xlsx", "xls", "docx", "html")


def as_file(
    grid: Grid, form: str = "xlsx", spans: Sequence[Span] = (), *, before: Sequence[str] = ()
) -> bytes:
    """Return the table as a file of a form, with the lines *before* it where the form has any."""
    if form == "csv":
        return as_csv(grid)
    if form == "xls":
        return as_xls(grid, spans)
    if form == "xlsx":
        return as_xlsx(grid, [*spans])
    return {"docx": as_docx, "html": as_html}[form](grid, [*spans], before=before)


def sheet(grid: Grid, spans: Sequence[Span] = (), form: str = "xlsx") -> Sheet:
    """Return the table as it is read."""
    found, _ = read_tables(as_file(grid, form, spans), f"表.{form}")
    return found[-1]


def office(folder: Path) -> Site:
    """Return the good site with all national channels and without entries, at *folder*."""
    if (folder / "site/config.yaml").exists():
        made = Site.__new__(Site)
        made.folder, made.output = folder / "site", folder / "site/output"
        return made
    made = Site(folder / "site")
    for path in ("zhengdi", "jiaoyu", "others"):
        made.remove(f"catalogue/entries/{path}.yaml")
    made.write("catalogue/vocabularies/words.yaml", WORDS_OF_SITE)
    return made


@dataclass(frozen=True)
class Brought:
    """What an import did: what it tells, and the records that then stand in the file."""

    taken: Taken
    file: Path

    @property
    def text(self) -> str:
        """The file as it is, empty where there is none."""
        return self.file.read_bytes().decode() if self.file.exists() else ""

    @property
    def entries(self) -> list[dict[str, Any]]:
        """The records of the file."""
        assert not self.errors, self.taken.problems
        return (yaml.load(self.text, yaml.CBaseLoader) or {}).get("entries", [])

    @property
    def entry(self) -> dict[str, Any]:
        """The one record of the file."""
        [found] = self.entries
        return found

    @property
    def errors(self) -> list[str]:
        """The rules of the errors."""
        return [one.rule for one in self.taken.problems if _weight(one) == "error"]

    @property
    def warnings(self) -> list[str]:
        """The rules of what else was told."""
        return [one.rule for one in self.taken.problems if _weight(one) != "error"]

    def cells(self, number: int = 0) -> list[dict[str, Any]]:
        """The account of the cells of a table."""
        return self.taken.record["tables"][number]["cells"]  # type: ignore[index]

    def said(self, row: int, column: int) -> dict[str, Any]:
        """The one line of the account for a cell of the first table."""
        [found] = [one for one in self.cells() if (one["row"], one["column"]) == (row, column)]
        return found

    def whys(self) -> dict[str, list[str]]:
        """The ids of the reasons of the first table, by place, where there is one."""
        told = self.taken.record["tables"][0]  # type: ignore[index]
        found: dict[str, list[str]] = {}
        for one in (*told["cells"], *told["gaps"]):
            if "why" in one:
                found.setdefault(one["place"], []).extend(why["id"] for why in one["why"])
        return found


def _weight(found: Problem) -> str:
    return WORDS[found.rule].severity.value


def bring(
    folder: Path,
    content: Grid | bytes,
    *,
    form: str = "xlsx",
    spans: Sequence[Span] = (),
    before: Sequence[str] = (),
    name: str = "目录",
    language: str = "zh",
    **wish: Any,
) -> Brought:
    """Import a table into the site at *folder*, made when it is not there; into the field
    ``zhengdi`` where nothing else is wished."""
    site = office(folder)
    path = folder / f"{name}.{form}"
    data = content if isinstance(content, bytes) else as_file(content, form, spans, before=before)
    path.write_bytes(data)
    wish = {"field": "zhengdi"} | wish
    taken = take_in(site.folder, [path], Wish(**wish), today=DAY, language=language)
    file = wish.get("output")
    if file is None:
        part = "-".join(filter(None, (wish["field"] or "zhengdi", wish.get("unit", ""))))
        file = site.folder / f"catalogue/entries/{part}.yaml"
    return Brought(taken, Path(file))
