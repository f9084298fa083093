"""What outranks the weights: pairs that nothing ties down, or that contradict each other."""

from __future__ import annotations

import numpy as np
import pytest

from newsgraph.resolve.events.comparisons import COMPARISONS
from newsgraph.resolve.events.grounds import grounded

USUAL = {
    "kind": "same kind", "deed": "same word", "day": "same day", "published": "published together",
    "place": "same place", "target": "same target", "agent": "agent not told", "crossed": "", "death": "",
    "toll": "no number in common", "whether": "both happened", "named": "", "story": "articles of one story",
    "names": "no names in the sentences", "leads": "articles without chief names", "ground": "a day in common",
    "repeated": "a deed", "centre": "", "rivals": "", "articles": "articles alike by .2 to .3",
    "sentences": "sentences alike by .1 to .15", "almanac": "", "lead": "", "many": "one deed", "another": "",
    "ties": "",
}  # fmt: skip
NO_DAY = {"day": "both undated", "published": "day of publication unknown"}
NOWHERE = {"place": "place not told", "rivals": "the only such deed in both articles"}
NEARLY_ONE = "articles alike by over .6, no day in common"
MONTHS = {"day": "one undated", "published": "published more than a month apart"}
NOTHING = {**NO_DAY, "ground": "nothing firm in common", "rivals": "the only such deed in both articles"}


LOOSE = -0.1
WEEKS = {"day": "both undated", "published": "published within a month"}
BRIEF = {**NO_DAY, "target": "target not told", "place": "one place in the other",
         "rivals": "the only such deed in both articles"}
STRANGE = {"day": "both undated", "deed": "other words", "target": "like target", "place": "place not told",
           "centre": "what both articles are about"}
ELECTED = {"repeated": "elections, which come again", "day": "times meet", "target": "target not told"}


def odds(*, close: bool = False, sum_: float = 2.0, **found: str) -> float:
    given = {**USUAL, **found}
    levels = np.array([[comparison.levels.index(given[comparison.name]) for comparison in COMPARISONS]])
    return float(grounded(levels, np.array([sum_]), close=close)[0])


