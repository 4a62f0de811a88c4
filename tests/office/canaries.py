"""Records of the internal side with a mark in every field, whole and with each field spoilt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from types import MappingProxyType

from bench.corpus import Value, yaml

STEPS = tuple[str | int, ...]

DOCUMENT: Mapping[str, Value] = MappingProxyType({
    "id": "nb-9",
    "title": "?",
    "attribute": "不公开",
    "number": "?",
    "register_number": "?",
    "index_number": "?",
    "summary": "?",
    "formed": "2026-04-10",
    "issuers": ["?", {"unit": "jiaoyu"}, {"name": "?"}],
    "issued": "2026-04-10",
    "published": "2026-04-10",
    "effective": "2026-04-10",
    "term": {"n": "5", "unit": "年"},
    "expires": "2031-04-10",
    "trial": "yes",
    "normative": "yes",
    "topic": "?",
    "genre": "?",
    "amends": ["?", {"document": "fa-1", "articles": "?", "on": "2026-05-01"}, {"name": "?"}],
    "repeals": ["?"],
    "replaces": [{"name": "?", "articles": "?"}],
    "attribute_history": [{"date": "2026-04-11", "from": "不公开", "to": "不公开", "reason": "?"}],
    "needs_interpretation": "no",
    "reconsidered": [{"on": "2026-06-01", "by": "?", "outcome": "维持", "reason": "?"}],
    "attachments": ["?", {"file": "?", "title": "?"}],
    "source": "?",
    "order": "7",
})  # fmt: skip

REVIEW: Mapping[str, Value] = MappingProxyType({
    "id": "s-nb-9",
    "document": "nb-9",
    "drafted": {"by": "?", "on": "2026-04-01", "attribute": "不公开", "reason": "?"},
    "secrecy": {"by": "?", "on": "2026-04-02", "opinion": "?"},
    "reviewed": {"by": "?", "on": "2026-04-03", "attribute": "不公开"},
    "consultations": [{"with": "?", "on": "2026-04-04", "outcome": "一致"}],
    "joint": [
        {"organ": "?", "opinion": "异议", "on": "2026-04-04"},
        {"organ": {"unit": "jiaoyu"}, "opinion": "同意", "on": "2026-04-04"},
        {"organ": {"name": "?"}, "opinion": "同意", "on": "2026-04-04"},
    ],
    "signed": {"on": "2026-04-10", "attribute": "不公开"},
    "registered_on": "2026-04-12",
    "adjustments": [
        {"on": "2026-04-11", "from": "不公开", "to": "依申请公开", "reason": "?", "override": "?"},
        {"on": "2026-04-11", "from": "依申请公开", "to": "不公开", "reason": "?", "override": "?"},
    ],
    "source": "?",
    "order": "8",
})  # fmt: skip

REQUEST: Mapping[str, Value] = MappingProxyType({
    "id": "sq-9",
    "unit": "jiaoyu",
    "received": "2026-03-02",
    "channel": "互联网",
    "confirmed": "2026-03-03",
    "applicant": "自然人",
    "topic": "?",
    "entry": "gonggao",
    "handled_by": "?局",
    "registered": "2026-03-03",
    "corrections": [{"notified": "2026-03-09", "returned": "2026-03-16"}],
    "third_party": [{"asked": "2026-03-18", "answered": "2026-03-25"}],
    "organs": [{"asked": "2026-03-18", "answered": "2026-03-20"}],
    "extension": {"days": "10", "on": "2026-04-10", "consented": "yes"},
    "audited": "2026-04-20",
    "replied": "2026-04-21",
    "outcome": "予以公开",
    "communicated": "2026-04-22",
    "archived": "2026-05-06",
    "advice": [{"from": "法制机构", "on": "2026-04-15"}],
    "disputes": [
        {
            "kind": "行政诉讼", "route": "直接起诉", "filed": "2026-05-11",
            "handled_by": {"name": "?局"}, "result": "结果纠正", "closed": "2026-07-06",
            "complied_on": "2026-07-20", "rectification": "?",
        },
        {"kind": "行政复议", "filed": "2026-07-27", "handled_by": {"unit": "jiaoyu"}},
    ],
    "fee": "30",
    "order": "9",
})  # fmt: skip


def mark(*words: object) -> str:
    """Return a mark that follows from *words* and stands nowhere else."""
    return f"CANARY-{blake2b(repr(words).encode(), digest_size=8).hexdigest()}"


def leaves(value: Value, steps: STEPS = ()) -> Iterator[STEPS]:
    """Yield the place of every text in *value*."""
    if isinstance(value, str):
        yield steps
        return
    items = value.items() if isinstance(value, Mapping) else enumerate(value)
    for key, below in items:
        yield from leaves(below, (*steps, key))


def keys(value: Value) -> set[str]:
    """Return every key that is written in *value*."""
    if isinstance(value, str):
        return set()
    below = value.values() if isinstance(value, Mapping) else value
    own = set(value) if isinstance(value, Mapping) else set()
    return own.union(*map(keys, below))


def marked(value: Value, spoilt: STEPS | None, name: str, steps: STEPS = ()) -> Value:
    """Return *value* with marks for its words, and at *spoilt* whatever is meant there."""
    if isinstance(value, str):
        if steps == spoilt:
            return mark(name, steps)
        return mark(name, steps) + value[1:] if value.startswith("?") else value
    if isinstance(value, Mapping):
        return {key: marked(one, spoilt, name, (*steps, key)) for key, one in value.items()}
    return [marked(one, spoilt, name, (*steps, number)) for number, one in enumerate(value)]


def prose(record: Value, body: str) -> str:
    """Return *record* as front matter with a *body*."""
    return f"---\n{yaml(record)}---\n\n{body}\n"


def whole() -> dict[str, str]:
    """Return a document, its review and an application with a mark for every word, all without a
    fault."""
    body = f"# {mark('body')}\n\n[{mark('link')}](documents/{mark('target')}.html)\n"
    return {
        "internal/documents/nb-9.md": prose(marked(DOCUMENT, None, "whole"), body),
        "internal/reviews/s-nb-9.yaml": yaml(marked(REVIEW, None, "whole")),
        "internal/requests/sq-9.yaml": yaml(marked(REQUEST, None, "whole")),
    }


def spoilt() -> dict[str, str]:
    """Return records of which each has a mark where something else belongs, or is broken."""
    files = {}
    for number, steps in enumerate(leaves(DOCUMENT)):
        name = f"a{number}"
        record = marked({**DOCUMENT, "id": name}, steps, name)
        files[f"internal/documents/{name}.md"] = prose(record, mark(name))
    for number, steps in enumerate(leaves(REVIEW)):
        name = f"r{number}"
        files[f"internal/reviews/{name}.yaml"] = yaml(marked({**REVIEW, "id": name}, steps, name))
    for number, steps in enumerate(leaves(REQUEST)):
        name = f"q{number}"
        files[f"internal/requests/{name}.yaml"] = yaml(marked({**REQUEST, "id": name}, steps, name))
    for number, text in enumerate(_broken()):
        files[f"internal/requests/b{number}.yaml"] = text
        files[f"internal/reviews/b{number}.yaml"] = text
        files[f"internal/documents/b{number}.md"] = f"---\nid: b{number}\n{text}\n---\n{text}\n"
    word = mark("name")
    files[f"internal/documents/{word}.md"] = f"title: {word}"
    files[f"internal/documents/{word}/{word}.yaml"] = word
    files[f"internal/{word}/{word}.md"] = word
    files[f"internal/{word}.yaml"] = word
    files[f"internal/{word}.txt"] = word
    files[f"internal/requests/{word}.yaml"] = word
    files["internal/documents/html.md"] = prose(
        {**DOCUMENT, "id": "html"},
        f"<script>{word}</script> [a](javascript:{word}) ![b](https://{word}.example/a.png)"
        f" <{word} x='{word}'> [c](//{word}) 1{word}\n",
    )
    return files


def _broken() -> Iterator[str]:
    """Texts that are no record, each with a mark in another place."""
    word = mark("broken")
    yield f"{word}: a\n"
    yield f"title: {word}：b\n{word}：c\n"
    yield f"title: &{word} a\nsummary: *{word}\n"
    yield f"title: !{word} a\n"
    yield f"{word}: a\n{word}: b\n"
    yield f"? [{word}]\n: a\n"
    yield f"title: [{word}\n"
    yield f"title: '{word}\n"
    yield f"\t{word}: a\n"
    yield f"%{word}\n---\na: b\n"
    yield f"title: {{{word}: {word}}}\n"
    yield f"title: @{word}\n"
    yield f'title: "{word}\\q"\n'
    yield f"- {word}\n"
    yield word
    yield f"documents: {word}\n"
    yield f"reviews:\n  - {word}\n  - [{word}]\n"
    yield f"requests:\n  - {word}\n  - 姓名: {word}\n"
    yield f"姓名: {word}\nphone: {word}\n# 联系人：{word}\n"
    yield f"reviewss:\n  - id: {word}\n"
    yield f"document: fa-1\nid: x\ndrafted: {word}\njoint: {word}\nsigned: [{word}]\n"
    yield f"<<: {word}\n"
    yield f"# {word}\n~: {word}\nid: ~\n"
