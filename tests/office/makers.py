"""A small good site with both sides: three public documents, their reviews, one that is withheld,
and a ledger of two applications.

The good site has no problem at all.  A test says which file differs and sees all that follows.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from generator.office.commands import checked
from generator.words import line

from ..conftest import DAY, catalogue

PUBLIC: Mapping[str, str] = MappingProxyType({
    "content/documents/fa-1.md": """\
---
id: fa-1
title: 示范市人民政府关于加强公开的通知
number: 示府〔2020〕1号
index_number: 119999000000000001/2020-00001
summary: 部署公开工作。
formed: 2020-03-02
issuers: [示范市人民政府]
issued: 2020-03-02
published: 2020-03-04
attribute: 主动公开
---

各单位：照此办理。
""",
    "content/documents/fa-2.md": """\
---
id: fa-2
title: 示范市人民政府关于某项工程的批复
number: 示府函〔2021〕2号
index_number: 119999000000000001/2021-00002
summary: 批复一项工程。
formed: 2021-05-10
issuers: [示范市人民政府]
issued: 2021-05-10
published: 2021-05-12
attribute: 依申请公开
---
""",
    "content/documents/fa-3.md": """\
---
id: fa-3
title: 示范市自然资源局 示范市教育局关于用地的通知
number: 示自然资〔2022〕3号
index_number: 119999000000000002/2022-00003
summary: 明确用地办法。
formed: 2022-06-06
issuers: [ziran-ziyuan, jiaoyu]
issued: 2022-06-06
published: 2022-06-08
attribute: 主动公开
attribute_history:
  - {date: 2024-02-05, from: 依申请公开, to: 主动公开, reason: 群众申请较多}
---

各单位：照此办理。
""",
})  # fmt: skip

NB = "internal/documents/nb-1.md"
TEXT = "internal/documents/fa-2.md"
REVIEW_NB = "internal/reviews/s-nb-1.yaml"
REVIEW_1, REVIEW_2, REVIEW_3 = (f"internal/reviews/s-fa-{n}.yaml" for n in (1, 2, 3))
LEDGER = "internal/requests/2026.yaml"

INTERNAL: Mapping[str, str] = MappingProxyType({
    NB: """\
---
id: nb-1
title: 示范市人民政府关于值班安排的通知
number: 示府〔2023〕40号
formed: 2023-04-10
issuers: [示范市人民政府]
attribute: 不公开
reconsidered:
  - {on: 2026-04-01, by: 示范市人民政府办公室, outcome: 维持, reason: 内部管理}
---

值班安排如下。
""",
    TEXT: """\
---
id: fa-2
title: 示范市人民政府关于某项工程的批复
number: 示府函〔2021〕2号
formed: 2021-05-10
issuers: [示范市人民政府]
attribute: 依申请公开
---

批复如下。
""",
    REVIEW_NB: """\
id: s-nb-1
document: nb-1
drafted: {by: 综合科, on: 2023-04-01, attribute: 不公开, reason: 内部管理信息}
secrecy: {by: 保密办, on: 2023-04-02, opinion: 不涉密}
reviewed: {by: 政务公开科, on: 2023-04-03, attribute: 不公开}
signed: {on: 2023-04-10, attribute: 不公开}
registered_on: 2023-04-12
""",
    REVIEW_1: """\
id: s-fa-1
document: fa-1
drafted: {by: 综合科, on: 2020-02-20, attribute: 主动公开}
secrecy: {by: 保密办, on: 2020-02-21, opinion: 不涉密}
reviewed: {by: 政务公开科, on: 2020-02-24, attribute: 主动公开}
signed: {on: 2020-03-02, attribute: 主动公开}
""",
    REVIEW_2: """\
id: s-fa-2
document: fa-2
drafted: {by: 综合科, on: 2021-05-03, attribute: 不公开, reason: 过程性信息}
secrecy: {by: 保密办, on: 2021-05-04, opinion: 不涉密}
reviewed: {by: 政务公开科, on: 2021-05-05, attribute: 依申请公开}
consultations:
  - {with: 综合科, on: 2021-05-06, outcome: 不一致}
  - {with: 示范市保密局, on: 2021-05-07, outcome: 一致}
signed: {on: 2021-05-10, attribute: 依申请公开}
""",
    REVIEW_3: """\
id: s-fa-3
document: fa-3
drafted: {by: ziran-ziyuan, on: 2022-05-23, attribute: 依申请公开}
secrecy: {by: ziran-ziyuan, on: 2022-05-24, opinion: 不涉密}
reviewed: {by: 办公室, on: 2022-05-25, attribute: 依申请公开}
consultations:
  - {with: 公开属性协调会, on: 2022-05-30, outcome: 一致}
joint:
  - {organ: jiaoyu, opinion: 异议, on: 2022-05-27}
signed: {on: 2022-06-06, attribute: 依申请公开}
adjustments:
  - {on: 2024-02-05, from: 依申请公开, to: 主动公开, reason: 群众申请较多}
""",
    LEDGER: """\
requests:
  - id: sq-1
    unit: ziran-ziyuan
    received: 2026-03-02
    channel: 互联网
    confirmed: 2026-03-03
    applicant: 自然人
    topic: 征地补偿
    entry: gonggao
    registered: 2026-03-03
    corrections:
      - {notified: 2026-03-09, returned: 2026-03-16}
    third_party:
      - {asked: 2026-03-18, answered: 2026-03-25}
    organs:
      - {asked: 2026-03-18, answered: 2026-03-20}
    extension: {days: 10, on: 2026-04-10, consented: yes}
    audited: 2026-04-20
    replied: 2026-04-21
    outcome: (三)4
    communicated: 2026-04-22
    archived: 2026-05-06
    advice:
      - {from: 法制机构, on: 2026-04-15}
    disputes:
      - kind: 行政复议
        filed: 2026-05-11
        handled_by: ziran-ziyuan
        result: 结果纠正
        closed: 2026-07-06
        complied_on: 2026-07-20
        rectification: 重新答复
      - kind: 行政诉讼
        route: 复议后起诉
        filed: 2026-07-27
        handled_by: ziran-ziyuan
  - id: sq-2
    unit: jiaoyu
    received: 2026-11-09
    channel: 窗口
    applicant: 商业企业
    registered: 2026-11-09
""",
})  # fmt: skip

GOOD: Mapping[str, str] = MappingProxyType({**PUBLIC, **INTERNAL})


def replaced(path: str, *pairs: tuple[str, str]) -> dict[str, str]:
    """Return one good file with differences."""
    text = GOOD[path]
    for old, new in pairs:
        assert old in text, f"{path} does not hold {old!r}"
        text = text.replace(old, new, 1)
    return {path: text}


def put(site: Path, files: Mapping[str, str | bytes]) -> None:
    """Write *files* below *site*; an empty text is no file."""
    for path, text in files.items():
        if text:
            file = site / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())


def said(differs: Mapping[str, str] = {}, language: str = "zh", day: date = DAY) -> list[str]:
    """Return what the internal side says of the good site with the files that differ."""
    texts = GOOD | differs
    public = {path: text for path, text in texts.items() if not path.startswith("internal/")}
    with tempfile.TemporaryDirectory() as folder:
        put(Path(folder), {path: text for path, text in texts.items() if path not in public})
        found = checked(Path(folder), catalogue(public, day), ())
    return [line(one, language) for one in found]
