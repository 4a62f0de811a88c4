"""What broke a reader off, in a few words."""

from __future__ import annotations

_NO_MEMORY = 2  # the code of an error of lxml: ERR_NO_MEMORY


def reason_of(error: BaseException) -> str:
    """Return the first line of *error*, which a reader broke off with.

    Raises:
        MemoryError: It broke off for want of memory, which is no damage of the file.
    """
    if isinstance(error, MemoryError) or getattr(error, "code", None) == _NO_MEMORY:
        raise MemoryError
    return str(error).partition("\n")[0][:80] or type(error).__name__
