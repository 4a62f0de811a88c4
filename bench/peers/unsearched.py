"""This program without its search: `gongkai`, but the index that browsers search is not planned.

The page of results and the names by letter stay, because every page leads to them.  Nothing else
of the program is changed; what a record says is still gathered from its page.

    python bench/peers/unsearched.py build --site SITE
"""

from generator.cli import main
from generator.plans import searching


def unplanned(records: object) -> dict[str, str]:
    """Return no files of an index, whatever the *records*."""
    return {}


if __name__ == "__main__":
    searching.files = unplanned  # type: ignore[attr-defined]
    main()
