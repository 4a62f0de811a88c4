"""Every rule of adjustments with what breaks it, and all that is said."""

from __future__ import annotations

from ..conftest import entry
from .example import Example

A = "catalogue/entries/a.yaml"
T = "catalogue/adjustments/a.yaml"
U = "catalogue/adjustments/b.yaml"


def adjustment(id: str, /, *changes: str, **differs: str | None) -> str:
    """Return a whole adjustment of *changes* as YAML; None leaves a key out."""
    record = {
        "id": id,
        "date": "2025-01-01",
        "kind": "调整",
        "basis": "[某文件]",
        "approved_by": "示范市人民政府",
    } | differs
    text = "".join(f"{key}: {value}\n" for key, value in record.items() if value is not None)
    return text + ("changes:\n" + "".join(f"  - {one}\n" for one in changes) if changes else "")


def change(id: str, kind: str = "修改", fields: str = "", reason: str = "依法调整") -> str:
    """Return one change as YAML in one line."""
    told = f", reason: {reason}" if reason else ""
    told += f", fields: [{fields}]" if fields else ""
    return f"{{entry: {id}, kind: {kind}{told}}}"


EXAMPLES = (
    Example(
        "adjustments_name_elements",
        {
            T: adjustment(
                "t",
                change("gonggao", fields="{field: nam, after: 公告}"),
                change("buchang", fields="{field: category, before: [决定], after: [决策]}"),
            )
        },
        (
            "catalogue/adjustments/a.yaml:7:63: error: 事项没有要素“nam”，目录调整不"
            "能写它 [adjustment-element-unknown]\n"
            "    是否应为“name”？写事项的字段名；序号、次序等只管排列的字段不写。",
            "catalogue/adjustments/a.yaml:8:81: error: 这不是五公开（category）可以有的"
            "值 [adjustment-value]\n"
            "    写法与事项中的“category”相同。",
        ),
        (
            "catalogue/adjustments/a.yaml:7:63: error: an item has no element “nam” t"
            "hat could be adjusted [adjustment-element-unknown]\n"
            "    Did you mean “name”? Name a key of an item, none that only says wher"
            "e it stands.",
            "catalogue/adjustments/a.yaml:8:81: error: 五公开 (category) of an item can"
            "not say this [adjustment-value]\n"
            "    Write it as “category” of an item is written.",
        ),
    ),
    Example(
        "adjusted_entries_are_there",
        {T: adjustment("t", change("gongga"), change("jiu", "取消"), change("xin", "新增"))},
        (
            "catalogue/adjustments/a.yaml:7:13: error: 没有编号为“gongga”的事项 [adju"
            "stment-entry-unknown]\n"
            "    是否应为“gonggao”？请核对编号。",
            "catalogue/adjustments/a.yaml:8:13: warning: 取消的事项“jiu”已从文件中删"
            "去，它的网址失效了 [adjustment-entry-removed]\n"
            "    请放回这条记录，写明“ended”，网站就在原网址说明它已终止。（惠府办函"
            "〔2018〕157号 规程三（一））",
            "catalogue/adjustments/a.yaml:9:13: warning: 目录调整新增了“xin”，目录中"
            "没有这个事项 [adjustment-added-missing]\n"
            "    请补写这个事项，或者改正调整记录。（惠府办函〔2018〕157号 规程三（一）"
            "）",
        ),
        (
            "catalogue/adjustments/a.yaml:7:13: error: there is no item “gongga” [adj"
            "ustment-entry-unknown]\n"
            "    Did you mean “gonggao”? Check the id.",
            "catalogue/adjustments/a.yaml:8:13: warning: the item “jiu” was ended by "
            "deleting it, so its address leads nowhere [adjustment-entry-removed]\n"
            "    Put the record back with “ended”: its page then says what became of "
            "it.（惠府办函〔2018〕157号 规程三（一））",
            "catalogue/adjustments/a.yaml:9:13: warning: the item “xin” was added by "
            "an adjustment and is not in the catalogue [adjustment-added-missing]\n"
            "    Add the item, or correct the adjustment.（惠府办函〔2018〕157号 规程三"
            "（一））",
        ),
    ),
    Example(
        "adjustments_are_whole",
        {
            T: adjustment(
                "t", change("gonggao", reason=""), kind=None, basis=None, approved_by=None
            ),
            U: adjustment("u"),
        },
        (
            "catalogue/adjustments/a.yaml:1:1: warning: 2025-01-01 的目录调整没有写明批"
            "准机关 [adjustment-approval-missing]\n"
            "    请补写“approved_by”。（惠府办函〔2018〕157号 规程三（一））",
            "catalogue/adjustments/a.yaml:1:1: warning: 2025-01-01 的目录调整没有写明依"
            "据 [adjustment-basis-missing]\n"
            "    请补写“basis”：依据哪部法规、哪份文件。（惠府办函〔2018〕157号 规程"
            "三（一））",
            "catalogue/adjustments/a.yaml:1:1: warning: 2025-01-01 的目录调整没有写明种"
            "类 [adjustment-kind-missing]\n"
            "    请补写“kind”：梳理、拓展或者调整。（惠府办函〔2018〕157号 规程三（一"
            "））",
            "catalogue/adjustments/a.yaml:4:5: warning: 没有写明“gonggao”为什么调整 ["
            "adjustment-reason-missing]\n"
            "    请补写“reason”。（惠府办函〔2018〕157号 规程三（一））",
            "catalogue/adjustments/b.yaml:1:1: warning: 2025-01-01 的目录调整没有写明调"
            "整了哪些事项 [adjustment-empty]\n"
            "    请补写“changes”，或者删去这条记录。（惠府办函〔2018〕157号 规程三（"
            "一））",
        ),
        (
            "catalogue/adjustments/a.yaml:1:1: warning: the adjustment of 2025-01-01 do"
            "es not say who approved it [adjustment-approval-missing]\n"
            "    Add “approved_by”.（惠府办函〔2018〕157号 规程三（一））",
            "catalogue/adjustments/a.yaml:1:1: warning: the adjustment of 2025-01-01 na"
            "mes no basis [adjustment-basis-missing]\n"
            "    Add “basis”: the law or document that it rests on.（惠府办函〔2018〕"
            "157号 规程三（一））",
            "catalogue/adjustments/a.yaml:1:1: warning: the adjustment of 2025-01-01 do"
            "es not say of which kind it is [adjustment-kind-missing]\n"
            "    Add “kind”: 梳理, 拓展 or 调整.（惠府办函〔2018〕157号 规程三（一）"
            "）",
            "catalogue/adjustments/a.yaml:4:5: warning: it does not say why “gonggao”"
            " was adjusted [adjustment-reason-missing]\n"
            "    Add “reason”.（惠府办函〔2018〕157号 规程三（一））",
            "catalogue/adjustments/b.yaml:1:1: warning: the adjustment of 2025-01-01 na"
            "mes no item [adjustment-empty]\n"
            "    Add “changes”, or delete the record.（惠府办函〔2018〕157号 规程三（"
            "一））",
        ),
    ),
    Example(
        "adjustments_name_an_entry_once",
        {
            T: adjustment(
                "t",
                change("gonggao"),
                change(
                    "gonggao",
                    fields="{field: method, after: 主动公开}, {field: method, after: 主动公开}",
                ),
            )
        },
        (
            "catalogue/adjustments/a.yaml:8:13: warning: 这次调整写了两次“gonggao” [a"
            "djustment-entry-twice]\n"
            "    请合并成一条。",
            "catalogue/adjustments/a.yaml:8:93: warning: 这条调整写了两次要素“method”"
            " [adjustment-element-twice]\n"
            "    请只保留一次。",
        ),
        (
            "catalogue/adjustments/a.yaml:8:13: warning: this adjustment names “gongga"
            "o” twice [adjustment-entry-twice]\n"
            "    Make it one change.",
            "catalogue/adjustments/a.yaml:8:93: warning: this change names “method” t"
            "wice [adjustment-element-twice]\n"
            "    Keep one.",
        ),
    ),
    Example(
        "adjustments_follow_each_other",
        {
            T: adjustment(
                "t",
                change(
                    "gonggao", fields="{field: audience, before: {特定群体: 村民}, after: 全社会}"
                ),
                change("jiu", "取消"),
                change("buchang"),
            ),
            U: adjustment(
                "u",
                change(
                    "gonggao", fields="{field: audience, before: {特定群体: 居民}, after: 全社会}"
                ),
                change("jiu", "取消"),
                change("buchang", "新增"),
                date="2026-01-01",
            ),
            A: entry("jiu", ended="2025-01-01"),
        },
        (
            "catalogue/adjustments/b.yaml:7:81: warning: “gonggao”的公开对象（audienc"
            "e）调整前的值，不是 2025-01-01 那次调整后的值 [adjustment-chain]\n"
            "    请核对两次调整的日期和内容；中间另有变化的，补一条调整记录。（惠府办函"
            "〔2018〕157号 规程三（一））",
            "catalogue/adjustments/b.yaml:8:24: warning: “jiu”在 2025-01-01 的目录调"
            "整中已经取消 [adjustment-ended-again]\n"
            "    请核对两次调整的日期和种类。（惠府办函〔2018〕157号 规程三（一））",
            "catalogue/adjustments/b.yaml:9:28: warning: “buchang”在 2025-01-01 的目"
            "录调整中已经有了，不能再新增 [adjustment-added-again]\n"
            "    请核对两次调整的日期和种类。（惠府办函〔2018〕157号 规程三（一））",
        ),
        (
            "catalogue/adjustments/b.yaml:7:81: warning: 公开对象 (audience) of “gongg"
            "ao” does not begin with what the adjustment of 2025-01-01 left [adjustmen"
            "t-chain]\n"
            "    Check both; if it changed in between, record that adjustment too.（惠"
            "府办函〔2018〕157号 规程三（一））",
            "catalogue/adjustments/b.yaml:8:24: warning: “jiu” was already ended by t"
            "he adjustment of 2025-01-01 [adjustment-ended-again]\n"
            "    Check the days and kinds of the two adjustments.（惠府办函〔2018〕157"
            "号 规程三（一））",
            "catalogue/adjustments/b.yaml:9:28: warning: “buchang” is already in the "
            "adjustment of 2025-01-01 and cannot be added again [adjustment-added-again"
            "]\n"
            "    Check the days and kinds of the two adjustments.（惠府办函〔2018〕157"
            "号 规程三（一））",
        ),
    ),
    Example(
        "entries_say_what_was_adjusted",
        {
            T: adjustment(
                "t",
                change(
                    "gonggao", fields="{field: time_limit, before: 20个工作日, after: 10个工作日}"
                ),
                change("buchang", "取消"),
                change("zhaosheng", fields="{field: level, before: [县级], after: [市级, 县级]}"),
                change("e-jiaoyi", fields="{field: remarks, after: 每季更新}"),
                change("e-fupin", fields="{field: audience, before: 全社会}"),
            )
        },
        (
            "catalogue/entries/jiaoyu.yaml:12:8: warning: 2025-01-01 的目录调整写明“招生"
            "范围”的公开层级（level）改为“市级；县级”，事项还写着“县级” [adjustment-"
            "waiting]\n"
            "    请改好事项；没有这样调整的，改正调整记录“t”；后来又改回来的，用 gongka"
            "i adjust --since 指明改回以前的版本。（惠府办函〔2018〕157号 规程三（一））",
            "catalogue/entries/others.yaml:51:15: warning: 2025-01-01 的目录调整写明“事项"
            "3”的公开对象（audience）删去，事项还写着“全社会” [adjustment-waiting]\n"
            "    请改好事项；没有这样调整的，改正调整记录“t”；后来又改回来的，用 gongka"
            "i adjust --since 指明改回以前的版本。（惠府办函〔2018〕157号 规程三（一））",
            "catalogue/entries/others.yaml:54:5: warning: 2025-01-01 的目录调整写明“事项"
            "4”的备注（remarks）改为“每季更新”，事项还没有写 [adjustment-waiting]\n"
            "    请改好事项；没有这样调整的，改正调整记录“t”；后来又改回来的，用 gongka"
            "i adjust --since 指明改回以前的版本。（惠府办函〔2018〕157号 规程三（一））",
            "catalogue/entries/zhengdi.yaml:9:17: warning: “征地公告”的公开时限（time_l"
            "imit）与 2025-01-01 的目录调整不一致，没有调整记录说明这一变化 [adjustment-u"
            "ncovered]\n"
            "    请运行 gongkai adjust 补一条调整记录；写错的，改回“t”写明的值。（惠府办"
            "函〔2018〕157号 规程三（一））",
            "catalogue/entries/zhengdi.yaml:15:5: warning: “补偿安置方案”由 2025-01-01 "
            "的目录调整取消，事项还是现行的 [adjustment-still-current]\n"
            "    请在事项中写明“ended”；没有取消的，改正调整记录“t”。（惠府办函〔2018"
            "〕157号 规程三（一））",
        ),
        (
            "catalogue/entries/jiaoyu.yaml:12:8: warning: by the adjustment of 2025-01-01"
            ", 公开层级 (level) of “招生范围” says “市级；县级”; the item still says "
            "“县级” [adjustment-waiting]\n"
            "    Edit the item, or correct the adjustment “t”; if the item was changed "
            "back since, run gongkai adjust --since with a revision before that.（惠府办函"
            "〔2018〕157号 规程三（一））",
            "catalogue/entries/others.yaml:51:15: warning: by the adjustment of 2025-01-0"
            "1, 公开对象 (audience) of “事项3” says nothing; the item still says “全社"
            "会” [adjustment-waiting]\n"
            "    Edit the item, or correct the adjustment “t”; if the item was changed "
            "back since, run gongkai adjust --since with a revision before that.（惠府办函"
            "〔2018〕157号 规程三（一））",
            "catalogue/entries/others.yaml:54:5: warning: by the adjustment of 2025-01-01"
            ", 备注 (remarks) of “事项4” says “每季更新”; the item still says nothing"
            " [adjustment-waiting]\n"
            "    Edit the item, or correct the adjustment “t”; if the item was changed "
            "back since, run gongkai adjust --since with a revision before that.（惠府办函"
            "〔2018〕157号 规程三（一））",
            "catalogue/entries/zhengdi.yaml:9:17: warning: 公开时限 (time_limit) of “征地"
            "公告” is not as the adjustment of 2025-01-01 left it; none tells why [adjus"
            "tment-uncovered]\n"
            "    Run gongkai adjust to record the change, or restore what “t” says.（惠"
            "府办函〔2018〕157号 规程三（一））",
            "catalogue/entries/zhengdi.yaml:15:5: warning: “补偿安置方案” was ended by "
            "the adjustment of 2025-01-01 and is still current [adjustment-still-current]"
            "\n"
            "    Add “ended” to the item, or correct the adjustment “t”.（惠府办函〔2"
            "018〕157号 规程三（一））",
        ),
    ),
    Example(
        "ended_entries_are_adjusted",
        {T: adjustment("t", change("gonggao")), A: entry("jiu", name="旧事项", ended="2025-06-01")},
        (
            "catalogue/entries/a.yaml:13:8: warning: “旧事项”于 2025-06-01 终止，没有"
            "目录调整记录说明 [adjustment-ended-uncovered]\n"
            "    请运行 gongkai adjust 补一条调整记录。（惠府办函〔2018〕157号 规程三（"
            "一））",
        ),
        (
            "catalogue/entries/a.yaml:13:8: warning: “旧事项” ended on 2025-06-01 and"
            " no adjustment tells why [adjustment-ended-uncovered]\n"
            "    Run gongkai adjust to record it.（惠府办函〔2018〕157号 规程三（一））",
        ),
    ),
)
