"""The text of a time limit is understood where that is certain, and stays words elsewhere."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts.limits import computable, derive, disagrees, parts_of, why_not
from generator.model.timelimit import Part, PartKind, TimeLimit, TimeUnit

TABLES = Path(__file__).parents[2] / "../shared/data/tables"

DAYS, WORKING, MONTHS, YEARS = TimeUnit.DAY, TimeUnit.WORKING_DAY, TimeUnit.MONTH, TimeUnit.YEAR
QUARTERS, HALVES = TimeUnit.QUARTER, TimeUnit.HALF_YEAR


def limit(n: int | None, unit: TimeUnit | None, after: str = "", **more: Any) -> Part:
    return Part(kind=PartKind.LIMIT, n=n, unit=unit, after=after, **more)


def shown(n: int, unit: TimeUnit, after: str = "", **more: Any) -> Part:
    return Part(kind=PartKind.DISPLAY, n=n, unit=unit, after=after, **more)


def often(n: int, unit: TimeUnit, **more: Any) -> Part:
    return Part(kind=PartKind.FREQUENCY, n=n, unit=unit, **more)


def words(**more: Any) -> Part:
    return Part(kind=PartKind.WORDS, **more)


UNDERSTOOD = {
    # working days after forming or changing
    "信息形成或者变更之日起20个工作日内": [limit(20, WORKING, "信息形成或者变更")],
    "自该政府信息形成或者变更之日起20个工作日内及时公开": [
        limit(20, WORKING, "政府信息形成或者变更")
    ],
    "政府信息自形成或者变更之日起20个工作日内": [limit(20, WORKING, "形成或者变更")],
    "20个工作日（自该政府信息形成或者变更之日起）": [limit(20, WORKING, "政府信息形成或者变更")],
    "形成（变更）20个工作日内": [limit(20, WORKING, "形成（变更）")],
    "信息形成之后20个工作日内": [limit(20, WORKING, "信息形成")],
    "事项变更后，应在15个工作日内更新": [limit(15, WORKING, "事项变更")],
    # after another event
    "分配结果确定后20个工作日内": [limit(20, WORKING, "分配结果确定")],
    "自收到申请之次日起20个工作日内公开": [limit(20, WORKING, "收到申请")],
    "自然资源局批准后20日内": [limit(20, DAYS, "自然资源局批准")],
    "自2026年1月1日起20个工作日内": [limit(20, WORKING, "2026年1月1日")],
    "每季度结束后15日内公开": [limit(15, DAYS, "每季度结束")],
    "公示期满后5个工作日内": [limit(5, WORKING, "公示期满")],
    "决定作出之日起1个月内": [limit(1, MONTHS, "决定作出")],
    "作出决定之日起一周内": [limit(7, DAYS, "作出决定")],
    # shortest time on display
    "批前公示时间不得少于30日": [shown(30, DAYS)],
    "公示7\n个工作日": [shown(7, WORKING)],
    "自批准之日起公示不少于30日": [shown(30, DAYS, "批准")],
    "公开1年以上": [shown(1, YEARS)],
    # two limits
    "信息形成(变更)3个工作日内,公示时间不少于7个工作日": [
        limit(3, WORKING, "信息形成(变更)"),
        shown(7, WORKING),
    ],
    "自收到申请之日起20个工作日内 自该信息形成之日起7个工作日内": [
        limit(20, WORKING, "收到申请"),
        limit(7, WORKING, "信息形成"),
    ],
    "1.除处罚决定外其他内容：长期公开（动态调整）；\n2.处罚决定：20个工作日内。": [
        words(applies_to="除处罚决定外其他内容"),
        limit(20, WORKING, applies_to="处罚决定"),
    ],
    "20个工作日内公开，公示不少于5个工作日": [limit(20, WORKING), shown(5, WORKING)],
    "批后公布应在规划批准后20个工作日内向社会公布": [
        limit(20, WORKING, "规划批准", applies_to="批后公布")
    ],
    "行政许可自作出决定之日起7个工作日内,其他自形成之日起20个工作日内": [
        limit(7, WORKING, "作出决定", applies_to="行政许可"),
        limit(20, WORKING, "形成", applies_to="其他"),
    ],
    # how often
    "半年至少更新1次": [often(1, HALVES)],
    "每半年更新不少于两次": [often(2, HALVES)],
    "至少1次/半年": [often(1, HALVES)],
    "1次/年": [often(1, YEARS)],
    "每季度公开一次": [often(1, QUARTERS)],
    "按季公开": [often(1, QUARTERS)],
    "每月公开3次": [often(3, MONTHS)],
    "年报:每年1次": [often(1, YEARS, applies_to="年报")],
    "按年公开": [often(1, YEARS)],
    "每年底前": [often(1, YEARS)],
    "20个工作日内公开，每季度至少1次": [limit(20, WORKING), often(1, QUARTERS)],
    "每季度结束后10日内公布1次": [limit(10, DAYS, "每季度结束")],
    # a part of the content that comes round otherwise
    "20个工作日内公开；发放情况:每学期1次": [
        limit(20, WORKING),
        words(applies_to="发放情况"),
    ],
    # exceptions
    "自该信息形成之日起30日内予以公开，法律法规另有规定的除外。": [
        limit(30, DAYS, "信息形成", unless="法律法规另有规定的除外")
    ],
    "形成之日起20个工作日内。法律、法规对期限另有规定的，从其规定": [
        limit(20, WORKING, "形成", unless="法律、法规对期限另有规定的，从其规定")
    ],
    "20个工作日内予以公开法律法规另有规定的除外": [
        limit(20, WORKING, unless="法律法规另有规定的除外")
    ],
    "除法律另有规定外,形成之日起20日内": [limit(20, DAYS, "形成", unless="除法律另有规定外")],
    "收到申请之日起20日内;需要延长的,经同意,延长的期限最长不得超过10日": [
        limit(20, DAYS, "收到申请", unless="需要延长的,经同意,延长的期限最长不得超过10日")
    ],
    # no event
    "20个工作日": [limit(20, WORKING)],
    "三十日": [limit(30, DAYS)],
    "十五个工作日内": [limit(15, WORKING)],
    "公示5个工作日内": [limit(5, WORKING)],
    "公开时限：一百二十日内": [limit(120, DAYS)],
    # as tables write
    "自信息形成之日起二十个工作日内": [limit(20, WORKING, "信息形成")],
    "信息形成之日起２０　个工 作日 内": [limit(20, WORKING, "信息形成")],
    "自该信 息形成 或者变 更之日起20个工作日内": [limit(20, WORKING, "信息形成或者变更")],
    "自行成或变更之日起20个工作日": [limit(20, WORKING, "行成或变更")],
    "信息形成或變更20個工作日內": [limit(20, WORKING, "信息形成或變更")],
    # words
    "及时公开": [words()],
    "永久公开": [words()],
    "重大决策作出后及时公开": [words(after="重大决策作出")],
    "法律法规另有规定的除外": [words(unless="法律法规另有规定的除外")],
    "": [],
    " \n": [],
}


@pytest.mark.parametrize(("text", "parts"), UNDERSTOOD.items(), ids=UNDERSTOOD)
def test_a_text_says_what_a_reader_reads(text, parts):
    """
    One text of every kind that tables hold, with the slips they are written with.
    """
    derived = derive(text)

    assert parts == list(derived)


@pytest.mark.parametrize(
    "text",
    [
        "5-10个工作日内",
        "5至10个工作日内",
        "10或20日内",
        "第20日内",
        "每5个工作日更新",
        "20余个工作日",
        "三五个工作日内",
        "廿五日内",
        "同一工作日内",
        "1 5个工作日内",
        "１ ５个工作日内",
        "0个工作日内",
        "2026年12月31日前",
        "12月31日内",
        "3月内",
        "提前10个工作日公告",
        "会议召开前5个工作日",
        "会议召开前不少于5个工作日",
        "20个工作日前",
        "每周更新1次",
        "每旬更新1次",
        "每学期1次",
        "每学年公布1次",
        "1次/学期",
        "两年一次",
        "每3年1次",
        "三年公布1次",
        "3个月更新一次",
        "每年1月31日前",
        "每年3月底前公布",
        "每月10日前",
        "每年三月三十一日以前更新1次",
        "每年公布1次，3月31日之前",
        "于3月31日前每年公布",
        "每季度第一个月10日前",
        "每年1-2次",
        "上半年1次",
        "按年龄段公开",
        "三年行动计划",
        "同上",
        "20",
        "。",
    ],
)
def test_what_could_mean_two_things_stays_words(text):
    """
    A wrong date is worse than none, so nothing is guessed.
    """
    derived = derive(text)

    assert (words(),) == derived


def test_a_circled_number_is_not_read_into_the_number_behind_it():
    """
    Compatibility folding would make ①20 a hundred and twenty.
    """
    derived = derive("①20个工作日内②10日内")

    assert (limit(20, WORKING), limit(10, DAYS)) == derived


def test_a_text_longer_than_any_cell_is_not_searched():
    """
    What a hostile text costs is bounded.
    """
    derived = derive("1、" * 100_000 + "20个工作日内")

    assert (words(),) == derived


SCRAPS = st.sampled_from(
    [
        *"自之日起内后前0123456789一二十百两年月日个次每半:;,。()（）：； \n/-~、",
        *("工作日", "公示", "不少于", "另有规定的除外", "形成", "收到申请"),
        *("及时", "至少", "延长", "处罚决定", "应在"),
    ]
)


@given(st.lists(SCRAPS, max_size=30).map("".join) | st.text())
def test_no_text_raises_and_none_is_lost(text):
    """
    Whatever stands in a cell, something is said of it, and numbers are whole and positive.
    """
    derived = derive(text)

    assert bool(text.strip()) == bool(derived)
    assert [] == [part for part in derived if part.kind is not PartKind.WORDS and not part.n]
    assert [] == [part for part in derived if (part.n is None) != (part.unit is None)]


@given(st.integers(1, 199), st.sampled_from(["工作日", "日"]))
def test_both_ways_of_writing_a_number_say_the_same(n, unit):
    """
    二十 and 20 are one number.
    """
    tens, ones = divmod(n % 100, 10)
    digits = "零一二三四五六七八九"
    han = "一百" * (n >= 100)
    han += f"{digits[tens]}十" if tens else "零" * (n > 100 and ones > 0)
    han += digits[ones] if ones else ""

    assert derive(f"形成后{n}{unit}内") == derive(f"形成后{han}{unit}内")
    assert n == derive(f"形成后{han}{unit}内")[0].n


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        (limit(20, WORKING, "形成"), ""),
        (limit(20, WORKING), "no-event"),
        (limit(None, WORKING, "形成"), "no-number"),
        (limit(20, None, "形成"), "no-number"),
        (shown(7, DAYS, "形成"), "display"),
        (often(1, YEARS), "frequency"),
        (words(after="形成"), "words"),
    ],
)
def test_a_limit_is_computable_from_an_event_and_a_number(part, reason):
    """
    What lacks either has a reason why no last day can be named.
    """
    said = why_not(part)

    assert reason == said
    assert computable(part) == (reason == "")


@pytest.mark.parametrize(
    ("written", "contradicts"),
    [
        (limit(20, WORKING, "形成"), False),
        (limit(20, WORKING, "其他事件"), False),
        (limit(None, WORKING), False),
        (limit(10, WORKING, "形成"), True),
        (limit(20, DAYS, "形成"), True),
        (shown(7, DAYS), False),
        (words(), False),
    ],
)
def test_a_written_part_disagrees_by_its_number_or_unit(written, contradicts):
    """
    What the text does not speak of, it cannot contradict.
    """
    found = disagrees(TimeLimit(text="形成之日起20个工作日内", parts=(written,)))

    assert contradicts == found


def test_written_parts_win():
    """
    The author knows better than the reader of the text.
    """
    written = limit(10, DAYS, "批准")

    assert (written,) == parts_of(TimeLimit(text="20个工作日", parts=(written,)))
    assert (limit(20, WORKING),) == parts_of(TimeLimit(text="20个工作日"))


def test_most_texts_of_real_tables_are_understood():
    """
    More than four in five distinct texts of published tables say more than words.
    """
    texts = sorted(_texts_of_tables())
    if not texts:
        print(f"no tables at {TABLES}")
        return
    understood = [
        text for text in texts if any(part.kind is not PartKind.WORDS for part in derive(text))
    ]
    print(f"{len(understood)} of {len(texts)} texts understood")

    assert len(understood) > 0.8 * len(texts)


def _texts_of_tables() -> set[str]:
    found: set[str] = set()
    for path in TABLES.glob("*.filled.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                found |= {
                    row[key] or "" for key in ("公开时限", "公開時限", "更新频次") if key in row
                }
    return {text for text in found if text.strip()}
