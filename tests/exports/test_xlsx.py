"""Excel files, read back: every text, the merged header, what is locked, offered and printed."""

from __future__ import annotations

import io
from dataclasses import replace
from zipfile import ZIP_STORED, ZipFile

import pytest

from generator.exports import xlsx
from generator.exports.book import Sheet
from generator.exports.cells import CUT, MOST, cut, too_long
from generator.exports.layout import HEADS, line_texts

from ..conftest import CONTENT, entry
from .conftest import MAIN, book, of, opened, part, rows_of

SHEET = "xl/worksheets/sheet1.xml"
FULL = {
    "number": "1", "group": "征地管理", "subgroup": "三级", "stage": "[发布, 解读]",
    "channels": "[政府网站, {其他: 公示栏}]", "audience": "{特定群体: 申请人}", "remarks": "备注甲",
    "extra": "{责任科室: 一科}", "content": "[预公告, 公告]", "level": "[市级, 县级, 乡级]",
}  # fmt: skip


def styles(data: bytes) -> list[dict[str, object]]:
    """Return of every style whether it is locked, keeps a formula a text, and its number format."""
    found = []
    for xf in part(data, "xl/styles.xml").find(f"{MAIN}cellXfs"):
        protection = xf.find(f"{MAIN}protection")
        found.append(
            {
                "locked": protection is None or protection.get("locked") != "0",
                "quoted": xf.get("quotePrefix") == "1",
                "text": xf.get("numFmtId") == "49",
            }
        )
    return found


def cells(data: bytes, row: int) -> dict[str, dict[str, object]]:
    """Return the style of each cell of a row of the first sheet, by column."""
    of_number = styles(data)
    [found] = part(data, SHEET).findall(f".//{MAIN}row[@r='{row}']")
    return {cell.get("r").rstrip("0123456789"): of_number[int(cell.get("s"))] for cell in found}


def test_every_text_of_a_line_stands_in_its_column():
    """
    Below the head of that name, one below the other as in the list.
    """
    _, lines = of(entry("a", **FULL), entry("b", name="补偿"))
    view = book(entry("a", **FULL), entry("b", name="补偿"), fields=True)
    _, above, below, *rows = rows_of(xlsx.write(view))
    names = [
        "其他栏目：责任科室" if b == "责任科室" else b or a
        for a, b in zip(above, below, strict=True)
    ]
    expected = [{name: line_texts(one).get(name, "") for name in names} for one in lines]

    assert set(line_texts(lines[0])) == set(names)
    assert expected == [dict(zip(names, row, strict=True)) for row in rows]


def test_the_title_and_the_two_header_rows_are_merged_as_the_form_is():
    """
    Six heads of one column, four of two; what the form lacks beside it.
    """
    merged = opened(xlsx.write(book())).merged_cell_ranges
    names = rows_of(xlsx.write(book()))[1]
    heads = {names[left]: (bottom - top + 1, right - left + 1)
             for (top, left), (bottom, right) in merged if top == 1}  # fmt: skip

    assert ((0, 1), (0, 14)) in merged
    assert {head.text: (head.rows, head.columns) for head in HEADS[0]} == {
        name: size for name, size in heads.items() if name not in ("编号", "五公开", "环节", "备注")
    }
    assert {(2, 1)} == {heads[name] for name in ("编号", "五公开", "环节", "备注")}


def test_only_the_id_is_locked_in_the_rows_and_beneath_them():
    """
    The id is how an import knows an entry; the rest is to be edited, new rows too.
    """
    data = xlsx.write(book())
    columns = part(data, SHEET).find(f"{MAIN}cols")
    beneath = [styles(data)[int(column.get("style"))]["locked"] for column in columns]
    locked = {name: style["locked"] for name, style in cells(data, 4).items()}

    assert {"A"} == {name for name, one in locked.items() if one}
    assert [True] + [False] * (len(beneath) - 1) == beneath
    assert all(style["text"] for style in cells(data, 4).values())


def test_a_sheet_is_protected_without_a_password_and_rows_may_be_inserted():
    """
    Not sorted: a protected sheet is sorted without its locked column, which is the id.
    """
    protection = part(xlsx.write(book()), SHEET).find(f"{MAIN}sheetProtection")
    allowed = {name for name, value in protection.items() if value == "0"}

    assert protection.get("sheet") == "1"
    assert protection.get("password") is None
    assert {"formatCells", "formatColumns", "formatRows", "insertRows", "autoFilter"} == allowed


