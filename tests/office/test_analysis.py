"""What the ledger teaches, against a slow oracle that asks each application; and its command."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta
from functools import cache
from random import Random

import pytest

from generator.facts.annual import DISPUTES, RULINGS
from generator.facts.answering import Course
from generator.model.entry import Body
from generator.model.request import Applicant, Channel, Dispute, Outcome, Route, Ruling
from generator.office.analysis import analysed, came_in, entries, period, topics
from generator.office.annual import fourth
from generator.office.request import Contest, Request

from ..conftest import CONFIG, catalogue, entry, files, listed
from ..courses import oracle
from .makers import GOOD, LEDGER, put, replaced, said

PATH = "catalogue/entries/sq.yaml"
ITEMS = listed(
    "entries",
    entry("pifu", name="征地批文", method="依申请公开"),
    entry("dangan", name="用地档案", method="依申请公开"),
    entry("jiu", name="旧的事项", method="依申请公开", ended="2020-01-01"),
    entry("wei", name="没有写方式", method=None),
)
METHODS = {"pifu": "依申请公开", "dangan": "依申请公开", "jiu": "依申请公开", "gonggao": "主动公开"}
# Each writing of a topic, and the topic that it is.
WRITINGS = {
    "征地补偿": "征地补偿", "征地 补偿": "征地补偿", "徵地補償": "征地补偿", "GDP数据": "gdp",
    "ＧＤＰ 数据": "gdp", "学区划分": "学区", "": "", " ": "",
}  # fmt: skip
# Each way to name an office, and the office that it is.
OFFICES = {
    Body(unit="jiaoyu"): "jiaoyu", Body(name="示范市教育局"): "jiaoyu",
    Body(name="示范市 教育局"): "jiaoyu", Body(unit="ziran-ziyuan"): "ziran-ziyuan",
    Body(name="某县 人民政府"): "某县 人民政府",
}  # fmt: skip
LATEST = date(2026, 12, 31)


def some_day(random: Random) -> date:
    return date(2024, 1, 1) + timedelta(random.randrange(3 * 365))


def drawn(random: Random, number: int) -> Request:
    """An application of any kind; days need not be in order, as nobody checked them yet."""
    received = some_day(random)
    replied = received + timedelta(random.randint(-3, 120)) if random.random() < 0.85 else None
    outcomes = (Outcome.GRANTED, Outcome.PARTLY, Outcome.REPEATED, *Outcome)
    return Request(
        id=f"sq-{number:02}",
        unit=random.choice(("jiaoyu", "ziran-ziyuan")),
        received=received,
        channel=random.choice([*Channel]),
        confirmed=random.choice((None, received + timedelta(random.randint(-9, 20)))),
        applicant=random.choice([*Applicant]),
        topic=random.choice([*WRITINGS]),
        entry=random.choice(("", "", *METHODS, "wei", "verloren")),
        handled_by=random.choice((None, *OFFICES)),
        replied=replied,
        outcome=random.choice(outcomes) if random.random() < 0.95 else None,
        disputes=tuple(contest(random) for _ in range(random.choice((0, 0, 0, 1, 2)))),
    )


def contest(random: Random) -> Contest:
    filed = some_day(random)
    closed = filed + timedelta(random.randint(-40, 400)) if random.random() < 0.8 else None
    return Contest(
        kind=random.choice([*Dispute]),
        filed=filed,
        route=random.choice((*Route, *Route, None)),
        handled_by=random.choice((None, *OFFICES)),
        result=random.choice((*Ruling, Ruling.CORRECTED)) if closed else None,
        closed=closed,
    )


def ledger(seed: int) -> tuple[tuple[Request, ...], date, int | None]:
    """A random ledger, the day on which it is looked at, and the year that is."""
    random = Random(seed)
    requests = tuple(drawn(random, number) for number in range(random.randint(0, 40)))
    return requests, some_day(random), random.choice((None, 2024, 2025, 2026))


@cache
def public():
    """The public side with the entries above."""
    return catalogue({PATH: ITEMS})


# -- the oracle: one application, asked in words ---------------------------------------------------


def confirmed(one: Request, day: date) -> date | None:
    return one.confirmed if one.confirmed and one.confirmed <= day else None


def came(one: Request, day: date, year: int | None) -> bool:
    """Whether it had come in by a day, and is of a year."""
    by_hand = one.channel in (Channel.IN_PERSON, Channel.WINDOW)
    receipt = one.received if by_hand else confirmed(one, day) or one.received
    return one.received <= day and (year is None or receipt.year == year)


def outcome(one: Request, day: date) -> str:
    """The code of the answer that was given by a day."""
    return str(one.outcome or "") if one.replied and one.replied <= day else ""


def counted(ones: list[Request], day: date) -> tuple[int, int, int, int, int, set[str]]:
    """Asked, repeated, granted, for an item on request, for one that is published; which."""
    codes = [outcome(one, day) for one in ones]
    methods = [METHODS.get(one.entry) for one in ones]
    return (
        len(ones),
        codes.count("(五)2") + codes.count("(五)4"),
        codes.count("(一)") + codes.count("(二)"),
        methods.count("依申请公开"),
        methods.count("主动公开"),
        {one.id for one in ones},
    )


def told(one) -> tuple[int, int, int, int, int, set[str]]:
    figures = one.asked, one.again, one.granted, one.on_request, one.proactive
    return *figures, set(one.requests)


def column(one: Contest, day: date, year: int | None) -> str:
    """Under which result a dispute counts; nothing where it does not."""
    first = date(year, 1, 1) if year else date.min
    last = min(day, date(year, 12, 31)) if year else day
    if one.filed > last:
        return ""
    if one.result and one.closed and one.closed <= last:
        return "" if one.closed < first and one.filed < first else str(one.result)
    return "尚未审结"


def way(one: Contest) -> str:
    if one.kind == "行政复议":
        return "行政复议"
    return {"直接起诉": "未经复议直接起诉", "复议后起诉": "复议后起诉"}.get(
        str(one.route), "行政诉讼，没有写明途径"
    )


def office(request: Request, one: Contest) -> str:
    return OFFICES[one.handled_by or request.handled_by or Body(unit=request.unit)]


def openness(ones: list[Request], day: date) -> str:
    """What is to be thought of the entry that *ones* asked for, three or more of several."""
    id, (asked, again, granted, *_) = ones[0].entry, counted(ones, day)
    if id not in METHODS:
        return "公开方式未定"
    if id == "jiu":
        return "事项已终止"
    if METHODS[id] == "主动公开":
        return "已主动公开，未被找到"
    openable = granted > 0 and asked - again > 2
    return "依申请公开，可以转为主动公开" if openable else "依申请公开"


def late(one: Request, day: date) -> bool:
    """Whether an answer that was given by a day came after the last one for it."""
    course = Course(one.received, one.channel, confirmed(one, day))
    last, _ = oracle(course)
    return bool(one.replied and last and last < one.replied <= day)


SEEDS = range(500)


@pytest.mark.parametrize("seed", SEEDS)
def test_random_ledgers_are_counted_as_the_oracle_counts(seed):
    """
    Every topic and item that is asked for often, every dispute, every case; and nothing else.
    """
    requests, day, year = ledger(seed)
    found = analysed(requests, public(), period(day, year))
    mine = [one for one in requests if came(one, day, year)]

    assert len(mine) == found.came
    for key, rows in (
        (lambda one: WRITINGS[one.topic], {WRITINGS[one.name]: one for one in found.topics}),
        (lambda one: one.entry, {one.asked.name: one.asked for one in found.entries}),
    ):
        groups = {key(one): [other for other in mine if key(other) == key(one)] for one in mine}
        often = {name: ones for name, ones in groups.items() if name and len(ones) >= 3}
        assert {name: counted(ones, day) for name, ones in often.items()} == {
            name: told(one) for name, one in rows.items()
        }
        figures = [(-one.asked, one.name) for one in rows.values()]
        assert sorted(figures) == figures
    for row in found.entries:
        ones = [one for one in mine if one.entry == row.asked.name]
        assert openness(ones, day) == row.openness
    last = min(day, date(year, 12, 31)) if year else day
    expected = Counter(
        (way(one), outcome(request, last), office(request, one), of)
        for request in requests
        for one in request.disputes
        if (of := column(one, day, year))
    )
    assert expected == Counter({
        (row.way, row.outcome or "", row.office, of): n
        for row in found.disputes.rows
        for of, n in zip(RULINGS[:-1], row.figures[:-1], strict=True)
        if n
    })  # fmt: skip
    whys = {
        (request.id, why, on)
        for request in requests
        if request.received <= day
        for why, on in (
            [("逾期答复", request.replied)] * late(request, day)
            + [
                (why, one.closed)
                for one in request.disputes
                if one.result == "结果纠正" and one.filed <= day and one.closed <= day
                for why in ("争议结果纠正", "没有满足申请，后被纠正")
                if why == "争议结果纠正" or outcome(request, day)[:3] in ("(三)", "(四)", "(五)")
            ]
        )
        if year in (None, on.year)
    }
    assert whys == {(one.request.id, why, on) for one in found.lessons for why, on in one.whys}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_sums_of_a_random_ledger_are_its_whole(seed):
    """
    Of disputes in each direction, of topics and items where one is often; a year that is over has
    the figures of table 四.
    """
    requests, day, year = ledger(seed)
    of = period(day, year)
    found, mine = analysed(requests, public(), of).disputes, came_in(requests, of)
    for parts in (
        [row.figures for row in found.rows],
        found.ways.values(), found.outcomes.values(), found.offices.values(),
    ):  # fmt: skip
        assert found.total == tuple(map(sum, zip(*parts, strict=True))) or not parts
        assert all(sum(figures[:-1]) == figures[-1] for figures in parts)
    codes = [*Outcome, None]
    assert sorted(found.outcomes, key=codes.index) == [*found.outcomes]
    assert sorted(found.offices) == [*found.offices]
    named = sum(one.asked for one in topics(mine, public(), 1))
    items = sum(one.asked.asked for one in entries(mine, public(), 1))
    table = fourth(requests, 2024)
    ways = analysed(requests, public(), period(LATEST, 2024)).disputes.ways

    assert len(mine) == named + sum(not one.topic.strip() for one in mine)
    assert len(mine) == items + sum(not one.entry for one in mine)
    assert {row: table[row] for row in DISPUTES} == {
        row: ways.get(row, (0,) * 5) for row in DISPUTES
    }


def test_the_random_ledgers_hold_everything():
    """
    Or the tests above would see less than they say.
    """
    found = [analysed(one, public(), period(day, year)) for one, day, year in map(ledger, SEEDS)]
    rows = [row for one in found for row in one.disputes.rows]

    assert 5 == len({row.openness for one in found for row in one.entries})
    assert 3 == len({why for one in found for lesson in one.lessons for why, _ in lesson.whys})
    assert 4 == len({row.way for row in rows})
    assert 1 + len(Outcome) == len({row.outcome for row in rows})
    assert {*OFFICES.values()} == {row.office for row in rows}
    assert any(one.again for of in found for one in of.topics)


# -- the rule --------------------------------------------------------------------------------------


def asked(number: int, *, code: str = "(一)", item: str = "pifu", more: str = "") -> str:
    """Return an application that came in at a window and was answered in time."""
    text = f"""\
