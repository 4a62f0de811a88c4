"""What only finished pages can show, judged from their notes."""

from __future__ import annotations

import pytest

from generator.page import Finding, Notes, Rendered
from generator.problems import Problem
from generator.prove import prove
from generator.words import line

from .conftest import CONFIG, GUIDE, catalogue

GUIDE_MD = "content/pages/guide.md"


def rendered(path: str, *links: str, anchors: tuple[str, ...] = (), **found: str) -> Rendered:
    """Return a finished page with its notes; *found* maps a rule's last word to its text."""
    findings = tuple(
        Finding(f"page-{rule.replace('_', '-')}", text) for rule, text in found.items()
    )
    return Rendered(path, Notes("", 0, links, anchors, findings), None)


def judged(
    *done: Rendered, differs: dict[str, str] | None = None, theme: tuple[tuple[str, str], ...] = ()
) -> list[str]:
    """Return what is printed of a site with the guide and the pages *done*."""
    own = [
        rendered("guide.html", anchors=("s-怎样申请",)), rendered("fields/zhengdi.html"),
        rendered("index.html"), *done,
    ]  # fmt: skip
    pages = [(one.path, "x.html") for one in own]
    return [line(one, "zh") for one in prove(catalogue(differs or {}), pages, own, theme)]


def test_a_good_site_has_nothing_wrong():
    """
    Links to pages and anchors that are there.
    """
    done = rendered("a.html", "guide.html", "guide.html#s-怎样申请", "a.html#x", anchors=("x",))

    assert [] == judged(done)


def test_a_dead_link_is_reported_where_its_author_wrote_it():
    """
    With the likely page.
    """
    text = GUIDE.replace("fields/zhengdi.html", "fields/zhengdl.html")

    assert [
        f"{GUIDE_MD}:6:14: error: 链接指向不存在的页面“fields/zhengdl.html” [link-nowhere]\n"
        "    是否应为“fields/zhengdi.html”？请写从网站根目录起的路径，如 fields/yiwu-jiaoyu.html。"
    ] == judged(differs={GUIDE_MD: text})


def test_a_dead_anchor_is_reported_where_its_author_wrote_it():
    """
    On the same page and on another.
    """
    text = GUIDE.replace("(#怎样申请)", "(guide.md#怎样申清)")

    assert [
        f"{GUIDE_MD}:6:42: error: 页面“guide.html”中没有“#s-怎样申清” [anchor-nowhere]\n"
        "    是否应为“s-怎样申请”？请改为该页的某个标题。"
    ] == judged(differs={GUIDE_MD: text})


def test_a_dead_link_in_the_navigation_is_reported_in_the_settings():
    """
    Once, not on every page that shows it.
    """
    config = CONFIG.replace("page: guide.html", "page: gulde.html")
    done = [rendered(f"{name}.html", "gulde.html") for name in "ab"]

    assert ["config.yaml:15:29: error: 链接指向不存在的页面“gulde.html” [link-nowhere]"] == [
        one.split("\n")[0] for one in judged(*done, differs={"config.yaml": config})
    ]


def test_a_link_to_a_page_that_could_not_be_read_is_silent():
    """
    One fault, one problem; the page's own file says what is wrong.
    """
    differs = {"content/pages/b.md": "---\nid: b\ntitle: [\n---\n"}

    assert [] == judged(rendered("a.html", "b.html"), differs=differs)


def test_a_broken_link_of_a_template_is_said_once_for_all_its_pages():
    """
    At the first page that shows it, or in the template where its words stand there.
    """
    done = [rendered(f"{name}.html", "gone.html", "a.html#gone") for name in "ab"]
    theme = (("x.html", '<p>\n<a href="gone.html">甲</a>'),)
    expected = "页面“a.html”中的链接指向不存在的"

    assert [
        f"a.html: error: {expected}位置“a.html#gone” [page-anchor-broken]",
        f"a.html: error: {expected}“gone.html” [page-link-broken]",
    ] == [one.split("\n")[0] for one in judged(*done)]
    assert [
        f"a.html: error: {expected}位置“a.html#gone” [page-anchor-broken]",
        f"templates/x.html:2:10: error: {expected}“gone.html” [page-link-broken]",
    ] == [one.split("\n")[0] for one in judged(*done, theme=theme)]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("foreign_request", "https://x.example/a.js"), ("inline_script", "<script>"),
        ("inline_style", "<style>"), ("title_missing", ""), ("language_missing", ""),
        ("meta_missing", "SiteName"), ("main_missing", ""),
    ],
)  # fmt: skip
def test_what_a_page_must_not_hold_is_said_once_for_its_template(rule, text):
    """
    A fault of a template stands on every page it writes.
    """
    [found] = judged(*(rendered(f"{name}.html", **{rule: text}) for name in "ab"))

    assert "a.html: error: 页面“a.html”" in found
    assert f"[page-{rule.replace('_', '-')}]" in found


@pytest.mark.parametrize("other", ["a.html", "A.html"])
def test_two_pages_at_one_address_are_told_apart(other):
    """
    Letter case does not tell them apart on every host.
    """
    pages = [("a.html", "x.html"), (other, "x.html")]
    config = CONFIG.replace(
        "  - {title: 政府信息公开指南, page: guide.html}", "  - {title: 甲, page: a.html}"
    )
    differs = {"config.yaml": config, GUIDE_MD: ""}
    found = prove(catalogue(differs), pages, [rendered("a.html")], ())

    assert ["page-path-repeated"] == [one.rule for one in found if isinstance(one, Problem)]
