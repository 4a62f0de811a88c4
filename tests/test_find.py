"""Which files there are: nothing is followed, nothing is guessed, nothing else is opened."""

from __future__ import annotations

import os
import socket
import sys

import pytest

from generator import find as finding
from generator.decoded import MOST_BYTES
from generator.find import find, find_config


def said(site) -> list[str]:
    """Return place and rule of what is wrong with the files of *site*."""
    return [f"{found.at}: {found.rule}" for found in find(site.folder).problems]


def test_sources_come_with_their_path_and_bytes(site):
    """
    In the order of their paths, wherever the site lies.
    """
    found = find(site.folder)

    assert b"name" in found.config.data
    assert sorted(source.path for source in found.sources) == [
        source.path for source in found.sources
    ]
    assert site.read("content/pages/guide.md").encode() == found.sources[-1].data


def test_a_link_is_refused_wherever_it_leads(site):
    """
    A file, a folder, a dead end, a target within the site: none is followed.
    """
    for path, target in {
        "content/pages/file.md": "/etc/passwd",
        "content/pages/folder": "/etc",
        "catalogue/units/dead.yaml": "nowhere",
        "catalogue/units/inside.yaml": "units.yaml",
        "templates/assets/raw.txt": "../../config.yaml",
    }.items():
        (site.folder / path).parent.mkdir(exist_ok=True)
        (site.folder / path).symlink_to(target)

    assert [
        "catalogue/units/dead.yaml: file-link",
        "catalogue/units/inside.yaml: file-link",
        "content/pages/file.md: file-link",
        "content/pages/folder: file-link",
        "templates/assets/raw.txt: file-link",
    ] == said(site)


@pytest.mark.parametrize("name", ["catalogue", "content", "templates", "config.yaml"])
def test_a_link_in_place_of_a_whole_part_is_refused(site, name):
    """
    Also at the top.
    """
    (site.folder / name).rename(site.folder.parent / name)
    (site.folder / name).symlink_to(site.folder.parent / name)

    assert [f"{name}: file-link"] == said(site)


def test_a_pipe_and_a_socket_are_refused_without_waiting(site):
    """
    Opening a pipe would wait for a writer forever.
    """
    os.mkfifo(site.folder / "catalogue/units/pipe.yaml")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(site.folder / "catalogue/units/socket.yaml"))

        assert [
            "catalogue/units/pipe.yaml: file-special",
            "catalogue/units/socket.yaml: file-unreadable",
        ] == said(site)


def test_settings_that_are_a_folder_are_refused(site):
    """
    With a sentence, not with a traceback.
    """
    site.remove("config.yaml")
    (site.folder / "config.yaml").mkdir()

    assert ["config.yaml: file-special"] == said(site)


def test_a_folder_without_settings_is_no_site(tmp_path):
    """
    Run in the wrong folder, the program says so.
    """
    assert "config-missing" == find_config(tmp_path)[1][0].rule


def test_a_folder_that_may_not_be_listed_is_said_so(site, monkeypatch):
    """
    With a sentence, not with a traceback.
    """
    scandir = os.scandir

    def refuse(folder):
        if str(folder).endswith("units"):
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)

    assert ["catalogue/units: file-unreadable"] == said(site)


LEFTOVERS = [
    ".git/config", ".env", ".DS_Store", "Thumbs.db", "a.yaml~", ".a.yaml.swp", "a.yaml.orig",
    "a.yaml.bak", "#a.yaml#", "__pycache__/x.pyc", "a.tmp", "a.rej", ".~lock.a.yaml#",
]  # fmt: skip


@pytest.mark.parametrize("name", LEFTOVERS)
@pytest.mark.parametrize("folder", ["catalogue/units", "content/pages", "templates/assets"])
def test_what_editors_leave_lying_about_is_passed_over(site, folder, name):
    """
    It is neither read nor published nor complained of.
    """
    before = find(site.folder)
    site.write(f"{folder}/{name}", "id: [")

    assert before == find(site.folder)


