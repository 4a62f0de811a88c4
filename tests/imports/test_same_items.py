"""Which entry a row is: by the id that it prints, or by its field and names."""

from __future__ import annotations

import pytest

from .makers import HEADS, Brought, bring, merged, office, row, table

FILE = "catalogue/entries/zhengdi.yaml"
FIRST = row()
SECOND = row(number="2", name="补偿方案", content="方案全文")
THIRD = row(number="3", name="补偿结果", content="结果全文")


def ids(brought: Brought) -> list[str]:
    return [one["id"] for one in brought.entries]


def with_ids(*rows, **wish):
    return {"content": table(*rows, only=("id", *HEADS), id="编号"), **wish}


def test_a_row_with_an_id_is_that_entry_whatever_it_is_called(tmp_path):
    """
    A name that changed does not make it another.
    """
    bring(tmp_path, table(FIRST, SECOND))
    changed = FIRST | {"id": "z-zhengshou-banfa", "name": "征收补偿办法"}
    after = bring(tmp_path, **with_ids(changed))

    assert ["征收补偿办法", "补偿方案"] == [one["name"] for one in after.entries]
    assert ["z-zhengshou-banfa", "z-buchang-fangan"] == ids(after)


def test_an_id_that_no_entry_has_is_the_id_of_a_new_one(tmp_path):
    """
    An exported table brought to another site.
    """
    found = bring(tmp_path, **with_ids(FIRST | {"id": "own-id-1"}))

    assert ["own-id-1"] == ids(found)


def test_a_new_row_may_leave_its_id_empty(tmp_path):
    """
    Among rows that have theirs.
    """
    found = bring(tmp_path, **with_ids(FIRST | {"id": "own-id-1"}, SECOND | {"id": ""}))

    assert ["own-id-1", "z-buchang-fangan"] == ids(found)


REFUSED = {
    "an id twice": (("own-id-1", "own-id-1"), "table-id-twice"),
    "the id of a unit": (("jiaoyu", "own-id-2"), "table-id-taken"),
    "the id of a field": (("zhengdi", "own-id-2"), "table-id-taken"),
}


@pytest.mark.parametrize(("given", "rule"), REFUSED.values(), ids=REFUSED)
def test_an_id_that_cannot_be_is_refused(given, rule, tmp_path):
    """
    Nothing is written.
    """
    rows = [one | {"id": id} for one, id in zip((FIRST, SECOND), given, strict=True)]
    found = bring(tmp_path, **with_ids(*rows))

    assert [rule] == found.errors
    assert "" == found.text


@pytest.mark.parametrize("id", ["ZD-01", "征收", "a" * 65, "a b", "con", "nul", "com1"])
def test_an_id_that_is_none_is_told(id, tmp_path):
    """
    A cell of the column of ids that the entry does not have is not lost in silence.
    """
    rows = (FIRST | {"id": "own-id-1"}, SECOND | {"id": "own-id-2"}, THIRD | {"id": id})
    found = bring(tmp_path, **with_ids(*rows))
    said = found.said(4, 1)

    assert found.errors or said["state"] == "left" or id in found.text


def test_an_item_that_ended_stays_ended(tmp_path):
    """
    Though the table still has it, which is told.
    """
    bring(tmp_path, table(FIRST))
    site = office(tmp_path)
    site.edit(FILE, "    method: 主动公开\n", "    method: 主动公开\n    ended: 2026-01-01\n")
    after = bring(tmp_path, table(FIRST))

    assert 1 == len(set(ids(after)))
    assert {"ended": "2026-01-01"}.items() <= after.entry.items()
    assert "table-ended" in [one.rule for one in after.taken.problems]
    assert "2026-01-01" in after.text


# -- items of the same names -------------------------------------------------------------------


def test_items_of_one_name_in_two_groups_are_two(tmp_path):
    """
    And are found again.
    """
    grid = table(row(), row(group="征收程序"))
    before = bring(tmp_path, grid)

    assert 2 == len(set(ids(before)))
    assert before.text == bring(tmp_path, grid).text


def test_a_row_printed_twice_is_two_and_stays_two(tmp_path):
    """
    An artefact of a page break is for an editor to take out.
    """
    grid = table(row(), row())
    before = bring(tmp_path, grid)

    assert 2 == len(set(ids(before)))
    assert before.text == bring(tmp_path, grid).text


def test_two_units_may_have_items_of_the_same_names(tmp_path):
    """
    Each has its own file and its own ids, and finds them again.
    """
    first = bring(tmp_path, table(row()), unit="jiaoyu")
    second = bring(tmp_path, table(row(content="另一内容")), unit="ziran-ziyuan")
    after = bring(tmp_path, table(row()), unit="jiaoyu")

    assert ids(first) != ids(second)
    assert ["文件全文"] == after.entry["content"]
    assert ["另一内容"] == second.entry["content"]


def test_merged_rows_below_an_item_do_not_make_it_another(tmp_path):
    """
    An item over two physical rows, twice imported.
    """
    grid = table(row(), merged(content="名单"))
    before = bring(tmp_path, grid, form="csv")

    assert before.text == bring(tmp_path, grid, form="csv").text
    assert ["文件全文", "名单"] == before.entry["content"]
