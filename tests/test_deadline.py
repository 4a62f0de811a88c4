"""The command `deadline` for an application, held against the one table of all who say it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import gongkai
from generator.facts.answering import Course, Span

from .conftest import CONFIG
from .courses import NOTICE, NOTICED, SILENCE, SILENT, table


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the settings alone, which are all that the command reads."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "config.yaml").write_text(CONFIG, "utf-8")
    return folder


def words(course: Course) -> list[str]:
    """A course as it is typed."""

    def typed(span: Span) -> str:
        return f"{span.asked}:{span.answered}" if span.answered else f"{span.asked}"

    given = ["deadline", f"{course.received}", "--request", "--channel", course.channel.value]
    given += ["--confirmed", f"{course.confirmed}"] if course.confirmed else []
    for name, spans in (("--correction", course.corrections), ("--asked", course.consulted)):
        for span in spans:
            given += [name, typed(span)]
    return [*given, "--extended", f"{course.extended}", "--json"]


def answered(folder: Path, course: Course) -> dict[str, Any]:
    """The record that the command gives."""
    done = CliRunner().invoke(gongkai, [*words(course), "--site", f"{folder}"])
    assert 0 == done.exit_code, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_command_says_what_a_walk_from_day_to_day_says(folder):
    """
    2,000 applications of every kind, in this process.
    """
    for course, last, wait in table():
        found = answered(folder, course)
        assert (last and f"{last}", wait) == (found["last"], found["wait"]), course


def test_a_notice_and_a_silence_end_on_the_known_days(folder):
    """
    7 working days for the notice of a correction, 15 for whoever is asked.
    """
    noticed, silent = (answered(folder, one) for one in (NOTICED, SILENT))
    found = (noticed["correction_notice"], silent["paused"][-1])

    assert (NOTICE, SILENCE) == tuple(map(date.fromisoformat, found))


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--confirmed", "2026-03-01"),
        ("--correction", "2026-03-01:2026-03-05"),
        ("--asked", "2026-03-01"),
    ],
)
def test_what_was_before_the_day_of_receipt_is_refused(folder, option, value):
    """
    By the name of the option, as the page refuses it at its field.
    """
    given = ["deadline", "2026-03-02", "--channel", "邮寄", option, value, "--site", f"{folder}"]
    done = CliRunner().invoke(gongkai, given)

    assert 2 == done.exit_code
    assert f"{option} 2026-03-01 早于收到申请的 2026-03-02" in done.output


@pytest.mark.parametrize(("day", "most"), [("2019-05-14", 15), ("2026-03-02", 20)])
@pytest.mark.parametrize("over", [0, 1])
def test_an_extension_beyond_the_law_is_told_and_cut(folder, day, most, over):
    """
    With the number of the law of its day; up to it nothing is said.
    """
    given = ["deadline", day, "--extended", f"{most + over}", "--site", f"{folder}"]
    found = {
        language: CliRunner().invoke(gongkai, [*given, "--lang", language]).output
        for language in ("zh", "en")
    }

    assert bool(over) == (f"最多延长 {most} 个工作日，按 {most} 计算\n" in found["zh"])
    assert bool(over) == (f"Extended by at most {most} working days" in found["en"])
    assert f"起第 {2 * most} 个工作日" in found["zh"]
