"""What is said of the yearly reports (政府信息公开工作年度报告)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.words.rows import ERROR, WARNING, Words

_FORM = "国办公开办函〔2021〕30号"
_LAW = "政府信息公开条例第四十九条"

REPORTS: Mapping[str, Words] = MappingProxyType({
    "report-id": Words(
        ERROR,
        "年度报告的编号应为“{needed}”",
        "编号由年度和单位编号组成。",
        "the id of a report is its year and unit: “{needed}”",
        "Mend “id”, “year” or “unit”.",
    ),
    "report-repeated": Words(
        ERROR,
        "{year} 年“{unit}”的年度报告已经登记为“{other}”",
        "一个单位一年一份，请删去一份。",
        "the report of “{unit}” for {year} is registered as “{other}” already",
        "Remove one of them.",
        _FORM,
    ),
    "report-row": Words(
        ERROR,
        "表{table}没有“{row}”这一行",
        "行的写法：{known}。",
        "table {table} has no row “{row}”",
        "Its rows: {known}.",
        _FORM,
    ),
    "report-row-twice": Words(
        ERROR,
        "表{table}的“{row}”行写了两次",
        "请合为一行。",
        "row “{row}” of table {table} is given twice",
        "Keep one of them.",
        _FORM,
    ),
    "report-width": Words(
        ERROR,
        "表{table}的“{row}”行有 {count} 个数字，应为 {width} 个",
        "依次是：{known}；没有的写 0。",
        "row “{row}” of table {table} has {count} {count:figure|figures} and should have {width}",
        "In this order: {known}; nothing is 0.",
        _FORM,
    ),
    "report-sum": Words(
        ERROR,
        "表{table}“{row}”行“{column}”列是 {said}，按“{law}”应为 {should}",
        "{suspect_zh}请对照台账改正；各列不平的报告不能公布。",
        "table {table}, row “{row}”, column “{column}” says {said}; by “{law}” it should be"
        " {should}",
        "{suspect_en}Mend it by the ledger; a report that does not balance is not published.",
        _FORM,
    ),
    "report-carried": Words(
        WARNING,
        "表三“二”行“{column}”列是 {said}，上一年度的报告结转 {should}",
        "请核对两年的报告；更正过上一年度的，在“六”说明。",
        "column “{column}” took over {said} from the year before, whose report left {should}",
        "Check both reports; if the earlier was corrected, say so in the last part.",
        _FORM,
    ),
    "report-part-missing": Words(
        WARNING,
        "年度报告缺“{names}”",
        "六个部分：一、总体情况，二、主动公开，三、申请，四、复议诉讼，五、问题和改进，六、其他；"
        "没有的写“无”。",
        "the report lacks the parts {names}",
        "Write all six parts under “parts”; where there is nothing, say so.",
        _FORM,
    ),
    "report-late": Words(
        WARNING,
        "{year} 年的年度报告 {day} 才公布，应在 {due} 前（含当日）",
        "日期写错的请改正；确实迟了的，明年提前编制。",
        "the report of {year} was published on {day}, due on {due}",
        "Mend a wrong day; what was late stays so.",
        _LAW,
    ),
    "report-missing": Words(
        WARNING,
        "“{unit}”没有 {year} 年的年度报告，应在 {due} 前（含当日）公布",
        "请编制后在 catalogue/reports/ 登记为 {year}-{id}，公布以后写“published”。",
        "“{unit}” has no report of {year}, due on {due}",
        "Register it in catalogue/reports/ as {year}-{id}, with “published” once it is out.",
        _LAW,
    ),
})  # fmt: skip
