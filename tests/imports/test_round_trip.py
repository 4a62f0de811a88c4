"""Import, export, import: nothing changes, in the same site and in one that knows nothing yet."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.export import exported
from generator.intake import Taken, Wish, take_in

from ..conftest import ROOT, Site, entry, listed
from .judge import FIELD, names
from .test_real_tables import as_file, bare_site

DAY = date(2026, 11, 25)
FORMS = ("xlsx", "csv", "docx")
# What a file has no column for; the rest must come back.
UNSAID = {
    "xlsx": frozenset(),
    "csv": frozenset({"source", "order", "original", "suggested", "imported"}),
}


def full_site(folder: Path) -> Path:
    """Return a site that has all records of the bundled one but entries."""
    site = bare_site(folder)
    for kind in ("units", "laws", "duties"):
        shutil.copytree(ROOT / "catalogue" / kind, site / "catalogue" / kind)
    return site


def entries_of(site: Path) -> dict[str, str]:
    """Return the text of every file of entries."""
    folder = site / "catalogue" / "entries"
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml"))}


def records_of(site: Path, unsaid: frozenset[str]) -> list[dict[str, object]]:
    """Return every entry without the keys that a form cannot hold."""
    return [
        {key: value for key, value in record.items() if key not in unsaid}
        for text in entries_of(site).values()
        for record in yaml.load(text, yaml.CBaseLoader)["entries"]
    ]


def import_into(site: Path, file: Path) -> Taken:
    """Import one table; whatever is wrong with it fails the test."""
    taken = take_in(site, [file], Wish(field=FIELD), today=DAY, language="zh")
    assert () == taken.problems
    return taken


def export_of(site: Path, form: str, folder: Path) -> Path:
    """Export the field; return the file."""
    file = exported(site, form, field=FIELD, unit="", day=None, today=DAY)
    assert () == file.problems
    path = folder / file.name
    path.write_bytes(file.data)
    return path


@pytest.mark.parametrize("name", names()[::3])  # `bench.tables` tries all
def test_a_real_table_that_was_exported_and_comes_back_changes_nothing(name, tmp_path):
    """
    Not a byte in the site it came from, whatever the form; in a site without entries, a workbook
    brings the same bytes and a CSV file all that it has columns for.
    """
    comes_back(name, tmp_path)


def comes_back(name: str, folder: Path) -> None:
    """Import a real table, export it in each form and import that again."""
    first = full_site(folder / "first")
    file, data, _ = as_file(name, "xlsx")
    (folder / file).write_bytes(data)
    import_into(first, folder / file)
    before = entries_of(first)

    for form in FORMS:
        made = export_of(first, form, folder)
        assert () == import_into(first, made).files
        assert before == entries_of(first)
        if form in UNSAID:
            other = full_site(folder / form)
            words = "catalogue/vocabularies"
            shutil.copytree(first / words, other / words, dirs_exist_ok=True)
            import_into(other, made)
            assert records_of(first, UNSAID[form]) == records_of(other, UNSAID[form])
            assert form != "xlsx" or before == entries_of(other)


# -- any entry ---------------------------------------------------------------------------------

HAN = "公开政策文件办理结果监督检查标准补偿方案信息名单资金农村保障服务指南听证"
HARD = "；、。·•①1.1、（一）《》“”：;,-=@+'／ 　()[]■□√"
CHANNELS = ("政府网站", "政府公报", "其他")


def words(extra: str = "", most: int = 12) -> st.SearchStrategy[str]:
    """Return text in one line that begins and ends with a word."""
    inner = st.text(HAN + extra, max_size=most)
    return st.tuples(st.sampled_from(HAN), inner, st.sampled_from(HAN)).map("".join)


def basis() -> st.SearchStrategy[dict[str, str]]:
    """Return a provision."""
    title = st.tuples(words(), st.sampled_from(["条例", "办法（试行）", "法"])).map("".join)
    return st.fixed_dictionaries(
        {"title": title},
        optional={
            "number": st.sampled_from(["国务院令第711号", "国办发〔2019〕54号"]),
            "article": st.sampled_from(["第十四条", "第二十条第（七）项", "第六条、第七条"]),
            "edition": st.sampled_from(["2019年修订", "2020年1月1日修正"]),
        },
    )


def channel() -> st.SearchStrategy[list[object]]:
    """Return channels in the order of the vocabulary, 其他 with any words."""
    chosen = st.lists(st.sampled_from(CHANNELS), unique=True)
    other = words("；、,，。 ")
    return st.tuples(chosen, other).map(
        lambda both: [
            {"其他": both[1]} if one == "其他" else one for one in CHANNELS if one in both[0]
        ]
    )


RECORD = st.fixed_dictionaries(
    {"name": words(HARD)},
    optional={
        "number": st.sampled_from(["1", "1.2", "0505", "（三）"]),
        "group": words(HARD),
        "subgroup": words(HARD),
        "category": st.sampled_from([["决策"], ["决策", "结果"], ["服务"]]),
        "stage": st.sampled_from([["发布"], ["发布", "回应"]]),
        "content": st.lists(words(HARD, 30), min_size=1, max_size=4, unique=True),
        "basis": st.lists(basis(), min_size=1, max_size=3, unique_by=repr),
        "subject": st.lists(words("、和（）"), min_size=1, max_size=2, unique=True).map(
            lambda names: ["jiaoyu", *({"name": name} for name in names)]
        ),
        "time_limit": words("；0123456789日内 ", 30),
        "channels": channel().filter(bool),
        "audience": st.one_of(
            st.just("全社会"), st.just("特定群体"), words().map(lambda who: {"特定群体": who})
        ),
        "level": st.sampled_from([["县级"], ["县级", "乡级"], ["乡级"]]),
        "remarks": words(HARD),
        "source": words(HARD),
        "effective": st.just("2026-03-01"),
        "extra": st.dictionaries(words(), words(HARD), min_size=1, max_size=2),
        "original": st.dictionaries(words(), words(HARD + "\n"), min_size=1, max_size=2),
    },
)


class Plain(yaml.SafeDumper):
    """Writes a value that stands twice, twice."""

    def ignore_aliases(self, data: object) -> bool:
        """Return that nothing is to be written once."""
        return True


def written(records: list[dict[str, object]]) -> str:
    """Return *records* as a file."""
    return yaml.dump({"entries": records}, Dumper=Plain, allow_unicode=True, width=1000)


@settings(max_examples=60, deadline=None)
@example([{"name": "公告", "audience": {"特定群体": "公开"}}])
@given(st.lists(RECORD, min_size=1, max_size=4))
def test_any_entries_that_are_exported_come_back(records):
    """
    What a workbook says of entries is read as it was meant, not taken apart once more.
    """
    records = [
        {"id": f"sj-{n}", "field": "zhengdi", "method": "主动公开", **record, "order": str(10 * n)}
        for n, record in enumerate(records, 1)
    ]
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder) / "site")
        site.write("catalogue/entries/zhengdi.yaml", written(records))
        file = exported(site.folder, "xlsx", field="zhengdi", unit="", day=None, today=DAY)
        assert () == file.problems
        path = Path(folder) / file.name
        path.write_bytes(file.data)
        site.write("catalogue/entries/zhengdi.yaml", listed("entries", entry("zhuanmen")))
        wish = Wish(field="zhengdi", output=site.folder / "catalogue/entries/neu.yaml")
        taken = take_in(site.folder, [path], wish, today=DAY, language="zh")
        assert () == taken.problems
        back = yaml.load(site.read("catalogue/entries/neu.yaml"), yaml.CBaseLoader)["entries"]

    assert records == back
