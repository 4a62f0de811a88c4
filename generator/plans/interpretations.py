"""政策解读: the interpretations of documents, and whether each came in time (三(三))."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from generator.catalogue import Catalogue
from generator.facts.talks import Term, interpretation_of, is_of_draft, made_on
from generator.model.dialogue import Interpretation
from generator.page import Crumb, Page
from generator.plans.prepared import Prepared
from generator.plans.shared import day_words
from generator.plans.talks import (
    Sign,
    TalkGroup,
    TalksView,
    TalkView,
    dated,
    due_words,
    latest,
    list_here,
    signed,
    summary_of,
    talk_line,
    talk_view,
)

INTERPRETATIONS = Crumb("政策解读", "interpretations/index.html")
_INTERPRETED = MappingProxyType(
    {
        Term.ON_TIME: "在期限内解读",
        Term.DONE: "已解读",
        Term.LATE: "迟于期限解读",
        Term.AHEAD: "未到期",
        Term.OVERDUE: "逾期未解读",
        Term.OWED: "没有解读",
        Term.UNKNOWN: "期限算不出",
    }
)


def plan_interpretations(prepared: Prepared) -> Iterator[Page]:
    """The list of interpretations (政策解读), and a page for each."""
    catalogue = prepared.catalogue
    ordered = sorted(
        catalogue.interpretations, key=lambda one: latest(one.published, one.id), reverse=True
    )
    lines = []
    for one in ordered:
        view = _interpretation(catalogue, one)
        lines.append(talk_line(view, dated(catalogue, one.published), summary_of(catalogue, one)))
        yield Page(view.here.path, "talk.html", view)
    here = list_here(catalogue, INTERPRETATIONS, "对政策文件的解读")
    lead = "文件为什么要定、定了什么、和每个人有什么关系。每篇解读连着它解读的文件。"
    groups = (TalkGroup("", tuple(lines)),) if lines else ()
    yield Page(here.path, "talks.html", TalksView(here, lead, "发布", groups, "还没有登记解读。"))


def _interpretation(catalogue: Catalogue, one: Interpretation) -> TalkView:
    sign, words = _in_time(catalogue, one)
    return talk_view(
        catalogue,
        one,
        INTERPRETATIONS,
        one.published,
        sign=sign,
        words=words,
        of="解读的文件",
        matters=one.interprets,
        facts=(("解读形式", one.form), ("发布日期", dated(catalogue, one.published))),
    )


def _in_time(catalogue: Catalogue, one: Interpretation) -> tuple[Sign, str]:
    """Whether an interpretation kept the term of its documents; one that is not the first of a
    document, or of one that needed none, has no term."""
    if one.published is None:
        return Sign("已登记", "unknown"), "发布日期没有写明"
    if one.published > catalogue.day:
        return Sign("未到", "ahead"), f"{day_words(one.published)}发布"
    worst = None
    for matter in one.interprets:
        document = catalogue.get("documents", matter.document)
        if document and is_of_draft(one, document):
            made = day_words(made_on(document))
            words = f"{day_words(one.published)}发布，文件{made}才生成，解读的是草案"
            return Sign("早于文件", "late"), words
        standing = interpretation_of(catalogue, document) if document else None
        if standing and standing.done == one.published and standing.state is not Term.DONE:
            worst = standing if worst is None or standing.state is Term.LATE else worst
    if worst is None:
        return Sign("已发布", "done"), f"{day_words(one.published)}发布"
    return signed(worst, _INTERPRETED, done="已解读"), "，".join(
        filter(None, (f"{day_words(one.published)}发布", due_words(worst)))
    )
