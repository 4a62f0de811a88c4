"""Whoosh's index in memory: made of records, and brought to others by what differs.

Whoosh never sees the disk: its files are bytes by name (`Files`), which `kept` puts away and brings
back.  Records that were added and removed one by one are found as in an index made at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from generator.search.holders import Index
from generator.search.postings import digest, document, schema
from generator.search.records import Searchable, cut

Files = Mapping[str, bytes]  # Whoosh's files by their names
NO_FILES: Files = MappingProxyType({})
_ROOM = 4096  # MB of postings before Whoosh would put some on the disk


def indexed(records: Iterable[Searchable], files: Files = NO_FILES) -> tuple[Index, Files]:
    """Return an index of *records*, and its files where they are no longer *files*.

    Args:
        records: What is to be found, each with a path of its own.

        files: Those of an earlier index, in which what is the same is kept.
    """
    wanted = {record.path: record for record in records}
    storage = _storage(files)
    made = storage.open_index() if files else storage.create_index(schema())
    told = {path: of for _, path, of in _stored(made)}
    digests = {path: digest(record) for path, record in wanted.items()}
    gone = [path for path, of in told.items() if digests.get(path) != of]
    new = [record for path, record in wanted.items() if told.get(path) != digests[path]]
    if gone or new:
        writer = made.writer(limitmb=_ROOM)
        for path in gone:
            writer.delete_by_term("key", path)
        for record in new:
            writer.add_document(**document(cut(record)))
        writer.commit()
        made = made.refresh()
    numbers = {number: wanted[path] for number, path, _ in _stored(made)}
    index = Index(made.searcher(), MappingProxyType(numbers))
    return index, {name: bytes(of) for name, of in storage.files.items()}


def _stored(made: Any) -> list[tuple[int, str, str]]:
    """Number, path and digest of each record in an index."""
    with made.reader() as reader:
        return [(number, of["key"], of["digest"]) for number, of in reader.iter_docs()]


def _storage(files: Files) -> Any:
    from whoosh.filedb.filestore import RamStorage

    storage = RamStorage()
    storage.files = dict(files)
    storage.temp_storage = lambda name=None: RamStorage()  # its own is a folder that all may name
    return storage
