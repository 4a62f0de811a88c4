"""How many cells of each real table come into the right field, in each form of file, and that what
is exported of it again comes back unchanged.

    python -m bench.tables [NAME …]

The tables are read from beside the project and are not part of it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.imports.judge import names
from tests.imports.test_real_tables import FORMS, imported
from tests.imports.test_round_trip import comes_back


def main() -> None:
    """Print a line for each table and a sum for each form."""
    wanted = sys.argv[1:] or names()
    if not wanted:
        sys.exit("the real tables are not at hand")
    cells = dict.fromkeys(FORMS, 0)
    right = dict.fromkeys(FORMS, 0)
    print(f"{'table':45}" + "".join(f"{form:>16}" for form in FORMS))
    for name in wanted:
        shown = []
        for form in FORMS:
            with tempfile.TemporaryDirectory() as folder:
                verdict, _ = imported(Path(folder), name, form)
            cells[form] += verdict.cells
            right[form] += verdict.right
            lost = f" LOST {len(verdict.lost)}" if verdict.lost else ""
            shown.append(f"{verdict.right}/{verdict.cells}{lost}")
        with tempfile.TemporaryDirectory() as folder:
            comes_back(name, Path(folder))
        print(f"{name:45}" + "".join(f"{one:>16}" for one in shown))
    for form in FORMS:
        share = 100 * right[form] / cells[form]
        print(f"{form:20} {right[form]} of {cells[form]} cells, {share:.2f} %")


if __name__ == "__main__":
    main()
