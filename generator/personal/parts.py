"""The parts of a chain: neighbouring groups taken as one number, and what its surroundings say.

A number in pieces is only taken for one where its pieces are those in which people write it and
nothing adjoins that would make it a row of a table.  Words beside it decide what shape alone
cannot: eleven digits that number a project are no telephone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.personal.chains import FEWEST, Chain, Gap
from generator.personal.kinds import PersonalKind, Shape

MOST = 19  # digits of the longest number, a bank card
_GLUED = 64  # digits of several numbers with nothing between
FEW = 6  # pieces in which people write a number, unless every digit stands by itself
_TABLE = 64  # groups from which on a chain is a table, where no number has many pieces


@dataclass(frozen=True, slots=True, repr=False)
class Part:
    """The groups *first* to *last* of a chain, *sizes* their digits, *value* all of them.

    *called* tells that the group before is the code of the country.
    """

    chain: Chain
    first: int
    last: int
    value: str
    sizes: tuple[int, ...]
    called: bool = False

    @property
    def inner(self) -> tuple[Gap, ...]:
        """What stands between its pieces."""
        return self.chain.gaps[self.first : self.last]

    @property
    def marks(self) -> tuple[str, ...]:
        """The characters between its pieces."""
        return self.chain.marks[self.first : self.last]

    @property
    def widest(self) -> Gap | None:
        """The gap that parts its pieces most; None where it is written at once."""
        return max(self.inner, default=None)

    @property
    def begins(self) -> bool:
        """Whether no digits adjoin before it."""
        return self.first == 0

    @property
    def ends(self) -> bool:
        """Whether no digits adjoin behind it."""
        return self.last == len(self.chain.groups) - 1

    @property
    def outer(self) -> tuple[Gap, ...]:
        """What stands between it and the digits that adjoin."""
        before = self.chain.gaps[max(self.first - 1, 0) : self.first]
        behind = self.chain.gaps[self.last : self.last + 1]
        return behind if self.called else before + behind

    @property
    def alone(self) -> bool:
        """Whether no digits adjoin in its paragraph or cell, and none in its row of cells."""
        return all(gap > max(self.widest or Gap.JOIN, Gap.LINE) for gap in self.outer)

    @property
    def apart(self) -> bool:
        """Whether what adjoins is parted from it otherwise than its own pieces are."""
        return not set(self.outer) & set(self.inner)

    @property
    def alike(self) -> bool:
        """Whether its pieces are parted in one way."""
        if Gap.MARK in self.inner:
            return len(set(self.marks)) == 1
        return set(self.inner) <= {Gap.JOIN, Gap.BLANK, Gap.LINE}

    @property
    def single(self) -> bool:
        """Whether every digit stands by itself."""
        return len(self.sizes) > 1 and set(self.sizes) == {1}

    @property
    def boxed(self) -> bool:
        """Whether it is a row of boxes, every digit in one; what adjoins stands in another row."""
        before = self.chain.marks[max(self.first - 1, 0) : self.first]
        behind = self.chain.marks[self.last : self.last + 1]
        borders = {*map(_border, self.marks)}
        outer = {*map(_border, before + behind)}
        return self.single and len(borders) == 1 and not borders & outer

    @property
    def left(self) -> str:
        """What is written directly before it."""
        if self.begins:
            return self.chain.left
        return self.chain.groups[self.first - 1] + self.chain.marks[self.first - 1]

    @property
    def right(self) -> str:
        """What is written directly behind it."""
        if self.ends:
            return self.chain.right
        return self.chain.marks[self.last] + self.chain.groups[self.last + 1]

    def shape(self, kind: PersonalKind, value: str, *, sure: bool, longer: int = 0) -> Shape:
        """Return it as a number of *kind*; *longer* by so many characters behind its digits."""
        start, end = self.chain.places[self.first][0], self.chain.places[self.last][1]
        return Shape(kind, sure, value, start, end + longer)


def _border(mark: str) -> str:
    """What stands between two cells, blanks aside; between two rows it is another."""
    return re.sub(r"[^\S\n\x1d-\x1f]", "", mark)  # these stand for tags


def parts(chain: Chain) -> Iterator[Part]:
    """Yield all neighbouring groups that have as many digits as a number can have, and single ones
    that have more."""
    most = MOST if len(chain.groups) < _TABLE else FEW
    for first in range(len(chain.groups)):
        value = ""
        sizes: tuple[int, ...] = ()
        for last in range(first, min(first + most, len(chain.groups))):
            group = chain.groups[last]
            value += group
            sizes += (len(group),)
            if FEWEST <= len(value) <= (MOST if last > first else _GLUED):
                yield Part(chain, first, last, value, sizes)
            if len(value) > MOST:
                break
    if most == FEW:
        yield from _rows(chain)


def _rows(chain: Chain) -> Iterator[Part]:
    """Yield the rows of boxes in a chain, as long as a number can be."""
    first = 0
    for _, marks in groupby(chain.marks, _border):
        last = first + sum(1 for _ in marks)
        groups = chain.groups[first : last + 1]
        if FEWEST <= len(groups) <= MOST and {*map(len, groups)} == {1}:
            yield Part(chain, first, last, "".join(groups), (1,) * len(groups))
        first = last


# -- words -----------------------------------------------------------------------------------------

OF_PERSONS = re.compile(r"身份证|身份證|公民身份|证件|證件")
OF_PHONES = re.compile(
    r"手机|手機|移动|移動|电话|電話|联系|聯繫|微信|tel|phone|mobile|cell", re.IGNORECASE
)
OF_CARDS = re.compile(
    r"卡号|卡號|银行|銀行|账号|賬號|帐号|帳號|账户|帐户|開戶|开户|card|account", re.IGNORECASE
)
OF_CREDIT = re.compile(r"信用代码|信用代碼|机构代码|機構代碼|税号|纳税人")
# Names of numbers that are no person's, directly before one or in brackets behind it.
_CODES = (
    r"(?:编号|編號|编码|編碼|代码|代碼|项目|項目|案号|文号|档号|宗号|卷号|索引号?|流水号?|订单号?|单号"
    r"|批号|批次|备案号?|许可证?号?|注册号|登记号|证书号?|合同号?|条码|发票号?|序列号|序号|票号|件号"
    r"|证号|字号|No\.?)"
)
_BEFORE = re.compile(rf"{_CODES}[^0-9\n]{{0,4}}$", re.IGNORECASE)
_BEHIND = re.compile(rf"\s*[（(][\u4e00-\u9fff]{{0,4}}{_CODES}[）)]")


def said(part: Part, words: re.Pattern[str]) -> bool:
    """Whether one of *words* can be read before it."""
    return bool(words.search(part.chain.before))


def coded(part: Part) -> bool:
    """Whether the words next to it say that it numbers a thing."""
    before, after = part.chain.before, part.chain.after
    counted = part.left.endswith("第") and part.right.startswith("号")
    codes = (part.begins and _BEFORE.search(before)) or (part.ends and _BEHIND.match(after))
    return (counted or bool(codes)) and not OF_PERSONS.search(before + after)


# -- letters and addresses -------------------------------------------------------------------------

_HEXADECIMAL = 16  # characters from which on digits and a to f are a digest


def lettered(part: Part) -> bool:
    """Whether letters make it a piece of a name, a code or a digest."""
    left, right = part.left, part.right
    if re.search(r"[A-Za-z]$", left) and re.match(r"[A-Za-z]", right):
        return True
    if re.search(r"[A-Z]$", left) and not OF_PHONES.search(left[-8:]):
        return True
    before, after = re.search(r"[0-9a-fA-F]*$", left), re.match(r"[0-9a-fA-F]*", right)
    around = (before[0] if before else "") + (after[0] if after else "")
    return bool(re.search("[a-fA-F]", around)) and len(around + part.value) >= _HEXADECIMAL


def fraction(part: Part) -> bool:
    """Whether it stands behind a decimal point, as in a coordinate."""
    if part.begins:
        return False
    whole = part.chain.groups[part.first - 1]
    return part.chain.marks[part.first - 1] == "." and (whole == "0" or len(whole) == 3)


_WRITTEN = re.compile(r"[A-Za-z0-9._~:/?#@!$&*+;=%\\-]*$")
_ADDRESS = re.compile(r"//|www\.|[A-Za-z]/|/[A-Za-z]")
_FILE = re.compile(r"[\w./-]{0,40}\.(?:s?html?|jspx?|aspx?|php|pdf|docx?|xlsx?|jpe?g|png)\b")


def in_address(part: Part) -> bool:
    """Whether it is a part of an address, where numbers count pages."""
    written = _WRITTEN.search(part.chain.left)
    return bool(written and _ADDRESS.search(written[0])) or bool(_FILE.match(part.chain.right))


def is_step(part: Part) -> bool:
    """Whether it is a whole step of an address."""
    left, right = part.left, part.right
    ended = right == "" or right[0] in "/.?&#\"' )<>\n"
    return len(part.sizes) == 1 and (left == "" or left[-1] in "/:") and ended
