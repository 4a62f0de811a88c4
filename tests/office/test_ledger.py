"""The ledger of applications: how each stands on a day, what it refuses, and its list."""

from __future__ import annotations

import json
from datetime import date

import pytest

from generator import workdays
from generator.facts.answering import Course, due
from generator.model.request import Applicant, Channel, Outcome
from generator.office.kinds import KINDS
from generator.office.ledger import State, course_of, due_of, standing
from generator.office.persons import is_organ
from generator.office.request import Asking, Correction, Extension, Request
from generator.typed import names_of

from ..courses import NOTICE, NOTICED, SILENCE, SILENT, table
from ..personal.numbers import identity_check
from .makers import GOOD, LEDGER, REVIEW_NB, put, replaced, said

CALENDAR = workdays.calendar(date(2026, 12, 31))
ID = "44130219900101123" + identity_check("44130219900101123")
MOBILE = "13812345678"


def request(**fields) -> Request:
    """Return an application that came in at a window on Monday 2026-03-02: due on 2026-03-30."""
    given = {
        "id": "sq", "unit": "jiaoyu", "received": date(2026, 3, 2), "channel": Channel.WINDOW,
        "applicant": Applicant.PERSON,
    } | fields  # fmt: skip
    return Request(**given)


# -- no person -----------------------------------------------------------------------------------

AS_FIELDS = [
    "姓名", "name", "联系人", "联系电话", "phone", "电话", "手机号码", "身份证", "身份证号码",
    "住址", "applicant_name", "申请人姓名", "contact", "email", "id_card", "证件号码",
    "mobile", "address",
]  # fmt: skip


@pytest.mark.parametrize("key", AS_FIELDS)
@pytest.mark.parametrize("at", ["record", "part"])
def test_a_field_for_a_person_is_refused_at_its_place(key, at):
    """
    On the record and within a part of it; what stands there is not shown.
    """
    line = {
        "record": f"    {key}: 某某人\n",
        "part": f"    extension: {{days: 5, {key}: 某某人}}\n",
    }
    old = "    registered: 2026-11-09\n"
    [told] = said(replaced(LEDGER, (old, old + line[at])))
    column = 5 if at == "record" else 26

    assert told.startswith(f"{LEDGER}:43:{column}: error: 台账中没有写姓名")
    assert "某某" not in told


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("topic: 征地补偿", "topic: 联系人：李某某", "8:12"),
        ("topic: 征地补偿", "topic: 征地补偿（申请人姓名：李某某）", "8:17"),
        ("rectification: 重新答复", "rectification: 重新答复，手机号码 ：8", "32:29"),
        ("    topic: 征", "    # 承办人：李某某\n    topic: 征", "8:7"),
        ("    topic: 征", "    # 电话(宅): 000\n    topic: 征", "8:7"),
        ("    topic: 征", "    # 姓  名：李某某\n    topic: 征", "8:7"),
        ("    topic: 征", "    # 委托人：李某某\n    topic: 征", "8:7"),
        ("    topic: 征", "    # 微信号：abc\n    topic: 征", "8:7"),
        ("    topic: 征", "    # Contact: Li\n    topic: 征", "8:7"),
        ("    topic: 征", "    # name: Li\n    topic: 征", "8:5"),
        ("topic: 征地补偿", 'topic: "name: 李某某"', "8:12"),
        ("topic: 征地补偿", "topic: 征地补偿，回复 li@shifan.example", "8:20"),
        ("topic: 征地补偿", "topic: 征地补偿，致电 0000-0000000", "8:20"),
    ],
)
def test_a_label_that_asks_for_a_person_is_refused_in_text_and_comments(old, new, place):
    """
    Who has no field writes it into another.
    """
    [told] = said(replaced(LEDGER, (old, new)))

    assert told.startswith(f"{LEDGER}:{place}: error: 台账中没有写姓名、联系方式和身份的地方")
    assert "某某" not in told


