"""What an office may rightly write: `check --internal` says nothing of it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from .makers import REVIEW_1, replaced, said

SILENT: Mapping[str, Mapping[str, str]] = {
    "all on one day": replaced(
        REVIEW_1,
        ("on: 2020-02-20", "on: 2020-03-02"),
        ("on: 2020-02-21", "on: 2020-03-02"),
        ("on: 2020-02-24", "on: 2020-03-02"),
    ),
    "published on the day of signing": replaced(REVIEW_1, ("on: 2020-03-02", "on: 2020-03-04")),
}


@pytest.mark.parametrize("differs", SILENT.values(), ids=SILENT)
def test_nothing_is_said(differs):
    """
    Or an office would leave a check that cries.
    """
    assert [] == said(differs)
