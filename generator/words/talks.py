"""What is said of interpretations, responses, consultations and meetings."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.words.rows import ERROR, INFORMATION, WARNING, Words

_LINKED = "惠府办函〔2018〕157号 规程三（三）"
_PUBLIC = "惠府办函〔2018〕157号 规程三（四）"
_OPEN = "政府信息公开条例第二十六条"

TALKS: Mapping[str, Words] = MappingProxyType(
    {
        "interpretation-missing": Words(
            WARNING,
            "“{title}”应当在 {due} 前解读，还没有登记解读材料",
            "{heir_zh}{orphan_zh}请登记解读材料，在“interprets”中写这件文件的编号。",
            "“{title}” was to be interpreted by {due}; no interpretation is registered",
            "{heir_en}{orphan_en} Register one that names the document under “interprets”.",
            _LINKED,
        ),
        "interpretation-late": Words(
            WARNING,
            "“{title}”的解读 {day} 发布，迟于期限 {due}",
            "请核对日期；确实迟了的，下次与文件同步发布。",
            "the interpretation of “{title}” came on {day}, after {due}",
            "Check the day; next time publish it with the document.",
            _LINKED,
        ),
        "interpretation-early": Words(
            WARNING,
            "解读在 {day} 发布，早于“{title}”生成的 {made}，不算对它的解读",
            "请核对两个日期；解读的是草案的，在“interprets”中写草案的名称，文件生成后另发解读。",
            "the interpretation is of {day}, before “{title}” was formed on {made}, and does not "
            "count as one of it",
            "Check both days; where it is of the draft, name the draft in words under “interprets”,"
            " and interpret the document once it is formed.",
            _LINKED,
        ),
        "interpretation-due-unknown": Words(
            INFORMATION,
            "“{title}”的解读期限算不出：{day} 起不知道哪天是工作日",
            "请按新的放假安排更新 config.yaml 的“calendar”。",
            "the last day for interpreting “{title}” is not known: no working days from {day}",
            "Update “calendar” in config.yaml by the new holiday notice.",
            _LINKED,
        ),
        "interpretation-undated": Words(
            WARNING,
            "“{title}”没有写明发布日期，看不出是否在期限内",
            "请补写“published”。",
            "“{title}” names no day of publication, so nobody can tell whether it was in time",
            "Add “published”.",
            _LINKED,
        ),
        "talk-document-missing": Words(
            WARNING,
            "“{title}”没有写明是哪件文件的{kind}",
            "请在“{key}”中写文件编号；没有登记的，写名称。",
            "“{title}” does not say to which document this {kind} belongs",
            "Name it under “{key}” by its id, or in words where it is not registered.",
            _LINKED,
        ),
        "talk-document-named": Words(
            WARNING,
            "“{name}”已经登记，这里没有写编号，文件的页面不会显示它",
            "请改写编号“{id}”。",
            "“{name}” is registered; without its id the document's page does not show this",
            "Write its id, “{id}”.",
            _LINKED,
        ),
        "talk-named-twice": Words(
            WARNING,
            "“{name}”在这里写了两次",
            "请删去一处。",
            "“{name}” is named twice here",
            "Delete one of them.",
            _LINKED,
        ),
        "talk-unit-missing": Words(
            WARNING,
            "“{title}”没有写明单位",
            "请补写“{key}”，写单位编号。",
            "“{title}” names no unit",
            "Add “{key}”, the id of a unit.",
            _LINKED,
        ),
        "response-step-missing": Words(
            WARNING,
            "“{title}”没有写这些步骤：{steps}",
            "请补写日期：{keys}。",
            "“{title}” lacks these steps: {steps}",
            "Add their days: {keys}.",
            _PUBLIC,
        ),
        "response-joint-missing": Words(
            WARNING,
            "重大舆情“{title}”没有联席会商",
            "请补写“joint”，写明日期和参加单位。",
            "“{title}” is a major matter without a joint consultation",
            "Add “joint”, the day and who took part.",
            _PUBLIC,
        ),
        "response-step-order": Words(
            WARNING,
            "“{step}”在 {day}，早于“{before}”的 {earlier}",
            "先收集、研判，再处置、回应，最后督办；请核对日期。",
            "{step} on {day} comes before {before} on {earlier}",
            "Collecting, judging, handling, answering, following up: check the days.",
            _PUBLIC,
        ),
        "response-late": Words(
            WARNING,
            "“{title}”{day} 回应，迟于期限 {due}",
            "请核对日期；确实迟了的，如实登记。",
            "“{title}” was answered on {day}, after {due}",
            "Check the day; if it was late, leave it as it was.",
            _PUBLIC,
        ),
        "response-missing": Words(
            WARNING,
            "“{title}”应当在 {due} 前回应，还没有回应",
            "{heir_zh}{orphan_zh}请回应，补写“responded”和正文。",
            "“{title}” was to be answered by {due} and has not been",
            "{heir_en}{orphan_en} Answer it, then add “responded” and the text.",
            _PUBLIC,
        ),
        "response-due-unknown": Words(
            INFORMATION,
            "“{title}”的回应期限算不出：{day} 起不知道哪天是工作日",
            "请按新的放假安排更新 config.yaml 的“calendar”。",
            "the last day for answering “{title}” is not known: no working days from {day}",
            "Update “calendar” in config.yaml by the new holiday notice.",
            _PUBLIC,
        ),
        "response-empty": Words(
            WARNING,
            "“{title}”写了 {day} 回应，没有回应的正文",
            "请补写正文；还没有回应的，删去“responded”。",
            "“{title}” says that it was answered on {day}, and has no text",
            "Add the text; where it is not answered yet, delete “responded”.",
            _PUBLIC,
        ),
        "consultation-ends-early": Words(
            ERROR,
            "结束日期 {day} 早于开始日期 {begin}",
            "请核对两个日期。",
            "it closes on {day}, before it opens on {begin}",
            "Check both days.",
        ),
        "consultation-short": Words(
            WARNING,
            "“{title}”只征求意见 {days} 日，少于 {least} 日",
            "请延长“closed”。依据：{source}。",
            "“{title}” is open for {days} {days:day|days}, fewer than {least}",
            "Move “closed” to a later day. By {source}.",
            _PUBLIC,
        ),
        "consultation-feedback-missing": Words(
            WARNING,
            "“{title}”应当在 {due} 前公布意见采纳情况，还没有公布",
            "{heir_zh}{orphan_zh}请补写“feedback”：日期、收到几条、采纳几条、怎样采纳。",
            "“{title}”: what became of the opinions was to be published by {due} and has not been",
            "{heir_en}{orphan_en} Add “feedback”: the day, how many were received and adopted, and "
            "how.",
            _PUBLIC,
        ),
        "consultation-feedback-empty": Words(
            WARNING,
            "“{title}”的意见采纳反馈只写了日期 {day}，没有写收到几条、采纳几条、怎样采纳，不算反馈",
            "{heir_zh}{orphan_zh}请在“feedback”中补写“received”“adopted”或者“text”。",
            "the feedback on “{title}” is the day {day} alone, neither how many opinions were "
            "received or adopted nor how, and does not count",
            "{heir_en}{orphan_en} Add “received”, “adopted” or “text” under “feedback”.",
            _PUBLIC,
        ),
        "consultation-feedback-due-unknown": Words(
            INFORMATION,
            "“{title}”的反馈期限算不出：{day} 起不知道哪天是工作日",
            "请按新的放假安排更新 config.yaml 的“calendar”。",
            "the last day for the feedback on “{title}” is not known: no working days from {day}",
            "Update “calendar” in config.yaml by the new holiday notice.",
            _PUBLIC,
        ),
        "consultation-feedback-late": Words(
            WARNING,
            "“{title}”的意见采纳情况 {day} 公布，迟于期限 {due}",
            "请核对日期；确实迟了的，如实登记。",
            "“{title}”: what became of the opinions was published on {day}, after {due}",
            "Check the day; if it was late, leave it as it was.",
            _PUBLIC,
        ),
        "consultation-feedback-early": Words(
            WARNING,
            "意见采纳情况 {day} 公布，早于征求意见结束的 {closed}",
            "请核对两个日期。",
            "the feedback is of {day}, before the consultation closes on {closed}",
            "Check both days.",
            _PUBLIC,
        ),
        "consultation-adopted": Words(
            WARNING,
            "采纳 {adopted} 条，多于收到的 {received} 条",
            "请核对“received”和“adopted”。",
            "{adopted} {adopted:opinion|opinions} adopted, more than the {received} received",
            "Check “received” and “adopted”.",
            _PUBLIC,
        ),
        "consultation-document-early": Words(
            WARNING,
            "“{title}”{formed} 成文，早于征求意见结束的 {closed}",
            "请核对日期；对现行文件的修改征求意见的，写修改稿的名称。",
            "“{title}” was formed on {formed}, before the consultation closes on {closed}",
            "Check the days; where an amendment of it is asked about, name the draft in words.",
            _PUBLIC,
        ),
        "meeting-published-early": Words(
            WARNING,
            "{day} 发布，早于开会的 {held}",
            "请核对两个日期；网站在会议召开以前不显示正文。",
            "it was published on {day}, before the meeting was held on {held}",
            "Check both days; the site does not show the text before the meeting.",
            _LINKED,
        ),
        "meeting-unpublished": Words(
            WARNING,
            "“{title}”应当会后公开，到 {due} 已满20个工作日，既没有正文，也没有发布日期",
            "{heir_zh}{orphan_zh}请补写正文和“published”；不公开的，从“openness”中删去“会后公开”。",
            "“{title}” was to be published after the meeting; the 20 working days for that ended "
            "on {due}, and there is neither a text nor a day of publication",
            "{heir_en}{orphan_en} Add the text and “published”, or take “会后公开” out of "
            "“openness”.",
            _OPEN,
        ),
        "meeting-due-unknown": Words(
            INFORMATION,
            "“{title}”会后公开的期限算不出：{day} 起不知道哪天是工作日",
            "请按新的放假安排更新 config.yaml 的“calendar”。",
            "the last day for publishing “{title}” is not known: no working days from {day}",
            "Update “calendar” in config.yaml by the new holiday notice.",
            _OPEN,
        ),
    }
)
