"""Each rule for attachments has files that break it; clean files break none."""

from __future__ import annotations

import pytest

from generator.attachments import Inspected, inspected
from generator.problems import Location, Severity
from generator.words import line, say
from generator.words.attachments import ATTACHMENTS

from .examples import BROKEN
from .makers import CLEAN, FOLDER

# What the files below hold and no reader sees.
SECRET = ("李某", "某局", "eyJo", "a.example", "alert(", "pc-li", "1234567")
KINDS = {
    "pdf": "PDF", "docx": "Word", "xlsx": "Excel", "csv": "CSV", "txt": "文本", "png": "图片",
    "jpg": "图片", "jpeg": "图片",
}  # fmt: skip


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_file_has_no_problem(name):
    """
    Its kind and size are known.
    """
    data = CLEAN[name]
    kind = KINDS[name.rpartition(".")[2]]

    assert Inspected((), (), kind, len(data)) == inspected(FOLDER + name, data)


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_breaks_one_rule_and_both_languages_say_it(name):
    """
    At the file itself, once.
    """
    one = BROKEN[name]
    found = inspected(FOLDER + one.file, one.data)

    assert [(Location(FOLDER + one.file), one.rule)] == [(p.at, p.rule) for p in found.problems]
    assert [one.zh, one.en] == [
        say(found.problems[0], language).message for language in ("zh", "en")
    ]


def test_every_rule_has_an_example():
    """
    No sentence that nobody has seen.
    """
    assert set(ATTACHMENTS) == {one.rule for one in BROKEN.values()}


def test_all_but_one_rule_forbid_to_publish():
    """
    A page that is a picture may be in order; somebody must look.
    """
    weights = {rule: row.severity for rule, row in ATTACHMENTS.items()}

    assert Severity.WARNING == weights.pop("attachment-no-text")
    assert {Severity.ERROR} == set(weights.values())


@pytest.mark.parametrize("name", BROKEN)
def test_nobody_is_named(name):
    """
    Nor is what is hidden told: a log is read by many.
    """
    one = BROKEN[name]

    [found] = inspected(FOLDER + one.file, one.data).problems

    assert [] == [word for word in SECRET if word in line(found, "zh") + line(found, "en")]