@pytest.mark.parametrize(
    ("old", "new", "place", "kind"),
    [
        ("topic: 征地补偿", f"topic: 征地补偿 {ID}", "8:17", "居民身份证号"),
        ("topic: 征地补偿", f"topic: 征地补偿 {MOBILE}", "8:17", "手机号码"),
        ("requests:\n", f"# {ID}\nrequests:\n", "1:3", "居民身份证号"),
        ("handled_by: ziran-ziyuan\n", f"handled_by: 某 {MOBILE} 局\n", "28:23", "手机号码"),
    ],
)
def test_a_number_of_a_person_is_refused_wherever_it_stands(old, new, place, kind):
    """
    In a value, in a comment; its place and its kind are said, not a digit of it.
    """
    told = said(replaced(LEDGER, (old, new)))
    line = f"{LEDGER}:{place}: error: 台账中写有{kind} [request-person-number]"

    assert 1 == sum(one.startswith(line) for one in told)
    assert not [one for one in told if "138" in one or "4413" in one or "5678" in one]


@pytest.mark.parametrize("name", [f"{MOBILE}.yaml", f"某某{MOBILE}.yaml"])
def test_a_number_in_the_name_of_a_file_is_refused(name):
    """
    Whether the name can be shown or not.
    """
    told = said({LEDGER: "", f"internal/requests/{name}": GOOD[LEDGER]})

    assert 1 == sum("error: 台账中写有手机号码" in one for one in told)
    assert MOBILE not in "".join(told)


def test_organs_are_named_and_no_other_key_has_a_name():
    """
    The record has no field that asks for a person.
    """
    ledger = next(kind.model for kind in KINDS if kind.plural == "requests")

    assert {"name"} == {*AS_FIELDS} & names_of(ledger)
    assert [] == said(
        replaced(
            LEDGER,
            (
                "handled_by: ziran-ziyuan\n        result",
                "handled_by: {name: 示范市自然资源局}\n        result",
            ),
        )
    )


# -- how it stands -------------------------------------------------------------------------------

DAY = date(2026, 3, 16)
CORRECTED = (Correction(notified=date(2026, 3, 9), returned=date(2026, 3, 17)),)


@pytest.mark.parametrize(
    ("fields", "day", "state", "last", "days"),
    [
        ({}, DAY, State.OPEN, date(2026, 3, 30), 10),
        ({}, date(2026, 3, 30), State.OPEN, date(2026, 3, 30), 0),
        ({}, date(2026, 4, 1), State.OVERDUE, date(2026, 3, 30), 2),
        ({"channel": Channel.FAX}, DAY, State.CONFIRMING, None, None),
        ({"channel": Channel.FAX, "confirmed": date(2026, 3, 17)}, DAY, State.CONFIRMING, None,
         None),
        ({"corrections": CORRECTED}, DAY, State.CORRECTING, None, None),
        ({"corrections": CORRECTED}, date(2026, 3, 17), State.OPEN, date(2026, 4, 15), 20),
        ({"replied": date(2026, 3, 30)}, date(2026, 5, 6), State.ON_TIME, date(2026, 3, 30), None),
        ({"replied": date(2026, 4, 1)}, date(2026, 5, 6), State.LATE, date(2026, 3, 30), 2),
        ({"replied": date(2026, 4, 1)}, date(2026, 3, 31), State.OVERDUE, date(2026, 3, 30), 1),
        ({"corrections": (Correction(notified=date(2026, 3, 9)),), "replied": date(2026, 4, 20)},
         date(2026, 5, 6), State.ANSWERED, None, None),
        ({"received": date(2026, 12, 15)}, date(2026, 12, 16), State.UNKNOWN, None, None),
        ({"received": date(2026, 12, 15), "replied": date(2026, 12, 16)}, date(2026, 12, 31),
         State.ANSWERED, None, None),
        ({"third_party": (Asking(asked=date(2026, 3, 4), answered=date(2026, 3, 11)),)},
         date(2026, 3, 11), State.OPEN, date(2026, 4, 7), 18),
        ({"organs": (Asking(asked=date(2026, 3, 4), answered=date(2026, 3, 11)),)},
         date(2026, 3, 11), State.OPEN, date(2026, 4, 7), 18),
        ({"extension": Extension(days=5, on=date(2026, 3, 30))}, date(2026, 3, 31), State.OPEN,
         date(2026, 4, 7), 4),
        ({"extension": Extension(days=5, on=date(2026, 3, 31))}, date(2026, 3, 31), State.OVERDUE,
         date(2026, 3, 30), 1),
        ({"extension": Extension(days=5)}, date(2026, 3, 31), State.OVERDUE, date(2026, 3, 30), 1),
        ({"extension": Extension(days=5, on=date(2026, 3, 20))}, DAY, State.OPEN,
         date(2026, 3, 30), 10),
    ],
)  # fmt: skip
def test_how_an_application_stands_on_a_day(fields, day, state, last, days):
    """
    By what had happened until then; nothing is guessed.
    """
    found = standing(request(**fields), day, CALENDAR)

    assert (state, last, days) == (found.state, found.due.last, found.days)


