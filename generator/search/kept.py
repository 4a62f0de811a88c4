"""The index in ``.cache/``: taken up again where this user made it, else made anew.

Whoosh unpickles what its files hold, so whoever can write there could run what they like.  All of
them stand in one file under a seal, whose key lies outside the site and is this user's alone; the
bytes that the seal was held against are those that Whoosh is given.  What has another seal, is
damaged, or was made by another version, is not looked into but replaced.  That is one step, so two
searches at once find the file whole; one that cannot write has its index in memory.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from generator import disk, keys, putting
from generator.search.built import NO_FILES, Files, indexed
from generator.search.holders import Index
from generator.search.records import Searchable

FILE = "search.index"
KEY = "search.key"
_SIZE = 32  # bytes of the key, and of a seal


def kept_index(
    records: Iterable[Searchable], *, cache: Path, own: Path | None
) -> tuple[Index, bool]:
    """Return an index of *records*, and whether it could be kept.

    Args:
        records: What is to be found.

        cache: The folder of what may be deleted.

        own: The folder of this user's own, where the key lies; None where there is none.
    """
    records = tuple(records)
    key = _key(own / KEY) if own else None
    if key is None:
        return indexed(records)[0], False
    before = _unsealed(cache / FILE, key)
    try:
        index, files = indexed(records, before)
    except Exception:  # the seal is right and the index wrong: a fault of Whoosh, not of the site
        index, files = indexed(records)
    if files.keys() == before.keys():
        return index, True
    return index, _keep(cache / FILE, key, files)


def _key(path: Path) -> bytes | None:
    """The key at *path*, made where there is none or where others may know it."""
    try:
        if disk.there(path) and disk.is_private(path):
            key = disk.read_file(path)
            if len(key) == _SIZE:
                return key
        key = secrets.token_bytes(_SIZE)
        disk.remove(path)
        putting.replace_files({path: key}, private=True)
    except OSError:
        return None
    return key


def _version() -> str:
    """What must be the same for an index to be taken up again."""
    import whoosh

    return keys.fingerprint(keys.program(), whoosh.__version__)


def _unsealed(path: Path, key: bytes) -> Files:
    """The files that were kept at *path*; none where they cannot be trusted."""
    with suppress(OSError):
        sealed = disk.read_file(path)
        seal, body = sealed[:_SIZE], sealed[_SIZE:]
        if hmac.compare_digest(seal, hmac.digest(key, body, sha256)):
            head, _, rest = body.partition(b"\n")
            told = json.loads(head)
            if told["version"] == _version():
                return _apart(told["files"], rest)
    return NO_FILES


def _apart(sizes: dict[str, int], rest: bytes) -> Files:
    files, at = {}, 0
    for name, size in sizes.items():
        files[name] = rest[at : at + size]
        at += size
    return files


def _keep(path: Path, key: bytes, files: Files) -> bool:
    """Put *files* at *path* under their seal, and say whether they are kept."""
    sizes = {name: len(data) for name, data in files.items()}
    head = json.dumps({"version": _version(), "files": sizes})
    body = b"".join((head.encode(), b"\n", *files.values()))
    staged = path.with_name(f".{path.name}.staged")
    try:
        disk.make_folder(path.parent)
        with disk.locked(path.with_name(f".{path.name}.lock")):
            disk.remove(staged)
            disk.write_file(staged, hmac.digest(key, body, sha256) + body, 0o600)
            try:
                disk.rename(staged, path)
            except OSError:  # a folder is there
                disk.remove(path)
                disk.rename(staged, path)
    except disk.LockedError:  # another search is putting its own there
        return True
    except OSError:
        return False
    return True
