"""What is told of each entry, unit and field in the front matter of Hugo's files.

Hugo is helped where it cannot do what this program does: what follows from words (the parts of a
time limit, whether it can be computed, the status of a basis) stands ready, and so do the columns
of a sheet and the order of everything.
"""

from __future__ import annotations

import json
from typing import Any

from generator.catalogue import Catalogue
from generator.exports.layout import official_channels
from generator.page import JsonFile
from generator.plans.bodies import FieldView, UnitView
from generator.plans.entries import EntryView
from generator.plans.shared import CATEGORY_SLUGS, CLUSTER_SLUGS, STAGE_SLUGS

Front = dict[str, Any]
Views = dict[str, Any]


def id_of(path: str) -> str:
    """Return the id of the record that has its page at *path*."""
    return path.rpartition("/")[2].removesuffix(".html")


def here(view: Any) -> Front:
    """Return what every page says of itself."""
    at = view.here
    crumbs = [[crumb.title, crumb.path] for crumb in at.crumbs]
    return {
        "title": at.title,
        "description": at.description,
        "column": at.column,
        "crumbs": crumbs,
    }


def given(**front: Any) -> Front:
    """Return what says something."""
    return {key: value for key, value in front.items() if value}


def columns(views: Views, path: str) -> list[str]:
    """Return the names of the columns of the CSV file at *path*."""
    return list(views[path][0])


class Names:
    """What entries refer to by id: tables for Hugo's ``data/``, and front matter from views."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.official = official_channels(catalogue)
        self.clusters = {slug: str(one) for one, slug in CLUSTER_SLUGS.items()}
        marks = {slug: one.value for one, slug in CATEGORY_SLUGS.items()}
        marks |= {slug: one.value for one, slug in STAGE_SLUGS.items()}
        self.tables: dict[str, Any] = {
            "fields": {field.id: field.name for field in catalogue.fields},
            "units": {unit.id: unit.name for unit in catalogue.units},
            "duties": {duty.id: f"{duty.name}（{duty.list}）" for duty in catalogue.duties},
            "clusters": self.clusters,
            "marks": marks,
            "boxes": list(self.official),
        }

    def entry(self, view: EntryView, views: Views, weight: int) -> Front:
        """Return the front matter of an entry."""
        file: JsonFile = views[view.json]
        record = json.loads(file.head)
        limit = record.get("time_limit", {})
        parts = limit.get("parts", ())
        used = [{"name": one.name, "text": one.text} for one in view.channels if one.used]
        local = [one["name"] for one in used if one["name"] not in self.official]
        bases = zip(record.get("basis", ()), view.bases, strict=True)
        return given(
            title=record["name"],
            weight=weight,
            outputs=["html", "json"],
            searched=True,
            id=record["id"],
            fields=[record["field"]["id"]],
            units=[one["id"] for one in record.get("subject", ()) if "id" in one],
            categories=[mark.slug for mark in view.categories],
            stages=[mark.slug for mark in view.stages],
            clusters=[id_of(view.cluster.path)] if view.cluster else [],
            group=view.group,
            subgroup=view.subgroup,
            number=view.number,
            elements=record.get("content"),
            basis=[
                basis
                | given(
                    text=line.text,
                    act=line.act and line.act.path,
                    faults=[one.words for one in line.faults],
                )
                for basis, line in bases
            ],
            subject=[one.get("id") or one["name"] for one in record.get("subject", ())],
            limit=view.limit,
            parts=parts,
            dated=any(part["computable"] for part in parts),
            computed=[
                {"words": part.words, "computable": part.computable} for part in view.limit_parts
            ],
            method=view.method,
            channels=[given(**one) for one in used],
            boxes=[*self.official[:-1], *local, self.official[-1]] if local else [],
            audience=record.get("audience"),
            level=record.get("level"),
            duties=record.get("duties"),
            extra=[list(pair) for pair in view.extra],
            effective=record.get("effective"),
            remarks=view.remarks,
            source=view.source,
        )

    def field(self, view: FieldView, views: Views, weight: int) -> Front:
        """Return the front matter of a field."""
        return here(view) | given(
            id=id_of(view.here.path),
            name=view.name,
            weight=weight,
            outputs=["html", "csv", "json"],
            lead=view.description,
            leader=view.lead and id_of(view.lead.path),
            cluster=view.cluster and id_of(view.cluster.path),
            previous=view.previous and id_of(view.previous.path),
            following=view.following and id_of(view.following.path),
            columns=columns(views, view.files[1].path),
        )

    def unit(self, view: UnitView, views: Views, weight: int) -> Front:
        """Return the front matter of a unit."""
        unit = view.unit
        contact = {
            "分管领导": unit.leader, "公开工作机构": unit.office, "协调机制": unit.coordination,
            "办公地址": unit.address, "办公时间": unit.hours, "联系电话": unit.phone,
            "传真": unit.fax, "电子邮箱": unit.email, "邮政编码": unit.postcode,
            "统一社会信用代码": unit.code,
        }  # fmt: skip
        if view.work.coordinates:
            contact["协调机制"] = contact["协调机制"] or "没有公布"
        return here(view) | given(
            id=unit.id,
            name=unit.name,
            weight=weight,
            outputs=["html", "csv", "json"],
            searched=True,
            kind=unit.kind,
            level=unit.level,
            contact=[[label, words] for label, words in contact.items() if words],
            parent=unit.parent,
            guided=unit.guided_by,
            below=[id_of(one.path) for one in view.below],
            heard=[
                {"year": one.year, "slug": one.state.slug, "state": one.state.title}
                | {"until": one.until, "briefings": [list(pair) for pair in one.briefings]}
                for one in view.work.heard
            ],
            duties=[one.path.partition("#")[2] for one in view.duties],
            columns=columns(views, view.files[1].path),
        )
