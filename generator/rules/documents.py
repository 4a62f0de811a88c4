"""What a document says of itself: numbers, days, attribute, text (规程 二; 条例第十二条)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.config import DocumentSettings
from generator.facts.attributes import next_adjustment, opens_on
from generator.facts.numbers import year_of
from generator.facts.validity import last_day, last_of, starts
from generator.model.document import AnyAttribute, Attribute, Document, Period
from generator.problems import Location, Problem, problem
from generator.terms import document_number, folded

_LONGEST_SUMMARY = 100  # characters (内容概述)


def document_numbers_are_unique(catalogue: Catalogue) -> Iterator[Problem]:
    """文号、统一编号、索引号各指一件文件；索引号永久有效，不得重用。"""
    for document, first, key in _sharing(catalogue, "number", document_number):
        at = catalogue.at(document, key)
        yield problem(at, "number-repeated", number=document.number, first=catalogue.at(first, key))
    for document, first, key in _sharing(catalogue, "register_number", document_number):
        at, number = catalogue.at(document, key), document.register_number
        yield problem(at, "number-repeated", number=number, first=catalogue.at(first, key))
    for document, first, key in _sharing(catalogue, "index_number", folded):
        at, number = catalogue.at(document, key), document.index_number
        yield problem(at, "index-number-repeated", number=number, first=catalogue.at(first, key))


def _sharing(
    catalogue: Catalogue, key: str, fold: Callable[[str], str]
) -> Iterator[tuple[Document, Document, str]]:
    """Yield each document whose number under *key* another has, with the first that had it."""
    seen: dict[str, Document] = {}
    for document in catalogue.documents:
        if number := getattr(document, key):
            first = seen.setdefault(fold(number), document)
            if first is not document:
                yield document, first, key


# The year within 11441300007187648G/2017-00096, 000014349/2017-00110, 370400/2022-00091.
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?=[-—/年]|$)")
# A day within a number of six parts tells the year; another part may only look like one.
_DATE = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?:0[1-9]|1[0-2])[0-3][0-9](?![0-9])")
# What a machine left, a blank, a part that is not there, or another sign than numbers have.
_BROKEN = re.compile(
    r"none|null|undefined|nan\b|\s|[-—–/.]{2}|^[-—–/.]|[-—–/.]$|^[^0-9０-９]*$|[^\w\-—–/.()（）〔〕\[\]]",
    re.IGNORECASE,
)


def index_numbers_are_whole(catalogue: Catalogue) -> Iterator[Problem]:
    """政府信息公开目录列索引号；其中的年份是生成的年份。"""
    for document in catalogue.documents:
        number = document.index_number
        if not number:
            if catalogue.lacks(document, "index_number") and _own(catalogue, document):
                yield problem(catalogue.at(document), "index-number-missing", title=document.title)
            continue
        at = catalogue.at(document, "index_number")
        if _BROKEN.search(number):
            yield problem(at, "index-number-malformed", number=number)
            continue
        day = document.formed or document.issued
        years = _DATE.findall(number) or _YEAR.findall(number)
        if day and years and str(day.year) not in years:
            yield problem(at, "index-number-year", number=number, year=day.year)


def _own(catalogue: Catalogue, document: Document) -> bool:
    """Whether a unit of this site issued *document*; of another's it may not know everything."""
    return any(catalogue.get("units", body.unit) for body in document.issuers[:1])


def document_numbers_are_of_their_year(catalogue: Catalogue) -> Iterator[Problem]:
    """文号、统一编号中的年份是文件生成、印发、发布或者施行的年份。"""
    for document in catalogue.documents:
        days = (document.formed, document.issued, document.published, document.effective)
        years = {str(day.year) for day in days if day}
        for key, number in (
            ("number", document.number),
            ("register_number", document.register_number),
        ):
            year = year_of(number)
            if year and years and year not in years:
                yield problem(
                    catalogue.at(document, key), "number-year",
                    number=number, years="、".join(sorted(years)),
                )  # fmt: skip


def requested_documents_have_no_text_here(catalogue: Catalogue) -> Iterator[Problem]:
    """依申请公开的文件在这里只登记目录信息，全文和附件放在内部一侧。"""
    for document in catalogue.documents:
        if document.attribute is Attribute.ON_REQUEST and (
            document.body.given or document.attachments
        ):
            at = catalogue.at(document, "attribute")
            yield problem(at, "document-on-request-text", title=document.title)


def open_documents_have_their_text(catalogue: Catalogue) -> Iterator[Problem]:
    """主动公开的文件全文发布，写明发布日期。"""
    for document in catalogue.documents:
        opens = opens_on(document)
        if document.attribute is not Attribute.PROACTIVE or (opens and opens > catalogue.day):
            continue
        at = catalogue.at(document, "attribute")
        if not document.body.given and not document.attachments:
            yield problem(at, "document-text-missing", title=document.title)
        if catalogue.lacks(document, "published") and _own(catalogue, document):
            yield problem(at, "document-unpublished", title=document.title)


