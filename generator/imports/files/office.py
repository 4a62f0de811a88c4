"""The parts of an office file, and why there are none."""

from __future__ import annotations

from generator.files.zips import Refused, unpacked, with_doctype
from generator.problems import Location, Problem, problem


def office_parts(data: bytes, file: str) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Return the parts of an Office file by name, and what is to be told; no part where it is
    refused."""
    at = Location(file)
    members = unpacked(data)
    if isinstance(members, Refused):
        return {}, (_told(members, at),)
    if name := with_doctype(members):
        return {}, (problem(at, "table-doctype", member=name),)
    if any(name.lower().endswith("vbaproject.bin") for name in members):
        return members, (problem(at, "table-macros"),)
    return members, ()


def _told(refused: Refused, at: Location) -> Problem:
    if refused.why == "bomb":
        megabytes, members = refused.megabytes, refused.members
        return problem(at, "table-bomb", megabytes=megabytes, members=members)
    if refused.why == "encrypted":
        return problem(at, "table-encrypted")
    return problem(at, "table-damaged", reason=refused.reason)
