"""The account of an import: of every cell what became of it, for readers and for programs."""

from __future__ import annotations

import pytest

from generator.imports.account import account
from generator.imports.outcome import REASONS, lines, reason
from generator.imports.tables.rows import part

from .makers import HEADS, bring, merged, row, sheet, table

STATES = {
    "understood": (3, 4, {}),
    "guessed": (2, 7, {}),
    "header": (1, 1, {}),
    "kept": (2, 15, {"remarks": "链接"}),
}


@pytest.mark.parametrize(("down", "across", "heads"), STATES.values(), ids=STATES)
def test_a_cell_is_understood_guessed_kept_or_a_head(down, across, heads, tmp_path, request):
    """
    By what its column is and what had to be guessed.
    """
    grid = table(row(remarks="查看"), row(number="2", name="方案", content="甲"), **heads)

    assert request.node.callspec.id == bring(tmp_path, grid).said(down, across)["state"]


LEFT = {
    "title": ([["目录（2025版）"], *table(row())], "目录（2025版）"),
    "header-again": (table(row(), HEADS, row(name="方案")), "公开依据"),
    "empty-number": (table(row(), merged(number="2"), row(name="方案")), "2"),
    "note": ([*table(row()), ["注：以上由各镇公开"]], "注：以上由各镇公开"),
}


@pytest.mark.parametrize(("grid", "text"), LEFT.values(), ids=LEFT)
def test_what_is_left_over_is_told_with_the_reason(grid, text, tmp_path, request):
    """
    By its place and in words.
    """
    grid = [line + [""] * (14 - len(line)) for line in grid]
    found = bring(tmp_path, grid, form="csv")
    [one] = [one for one in found.cells() if one["text"] == text and one["state"] == "left"]

    assert [request.node.callspec.id] == [why["id"] for why in one["why"]]
    assert one["why"][0]["text"] == REASONS[request.node.callspec.id][0]


def test_a_cell_over_several_items_is_told_once_with_all_of_them(tmp_path):
    """
    One line of the account, the entries that it went into.
    """
    grid = table(row(), row(number="2", name="方案") | {"basis": ""})
    found = bring(tmp_path, grid, spans=[(1, 2, 4, 4)])

    assert ["z-zhengshou-banfa", "z-fangan"] == found.said(2, 5)["entries"]


def test_what_was_taken_over_into_an_empty_place_is_told_as_a_gap(tmp_path):
    """
    Nothing stands there, so it is no cell.
    """
    found = bring(tmp_path, table(row(), row(name="方案", basis="")), form="csv")
    [gap] = [one for one in found.taken.record["tables"][0]["gaps"] if one.get("column") == 5]

    assert (3, "guessed", ["filled"]) == (
        gap["row"], gap["state"], [why["id"] for why in gap["why"]],
    )  # fmt: skip


PLACES = {
    "xlsx": "Sheet1!E2",
    "csv": "第2行第5列",
    "html": "表2 第2行第5列",
    "docx": "表1 第2行第5列",
}


@pytest.mark.parametrize(("form", "place"), PLACES.items())
def test_a_place_is_named_as_its_file_names_it(form, place, tmp_path):
    """
    Sheet and cell of a workbook; table, row and column elsewhere.
    """
    found = bring(tmp_path, table(row()), form=form)
    cells = found.cells(1 if form == "html" else 0)

    assert row()["basis"] in [one["text"] for one in cells if one["place"] == place]


def test_the_lines_count_what_the_record_counts(tmp_path):
    """
    Items, cells, and each state.
    """
    grid = [["目录"] + [""] * 14, *table(row(remarks="查看"), remarks="链接")]
    found = bring(tmp_path, grid, form="csv")

    first, _, second = found.taken.lines[0].partition("，表头")

    assert "目录.csv：1 个事项；28 个单元格，读懂 11 个（其中猜测 1 个），照录 1 个" == first
    assert " 15 个，未用 1 个；空白处猜测 1 处" == second
    assert {"guessed": 1, "header": 15, "kept": 1, "left": 1, "understood": 10} == (
        found.taken.record["tables"][0]["counts"]
    )


def test_a_table_that_is_no_catalogue_is_told_in_a_line(tmp_path):
    """
    How many cells of it were left over.
    """
    found = bring(tmp_path, table(row()), form="html")

    assert "目录.html 表1：不是目录表格，2 个单元格未用" == found.taken.lines[0]


def test_a_long_account_says_how_much_more_there_is():
    """
    The rest is in the report.
    """
    grid = [[f"说明{n}"] + [""] * 13 for n in range(60)] + table(row())
    read = sheet(grid, form="csv")
    told = lines(account(read, part(read), [], "zhengdi"), "zh")

    assert len(told) <= 42


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_reason_has_words_in_both_languages(language):
    """
    With the facts that it names.
    """
    for id, texts in REASONS.items():
        facts = ["甲"] * max(text.count("{") for text in texts)
        said = reason((id, *facts), language)

        assert said
        assert "{" not in said
        assert language == "zh" or said.isascii() or "甲" in said or "“" in said


def test_no_reason_shows_a_personal_number():
    """
    It quotes cells.
    """
    assert "110101199003077758" not in reason(("filled", "110101199003077758"), "zh")


def test_a_table_that_is_refused_is_accounted_for_all_the_same(tmp_path):
    """
    What it holds is not called unread because of another fault.
    """
    found = bring(tmp_path, table(row(), row(name="方案", no="√"), no="不公开"))

    assert ["table-withheld"] == found.errors
    assert "understood" == found.said(2, 4)["state"]
