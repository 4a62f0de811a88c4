"""Layers of a PDF (ISO 32000-2, 8.11): those that are switched off when it is opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.attachments.pdfobjects import got

Reference = tuple[int, int]  # number and generation of an object


def hidden_layers(root: Any) -> int:
    """Return how many layers a reader does not see, by the root of a PDF."""
    properties = got(root, "/OCProperties")
    usual = got(properties, "/D")
    every = set(_listed(properties, "/OCGs"))
    on, off = set(_listed(usual, "/ON")), set(_listed(usual, "/OFF"))
    if got(usual, "/BaseState") == "/OFF":
        off |= every - on
    return len(off | _hidden_on_screen(usual))


def _hidden_on_screen(usual: Any) -> set[Reference]:
    """Layers that are set by what they are for: those for print alone, and others that a program
    hides when it shows pages."""
    hidden = set()
    for one in _items(usual, "/AS"):
        use = one.get_object()
        if got(use, "/Event") != "/View" or "/View" not in (got(use, "/Category") or ()):
            continue
        for layer in _layers(use, "/OCGs"):
            view = got(got(layer.get_object(), "/Usage"), "/View")
            if got(view, "/ViewState") == "/OFF":
                hidden.add(_reference(layer))
    return hidden


def _listed(holder: Any, key: str) -> Iterator[Reference]:
    return map(_reference, _layers(holder, key))


def _layers(holder: Any, key: str) -> list[Any]:
    return [one for one in _items(holder, key) if hasattr(one, "idnum")]


def _items(holder: Any, key: str) -> list[Any]:
    """The items of a list, as references where they are some."""
    found = got(holder, key)
    return [*list.__iter__(found)] if isinstance(found, list) else []


def _reference(layer: Any) -> Reference:
    return layer.idnum, layer.generation
