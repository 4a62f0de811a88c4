"""Which steps a clean-up needs, by whose documents it looks at (157号 规程 一(三))."""

from __future__ import annotations

import pytest

from ..conftest import complaints
from .papers import cleanup, paper

CLEANUP = "catalogue/cleanups/a.yaml"
UNITS = "catalogue/units/b.yaml"
CONTACTS = "leader: 副职\noffice: 办公室\nphone: 0000-0000003\n"
CITY = f"id: shi\nname: 示范市人民政府\nkind: 人民政府\nlevel: 市级\n{CONTACTS}"
TOWN = f"id: zhen\nname: 云麓镇人民政府\nkind: 乡镇\nlevel: 乡级\nparent: shi\n{CONTACTS}"
ALL = (
    ("报告", "起草部门", "2025-03-01"),
    ("法制机构审核", "示范市司法局", "2025-04-01"),
    ("政府决定", "shi", "2025-05-01"),
    ("公布", "shi", "2025-05-10"),
)


def said(**differs: str) -> list[str]:
    """Return the rules that complain of a clean-up."""
    return [
        line.partition("[")[2].partition("]")[0]
        for line in complaints({UNITS: CITY, "catalogue/units/c.yaml": TOWN} | differs)
    ]


def test_a_government_needs_all_four_steps():
    """
    Report, review, decision, publication: none may be left out.
    """
    assert [] == said(**{CLEANUP: cleanup(organ="shi", steps=ALL)})
    for left_out in range(3):
        steps = [step for place, step in enumerate(ALL) if place != left_out]

        assert ["cleanup-step-missing"] == said(**{CLEANUP: cleanup(organ="shi", steps=steps)})


def test_a_department_reports_and_publishes():
    """
    Its documents are no matter for the government’s decision; the report is needed.
    """
    assert [] == said(**{CLEANUP: cleanup()})
    assert ["cleanup-step-missing"] == said(
        **{CLEANUP: cleanup(steps=[("公布", "jiaoyu", "2025-05-10")])}
    )


def test_a_township_is_reviewed_by_the_county():
    """
    Before it publishes, and not by itself.
    """
    steps = (
        ("报告", "起草办", "2025-03-01"),
        ("法制机构审核", "启明区司法局", "2025-04-01"),
        ("公布", "zhen", "2025-05-10"),
    )

    assert [] == said(**{CLEANUP: cleanup(organ="zhen", steps=steps)})
    assert ["cleanup-step-missing"] == said(
        **{CLEANUP: cleanup(organ="zhen", steps=[steps[0], steps[2]])}
    )
    itself = [steps[0], ("法制机构审核", "zhen", "2025-04-01"), steps[2]]
    assert ["cleanup-review-township"] == said(**{CLEANUP: cleanup(organ="zhen", steps=itself)})


def test_a_clean_up_on_its_way_lacks_nothing_yet():
    """
    What has not been reached is not missing.
    """
    assert [] == said(**{CLEANUP: cleanup(organ="shi", steps=ALL[:2])})


@pytest.mark.parametrize(("on", "told"), [("2026-11-22", True), ("2026-11-24", False)])
def test_a_decision_is_published_once_its_day_has_come(on, told):
    """
    A decision that lies ahead need not be published; the good day is 23 November 2026.
    """
    steps = [*ALL[:2], ("政府决定", "shi", on)]
    found = said(**{CLEANUP: cleanup(organ="shi", steps=steps)})

    assert told == ("cleanup-unpublished" in found)


def test_a_clean_up_that_is_sound_says_nothing():
    """
    Every outcome, each document registered, each amendment too.
    """
    files = {f"content/documents/{id}.md": paper(id) for id in "abcd"}
    files["content/documents/e.md"] = paper("e", effective="2025-06-01", amends="[b]")
    files[CLEANUP] = cleanup(
        "document: a, outcome: 继续有效, reason: 适用, new_expiry: 2030-05-09",
        "document: b, outcome: 修改, reason: 与上位法不一致",
        "document: c, outcome: 废止, reason: 被代替",
        "document: d, outcome: 失效, reason: 任务完成",
    )

    assert [] == said(**files)


def test_one_fault_of_a_clean_up_that_could_not_be_read_is_one_problem():
    """
    A document that a broken file may hold is not missed.
    """
    found = said(
        **{
            "content/documents/a.md": "---\nid: a\ntitle: 甲\nattribute: 公开\n---\n",
            CLEANUP: cleanup("document: a, outcome: 失效, reason: 任务完成"),
        }
    )

    assert ["value-choice"] == found


ZONE = f"id: qu\nname: 高新区管理委员会\nkind: 派出机构\nparent: shi\n{CONTACTS}"
ASSETS = f"id: guozi\nname: 示范市国有资产监督管理委员会\nkind: 工作部门\n{CONTACTS}"


def test_the_committee_of_a_zone_is_a_government():
    """
    The clause names 管委会 with the governments; a committee that manages assets is a department.
    """
    units = {"catalogue/units/d.yaml": ZONE, "catalogue/units/e.yaml": ASSETS}
    two = [("报告", "起草部门", "2025-03-01"), ("公布", "shi", "2025-05-10")]

    assert ["cleanup-step-missing"] * 2 == said(
        **units, **{CLEANUP: cleanup(organ="qu", steps=two)}
    )
    assert [] == said(**units, **{CLEANUP: cleanup(organ="guozi", steps=two)})


@pytest.mark.parametrize(
    ("organ", "drafter", "reviewer", "rule"),
    [
        ("shi", "jiaoyu", "示范市教育局", "cleanup-review-own"),
        ("shi", "起草部门", "shi", "cleanup-review-own"),
        ("zhen", "起草办", "云麓镇司法所", "cleanup-review-township"),
    ],
)
def test_whoever_is_named_in_words_is_known(organ, drafter, reviewer, rule):
    """
    By the name of the unit, and by that of an office of the township.
    """
    steps = [
        ("报告", drafter, "2025-03-01"),
        ("法制机构审核", reviewer, "2025-04-01"),
        ("政府决定", "shi", "2025-05-01"),
        ("公布", "shi", "2025-05-10"),
    ]
    steps = steps if organ == "shi" else [*steps[:2], steps[3]]

    assert [rule] == said(**{CLEANUP: cleanup(organ=organ, steps=steps)})
