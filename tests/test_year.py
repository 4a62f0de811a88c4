"""A year's life played through: what happens, what the pages say on that day, and that it was told
ahead where nobody had to write anything."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.ahead import next_change
from generator.find import find
from generator.read import read
from generator.render import theme_of
from generator.store import Store
from generator.words import failed

from .conftest import CONFIG, Site, entry
from .plans.test_documents import text
from .rules.adjustment_examples import adjustment, change
from .rules.papers import cleanup, paper, talk
from .rules.talk_examples import TERMS

A = "content/documents/a.md"
Z = "content/consultations/z.md"
J = "content/interpretations/j.md"
X = "catalogue/entries/x.yaml"
F = "catalogue/disclosures/x.yaml"
K = "catalogue/keypoints/a.yaml"
OLD = "  - {id: fa-2019, title: 某办法, edition: 2019年公布, effective: 2020-01-01}\n"
NEW = "  - {id: fa-2026, title: 某办法, edition: 2026年修订, effective: 2026-07-01, replaces: [fa-2019]}\n"  # noqa: E501
PLACED = {
    "formed": "2026-05-18", "published": "2026-05-20", "effective": "2026-06-15",
    "index_number": "11/2026-a", "needs_interpretation": "yes",
}  # fmt: skip
DEED = "id: gs-1\nentry: x\nunit: ziran-ziyuan\ntitle: 低保标准\nevent: 2026-08-03\n"
ASKED = {
    "opened": "2026-03-09",
    "closed": "2026-04-07",
    "summary": "怎样停车。",
    "consults_on": "[停车办法]",
}
POINT = "id: yaodian\nyear: 2026\ntitle: 公开停车收费标准\nbasis: 年度工作要点\nunit: jiaoyu\ndue: 2026-09-30\n"  # noqa: E501


def by(edition: str) -> str:
    """Return a basis that names its edition."""
    return f"[{{title: 某办法, edition: {edition}}}]"


@dataclass(frozen=True)
class Scene:
    """A day: what editors wrote on it, if anything, and what pages say then, as a reader sees it;
    a page whose words begin with ``-`` does not say them."""

    day: date
    says: Mapping[str, str]
    files: Mapping[str, str] = field(default_factory=dict)


YEAR = (
    Scene(
        date(2026, 3, 2),
        {
            "consultations/z.html": "未开始",
            "index.html": "-正在征求意见",
            "keypoints/2026.html": "未开始",
            "duties/organs.html": "待听取",
        },
        {Z: talk("z", **ASKED), K: POINT},
    ),
    Scene(
        date(2026, 3, 9),
        {
            "consultations/z.html": "进行中",
            "index.html": "正在征求意见1件说明z",
            "feeds/consultations.xml": "说明z",
        },
    ),
    Scene(date(2026, 4, 7), {"consultations/z.html": "进行中"}),  # its last day
    Scene(
        date(2026, 4, 8),
        {"consultations/z.html": "已结束，待反馈", "index.html": "-正在征求意见"},
    ),
    Scene(date(2026, 5, 8), {"consultations/z.html": "已结束，待反馈"}),  # the last day for that
    Scene(date(2026, 5, 9), {"consultations/z.html": "逾期未反馈"}),
    Scene(
        date(2026, 5, 11),
        {"consultations/z.html": "已反馈"},
        {
            Z: talk(
                "z", **ASKED, feedback="{on: 2026-05-11, received: 3, adopted: 2, text: 采纳两条。}"
            )
        },
    ),
    Scene(
        date(2026, 5, 20),
        {
            "documents/a.html": "尚未生效自2026年6月15日起施行",
            "consultations/z.html": "关于a的通知",
        },
        {
            A: paper("a", **PLACED),
            Z: talk(
                "z",
                **(ASKED | {"consults_on": "[a]"}),
                feedback="{on: 2026-05-11, received: 3, adopted: 2, text: 采纳两条。}",
            ),
        },
    ),
    Scene(
        date(2026, 5, 26),
        {"documents/a.html": "应当在2026年5月25日前解读，还没有登记解读材料，已经逾期。"},
    ),
    Scene(
        date(2026, 5, 28),
        {
            "documents/a.html": "解读迟于期限：应当在2026年5月25日前，2026年5月28日才发布。"
            "2026年3月9日征求意见：说明z2026年3月9日至2026年4月7日，已反馈"
            "2026年5月20日发布2026年5月28日解读：说明j",
            "interpretations/j.html": "关于a的通知",
        },
        {J: talk("j", interprets="[a]", published="2026-05-28")},
    ),
    Scene(date(2026, 6, 15), {"documents/a.html": "有效自2026年6月15日起"}),
    Scene(
        date(2026, 6, 22),
        {"bases/index.html": "-某办法", "entries/x.html": "某办法"},
        {
            "catalogue/laws/x.yaml": f"laws:\n{OLD}{NEW}",
            X: entry("x", basis=by("2019年公布")),
        },
    ),
    Scene(
        date(2026, 7, 1),
        {"entries/x.html": "不是现行版本（2026年7月1日）", "bases/index.html": "不是现行版本"},
    ),
    Scene(
        date(2026, 7, 6),
        {"bases/index.html": "-某办法", "adjustments/index.html": "-改列现行依据"},
        {
            X: entry("x", basis=by("2026年修订")),
            "catalogue/adjustments/t.yaml": adjustment(
                "t",
                change(
                    "x",
                    fields="{field: basis, before: "
                    f"{by('2019年公布')}, after: {by('2026年修订')}}}",
                ),
                date="2026-07-10",
                title="改列现行依据",
            ),
        },
    ),
    Scene(
        date(2026, 7, 10),
        {
            "adjustments/index.html": "改列现行依据",
            "entries/x.html": "2026年7月10日",
            "feeds/adjustments.xml": "改列现行依据",
            "index.html": "改列现行依据",
        },
    ),
    Scene(
        date(2026, 8, 3),
        {
            "entries/x.html": "未到期",
            "disclosures/index.html": "低保标准",
            "statistics.html": "未到期",
        },
        {F: DEED},
    ),
    Scene(
        date(2026, 9, 1),
        {"entries/x.html": "逾期未公开", "disclosures/never.html": "征地公告"},
    ),
    Scene(
        date(2026, 9, 3),
        {"entries/x.html": "迟3个工作日"},
        {F: f"{DEED}published: 2026-09-03\n"},
    ),
    Scene(date(2026, 10, 1), {"keypoints/2026.html": "逾期"}),
    Scene(
        date(2026, 10, 12),
        {"keypoints/2026.html": "已完成"},
        {
            K: f"{POINT}status: 已完成\ndone: 2026-10-12\n"
            "evidence: [{title: 收费标准, document: a}]\n"
        },
    ),
    Scene(
        date(2026, 10, 15),
        {"documents/a.html": "有效", "cleanups/qingli.html": "2026年11月1日（未到）"},
        {
            "catalogue/cleanups/a.yaml": cleanup(
                "document: a, outcome: 废止, reason: 任务完成",
                steps=[("报告", "法规科", "2026-09-01"), ("公布", "jiaoyu", "2026-10-15")],
                effective_on="2026-11-01",
            )
        },
    ),
    Scene(date(2026, 11, 1), {"documents/a.html": "已废止自2026年11月1日起"}),
    Scene(
        date(2026, 11, 5),
        {"evaluations/index.html": "结果还没有公布", "evaluations/index.csv": "-9.5"},
        {
            "catalogue/evaluations/a.yaml": "id: kaoping\nyear: 2025\ntitle: 2025年度考评\n"
            "by: 示范市人民政府办公室\npublished: 2026-11-10\nunits:\n"
            "  - {unit: jiaoyu, scores: [{indicator: 时效, points: '9.5', of: '10'}]}\n"
        },
    ),
    Scene(
        date(2026, 11, 10),
        {
            "evaluations/index.html": "-结果还没有公布",
            "evaluations/kaoping.html": "9.5",
            "evaluations/index.csv": "9.5",
        },
    ),
    Scene(date(2027, 1, 1), {"duties/organs.html": "2026年未听取"}),
)


def told(site: Site, path: str) -> str:
    """Return what a reader of the page or feed at *path* sees."""
    if path.endswith(".html"):
        return text(site, path)
    file = site.output / path
    return re.sub(r"\s+", "", file.read_text(encoding="utf-8")) if file.exists() else ""


def test_a_year_passes(site):
    """
    On each day the pages say its facts; what comes by itself had been announced, and between the
    scenes nothing happens.
    """
    shutil.rmtree(site.folder / "templates")
    site.write("config.yaml", CONFIG + TERMS + "organs:\n  source: 意见\n  briefings_since: 2026\n")
    announced = None
    for scene in YEAR:
        if not scene.files:
            assert scene.day == announced, scene.day
        assert announced is None or scene.day <= announced, f"{announced} before {scene.day}"
        for path, said in scene.files.items():
            site.write(path, said)
        report = site.build(day=scene.day)
        assert not failed(report.problems), report.problems
        for path, said in scene.says.items():
            there = said.lstrip("-") in told(site, path)
            assert there is not said.startswith("-"), (scene.day, path, told(site, path))
        found = find(site.folder)
        records = read(found.config, found.sources, Store(None))
        announced, _ = next_change(records, theme_of(found.theme)[1], scene.day)
