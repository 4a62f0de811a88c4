"""Personal data: none in what authors wrote, and no allowance for what is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.facts.allowances import judged
from generator.problems import Location, Problem, problem


def no_personal_data_is_written(catalogue: Catalogue) -> Iterator[Problem]:
    """身份证、手机、银行卡、护照和车牌号码不公开；写在注释、设置和文件名里也一样。"""
    told = [one for noted in catalogue.personal for one in judged(catalogue, noted, on_page=False)]
    counts: Counter[tuple[str, str]] = Counter()
    for one in told:
        counts[one.at.path, one.rule] += 1
        if one.at.path not in catalogue.attached or counts[one.at.path, one.rule] <= _FEW:
            yield one
    for (path, _), count in counts.items():
        if path in catalogue.attached and count > _FEW:
            yield problem(Location(path), "personal-data-more", count=count - _FEW)


_FEW = 20  # of a kind in one attachment; nobody reads the thousands of a table


def allowances_are_used(catalogue: Catalogue) -> Iterator[Problem]:
    """准许公开的号码从文件中删去后，准许也随之删去，以免日后被误用。"""
    held = {(one.at.path, one.personal.kind, one.personal.digest) for one in catalogue.personal}
    unread = {one.path for one in catalogue.unread}
    for number, allowance in enumerate(catalogue.config.personal_data.allowed):
        file = allowance.file
        if file != "config.yaml" and not file.startswith(("catalogue/", "content/")):
            continue  # a template or a page: `prove` knows what they hold
        if (file, allowance.kind, allowance.sha256) not in held and file not in unread:
            at = catalogue.at_setting("personal_data", "allowed", number)
            yield problem(at, "allowance-unused", file=file, kind=allowance.kind.name.lower())
