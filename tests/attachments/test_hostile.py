"""Files that are broken on purpose or by chance: always an answer, in bounded time and memory."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from random import Random
from time import process_time

import pytest

from generator import attachments
from generator.attachments import inspected
from generator.words import line

from ..conftest import ROOT
from ..imports.makers import unzipped, zipped
from .examples import BROKEN
from .makers import (
    CLEAN,
    FOLDER,
    W,
    dictionary,
    document,
    edited,
    gif,
    holding,
    image,
    jpeg2000,
    metafile,
    pdf,
    png,
    rooted,
    workbook,
)

MANY = 300


def mutated(data: bytes, random: Random) -> bytes:
    """Return *data* with a few bytes changed, taken out, doubled, or its end cut off."""
    body = bytearray(data)
    for _ in range(random.randrange(1, 6)):
        place = random.randrange(len(body))
        how = random.randrange(5)
        if how < 2:
            body[place] = random.randrange(256)
        elif how == 2:
            del body[place : place + random.randrange(1, 40)]
        elif how == 3:
            body[place:place] = body[place : place + random.randrange(1, 40)]
        elif random.randrange(4) == 0:
            del body[place:]
        if not body:
            return b"a"
    return bytes(body)


@pytest.fixture
def here(monkeypatch):
    """Look into files in this process, so that an error would be seen where it arises."""
    monkeypatch.setattr(attachments, "apart", lambda work: work())


@pytest.mark.parametrize("name", CLEAN)
def test_whatever_becomes_of_a_file_there_is_an_answer(name, here):
    """
    Three hundred mutations of its bytes.
    """
    random = Random(name)
    for _ in range(MANY):
        found = inspected(FOLDER + name, mutated(CLEAN[name], random))

        assert all(line(one, "zh") and line(one, "en") for one in found.problems)


@pytest.mark.parametrize("name", [one for one in BROKEN if BROKEN[one].file.endswith("x")])
def test_whatever_becomes_of_a_part_there_is_an_answer(name, here):
    """
    Within the zip, where its checksums do not help.
    """
    one, random = BROKEN[name], Random(name)
    if callable(one.made) or not one.data.startswith(b"PK"):
        return
    try:
        parts = unzipped(one.data)
    except Exception:
        return
    for _ in range(6):
        changed = {
            part: mutated(body, random) if body and random.randrange(3) == 0 else body
            for part, body in parts.items()
        }

        assert inspected(FOLDER + one.file, zipped(changed)).size


@pytest.mark.parametrize("name", [one for one in BROKEN if not BROKEN[one].file.endswith("x")])
def test_whatever_becomes_of_a_broken_file_there_is_an_answer(name, here):
    """
    Notes, actions, Exif and what else clean files do not have.
    """
    one, random = BROKEN[name], Random(name)
    if callable(one.made):
        return
    for _ in range(20):
        inspected(FOLDER + one.file, mutated(one.data, random))


_TREE = "<a>" * 200 + "</a>" * 200
_DEEP = "<a>" * 100_000 + "</a>" * 100_000


def looped(writer) -> None:
    """A page that is its own parent, and a note that is its own reply."""
    page = writer.pages[0]
    rooted(Pages=page)(writer)


def huge_stream(writer) -> None:
    import zlib

    from pypdf.generic import NameObject, StreamObject

    stream = StreamObject()
    stream._data = zlib.compress(b"BT (a) Tj ET " * 8_000_000)
    stream.update(dictionary(Filter="/FlateDecode"))
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)


def unshown(writer) -> None:
    from pypdf.generic import DecodedStreamObject

    stream = DecodedStreamObject()
    stream.set_data(b"BT " * 3_000_000)
    writer._add_object(stream)


FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
HOSTILE = {
    "a deep part": ("a.docx", lambda: holding(document(), {"word/a.xml": _DEEP})),
    "a part of many levels": ("a.docx", lambda: holding(document(), {"word/a.xml": _TREE})),
    "a far cell": ("a.xlsx", lambda: edited(
        workbook(), "xl/worksheets/sheet1.xml", "</sheetData>", FAR
    )),
    "a number without end": ("a.xlsx", lambda: edited(
        workbook(), "xl/worksheets/sheet1.xml", "</sheetData>",
        '<row r="9"><c r="A9"><v>1E999999999</v></c><c r="B9"><v>NaN</v></c>'
        f'<c r="C9"><v>{"9" * 100_000}</v></c></row></sheetData>',
    )),
    "a string of a wrong number": ("a.xlsx", lambda: edited(
        workbook(), "xl/worksheets/sheet1.xml", "</sheetData>",
        f'<row r="9"><c r="A9" t="s"><v>{"9" * 10_000}</v></c><c t="s"><v>-1</v></c></row>'
        "</sheetData>",
    )),
    "many rows that are hidden": ("a.xlsx", lambda: edited(
        workbook(), "xl/worksheets/sheet1.xml", "</sheetData>",
        '<row hidden="1"><c><v>1</v></c></row>' * 50_000 + "</sheetData>",
    )),
    "columns without end": ("a.xlsx", lambda: edited(
        workbook(), "xl/worksheets/sheet1.xml", "<sheetData>",
        '<cols><col min="1" max="999999999999" hidden="1"/></cols><sheetData>',
    )),
    "a PDF that goes round": ("a.pdf", lambda: pdf(fill=looped)),
    "a page of a hundred megabytes": ("a.pdf", lambda: pdf(fill=huge_stream)),
    "a PDF of open lists": ("a.pdf", lambda: pdf()[:-6] + b"[" * 200_000 + b"%%EOF"),
    "a PDF of objects that were replaced": (
        "a.pdf", lambda: b"%PDF-1.7\n" + b"1 0 obj<</Author(a)>>endobj\n" * 300_000 + pdf()
    ),
    "a PDF of texts that are never shown": ("a.pdf", lambda: pdf(fill=unshown)),
    "a JPEG 2000 of boxes within boxes": ("a.pdf", lambda: pdf(fill=image(
        jpeg2000(b"".join(
            (8 * left).to_bytes(4, "big") + b"jp2h" for left in range(50_000, 0, -1)
        )), Filter="/JPXDecode",
    ))),
    "a drawing of pictures": ("a.docx", lambda: holding(document(), {
        "word/media/image1.emf": metafile(png() * 20_000 + CLEAN["zhaopian.jpg"][:-9] * 20_000),
    })),
    "a GIF of empty blocks": ("a.docx", lambda: holding(document(), {
        "word/media/image1.gif": gif(b"!\xff\0" * 500_000),
    })),
    "a text of digits": ("a.txt", lambda: b"1 " * 500_000),
    "a text of one line": ("a.csv", lambda: "甲".encode() * 9_000_000),
    "a text of tags": ("a.txt", lambda: b"a" + b"<a " * 3_000_000),
    "a PNG of chunks": ("a.png", lambda: CLEAN["ditu.png"][:33] + bytes(12) * 1_000_000),
    "a JPEG of marks": ("a.jpg", lambda: b"\xff\xd8" + b"\xff" * 10_000_000),
    "a JPEG of stuffed zeros": (
        "a.jpg", lambda: CLEAN["zhaopian.jpeg"][:-2] + b"\xff\0" * 5_000_000,
    ),
}  # fmt: skip
_SCRIPT = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from generator.attachments import inspected
print(*(one.rule for one in inspected(sys.argv[1], sys.stdin.buffer.read()).problems))
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_memory_and_time_are_bounded(name):
    """
    The process that asks neither dies nor hangs.
    """
    file, made = HOSTILE[name]
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, file], input=made(), env={"PYTHONPATH": str(ROOT)},
        capture_output=True, timeout=120, check=False,
    )  # fmt: skip

    assert 0 == done.returncode, done.stderr.decode()[-400:]


def test_what_a_file_breaks_again_and_again_is_told_once():
    """
    The first places, and how many more; counts are summed up.
    """
    parts = {f"xl/embeddings/{n}.bin": b"x" for n in range(10, 50)}
    changed = {f"word/footnotes{n}.xml": f"<w:a {W}><w:ins/><w:del/></w:a>" for n in range(10, 50)}
    [embedded] = inspected("a.xlsx", holding(workbook(), parts)).problems
    [tracked] = inspected("a.docx", holding(document(), changed)).problems

    first = ", ".join(f"xl/embeddings/{n}.bin" for n in range(10, 16))
    assert [("part", f"{first} … (+34)")] == [*embedded.facts]
    assert "80" == dict(tracked.facts)["count"]


ROW = "".join(
    f'<c r="{column}{{0}}" t="inlineStr"><is><t>第{{0}}号示范小学</t></is></c>'
    for column in "ABCDE"
) + "".join(f'<c r="{column}{{0}}"><v>{{0}}.5</v></c>' for column in "FGHIJ")  # fmt: skip


def test_a_large_sheet_takes_no_more_than_its_share_of_time(here):
    """
    Four times the rows, about four times the work.
    """

    def work(rows: int) -> float:
        lines = "".join(f'<row r="{n}">{ROW.format(n)}</row>' for n in range(9, rows))
        data = edited(
            workbook(), "xl/worksheets/sheet1.xml", "</sheetData>", f"{lines}</sheetData>"
        )
        start = process_time()
        assert () == inspected("a.xlsx", data).problems
        return process_time() - start

    assert work(12_000) < 10 * work(3_000)


def crashed(data, at):
    os.kill(os.getpid(), signal.SIGSYS)


def test_a_library_that_brings_its_process_down_ends_no_other(monkeypatch):
    """
    The file is called damaged, for nobody knows what it holds.
    """
    monkeypatch.setattr(attachments, "_LOOKS", {"pdf": crashed})

    assert ["attachment-damaged"] == [one.rule for one in inspected("a.pdf", pdf()).problems]
