"""Pages to bytes: a template's fault has its line, and text is never a template."""

from __future__ import annotations

import json
import weakref
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import MappingProxyType

import pytest

from generator.hands import Hands
from generator.page import Here, Of, Page
from generator.render import Batch, Shared, closures, render, render_batch, theme_of
from generator.words import line

from .conftest import files

HERE = Here("a.html", "甲", "", "")


def made(
    theme: dict[str, str], view: object = HERE, writer: str = "x.html"
) -> tuple[str, list[str]]:
    """Return one page and what is printed of its problems."""
    pages = [Page("a.html", writer, view)]
    done = render(pages, None, tuple(theme.items()), have={})
    body = b"".join(bytes(one.body or b"") for one in done.rendered)
    return body.decode(), [line(one, "zh").split("\n")[0] for one in done.problems]


def test_a_page_is_what_its_template_makes_of_its_view():
    """
    Nothing else reaches the template.
    """
    assert ("<p>甲\n", []) == made({"x.html": "<p>{{ view.title }}\n"})


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("甲\n{% if %}\n", "templates/x.html:2: error: 模板有误："),
        ("甲\n{{ view.titel }}\n", "templates/x.html:2: error: 模板出错："),
        ("甲\n\n{{ views }}\n", "templates/x.html:3: error: 模板出错："),
        ("{{ 1 // 0 }}", "templates/x.html:1: error: 模板出错：ZeroDivisionError"),
        ("{{ now() }}", "templates/x.html:1: error: 模板出错：UndefinedError: 'now' is undefined"),
        ('{% include "y.html" %}', "templates/y.html:2: error: 模板出错："),
        ('{% include "z.html" %}', "templates: error: 没有模板“z.html” [template-missing]"),
        ('{% include "w.html" %}', "templates/w.html:3: error: 模板有误："),
        ("{% for a in view %}{% endfor %}", "templates/x.html:1: error: 模板出错：TypeError"),
        ("{% set x = x(1) %}", "templates/x.html:1: error: 模板出错："),
    ],
)
def test_a_fault_of_a_template_is_reported_at_its_line(template, expected):
    """
    In the file that holds it, whichever page showed it; a misspelt name is never a blank.
    """
    others = {"y.html": "乙\n{{ view.no }}", "w.html": "\n\n{% endif %}"}
    body, [found] = made({"x.html": template} | others)

    assert "" == body
    assert expected in found


def test_a_template_that_is_not_there_is_named():
    """
    A file deleted from the theme.
    """
    assert ("", ["templates: error: 没有模板“gone.html” [template-missing]"]) == made(
        {}, writer="gone.html"
    )


def test_one_page_that_fails_leaves_the_others():
    """
    A batch brings problems, not an exception.
    """
    theme = (("x.html", "{{ view.title }}"), ("y.html", "{{ view.no }}"))
    batch = [Page("a.html", "y.html", HERE), Page("b.html", "x.html", HERE)]
    failed, done = render_batch(Shared("", False, None, theme), Batch(batch))

    assert failed.notes is None
    assert ["template-error"] == [one.rule for one in failed.problems]
    assert ("甲".encode(), ()) == (done.body, done.problems)


