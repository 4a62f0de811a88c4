"""What is said of coverage, of the duties of organs and of their evaluation."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.words.rows import ERROR, WARNING, Words

_SOURCES = "惠府办函〔2018〕157号 规程三（一）"
_FOUR = "惠府办函〔2018〕157号 规程四"

ORGANS: Mapping[str, Words] = MappingProxyType({
    # -- coverage ------------------------------------------------------------------------------
    "duty-uncovered": Words(
        WARNING,
        "“{body}”有 {count} 项职责还没有梳理出公开事项：{names}",
        "请补充事项，在事项的“duties”写明来源；不再承担的职责请写“ended”。",
        "no item derives from {count} of the duties of “{body}”: {names}",
        "Add items that name them under “duties”, or end the duties.",
        _SOURCES,
    ),
    "entry-source-missing": Words(
        WARNING,
        "领域“{name}”有 {count} 项事项没有写明来源：{names}",
        "请在“duties”写明出自权责清单或者公共服务事项清单的哪一项。",
        "{count} {count:item|items} of the field “{name}” {count:names|name} no duty that "
        "{count:it derives|they derive} from: {names}",
        "Name the item of the lists of powers or services under “duties”.",
        _SOURCES,
    ),
    "duty-lists-missing": Words(
        WARNING,
        "还没有登记权责清单和公共服务事项清单，事项没有来源",
        "请在 catalogue/duties/ 中登记，再在事项的“duties”写明来源。",
        "neither list of powers or services is registered, so items derive from nothing",
        "Register them in catalogue/duties/ and name them under “duties” of the items.",
        _SOURCES,
    ),
    # -- organs --------------------------------------------------------------------------------
    "unit-coordination-missing": Words(
        WARNING,
        "“{name}”没有公布政务公开协调机制",
        "请补写“coordination”。",
        "“{name}” publishes no mechanism of coordination",
        "Add “coordination”.",
        f"{_FOUR}（一）",
    ),
    "unit-briefing-missed": Words(
        WARNING,
        "“{name}”主要负责人 {years} 年没有听取政务公开工作汇报",
        "每年至少一次；听取过的请补写“briefings”，那时还没有成立的请补写“founded”。",
        "the head of “{name}” heard no report on openness in {years}",
        "At least once a year: add “briefings”, or “founded” if the unit is younger.",
        f"{_FOUR}（一）",
    ),
    "keypoints-missing": Words(
        WARNING,
        "没有 {years} 年的政务公开工作要点",
        "请在 catalogue/keypoints/ 中补充。",
        "there are no key points of {years}",
        "Add them in catalogue/keypoints/.",
        _FOUR,
    ),
    "keypoint-overdue": Words(
        WARNING,
        "要点“{title}”应在 {day} 前完成，还没有完成",
        "完成后请写“done”和佐证“evidence”。",
        "the key point “{title}” was due by {day} and is not done",
        "Once it is done, add “done” and “evidence”.",
        _FOUR,
    ),
    "keypoint-unproven": Words(
        WARNING,
        "要点“{title}”写为已完成，没有佐证",
        "请在“evidence”写明看得到结果的文件、网址或者说明。",
        "the key point “{title}” is said to be done, and nothing shows it",
        "Name a document, an address or words under “evidence”.",
        _FOUR,
    ),
    "keypoint-done-planned": Words(
        ERROR,
        "要点“{title}”写了未开始，又写了完成日期 {day}",
        "请核对进展和完成日期，改正写错的一个。",
        "the key point “{title}” is said not to have begun, and to be done on {day}",
        "Check “status” and “done”, and correct the one that is wrong.",
        _FOUR,
    ),
    "keypoint-undated": Words(
        WARNING,
        "要点“{title}”写为已完成，没有写哪天完成",
        "请补写“done”，是否晚于时限由它推算。",
        "the key point “{title}” is said to be done, and not on which day",
        "Add “done”: whether it was in time follows from it.",
        _FOUR,
    ),
    "keypoint-done-early": Words(
        ERROR,
        "要点“{title}”是 {year} 年的，完成日期 {day} 在这一年以前",
        "请核对年度和完成日期。",
        "the key point “{title}” is of {year} and done on {day}, before that year",
        "Check “year” and “done”.",
        _FOUR,
    ),
    "keypoint-due-year": Words(
        WARNING,
        "要点“{title}”是 {year} 年的，完成时限 {day} 不在这一年",
        "请核对年度和完成时限；跨年完成的，请分年列出。",
        "the key point “{title}” is of {year} and due on {day}, in another year",
        "Check “year” and “due”; list what takes longer in each of its years.",
        _FOUR,
    ),
    "keypoint-rootless": Words(
        WARNING,
        "要点“{title}”既没有责任单位，也没有依据",
        "请补写“unit”和“basis”。",
        "the key point “{title}” has neither a unit in charge nor a basis",
        "Add “unit” and “basis”.",
        _FOUR,
    ),
    # -- evaluations ---------------------------------------------------------------------------
    "evaluation-unpublished": Words(
        WARNING,
        "考评“{title}”的结果应在 {day} 前公布，还没有公布",
        "请公布结果，补写“published”。",
        "the results of “{title}” were to be published by {day} and are not",
        "Publish them and add “published”.",
        f"{_FOUR}（三）",
    ),
    "evaluation-order": Words(
        ERROR,
        "“{step}”在 {day}，早于“{before}”的 {earlier}",
        "请核对日期：结束以后才公布结果，都不早于所考评的年度。",
        "{step} on {day} comes before {before} on {earlier}",
        "Check the days: results follow the end, and neither comes before the year.",
        f"{_FOUR}（三）",
    ),
    "evaluation-figures-missing": Words(
        WARNING,
        "{count} 个单位有结果运用，没有得分：{names}",
        "表扬、通报批评须有得分为据，请补写“scores”。",
        "{count} {count:unit is|units are} praised or criticised without figures: {names}",
        "Add “scores”, on which it rests.",
        f"{_FOUR}（三）",
    ),
    "evaluation-points-over": Words(
        ERROR,
        "“{indicator}”得分 {points} 超过满分 {of}",
        "请核对两个数。",
        "{points} {points:point|points} for “{indicator}” {points:is|are} more than the {of} it "
        "gives",
        "Check both numbers.",
        f"{_FOUR}（三）",
    ),
    "evaluation-points-none": Words(
        ERROR,
        "“{indicator}”的满分是 0，得分没有意义",
        "请写实际的满分；没有考评的指标请删去。",
        "“{indicator}” gives no more than 0 points, so its points mean nothing",
        "Write the most that it gives, or remove what was not evaluated.",
        f"{_FOUR}（三）",
    ),
    "evaluation-repeated": Words(
        ERROR,
        "“{name}”列了两次",
        "请只保留一次，合计才算得对。",
        "“{name}” is listed twice",
        "Keep one, or the totals are wrong.",
        f"{_FOUR}（三）",
    ),
})  # fmt: skip
