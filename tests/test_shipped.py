"""What the program says of the bundled site: its faults on purpose, and nothing else."""

from __future__ import annotations

from generator.build import make
from generator.find import find
from generator.store import Store

from .conftest import DAY, ROOT


def test_the_bundled_site_has_the_faults_that_it_is_to_show():
    """
    A document that ran out with no decision, one that soon will, an item that rests on what was
    repealed, one whose basis was amended; what was late, owed, shown too briefly, updated too
    seldom and never published: what such a site is looked at for.
    """
    found = make(find(ROOT), day=None, today=DAY, store=Store(None)).problems

    assert [
        *(
            (f"catalogue/disclosures/{path}.yaml", rule)
            for path, rule in (
                ("baozhangxing-zhufang", "disclosure-late"),
                ("baozhangxing-zhufang", "disclosure-late"),
                ("chengshi-zonghe-zhifa", "disclosure-late"),
                ("gonggong-ziyuan-jiaoyi", "disclosure-display-short"),
                ("gonggong-ziyuan-jiaoyi", "disclosure-overdue"),
                ("shuishou-guanli", "disclosure-overdue"),
            )
        ),
        ("catalogue/entries/baozhangxing-zhufang.yaml", "basis-amended-perhaps"),
        ("catalogue/entries/yiwu-jiaoyu.yaml", "entry-updated-seldom"),
        ("catalogue/entries/yiwu-jiaoyu.yaml", "basis-repealed"),
        *[("catalogue/fields/fields.yaml", "entry-never-published")] * 3,
        ("content/documents/shifu-2023-24.md", "document-expiring"),
        ("content/documents/shijian-2021-6.md", "document-expired"),
    ] == [(one.at.path, one.rule) for one in found]
