"""Makers: a small good site, and what one of its records says.

The good site has no problem at all, so a test says what differs and sees everything that follows.
Its theme prints each view as it is: a page then holds all that its writer may see.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from generator import disk
from generator.build import Report, build, make
from generator.catalogue import Catalogue
from generator.check import check
from generator.find import Source, find
from generator.keys import digest
from generator.link import link
from generator.problems import Problem, sorted_once
from generator.read import Read, read
from generator.store import Store
from generator.words import line

from .processes import forked, fresh

ROOT = Path(__file__).parents[1]
DAY = date(2026, 11, 23)

CONFIG = """\
name: 示范市政务公开标准目录
organ: 示范市人民政府
address: https://www.shifan.example/zwgk/
summary: 查每一项政务公开事项。
demonstration: yes
as_of: 2026-11-23
government:
  site_name: 示范市人民政府
  site_domain: www.shifan.example
  site_code: "0000000000"
  keywords: [政务公开]
footer:
  sponsor: 示范市人民政府
navigation:
  - {title: 政府信息公开指南, page: guide.html}
calendar:
  confirmed_through: 2026-12-31
  source: 国务院办公厅关于2026年部分节假日安排的通知
requests:
  tables_since: 2026
"""

UNITS = """\
units:
  - id: ziran-ziyuan
    name: 示范市自然资源局
    kind: 工作部门
    leader: 副局长
    office: 办公室
    phone: 0000-0000001
  - id: jiaoyu
    name: 示范市教育局
    kind: 工作部门
    leader: 副局长
    office: 办公室
    phone: 0000-0000002
"""

FIELDS = """\
fields:
  - {id: zhengdi, name: 征地补偿, cluster: 征地补偿, lead: ziran-ziyuan}
  - {id: chaiqian, name: 拆迁安置, cluster: 拆迁安置}
  - {id: zhufang, name: 保障性住房, cluster: 保障性住房}
  - {id: weifang, name: 农村危房改造, cluster: 农村危房改造}
  - {id: fupin, name: 扶贫救灾, cluster: 扶贫救灾}
  - {id: jiaoyi, name: 公共资源交易, cluster: 公共资源交易}
  - {id: yiwu-jiaoyu, name: 义务教育, cluster: 义务教育, lead: jiaoyu}
"""

DUTIES = """\
duties:
  - {id: d-zhengdi, list: 权责清单, name: 征地审批, unit: ziran-ziyuan, basis: [土地管理法]}
"""

LAWS = """\
laws:
  - id: tiaoli
    title: 中华人民共和国政府信息公开条例
    number: 国务院令第711号
    edition: 2019年修订
    effective: 2019-05-15
  - id: tudi-fa
    title: 中华人民共和国土地管理法
    effective: 2020-01-01
"""

VOCABULARIES = """\
vocabularies:
  - {id: channels, title: 公开渠道和载体, values: [政府网站, 政府公报, 其他]}
  - {id: levels, title: 公开层级, values: [市级, 县级, 乡级, 村级]}
"""

GUIDE = """\
---
id: guide
title: 政府信息公开指南
---

