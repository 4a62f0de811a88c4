"""Every rule of the internal side has examples that break it, and the good site breaks none.

An example shows the files that differ; what it says is all that `check --internal` then adds.
"""

from __future__ import annotations

import pytest

from generator.office.rules import RULES

from .example import Example
from .makers import (
    GOOD,
    NB,
    REVIEW_1,
    REVIEW_2,
    REVIEW_3,
    REVIEW_NB,
    TEXT,
    replaced,
    said,
)
from .request_examples import EXAMPLES as OF_REQUESTS

FA_1, FA_2, FA_3 = (f"content/documents/fa-{n}.md" for n in (1, 2, 3))
TEXT_1 = "---\nid: fa-1\ntitle: 通知\nattribute: 依申请公开\n---\n照此办理。\n"
TEXT_3 = """\
---
id: fa-3
title: 通知
issuers: [ziran-ziyuan, jiaoyu]
attribute: 依申请公开
---
照此办理。
"""
CONSULTED = """\
consultations:
  - {with: 综合科, on: 2021-05-06, outcome: 不一致}
  - {with: 示范市保密局, on: 2021-05-07, outcome: 一致}
"""
RECONSIDERED = """\
reconsidered:
  - {on: 2026-04-01, by: 示范市人民政府办公室, outcome: 维持, reason: 内部管理}
"""
ADJUSTED = "  - {on: 2024-02-05, from: 依申请公开, to: 主动公开, reason: 群众申请较多}\n"
OPENED = "  - {on: 2024-02-06, from: 依申请公开, to: 主动公开, reason: 一}\n"
CLOSED = "  - {on: 2024-02-06, from: 主动公开, to: 依申请公开, reason: 二, override: 三}\n"
IDLE = "  - {on: 2024-02-04, from: 依申请公开, to: 依申请公开, reason: 一}\n"


def public(steps: str) -> str:
    """Return adjustments as the public side writes them."""
    return steps.replace("{on:", "{date:").replace(", override: 三", "")