def test_the_last_day_is_that_of_the_deadline_command():
    """
    The days of the record go into the one function that reckons them.
    """
    one = request(
        corrections=CORRECTED,
        organs=(Asking(asked=date(2026, 3, 18), answered=date(2026, 3, 25)),),
        extension=Extension(days=30, on=date(2026, 4, 10)),
    )
    course = course_of(one, CALENDAR)

    assert 30 == course.extended
    assert date(2026, 5, 22) == due(course, CALENDAR).last


def recorded(course: Course) -> Request:
    """A course as the ledger has it; of its extension the applicant was told in time."""
    half = len(course.consulted) // 2
    asked = [Asking(asked=one.asked, answered=one.answered) for one in course.consulted]
    return request(
        received=course.received,
        channel=course.channel,
        confirmed=course.confirmed,
        corrections=tuple(
            Correction(notified=span.asked, returned=span.answered) for span in course.corrections
        ),
        third_party=tuple(asked[:half]),
        organs=tuple(asked[half:]),
        extension=Extension(days=course.extended, on=course.received) if course.extended else None,
    )


def test_the_last_day_is_that_of_a_walk_from_day_to_day():
    """
    2,000 applications of every kind, under both laws, by every channel, around the calendar's end.

    An extension that is told too late moves nothing, as the states above show.
    """
    for course, last, wait in table():
        found = due_of(recorded(course), CALENDAR)
        assert (last, wait) == (found.last, found.wait), course


def test_a_notice_and_a_silence_end_on_the_known_days():
    """
    7 working days for the notice of a correction, 15 for whoever is asked.
    """
    noticed, silent = (due_of(recorded(one), CALENDAR) for one in (NOTICED, SILENT))

    assert silent.count
    assert (NOTICE, SILENCE) == (noticed.notice, silent.count.paused[-1].date)


# -- the list ------------------------------------------------------------------------------------


@pytest.fixture
def both(site):
    """A good site with both sides."""
    put(site.folder, GOOD)
    return site


def test_the_list_is_by_the_last_day_and_names_the_state(both):
    """
    With the advice that was taken; a topic is not shown.
    """
    done = both.run("requests")

    assert (0, "") == (done.returncode, done.stdout)
    assert [
        "2026-05-08  sq-1  ziran-ziyuan  2026-03-02  按时答复  专业意见：法制机构 2026-04-15",
        "2026-12-07  sq-2  jiaoyu  2026-11-09  办理中，还有 10 个工作日",
        "2 件。",
    ] == done.stderr.splitlines()


def test_the_list_for_programs_of_what_is_late_on_a_day(both):
    """
    Alone on standard output: what is not answered in time, or was not.
    """
    put(both.folder, replaced(LEDGER, ("replied: 2026-04-21", "replied: 2026-05-20")))
    done = both.run("requests", "--overdue", "--json", "--as-of", "2026-12-10")
    before = both.run("requests", "--overdue", "--json", "--as-of", "2026-05-08")
    of_unit = both.run("requests", "--overdue", "--unit", "jiaoyu", "--lang", "en",
                       "--as-of", "2026-12-10")  # fmt: skip

    assert "" == done.stderr
    assert [
        ("sq-1", "逾期答复", "2026-05-08", None, 9, [{"from": "法制机构", "on": "2026-04-15"}]),
        ("sq-2", "逾期未答复", "2026-12-07", None, 3, []),
    ] == [
        tuple(one[key] for key in ("id", "state", "due", "left", "late", "advice"))
        for one in json.loads(done.stdout)
    ]
    assert [] == json.loads(before.stdout)
    assert "2026-12-07  sq-2  jiaoyu  2026-11-09  overdue by 3 days\n1 application." in (
        of_unit.stderr
    )


