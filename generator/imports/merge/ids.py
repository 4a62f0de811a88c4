"""Names to ids: readable, short, and the same whenever the same name comes again.

An id is the initials of the field and the name in pinyin, word by word.  Two items that would get
the same one differ by a few letters of a digest of their whole names, never by their order, so
that a row put in between changes no other id.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from hashlib import blake2b

from generator.terms import simplified

# Simplified text writes these too, and does not read them as what stands for them: 乾县, 著作权.
_READ_ASIDE = "乾著"
MOST = 64
MOST_WORDS = 5
MOST_LETTERS = 40


def id_of(field: str, unit: str, names: tuple[str, ...], taken: Collection[str]) -> str:
    """Return the id of an item.

    Args:
        field: The id of its field.

        unit: The id of the unit whose catalogue it is in, empty where none was named.

        names: Its own name, then what else tells it from its like: group, subgroup, and how
            often the same names came before.

        taken: The ids that others have.
    """
    prefix = "-".join(part for part in (initials(field), initials(unit)) if part)
    words = pinyin(names[0])
    short = "-".join([prefix, *_shortened(words)]) if words else prefix
    whole = "\0".join((field, unit, *names)).encode(errors="surrogatepass")
    digest = blake2b(whole, digest_size=8).hexdigest()
    if words and short not in taken and len(short) <= MOST:
        return short
    for length in range(4, 17):
        longer = f"{short[: MOST - 1 - length].rstrip('-')}-{digest[:length]}"
        if longer not in taken:
            return longer
    raise AssertionError("two items of all the same names must differ by how often they came")


def initials(id: str) -> str:
    """Return the first letters of an id's parts: shehui-jiuzhu is sj."""
    return "".join(part[0] for part in id.split("-") if part)


def _shortened(words: list[str]) -> list[str]:
    found = words[:MOST_WORDS]
    while len("-".join(found)) > MOST_LETTERS and len(found) > 1:
        found.pop()
    return [found[0][:MOST_LETTERS], *found[1:]]


@lru_cache(maxsize=16384)
def _syllables(text: str) -> tuple[str, ...]:
    """The words of a Chinese text in pinyin; single characters that stand in a row make words of
    two, as most Chinese words are."""
    from pypinyin import Style, lazy_pinyin
    from pypinyin.contrib.mmseg import seg

    words: list[str] = []
    single = False  # whether the word before is one character that waits for its second
    for word in seg.cut(text):
        syllables = lazy_pinyin(word, style=Style.NORMAL, errors="ignore", v_to_u=False)
        letters = re.sub("[^a-z]", "", "".join(syllables).lower().replace("ü", "v"))
        if not letters:
            continue
        if single and len(word) == 1:
            words[-1] += letters
            single = False
        else:
            words.append(letters)
            single = len(word) == 1
    return tuple(words)


def pinyin(name: str) -> list[str]:
    """Return *name* in pinyin, a text of a-z and 0-9 for each word."""
    found: list[str] = []
    for part in re.findall(r"[\u3400-\u9fff]+|[A-Za-z0-9]+", name):
        if re.match("[A-Za-z0-9]", part):
            found.append(part.lower())
        else:
            found += _syllables(re.sub(f"[^{_READ_ASIDE}]+", lambda run: simplified(run[0]), part))
    return found
