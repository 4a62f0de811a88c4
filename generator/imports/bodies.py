"""The bodies of a cell (公开主体) to units of the site.

A table calls a body by its full name, by a short one, or by what it is within its place (市教育局,
县教育局).  A place of another kind is another body: 县教育局 is never matched to a city's bureau.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from generator.imports.heads import Why
from generator.imports.wording import BLANK, joined, unnumbered
from generator.model.bodies import Unit
from generator.model.entry import Body
from generator.terms import TRADITIONAL, folded

_PLACE = re.compile(r"(.{1,9}?(?:自治[州县区]|[市县区州旗盟镇乡]|街道))(?=.{2,})")
_SUFFIX = re.compile(
    r"(?:[局委办厅部社院所站队校会科处室股馆司署]|中心|部门|机关|政府|单位|组织|机构|企业|公司|学校|法院|银行|街道|乡镇|社区|村委会"
    r"|居委会|委员会|办事处|[)）])$"
)


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a site by every name that means one of them and no other."""

    named: Mapping[str, str]
    full: Mapping[str, str]


def units_of(units: Iterable[Unit]) -> Units:
    """Return *units* by their names: full, short, and within their place."""
    found: dict[str, set[str]] = defaultdict(set)
    full = {unit.id: unit.name for unit in units}
    for unit in units:
        for name in _names(unit):
            found[folded(name)].add(unit.id)
    named = {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}
    return Units(MappingProxyType(named), MappingProxyType(full))


def _names(unit: Unit) -> set[str]:
    names = {unit.name, unit.short_name} - {""}
    for name in (unit.name, unit.short_name):
        place = _PLACE.match(name)
        if place is None:
            continue
        rest = name[place.end() :]
        kind = "街道" if place[1].endswith("街道") else place[1][-1]
        if rest == "人民政府":
            names |= {f"{kind}人民政府", f"{kind}政府", f"{place[1]}政府"}
        else:
            names |= {f"{kind}{rest}", rest}
    return names


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies of a cell and what had to be guessed."""

    found: tuple[Body, ...]
    whys: tuple[Why, ...]


def bodies(text: str, units: Units) -> Bodies:
    """Return the bodies that a cell names; one that is no unit keeps its words."""
    found: list[Body] = []
    whys: list[Why] = []
    for name in _listed(text):
        unit = units.named.get(folded(name), "")
        if not unit and (unit := _shortened(name, units)):
            whys.append(("body-short", name, units.full[unit]))
        elif unit and folded(units.full[unit]) != folded(name):
            whys.append(("body-read", name, units.full[unit]))
        found.append(Body(unit=unit) if unit else Body(name=name))
    return Bodies(tuple(dict.fromkeys(found)), tuple(whys))


@lru_cache(maxsize=4096)
def _listed(text: str) -> tuple[str, ...]:
    """The bodies of a cell: apart by separators, by ``/``, or by a blank behind a whole name."""
    found: list[str] = []
    for part in re.split(r"[、，,;；/](?![^（(]*[）)])", text):
        pieces = re.split(f"{BLANK}+", unnumbered(part.strip()))
        name = pieces[0]
        for piece in pieces[1:]:
            if _SUFFIX.search(name.translate(TRADITIONAL)) and len(piece) > 2:
                found.append(name)
                name = piece
            else:
                name += piece
        found.append(name)
    return tuple(bare for name in found if (bare := joined(name).strip("。.")))


def _shortened(name: str, units: Units) -> str:
    """The one unit whose name *name* shortens: 市住建局 for 示范市住房和城乡建设局."""
    plain = folded(name)
    if not re.fullmatch(r"[市县区州旗镇乡]?[\u4e00-\u9fff]{2,4}[局委办]", plain):
        return ""
    core = plain[1:] if plain[0] in "市县区州旗镇乡" and len(plain) > 3 else plain
    kind = plain[0] if core != plain else ""
    fits = set()
    for unit, full in units.full.items():
        place = _PLACE.match(full)
        rest = full[place.end() :] if place else full
        if place and kind and not place[1].endswith(kind):
            continue
        if rest[:1] == core[:1] and rest[-1:] == core[-1:] and _within(core, rest):
            fits.add(unit)
    return fits.pop() if len(fits) == 1 else ""


def _within(short: str, full: str) -> bool:
    letters = iter(full)
    return all(char in letters for char in short)
