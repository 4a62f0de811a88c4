"""Attachments: what a document names is there, and what is there belongs to one."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Location, Problem, problem

_FEW = 200  # names to compare a missing one with


def attachments_are_there(catalogue: Catalogue) -> Iterator[Problem]:
    """文件写明的附件就在文件旁边，读者才能下载。"""
    for document in catalogue.documents:
        named: set[str] = set()
        for number, one in enumerate(document.attachments):
            path = catalogue.beside(document, one.file)
            if path in named:
                at = catalogue.at(document, "attachments", number)
                yield problem(at, "attachment-twice", file=one.file)
                continue
            named.add(path)
            if path not in catalogue.attached:
                at = catalogue.at(document, "attachments", number)
                name = _meant(catalogue, path).rpartition("/")[2]
                yield problem(at, "attachment-missing", file=one.file, likely=name)


def _meant(catalogue: Catalogue, path: str) -> str:
    """The path of the file in the same folder that *path*, which is not there, may mean: the one
    with the name most like it, else the only one with its ending that no document names; an empty
    text where there is none."""
    folder, _, name = path.rpartition("/")
    near = [one for one in catalogue.attached if one.rpartition("/")[0] == folder]
    likely = difflib.get_close_matches(name, [one.rpartition("/")[2] for one in near[:_FEW]], 1)
    if likely:
        return f"{folder}/{likely[0]}"
    named, ending = _named(catalogue), name.rpartition(".")[2]
    unused = [one for one in near if one not in named and one.rpartition(".")[2] == ending]
    return unused[0] if len(unused) == 1 else ""


def _named(catalogue: Catalogue) -> set[str]:
    """The paths of the attachments that documents name."""
    return {
        catalogue.beside(document, one.file)
        for document in catalogue.documents
        for one in document.attachments
    }


def attachments_belong_to_a_document(catalogue: Catalogue) -> Iterator[Problem]:
    """没有文件写明的附件不会发布，多半是漏写或者放错了地方。"""
    named = _named(catalogue)
    if not catalogue.whole("documents"):
        return
    named |= {_meant(catalogue, path) for path in named - {*catalogue.attached}}
    for path in catalogue.attached:
        if path not in named:
            yield problem(Location(path), "attachment-unused")
