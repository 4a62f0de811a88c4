"""Every rule has an example that breaks it: the place, and the sentence in both languages.

Each example differs from the good site, which breaks none, by the files it shows; what it says is
all that the whole check then says.
"""

from __future__ import annotations

from hashlib import sha256

import pytest

from generator.check import check
from generator.rules import RULES
from generator.words import line

from ..conftest import CONFIG, FIELDS, GOOD, GUIDE, UNITS, catalogue, complaints, entry
from ..conftest import LAWS as LAWS_YAML
from .adjustment_examples import EXAMPLES as OF_ADJUSTMENTS
from .alike_examples import EXAMPLES as OF_ALIKE
from .document_examples import EXAMPLES as OF_DOCUMENTS
from .example import Example
from .organ_examples import EXAMPLES as OF_ORGANS
from .report_examples import EXAMPLES as OF_REPORTS
from .talk_examples import EXAMPLES as OF_TALKS
from .timeliness_examples import EXAMPLES as OF_TIMELINESS

A = "catalogue/entries/a.yaml"
LAWS = "catalogue/laws/laws.yaml"
DOCUMENT = """\
---
id: tongzhi
title: 通知
number: 示府〔2026〕1号
index_number: 11/2026-00001
formed: 2026-01-05
issuers: [jiaoyu]
published: 2026-01-06
attribute: 主动公开
genre: 通知
---

照办。
"""
DIGEST = sha256(b"13812345678").hexdigest()


def replaced(path: str, old: str, new: str) -> dict[str, str]:
    """Return one good file with a difference."""
    assert old in GOOD[path]
    return {path: GOOD[path].replace(old, new, 1)}


