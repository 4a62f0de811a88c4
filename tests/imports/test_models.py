"""Catalogues of other models than the national table, as whole tables."""

from __future__ import annotations

from .makers import bring, merged, row, table


def test_a_duty_list_of_four_levels_with_contents_in_thick_brackets(tmp_path):
    """
    具体职责 over its rows, 业务事项, 信息类别, 内容标准; no basis, channel, audience or level; a
    Braille blank within a word.
    """
    heads = {"group": "具体职责", "name": "业务事项", "sub": "信息类别", "content": "内容标准"}
    only = ("group", "name", "sub", "content", "time_limit")
    rows = (
        row(
            group="负责甲",
            name="办甲",
            sub="依据",
            content="【职\u2802责】【权限】",
            time_limit="按年公开",
        ),
        merged(sub="结果", content="【名单】", time_limit="批复后20日内公开"),
        merged(name="办乙", sub="指南", content="【条件】", time_limit="按年公开"),
    )
    spans = [(1, 3, 0, 0), (1, 2, 1, 1)]
    found = bring(tmp_path, table(*rows, only=only, **heads), spans=spans).entries

    assert [("负责甲", "办甲", "依据"), ("负责甲", "办甲", "结果"), ("负责甲", "办乙", "指南")] == [
        (one["group"], one["name"], one["subgroup"]) for one in found
    ]
    assert "【职责】【权限】" == "".join(found[0]["content"])


def test_a_flat_model_of_words_and_comma_lists(tmp_path):
    """
    One header row, both levels in one cell, a link for each item.
    """
    only = (
        "name",
        "content",
        "basis",
        "time_limit",
        "subject",
        "channels",
        "who",
        "how",
        "at",
        "to",
    )
    heads = {
        "name": "公开事项（一级/二级）",
        "who": "公开对象",
        "how": "公开方式",
        "at": "公开层级",
        "to": "链接",
    }
    item = row(
        name="招生/范围", time_limit="20个工作日（自该政府信息形成或者变更之日起）", to="查看",
        channels="政府网站,公开查阅点", who="全社会", how="主动公开", at="区级",
    )  # fmt: skip
    found = bring(tmp_path, table(item, only=only, **heads)).entry

    assert ("招生", "范围") == (found["group"], found["name"])
    assert ["政府网站", "公开查阅点"] == found["channels"]
    assert ("全社会", "主动公开", ["区级"]) == (found["audience"], found["method"], found["level"])
    assert {"链接": "查看"} == found["extra"]


def test_a_plan_of_columns_of_five_levels(tmp_path):
    """
    No items but places on a site: each row is told from the next by its lowest level.
    """
    keys = ("one", "two", "three", "four", "five", "remarks", "time_limit", "why")
    heads = dict(zip(keys, ("一级栏目", "二级栏目", "三级栏目", "四级栏目", "五级栏目", "备注",
                            "更新频次", "理由"), strict=True))  # fmt: skip
    lines = (
        ("公开", "法定", "机构", "简介", "", "机构名称", "按实际更新", ""),
        ("", "", "", "领导", "", "姓名", "至少1次/年", ""),
        ("", "", "政策", "文件", "规范", "全文", "至少1次/半年", ""),
    )
    rows = [dict(zip(keys, line, strict=True)) for line in lines]
    found = bring(tmp_path, table(*rows, only=keys, **heads), form="csv").entries

    assert [("公开", "法定", "机构"), ("公开", "法定", "机构"), ("公开", "法定", "政策")] == [
        (one["group"], one["name"], one["subgroup"]) for one in found
    ]
    assert ["简介", "领导", "文件"] == [one["extra"]["四级栏目"] for one in found]
    assert ["按实际更新", "至少1次/年", "至少1次/半年"] == [one["time_limit"] for one in found]
