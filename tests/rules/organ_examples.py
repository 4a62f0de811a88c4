"""Every rule of coverage and of the duties of organs with what breaks it, and all that is said."""

from __future__ import annotations

from ..conftest import CONFIG, UNITS, entry, listed
from .example import Example

A = "catalogue/entries/a.yaml"
U = "catalogue/units/units.yaml"
K = "catalogue/keypoints/a.yaml"
E = "catalogue/evaluations/a.yaml"
ORGANS = "organs: {source: 示府〔2018〕10号, key_points_month: 4, evaluation_days: 30}\n"
_ONE = "（惠府办函〔2018〕157号 规程四（一））"
_ALL = "（惠府办函〔2018〕157号 规程四）"
_THREE = "（惠府办函〔2018〕157号 规程四（三））"
_SOURCES = "（惠府办函〔2018〕157号 规程三（一））"

EXAMPLES = (
    Example(
        "duties_have_entries",
        {
            "catalogue/duties/b.yaml": "duties:\n"
            "  - {id: d-b, list: 权责清单, name: 规划许可, unit: ziran-ziyuan}\n"
            "  - {id: d-c, list: 公共服务事项清单, name: 地图服务, unit: ziran-ziyuan}\n"
            "  - {id: d-d, list: 公共服务事项清单, name: 热线}\n"
        },
        (
            "catalogue/duties/b.yaml:2:5: warning: “示范市自然资源局”有 2 项职责还没有梳理出"
            "公开事项：规划许可、地图服务 [duty-uncovered]\n"
            f"    请补充事项，在事项的“duties”写明来源；不再承担的职责请写“ended”。{_SOURCES}",
            "catalogue/duties/b.yaml:4:5: warning: “未写明单位”有 1 项职责还没有梳理出公开事项："
            "热线 [duty-uncovered]\n"
            f"    请补充事项，在事项的“duties”写明来源；不再承担的职责请写“ended”。{_SOURCES}",
        ),
        (
            "catalogue/duties/b.yaml:2:5: warning: no item derives from 2 of the duties of "
            "“示范市自然资源局”: 规划许可、地图服务 [duty-uncovered]\n"
            f"    Add items that name them under “duties”, or end the duties.{_SOURCES}",
            "catalogue/duties/b.yaml:4:5: warning: no item derives from 1 of the duties of "
            "“未写明单位”: 热线 [duty-uncovered]\n"
            f"    Add items that name them under “duties”, or end the duties.{_SOURCES}",
        ),
    ),
    Example(
        "entries_name_a_duty",
        {
            A: "entries:\n"
            + "".join(
                f"  - {{id: e-{n}, name: 公告{n}, field: zhengdi, category: [决策], content: [a],"
                " basis: [土地管理法], subject: [ziran-ziyuan], time_limit: 及时, method: 主动公开,"
                " channels: [政府网站], audience: 全社会, level: [县级]}\n"
                for n in range(4)
            )
        },
        (
            f"{A}:2:5: warning: 领域“征地补偿”有 4 项事项没有写明来源：公告0、公告1、公告2等 "
            "[entry-source-missing]\n"
            f"    请在“duties”写明出自权责清单或者公共服务事项清单的哪一项。{_SOURCES}",
        ),
        (
            f"{A}:2:5: warning: 4 items of the field “征地补偿” name no duty that they "
            "derive from: 公告0、公告1、公告2等 [entry-source-missing]\n"
            f"    Name the item of the lists of powers or services under “duties”.{_SOURCES}",
        ),
    ),
    Example(
        "duty_lists_are_registered",
        {
            "catalogue/duties/duties.yaml": "",
            "catalogue/entries/zhengdi.yaml": entry("gonggao", duties=None),
            "catalogue/entries/jiaoyu.yaml": entry("zhao", field="yiwu-jiaoyu", duties=None),
            "catalogue/entries/others.yaml": listed(
                "entries",
                *(
                    entry(f"e-{field}", field=field, duties=None)
                    for field in ("chaiqian", "zhufang", "weifang", "fupin", "jiaoyi")
                ),
            ),
        },
        (
            "catalogue/duties: warning: 还没有登记权责清单和公共服务事项清单，事项没有来源 "
            "[duty-lists-missing]\n"
            f"    请在 catalogue/duties/ 中登记，再在事项的“duties”写明来源。{_SOURCES}",
        ),
        (
            "catalogue/duties: warning: neither list of powers or services is registered, so items "
            "derive from nothing [duty-lists-missing]\n"
            "    Register them in catalogue/duties/ and name them under “duties” of the items."
            f"{_SOURCES}",
        ),
    ),
    Example(
        "counties_have_coordination",
        {
            "catalogue/units/a.yaml": "units:\n"
            "  - {id: xian, name: 甲县人民政府, level: 县级, leader: 副县长, office: 办公室,"
            " phone: 0000-0000003}\n"
            "  - {id: ju, name: 甲县教育局, level: 县级, kind: 工作部门, leader: 副局长,"
            " office: 办公室, phone: 0000-0000004}\n"
            "  - {id: qu, name: 开发区管理委员会, level: 县级, leader: 副主任, office: 办公室,"
            " phone: 0000-0000005, coordination: 联席会议}\n"
        },
        (
            "catalogue/units/a.yaml:2:5: warning: “甲县人民政府”没有公布政务公开协调机制 "
            f"[unit-coordination-missing]\n    请补写“coordination”。{_ONE}",
        ),
        (
            "catalogue/units/a.yaml:2:5: warning: “甲县人民政府” publishes no mechanism of "
            f"coordination [unit-coordination-missing]\n    Add “coordination”.{_ONE}",
        ),
    ),
    Example(
        "heads_are_briefed_every_year",
        {
            U: UNITS.replace(
                "    phone: 0000-0000001\n",
                "    phone: 0000-0000001\n    briefings:\n"
                "      - {date: 2023-03-01, topic: 汇报}\n"
                "      - {date: 2025-03-01, topic: 汇报}\n",
            ).replace(
                "    phone: 0000-0000002\n", "    phone: 0000-0000002\n    founded: 2025-07-01\n"
            )
        },
        (
            f"{U}:9:7: warning: “示范市自然资源局”主要负责人 2024 年没有听取政务公开工作汇报 "
            "[unit-briefing-missed]\n"
            "    每年至少一次；听取过的请补写“briefings”，那时还没有成立的请补写“founded”。"
            f"{_ONE}",
        ),
        (
            f"{U}:9:7: warning: the head of “示范市自然资源局” heard no report on openness in 2024 "
            "[unit-briefing-missed]\n"
            "    At least once a year: add “briefings”, or “founded” if the unit is younger."
            f"{_ONE}",
        ),
    ),
    Example(
        "every_year_has_key_points",
        {
            "config.yaml": CONFIG + ORGANS,
            K: "keypoints:\n"
            "  - {id: k-1, year: 2023, title: 甲, unit: jiaoyu, done: 2023-05-01,"
            " evidence: [表]}\n"
            "  - {id: k-2, year: 2025, title: 乙, unit: jiaoyu, done: 2025-05-01,"
            " evidence: [表]}\n",
        },
        (
            "catalogue/keypoints: warning: 没有 2024、2026 年的政务公开工作要点 "
            "[keypoints-missing]\n"
            f"    请在 catalogue/keypoints/ 中补充。{_ALL}",
        ),
        (
            "catalogue/keypoints: warning: there are no key points of 2024、2026 "
            f"[keypoints-missing]\n    Add them in catalogue/keypoints/.{_ALL}",
        ),
    ),
    Example(
        "key_points_are_carried_out",
        {
            K: "keypoints:\n"
            "  - {id: k-1, year: 2026, title: 甲, due: 2026-11-22, unit: jiaoyu}\n"
            "  - {id: k-2, year: 2026, title: 乙, unit: jiaoyu, done: 2026-03-01}\n"
            "  - {id: k-3, year: 2026, title: 丙, unit: jiaoyu, due: 2026-11-23}\n"
            "  - {id: k-4, year: 2026, title: 丁, unit: jiaoyu, done: 2026-03-01,"
            " evidence: [{title: 表, on: 2026-12-01}]}\n"
            "  - {id: k-5, year: 2026, title: 戊, unit: jiaoyu, status: 已完成, done: 2026-12-01}\n"
        },
        (
            f"{K}:2:42: warning: 要点“甲”应在 2026-11-22 前完成，还没有完成 [keypoint-overdue]\n"
            f"    完成后请写“done”和佐证“evidence”。{_ALL}",
            f"{K}:3:5: warning: 要点“乙”写为已完成，没有佐证 [keypoint-unproven]\n"
            f"    请在“evidence”写明看得到结果的文件、网址或者说明。{_ALL}",
            f"{K}:5:5: warning: 要点“丁”写为已完成，没有佐证 [keypoint-unproven]\n"
            f"    请在“evidence”写明看得到结果的文件、网址或者说明。{_ALL}",
        ),
        (
            f"{K}:2:42: warning: the key point “甲” was due by 2026-11-22 and is not done "
            f"[keypoint-overdue]\n    Once it is done, add “done” and “evidence”.{_ALL}",
            f"{K}:3:5: warning: the key point “乙” is said to be done, and nothing shows it "
            "[keypoint-unproven]\n"
            f"    Name a document, an address or words under “evidence”.{_ALL}",
            f"{K}:5:5: warning: the key point “丁” is said to be done, and nothing shows it "
            "[keypoint-unproven]\n"
            f"    Name a document, an address or words under “evidence”.{_ALL}",
        ),
    ),
    Example(
        "key_points_agree_with_their_days",
        {
            K: "keypoints:\n"
            "  - {id: k-1, year: 2026, title: 甲, unit: jiaoyu, status: 未开始, done: 2026-03-01,"
            " evidence: [表]}\n"
            "  - {id: k-2, year: 2026, title: 乙, unit: jiaoyu, status: 已完成, evidence: [表]}\n"
            "  - {id: k-3, year: 2026, title: 丙, unit: jiaoyu, done: 2025-12-31,"
            " evidence: [表]}\n"
            "  - {id: k-4, year: 2026, title: 丁, unit: jiaoyu, due: 2027-01-01}\n"
            "  - {id: k-5, year: 2025, title: 戊, unit: jiaoyu, due: 2025-12-31,"
            " done: 2026-01-01, evidence: [表]}\n"
        },
        (
            f"{K}:2:59: error: 要点“甲”写了未开始，又写了完成日期 2026-03-01 "
            f"[keypoint-done-planned]\n    请核对进展和完成日期，改正写错的一个。{_ALL}",
            f"{K}:3:59: warning: 要点“乙”写为已完成，没有写哪天完成 [keypoint-undated]\n"
            f"    请补写“done”，是否晚于时限由它推算。{_ALL}",
            f"{K}:4:57: error: 要点“丙”是 2026 年的，完成日期 2025-12-31 在这一年以前 "
            f"[keypoint-done-early]\n    请核对年度和完成日期。{_ALL}",
            f"{K}:5:56: warning: 要点“丁”是 2026 年的，完成时限 2027-01-01 不在这一年 "
            f"[keypoint-due-year]\n    请核对年度和完成时限；跨年完成的，请分年列出。{_ALL}",
        ),
        (
            f"{K}:2:59: error: the key point “甲” is said not to have begun, and to be done on "
            "2026-03-01 [keypoint-done-planned]\n"
            f"    Check “status” and “done”, and correct the one that is wrong.{_ALL}",
            f"{K}:3:59: warning: the key point “乙” is said to be done, and not on which day "
            f"[keypoint-undated]\n    Add “done”: whether it was in time follows from it.{_ALL}",
            f"{K}:4:57: error: the key point “丙” is of 2026 and done on 2025-12-31, before that "
            f"year [keypoint-done-early]\n    Check “year” and “done”.{_ALL}",
            f"{K}:5:56: warning: the key point “丁” is of 2026 and due on 2027-01-01, in another "
            "year [keypoint-due-year]\n"
            f"    Check “year” and “due”; list what takes longer in each of its years.{_ALL}",
        ),
    ),
    Example(
        "key_points_name_unit_or_basis",
        {
            K: "keypoints:\n"
            "  - {id: k-1, year: 2026, title: 甲}\n"
            "  - {id: k-2, year: 2026, title: 乙, unit: jiaoyu}\n"
            "  - {id: k-3, year: 2026, title: 丙, basis: 年度工作要点}\n"
        },
        (
            f"{K}:2:5: warning: 要点“甲”既没有责任单位，也没有依据 [keypoint-rootless]\n"
            f"    请补写“unit”和“basis”。{_ALL}",
        ),
        (
            f"{K}:2:5: warning: the key point “甲” has neither a unit in charge nor a basis "
            f"[keypoint-rootless]\n    Add “unit” and “basis”.{_ALL}",
        ),
    ),
    Example(
        "evaluations_are_published",
        {
            "config.yaml": CONFIG + ORGANS,
            E: "evaluations:\n"
            "  - {id: v-1, year: 2026, title: 半年考评, held: 2026-10-23}\n"
            "  - {id: v-2, year: 2026, title: 中期评估, held: 2026-10-24}\n",
        },
        (
            f"{E}:2:5: warning: 考评“半年考评”的结果应在 2026-11-22 前公布，还没有公布 "
            f"[evaluation-unpublished]\n    请公布结果，补写“published”。{_THREE}",
        ),
        (
            f"{E}:2:5: warning: the results of “半年考评” were to be published by 2026-11-22"
            f" and are not [evaluation-unpublished]\n    Publish them and add “published”.{_THREE}",
        ),
    ),
    Example(
        "evaluations_go_forward",
        {
            E: "evaluations:\n"
            "  - {id: v-1, year: 2025, held: 2026-01-20, published: 2026-01-19}\n"
            "  - {id: v-2, year: 2025, held: 2024-12-31, published: 2026-01-19}\n"
            "  - {id: v-3, year: 2025, published: 2024-12-31}\n"
            "  - {id: v-4, year: 2025, held: 2025-01-01, published: 2025-01-01}\n"
        },
        (
            f"{E}:2:56: error: “结果公布”在 2026-01-19，早于“考评结束”的 2026-01-20 "
            "[evaluation-order]\n"
            f"    请核对日期：结束以后才公布结果，都不早于所考评的年度。{_THREE}",
            f"{E}:3:33: error: “考评结束”在 2024-12-31，早于“年度开始”的 2025-01-01 "
            "[evaluation-order]\n"
            f"    请核对日期：结束以后才公布结果，都不早于所考评的年度。{_THREE}",
            f"{E}:4:38: error: “结果公布”在 2024-12-31，早于“年度开始”的 2025-01-01 "
            "[evaluation-order]\n"
            f"    请核对日期：结束以后才公布结果，都不早于所考评的年度。{_THREE}",
        ),
        (
            f"{E}:2:56: error: 结果公布 on 2026-01-19 comes before 考评结束 on 2026-01-20 "
            "[evaluation-order]\n"
            "    Check the days: results follow the end, and neither comes before the year."
            f"{_THREE}",
            f"{E}:3:33: error: 考评结束 on 2024-12-31 comes before 年度开始 on 2025-01-01 "
            "[evaluation-order]\n"
            "    Check the days: results follow the end, and neither comes before the year."
            f"{_THREE}",
            f"{E}:4:38: error: 结果公布 on 2024-12-31 comes before 年度开始 on 2025-01-01 "
            "[evaluation-order]\n"
            "    Check the days: results follow the end, and neither comes before the year."
            f"{_THREE}",
        ),
    ),
    Example(
        "consequences_rest_on_figures",
        {
            E: "id: v\nyear: 2025\npublished: 2026-01-05\nunits:\n"
            "  - {unit: jiaoyu, consequence: 表扬}\n"
            "  - {unit: ziran-ziyuan, consequence: 通报批评}\n"
        },
        (
            f"{E}:5:5: warning: 2 个单位有结果运用，没有得分：示范市教育局、示范市自然资源局 "
            "[evaluation-figures-missing]\n"
            f"    表扬、通报批评须有得分为据，请补写“scores”。{_THREE}",
        ),
        (
            f"{E}:5:5: warning: 2 units are praised or criticised without figures: "
            "示范市教育局、示范市自然资源局 [evaluation-figures-missing]\n"
            f"    Add “scores”, on which it rests.{_THREE}",
        ),
    ),
    Example(
        "evaluations_add_up",
        {
            E: "id: v\nyear: 2025\npublished: 2026-01-05\nunits:\n"
            '  - {unit: jiaoyu, scores: [{indicator: 目录, points: "9.5", of: "9.50"},'
            ' {indicator: 解读, points: "10.01", of: "10"},'
            ' {indicator: 目录, points: "1", of: "2"}]}\n'
            "  - {unit: jiaoyu}\n"
            '  - {unit: ziran-ziyuan, scores: [{indicator: 目录, points: "0", of: "0"},'
            ' {indicator: 解读, points: "1", of: "0.00"}]}\n'
        },
        (
            f"{E}:5:97: error: “解读”得分 10.01 超过满分 10 [evaluation-points-over]\n"
            f"    请核对两个数。{_THREE}",
            f"{E}:5:129: error: “目录”列了两次 [evaluation-repeated]\n"
            f"    请只保留一次，合计才算得对。{_THREE}",
            f"{E}:6:12: error: “示范市教育局”列了两次 [evaluation-repeated]\n"
            f"    请只保留一次，合计才算得对。{_THREE}",
            f"{E}:7:68: error: “目录”的满分是 0，得分没有意义 [evaluation-points-none]\n"
            f"    请写实际的满分；没有考评的指标请删去。{_THREE}",
            f"{E}:7:107: error: “解读”的满分是 0，得分没有意义 [evaluation-points-none]\n"
            f"    请写实际的满分；没有考评的指标请删去。{_THREE}",
        ),
        (
            f"{E}:5:97: error: 10.01 points for “解读” are more than the 10 it gives "
            f"[evaluation-points-over]\n    Check both numbers.{_THREE}",
            f"{E}:5:129: error: “目录” is listed twice [evaluation-repeated]\n"
            f"    Keep one, or the totals are wrong.{_THREE}",
            f"{E}:6:12: error: “示范市教育局” is listed twice [evaluation-repeated]\n"
            f"    Keep one, or the totals are wrong.{_THREE}",
            f"{E}:7:68: error: “目录” gives no more than 0 points, so its points mean nothing "
            "[evaluation-points-none]\n"
            f"    Write the most that it gives, or remove what was not evaluated.{_THREE}",
            f"{E}:7:107: error: “解读” gives no more than 0 points, so its points mean nothing "
            "[evaluation-points-none]\n"
            f"    Write the most that it gives, or remove what was not evaluated.{_THREE}",
        ),
    ),
)
