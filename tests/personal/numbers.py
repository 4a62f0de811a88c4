"""Numbers that belong to nobody, made by the rules that real ones follow, and ways to write them.

The checks are written out here once more, slowly and after the standards alone, so that they can
be held against the program's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from hashlib import sha256
from random import Random
from types import MappingProxyType

COUNTIES = ("441302", "440106", "110105", "310115", "510107", "650102", "460105", "820000")
BANKS = (
    ("62", 16), ("62", 17), ("62", 19), ("622202", 19), ("621700", 19), ("6228480", 19),
    ("622588", 16), ("436742", 16), ("4", 16), ("51", 16), ("55", 16), ("3568", 16), ("9558", 19),
)  # fmt: skip


def identity_check(digits: str) -> str:
    """Return the last character behind 17 digits (GB 11643, ISO 7064 MOD 11-2)."""
    total = sum(
        int(digit) * weight
        for digit, weight in zip(
            digits, (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), strict=True
        )
    )
    return "10X98765432"[total % 11]


def luhn_check(digits: str) -> str:
    """Return the last digit of a card behind the others (ISO/IEC 7812)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled // 10 + doubled % 10
    return str(-total % 10)


def identity(random: Random) -> str:
    born = date(1935, 1, 1) + timedelta(random.randrange(30_000))
    digits = f"{random.choice(COUNTIES)}{born:%Y%m%d}{random.randrange(1, 1000):03}"
    return digits + identity_check(digits)


def card(random: Random) -> str:
    prefix, length = random.choice(BANKS)
    digits = prefix + "".join(random.choices("0123456789", k=length - 1 - len(prefix)))
    return digits + luhn_check(digits)


def mobile(random: Random) -> str:
    return f"1{random.choice('3456789')}" + "".join(random.choices("0123456789", k=9))


def made(maker: Callable[[Random], str], many: int = 200) -> tuple[str, ...]:
    """Return *many* numbers, the same on every machine."""
    random = Random(20190515)
    return tuple(maker(random) for _ in range(many))


NUMBERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "居民身份证号": made(identity),
        "银行卡号": made(card),
        "手机号码": made(mobile),
    }
)


def digest(value: str) -> str:
    return sha256(value.encode()).hexdigest()


# -- ways to write a number ------------------------------------------------------------------------


def grouped(number: str, by: str) -> str:
    """Return *number* in the groups in which people write it."""
    sizes = {18: (6, 8, 4), 11: (3, 4, 4)}.get(len(number), (4, 4, 4, 4, 4))
    groups, start = [], 0
    for size in sizes:
        groups.append(number[start : start + size])
        start += size
    return by.join(group for group in groups if group)


def fours(number: str, by: str) -> str:
    return by.join(number[start : start + 4] for start in range(0, len(number), 4))


def cut(number: str, by: str) -> str:
    half = len(number) // 2
    return f"{number[:half]}{by}{number[half:]}"


def each(number: str, digits: str) -> str:
    return "".join(digits[int(char)] if char.isdigit() else char for char in number)


Variant = Callable[[str], str]
# Of RELIABILITY.md §6, as an author may write them in Markdown or YAML.
PLAIN: Mapping[str, Variant] = MappingProxyType(
    {
        "plain": str,
        "full-width": lambda n: each(n, "０１２３４５６７８９").replace("X", "Ｘ"),
        "in fours": lambda n: fours(n, " "),
        "in groups": lambda n: grouped(n, " "),
        "with dashes": lambda n: grouped(n, "-"),
        "with dots": lambda n: grouped(n, "."),
        "with middle dots": lambda n: grouped(n, "·"),
        "with wide blanks": lambda n: grouped(n, "\u3000"),
        "with zero-width blanks": lambda n: "\u200b".join(n),
        "with word joiners": lambda n: "\u2060".join(n),
        "within marks of direction": lambda n: f"\u202d{n}\u202c",
        "as references": lambda n: "".join(f"&#{ord(char)};" for char in n),
        "as hexadecimal references": lambda n: "".join(f"&#x{ord(char):X};" for char in n),
        "in lower case": str.lower,
        "glued to Chinese": lambda n: f"张三{n}李四",
        "circled": lambda n: each(n, "⓪①②③④⑤⑥⑦⑧⑨"),
        "mathematical": lambda n: each(n, "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"),
        "in Chinese numerals": lambda n: each(n, "〇一二三四五六七八九"),
        "over two lines": lambda n: cut(n, "\n"),
    }
)
MARKDOWN: Mapping[str, Variant] = MappingProxyType(
    {
        "with tags": lambda n: f"{n[:6]}<b>{n[6:-3]}</b>{n[-3:]}",
        "with a backslash": lambda n: cut(n, "\\"),
        "over a forced end of line": lambda n: cut(n, "\\\n"),
        "in bold pieces": lambda n: f"{n[:6]}**{n[6:-3]}**{n[-3:]}",
        "in a table's cell": lambda n: f"| 姓名 | 号码 |\n| --- | --- |\n| 甲 | {n} |",
        "over a table's cells": lambda n: (
            f"| 一 | 二 | 三 | 四 |\n| --- | --- | --- | --- |\n"
            f"| 甲 | {n[:4]} | {n[4:8]} | {n[8:]} |"
        ),
        "in a picture's text": lambda n: f"![{n}](a.png)",
        "in a link's target": lambda n: f"[甲](https://www.shifan.example/{n})",
        "in a link's title": lambda n: f'[甲](guide.html "{n}")',
    }
)
ESCAPED: Mapping[str, Variant] = MappingProxyType(
    {
        "with YAML's escapes": lambda n: "".join(f"\\u{ord(char):04x}" for char in n),
        "with short escapes": lambda n: "".join(f"\\x{ord(char):02X}" for char in n),
        "with an address's escapes": lambda n: "".join(f"%{ord(char):02X}" for char in n),
        "over an escaped end of line": lambda n: cut(n, "\\\n    "),
    }
)
TAGGED: Mapping[str, Variant] = MappingProxyType(
    {
        "with inline tags": lambda n: f'{n[:6]}<span class="x">{n[6:-3]}</span>{n[-3:]}',
        "with every digit in a tag": lambda n: "".join(f"<i>{char}</i>" for char in n),
        "with a comment": lambda n: cut(n, "<!-- 注 -->"),
        "with a break": lambda n: cut(n, "<br>"),
        "with hard blanks": lambda n: grouped(n, "&nbsp;"),
        "over cells": lambda n: f"<td>甲</td>\n<td>{cut(n, f'</td>{chr(10)}  <td>')}</td></tr>",
        "in an attribute": lambda n: f'<img src="a.png" alt="{n}">',
        "in a telephone's address": lambda n: f'<a href="tel:{n}">甲</a>',
        "with keycaps": lambda n: "".join(f"{c}\ufe0f\u20e3" if c.isdigit() else c for c in n),
    }
)
VARIANTS: Mapping[str, Variant] = MappingProxyType({**PLAIN, **MARKDOWN, **ESCAPED, **TAGGED})