id: sq-9{number}
unit: ziran-ziyuan
received: 2026-03-02
channel: 窗口
applicant: 自然人
entry: {item}
registered: 2026-03-02
audited: 2026-03-10
replied: 2026-03-11
outcome: {code}
communicated: 2026-03-11
archived: 2026-03-12
"""
    return text + more


def many(*codes: str, **same: str) -> dict[str, str]:
    """Return a ledger beside the good one, an application for each outcome, and the items."""
    ones = [asked(number, code=code, **same) for number, code in enumerate(codes)]
    return {PATH: ITEMS, "internal/requests/more.yaml": listed("requests", *ones)}


def often(differs: dict[str, str], day: date | None = None) -> list[str]:
    """What the rule says."""
    lines = said(differs, day=day) if day else said(differs)
    return [one for one in lines if "[request-often]" in one]


@pytest.mark.parametrize(
    ("codes", "same", "n"),
    [
        (("(一)", "(三)4", "(三)4"), {}, 1),
        (("(二)", "(四)1", "(三)4", "(一)"), {}, 1),
        (("(一)", "(一)"), {}, 0),  # not often
        (("(三)4", "(三)4", "(三)4"), {}, 0),  # never granted
        (("(一)", "(五)2", "(五)2"), {}, 0),  # one applicant
        (("(一)", "(一)", "(一)", "(五)4"), {}, 1),
        (("(一)", "(一)", "(一)"), {"item": "gonggao"}, 0),  # is published
        (("(一)", "(一)", "(一)"), {"item": "jiu"}, 0),  # has ended
        (("(一)", "(一)", "(一)"), {"item": "wei"}, 0),
    ],
)
def test_what_several_asked_for_and_got_is_to_be_opened(codes, same, n):
    """
    An item on request alone, and what one applicant repeats does not make several.
    """
    assert n == len(often(many(*codes, **same)))


def test_the_rule_counts_as_the_settings_say():
    """
    And by the day.
    """
    twice = {"config.yaml": CONFIG.replace("requests:\n", "requests:\n  often: 2\n")}
    five = {"config.yaml": CONFIG.replace("requests:\n", "requests:\n  often: 5\n")}

    assert 1 == len(often(twice | many("(一)", "(一)")))
    assert 0 == len(often(five | many(*["(一)"] * 4)))
    assert 1 == len(often(many("(一)", "(一)", "(一)"), date(2026, 3, 11)))
    assert 0 == len(often(many("(一)", "(一)", "(一)"), date(2026, 3, 10)))


# -- the command -----------------------------------------------------------------------------------

DISPUTE = """\
disputes:
  - kind: 行政复议
    filed: 2026-04-01
    handled_by: 示范市自然资源局
    result: 结果纠正
    closed: 2026-05-06
    complied_on: 2026-05-07
