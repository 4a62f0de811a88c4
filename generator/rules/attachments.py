"""Attachments: what a document names is there, and what is there belongs to one."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Location, Problem, problem


def attachments_are_there(catalogue: Catalogue) -> Iterator[Problem]:
    """文件写明的附件就在文件旁边，读者才能下载。"""
    for document in catalogue.documents:
        for number, one in enumerate(document.attachments):
            path = catalogue.beside(document, one.file)
            if path not in catalogue.attached:
                at = catalogue.at(document, "attachments", number)
                likely = difflib.get_close_matches(path, list(catalogue.attached), 1)
                name = "".join(likely).rpartition("/")[2]
                yield problem(at, "attachment-missing", file=one.file, likely=name)


def attachments_belong_to_a_document(catalogue: Catalogue) -> Iterator[Problem]:
    """没有文件写明的附件不会发布，多半是漏写或者放错了地方。"""
    named = {
        catalogue.beside(document, one.file)
        for document in catalogue.documents
        for one in document.attachments
    }
    if any(one.kind == "documents" for one in catalogue.unread):
        return
    for path in catalogue.attached:
        if path not in named:
            yield problem(Location(path), "attachment-unused")
