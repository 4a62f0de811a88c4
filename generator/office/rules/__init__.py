"""The open set of rules of the internal side: functions from both sides to problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.office.rules import (
    adjusting,
    answering,
    comparing,
    consulting,
    contesting,
    deciding,
    opening,
    records,
    reporting,
    twins,
)
from generator.office.sides import Sides
from generator.problems import Problem, sorted_once

Rule = Callable[[Sides], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    records.ids_are_unique,
    records.references_resolve,
    records.reviews_have_their_document,
    deciding.documents_have_a_review,
    deciding.drafts_name_their_attribute,
    deciding.withholding_is_reasoned,
    deciding.attribute_is_fixed_before_signing,
    deciding.secrecy_is_reviewed,
    deciding.secrecy_reviews_have_an_opinion,
    deciding.secrets_are_not_opened,
    deciding.attribute_is_reviewed,
    deciding.drafters_do_not_review,
    deciding.documents_are_signed,
    deciding.withheld_are_registered,
    deciding.days_are_in_order,
    deciding.days_have_come,
    consulting.disagreement_is_consulted,
    consulting.failed_consultations_go_to_secrecy,
    consulting.signed_attribute_is_the_agreed_one,
    consulting.joint_bodies_are_informed,
    consulting.objections_are_met_about,
    consulting.failed_meetings_name_who_objects,
    consulting.leading_body_does_not_object,
    adjusting.adjustments_go_towards_openness,
    adjusting.adjustments_follow_each_other,
    adjusting.adjustments_are_public,
    adjusting.adjustments_are_recorded,
    adjusting.withheld_are_reconsidered,
    adjusting.withholding_again_is_reasoned,
    adjusting.reconsidered_are_adjusted,
    comparing.public_attribute_is_the_final_one,
    comparing.public_documents_are_signed,
    comparing.decided_are_in_the_public_catalogue,
    comparing.internal_attribute_is_the_final_one,
    comparing.on_request_documents_have_their_text,
    comparing.withheld_change_nothing_public,
    twins.documents_are_on_one_side,
    twins.documents_are_not_alike,
    twins.internal_documents_are_registered_once,
    twins.texts_are_of_their_document,
    answering.channels_are_confirmed,
    answering.offices_are_named,
    answering.requests_are_registered,
    answering.corrections_are_asked_for_once_and_soon,
    answering.extensions_are_agreed_and_told,
    answering.answers_come_in_time,
    answering.answers_are_audited,
    answering.answers_have_an_outcome,
    answering.outcomes_agree_with_the_days,
    answering.third_parties_are_asked,
    answering.refusals_are_talked_over,
    answering.answered_are_archived,
    answering.days_are_in_order,
    answering.days_have_come,
    contesting.who_handled_it_stands_for_it,
    contesting.disputes_are_in_order,
    contesting.disputes_have_route_and_result,
    contesting.corrected_acts_are_put_right,
    reporting.reports_agree_with_the_ledger,
    opening.often_requested_are_opened,
)


def check(sides: Sides) -> tuple[Problem, ...]:
    """Return every problem that the internal side has by the rules."""
    return sorted_once(found for rule in RULES for found in rule(sides))
