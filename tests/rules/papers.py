"""Makers of documents and clean-ups, each good; a test says what differs."""

from __future__ import annotations

from collections.abc import Iterable

STEPS = (("报告", "法规科", "2025-03-01"), ("公布", "jiaoyu", "2025-05-10"))


def paper(id: str = "a", /, body: str = "照办。", **differs: str | None) -> str:
    """Return a good document as Markdown; None leaves a key out."""
    record = {
        "id": id,
        "title": f"关于{id}的通知",
        "index_number": f"11/2020-{id}",
        "formed": "2020-01-01",
        "issuers": "[jiaoyu]",
        "published": "2020-01-02",
        "effective": "2020-02-01",
        "attribute": "主动公开",
    } | differs
    front = "".join(f"{key}: {value}\n" for key, value in record.items() if value is not None)
    return f"---\n{front}---\n\n{body}\n" if body else f"---\n{front}---\n"


def cleanup(
    *decisions: str, steps: Iterable[tuple[str, str, str]] = STEPS, **differs: str | None
) -> str:
    """Return a good clean-up of a department's documents as YAML, with its decisions."""
    record = {"id": "qingli", "title": "清理", "organ": "jiaoyu"} | differs
    lines = [f"{key}: {value}\n" for key, value in record.items() if value is not None]
    lines += ["steps:\n"]
    lines += [f"  - {{step: {step}, by: {by}, on: {on}}}\n" for step, by, on in steps]
    lines += ["decisions:\n"] if decisions else []
    lines += [f"  - {{{decision}}}\n" for decision in decisions]
    return "".join(lines)


def talk(id: str = "j", /, body: str = "说明。", **differs: str | None) -> str:
    """Return an interpretation, response, consultation or meeting as Markdown, whose unit is named
    as its kind does; None leaves a key out."""
    unit = "organ" if "held" in differs else "unit"
    record = {"id": id, "title": f"说明{id}", unit: "jiaoyu"} | differs
    if differs.get("unit", "") is None:
        record[unit] = None
    front = "".join(f"{key}: {value}\n" for key, value in record.items() if value is not None)
    return f"---\n{front}---\n\n{body}\n"
