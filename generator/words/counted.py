"""Numbers in English sentences: the words that follow a number agree with it."""

from __future__ import annotations


class Counted(str):
    """A fact of a sentence, a number as digits or any text.

    ``{count}`` is the fact itself, ``{count:file is|files are}`` what is said of one, and else of
    several: so that ``"{count} {count:file is|files are} new"`` is never “1 files are new”.
    """

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        """Return the fact, or the words of *spec* that agree with it."""
        one, several, words = spec.partition("|")
        if not several:
            return super().__format__(spec)
        return one if self == "1" else words
