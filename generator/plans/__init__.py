"""The open set of plans: functions from the catalogue to pages.

A plan is registered by standing in the tuple.  `Frame` is what every page shares; it holds nothing
that changes with an ordinary edit, so that an edit reaches only the pages that show it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.page import Page
from generator.plans import (
    adjustments,
    applying,
    attributes,
    bodies,
    cases,
    cleanups,
    consultations,
    coverage,
    directories,
    disclosures,
    documents,
    entries,
    evaluations,
    front,
    interpretations,
    keypoints,
    library,
    listings,
    meetings,
    organs,
    registers,
    reports,
    requests,
    responses,
    rot,
    selfeval,
    statistics,
    texts,
    tombstones,
)
from generator.plans.prepared import Prepared

Plan = Callable[[Prepared], Iterator[Page]]

# Those whose pages the search finds; nothing of the others does it need.
FOUND: tuple[Plan, ...] = (
    entries.plan_entries,
    documents.plan_documents,
    bodies.plan_units,
    consultations.plan_consultations,
    interpretations.plan_interpretations,
    responses.plan_responses,
    meetings.plan_meetings,
    cases.plan_cases,
    reports.plan_reports,
    texts.plan_texts,
)
OTHERS: tuple[Plan, ...] = (
    front.plan_front,
    front.plan_machine_files,
    listings.plan_catalogue,
    listings.plan_categories,
    listings.plan_stages,
    listings.plan_clusters,
    bodies.plan_fields,
    registers.plan_duties,
    registers.plan_laws,
    coverage.plan_coverage,
    organs.plan_organs,
    keypoints.plan_keypoints,
    evaluations.plan_evaluations,
    selfeval.plan_selfeval,
    rot.plan_rot,
    library.plan_register,
    directories.plan_directories,
    cleanups.plan_cleanups,
    attributes.plan_attributes,
    adjustments.plan_adjustments,
    disclosures.plan_disclosures,
    statistics.plan_statistics,
    applying.plan_applying,
    requests.plan_deadlines,
    tombstones.plan_tombstones,
)
PLANS: tuple[Plan, ...] = (*FOUND, *OTHERS)
