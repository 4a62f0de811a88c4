"""Work shared out among processes comes back whole and in order, however it is shared."""

from __future__ import annotations

import os
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pytest

from generator.hands import ALONE, HEAVY, MOST_WAITING, Hands


def half(number: int) -> float:
    """A piece of work; it fails for 0."""
    return 1 / number


@pytest.mark.parametrize("start", [None, ThreadPoolExecutor, lambda: ProcessPoolExecutor(2)])
def test_results_come_in_the_order_of_the_pieces(start):
    with Hands(start) as hands:
        assert [1 / n for n in range(1, 30)] == list(hands.each(half, range(1, 30)))


def test_other_processes_are_started_for_much_work_alone_and_once():
    started = []

    def start():
        started.append(ThreadPoolExecutor(1))
        return started[-1]

    with Hands(start) as hands:
        assert [1.0] == list(hands.each(half, [1], much=False))
        assert not started
        for _ in range(2):
            assert [1.0] == list(hands.each(half, [1]))

    assert 1 == len(started)
    with pytest.raises(RuntimeError):  # it ended with the build
        started[0].submit(half, 1)


@pytest.mark.parametrize("hands", [ALONE, Hands(lambda: ProcessPoolExecutor(1))])
def test_what_fails_there_fails_here(hands):
    with hands, pytest.raises(ZeroDivisionError):
        list(hands.each(half, [1, 0, 2]))


@pytest.mark.parametrize("start", [None, ThreadPoolExecutor, lambda: ProcessPoolExecutor(2)])
def test_one_piece_is_begun_and_asked_for_later(start):
    with Hands(start) as hands:
        later = hands.soon(half, 4)
        failing = hands.soon(half, 0)

        assert [1.0] == list(hands.each(half, [1]))
        assert 0.25 == later()
        with pytest.raises(ZeroDivisionError):
            failing()


def test_a_piece_that_is_little_work_starts_nothing():
    started = []
    with Hands(lambda: started.append(1) or ThreadPoolExecutor(1)) as hands:
        assert 0.5 == hands.soon(half, 2, much=False)()

    assert [] == started


def test_a_heavy_piece_is_for_other_processes_though_there_is_little_work():
    """
    The light ones stay here; results come in order all the same.
    """
    with Hands(lambda: ProcessPoolExecutor(1)) as hands:
        light, heavy, last = hands.each(
            _where, [1, HEAVY, 1], much=False, weight=lambda piece: piece
        )

    assert os.getpid() == light == last
    assert os.getpid() != heavy


def test_no_more_than_so_much_ever_waits():
    """
    One piece that is more than that alone waits alone.
    """
    waiting, most = [], []

    def pieces():
        for weight in [1] * 70 + [MOST_WAITING + 1] * 3 + [1] * 5:
            most.append(sum(waiting))
            waiting.append(weight)
            yield weight

    with Hands(lambda: ProcessPoolExecutor(1)) as hands:
        for _ in hands.each(_slow, pieces(), weight=lambda piece: piece):
            waiting.pop(0)

    assert [] == waiting
    assert max(most) <= MOST_WAITING


def _where(_: int) -> int:
    return os.getpid()


def _slow(piece: int) -> int:
    time.sleep(0.001)
    return piece
