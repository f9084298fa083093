"""What the parser often gets wrong in news, put right before any rule looks at it."""

from __future__ import annotations

from newsgraph.language.english.syntax.repairs.attachment import (
    find_of_what,
    find_who_tried,
    find_whom_against,
    free_phrases_behind_dates,
)
from newsgraph.language.english.syntax.repairs.circles import open_circles
from newsgraph.language.english.syntax.repairs.clauses import join_sentences_side_by_side
from newsgraph.language.english.syntax.repairs.complements import find_what_it_is_named
from newsgraph.language.english.syntax.repairs.coordination import (
    join_lost_nouns,
    join_names_over_ages,
    repair_coordination,
)
from newsgraph.language.english.syntax.repairs.noun_phrases import find_owners, find_wider_places, lead_by_offices
from newsgraph.language.english.syntax.repairs.passives import repair_passives
from newsgraph.language.english.syntax.repairs.relatives import agree_relatives
from newsgraph.language.english.syntax.repairs.subjects import (
    find_contents_of_warnings,
    find_second_subjects,
    find_subjects_before_reports,
    find_subjects_behind_reports,
    take_subjects_from_auxiliaries,
)
from newsgraph.language.english.syntax.repairs.verbs import (
    find_far_conjuncts,
    find_lost_verbs,
    find_second_reports,
    find_tagged_nouns,
    find_verbs_in_names,
)
from newsgraph.language.english.syntax.tokens import Tokens

_REPAIRS = (
    take_subjects_from_auxiliaries,
    join_sentences_side_by_side,
    find_verbs_in_names,
    find_lost_verbs,
    join_lost_nouns,
    lead_by_offices,
    find_owners,
    repair_passives,
    find_wider_places,
    free_phrases_behind_dates,
    join_names_over_ages,
    find_second_subjects,
    find_contents_of_warnings,
    find_far_conjuncts,
    find_second_reports,
    find_subjects_before_reports,
    find_subjects_behind_reports,
    find_whom_against,
    find_of_what,
    find_who_tried,
    find_what_it_is_named,
    find_tagged_nouns,
    repair_coordination,
    agree_relatives,
    open_circles,
)
"""In this order: some look for what others have mended."""


def repair_parse(parse: Tokens) -> None:
    """Mend heads, relations and tags in place."""
    for repair in _REPAIRS:
        repair(parse)
