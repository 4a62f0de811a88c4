"""Records made up at random from few words, so that much is alike."""

from __future__ import annotations

from random import Random

from generator.search.records import FACETS, KINDS, Searchable

WORDS = (
    "征地", "补偿", "公告", "保障性", "住房", "申请", "审核", "结果", "公开", "義務教育", "招生",
    "12345", "App", "〔2019〕54号", "（试行）", "、", "，", "救助", "对象", "名单", "PDF 格式",
)  # fmt: skip
VALUES = ("甲", "乙", "丙", "丁")


def records(seed: int, count: int) -> tuple[Searchable, ...]:
    """Return *count* records, the same for the same *seed*."""
    random = Random(seed)

    def text(most: int) -> str:
        return "".join(random.choice(WORDS) for _ in range(random.randint(1, most)))

    def one(number: int) -> Searchable:
        kind = random.choice(list(KINDS))
        return Searchable(
            kind=kind,
            id=f"{random.choice('abc')}-{number}",
            path=f"{kind}/{number}.html",
            name=text(4),
            elements=tuple(text(5) for _ in range(random.randint(0, 4))),
            texts=tuple(text(9) for _ in range(random.randint(0, 2))),
            facets=tuple(tuple(random.sample(VALUES, random.choice((0, 1, 1, 2)))) for _ in FACETS),
            limit=random.choice(("", "20个工作日内")),
            day=random.choice(("", f"20{random.randint(10, 26)}-0{random.randint(1, 9)}-11")),
        )

    return tuple(one(number) for number in range(count))
