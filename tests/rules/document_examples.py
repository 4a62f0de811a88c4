"""Every rule of documents, clean-ups and rotten bases with what breaks it, and all that is said."""

from __future__ import annotations

from ..conftest import CONFIG, GUIDE, UNITS, entry
from .example import Example
from .papers import cleanup, paper

A = "catalogue/entries/a.yaml"
D = "content/documents/"
L = "catalogue/laws/a.yaml"

EXAMPLES = (
    Example(
        "bases_carry",
        {
            L: "id: fa-2014\ntitle: 预算法\nedition: 2014年修正\nended: 2018-12-29\n",
            "catalogue/laws/b.yaml": "id: fa-2018\ntitle: 预算法\nedition: 2018年修正\n"
            "effective: 2018-12-29\n"
            "replaces: [fa-2014]\n"
            "articles: 1-101\n",
            "catalogue/laws/c.yaml": "id: jiu\ntitle: 旧办法\nended: 2020-01-01\n",
            "catalogue/laws/d.yaml": "id: xin\ntitle: 新法\neffective: 2027-01-01\n",
            "catalogue/entries/c.yaml": entry("c", basis="[新法]", duties="[d-zhengdi, d-b]"),
            D + "shixiao.md": paper("shixiao", title="暂用办法", expires="2021-01-31"),
            D + "xiugai.md": paper("xiugai", title="审批办法", number="示府〔2020〕7号"),
            D + "jueding.md": paper(
                "jueding",
                title="修改决定",
                number="示府〔2023〕1号",
                effective="2023-03-01",
                amends="[xiugai]",
            ),
            "catalogue/cleanups/a.yaml": cleanup(
                "document: shixiao, outcome: 失效, reason: 任务完成"
            ),
            A: entry(
                "a",
                effective="2022-01-01",
                basis="[{title: 预算法, edition: 2014年修正},"
                " {title: 预算法, article: 第一百零二条}, {title: 旧办法},"
                " {document: shixiao, title: 暂用办法}, {title: 审批办法}]",
            ),
            "catalogue/duties/b.yaml": "id: d-b\nlist: 权责清单\nname: 审批\nbasis: [审批办法]\n",
        },
        (
            "catalogue/duties/b.yaml:4:9: information: 依据“审批办法”修改过（2023-03-01） "
            "[basis-amended-perhaps]\n"
            "    见“修改决定（示府〔2023〕1号）”。请核对一次，写明“edition”后不再提示。"
            "（惠府办函〔2018〕157号 规程一（一））",
            "catalogue/entries/a.yaml:6:9: warning: 依据“预算法”写明的版本已不是现行版本 "
            "[basis-superseded]\n"
            "    见“预算法（2018年修正）”。请核对条款，改写“edition”。"
            "（惠府办函〔2018〕157号 规程一（一））",
            "catalogue/entries/a.yaml:6:41: warning: 依据“预算法”中已没有第一百零二条 "
            "[basis-article-gone]\n"
            "    请对照现行文本改写“article”。（惠府办函〔2018〕157号 规程一（一））",
            "catalogue/entries/a.yaml:6:72: warning: 依据“旧办法”已废止（2020-01-01） "
            "[basis-repealed]\n"
            "    请改列现行依据；没有现行依据的，取消该事项。（惠府办函〔2018〕157号 "
            "规程一（一））",
            "catalogue/entries/a.yaml:6:86: warning: 依据“暂用办法”已失效（2021-02-01） "
            "[basis-lapsed]\n"
            "    请改列现行依据；没有现行依据的，取消该事项。（惠府办函〔2018〕157号 "
            "规程一（一））",
            "catalogue/entries/a.yaml:6:120: warning: 依据“审批办法”已修改（2023-03-01），"
            "事项还是按修改前写的 [basis-amended]\n"
            "    见“修改决定（示府〔2023〕1号）”。请核对内容，改写“edition”"
            "或者“effective”。（惠府办函〔2018〕157号 规程一（一））",
            "catalogue/entries/c.yaml:6:9: warning: 依据“新法”2027-01-01 起才施行 [basis-early]\n"
            "    请写明施行以前的依据，或者在事项的“effective”写明同一天。"
            "（惠府办函〔2018〕157号 规程一（一））",
        ),
        (
            "catalogue/duties/b.yaml:4:9: information: the basis “审批办法” has been amended"
            " on 2023-03-01 [basis-amended-perhaps]\n"
            "    See “修改决定（示府〔2023〕1号）”. Check it once; naming its “edition” "
            "ends this.（惠府办函〔2018〕157号 规程一（一））",
            "catalogue/entries/a.yaml:6:9: warning: the edition that the basis “预算法” "
            "names has been superseded [basis-superseded]\n"
            "    See “预算法（2018年修正）”. Check the article and change “edition”"
            ".（惠府办函〔2018〕157号 规程一（一））",
            "catalogue/entries/a.yaml:6:41: warning: “预算法” has no 第一百零二条 any more "
            "[basis-article-gone]\n"
            "    Look it up in the text in force and change “article”"
            ".（惠府办函〔2018〕157号 规程一（一））",
            "catalogue/entries/a.yaml:6:72: warning: the basis “旧办法” has been repealed"
            " on 2020-01-01 [basis-repealed]\n"
            "    Name what is in force now, or end the item.（惠府办函〔2018〕157号 "
            "规程一（一））",
            "catalogue/entries/a.yaml:6:86: warning: the basis “暂用办法” has lapsed"
            " on 2021-02-01 [basis-lapsed]\n"
            "    Name what is in force now, or end the item.（惠府办函〔2018〕157号 "
            "规程一（一））",
            "catalogue/entries/a.yaml:6:120: warning: the basis “审批办法” was amended"
            " on 2023-03-01, after the item was written [basis-amended]\n"
            "    See “修改决定（示府〔2023〕1号）”. Check it, then change “edition” or "
            "“effective”.（惠府办函〔2018〕157号 规程一（一））",
            "catalogue/entries/c.yaml:6:9: warning: the basis “新法” is in force from 2027-01-01 "
            "only [basis-early]\n"
            "    Name what is in force until then, or give the item the same “effective”"
            ".（惠府办函〔2018〕157号 规程一（一））",
        ),
    ),
    Example(
        "titles_and_numbers_of_bases_agree",
        {
            L: "id: fa\ntitle: 中华人民共和国教育条例\nnumber: 国务院令第711号\n",
            D + "a.md": paper("wen-a", title="审批办法", number="示府〔2020〕7号"),
            D + "b.md": paper("wen-b", title="住房规定", number="示府〔2020〕8号"),
            A: entry(
                "a",
                basis="[{title: 审批办法, number: 示府〔2020〕8号},"
                " {title: 供水细则, number: 示府〔2020〕8号}, {title: 审批办法, document: wen-b}]",
            ),
        },
        (
            "catalogue/entries/a.yaml:6:31: warning: 依据“审批办法”和写明的“示府〔2020〕8号”"
            "不是同一文件，登记的是“审批办法（示府〔2020〕7号）” [basis-other]\n"
            "    请核对哪一个对，改写另一个。（惠府办函〔2018〕157号 规程一（一））",
            "catalogue/entries/a.yaml:6:66: warning: 依据“供水细则”和写明的“示府〔2020〕8号”"
            "不是同一文件，登记的是“住房规定（示府〔2020〕8号）” [basis-other]\n"
            "    请核对哪一个对，改写另一个。（惠府办函〔2018〕157号 规程一（一））",
            "catalogue/entries/a.yaml:6:103: warning: 依据“审批办法”和写明的“wen-b”"
            "不是同一文件，登记的是“住房规定（示府〔2020〕8号）” [basis-other]\n"
            "    请核对哪一个对，改写另一个。（惠府办函〔2018〕157号 规程一（一））",
        ),
        (
            "catalogue/entries/a.yaml:6:31: warning: the basis “审批办法” and “示府〔2020〕8号” "
            "are not the same act: the register holds “审批办法（示府〔2020〕7号）” [basis-other]\n"
            "    Check which of the two is right and change the other"
            ".（惠府办函〔2018〕157号 规程一（一））",
            "catalogue/entries/a.yaml:6:66: warning: the basis “供水细则” and “示府〔2020〕8号” "
            "are not the same act: the register holds “住房规定（示府〔2020〕8号）” [basis-other]\n"
            "    Check which of the two is right and change the other"
            ".（惠府办函〔2018〕157号 规程一（一））",
            "catalogue/entries/a.yaml:6:103: warning: the basis “审批办法” and “wen-b” are "
            "not the same act: the register holds “住房规定（示府〔2020〕8号）” [basis-other]\n"
            "    Check which of the two is right and change the other"
            ".（惠府办函〔2018〕157号 规程一（一））",
        ),
    ),
    Example(
        "document_numbers_are_unique",
        {
            D + "a.md": paper("a", number="示府〔2020〕7号", register_number="SFGS-2020-1"),
            D + "b.md": paper(
                "b",
                number="示府〔2020〕7号",
                register_number="SFGS-2020-1",
                index_number="11/2020-A",
                expires=None,
            ),
        },
        (
            "content/documents/b.md:4:15: error: 索引号“11/2020-A”已用于 "
            "content/documents/a.md:4:15 的文件 [index-number-repeated]\n"
            "    请另编索引号，索引号不得重用。（政府信息公开条例第十二条）",
            "content/documents/b.md:10:9: warning: 编号“示府〔2020〕7号”已用于 "
            "content/documents/a.md:10:9 的文件 [number-repeated]\n"
            "    请核对，一个文号、一个统一编号只给一件文件。（党政机关公文处理工作条例）",
            "content/documents/b.md:11:18: warning: 编号“SFGS-2020-1”已用于 "
            "content/documents/a.md:11:18 的文件 [number-repeated]\n"
            "    请核对，一个文号、一个统一编号只给一件文件。（党政机关公文处理工作条例）",
        ),
        (
            "content/documents/b.md:4:15: error: the index number “11/2020-A” is that of the "
            "document at content/documents/a.md:4:15 [index-number-repeated]\n"
            "    Give it another; index numbers are never used again.（政府信息公开条例第十二条）",
            "content/documents/b.md:10:9: warning: the number “示府〔2020〕7号” is that of the "
            "document at content/documents/a.md:10:9 [number-repeated]\n"
            "    Check it: one number, one document.（党政机关公文处理工作条例）",
            "content/documents/b.md:11:18: warning: the number “SFGS-2020-1” is that of the "
            "document at content/documents/a.md:11:18 [number-repeated]\n"
            "    Check it: one number, one document.（党政机关公文处理工作条例）",
        ),
    ),
    Example(
        "document_numbers_are_of_their_year",
        {
            D + "a.md": paper("a", number="示府〔2012〕7号"),
            D + "b.md": paper("b", number="示府〔2020〕8号", register_number="SFGS-2010-3"),
        },
        (
            "content/documents/a.md:10:9: warning: 编号“示府〔2012〕7号”中的年份不是文件的年份"
            "（2020） [number-year]\n"
            "    请核对编号和生成日期。（党政机关公文处理工作条例）",
            "content/documents/b.md:11:18: warning: 编号“SFGS-2010-3”中的年份不是文件的年份"
            "（2020） [number-year]\n"
            "    请核对编号和生成日期。（党政机关公文处理工作条例）",
        ),
        (
            "content/documents/a.md:10:9: warning: the year in the number “示府〔2012〕7号” is not "
            "that of the document (2020) [number-year]\n"
            "    Check the number and the day.（党政机关公文处理工作条例）",
            "content/documents/b.md:11:18: warning: the year in the number “SFGS-2010-3” is not "
            "that of the document (2020) [number-year]\n"
            "    Check the number and the day.（党政机关公文处理工作条例）",
        ),
    ),
    Example(
        "index_numbers_are_whole",
        {
            D + "a.md": paper("a", index_number=None),
            D + "b.md": paper("b", index_number="11/2021-00001"),
            D + "c.md": paper("c", index_number="11/2020-None"),
        },
        (
            "content/documents/a.md:2:1: warning: “关于a的通知”没有索引号 "
            "[index-number-missing]\n"
            "    请补写“index_number”。（政府信息公开条例第十二条）",
            "content/documents/b.md:4:15: warning: 索引号“11/2021-00001”"
            "中的年份不是生成的年份 2020 [index-number-year]\n"
            "    请核对索引号和生成日期。（政府信息公开条例第十二条）",
            "content/documents/c.md:4:15: warning: 索引号“11/2020-None”残缺 "
            "[index-number-malformed]\n"
            "    请核对，改为完整的索引号。（政府信息公开条例第十二条）",
        ),
        (
            "content/documents/a.md:2:1: warning: “关于a的通知” has no index number "
            "[index-number-missing]\n"
            "    Add “index_number”.（政府信息公开条例第十二条）",
            "content/documents/b.md:4:15: warning: the year in the index number "
            "“11/2021-00001” is not that of the document, 2020 [index-number-year]\n"
            "    Check the number and the day.（政府信息公开条例第十二条）",
            "content/documents/c.md:4:15: warning: the index number “11/2020-None” is broken "
            "[index-number-malformed]\n"
            "    Write it in full.（政府信息公开条例第十二条）",
        ),
    ),
    Example(
        "requested_documents_have_no_text_here",
        {D + "a.md": paper("a", attribute="依申请公开")},
        (
            "content/documents/a.md:9:12: error: “关于a的通知”依申请公开，"
            "这里却有正文或者附件 [document-on-request-text]\n"
            "    请把全文和附件移到 internal/；已提交的，本仓库的历史中仍有它，请联系管理员。"
            "（惠府办函〔2018〕157号 规程二（七））",
        ),
        (
            "content/documents/a.md:9:12: error: “关于a的通知” is open on request only, but "
            "its text or an attachment is here [document-on-request-text]\n"
            "    Move them to internal/; if they were committed, the history of this "
            "repository still holds them.（惠府办函〔2018〕157号 规程二（七））",
        ),
    ),
    Example(
        "open_documents_have_their_text",
        {D + "a.md": paper("a", body="", published=None)},
        (
            "content/documents/a.md:8:12: warning: “关于a的通知”主动公开，却没有正文和附件 "
            "[document-text-missing]\n"
            "    请登载全文。（惠府办函〔2018〕157号 规程二（七））",
            "content/documents/a.md:8:12: warning: “关于a的通知”主动公开，没有写明发布日期 "
            "[document-unpublished]\n"
            "    请补写“published”。（惠府办函〔2018〕157号 规程二（一））",
        ),
        (
            "content/documents/a.md:8:12: warning: “关于a的通知” is open, but has neither "
            "text nor attachment [document-text-missing]\n"
            "    Publish it in full.（惠府办函〔2018〕157号 规程二（七））",
            "content/documents/a.md:8:12: warning: “关于a的通知” is open, but no day of "
            "publication is given [document-unpublished]\n"
            "    Add “published”.（惠府办函〔2018〕157号 规程二（一））",
        ),
    ),
    Example(
        "attribute_histories_hold",
        {
            D + "a.md": paper(
                "a",
                attribute_history="[{date: 2021-01-01, from: 主动公开, to: 依申请公开, reason: 一},"
                " {date: 2021-06-01, from: 不公开, to: 主动公开, reason: 二},"
                " {date: 2022-01-01, from: 主动公开, to: 不公开, reason: 三}]",
            ),
            D + "b.md": paper(
                "b",
                attribute_history="[{date: 2019-01-01, from: 不公开, to: 依申请公开, reason: 一},"
                " {date: 2018-01-01, from: 依申请公开, to: 主动公开, reason: 二}]",
            ),
        },
        (
            "content/documents/a.md:10:21: warning: 由主动公开调整为依申请公开，"
            "不是向更公开的方向 [attribute-narrowed]\n"
            "    规程只规定向更公开的方向调整；请核对。（惠府办函〔2018〕157号 规程二（八））",
            "content/documents/a.md:10:75: error: 这次调整前是不公开，"
            "与上一次的依申请公开接不上 [attribute-history-broken]\n"
            "    请核对，前一次的“to”就是后一次的“from”。（惠府办函〔2018〕157号 规程二（八））",
            "content/documents/a.md:10:127: error: 最后一次调整为不公开，公开属性却写主动公开 "
            "[attribute-history-end]\n"
            "    请核对，改正其中一处。（惠府办函〔2018〕157号 规程二（八））",
            "content/documents/a.md:10:127: error: 公开的记录不能调整为不公开 "
            "[attribute-history-withheld]\n"
            "    请移到 internal/；已提交的，本仓库的历史中仍有它，请联系管理员。"
            "（惠府办函〔2018〕157号 规程二（八））",
            "content/documents/b.md:10:21: error: 这次调整在 2019-01-01，早于文件生成的 "
            "2020-01-01 [attribute-history-order]\n"
            "    请核对日期，逐次按先后写。（惠府办函〔2018〕157号 规程二（八））",
            "content/documents/b.md:10:74: error: 这次调整在 2018-01-01，早于上一次调整的 "
            "2019-01-01 [attribute-history-order]\n"
            "    请核对日期，逐次按先后写。（惠府办函〔2018〕157号 规程二（八））",
        ),
        (
            "content/documents/a.md:10:21: warning: from 主动公开 to 依申请公开 is no step "
            "towards openness [attribute-narrowed]\n"
            "    The rule knows adjustments towards openness only: check "
            "it.（惠府办函〔2018〕157号 规程二（八））",
            "content/documents/a.md:10:75: error: this adjustment begins from 不公开, but "
            "the one before ended in 依申请公开 [attribute-history-broken]\n"
            "    Check both: each begins from where the last one ended.（惠府办函〔2018〕157号 "
            "规程二（八））",
            "content/documents/a.md:10:127: error: the last adjustment ended in 不公开, but "
            "the attribute is 主动公开 [attribute-history-end]\n"
            "    Correct one of the two.（惠府办函〔2018〕157号 规程二（八））",
            "content/documents/a.md:10:127: error: a public record cannot have become withheld "
            "[attribute-history-withheld]\n"
            "    Move it to internal/; if it was committed, the history of this repository "
            "still holds it.（惠府办函〔2018〕157号 规程二（八））",
            "content/documents/b.md:10:21: error: this adjustment of 2019-01-01 is earlier than "
            "the document itself, of 2020-01-01 [attribute-history-order]\n"
            "    Check the days, and write the adjustments one after the other."
            "（惠府办函〔2018〕157号 规程二（八））",
            "content/documents/b.md:10:74: error: this adjustment of 2018-01-01 is earlier than "
            "the one before, of 2019-01-01 [attribute-history-order]\n"
            "    Check the days, and write the adjustments one after the other."
            "（惠府办函〔2018〕157号 规程二（八））",
        ),
    ),
    Example(
        "documents_wait_for_their_day",
        {
            D + "a.md": paper(
                "a",
                attribute="依申请公开",
                body="",
                attribute_history="[{date: 2027-01-01, from: 不公开, to: 依申请公开, reason: 一}]",
            )
        },
        (
            "content/documents/a.md:2:1: warning: 这份文件到 2027-01-01 才公开，在此以前不公开，"
            "没有上网 [document-withheld-yet]\n"
            "    请先移到 internal/，到那天再放到这里；已提交的，本仓库的历史中仍有它，"
            "请联系管理员。（惠府办函〔2018〕157号 规程二（七））",
        ),
        (
            "content/documents/a.md:2:1: warning: this document is withheld until 2027-01-01 and "
            "not on the site before [document-withheld-yet]\n"
            "    Move it to internal/ until then; if it was committed, the history of this "
            "repository still holds it.（惠府办函〔2018〕157号 规程二（七））",
        ),
    ),
    Example(
        "document_days_agree",
        {
            D + "a.md": paper("a", published="2019-12-31"),
            D + "b.md": paper("b", expires="2020-01-31"),
            D + "c.md": paper(
                "c",
                normative="yes",
                term="6年",
                index_number="11/2026-c",
                formed="2026-01-01",
                published="2026-01-02",
                effective="2026-02-01",
            ),
            "config.yaml": CONFIG + "documents: {source: 示范市规定, term: 5年}\n",
            "catalogue/cleanups/a.yaml": cleanup("document: b, outcome: 失效, reason: 写错"),
        },
        (
            "content/documents/a.md:7:12: warning: 发布日期 2019-12-31 早于生成日期 2020-01-01 "
            "[document-published-early]\n"
            "    请核对两个日期。",
            "content/documents/b.md:10:10: warning: 有效期至 2020-01-31，早于施行日期 "
            "2020-02-01 [document-ends-early]\n"
            "    请核对两个日期。",
            "content/documents/c.md:11:7: warning: 有效期到 2032-01-31，超过 5年 "
            "[document-term-long]\n"
            "    请核对有效期（示范市规定）。",
        ),
        (
            "content/documents/a.md:7:12: warning: published on 2019-12-31, before it was "
            "formed on 2020-01-01 [document-published-early]\n"
            "    Check both days.",
            "content/documents/b.md:10:10: warning: it ends on 2020-01-31, before it takes "
            "effect on 2020-02-01 [document-ends-early]\n"
            "    Check both days.",
            "content/documents/c.md:11:7: warning: in force to 2032-01-31, longer than 5年 "
            "[document-term-long]\n"
            "    Check the term (示范市规定).",
        ),
    ),
    Example(
        "issuers_are_named_by_id",
        {
            "catalogue/units/units.yaml": UNITS.replace(
                "name: 示范市教育局", "name: 示范市教育局\n    short_name: 市教育局"
            ),
            D + "a.md": paper(
                "a", issuers="[jiaoyu, 市教育局, {name: 示范市自然资源局}, 外市教育局]"
            ),
        },
        (
            "content/documents/a.md:6:19: warning: 发文机关“市教育局”是登记的单位，"
            "这里没有写编号，不会归入它的目录 [document-issuer-named]\n"
            "    请改写编号“jiaoyu”。（惠府办函〔2018〕157号 规程二（七））",
            "content/documents/a.md:6:25: warning: 发文机关“示范市自然资源局”是登记的单位，"
            "这里没有写编号，不会归入它的目录 [document-issuer-named]\n"
            "    请改写编号“ziran-ziyuan”。（惠府办函〔2018〕157号 规程二（七））",
        ),
        (
            "content/documents/a.md:6:19: warning: “市教育局” is a registered unit; without its "
            "id this is not in its directory [document-issuer-named]\n"
            "    Write its id, “jiaoyu”.（惠府办函〔2018〕157号 规程二（七））",
            "content/documents/a.md:6:25: warning: “示范市自然资源局” is a registered unit; "
            "without its id this is not in its directory [document-issuer-named]\n"
            "    Write its id, “ziran-ziyuan”.（惠府办函〔2018〕157号 规程二（七））",
        ),
    ),
    Example(
        "documents_are_described",
        {
            D + "a.md": paper(
                "a",
                title="【已失效】办法（试行）",
                normative="yes",
                issuers=None,
                summary="一" * 101,
                genre="通知书",
                topic="综合事务\\公开",
            ),
            D + "b.md": paper("b", formed=None),
            "catalogue/vocabularies/b.yaml": "vocabularies:\n"
            "  - {id: genres, title: 公文种类, values: [通知]}\n"
            "  - {id: topics, title: 主题分类, values: [综合政务]}\n",
        },
        (
            "content/documents/a.md:2:1: warning: “【已失效】办法（试行）”没有写明发文机关 "
            "[document-issuer-missing]\n"
            "    请补写“issuers”，主办机关写在最前。（惠府办函〔2018〕157号 规程二（六））",
            "content/documents/a.md:3:8: warning: 标题中写了效力“【已失效】” "
            "[document-title-state]\n"
            "    请删去；效力由记录推算，写在页面上。（惠府办函〔2018〕157号 规程一（四））",
            "content/documents/a.md:3:8: warning: “【已失效】办法（试行）”"
            "是试行或者暂行的规范性文件，没有写明 [document-trial-unsaid]\n"
            "    请补写“trial: yes”。（惠府办函〔2018〕157号 规程一（一））",
            "content/documents/a.md:10:10: information: 内容概述有 101 字，超过 100 字 "
            "[document-summary-long]\n"
            "    请精简。（政府信息公开条例第十二条）",
            "content/documents/a.md:11:8: warning: “通知书”不在词表 genres 中 "
            "[document-word-unknown]\n"
            "    是否应为“通知”？本地用语请先加入词表。",
            "content/documents/a.md:12:8: warning: “综合事务”不在词表 topics 中 "
            "[document-word-unknown]\n"
            "    是否应为“综合政务”？本地用语请先加入词表。",
            "content/documents/b.md:2:1: warning: “关于b的通知”没有写明生成日期 "
            "[document-formed-missing]\n"
            "    请补写“formed”；政府信息公开目录须列生成日期。（政府信息公开条例第十二条）",
        ),
        (
            "content/documents/a.md:2:1: warning: “【已失效】办法（试行）” names no issuer "
            "[document-issuer-missing]\n"
            "    Add “issuers”, the lead organ first.（惠府办函〔2018〕157号 规程二（六））",
            "content/documents/a.md:3:8: warning: the title holds a status, “【已失效】” "
            "[document-title-state]\n"
            "    Delete it: the status is worked out and shown on the "
            "page.（惠府办函〔2018〕157号 规程一（四））",
            "content/documents/a.md:3:8: warning: “【已失效】办法（试行）” is a normative "
            "document on trial, which is not said [document-trial-unsaid]\n"
            "    Add “trial: yes”.（惠府办函〔2018〕157号 规程一（一））",
            "content/documents/a.md:10:10: information: the summary has 101 characters, more "
            "than 100 [document-summary-long]\n"
            "    Shorten it.（政府信息公开条例第十二条）",
            "content/documents/a.md:11:8: warning: “通知书” is not in the vocabulary genres "
            "[document-word-unknown]\n"
            "    Did you mean “通知”? Add local words to the vocabulary first.",
            "content/documents/a.md:12:8: warning: “综合事务” is not in the vocabulary "
            "topics [document-word-unknown]\n"
            "    Did you mean “综合政务”? Add local words to the vocabulary first.",
            "content/documents/b.md:2:1: warning: “关于b的通知” does not say when it was formed "
            "[document-formed-missing]\n"
            "    Add “formed”: the directory lists it.（政府信息公开条例第十二条）",
        ),
    ),
    Example(
        "documents_are_decided_when_they_run_out",
        {
            D + "a.md": paper("a", expires="2026-11-22"),
            D + "b.md": paper("b", term="7年", index_number="11/2020-b", effective="2020-02-01"),
        },
        (
            "content/documents/a.md:10:10: warning: “关于a的通知”的有效期已于 2026-11-22 "
            "届满，没有清理决定 [document-expired]\n"
            "    请在清理中决定继续有效、修改、废止或者失效。（惠府办函〔2018〕157号 "
            "规程一（一））",
            "content/documents/b.md:10:7: warning: “关于b的通知”的有效期到 2027-01-31 为止 "
            "[document-expiring]\n"
            "    请在届满前清理。（惠府办函〔2018〕157号 规程一（一））",
        ),
        (
            "content/documents/a.md:10:10: warning: “关于a的通知” ran out on 2026-11-22 and "
            "no clean-up has decided on it [document-expired]\n"
            "    Decide in a clean-up whether it continues, is amended, repealed or "
            "lapses.（惠府办函〔2018〕157号 规程一（一））",
            "content/documents/b.md:10:7: warning: “关于b的通知” runs out after 2027-01-31 "
            "[document-expiring]\n"
            "    Have it looked at in a clean-up before that.（惠府办函〔2018〕157号 "
            "规程一（一））",
        ),
    ),
    Example(
        "ended_documents_are_not_cited",
        {
            D + "a.md": paper("a"),
            D + "b.md": paper(
                "b", effective="2024-05-01", replaces="[a]", body="代替[旧的](documents/a.html)。"
            ),
            D + "c.md": paper("c", body="按[旧的](documents/a.html#s-x)办。"),
            D + "d.md": paper(
                "d",
                index_number="11/2024-d",
                formed="2024-06-01",
                published="2024-06-02",
                body="按《关于a的通知》办。",
            ),
            "content/pages/guide.md": GUIDE + "\n见[旧的](documents/a.html)。\n",
        },
        (
            "content/documents/c.md:12:7: information: 引用的“关于a的通知”已废止"
            "（2024-05-01），成文在此以前 [document-ended-relied]\n"
            "    已印发的文件不必改；下次清理时一并核对。（惠府办函〔2018〕157号 规程一（二））",
            "content/documents/d.md:12:2: warning: 引用的“关于a的通知”已废止 "
            "[document-ended-cited]\n"
            "    请改引现行文件，或者写明它已不再适用。（惠府办函〔2018〕157号 规程一（一））",
            "content/pages/guide.md:12:7: warning: 引用的“关于a的通知”已废止 "
            "[document-ended-cited]\n"
            "    请改引现行文件，或者写明它已不再适用。（惠府办函〔2018〕157号 规程一（一））",
        ),
        (
            "content/documents/c.md:12:7: information: “关于a的通知”, cited here, ended "
            "on 2024-05-01 (已废止), after this was formed [document-ended-relied]\n"
            "    What is out is not altered: look at it in the next clean-up."
            "（惠府办函〔2018〕157号 规程一（二））",
            "content/documents/d.md:12:2: warning: “关于a的通知”, cited here, is no longer "
            "in force (已废止) [document-ended-cited]\n"
            "    Cite what is in force now.（惠府办函〔2018〕157号 规程一（一））",
            "content/pages/guide.md:12:7: warning: “关于a的通知”, cited here, is no longer "
            "in force (已废止) [document-ended-cited]\n"
            "    Cite what is in force now.（惠府办函〔2018〕157号 规程一（一））",
        ),
    ),
    Example(
        "amended_documents_are_in_force",
        {
            D + "a.md": paper("a"),
            D + "b.md": paper("b", effective="2024-05-01", repeals="[a]"),
            D + "c.md": paper("c", effective="2025-05-01", amends="[a]"),
        },
        (
            "content/documents/c.md:10:10: warning: 修改的“关于a的通知”在此以前已废止 "
            "[document-amends-ended]\n"
            "    请核对修改的对象和日期。（惠府办函〔2018〕157号 规程一（一））",
        ),
        (
            "content/documents/c.md:10:10: warning: “关于a的通知”, which this amends, was no "
            "longer in force by then (已废止) [document-amends-ended]\n"
            "    Check which document is meant, and the day.（惠府办函〔2018〕157号 "
            "规程一（一））",
        ),
    ),
    Example(
        "amendments_are_registered",
        {
            D + "a.md": paper("a"),
            "catalogue/cleanups/a.yaml": cleanup(
                "document: a, outcome: 修改, reason: 与上位法不一致"
            ),
        },
        (
            "catalogue/cleanups/a.yaml:8:5: warning: 清理决定修改“关于a的通知”，"
            "没有登记修改它的文件 [document-amendment-missing]\n"
            "    请登记修改它的文件，写明“amends”。（惠府办函〔2018〕157号 规程一（三））",
        ),
        (
            "catalogue/cleanups/a.yaml:8:5: warning: a clean-up decided to amend "
            "“关于a的通知”, but no document that amends it is registered "
            "[document-amendment-missing]\n"
            "    Register it, with “amends”.（惠府办函〔2018〕157号 规程一（三））",
        ),
    ),
    Example(
        "targets_are_registered",
        {D + "a.md": paper("a", repeals="[某旧办法（示府〔1999〕1号）]")},
        (
            "content/documents/a.md:10:11: information: “某旧办法（示府〔1999〕1号）”"
            "不在文件登记中，看不出它的效力 [document-target-unregistered]\n"
            "    请登记该文件，改写编号。（惠府办函〔2018〕157号 规程一（一））",
        ),
        (
            "content/documents/a.md:10:11: information: “某旧办法（示府〔1999〕1号）” is not "
            "registered, so its status cannot be seen [document-target-unregistered]\n"
            "    Register it and name it by its id.（惠府办函〔2018〕157号 规程一（一））",
        ),
    ),
    Example(
        "targets_are_named_once",
        {
            D + "a.md": paper("a", effective="2019-02-01"),
            D + "b.md": paper("b", effective="2024-05-01", repeals="[a]", replaces="[a]"),
        },
        (
            "content/documents/b.md:11:12: warning: “关于a的通知”在 "
            "content/documents/b.md:10:11 已经写过 [document-target-twice]\n"
            "    请核对是修改、废止还是代替，只保留一处；条款不同的，写明“articles”。"
            "（惠府办函〔2018〕157号 规程一（一））",
        ),
        (
            "content/documents/b.md:11:12: warning: “关于a的通知” is named already at "
            "content/documents/b.md:10:11 [document-target-twice]\n"
            "    Keep one of them: amended, repealed or replaced; different articles are named."
            "（惠府办函〔2018〕157号 规程一（一））",
        ),
    ),
    Example(
        "targets_are_older",
        {
            D + "a.md": paper("a", replaces="[b]"),
            D + "b.md": paper(
                "b",
                index_number="11/2021-b",
                formed="2021-01-01",
                published="2021-01-02",
                effective="2021-02-01",
                amends="[a]",
            ),
        },
        (
            "content/documents/a.md:10:12: warning: 它修改、废止或者代替的“关于b的通知”"
            "成文更晚，或者反过来代替了它 [document-target-younger]\n"
            "    请核对编号和两件文件的日期。（惠府办函〔2018〕157号 规程一（一））",
        ),
        (
            "content/documents/a.md:10:12: warning: “关于b的通知”, which it amends, repeals or "
            "replaces, is younger, or replaces it in turn [document-target-younger]\n"
            "    Check the id and the days of both.（惠府办函〔2018〕157号 规程一（一））",
        ),
    ),
    Example(
        "cleanups_decide_on_their_own",
        {
            D + "a.md": paper("a", issuers="[示范市人民政府]"),
            "catalogue/cleanups/a.yaml": cleanup("document: a, outcome: 继续有效, reason: 适用"),
        },
        (
            "catalogue/cleanups/a.yaml:8:5: warning: “关于a的通知”不是“示范市教育局”制发的，"
            "不由它清理决定 [cleanup-decides-other]\n"
            "    请核对；别的机关的文件由制发机关清理。（惠府办函〔2018〕157号 规程一（三））",
        ),
        (
            "catalogue/cleanups/a.yaml:8:5: warning: “关于a的通知” was not issued by "
            "“示范市教育局”, which is not to decide on it [cleanup-decides-other]\n"
            "    Check it: each organ cleans up what it issued.（惠府办函〔2018〕157号 "
            "规程一（三））",
        ),
    ),
    Example(
        "cleanups_name_their_organ",
        {"catalogue/cleanups/a.yaml": cleanup(organ=None)},
        (
            "catalogue/cleanups/a.yaml:1:1: warning: “清理”没有写明由哪个机关清理，"
            "看不出要办哪些步骤 [cleanup-organ-missing]\n"
            "    请补写“organ”，写单位编号。（惠府办函〔2018〕157号 规程一（三））",
        ),
        (
            "catalogue/cleanups/a.yaml:1:1: warning: “清理” does not say whose clean-up it is, "
            "so nobody can tell which steps it needs [cleanup-organ-missing]\n"
            "    Add “organ”, the id of a unit.（惠府办函〔2018〕157号 规程一（三））",
        ),
    ),
    Example(
        "cleanups_take_every_step",
        {
            D + "a.md": paper("a"),
            "catalogue/cleanups/a.yaml": cleanup(
                "document: a, outcome: 继续有效, reason: 适用",
                organ="shi",
                steps=[
                    ("报告", "起草部门", "2025-03-01"),
                    ("政府决定", "shi", "2025-04-01"),
                    ("公布", "shi", "2025-05-01"),
                    ("公布", "shi", "2025-05-02"),
                ],
            ),
            "catalogue/units/b.yaml": "id: shi\nname: 示范市人民政府\nkind: 人民政府\n"
            "leader: 副市长\n"
            "office: 办公室\n"
            "phone: 0000-0000003\n",
        },
        (
            "catalogue/cleanups/a.yaml:5:3: warning: “清理”没有“法制机构审核”这一步 "
            "[cleanup-step-missing]\n"
            "    请补写这一步由谁、在哪天办理。（惠府办函〔2018〕157号 规程一（三））",
            "catalogue/cleanups/a.yaml:5:3: warning: “清理”的“公布”写了不止一次 "
            "[cleanup-step-twice]\n"
            "    请只保留一次。（惠府办函〔2018〕157号 规程一（三））",
        ),
        (
            "catalogue/cleanups/a.yaml:5:3: warning: “清理” lacks the step 法制机构审核 "
            "[cleanup-step-missing]\n"
            "    Add who took it, and when.（惠府办函〔2018〕157号 规程一（三））",
            "catalogue/cleanups/a.yaml:5:3: warning: “清理” has the step 公布 more than once "
            "[cleanup-step-twice]\n"
            "    Keep one.（惠府办函〔2018〕157号 规程一（三））",
        ),
    ),
    Example(
        "cleanups_keep_the_order",
        {
            "catalogue/cleanups/a.yaml": cleanup(
                steps=[("公布", "jiaoyu", "2025-03-01"), ("报告", "法规科", "2025-03-02")]
            )
        },
        (
            "catalogue/cleanups/a.yaml:5:5: warning: “公布”在 2025-03-01，早于“报告”的 "
            "2025-03-02 [cleanup-step-order]\n"
            "    先报告，再审核，再决定，最后公布；请核对日期。（惠府办函〔2018〕157号 "
            "规程一（三））",
        ),
        (
            "catalogue/cleanups/a.yaml:5:5: warning: 公布 on 2025-03-01 comes before 报告 on "
            "2025-03-02 [cleanup-step-order]\n"
            "    Report, review, decision, publication: check the days.（惠府办函〔2018〕157号 "
            "规程一（三））",
        ),
    ),
    Example(
        "cleanups_are_judged_by_others",
        {
            "catalogue/cleanups/a.yaml": cleanup(
                organ="zhen",
                steps=[
                    ("报告", "zhen", "2025-03-01"),
                    ("法制机构审核", "zhen", "2025-03-02"),
                    ("公布", "zhen", "2025-03-05"),
                ],
            ),
            "catalogue/cleanups/b.yaml": cleanup(
                id="qingli-2",
                organ="zhen",
                steps=[
                    ("报告", "起草办", "2025-03-01"),
                    ("法制机构审核", "zhen", "2025-03-02"),
                    ("政府决定", "jiaoyu", "2025-03-03"),
                    ("公布", "zhen", "2025-03-05"),
                ],
            ),
            "catalogue/units/b.yaml": "id: zhen\nname: 云麓镇人民政府\nkind: 乡镇\nlevel: 乡级\n"
            "leader: 副镇长\n"
            "office: 办公室\n"
            "phone: 0000-0000003\n",
        },
        (
            "catalogue/cleanups/a.yaml:6:5: warning: “云麓镇人民政府”审核了自己的报告 "
            "[cleanup-review-own]\n"
            "    请由本级政府法制机构审核。（惠府办函〔2018〕157号 规程一（三））",
            "catalogue/cleanups/b.yaml:6:5: warning: 乡镇（街道）文件由“云麓镇人民政府”审核 "
            "[cleanup-review-township]\n"
            "    乡镇、街道的文件报县（区）政府法制机构审查同意。（惠府办函〔2018〕157号 "
            "规程一（三））",
            "catalogue/cleanups/b.yaml:7:5: warning: 由“示范市教育局”决定，"
            "不是文件所属的政府 [cleanup-decision-other]\n"
            "    请核对由谁决定。（惠府办函〔2018〕157号 规程一（三））",
        ),
        (
            "catalogue/cleanups/a.yaml:6:5: warning: “云麓镇人民政府” reviewed its own "
            "report [cleanup-review-own]\n"
            "    The legal body of the same government reviews it.（惠府办函〔2018〕157号 "
            "规程一（三））",
            "catalogue/cleanups/b.yaml:6:5: warning: documents of a township were reviewed by "
            "“云麓镇人民政府” [cleanup-review-township]\n"
            "    The county’s legal body reviews them.（惠府办函〔2018〕157号 规程一（三））",
            "catalogue/cleanups/b.yaml:7:5: warning: decided by “示范市教育局”, which is not "
            "the government concerned [cleanup-decision-other]\n"
            "    Check who decided.（惠府办函〔2018〕157号 规程一（三））",
        ),
    ),
    Example(
        "cleanup_results_are_published",
        {
            D + "a.md": paper("a"),
            "catalogue/cleanups/a.yaml": cleanup(
                steps=[("报告", "法规科", "2025-03-01")], effective_on="2025-05-01"
            ),
            "catalogue/cleanups/b.yaml": cleanup(id="qingli-2", effective_on="2025-05-01"),
        },
        (
            "catalogue/cleanups/a.yaml:6:3: warning: “清理”的结果已于 2025-05-01 定下，没有公布 "
            "[cleanup-unpublished]\n"
            "    请及时公布结果，补写“公布”这一步。（惠府办函〔2018〕157号 规程一（四））",
            "catalogue/cleanups/b.yaml:4:15: warning: 清理结果自 2025-05-01 起生效，2025-05-10 "
            "才公布 [cleanup-effective-early]\n"
            "    请核对日期。（惠府办函〔2018〕157号 规程一（四））",
        ),
        (
            "catalogue/cleanups/a.yaml:6:3: warning: the results of “清理” were settled on "
            "2025-05-01 and are not published [cleanup-unpublished]\n"
            "    Publish the result and add the step 公布.（惠府办函〔2018〕157号 规程一（四））",
            "catalogue/cleanups/b.yaml:4:15: warning: the result takes effect on 2025-05-01, "
            "before it is published on 2025-05-10 [cleanup-effective-early]\n"
            "    Check the days.（惠府办函〔2018〕157号 规程一（四））",
        ),
    ),
    Example(
        "cleanup_decisions_hold",
        {
            D + "a.md": paper("a", expires="2024-01-31"),
            D + "b.md": paper("b"),
            D + "c.md": paper("c", effective="2024-05-01", repeals="[b]"),
            "catalogue/cleanups/a.yaml": cleanup(
                "document: a, outcome: 继续有效, reason: 适用",
                "document: a, outcome: 失效",
                "document: b, outcome: 继续有效, reason: 适用",
                "document: c, outcome: 失效, new_expiry: 2030-01-01",
                "document: d, outcome: 继续有效",
            ),
            D + "d.md": paper(
                "d",
                index_number="11/2026-d",
                formed="2026-01-01",
                published="2026-01-02",
                effective="2026-02-01",
            ),
        },
        (
            "catalogue/cleanups/a.yaml:8:5: warning: “关于a的通知”的有效期已届满，"
            "决定继续有效却没有写新的有效期 [cleanup-no-new-expiry]\n"
            "    请补写“new_expiry”。（惠府办函〔2018〕157号 规程一（二））",
            "catalogue/cleanups/a.yaml:9:16: error: 文件“a”在本轮清理中决定了两次，第一次在 "
            "catalogue/cleanups/a.yaml:8:5 [cleanup-decided-twice]\n"
            "    请只保留一次。（惠府办函〔2018〕157号 规程一（三））",
            "catalogue/cleanups/a.yaml:10:5: warning: “关于b的通知”自 2024-05-01 起已废止，"
            "清理决定不能使它恢复 [cleanup-contradicts]\n"
            "    请核对；需要恢复的，重新制定。（惠府办函〔2018〕157号 规程一（二））",
            "catalogue/cleanups/a.yaml:11:5: warning: 决定“关于c的通知”失效，没有写明理由 "
            "[cleanup-reason-missing]\n"
            "    请补写“reason”。（惠府办函〔2018〕157号 规程一（二））",
            "catalogue/cleanups/a.yaml:11:44: error: “失效”的新有效期 2030-01-01 不成立 "
            "[cleanup-new-expiry]\n"
            "    只有继续有效和修改可以写新的有效期，并在决定之后。（惠府办函〔2018〕157号 "
            "规程一（二））",
            "catalogue/cleanups/a.yaml:12:5: warning: “关于d的通知”生成于 2026-01-01，"
            "晚于清理结果的日期 2025-05-10 [cleanup-decides-younger]\n"
            "    请核对文件编号和日期。（惠府办函〔2018〕157号 规程一（三））",
        ),
        (
            "catalogue/cleanups/a.yaml:8:5: warning: “关于a的通知” had run out; 继续有效 "
            "without a new expiry does not revive it [cleanup-no-new-expiry]\n"
            "    Add “new_expiry”.（惠府办函〔2018〕157号 规程一（二））",
            "catalogue/cleanups/a.yaml:9:16: error: this clean-up decides twice on “a”, "
            "first at catalogue/cleanups/a.yaml:8:5 [cleanup-decided-twice]\n"
            "    Keep one.（惠府办函〔2018〕157号 规程一（三））",
            "catalogue/cleanups/a.yaml:10:5: warning: “关于b的通知” is no longer in force "
            "since 2024-05-01 (已废止); a clean-up cannot revive it [cleanup-contradicts]\n"
            "    Check it; what is still wanted is issued anew.（惠府办函〔2018〕157号 "
            "规程一（二））",
            "catalogue/cleanups/a.yaml:11:5: warning: no reason is given for 失效 of "
            "“关于c的通知” [cleanup-reason-missing]\n"
            "    Add “reason”.（惠府办函〔2018〕157号 规程一（二））",
            "catalogue/cleanups/a.yaml:11:44: error: a new expiry 2030-01-01 does not go with "
            "失效 [cleanup-new-expiry]\n"
            "    Only 继续有效 and 修改 have one, after the decision.（惠府办函〔2018〕157号 "
            "规程一（二））",
            "catalogue/cleanups/a.yaml:12:5: warning: “关于d的通知” was formed on 2026-01-01, "
            "after the result of the clean-up of 2025-05-10 [cleanup-decides-younger]\n"
            "    Check the id and the days.（惠府办函〔2018〕157号 规程一（三））",
        ),
    ),
)
