"""Laws of the import, tried on tables that nobody would think of.

Each cell that is not empty is told of exactly once; no word of any cell is lost; nothing ends in a
traceback.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.imports.words.boxes import ticked
from generator.intake import Taken, Wish, take_in

from ..conftest import DAY
from .layouts import Span
from .makers import HEADS, Grid, as_file, merged, office, row, table

FORMS = ("csv", "xlsx", "html", "docx", "xls")
NAMES = {"ziran-ziyuan": "示范市自然资源局", "jiaoyu": "示范市教育局", "zhengdi": "征地补偿"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """One site for all examples; what is written stands outside of it."""
    found = tmp_path_factory.mktemp("laws")
    office(found)
    return found


def take(folder: Path, grid: Grid, form: str, spans: Iterable[Span]) -> tuple[Taken, list[Any]]:
    """What an import says, and the entries that it writes."""
    path, out = folder / f"表.{form}", folder / "out.yaml"
    path.write_bytes(as_file(grid, form, [*spans]))
    out.unlink(missing_ok=True)
    wish = Wish(field="zhengdi", output=out)
    taken = take_in(folder / "site", [path], wish, today=DAY, language="zh")
    text = out.read_text(encoding="utf-8") if out.exists() else ""
    return taken, (yaml.load(text, yaml.CBaseLoader) or {}).get("entries", [])


def expected(grid: Grid, spans: Iterable[Span]) -> list[tuple[int, int]]:
    """The places of all cells that are not empty; of a merged one, its first."""
    covered = {
        (down, across)
        for first, last, left, right in spans
        for down in range(first, last + 1)
        for across in range(left, right + 1)
    } - {(first, left) for first, _, left, _ in spans}
    return sorted(
        (down + 1, across + 1)
        for down, line in enumerate(grid)
        for across, text in enumerate(line)
        if text.strip() and (down, across) not in covered
    )


def told(taken: Taken) -> list[tuple[int, int]]:
    """The places that the account of the last table names."""
    assert taken.record is not None
    tables: Any = taken.record["tables"]
    return sorted((one["row"], one["column"]) for one in tables[-1]["cells"]) if tables else []


# -- any grid ----------------------------------------------------------------------------------

WORDS = st.sampled_from([
    "", "", "", "1", "2", "√", "序号", "一级事项", "二级事项", "公开事项", "公开内容", "公开依据",
    "公开时限", "公开主体", "公开渠道", "全社会", "主动", "县级", "乡级", "公告", "方案",
    "《甲法》", "20个工作日内", "市教育局", "■政府网站", "同上", "（一）征地补偿领域", "注：无",
    "编号", "备注", "公开方式", "领域", "五公开", "决策", "a-1", "不公开", "链接",
])  # fmt: skip


@st.composite
def grids(draw) -> tuple[Grid, list[Span]]:
    """A grid of words that tables hold, with merged ranges that do not overlap."""
    width, height = draw(st.integers(1, 7)), draw(st.integers(1, 7))
    grid = [[draw(WORDS) for _ in range(width)] for _ in range(height)]
    spans: list[Span] = []
    taken: set[tuple[int, int]] = set()
    for _ in range(draw(st.integers(0, 4))):
        first, left = draw(st.integers(0, height - 1)), draw(st.integers(0, width - 1))
        last = draw(st.integers(first, min(height - 1, first + 3)))
        right = draw(st.integers(left, min(width - 1, left + 3)))
        places = {(d, a) for d in range(first, last + 1) for a in range(left, right + 1)}
        if len(places) > 1 and not places & taken:
            spans.append((first, last, left, right))
            taken |= places
            for down, across in places - {(first, left)}:
                grid[down][across] = ""
    return grid, spans


@settings(max_examples=120, deadline=None)
@given(grids(), st.sampled_from(FORMS))
def test_every_cell_of_any_grid_is_told_of_exactly_once(folder, made, form):
    """
    Whatever it holds and however it is merged.
    """
    grid, spans = made
    spans = [] if form == "csv" else spans
    taken, _ = take(folder, grid, form, spans)

    assert expected(grid, spans) == told(taken)


# -- a good table, spoilt ----------------------------------------------------------------------

GOOD = table(
    row(),
    row(number="2", name="补偿方案", basis="同上", some="申请人", on_request="√"),
    merged(content="名单"),
    row(number="3", group="结果", name="补偿结果", channels="■其他：公众号□政府公报", township="√"),
)
PIECES = st.sampled_from([
    "甲", "乙丙", "公开", "\n", " ", "  ", "\u3000", "、", "；", "。", "：", ":", ",", "《", "》",
    "〈", "〉", "（", "）", "(", ")", "〔", "〕", "[", "2018", "13", "号", "第二条", "第", "条",
    "1.", "2、", "（一）", "①", "●", "·", "■", "□", "口", "√", "þ", "其他", "其他:", "政府网站",
    "政府公报", "同上", "内容同上", "注：", "及", "市教育局", "县", "局", "20个工作日内", "公示",
    "全社会", "特定群体", "主动", "依申请", "县级", "州级", "乡、村级", "决策", "a", "B", "/",
    "—", "_", "-", "=1", "'", '"', "~", "null", "#", "政府信息公开條例", "印发", "的通知",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=7).map("".join)
HEAD_WORDS = st.sampled_from([
    "", "责任科室", "公开对象", "公开方式", "公开层级", "公开时长", "备注", "链接", "链接",
    "三级事项", "领域", "五公开", "编号", "四级栏目", "公开事项（一级/二级）", "一级目录", "镇级",
    "村级", "舞裤", "特定群众", "公开事项", "环节", "执行", "勾选(位置不明)", "更新频次",
    "公开主体", "事项", "序号", "其他栏目：甲",
])  # fmt: skip


@st.composite
def spoilt(draw) -> tuple[Grid, list[Span]]:
    """A good table after some accidents."""
    grid = [list(line) for line in GOOD]
    for _ in range(draw(st.integers(1, 6))):
        down = draw(st.integers(1, len(grid) - 1))
        across = draw(st.integers(0, len(grid[0]) - 1))
        kind = draw(st.integers(0, 8))
        if kind <= 2:
            grid[down][across] = draw(TEXTS)
        elif kind == 3:
            grid[0][across] = draw(HEAD_WORDS)
        elif kind == 4 and len(grid[0]) > 3:
            for line in grid:
                del line[across]
        elif kind == 5:
            for line in grid:
                line.insert(across, line.pop())
        elif kind == 6:
            grid.insert(down, list(grid[draw(st.integers(0, len(grid) - 1))]))
        elif kind == 7:
            grid.insert(down, [draw(TEXTS), *[""] * (len(grid[0]) - 1)])
        elif grid[down][across]:
            text = grid[down][across]
            at = draw(st.integers(0, len(text)))
            grid[down][across] = text[:at] + draw(st.sampled_from(["\n", " ", "\n\n"])) + text[at:]
    spans: list[Span] = []
    if draw(st.booleans()):
        across = draw(st.integers(0, len(grid[0]) - 1))
        first = draw(st.integers(1, len(grid) - 1))
        last = draw(st.integers(first, len(grid) - 1))
        if last > first:
            spans.append((first, last, across, across))
            for down in range(first + 1, last + 1):
                grid[down][across] = ""
    return grid, spans


def letters(text: str) -> Counter[str]:
    """The letters of a text but for those that number a list or mark a box."""
    plain = unicodedata.normalize("NFKC", text)
    return Counter(char for char in plain if char.isalpha() and char not in "一二三口þ")


def words_of(value: Any) -> str:
    """All that an entry says, units and fields by their names."""
    if isinstance(value, dict):
        return "".join(f"{key}{words_of(one)}" for key, one in value.items())
    if isinstance(value, list):
        return "".join(map(words_of, value))
    return NAMES.get(value, value)


def said(entry: dict[str, Any]) -> str:
    """What an entry holds of its table: not its source, not the names of its keys."""
    kept = {key: entry[key] for key in entry if key not in ("id", "source", "order", "suggested")}
    beside = [*kept.pop("extra", {}).values(), *kept.pop("original", {}).values()]
    return words_of([*kept.values(), *beside])


def ditto(told: dict[str, Any]) -> bool:
    """Whether a cell beside the form says “as above”, which the account tells."""
    whys = {why["id"] for why in told.get("why", ())}
    return told["state"] == "kept" and bool(whys & {"ditto", "ditto-part"})


@settings(max_examples=160, deadline=None)
@example((table(row(number="甲"), number="公开方式", group="公开方式"), []), "csv")
@example((table(row(), content="五公开", subject="五公开"), []), "xlsx")
@example((table(row(some="乙"), basis="特定群众", channels="特定群众"), []), "xlsx")
@given(spoilt(), st.sampled_from(["csv", "xlsx", "html"]))
def test_no_cell_and_no_letter_of_a_spoilt_table_is_lost(folder, made, form):
    """
    Each cell once in the account; each letter in what the entries say, or in what is left over.
    """
    grid, spans = made
    spans = [] if form == "csv" else spans
    taken, entries = take(folder, grid, form, spans)
    by_id = {entry["id"]: letters(said(entry)) for entry in entries}
    record: Any = taken.record
    lost = [
        (one["place"], one["text"], one["state"])
        for one in record["tables"][-1]["cells"]
        if entries and one["state"] not in ("header", "left") and ticked(one["text"]) is None
        and not ditto(one)
        and not any(letters(one["text"]) <= by_id[id] for id in one["entries"])
    ]  # fmt: skip

    assert expected(grid, spans) == told(taken)
    assert [] == lost


@settings(max_examples=60, deadline=None)
@given(spoilt(), st.sampled_from(["csv", "xlsx"]))
def test_any_table_twice_is_the_same_bytes(folder, made, form):
    """
    The same ids, nothing more and nothing else.
    """
    grid, spans = made
    spans = [] if form == "csv" else spans
    take(folder, grid, form, spans)
    out = folder / "out.yaml"
    before = out.read_bytes() if out.exists() else b""
    wish = Wish(field="zhengdi", output=out)
    take_in(folder / "site", [folder / f"表.{form}"], wish, today=DAY, language="zh")

    assert before == (out.read_bytes() if out.exists() else b"")


def test_the_law_of_letters_would_see_a_loss():
    """
    A positive control: an entry that lacks one letter of its cell.
    """
    assert not letters("征收办法") <= letters(said({"id": "a", "name": "征收法"}))
    assert letters("征收办法") <= letters(said({"id": "a", "name": "征收法", "extra": {"x": "办"}}))
    assert set(HEADS) <= set(row())
