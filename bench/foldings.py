"""OpenCC's tables to one folding table: characters that stand for each other form one class.

Texts from Taiwan, Hong Kong and older mainland tables write one word with different characters:
答复 is also 答復 and 答覆, 了解 also 瞭解.  A conversion to simplified characters leaves 覆 and 瞭,
because simplified text knows them too, so what it gives cannot be compared.  Here every character
of a class is exchanged for the same one::

    python -m bench.foldings        # writes generator/foldings.py anew

**What is a pair.** A key and each of its candidates in the tables of single characters
(simplified to traditional, traditional to simplified, the variants of Taiwan and Hong Kong), and
in the tables of phrases character by character, where both phrases are equally long.  The tables
of phrases that exchange *wording* (TWPhrases, HKPhrases: 軟體 for 軟件) are left out: their
characters are no forms of each other.  Those that exchange spelling are sound: OpenCC 1.4.2 has
49,238 phrases from simplified to traditional, and none of its phrases adds a pair but six of Hong
Kong's (柏/栢, 穎/頴).  Japanese forms are left out.

**What is no pair.** `APART`: two words of everyday text in either script, one of which OpenCC
offers for a rare use of the other (呆 for 待, so that 接待 would be 接呆).  `_LARGEST` stops the
command if a later OpenCC joins too much.

**Which of a class stands for it.** The one that OpenCC gives most forms of the class for, from
simplified to traditional (干 has 幹乾榦, 复 has 復複覆); then the one that most become by the first
candidate of the other direction; then a common character of GB 2312; then the lowest code point
(着 before 著).
"""

from __future__ import annotations

import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).parents[1]
PATH = ROOT / "generator" / "foldings.py"
SIMPLIFIED, TRADITIONAL = "STCharacters", "TSCharacters"
TABLES = (
    SIMPLIFIED, TRADITIONAL, "TSCharactersExt", "TWVariants", "TWVariantsRev", "HKVariants",
    "HKVariantsRev", "STPhrases", "TSPhrases", "TWVariantsPhrases", "TWVariantsRevPhrases",
    "HKVariantsPhrases", "HKVariantsRevPhrases",
)  # fmt: skip
APART = frozenset(map(frozenset, ("呆待", "坐座", "具俱", "里哩", "坏坯", "鍊链", "沈沉")))

_LARGEST = 6
_IN_A_LINE = 46  # characters two columns wide, in quotes, indented
_HEAD = '''\
"""Characters that are compared alike, and the one that stands for each; written by
``python -m bench.foldings`` from the tables of OpenCC, whose docstring says how.

The characters of `FORMS` and `STANDING` belong together place by place.
"""

from __future__ import annotations
'''

Table = MappingProxyType[str, tuple[str, ...]]


def tables() -> dict[str, Table]:
    """Return OpenCC's tables by name: a text to its candidates, the best first."""
    spec = find_spec("opencc")
    if spec is None or spec.origin is None:
        raise SystemExit("opencc is needed: pip install -r requirements-test.lock")
    folder = Path(spec.origin).parent / "clib"
    return {name: _table(folder, name) for name in TABLES}


def _table(folder: Path, name: str) -> Table:
    path = folder / "share" / "opencc" / f"{name}.ocd2"
    command = [folder / "bin" / "opencc_dict", "-f", "ocd2", "-t", "text", "-i", path]
    done = subprocess.run(
        [*command, "-o", "/dev/stdout"], capture_output=True, encoding="utf-8", check=True
    )
    rows = (line.split("\t") for line in done.stdout.splitlines())
    return MappingProxyType({key: tuple(words.split(" ")) for key, words in rows})


def classes(found: Iterable[Table]) -> list[frozenset[str]]:
    """Return the characters that are pairs in *found*, directly or through others, the largest
    class first."""
    parents: dict[str, str] = {}

    def top(one: str) -> str:
        while (above := parents[one]) != one:
            parents[one] = one = parents[above]
        return one

    for one, other in _pairs(found):
        parents.setdefault(one, one)
        parents.setdefault(other, other)
        parents[top(one)] = top(other)
    together = defaultdict(set)
    for one in parents:
        together[top(one)].add(one)
    return sorted(map(frozenset, together.values()), key=lambda ones: (-len(ones), min(ones)))


def _pairs(found: Iterable[Table]) -> Iterator[tuple[str, str]]:
    for table in found:
        for key, words in table.items():
            for word in words:
                if len(word) == len(key):
                    yield from (
                        pair
                        for pair in zip(key, word, strict=True)
                        if pair[0] != pair[1] and frozenset(pair) not in APART
                    )


def standing(ones: frozenset[str], simplified: Table, traditional: Table) -> str:
    """Return which character stands for the class *ones*."""
    firsts = Counter(traditional.get(one, (one,))[0] for one in ones)

    def rank(one: str) -> tuple[int, int, bool, str]:
        return -len(ones & {*simplified.get(one, ())}), -firsts[one], not _common(one), one

    return min(ones, key=rank)


def _common(one: str) -> bool:
    """Whether *one* is of level one of GB 2312, the 3,755 characters in daily use."""
    row = one.encode("gb2312", "ignore")[:1]
    return b"\xb0" <= row <= b"\xd7"


def foldings() -> dict[str, str]:
    """Return each character that is exchanged and what stands for it, by code point."""
    found = tables()
    large, *_ = together = classes(found.values())
    if len(large) > _LARGEST:
        raise SystemExit(f"too many for one class: {''.join(sorted(large))}")
    exchanged = {}
    for ones in together:
        one = standing(ones, found[SIMPLIFIED], found[TRADITIONAL])
        exchanged |= dict.fromkeys(ones - {one}, one)
    return dict(sorted(exchanged.items()))


def written(exchanged: dict[str, str]) -> str:
    """Return the module that holds *exchanged*."""
    parts = [_HEAD]
    for name, text in (("FORMS", "".join(exchanged)), ("STANDING", "".join(exchanged.values()))):
        lines = [text[at : at + _IN_A_LINE] for at in range(0, len(text), _IN_A_LINE)]
        parts.append(f"{name} = (\n" + "".join(f'    "{line}"\n' for line in lines) + ")\n")
    return "\n".join(parts[:2]) + parts[2]


def main() -> None:
    """Write the module anew, and print the largest classes."""
    exchanged = foldings()
    PATH.write_text(written(exchanged), encoding="utf-8")
    together = defaultdict(str)
    for one, other in exchanged.items():
        together[other] += one
    print(f"{len(exchanged)} characters are exchanged for {len(together)}")
    for other, ones in sorted(together.items(), key=lambda row: -len(row[1]))[:20]:
        print(other, ones)


if __name__ == "__main__":
    main()
