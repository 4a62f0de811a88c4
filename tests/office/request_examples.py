"""Examples that break the rules of the ledger of applications."""

from __future__ import annotations

from ..conftest import entry, listed
from ..rules.report_examples import report
from .example import Example
from .makers import LEDGER, replaced

REQUESTED = """\
id: sq-1{}
unit: jiaoyu
received: 2026-05-06
channel: 窗口
applicant: 自然人
entry: dangan
registered: 2026-05-06
audited: 2026-05-12
replied: 2026-05-13
outcome: {}
communicated: 2026-05-13
archived: 2026-05-14
"""

EXAMPLES = (
    Example(
        "references_resolve",
        replaced(LEDGER, ("entry: gonggao", "entry: gong-gao")),
        (
            "internal/requests/2026.yaml:9:12: error: 没有编号为“gong-gao”的事项 [referen"
            "ce-unknown]",
        ),
        (
            "internal/requests/2026.yaml:9:12: error: there is no entry “gong-gao” [refer"
            "ence-unknown]",
        ),
    ),
    Example(
        "channels_are_confirmed",
        replaced(LEDGER, ("channel: 窗口", "channel: 传真")),
        (
            "internal/requests/2026.yaml:40:14: warning: “sq-2”由互联网或者传真收到，没有"
            "写明与申请人确认的日期，期限无从起算 [request-channel-unconfirmed]\n"
            "    确认以后在“confirmed”中写明日期。（政府信息公开条例第三十一条）",
        ),
        (
            "internal/requests/2026.yaml:40:14: warning: “sq-2” came in by internet or fa"
            "x and names no day of confirmation; its clock has no start [request-channel-"
            "unconfirmed]\n"
            "    Once both sides have confirmed it, add “confirmed”.（政府信息公开条例第"
            "三十一条）",
        ),
    ),
    Example(
        "requests_are_registered",
        replaced(LEDGER, ("    registered: 2026-03-03\n", "")),
        (
            "internal/requests/2026.yaml:2:5: warning: “sq-1”已经答复，没有登记的日期 [re"
            "quest-unregistered]\n"
            "    请补写“registered”。（惠府办函〔2018〕157号 机制一）",
        ),
        (
            "internal/requests/2026.yaml:2:5: warning: “sq-1” was answered and never regi"
            "stered [request-unregistered]\n"
            "    Add “registered”.（惠府办函〔2018〕157号 机制一）",
        ),
    ),
    Example(
        "corrections_are_asked_for_once_and_soon",
        replaced(
            LEDGER,
            (
                "{notified: 2026-03-09, returned: 2026-03-16}",
                "{notified: 2026-03-13, returned: 2026-03-16}\n"
                "      - {notified: 2026-03-17, returned: 2026-03-18}",
            ),
        ),
        (
            "internal/requests/2026.yaml:12:20: warning: “sq-1”在 2026-03-13 才告知补正，"
            "最迟应在 2026-03-12 [request-correction-late]\n"
            "    请核对日期；确实迟了的，查明原因。（政府信息公开条例第三十条）",
            "internal/requests/2026.yaml:13:9: warning: “sq-1”告知补正不止一次 [request-c"
            "orrection-repeated]\n"
            "    补正应当一次性告知；重复登记的请删除。（政府信息公开条例第三十条）",
        ),
        (
            "internal/requests/2026.yaml:12:20: warning: the correction of “sq-1” was ask"
            "ed for on 2026-03-13, later than 2026-03-12 [request-correction-late]\n"
            "    Check the day; if it was late, find out why.（政府信息公开条例第三十条）",
            "internal/requests/2026.yaml:13:9: warning: a correction of “sq-1” was asked "
            "for more than once [request-correction-repeated]\n"
            "    It is asked for once, for all of it; delete what is listed twice.（政府"
            "信息公开条例第三十条）",
        ),
    ),
    Example(
        "extensions_are_agreed_and_told",
        replaced(
            LEDGER,
            ("{days: 10, on: 2026-04-10, consented: yes}", "{days: 21}"),
            ("replied: 2026-04-21", "replied: 2026-04-20"),
        ),
        (
            "internal/requests/2026.yaml:17:16: warning: “sq-1”延长答复期限，没有写明公开"
            "工作机构负责人同意 [request-extension-unconsented]\n"
            "    经过同意的，在“extension”中写明 consented: yes。（政府信息公开条例第三十"
            "三条）",
            "internal/requests/2026.yaml:17:16: warning: “sq-1”延长答复期限，没有写明哪天"
            "告知申请人，期限不因此延长 [request-extension-unnoticed]\n"
            "    告知以后在“extension”中写明“on”。（政府信息公开条例第三十三条）",
            "internal/requests/2026.yaml:17:23: warning: “sq-1”延长 21 个工作日，最多延长"
            " 20 个 [request-extension-long]\n"
            "    请核对；多出的不计。（政府信息公开条例第三十三条）",
        ),
        (
            "internal/requests/2026.yaml:17:16: warning: the term of “sq-1” was extended "
            "and nothing says that the head of the openness office agreed [request-extens"
            "ion-unconsented]\n"
            "    Where that was so, write consented: yes in “extension”.（政府信息公开条"
            "例第三十三条）",
            "internal/requests/2026.yaml:17:16: warning: the term of “sq-1” was extended "
            "and no day says when the applicant was told; it does not count [request-exte"
            "nsion-unnoticed]\n"
            "    Once that is done, add “on” to “extension”.（政府信息公开条例第三十三条"
            "）",
            "internal/requests/2026.yaml:17:23: warning: “sq-1” was extended by 21 workin"
            "g days, of which 20 are allowed [request-extension-long]\n"
            "    Check it; what is more does not count.（政府信息公开条例第三十三条）",
        ),
    ),
    Example(
        "extensions_are_agreed_and_told",
        replaced(
            LEDGER,
            ("on: 2026-04-10", "on: 2026-04-22"),
            ("replied: 2026-04-21", "replied: 2026-04-22"),
        ),
        (
            "internal/requests/2026.yaml:17:31: warning: “sq-1”在 2026-04-22 才告知延期，"
            "期限已于 2026-04-21 届满，不因此延长 [request-extension-late]\n"
            "    请核对日期；确实迟了的，查明原因。（政府信息公开条例第三十三条）",
            "internal/requests/2026.yaml:19:14: warning: “sq-1”在 2026-04-22 答复，迟于期"
            "限 2026-04-21 [request-late]\n"
            "    请核对日期和补正、征求意见、延期；确实迟了的，查明原因。（惠府办函〔2018"
            "〕157号 机制二；政府信息公开条例第三十三条）",
        ),
        (
            "internal/requests/2026.yaml:17:31: warning: the extension of “sq-1” was told"
            " on 2026-04-22, when the term had ended on 2026-04-21; it does not count [re"
            "quest-extension-late]\n"
            "    Check the day; if it was late, find out why.（政府信息公开条例第三十三条"
            "）",
            "internal/requests/2026.yaml:19:14: warning: “sq-1” was answered on 2026-04-2"
            "2, later than 2026-04-21 [request-late]\n"
            "    Check the days of corrections, consultations and the extension; if it wa"
            "s late, find out why.（惠府办函〔2018〕157号 机制二；政府信息公开条例第三十"
            "三条）",
        ),
    ),
    Example(
        "answers_come_in_time",
        replaced(
            LEDGER,
            ("    extension: {days: 10, on: 2026-04-10, consented: yes}\n", ""),
            ("replied: 2026-04-21", "replied: 2026-04-29"),
        ),
        (
            "internal/requests/2026.yaml:18:14: warning: “sq-1”在 2026-04-29 答复，迟于期"
            "限 2026-04-21 [request-late]\n"
            "    请核对日期和补正、征求意见、延期；确实迟了的，查明原因。（惠府办函〔2018"
            "〕157号 机制二；政府信息公开条例第三十三条）",
        ),
        (
            "internal/requests/2026.yaml:18:14: warning: “sq-1” was answered on 2026-04-2"
            "9, later than 2026-04-21 [request-late]\n"
            "    Check the days of corrections, consultations and the extension; if it wa"
            "s late, find out why.（惠府办函〔2018〕157号 机制二；政府信息公开条例第三十"
            "三条）",
        ),
    ),
    Example(
        "answers_come_in_time",
        replaced(
            LEDGER,
            ("received: 2026-11-09", "received: 2026-10-19"),
            ("registered: 2026-11-09", "registered: 2026-10-19"),
        ),
        (
            "internal/requests/2026.yaml:37:5: warning: “sq-2”的答复期限 2026-11-16 已过"
            "，还没有答复 [request-overdue]\n"
            "    请尽快答复；已经答复的补写“replied”。（惠府办函〔2018〕157号 机制二；政"
            "府信息公开条例第三十三条）",
        ),
        (
            "internal/requests/2026.yaml:37:5: warning: “sq-2” was to be answered by 2026"
            "-11-16 and is not [request-overdue]\n"
            "    Answer it; where that is done, add “replied”.（惠府办函〔2018〕157号 机"
            "制二；政府信息公开条例第三十三条）",
        ),
    ),
    Example(
        "answers_are_audited",
        replaced(LEDGER, ("    audited: 2026-04-20\n", "")),
        (
            "internal/requests/2026.yaml:18:14: warning: “sq-1”在 2026-04-21 答复，此前没"
            "有经过审核 [request-unaudited]\n"
            "    请核对“audited”；答复应先经审核。（惠府办函〔2018〕157号 机制一；政府信"
            "息公开条例第四十五条）",
        ),
        (
            "internal/requests/2026.yaml:18:14: warning: “sq-1” was answered on 2026-04-2"
            "1 without an audit before [request-unaudited]\n"
            "    Check “audited”; an answer is audited first.（惠府办函〔2018〕157号 机制"
            "一；政府信息公开条例第四十五条）",
        ),
    ),
    Example(
        "answers_are_audited",
        replaced(LEDGER, ("audited: 2026-04-20", "audited: 2026-04-22")),
        (
            "internal/requests/2026.yaml:18:14: warning: “sq-1”在 2026-04-21 答复，此前没"
            "有经过审核 [request-unaudited]\n"
            "    请核对“audited”；答复应先经审核。（惠府办函〔2018〕157号 机制一；政府信"
            "息公开条例第四十五条）",
        ),
        (
            "internal/requests/2026.yaml:18:14: warning: “sq-1” was answered on 2026-04-2"
            "1 without an audit before [request-unaudited]\n"
            "    Check “audited”; an answer is audited first.（惠府办函〔2018〕157号 机制"
            "一；政府信息公开条例第四十五条）",
        ),
    ),
    Example(
        "answers_have_an_outcome",
        replaced(LEDGER, ("    outcome: (三)4\n", "")),
        (
            "internal/requests/2026.yaml:19:14: warning: “sq-1”已经答复，没有写明办理结果"
            "，年度报告统计不到 [request-outcome-missing]\n"
            "    请在“outcome”中写年度报告表三的代码或者名称，如“(三)5”。（惠府办函〔2018"
            "〕157号 机制四；政府信息公开条例第五十条）",
        ),
        (
            "internal/requests/2026.yaml:19:14: warning: “sq-1” was answered and has no o"
            "utcome, so the annual report cannot count it [request-outcome-missing]\n"
            "    Write the code or the words of table 三 in “outcome”, as in “(三)5”.（惠"
            "府办函〔2018〕157号 机制四；政府信息公开条例第五十条）",
        ),
    ),
    Example(
        "answers_have_an_outcome",
        replaced(
            LEDGER,
            ("    registered: 2026-11-09\n", "    registered: 2026-11-09\n    outcome: 予以公开\n"),
        ),
        (
            "internal/requests/2026.yaml:43:14: warning: “sq-2”写明了办理结果，没有答复的"
            "日期 [request-outcome-early]\n"
            "    请补写“replied”；还没有答复的，删去结果。（惠府办函〔2018〕157号 机制二"
            "）",
        ),
        (
            "internal/requests/2026.yaml:43:14: warning: “sq-2” has an outcome and no day"
            " of an answer [request-outcome-early]\n"
            "    Add “replied”; where it is not answered yet, take the outcome out.（惠府"
            "办函〔2018〕157号 机制二）",
        ),
    ),
    Example(
        "offices_are_named",
        replaced(
            LEDGER,
            (
                "    registered: 2026-11-09\n",
                "    registered: 2026-11-09\n    handled_by: 某某人\n",
            ),
        ),
        (
            "internal/requests/2026.yaml:43:17: error: 台账中没有写姓名、联系方式和身份的地方，"
            "这里写的像是这样的内容 [request-person]\n"
            "    请删除这一栏；申请人只写类别。需要联系的，另存在不进入网站目录的地方。"
            "（惠府办函〔2018〕157号 机制一；政府信息公开条例第十五条）",
        ),
        (
            "internal/requests/2026.yaml:43:17: error: the ledger has no place for a name, a"
            " contact or an identity, and this looks like one [request-person]\n"
            "    Delete it; of an applicant only the kind is written. Keep contacts elsewhere,"
            " outside of the site's folder."
            "（惠府办函〔2018〕157号 机制一；政府信息公开条例第十五条）",
        ),
    ),
    Example(
        "outcomes_agree_with_the_days",
        replaced(LEDGER, ("(三)4", "(六)1")),
        (
            "internal/requests/2026.yaml:20:14: warning: “sq-1”的办理结果 (六)1 与经过不"
            "符 [request-outcome-contradicts]\n"
            "    (四)3 须有收到的补正，(六)1 须有告知而没有收到的补正，"
            "没有收到补正的不能是 (一) 至 (四)，(六)2 须有“fee”；请改正其中一处。"
            "（政府信息公开条例第三十条、第四十二条）",
        ),
        (
            "internal/requests/2026.yaml:20:14: warning: the outcome (六)1 of “sq-1” does"
            " not agree with what was done [request-outcome-contradicts]\n"
            "    (四)3 needs a correction that came in, (六)1 one that did not, with which (一) to"
            " (四) do not go, (六)2 a “fee”; correct one of the two.（政府信息公开条例第三十条、"
            "第四十二条）",
        ),
    ),
    Example(
        "outcomes_agree_with_the_days",
        replaced(LEDGER, ("(三)4", "(六)2")),
        (
            "internal/requests/2026.yaml:20:14: warning: “sq-1”的办理结果 (六)2 与经过不"
            "符 [request-outcome-contradicts]\n"
            "    (四)3 须有收到的补正，(六)1 须有告知而没有收到的补正，"
            "没有收到补正的不能是 (一) 至 (四)，(六)2 须有“fee”；请改正其中一处。"
            "（政府信息公开条例第三十条、第四十二条）",
        ),
        (
            "internal/requests/2026.yaml:20:14: warning: the outcome (六)2 of “sq-1” does"
            " not agree with what was done [request-outcome-contradicts]\n"
            "    (四)3 needs a correction that came in, (六)1 one that did not, with which (一) to"
            " (四) do not go, (六)2 a “fee”; correct one of the two.（政府信息公开条例第三十条、"
            "第四十二条）",
        ),
    ),
    Example(
        "outcomes_agree_with_the_days",
        replaced(LEDGER, ("(三)4", "补正后申请内容仍不明确"), (", returned: 2026-03-16", "")),
        (
            "internal/requests/2026.yaml:20:14: warning: “sq-1”的办理结果 (四)3 与经过不"
            "符 [request-outcome-contradicts]\n"
            "    (四)3 须有收到的补正，(六)1 须有告知而没有收到的补正，"
            "没有收到补正的不能是 (一) 至 (四)，(六)2 须有“fee”；请改正其中一处。"
            "（政府信息公开条例第三十条、第四十二条）",
        ),
        (
            "internal/requests/2026.yaml:20:14: warning: the outcome (四)3 of “sq-1” does"
            " not agree with what was done [request-outcome-contradicts]\n"
            "    (四)3 needs a correction that came in, (六)1 one that did not, with which (一) to"
            " (四) do not go, (六)2 a “fee”; correct one of the two.（政府信息公开条例第三十条、"
            "第四十二条）",
        ),
    ),
    Example(
        "third_parties_are_asked",
        replaced(
            LEDGER, ("    third_party:\n      - {asked: 2026-03-18, answered: 2026-03-25}\n", "")
        ),
        (
            "internal/requests/2026.yaml:18:14: information: “sq-1”为保护第三方合法权益不"
            "予公开，没有写明征求过第三方意见 [request-third-party-unasked]\n"
            "    征求过的，补写“third_party”。（政府信息公开条例第三十二条）",
        ),
        (
            "internal/requests/2026.yaml:18:14: information: “sq-1” was refused to protec"
            "t a third party, and nothing says that it was asked [request-third-party-una"
            "sked]\n"
            "    Where it was, add “third_party”.（政府信息公开条例第三十二条）",
        ),
    ),
    Example(
        "refusals_are_talked_over",
        replaced(LEDGER, ("    communicated: 2026-04-22\n", "")),
        (
            "internal/requests/2026.yaml:20:14: information: “sq-1”没有满足申请，没有写明"
            "与申请人沟通过 [request-uncommunicated]\n"
            "    沟通过的，补写“communicated”。（惠府办函〔2018〕157号 机制三）",
        ),
        (
            "internal/requests/2026.yaml:20:14: information: “sq-1” was not met, and noth"
            "ing says that it was talked over with the applicant [request-uncommunicated]"
            "\n"
            "    Where it was, add “communicated”.（惠府办函〔2018〕157号 机制三）",
        ),
    ),
    Example(
        "answered_are_archived",
        replaced(LEDGER, ("    archived: 2026-05-06\n", "")),
        (
            "internal/requests/2026.yaml:19:14: information: “sq-1”在 2026-04-21 已经答复"
            "，还没有归档 [request-unarchived]\n"
            "    归档以后补写“archived”。（惠府办函〔2018〕157号 机制一）",
        ),
        (
            "internal/requests/2026.yaml:19:14: information: “sq-1” was answered on 2026-"
            "04-21 and is not archived [request-unarchived]\n"
            "    Once it is, add “archived”.（惠府办函〔2018〕157号 机制一）",
        ),
    ),
    Example(
        "days_are_in_order",
        replaced(LEDGER, ("registered: 2026-03-03", "registered: 2026-03-01")),
        (
            "internal/requests/2026.yaml:10:17: warning: “sq-1”的登记（2026-03-01）早于接"
            "收（2026-03-02） [request-order]\n"
            "    请核对两个日期。（惠府办函〔2018〕157号 机制一）",
        ),
        (
            "internal/requests/2026.yaml:10:17: warning: “sq-1”: 登记 (2026-03-01) is ear"
            "lier than 接收 (2026-03-02) [request-order]\n"
            "    Check both days.（惠府办函〔2018〕157号 机制一）",
        ),
    ),
    Example(
        "days_are_in_order",
        replaced(
            LEDGER,
            (
                "{asked: 2026-03-18, answered: 2026-03-25}",
                "{asked: 2026-03-18, answered: 2026-03-17}",
            ),
        ),
        (
            "internal/requests/2026.yaml:14:39: warning: “sq-1”的收到意见（2026-03-17）早"
            "于征求第三方意见（2026-03-18） [request-order]\n"
            "    请核对两个日期。（惠府办函〔2018〕157号 机制一）",
        ),
        (
            "internal/requests/2026.yaml:14:39: warning: “sq-1”: 收到意见 (2026-03-17) is"
            " earlier than 征求第三方意见 (2026-03-18) [request-order]\n"
            "    Check both days.（惠府办函〔2018〕157号 机制一）",
        ),
    ),
    Example(
        "days_have_come",
        replaced(LEDGER, ("registered: 2026-11-09", "registered: 2026-11-24")),
        (
            "internal/requests/2026.yaml:42:17: warning: “sq-2”的登记日期（2026-11-24）还"
            "没有到 [request-day-ahead]\n"
            "    请核对日期；还没有做的步骤先不写。（惠府办函〔2018〕157号 机制一）",
        ),
        (
            "internal/requests/2026.yaml:42:17: warning: “sq-2”: the day of 登记 (2026-11"
            "-24) lies ahead [request-day-ahead]\n"
            "    Check it; a step that is still to come is not written yet.（惠府办函〔20"
            "18〕157号 机制一）",
        ),
    ),
    Example(
        "who_handled_it_stands_for_it",
        replaced(LEDGER, ("handled_by: ziran-ziyuan", "handled_by: jiaoyu")),
        (
            "internal/requests/2026.yaml:28:21: warning: “sq-1”的第 1 个争议，应诉的不是"
            "承办申请的单位 [dispute-office]\n"
            "    谁承办、谁应诉；写错的请改正“handled_by”。（惠府办函〔2018〕157号 机制五"
            "）",
        ),
        (
            "internal/requests/2026.yaml:28:21: warning: in dispute no. 1 of “sq-1” it is"
            " not who handled the application that stands for it [dispute-office]\n"
            "    Who handles it stands for it; correct “handled_by” if it is wrong.（惠府"
            "办函〔2018〕157号 机制五）",
        ),
    ),
    Example(
        "who_handled_it_stands_for_it",
        replaced(LEDGER, ("        handled_by: ziran-ziyuan\n", "")),
        (
            "internal/requests/2026.yaml:26:9: warning: “sq-1”的第 1 个争议没有写明由谁应"
            "诉 [dispute-office-missing]\n"
            "    请补写“handled_by”。（惠府办函〔2018〕157号 机制五）",
        ),
        (
            "internal/requests/2026.yaml:26:9: warning: dispute no. 1 of “sq-1” does not "
            "name who stands for it [dispute-office-missing]\n"
            "    Add “handled_by”.（惠府办函〔2018〕157号 机制五）",
        ),
    ),
    Example(
        "disputes_are_in_order",
        replaced(LEDGER, ("filed: 2026-05-11", "filed: 2026-04-20")),
        (
            "internal/requests/2026.yaml:27:16: warning: “sq-1”的第 1 个争议在 2026-04-20"
            " 受理，那时还没有答复，期限也没有届满 [dispute-early]\n"
            "    请核对日期。（惠府办函〔2018〕157号 机制五）",
        ),
        (
            "internal/requests/2026.yaml:27:16: warning: dispute no. 1 of “sq-1” was file"
            "d on 2026-04-20, when it was neither answered nor overdue [dispute-early]\n"
            "    Check the days.（惠府办函〔2018〕157号 机制五）",
        ),
    ),
    Example(
        "disputes_are_in_order",
        replaced(
            LEDGER,
            ("closed: 2026-07-06", "closed: 2026-07-21"),
            ("filed: 2026-07-27", "filed: 2026-11-24"),
        ),
        (
            "internal/requests/2026.yaml:31:22: warning: “sq-1”的第 1 个争议，履行（2026-"
            "07-20）早于审结（2026-07-21） [dispute-order]\n"
            "    请核对两个日期。（惠府办函〔2018〕157号 机制五）",
            "internal/requests/2026.yaml:35:16: warning: “sq-1”的第 2 个争议，日期 2026-1"
            "1-24 还没有到 [dispute-ahead]\n"
            "    请核对日期；没有审结的先不写。（惠府办函〔2018〕157号 机制五）",
        ),
        (
            "internal/requests/2026.yaml:31:22: warning: dispute no. 1 of “sq-1”: 履行 (2"
            "026-07-20) is earlier than 审结 (2026-07-21) [dispute-order]\n"
            "    Check both days.（惠府办函〔2018〕157号 机制五）",
            "internal/requests/2026.yaml:35:16: warning: dispute no. 2 of “sq-1”: the day"
            " 2026-11-24 lies ahead [dispute-ahead]\n"
            "    Check it; what has not ended has no day of its end.（惠府办函〔2018〕157"
            "号 机制五）",
        ),
    ),
    Example(
        "disputes_are_in_order",
        replaced(LEDGER, ("closed: 2026-07-06", "closed: 2026-05-10")),
        (
            "internal/requests/2026.yaml:30:17: warning: “sq-1”的第 1 个争议，审结（2026-"
            "05-10）早于受理（2026-05-11） [dispute-order]\n"
            "    请核对两个日期。（惠府办函〔2018〕157号 机制五）",
        ),
        (
            "internal/requests/2026.yaml:30:17: warning: dispute no. 1 of “sq-1”: 审结 (2"
            "026-05-10) is earlier than 受理 (2026-05-11) [dispute-order]\n"
            "    Check both days.（惠府办函〔2018〕157号 机制五）",
        ),
    ),
    Example(
        "disputes_have_route_and_result",
        replaced(LEDGER, ("        route: 复议后起诉\n", "")),
        (
            "internal/requests/2026.yaml:33:9: warning: “sq-1”的第 2 个争议是行政诉讼，没"
            "有写明途径，年度报告统计不到 [dispute-route-missing]\n"
            "    请在“route”中写“直接起诉”或者“复议后起诉”。（惠府办函〔2018〕157号 机制"
            "五；政府信息公开条例第五十条）",
        ),
        (
            "internal/requests/2026.yaml:33:9: warning: dispute no. 2 of “sq-1” is a suit"
            " without a route, so the annual report cannot count it [dispute-route-missin"
            "g]\n"
            "    Write 直接起诉 or 复议后起诉 in “route”.（惠府办函〔2018〕157号 机制五；"
            "政府信息公开条例第五十条）",
        ),
    ),
    Example(
        "disputes_have_route_and_result",
        replaced(LEDGER, ("        result: 结果纠正\n", "")),
        (
            "internal/requests/2026.yaml:26:9: warning: “sq-1”的第 1 个争议，结果和审结日"
            "期只写了一个 [dispute-result]\n"
            "    审结的两个都写，没有审结的都不写。（惠府办函〔2018〕157号 机制五；政府信"
            "息公开条例第五十条）",
        ),
        (
            "internal/requests/2026.yaml:26:9: warning: dispute no. 1 of “sq-1” has one o"
            "f result and day of its end, and not the other [dispute-result]\n"
            "    Write both once it has ended, and neither before.（惠府办函〔2018〕157号"
            " 机制五；政府信息公开条例第五十条）",
        ),
    ),
    Example(
        "corrected_acts_are_put_right",
        replaced(
            LEDGER, ("        complied_on: 2026-07-20\n        rectification: 重新答复\n", "")
        ),
        (
            "internal/requests/2026.yaml:26:9: warning: “sq-1”的第 1 个争议在 2026-07-06 "
            "审结，结果纠正，没有写明履行和整改 [dispute-uncomplied]\n"
            "    履行以后补写“complied_on”，整改以后补写“rectification”。（惠府办函〔2018"
            "〕157号 机制五）",
        ),
        (
            "internal/requests/2026.yaml:26:9: warning: dispute no. 1 of “sq-1” ended on "
            "2026-07-06 with a correction; neither compliance nor rectification is record"
            "ed [dispute-uncomplied]\n"
            "    Once done, add “complied_on” or “rectification”.（惠府办函〔2018〕157号 "
            "机制五）",
        ),
    ),
    Example(
        "often_requested_are_opened",
        {
            "catalogue/entries/dangan.yaml": entry("dangan", method="依申请公开"),
            "internal/requests/2026-05.yaml": listed(
                "requests",
                *(REQUESTED.format(n, code) for n, code in enumerate(("(一)", "(四)1", "(一)"))),
            ),
        },
        (
            "catalogue/entries/dangan.yaml:9:9: information: “dangan”被申请 3 次，其中 2 次予"
            "以公开或者部分公开，仍是依申请公开 [request-often]\n"
            "    可以公开的，把“method”改为主动公开，用 gongkai adjust 记录调整；有文件的，写"
            "它的“attribute_history”。（惠府办函〔2018〕157号 机制四；政府信息公开条例第四十四条）",
        ),
        (
            "catalogue/entries/dangan.yaml:9:9: information: “dangan” was asked for 3 times and"
            " granted 2 times, and is still public on request alone [request-often]\n"
            "    Where it may be open, publish it: change “method” and record that with gongkai"
            " adjust; for a document, write its “attribute_history”.（惠府办函〔2018〕157号 机制"
            "四；政府信息公开条例第四十四条）",
        ),
    ),
    Example(
        "reports_agree_with_the_ledger",
        {
            "catalogue/reports/2025.yaml": report(
                "2025-jiaoyu",
                year="2025",
                published="2026-01-20",
                third="{{一: {0}, (一): {0}, (七): {0}}}".format("[1, 0, 0, 0, 0, 0, 1]"),
                fourth="{行政复议: [1, 0, 0, 0, 1]}",
            ),
            "internal/requests/2025.yaml": REQUESTED.format(9, "(一)")
            .replace("2026-", "2025-")
            .replace("entry: dangan\n", ""),
        },
        (
            "catalogue/reports/2025.yaml:8:7: warning"
            ": 表四“行政复议”行“总计”列是 1，台账算出 0 [report-ledger]\n"
            "    请核对台账和报告；报告写错的改正并说明，"
            "台账漏记的补记。（国办公开办函〔2021〕30号）",
            "catalogue/reports/2025.yaml:8:7: warning:"
            " 表四“行政复议”行“结果维持”列是 1，台账算出 0 [report-ledger]\n"
            "    请核对台账和报告；报告写错的改正并说明，"
            "台账漏记的补记。（国办公开办函〔2021〕30号）",
        ),
        (
            "catalogue/reports/2025.yaml:8:7: warning: table 四, row “行政"
            "复议”, column “总计” says 1; the ledger gives 0 [report-ledger]\n"
            "    Check both; mend the report and say so, or a"
            "dd to the ledger what it lacks.（国办公开办函〔2021〕30号）",
            "catalogue/reports/2025.yaml:8:7: warning: table 四, row “行政复"
            "议”, column “结果维持” says 1; the ledger gives 0 [report-ledger]\n"
            "    Check both; mend the report and say so, or a"
            "dd to the ledger what it lacks.（国办公开办函〔2021〕30号）",
        ),
    ),
)
