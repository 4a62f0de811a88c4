"""What it costs to import a large table, beside the least that any program would have to do.

The table is a workbook of made-up rows in the official layout, imported into a site that has the
fields and no entry.  The least is a process that reads the workbook with python-calamine and writes
the records which the import arrived at with ruamel.yaml.  Both are whole processes, one after the
other in each run, and their ratio is taken within that run.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.corpus import AREAS, ENTRIES_OF_UNIT, Body, Record, Value, bodies, entry_records, yaml
from bench.corpus import site as site_files
from bench.stages import MIB, ROOT, Cost, environment_at, measured, table

HEADER = (
    "序号", "一级事项", "二级事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体",
    "公开渠道和载体", "全社会", "特定群体", "主动", "依申请公开",
    "市级", "县级", "乡级", "村级", "备注",
)  # fmt: skip
FIELD = AREAS[0].id
TICK = "√"
LEAST = """
import json, sys
from python_calamine import load_workbook
from ruamel.yaml import YAML
rows = load_workbook(sys.argv[1]).get_sheet_by_index(0).to_python()
with open(sys.argv[2], encoding="utf-8") as file:
    records = json.load(file)
with open(sys.argv[3], "w", encoding="utf-8") as out:
    YAML().dump(records, out)
print(len(rows))
"""


def rows(count: int) -> Iterator[tuple[str, ...]]:
    """Yield that many rows below the header, as an office would fill them in."""
    number = 0
    for body in bodies():
        for record in entry_records(body, number, min(ENTRIES_OF_UNIT, count - number), 1):
            number += 1
            yield _row(record, body.name, number)
        if number == count:
            return


def _row(record: Record, unit: str, number: int) -> tuple[str, ...]:
    of_all = record["audience"] == "全社会"
    applied = record["method"] == "依申请公开"
    levels = [TICK if level in record["level"] else "" for level in HEADER[12:16]]
    return (
        str(number), _text(record["group"]), f"{record['name']}（{number}）",
        "\n".join(f"● {one}" for one in record["content"]), _basis(record.get("basis", "")),
        _text(record["time_limit"]), unit, _channels(record["channels"]),
        TICK if of_all else "", "" if of_all else TICK, "" if applied else TICK,
        TICK if applied else "", *levels, _text(record.get("remarks", "")),
    )  # fmt: skip


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _basis(value: Value) -> str:
    parts = [one for one in value if isinstance(one, dict)]
    return "\n".join(
        f"《{one['title']}》{_bracketed(one.get('number', ''))}{one.get('article', '')}"
        for one in parts
    )


def _bracketed(number: Value) -> str:
    return f"（{number}）" if number else ""


def _channels(value: Value) -> str:
    named = [one for one in value if isinstance(one, str)]
    return " ".join(f"■{one}" for one in named)


def prepared(folder: Path, count: int) -> Path:
    """Write the site without entries, and the table beside it; return the table."""
    from xlsxwriter import Workbook

    for path, text in site_files(1, layout="many", seed=1):
        if not path.startswith(("catalogue/entries", "catalogue/duties")):
            file = folder / "site" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    units = [{"id": body.id, "name": body.name, "level": body.level} for body in _of(count)]
    file = folder / "site" / "catalogue" / "units" / "all.yaml"
    shutil.rmtree(file.parent)
    file.parent.mkdir()
    file.write_text(yaml({"units": units}), encoding="utf-8", newline="\n")
    book_path = folder / "目录.xlsx"
    with Workbook(book_path, {"constant_memory": True, "strings_to_formulas": False}) as book:
        page = book.add_worksheet("目录")
        for number, row in enumerate((HEADER, *rows(count))):
            for column, text in enumerate(row):
                page.write_string(number, column, text)
    return book_path


def _of(count: int) -> Iterator[Body]:
    wanted = -(-count // ENTRIES_OF_UNIT)
    return (body for body, _ in zip(bodies(), range(wanted), strict=False))


def records_of(site: Path, out: Path) -> int:
    """Write the records of the imported files as JSON; return how many there are."""
    import yaml as pyyaml

    records = [
        record
        for file in sorted((site / "catalogue" / "entries").rglob("*.yaml"))
        for record in pyyaml.load(file.read_bytes(), pyyaml.CBaseLoader)["entries"]
    ]
    out.write_text(json.dumps({"entries": records}, ensure_ascii=False), encoding="utf-8")
    return len(records)


def run(folder: Path, environment: dict[str, str], count: int) -> dict[str, Cost]:
    """Import the table, then do the least that would do; return what each cost."""
    site, table = folder / "site", folder / "目录.xlsx"
    shutil.rmtree(site / "catalogue" / "entries", ignore_errors=True)
    command = [sys.executable, "-m", "generator", "import", str(table)]
    imported, _ = measured([*command, "--field", FIELD, "--site", str(site)], environment)
    records, out = folder / "records.json", folder / "least.yaml"
    script = "import sys; from pathlib import Path; from bench.imports import records_of; "
    script += "print(records_of(Path(sys.argv[1]), Path(sys.argv[2])))"
    arguments = [sys.executable, "-c", script, str(site), str(records)]
    said = subprocess.run(arguments, cwd=ROOT, check=True, capture_output=True, text=True)
    if int(said.stdout) != count:
        sys.exit(f"{said.stdout.strip()} records of {count} rows")
    least, _ = measured(
        [sys.executable, "-c", LEAST, str(table), str(records), str(out)], environment
    )
    return {"import": imported, "least": least}


def main() -> None:
    """Measure from the command line."""
    given = _arguments()
    if given.prepare:
        prepared(given.prepare, given.rows)
        return
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as name:
        folder = Path(name)
        environment = environment_at(folder)
        command = [sys.executable, "-m", "bench.imports", "--prepare", name]
        subprocess.run([*command, "--rows", str(given.rows)], cwd=ROOT, check=True)
        runs = []
        for number in range(given.runs):
            print(f"{given.rows:,} rows, run {number + 1}", file=sys.stderr)
            runs.append(run(folder, environment, given.rows))
    shown: list[tuple[str, ...]] = [("", "wall s", "cpu s", "largest MiB")]
    for kind in ("import", "least"):
        costs = [one[kind] for one in runs]
        wall, cpu = median(c.wall for c in costs), median(c.cpu for c in costs)
        largest = median(c.largest for c in costs) / MIB
        shown.append((kind, f"{wall:.1f}", f"{cpu:.1f}", f"{largest:.0f}"))
    ratios = [
        f"{median(getattr(one['import'], key) / getattr(one['least'], key) for one in runs):.2f}"
        for key in ("wall", "cpu")
    ]
    shown.append(("import / least", *ratios, ""))
    print(f"{given.rows:,} rows, median of {given.runs} runs\n\n{table(shown)}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.imports", description=__doc__)
    parser.add_argument("--rows", type=int, default=10000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--prepare", type=Path, metavar="DIR", help="only write site and table")
    return parser.parse_args()


if __name__ == "__main__":
    main()