EXAMPLES = (
    Example(
        "ids_are_unique",
        {A: entry("jiaoyu", name="另一项")},
        (
            "catalogue/units/units.yaml:8:9: error: 编号“jiaoyu”已在 "
            "catalogue/entries/a.yaml:1:5 使用 [id-repeated]\n    请为其中一条另取编号。",
        ),
        (
            "catalogue/units/units.yaml:8:9: error: the id “jiaoyu” is already used at"
            " catalogue/entries/a.yaml:1:5 [id-repeated]\n    Give one of them another id.",
        ),
    ),
    Example(
        "ids_are_permanent",
        {
            A: entry("old", ended="2020-01-01"),
            "catalogue/entries/b.yaml": entry("old", name="新事项"),
        },
        (
            "catalogue/entries/b.yaml:1:5: error: 编号“old”属于已终止的记录"
            "（catalogue/entries/a.yaml:1:5），"
            "不得再用 [id-of-ended]\n    请另取新编号。",
        ),
        (
            "catalogue/entries/b.yaml:1:5: error: the id “old” belongs to a record that has ended"
            " (catalogue/entries/a.yaml:1:5) [id-of-ended]\n    Take a new id.",
        ),
    ),
    Example(
        "references_resolve",
        {A: entry("a", subject="[ziran-ziyun]")},
        (
            f"{A}:7:11: error: 没有编号为“ziran-ziyun”的单位 [reference-unknown]\n"
            "    是否应为“ziran-ziyuan”？",
        ),
        (
            f"{A}:7:11: error: there is no unit “ziran-ziyun” [reference-unknown]\n"
            "    Did you mean “ziran-ziyuan”?",
        ),
    ),
    Example(
        "references_are_current",
        {
            A: entry("a", duties="[d-old]"),
            "catalogue/duties/b.yaml": "id: d-old\nlist: 权责清单\nname: 旧\n"
            "superseded_by: d-zhengdi\n",
        },
        (
            f"{A}:13:10: warning: 引用的“d-old”已终止 [reference-ended]\n"
            "    可改为“d-zhengdi”。请改用现行记录。",
        ),
        (
            f"{A}:13:10: warning: “d-old” has ended [reference-ended]\n"
            "    Its successor is “d-zhengdi”. Refer to a current record.",
        ),
    ),
    Example(
        "words_are_in_the_vocabulary",
        {A: entry("a", channels="[政府网戰]", level="[县級]")},
        (
            f"{A}:10:12: error: “政府网戰”不在词表 channels 中 [word-unknown]\n"
            "    是否应为“政府网站”？本地用语请先加入词表。",
            f"{A}:12:9: error: “县級”不在词表 levels 中 [word-unknown]\n"
            "    是否应为“县级”？本地用语请先加入词表。",
        ),
        (
            f"{A}:10:12: error: “政府网戰” is not in the vocabulary channels [word-unknown]\n"
            "    Did you mean “政府网站”? Add local words to the vocabulary first.",
            f"{A}:12:9: error: “县級” is not in the vocabulary levels [word-unknown]\n"
            "    Did you mean “县级”? Add local words to the vocabulary first.",
        ),
    ),
    Example(
        "entries_have_the_six_elements",
        {
            A: "id: a\nname: 公告\nfield: zhengdi\ncategory: [决策]\n"
            "channels: [政府网站]\naudience: 全社会\nlevel: [县级]\nduties: [d-zhengdi]\n"
        },
        tuple(
            f"{A}:1:1: warning: “公告”没有写明{label} [entry-{rule}-missing]\n"
            f"    请补写“{key}”。（惠府办函〔2018〕157号 规程三（二））"
            for rule, key, label in (
                ("basis", "basis", "公开依据"),
                ("content", "content", "公开内容"),
                ("method", "method", "公开方式"),
                ("subject", "subject", "公开主体"),
                ("time-limit", "time_limit", "公开时限"),
            )
        ),
        tuple(
            f"{A}:1:1: warning: “公告” lacks {label} [entry-{rule}-missing]\n"
            f"    Add “{key}”.（惠府办函〔2018〕157号 规程三（二））"
            for rule, key, label in (
                ("basis", "basis", "公开依据"),
                ("content", "content", "公开内容"),
                ("method", "method", "公开方式"),
                ("subject", "subject", "公开主体"),
                ("time-limit", "time_limit", "公开时限"),
            )
        ),
    ),
    Example(
        "entries_have_their_neighbours",
        {A: entry("a", audience=None)},
        (
            f"{A}:1:1: information: “征地公告”没有写明公开对象 [entry-neighbour-missing]\n"
            "    宜补写“audience”。（国办发〔2019〕54号）",
        ),
        (
            f"{A}:1:1: information: “征地公告” lacks 公开对象 [entry-neighbour-missing]\n"
            "    Consider adding “audience”.（国办发〔2019〕54号）",
        ),
    ),
    Example(
        "cells_stand_alone",
        {A: entry("a", content="[公告, 同上]")},
        (
            f"{A}:5:15: warning: “同上”中的“同上”离开表格就没有意义 [ditto-left]\n"
            "    请写出所指的内容。",
        ),
        (
            f"{A}:5:15: warning: “同上” in “同上” means nothing outside its table [ditto-left]\n"
            "    Write out what it stands for.",
        ),
    ),
    Example(
        "suggestions_are_confirmed",
        {A: entry("a", suggested="[category]")},
        (
            f"{A}:13:13: warning: “征地公告”的五公开“决策”是导入时的建议，还没有人确认 "
            "[suggestion-unconfirmed]\n    请核对“category”，改好后删去“suggested”。",
        ),
        (
            f"{A}:13:13: warning: “征地公告”: 五公开 “决策” was suggested by the import and nobody "
            "confirmed it [suggestion-unconfirmed]\n"
            "    Check “category”, then delete “suggested”.",
        ),
    ),
    Example(
        "written_limits_agree_with_their_text",
        {
            A: entry(
                "a",
                time_limit="{text: 形成之日起20个工作日内,"
                " parts: [{kind: 期限, n: 15, unit: 工作日}]}",
            )
        },
        (
            f"{A}:8:41: warning: parts 与时限原文“形成之日起20个工作日内”不一致 [limit-disagrees]\n"
            "    以 parts 为准计算，请核对其中一处。",
        ),
        (
            f"{A}:8:41: warning: parts disagree with the words “形成之日起20个工作日内”"
            " [limit-disagrees]\n"
            "    The parts are used; check one of the two.",
        ),
    ),
    Example(
        "subjects_are_units",
        {A: entry("a", subject="[{name: 村民委员会}]")},
        (
            f"{A}:7:11: warning: 公开主体“村民委员会”不是登记的单位 [subject-no-unit]\n"
            "    请改用单位编号，或在 units/ 中登记。",
        ),
        (
            f"{A}:7:11: warning: “村民委员会” is not a registered unit [subject-no-unit]\n"
            "    Use a unit's id, or register it in units/.",
        ),
    ),
    Example(
        "units_name_leader_office_and_contact",
        {"catalogue/units/a.yaml": "id: u\nname: 某局\n"},
        (
            "catalogue/units/a.yaml:1:1: warning: “某局”没有任何联系方式 [unit-contact-missing]\n"
            "    请补写地址、电话或邮箱。（政府信息公开条例第十二条）",
            "catalogue/units/a.yaml:1:1: warning: “某局”没有公布分管领导 [unit-leader-missing]\n"
            "    请写职务，不写姓名。（惠府办函〔2018〕157号 规程四（一））",
            "catalogue/units/a.yaml:1:1: warning: “某局”没有写明公开工作机构"
            " [unit-office-missing]\n"
            "    请补写“office”。"
            "（政府信息公开条例第四条；惠府办函〔2018〕157号 规程四（二））",
        ),
        (
            "catalogue/units/a.yaml:1:1: warning: “某局” has no contact [unit-contact-missing]\n"
            "    Add an address, a telephone or an e-mail.（政府信息公开条例第十二条）",
            "catalogue/units/a.yaml:1:1: warning: “某局” names no leader in charge"
            " [unit-leader-missing]\n"
            "    Write the post, not a name.（惠府办函〔2018〕157号 规程四（一））",
            "catalogue/units/a.yaml:1:1: warning: “某局” names no disclosure office"
            " [unit-office-missing]\n    Add “office”."
            "（政府信息公开条例第四条；惠府办函〔2018〕157号 规程四（二））",
        ),
    ),
    Example(
        "document_numbers_are_well_formed",
        replaced(LAWS, "number: 国务院令第711号", "number: 国办发[2019]054号"),
        (
            f"{LAWS}:4:13: warning: 文号“国办发[2019]054号”写法不规范 [number-malformed]\n"
            "    是否应为“国办发〔2019〕54号”？文号写作“机关代字〔年份〕序号”。"
            "（党政机关公文处理工作条例）",
        ),
        (
            f"{LAWS}:4:13: warning: the document number “国办发[2019]054号” is malformed"
            " [number-malformed]\n"
            "    Did you mean “国办发〔2019〕54号”? The form is 机关代字〔年份〕序号."
            "（党政机关公文处理工作条例）",
        ),
    ),
    Example(
        "bases_are_registered",
        {A: entry("a", basis="[《不知名的法》]")},
        (
            f"{A}:6:9: information: 依据“《不知名的法》”不在法规登记中，无法发现其修改或废止"
            " [basis-unknown]\n"
            "    请在 catalogue/laws/ 中登记。",
        ),
        (
            f"{A}:6:9: information: “《不知名的法》” is not in the register of laws, so its repeal"
            " cannot be seen [basis-unknown]\n    Register it in catalogue/laws/.",
        ),
    ),
    Example(
        "fields_have_entries",
        {"catalogue/fields/a.yaml": "id: kong\nname: 空领域\n"},
        (
            "catalogue/fields/a.yaml:1:1: warning: 领域“空领域”没有事项，是空栏目 [field-empty]\n"
            "    请补充事项，或终止该领域。",
        ),
        (
            "catalogue/fields/a.yaml:1:1: warning: the field “空领域” has no entry [field-empty]\n"
            "    Add entries or end the field.",
        ),
    ),
    Example(
        "clusters_have_a_whole_entry",
        replaced("catalogue/fields/fields.yaml", ", cluster: 义务教育", ""),
        (
            "catalogue/fields: warning: 没有领域属于重点领域“义务教育” [cluster-missing]\n"
            "    请在领域中写明 cluster。（惠府办函〔2018〕157号 规程三（一））",
        ),
        (
            "catalogue/fields: warning: no field belongs to the key cluster “义务教育”"
            " [cluster-missing]\n"
            "    Set cluster in a field.（惠府办函〔2018〕157号 规程三（一））",
        ),
    ),
    Example(
        "attachments_are_there",
        {
            "content/documents/a.md": DOCUMENT.replace(
                "---\n\n", "attachments: [biao-1.csv]\n---\n\n"
            ),
        },
        (
            "content/documents/a.md:11:15: error: 没有附件“biao-1.csv” [attachment-missing]\n"
            "    附件放在这份文件旁边，写文件名。",
        ),
        (
            "content/documents/a.md:11:15: error: there is no attachment “biao-1.csv”"
            " [attachment-missing]\n"
            "    It lies beside the document and is named by its file name.",
        ),
    ),
    Example(
        "attachments_belong_to_a_document",
        {"content/documents/a.md": DOCUMENT, "content/documents/biao.csv": "姓名\n"},
        (
            "content/documents/biao.csv: warning: 没有文件写明这个附件，不会发布"
            " [attachment-unused]\n    请在文件的 attachments 中写明，或者移走。",
        ),
        (
            "content/documents/biao.csv: warning: no document names this file, so it is not"
            " published [attachment-unused]\n"
            "    Name it under attachments of a document, or move it away.",
        ),
    ),
    Example(
        "no_personal_data_is_written",
        {
            A: entry("a", remarks="身份证 441302 19900101 1231"),
            "content/documents/a.md": DOCUMENT.replace(
                "---\n\n", "attachments: [biao.txt]\n---\n\n"
            ),
            "content/documents/biao.txt": "".join(f"138123456{n}\n" for n in range(10, 33)),
            "content/pages/guide.md": GUIDE + "\n手机 13812345678\n",
            LAWS: f"# 441302199001011230\n{LAWS_YAML}",
        },
        (
            f"{A}:13:14: error: 含有居民身份证号 4413…31 [personal-data]\n"
            "    请删除或遮去中间几位；提交过的，历史中仍有。确可公开的，在 personal_data 中登记。"
            "（政府信息公开条例第十五条）",
            f"{LAWS}:1:3: warning: 像是居民身份证号 4413…30，但不能肯定 [personal-data-suspected]\n"
            "    请核对；是个人信息的，请删除或遮去中间几位；确可公开的，在 personal_data 中登记。"
            "（政府信息公开条例第十五条）",
            "content/documents/biao.txt: information: 另有 3 个同样的号码，没有逐一列出"
            " [personal-data-more]\n    列出的只是最前面的几个；请删除整列。",
            *(
                f"content/documents/biao.txt:{n - 9}:1: error: 含有手机号码 138…{n}"
                " [personal-data]\n    请删除或遮去中间几位；提交过的，历史中仍有。"
                "确可公开的，在 personal_data 中登记。（政府信息公开条例第十五条）"
                for n in range(10, 30)
            ),
            "content/pages/guide.md:12:4: error: 含有手机号码 138…78 [personal-data]\n"
            "    请删除或遮去中间几位；提交过的，历史中仍有。确可公开的，在 personal_data 中登记。"
            "（政府信息公开条例第十五条）",
        ),
        (
            f"{A}:13:14: error: holds an identity number (居民身份证号), 4413…31 [personal-data]\n"
            "    Delete it or mask it; what was committed stays in the history."
            " If it may be public, list it under personal_data."
            "（政府信息公开条例第十五条）",
            f"{LAWS}:1:3: warning: looks like an identity number (居民身份证号), 4413…30, but may"
            " be none [personal-data-suspected]\n"
            "    Look at it; if it is personal, delete it or mask it."
            " If it may be public, list it under personal_data."
            "（政府信息公开条例第十五条）",
            "content/documents/biao.txt: information: 3 more numbers of the kind are not listed"
            " [personal-data-more]\n"
            "    Only the first are listed: delete the whole column.",
            *(
                f"content/documents/biao.txt:{n - 9}:1: error: holds a mobile number (手机号码),"
                f" 138…{n} [personal-data]\n    Delete it or mask it; what was committed stays in"
                " the history. If it may be public, list it under personal_data."
                "（政府信息公开条例第十五条）"
                for n in range(10, 30)
            ),
            "content/pages/guide.md:12:4: error: holds a mobile number (手机号码), 138…78"
            " [personal-data]\n"
            "    Delete it or mask it; what was committed stays in the history."
            " If it may be public, list it under personal_data."
            "（政府信息公开条例第十五条）",
        ),
    ),
    Example(
        "allowances_are_used",
        {
            "config.yaml": f"{CONFIG}personal_data:\n  allowed:\n"
            f"    - {{file: {LAWS}, kind: 手机号码, sha256: {DIGEST}, reason: 值班电话,"
            " approved_by: 办公室主任, until: 2027-12-31}\n"
        },
        (
            f"config.yaml:23:7: warning: “{LAWS}”中没有这里准许公开的手机号码"
            " [allowance-unused]\n    请删去这一条，或核对文件名和 sha256。",
        ),
        (
            f"config.yaml:23:7: warning: “{LAWS}” does not hold a mobile number (手机号码) as"
            " allowed here [allowance-unused]\n"
            "    Delete the allowance, or check its file and sha256.",
        ),
    ),
    *OF_DOCUMENTS,
    *OF_TALKS,
    *OF_ORGANS,
    *OF_REPORTS,
    *OF_ADJUSTMENTS,
    *OF_TIMELINESS,
    *OF_ALIKE,
)  # fmt: skip


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.rule)
def test_a_broken_rule_says_so_in_both_languages(example):
    """
    At the place where its author can mend it, and nothing else is said.
    """
    assert list(example.zh) == complaints(example.differs)
    assert list(example.en) == complaints(example.differs, "en")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.rule)
def test_it_is_this_rule_that_says_it(example):
    """
    Not a neighbour that happens to see the same fault.
    """
    [rule] = [rule for rule in RULES if rule.__name__ == example.rule]
    found = rule(catalogue(example.differs))

    assert set(example.zh) == {line(one, "zh") for one in found}


def test_every_rule_has_its_example():
    """
    A rule without one is a rule nobody has seen work.
    """
    assert sorted(rule.__name__ for rule in RULES) == sorted(one.rule for one in EXAMPLES)


def test_a_good_site_breaks_no_rule():
    """
    Or no example would show anything.
    """
    assert () == tuple(check(catalogue()))
    assert 2 == UNITS.count("- id:")
    assert 7 == FIELDS.count("- {id:")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_says_why_in_the_authors_language(rule):
    """
    The reference in docs/ is made from it.
    """
    assert rule.__doc__
    assert rule.__doc__.endswith("。")
