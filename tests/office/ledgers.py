"""The seeded ledger of the fictional city: 400 applications of three years, of nobody.

Run ``python -m tests.office.ledgers`` to write it anew; a test holds the bytes.  It is as an office
would want it but for four answers that were late.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bench.corpus import Value, yaml
from generator import workdays
from generator.facts.answering import Course, Span, due
from generator.model.request import Applicant, Channel, Outcome

FOLDER = Path(__file__).parent / "site"
CALENDAR = workdays.calendar(date(2026, 12, 31))
YEARS = {2023: 121, 2024: 134, 2025: 145}
LATE = frozenset({57, 140, 233, 301})  # by their numbers in the ledger
UNITS = (
    "shifan", "ziranziyuan-ju", "zhujian-ju", "minzheng-ju", "jiaoyu-ju", "renshe-ju",
    "caizheng-ju", "nongyenongcun-ju", "shengtaihuanjing-ju", "gongan-ju",
)  # fmt: skip
TOPICS = (
    "征地补偿标准", "安置方案", "建设项目规划许可", "学区划分依据", "公租房分配", "低保标准",
    "危房改造补助", "排污许可", "招标采购结果", "社会保险政策", "预算执行", "道路改造",
)  # fmt: skip
# How often each outcome comes, of about a hundred.
OFTEN = {
    Outcome.GRANTED: 44, Outcome.PARTLY: 11, Outcome.STABILITY: 1, Outcome.FORBIDDEN: 1,
    Outcome.THIRD_PARTY: 4, Outcome.INTERNAL: 3, Outcome.PROCESS: 4, Outcome.ENFORCEMENT: 2,
    Outcome.QUERY: 2, Outcome.NOT_HELD: 11, Outcome.NOT_MADE: 3, Outcome.UNCLEAR: 2,
    Outcome.PETITION: 4, Outcome.REPEATED: 3, Outcome.PUBLICATION: 1, Outcome.NOT_CORRECTED: 2,
    Outcome.OTHERWISE: 2,
}  # fmt: skip


def texts() -> dict[str, str]:
    """Return the files of the ledger, path below the site's folder to text."""
    random, files, number = Random(2025), {}, 0
    for year, count in YEARS.items():
        days = sorted(date(year, 1, 2) + timedelta(random.randrange(363)) for _ in range(count))
        records = []
        for serial, day in enumerate(days, 1):
            number += 1
            records.append(one(random, f"sq-{year}-{serial:03}", _worked(day), number))
        files[f"internal/requests/{year}.yaml"] = yaml({"requests": records})
    return files


def one(random: Random, id: str, received: date, number: int) -> Value:
    """Return one application that came in on *received*."""
    channel = random.choices([*Channel], [2, 3, 3, 1, 11])[0]
    confirmed = channel in (Channel.FAX, Channel.INTERNET)
    [outcome] = random.choices([*OFTEN], [*OFTEN.values()])
    begun = _later(received, 1) if confirmed else received
    unit = random.choices(UNITS, range(len(UNITS) + 4, 4, -1))[0]
    corrections, third_party, extended = [], [], 0
    if outcome in (Outcome.UNCLEAR, Outcome.NOT_CORRECTED) or random.random() < 0.06:
        told = _later(begun, random.randint(2, 6))
        back = None if outcome is Outcome.NOT_CORRECTED else _later(told, random.randint(3, 9))
        corrections.append(Span(told, back))
    restarted = max([begun, *(span.answered for span in corrections if span.answered)])
    if outcome is Outcome.THIRD_PARTY or random.random() < 0.04:
        sent = _later(restarted, 3)
        third_party.append(Span(sent, _later(sent, random.randint(4, 12))))
    if number in LATE or random.random() < 0.07:
        extended = random.choice((10, 15, 20))
    course = Course(received, channel, begun if confirmed else None, tuple(corrections),
                    tuple(third_party), extended)  # fmt: skip
    last = due(course, CALENDAR).last
    spared = random.randint(1, 14)
    if last is None:  # whoever does not correct an application is answered in the end
        replied = _later(corrections[0].asked, 30)
    elif number in LATE:
        replied = _later(last, random.randint(1, 6))
    else:
        asked = max((span.answered or begun for span in third_party), default=restarted)
        replied = max(_earlier(last, spared), _later(asked, 2))
    record: dict[str, Value] = {
        "id": id,
        "unit": unit,
        "received": str(received),
        "channel": channel.value,
    }
    if confirmed:
        record["confirmed"] = str(begun)
    [applicant] = random.choices([*Applicant], [80, 9, 1, 1, 6, 3])
    record |= {
        "applicant": applicant.value,
        "topic": random.choice(TOPICS),
        "registered": str(begun),
    }
    if corrections:
        record["corrections"] = [_pair(span, "notified", "returned") for span in corrections]
    if third_party:
        record["third_party"] = [_pair(span, "asked", "answered") for span in third_party]
    if extended:
        told = _later(restarted, 16)
        record["extension"] = {"days": str(extended), "on": str(told), "consented": "yes"}
    if random.random() < 0.08:
        adviser = random.choice(("法制机构", "律师", "法院"))
        record["advice"] = [{"from": adviser, "on": str(_earlier(replied, 1))}]
    record |= {
        "audited": str(_earlier(replied, random.randint(0, 1))),
        "replied": str(replied),
        "outcome": outcome.value,
    }
    if outcome not in (Outcome.GRANTED, Outcome.PARTLY):
        record["communicated"] = str(replied)
    record["archived"] = str(_later(replied, random.randint(5, 25)))
    if disputes := [*_disputes(random, unit, replied)]:
        record["disputes"] = disputes
    return record


def _disputes(random: Random, unit: str, replied: date) -> Iterator[Value]:
    """Now and then reconsideration, and a suit at once or after it."""
    chance = random.random()
    if chance > 0.1:
        return
    filed = _later(replied, random.randint(5, 30))
    if chance > 0.03:
        contest, filed = _contest(random, unit, "行政复议", filed)
        yield contest
        if chance > 0.05:
            return
    route = "复议后起诉" if chance > 0.03 else "直接起诉"
    contest, _ = _contest(random, unit, "行政诉讼", _later(filed, 8))
    yield {"kind": "行政诉讼", "route": route, **contest}


def _contest(random: Random, unit: str, kind: str, filed: date) -> tuple[dict[str, str], date]:
    """A dispute, and the day on which it was closed."""
    closed = _later(filed, random.randint(25, 70))
    result = random.choices(("结果维持", "结果纠正", "其他结果"), (6, 2, 2))[0]
    record = {
        "kind": kind, "filed": str(filed), "handled_by": unit, "result": result,
        "closed": str(closed),
    }  # fmt: skip
    if result == "结果纠正":
        record |= {
            "complied_on": str(_later(closed, 10)),
            "rectification": "重新答复，修订答复模板",
        }
    return record, closed


def _pair(span: Span, first: str, second: str) -> Value:
    told = {first: str(span.asked)}
    return told | {second: str(span.answered)} if span.answered else told


def _worked(day: date) -> date:
    """*day*, or the next on which people work."""
    return _later(day - timedelta(1), 1)


def _later(day: date, n: int) -> date:
    last = workdays.after(CALENDAR, day, n).last
    assert last is not None
    return last


def _earlier(day: date, n: int) -> date:
    """The *n*-th working day before *day*, which is one."""
    while n:
        day -= timedelta(1)
        n -= workdays.day(CALENDAR, day).kind in workdays.WORKED
    return day


def main() -> None:
    """Write the files of the ledger."""
    for path, text in texts().items():
        (FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
