"""The open set of rules: functions from the catalogue to problems.

A rule is named for what must hold and is registered by standing in the tuple.  The severity,
source and sentences of each problem it yields are a row in `words`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.rules import (
    attachments,
    bases,
    bodies,
    cleanups,
    coverage,
    documents,
    elements,
    ids,
    personal,
    references,
    rot,
    timeliness,
    validity,
)

Rule = Callable[[Catalogue], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    ids.ids_are_unique,
    ids.ids_are_permanent,
    references.references_resolve,
    references.references_are_current,
    references.words_are_in_the_vocabulary,
    elements.entries_have_the_six_elements,
    elements.entries_have_their_neighbours,
    elements.cells_stand_alone,
    elements.suggestions_are_confirmed,
    elements.written_limits_agree_with_their_text,
    bodies.subjects_are_units,
    bodies.issuers_are_named_by_id,
    bodies.units_name_leader_office_and_contact,
    bases.document_numbers_are_well_formed,
    bases.bases_are_registered,
    bases.titles_and_numbers_of_bases_agree,
    rot.bases_carry,
    documents.document_numbers_are_unique,
    documents.document_numbers_are_of_their_year,
    documents.index_numbers_are_whole,
    documents.requested_documents_have_no_text_here,
    documents.open_documents_have_their_text,
    documents.attribute_histories_hold,
    documents.documents_wait_for_their_day,
    documents.document_days_agree,
    documents.documents_are_described,
    validity.documents_are_decided_when_they_run_out,
    validity.ended_documents_are_not_cited,
    validity.amended_documents_are_in_force,
    validity.amendments_are_registered,
    validity.targets_are_registered,
    validity.targets_are_older,
    validity.targets_are_named_once,
    cleanups.cleanups_name_their_organ,
    cleanups.cleanups_take_every_step,
    cleanups.cleanups_keep_the_order,
    cleanups.cleanups_are_judged_by_others,
    cleanups.cleanup_results_are_published,
    cleanups.cleanup_decisions_hold,
    cleanups.cleanups_decide_on_their_own,
    timeliness.disclosures_name_their_part,
    timeliness.disclosures_name_their_event,
    timeliness.disclosure_days_agree,
    timeliness.disclosures_are_of_their_bodies,
    timeliness.disclosures_are_of_standing_entries,
    timeliness.disclosures_are_in_time,
    timeliness.recurring_entries_are_updated,
    timeliness.entries_are_published,
    coverage.fields_have_entries,
    coverage.clusters_have_a_whole_entry,
    attachments.attachments_are_there,
    attachments.attachments_belong_to_a_document,
    personal.no_personal_data_is_written,
    personal.allowances_are_used,
)
