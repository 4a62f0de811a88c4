"""Orders to orders that rise."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.imports.merge.orders import numbered

ORDERS = {
    "new ones": ([None, None, None], [10, 20, 30]),
    "one in between": ([10, None, 20], [10, 15, 20]),
    "two in between": ([10, None, None, 40], [10, 20, 30, 40]),
    "one before all": ([None, 10], [5, 10]),
    "one behind all": ([10, 20, None], [10, 20, 30]),
    "no room": ([1, None, 2], [10, 20, 30]),
    "in another order": ([20, 10], [10, 20]),
    "nothing": ([], []),
}


@pytest.mark.parametrize(("before", "after"), ORDERS.values(), ids=ORDERS)
def test_a_new_item_stands_between_its_neighbours(before, after):
    """
    Those that are there keep theirs while there is room.
    """
    assert after == numbered(before)


@given(st.lists(st.none() | st.integers(0, 60), max_size=12))
def test_orders_always_rise_and_none_is_less_than_nothing(orders):
    """
    Whatever stood there before.
    """
    found = numbered(orders)

    assert len(orders) == len(found)
    assert all(one < other for one, other in pairwise(found))
    assert all(one >= 0 for one in found)


@given(st.lists(st.integers(1, 10_000), unique=True, max_size=12).map(sorted))
def test_orders_that_rise_already_stay(orders):
    """
    An import that adds nothing changes none.
    """
    assert orders == numbered(orders)