def attribute_histories_hold(catalogue: Catalogue) -> Iterator[Problem]:
    """属性调整逐次相接，按日期先后写，终于现在的属性；只向更公开的方向调整。"""
    rank = {one: place for place, one in enumerate(reversed(AnyAttribute))}
    for document in catalogue.documents:
        history = document.attribute_history
        for place, change in enumerate(history):
            at = catalogue.at(document, "attribute_history", place)
            before = history[place - 1] if place else None
            if change.after is AnyAttribute.WITHHELD:
                yield problem(at, "attribute-history-withheld")
            elif (earlier := before.date if before else document.formed) and change.date < earlier:
                yield problem(
                    at, "attribute-history-order",
                    day=change.date, kind="adjustment" if before else "forming", earlier=earlier,
                )  # fmt: skip
            elif before and before.after is not change.before:
                yield problem(
                    at, "attribute-history-broken", was=before.after, before=change.before
                )
            elif rank[change.after] <= rank[change.before]:
                yield problem(at, "attribute-narrowed", before=change.before, after=change.after)
        days = [change.date for change in history]
        in_order = days == sorted(days)  # else the last line need not be the last adjustment
        if history and in_order and history[-1].after.value != document.attribute.value:
            at = catalogue.at(document, "attribute_history", len(history) - 1)
            yield problem(
                at, "attribute-history-end", after=history[-1].after, attribute=document.attribute
            )


def documents_wait_for_their_day(catalogue: Catalogue) -> Iterator[Problem]:
    """还不公开的文件，到公开的那天才放在这里；在此以前网站上没有它。"""
    for written in catalogue.withheld:
        at = Location(written.path, written.mark.line, written.mark.column)
        ahead = next_adjustment(written.record, catalogue.day)
        if ahead:
            yield problem(at, "document-withheld-yet", day=ahead.date)


def document_days_agree(catalogue: Catalogue) -> Iterator[Problem]:
    """先生成，再发布；有效期在施行之后，不超过本地规定的年限。"""
    settings = catalogue.config.documents
    for document in catalogue.documents:
        begun = starts(document)
        formed = document.formed or date.min
        if document.issued and document.issued < formed:
            at = catalogue.at(document, "issued")
            yield problem(at, "document-issued-early", day=document.issued, formed=formed)
        if document.published and document.published < formed:
            at = catalogue.at(document, "published")
            yield problem(at, "document-published-early", day=document.published, formed=formed)
        if document.expires and begun and document.expires < begun:
            yield problem(
                catalogue.at(document, "expires"), "document-ends-early",
                day=document.expires, begin=begun,
            )  # fmt: skip
        if document.expires and document.term and begun:
            own = last_of(begun, document.term)
            if own != document.expires:
                yield problem(
                    catalogue.at(document, "term"), "document-ends-twice",
                    day=document.expires, term=own,
                )  # fmt: skip
        if (opens := opens_on(document)) and opens > catalogue.day and document.body.given:
            at = catalogue.at(document, "attribute")
            yield problem(at, "document-text-early", title=document.title, day=opens)
        end, most = last_day(document, settings), _longest(document, settings)
        if begun and end and most and end > last_of(begun, most):
            yield problem(
                catalogue.at(document, "expires" if document.expires else "term"),
                "document-term-long",
                day=end, most=f"{most.n}{most.unit}", source=settings.source,
            )  # fmt: skip


def _longest(document: Document, settings: DocumentSettings) -> Period | None:
    """The longest term that the jurisdiction gives a normative document, where it applies."""
    begun = starts(document)
    if not document.normative or begun is None or (settings.since and begun < settings.since):
        return None
    return (settings.trial_term if document.trial else None) or settings.term


_STATE = re.compile(
    r"^[【\[（(〔](?:该?文件)?(?:已|部分)?(?:废止|失效|修改)[】\]）)〕]"
    r"|[【\[（(〔](?:该?文件)?已(?:废止|失效|修改)[】\]）)〕]$|^(?:该文件)?已(?:废止|失效)(?=\s)"
)
_TRIAL = re.compile(r"试行|暂行")
# What is done to an act on trial is not on trial itself.
_ABOUT = re.compile(r"关于(?:废止|修改|修订|延长|宣布|停止|公布.*(?:废止|失效))")


def documents_are_described(catalogue: Catalogue) -> Iterator[Problem]:
    """标题不写效力，效力由记录推算；写明发文机关，试行、暂行的标明，分类用词表中的用语。"""
    words = {one.id: [term.name for term in one.values] for one in catalogue.vocabularies}
    for document in catalogue.documents:
        if state := _STATE.search(document.title):
            at = catalogue.at(document, "title")
            yield problem(at, "document-title-state", state=state[0])
        if catalogue.lacks(document, "issuers"):
            yield problem(catalogue.at(document), "document-issuer-missing", title=document.title)
        on_trial = _TRIAL.search(document.title) and not _ABOUT.search(document.title)
        if catalogue.lacks(document, "formed") and _own(catalogue, document):
            yield problem(catalogue.at(document), "document-formed-missing", title=document.title)
        if document.normative and catalogue.lacks(document, "trial") and on_trial:
            at = catalogue.at(document, "title")
            yield problem(at, "document-trial-unsaid", title=document.title)
        if len(document.summary) > _LONGEST_SUMMARY:
            at = catalogue.at(document, "summary")
            yield problem(at, "document-summary-long", count=len(document.summary))
        for key, vocabulary, word in (
            ("genre", "genres", document.genre),
            ("topic", "topics", document.topic.partition("\\")[0].strip()),
        ):
            known = words.get(vocabulary)
            if word and known is not None and word not in known:
                likely = "".join(difflib.get_close_matches(word, known, 1, 0.4))
                at = catalogue.at(document, key)
                yield problem(
                    at, "document-word-unknown", word=word, vocabulary=vocabulary, likely=likely
                )
