"""What bytes are, whatever the name of their file says."""

from __future__ import annotations

import io
import re

MOST_BYTES = 40 * 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how files of old office programs begin


def encrypted(data: bytes) -> bool:
    """Return whether a file that begins with `OLE` is an office file kept by a password."""
    return b"E\0n\0c\0r\0y\0p\0t\0e\0d" in data


def office_form(data: bytes) -> str:
    """Return which office file a zip is, xlsx or docx, by its directory, else by what its bytes
    speak of; an empty text where it is neither."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = " ".join(name.lower() for name in archive.namelist())
    except Exception:  # damaged: whoever reads it says so
        names = data.decode("latin-1")
    start = {"xlsx": "xl/", "docx": "word/"}
    found = [form for form, folder in start.items() if re.search(rf"(?:^|\W){folder}", names)]
    if len(found) == 2:  # one within the other
        return "docx" if "word/document.xml" in names else "xlsx"
    return "".join(found)


def is_page(head: str) -> bool:
    """Return whether a text is HTML by its first words, in small letters: a page begins with a tag
    or goes on to a table; the words of a cell may speak of tags."""
    if head.startswith("<?xml"):
        return "<html" in head or "<table" in head
    tabled = -1 < head.find("<table") < head.rfind("<td")
    return tabled or re.match("<[a-z!]", head) is not None
