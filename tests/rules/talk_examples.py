"""Every rule of talks with what breaks it, and all that is said."""

from __future__ import annotations

from ..conftest import CONFIG
from .example import Example
from .papers import paper, talk

D, J, R = "content/documents/", "content/interpretations/", "content/responses/"
Q, M = "content/consultations/", "content/meetings/"
TERMS = """\
talks:
  source: 办法
  interpretation: 3
  response: 5
  major_response: 1
  consultation: 30
  feedback: 20
"""

EXAMPLES = (
    Example(
        "documents_are_interpreted",
        {
            "config.yaml": CONFIG.replace("2026-12-31", "2026-11-18") + TERMS,
            D + "a.md": paper("a", published="2026-11-10", needs_interpretation="yes"),
            D + "b.md": paper("b", published="2026-11-10", needs_interpretation="yes"),
            D + "c.md": paper("c", published="2026-11-17", needs_interpretation="yes"),
            J + "j.md": talk("j", interprets="[b]", published="2026-11-16"),
        },
        (
            "content/documents/a.md:10:23: warning: “关于a的通知”应当在 2026-11-13 前解读，还没"
            "有登记解读材料 [interpretation-missing]\n"
            "    请登记解读材料，在“interprets”中写这件文件的编号。（惠府办函〔2018〕157号 规程"
            "三（三））",
            "content/documents/c.md:7:12: information: “关于c的通知”的解读期限算不出：2026-11-1"
            "9 起不知道哪天是工作日 [interpretation-due-unknown]\n"
            "    请按新的放假安排更新 config.yaml 的“calendar”。（惠府办函〔2018〕157号 规程三"
            "（三））",
            "content/interpretations/j.md:6:12: warning: “关于b的通知”的解读 2026-11-16 发布，"
            "迟于期限 2026-11-13 [interpretation-late]\n"
            "    请核对日期；确实迟了的，下次与文件同步发布。（惠府办函〔2018〕157号 规程三（三"
            "））",
        ),
        (
            "content/documents/a.md:10:23: warning: “关于a的通知” was to be interpreted by "
            "2026-11-13; no interpretation is registered [interpretation-missing]\n"
            "    Register one that names the document under “interprets”.（惠府办函〔2018〕157"
            "号 规程三（三））",
            "content/documents/c.md:7:12: information: the last day for interpreting “关于c的通"
            "知” is not known: no working days from 2026-11-19 [interpretation-due-unknown]\n"
            "    Update “calendar” in config.yaml by the new holiday "
            "notice.（惠府办函〔2018〕157号 规程三（三））",
            "content/interpretations/j.md:6:12: warning: the interpretation of “关于b的通知” "
            "came on 2026-11-16, after 2026-11-13 [interpretation-late]\n"
            "    Check the day; next time publish it with the document.（惠府办函〔2018〕157号 "
            "规程三（三））",
        ),
    ),
    Example(
        "talks_belong_to_something",
        {
            D + "a.md": paper("a", title="审批办法"),
            D + "b.md": paper("b", title="住房办法", formed="2020-03-01", published="2020-03-02"),
            J + "j.md": talk("j", interprets="[审批办法]", published="2020-01-03"),
            R + "h.md": talk("h", collected="2026-11-20"),
            Q + "z.md": talk("z", opened="2026-11-01", closed="2027-01-01"),
            Q + "y.md": talk(
                "y", opened="2020-01-01", closed="2020-02-01", consults_on="[住房办法, {}]"
            ),
        },
        (
            "content/consultations/y.md:7:15: warning: “住房办法”已经登记，这里没有写编号，文件"
            "的页面不会显示它 [talk-document-named]\n"
            "    请改写编号“b”。（惠府办函〔2018〕157号 规程三（三））",
            "content/consultations/y.md:7:21: warning: “说明y”没有写明是哪件文件的征求意见 "
            "[talk-document-missing]\n"
            "    请在“consults_on”中写文件编号；没有登记的，写名称。（惠府办函〔2018〕157号 规"
            "程三（三））",
            "content/consultations/z.md:2:1: warning: “说明z”没有写明是哪件文件的征求意见 "
            "[talk-document-missing]\n"
            "    请在“consults_on”中写文件编号；没有登记的，写名称。（惠府办函〔2018〕157号 规"
            "程三（三））",
            "content/interpretations/j.md:5:14: warning: “审批办法”已经登记，这里没有写编号，文"
            "件的页面不会显示它 [talk-document-named]\n"
            "    请改写编号“a”。（惠府办函〔2018〕157号 规程三（三））",
            "content/responses/h.md:2:1: warning: “说明h”没有写明是哪件文件的回应 "
            "[talk-document-missing]\n"
            "    请在“responds_to”中写文件编号；没有登记的，写名称。（惠府办函〔2018〕157号 规"
            "程三（三））",
        ),
        (
            "content/consultations/y.md:7:15: warning: “住房办法” is registered; without its "
            "id the document's page does not show this [talk-document-named]\n"
            "    Write its id, “b”.（惠府办函〔2018〕157号 规程三（三））",
            "content/consultations/y.md:7:21: warning: “说明y” does not say to which document "
            "this consultation belongs [talk-document-missing]\n"
            "    Name it under “consults_on” by its id, or in words where it is not registered."
            "（惠府办函〔2018〕157号 规程三（三））",
            "content/consultations/z.md:2:1: warning: “说明z” does not say to which document "
            "this consultation belongs [talk-document-missing]\n"
            "    Name it under “consults_on” by its id, or in words where it is not registered."
            "（惠府办函〔2018〕157号 规程三（三））",
            "content/interpretations/j.md:5:14: warning: “审批办法” is registered; without its "
            "id the document's page does not show this [talk-document-named]\n"
            "    Write its id, “a”.（惠府办函〔2018〕157号 规程三（三））",
            "content/responses/h.md:2:1: warning: “说明h” does not say to which document this "
            "response belongs [talk-document-missing]\n"
            "    Name it under “responds_to” by its id, or in words where it is not registered."
            "（惠府办函〔2018〕157号 规程三（三））",
        ),
    ),
    Example(
        "talks_name_their_unit",
        {
            D + "a.md": paper("a"),
            J + "j.md": talk("j", interprets="[a]", published="2020-01-03", unit=None),
            M + "m.md": talk("m", held="2020-01-01", unit=None),
        },
        (
            "content/interpretations/j.md:2:1: warning: “说明j”没有写明单位 "
            "[talk-unit-missing]\n"
            "    请补写“unit”，写单位编号。（惠府办函〔2018〕157号 规程三（三））",
            "content/meetings/m.md:2:1: warning: “说明m”没有写明单位 [talk-unit-missing]\n"
            "    请补写“organ”，写单位编号。（惠府办函〔2018〕157号 规程三（三））",
        ),
        (
            "content/interpretations/j.md:2:1: warning: “说明j” names no unit "
            "[talk-unit-missing]\n"
            "    Add “unit”, the id of a unit.（惠府办函〔2018〕157号 规程三（三））",
            "content/meetings/m.md:2:1: warning: “说明m” names no unit [talk-unit-missing]\n"
            "    Add “organ”, the id of a unit.（惠府办函〔2018〕157号 规程三（三））",
        ),
    ),
    Example(
        "interpretations_are_dated",
        {
            D + "a.md": paper("a"),
            J + "j.md": talk("j", interprets="[a]"),
        },
        (
            "content/interpretations/j.md:2:1: warning: “说明j”没有写明发布日期，看不出是否在期"
            "限内 [interpretation-undated]\n"
            "    请补写“published”。（惠府办函〔2018〕157号 规程三（三））",
        ),
        (
            "content/interpretations/j.md:2:1: warning: “说明j” names no day of publication, "
            "so nobody can tell whether it was in time [interpretation-undated]\n"
            "    Add “published”.（惠府办函〔2018〕157号 规程三（三））",
        ),
    ),
    Example(
        "responses_take_every_step",
        {
            R + "h.md": talk(
                "h", concern="收费", major="yes", collected="2026-11-02", responded="2026-11-03"
            ),
            R + "g.md": talk("g", concern="停车"),
        },
        (
            "content/responses/g.md:2:1: warning: “说明g”没有“收集”这一步 "
            "[response-step-missing]\n"
            "    请补写“collected”，写这一步的日期。（惠府办函〔2018〕157号 规程三（四））",
            "content/responses/h.md:2:1: warning: “说明h”没有“处置”这一步 "
            "[response-step-missing]\n"
            "    请补写“handled”，写这一步的日期。（惠府办函〔2018〕157号 规程三（四））",
            "content/responses/h.md:2:1: warning: “说明h”没有“研判”这一步 "
            "[response-step-missing]\n"
            "    请补写“judged”，写这一步的日期。（惠府办函〔2018〕157号 规程三（四））",
            "content/responses/h.md:6:8: warning: 重大舆情“说明h”没有联席会商 "
            "[response-joint-missing]\n"
            "    请补写“joint”，写明日期和参加单位。（惠府办函〔2018〕157号 规程三（四））",
        ),
        (
            "content/responses/g.md:2:1: warning: “说明g” lacks the step 收集 "
            "[response-step-missing]\n"
            "    Add “collected”, the day on which it was taken.（惠府办函〔2018〕157号 规程三"
            "（四））",
            "content/responses/h.md:2:1: warning: “说明h” lacks the step 处置 "
            "[response-step-missing]\n"
            "    Add “handled”, the day on which it was taken.（惠府办函〔2018〕157号 规程三（"
            "四））",
            "content/responses/h.md:2:1: warning: “说明h” lacks the step 研判 "
            "[response-step-missing]\n"
            "    Add “judged”, the day on which it was taken.（惠府办函〔2018〕157号 规程三（四"
            "））",
            "content/responses/h.md:6:8: warning: “说明h” is a major matter without a joint "
            "consultation [response-joint-missing]\n"
            "    Add “joint”, the day and who took part.（惠府办函〔2018〕157号 规程三（四））",
        ),
    ),
    Example(
        "responses_keep_the_order",
        {
            R + "h.md": talk(
                "h",
                concern="收费",
                collected="2026-11-05",
                judged="2026-11-05",
                joint="{on: 2026-11-04, organs: [jiaoyu]}",
                handled="2026-11-06",
                responded="2026-11-09",
                supervised="2026-11-06",
            ),
        },
        (
            "content/responses/h.md:8:8: warning: “联席会商”在 2026-11-04，早于“研判”的 "
            "2026-11-05 [response-step-order]\n"
            "    先收集、研判，再处置、回应，最后督办；请核对日期。（惠府办函〔2018〕157号 规程"
            "三（四））",
            "content/responses/h.md:11:13: warning: “督办”在 2026-11-06，早于“回应”的 "
            "2026-11-09 [response-step-order]\n"
            "    先收集、研判，再处置、回应，最后督办；请核对日期。（惠府办函〔2018〕157号 规程"
            "三（四））",
        ),
        (
            "content/responses/h.md:8:8: warning: 联席会商 on 2026-11-04 comes before 研判 on "
            "2026-11-05 [response-step-order]\n"
            "    Collecting, judging, handling, answering, following up: check the days.（惠府"
            "办函〔2018〕157号 规程三（四））",
            "content/responses/h.md:11:13: warning: 督办 on 2026-11-06 comes before 回应 on "
            "2026-11-09 [response-step-order]\n"
            "    Collecting, judging, handling, answering, following up: check the days.（惠府"
            "办函〔2018〕157号 规程三（四））",
        ),
    ),
    Example(
        "responses_are_given_in_time",
        {
            "config.yaml": CONFIG + TERMS,
            R + "g.md": talk("g", concern="停车", collected="2026-11-13"),
            R + "h.md": talk(
                "h",
                concern="收费",
                major="yes",
                collected="2026-11-16",
                judged="2026-11-16",
                joint="{on: 2026-11-16, organs: [jiaoyu]}",
                handled="2026-11-17",
                responded="2026-11-18",
            ),
        },
        (
            "content/responses/g.md:6:12: warning: “说明g”应当在 2026-11-20 前回应，还没有回应 "
            "[response-missing]\n"
            "    请回应，补写“responded”和正文。（惠府办函〔2018〕157号 规程三（四））",
            "content/responses/h.md:11:12: warning: “说明h”2026-11-18 回应，迟于期限 "
            "2026-11-17 [response-late]\n"
            "    请核对日期；确实迟了的，如实登记。（惠府办函〔2018〕157号 规程三（四））",
        ),
        (
            "content/responses/g.md:6:12: warning: “说明g” was to be answered by 2026-11-20 "
            "and has not been [response-missing]\n"
            "    Answer it, then add “responded” and the text.（惠府办函〔2018〕157号 规程三（"
            "四））",
            "content/responses/h.md:11:12: warning: “说明h” was answered on 2026-11-18, after "
            "2026-11-17 [response-late]\n"
            "    Check the day; if it was late, leave it as it was.（惠府办函〔2018〕157号 规程"
            "三（四））",
        ),
    ),
    Example(
        "consultations_are_open_long_enough",
        {
            "config.yaml": CONFIG + TERMS,
            Q + "y.md": talk(
                "y", opened="2026-11-10", closed="2026-12-08", consults_on="[停车办法草案]"
            ),
            Q + "z.md": talk(
                "z", opened="2026-11-10", closed="2026-11-09", consults_on="[收费办法草案]"
            ),
        },
        (
            "content/consultations/y.md:6:9: warning: “说明y”只征求意见 29 日，少于 30 日 "
            "[consultation-short]\n"
            "    请延长“closed”。依据：办法。（惠府办函〔2018〕157号 规程三（四））",
            "content/consultations/z.md:6:9: error: 结束日期 2026-11-09 早于开始日期 "
            "2026-11-10 [consultation-ends-early]\n"
            "    请核对两个日期。",
        ),
        (
            "content/consultations/y.md:6:9: warning: “说明y” is open for 29 days, fewer than "
            "30 [consultation-short]\n"
            "    Move “closed” to a later day. By 办法.（惠府办函〔2018〕157号 规程三（四））",
            "content/consultations/z.md:6:9: error: it closes on 2026-11-09, before it opens "
            "on 2026-11-10 [consultation-ends-early]\n"
            "    Check both days.",
        ),
    ),
    Example(
        "consultations_are_reported_on",
        {
            "config.yaml": CONFIG + TERMS,
            Q + "w.md": talk(
                "w", opened="2026-09-01", closed="2026-10-23", consults_on="[停车办法草案]"
            ),
            Q + "x.md": talk(
                "x",
                opened="2026-08-01",
                closed="2026-09-01",
                consults_on="[收费办法草案]",
                feedback="{on: 2026-09-30, received: 3, adopted: 4}",
            ),
            Q + "y.md": talk(
                "y",
                opened="2026-09-01",
                closed="2026-10-23",
                consults_on="[供水办法草案]",
                feedback="{on: 2026-10-22, received: 3, adopted: 3}",
            ),
        },
        (
            "content/consultations/w.md:6:9: warning: “说明w”应当在 2026-11-20 前公布意见采纳情"
            "况，还没有公布 [consultation-feedback-missing]\n"
            "    请补写“feedback”：日期、收到几条、采纳几条、怎样采纳。（惠府办函〔2018〕157号 "
            "规程三（四））",
            "content/consultations/x.md:8:16: warning: “说明x”的意见采纳情况 2026-09-30 公布，"
            "迟于期限 2026-09-29 [consultation-feedback-late]\n"
            "    请核对日期；确实迟了的，如实登记。（惠府办函〔2018〕157号 规程三（四））",
            "content/consultations/x.md:8:50: warning: 采纳 4 条，多于收到的 3 条 "
            "[consultation-adopted]\n"
            "    请核对“received”和“adopted”。（惠府办函〔2018〕157号 规程三（四））",
            "content/consultations/y.md:8:16: warning: 意见采纳情况 2026-10-22 公布，早于征求意"
            "见结束的 2026-10-23 [consultation-feedback-early]\n"
            "    请核对两个日期。（惠府办函〔2018〕157号 规程三（四））",
        ),
        (
            "content/consultations/w.md:6:9: warning: “说明w”: what became of the opinions was "
            "to be published by 2026-11-20 and has not been [consultation-feedback-missing]\n"
            "    Add “feedback”: the day, how many were received and adopted, and how.（惠府办"
            "函〔2018〕157号 规程三（四））",
            "content/consultations/x.md:8:16: warning: “说明x”: what became of the opinions "
            "was published on 2026-09-30, after 2026-09-29 [consultation-feedback-late]\n"
            "    Check the day; if it was late, leave it as it was.（惠府办函〔2018〕157号 规程"
            "三（四））",
            "content/consultations/x.md:8:50: warning: 4 opinions adopted, more than the 3 "
            "received [consultation-adopted]\n"
            "    Check “received” and “adopted”.（惠府办函〔2018〕157号 规程三（四））",
            "content/consultations/y.md:8:16: warning: the feedback is of 2026-10-22, before "
            "the consultation closes on 2026-10-23 [consultation-feedback-early]\n"
            "    Check both days.（惠府办函〔2018〕157号 规程三（四））",
        ),
    ),
    Example(
        "consultations_come_first",
        {
            D + "a.md": paper(
                "a", formed="2020-03-01", published="2020-03-02", effective="2020-04-01"
            ),
            Q + "z.md": talk(
                "z",
                opened="2020-02-01",
                closed="2020-03-02",
                consults_on="[a]",
                feedback="{on: 2020-03-05}",
            ),
        },
        (
            "content/consultations/z.md:7:15: warning: “关于a的通知”2020-03-01 成文，早于征求意"
            "见结束的 2020-03-02 [consultation-document-early]\n"
            "    请核对日期；对现行文件的修改征求意见的，写修改稿的名称。（惠府办函〔2018〕157"
            "号 规程三（四））",
        ),
        (
            "content/consultations/z.md:7:15: warning: “关于a的通知” was formed on 2020-03-01, "
            "before the consultation closes on 2020-03-02 [consultation-document-early]\n"
            "    Check the days; where an amendment of it is asked about, name the draft in "
            "words.（惠府办函〔2018〕157号 规程三（四））",
        ),
    ),
)
