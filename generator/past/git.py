"""What git knows of the catalogue: for `adjust`, `diff`, `history` and `check`, never for a build.

Git is asked by its command line, in an environment that says nothing but where it is: nothing is
checked out, no hook, filter, pager or helper of the repository or its owner is run, and nothing is
fetched.  What a revision holds becomes the same `Source` that `find` makes of files, so that it is
read by the same `read`.  Only the folders of the kinds that are asked for are ever read.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from threading import Timer
from types import MappingProxyType
from typing import IO

from generator.decoded import MOST_BYTES
from generator.find import Source, is_leftover
from generator.keys import digest
from generator.model.kinds import KINDS, Kind
from generator.problems import Location, Problem, problem

SECONDS = 120
KIND_OF = MappingProxyType({kind.plural: kind for kind in KINDS})
_AT = Location("git")
_SHANGHAI = timezone(timedelta(hours=8))
# Where git finds itself, and what its owner allows it (safe.directory).
_KEPT = ("PATH", "HOME", "XDG_CONFIG_HOME")
_ENVIRONMENT = {
    "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1",
}  # fmt: skip
_SETTINGS = (
    "core.quotepath=off", "core.fsmonitor=false", "core.untrackedCache=false",
    "log.showSignature=false", "log.diffMerges=separate", "log.showRoot=true", "log.follow=false",
    "log.mailmap=false", "color.ui=false", "protocol.allow=never",
)  # fmt: skip


class PastError(Exception):
    """Git cannot tell; *problem* says why."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.rule)
        self.problem = found


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that a site lies in: the site's folder, the way to it from the repository's
    top (``""``, ``"sites/one/"``), and what the program was told of the system."""

    site: Path
    prefix: str
    environment: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit and the day it was made on in China; the files that it changed, from which blob to
    which, None for none."""

    id: str
    day: date
    files: tuple[tuple[str, str | None, str | None], ...]


