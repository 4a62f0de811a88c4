"""When a rule says nothing: what has ended, what could not be read, what is whole."""

from __future__ import annotations

from ..conftest import FIELDS, catalogue, complaints, entry, listed

A = "catalogue/entries/a.yaml"


def test_a_cluster_without_a_whole_entry_is_told_at_its_field():
    """
    Content, basis and body in one entry; pieces of three do not make one.
    """
    rows = listed(
        "entries",
        entry("a", field="x", content=None),
        entry("b", field="x", basis=None),
        entry("c", field="x", subject=None),
    )
    fields = FIELDS.replace(", cluster: 义务教育", "")
    fields += "  - {id: x, name: 义务教育入学, cluster: 义务教育}\n"
    found = complaints({A: rows, "catalogue/fields/fields.yaml": fields})

    assert [
        "catalogue/fields/fields.yaml:9:5: warning: 重点领域“义务教育”"
        "没有一项写明内容、依据和主体的事项"
        " [cluster-incomplete]"
    ] == [one.split("\n")[0] for one in found if "catalogue/fields" in one]


def test_an_empty_field_of_a_cluster_is_one_problem():
    """
    The empty column says it; the cluster does not say it again.
    """
    fields = FIELDS + "  - {id: x, name: 空, cluster: 义务教育}\n"
    [found] = complaints(
        {"catalogue/fields/fields.yaml": fields.replace("cluster: 义务教育, lead", "lead")}
    )

    assert "[field-empty]" in found


def test_an_ended_field_may_be_empty():
    """
    Its page is a tombstone.
    """
    assert [] == complaints({"catalogue/fields/a.yaml": "id: x\nname: 旧\nended: 2020-01-01\n"})


def test_an_ended_unit_need_not_name_its_leader():
    """
    It has none any more.
    """
    assert [] == complaints({"catalogue/units/a.yaml": "id: u\nname: 旧局\nended: 2020-01-01\n"})


def test_an_ended_record_may_refer_to_what_has_ended():
    """
    It stands as it stood.
    """
    differs = {
        A: entry("a", subject="[u]", ended="2020-01-01"),
        "catalogue/units/a.yaml": "id: u\nname: 旧局\nended: 2020-01-01\n",
    }

    assert [] == complaints(differs)


def test_a_basis_on_a_law_that_has_ended_is_no_dead_reference():
    """
    The register keeps the law; that it has ended is said once, as what it is.
    """
    laws = "id: jiu\ntitle: 旧法\nended: 2020-01-01\n"
    [found] = complaints(
        {"catalogue/laws/a.yaml": laws, A: entry("a", basis="[{title: 旧法, document: jiu}]")}
    )

    assert "[basis-repealed]" in found


def test_a_law_replaces_others_and_is_looked_for():
    """
    Between laws references hold as everywhere.
    """
    [found] = complaints({"catalogue/laws/a.yaml": "id: xin\ntitle: 新法\nreplaces: [jiu]\n"})

    assert "catalogue/laws/a.yaml:3:12: error: 没有编号为“jiu”的法规 [reference-unknown]" in found


def test_words_of_a_vocabulary_that_could_not_be_read_are_silent():
    """
    One fault, one problem.
    """
    [found] = complaints({"catalogue/vocabularies/words.yaml": "vocabularies: [\n"})

    assert "[yaml-truncated]" in found


def test_full_width_and_other_forms_stay_as_written():
    """
    Records are compared folded and shown as they are.
    """
    one = catalogue({A: entry("a", name="２０２６年（预算）")}).get("entries", "a")

    assert "２０２６年（预算）" == one.name
