"""What is found is indexed by whoever has hands free, from the pages that can be found alone."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

from generator import plan
from generator.find import find
from generator.hands import Hands
from generator.link import link
from generator.plans import FOUND, OTHERS
from generator.plans.prepared import prepare
from generator.plans.searchables import offered
from generator.read import read
from generator.store import Store

from ..conftest import DAY, ROOT, catalogue


def test_others_index_what_is_many(monkeypatch):
    """
    The pages are the same.
    """
    asked = []

    class Executor(ThreadPoolExecutor):
        def submit(self, work, /, *arguments, **named) -> Future:
            asked.append(work)
            return super().submit(work, *arguments, **named)

    known = catalogue()
    alone = plan.plan(known, ()).pages
    monkeypatch.setattr(plan, "MANY", 1)
    with Hands(lambda: Executor(1)) as hands:
        shared = [page.now() for page in plan.pages_of(known, (), hands)]

    assert [plan.index_of] == asked
    assert alone == tuple(sorted(shared, key=lambda page: page.path))


def test_no_other_page_can_be_found():
    """
    Of the shipped site: the index is made before they are planned.
    """
    found = find(ROOT)
    prepared = prepare(link(read(found.config, found.sources, Store(None)), DAY))
    first = [one for of in FOUND for page in of(prepared) for one in offered(page.now())]
    late = [one for of in OTHERS for page in of(prepared) for one in offered(page.now())]

    assert 400 < len(first)
    assert [] == late
