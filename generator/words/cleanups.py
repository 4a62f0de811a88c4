"""What is said of clean-ups."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.words.rows import ERROR, WARNING, Words

CLEANUPS: Mapping[str, Words] = MappingProxyType({
    "cleanup-organ-missing": Words(
        WARNING,
        "“{title}”没有写明由哪个机关清理，看不出要办哪些步骤",
        "请补写“organ”，写单位编号。",
        "“{title}” does not say whose clean-up it is, so nobody can tell which steps it needs",
        "Add “organ”, the id of a unit.",
        "惠府办函〔2018〕157号 规程一（三）",
    ),
    "cleanup-step-missing": Words(
        WARNING,
        "“{title}”没有“{step}”这一步",
        "请补写这一步由谁、在哪天办理。",
        "“{title}” lacks the step {step}",
        "Add who took it, and when.",
        "惠府办函〔2018〕157号 规程一（三）",
    ),
    "cleanup-step-twice": Words(
        WARNING,
        "“{title}”的“{step}”写了不止一次",
        "请只保留一次。",
        "“{title}” has the step {step} more than once",
        "Keep one.",
        "惠府办函〔2018〕157号 规程一（三）",
    ),
    "cleanup-step-order": Words(
        WARNING,
        "“{step}”在 {day}，早于“{before}”的 {earlier}",
        "先报告，再审核，再决定，最后公布；请核对日期。",
        "{step} on {day} comes before {before} on {earlier}",
        "Report, review, decision, publication: check the days.",
        "惠府办函〔2018〕157号 规程一（三）",
    ),
    "cleanup-review-own": Words(
        WARNING,
        "“{body}”审核了自己的报告",
        "请由本级政府法制机构审核。",
        "“{body}” reviewed its own report",
        "The legal body of the same government reviews it.",
        "惠府办函〔2018〕157号 规程一（三）",
    ),
    "cleanup-review-township": Words(
        WARNING,
        "乡镇（街道）文件由“{body}”审核",
        "乡镇、街道的文件报县（区）政府法制机构审查同意。",
        "documents of a township were reviewed by “{body}”",
        "The county’s legal body reviews them.",
        "惠府办函〔2018〕157号 规程一（三）",
    ),
    "cleanup-decision-other": Words(
        WARNING,
        "由“{body}”决定，不是文件所属的政府",
        "请核对由谁决定。",
        "decided by “{body}”, which is not the government concerned",
        "Check who decided.",
        "惠府办函〔2018〕157号 规程一（三）",
    ),
    "cleanup-unpublished": Words(
        WARNING,
        "“{title}”的结果已于 {day} 定下，没有公布",
        "请及时公布结果，补写“公布”这一步。",
        "the results of “{title}” were settled on {day} and are not published",
        "Publish the result and add the step 公布.",
        "惠府办函〔2018〕157号 规程一（四）",
    ),
    "cleanup-effective-early": Words(
        WARNING,
        "清理结果自 {day} 起生效，{published} 才公布",
        "请核对日期。",
        "the result takes effect on {day}, before it is published on {published}",
        "Check the days.",
        "惠府办函〔2018〕157号 规程一（四）",
    ),
    "cleanup-decides-younger": Words(
        WARNING,
        "“{title}”生成于 {formed}，晚于清理结果的日期 {day}",
        "请核对文件编号和日期。",
        "“{title}” was formed on {formed}, after the result of the clean-up of {day}",
        "Check the id and the days.",
        "惠府办函〔2018〕157号 规程一（三）",
    ),
    "cleanup-decides-other": Words(
        WARNING,
        "“{title}”不是“{body}”制发的，不由它清理决定",
        "请核对；别的机关的文件由制发机关清理。",
        "“{title}” was not issued by “{body}”, which is not to decide on it",
        "Check it: each organ cleans up what it issued.",
        "惠府办函〔2018〕157号 规程一（三）",
    ),
    "cleanup-decided-twice": Words(
        ERROR,
        "文件“{id}”在本轮清理中决定了两次，第一次在 {first}",
        "请只保留一次。",
        "this clean-up decides twice on “{id}”, first at {first}",
        "Keep one.",
        "惠府办函〔2018〕157号 规程一（三）",
    ),
    "cleanup-reason-missing": Words(
        WARNING,
        "决定“{title}”{outcome}，没有写明理由",
        "请补写“reason”。",
        "no reason is given for {outcome} of “{title}”",
        "Add “reason”.",
        "惠府办函〔2018〕157号 规程一（二）",
    ),
    "cleanup-new-expiry": Words(
        ERROR,
        "“{outcome}”的新有效期 {day} 不成立",
        "只有继续有效和修改可以写新的有效期，并在决定之后。",
        "a new expiry {day} does not go with {outcome}",
        "Only 继续有效 and 修改 have one, after the decision.",
        "惠府办函〔2018〕157号 规程一（二）",
    ),
    "cleanup-contradicts": Words(
        WARNING,
        "“{title}”自 {since} 起{status}，清理决定不能使它恢复",
        "请核对；需要恢复的，重新制定。",
        "“{title}” is no longer in force since {since} ({status}); a clean-up cannot revive it",
        "Check it; what is still wanted is issued anew.",
        "惠府办函〔2018〕157号 规程一（二）",
    ),
    "cleanup-no-new-expiry": Words(
        WARNING,
        "“{title}”的有效期已届满，决定{outcome}却没有写新的有效期",
        "请补写“new_expiry”。",
        "“{title}” had run out; {outcome} without a new expiry does not revive it",
        "Add “new_expiry”.",
        "惠府办函〔2018〕157号 规程一（二）",
    ),
})  # fmt: skip
