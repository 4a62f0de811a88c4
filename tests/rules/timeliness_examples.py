"""Every rule of what was published with what breaks it, and all that is said."""

from __future__ import annotations

from ..conftest import entry
from .example import Example

A = "catalogue/entries/a.yaml"
P = "catalogue/disclosures/all.yaml"
D = "catalogue/disclosures/some.yaml"

ENTRIES = (
    "gonggao", "buchang", "zhaosheng", "e-chaiqian", "e-zhufang", "e-weifang", "e-fupin",
    "e-jiaoyi",
)  # fmt: skip
SOURCE = "（惠府办函〔2018〕157号 规程三（二））"


def disclosure(id: str, /, **differs: str | None) -> str:
    """Return a good disclosure as an item of a list; None leaves a key out."""
    record = {
        "id": id,
        "entry": "a",
        "event": "2026-03-02",
        "published": "2026-03-10",
    } | differs
    said = ", ".join(f"{key}: {value}" for key, value in record.items() if value is not None)
    return f"  - {{{said}}}\n"


def disclosures(*records: str) -> str:
    """Return a file of disclosures."""
    return "disclosures:\n" + "".join(records)


# One of each entry of the good site, so that none of them is without.
ALL = disclosures(*(disclosure(f"d-{id}", entry=id) for id in ENTRIES))


def under(*records: str, **differs: str | None) -> dict[str, str]:
    """The good site with an entry of its own and what was published under it."""
    return {
        A: entry("a", **({"name": "低保标准"} | differs)),
        P: ALL,
        D: disclosures(*records),
    }


