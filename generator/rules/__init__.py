"""The open set of rules: functions from the catalogue to problems.

A rule is named for what must hold and is registered by standing in the tuple.  The severity,
source and sentences of each problem it yields are a row in `words`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.rules import bases, bodies, coverage, elements, ids, personal, references

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
    bodies.units_name_leader_office_and_contact,
    bases.document_numbers_are_well_formed,
    bases.bases_are_registered,
    coverage.fields_have_entries,
    coverage.clusters_have_a_whole_entry,
    personal.no_personal_data_is_written,
    personal.allowances_are_used,
)
