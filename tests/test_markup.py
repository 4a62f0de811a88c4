"""Markdown to safe HTML: nothing runs, nothing leads astray, and every link has its place."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml

from generator.markup import ATTRIBUTES, ELEMENTS, classify, render


def made(text: str) -> str:
    """Return the HTML of *text*."""
    return render(text, "a.md").prose.html


def said(text: str) -> list[str]:
    """Return place and rule of what is wrong with *text*."""
    return [f"{found.at}: {found.rule}" for found in render(text, "a.md").problems]


REMOVED = {
    "a script": ("甲\n\n<script>alert(1)</script>\n", ["a.md:3:1: markup-removed"]),
    "a script in capitals": ("<ScRiPt>alert(1)</ScRiPt>\n", ["a.md:1:1: markup-removed"]),
    "a script in a line": ("甲 <script>alert(1)</script>\n", ["a.md:1:3: markup-removed"]),
    "an event": ("甲 <img src='x.png' onerror=alert(1)>\n", ["a.md:1:3: markup-removed"]),
    "a style": ('<b style="position:fixed">甲</b>\n', ["a.md:1:1: markup-removed"]),
    "a frame": ("<iframe src='x.html'></iframe>\n", ["a.md:1:1: markup-removed"]),
    "a form": ("<form action='x'><input name='a'></form>\n", [
        "a.md:1:1: markup-removed", "a.md:1:18: markup-removed",
    ]),
    "a drawing": ("<svg onload=alert(1)></svg>\n", ["a.md:1:1: markup-removed"]),
    "a placeholder": ("填写 <name> 后\n", ["a.md:1:4: markup-removed"]),
    "a base": ("<base href='https://x.example/'>\n", ["a.md:1:1: markup-removed"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REMOVED.values(), ids=REMOVED)
def test_what_runs_or_reaches_out_is_taken_out_and_told(text, expected):
    """
    The author learns the place; the page holds none of it.
    """
    assert expected == said(text)
    assert not re.search(r"<(script|iframe|form|input|svg|base)|on\w+=|style=|alert", made(text))


REFUSED = {
    "[a](javascript:alert(1))": "a.md:1:5: link-scheme",
    "[a](JaVaScRiPt:alert(1))": "a.md:1:5: link-scheme",
    "[a](&#106;avascript:alert(1))": "a.md:1:5: link-scheme",
    "[a](java&#9;script:alert(1))": "a.md:1:5: link-scheme",
    "[a](data:text/html,x)": "a.md:1:5: link-scheme",
    "[a](vbscript:x)": "a.md:1:5: link-scheme",
    "[a](file:///etc/passwd)": "a.md:1:5: link-scheme",
    "![a](data:image/svg+xml,x)": "a.md:1:6: link-scheme",
    "<javascript://x>": "a.md:1:2: link-scheme",
    "[a][b]\n\n[b]: javascript:alert(1)": "a.md:3:6: link-scheme",
    '<a href="javascript:alert(1)">a</a>': "a.md:1:10: link-scheme",
    "<a href=javascript:alert(1)>a</a>": "a.md:1:9: link-scheme",
    "[a](//evil.example/x)": "a.md:1:5: link-protocol-relative",
    "[a](\\\\\\\\evil.example)": "a.md:1:5: link-protocol-relative",
    "[a](/\\evil.example)": "a.md:1:5: link-protocol-relative",
}


@pytest.mark.parametrize("text", REFUSED)
def test_a_link_that_leads_astray_is_refused_and_not_made(text):
    """
    Only http, https, mailto, tel and paths of the site.
    """
    assert [REFUSED[text]] == said(text)
    assert not re.search(r"(href|src)=.(?!~/)", made(text))


ADDRESSES = {
    "https://a.example/x?y=1#z": ("outside", ""),
    "HTTP://a.example": ("outside", ""),
    "mailto:a@b.example": ("outside", ""),
    "tel:0000-1": ("outside", ""),
    "guide.html": ("inside", "guide.html"),
    "/guide.html": ("inside", "guide.html"),
    "guide.md": ("inside", "guide.html"),
    "../pages/guide.md#怎样": ("inside", "guide.html#s-怎样"),
    "../documents/shifu-2020-3.md": ("inside", "documents/shifu-2020-3.html"),
    "fields/a.html#x": ("inside", "fields/a.html#x"),
    "#怎样%20申请": ("inside", "#s-怎样-申请"),
    "#s-怎样": ("inside", "#s-怎样"),
    "%E6%8C%87%E5%8D%97.html": ("inside", "指南.html"),
    "../../escape.html": ("inside", "../../escape.html"),
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_outside_or_a_path_from_the_root(address):
    """
    However the author wrote it; whether the path exists is asked of the finished site.
    """
    expected = ADDRESSES[address]

    assert expected == classify(address)


def test_a_link_within_the_site_waits_for_its_page():
    """
    ``~/`` stands for the way to the root, which only the page knows.
    """
    text = "[甲](fields/a.html) [乙](b.md#丙) [丁](#戊) ![己](a.png)"

    assert (
        '<p><a href="~/fields/a.html">甲</a> <a href="~/b.html#s-丙">乙</a> '
        '<a href="#s-戊">丁</a> <img alt="己" src="~/a.png"></p>'
    ) == made(text)


def test_every_link_has_the_place_where_it_was_written():
    """
    The second of two equal addresses too, and a reference's at its definition.
    """
    text = "[甲](a.html) 与 [乙](a.html)\n\n- [丙][c]\n- <https://x.example>\n\n[c]: b.html\n"
    links = render(text, "a.md", first_line=5).links

    assert [("a.html", 5, 5), ("a.html", 5, 19), ("b.html", 10, 6)] == [
        (link.target, link.line, link.column) for link in links
    ]


def test_code_is_shown_and_not_judged():
    """
    A guide may show what must not be written.
    """
    text = "写 `<script>` 时\n\n```html\n<script>alert(1)</script>\n[a](javascript:x)\n```\n"

    assert [] == said(text)
    assert "<code>&lt;script&gt;</code>" in made(text)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in made(text)


def test_a_template_expression_is_text():
    """
    Prose is never compiled.
    """
    assert '<p>{{ 7 * 7 }} {% include "x" %}</p>' == made('{{ 7 * 7 }} {% include "x" %}')


def test_a_comment_is_not_published():
    """
    What an author noted for colleagues stays with them.
    """
    assert "不公开理由" not in made("甲\n\n<!-- 不公开理由 -->\n\n乙 <!-- 不公开理由 -->\n")


def test_headings_begin_below_the_title_and_have_anchors_of_their_own():
    """
    The page's title is the only h1; equal headings are told apart; none can take a page's own id.
    """
    prose = render("# 甲\n\n## 乙 丙\n\n## 乙 丙\n\n### main\n\n## ！\n", "a.md").prose

    assert [
        ("s-甲", 2, "甲"), ("s-乙-丙", 2, "乙 丙"), ("s-乙-丙-2", 2, "乙 丙"),
        ("s-main", 3, "main"), ("s-x", 2, "！"),
    ] == [(heading.anchor, heading.rank, heading.text) for heading in prose.headings]  # fmt: skip
    assert [heading.anchor for heading in prose.headings] == re.findall(r'id="([^"]*)"', prose.html)


def test_two_headings_that_meet_at_one_anchor_stay_apart():
    """
    A heading “a 2” beside two headings “a”.
    """
    anchors = [one.anchor for one in render("## a\n\n## a\n\n## a 2\n", "a.md").prose.headings]

    assert len(anchors) == len(set(anchors))


def test_one_text_says_nothing_of_the_text_before_it():
    """
    The maker of HTML is used again and again, and remembers nothing.
    """
    first = render("## 甲\n\n注[^1]\n\n[^1]: 乙\n\n[c]: x.html\n", "a.md")
    render("## 丙\n\n[c]\n", "b.md")

    assert first == render("## 甲\n\n注[^1]\n\n[^1]: 乙\n\n[c]: x.html\n", "a.md")
    assert [] == list(render("[丁][c]\n", "b.md").links)


def test_tables_footnotes_and_admonitions_survive():
    """
    What offices need of Markdown beyond the plain.
    """
    text = "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n注[^1]\n\n[^1]: 丙\n\n!!! note\n    丁\n"
    tags = {element.tag for element in lxml.fragment_fromstring(made(text), "main").iter()}

    assert {"table", "th", "td", "sup", "li"} <= tags
    assert 'class="admonition note"' in made(text)
    assert [] == said(text)


HOSTILE = {
    "brackets": "[" * 5000,
    "emphasis": "*a " * 20_000,
    "backticks": "`" * 20_000 + "a",
    "angles": "<" * 20_000,
    "a deep list": "".join("  " * depth + "- a\n" for depth in range(300)),
    "a deep quote": ">" * 5000 + " a",
    "much text": "甲" * 400_001,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_text_that_would_take_forever_is_refused_at_once(text):
    """
    Python-Markdown is quadratic in some of these and recurses into others.
    """
    started = time.perf_counter()
    found = said(f"甲\n\n{text}\n")

    assert ["markdown-too-complex"] == [one.split(" ")[1] for one in found]
    assert 1 > time.perf_counter() - started


def test_a_long_ordinary_text_is_not_refused():
    """
    A table of five hundred links is none of these.
    """
    rows = "".join(f"| [甲{n}](a.html) | **乙** |\n" for n in range(350))
    items = "".join(f"- [甲{n}](a.html)\n" for n in range(1000))

    assert [] == said(f"| 甲 | 乙 |\n|---|---|\n{rows}\n\n{items}")


_WORDS = st.lists(
    st.sampled_from([
        "<", ">", "a", "img", "script", " ", "\n", "\n\n", '"', "'", "href=", "src=", "on",
        "click=",
        "javascript:", "//", "[", "](", ")", "`", "*", "_", "#", "- ", "&#106;", "&lt;", "&#9;",
        "svg", "style", "/", "x", "甲", "\\", "<!--", "-->", "data:", "~/", "{", "}", "=", ":",
        "![",
    ]),
    max_size=30,
)  # fmt: skip


@given(_WORDS.map("".join))
def test_whatever_is_written_only_the_listed_elements_and_attributes_come_out(text):
    """
    Parsed as a browser would, every element, attribute and address is one of those allowed.
    """
    for element in lxml.fragment_fromstring(made(text), create_parent="main").iter():
        if element.tag == "main":
            continue
        assert element.tag in ELEMENTS
        assert set(element.attrib) <= ATTRIBUTES.get(element.tag, set())
        for name in ("href", "src"):
            address = element.get(name, "#")
            assert re.match(r"~/|#|https?:|mailto:|tel:", address), address