def test_what_may_be_chosen_is_offered_in_the_rows_and_in_200_beneath():
    """
    Ticks alone where a tick is all; words with a warning where several may stand.
    """
    data = xlsx.write(book(entry("a"), entry("b")))
    offered = {
        one.get("sqref"): (one.findtext(f"{MAIN}formula1"), one.get("errorStyle", "stop"))
        for one in part(data, SHEET).find(f"{MAIN}dataValidations")
    }

    assert {
        "J4:J205": ('"√"', "stop"),
        "L4:L205": ('"√"', "stop"),
        "M4:M205": ('"√"', "stop"),
        "N4:N205": ('"√,市级,市级、县级"', "warning"),
        "O4:O205": ('"√,村级,乡级、村级"', "warning"),
        "P4:P205": ('"决策,执行,管理,服务,结果"', "warning"),
        "Q4:Q205": ('"发布,解读,回应"', "warning"),
    } == offered


def test_a_wrong_choice_is_told_in_chinese():
    """
    Title and sentence within what Excel shows.
    """
    for one in part(xlsx.write(book()), SHEET).find(f"{MAIN}dataValidations"):
        assert 0 < len(one.get("errorTitle")) <= 32
        assert 0 < len(one.get("error")) <= 255
        assert one.get("error").endswith("。")
        assert one.get("allowBlank") == "1"


@pytest.mark.parametrize("fields", [False, True])
def test_it_is_printed_as_the_form_on_a4_with_its_header_on_every_page(fields):
    """
    On its side, as wide as one page; the id and what the form lacks stay off the paper.
    """
    data = xlsx.write(book(fields=fields))
    sheet, workbook = part(data, SHEET), part(data, "xl/workbook.xml")
    setup = sheet.find(f"{MAIN}pageSetup")
    names = {one.get("name"): one.text for one in workbook.find(f"{MAIN}definedNames")}

    assert ("9", "landscape", "0") == tuple(
        setup.get(name) for name in ("paperSize", "orientation", "fitToHeight")
    )
    assert "1" == sheet.find(f".//{MAIN}pageSetUpPr").get("fitToPage")
    assert "征地补偿!$2:$3" == names["_xlnm.Print_Titles"]
    assert f"征地补偿!{'$C:$P' if fields else '$B:$O'}" == names["_xlnm.Print_Area"]


def test_the_header_and_the_names_of_the_items_stand_still():
    """
    While the sheet is scrolled; filters hang on the lower header row.
    """
    sheet = part(xlsx.write(book(entry("a"), entry("b"))), SHEET)
    pane = sheet.find(f".//{MAIN}pane")

    assert ("4", "3", "frozen") == tuple(pane.get(name) for name in ("xSplit", "ySplit", "state"))
    assert "A3:R5" == sheet.find(f"{MAIN}autoFilter").get("ref")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠甲"])
def test_a_text_that_begins_like_a_formula_stays_a_text_when_it_is_edited(text):
    """
    It is a string, of a style that keeps it one.
    """
    data = xlsx.write(book(entry("a", remarks=f'"{text}"', name=f'"{text}"')))

    assert text == rows_of(data)[3][-1]
    assert {"D", "R"} == {name for name, style in cells(data, 4).items() if style["quoted"]}
    assert [] == part(data, SHEET).findall(f".//{MAIN}c/{MAIN}f")


def test_a_cell_of_an_entry_has_a_height_that_is_not_fixed():
    """
    High enough for the longest cell, and set anew when a text grows.
    """
    long = entry("a", content="[甲, 乙, 丙, 丁]")
    row, other = part(xlsx.write(book(long, entry("b"))), SHEET).findall(f".//{MAIN}row")[-2:]

    assert float(row.get("ht")) > float(other.get("ht"))
    assert row.get("customHeight") is None


def test_a_row_that_would_be_too_high_for_excel_gets_a_wider_column():
    """
    No row is higher than the 409 points that Excel shows.
    """
    sheet = part(xlsx.write(book(entry("a", content=f"[{'公开内容' * 300}]"))), SHEET)
    usual = part(xlsx.write(book()), SHEET)
    width, before = (float(one.find(f"{MAIN}cols")[4].get("width")) for one in (sheet, usual))

    assert 409 >= float(sheet.findall(f".//{MAIN}row")[-1].get("ht"))
    assert width > 2 * before


def test_a_list_that_no_width_shortens_widens_nothing():
    """
    Or the other columns would be unreadable for it.
    """
    items = ", ".join(f"第{number}条公开内容" for number in range(60))
    sheet, usual = (
        part(xlsx.write(book(entry("a", content=f"[{one}]"))), SHEET) for one in (items, "甲")
    )
    widths = [[one.get("width") for one in each.find(f"{MAIN}cols")] for each in (sheet, usual)]

    assert widths[0] == widths[1]
    assert 409 >= float(sheet.findall(f".//{MAIN}row")[-1].get("ht"))


