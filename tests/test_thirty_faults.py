"""A site with a fault of every class: each is told, once, at its place, and nothing is published.

What hangs on a fault stays silent: a reference into a file that cannot be read is no second fault.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable

import pytest

from generator.decoded import MOST_BYTES

from .conftest import GUIDE, Site, entry, files, listed

Fault = tuple[str, str | bytes, tuple[str, ...]]

E = "catalogue/entries"
P = "content/pages"


def page(id: str, body: str) -> str:
    return f"---\nid: {id}\ntitle: 页\n---\n\n{body}\n"


# What is written, and the place, severity and rule of all that is said of it.
WRITTEN: dict[str, Fault] = {
    "a duplicate key": (
        f"{E}/f01.yaml", entry("f01") + "method: 依申请公开\n", ("14:1: error yaml-duplicate-key",),
    ),
    "an anchor": (
        f"{E}/f02.yaml", entry("f02", name="&x 公告"), ("2:7: error yaml-anchor",),
    ),
    "an alias": (f"{E}/f03.yaml", entry("f03", name="*x"), ("2:7: error yaml-alias",)),
    "a merge key": (
        f"{E}/f04.yaml", entry("f04") + "<<: {remarks: 甲}\n", ("14:1: error yaml-merge",),
    ),
    "a tag": (f"{E}/f05.yaml", entry("f05", name="!!str 公告"), ("2:7: error yaml-tag",)),
    "an unknown key": (
        f"{E}/f06.yaml", entry("f06") + "remark: 甲\n", ("14:1: error field-unknown",),
    ),
    "a tab": (f"{E}/f07.yaml", entry("f07") + "extra:\n\t甲: 乙\n", ("15:1: error yaml-tab",)),
    "a full-width colon": (
        f"{E}/f08.yaml", entry("f08").replace("name: ", "name："), ("2:5: error yaml-wide-colon",),
    ),
    "GBK": (f"{E}/f09.yaml", entry("f09").encode("gbk"), ("2:7: error file-encoding",)),
    "a control character": (
        f"{E}/f10.yaml", entry("f10", name="公\x01告"), ("2:8: error character-forbidden",),
    ),
    "a mark of direction": (
        f"{E}/f11.yaml", entry("f11", name="公\u202e告"), ("2:8: error character-forbidden",),
    ),
    "an empty file": (f"{E}/f12.yaml", "", (": error file-empty",)),
    "a truncated file": (
        f"{E}/f13.yaml", entry("f13").partition("政府信息公开条例")[0],
        ("6:16: error yaml-truncated",),
    ),
    "a huge file": (f"{E}/f14.yaml", b"#" * (MOST_BYTES + 1), (": error file-too-large",)),
    "deep nesting": (
        f"{E}/f15.yaml", entry("f15", extra="[" * 5000), ("13:39: error yaml-depth",),
    ),
    "a wrong kind of value": (
        f"{E}/f16.yaml", entry("f16", content="公告"), ("5:10: error value-kind",),
    ),
    "a bad date": (
        f"{E}/f17.yaml", entry("f17", effective="2023-02-29"), ("13:12: error value-date",),
    ),
    "a bad number": (f"{E}/f18.yaml", entry("f18", order="012"), ("13:8: error value-number",)),
    "an unknown choice": (
        f"{E}/f19.yaml", entry("f19", method="主動公開"), ("9:9: error value-choice",),
    ),
    "a bad id": (f"{E}/f20.yaml", entry("F_20"), ("1:5: error value-id",)),
    "a missing field": (f"{E}/f21.yaml", entry("f21", field=None), ("1:1: error field-missing",)),
    "a word for nothing": (f"{E}/f22.yaml", entry("f22", name="~"), ("2:7: error value-nothing",)),
    "an unknown reference": (
        f"{E}/f23.yaml", entry("f23", subject="[nowhere]"), ("7:11: error reference-unknown",),
    ),
    "a repeated id": (f"{E}/f24.yaml", entry("buchang"), ()),  # told at the later of the two
    "the id of an ended record": (
        f"{E}/f25.yaml",
        listed("entries", entry("f25", superseded_by="gonggao"), entry("f25")),
        ("16:9: error id-of-ended",),
    ),
    "a word not in the vocabulary": (
        f"{E}/f26.yaml", entry("f26", channels="[飞鸽]"), ("10:12: error word-unknown",),
    ),
    "an empty item": (
        f"{E}/f27.yaml", entry("f27", content="[公告, '']"), ("5:15: error value-empty",),
    ),
    "two documents": (
        f"{E}/f28.yaml", entry("f28") + "---\nid: x\n", ("14:1: error yaml-documents",),
    ),
    "a stray bracket": (f"{E}/f29.yaml", entry("f29", name="]"), ("2:7: error yaml-syntax",)),
    "a list for a key": (
        f"{E}/f30.yaml", entry("f30") + "? [a]\n: b\n", ("14:3: error yaml-key",),
    ),
    "an escaped control": (
        f"{E}/f31.yaml", entry("f31", name='"\\0"'), ("2:7: error character-forbidden",),
    ),
    "a missing element": (
        f"{E}/f32.yaml", entry("f32", method=None), ("1:1: warning entry-method-missing",),
    ),
    "a ditto": (f"{E}/f33.yaml", entry("f33", content="[同上]"), ("5:11: warning ditto-left",)),
    "three faults in one file": (
        f"{E}/f34.yaml",
        entry("f34", method="公开", effective="昨天", level="[省級]"),
        ("12:9: error word-unknown", "13:12: error value-date", "9:9: error value-choice"),
    ),
    "no front matter": (f"{P}/p01.md", "# 页\n", ("1:1: error front-matter-missing",)),
    "a script": (
        f"{P}/p02.md", page("p02", "甲 <script>alert(1)</script>"), ("6:3: error markup-removed",),
    ),
    "a javascript link": (
        f"{P}/p03.md", page("p03", "[甲](javascript:alert(1))"), ("6:5: error link-scheme",),
    ),
    "a protocol-relative link": (
        f"{P}/p04.md", page("p04", "[甲](//x.example/)"), ("6:5: error link-protocol-relative",),
    ),
    "a dead link": (
        f"{P}/p05.md", page("p05", "甲\n[乙](fields/gone.html)"), ("7:5: error link-nowhere",),
    ),
    "a dead anchor": (
        f"{P}/p06.md", page("p06", "[甲](guide.md#没有)"), ("6:5: error anchor-nowhere",),
    ),
    "an overgrown paragraph": (
        f"{P}/p07.md", page("p07", "[" * 5000), ("6:1: error markdown-too-complex",),
    ),
    "a bad id of a page": (f"{P}/p08.md", page("nul", "甲"), ("2:5: error value-id",)),
    "a link into an unreadable file": (f"{P}/p09.md", page("p09", "[甲](p01.md)"), ()),
    "an unknown folder": (
        "catalogue/entrys/a.yaml", entry("x"), (": error folder-unknown",),
    ),
    "a spreadsheet": (
        "catalogue/units/units.xlsx", b"PK", (": warning file-unexpected",),
    ),
}  # fmt: skip


def broken(site: Site) -> list[str]:
    """Put every fault into *site* and return what must be said, in order."""
    expected = []
    for path, text, said in WRITTEN.values():
        site.write(path, text)
        expected += [f"{path}:{one}" if one[0].isdigit() else f"{path}{one}" for one in said]
    for change in (_repeated, _linked, _piped, _misspelt, _foreign, _undefined):
        expected += change(site)
    return sorted(expected)


def _repeated(site: Site) -> list[str]:
    return ["catalogue/entries/zhengdi.yaml:15:9: error id-repeated"]


def _linked(site: Site) -> list[str]:
    (site.folder / "content/pages/link.md").symlink_to("/etc/passwd")
    return ["content/pages/link.md: error file-link"]


def _piped(site: Site) -> list[str]:
    os.mkfifo(site.folder / "catalogue/laws/pipe.yaml")
    return ["catalogue/laws/pipe.yaml: error file-special"]


def _misspelt(site: Site) -> list[str]:
    site.edit("config.yaml", "summary: 查", "sumary: 查")
    return ["config.yaml:1:1: error field-missing", "config.yaml:4:1: error field-unknown"]


def _foreign(site: Site) -> list[str]:
    site.edit(
        "templates/base.html", "</head>", '<script src="https://x.example/a.js"></script>\n</head>'
    )
    return ["templates/base.html:13:14: error page-foreign-request"]


def _undefined(site: Site) -> list[str]:
    site.write(
        "templates/404.html",
        '{% extends "base.html" %}\n{% block body %}\n{{ view.titel }}{% endblock %}',
    )
    return ["templates/404.html:3: error template-error"]


@pytest.fixture
def faulty(site: Site) -> tuple[Site, list[str]]:
    """A site that was published, then spoilt; and what must be said of it."""
    site.build()
    return site, broken(site)


def test_there_are_more_than_forty_classes():
    """
    At least the thirty that were asked for.
    """
    assert 40 <= len(WRITTEN) + 5


def test_every_fault_is_told_once_at_its_place(faulty):
    """
    No more and no fewer than were made.
    """
    site, expected = faulty
    done = site.run("check", "--format", "json")
    said = [
        ":".join(str(one[key]) for key in ("path", "line", "column") if one[key])
        + f": {one['severity']} {one['rule']}"
        for one in json.loads(done.stdout)
    ]

    assert 1 == done.returncode
    assert expected == sorted(said)


@pytest.mark.parametrize(
    ("language", "errors"), [("zh", "个错误"), ("en", " errors")], ids=["zh", "en"]
)
def test_every_fault_is_put_into_words(faulty, language, errors):
    """
    One line for each, in either language, what to do below it; never a traceback.
    """
    site, expected = faulty
    done = site.run("check", "--lang", language)
    said = [row for row in done.stderr.splitlines() if not row.startswith("    ")]

    assert 1 == done.returncode
    assert len(expected) + 1 == len(said)
    assert errors in said[-1]
    assert "" == done.stdout
    assert "Traceback" not in done.stderr


def test_build_says_the_same_and_publishes_nothing(faulty):
    """
    output/ is byte for byte what it was.
    """
    site, expected = faulty
    before = files(site.output)
    done = site.run("build", "--json")

    assert 1 == done.returncode
    assert len(expected) == len(json.loads(done.stdout)["problems"])
    assert before == files(site.output)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", [name for name, (*_, said) in WRITTEN.items() if said])
def test_each_fault_alone_is_the_only_one(site, name):
    """
    Without the others beside it nothing else is said.
    """
    path, text, said = WRITTEN[name]
    site.write(path, text)
    found = [" ".join((f"{one.at}:", one.rule)) for one in site.problems()]

    assert sorted(
        f"{path}{'' if one[0] == ':' else ':'}{one}".replace(" error", "").replace(" warning", "")
        for one in said
    ) == sorted(found)


CHANGES: dict[str, Callable[[Site], list[str]]] = {
    "a link": _linked,
    "a pipe": _piped,
    "a misspelt setting": _misspelt,
    "a foreign request": _foreign,
    "an undefined name": _undefined,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_each_change_alone_is_the_only_one(site, change):
    """
    Settings that cannot be read put no blame on the pages that show them.
    """
    expected = change(site)

    assert sorted(expected) == sorted(f"{one.at}: error {one.rule}" for one in site.problems())


def test_a_mended_site_is_published(faulty):
    """
    Nothing of the faults is remembered.
    """
    site, _ = faulty
    before = files(site.output)
    for path, _, _ in WRITTEN.values():
        site.remove(path)
    (site.folder / "catalogue/entrys").rmdir()
    site.remove("content/pages/link.md")
    site.remove("catalogue/laws/pipe.yaml")
    fresh = Site(site.folder.parent / "fresh")
    for path in ("config.yaml", "templates/base.html", "templates/404.html"):
        site.write(path, fresh.read(path))

    assert 0 == site.run("build").returncode
    assert before == files(site.output)
    assert GUIDE == site.read("content/pages/guide.md")
