"""The wall, tried with random sets of internal records: what is public stays the same to the byte.

A site is built, checked and previewed without an internal side, from nothing and once more.  Then
files of the internal side are added, edited, renamed and removed at random: documents that claim to
repeal public ones, reviews, garbage, links, pipes, unreadable files.  After each set everything is
done again and held against the first: every published byte, what build and check printed, what the
store knows and what the preview serves.  No file of the internal side may have been opened, and no
mark that was written there may be found anywhere, in whichever way (`seeking`).
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import Any

from click.testing import CliRunner

from bench import corpus
from bench.seeking import found_in, rows_of
from generator.cli import gongkai
from generator.showing import Maker, State

DAY = date(2026, 11, 23)
CLEAN_EVERY = 20  # one set in so many is built from nothing
PUBLIC = MappingProxyType({
    "content/documents/gk-1.md": (
        "---\nid: gk-1\ntitle: 示范通知\nnumber: 示府〔2020〕1号\nformed: 2020-03-02\n"
        "issuers: [示范市人民政府]\nattribute: 主动公开\n---\n\n照此办理。\n"
    ),
    "content/documents/gk-2.md": (
        "---\nid: gk-2\ntitle: 示范批复\nnumber: 示府函〔2021〕2号\nformed: 2021-05-10\n"
        "issuers: [示范市人民政府]\nattribute: 依申请公开\n---\n"
    ),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """What anybody can see of a site: files, what commands said, the store, the preview."""

    published: dict[str, bytes]
    built: tuple[int, str, str]
    checked: tuple[int, str, str]
    known: tuple[tuple[object, ...], ...]
    served: State

    def differs(self, other: Seen) -> list[str]:
        """Return the names of what is not the same."""
        return [
            one.name for one in fields(self) if getattr(self, one.name) != getattr(other, one.name)
        ]

    def bytes(self) -> Iterator[bytes]:
        """Yield everything that was seen."""
        yield from self.published.values()
        yield "\n".join([*self.published, *map(str, self.built), *map(str, self.checked)]).encode()
        yield repr((self.served.problems, [*self.served.files])).encode()
        yield from self.served.files.values()


class Watch:
    """Notes which paths below a folder are opened or listed while it watches."""

    def __init__(self) -> None:
        self.folder = ""
        self.opened: list[str] = []
        sys.addaudithook(self._heard)

    def _heard(self, event: str, args: tuple[Any, ...]) -> None:
        if self.folder and event in ("open", "os.scandir", "os.listdir") and args:
            path = os.fsdecode(args[0]) if isinstance(args[0], str | bytes | os.PathLike) else ""
            if path.startswith(self.folder) or "/internal/" in path:
                self.opened.append(path)


WATCH = Watch()  # a hook of the interpreter can be added and never taken away


def see(site: Path, *, clean: bool) -> Seen:
    """Return what can be seen of *site*, built from nothing where *clean*."""
    if clean:
        shutil.rmtree(site / ".cache", ignore_errors=True)
        shutil.rmtree(site / "output", ignore_errors=True)
    built = _run(site, "build", "--jobs", "1")
    checked = _run(site, "check")
    maker = Maker(site, None, lambda: DAY)
    served = maker.whole(maker.scan()[0], State({}, {}, ()), lambda: False)
    output, store = site / "output", site / ".cache" / "build.sqlite"
    published = {
        str(path.relative_to(output)): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }
    known = tuple(rows_of(store)) if store.exists() else ()
    return Seen(published, built, checked, known, served)


def _run(site: Path, *words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(gongkai, ["--site", str(site), *words], catch_exceptions=True)
    return done.exit_code, done.stdout, done.stderr


# -- the internal side, at random ----------------------------------------------------------------


def mark(random: Random) -> str:
    """Return a mark that stands nowhere else."""
    return f"CANARY-{random.getrandbits(64):016x}"


def document(random: Random, word: str) -> bytes:
    """Return a withheld document that claims to do everything to the public ones."""
    acts = random.sample(["amends", "repeals", "replaces"], random.randint(0, 3))
    claims = "".join(f"{act}: [gk-1, gk-2, {{name: {word}}}]\n" for act in acts)
    id = random.choice(["gk-1", "gk-2", f"nb-{random.randint(1, 9)}"])
    attribute = random.choice(["不公开", "依申请公开", "主动公开", word])
    return (
        f"---\nid: {id}\ntitle: {word}\nnumber: 示府〔2020〕{random.randint(1, 3)}号\n"
        f"formed: {random.randint(2010, 2026)}-01-31\nattribute: {attribute}\n{claims}---\n\n"
        f"# {word}\n\n[{word}](documents/gk-1.html) <script>{word}</script>\n"
    ).encode()


def review(random: Random, word: str) -> bytes:
    """Return a review that decides otherwise than the public side says."""
    attribute = random.choice(["不公开", "依申请公开", "主动公开"])
    id = random.choice(["gk-1", "gk-2", "nb-1", word.lower()])
    return (
        f"id: s-{random.randint(1, 99)}\ndocument: {id}\n"
        f"drafted: {{by: {word}, on: 2020-01-01, attribute: {attribute}, reason: {word}}}\n"
        f"signed: {{on: 2020-02-01, attribute: {attribute}}}\n"
        f"adjustments: [{{on: 2021-01-01, from: 不公开, to: 主动公开, reason: {word}}}]\n"
    ).encode()


def request(random: Random, word: str) -> bytes:
    """Return an application with a person in it, as it should not be."""
    number = f"44130219900101{random.randint(1000, 9999)}"
    return (
        f"# 联系人：{word} {number}\n"
        f"id: sq-{random.randint(1, 99)}\nunit: {random.choice(['jiaoyu', word.lower()])}\n"
        f"received: {random.randint(2010, 2026)}-01-31\nchannel: 互联网\napplicant: 自然人\n"
        f"topic: {word}\nentry: {random.choice(['gonggao', 'gk-1'])}\n姓名: {word}\n"
    ).encode()


def garbage(random: Random, word: str) -> bytes:
    """Return bytes that are no record."""
    return random.choice(
        (
            random.randbytes(random.randint(0, 4000)) + word.encode() + b"\xff\xfe",
            f"id: [{word}\n  - {{".encode(),
            f"&{word} *{word} !{word}\t: <<".encode(),
            word.encode("utf-16"),
            b"",
            (f"{word}\n" * 20_000).encode(),
            b"[" * 50_000 + word.encode(),
        )
    )


def change(internal: Path, random: Random) -> list[str]:
    """Add, edit, rename and remove files of the internal side; return the marks that were put."""
    words = []
    if internal.is_symlink() or internal.is_file():
        internal.unlink()
    internal.mkdir(exist_ok=True)
    internal.chmod(0o755)
    for _ in range(random.randint(1, 8)):
        files = sorted(path for path in internal.rglob("*") if not path.is_dir())
        what = random.choice(["add", "add", "edit", "rename", "remove"])
        if what == "remove" and files:
            random.choice(files).unlink()
        elif what == "rename" and files:
            random.choice(files).rename(_new(internal, random, mark(random)))
        else:
            words.append(mark(random))
            make = random.choice([document, document, review, request, garbage])
            file = _new(internal, random, words[-1])
            if what == "edit" and files:
                file = random.choice(files)
                file.unlink()
            file.write_bytes(make(random, words[-1]))
            if random.random() < 0.1:
                file.chmod(0)
    _odd(internal, random)
    return words


def _new(internal: Path, random: Random, word: str) -> Path:
    """A place for a file: where records belong, or where nobody looks for any."""
    folder = random.choice([
        "documents", "documents", "reviews", "requests", ".cache", "output", "content/documents",
        "catalogue/entries", word.lower(),
    ])  # fmt: skip
    name = random.choice([f"gk-1-{word}", word.lower(), "config", "gk-1", "index", "manifest"])
    ending = random.choice([".md", ".yaml", ".json", ".html", ".sqlite", ""])
    (internal / folder).mkdir(parents=True, exist_ok=True)
    return internal / folder / f"{name}-{random.randint(0, 999)}{ending}"


def _odd(internal: Path, random: Random) -> None:
    """Now and then something that is no file, or no folder of files at all."""
    odd = random.random()
    name = internal / f"odd-{random.randint(0, 9999)}"
    if odd < 0.05:
        os.mkfifo(name)
    elif odd < 0.1:
        name.symlink_to("/nowhere")
    elif odd < 0.15:
        name.symlink_to("..")
    elif odd < 0.2:
        internal.chmod(0)
    elif odd < 0.25:
        shutil.rmtree(internal)
        internal.write_bytes(b"no folder")
    elif odd < 0.3:
        shutil.rmtree(internal)
    elif odd < 0.35:
        shutil.rmtree(internal)
        internal.symlink_to("content")


# -- the trial -----------------------------------------------------------------------------------


def trial(site: Path, *, sets: int, seed: int, clean_every: int = CLEAN_EVERY) -> list[str]:
    """Return what of *site* changed or leaked by *sets* random sets of internal records.

    Args:
        site: A site without an internal side; it gets one, and is left with one.

        sets: How many sets are tried.

        seed: Where chance begins.

        clean_every: One set in so many is built from nothing.
    """
    random = Random(seed)
    fresh = see(site, clean=True)
    again = see(site, clean=False)
    if fresh.built[0]:
        return [f"the site itself: {fresh.built[2]}"]
    internal = site / "internal"
    wrong = []
    words: list[str] = []
    for number in range(sets):
        gc.collect()  # the commands turn it off, each for a process of its own
        words = [*words, *change(internal, random)][-200:]
        WATCH.opened.clear()
        WATCH.folder = str(internal)
        clean = number % clean_every == 0
        seen = see(site, clean=clean)
        WATCH.folder = ""
        wrong += [f"{number}: {one}" for one in seen.differs(fresh if clean else again)]
        wrong += [f"{number}: opened {path}" for path in WATCH.opened]
        if clean:  # what is the same byte for byte need not be searched again
            wrong += [f"{number}: found {word}" for word in leaked(site, seen, words)]
    return wrong


def leaked(site: Path, seen: Seen, words: list[str]) -> set[str]:
    """Return which *words* stand in what was seen or in the store, in whichever way."""
    store = [path.read_bytes() for path in sorted((site / ".cache").rglob("*")) if path.is_file()]
    short = [word.rpartition("-")[2] for word in words]
    return {word for data in (*seen.bytes(), *store) for word in found_in(data, short, 1)}


def main() -> None:
    """Try the wall from the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.wall", description=__doc__)
    parser.add_argument("--sets", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--entries", type=int, default=40)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        corpus.write(site, given.entries)
        for path, text in PUBLIC.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(text, encoding="utf-8")
        wrong = trial(site, sets=given.sets, seed=given.seed)
        if (site / "internal").is_dir():
            (site / "internal").chmod(0o755)
    for one in wrong[:50]:
        print(one)
    print(f"{given.sets} sets, {len(wrong)} differences or leaks")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
