"""Prepared templates say what plain Jinja2 says, byte for byte."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator import shells
from generator.find import find
from generator.link import link
from generator.plan import plan
from generator.read import read
from generator.render import is_template, theme_of
from generator.store import Store

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Here:
    root: str
    path: str


@dataclass(frozen=True)
class View:
    here: Here
    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    title: str
    page: str


@dataclass(frozen=True)
class Frame:
    name: str
    shown: bool
    items: tuple[Item, ...]
    assets: dict[str, str]


FRAME = Frame("<甲>", True, (Item("一", "a.html"), Item("&二", "b.html")), {"x.css": "x.1.css"})
# One for each thing that is folded, and for each that must not be.
TEMPLATES = {
    "names": '{{ frame.name }}{{ view.here.root }}{{ frame.assets["x.css"] }}{{ view.text }}',
    "condition": "{% if frame.shown %}{{ view.text }}{% else %}b{% endif %}",
    "turned": "{% if not frame.shown %}a{% endif %}{% if view.text %}{{ frame.name }}{% endif %}",
    "steps": "{% if view.text == 'a' %}a{% elif frame.shown %}b{% else %}c{% endif %}",
    "loop": "{% for one in frame.items %}<a{% if one.page == view.here.path %} b{% endif %}>"
    "{{ one.title }}</a>{% endfor %}{% for one in view.items %}{{ one }}{% endfor %}",
    "counted": "{% for one in frame.items %}{{ loop.index }}{{ one.title }}{% endfor %}",
    "inner": "{% for one in frame.items %}{% for two in frame.items %}"
    "{{ one.title }}{{ two.page }}{{ view.text }}{% endfor %}{% endfor %}",
    "set": "{% for one in frame.items %}{% set x = one.title %}{{ x }}{% endfor %}",
    "macro": "{% macro m(root, frame) %}{{ root }}{{ frame }}{% endmacro %}"
    "{{ m(view.here.root, view.text) }}",
    "joined": "{{ frame.name ~ view.text }}{{ (frame.name ~ '<')|e }}{{ view.items|join(',') }}",
    "safe": "{{ view.text|safe }}{{ view.text }}{{ frame.name|safe }}{{ frame.name }}",
    "extended": "{% extends 'base' %}"
    "{% block a %}{{ frame.name }}{{ view.here.root }}{% endblock %}",
    "base": "<{% block a %}{% endblock %}>{{ view.text }}{% include 'names' %}",
}  # fmt: skip
THEME = tuple(sorted(TEMPLATES.items()))
TEXTS = st.sampled_from(["", "a", "<b>", "&amp;", "“丙”", "x.1.css"])


@given(
    name=st.sampled_from(sorted(TEMPLATES)),
    root=st.sampled_from(["", "../", "../../"]),
    path=st.sampled_from(["a.html", "b.html", "c/d.html"]),
    text=TEXTS | TEXTS.map(Markup),
    items=st.lists(TEXTS, max_size=3).map(tuple),
    shown=st.booleans(),
)
def test_a_prepared_template_gives_the_same_text(name, root, path, text, items, shown):
    frame = Frame(FRAME.name, shown, FRAME.items, FRAME.assets)
    view = View(Here(root, path), text, items)
    known = {"frame": frame, "view.here.root": root}

    plain = shells.environment(THEME).get_template(name).render(view=view, frame=frame)

    done = shells.prepared(THEME, known).get_template(name).render(view=view, frame=frame)
    assert plain == done


def test_what_is_known_is_put_in_before():
    """
    Else nothing would be gained: of what all pages share, no name is looked up again.
    """
    known = {"frame": FRAME, "view.here.root": "../"}
    view = View(Here("../", "a.html"), "甲")

    template = shells.prepared(THEME, known).get_template("loop")

    assert "<a b>一</a><a>&amp;二</a>" == template.render(view=view)  # there is no frame


@pytest.mark.parametrize(
    ("text", "clear"),
    [
        ("{{ view.text }}{% for one in view.items %}{{ one }}{% endfor %}", True),
        ("{% macro m(frame) %}{{ frame }}{% endmacro %}", True),
        ("{% for view in view.items %}{% include 'names' %}{% endfor %}", False),
        ("{% set frame = view %}{{ frame }}", False),
        ("{% with frame = view %}{{ frame }}{% endwith %}", False),
        ("{% if %}", False),
    ],
)
def test_a_name_with_another_meaning_somewhere_is_seen(text, clear):
    theme = (*THEME, ("more", text))

    assert clear == shells.clear(theme, ("frame", "view.here.root"))


def test_a_page_that_fails_fails_as_in_jinja2():
    theme = (("a", "{{ view.nothing }}"),)

    with pytest.raises(jinja2.UndefinedError, match="nothing"):
        shells.prepared(theme, {"frame": FRAME}).get_template("a").render(view=FRAME, frame=FRAME)


def test_every_page_of_the_shipped_site_is_what_plain_jinja2_makes():
    found = find(ROOT)
    catalogue = link(read(found.config, found.sources, Store(None)), TODAY)
    theme, assets = theme_of(found.theme)
    planned = plan(catalogue, assets)
    frame = planned.frame
    plain = shells.environment(theme)
    roots = {"", "../", "../../"}
    known = {
        root: shells.prepared(theme, {"frame": frame, "view.here.root": root}) for root in roots
    }
    compared = set()

    assert shells.clear(theme, ("frame", "view.here.root"))
    for page in planned.pages:
        root = getattr(getattr(page.view, "here", None), "root", None)
        if root is not None and is_template(page):
            template = known[root].get_template(page.writer)
            whole = plain.get_template(page.writer).render(view=page.view, frame=frame)
            assert whole == template.render(view=page.view, frame=frame), page.path
            compared.add((page.writer, root))

    assert len(compared) > 40
