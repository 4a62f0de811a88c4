"""What link and check cost with many documents, against the rest of the same build.

A made-up site of entries gets documents that amend, repeal and replace one another, clean-ups that
decide on them, and entries that rest on them.  It is built from nothing as a whole process; the
stages come from its own account.  The site without documents is built in the same run.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median

from bench.corpus import write
from bench.stages import BuildError, environment_at, measured

OUTCOMES = ("继续有效", "修改", "废止", "失效")


def documents(count: int, units: list[str], seed: int = 1) -> Iterator[tuple[str, str]]:
    """Yield path and text of *count* documents issued by *units*, and of their clean-ups."""
    random = Random(seed)
    ids = [f"wenjian-{number}" for number in range(count)]
    for number, id in enumerate(ids):
        year = 2006 + number * 20 // count
        day = f"{year}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        lines = [
            f"id: {id}",
            f"title: 关于印发《第{number}号工作办法》的通知",
            f"number: 示府〔{year}〕{number + 1}号",
            f"index_number: 119999000000000001/{year}-{number:05}",
            f"summary: 规定第{number}项工作的职责、程序、时限和监督。",
            f"issuers: [{random.choice(units)}]",
            f"formed: {day}",
            f"published: {day}",
            f"effective: {day}",
            f"term: {random.choice((3, 5, 10))}年",
            "normative: yes",
            "topic: 综合政务\\政务公开",
            "genre: 通知",
            "attribute: 主动公开",
        ]
        if number > 50 and random.random() < 0.4:
            act = random.choice(("amends", "repeals", "replaces"))
            lines.append(f"{act}: [{ids[random.randrange(number - 50, number)]}]")
        body = "\n\n".join(f"第{one}条 按照职责做好第{one}项工作。" for one in range(1, 9))
        front = "\n".join(lines)
        yield f"content/documents/{id}.md", f"---\n{front}\n---\n\n{body}\n"
    for round_ in range(20):
        year = 2007 + round_
        known = ids[: max(1, count * (round_ + 1) // 21)]
        chosen = random.sample(known, min(count // 30 + 1, 300, len(known)))
        decided = "".join(
            f"  - {{document: {id}, outcome: {random.choice(OUTCOMES)}, reason: 清理}}\n"
            for id in chosen
        )
        yield (
            f"catalogue/cleanups/qingli-{year}.yaml",
            f"id: qingli-{year}\ntitle: {year}年清理\norgan: {units[0]}\n"
            f"effective_on: {year}-12-31\nsteps:\n"
            f"  - {{step: 报告, by: 起草部门, on: {year}-10-01}}\n"
            f"  - {{step: 公布, by: {units[0]}, on: {year}-12-20}}\ndecisions:\n{decided}",
        )


def added(folder: Path, count: int) -> None:
    """Add *count* documents and their clean-ups to the site at *folder*."""
    units = sorted(
        line.partition("id:")[2].strip()
        for file in (folder / "catalogue/units").glob("*.yaml")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.lstrip("- ").startswith("id:")
    )
    for path, text in documents(count, [unit.strip('"') for unit in units]):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def built(folder: Path, environment: dict[str, str]) -> dict[str, float]:
    """Return the seconds of each stage of a build of *folder* from nothing, by the program that
    *environment* names."""
    with tempfile.TemporaryDirectory() as output:
        command = [
            sys.executable, "-m", "generator", "build", "--site", str(folder),
            "--output", f"{output}/site", "--json",
        ]  # fmt: skip
        cost, said = measured(command, environment)
    stages: dict[str, float] = json.loads(said)["stages"]
    return stages | {"wall": cost.wall}


def main() -> None:
    """Print the stages of the site with and without documents, and what link and check add."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--entries", type=int, default=1_000)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    shares = []
    with tempfile.TemporaryDirectory() as place:
        bare, full = Path(place, "bare"), Path(place, "full")
        write(bare, given.entries)
        write(full, given.entries)
        added(full, given.documents)
        environment = environment_at(Path(place))
        for number in range(given.runs):
            try:
                before, after = (built(folder, environment) for folder in (bare, full))
            except BuildError as error:
                sys.exit(f"{error}")
            for name, stages in (("without", before), ("with", after)):
                said = "  ".join(f"{key} {seconds:.2f}" for key, seconds in stages.items())
                print(f"{number + 1} {name:8} {said}")
            judged = after["link"] + after["check"]
            rest = sum(after[key] for key in after if key != "wall") - judged
            shares.append(judged / rest)
            for folder in (bare, full):
                for file in (folder / ".cache").glob("*"):
                    file.unlink()
    print(f"link and check add {median(shares):.1%} to the rest of the build (median)")


if __name__ == "__main__":
    main()
