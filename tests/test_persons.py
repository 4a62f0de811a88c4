"""The gate for personal data, from an author's file to what is printed: nothing gets past it."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from bench.seeking import rows_of
from generator.build import make
from generator.config import Allowance
from generator.find import find
from generator.notes import persons
from generator.overlay import section
from generator.personal.kinds import PersonalKind
from generator.store import Store
from generator.words import line

from .conftest import CONFIG, DAY, GUIDE, ROOT, UNITS, Site, entry, files
from .personal.numbers import MARKDOWN, NUMBERS, PLAIN, digest, fours, identity_check, luhn_check

ID = "44130219900101123" + identity_check("44130219900101123")
CARD = "622202020011223345" + luhn_check("622202020011223345")
MOBILE = "13812345678"
GUIDE_MD = "content/pages/guide.md"
UNITS_YAML = "catalogue/units/units.yaml"


def allowing(*allowances: str) -> str:
    """Return config.yaml with a list of allowances, each as YAML in braces."""
    rows = "".join(f"    - {one}\n" for one in allowances)
    return f"{CONFIG}personal_data:\n  allowed:\n{rows}"


def allowance(file: str, value: str, kind: str = "手机号码", until: str = "2027-12-31") -> str:
    return (
        f"{{file: {file}, kind: {kind}, sha256: {digest(value)}, reason: 值班电话,"
        f" approved_by: 办公室主任, until: {until}}}"
    )


def first_lines(site: Site) -> list[str]:
    return [one.split("\n")[0] for one in site.lines()]


# -- sources ---------------------------------------------------------------------------------------

SOURCES = {
    "a value": (
        UNITS_YAML, UNITS.replace("0000-0000001", MOBILE), "7:12: error: 含有手机号码 138…78",
    ),
    "a comment": (
        UNITS_YAML, UNITS.replace("  - id: jiaoyu", f"  # 联系人 {MOBILE}\n  - id: jiaoyu"),
        "8:9: error: 含有手机号码 138…78",
    ),
    "an escape": (
        UNITS_YAML, UNITS.replace("副局长", '"\\u0034\\u0034130219900101123\\u0031"', 1),
        "5:14: error: 含有居民身份证号 4413…31",
    ),
    "a folded text": (
        UNITS_YAML, UNITS.replace("副局长", ">-\n      441302199001\n      011231", 1),
        "6:7: error: 含有居民身份证号 4413…31",
    ),
    "front matter": (
        GUIDE_MD, GUIDE.replace("---\n\n公", f"summary: {CARD}\n---\n\n公"),
        f"4:10: error: 含有银行卡号 6222…{CARD[-2:]}",
    ),
    "a body": (GUIDE_MD, GUIDE + "\n车牌粤L12345。\n", "12:3: error: 含有车牌号码 粤L…45"),
    "a table": (
        GUIDE_MD, f"{GUIDE}\n| 姓名 | 号码 |\n| --- | --- |\n| 甲 | {ID} |\n",
        "14:7: error: 含有居民身份证号 4413…31",
    ),
    "the settings": (
        "config.yaml", CONFIG.replace("  sponsor:", f"  phone: {MOBILE}\n  sponsor:"),
        "13:10: error: 含有手机号码 138…78",
    ),
    "a file that cannot be parsed": (
        "catalogue/units/b.yaml", f"phone: {MOBILE}\nname: [", "1:8: error: 含有手机号码 138…78",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("path", "text", "expected"), SOURCES.values(), ids=SOURCES)
def test_personal_data_is_told_at_its_place_in_any_source(site, path, text, expected):
    """
    Line and column, kind and mask; once, though many pages are made from it.
    """
    site.write(path, text)
    lines = [one for one in first_lines(site) if "personal" in one]

    assert [f"{path}:{expected} [personal-data]"] == lines


@pytest.mark.parametrize(
    "path",
    [
        f"content/pages/张三_{ID}.md", f"catalogue/units/{ID}.yaml", f"content/files/{ID}.pdf",
        f"catalogue/units/{ID}.pdf",
    ],
)  # fmt: skip
def test_the_name_of_a_file_is_a_source_too(site, path):
    """
    Whether the file is one that a build reads or not.
    """
    site.write(path, "id: y\nname: 甲\n" if path.endswith("yaml") else GUIDE.replace("guide", "g2"))
    found = [one for one in first_lines(site) if "[personal-data]" in one]

    assert [
        f"{path.replace(ID, '4413…31')}: error: 含有居民身份证号 4413…31 [personal-data]"
    ] == found


@pytest.mark.parametrize("value", [ID, MOBILE])
def test_no_message_prints_a_digest(site, value):
    """
    The digest of so short a number tells it to whoever tries them all, and logs are read by many.
    """
    site.write(GUIDE_MD, f"{GUIDE}\n{value}\n")
    done = site.run("check", "--format", "json")

    assert "personal-data" in done.stdout
    assert digest(value) not in done.stdout + done.stderr


# -- the cases of the safety case --------------------------------------------------------------

WRONG = ID[:17] + "0"
ERROR, WARNING, SAFE = "error", "warning", ""
CASES = {
    "pii-id18": (f"备注 {ID}", ERROR),
    "pii-id18-fullwidth": (PLAIN["full-width"](ID), ERROR),
    "pii-id18-zerowidth": ("\u2060".join(ID), ERROR),
    "pii-id18-spaced": ("441302·19900101-1231", ERROR),
    "pii-id18-newline": ("441302199001\n    011231", ERROR),
    "pii-id18-tags": ("441302<b>19900101</b>1231", ERROR),
    "pii-id18-entities": (PLAIN["as references"](ID), ERROR),
    "pii-id18-bad-check": (WRONG, WARNING),
    "pii-masked-ok": ("441302********1231", SAFE),
    "pii-mobile": (MOBILE, ERROR),
    "pii-mobile abroad": ("+86 138-1234-5678", ERROR),
    "pii-office-phone": ("0752-2345678", SAFE),
    "pii-bankcard": (CARD, ERROR),
    "pii-18digit-project-code": ("441302201801150003", SAFE),
    "pii-uscc": ("91441300MA4W0XYZ2K", SAFE),
    "pii-plate": ("粤L12345", ERROR),
    "pii-plate green": ("粤LD12345", ERROR),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_a_case_of_the_safety_case_comes_out_as_it_must(site, text, expected):
    """
    In a text page and in a record, on the line and by the severity that is asked for.
    """
    words = "办件编号" if text.startswith("44130220180115") else "甲"
    site.write(GUIDE_MD, f"{GUIDE}\n{words}{text}\n")
    site.write("catalogue/entries/a.yaml", entry("a", remarks=f"{words}{text}"))
    found = [line(one, "zh").split(" [")[0] for one in site.problems() if "personal" in one.rule]

    assert [expected] * len(found) == [one.split(": ")[1] for one in found]
    assert (2 if expected else 0) == len(found)
    assert bool(expected == ERROR) == (not site.build().changed)


# -- pages -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, frozenset[tuple[str, str, bool]]]:
    """What is noted of finished pages: one for each variant, with 200 numbers of each kind."""
    site = Site(tmp_path_factory.mktemp("variants") / "site")
    for number, write in enumerate((PLAIN | MARKDOWN).values()):
        texts = [write(one) for numbers in NUMBERS.values() for one in numbers]
        separate = "\n\n甲\n\n".join(texts)
        site.write(
            f"content/pages/v{number}.md", f"---\nid: v{number}\ntitle: 页\n---\n\n{separate}\n"
        )
    made = make(find(site.folder), day=None, today=DAY, store=Store(None))
    notes = {one.path: one.notes.personal for one in made.rendered}
    return {
        name: frozenset((p.kind.value, p.digest, p.sure) for p in notes[f"v{number}.html"])
        for number, name in enumerate(PLAIN | MARKDOWN)
    }


# A backslash before a digit is shown to readers, and the address of a foreign picture is dropped.
@pytest.mark.parametrize("kind", NUMBERS)
@pytest.mark.parametrize("variant", [*PLAIN, *MARKDOWN])
def test_a_finished_page_shows_two_hundred_numbers_in_every_variant(pages, variant, kind):
    """
    RELIABILITY.md §6, through a real build: what authors wrote in Markdown, as HTML.
    """
    sure = {digest for of, digest, certain in pages[variant] if of == kind and certain}
    likely = {digest for of, digest, _ in pages[variant] if of == kind}
    expected = {digest(number) for number in NUMBERS[kind]}

    assert expected == likely
    if variant != "over a table's cells":
        assert expected == sure


def test_what_is_only_likely_in_a_source_can_be_sure_on_a_page(site):
    """
    Words that the template puts before it make it so; the page has the last word.
    """
    site.write(GUIDE_MD, f"{GUIDE}\n| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 138 | 1234 | 5678 |\n")
    before = first_lines(site)
    site.edit(
        "templates/text.html",
        "{{ view.html|safe }}",
        "<p>手机</p>{{ view.html|safe|replace('甲</th>', '手机</th>') }}",
    )

    assert [
        f"{GUIDE_MD}:14:3: warning: 像是手机号码 138…78，但不能肯定 [personal-data-suspected]"
    ] == before
    assert [
        *before,
        "guide.html: error: 页面上有手机号码 138…78，源文件中没有这样写 [page-personal-data]",
    ] == first_lines(site)


ASSEMBLED = (
    '{% extends "base.html" %}\n{% block body %}<p>138{{ "1234" }}<b>5678</b></p>{% endblock %}\n'
)


def test_what_no_source_has_is_told_at_the_first_page_that_shows_it(site):
    """
    A template that puts a number together from pieces: one fault, one problem.
    """
    site.write("templates/unit.html", ASSEMBLED)

    assert [
        "units/jiaoyu.html: error: 页面上有手机号码 138…78，源文件中没有这样写 [page-personal-data]"
    ] == first_lines(site)


def test_what_a_template_holds_is_told_at_its_line(site):
    """
    And what a style or a script holds at its file.
    """
    site.edit("templates/base.html", "<body>", f"<body>\n<p>{MOBILE}</p>")
    site.write("templates/assets/site.css", f"/* 粤L12345 {ID} */\n")

    assert [
        "templates/assets/site.css: error: 含有居民身份证号 4413…31 [personal-data]",
        "templates/assets/site.css: error: 含有车牌号码 粤L…45 [personal-data]",
        "templates/base.html:15:4: error: 含有手机号码 138…78 [personal-data]",
    ] == first_lines(site)


def test_what_is_remembered_of_a_page_is_judged_again(site):
    """
    A page that is not rendered anew is no page that is not looked at.
    """
    site.write("templates/unit.html", ASSEMBLED)
    first, second = site.build(), site.build()

    assert ["page-personal-data"] == [one.rule for one in first.problems]
    assert first.problems == second.problems


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("a.csv", f"甲,{ID}\r\n"), ("a.json", f'{{"a":"{ID}"}}\n'), ("rows.js", f'[["{ID}"]]'),
        ("a.xml", f"<loc>x/{ID}</loc>"), ("a.txt", f"x {ID}"), ("a.svg", f"<text>{ID}</text>"),
        (f"assets/{ID}.png", "x"), ("a.html", f"<p title='{ID}'>甲</p>"),
    ],
)  # fmt: skip
def test_every_file_of_the_site_is_looked_at(path, body):
    """
    Data for programs, and the names of files, like pages.
    """
    assert [digest(ID)] == [one.digest for one in persons(path, body.encode())]


def packed(**members: str) -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in members.items():
            file.writestr(name, text)
    return body.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        f"<si><t>{ID}</t></si>", f'<c r="A1"><v>{ID[:17]}X</v></c>'.replace(ID[:17] + "X", ID),
        f"<si><r><t>{ID[:6]}</t></r><r><rPr><b/></rPr><t>{ID[6:]}</t></r></si>",
        f"<w:r><w:t>{ID[:9]}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{ID[9:]}</w:t></w:r>",
    ],
)  # fmt: skip
def test_the_text_within_a_workbook_is_looked_at(text):
    """
    Packed or not, in one run of text or in several.
    """
    assert [digest(ID)] == [one.digest for one in persons("a.xlsx", packed(sheet=text))]


def test_numbers_that_point_to_texts_are_no_numbers_of_a_workbook():
    """
    A sheet names its texts by number, cell after cell.
    """
    cells = "".join(
        f'<c r="A{n}" t="s"><v>{part}</v></c>' for n, part in enumerate((ID[:6], ID[6:14], ID[14:]))
    )

    assert () == persons("a.xlsx", packed(sheet=cells))
    assert persons("a.xlsx", packed(sheet=cells.replace(' t="s"', "")))


@pytest.mark.parametrize("body", [b"PK\x03\x04 no zip", b"\x89PNG\xff\xfe", b""])
def test_what_cannot_be_read_holds_nothing(body):
    """
    Pictures, and what only begins like a zip.
    """
    assert () == persons("a.bin", body)


def test_a_packed_file_is_unpacked_within_bounds(monkeypatch):
    """
    A small zip cannot fill the memory.
    """
    monkeypatch.setattr("generator.notes.MOST_BYTES", 1000)
    body = packed(a="0" * 10_000_000, b=ID)

    assert () == persons("a.xlsx", body)


def test_the_site_that_ships_holds_nothing_personal():
    """
    Not in a source, not on a page, not in a file for programs, not even likely.
    """
    made = make(find(ROOT), day=None, today=DAY, store=Store(None))
    seen = {one.path: one.notes.personal for one in made.rendered if one.notes.personal}

    assert {} == seen
    assert not [one for one in made.problems if "personal" in one.rule]
    assert 400 < len(made.rendered)


# -- what may be public all the same ---------------------------------------------------------------


def test_an_allowance_covers_its_file_and_the_pages_made_from_it(site):
    """
    The value may stand there and on every page that shows it.
    """
    site.write(UNITS_YAML, UNITS.replace("0000-0000001", MOBILE))
    site.write("config.yaml", allowing(allowance(UNITS_YAML, MOBILE)))
    report = site.build()

    assert () == report.problems
    assert MOBILE.encode() in files(site.output)["units/ziran-ziyuan.html"]


def test_the_same_value_in_another_file_is_an_error(site):
    """
    Another file is another publication (pii-allowlist-scope).
    """
    site.write(UNITS_YAML, UNITS.replace("0000-0000001", MOBILE))
    site.write(GUIDE_MD, f"{GUIDE}\n{MOBILE}\n")
    site.write("config.yaml", allowing(allowance(UNITS_YAML, MOBILE)))

    assert [f"{GUIDE_MD}:12:1: error: 含有手机号码 138…78 [personal-data]"] == first_lines(site)


def test_the_same_value_in_a_template_is_an_error(site):
    """
    A template is a file like any other, and stands on every page.
    """
    site.write(UNITS_YAML, UNITS.replace("0000-0000001", MOBILE))
    site.write("config.yaml", allowing(allowance(UNITS_YAML, MOBILE)))
    site.edit("templates/base.html", "<body>", f"<body>{MOBILE}")

    assert ["templates/base.html:14:7: error: 含有手机号码 138…78 [personal-data]"] == first_lines(
        site
    )


def test_another_value_in_the_same_file_is_an_error(site):
    """
    An allowance is for one value.
    """
    site.write(
        UNITS_YAML, UNITS.replace("0000-0000001", MOBILE).replace("0000-0000002", "13912345678")
    )
    site.write("config.yaml", allowing(allowance(UNITS_YAML, MOBILE)))

    assert [f"{UNITS_YAML}:13:12: error: 含有手机号码 139…78 [personal-data]"] == first_lines(site)


def test_an_allowance_ends_after_its_last_day(site):
    """
    On that day it holds, on the next the value is an error again.
    """
    site.write(UNITS_YAML, UNITS.replace("0000-0000001", MOBILE))
    site.write("config.yaml", allowing(allowance(UNITS_YAML, MOBILE, until="2026-11-23")))

    assert [] == first_lines(site)
    assert [
        f"{UNITS_YAML}:7:12: error: 手机号码 138…78 准许公开的期限已于 2026-11-23 届满"
        " [personal-data-expired]\n"
        "    请删除；仍须公开的，重新审批后改写 personal_data 中的 until。"
    ] == [line(one, "zh") for one in site.build(day=date(2026, 11, 24)).problems]


@pytest.mark.parametrize(
    "file",
    [UNITS_YAML, "content/pages/no.md", "templates/base.html", "units/jiaoyu.html", "no.html"],
)
def test_an_allowance_for_what_is_not_there_is_a_warning(site, file):
    """
    It would allow the value when somebody brings it back.
    """
    site.write("config.yaml", allowing(allowance(file, MOBILE)))

    assert [
        f"config.yaml:23:7: warning: “{file}”中没有这里准许公开的手机号码 [allowance-unused]\n"
        "    请删去这一条，或核对文件名和 sha256。"
    ] == site.lines()


def test_an_allowance_for_a_file_that_cannot_be_read_is_silent(site):
    """
    One fault, one problem.
    """
    site.write(UNITS_YAML, b"\xff\xfe")
    site.write("config.yaml", allowing(allowance(UNITS_YAML, MOBILE)))

    assert not [one for one in first_lines(site) if "allowance" in one]


def test_an_allowance_for_a_page_covers_that_page_alone(site):
    """
    What a template puts together on two pages needs two.
    """
    site.write("templates/unit.html", ASSEMBLED)
    both = [allowance(f"units/{id}.html", MOBILE) for id in ("jiaoyu", "ziran-ziyuan")]
    site.write("config.yaml", allowing(both[0]))
    with_one = first_lines(site)
    site.write("config.yaml", allowing(*both))

    assert 1 == len(with_one)
    assert with_one[0].startswith("units/ziran-ziyuan.html: error: 页面上有手机号码 138…78")
    assert [] == first_lines(site)


def test_what_only_looks_personal_can_be_allowed_too(site):
    """
    So that a code that looks like an identity number is asked about once.
    """
    site.write(GUIDE_MD, f"{GUIDE}\n{WRONG}\n")
    before = first_lines(site)
    site.write("config.yaml", allowing(allowance(GUIDE_MD, WRONG, "居民身份证号")))

    assert [
        f"{GUIDE_MD}:12:1: warning: 像是居民身份证号 4413…30，但不能肯定 [personal-data-suspected]"
    ] == before
    assert [] == first_lines(site)


@pytest.mark.parametrize("left_out", ["file", "kind", "sha256", "reason", "approved_by", "until"])
def test_an_allowance_says_all_six_things(site, left_out):
    """
    Where, what, which, why, by whom, until when.
    """
    one = allowance(UNITS_YAML, MOBILE).strip("{}").split(", ")
    one = [part for part in one if not part.startswith(left_out)]
    site.write("config.yaml", allowing("{" + ", ".join(one) + "}"))

    assert [f"缺少必填的“{left_out}”"] == [
        line.split(": ")[2].split("（")[0] for line in first_lines(site)
    ]
    assert 6 == len(Allowance.__dataclass_fields__)


def test_an_allowance_never_holds_the_number_itself(site):
    """
    Only its digest; what is no digest is refused, and the number masked.
    """
    site.write(
        "config.yaml", allowing(allowance(UNITS_YAML, MOBILE).replace(digest(MOBILE), MOBILE))
    )

    assert "“138…78”不是 SHA-256 [value-digest]" in "".join(site.lines())


def test_settings_that_cannot_be_read_lead_to_no_second_fault(site):
    """
    What they allow is not known, and nothing is published.
    """
    site.write(UNITS_YAML, UNITS.replace("0000-0000001", MOBILE))
    site.write(
        "config.yaml", allowing(allowance(UNITS_YAML, MOBILE)).replace("name: 示", "nmae: 示", 1)
    )

    assert not [one for one in first_lines(site) if "personal" in one]
    assert [] == list(site.build().changed)


# -- nothing gives the value away ------------------------------------------------------------------

SECRETS = (ID, MOBILE, CARD, "粤L12345", "E12345678")


@pytest.fixture
def leaking(site: Site) -> Site:
    """A site with a number of each kind in a record, in a text, in a name and on a page."""
    site.write(GUIDE_MD, f"{GUIDE}\n{ID}，{CARD}，粤L12345，护照E12345678\n")
    site.write(f"content/pages/{MOBILE}.md", f"---\nid: x{ID.lower()}\ntitle: 页\n---\n\n甲\n")
    site.write("catalogue/entries/a.yaml", entry("a", remarks=f"{MOBILE}同上，粤L12345同上"))
    site.write("templates/unit.html", ASSEMBLED)
    return site


@pytest.mark.parametrize(
    "words",
    [
        ("build",), ("build", "--json"), ("build", "--explain"), ("check",),
        ("check", "--format", "json"), ("--lang", "en", "build", "--explain", "--json"),
    ],
)  # fmt: skip
def test_no_output_holds_the_value(leaking, words):
    """
    Not the problems, not the JSON, not the reasons, not the paths in them.
    """
    done = leaking.run(*words)
    said = done.stdout + done.stderr

    assert 1 == done.returncode
    assert "4413…31" in said
    assert [] == [one for one in SECRETS if one.lower() in said.lower()]
    assert not (leaking.output / "index.html").exists()


def test_the_preview_shows_masks(leaking):
    """
    Over the page that it serves on this machine.
    """
    shown = section(leaking.problems(), "zh").decode()

    assert "4413…31" in shown
    assert [] == [one for one in SECRETS if one in shown]


def test_what_is_remembered_of_findings_holds_no_value(leaking):
    """
    A digest and a mask; only the records themselves hold the author's words.
    """
    made = make(find(leaking.folder), day=None, today=DAY, store=Store(None))
    findings = [one.notes.personal for one in made.rendered]

    facts = [one.facts for one in made.problems if "personal" in one.rule]

    assert any(findings)
    assert any(facts)
    assert [] == [one for one in SECRETS if one in repr(findings) + repr(facts)]


def test_the_cache_holds_no_value_that_only_a_page_has(site):
    """
    What is remembered of a page is not the page.
    """
    site.write("templates/unit.html", ASSEMBLED)
    site.build()
    kept = b"".join(files(site.folder / ".cache").values())
    remembered = repr(rows_of(site.folder / ".cache" / "build.sqlite")).encode()

    assert digest(MOBILE).encode() in remembered
    assert MOBILE.encode() not in remembered + kept


def test_findings_of_every_kind_can_be_named_in_settings(site):
    """
    The words of the settings are those of the messages.
    """
    values = {"居民身份证号": ID, "手机号码": MOBILE, "银行卡号": CARD, "护照号码": "E12345678"}
    values |= {"车牌号码": "粤L12345"}
    text = f"{GUIDE}\n{ID}，{MOBILE}，{fours(CARD, ' ')}，护照E12345678，粤L·12345\n"
    site.write(GUIDE_MD, text)
    site.write(
        "config.yaml", allowing(*(allowance(GUIDE_MD, v, kind) for kind, v in values.items()))
    )

    assert [] == first_lines(site)
    assert set(values) == {kind.value for kind in PersonalKind}
