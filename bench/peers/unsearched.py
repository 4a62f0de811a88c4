"""This program without its search: `gongkai`, but the index that browsers search is not planned.

The page of results and the names by letter stay, because every page leads to them.  Nothing else
of the program is changed; what a record says is still gathered from its page.

    python bench/peers/unsearched.py build --site SITE
"""

from collections.abc import Iterable

from generator.cli import main
from generator.plans import searching
from generator.search.index import Spared
from generator.search.readings import syllables
from generator.search.records import Searchable


def unplanned(
    records: Iterable[Searchable], earlier: Spared | None = None
) -> tuple[dict[str, str], Spared]:
    """Return no files of an index of *records*, and how their names are read."""
    heard = earlier.sounds if earlier else {}
    names = dict.fromkeys(one.name for one in records)
    return {}, Spared({name: heard.get(name) or syllables(name) for name in names})


if __name__ == "__main__":
    searching.files = unplanned  # type: ignore[attr-defined]
    main()