def repository(site: Path, environment: Mapping[str, str]) -> Repository:
    """Return the repository of the site at *site*.

    Raises:
        PastError: There is no git, no repository, one without a commit, or one that lacks its
            history.
    """
    kept = {key: environment[key] for key in _KEPT if key in environment}
    bare = Repository(site, "", tuple((kept | _ENVIRONMENT).items()))
    shallow, _, prefix = _told(
        bare, "rev-parse", "--is-shallow-repository", "--show-prefix"
    ).partition("\n")
    if shallow == "true":
        raise PastError(problem(_AT, "git-shallow"))
    if _git(bare, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").returncode:
        raise PastError(problem(_AT, "git-uncommitted"))
    return Repository(site, prefix.removesuffix("\n"), bare.environment)


def commit_of(past: Repository, revision: str) -> str:
    """Return the id of the commit that *revision* names.

    Raises:
        PastError: It names none.
    """
    if revision and not revision.startswith("-"):
        words = ("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        done = _git(past, *words)
        if done.returncode == 0:
            return done.stdout.decode().strip()
    raise PastError(problem(_AT, "git-revision", revision=revision))


def beginning(past: Repository) -> str:
    """Return the revision whose entries the adjustments start from: the commit before the one that
    brought the first record of an adjustment; that one itself where no entry was there before it,
    ``HEAD`` where no record is committed yet."""
    recorded = (one.id for one in commits(past, KIND_OF["adjustments"]) if one.files)
    first = next(recorded, "")
    if not first:
        return "HEAD"
    root = _git(past, "rev-parse", "--verify", "--quiet", f"{first}^").returncode != 0
    return first if root or not _listed(past, f"{first}^", [KIND_OF["entries"]]) else f"{first}^"


def sources_at(
    past: Repository, commit: str, plurals: Iterable[str]
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the files of some kinds of records in a commit, and what is wrong with them."""
    wanted: dict[str, str] = {}
    problems = []
    for path, mode, blob, size in _listed(past, commit, [KIND_OF[one] for one in plurals]):
        if mode == "120000":
            problems.append(problem(Location(path), "file-link"))
        elif size != "-" and int(size) > MOST_BYTES:
            megabytes = f"{int(size) / 1024 / 1024:.1f}"
            problems.append(problem(Location(path), "file-too-large", megabytes=megabytes))
        elif size != "-":
            wanted[path] = blob
    data = dict(zip(wanted, _blobs(past, wanted.values()), strict=True))
    return tuple(Source(path, one, digest(one)) for path, one in data.items()), tuple(problems)


def _listed(
    past: Repository, commit: str, kinds: list[Kind]
) -> tuple[tuple[str, str, str, str], ...]:
    """The files that hold records of *kinds* in a commit: path, mode, blob and size in bytes."""
    folders = [f"{past.prefix}{kind.folder}" for kind in kinds]
    listed = _raw(past, "ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *folders)
    found = []
    for row in filter(None, listed.split(b"\0")):
        about, _, name = row.partition(b"\t")
        mode, _, blob, size = about.decode().split()
        path = _text(name).removeprefix(past.prefix)
        if is_record(path, kinds):
            found.append((path, mode, blob, size))
    return tuple(found)


def is_record(path: str, kinds: Iterable[Kind]) -> bool:
    """Return whether the file at *path* holds records of *kinds*; what lies about holds none."""
    if any(is_leftover(name) for name in path.split("/")):
        return False
    return any(path.startswith(f"{kind.folder}/") and kind.holds_record(path) for kind in kinds)


def commits(past: Repository, kind: Kind) -> tuple[Commit, ...]:
    """Return the commits of the published line that changed files of *kind*, the first first: a
    merge is one change, made on the day on which it was merged."""
    told = _raw(
        past, "log", "-m", "--first-parent", "--raw", "-z", "--no-renames", "--no-abbrev",
        "--no-relative", "--format=%x01%H%x00%ct", "--", _below(past, kind.folder),
    )  # fmt: skip
    found: list[tuple[str, date, list[tuple[str, str | None, str | None]]]] = []
    tokens = iter(told.split(b"\0"))
    for token in tokens:
        words = token.lstrip(b"\n").decode()
        if words.startswith("\x01"):
            found.append((words[1:], _day(next(tokens).decode()), []))
        elif words.startswith(":"):
            old_mode, mode, old, new, _ = words[1:].split()
            path = _text(next(tokens)).removeprefix(past.prefix)
            if is_record(path, (kind,)):
                blobs = [
                    blob if which.startswith("100") else None
                    for which, blob in ((old_mode, old), (mode, new))
                ]
                found[-1][2].append((path, blobs[0], blobs[1]))
    return tuple(Commit(id, day, tuple(files)) for id, day, files in reversed(found))


def blobs(past: Repository, ids: Iterable[str]) -> Iterator[bytes]:
    """Yield the bytes of each blob of *ids*; of one that is too large to be a record, none."""
    return _blobs(past, ids)


def _blobs(past: Repository, ids: Iterable[str]) -> Iterator[bytes]:
    with _batch(past) as (asked, answers):
        for id in ids:
            asked.write(f"{id}\n".encode())
            asked.flush()
            head = answers.readline().split()
            if len(head) != 3 or head[1] != b"blob":
                raise PastError(problem(_AT, "git-incomplete"))
            size = int(head[2])
            data = answers.read(size + 1)[:-1]
            if len(data) != size:
                raise PastError(problem(_AT, "git-incomplete"))
            yield data if size <= MOST_BYTES else b""


@contextmanager
def _batch(past: Repository) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """A git that answers with the bytes of the objects that it is asked for; it ends with this."""
    running = subprocess.Popen(
        _command(past, "cat-file", "--batch"),
        env=dict(past.environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    watch = Timer(SECONDS, running.kill)
    watch.start()
    try:
        assert running.stdin
        assert running.stdout
        yield running.stdin, running.stdout
    except BrokenPipeError:
        raise PastError(problem(_AT, "git-incomplete")) from None
    finally:
        watch.cancel()
        running.kill()
        running.communicate()


def _command(past: Repository, *words: str) -> list[str]:
    settings = [part for one in _SETTINGS for part in ("-c", one)]
    return ["git", "--no-pager", "-C", str(past.site), *settings, *words]


def _git(past: Repository, *words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            _command(past, *words),
            env=dict(past.environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise PastError(problem(_AT, "git-missing")) from None
    except subprocess.TimeoutExpired:
        raise PastError(problem(_AT, "git-slow", seconds=SECONDS)) from None
    except (OSError, ValueError) as error:  # not to be run; a NUL among the words
        raise PastError(problem(_AT, "git-failed", reason=str(error))) from None


def _raw(past: Repository, *words: str) -> bytes:
    done = _git(past, *words)
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode(errors="replace").strip()
    if "not a git repository" in said:
        raise PastError(problem(_AT, "git-none"))
    if "promisor remote" in said:
        raise PastError(problem(_AT, "git-incomplete"))
    if "dubious ownership" in said:
        raise PastError(problem(_AT, "git-ownership"))
    last = said.splitlines()[-1].removeprefix("fatal: ") if said else "?"
    raise PastError(problem(_AT, "git-failed", reason=last))


def _told(past: Repository, *words: str) -> str:
    return _text(_raw(past, *words))


def _below(past: Repository, folder: str) -> str:
    return f":(top,literal){past.prefix}{folder}"


def _text(data: bytes) -> str:
    return data.decode(errors="surrogateescape")


def _day(seconds: str) -> date:
    try:
        return datetime.fromtimestamp(int(seconds), _SHANGHAI).date()
    except (ValueError, OverflowError, OSError):
        return date.min
