"""Who owes what, what has begun, and by which limit it is judged."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from generator.facts.fulfilment import Fulfilment, Update, fulfilment
from generator.facts.timeliness import State, Why

from ..conftest import DAY, UNITS, catalogue, entry
from ..rules.timeliness_examples import A, D, disclosure, disclosures

TWENTY, SEVEN = "自信息形成之日起20个工作日内", "自信息形成之日起7个工作日内"
NOTHING: Mapping[str, str] = MappingProxyType({})
GONE = """\
  - id: laoju
    name: 示范市老局
    ended: 2026-03-01
    superseded_by: ziran-ziyuan
"""


def adjustment(kind: str = "修改", *rows: str) -> dict[str, str]:
    """An adjustment of 1 March 2026 of the item ``a``."""
    fields = "".join(f"      - {{{row}}}\n" for row in rows)
    text = "id: t-1\ndate: 2026-03-01\nkind: 调整\ntitle: 调整\nbasis: [通知]\n"
    text += f"approved_by: 政府\nchanges:\n  - entry: a\n    kind: {kind}\n    reason: 核对\n"
    return {"catalogue/adjustments/t-1.yaml": text + (f"    fields:\n{fields}" if fields else "")}


def done(
    *records: str, files: Mapping[str, str] = NOTHING, day: date = DAY, **differs: str | None
) -> Fulfilment:
    """What became of the good catalogue with an item ``a`` and what was published under it."""
    own = {A: entry("a", **({"name": "低保标准"} | differs)), D: disclosures(*records)}
    return fulfilment(catalogue(own | dict(files), day))


def of_a(found: Fulfilment) -> list[Update]:
    """How often the item ``a`` was published."""
    return [one for one in found.updates if one.entry.id == "a"]


def test_an_adjusted_limit_does_not_rewrite_the_past():
    """
    Seven working days since 1 March 2026, twenty before; each event has the limit of its day.
    """
    changed = adjustment("修改", f"field: time_limit, before: {TWENTY}, after: {SEVEN}")
    found = done(
        disclosure("d-1", event="2026-02-27", published="2026-03-26"),
        disclosure("d-2", event="2026-03-02", published="2026-03-11"),
        disclosure("d-3", event="2026-03-01", published="2026-03-11"),
        files=changed,
        time_limit=SEVEN,
    )
    of = {deed.disclosure.id: deed for deed in found.deeds}

    assert (State.ON_TIME, TWENTY) == (of["d-1"].timing.state, of["d-1"].limit.text)
    assert (State.ON_TIME, None) == (of["d-2"].timing.state, of["d-2"].limit)
    assert (State.LATE, None) == (of["d-3"].timing.state, of["d-3"].limit)


def test_a_frequency_is_not_judged_by_a_period_in_which_there_was_none():
    """
    Once a quarter since 1 March 2026: the quarter from April on is the first whole one.
    """
    changed = adjustment("修改", "field: time_limit, before: 及时, after: 每季度至少公布1次")

    def since(day: date) -> date | None:
        one = disclosure("d-1", event="2025-03-02", published="2025-03-26")
        found = done(one, files=changed, day=day, time_limit="每季度至少公布1次")
        return of_a(found)[0].rhythm.since

    assert since(date(2026, 6, 30)) is None
    assert date(2026, 4, 1) == since(date(2026, 7, 1))


def test_a_frequency_stays_judged_where_an_adjustment_did_not_change_it():
    """
    One that is yet to come, and one that words the same frequency anew.
    """
    for day, before in (("2027-01-01", "每月公布1次"), ("2026-10-20", "每季度1次")):
        changed = adjustment("修改", f"field: time_limit, before: {before}, after: 每季度公开1次")
        path, text = next(iter(changed.items()))
        found = done(
            disclosure("d-1", event="2025-03-12", published="2025-03-12"),
            files={path: text.replace("2026-03-01", day)},
            time_limit="每季度公开1次",
        )

        assert date(2026, 7, 1) == of_a(found)[0].rhythm.since


def test_what_served_another_part_then_does_not_serve_a_frequency_today():
    """
    The parts were renumbered: what was the second, a last day, is a frequency now.
    """
    old = "每季度1次；自形成之日起20个工作日内"
    changed = adjustment(
        "修改",
        f"field: time_limit, before: {old}, after: 自形成之日起20个工作日内；每季度1次",
    )
    found = done(
        disclosure("d-0", event="2025-03-12", published="2025-03-12", part="1"),
        disclosure("d-1", event="2025-12-30", published="2026-07-12", part="2"),
        files=changed,
        time_limit="自形成之日起20个工作日内；每季度1次",
    )
    [update] = of_a(found)

    assert (date(2026, 7, 1), 0) == (update.rhythm.since, update.rhythm.count)


def test_what_was_published_before_there_was_the_item_is_not_judged():
    """
    The adjustment that added it is of 1 March 2026.
    """
    found = done(
        disclosure("d-1", event="2026-02-27", published="2026-09-01"),
        files=adjustment("新增", "field: name, after: 低保标准"),
    )

    assert Why.NO_ITEM is found.deeds[0].timing.why


def test_what_was_published_before_its_event_is_neither_in_time_nor_late():
    """
    One of the two days is wrong.
    """
    found = done(disclosure("d-1", event="2026-03-02", published="2026-03-01"))

    assert (State.UNABLE, Why.OUT_FIRST) == (
        found.deeds[0].timing.state, found.deeds[0].timing.why
    )  # fmt: skip


def test_each_body_owes_for_itself():
    """
    What one published the other has not; what nobody signed may be anybody's.
    """

    def wanting(*records: str) -> list[str]:
        found = done(*records, subject="[jiaoyu, ziran-ziyuan]")
        return [one.unit for one in found.owed if one.entry.id == "a" and not one.done]

    assert ["jiaoyu", "ziran-ziyuan"] == wanting()
    assert ["ziran-ziyuan"] == wanting(disclosure("d-1", unit="jiaoyu"))
    assert ["jiaoyu"] == wanting(disclosure("d-1", unit="ziran-ziyuan"))
    assert [] == wanting(disclosure("d-1"))
    assert ["jiaoyu", "ziran-ziyuan"] == wanting(disclosure("d-1", published="2026-12-01"))


def test_who_took_over_owes_and_what_the_other_published_counts():
    """
    A unit ended on 1 March 2026: what it left unpublished is its successor's from then on.
    """

    def of(day: date) -> tuple[list[str], list[tuple[str, bool]]]:
        found = done(
            disclosure("d-1", event="2026-02-02", published="2026-02-09", unit="laoju"),
            disclosure("d-2", event="2026-02-02", published=None, unit="laoju"),
            files={"catalogue/units/units.yaml": UNITS + GONE},
            day=day,
            subject="[laoju]",
        )
        owed = [(one.unit, one.done) for one in found.owed if one.entry.id == "a"]
        return sorted(deed.unit for deed in found.deeds), owed

    assert (["laoju", "laoju"], [("laoju", True)]) == of(date(2026, 2, 28))
    assert (["laoju", "ziran-ziyuan"], [("ziran-ziyuan", True)]) == of(date(2026, 3, 1))


def test_what_is_yet_to_happen_is_no_news():
    """
    Neither shown nor counted before the first of its days.
    """

    def seen(day: str) -> list[State]:
        one = disclosure("d-1", event="2026-03-02", published="2026-03-10")
        return [deed.timing.state for deed in done(one, day=date.fromisoformat(day)).deeds]

    assert [] == seen("2026-03-01")
    assert [State.PENDING] == seen("2026-03-02")
    assert [State.ON_TIME] == seen("2026-03-10")