def test_neighbours_of_one_group_look_merged_and_each_row_names_it():
    """
    Nothing is merged below the header, so that rows can be inserted and filtered.
    """
    data = xlsx.write(book(entry("a", group="甲"), entry("b", group="甲"), entry("c", group="乙")))
    rules = [
        rule.findtext(f"{MAIN}formula")
        for rule in part(data, SHEET).iterfind(
            f".//{MAIN}conditionalFormatting[@sqref='C4:C206']/*"
        )
    ]

    assert ["甲", "甲", "乙"] == [row[2] for row in rows_of(data)[3:]]
    assert 2 == max(bottom for _, (bottom, _) in opened(data).merged_cell_ranges)
    assert 'AND($C4<>"",$C4=$C3)' in rules
    assert 4 == len(rules)


def test_each_field_of_a_catalogue_has_a_sheet():
    """
    By a name that Excel takes, and each only once.
    """
    ten = "一二三四五六七八九十"
    given = ("义务教育", "a/b:c", ten * 4, f"{ten * 4}甲", "登记信息", "History", " ")

    assert (
        "义务教育", "a_b_c", f"{ten * 3}一", f"{ten * 2}一二三四五六七八（2）", "登记信息（2）",
        "History（2）", "目录",
    ) == xlsx.sheet_names(given)  # fmt: skip


def test_several_sheets_are_each_filled():
    """
    With their own rows, in the order of their names.
    """
    [one] = book(entry("a")).sheets
    [two] = book(entry("b", name="乙"), entry("c", name="丙")).sheets
    data = xlsx.write(replace(book(), sheets=(one, replace(two, name="二"))))

    assert [["a"], ["b", "c"]] == [[row[0] for row in rows_of(data, n)[3:]] for n in (0, 1)]


def test_a_file_says_how_much_it_holds():
    """
    How far the sheet reaches and how many texts there are, each once, which some programs go by.
    """
    data = xlsx.write(book(entry("a", content=CONTENT), entry("b", content=CONTENT)))
    strings = part(data, "xl/sharedStrings.xml")
    texts = ["".join(one.itertext()) for one in strings]

    assert "A1:R5" == part(data, SHEET).find(f"{MAIN}dimension").get("ref")
    assert str(len(texts)) == strings.get("uniqueCount")
    assert 1 == texts.count("征收土地预公告")


def test_a_catalogue_without_entries_is_a_form_to_fill_in():
    """
    Header, drop-downs and rows to write in.
    """
    [full] = book().sheets
    data = xlsx.write(replace(book(), sheets=(Sheet("空", "空目录", full.rows[:1]),)))

    assert 3 == len(rows_of(data))
    assert "J4:J203" == part(data, SHEET).find(f"{MAIN}dataValidations")[0].get("sqref")


def test_the_register_is_locked_and_holds_its_rows():
    """
    The last sheet, seen by everybody, open to nobody.
    """
    rows = (
        ("a", "出处", "=甲"),
        ("a", "来源", "d-a、d-b"),
        ("b", "导入原文：公开时限", "20日\n长期"),
    )
    data = xlsx.write(book(register=rows))
    said, *told = rows_of(data, 1)
    sheet = part(data, "xl/worksheets/sheet2.xml")
    numbers = {int(cell.get("s", 0)) for cell in sheet.iterfind(f".//{MAIN}c")}

    assert "登记信息" == opened(data, 1).name
    assert "请勿修改" in said[0]
    assert [["编号", "项目", "内容"], *map(list, rows)] == told
    assert sheet.find(f"{MAIN}sheetProtection").get("sheet") == "1"
    assert all(styles(data)[number]["locked"] for number in numbers)


@pytest.mark.parametrize(
    "text",
    ["_x000D_", "a_x0041_b", " 甲 ", "<&>\"'", "甲\tb", "𠮷" * 20, "１２", "1.10", "2026-01-01"],
)
def test_a_text_comes_back_as_it_was(text):
    """
    Whatever Excel would read as a code, a number or a date.
    """
    [one] = book().sheets
    names, row = one.rows
    view = replace(book(), sheets=(replace(one, rows=(names, (*row[:-1], text))),))

    assert text == rows_of(xlsx.write(view))[3][-1]


@pytest.mark.parametrize("text", ["字" * (MOST + 1), "𠮷" * MOST, "字" * 99_999])
def test_a_text_longer_than_a_cell_ends_with_a_sentence(text):
    """
    Excel repairs a file with a longer one by taking all of it away.
    """
    assert cut(text).endswith(CUT)
    assert not too_long(cut(text))
    assert cut("字" * MOST) == "字" * MOST


def test_the_package_is_stored_and_names_no_moment():
    """
    The same bytes whatever compresses and whenever it is written.
    """
    data = xlsx.write(book())
    with ZipFile(io.BytesIO(data)) as package:
        told = {(one.compress_type, one.date_time) for one in package.infolist()}
        names = package.namelist()
        core = package.read("docProps/core.xml").decode()

    assert {(ZIP_STORED, (1980, 1, 1, 0, 0, 0))} == told
    assert ["[Content_Types].xml", *sorted(names[1:])] == names
    assert 2 == core.count("1980-01-01T00:00:00Z")
    assert data == xlsx.write(book())
