"""Entry pages: one for each current entry, as page and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.exports.layout import Box, Named, basis_text, boxes, subjects
from generator.facts import limits
from generator.facts.bases import act_of
from generator.facts.fulfilment import deeds_of, owed_of, updates_of
from generator.facts.rot import Rot
from generator.model.entry import Entry, Method, Suggestible
from generator.model.frozen import packing
from generator.model.timelimit import Part, PartKind
from generator.page import Crumb, Here, JsonFile, Page
from generator.plans.acts import FaultWords, act_link, fault_words
from generator.plans.adjustments import MentionLine, mention_lines, told_mentions
from generator.plans.applying import Apply, of_entry
from generator.plans.disclosures import LATEST, DeedLine, deed_line, update_words
from generator.plans.machine import entry_file
from generator.plans.prepared import Around, Prepared
from generator.plans.shared import (
    CATALOGUE,
    CLUSTER_SLUGS,
    HOME,
    Mark,
    category_mark,
    counted,
    day_words,
    stage_mark,
    unit_link,
)


@packing
@dataclass(frozen=True, slots=True)
class BasisLine:
    """One provision: its words, where the act is registered, and what is wrong with it now."""

    text: str
    act: Named | None
    faults: tuple[FaultWords, ...]


@packing
@dataclass(frozen=True, slots=True)
class LimitPart:
    """One computable part of a time limit, or why it cannot be computed."""

    words: str
    computable: bool


@packing
@dataclass(frozen=True, slots=True)
class EntryView:
    """One item: every element, where it comes from, its neighbours, how to cite it."""

    here: Here
    name: str
    number: str
    group: str
    subgroup: str
    field: Named
    cluster: Named | None
    categories: tuple[Mark, ...]
    suggested: bool
    stages: tuple[Mark, ...]
    content: tuple[str, ...]
    bases: tuple[BasisLine, ...]
    subjects: tuple[Named, ...]
    limit: str
    limit_parts: tuple[LimitPart, ...]
    method: str
    channels: tuple[Box, ...]
    audience: str
    levels: tuple[str, ...]
    duties: tuple[Named, ...]
    extra: tuple[tuple[str, str], ...]
    effective: str
    remarks: str
    source: str
    deeds: tuple[DeedLine, ...]
    updates: tuple[str, ...]
    published: int
    started: bool
    owed: bool
    wanting: tuple[Named, ...]
    on_request: bool
    apply: Apply | None
    previous: Named | None
    following: Named | None
    adjustments: tuple[MentionLine, ...]
    permalink: str
    cite: str
    json: str


def plan_entries(prepared: Prepared) -> Iterator[Page]:
    """One page and one JSON file for each current entry; previous and next within its field."""
    around, current = prepared.around, prepared.entries
    started = bool(prepared.fulfilment.deeds)
    for previous, entry, following in zip(
        (None, *current), current, (*current[1:], None), strict=False
    ):
        path = f"entries/{entry.id}"
        before, after = (
            (one.name, f"entries/{one.id}.html") if one and one.field == entry.field else None
            for one in (previous, following)
        )  # plain, because their key is asked for all entries of a site
        told = mention_lines(prepared.catalogue, told_mentions(prepared.catalogue, entry))
        more = before, after, told, started
        yield around.page(f"{path}.html", "entry.html", _view, [entry], *more)
        yield around.page(f"{path}.json", "json", _file, [entry])


def _file(around: Around, entries: Sequence[Entry]) -> JsonFile:
    [entry] = entries
    return entry_file(around.catalogue, around.text(entry))


def _view(
    around: Around,
    entries: Sequence[Entry],
    previous: tuple[str, str] | None,
    following: tuple[str, str] | None,
    adjustments: tuple[MentionLine, ...],
    started: bool,
) -> EntryView:
    [entry] = entries
    catalogue = around.catalogue
    field = catalogue.get("fields", entry.field)
    deeds = deeds_of(catalogue, entry)
    owed = owed_of(catalogue, entry, deeds)
    path = f"entries/{entry.id}.html"
    bodies = subjects(catalogue, entry)
    limit = entry.time_limit.text if entry.time_limit else ""
    permalink = f"{catalogue.config.address}{path}"
    said = [f"公开时限：{limit}"] if limit else []
    said += [f"公开主体：{'、'.join(body.title for body in bodies)}"] if bodies else []
    here = Here(
        path=path,
        title=entry.name,
        description="；".join([f"{field.name}领域公开事项“{entry.name}”", *said]),
        column=field.name,
        crumbs=(HOME, CATALOGUE, Crumb(field.name, f"fields/{field.id}.html")),
        published=entry.effective.isoformat() if entry.effective else "",
        source=bodies[0].title if bodies else catalogue.config.organ,
        kind="文章" if entry.effective else "栏目",
    )
    slug = CLUSTER_SLUGS[field.cluster] if field.cluster else ""
    audience = entry.audience
    return EntryView(
        here=here,
        name=entry.name,
        number=entry.number,
        group=entry.group,
        subgroup=entry.subgroup,
        field=Named(field.name, f"fields/{field.id}.html"),
        cluster=Named(str(field.cluster), f"clusters/{slug}.html") if slug else None,
        categories=tuple(category_mark(category) for category in entry.category),
        suggested=Suggestible.CATEGORY in entry.suggested,
        stages=tuple(stage_mark(stage) for stage in entry.stage),
        content=entry.content,
        bases=tuple(_basis_lines(catalogue, entry, around.rots(entry))),
        subjects=bodies,
        limit=limit,
        limit_parts=_limit_parts(entry),
        method=entry.method.value if entry.method else "",
        channels=boxes(entry, around.channels),
        audience=(
            f"特定群体：{audience.text}" if audience and audience.text
            else audience.kind.value if audience else ""
        ),
        levels=entry.level,
        duties=tuple(
            Named(f"{duty.name}（{duty.list}）", f"duties/index.html#{duty.id}")
            for id in entry.duties
            if (duty := catalogue.get("duties", id))
        ),
        extra=entry.extra,
        effective=day_words(entry.effective),
        remarks=entry.remarks,
        source=entry.source,
        deeds=tuple(deed_line(catalogue, deed) for deed in deeds[:LATEST]),
        updates=tuple(
            update_words(catalogue, one) for one in updates_of(catalogue, entry, deeds)
        ),
        published=len(deeds),
        started=started,
        owed=bool(owed),
        wanting=tuple(
            unit
            for one in owed
            if not one.done and (unit := unit_link(catalogue, one.unit))
        ),
        on_request=entry.method is Method.ON_REQUEST,
        apply=of_entry(catalogue, entry),
        previous=previous and Named(*previous),
        following=following and Named(*following),
        adjustments=adjustments,
        permalink=permalink,
        cite=f"{catalogue.config.organ}：“{entry.name}”，{catalogue.config.name}，"
        f"事项编号 {entry.id}，{permalink}",
        json=f"entries/{entry.id}.json",
    )  # fmt: skip


def _basis_lines(
    catalogue: Catalogue, entry: Entry, rots: tuple[tuple[Rot, ...], ...]
) -> Iterator[BasisLine]:
    for basis, faults in zip(entry.basis, rots, strict=True):
        act = act_of(basis, catalogue)
        words = tuple(fault_words(catalogue, rot) for rot in faults)
        yield BasisLine(basis_text(basis), act_link(act) if act else None, words)


def _limit_parts(entry: Entry) -> tuple[LimitPart, ...]:
    limit = entry.time_limit
    if limit is None:
        return ()
    parts = limits.parts_of(limit)
    return tuple(  # a line for each of several, because disclosures name them by number
        LimitPart(words or "照原文", limits.computable(part))
        for part in parts
        if (words := _part_words(part)) or len(parts) > 1
    )


def _part_words(part: Part) -> str:
    """One part of a time limit in plain words; a text that names no number as it stands."""
    if part.n is None or part.unit is None:
        return part.after or ""
    unit = counted(part.unit)
    said = {
        PartKind.LIMIT: f"{f'{part.after}起' if part.after else '起算日未写明，'}{part.n}{unit}内",
        PartKind.DISPLAY: f"展示不少于{part.n}{unit}",
        PartKind.FREQUENCY: f"每{part.unit}至少{part.n}次",
        PartKind.WORDS: "",
    }[part.kind]
    about = f"{part.applies_to}：" if part.applies_to else ""
    unless = f"（{part.unless}）" if part.unless else ""
    return f"{about}{said}{unless}"
