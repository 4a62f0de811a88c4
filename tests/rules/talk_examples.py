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
ENDED = """\
id: jiu
name: 旧局
kind: 工作部门
ended: 2026-11-01
superseded_by: jiaoyu
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
        "interpretations_are_of_the_document",
        {
            D + "a.md": paper(
                "a",
                formed="2026-03-01",
                published="2026-03-02",
                index_number="11/2026-a",
                effective="2026-04-01",
            ),
            J + "j.md": talk("j", interprets="[a]", published="2026-02-27"),
        },
        (
            "content/interpretations/j.md:6:12: warning: 解读在 2026-02-27 发布，早于“关于a的通知”"
            "生成的 2026-03-01，不算对它的解读 [interpretation-early]\n"
            "    请核对两个日期；解读的是草案的，在“interprets”中写草案的名称，文件生成后另发解读"
            "。（惠府办函〔2018〕157号 规程三（三））",
        ),
        (
            "content/interpretations/j.md:6:12: warning: the interpretation is of 2026-02-27, befo"
            "re “关于a的通知” was formed on 2026-03-01, and does not count as one of it [interpret"
            "ation-early]\n"
            "    Check both days; where it is of the draft, name the draft in words under “interpr"
            "ets”, and interpret the document once it is formed.（惠府办函〔2018〕157号 规程三（三"
            "））",
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
        "talks_name_each_once",
        {
            D + "a.md": paper("a"),
            J + "j.md": talk("j", interprets="[a, a]", published="2020-01-02"),
            M + "m.md": talk("m", held="2020-01-01", documents="[供水办法, 供水办法]"),
            R + "h.md": talk(
                "h",
                concern="停水",
                collected="2026-11-20",
                joint="{on: 2026-11-20, organs: [jiaoyu, 宣传部, jiaoyu]}",
            ),
        },
        (
            "content/interpretations/j.md:5:17: warning: “a”在这里写了两次 [talk-named-twice]\n"
            "    请删去一处。（惠府办函〔2018〕157号 规程三（三））",
            "content/meetings/m.md:6:19: warning: “供水办法”在这里写了两次 [talk-named-twice]\n"
            "    请删去一处。（惠府办函〔2018〕157号 规程三（三））",
            "content/responses/h.md:7:47: warning: “jiaoyu”在这里写了两次 [talk-named-twice]\n"
            "    请删去一处。（惠府办函〔2018〕157号 规程三（三））",
        ),
        (
            "content/interpretations/j.md:5:17: warning: “a” is named twice here [talk-named-twice"
            "]\n"
            "    Delete one of them.（惠府办函〔2018〕157号 规程三（三））",
            "content/meetings/m.md:6:19: warning: “供水办法” is named twice here [talk-named-twice"
            "]\n"
            "    Delete one of them.（惠府办函〔2018〕157号 规程三（三））",
            "content/responses/h.md:7:47: warning: “jiaoyu” is named twice here [talk-named-twice]"
            "\n"
            "    Delete one of them.（惠府办函〔2018〕157号 规程三（三））",
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
            R + "f.md": talk("f", concern="供水", responded="2026-11-03"),
            R + "g.md": talk("g", concern="停车"),
        },
        (
            "content/responses/f.md:2:1: warning: “说明f”没有写这些步骤：收集、研判、处置 [respons"
            "e-step-missing]\n"
            "    请补写日期：collected、judged、handled。（惠府办函〔2018〕157号 规程三（四））",
            "content/responses/g.md:2:1: warning: “说明g”没有写这些步骤：收集 [response-step-missi"
            "ng]\n"
            "    请补写日期：collected。（惠府办函〔2018〕157号 规程三（四））",
            "content/responses/h.md:2:1: warning: “说明h”没有写这些步骤：研判、处置 [response-step"
            "-missing]\n"
            "    请补写日期：judged、handled。（惠府办函〔2018〕157号 规程三（四））",
            "content/responses/h.md:6:8: warning: 重大舆情“说明h”没有联席会商 [response-joint-miss"
            "ing]\n"
            "    请补写“joint”，写明日期和参加单位。（惠府办函〔2018〕157号 规程三（四））",
        ),
        (
            "content/responses/f.md:2:1: warning: “说明f” lacks these steps: 收集、研判、处置 [res"
            "ponse-step-missing]\n"
            "    Add their days: collected、judged、handled.（惠府办函〔2018〕157号 规程三（四））",
            "content/responses/g.md:2:1: warning: “说明g” lacks these steps: 收集 [response-step-m"
            "issing]\n"
            "    Add their days: collected.（惠府办函〔2018〕157号 规程三（四））",
            "content/responses/h.md:2:1: warning: “说明h” lacks these steps: 研判、处置 [response-"
            "step-missing]\n"
            "    Add their days: judged、handled.（惠府办函〔2018〕157号 规程三（四））",
            "content/responses/h.md:6:8: warning: “说明h” is a major matter without a joint consul"
            "tation [response-joint-missing]\n"
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
            "config.yaml": CONFIG.replace("2026-12-31", "2026-11-20") + TERMS,
            "catalogue/units/b.yaml": ENDED,
            R + "e.md": talk("e", concern="公交", collected="2026-11-13", unit="jiu"),
            R + "f.md": talk("f", concern="供水", collected="2026-11-17"),
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
            "content/responses/e.md:6:12: warning: “说明e”应当在 2026-11-20 前回应，还没有回应 [re"
            "sponse-missing]\n"
            "    原单位已经撤销，由承接职责的“示范市教育局”办理。请回应，补写“responded”和正文。（"
            "惠府办函〔2018〕157号 规程三（四））",
            "content/responses/f.md:6:12: information: “说明f”的回应期限算不出：2026-11-21 起不知"
            "道哪天是工作日 [response-due-unknown]\n"
            "    请按新的放假安排更新 config.yaml 的“calendar”。（惠府办函〔2018〕157号 规程三（四"
            "））",
            "content/responses/g.md:6:12: warning: “说明g”应当在 2026-11-20 前回应，还没有回应 [re"
            "sponse-missing]\n"
            "    请回应，补写“responded”和正文。（惠府办函〔2018〕157号 规程三（四））",
            "content/responses/h.md:11:12: warning: “说明h”2026-11-18 回应，迟于期限 2026-11-17 [r"
            "esponse-late]\n"
            "    请核对日期；确实迟了的，如实登记。（惠府办函〔2018〕157号 规程三（四））",
        ),
        (
            "content/responses/e.md:6:12: warning: “说明e” was to be answered by 2026-11-20 and ha"
            "s not been [response-missing]\n"
            "    The unit has ended; “示范市教育局”, which took over, is to do it. Answer it, then"
            " add “responded” and the text.（惠府办函〔2018〕157号 规程三（四））",
            "content/responses/f.md:6:12: information: the last day for answering “说明f” is not k"
            "nown: no working days from 2026-11-21 [response-due-unknown]\n"
            "    Update “calendar” in config.yaml by the new holiday notice.（惠府办函〔2018〕157"
            "号 规程三（四））",
            "content/responses/g.md:6:12: warning: “说明g” was to be answered by 2026-11-20 and ha"
            "s not been [response-missing]\n"
            "    Answer it, then add “responded” and the text.（惠府办函〔2018〕157号 规程三（四）"
            "）",
            "content/responses/h.md:11:12: warning: “说明h” was answered on 2026-11-18, after 2026"
            "-11-17 [response-late]\n"
            "    Check the day; if it was late, leave it as it was.（惠府办函〔2018〕157号 规程三"
            "（四））",
        ),
    ),
    Example(
        "responses_have_their_text",
        {
            R + "h.md": talk(
                "h",
                body="",
                concern="停水",
                collected="2026-11-18",
                judged="2026-11-18",
                handled="2026-11-19",
                responded="2026-11-20",
            ),
        },
        (
            "content/responses/h.md:9:12: warning: “说明h”写了 2026-11-20 回应，没有回应的正文 [re"
            "sponse-empty]\n"
            "    请补写正文；还没有回应的，删去“responded”。（惠府办函〔2018〕157号 规程三（四））",
        ),
        (
            "content/responses/h.md:9:12: warning: “说明h” says that it was answered on 2026-11-20"
            ", and has no text [response-empty]\n"
            "    Add the text; where it is not answered yet, delete “responded”.（惠府办函〔2018〕"
            "157号 规程三（四））",
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
            "config.yaml": CONFIG.replace("2026-12-31", "2026-11-20") + TERMS,
            "catalogue/units/b.yaml": ENDED.replace("superseded_by: jiaoyu\n", ""),
            Q + "u.md": talk(
                "u",
                opened="2026-09-01",
                closed="2026-10-23",
                consults_on="[用水办法草案]",
                feedback="{on: 2026-10-30}",
            ),
            Q + "v.md": talk(
                "v", opened="2026-09-01", closed="2026-10-26", consults_on="[用电办法草案]"
            ),
            Q + "w.md": talk(
                "w",
                opened="2026-09-01",
                closed="2026-10-23",
                consults_on="[停车办法草案]",
                unit="jiu",
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
            "content/consultations/u.md:8:11: warning: “说明u”的意见采纳反馈只写了日期 2026-10-30"
            "，没有写收到几条、采纳几条、怎样采纳，不算反馈 [consultation-feedback-empty]\n"
            "    请在“feedback”中补写“received”“adopted”或者“text”。（惠府办函〔2018〕157号 规程三"
            "（四））",
            "content/consultations/v.md:6:9: information: “说明v”的反馈期限算不出：2026-11-21 起不"
            "知道哪天是工作日 [consultation-feedback-due-unknown]\n"
            "    请按新的放假安排更新 config.yaml 的“calendar”。（惠府办函〔2018〕157号 规程三（四"
            "））",
            "content/consultations/w.md:6:9: warning: “说明w”应当在 2026-11-20 前公布意见采纳情况"
            "，还没有公布 [consultation-feedback-missing]\n"
            "    “旧局”已经撤销，请先在它的“superseded_by”写明由哪个单位承接，由那个单位办理。请补"
            "写“feedback”：日期、收到几条、采纳几条、怎样采纳。（惠府办函〔2018〕157号 规程三（四"
            "））",
            "content/consultations/x.md:8:16: warning: “说明x”的意见采纳情况 2026-09-30 公布，迟于"
            "期限 2026-09-29 [consultation-feedback-late]\n"
            "    请核对日期；确实迟了的，如实登记。（惠府办函〔2018〕157号 规程三（四））",
            "content/consultations/x.md:8:50: warning: 采纳 4 条，多于收到的 3 条 [consultation-ad"
            "opted]\n"
            "    请核对“received”和“adopted”。（惠府办函〔2018〕157号 规程三（四））",
            "content/consultations/y.md:8:16: warning: 意见采纳情况 2026-10-22 公布，早于征求意见"
            "结束的 2026-10-23 [consultation-feedback-early]\n"
            "    请核对两个日期。（惠府办函〔2018〕157号 规程三（四））",
        ),
        (
            "content/consultations/u.md:8:11: warning: the feedback on “说明u” is the day 2026-10-"
            "30 alone, neither how many opinions were received or adopted nor how, and does not co"
            "unt [consultation-feedback-empty]\n"
            "    Add “received”, “adopted” or “text” under “feedback”.（惠府办函〔2018〕157号 规程"
            "三（四））",
            "content/consultations/v.md:6:9: information: the last day for the feedback on “说明v”"
            " is not known: no working days from 2026-11-21 [consultation-feedback-due-unknown]\n"
            "    Update “calendar” in config.yaml by the new holiday notice.（惠府办函〔2018〕157"
            "号 规程三（四））",
            "content/consultations/w.md:6:9: warning: “说明w”: what became of the opinions was to "
            "be published by 2026-11-20 and has not been [consultation-feedback-missing]\n"
            "    “旧局” has ended: name under its “superseded_by” the unit that took over and is t"
            "o do it. Add “feedback”: the day, how many were received and adopted, and how.（惠府"
            "办函〔2018〕157号 规程三（四））",
            "content/consultations/x.md:8:16: warning: “说明x”: what became of the opinions was pu"
            "blished on 2026-09-30, after 2026-09-29 [consultation-feedback-late]\n"
            "    Check the day; if it was late, leave it as it was.（惠府办函〔2018〕157号 规程三"
            "（四））",
            "content/consultations/x.md:8:50: warning: 4 opinions adopted, more than the 3 receive"
            "d [consultation-adopted]\n"
            "    Check “received” and “adopted”.（惠府办函〔2018〕157号 规程三（四））",
            "content/consultations/y.md:8:16: warning: the feedback is of 2026-10-22, before the c"
            "onsultation closes on 2026-10-23 [consultation-feedback-early]\n"
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
                feedback="{on: 2020-03-05, received: 0}",
            ),
        },
        (
            "content/consultations/z.md:7:15: warning: “关于a的通知”2020-03-01 成文，早于征求意见"
            "结束的 2020-03-02 [consultation-document-early]\n"
            "    请核对日期；对现行文件的修改征求意见的，写修改稿的名称。（惠府办函〔2018〕157号 "
            "规程三（四））",
        ),
        (
            "content/consultations/z.md:7:15: warning: “关于a的通知” was formed on 2020-03-01, bef"
            "ore the consultation closes on 2020-03-02 [consultation-document-early]\n"
            "    Check the days; where an amendment of it is asked about, name the draft in words."
            "（惠府办函〔2018〕157号 规程三（四））",
        ),
    ),
    Example(
        "meetings_are_open_afterwards",
        {
            "config.yaml": CONFIG.replace("2026-12-31", "2026-11-20"),
            M + "k.md": talk("k", body="", held="2026-10-23", openness="[会后公开]"),
            M + "l.md": talk("l", body="", held="2026-11-02", openness="[会后公开]"),
            M + "m.md": talk("m", held="2026-11-10", published="2026-11-09"),
        },
        (
            "content/meetings/k.md:5:7: warning: “说明k”应当会后公开，到 2026-11-20 已满20个工作日"
            "，既没有正文，也没有发布日期 [meeting-unpublished]\n"
            "    请补写正文和“published”；不公开的，从“openness”中删去“会后公开”。（政府信息公开条"
            "例第二十六条）",
            "content/meetings/l.md:5:7: information: “说明l”会后公开的期限算不出：2026-11-21 起不"
            "知道哪天是工作日 [meeting-due-unknown]\n"
            "    请按新的放假安排更新 config.yaml 的“calendar”。（政府信息公开条例第二十六条）",
            "content/meetings/m.md:6:12: warning: 2026-11-09 发布，早于开会的 2026-11-10 [meeting-"
            "published-early]\n"
            "    请核对两个日期；网站在会议召开以前不显示正文。（惠府办函〔2018〕157号 规程三（三"
            "））",
        ),
        (
            "content/meetings/k.md:5:7: warning: “说明k” was to be published after the meeting; th"
            "e 20 working days for that ended on 2026-11-20, and there is neither a text nor a day"
            " of publication [meeting-unpublished]\n"
            "    Add the text and “published”, or take “会后公开” out of “openness”.（政府信息公开"
            "条例第二十六条）",
            "content/meetings/l.md:5:7: information: the last day for publishing “说明l” is not kn"
            "own: no working days from 2026-11-21 [meeting-due-unknown]\n"
            "    Update “calendar” in config.yaml by the new holiday notice.（政府信息公开条例第二"
            "十六条）",
            "content/meetings/m.md:6:12: warning: it was published on 2026-11-09, before the meeti"
            "ng was held on 2026-11-10 [meeting-published-early]\n"
            "    Check both days; the site does not show the text before the meeting.（惠府办函〔2"
            "018〕157号 规程三（三））",
        ),
    ),
)
