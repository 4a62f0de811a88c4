"""An item that is not public never comes into the catalogue, whatever word says so."""

from __future__ import annotations

import pytest

from .tables import HEAD, csv, imported, other, row

SHORT = ["序号", "一级事项", "二级事项", "公开内容"]
PUBLIC = ["1", "综合业务", "政策文件", "文件名称"]
SECRET = ["2", "综合业务", "会议纪要", "纪要"]

WORDS = (
    "不公开", "不予公开", "不主动公开", "免于公开", "豁免公开", "不对外公开", "暂不公开",
    "依法不公开", "非公开", "不开放", "内部公开", "内部", "保密", "否", "不公开（涉密）",
    "□主动公开 ■不公开", "不予以公开", "不给予公开", "不便公开", "不应公开",
    "不向社会公开", "不再公开",
)  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_a_method_that_is_none_withholds_the_item(word, tmp_path):
    """
    Nothing of the table is written, not even what is public.
    """
    lines = ([*SHORT, "公开方式"], [*PUBLIC, "主动公开"], [*SECRET, word])
    found = imported(tmp_path, csv(*lines))

    assert ["table-withheld"] == found.problems
    assert [] == found.entries


BESIDE = {
    "a box of its own": (["主动公开", "依申请公开", "不公开"], ["√", "", ""], ["", "", "√"]),
    "公开属性 beside 公开方式": (
        ["公开属性", "公开方式"],
        ["主动公开", "政府网站"],
        ["不公开", "—"],
    ),
    "是否公开": (["是否公开"], ["是"], ["否"]),
    "公开对象": (["公开对象"], ["全社会"], ["不公开"]),
    "公开渠道": (["公开渠道"], ["政府网站"], ["不公开"]),
    "备注": (["备注"], [""], ["不予公开"]),
}


@pytest.mark.parametrize(("heads", "public", "secret"), BESIDE.values(), ids=BESIDE)
def test_an_item_may_be_withheld_in_any_column(heads, public, secret, tmp_path):
    """
    Wherever an office has found room to say so.
    """
    lines = ([*SHORT, *heads], [*PUBLIC, *public], [*SECRET, *secret])

    assert ["table-withheld"] == imported(tmp_path, csv(*lines)).problems


MENTIONS = {
    "its name": {"name": "保密工作"},
    "its group": {"group": "不予公开"},
    "its content": {"content": "不公开"},
    "its basis": {"basis": "《甲保密法》"},
    "a time": {"limit": "审批前不公开，审批后20个工作日内公开"},
}


@pytest.mark.parametrize("says", MENTIONS.values(), ids=MENTIONS)
def test_an_item_about_secrets_is_not_one(says, tmp_path):
    """
    What it speaks of is no word about itself.
    """
    found = imported(tmp_path, csv(HEAD, row(**says), other()))

    assert [] == found.problems
    assert 2 == len(found.entries)


EXCEPT = (
    "主动公开（涉密的除外）", "主动公开，涉及国家秘密的不予公开", "主动公开，保密事项除外",
    "依申请公开（不主动公开）", "不主动公开，依申请公开",
)  # fmt: skip


@pytest.mark.parametrize("words", EXCEPT)
def test_an_exception_withholds_nothing(words, tmp_path):
    """
    The rest of the item is public, or there on request.
    """
    found = imported(tmp_path, csv([*SHORT, "公开方式"], [*PUBLIC, words]))

    assert [] == found.problems
    assert ["政策文件"] == found.each("name")


def test_the_place_of_what_is_withheld_is_told(tmp_path):
    """
    The author finds it without reading the table.
    """
    lines = ([*SHORT, "公开方式"], [*PUBLIC, "主动公开"], [*SECRET, "不公开"])
    [problem] = imported(tmp_path, csv(*lines)).told

    assert ("目录.csv:3:5", "第3行第5列", "不公开") == (
        str(problem.at), dict(problem.facts)["place"], dict(problem.facts)["text"],
    )  # fmt: skip
