"""What is said of what was published under the catalogue (落实)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.words.rows import ERROR, INFORMATION, WARNING, Words

_STANDARD = "惠府办函〔2018〕157号 规程三（二）"

TIMELINESS: Mapping[str, Words] = MappingProxyType({
    "disclosure-part-unknown": Words(
        ERROR,
        "“{entry}”的时限没有第 {part} 项",
        "“part”是分项的次序，从 1 数起；请对照事项的“time_limit”。",
        "the time limit of “{entry}” has no part {part}",
        "“part” counts its parts from 1; see “time_limit” of the entry.",
        _STANDARD,
    ),
    "disclosure-part-missing": Words(
        INFORMATION,
        "“{entry}”的时限有几项，{count} 条公开没有写明按哪一项，算不出是否按时",
        "请补写“part”，从 1 数起。",
        "“{entry}” has several limits and {count} {count:disclosure does|disclosures do} not "
        "say which applies",
        "Add “part”, counted from 1.",
        _STANDARD,
    ),
    "disclosure-event-missing": Words(
        WARNING,
        "“{entry}”的 {count} 条公开没有起算日期，算不出是否按时",
        "请补写“event”，即时限起算的那一天。",
        "{count} {count:disclosure|disclosures} of “{entry}” {count:lacks|lack} the day on "
        "which the clock starts",
        "Add “event”.",
        _STANDARD,
    ),
    "disclosure-published-early": Words(
        WARNING,
        "公开日期 {day} 早于形成或者起算的日期 {before}",
        "请核对日期。",
        "it was published on {day}, before it was formed or its clock started on {before}",
        "Check the days.",
        _STANDARD,
    ),
    "disclosure-ends-early": Words(
        WARNING,
        "展示至 {day}，早于公开日期 {begin}",
        "请核对日期；“until”是展示的最后一天。",
        "it was on display until {day}, before it was published on {begin}",
        "Check the days; “until” is the last day on display.",
        _STANDARD,
    ),
    "disclosure-twice": Words(
        WARNING,
        "“{id}”和“{other}”是同一件公开，统计里算成两条",
        "请删去一条；确是两件的，标题写得不同。",
        "“{id}” and “{other}” are the same disclosure and count twice",
        "Remove one of them; if there were two, let their titles differ.",
        _STANDARD,
    ),
    "disclosure-ahead": Words(
        INFORMATION,
        "{count} 条公开的日期还没有到，到那天才在网站上出现，最早的“{id}”是 {day}",
        "年份写错的请改正；确是以后的，不用改。",
        "{count} {count:disclosure is|disclosures are} of days to come and {count:stays|stay} off"
        " the site until then, the first “{id}” of {day}",
        "Mend a wrong year; what is yet to happen may stay.",
        _STANDARD,
    ),
    "disclosure-unit-other": Words(
        WARNING,
        "“{unit}”不是“{entry}”的公开主体",
        "请核对公开单位，或者修改事项的“subject”。",
        "“{unit}” is not a body of “{entry}”",
        "Check the unit, or the “subject” of the entry.",
        _STANDARD,
    ),
    "disclosure-unit-missing": Words(
        WARNING,
        "“{entry}”有几个公开主体，{count} 条公开没有写明是哪一个",
        "请补写“unit”，写单位编号。",
        "“{entry}” has several bodies and {count} {count:disclosure does not say whose it "
        "is|disclosures do not say whose they are}",
        "Add “unit”, the id of a unit.",
        _STANDARD,
    ),
    "disclosure-entry-ended": Words(
        WARNING,
        "“{entry}”自 {ended} 起终止，{day} 还有它的公开",
        "请核对日期，或者改为取代它的事项。",
        "“{entry}” ended on {ended}, and this is of {day}",
        "Check the days, or name what took its place.",
        _STANDARD,
    ),
    "disclosure-overdue": Words(
        WARNING,
        "“{unit}”有 {count} 条逾期没有公开，第一条“{id}”应在 {due} 前（含当日）公开",
        "请尽快公开，补写“published”。",
        "“{unit}” owes {count} {count:disclosure|disclosures}, the first “{id}”, due on {due}",
        "Publish them and add “published”.",
        _STANDARD,
    ),
    "disclosure-late": Words(
        WARNING,
        "“{unit}”近一年有 {count} 条迟公开，第一条“{id}”应在 {due} 前（含当日）公开，{day} 才公开",
        "日期写错的请改正；确实迟了的，网站的统计页照实显示。",
        "“{unit}” was late {count} {count:time|times} within a year, first with “{id}”, due on "
        "{due}, out on"
        " {day}",
        "Mend a wrong day; what was late is shown so on the site.",
        _STANDARD,
    ),
    "disclosure-display-short": Words(
        WARNING,
        "“{unit}”近一年有 {count} 条展示不足，第一条“{id}”应展示至 {due}，只到 {day}",
        "日期写错的请改正；公示期不够的，请补足。",
        "“{unit}” showed {count} for too short a time within a year, first “{id}”, to be shown"
        " until {due}, shown until {day}",
        "Mend a wrong day, or show it for the rest of its time.",
        _STANDARD,
    ),
    "entry-updated-seldom": Words(
        WARNING,
        "“{unit}”在上一个完整的周期里，有 {count} 项没有公开够目录写明的次数：{names}",
        "请补公开并登记；目录写得不合实际的，修改“time_limit”。",
        "“{unit}” published {count} {count:entry less often than it says|entries less often "
        "than they say} in the last whole period:"
        " {names}",
        "Publish and record it, or mend “time_limit”.",
        _STANDARD,
    ),
    "entry-never-published": Words(
        WARNING,
        "“{field}”领域有 {count} 项一次也没有公开过：{names}",
        "已经公开的请在 catalogue/disclosures/ 登记；全部名单见网站的 disclosures/never.html。",
        "{count} {count:entry|entries} of “{field}” {count:was|were} never published: {names}",
        "Record what was published in catalogue/disclosures/; disclosures/never.html has them all.",
        _STANDARD,
    ),
    "unit-never-published": Words(
        INFORMATION,
        "“{unit}”应公开的事项中，有 {count} 项别的主体公开过，本单位没有公开记录：{names}",
        "已经公开的请在 catalogue/disclosures/ 登记，写明“unit”；全部名单见网站的"
        " disclosures/never.html。",
        "others published {count} {count:entry|entries} of “{unit}”, but it did not itself:"
        " {names}",
        "Record what was published in catalogue/disclosures/ with its “unit”;"
        " disclosures/never.html has them all.",
        _STANDARD,
    ),
})  # fmt: skip
