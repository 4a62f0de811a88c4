"""Cells as an export prints them, to the elements they were printed from.

A row that has its id comes from an export, and says each thing in a line of its own, as the
editing guide asks for; what it says is not taken apart, so that nothing changes but what was
edited.
"""

from __future__ import annotations

import re

from generator.exports.layout import OTHER
from generator.imports.words.bases import Bases, bases
from generator.imports.words.bodies import Bodies, Units, bodies
from generator.imports.words.channels import Channels, channels
from generator.imports.words.heads import Why
from generator.imports.words.wording import joined
from generator.model.entry import Body, Channel
from generator.terms import folded


def printed_lines(text: str) -> tuple[str, ...]:
    """Return the elements of a content cell."""
    return tuple(line for one in text.split("\n") if (line := one.strip()))


def printed_line(text: str) -> str:
    """Return a text that has one line, whatever it says."""
    return joined(text) if "\n" in text else text


def printed_bases(text: str) -> Bases:
    """Return the provisions of a cell."""
    found = [bases(line) for line in printed_lines(text)]
    return Bases(
        tuple(one for of_line in found for one in of_line.found),
        tuple(dict.fromkeys(why for of_line in found for why in of_line.whys)),
    )


def printed_bodies(text: str, units: Units) -> Bodies:
    """Return the bodies of a cell: several in a line where each is a unit."""
    found: list[Body] = []
    whys: list[Why] = []
    for line in printed_lines(text):
        named = bodies(line, units)
        if all(body.unit for body in named.found):
            found += named.found
            whys += named.whys
        else:
            found.append(Body(name=line))
    return Bodies(tuple(found), tuple(dict.fromkeys(whys)))


_BOX = re.compile("([■□])")


def printed_channels(text: str, words: tuple[str, ...]) -> Channels:
    """Return the channels of a cell; one that was filled in anew is read as any other."""
    parts = _BOX.split(text)
    known = {folded(word): word for word in words}
    found: list[Channel] = []
    for mark, own in zip(parts[1::2], parts[2::2], strict=True):
        name, _, said = own.partition("：")
        word = known.get(folded(name))
        if word is None or parts[0].strip():
            return channels(text, words)
        if mark == "■":
            found.append(Channel(name=word, text=said.strip()))
    order = {word: place for place, word in enumerate((*(w for w in words if w != OTHER), OTHER))}
    return Channels(tuple(sorted(found, key=lambda one: order[one.name])), (), "")
