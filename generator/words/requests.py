"""What is said of the ledger of applications: ids, days and steps, nothing of who applied."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.words.rows import ERROR, INFORMATION, WARNING, Words

_RULE = "惠府办函〔2018〕157号 机制"
_ORDER = "政府信息公开条例"
_FORM = "国办公开办函〔2021〕30号"

REQUESTS: Mapping[str, Words] = MappingProxyType({
    # -- persons -----------------------------------------------------------------------------
    "request-person": Words(
        ERROR, "台账中没有写姓名、联系方式和身份的地方，这里写的像是这样的内容",
        "请删除这一栏；申请人只写类别。需要联系的，另存在不进入网站目录的地方。",
        "the ledger has no place for a name, a contact or an identity, and this looks like one",
        "Delete it; of an applicant only the kind is written. Keep contacts elsewhere, outside of"
        " the site's folder.",
        f"{_RULE}一；{_ORDER}第十五条",
    ),
    "request-person-number": Words(
        ERROR, "台账中写有{kind}", "请删除；写在注释里和文件名里也一样。",
        "the ledger holds {kind}", "Delete it; a comment or a file's name is no better.",
        f"{_RULE}一；{_ORDER}第十五条",
    ),
    "request-person-number-perhaps": Words(
        WARNING, "台账中写有像是{kind}的数字，但不能肯定", "请核对；是的请删除。",
        "the ledger holds what looks like {kind}, but may be none",
        "Look at it; if it is one, delete it.",
        f"{_RULE}一；{_ORDER}第十五条",
    ),
    # -- the six steps -----------------------------------------------------------------------
    "request-channel-unconfirmed": Words(
        WARNING, "“{id}”由互联网或者传真收到，没有写明与申请人确认的日期，期限无从起算",
        "确认以后在“confirmed”中写明日期。",
        "“{id}” came in by internet or fax and names no day of confirmation; its clock has no"
        " start",
        "Once both sides have confirmed it, add “confirmed”.", f"{_ORDER}第三十一条",
    ),
    "request-unregistered": Words(
        WARNING, "“{id}”已经答复，没有登记的日期", "请补写“registered”。",
        "“{id}” was answered and never registered", "Add “registered”.", f"{_RULE}一",
    ),
    "request-correction-late": Words(
        WARNING, "“{id}”在 {day} 才告知补正，最迟应在 {last}", "请核对日期；确实迟了的，查明原因。",
        "the correction of “{id}” was asked for on {day}, later than {last}",
        "Check the day; if it was late, find out why.", f"{_ORDER}第三十条",
    ),
    "request-correction-repeated": Words(
        WARNING, "“{id}”告知补正不止一次", "补正应当一次性告知；重复登记的请删除。",
        "a correction of “{id}” was asked for more than once",
        "It is asked for once, for all of it; delete what is listed twice.",
        f"{_ORDER}第三十条",
    ),
    "request-extension-unconsented": Words(
        WARNING, "“{id}”延长答复期限，没有写明公开工作机构负责人同意",
        "经过同意的，在“extension”中写明 consented: yes。",
        "the term of “{id}” was extended and nothing says that the head of the openness office"
        " agreed",
        "Where that was so, write consented: yes in “extension”.", f"{_ORDER}第三十三条",
    ),
    "request-extension-unnoticed": Words(
        WARNING, "“{id}”延长答复期限，没有写明哪天告知申请人，期限不因此延长",
        "告知以后在“extension”中写明“on”。",
        "the term of “{id}” was extended and no day says when the applicant was told; it does not"
        " count",
        "Once that is done, add “on” to “extension”.", f"{_ORDER}第三十三条",
    ),
    "request-extension-late": Words(
        WARNING, "“{id}”在 {day} 才告知延期，期限已于 {last} 届满，不因此延长",
        "请核对日期；确实迟了的，查明原因。",
        "the extension of “{id}” was told on {day}, when the term had ended on {last}; it does not"
        " count",
        "Check the day; if it was late, find out why.", f"{_ORDER}第三十三条",
    ),
    "request-extension-long": Words(
        WARNING, "“{id}”延长 {days} 个工作日，最多延长 {most} 个", "请核对；多出的不计。",
        "“{id}” was extended by {days} working days, of which {most} are allowed",
        "Check it; what is more does not count.", f"{_ORDER}第三十三条",
    ),
    "request-late": Words(
        WARNING, "“{id}”在 {day} 答复，迟于期限 {last}",
        "请核对日期和补正、征求意见、延期；确实迟了的，查明原因。",
        "“{id}” was answered on {day}, later than {last}",
        "Check the days of corrections, consultations and the extension; if it was late, find out"
        " why.",
        f"{_RULE}二；{_ORDER}第三十三条",
    ),
    "request-overdue": Words(
        WARNING, "“{id}”的答复期限 {last} 已过，还没有答复",
        "请尽快答复；已经答复的补写“replied”。",
        "“{id}” was to be answered by {last} and is not",
        "Answer it; where that is done, add “replied”.", f"{_RULE}二；{_ORDER}第三十三条",
    ),
    "request-unaudited": Words(
        WARNING, "“{id}”在 {day} 答复，此前没有经过审核", "请核对“audited”；答复应先经审核。",
        "“{id}” was answered on {day} without an audit before",
        "Check “audited”; an answer is audited first.", f"{_RULE}一；{_ORDER}第四十五条",
    ),
    "request-outcome-missing": Words(
        WARNING, "“{id}”已经答复，没有写明办理结果，年度报告统计不到",
        "请在“outcome”中写年度报告表三的代码或者名称，如“(三)5”。",
        "“{id}” was answered and has no outcome, so the annual report cannot count it",
        "Write the code or the words of table 三 in “outcome”, as in “(三)5”.",
        f"{_RULE}四；{_ORDER}第五十条",
    ),
    "request-outcome-early": Words(
        WARNING, "“{id}”写明了办理结果，没有答复的日期",
        "请补写“replied”；还没有答复的，删去结果。",
        "“{id}” has an outcome and no day of an answer",
        "Add “replied”; where it is not answered yet, take the outcome out.", f"{_RULE}二",
    ),
    "request-outcome-contradicts": Words(
        WARNING, "“{id}”的办理结果 {code} 与经过不符",
        "(四)3 须有收到的补正，(六)1 须有告知而没有收到的补正，没有收到补正的不能是 (一) 至 (四)，"
        "(六)2 须有“fee”；请改正其中一处。",
        "the outcome {code} of “{id}” does not agree with what was done",
        "(四)3 needs a correction that came in, (六)1 one that did not, with which (一) to (四)"
        " do not go, (六)2 a “fee”; correct one of the two.",
        f"{_ORDER}第三十条、第四十二条",
    ),
    "request-third-party-unasked": Words(
        INFORMATION, "“{id}”为保护第三方合法权益不予公开，没有写明征求过第三方意见",
        "征求过的，补写“third_party”。",
        "“{id}” was refused to protect a third party, and nothing says that it was asked",
        "Where it was, add “third_party”.", f"{_ORDER}第三十二条",
    ),
    "request-uncommunicated": Words(
        INFORMATION, "“{id}”没有满足申请，没有写明与申请人沟通过", "沟通过的，补写“communicated”。",
        "“{id}” was not met, and nothing says that it was talked over with the applicant",
        "Where it was, add “communicated”.", f"{_RULE}三",
    ),
    "request-unarchived": Words(
        INFORMATION, "“{id}”在 {day} 已经答复，还没有归档", "归档以后补写“archived”。",
        "“{id}” was answered on {day} and is not archived", "Once it is, add “archived”.",
        f"{_RULE}一",
    ),
    "request-order": Words(
        WARNING, "“{id}”的{step}（{day}）早于{other}（{other_day}）", "请核对两个日期。",
        "“{id}”: {step} ({day}) is earlier than {other} ({other_day})", "Check both days.",
        f"{_RULE}一",
    ),
    "request-day-ahead": Words(
        WARNING, "“{id}”的{step}日期（{day}）还没有到", "请核对日期；还没有做的步骤先不写。",
        "“{id}”: the day of {step} ({day}) lies ahead",
        "Check it; a step that is still to come is not written yet.", f"{_RULE}一",
    ),
    # -- disputes ----------------------------------------------------------------------------
    "dispute-office": Words(
        WARNING, "“{id}”的第 {n} 个争议，应诉的不是承办申请的单位",
        "谁承办、谁应诉；写错的请改正“handled_by”。",
        "in dispute no. {n} of “{id}” it is not who handled the application that stands for it",
        "Who handles it stands for it; correct “handled_by” if it is wrong.", f"{_RULE}五",
    ),
    "dispute-office-missing": Words(
        WARNING, "“{id}”的第 {n} 个争议没有写明由谁应诉", "请补写“handled_by”。",
        "dispute no. {n} of “{id}” does not name who stands for it", "Add “handled_by”.",
        f"{_RULE}五",
    ),
    "dispute-early": Words(
        WARNING, "“{id}”的第 {n} 个争议在 {day} 受理，那时还没有答复，期限也没有届满",
        "请核对日期。",
        "dispute no. {n} of “{id}” was filed on {day}, when it was neither answered nor overdue",
        "Check the days.", f"{_RULE}五",
    ),
    "dispute-order": Words(
        WARNING, "“{id}”的第 {n} 个争议，{step}（{day}）早于{other}（{other_day}）",
        "请核对两个日期。",
        "dispute no. {n} of “{id}”: {step} ({day}) is earlier than {other} ({other_day})",
        "Check both days.", f"{_RULE}五",
    ),
    "dispute-ahead": Words(
        WARNING, "“{id}”的第 {n} 个争议，日期 {day} 还没有到", "请核对日期；没有审结的先不写。",
        "dispute no. {n} of “{id}”: the day {day} lies ahead",
        "Check it; what has not ended has no day of its end.", f"{_RULE}五",
    ),
    "dispute-route-missing": Words(
        WARNING, "“{id}”的第 {n} 个争议是行政诉讼，没有写明途径，年度报告统计不到",
        "请在“route”中写“直接起诉”或者“复议后起诉”。",
        "dispute no. {n} of “{id}” is a suit without a route, so the annual report cannot count it",
        "Write 直接起诉 or 复议后起诉 in “route”.", f"{_RULE}五；{_ORDER}第五十条",
    ),
    "dispute-result": Words(
        WARNING, "“{id}”的第 {n} 个争议，结果和审结日期只写了一个",
        "审结的两个都写，没有审结的都不写。",
        "dispute no. {n} of “{id}” has one of result and day of its end, and not the other",
        "Write both once it has ended, and neither before.", f"{_RULE}五；{_ORDER}第五十条",
    ),
    "dispute-uncomplied": Words(
        WARNING, "“{id}”的第 {n} 个争议在 {day} 审结，结果纠正，没有写明履行和整改",
        "履行以后补写“complied_on”，整改以后补写“rectification”。",
        "dispute no. {n} of “{id}” ended on {day} with a correction; neither compliance nor"
        " rectification is recorded",
        "Once done, add “complied_on” or “rectification”.", f"{_RULE}五",
    ),
    # -- what can be opened ------------------------------------------------------------------
    "request-often": Words(
        INFORMATION,
        "“{id}”被申请 {asked} 次，其中 {granted} 次予以公开或者部分公开，仍是依申请公开",
        "可以公开的，把“method”改为主动公开，用 gongkai adjust 记录调整；有文件的，写它的"
        "“attribute_history”。",
        "“{id}” was asked for {asked} {asked:time|times} and granted {granted}"
        " {granted:time|times}, and is still public on request alone",
        "Where it may be open, publish it: change “method” and record that with gongkai adjust; for"
        " a document, write its “attribute_history”.",
        f"{_RULE}四；{_ORDER}第四十四条",
    ),
    # -- the list ----------------------------------------------------------------------------
    # -- the yearly report -------------------------------------------------------------------
    "report-ledger": Words(
        WARNING, "表{table}“{row}”行“{column}”列是 {said}，台账算出 {should}",
        "请核对台账和报告；报告写错的改正并说明，台账漏记的补记。",
        "table {table}, row “{row}”, column “{column}” says {said}; the ledger gives {should}",
        "Check both; mend the report and say so, or add to the ledger what it lacks.",
        _FORM,
    ),
    "report-year-open": Words(
        ERROR, "{day} 时 {year} 年还没有过完，不能编制这一年的报告",
        "请在年度结束以后编制；数据截至日由 config.yaml 的“as_of”或者 --as-of 决定。",
        "the year {year} is not over on {day}, so its report cannot be made",
        "Make it when the year is over; “as_of” in config.yaml or --as-of sets the day.",
        _FORM,
    ),
    "report-year-ahead": Words(
        ERROR, "{day} 时 {year} 年还没有到",
        "请写已经到了的年度；数据截至日由 config.yaml 的“as_of”或者 --as-of 决定。",
        "the year {year} has not come on {day}",
        "Name a year that has; “as_of” in config.yaml or --as-of sets the day.",
    ),
    "report-before": Words(
        ERROR, "台账从 {first} 年开始，算不出 {year} 年的表格",
        "请把这一年的申请补记到 internal/requests/，或者照纸质材料填写报告。",
        "the ledger begins in {first} and cannot give the tables of {year}",
        "Add the applications of that year to internal/requests/, or write the report by hand.",
    ),
    "report-nothing": Words(
        ERROR, "台账中还没有申请，算不出年度报告的表格",
        "请把申请登记在 internal/requests/ 中。",
        "the ledger holds no application, so there is nothing to report",
        "Register applications in internal/requests/.",
    ),
    "report-empty": Words(
        ERROR, "台账中没有 {year} 年收到、结转或者答复的申请",
        "那一年的申请登记以后再编制；确实一件也没有的，手工写零。",
        "the ledger holds no application that came in, was carried over or answered in {year}",
        "Register that year's applications first; where there were none, write the zeros by hand.",
    ),
    "report-uncounted": Words(
        ERROR, "“{id}”没有写全统计需要的内容，年度报告的表格算不出",
        "已经答复的写“outcome”，诉讼写“route”，已经审结的写“result”。",
        "“{id}” lacks what the tables of the yearly report count by",
        "Add “outcome” to what was answered, “route” to a suit, “result” to what was closed.",
    ),
    "report-government": Words(
        ERROR, "没有名称是“{organ}”的单位，不知道报告是哪个单位的",
        "请在 catalogue/units/ 中登记，或者用 --unit 写明单位编号。",
        "no unit is called “{organ}”, so it is not known whose report this is",
        "Register it in catalogue/units/, or name a unit with --unit.",
    ),
    "requests-unit": Words(
        ERROR, "没有编号为“{id}”的单位", "请核对 --unit 后的单位编号。",
        "there is no unit “{id}”", "Check the id behind --unit.",
    ),
})  # fmt: skip
