"""The bodies of a cell (公开主体) to units of the site.

A table calls a body by its full name, by a short one, or by what it is within its place (市教育局,
县教育局).  A place of another kind is another body: 县教育局 is never matched to a city's bureau.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from generator.imports.words.heads import Why
from generator.imports.words.wording import BLANK, joined, unnumbered
from generator.model.bodies import Unit
from generator.model.entry import Body
from generator.terms import folded, simplified

_GOVERNMENT = "人民政府"
_PLACE = re.compile(r"(.{1,9}?(?:自治[州县区]|[市县区州旗盟镇乡]|街道))(?=.{2,})")
_SUFFIX = re.compile(
    r"(?:[局委办厅部社院所站队校会科处室股馆司署]|中心|部门|机关|政府|单位|组织|机构|企业|公司|学校|法院|银行|街道|乡镇|社区|村委会"
    r"|居委会|委员会|办事处|[)）])$"
)


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a site: *named* by every name that means one of them and no other, *full* names
    by id, and *cores*, by id the kind of the place and the name within it."""

    named: Mapping[str, str]
    full: Mapping[str, str]
    cores: Mapping[str, tuple[str, str]]


def units_of(units: Iterable[Unit]) -> Units:
    """Return *units* by their names: full, short, and within their place."""
    units = tuple(units)
    places = _places(units)
    found: dict[str, set[str]] = defaultdict(set)
    for unit in units:
        for name in _names(unit, places):
            found[folded(name)].add(unit.id)
    named = {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}
    cores = {unit.id: _apart(unit.name, places) for unit in units}
    full = {unit.id: unit.name for unit in units}
    return Units(MappingProxyType(named), MappingProxyType(full), MappingProxyType(cores))


def _places(units: Iterable[Unit]) -> tuple[str, ...]:
    """The places whose bodies the units are, the longest first: those that have a government, and
    what most of the names begin with."""
    names = [unit.name for unit in units]
    found = {name.removesuffix(_GOVERNMENT) for name in names if name.endswith(_GOVERNMENT)}
    begins = Counter(match[1] for name in names if (match := _PLACE.match(name)))
    found |= {place for place, count in begins.items() if count * 2 > len(names)}
    return tuple(sorted(found, key=lambda place: (-len(place), place)))


def _apart(name: str, places: Iterable[str]) -> tuple[str, str]:
    """Part a name into the kind of its place (市, 县 …) and what the body is there."""
    for place in places:
        if name.startswith(place) and len(name) > len(place) + 1:
            kind = "街道" if place.endswith("街道") else place[-1]
            return kind, name[len(place) :]
    return "", name


def _names(unit: Unit, places: Iterable[str]) -> set[str]:
    names = {unit.name, unit.short_name} - {""}
    kind, rest = _apart(unit.name, places)
    if not kind:
        return names
    if rest == _GOVERNMENT:
        place = unit.name.removesuffix(_GOVERNMENT)
        return names | {f"{kind}{rest}", f"{kind}政府", f"{place}政府"}
    return names | {f"{kind}{rest}", rest}


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
            whole = _SUFFIX.search(simplified(name)) and len(piece) > 2
            if whole and not re.match("办事处|[（(]", piece):
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
    fits = {
        unit
        for unit, (of, rest) in units.cores.items()
        if (not kind or kind == of)
        and (rest[0], rest[-1]) == (core[0], core[-1])
        and _within(core, rest)
    }
    return fits.pop() if len(fits) == 1 else ""


def _within(short: str, full: str) -> bool:
    letters = iter(full)
    return all(char in letters for char in short)
