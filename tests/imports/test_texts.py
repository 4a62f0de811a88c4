"""Tables saved as text: encodings, separators and what other programs make of them."""

from __future__ import annotations

import pytest

from .tables import GOOD, HEAD, OTHER, File, csv, imported, other, row

WAYS = {
    "as a Chinese Excel saves it": csv(HEAD, row(), other(), encoding="gb18030"),
    "as Excel saves UTF-8": csv(HEAD, row(), other(), encoding="utf-8-sig"),
    "as Excel saves Unicode text": csv(HEAD, row(), other(), encoding="utf-16", separator="\t"),
    "with tabs": csv(HEAD, row(), other(), separator="\t"),
    "with semicolons": csv(HEAD, row(), other(), separator=";"),
    "with upright strokes": csv(HEAD, row(), other(), separator="|"),
    "with a line that names the separator": File(
        "目录.csv", b"sep=;\r\n" + csv(HEAD, row(), other(), separator=";").data
    ),
    "as Markdown": File(
        "目录.txt",
        "\n".join(
            f"| {' | '.join(line)} |" for line in (HEAD, ["---"] * 14, row(), other())
        ).encode(),
    ),
}  # fmt: skip


@pytest.mark.parametrize("file", WAYS.values(), ids=WAYS)
def test_encoding_and_separator_are_found_out(file, tmp_path):
    """
    By the words of the header; what names them is no title.
    """
    found = imported(tmp_path, file)

    assert [GOOD, OTHER] == found.rows
    assert {"numbering"} >= set(found.left().values())


def test_traditional_characters_are_understood(tmp_path):
    """
    As a text of Hong Kong has them.
    """
    heads = [
        "序號", "一級事項", "二級事項", "公開內容", "公開時限", "公開渠道和載體", "全社會",
        "特定群體", "主動", "依申請", "縣級",
    ]  # fmt: skip
    line = [
        "1", "綜合業務", "政策文件", "名稱", "及時", "■政府網站 □政府公報 ■發佈會/聽證會",
        "√", "", "√", "", "√",
    ]  # fmt: skip
    found = imported(tmp_path, csv(heads, line, encoding="big5hkscs"))

    assert [("綜合業務", "主动公开", "全社会", ["县级"])] == found.each(
        "group", "method", "audience", "level"
    )
    assert [["政府网站", "发布会/听证会"]] == found.each("channels")


def test_semicolons_in_cells_are_not_taken_for_separators(tmp_path):
    """
    Though there are more of them than commas.
    """
    heads = ["序号", "一级事项", "二级事项", "公开内容"]
    content = "名称;文号;日期;部门;正文;附件;解读"
    found = imported(tmp_path, csv(heads, ["1", "综合业务", "政策文件", content]))

    assert [content.split(";")] == found.each("content")


def test_a_cell_may_have_lines(tmp_path):
    """
    Of any system.
    """
    lines = row(content="文件名称\r\n文号", channels="■政府网站\r□政府公报")

    assert [GOOD] == imported(tmp_path, csv(HEAD, lines)).rows


def test_what_no_reader_sees_is_not_read(tmp_path):
    """
    Characters without width that a web page left in the words.
    """
    lines = row(name="政策\u200b文件", content="文件\ufeff名称；\u200c文号", everyone="√\u200d")

    assert [GOOD] == imported(tmp_path, csv(HEAD, lines)).rows


def test_hundreds_of_empty_columns_are_no_table(tmp_path):
    """
    A spreadsheet saved with all that was ever touched.
    """
    data = "\n".join(",".join(line) + "," * 150 for line in (HEAD, row(), [])).encode()

    assert [GOOD] == imported(tmp_path, File("目录.csv", data)).rows


def test_columns_of_blanks_are_refused(tmp_path):
    """
    Where one ends and the next begins cannot be told.
    """
    data = "序号   一级事项   公开内容\n1   综合业务   文件名称\n".encode()
    found = imported(tmp_path, File("目录.txt", data))

    assert ["table-none"] == found.problems