"""


@pytest.fixture
def both(site):
    """A good site with both sides, with an item that was asked for three times."""
    ones = (
        asked(1, more="topic: 独一无二的题目\n"),
        asked(2, code="(二)", more="topic: 獨一無二的 题目\n"),
        asked(3, code="(五)2", item="gonggao", more="topic: 独一无二的题目\n"),
        asked(4, code="(三)4", more=f"third_party: [{{asked: 2026-03-03}}]\n{DISPUTE}"),
    )
    put(site.folder, {**GOOD, PATH: ITEMS,
                      "internal/requests/more.yaml": listed("requests", *ones)})  # fmt: skip
    return site


def test_the_analysis_is_told_to_the_office_in_words(both):
    """
    On standard error, as the list of applications is.
    """
    done = both.run("report", "analysis", "2026")

    assert (0, "") == (done.returncode, done.stdout)
    assert [
        "2026 年，截至 2026-11-23：收到 6 件申请。",
        "申请 3 次以上的主题 1 个：",
        "  独一无二的题目  申请 3 次（同一申请人重复 1 次），予以公开或者部分公开 2 次，"
        "2 次申请的事项依申请公开，1 次申请的事项已主动公开，未被找到",
        "申请 3 次以上的事项 1 个：",
        "  pifu  征地批文  申请 3 次，予以公开或者部分公开 2 次  依申请公开，可以转为主动公开",
        "争议 3 件：",
        "  行政复议  (三)4 保护第三方合法权益  ziran-ziyuan  结果纠正 2，总计 2",
        "  复议后起诉  (三)4 保护第三方合法权益  ziran-ziyuan  尚未审结 1，总计 1",
        "  小计 行政复议  结果纠正 2，总计 2",
        "  小计 复议后起诉  尚未审结 1，总计 1",
        "  小计 (三)4 保护第三方合法权益  结果纠正 2，尚未审结 1，总计 3",
        "  小计 ziran-ziyuan  结果纠正 2，尚未审结 1，总计 3",
        "  合计  结果纠正 2，尚未审结 1，总计 3",
        "供研究的案例 2 件：",
        "  sq-1  ziran-ziyuan  2026-03-02  争议结果纠正 2026-07-06；"
        "没有满足申请，后被纠正 2026-07-06",
        "  sq-94  ziran-ziyuan  2026-03-02  争议结果纠正 2026-05-06；"
        "没有满足申请，后被纠正 2026-05-06",
    ] == done.stderr.splitlines()


def test_the_analysis_in_english_says_one_and_several(both):
    """
    Titles and topics stay as they were written.
    """
    both.edit("internal/requests/more.yaml", "replied: 2026-03-11", "replied: 2026-04-01")
    done = both.run("report", "analysis", "--lang", "en", "--unit", "ziran-ziyuan")
    empty = both.run("report", "analysis", "2025", "--lang", "en")
    lines = done.stderr.splitlines()

    assert "As of 2026-11-23: 5 applications." == lines[0]
    assert "1 topic asked for 3 times or more:" == lines[1]
    assert (
        "  独一无二的题目  3 times (1 repeated by one applicant), granted 2, 2 for an item on"
        " request, 1 for an item that is published proactively and was not found"
    ) == lines[2]
    assert (
        "  pifu  征地批文  3 times, granted 2  on request, could be published proactively"
    ) == lines[4]
    assert "  reconsideration  (三)4  ziran-ziyuan  corrected 2, total 2" == lines[6]
    assert "  in all  corrected 2, pending 1, total 3" == lines[-5]
    assert "3 cases for study:" == lines[-4]
    assert "  sq-91  ziran-ziyuan  2026-03-02  answered late 2026-04-01" == lines[-2]
    assert [
        "2025, as of 2026-11-23: 0 applications.",
        "0 topics asked for 3 times or more:",
        "0 items asked for 3 times or more:",
        "0 disputes:",
        "0 cases for study:",
    ] == empty.stderr.splitlines()


def test_the_analysis_for_programs_stands_alone_on_standard_output(both):
    """
    With the applications of each row by their ids, and of cases ids, units and days alone.
    """
    done = both.run("report", "analysis", "2026", "--json", "--as-of", "2026-05-06")
    found = json.loads(done.stdout)
    none = {"upheld": 0, "corrected": 0, "other": 0, "pending": 0, "total": 0}
    figures = none | {"corrected": 1, "total": 1}

    assert "" == done.stderr
    assert ("2026-05-06", 2026, 3, 5) == tuple(
        found[key] for key in ("as_of", "year", "often", "applications")
    )
    assert [
        {
            "topic": "独一无二的题目", "asked": 3, "again": 1, "granted": 2, "on_request": 2,
            "proactive": 1, "requests": ["sq-91", "sq-92", "sq-93"],
        }
    ] == found["topics"]  # fmt: skip
    assert [
        {
            "entry": "pifu", "name": "征地批文", "openness": "依申请公开，可以转为主动公开",
            "asked": 3, "again": 0, "granted": 2, "on_request": 3, "proactive": 0,
            "requests": ["sq-91", "sq-92", "sq-94"],
        }
    ] == found["entries"]  # fmt: skip
    assert {
        "rows": [
            {"way": "行政复议", "outcome": "(三)4", "office": "ziran-ziyuan", **figures},
        ],
        "ways": [{"way": "行政复议", **figures}],
        "outcomes": [{"outcome": "(三)4", **figures}],
        "offices": [{"office": "ziran-ziyuan", **figures}],
        "total": figures,
    } == found["disputes"]
    assert [
        {
            "id": "sq-94", "unit": "ziran-ziyuan", "received": "2026-03-02",
            "why": [
                {"why": "争议结果纠正", "on": "2026-05-06"},
                {"why": "没有满足申请，后被纠正", "on": "2026-05-06"},
            ],
        }
    ] == found["cases"]  # fmt: skip


def test_what_may_be_a_number_of_a_person_is_masked(both):
    """
    In a topic and in the name of an organ; in both forms.
    """
    number = "62220240000000123"  # as long as that of a card, and none
    text = both.read("internal/requests/more.yaml")
    both.write(
        "internal/requests/more.yaml",
        text.replace("题目", f"题目{number}").replace("示范市自然资源局", f"某{number}局"),
    )
    lines, record = both.run("report", "analysis"), both.run("report", "analysis", "--json")

    assert (0, 0) == (lines.returncode, record.returncode)
    for text in (lines.stderr, record.stdout):
        assert number not in text
        assert "独一无二的题目6222…23" in text
        assert "某6222…23局" in text


@pytest.mark.parametrize(
    ("differs", "words", "status", "said"),
    [
        ({}, ["--unit", "jiaoyuju"], 1, "没有编号为“jiaoyuju”的单位 [requests-unit]"),
        ({}, ["今年"], 2, "“YEAR”的值不对：应为 1900 至 2999 的整数。"),
        ({}, ["1899"], 2, "应为 1900 至 2999 的整数。"),
        ({}, ["2026", "2025"], 2, "gongkai report analysis --help"),
        ({}, ["--as-of", "2026-13-01"], 2, "--as-of"),
        ({}, ["--overdue"], 2, "没有选项“--overdue”。"),
        (replaced(LEDGER, ("unit: jiaoyu", "unit: jiaoyuju")), [], 1, "[reference-unknown]"),
        (replaced(LEDGER, ("id: sq-2", "id: sq-2\n    姓名: 某")), [], 1, "[request-person]"),
        (replaced(LEDGER, ("(三)4", "(三)9")), [], 1, "[value-outcome]"),
        ({"internal/request/2025.yaml": GOOD[LEDGER]}, [], 1, "[folder-unknown]"),
    ],
)
def test_what_cannot_be_analysed_is_one_sentence(both, differs, words, status, said):
    """
    A count that lacks an application looks like a whole one.
    """
    put(both.folder, differs)
    done = both.run("report", "analysis", *words)

    assert (status, "") == (done.returncode, done.stdout)
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "截至" not in done.stderr


@pytest.mark.parametrize("value", ["1", "0", "-3", "2.5", "三"])
def test_often_is_a_whole_number_from_two_on(both, value):
    """
    Told at its place, like any setting.
    """
    both.edit("config.yaml", "requests:\n", f"requests:\n  often: {value}\n")
    done = both.run("report", "analysis")

    assert 1 == done.returncode
    assert f"config.yaml:20:10: error: “{value}”不是可用的整数" in done.stderr


def test_two_is_often_where_the_settings_say_so(both):
    """
    Every topic and every item that is named twice.
    """
    both.edit("config.yaml", "requests:\n", "requests:\n  often: 2\n")
    found = json.loads(both.run("report", "analysis", "--json").stdout)

    assert 2 == found["often"]
    assert ["pifu", "gonggao"] == [one["entry"] for one in found["entries"]]
    assert "已主动公开，未被找到" == found["entries"][1]["openness"]


def test_a_site_without_an_internal_side_has_no_analysis(site):
    """
    One sentence.
    """
    done = site.run("report", "analysis")

    assert 1 == done.returncode
    assert "internal: error: 网站目录中没有 internal/ [office-missing]" in done.stderr


def test_nothing_of_the_analysis_is_published(both):
    """
    The command writes no file, and a build holds no word of it, whatever is often.
    """
    before = files(both.folder)
    both.run("report", "analysis")
    both.run("report", "analysis", "--json")

    assert before == files(both.folder)
    built = both.clean()
    both.edit("config.yaml", "requests:\n", "requests:\n  often: 2\n")
    whole = b"\n".join(built.values())

    assert built == both.clean()
    assert "征地批文".encode() in whole
    assert not [word for word in ("独一无二", "sq-9", "可以转为主动公开") if word.encode() in whole]
