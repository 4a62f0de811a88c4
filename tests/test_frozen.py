"""What goes to another process comes back as it was, whoever packs it."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field

import pytest

from generator.model.frozen import packing


@dataclass(frozen=True, slots=True)
class Slow:
    name: str
    parts: tuple[str, ...] = ()
    hidden: bytes = field(default=b"", compare=False, repr=False)


@packing
@dataclass(frozen=True, slots=True)
class Quick:
    name: str
    parts: tuple[str, ...] = ()
    hidden: bytes = field(default=b"", compare=False, repr=False)


@packing
@dataclass(frozen=True, slots=True)
class Longer(Quick):
    last: int = 0


@pytest.mark.parametrize("value", [Quick("甲", ("乙",), b"c"), Longer("甲", last=3), Quick("")])
def test_a_value_comes_back_with_every_field(value):
    """
    Those of the class above it too, and those that make no difference.
    """
    again = pickle.loads(pickle.dumps(value, protocol=5))

    assert (value, value.hidden, type(value)) == (again, again.hidden, type(again))


def test_it_is_packed_and_shown_as_a_dataclass_is():
    """
    So that either can unpack what the other packed, and keys are what they are elsewhere.
    """
    slow, quick = Slow("甲", ("乙",), b"c"), Quick("甲", ("乙",), b"c")

    assert slow.__getstate__() == quick.__getstate__()
    assert repr(slow).replace("Slow", "Quick") == repr(quick)


def test_what_has_other_fields_is_refused():
    """
    What another program remembered is not half restored in silence.
    """
    with pytest.raises(ValueError, match="zip"):
        object.__new__(Quick).__setstate__(["甲"])
