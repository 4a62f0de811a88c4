"""What the program says of the bundled site: its faults on purpose, and nothing else."""

from __future__ import annotations

from generator.build import make
from generator.find import find
from generator.store import Store

from .conftest import DAY, ROOT


def test_the_bundled_site_has_the_faults_that_it_is_to_show():
    """
    What such a site is looked at for: a document that ran out with no decision, one that soon
    will, an item that rests on what was repealed, one whose basis was amended; a duty without an
    item, a key point that is late and one that nothing shows, a year without a briefing; two
    interpretations that were late, one that is missing, a consultation never reported on; what was
    late, owed, shown too briefly, updated too seldom and never published.
    """
    found = make(find(ROOT), day=None, today=DAY, store=Store(None)).problems

    assert [
        ("catalogue/disclosures/anquan-shengchan.yaml", "disclosure-overdue"),
        ("catalogue/disclosures/baozhangxing-zhufang.yaml", "disclosure-late"),
        ("catalogue/disclosures/fupin.yaml", "disclosure-late"),
        ("catalogue/disclosures/gonggong-ziyuan-jiaoyi.yaml", "disclosure-display-short"),
        ("catalogue/disclosures/jiuzai.yaml", "disclosure-late"),
        ("catalogue/disclosures/shuishou-guanli.yaml", "disclosure-overdue"),
        ("catalogue/duties/others.yaml", "duty-uncovered"),
        ("catalogue/entries/baozhangxing-zhufang.yaml", "basis-amended-perhaps"),
        ("catalogue/entries/yiwu-jiaoyu.yaml", "entry-updated-seldom"),
        ("catalogue/entries/yiwu-jiaoyu.yaml", "basis-repealed"),
        ("catalogue/fields/fields.yaml", "entry-never-published"),
        ("catalogue/fields/fields.yaml", "entry-never-published"),
        ("catalogue/fields/fields.yaml", "entry-never-published"),
        ("catalogue/keypoints/2026.yaml", "keypoint-overdue"),
        ("catalogue/keypoints/2026.yaml", "keypoint-unproven"),
        *[("catalogue/units/units.yaml", "unit-never-published")] * 8,
        ("catalogue/units/units.yaml", "unit-briefing-missed"),
        *[("catalogue/units/units.yaml", "unit-never-published")] * 5,
        (
            "content/consultations/zhengqiu-jiazhuang-dianti-2026.md",
            "consultation-feedback-missing",
        ),
        ("content/documents/shifu-2023-24.md", "document-expiring"),
        ("content/documents/shijian-2021-6.md", "document-expired"),
        ("content/documents/shishen-2025-2.md", "interpretation-missing"),
        ("content/interpretations/jiedu-baozufang-rending-2026.md", "interpretation-late"),
        ("content/interpretations/jiedu-huanping-gongkai-2026.md", "interpretation-late"),
    ] == [(one.at.path, one.rule) for one in found]