@pytest.mark.parametrize(
    ("found", "held"),
    [
        ({}, 2.0),
        ({"repeated": "words, which may be said again"}, LOOSE),
        ({"repeated": "words, which may be said again", "sentences": "sentences alike by over .45"}, 2.0),
        ({"ground": "published together, no more", "day": "both undated"}, LOOSE),
        ({"ground": "published together, no more", "day": "both undated",
          "centre": "what both articles are about"}, 2.0),
        ({"named": "one has a name of its own"}, 2.0),
        ({"named": "one has a name of its own", "day": "both undated"}, LOOSE),
        ({**NOTHING, "articles": "articles alike by .2 to .3, no day in common"}, LOOSE),
        ({**NOTHING, "articles": "articles alike by .4 to .6, no day in common"}, 2.0),
        ({**NOTHING, "articles": "articles alike by .4 to .6, no day in common", "rivals": ""}, LOOSE),
        ({**NO_DAY, "articles": "in one article", "story": "told in one article"}, 2.0),
        ({"place": "other countries"}, -3.0),
        ({"almanac": "other days of a month"}, -3.0),
        ({**NO_DAY, "lead": "articles that begin with other days", "articles": NEARLY_ONE}, -3.0),
        ({"lead": "articles that begin with other days"}, 2.0),
        ({**NO_DAY, **NOWHERE}, LOOSE),
        ({**NO_DAY, **NOWHERE, "toll": "same number"}, 2.0),
        ({**NO_DAY, **NOWHERE, "sentences": "sentences alike by .2 to .3"}, LOOSE),
        ({**NO_DAY, **NOWHERE, "sentences": "sentences alike by over .45"}, 2.0),
        ({**NOWHERE, "day": "dated just before the other is published"}, LOOSE),
        ({**NO_DAY, **NOWHERE, "centre": "what one article is about"}, 2.0),
        ({**NO_DAY, **NOWHERE, "target": "like target", "centre": "what one article is about"}, LOOSE),
        ({**NO_DAY, **NOWHERE, "centre": "what one article is about",
          "articles": "articles alike by .4 to .6, no day in common"}, 2.0),
        ({**NO_DAY, **NOWHERE, "centre": "what both articles are about"}, 2.0),
        ({"day": "both undated", "many": "many deeds in one"}, LOOSE),
        ({"many": "many deeds in both"}, 2.0),
        ({"another": "one is told as another than the one before"}, LOOSE),
        ({**MONTHS, "target": "like target"}, LOOSE),
        ({**MONTHS, "target": "same target"}, 2.0),
        ({**MONTHS, "target": "like target", "toll": "same number"}, LOOSE),
        ({**MONTHS, "target": "like target", "toll": "same great number"}, 2.0),
        ({**MONTHS, "target": "like target", "death": "death of one and the same"}, 2.0),
        ({**MONTHS, "target": "same target", "deed": "other words"}, LOOSE),
        ({**STRANGE, "target": "same target"}, 2.0),
        (STRANGE, LOOSE),
        ({**STRANGE, "deed": "same sort of deed"}, 2.0),
        ({**STRANGE, "toll": "same number"}, 2.0),
        (WEEKS, 2.0),
        ({**WEEKS, "target": "like target", "place": "one place in the other"}, LOOSE),
        ({**WEEKS, "target": "like target", "place": "one place in the other", "toll": "same number"}, 2.0),
        (BRIEF, LOOSE),
        ({**BRIEF, "toll": "same number"}, 2.0),
        ({**BRIEF, "centre": "what both articles are about"}, LOOSE),
        ({**BRIEF, "centre": "what both articles are about",
          "articles": "articles alike by .3 to .4, no day in common"}, 2.0),
        (ELECTED, LOOSE),
        ({**ELECTED, "day": "same day"}, 2.0),
        ({**ELECTED, "names": "names in common in the sentences"}, LOOSE),
        ({**ELECTED, "centre": "what both articles are about"}, 2.0),
        ({"death": "deaths of others", "target": "like target", "toll": "same small number"}, 2.0),
        ({"death": "deaths of others", "target": "other targets", "toll": "same small number"}, -3.0),
        ({"day": "more than a week apart"}, -3.0),
        ({"place": "other places of the country"}, -3.0),
        ({"day": "dated after the other tells it as done"}, -3.0),
    ],
)
def test_pairs_that_nothing_ties_down_are_held_below_even(found: dict[str, str], held: float) -> None:
    assert odds(**found) == held


CHARGED = {"repeated": "charges, which are brought once"}


@pytest.mark.parametrize(
    ("found", "apart", "close"),
    [
        (CHARGED, LOOSE, 2.0),
        ({**CHARGED, "deed": "other words"}, LOOSE, LOOSE),
        ({"repeated": "words, which may be said again"}, LOOSE, LOOSE),
        ({**MONTHS, "target": "like target"}, LOOSE, 2.0),
        ({**MONTHS, "target": "like target", "deed": "other words"}, LOOSE, LOOSE),
        ({**NOTHING, "articles": "articles alike by .4 to .6, no day in common", "rivals": ""}, LOOSE, 2.0),
        ({"another": "one is told as another than the one before"}, LOOSE, LOOSE),
        ({"place": "other countries"}, -3.0, -3.0),
    ],
)
def test_less_is_asked_where_articles_tell_of_one_event_already(
    found: dict[str, str], apart: float, close: float
) -> None:
    assert odds(**found) == apart
    assert odds(close=True, **found) == close


def test_what_acquainted_articles_leave_out_speaks_less_against_one_event() -> None:
    assert odds(sum_=-4.0) == -4.0
    assert odds(close=True, sum_=-4.0) == -1.5
    assert odds(close=True, sum_=-4.0, place="other countries") == -3.0
