"""The barrier: records meet, references go both ways, and order is the authors'."""

from __future__ import annotations

from datetime import date

import pytest

from .conftest import GOOD, catalogue, complaints, entry, listed

A = "catalogue/entries/a.yaml"
B = "catalogue/entries/b.yaml"


def ids(records) -> list[str]:
    return [record.id for record in records]


def test_rows_stand_by_order_then_path_then_place():
    """
    What the importer numbered comes first; the rest as it stands in the files.
    """
    differs = {
        A: listed("entries", entry("a2"), entry("a1", order="7")),
        B: listed("entries", entry("b1", order="3"), entry("b2")),
        "catalogue/entries/zhengdi.yaml": "",
    }
    found = catalogue(differs).entries_of["zhengdi"]

    assert ["b1", "a1", "a2", "b2"] == ids(found)


def test_the_tables_of_a_unit_do_not_mix():
    """
    Orders count within the table of a field; a unit's own catalogue shows field after field.
    """
    differs = {
        A: listed("entries", entry("z1", order="10"), entry("z2", order="20")),
        B: listed(
            "entries",
            entry("j1", field="yiwu-jiaoyu", order="10"),
            entry("j2", field="yiwu-jiaoyu", order="20"),
        ),
        "catalogue/entries/zhengdi.yaml": "",
        "catalogue/entries/others.yaml": "",
    }
    found = catalogue(differs).entries_of["ziran-ziyuan"]

    assert ["z1", "z2", "j1", "j2"] == ids(found)


def test_what_names_a_record_is_known_there():
    """
    By field, unit, duty and the law of its basis.
    """
    of = catalogue().entries_of

    assert ["gonggao", "buchang"] == ids(of["zhengdi"])
    assert ["zhaosheng"] == ids(of["jiaoyu"])
    assert ["gonggao", "buchang"] == ids(of["d-zhengdi"])[:2]
    assert 8 == len(of["tiaoli"])


def test_an_ended_entry_is_named_nowhere():
    """
    From the day on which it ends, and not before.
    """
    differs = {A: entry("a", ended="2026-11-23"), B: entry("b", superseded_by="gonggao")}

    assert ["gonggao", "buchang"] == ids(catalogue(differs).entries_of["zhengdi"])
    assert ["a", "gonggao", "buchang"] == ids(
        catalogue(differs, date(2026, 11, 22)).entries_of["zhengdi"]
    )


@pytest.mark.parametrize(
    ("differs", "place"),
    [
        ({"duties": "[zhufang]"}, f"{A}:13:10"),
        ({"subject": "[zhufang]"}, f"{A}:7:11"),
        ({"superseded_by": "zhufang"}, f"{A}:13:16"),
        ({"basis": "[{title: 政府信息公开条例, document: zhufang}]"}, f"{A}:6:37"),
    ],
)
def test_an_id_of_another_kind_is_one_fault(differs, place):
    """
    An entry that names a field where a unit belongs does not become that field's.
    """
    assert [f"{place}: error"] == [
        one[: len(place) + 7] for one in complaints({A: entry("a", **differs)})
    ]
    assert ["e-zhufang"] == ids(catalogue({A: entry("a", **differs)}).entries_of["zhufang"])


def test_of_two_records_with_one_id_the_first_stands():
    """
    And the other is remembered, so that both places can be named.
    """
    linked = catalogue({A: entry("gonggao", name="另一项")})
    [(again, first)] = linked.repeated

    assert "另一项" == linked.get("entries", "gonggao").name
    assert ("catalogue/entries/zhengdi.yaml", A) == (again.path, first.path)


def test_the_place_of_a_record_is_kept_beside_it():
    """
    Moving a record down its file does not change what it says.
    """
    path = "catalogue/entries/zhengdi.yaml"
    here = catalogue()
    moved = catalogue({path: "# 注\n\n" + GOOD[path]})

    assert here.entries == moved.entries
    assert f"{path}:3:11" == str(here.at(here.get("entries", "gonggao"), "name"))
    assert f"{path}:5:11" == str(moved.at(moved.get("entries", "gonggao"), "name"))


def test_an_entry_whose_field_could_not_be_read_breaks_nothing(site):
    """
    One misspelt key in a field is one problem; the pages of the units that publish its entries
    are made without them.
    """
    site.edit("catalogue/fields/fields.yaml", "lead: ziran-ziyuan", "laed: ziran-ziyuan")

    assert ["field-unknown"] == [found.rule for found in site.problems()]
