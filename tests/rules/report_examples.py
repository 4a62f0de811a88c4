"""Every rule of the yearly reports with what breaks it, and all that is said."""

from __future__ import annotations

from .example import Example

P = "catalogue/reports/r.yaml"
S = "catalogue/reports/s.yaml"
NEXT = "catalogue/reports/2025-jiaoyu.yaml"


def parts(*left_out: str) -> str:
    """Return the parts of a report but those left out."""
    return "parts:\n" + "".join(f"  {one}: 无\n" for one in "一二三四五六" if one not in left_out)


def report(
    id: str = "2024-jiaoyu",
    *,
    second: str = "{}",
    third: str = "{}",
    fourth: str = "{}",
    published: str = "2025-01-20",
    year: str = "2024",
    unit: str = "jiaoyu",
    body: str = "",
) -> str:
    """Return a report in order, but for what differs."""
    return (
        f"id: {id}\nyear: {year}\nunit: {unit}\npublished: {published}\ntables:\n  二: {second}\n"
        f"  三: {third}\n  四: {fourth}\n{body or parts()}"
    )


GOOD_NEXT = {NEXT: report("2025-jiaoyu", year="2025", published="2026-01-20")}

EXAMPLES = (
    Example(
        "reports_are_named_by_year_and_unit",
        GOOD_NEXT | {P: report("a"), S: report()},
        (
            "catalogue/reports/r.yaml:1:5: error: 年度报告的编号应为“2024-jiaoyu” [report"
            "-id]\n"
            "    编号由年度和单位编号组成。",
            "catalogue/reports/s.yaml:1:1: error: 2024 年“示范市教育局”的年度报告已经登记"
            "为“a” [report-repeated]\n"
            "    一个单位一年一份，请删去一份。（国办公开办函〔2021〕30号）",
        ),
        (
            "catalogue/reports/r.yaml:1:5: error: the id of a report is its year and unit"
            ": “2024-jiaoyu” [report-id]\n"
            "    Mend “id”, “year” or “unit”.",
            "catalogue/reports/s.yaml:1:1: error: the report of “示范市教育局” for 2024 i"
            "s registered as “a” already [report-repeated]\n"
            "    Remove one of them.（国办公开办函〔2021〕30号）",
        ),
    ),
    Example(
        "reports_keep_the_form",
        GOOD_NEXT
        | {
            P: report(
                second="{规章: [1, 2]}",
                third="{(八): [1], (一): [0, 0, 0, 0, 0, 0, 0], 予以公开: [0, 0, 0, 0, 0, 0, 0]}",
                fourth="{行政复议: [0, 0, 0, 0, 0]}",
                body=parts("二", "六"),
            )
        },
        (
            "catalogue/reports/r.yaml:1:1: warning: 年度报告缺“二、六” [report-part-missi"
            "ng]\n"
            "    六个部分：一、总体情况，二、主动公开，三、申请，四、复议诉讼，五、问题和"
            "改进，六、其他；没有的写“无”。（国办公开办函〔2021〕30号）",
            "catalogue/reports/r.yaml:6:7: error: 表二的“规章”行有 2 个数字，应为 3 个 [r"
            "eport-width]\n"
            "    依次是：本年制发件数、本年废止件数、现行有效件数；没有的写 0。（国办公开"
            "办函〔2021〕30号）",
            "catalogue/reports/r.yaml:7:7: error: 表三没有“(八)”这一行 [report-row]\n"
            "    行的写法：一、二、(一)、(二)、(三)1、(三)2、(三)3、(三)4、(三)5、(三)6、"
            "(三)7、(三)8、(四)1、(四)2、(四)3、(五)1、(五)2、(五)3、(五)4、(五)5、(六)1"
            "、(六)2、(六)3、(七)、四。（国办公开办函〔2021〕30号）",
            "catalogue/reports/r.yaml:7:45: error: 表三的“予以公开”行写了两次 [report-row"
            "-twice]\n"
            "    请合为一行。（国办公开办函〔2021〕30号）",
        ),
        (
            "catalogue/reports/r.yaml:1:1: warning: the report lacks the parts 二、六 [re"
            "port-part-missing]\n"
            "    Write all six parts under “parts”; where there is nothing, say so.（国办"
            "公开办函〔2021〕30号）",
            "catalogue/reports/r.yaml:6:7: error: row “规章” of table 二 has 2 figures an"
            "d should have 3 [report-width]\n"
            "    In this order: 本年制发件数、本年废止件数、现行有效件数; nothing is 0.（"
            "国办公开办函〔2021〕30号）",
            "catalogue/reports/r.yaml:7:7: error: table 三 has no row “(八)” [report-row]"
            "\n"
            "    Its rows: 一、二、(一)、(二)、(三)1、(三)2、(三)3、(三)4、(三)5、(三)6、"
            "(三)7、(三)8、(四)1、(四)2、(四)3、(五)1、(五)2、(五)3、(五)4、(五)5、(六)1"
            "、(六)2、(六)3、(七)、四.（国办公开办函〔2021〕30号）",
            "catalogue/reports/r.yaml:7:45: error: row “予以公开” of table 三 is given tw"
            "ice [report-row-twice]\n"
            "    Keep one of them.（国办公开办函〔2021〕30号）",
        ),
    ),
    Example(
        "reports_add_up",
        GOOD_NEXT
        | {
            P: report(
                third="{一: [5, 0, 0, 0, 0, 1, 6], (一): [4, 0, 0, 0, 0, 1, 5],"
                " （三）4: [2, 0, 0, 0, 0, 0, 1], (七): [5, 0, 0, 0, 0, 1, 6]}",
                fourth="{行政复议: [1, 0, /, '', 2]}",
            )
        },
        (
            "catalogue/reports/r.yaml:7:61: error: 表三“(七)”行“自然人”列是 5，按“（七）"
            "等于（一）至（六）之和”应为 6 [report-sum]\n"
            "    只错一格的，错在“(三)4 自然人”。请对照台账改正；各列不平的报告不能公布。"
            "（国办公开办函〔2021〕30号）",
            "catalogue/reports/r.yaml:7:61: error: 表三“(三)4”行“总计”列是 1，按“总计等于"
            "各类申请人之和”应为 2 [report-sum]\n"
            "    只错一格的，错在“(三)4 自然人”。请对照台账改正；各列不平的报告不能公布。"
            "（国办公开办函〔2021〕30号）",
            "catalogue/reports/r.yaml:8:7: error: 表四“行政复议”行“总计”列是 2，按“总计等"
            "于各项结果之和”应为 1 [report-sum]\n"
            "    请对照台账改正；各列不平的报告不能公布。（国办公开办函〔2021〕30号）",
        ),
        (
            "catalogue/reports/r.yaml:7:61: error: table 三, row “(七)”, column “自然人” "
            "says 5; by “（七）等于（一）至（六）之和” it should be 6 [report-sum]\n"
            "    If one cell alone is wrong, it is “(三)4 自然人”. Mend it by the ledger;"
            " a report that does not balance is not published.（国办公开办函〔2021〕30号"
            "）",
            "catalogue/reports/r.yaml:7:61: error: table 三, row “(三)4”, column “总计” s"
            "ays 1; by “总计等于各类申请人之和” it should be 2 [report-sum]\n"
            "    If one cell alone is wrong, it is “(三)4 自然人”. Mend it by the ledger;"
            " a report that does not balance is not published.（国办公开办函〔2021〕30号"
            "）",
            "catalogue/reports/r.yaml:8:7: error: table 四, row “行政复议”, column “总计”"
            " says 2; by “总计等于各项结果之和” it should be 1 [report-sum]\n"
            "    Mend it by the ledger; a report that does not balance is not published."
            "（国办公开办函〔2021〕30号）",
        ),
    ),
    Example(
        "reports_carry_over",
        {
            P: report(third="{一: [3, 0, 0, 0, 0, 0, 3], 四: [3, 0, 0, 0, 0, 0, 3]}"),
            NEXT: report(
                "2025-jiaoyu",
                year="2025",
                published="2026-01-20",
                third="{二: [2, 0, 0, 0, 0, 0, 2], (一): [2, 0, 0, 0, 0, 0, 2],"
                " (七): [2, 0, 0, 0, 0, 0, 2]}",
            ),
        },
        (
            "catalogue/reports/2025-jiaoyu.yaml:6:3: warning: 表三“二”行“总计”列是 2，上"
            "一年度的报告结转 3 [report-carried]\n"
            "    请核对两年的报告；更正过上一年度的，在“六”说明。（国办公开办函〔2021〕30"
            "号）",
            "catalogue/reports/2025-jiaoyu.yaml:6:3: warning: 表三“二”行“自然人”列是 2，"
            "上一年度的报告结转 3 [report-carried]\n"
            "    请核对两年的报告；更正过上一年度的，在“六”说明。（国办公开办函〔2021〕30"
            "号）",
        ),
        (
            "catalogue/reports/2025-jiaoyu.yaml:6:3: warning: column “总计” took over 2 f"
            "rom the year before, whose report left 3 [report-carried]\n"
            "    Check both reports; if the earlier was corrected, say so in the last par"
            "t.（国办公开办函〔2021〕30号）",
            "catalogue/reports/2025-jiaoyu.yaml:6:3: warning: column “自然人” took over 2"
            " from the year before, whose report left 3 [report-carried]\n"
            "    Check both reports; if the earlier was corrected, say so in the last par"
            "t.（国办公开办函〔2021〕30号）",
        ),
    ),
    Example(
        "reports_are_published_in_time",
        {
            P: report(published="2025-02-01"),
            S: report(
                "2023-ziran-ziyuan", year="2023", unit="ziran-ziyuan", published="2024-01-31"
            ),
        },
        (
            "catalogue/reports/r.yaml:4:12: warning: 2024 年的年度报告 2025-02-01 才公布"
            "，应在 2025-01-31 前（含当日） [report-late]\n"
            "    日期写错的请改正；确实迟了的，明年提前编制。（政府信息公开条例第四十九条"
            "）",
            "catalogue/units/units.yaml:2:5: warning: “示范市自然资源局”没有 2024 年的年"
            "度报告，应在 2025-01-31 前（含当日）公布 [report-missing]\n"
            "    请编制后在 catalogue/reports/ 登记为 2024-ziran-ziyuan，公布以后写“publi"
            "shed”。（政府信息公开条例第四十九条）",
            "catalogue/units/units.yaml:2:5: warning: “示范市自然资源局”没有 2025 年的年"
            "度报告，应在 2026-01-31 前（含当日）公布 [report-missing]\n"
            "    请编制后在 catalogue/reports/ 登记为 2025-ziran-ziyuan，公布以后写“publi"
            "shed”。（政府信息公开条例第四十九条）",
            "catalogue/units/units.yaml:8:5: warning: “示范市教育局”没有 2025 年的年度报"
            "告，应在 2026-01-31 前（含当日）公布 [report-missing]\n"
            "    请编制后在 catalogue/reports/ 登记为 2025-jiaoyu，公布以后写“published”"
            "。（政府信息公开条例第四十九条）",
        ),
        (
            "catalogue/reports/r.yaml:4:12: warning: the report of 2024 was published on "
            "2025-02-01, due on 2025-01-31 [report-late]\n"
            "    Mend a wrong day; what was late stays so.（政府信息公开条例第四十九条）",
            "catalogue/units/units.yaml:2:5: warning: “示范市自然资源局” has no report of"
            " 2024, due on 2025-01-31 [report-missing]\n"
            "    Register it in catalogue/reports/ as 2024-ziran-ziyuan, with “published”"
            " once it is out.（政府信息公开条例第四十九条）",
            "catalogue/units/units.yaml:2:5: warning: “示范市自然资源局” has no report of"
            " 2025, due on 2026-01-31 [report-missing]\n"
            "    Register it in catalogue/reports/ as 2025-ziran-ziyuan, with “published”"
            " once it is out.（政府信息公开条例第四十九条）",
            "catalogue/units/units.yaml:8:5: warning: “示范市教育局” has no report of 202"
            "5, due on 2026-01-31 [report-missing]\n"
            "    Register it in catalogue/reports/ as 2025-jiaoyu, with “published” once "
            "it is out.（政府信息公开条例第四十九条）",
        ),
    ),
)