EXAMPLES = (
    Example(
        "disclosures_name_their_part",
        under(
            disclosure("d-1", part="1"),
            disclosure("d-2", part="3"),
            disclosure("d-3"),
            disclosure("d-4"),
            time_limit="政策自印发之日起20个工作日内；结果自确认之日起7个工作日内",
        ),
        (
            "catalogue/disclosures/some.yaml:3:73: error: “低保标准”的时限没有第 3 项"
            " [disclosure-part-unknown]\n"
            "    “part”是分项的次序，从 1 数起；请对照事项的“time_limit”。" + SOURCE,
            "catalogue/disclosures/some.yaml:4:5: information: “低保标准”的时限有几项，2 条公开"
            "没有写明按哪一项，算不出是否按时 [disclosure-part-missing]\n"
            "    请补写“part”，从 1 数起。" + SOURCE,
        ),
        (
            "catalogue/disclosures/some.yaml:3:73: error: the time limit of “低保标准” has no part"
            " 3 [disclosure-part-unknown]\n"
            "    “part” counts its parts from 1; see “time_limit” of the entry." + SOURCE,
            "catalogue/disclosures/some.yaml:4:5: information: “低保标准” has several limits and 2"
            " disclosures do not say which applies [disclosure-part-missing]\n"
            "    Add “part”, counted from 1." + SOURCE,
        ),
    ),
    Example(
        "disclosures_name_their_event",
        under(disclosure("d-1"), disclosure("d-2", event=None), disclosure("d-3", event=None)),
        (
            "catalogue/disclosures/some.yaml:3:5: warning: “低保标准”的 2 条公开没有起算日期，"
            "算不出是否按时 [disclosure-event-missing]\n"
            "    请补写“event”，即时限起算的那一天。" + SOURCE,
        ),
        (
            "catalogue/disclosures/some.yaml:3:5: warning: 2 disclosures of “低保标准” lack the day"
            " on which the clock starts [disclosure-event-missing]\n"
            "    Add “event”." + SOURCE,
        ),
    ),
    Example(
        "disclosure_days_agree",
        under(
            disclosure("d-1", published="2026-03-01"),
            disclosure("d-2", formed="2026-03-11"),
            disclosure("d-3", until="2026-03-09"),
        ),
        (
            "catalogue/disclosures/some.yaml:2:55: warning: 公开日期 2026-03-01 早于形成或者起算的"
            "日期 2026-03-02 [disclosure-published-early]\n"
            "    请核对日期。" + SOURCE,
            "catalogue/disclosures/some.yaml:3:55: warning: 公开日期 2026-03-10 早于形成或者起算的"
            "日期 2026-03-11 [disclosure-published-early]\n"
            "    请核对日期。" + SOURCE,
            "catalogue/disclosures/some.yaml:4:74: warning: 展示至 2026-03-09，早于公开日期"
            " 2026-03-10 [disclosure-ends-early]\n"
            "    请核对日期；“until”是展示的最后一天。" + SOURCE,
        ),
        (
            "catalogue/disclosures/some.yaml:2:55: warning: it was published on 2026-03-01, before"
            " it was formed or its clock started on 2026-03-02 [disclosure-published-early]\n"
            "    Check the days." + SOURCE,
            "catalogue/disclosures/some.yaml:3:55: warning: it was published on 2026-03-10, before"
            " it was formed or its clock started on 2026-03-11 [disclosure-published-early]\n"
            "    Check the days." + SOURCE,
            "catalogue/disclosures/some.yaml:4:74: warning: it was on display until 2026-03-09,"
            " before it was published on 2026-03-10 [disclosure-ends-early]\n"
            "    Check the days; “until” is the last day on display." + SOURCE,
        ),
    ),
    Example(
        "disclosures_are_written_once",
        under(
            disclosure("d-1", title="2026年标准"),
            disclosure("d-2", title="2026年标准"),
            disclosure("d-3", title="2026年标准", published="2026-03-11"),
            disclosure("d-4"),
            disclosure("d-5"),
        ),
        (
            "catalogue/disclosures/some.yaml:3:5: warning: “d-2”和“d-1”是同一件公开，统计里算成"
            "两条 [disclosure-twice]\n"
            "    请删去一条；确是两件的，标题写得不同。" + SOURCE,
        ),
        (
            "catalogue/disclosures/some.yaml:3:5: warning: “d-2” and “d-1” are the same disclosure"
            " and count twice [disclosure-twice]\n"
            "    Remove one of them; if there were two, let their titles differ." + SOURCE,
        ),
    ),
    Example(
        "disclosures_have_happened",
        under(
            disclosure("d-1"),
            disclosure("d-2", event="2026-11-24", published=None),
            disclosure("d-3", event="2062-03-11", published="2062-03-11"),
        ),
        (
            "catalogue/disclosures/some.yaml:3:5: information: 2 条公开的日期还没有到，到那天才在"
            "网站上出现，最早的“d-2”是 2026-11-24 [disclosure-ahead]\n"
            "    年份写错的请改正；确是以后的，不用改。" + SOURCE,
        ),
        (
            "catalogue/disclosures/some.yaml:3:5: information: 2 disclosures are of days to come"
            " and stay off the site until then, the first “d-2” of 2026-11-24"
            " [disclosure-ahead]\n"
            "    Mend a wrong year; what is yet to happen may stay." + SOURCE,
        ),
    ),
    Example(
        "disclosures_are_of_their_bodies",
        under(disclosure("d-1", unit="jiaoyu"), disclosure("d-0"))
        | {
            "catalogue/entries/b.yaml": entry(
                "b", name="拆迁名录", field="chaiqian", subject="[jiaoyu, ziran-ziyuan]"
            ),
            "catalogue/disclosures/other.yaml": disclosures(
                disclosure("d-2", entry="b", unit="jiaoyu"),
                disclosure("d-3", entry="b"),
            ),
        },
        (
            "catalogue/disclosures/other.yaml:3:5: warning: “拆迁名录”有几个公开主体，1 条公开没有"
            "写明是哪一个 [disclosure-unit-missing]\n"
            "    请补写“unit”，写单位编号。" + SOURCE,
            "catalogue/disclosures/some.yaml:2:73: warning: “示范市教育局”不是“低保标准”的公开主体"
            " [disclosure-unit-other]\n"
            "    请核对公开单位，或者修改事项的“subject”。" + SOURCE,
        ),
        (
            "catalogue/disclosures/other.yaml:3:5: warning: “拆迁名录” has several bodies and 1"
            " disclosure does not say whose it is [disclosure-unit-missing]\n"
            "    Add “unit”, the id of a unit." + SOURCE,
            "catalogue/disclosures/some.yaml:2:73: warning: “示范市教育局” is not a body of"
            " “低保标准” [disclosure-unit-other]\n"
            "    Check the unit, or the “subject” of the entry." + SOURCE,
        ),
    ),
    Example(
        "disclosures_are_of_standing_entries",
        under(
            disclosure("d-1", event="2026-03-01", published="2026-03-09"),
            disclosure("d-2"),
            ended="2026-03-10",
        ),
        (
            "catalogue/disclosures/some.yaml:3:22: warning: “低保标准”自 2026-03-10 起终止，"
            "2026-03-10 还有它的公开 [disclosure-entry-ended]\n"
            "    请核对日期，或者改为取代它的事项。" + SOURCE,
        ),
        (
            "catalogue/disclosures/some.yaml:3:22: warning: “低保标准” ended on 2026-03-10, and"
            " this is of 2026-03-10 [disclosure-entry-ended]\n"
            "    Check the days, or name what took its place." + SOURCE,
        ),
    ),
    Example(
        "disclosures_are_in_time",
        under(
            disclosure(
                "d-0", part="1", event="2025-03-03", published="2025-06-03"
            ),  # over a year ago
            disclosure("d-1", part="1", published="2026-03-30"),
            disclosure("d-2", part="1", published="2026-03-31"),
            disclosure("d-3", part="1", published="2026-04-09"),
            disclosure("d-4", part="1", published=None),
            disclosure("d-5", part="1", published="2026-12-01"),
            disclosure("d-6", part="2", until="2026-03-16"),
            disclosure("d-7", part="2", until="2026-03-17"),
            time_limit="自形成之日起20个工作日内；公示不少于5个工作日",
        ),
        (
            "catalogue/disclosures/some.yaml:4:5: warning: “示范市自然资源局”近一年有 2 条迟公开，"
            "第一条“d-2”应在 2026-03-30 前（含当日）公开，2026-03-31 才公开 [disclosure-late]\n"
            "    日期写错的请改正；确实迟了的，网站的统计页照实显示。" + SOURCE,
            "catalogue/disclosures/some.yaml:6:5: warning: “示范市自然资源局”有 2 条逾期没有公开，"
            "第一条“d-4”应在 2026-03-30 前（含当日）公开 [disclosure-overdue]\n"
            "    请尽快公开，补写“published”。" + SOURCE,
            "catalogue/disclosures/some.yaml:8:5: warning: “示范市自然资源局”近一年有 1 条展示不足"
            "，第一条“d-6”应展示至 2026-03-17，只到 2026-03-16 [disclosure-display-short]\n"
            "    日期写错的请改正；公示期不够的，请补足。" + SOURCE,
        ),
        (
            "catalogue/disclosures/some.yaml:4:5: warning: “示范市自然资源局” was late 2 times"
            " within a year, first with “d-2”, due on 2026-03-30, out on 2026-03-31"
            " [disclosure-late]\n"
            "    Mend a wrong day; what was late is shown so on the site." + SOURCE,
            "catalogue/disclosures/some.yaml:6:5: warning: “示范市自然资源局” owes 2 disclosures,"
            " the first “d-4”, due on 2026-03-30 [disclosure-overdue]\n"
            "    Publish them and add “published”." + SOURCE,
            "catalogue/disclosures/some.yaml:8:5: warning: “示范市自然资源局” showed 1 for too"
            " short a time within a year, first “d-6”, to be shown until 2026-03-17, shown until"
            " 2026-03-16 [disclosure-display-short]\n"
            "    Mend a wrong day, or show it for the rest of its time." + SOURCE,
        ),
    ),
    Example(
        "recurring_entries_are_updated",
        under(
            disclosure("d-1", event=None, published="2024-05-06"),
            disclosure("d-2", event=None, published="2025-05-06"),
            disclosure("d-3", event=None),
            time_limit="每年公布2次",
        ),
        (
            "catalogue/entries/a.yaml:8:13: warning: “示范市自然资源局”在上一个完整的周期里，"
            "有 1 项没有公开够目录写明的次数：低保标准 [entry-updated-seldom]\n"
            "    请补公开并登记；目录写得不合实际的，修改“time_limit”。" + SOURCE,
        ),
        (
            "catalogue/entries/a.yaml:8:13: warning: “示范市自然资源局” published 1 entry less"
            " often than it says in the last whole period: 低保标准 [entry-updated-seldom]\n"
            "    Publish and record it, or mend “time_limit”." + SOURCE,
        ),
    ),
    Example(
        "entries_are_published",
        {
            A: entry("a", name="低保标准"),
            "catalogue/entries/b.yaml": entry("b", name="申请答复", method="依申请公开"),
            "catalogue/entries/c.yaml": entry("c", name="将来事项", effective="2026-12-01"),
            "catalogue/entries/d.yaml": entry(
                "d", name="拆迁名录", field="chaiqian", subject="[jiaoyu, ziran-ziyuan]"
            ),
            P: ALL
            + disclosure("d-a", published="2026-12-01", event="2026-11-20")
            + disclosure("d-d", entry="d", unit="jiaoyu"),
        },
        (
            "catalogue/fields/fields.yaml:2:5: warning: “征地补偿”领域有 1 项一次也没有公开过："
            "低保标准 [entry-never-published]\n"
            "    已经公开的请在 catalogue/disclosures/ 登记；全部名单见网站的"
            " disclosures/never.html。" + SOURCE,
            "catalogue/units/units.yaml:2:5: information: “示范市自然资源局”应公开的事项中，有 1 项"
            "别的主体公开过，本单位没有公开记录：拆迁名录 [unit-never-published]\n"
            "    已经公开的请在 catalogue/disclosures/ 登记，写明“unit”；全部名单见网站的"
            " disclosures/never.html。" + SOURCE,
        ),
        (
            "catalogue/fields/fields.yaml:2:5: warning: 1 entry of “征地补偿” was never"
            " published: 低保标准 [entry-never-published]\n"
            "    Record what was published in catalogue/disclosures/; disclosures/never.html has"
            " them all." + SOURCE,
            "catalogue/units/units.yaml:2:5: information: others published 1 entry of"
            " “示范市自然资源局”, but it did not itself: 拆迁名录 [unit-never-published]\n"
            "    Record what was published in catalogue/disclosures/ with its “unit”;"
            " disclosures/never.html has them all." + SOURCE,
        ),
    ),
)