def test_a_misspelt_folder_is_named_with_the_likely_one(site):
    """
    Its files would silently be missing otherwise.
    """
    site.write("catalogue/entrys/a.yaml", "id: a\n")
    site.write("catalogue/a.yaml", "id: a\n")
    site.write("content/texts/a.md", "甲")
    found = find(site.folder).problems

    assert [
        ("catalogue/a.yaml", "folder-unknown", "catalogue/a.yaml"),
        ("catalogue/entrys/a.yaml", "folder-unknown", "catalogue/entrys"),
        ("content/texts/a.md", "folder-unknown", "content/texts"),
    ] == [(one.at.path, one.rule, one.facts[0][1]) for one in found]
    assert ("likely", "catalogue/entries") == found[1].facts[1]


def test_a_file_of_another_sort_is_a_warning(site):
    """
    A spreadsheet beside the records is not read, and that is said.
    """
    site.write("catalogue/units/units.xlsx", b"PK")
    site.write("content/pages/a.yaml", "id: a")
    site.write("content/documents/a.MD", "---\nid: a\n---\n")
    site.write("content/documents/b.yml", "id: a")

    assert [
        "catalogue/units/units.xlsx: file-unexpected",
        "content/documents/a.MD: file-unexpected",
        "content/documents/b.yml: file-unexpected",
        "content/pages/a.yaml: file-unexpected",
    ] == said(site)


def test_no_more_of_a_huge_file_is_read_than_shows_that_it_is_huge(site):
    """
    A forgotten archive costs neither memory nor time.
    """
    with (site.folder / "catalogue/units/huge.yaml").open("wb") as file:
        file.truncate(10 * MOST_BYTES)
    [huge] = [one for one in find(site.folder).sources if one.path.endswith("huge.yaml")]

    assert MOST_BYTES + 1 == len(huge.data)


def test_a_template_of_the_site_stands_before_the_packaged_one(site):
    """
    By name; whatever the site does not override is the program's.
    """
    site.write("templates/macros/own.html", "甲")
    theme = {source.path: source.data for source in find(site.folder).theme}
    packaged = {path.name for path in finding.packaged_theme().iterdir()}

    assert "甲".encode() == theme["templates/macros/own.html"]
    assert site.read("templates/base.html").encode() == theme["templates/base.html"]
    assert packaged <= {path.split("/")[1] for path in theme}


@pytest.mark.parametrize("backwards", [False, True])
def test_the_order_of_the_file_system_does_not_matter(site, monkeypatch, backwards):
    """
    Two disks list the same folder differently.
    """
    before = find(site.folder)
    scandir = os.scandir

    def listed(at):
        return iter(sorted(scandir(at), key=lambda one: one.name, reverse=backwards))

    with monkeypatch.context() as patched:  # not where the folder is removed
        patched.setattr(os, "scandir", listed)
        after = find(site.folder)

    assert before == after


_OPENED: list[str] | None = None


def _note(event: str, words: tuple[object, ...]) -> None:
    if _OPENED is not None and event in ("open", "os.listdir", "os.scandir"):
        _OPENED.append(str(words[0]))


sys.addaudithook(_note)


def test_nothing_but_sources_is_opened(site, monkeypatch):
    """
    Neither internal/ nor any other folder of the site.
    """
    for path in ("internal/documents/a.yaml", "docs/a.md", "output/index.html", "notes.txt"):
        site.write(path, "不公开")
    opened: list[str] = []
    monkeypatch.setattr(sys.modules[__name__], "_OPENED", opened)
    find(site.folder)
    monkeypatch.undo()
    below = {
        path.removeprefix(f"{site.folder}/").split("/")[0]
        for path in opened
        if str(site.folder) in path
    }

    assert {"catalogue", "config.yaml", "content", "templates"} == below


@pytest.mark.parametrize("name", ["~$通知.docx", ".~lock.通知.docx#", "~$b.xlsx"])
def test_what_an_office_program_lays_beside_an_open_file_is_passed_over(site, name):
    """
    It is there as long as somebody has the attachment open.
    """
    site.write(f"content/documents/{name}", "x")

    assert [] == said(site)
    assert f"content/documents/{name}" not in {one.path for one in find(site.folder).sources}
