"""Numbers as text of 64 signs, none of which is a digit.

The browser's index is made of scripts, so its numbers travel as text; without digits no run of
them can look like a number of a person, and none needs an escape in a script.
"""

from __future__ import annotations

from collections.abc import Iterable

SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+-.;="
_MORE = 32  # added to a sign that others follow; each sign holds five bits, the highest first


def number(value: int) -> str:
    """Return *value* in as many signs as it needs: one below 32, two below 1,024."""
    signs = SIGNS[value & 31]
    while value := value >> 5:
        signs = SIGNS[_MORE | value & 31] + signs
    return signs


_SMALL = tuple(map(number, range(4096)))


def numbers(values: Iterable[int]) -> str:
    """Return *values* one after another."""
    return "".join([_SMALL[value] if value < 4096 else number(value) for value in values])


def fixed(value: int, width: int) -> str:
    """Return *value* in *width* signs of six bits each, the highest first."""
    if value >> 6 * width:
        raise ValueError(f"{value} needs more than {width} signs")
    return "".join([SIGNS[value >> 6 * place & 63] for place in reversed(range(width))])


def width(count: int) -> int:
    """Return how many signs of six bits tell *count* values apart."""
    return max(1, -(-(count - 1).bit_length() // 6)) if count > 1 else 1


def hashed(text: str) -> int:
    """Return the 32-bit FNV-1a hash of the code points of *text*, as the browser works it out."""
    value = 0x811C9DC5
    for sign in text:
        value = (value ^ ord(sign)) * 0x01000193 & 0xFFFFFFFF
    return value