@pytest.mark.parametrize(
    ("differs", "words", "said"),
    [
        ({}, ["--unit", "jiaoyuju"], "没有编号为“jiaoyuju”的单位 [requests-unit]"),
        (replaced(LEDGER, ("unit: jiaoyu", "unit: jiaoyuju")), [], "[reference-unknown]"),
        (replaced(LEDGER, ("id: sq-2", "id: sq-2\n    姓名: 某")), [], "[request-person]"),
        (replaced(LEDGER, ("(三)4", "(三)9")), [], "[value-outcome]"),
        ({"internal/request/2025.yaml": GOOD[LEDGER]}, [], "[folder-unknown]"),
    ],
)
def test_a_ledger_that_cannot_be_listed_is_one_sentence(both, differs, words, said):
    """
    And status 1: a list that lacks an application looks like a whole one.
    """
    put(both.folder, differs)
    done = both.run("requests", *words)

    assert 1 == done.returncode
    assert said in done.stderr
    assert 1 == done.stderr.count("error:")
    assert "按时答复" not in done.stderr


def test_a_ledger_behind_a_link_is_not_an_empty_one(both, tmp_path):
    """
    Nothing is followed, and the list is refused.
    """
    (both.folder / "internal/requests").rename(tmp_path / "elsewhere")
    (both.folder / "internal/requests").symlink_to(tmp_path / "elsewhere")
    done = both.run("requests")

    assert 1 == done.returncode
    assert "internal/requests: error:" in done.stderr


def test_a_fault_of_a_review_does_not_keep_the_ledger_from_being_listed(both):
    """
    It hides no application.
    """
    put(both.folder, replaced(REVIEW_NB, ("attribute: 不公开", "attribute: 公开")))

    assert 1 == both.run("check", "--internal").returncode
    assert 0 == both.run("requests").returncode


def test_how_late_nobody_knows_beyond_the_calendar(both):
    """
    Nothing is counted there, and the application is late all the same.
    """
    done = both.run("requests", "--overdue", "--as-of", "2027-03-01")

    assert "2026-12-07  sq-2  jiaoyu  2026-11-09  逾期未答复\n1 件。\n" == done.stderr


def test_a_site_without_an_internal_side_has_no_list(site):
    """
    One sentence.
    """
    done = site.run("requests")

    assert 1 == done.returncode
    assert "internal: error: 网站目录中没有 internal/ [office-missing]" in done.stderr


def test_outcomes_are_written_by_code_or_by_words():
    """
    As the form prints them.
    """
    assert Outcome.THIRD_PARTY is request(outcome="三（三）4").outcome
    assert Outcome.THIRD_PARTY is request(outcome="保护第三方合法权益").outcome


@pytest.mark.parametrize(
    ("name", "organ"),
    [("办公室", True), ("某局（法规科）", True), ("法规科科长", True), ("办公室主任", True),
     ("某某人", False), ("李某", False)],
)  # fmt: skip
def test_organs_and_posts_are_told_from_people(name, organ):
    """
    By how they are called, which is all there is.
    """
    assert organ is is_organ(name)


# -- what is noted too late ------------------------------------------------------------------------


def test_a_correction_noted_after_the_last_day_moves_nothing():
    """
    Nor does one that never came in: what was late stays late.
    """
    late = Correction(notified=date(2026, 6, 30), returned=date(2026, 8, 20))
    open_ = Correction(notified=date(2026, 6, 30))
    timely = Correction(notified=date(2026, 3, 5), returned=date(2026, 3, 9))
    answered = request(corrections=(late,), replied=date(2026, 9, 1), outcome=Outcome.GRANTED)
    waiting = request(corrections=(open_,))

    assert State.LATE is standing(answered, date(2026, 11, 23), CALENDAR).state
    assert State.OVERDUE is standing(waiting, date(2026, 11, 23), CALENDAR).state
    assert due_of(request(), CALENDAR).last < due_of(request(corrections=(timely,)), CALENDAR).last


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (", returned: 2026-03-16", ", returned: 2026-09-03", "request-order"),
        (", returned: 2026-03-16", "", "request-outcome-contradicts"),
    ],
)
def test_a_correction_that_does_not_go_with_the_answer_is_told(old, new, rule):
    """
    It came in after the answer, or never, and yet the answer is about the matter.
    """
    assert any(f"[{rule}]" in told for told in said(replaced(LEDGER, (old, new))))