EXAMPLES = (
    Example(
        "ids_are_unique",
        replaced(TEXT, ("id: fa-2", "id: s-nb-1")) | {FA_2: "", REVIEW_2: ""},
        (
            "internal/documents/nb-1.md:2:1: warning: “nb-1”没有公开属性审核记录 [o"
            "ffice-review-missing]\n"
            "    请在 internal/reviews/ 中登记。（惠府办函〔2018〕157号 规程二（一）"
            "、（二））",
            "internal/reviews/s-nb-1.yaml:1:1: error: 编号“s-nb-1”已在 internal/doc"
            "uments/fa-2.md:2:1 使用 [id-repeated]\n"
            "    请为其中一条另取编号。",
        ),
        (
            "internal/documents/nb-1.md:2:1: warning: “nb-1” has no review of its a"
            "ttribute [office-review-missing]\n"
            "    Register it in internal/reviews/.（惠府办函〔2018〕157号 规程二（一"
            "）、（二））",
            "internal/reviews/s-nb-1.yaml:1:1: error: the id “s-nb-1” is already us"
            "ed at internal/documents/fa-2.md:2:1 [id-repeated]\n"
            "    Give one of them another id.",
        ),
    ),
    Example(
        "ids_are_unique",
        replaced(REVIEW_NB, ("id: s-nb-1", "id: jiaoyu")),
        (
            "internal/reviews/s-nb-1.yaml:1:5: error: 编号“jiaoyu”已在 catalogue/un"
            "its/units.yaml:8:5 使用 [id-repeated]\n"
            "    请为其中一条另取编号。",
        ),
        (
            "internal/reviews/s-nb-1.yaml:1:5: error: the id “jiaoyu” is already us"
            "ed at catalogue/units/units.yaml:8:5 [id-repeated]\n"
            "    Give one of them another id.",
        ),
    ),
    Example(
        "ids_are_unique",
        {"internal/reviews/zz.yaml": "id: zz\ndocument: nb-1\n"},
        (
            "internal/reviews/zz.yaml:1:1: error: “nb-1”已有审核记录，在 internal/r"
            "eviews/s-nb-1.yaml:1:1 [office-review-repeated]\n"
            "    请并入那一份。",
        ),
        (
            "internal/reviews/zz.yaml:1:1: error: “nb-1” already has a review at in"
            "ternal/reviews/s-nb-1.yaml:1:1 [office-review-repeated]\n"
            "    Put the two together.",
        ),
    ),
    Example(
        "references_resolve",
        replaced(REVIEW_3, ("by: ziran-ziyuan, on: 2022-05-23", "by: ziran, on: 2022-05-23")),
        ("internal/reviews/s-fa-3.yaml:3:15: error: 没有编号为“ziran”的单位 [reference-unknown]",),
        ("internal/reviews/s-fa-3.yaml:3:15: error: there is no unit “ziran” [reference-unknown]",),
    ),
    Example(
        "references_resolve",
        replaced(NB, ("attribute:", "amends: [fa-9]\nattribute:")),
        ("internal/documents/nb-1.md:7:10: error: 没有编号为“fa-9”的文件 [reference-unknown]",),
        (
            "internal/documents/nb-1.md:7:10: error: there is no document “fa-9” [r"
            "eference-unknown]",
        ),
    ),
    Example(
        "reviews_have_their_document",
        {NB: ""},
        (
            "internal/reviews/s-nb-1.yaml:2:11: error: 公开一侧和内部一侧都没有文件“"
            "nb-1” [office-review-orphan]\n"
            "    请核对文件编号，或先登记文件。",
        ),
        (
            "internal/reviews/s-nb-1.yaml:2:11: error: neither side has a document “"
            "nb-1” [office-review-orphan]\n"
            "    Check the id, or register the document first.",
        ),
    ),
    Example(
        "documents_have_a_review",
        {REVIEW_NB: ""},
        (
            "internal/documents/nb-1.md:2:1: warning: “nb-1”没有公开属性审核记录 [o"
            "ffice-review-missing]\n"
            "    请在 internal/reviews/ 中登记。（惠府办函〔2018〕157号 规程二（一）"
            "、（二））",
        ),
        (
            "internal/documents/nb-1.md:2:1: warning: “nb-1” has no review of its a"
            "ttribute [office-review-missing]\n"
            "    Register it in internal/reviews/.（惠府办函〔2018〕157号 规程二（一"
            "）、（二））",
        ),
    ),
    Example(
        "documents_have_a_review",
        {REVIEW_1: ""},
        (
            "content/documents/fa-1.md:2:1: information: “fa-1”没有公开属性审核记录"
            " [office-review-missing-public]\n"
            "    有记录的，请在 internal/reviews/ 中登记。（惠府办函〔2018〕157号 规"
            "程二（一）、（二））",
        ),
        (
            "content/documents/fa-1.md:2:1: information: “fa-1” has no review of it"
            "s attribute [office-review-missing-public]\n"
            "    Where there was one, register it in internal/reviews/.（惠府办函〔20"
            "18〕157号 规程二（一）、（二））",
        ),
    ),
    Example(
        "drafts_name_their_attribute",
        replaced(REVIEW_1, ("drafted: {by: 综合科, on: 2020-02-20, attribute: 主动公开}\n", "")),
        (
            "internal/reviews/s-fa-1.yaml:1:1: warning: “fa-1”没有草拟这一步 [offic"
            "e-draft-missing]\n"
            "    请补写“drafted”：单位、日期、属性。（惠府办函〔2018〕157号 规程二"
            "（三））",
        ),
        (
            "internal/reviews/s-fa-1.yaml:1:1: warning: “fa-1” lacks the step of dr"
            "afting [office-draft-missing]\n"
            "    Add “drafted”: by, on, attribute.（惠府办函〔2018〕157号 规程二（"
            "三））",
        ),
    ),
    Example(
        "drafts_name_their_attribute",
        replaced(REVIEW_1, ("on: 2020-02-20, attribute: 主动公开", "on: 2020-02-20")),
        (
            "internal/reviews/s-fa-1.yaml:3:1: warning: “fa-1”草拟时没有注明公开属"
            "性 [office-draft-attribute-missing]\n"
            "    请在“drafted”中补写“attribute”。（惠府办函〔2018〕157号 规程二（"
            "三））",
        ),
        (
            "internal/reviews/s-fa-1.yaml:3:1: warning: the draft of “fa-1” names n"
            "o attribute [office-draft-attribute-missing]\n"
            "    Add “attribute” to “drafted”.（惠府办函〔2018〕157号 规程二（三"
            "））",
        ),
    ),
    Example(
        "withholding_is_reasoned",
        replaced(REVIEW_NB, (", reason: 内部管理信息", "")),
        (
            "internal/reviews/s-nb-1.yaml:3:1: warning: “nb-1”不公开，但没有说明理"
            "由 [office-draft-reason-missing]\n"
            "    请在“drafted”中补写“reason”。（惠府办函〔2018〕157号 规程二（三"
            "））",
        ),
        (
            "internal/reviews/s-nb-1.yaml:3:1: warning: “nb-1” is withheld and no r"
            "eason is given [office-draft-reason-missing]\n"
            "    Add “reason” to “drafted”.（惠府办函〔2018〕157号 规程二（三））",
        ),
    ),
    Example(
        "withholding_is_reasoned",
        replaced(
            REVIEW_1,
            (
                "on: 2020-02-24, attribute: 主动公开}",
                "on: 2020-02-24, attribute: 不公开}\nconsultations:\n"
                "  - {with: 综合科, on: 2020-02-25, outcome: 一致}",
            ),
        ),
        (
            "internal/reviews/s-fa-1.yaml:3:1: warning: “fa-1”不公开，但没有说明理由 ["
            "office-draft-reason-missing]\n"
            "    请在“drafted”中补写“reason”。（惠府办函〔2018〕157号 规程二（三））",
        ),
        (
            "internal/reviews/s-fa-1.yaml:3:1: warning: “fa-1” is withheld and no reas"
            "on is given [office-draft-reason-missing]\n"
            "    Add “reason” to “drafted”.（惠府办函〔2018〕157号 规程二（三））",
        ),
    ),
    Example(
        "attribute_is_fixed_before_signing",
        replaced(
            REVIEW_1,
            ("signed: {on: 2020-03-02", "signed: {on: 2020-02-22"),
            ("on: 2020-02-20", "on: 2020-02-23"),
            ("on: 2020-02-21", "on: 2020-02-23"),
        ),
        (
            "internal/reviews/s-fa-1.yaml:4:24: warning: “fa-1”签发（2020-02-22）以"
            "后才作保密审查（2020-02-23） [office-secrecy-late]\n"
            "    保密审查应在签发以前；日期有误的请改正。（惠府办函〔2018〕157号 规程"
            "二（三））",
            "internal/reviews/s-fa-1.yaml:5:27: warning: “fa-1”签发（2020-02-22）以"
            "后才审核公开属性（2020-02-24） [office-reviewed-late]\n"
            "    审核应在签发以前；日期有误的请改正。（惠府办函〔2018〕157号 规程二（"
            "四））",
            "internal/reviews/s-fa-1.yaml:6:14: warning: “fa-1”签发（2020-02-22）以"
            "后才确定公开属性（2020-02-23） [office-attribute-late]\n"
            "    属性应在公文产生的过程中同步确定；日期有误的请改正。（惠府办函〔2018"
            "〕157号 规程二（一））",
        ),
        (
            "internal/reviews/s-fa-1.yaml:4:24: warning: the secrecy review of “fa-1"
            "” (2020-02-23) is later than its signing (2020-02-22) [office-secrecy-l"
            "ate]\n"
            "    It comes before signing; correct the day if it is wrong.（惠府办函〔"
            "2018〕157号 规程二（三））",
            "internal/reviews/s-fa-1.yaml:5:27: warning: the attribute of “fa-1” wa"
            "s reviewed (2020-02-24) after it had been signed (2020-02-22) [office-re"
            "viewed-late]\n"
            "    It is reviewed before signing; correct the day if it is wrong.（惠府"
            "办函〔2018〕157号 规程二（四））",
            "internal/reviews/s-fa-1.yaml:6:14: warning: the attribute of “fa-1” wa"
            "s fixed (2020-02-23) after it had been signed (2020-02-22) [office-attri"
            "bute-late]\n"
            "    It is fixed while the document is made; correct the day if it is wro"
            "ng.（惠府办函〔2018〕157号 规程二（一））",
        ),
    ),
    Example(
        "secrecy_is_reviewed",
        replaced(REVIEW_1, ("secrecy: {by: 保密办, on: 2020-02-21, opinion: 不涉密}\n", "")),
        (
            "internal/reviews/s-fa-1.yaml:1:1: warning: “fa-1”没有保密审查 [office-"
            "secrecy-missing]\n"
            "    请补写“secrecy”：单位、日期、意见。（惠府办函〔2018〕157号 规程二"
            "（三））",
        ),
        (
            "internal/reviews/s-fa-1.yaml:1:1: warning: “fa-1” has had no secrecy r"
            "eview [office-secrecy-missing]\n"
            "    Add “secrecy”: by, on, opinion.（惠府办函〔2018〕157号 规程二（三"
            "））",
        ),
    ),
    Example(
        "secrecy_is_reviewed",
        replaced(REVIEW_1, ("on: 2020-02-21", "on: 2020-03-03")),
        (
            "internal/reviews/s-fa-1.yaml:4:24: warning: “fa-1”签发（2020-03-02）以"
            "后才作保密审查（2020-03-03） [office-secrecy-late]\n"
            "    保密审查应在签发以前；日期有误的请改正。（惠府办函〔2018〕157号 规程"
            "二（三））",
        ),
        (
            "internal/reviews/s-fa-1.yaml:4:24: warning: the secrecy review of “fa-1"
            "” (2020-03-03) is later than its signing (2020-03-02) [office-secrecy-l"
            "ate]\n"
            "    It comes before signing; correct the day if it is wrong.（惠府办函〔"
            "2018〕157号 规程二（三））",
        ),
    ),
    Example(
        "secrecy_reviews_have_an_opinion",
        replaced(REVIEW_1, (", opinion: 不涉密", "")),
        (
            "internal/reviews/s-fa-1.yaml:4:1: warning: “fa-1”的保密审查没有写明意见 ["
            "office-secrecy-opinion-missing]\n"
            "    请在“secrecy”中补写“opinion”。（惠府办函〔2018〕157号 规程二（三））",
        ),
        (
            "internal/reviews/s-fa-1.yaml:4:1: warning: the secrecy review of “fa-1” s"
            "ays nothing of what it found [office-secrecy-opinion-missing]\n"
            "    Add “opinion” to “secrecy”.（惠府办函〔2018〕157号 规程二（三））",
        ),
    ),
    Example(
        "secrets_are_not_opened",
        replaced(REVIEW_1, ("不涉密", "涉及国家秘密。")),
        (
            "internal/reviews/s-fa-1.yaml:4:45: error: “fa-1”的保密审查意见不容许公开，"
            "却签发为公开，或者登记在公开一侧 [office-secret-open]\n"
            "    请改为不公开，已发布的按泄露事件处置；审查以后删去了内容的，在“opinion"
            "”中写明。（惠府办函〔2018〕157号 规程二（三）；政府信息公开条例第十四条）",
        ),
        (
            "internal/reviews/s-fa-1.yaml:4:45: error: what the secrecy review of “fa-1"
            "” found forbids openness, and it was signed as open or is public [office-s"
            "ecret-open]\n"
            "    Withhold it; if it was published, that is an incident. If parts were t"
            "aken out since, let “opinion” say so.（惠府办函〔2018〕157号 规程二（三）"
            "；政府信息公开条例第十四条）",
        ),
    ),
    Example(
        "secrets_are_not_opened",
        replaced(
            REVIEW_1,
            ("不涉密", "机密"),
            ("signed: {on: 2020-03-02, attribute: 主动公开}\n", ""),
        ),
        (
            "content/documents/fa-1.md:2:1: warning: “fa-1”没有签发这一步，却已在公开一"
            "侧 [office-unsigned-public]\n"
            "    请补写“signed”；还没有签发的，从公开一侧移走。（惠府办函〔2018〕157号 "
            "规程二（七））",
            "internal/reviews/s-fa-1.yaml:4:45: error: “fa-1”的保密审查意见不容许公开，"
            "却签发为公开，或者登记在公开一侧 [office-secret-open]\n"
            "    请改为不公开，已发布的按泄露事件处置；审查以后删去了内容的，在“opinion"
            "”中写明。（惠府办函〔2018〕157号 规程二（三）；政府信息公开条例第十四条）",
        ),
        (
            "content/documents/fa-1.md:2:1: warning: “fa-1” is public, though it has no"
            "t been signed [office-unsigned-public]\n"
            "    Add “signed”; if it is not signed yet, move it away from the public si"
            "de.（惠府办函〔2018〕157号 规程二（七））",
            "internal/reviews/s-fa-1.yaml:4:45: error: what the secrecy review of “fa-1"
            "” found forbids openness, and it was signed as open or is public [office-s"
            "ecret-open]\n"
            "    Withhold it; if it was published, that is an incident. If parts were t"
            "aken out since, let “opinion” say so.（惠府办函〔2018〕157号 规程二（三）"
            "；政府信息公开条例第十四条）",
        ),
    ),
    Example(
        "attribute_is_reviewed",
        replaced(
            REVIEW_1, ("reviewed: {by: 政务公开科, on: 2020-02-24, attribute: 主动公开}\n", "")
        ),
        (
            "internal/reviews/s-fa-1.yaml:1:1: warning: “fa-1”没有经过公开属性审核"
            "机构审核 [office-reviewed-missing]\n"
            "    请补写“reviewed”：机构、日期、属性。（惠府办函〔2018〕157号 规程二"
            "（四））",
        ),
        (
            "internal/reviews/s-fa-1.yaml:1:1: warning: the attribute of “fa-1” has"
            " not been reviewed [office-reviewed-missing]\n"
            "    Add “reviewed”: by, on, attribute.（惠府办函〔2018〕157号 规程二（"
            "四））",
        ),
    ),
    Example(
        "attribute_is_reviewed",
        replaced(REVIEW_1, ("on: 2020-02-24", "on: 2020-03-03")),
        (
            "internal/reviews/s-fa-1.yaml:5:27: warning: “fa-1”签发（2020-03-02）以"
            "后才审核公开属性（2020-03-03） [office-reviewed-late]\n"
            "    审核应在签发以前；日期有误的请改正。（惠府办函〔2018〕157号 规程二（"
            "四））",
        ),
        (
            "internal/reviews/s-fa-1.yaml:5:27: warning: the attribute of “fa-1” wa"
            "s reviewed (2020-03-03) after it had been signed (2020-03-02) [office-re"
            "viewed-late]\n"
            "    It is reviewed before signing; correct the day if it is wrong.（惠府"
            "办函〔2018〕157号 规程二（四））",
        ),
    ),
    Example(
        "drafters_do_not_review",
        replaced(REVIEW_1, ("by: 政务公开科", "by: 综合科")),
        (
            "internal/reviews/s-fa-1.yaml:5:16: information: “fa-1”的公开属性由草拟单位"
            "自己审核 [office-reviewed-own]\n"
            "    宜由另一机构审核；写错的请改正“by”。（惠府办函〔2018〕157号 规程二（四"
            "））",
        ),
        (
            "internal/reviews/s-fa-1.yaml:5:16: information: the attribute of “fa-1” wa"
            "s reviewed by those who drafted it [office-reviewed-own]\n"
            "    Let another department review it; correct “by” if it is wrong.（惠府办"
            "函〔2018〕157号 规程二（四））",
        ),
    ),
    Example(
        "documents_are_signed",
        replaced(REVIEW_NB, ("signed: {on: 2023-04-10, attribute: 不公开}\n", "")),
        (
            "internal/reviews/s-nb-1.yaml:1:1: warning: “nb-1”没有签发这一步 [office-s"
            "igned-missing]\n"
            "    签发以后补写“signed”：日期、属性。（惠府办函〔2018〕157号 规程二（五"
            "））",
        ),
        (
            "internal/reviews/s-nb-1.yaml:1:1: warning: “nb-1” has not been signed [of"
            "fice-signed-missing]\n"
            "    Once it is, add “signed”: on, attribute.（惠府办函〔2018〕157号 规程"
            "二（五））",
        ),
    ),
    Example(
        "withheld_are_registered",
        replaced(REVIEW_NB, ("registered_on: 2023-04-12\n", "")),
        (
            "internal/reviews/s-nb-1.yaml:1:1: warning: “nb-1”签发为不公开，还没有"
            "登记备案 [office-registered-missing]\n"
            "    登记以后补写“registered_on”。（惠府办函〔2018〕157号 规程二（七）"
            "）",
        ),
        (
            "internal/reviews/s-nb-1.yaml:1:1: warning: “nb-1” was signed as withhe"
            "ld and is not registered [office-registered-missing]\n"
            "    Once it is, add “registered_on”.（惠府办函〔2018〕157号 规程二（七"
            "））",
        ),
    ),
    Example(
        "days_are_in_order",
        replaced(REVIEW_1, ("on: 2020-02-21", "on: 2020-02-19")),
        (
            "internal/reviews/s-fa-1.yaml:4:24: warning: “fa-1”的保密审查（2020-02-"
            "19）早于草拟（2020-02-20） [office-days-order]\n"
            "    请核对两个日期。（惠府办函〔2018〕157号 规程二（三）至（七））",
        ),
        (
            "internal/reviews/s-fa-1.yaml:4:24: warning: “fa-1”: 保密审查 (2020-02-"
            "19) is earlier than 草拟 (2020-02-20) [office-days-order]\n"
            "    Check both days.（惠府办函〔2018〕157号 规程二（三）至（七））",
        ),
    ),
    Example(
        "days_are_in_order",
        replaced(REVIEW_3, ("协调会, on: 2022-05-30", "协调会, on: 2022-06-07"), ("异议", "同意")),
        (
            "internal/reviews/s-fa-3.yaml:10:14: warning: “fa-3”的签发（2022-06-06"
            "）早于会商（2022-06-07） [office-days-order]\n"
            "    请核对两个日期。（惠府办函〔2018〕157号 规程二（三）至（七））",
        ),
        (
            "internal/reviews/s-fa-3.yaml:10:14: warning: “fa-3”: 签发 (2022-06-06)"
            " is earlier than 会商 (2022-06-07) [office-days-order]\n"
            "    Check both days.（惠府办函〔2018〕157号 规程二（三）至（七））",
        ),
    ),
    Example(
        "days_are_in_order",
        replaced(REVIEW_NB, ("registered_on: 2023-04-12", "registered_on: 2023-04-09")),
        (
            "internal/reviews/s-nb-1.yaml:7:16: warning: “nb-1”的登记备案（2023-04-"
            "09）早于签发（2023-04-10） [office-days-order]\n"
            "    请核对两个日期。（惠府办函〔2018〕157号 规程二（三）至（七））",
        ),
        (
            "internal/reviews/s-nb-1.yaml:7:16: warning: “nb-1”: 登记备案 (2023-04-"
            "09) is earlier than 签发 (2023-04-10) [office-days-order]\n"
            "    Check both days.（惠府办函〔2018〕157号 规程二（三）至（七））",
        ),
    ),
    Example(
        "days_are_in_order",
        replaced(REVIEW_3, ("adjustments:\n", "adjustments:\n" + OPENED + CLOSED))
        | replaced(
            FA_3, ("attribute_history:\n", "attribute_history:\n" + public(OPENED + CLOSED))
        ),
        (
            "internal/reviews/s-fa-3.yaml:14:10: warning: “fa-3”的属性调整（2024-02"
            "-05）早于属性调整（2024-02-06） [office-days-order]\n"
            "    请核对两个日期。（惠府办函〔2018〕157号 规程二（三）至（七））",
        ),
        (
            "internal/reviews/s-fa-3.yaml:14:10: warning: “fa-3”: 属性调整 (2024-02"
            "-05) is earlier than 属性调整 (2024-02-06) [office-days-order]\n"
            "    Check both days.（惠府办函〔2018〕157号 规程二（三）至（七））",
        ),
    ),
    Example(
        "days_are_in_order",
        replaced(REVIEW_1, ("on: 2020-02-21", "on: 2020-02-25")),
        (
            "internal/reviews/s-fa-1.yaml:5:27: warning: “fa-1”的属性审核（2020-02-24"
            "）早于保密审查（2020-02-25） [office-days-order]\n"
            "    请核对两个日期。（惠府办函〔2018〕157号 规程二（三）至（七））",
        ),
        (
            "internal/reviews/s-fa-1.yaml:5:27: warning: “fa-1”: 属性审核 (2020-02-24)"
            " is earlier than 保密审查 (2020-02-25) [office-days-order]\n"
            "    Check both days.（惠府办函〔2018〕157号 规程二（三）至（七））",
        ),
    ),
    Example(
        "days_have_come",
        replaced(
            REVIEW_NB,
            ("on: 2023-04-01", "on: 2061-04-01"),
            ("on: 2023-04-02", "on: 2061-04-02"),
            ("on: 2023-04-03", "on: 2061-04-03"),
            ("on: 2023-04-10", "on: 2061-04-10"),
            ("2023-04-12", "2061-04-12"),
        ),
        (
            "internal/reviews/s-nb-1.yaml:3:24: warning: “nb-1”的草拟日期（2061-04-01"
            "）还没有到 [office-day-ahead]\n"
            "    请核对日期；还没有做的步骤先不写。（惠府办函〔2018〕157号 规程二（三"
            "）至（八）、四）",
            "internal/reviews/s-nb-1.yaml:4:24: warning: “nb-1”的保密审查日期（2061-04"
            "-02）还没有到 [office-day-ahead]\n"
            "    请核对日期；还没有做的步骤先不写。（惠府办函〔2018〕157号 规程二（三"
            "）至（八）、四）",
            "internal/reviews/s-nb-1.yaml:5:27: warning: “nb-1”的属性审核日期（2061-04"
            "-03）还没有到 [office-day-ahead]\n"
            "    请核对日期；还没有做的步骤先不写。（惠府办函〔2018〕157号 规程二（三"
            "）至（八）、四）",
            "internal/reviews/s-nb-1.yaml:6:14: warning: “nb-1”的签发日期（2061-04-10"
            "）还没有到 [office-day-ahead]\n"
            "    请核对日期；还没有做的步骤先不写。（惠府办函〔2018〕157号 规程二（三"
            "）至（八）、四）",
            "internal/reviews/s-nb-1.yaml:7:16: warning: “nb-1”的登记备案日期（2061-04"
            "-12）还没有到 [office-day-ahead]\n"
            "    请核对日期；还没有做的步骤先不写。（惠府办函〔2018〕157号 规程二（三"
            "）至（八）、四）",
        ),
        (
            "internal/reviews/s-nb-1.yaml:3:24: warning: “nb-1”: the day of 草拟 (2061"
            "-04-01) lies ahead [office-day-ahead]\n"
            "    Check it; a step that is still to come is not written yet.（惠府办函"
            "〔2018〕157号 规程二（三）至（八）、四）",
            "internal/reviews/s-nb-1.yaml:4:24: warning: “nb-1”: the day of 保密审查 ("
            "2061-04-02) lies ahead [office-day-ahead]\n"
            "    Check it; a step that is still to come is not written yet.（惠府办函"
            "〔2018〕157号 规程二（三）至（八）、四）",
            "internal/reviews/s-nb-1.yaml:5:27: warning: “nb-1”: the day of 属性审核 ("
            "2061-04-03) lies ahead [office-day-ahead]\n"
            "    Check it; a step that is still to come is not written yet.（惠府办函"
            "〔2018〕157号 规程二（三）至（八）、四）",
            "internal/reviews/s-nb-1.yaml:6:14: warning: “nb-1”: the day of 签发 (2061"
            "-04-10) lies ahead [office-day-ahead]\n"
            "    Check it; a step that is still to come is not written yet.（惠府办函"
            "〔2018〕157号 规程二（三）至（八）、四）",
            "internal/reviews/s-nb-1.yaml:7:16: warning: “nb-1”: the day of 登记备案 ("
            "2061-04-12) lies ahead [office-day-ahead]\n"
            "    Check it; a step that is still to come is not written yet.（惠府办函"
            "〔2018〕157号 规程二（三）至（八）、四）",
        ),
    ),
    Example(
        "days_have_come",
        replaced(
            NB,
            ("2026-04-01, by", "2026-11-23, by"),
            (
                "outcome: 维持, reason: 内部管理}\n",
                "outcome: 维持, reason: 内部管理}\n"
                "  - {on: 2026-11-24, by: 某办, outcome: 维持, reason: 一}\n",
            ),
        ),
        (
            "internal/documents/nb-1.md:10:10: warning: “nb-1”的复核日期（2026-11-24）"
            "还没有到 [office-day-ahead]\n"
            "    请核对日期；还没有做的步骤先不写。（惠府办函〔2018〕157号 规程二（三"
            "）至（八）、四）",
        ),
        (
            "internal/documents/nb-1.md:10:10: warning: “nb-1”: the day of 复核 (2026-"
            "11-24) lies ahead [office-day-ahead]\n"
            "    Check it; a step that is still to come is not written yet.（惠府办函"
            "〔2018〕157号 规程二（三）至（八）、四）",
        ),
    ),
    Example(
        "disagreement_is_consulted",
        replaced(
            REVIEW_1,
            ("on: 2020-02-24, attribute: 主动公开", "on: 2020-02-24, attribute: 依申请公开"),
            ("on: 2020-03-02, attribute: 主动公开", "on: 2020-03-02, attribute: 依申请公开"),
        )
        | replaced(
            FA_1, ("attribute: 主动公开", "attribute: 依申请公开"), ("\n各单位：照此办理。\n", "")
        )
        | {"internal/documents/fa-1.md": TEXT_1},
        (
            "internal/reviews/s-fa-1.yaml:5:50: warning: “fa-1”草拟为主动公开，审核为依"
            "申请公开，没有与草拟单位协商 [office-disagreement]\n"
            "    请在“consultations”中记下协商的单位、日期和结果；也可以是协调会或者保"
            "密部门。（惠府办函〔2018〕157号 规程二（四））",
        ),
        (
            "internal/reviews/s-fa-1.yaml:5:50: warning: “fa-1” was drafted as 主动公开"
            " and reviewed as 依申请公开, and the drafters were not consulted [office-d"
            "isagreement]\n"
            "    Note it in “consultations”: with, on, outcome; a 协调会 or the secrecy"
            " department does as well.（惠府办函〔2018〕157号 规程二（四））",
        ),
    ),
    Example(
        "disagreement_is_consulted",
        replaced(
            REVIEW_2,
            ("with: 综合科", "with: 财政科"),
            ("outcome: 不一致", "outcome: 一致"),
            ("  - {with: 示范市保密局, on: 2021-05-07, outcome: 一致}\n", ""),
        ),
        (
            "internal/reviews/s-fa-2.yaml:5:50: warning: “fa-2”草拟为不公开，审核为依申"
            "请公开，没有与草拟单位协商 [office-disagreement]\n"
            "    请在“consultations”中记下协商的单位、日期和结果；也可以是协调会或者保"
            "密部门。（惠府办函〔2018〕157号 规程二（四））",
        ),
        (
            "internal/reviews/s-fa-2.yaml:5:50: warning: “fa-2” was drafted as 不公开 a"
            "nd reviewed as 依申请公开, and the drafters were not consulted [office-dis"
            "agreement]\n"
            "    Note it in “consultations”: with, on, outcome; a 协调会 or the secrecy"
            " department does as well.（惠府办函〔2018〕157号 规程二（四））",
        ),
    ),
    Example(
        "failed_consultations_go_to_secrecy",
        replaced(REVIEW_2, ("  - {with: 示范市保密局, on: 2021-05-07, outcome: 一致}\n", "")),
        (
            "internal/reviews/s-fa-2.yaml:7:5: warning: “fa-2”在 2021-05-06 协商不一致"
            "，此后没有会商一致 [office-secrecy-consultation-missing]\n"
            "    请与保密部门会商确定，记入“consultations”；与它也不一致的，报保密行政"
            "管理部门确定。（惠府办函〔2018〕157号 规程二（四）；政府信息公开条例第十七"
            "条）",
        ),
        (
            "internal/reviews/s-fa-2.yaml:7:5: warning: the consultation about “fa-2” o"
            "n 2021-05-06 failed and none that agreed followed [office-secrecy-consulta"
            "tion-missing]\n"
            "    Consult the secrecy department and note it in “consultations”; where t"
            "hat fails too, let the 保密行政管理部门 decide.（惠府办函〔2018〕157号 规"
            "程二（四）；政府信息公开条例第十七条）",
        ),
    ),
    Example(
        "failed_consultations_go_to_secrecy",
        replaced(REVIEW_2, ("on: 2021-05-07, outcome: 一致", "on: 2021-05-07, outcome: 不一致")),
        (
            "internal/reviews/s-fa-2.yaml:8:5: warning: “fa-2”在 2021-05-07 协商不一致"
            "，此后没有会商一致 [office-secrecy-consultation-missing]\n"
            "    请与保密部门会商确定，记入“consultations”；与它也不一致的，报保密行政"
            "管理部门确定。（惠府办函〔2018〕157号 规程二（四）；政府信息公开条例第十七"
            "条）",
        ),
        (
            "internal/reviews/s-fa-2.yaml:8:5: warning: the consultation about “fa-2” o"
            "n 2021-05-07 failed and none that agreed followed [office-secrecy-consulta"
            "tion-missing]\n"
            "    Consult the secrecy department and note it in “consultations”; where t"
            "hat fails too, let the 保密行政管理部门 decide.（惠府办函〔2018〕157号 规"
            "程二（四）；政府信息公开条例第十七条）",
        ),
    ),
    Example(
        "failed_consultations_go_to_secrecy",
        replaced(
            REVIEW_3,
            ("outcome: 一致", "outcome: 不一致"),
            ("on: 2022-05-23, attribute: 依申请公开", "on: 2022-05-23, attribute: 主动公开"),
        ),
        (
            "internal/reviews/s-fa-3.yaml:7:5: warning: “fa-3”在 2022-05-30 协商不一致"
            "，此后没有会商一致 [office-secrecy-consultation-missing]\n"
            "    请与保密部门会商确定，记入“consultations”；与它也不一致的，报保密行政"
            "管理部门确定。（惠府办函〔2018〕157号 规程二（四）；政府信息公开条例第十七"
            "条）",
        ),
        (
            "internal/reviews/s-fa-3.yaml:7:5: warning: the consultation about “fa-3” o"
            "n 2022-05-30 failed and none that agreed followed [office-secrecy-consulta"
            "tion-missing]\n"
            "    Consult the secrecy department and note it in “consultations”; where t"
            "hat fails too, let the 保密行政管理部门 decide.（惠府办函〔2018〕157号 规"
            "程二（四）；政府信息公开条例第十七条）",
        ),
    ),
    Example(
        "signed_attribute_is_the_agreed_one",
        replaced(
            REVIEW_2,
            (CONSULTED, ""),
            ("on: 2021-05-05, attribute: 依申请公开", "on: 2021-05-05, attribute: 不公开"),
        ),
        (
            "internal/reviews/s-fa-2.yaml:6:37: warning: “fa-2”审核为不公开，签发为依申"
            "请公开，审核以后没有会商一致 [office-signed-differs]\n"
            "    签发人有质疑的，会商有关部门再次确定，记入“consultations”；不一致的，"
            "照审核的属性签发。（惠府办函〔2018〕157号 规程二（五））",
        ),
        (
            "internal/reviews/s-fa-2.yaml:6:37: warning: “fa-2” was reviewed as 不公开 "
            "and signed as 依申请公开, and no consultation since agreed on that [office"
            "-signed-differs]\n"
            "    Where the signer doubts it, consult again and note that in “consultati"
            "ons”; without an agreement, sign what was reviewed.（惠府办函〔2018〕157号"
            " 规程二（五））",
        ),
    ),
    Example(
        "signed_attribute_is_the_agreed_one",
        replaced(
            REVIEW_3,
            ("outcome: 一致", "outcome: 不一致"),
            ("on: 2022-05-23, attribute: 依申请公开", "on: 2022-05-23, attribute: 主动公开"),
            ("on: 2022-05-25, attribute: 依申请公开", "on: 2022-05-25, attribute: 主动公开"),
        ),
        (
            "internal/reviews/s-fa-3.yaml:10:37: warning: “fa-3”审核为主动公开，签发为"
            "依申请公开，审核以后没有会商一致 [office-signed-differs]\n"
            "    签发人有质疑的，会商有关部门再次确定，记入“consultations”；不一致的，"
            "照审核的属性签发。（惠府办函〔2018〕157号 规程二（五））",
        ),
        (
            "internal/reviews/s-fa-3.yaml:10:37: warning: “fa-3” was reviewed as 主动公"
            "开 and signed as 依申请公开, and no consultation since agreed on that [off"
            "ice-signed-differs]\n"
            "    Where the signer doubts it, consult again and note that in “consultati"
            "ons”; without an agreement, sign what was reviewed.（惠府办函〔2018〕157号"
            " 规程二（五））",
        ),
    ),
    Example(
        "joint_bodies_are_informed",
        replaced(REVIEW_3, ("joint:\n  - {organ: jiaoyu, opinion: 异议, on: 2022-05-27}\n", "")),
        (
            "internal/reviews/s-fa-3.yaml:1:1: warning: 联合发文“fa-3”没有记下告知"
            "第 2 个发文机关 [office-joint-missing]\n"
            "    请在“joint”中记下它的意见和日期。（惠府办函〔2018〕157号 规程二（"
            "六））",
        ),
        (
            "internal/reviews/s-fa-3.yaml:1:1: warning: it is not noted that issuer n"
            "o. 2 of the joint document “fa-3” was told [office-joint-missing]\n"
            "    Note its opinion and the day in “joint”.（惠府办函〔2018〕157号 规"
            "程二（六））",
        ),
    ),
    Example(
        "objections_are_met_about",
        replaced(REVIEW_3, ("公开属性协调会", "法规科")),
        (
            "internal/reviews/s-fa-3.yaml:9:5: warning: “fa-3”的联合发文机关在 2022-05-"
            "27 提出异议，签发以前没有召开协调会 [office-objection-open]\n"
            "    请召开协调会，记入“consultations”；与该机关协商一致的，with 写该机关。"
            "（惠府办函〔2018〕157号 规程二（六））",
        ),
        (
            "internal/reviews/s-fa-3.yaml:9:5: warning: an organ objected to the attrib"
            "ute of “fa-3” on 2022-05-27 and no meeting followed before signing [office"
            "-objection-open]\n"
            "    Hold one and note it in “consultations”; where that organ itself agree"
            "d, name it there.（惠府办函〔2018〕157号 规程二（六））",
        ),
    ),
    Example(
        "objections_are_met_about",
        replaced(REVIEW_3, ("outcome: 一致", "outcome: 不一致"), ("公开属性协调会", "jiaoyu")),
        (
            "internal/reviews/s-fa-3.yaml:9:5: warning: “fa-3”的联合发文机关在 2022-05-"
            "27 提出异议，签发以前没有召开协调会 [office-objection-open]\n"
            "    请召开协调会，记入“consultations”；与该机关协商一致的，with 写该机关。"
            "（惠府办函〔2018〕157号 规程二（六））",
        ),
        (
            "internal/reviews/s-fa-3.yaml:9:5: warning: an organ objected to the attrib"
            "ute of “fa-3” on 2022-05-27 and no meeting followed before signing [office"
            "-objection-open]\n"
            "    Hold one and note it in “consultations”; where that organ itself agree"
            "d, name it there.（惠府办函〔2018〕157号 规程二（六））",
        ),
    ),
    Example(
        "objections_are_met_about",
        replaced(
            REVIEW_3,
            ("consultations:\n  - {with: 公开属性协调会, on: 2022-05-30, outcome: 一致}\n", ""),
            (
                "on: 2022-05-27}",
                "on: 2022-05-27}\n  - {organ: jiaoyu, opinion: 同意, on: 2022-05-26}",
            ),
        ),
        (
            "internal/reviews/s-fa-3.yaml:7:5: warning: “fa-3”的联合发文机关在 2022-05-"
            "27 提出异议，签发以前没有召开协调会 [office-objection-open]\n"
            "    请召开协调会，记入“consultations”；与该机关协商一致的，with 写该机关。"
            "（惠府办函〔2018〕157号 规程二（六））",
        ),
        (
            "internal/reviews/s-fa-3.yaml:7:5: warning: an organ objected to the attrib"
            "ute of “fa-3” on 2022-05-27 and no meeting followed before signing [office"
            "-objection-open]\n"
            "    Hold one and note it in “consultations”; where that organ itself agree"
            "d, name it there.（惠府办函〔2018〕157号 规程二（六））",
        ),
    ),
    Example(
        "failed_meetings_name_who_objects",
        replaced(REVIEW_3, ("outcome: 一致", "outcome: 不一致"), ("异议", "同意")),
        (
            "internal/reviews/s-fa-3.yaml:7:5: warning: 联合发文“fa-3”的协调会（2022-05"
            "-30）没有协商一致，没有记下哪个机关有异议 [office-objection-unrecorded]\n"
            "    请在“joint”中记下各机关的意见；公开属性按主办机关的意见确定。（惠府办"
            "函〔2018〕157号 规程二（六））",
        ),
        (
            "internal/reviews/s-fa-3.yaml:7:5: warning: the meeting about the joint doc"
            "ument “fa-3” (2022-05-30) failed, and no organ's objection is noted [offic"
            "e-objection-unrecorded]\n"
            "    Note the organs' opinions in “joint”; the leading organ decides of the"
            " attribute.（惠府办函〔2018〕157号 规程二（六））",
        ),
    ),
    Example(
        "leading_body_does_not_object",
        replaced(
            REVIEW_3,
            ("joint:\n", "joint:\n  - {organ: 示范市自然资源局, opinion: 异议, on: 2022-05-27}\n"),
        ),
        (
            "internal/reviews/s-fa-3.yaml:9:13: error: “fa-3”的异议记在主办机关名下"
            " [office-joint-lead]\n"
            "    属性由主办机关确定，请改为提出异议的机关。（惠府办函〔2018〕157号 规"
            "程二（六））",
        ),
        (
            "internal/reviews/s-fa-3.yaml:9:13: error: the objection about “fa-3” i"
            "s noted for the leading organ itself [office-joint-lead]\n"
            "    That organ decides; name the one that objects.（惠府办函〔2018〕157"
            "号 规程二（六））",
        ),
    ),
    Example(
        "adjustments_go_towards_openness",
        replaced(
            REVIEW_3,
            ("from: 依申请公开, to: 主动公开", "from: 主动公开, to: 依申请公开"),
            ("on: 2022-05-23, attribute: 依申请公开", "on: 2022-05-23, attribute: 主动公开"),
            ("on: 2022-05-25, attribute: 依申请公开", "on: 2022-05-25, attribute: 主动公开"),
            ("on: 2022-06-06, attribute: 依申请公开", "on: 2022-06-06, attribute: 主动公开"),
        )
        | replaced(
            FA_3,
            ("from: 依申请公开, to: 主动公开", "from: 主动公开, to: 依申请公开"),
            ("attribute: 主动公开", "attribute: 依申请公开"),
            ("\n各单位：照此办理。\n", ""),
        )
        | {"internal/documents/fa-3.md": TEXT_3},
        (
            "internal/reviews/s-fa-3.yaml:12:5: error: “fa-3”在 2024-02-05 由主动公"
            "开调整为依申请公开，没有书面批准 [office-adjustment-closing]\n"
            "    属性只能向更加公开的方向调整；确经批准的，写明“override”。（惠府办"
            "函〔2018〕157号 规程二（八））",
        ),
        (
            "internal/reviews/s-fa-3.yaml:12:5: error: “fa-3” was adjusted on 2024-"
            "02-05 from 主动公开 to 依申请公开 without a written approval [office-adj"
            "ustment-closing]\n"
            "    Adjust towards openness only; where it was approved, say so in “ove"
            "rride”.（惠府办函〔2018〕157号 规程二（八））",
        ),
    ),
    Example(
        "adjustments_follow_each_other",
        replaced(REVIEW_3, ("2024-02-05, from: 依申请公开", "2024-02-05, from: 不公开"))
        | replaced(FA_3, ("from: 依申请公开", "from: 不公开")),
        (
            "internal/reviews/s-fa-3.yaml:12:28: error: “fa-3”在 2024-02-05 的调整"
            "从不公开开始，而此前是依申请公开 [office-adjustment-chain]\n"
            "    请核对各次调整和签发的属性。（惠府办函〔2018〕157号 规程二（八））",
        ),
        (
            "internal/reviews/s-fa-3.yaml:12:28: error: the adjustment of “fa-3” on"
            " 2024-02-05 starts from 不公开, but it was 依申请公开 [office-adjustment"
            "-chain]\n"
            "    Check the adjustments and what was signed.（惠府办函〔2018〕157号 规"
            "程二（八））",
        ),
    ),
    Example(
        "adjustments_follow_each_other",
        replaced(REVIEW_3, ("adjustments:\n", "adjustments:\n" + IDLE))
        | replaced(FA_3, ("attribute_history:\n", "attribute_history:\n" + public(IDLE))),
        (
            "internal/reviews/s-fa-3.yaml:12:39: warning: “fa-3”在 2024-02-04 的调"
            "整没有改变属性 [office-adjustment-nothing]\n"
            "    请核对，或删除这一次。（惠府办函〔2018〕157号 规程二（八））",
        ),
        (
            "internal/reviews/s-fa-3.yaml:12:39: warning: the adjustment of “fa-3” "
            "on 2024-02-04 changes nothing [office-adjustment-nothing]\n"
            "    Check it or delete it.（惠府办函〔2018〕157号 规程二（八））",
        ),
    ),
    Example(
        "adjustments_are_public",
        replaced(FA_3, ("attribute_history:\n" + public(ADJUSTED), "")),
        (
            "internal/reviews/s-fa-3.yaml:12:5: warning: “fa-3”在 2024-02-05 的调整"
            "没有写进公开文件的属性调整 [office-adjustment-unpublished]\n"
            "    请在公开文件的“attribute_history”中写明同一天、同样的属性。（惠府"
            "办函〔2018〕157号 规程二（八））",
        ),
        (
            "internal/reviews/s-fa-3.yaml:12:5: warning: the adjustment of “fa-3” o"
            "n 2024-02-05 is not in the history of the public document [office-adjust"
            "ment-unpublished]\n"
            "    Add it to “attribute_history” there, with the same day and attribu"
            "tes.（惠府办函〔2018〕157号 规程二（八））",
        ),
    ),
    Example(
        "adjustments_are_recorded",
        replaced(
            REVIEW_3,
            ("adjustments:\n" + ADJUSTED, ""),
            ("on: 2022-06-06, attribute: 依申请公开", "on: 2022-06-06, attribute: 主动公开"),
        ),
        (
            "content/documents/fa-3.md:13:5: warning: “fa-3”写明的属性调整（2024-02-05"
            "）在审核记录中没有 [office-adjustment-unrecorded]\n"
            "    请在审核记录的“adjustments”中写明同一天、同样的属性。（惠府办函〔2018"
            "〕157号 规程二（八））",
        ),
        (
            "content/documents/fa-3.md:13:5: warning: the adjustment that “fa-3” names "
            "for 2024-02-05 is not in its review [office-adjustment-unrecorded]\n"
            "    Add it to “adjustments” there, with the same day and attributes.（惠府"
            "办函〔2018〕157号 规程二（八））",
        ),
    ),
    Example(
        "adjustments_are_recorded",
        replaced(
            NB,
            (
                "attribute: 不公开\n",
                "attribute: 不公开\nattribute_history:\n"
                "  - {date: 2024-01-01, from: 依申请公开, to: 不公开, reason: 一}\n",
            ),
        ),
        (
            "internal/documents/nb-1.md:9:5: warning: “nb-1”写明的属性调整（2024-01-01"
            "）在审核记录中没有 [office-adjustment-unrecorded]\n"
            "    请在审核记录的“adjustments”中写明同一天、同样的属性。（惠府办函〔2018"
            "〕157号 规程二（八））",
        ),
        (
            "internal/documents/nb-1.md:9:5: warning: the adjustment that “nb-1” names "
            "for 2024-01-01 is not in its review [office-adjustment-unrecorded]\n"
            "    Add it to “adjustments” there, with the same day and attributes.（惠府"
            "办函〔2018〕157号 规程二（八））",
        ),
    ),
    Example(
        "withheld_are_reconsidered",
        replaced(NB, ("2026-04-01", "2025-11-23")),
        (
            "internal/documents/nb-1.md:2:1: warning: “nb-1”不公开，上次核定或者复"
            "核在 2025-11-23，2026-11-23 起应当复核 [office-reconsideration-due]\n"
            "    复核以后写进“reconsidered”；可以公开的及时公开。（惠府办函〔2018〕"
            "157号 规程四；政府信息公开条例第十八条）",
        ),
        (
            "internal/documents/nb-1.md:2:1: warning: “nb-1” is withheld, was last "
            "looked at on 2025-11-23 and is due since 2026-11-23 [office-reconsiderat"
            "ion-due]\n"
            "    Reconsider it and note that in “reconsidered”; publish it where it"
            " can be.（惠府办函〔2018〕157号 规程四；政府信息公开条例第十八条）",
        ),
    ),
    Example(
        "withheld_are_reconsidered",
        replaced(NB, ("formed: 2023-04-10\n", ""), (RECONSIDERED, "")) | {REVIEW_NB: ""},
        (
            "internal/documents/nb-1.md:2:1: warning: “nb-1”不公开，没有任何日期，"
            "无法推算何时复核 [office-reconsideration-unknown]\n"
            "    请补写生成日期，或者审核记录中的日期。（惠府办函〔2018〕157号 规程四"
            "；政府信息公开条例第十八条）",
            "internal/documents/nb-1.md:2:1: warning: “nb-1”没有公开属性审核记录 [o"
            "ffice-review-missing]\n"
            "    请在 internal/reviews/ 中登记。（惠府办函〔2018〕157号 规程二（一）"
            "、（二））",
        ),
        (
            "internal/documents/nb-1.md:2:1: warning: “nb-1” is withheld and has no"
            " day from which its reconsideration could be reckoned [office-reconsider"
            "ation-unknown]\n"
            "    Add “formed”, or the days of its review.（惠府办函〔2018〕157号 规"
            "程四；政府信息公开条例第十八条）",
            "internal/documents/nb-1.md:2:1: warning: “nb-1” has no review of its a"
            "ttribute [office-review-missing]\n"
            "    Register it in internal/reviews/.（惠府办函〔2018〕157号 规程二（一"
            "）、（二））",
        ),
    ),
    Example(
        "withholding_again_is_reasoned",
        replaced(NB, (", reason: 内部管理", "")),
        (
            "internal/documents/nb-1.md:9:5: warning: “nb-1”在 2026-04-01 复核为维持，"
            "没有说明理由 [office-reconsideration-reason-missing]\n"
            "    请在那一次中补写“reason”。（惠府办函〔2018〕157号 规程四；政府信息公"
            "开条例第十八条）",
        ),
        (
            "internal/documents/nb-1.md:9:5: warning: “nb-1” was kept withheld on 2026"
            "-04-01 and no reason is given [office-reconsideration-reason-missing]\n"
            "    Add “reason” there.（惠府办函〔2018〕157号 规程四；政府信息公开条例第"
            "十八条）",
        ),
    ),
    Example(
        "reconsidered_are_adjusted",
        replaced(NB, ("维持", "调整")),
        (
            "internal/documents/nb-1.md:9:5: warning: “nb-1”在 2026-04-01 复核为调整，"
            "审核记录中没有此后向公开的调整 [office-reconsideration-adjustment-missing]"
            "\n"
            "    请写进审核记录的“adjustments”。（惠府办函〔2018〕157号 规程二（八））",
        ),
        (
            "internal/documents/nb-1.md:9:5: warning: “nb-1” was to be adjusted after i"
            "ts reconsideration on 2026-04-01, and its review names no adjustment towar"
            "ds openness since [office-reconsideration-adjustment-missing]\n"
            "    Add it to “adjustments” of the review.（惠府办函〔2018〕157号 规程二（"
            "八））",
        ),
    ),
    Example(
        "reconsidered_are_adjusted",
        replaced(NB, ("维持", "调整"))
        | replaced(
            REVIEW_NB,
            (
                "registered_on: 2023-04-12\n",
                "registered_on: 2023-04-12\nadjustments:\n"
                "  - {on: 2026-04-02, from: 不公开, to: 不公开, reason: 一}\n",
            ),
        ),
        (
            "internal/documents/nb-1.md:9:5: warning: “nb-1”在 2026-04-01 复核为调整，"
            "审核记录中没有此后向公开的调整 [office-reconsideration-adjustment-missing]"
            "\n"
            "    请写进审核记录的“adjustments”。（惠府办函〔2018〕157号 规程二（八））",
            "internal/reviews/s-nb-1.yaml:9:37: warning: “nb-1”在 2026-04-02 的调整没有"
            "改变属性 [office-adjustment-nothing]\n"
            "    请核对，或删除这一次。（惠府办函〔2018〕157号 规程二（八））",
        ),
        (
            "internal/documents/nb-1.md:9:5: warning: “nb-1” was to be adjusted after i"
            "ts reconsideration on 2026-04-01, and its review names no adjustment towar"
            "ds openness since [office-reconsideration-adjustment-missing]\n"
            "    Add it to “adjustments” of the review.（惠府办函〔2018〕157号 规程二（"
            "八））",
            "internal/reviews/s-nb-1.yaml:9:37: warning: the adjustment of “nb-1” on 20"
            "26-04-02 changes nothing [office-adjustment-nothing]\n"
            "    Check it or delete it.（惠府办函〔2018〕157号 规程二（八））",
        ),
    ),
    Example(
        "public_attribute_is_the_final_one",
        replaced(
            FA_1, ("attribute: 主动公开", "attribute: 依申请公开"), ("\n各单位：照此办理。\n", "")
        )
        | {"internal/documents/fa-1.md": TEXT_1},
        (
            "content/documents/fa-1.md:11:12: error: “fa-1”公开的属性是依申请公开，"
            "签发和调整的是主动公开 [office-attribute-differs]\n"
            "    请改正其中一处。（惠府办函〔2018〕157号 规程二（七））",
            "internal/documents/fa-1.md:4:12: error: “fa-1”在内部登记为依申请公开，"
            "签发和调整的是主动公开 [office-own-attribute-differs]\n"
            "    请改正其中一处；已主动公开的，从内部一侧移走。（惠府办函〔2018〕157"
            "号 规程二（七））",
        ),
        (
            "content/documents/fa-1.md:11:12: error: “fa-1” is public as 依申请公开"
            ", but was signed and adjusted as 主动公开 [office-attribute-differs]\n"
            "    Correct one of the two.（惠府办函〔2018〕157号 规程二（七））",
            "internal/documents/fa-1.md:4:12: error: “fa-1” is registered here as "
            "依申请公开, but was signed and adjusted as 主动公开 [office-own-attribut"
            "e-differs]\n"
            "    Correct one of the two; what is public now is moved away from here."
            "（惠府办函〔2018〕157号 规程二（七））",
        ),
    ),
    Example(
        "public_attribute_is_the_final_one",
        replaced(
            REVIEW_1,
            (
                "reviewed: {by: 政务公开科, on: 2020-02-24, attribute: 主动公开}",
                "reviewed: {by: 政务公开科, on: 2020-02-24, attribute: 不公开}",
            ),
            ("attribute: 主动公开", "attribute: 不公开, reason: 一"),
            (
                "signed: {on: 2020-03-02, attribute: 主动公开}",
                "signed: {on: 2020-03-02, attribute: 不公开}\nregistered_on: 2020-03-04",
            ),
        ),
        (
            "content/documents/fa-1.md:11:12: error: “fa-1”签发或者调整为不公开，却"
            "登记在公开一侧 [office-withheld-public]\n"
            "    请移到 internal/；已发布的按泄露事件处置，并请核对审核记录。（惠府办"
            "函〔2018〕157号 规程二（七））",
        ),
        (
            "content/documents/fa-1.md:11:12: error: “fa-1” was signed or adjusted "
            "as withheld, and is registered on the public side [office-withheld-publi"
            "c]\n"
            "    Move it to internal/; if it was published, that is an incident. Chec"
            "k the review too.（惠府办函〔2018〕157号 规程二（七））",
        ),
    ),
    Example(
        "public_attribute_is_the_final_one",
        replaced(
            REVIEW_1,
            ("attribute: 主动公开}", "attribute: 不公开, reason: 一}"),
            ("attribute: 主动公开}", "attribute: 不公开}"),
            (
                "on: 2020-03-02, attribute: 主动公开}",
                "on: 2060-03-02, attribute: 不公开}\nregistered_on: 2020-03-04",
            ),
        ),
        (
            "content/documents/fa-1.md:11:12: error: “fa-1”签发或者调整为不公开，却登"
            "记在公开一侧 [office-withheld-public]\n"
            "    请移到 internal/；已发布的按泄露事件处置，并请核对审核记录。（惠府办"
            "函〔2018〕157号 规程二（七））",
            "internal/reviews/s-fa-1.yaml:6:14: warning: “fa-1”的签发日期（2060-03-02"
            "）还没有到 [office-day-ahead]\n"
            "    请核对日期；还没有做的步骤先不写。（惠府办函〔2018〕157号 规程二（三"
            "）至（八）、四）",
            "internal/reviews/s-fa-1.yaml:7:16: warning: “fa-1”的登记备案（2020-03-04"
            "）早于签发（2060-03-02） [office-days-order]\n"
            "    请核对两个日期。（惠府办函〔2018〕157号 规程二（三）至（七））",
        ),
        (
            "content/documents/fa-1.md:11:12: error: “fa-1” was signed or adjusted as "
            "withheld, and is registered on the public side [office-withheld-public]\n"
            "    Move it to internal/; if it was published, that is an incident. Check"
            " the review too.（惠府办函〔2018〕157号 规程二（七））",
            "internal/reviews/s-fa-1.yaml:6:14: warning: “fa-1”: the day of 签发 (2060"
            "-03-02) lies ahead [office-day-ahead]\n"
            "    Check it; a step that is still to come is not written yet.（惠府办函"
            "〔2018〕157号 规程二（三）至（八）、四）",
            "internal/reviews/s-fa-1.yaml:7:16: warning: “fa-1”: 登记备案 (2020-03-04)"
            " is earlier than 签发 (2060-03-02) [office-days-order]\n"
            "    Check both days.（惠府办函〔2018〕157号 规程二（三）至（七））",
        ),
    ),
    Example(
        "public_attribute_is_the_final_one",
        replaced(
            REVIEW_3,
            (
                "2024-02-05, from: 依申请公开, to: 主动公开, reason: 群众申请较多",
                "2066-02-05, from: 依申请公开, to: 不公开, reason: 一, override: 二",
            ),
        )
        | replaced(FA_3, ("attribute_history:\n" + public(ADJUSTED), "")),
        (
            "content/documents/fa-3.md:11:12: error: “fa-3”签发或者调整为不公开，却登记"
            "在公开一侧 [office-withheld-public]\n"
            "    请移到 internal/；已发布的按泄露事件处置，并请核对审核记录。（惠府办函"
            "〔2018〕157号 规程二（七））",
            "internal/reviews/s-fa-3.yaml:1:1: warning: “fa-3”签发为不公开，还没有登记"
            "备案 [office-registered-missing]\n"
            "    登记以后补写“registered_on”。（惠府办函〔2018〕157号 规程二（七））",
            "internal/reviews/s-fa-3.yaml:12:5: warning: “fa-3”在 2066-02-05 的调整没有"
            "写进公开文件的属性调整 [office-adjustment-unpublished]\n"
            "    请在公开文件的“attribute_history”中写明同一天、同样的属性。（惠府办函"
            "〔2018〕157号 规程二（八））",
            "internal/reviews/s-fa-3.yaml:12:10: warning: “fa-3”的属性调整日期（2066-02"
            "-05）还没有到 [office-day-ahead]\n"
            "    请核对日期；还没有做的步骤先不写。（惠府办函〔2018〕157号 规程二（三）"
            "至（八）、四）",
        ),
        (
            "content/documents/fa-3.md:11:12: error: “fa-3” was signed or adjusted as w"
            "ithheld, and is registered on the public side [office-withheld-public]\n"
            "    Move it to internal/; if it was published, that is an incident. Check "
            "the review too.（惠府办函〔2018〕157号 规程二（七））",
            "internal/reviews/s-fa-3.yaml:1:1: warning: “fa-3” was signed as withheld a"
            "nd is not registered [office-registered-missing]\n"
            "    Once it is, add “registered_on”.（惠府办函〔2018〕157号 规程二（七））",
            "internal/reviews/s-fa-3.yaml:12:5: warning: the adjustment of “fa-3” on 20"
            "66-02-05 is not in the history of the public document [office-adjustment-u"
            "npublished]\n"
            "    Add it to “attribute_history” there, with the same day and attributes."
            "（惠府办函〔2018〕157号 规程二（八））",
            "internal/reviews/s-fa-3.yaml:12:10: warning: “fa-3”: the day of 属性调整 ("
            "2066-02-05) lies ahead [office-day-ahead]\n"
            "    Check it; a step that is still to come is not written yet.（惠府办函〔"
            "2018〕157号 规程二（三）至（八）、四）",
        ),
    ),
    Example(
        "public_documents_are_signed",
        replaced(REVIEW_1, ("signed: {on: 2020-03-02, attribute: 主动公开}\n", "")),
        (
            "content/documents/fa-1.md:2:1: warning: “fa-1”没有签发这一步，却已在公开"
            "一侧 [office-unsigned-public]\n"
            "    请补写“signed”；还没有签发的，从公开一侧移走。（惠府办函〔2018〕157号"
            " 规程二（七））",
        ),
        (
            "content/documents/fa-1.md:2:1: warning: “fa-1” is public, though it has n"
            "ot been signed [office-unsigned-public]\n"
            "    Add “signed”; if it is not signed yet, move it away from the public s"
            "ide.（惠府办函〔2018〕157号 规程二（七））",
        ),
    ),
    Example(
        "public_documents_are_signed",
        replaced(REVIEW_2, ("signed: {on: 2021-05-10, attribute: 依申请公开}\n", "")),
        (
            "content/documents/fa-2.md:2:1: error: “fa-2”没有签发，草拟、审核或者调整为"
            "不公开，却已在公开一侧 [office-unsigned-withheld]\n"
            "    请从公开一侧移走；已经签发为公开的，补写“signed”。（惠府办函〔2018〕15"
            "7号 规程二（七））",
        ),
        (
            "content/documents/fa-2.md:2:1: error: “fa-2” is not signed, was drafted, r"
            "eviewed or adjusted as withheld, and is public [office-unsigned-withheld]"
            "\n"
            "    Move it away from the public side; if it was signed as open, add “sign"
            "ed”.（惠府办函〔2018〕157号 规程二（七））",
        ),
    ),
    Example(
        "public_documents_are_signed",
        replaced(FA_1, ("published: 2020-03-04", "published: 2020-03-01")),
        (
            "content/documents/fa-1.md:10:12: warning: “fa-1”签发或者调整为公开（2020-0"
            "3-02）以前就发布了（2020-03-01） [office-published-early]\n"
            "    公文签发后才发布；日期有误的请改正。（惠府办函〔2018〕157号 规程二（七"
            "））",
        ),
        (
            "content/documents/fa-1.md:10:12: warning: “fa-1” was published (2020-03-01"
            ") before it was signed or adjusted as open (2020-03-02) [office-published-"
            "early]\n"
            "    That comes first; correct the day if it is wrong.（惠府办函〔2018〕157"
            "号 规程二（七））",
        ),
    ),
    Example(
        "public_documents_are_signed",
        replaced(
            REVIEW_3,
            ("signed: {on: 2022-06-06, attribute: 依申请公开}\n", ""),
            ("依申请公开, to: 主动公开", "依申请公开, to: 不公开, override: 一"),
        )
        | replaced(FA_3, ("attribute_history:\n" + public(ADJUSTED), "")),
        (
            "content/documents/fa-3.md:2:1: error: “fa-3”没有签发，草拟、审核或者调整为"
            "不公开，却已在公开一侧 [office-unsigned-withheld]\n"
            "    请从公开一侧移走；已经签发为公开的，补写“signed”。（惠府办函〔2018〕15"
            "7号 规程二（七））",
            "internal/reviews/s-fa-3.yaml:11:5: warning: “fa-3”在 2024-02-05 的调整没有"
            "写进公开文件的属性调整 [office-adjustment-unpublished]\n"
            "    请在公开文件的“attribute_history”中写明同一天、同样的属性。（惠府办函"
            "〔2018〕157号 规程二（八））",
        ),
        (
            "content/documents/fa-3.md:2:1: error: “fa-3” is not signed, was drafted, r"
            "eviewed or adjusted as withheld, and is public [office-unsigned-withheld]"
            "\n"
            "    Move it away from the public side; if it was signed as open, add “sign"
            "ed”.（惠府办函〔2018〕157号 规程二（七））",
            "internal/reviews/s-fa-3.yaml:11:5: warning: the adjustment of “fa-3” on 20"
            "24-02-05 is not in the history of the public document [office-adjustment-u"
            "npublished]\n"
            "    Add it to “attribute_history” there, with the same day and attributes."
            "（惠府办函〔2018〕157号 规程二（八））",
        ),
    ),
    Example(
        "public_documents_are_signed",
        replaced(
            REVIEW_2,
            (CONSULTED, ""),
            ("on: 2021-05-05, attribute: 依申请公开", "on: 2021-05-05, attribute: 不公开"),
            (
                "signed: {on: 2021-05-10, attribute: 依申请公开}\n",
                "signed: {on: 2021-05-10, attribute: 不公开}\nregistered_on: 2021-05-11\n"
                "adjustments:\n"
                "  - {on: 2023-05-10, from: 不公开, to: 依申请公开, reason: 一}\n",
            ),
        )
        | replaced(
            FA_2,
            (
                "attribute: 依申请公开\n",
                "attribute: 依申请公开\nattribute_history:\n"
                "  - {date: 2023-05-10, from: 不公开, to: 依申请公开, reason: 一}\n",
            ),
        ),
        (
            "content/documents/fa-2.md:10:12: warning: “fa-2”签发或者调整为公开（2023-0"
            "5-10）以前就发布了（2021-05-12） [office-published-early]\n"
            "    公文签发后才发布；日期有误的请改正。（惠府办函〔2018〕157号 规程二（七"
            "））",
        ),
        (
            "content/documents/fa-2.md:10:12: warning: “fa-2” was published (2021-05-12"
            ") before it was signed or adjusted as open (2023-05-10) [office-published-"
            "early]\n"
            "    That comes first; correct the day if it is wrong.（惠府办函〔2018〕157"
            "号 规程二（七））",
        ),
    ),
    Example(
        "decided_are_in_the_public_catalogue",
        {FA_2: ""},
        (
            "internal/reviews/s-fa-2.yaml:1:1: warning: “fa-2”签发或者调整为依申请"
            "公开，没有编入政府信息公开目录 [office-catalogue-missing]\n"
            "    请在 content/documents/ 中登记。（惠府办函〔2018〕157号 规程二（七）"
            "）",
        ),
        (
            "internal/reviews/s-fa-2.yaml:1:1: warning: “fa-2” was signed or adjust"
            "ed as 依申请公开 and is not in the public catalogue [office-catalogue-mi"
            "ssing]\n"
            "    Register it in content/documents/.（惠府办函〔2018〕157号 规程二（七"
            "））",
        ),
    ),
    Example(
        "internal_attribute_is_the_final_one",
        replaced(TEXT, ("attribute: 依申请公开", "attribute: 不公开")),
        (
            "internal/documents/fa-2.md:2:1: warning: “fa-2”不公开，上次核定或者复核在 "
            "2021-05-10，2022-05-10 起应当复核 [office-reconsideration-due]\n"
            "    复核以后写进“reconsidered”；可以公开的及时公开。（惠府办函〔2018〕157"
            "号 规程四；政府信息公开条例第十八条）",
            "internal/documents/fa-2.md:2:5: error: “fa-2”的编号与公开一侧的“fa-2”相同"
            "，一份文件登记在两侧 [office-both-sides]\n"
            "    请只留一处，或改正写错的号码；依申请公开的正文用公开记录的编号。（惠府"
            "办函〔2018〕157号 规程二（七））",
            "internal/documents/fa-2.md:7:12: error: “fa-2”在内部登记为不公开，签发和调"
            "整的是依申请公开 [office-own-attribute-differs]\n"
            "    请改正其中一处；已主动公开的，从内部一侧移走。（惠府办函〔2018〕157号 "
            "规程二（七））",
        ),
        (
            "internal/documents/fa-2.md:2:1: warning: “fa-2” is withheld, was last look"
            "ed at on 2021-05-10 and is due since 2022-05-10 [office-reconsideration-du"
            "e]\n"
            "    Reconsider it and note that in “reconsidered”; publish it where it can"
            " be.（惠府办函〔2018〕157号 规程四；政府信息公开条例第十八条）",
            "internal/documents/fa-2.md:2:5: error: “fa-2” has the 编号 of the public “"
            "fa-2”: one document on both sides [office-both-sides]\n"
            "    Keep one of them, or correct the number; the text of what is public on"
            " request has the public record's id.（惠府办函〔2018〕157号 规程二（七））",
            "internal/documents/fa-2.md:7:12: error: “fa-2” is registered here as 不公"
            "开, but was signed and adjusted as 依申请公开 [office-own-attribute-differ"
            "s]\n"
            "    Correct one of the two; what is public now is moved away from here.（"
            "惠府办函〔2018〕157号 规程二（七））",
        ),
    ),
    Example(
        "documents_are_on_one_side",
        replaced(TEXT, ("attribute: 依申请公开", "attribute: 不公开")) | {REVIEW_2: ""},
        (
            "internal/documents/fa-2.md:2:1: warning: “fa-2”不公开，上次核定或者复核在 "
            "2021-05-10，2022-05-10 起应当复核 [office-reconsideration-due]\n"
            "    复核以后写进“reconsidered”；可以公开的及时公开。（惠府办函〔2018〕157"
            "号 规程四；政府信息公开条例第十八条）",
            "internal/documents/fa-2.md:2:1: warning: “fa-2”没有公开属性审核记录 [offic"
            "e-review-missing]\n"
            "    请在 internal/reviews/ 中登记。（惠府办函〔2018〕157号 规程二（一）、"
            "（二））",
            "internal/documents/fa-2.md:2:5: error: “fa-2”的编号与公开一侧的“fa-2”相同"
            "，一份文件登记在两侧 [office-both-sides]\n"
            "    请只留一处，或改正写错的号码；依申请公开的正文用公开记录的编号。（惠府"
            "办函〔2018〕157号 规程二（七））",
        ),
        (
            "internal/documents/fa-2.md:2:1: warning: “fa-2” is withheld, was last look"
            "ed at on 2021-05-10 and is due since 2022-05-10 [office-reconsideration-du"
            "e]\n"
            "    Reconsider it and note that in “reconsidered”; publish it where it can"
            " be.（惠府办函〔2018〕157号 规程四；政府信息公开条例第十八条）",
            "internal/documents/fa-2.md:2:1: warning: “fa-2” has no review of its attri"
            "bute [office-review-missing]\n"
            "    Register it in internal/reviews/.（惠府办函〔2018〕157号 规程二（一）"
            "、（二））",
            "internal/documents/fa-2.md:2:5: error: “fa-2” has the 编号 of the public “"
            "fa-2”: one document on both sides [office-both-sides]\n"
            "    Keep one of them, or correct the number; the text of what is public on"
            " request has the public record's id.（惠府办函〔2018〕157号 规程二（七））",
        ),
    ),
    Example(
        "documents_are_on_one_side",
        replaced(NB, ("示府〔2023〕40号", "示府[2020]1号")),
        (
            "internal/documents/nb-1.md:4:9: error: “nb-1”的文号与公开一侧的“fa-1”相同"
            "，一份文件登记在两侧 [office-both-sides]\n"
            "    请只留一处，或改正写错的号码；依申请公开的正文用公开记录的编号。（惠府"
            "办函〔2018〕157号 规程二（七））",
        ),
        (
            "internal/documents/nb-1.md:4:9: error: “nb-1” has the 文号 of the public “"
            "fa-1”: one document on both sides [office-both-sides]\n"
            "    Keep one of them, or correct the number; the text of what is public on"
            " request has the public record's id.（惠府办函〔2018〕157号 规程二（七））",
        ),
    ),
    Example(
        "documents_are_on_one_side",
        replaced(NB, ("示府〔2023〕40号", "示府［2020］第 01 號")),
        (
            "internal/documents/nb-1.md:4:9: error: “nb-1”的文号与公开一侧的“fa-1”相同"
            "，一份文件登记在两侧 [office-both-sides]\n"
            "    请只留一处，或改正写错的号码；依申请公开的正文用公开记录的编号。（惠府"
            "办函〔2018〕157号 规程二（七））",
        ),
        (
            "internal/documents/nb-1.md:4:9: error: “nb-1” has the 文号 of the public “"
            "fa-1”: one document on both sides [office-both-sides]\n"
            "    Keep one of them, or correct the number; the text of what is public on"
            " request has the public record's id.（惠府办函〔2018〕157号 规程二（七））",
        ),
    ),
    Example(
        "documents_are_on_one_side",
        replaced(NB, ("示府〔2023〕40号", "2020年第3号"))
        | replaced(FA_1, ("示府〔2020〕1号", "2020年3号")),
        (
            "internal/documents/nb-1.md:4:9: error: “nb-1”的文号与公开一侧的“fa-1”相同"
            "，一份文件登记在两侧 [office-both-sides]\n"
            "    请只留一处，或改正写错的号码；依申请公开的正文用公开记录的编号。（惠府"
            "办函〔2018〕157号 规程二（七））",
        ),
        (
            "internal/documents/nb-1.md:4:9: error: “nb-1” has the 文号 of the public “"
            "fa-1”: one document on both sides [office-both-sides]\n"
            "    Keep one of them, or correct the number; the text of what is public on"
            " request has the public record's id.（惠府办函〔2018〕157号 规程二（七））",
        ),
    ),
    Example(
        "documents_are_on_one_side",
        replaced(NB, ("attribute:", "index_number: 119999000000000001／2020–00001\nattribute:")),
        (
            "internal/documents/nb-1.md:7:15: error: “nb-1”的索引号与公开一侧的“fa-1”相"
            "同，一份文件登记在两侧 [office-both-sides]\n"
            "    请只留一处，或改正写错的号码；依申请公开的正文用公开记录的编号。（惠府"
            "办函〔2018〕157号 规程二（七））",
        ),
        (
            "internal/documents/nb-1.md:7:15: error: “nb-1” has the 索引号 of the publi"
            "c “fa-1”: one document on both sides [office-both-sides]\n"
            "    Keep one of them, or correct the number; the text of what is public on"
            " request has the public record's id.（惠府办函〔2018〕157号 规程二（七））",
        ),
    ),
    Example(
        "on_request_documents_have_their_text",
        {TEXT: ""},
        (
            "content/documents/fa-2.md:2:1: warning: 依申请公开的“fa-2”在内部一侧没"
            "有正文 [office-text-missing]\n"
            "    请在 internal/documents/ 中以同一编号登记。（惠府办函〔2018〕157号 "
            "规程二（七））",
        ),
        (
            "content/documents/fa-2.md:2:1: warning: the text of “fa-2”, public on "
            "request, is not on the internal side [office-text-missing]\n"
            "    Register it in internal/documents/ under the same id.（惠府办函〔201"
            "8〕157号 规程二（七））",
        ),
    ),
    Example(
        "on_request_documents_have_their_text",
        replaced(TEXT, ("\n批复如下。\n", "")),
        (
            "content/documents/fa-2.md:2:1: warning: 依申请公开的“fa-2”在内部一侧没"
            "有正文 [office-text-missing]\n"
            "    请在 internal/documents/ 中以同一编号登记。（惠府办函〔2018〕157号 "
            "规程二（七））",
        ),
        (
            "content/documents/fa-2.md:2:1: warning: the text of “fa-2”, public on "
            "request, is not on the internal side [office-text-missing]\n"
            "    Register it in internal/documents/ under the same id.（惠府办函〔201"
            "8〕157号 规程二（七））",
        ),
    ),
    Example(
        "on_request_documents_have_their_text",
        replaced(TEXT, ("批复如下。", "<!-- 批复如下。 -->")),
        (
            "content/documents/fa-2.md:2:1: warning: 依申请公开的“fa-2”在内部一侧没有正"
            "文 [office-text-missing]\n"
            "    请在 internal/documents/ 中以同一编号登记。（惠府办函〔2018〕157号 规"
            "程二（七））",
        ),
        (
            "content/documents/fa-2.md:2:1: warning: the text of “fa-2”, public on requ"
            "est, is not on the internal side [office-text-missing]\n"
            "    Register it in internal/documents/ under the same id.（惠府办函〔2018"
            "〕157号 规程二（七））",
        ),
    ),
    Example(
        "on_request_documents_have_their_text",
        replaced(
            TEXT, ("attribute: 依申请公开", "attachments: [不在的秘密.pdf]\nattribute: 依申请公开")
        ),
        (
            "internal/documents/fa-2.md:7:15: warning: 依申请公开的“fa-2”写明的第 1 个"
            "附件不在内部文件旁边 [office-attachment-missing]\n"
            "    请把它放在那里，或改正文件名。（惠府办函〔2018〕157号 规程二（七））",
        ),
        (
            "internal/documents/fa-2.md:7:15: warning: attachment no. 1 of “fa-2”, publ"
            "ic on request, does not lie beside the internal file [office-attachment-mi"
            "ssing]\n"
            "    Put it there, or correct its name.（惠府办函〔2018〕157号 规程二（七）"
            "）",
        ),
    ),
    Example(
        "withheld_change_nothing_public",
        replaced(NB, ("attribute:", "repeals: [fa-1]\nattribute:")),
        (
            "internal/documents/nb-1.md:7:11: warning: 内部登记的“nb-1”要修改、废止"
            "或者代替公开的“fa-1”，公开一侧不因此改变 [office-withheld-effect]\n"
            "    请由公开的文件或者清理结果写明。（惠府办函〔2018〕157号 规程一（四）"
            "）",
        ),
        (
            "internal/documents/nb-1.md:7:11: warning: “nb-1” would amend, repeal o"
            "r replace the public “fa-1”; nothing public changes by it [office-with"
            "held-effect]\n"
            "    Let a public document or the result of a clean-up say so.（惠府办函"
            "〔2018〕157号 规程一（四））",
        ),
    ),
    Example(
        "withheld_change_nothing_public",
        replaced(NB, ("attribute:", "replaces:\n  - 某通知（示府〔2020〕1号）\nattribute:")),
        (
            "internal/documents/nb-1.md:8:5: warning: 内部登记的“nb-1”要修改、废止"
            "或者代替公开的“fa-1”，公开一侧不因此改变 [office-withheld-effect]\n"
            "    请由公开的文件或者清理结果写明。（惠府办函〔2018〕157号 规程一（四）"
            "）",
        ),
        (
            "internal/documents/nb-1.md:8:5: warning: “nb-1” would amend, repeal or"
            " replace the public “fa-1”; nothing public changes by it [office-withh"
            "eld-effect]\n"
            "    Let a public document or the result of a clean-up say so.（惠府办函"
            "〔2018〕157号 规程一（四））",
        ),
    ),
    Example(
        "documents_are_not_alike",
        replaced(
            NB, ("number: 示府〔2023〕40号\nformed: 2023-04-10\n", ""), ("值班安排", "加强公开")
        ),
        (
            "internal/documents/nb-1.md:3:8: warning: “nb-1”与公开一侧的“fa-1”标题和发"
            "文机关相同，可能是同一份文件 [office-both-sides-perhaps]\n"
            "    请核对；是同一份的只留一处，不是的写明文号或者生成日期。（惠府办函〔20"
            "18〕157号 规程二（七））",
        ),
        (
            "internal/documents/nb-1.md:3:8: warning: “nb-1” has the title and the issu"
            "er of the public “fa-1” and may be the same document [office-both-sides-pe"
            "rhaps]\n"
            "    Check it; keep one of them, or tell them apart by “number” or “formed”"
            ".（惠府办函〔2018〕157号 规程二（七））",
        ),
    ),
    Example(
        "documents_are_not_alike",
        replaced(
            NB,
            ("formed: 2023-04-10\n", ""),
            ("issuers: [示范市人民政府]\n", ""),
            ("示范市人民政府关于值班安排", "示范市人民政府关于加强公开"),
        )
        | replaced(FA_1, ("number: 示府〔2020〕1号\n", "")),
        (
            "internal/documents/nb-1.md:3:8: warning: “nb-1”与公开一侧的“fa-1”标题和发"
            "文机关相同，可能是同一份文件 [office-both-sides-perhaps]\n"
            "    请核对；是同一份的只留一处，不是的写明文号或者生成日期。（惠府办函〔20"
            "18〕157号 规程二（七））",
        ),
        (
            "internal/documents/nb-1.md:3:8: warning: “nb-1” has the title and the issu"
            "er of the public “fa-1” and may be the same document [office-both-sides-pe"
            "rhaps]\n"
            "    Check it; keep one of them, or tell them apart by “number” or “formed”"
            ".（惠府办函〔2018〕157号 规程二（七））",
        ),
    ),
    Example(
        "internal_documents_are_registered_once",
        {
            "internal/documents/nb-2.md": GOOD[NB]
            .replace("nb-1", "nb-2")
            .replace("〔2023〕", "(2023)第"),
            "internal/reviews/s-nb-2.yaml": GOOD[REVIEW_NB].replace("nb-1", "nb-2"),
        },
        (
            "internal/documents/nb-2.md:4:9: warning: “nb-2”的文号与内部登记的“nb-1”相"
            "同 [office-number-repeated]\n"
            "    请核对；重复登记的只留一处，写错的号码请改正。（惠府办函〔2018〕157号 "
            "规程二（七））",
        ),
        (
            "internal/documents/nb-2.md:4:9: warning: “nb-2” has the 文号 of “nb-1”, wh"
            "ich is registered here too [office-number-repeated]\n"
            "    Check it; keep one of them, or correct the number.（惠府办函〔2018〕15"
            "7号 规程二（七））",
        ),
    ),
    Example(
        "texts_are_of_their_document",
        replaced(TEXT, ("示府函〔2021〕2号", "示府函〔2021〕3号")),
        (
            "internal/documents/fa-2.md:4:9: warning: 内部的正文“fa-2”，文号与公开一侧"
            "的同一编号不同，可能是另一份文件的正文 [office-text-other]\n"
            "    请核对，提供出去的才不会是另一份文件。（惠府办函〔2018〕157号 规程二（"
            "七））",
        ),
        (
            "internal/documents/fa-2.md:4:9: warning: the 文号 of the internal text “fa"
            "-2” is not that of the public record of this id [office-text-other]\n"
            "    Check it, or what is handed out may be another document.（惠府办函〔20"
            "18〕157号 规程二（七））",
        ),
    ),
    *OF_REQUESTS,
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.rule)
def test_a_rule_that_is_broken_is_told_in_both_languages(example):
    """
    The place, the clause, what to do; and nothing else is said.
    """
    assert list(example.zh) == said(example.differs)
    assert list(example.en) == said(example.differs, "en")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.rule)
def test_it_is_the_rule_itself_that_tells(example, monkeypatch):
    """
    Without it, less is said.
    """
    rules = tuple(rule for rule in RULES if rule.__name__ != example.rule)
    monkeypatch.setattr("generator.office.rules.RULES", rules)

    assert set(said(example.differs)) < set(example.zh)


def test_every_rule_has_an_example_and_a_sentence():
    """
    A rule without one could be taken out unnoticed.
    """
    assert {rule.__name__ for rule in RULES} == {example.rule for example in EXAMPLES}
    assert all(rule.__doc__ for rule in RULES)


def test_the_good_site_breaks_no_rule():
    """
    Nor is anything said of it at all.
    """
    assert [] == said()
    assert 10 == len(GOOD)
