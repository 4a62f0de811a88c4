"""What is noted of a finished page: where it leads, what can be led to, what it must not hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html as lxml

from generator import notes
from generator.notes import stylesheet, take

_META = (
    "SiteName", "SiteDomain", "SiteIDCode", "ColumnName", "ColumnDescription", "ColumnKeywords",
    "ColumnType",
)  # fmt: skip


def page(body: str = "", *, meta: tuple[str, ...] = _META, head: str = "<title>甲</title>") -> str:
    tags = "".join(f'<meta name="{name}" content="甲">\n' for name in meta)
    return (
        f'<!doctype html>\n<html lang="zh-Hans">\n<head>{head}\n{tags}</head>\n'
        f'<body><main id="main">{body}</main></body>\n</html>\n'
    )


def findings(text: str) -> list[tuple[str, str]]:
    return [(found.rule, found.text) for found in take("fields/a.html", text).findings]


def test_a_good_page_has_nothing_to_find():
    """
    Links, images and scripts of its own site are as they should be.
    """
    body = '<a href="../b.html">乙</a><img src="../a.png" alt=""><script src="../c.js"></script>'

    assert [] == findings(page(body))


LINKS = {
    'href="b.html"': "fields/b.html",
    'href="../b.html"': "b.html",
    'href="./b.html"': "fields/b.html",
    'href="../"': ".",
    'href=""': "fields/a.html",
    'href="#x"': "fields/a.html#x",
    'href="b.html#%E7%94%B2"': "fields/b.html#甲",
    'href="%E7%94%B2.html"': "fields/甲.html",
    'href="b.html?x=1"': "fields/b.html",
    'href="b.html?x=1&amp;y=2#z"': "fields/b.html#z",
    'href="../../x.html"': "../x.html",
    'src="a.png"': "fields/a.png",
    'action="s.html"': "fields/s.html",
    'data-src="r.js"': "fields/r.js",
    "href='b.html'": "fields/b.html",
    "HREF=b.html": "fields/b.html",
}


@pytest.mark.parametrize("attribute", LINKS)
def test_a_link_becomes_a_path_of_the_site(attribute):
    """
    However it is written; relative to the page it stands on.
    """
    assert (LINKS[attribute],) == take("fields/a.html", page(f"<a {attribute}>乙</a>")).links


@pytest.mark.parametrize("address", ["https://a.example/", "mailto:a@b.example", "tel:0", "//x.y/"])
def test_a_link_that_leaves_the_site_is_not_followed(address):
    """
    Whether it is there is not asked at every build.
    """
    assert () == take("a.html", page(f'<a href="{address}">乙</a>')).links


def test_anchors_are_ids_as_a_browser_reads_them():
    """
    Character references resolved.
    """
    assert ("a&b", "main", "甲") == take(
        "a.html", page('<p id="甲"></p><p id="a&amp;b"></p>')
    ).anchors


@given(
    st.lists(st.sampled_from(["b.html", "#甲", "c.html#x", "../d.html", "a b.html"]), max_size=5)
)
def test_the_same_links_are_found_as_by_a_parser(addresses):
    """
    Picking by pattern sees what a parser sees in pages as our templates write them.
    """
    text = page("".join(f'<p><a class="x" href="{one}" title="y">甲</a></p>' for one in addresses))
    parsed = {
        link for _, name, link, _ in lxml.document_fromstring(text).iterlinks() if name == "href"
    }
    expected = {take("a.html", page(f'<a href="{one}">甲</a>')).links[0] for one in parsed}

    assert tuple(sorted(expected)) == take("a.html", text).links


STEPS = ["a", "甲", "A_1", "/../", "/./", "//", "/", ".html", ".html", "#x", "?y", "%2e", "&amp;"]


@settings(deadline=None)
@given(st.sampled_from(["", "a", "a/b"]), st.lists(st.sampled_from(STEPS), max_size=6))
@example("a", ["a", "/../", "a", ".html"])
@example("a", ["a", "/./", "a", ".html"])
def test_the_short_way_to_a_path_leads_where_the_long_one_does(folder, steps):
    """
    What most addresses are, ../ and plain names, is told without working it out.
    """
    address = "../" + "".join(steps)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(notes, "_UP", re.compile("(?!)"))
        long = notes._target.__wrapped__(folder, address)

    assert long == notes._target.__wrapped__(folder, address)


FAULTS = {
    '<base href="https://a/">': ("page-foreign-request", '<base href="https://a/">'),
    '<svg><use href="https://a/b.svg#c"></use></svg>': (
        "page-foreign-request",
        "https://a/b.svg#c",
    ),
    '<form action="https://a/b"></form>': ("page-foreign-request", "https://a/b"),
    '<iframe srcdoc="x"></iframe>': ("page-inline-script", 'srcdoc="x"'),
    '<a ping="https://a/p" href="#main">b</a>': ("page-foreign-request", "https://a/p"),
    '<meta http-equiv="refresh" content="0;url=https://a/">': (
        "page-foreign-request",
        '<meta http-equiv="refresh" content="0;url=https://a/">',
    ),
    "<script>alert(1)</script>": ("page-inline-script", "<script>"),
    '<p onclick="x()">甲</p>': ("page-inline-script", 'onclick="x()"'),
    "<p onclick=x()>甲</p>": ("page-inline-script", 'onclick="x()"'),
    '<a href="javascript:x()">甲</a>': ("page-inline-script", "javascript:x()"),
    "<style>p{}</style>": ("page-inline-style", "<style>"),
    '<p style="color:red">甲</p>': ("page-inline-style", 'style="color:red"'),
    '<script src="https://x.example/a.js"></script>': (
        "page-foreign-request",
        "https://x.example/a.js",
    ),
    '<script src="//x.example/a.js"></script>': ("page-foreign-request", "//x.example/a.js"),
    '<img alt="" src="http://x.example/a.png">': ("page-foreign-request", "http://x.example/a.png"),
    "<IMG SRC=http://x.example/a.png>": ("page-foreign-request", "http://x.example/a.png"),
    '<iframe src="https://x.example/"></iframe>': ("page-foreign-request", "https://x.example/"),
    '<video src="https://x.example/a"></video>': ("page-foreign-request", "https://x.example/a"),
    '<object data="https://x.example/a"></object>': ("page-foreign-request", "https://x.example/a"),
    '<link rel="stylesheet" href="https://x.example/a.css">': (
        "page-foreign-request",
        "https://x.example/a.css",
    ),
    '<link rel="preload" href="//x.example/f.woff2">': (
        "page-foreign-request",
        "//x.example/f.woff2",
    ),
    '<img alt="" src="a.png" srcset="https://x.example/a.png 2x">': (
        "page-foreign-request",
        "https://x.example/a.png",
    ),
    '<video poster="https://x.example/a.png"></video>': (
        "page-foreign-request",
        "https://x.example/a.png",
    ),
}


@pytest.mark.parametrize("body", FAULTS)
def test_what_a_page_must_not_hold_is_found_word_for_word(body):
    """
    Inline script and style, and any request to another host.
    """
    assert [FAULTS[body]] == findings(page(body))


@pytest.mark.parametrize(
    "body",
    [
        "<p>写 onclick=&quot;x()&quot; 与 style=&quot;y&quot;</p>",
        "<code>&lt;script&gt;</code>",
        '<link rel="canonical" href="https://x.example/a.html">',
        '<a href="https://x.example/a.js">甲</a>',
        '<p title="a > b" class="x">甲</p>',
        '<meta content="once=1">',
    ],
)
def test_words_about_it_are_not_it(body):
    """
    Text that shows code, addresses that are named and not requested.
    """
    assert [] == findings(page(body))


@pytest.mark.parametrize("name", _META)
def test_each_meta_tag_of_the_guideline_is_wanted(name):
    """
    《政府网站发展指引》; one without content counts as none.
    """
    rest = tuple(one for one in _META if one != name)
    empty = page(meta=rest).replace("</head>", f'<meta name="{name}" content=" "></head>')

    assert [("page-meta-missing", name)] == findings(page(meta=rest))
    assert [("page-meta-missing", name)] == findings(empty)


@pytest.mark.parametrize("name", ["PubDate", "ContentSource"])
def test_an_article_has_a_day_and_a_source_instead(name):
    """
    The guideline's tags of an article, once a page says it is one.
    """
    article = (*_META[:3], "ArticleTitle", "PubDate", "ContentSource")

    assert [] == findings(page(meta=article))
    assert [("page-meta-missing", name)] == findings(
        page(meta=tuple(one for one in article if one != name))
    )


@pytest.mark.parametrize("head", ["", "<title></title>", "<title> </title>"])
def test_a_page_has_a_title(head):
    """
    One that says something.
    """
    assert [("page-title-missing", "")] == findings(page(head=head))


def test_a_page_states_its_language():
    """
    For those who listen to it.
    """
    assert [("page-language-missing", "")] == findings(page().replace(' lang="zh-Hans"', ""))


def test_a_page_has_its_body_where_it_can_be_taken_out():
    """
    ``<main id="main">`` is what is embedded in other sites.
    """
    assert [("page-main-missing", "")] == findings(page().replace(' id="main"', ""))


def test_a_stylesheet_requests_nothing_from_elsewhere():
    """
    Fonts and images of its own site only.
    """
    text = '@import "https://x.example/a.css"; p{background:url(//x.example/b.png)}'
    text += ' q{src:url("c.woff2")}'

    assert ["https://x.example/a.css", "//x.example/b.png"] == [
        one.text for one in stylesheet(text)
    ]
    assert () == stylesheet('@import "own.css"; p{background:url(data.png)}')
