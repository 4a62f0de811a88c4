"""Where links lead."""

from __future__ import annotations

import pytest

from generator.attachments.addresses import is_local, is_public, is_script

OPEN = (
    "https://www.shifan.example/a?b=\\c", "HTTP://www.shifan.example", "mailto:a@shifan.example",
    "tel:0752-1234567", "ftp://a.example/", "www.shifan.example/a", "www.shifan.example:8080/a",
    "a.html", "../a.html", "#a", "附件1.docx", "见：附件", "",
)  # fmt: skip
LOCAL = (
    "file:///C:/li/a.docx", "File:a.docx", " file:///a", "C:\\li\\a.docx", "c:/li/a.docx",
    "\\\\pc-li\\a.docx", "//pc-li/a.docx", "/home/li/a.docx", "..\\li\\a.docx", "mhtml:a",
    "fi\nle:///a", "smb://pc-li/a", "localhost:8080/a",
)  # fmt: skip
SCRIPTS = (
    "javascript:alert(1)",
    "JAVASCRIPT:a",
    "java\tscript:a",
    "vbscript:a",
    "data:text/html,a",
)


@pytest.mark.parametrize("address", OPEN)
def test_an_address_that_anybody_reaches(address):
    """
    Or one within a site, or a name without a path.
    """
    assert (True, False) == (is_public(address), is_script(address))


@pytest.mark.parametrize("address", LOCAL)
def test_an_address_of_a_machine(address):
    """
    A drive, a network, a root, whatever stands before it.
    """
    assert (False, False) == (is_public(address), is_script(address))


@pytest.mark.parametrize("address", OPEN)
def test_a_file_beside_an_office_file_is_of_its_machine(address):
    """
    Whoever clicks on it finds nothing, and learns its name.
    """
    assert is_local(address) == (address in ("a.html", "../a.html", "附件1.docx"))


@pytest.mark.parametrize("address", [*LOCAL, *SCRIPTS])
def test_what_is_not_public_is_local(address):
    """
    For an office file too.
    """
    assert is_local(address)


@pytest.mark.parametrize("address", SCRIPTS)
def test_an_address_that_runs(address):
    """
    No place at all.
    """
    assert (False, True) == (is_public(address), is_script(address))