公开什么，见[征地补偿](fields/zhengdi.html)和[怎样申请](#怎样申请)。

## 怎样申请

向公开工作机构提出。
"""

_ENTRY = {
    "name": "征地公告",
    "field": "zhengdi",
    "category": "[决策]",
    "content": None,  # of its own, or two good entries would repeat each other
    "basis": "[{title: 政府信息公开条例, article: 第二十一条}]",
    "subject": "[ziran-ziyuan]",
    "time_limit": "信息形成或者变更之日起20个工作日内",
    "method": "主动公开",
    "channels": "[政府网站]",
    "audience": "全社会",
    "level": "[县级]",
}


CONTENT = "[征收土地预公告]"


def entry(id: str, /, **differs: str | None) -> str:
    """Return a good entry as YAML, one element a line; None leaves an element out."""
    record = {"id": id} | _ENTRY | {"content": f"[{id}的内容]"} | differs
    record.setdefault("duties", "[d-zhengdi]")  # last, so that what differs keeps its line
    return "".join(f"{key}: {value}\n" for key, value in record.items() if value is not None)


def listed(plural: str, *records: str) -> str:
    """Return *records* as a list under their kind's plural."""
    items = ("".join(f"    {row}\n" for row in record.splitlines()) for record in records)
    return f"{plural}:\n" + "".join(item.replace("    ", "  - ", 1) for item in items)


GOOD: Mapping[str, str] = MappingProxyType(
    {
        "config.yaml": CONFIG,
        "catalogue/units/units.yaml": UNITS,
        "catalogue/fields/fields.yaml": FIELDS,
        "catalogue/duties/duties.yaml": DUTIES,
        "catalogue/laws/laws.yaml": LAWS,
        "catalogue/vocabularies/words.yaml": VOCABULARIES,
        "catalogue/entries/zhengdi.yaml": listed(
            "entries",
            entry("gonggao", content=CONTENT, duties="[d-zhengdi]"),
            entry("buchang", content=CONTENT, name="补偿安置方案"),
        ),
        "catalogue/entries/jiaoyu.yaml": entry(
            "zhaosheng", content=CONTENT, name="招生范围", field="yiwu-jiaoyu", subject="[jiaoyu]"
        ),
        "catalogue/entries/others.yaml": listed(
            "entries",
            *(
                entry(f"e-{field}", content=CONTENT, name=f"事项{number}", field=field)
                for number, field in enumerate(
                    ("chaiqian", "zhufang", "weifang", "fupin", "jiaoyi")
                )
            ),
        ),
        "content/pages/guide.md": GUIDE,
    }
)

_BASE = """\
<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<title>{{ view.here.title }}</title>
<meta name="SiteName" content="{{ frame.government.site_name }}">
<meta name="SiteDomain" content="{{ frame.government.site_domain }}">
<meta name="SiteIDCode" content="{{ frame.government.site_code }}">
<meta name="ColumnName" content="{{ view.here.column }}">
<meta name="ColumnDescription" content="{{ view.here.description }}">
<meta name="ColumnKeywords" content="{{ frame.government.keywords|join(",") }}">
<meta name="ColumnType" content="{{ view.here.column }}">
</head>
<body>
{% for item in frame.navigation %}<a href="{{ view.here.root }}{{ item.path }}">{{ item.title }}</a>
{% endfor %}
<main id="main">
{% block body %}<p>{{ view }}</p>
{% endblock %}
</main>
</body>
</html>
"""
_PAGE = '{% extends "base.html" %}\n'
_TEXT = (
    '{% extends "base.html" %}\n{% block body %}<h1>{{ view.here.title }}</h1>\n'
    "{{ view.html|safe }}\n{% endblock %}\n"
)
_ROWS = (
    '{% extends "base.html" %}\n{% block body %}{% for group in view.groups %}'
    '{% for row in group.rows %}<p id="{{ row.id }}">{{ row }}</p>\n{% endfor %}{% endfor %}'
    "{% endblock %}\n"
)
_BARE = '{% extends "base.html" %}\n{% block body %}<h1>{{ view.here.title }}</h1>{% endblock %}\n'
_LAWS = (
    '{% extends "base.html" %}\n{% block body %}{% for row in view.rows %}'
    '<p id="{{ row.id }}">{{ row }}</p>\n{% endfor %}{% endblock %}\n'
)
_ENTRY_PAGE = (
    '{% extends "base.html" %}\n{% block body %}<p>{{ view }}</p>\n{% for basis in view.bases %}'
    '{% if basis.act %}<a href="{{ view.here.root }}{{ basis.act.path }}">{{ basis.text }}</a>\n'
    "{% endif %}{% endfor %}{% endblock %}\n"
)

THEME: Mapping[str, str] = MappingProxyType({
    "templates/base.html": _BASE,
    "templates/entry.html": _ENTRY_PAGE,
    "templates/duties.html": _ROWS,
    "templates/laws.html": _LAWS,
    "templates/keypoints-year.html": _LAWS,  # rows with anchors, as there
    "templates/text.html": _TEXT,
    "templates/deadline.html": _BARE,  # each day of nineteen years is long to print and to search
    "templates/deadline-year.html": _BARE,
    "templates/sitemap.xml": "{% for one in view.addresses %}{{ one }}\n{% endfor %}",
    "templates/robots.txt": "{{ view }}\n",
    "templates/feed.xml": "{{ view }}\n",
    **{
        f"templates/{name}.html": _PAGE
        for name in (
            "404", "adjustment", "adjustments", "applying", "attributes", "bases", "case",
            "cases", "catalogue", "cleanup", "cleanups", "coverage", "directories", "directory",
            "disclosures", "document", "documents", "evaluation", "evaluations", "field", "form",
            "front", "index-list", "keypoints", "list", "never", "organs", "report", "reports",
            "selfeval", "statistics", "talk", "talks", "tombstone", "unit",
        )
    },
})  # fmt: skip


class Site:
    """A good site in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "output"
        for path, text in (GOOD | THEME).items():
            self.write(path, text)

    def write(self, path: str, text: str | bytes) -> None:
        """Write a file, and the folders above it."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def read(self, path: str) -> str:
        """Return a file's text."""
        return (self.folder / path).read_text(encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Put *new* where *old* first stands in a file."""
        text = self.read(path)
        assert old in text, f"{path} does not hold {old!r}"
        self.write(path, text.replace(old, new, 1))

    def remove(self, path: str) -> None:
        """Remove a file."""
        (self.folder / path).unlink()

    def build(self, output: Path | None = None, **options: Any) -> Report:
        """Build the site."""
        options = {"day": None, "today": DAY} | options
        return build(self.folder, output or self.output, **options)

    def problems(self) -> tuple[Problem, ...]:
        """Return what `check` finds, remembering nothing."""
        return make(find(self.folder), day=None, today=DAY, store=Store(None)).problems

    def lines(self, language: str = "zh") -> list[str]:
        """Return what `check` prints."""
        return [line(found, language) for found in self.problems()]

    def clean(self) -> dict[str, bytes]:
        """Return what a build without any memory publishes elsewhere."""
        fresh = self.folder.parent / "clean"
        disk.remove(fresh)
        disk.remove(self.folder / ".cache")
        report = self.build(fresh)
        disk.remove(self.folder / ".cache")
        return files(fresh) if fresh.exists() else {"problems": repr(report.problems).encode()}

    def run(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run ``gongkai`` as a process in the site's folder."""
        return forked(self.folder, *words, **environment)

    def fresh(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run ``gongkai`` in the site's folder as a shell would: in an interpreter of its own."""
        return fresh(self.folder, *words, **environment)


def files(folder: Path) -> dict[str, bytes]:
    """Return path -> bytes of every file below *folder*, hidden ones and links as such too."""
    return {
        str(path.relative_to(folder)): b"-> " + os.readlink(path).encode()
        if path.is_symlink()
        else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A good site."""
    return Site(tmp_path / "site")


@pytest.fixture(autouse=True)
def _unflushed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing a test writes need survive the machine's power."""
    monkeypatch.setattr(disk, "flush", lambda: None)


def catalogue(differs: Mapping[str, str] = {}, day: date = DAY) -> Catalogue:
    """Return the good catalogue with the files that differ (an empty text: no such file)."""
    return link(written(differs), day)


def written(differs: Mapping[str, str] = {}) -> Read:
    """Return what was read of the good catalogue with the files that differ."""
    return read(*_sources(differs), Store(None))


def complaints(differs: Mapping[str, str], language: str = "zh") -> list[str]:
    """Return what reading and the rules say of the good catalogue with the files that differ."""
    records = written(differs)
    found = sorted_once((*records.problems, *check(link(records, DAY))))
    return [line(one, language) for one in found]


def _sources(differs: Mapping[str, str]) -> tuple[Source, tuple[Source, ...]]:
    texts = {path: text.encode() for path, text in (GOOD | differs).items() if text}
    sources = {path: Source(path, data, digest(data)) for path, data in texts.items()}
    return sources.pop("config.yaml"), tuple(sources[path] for path in sorted(sources))