HOSTILE = [
    '{{ cycler.__init__.__globals__.os.popen("id").read() }}', "{% include 'x.html' %}",
    "{{ 7*7 }}",
    "<img src=x onerror=1>", "</script><script>alert(1)</script>", "\"'><b>",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_never_template_and_never_markup(text):
    """
    Printed as it was written, in text and in an attribute.
    """
    body, problems = made({"x.html": '<p title="{{ view }}">{{ view }}</p>'}, view=text)
    escaped = (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        .replace('"', "&#34;").replace("'", "&#39;")
    )  # fmt: skip

    assert [] == problems
    assert f'<p title="{escaped}">{escaped}</p>' == body


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_record_is_text_on_every_page(site, text):
    """
    In pages, data files, feeds: as written, escaped for where it stands.
    """
    quoted = text.replace("'", "''")
    site.edit("catalogue/entries/zhengdi.yaml", "name: 征地公告", f"name: '{quoted}'")
    site.build()
    published = files(site.output)
    pages = b"".join(body for path, body in published.items() if path.endswith(".html"))

    assert b"uid=" not in pages
    assert b"<img src=x" not in pages
    assert b"<script>" not in pages
    assert text in json.loads(published["catalogue.json"])["entries"][0]["name"]


def test_a_key_covers_everything_a_template_reaches():
    """
    What it extends, includes and imports, at any depth; nothing it does not.
    """
    theme = {
        "a.html": '{% extends "b.html" %}', "b.html": '{% from "c.html" import d %}',
        "c.html": "{% macro d() %}{% endmacro %}", "e.html": "乙",
    }  # fmt: skip
    before = closures(tuple(theme.items()))
    after = closures(tuple((theme | {"c.html": "丙"}).items()))

    assert ["a.html", "b.html", "c.html"] == [name for name in theme if before[name] != after[name]]


def test_a_template_that_includes_itself_ends():
    """
    The closure does; rendering it is an error with a place.
    """
    assert closures((("x.html", '{% include "x.html" %}'),))

    _, [found] = made({"x.html": '{% include "x.html" %}'})

    assert "templates/x.html:1: error: 模板出错：RecursionError" in found


def test_a_remembered_page_is_not_rendered_again():
    """
    Only while an equal file is at hand.
    """
    theme = (("x.html", "{{ view.title }}"),)
    pages = [Page("a.html", "x.html", HERE)]
    first = render(pages, None, theme, have={})
    known, have = first.known, {one.path: one.notes.sha256 for one in first.rendered}

    assert [None] == [
        one.body for one in render(pages, None, theme, known=known, have=have).rendered
    ]
    assert ["甲".encode()] == [
        one.body for one in render(pages, None, theme, known=known, have={"a.html": "x"}).rendered
    ]


CHANGES = {
    "view": ([Page("a.html", "x.html", Here("a.html", "乙", "", ""))], None, "{{ view.title }}"),
    "frame": ([Page("a.html", "x.html", HERE)], "丙", "{{ view.title }}"),
    "templates": ([Page("a.html", "x.html", HERE)], None, "{{ view.title }}丁"),
}


@pytest.mark.parametrize("part", CHANGES)
def test_why_a_page_was_rendered_is_known(part):
    """
    For ``--explain``: its view, the frame, the templates, or that it is new.
    """
    old = render(
        [Page("a.html", "x.html", HERE)],
        None,
        (("x.html", "{{ view.title }}"),),
        have={},
    )
    pages, frame, text = CHANGES[part]
    have = {one.path: one.notes.sha256 for one in old.rendered}
    new = render(pages, frame, (("x.html", text),), known=old.known, have=have)

    assert (("a.html", ("new",)),) == old.reasons
    assert (("a.html", (part,)),) == new.reasons


def test_templates_are_text_and_assets_are_bytes(site):
    """
    A mark at the beginning and Windows ends of line make no difference to a template.
    """
    from generator.find import find

    site.write("templates/front.html", b"\xef\xbb\xbfa\r\nb\n")
    site.write("templates/assets/a.bin", b"\r\n\xff")
    templates, assets = theme_of(find(site.folder).theme)

    assert "a\nb\n" == dict(templates)["front.html"]
    assert b"\r\n\xff" == dict(assets)["a.bin"]


@dataclass(frozen=True)
class Listing:
    """A view that lists many records."""

    text: str


def test_of_views_that_list_much_one_is_held(monkeypatch):
    """
    They are made when they are written, be there only a few pages to write.
    """
    monkeypatch.setattr("generator.render.LISTED", 2)
    alive: list[weakref.ref[Listing]] = []
    most = []

    class Around:
        key = "key"
        keys = MappingProxyType({"a": "1", "b": "2"})

    def listing(around, records, path):
        most.append(sum(one() is not None for one in alive))
        view = Listing(path)
        alive.append(weakref.ref(view))
        return view

    records = (Named("a"), Named("b"))
    paths = [f"{number}.html" for number in range(5)]
    pages = (Page(path, "x.html", Of(listing, Around(), records, (path,)), 2) for path in paths)
    done = render(pages, None, (("x.html", "{{ view.text }}"),), have={})

    assert paths == [bytes(one.body).decode() for one in done.rendered]
    assert [0] * 5 == most


def test_processes_that_are_there_render_few_pages_too():
    """
    Though none would be started for them.
    """
    asked = []

    class Executor(ThreadPoolExecutor):
        def submit(self, work, *given):
            asked.append(given)
            return super().submit(work, *given)

    theme = (("x.html", "{{ view }}"),)
    for early, expected in ((False, 0), (True, 2)):
        with Hands(lambda: Executor(1)) as hands:
            hands.soon(len, (), much=early)
            done = render([Page("x.html", "x.html", "甲")], None, theme, have={}, hands=hands)
        assert ["甲"] == [bytes(one.body).decode() for one in done.rendered]
        assert expected == len(asked)


@dataclass(frozen=True)
class Named:
    """A record."""

    id: str
