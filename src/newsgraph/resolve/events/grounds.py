"""What outranks the weights: pairs that nothing ties down, or that contradict each other, are not of one event.

Weights are learnt from stories that several papers tell, where nearly all that is alike is one. In a collection at
large it is not: wars have many attacks, campaigns many speeches, desks write the same report each day.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from newsgraph.resolve.events.comparisons import COMPARISONS

_COLUMN = {comparison.name: column for column, comparison in enumerate(COMPARISONS)}
_CONTRADICTIONS = (
    (("agent", "other agents"), ("ground", "nothing firm in common")),
    (("place", "other countries"),), (("day", "more than a week apart"),),
    (("day", "dated after the other tells it as done"),),
    (("place", "other places"), ("leads", "articles on other names")),
    (("almanac", "other days of a month"),),
    # two towns, each with its own deed
    (("place", "other places of the country"),),
    # each tells of one dead, and of another one
    (("death", "deaths of others"), ("target", "other targets"), ("toll", "same small number")),
    (("death", "deaths of others"), ("story", "told in one article")),
    # a desk's report of each day
    (("lead", "articles that begin with other days"), ("articles", "articles alike by over .6, no day in common")),
)
_AGAINST = -3.0
_LOOSE = -0.1
UNLIKE = -1.5
"""What pairs of articles that tell of one event besides are held above, unless they contradict each other."""
Level = tuple[str, str]


class _Levels:
    """The levels of pairs, asked for by their names."""

    def __init__(self, levels: np.ndarray) -> None:
        self._levels = levels

    def at(self, name: str, level: str) -> np.ndarray:
        """Whether a comparison is at a level."""
        return np.asarray(self._levels[:, _COLUMN[name]] == COMPARISONS[_COLUMN[name]].levels.index(level))

    def all(self, points: Iterable[Level]) -> np.ndarray:
        """Whether comparisons are at levels."""
        return np.asarray(np.logical_and.reduce([self.at(*point) for point in points]))

    def from_(self, name: str, level: str) -> np.ndarray:
        """Whether a comparison is at a level, or at one that is listed after it."""
        return np.asarray(self._levels[:, _COLUMN[name]] >= COMPARISONS[_COLUMN[name]].levels.index(level))


def grounded(levels: np.ndarray, odds: np.ndarray, *, close: bool = False) -> np.ndarray:
    """Log-odds of pairs that nothing ties down, or that contradict each other, held below even.

    Args:
        levels: what is found at each pair, as `comparisons` has it.
        odds: the sums of the weights.
        close: whether the articles of the pairs tell of one event already. What else they tell may then be one with
            less in common, and what they leave out speaks less against it.
    """
    pairs = _Levels(levels)
    held = np.where(_is_loose(pairs, close), np.minimum(odds, _LOOSE), odds)
    held = np.maximum(held, UNLIKE) if close else held
    return np.asarray(np.where(contradicted(levels), np.minimum(held, _AGAINST), held))


def contradicted(levels: np.ndarray) -> np.ndarray:
    """Whether what is found at pairs contradicts that they are of one event; -1 stands for what is not known."""
    pairs = _Levels(levels)
    return np.asarray(np.logical_or.reduce([pairs.all(points) for points in _CONTRADICTIONS]))


def _is_loose(pairs: _Levels, close: bool) -> np.ndarray:
    """Whether two deeds of a sort may be told, whatever words the accounts share."""
    small = pairs.at("centre", "")
    own = pairs.at("deed", "same word") | pairs.at("deed", "same sort of deed")
    excused = own if close else np.zeros_like(own)
    loose = _is_small_or_many(pairs, small) | (_is_repeated(pairs) & ~(excused & pairs.at(*_CHARGES)))
    loose |= _is_of_other_weeks(pairs, own) & ~excused
    # what has neither a word nor a day in common is one of many deeds, unless it strikes one victim, or many
    strange = _across(pairs) & ~own & _is_dayless(pairs) & _is_placeless(pairs) & ~_of_one_victim(pairs)
    strange &= pairs.from_("toll", "same small number") & pairs.from_("day", "one undated")
    loose |= strange & ~pairs.from_("sentences", _LIKE)
    loose |= _is_of_strangers(pairs) & ~excused
    return np.asarray(loose | _is_dateless(pairs, small & pairs.at("rivals", "") & ~excused, excused))


_UNLIKE = tuple(
    f"articles alike by {share}{day}"
    for share in ("under .05", ".05 to .1", ".1 to .15", ".15 to .2")
    for day in ("", ", no day in common")
)
_LIKE, _SAME = "sentences alike by .3 to .45", "sentences alike by over .45"
_CHARGES = ("repeated", "charges, which are brought once")


def _across(pairs: _Levels) -> np.ndarray:
    return np.asarray(~pairs.at("story", "told in one article"))


def _is_of_strangers(pairs: _Levels) -> np.ndarray:
    """Papers of one day that have nothing in common but a deed of a sort: many are arrested on any day."""
    unlike = np.logical_or.reduce([pairs.at("articles", level) for level in _UNLIKE])
    unlike &= pairs.from_("names", "other names in the sentences") & pairs.from_("target", "targets of one country")
    unlike &= pairs.from_("place", "other places of the country") & pairs.from_("toll", "same small number")
    return np.asarray(unlike & ~pairs.from_("sentences", _LIKE) & _across(pairs))


def _is_dayless(pairs: _Levels) -> np.ndarray:
    return pairs.from_("day", "dated after the other tells it as done")


def _is_placeless(pairs: _Levels) -> np.ndarray:
    return pairs.from_("place", "other countries")


def _is_dated_by_paper(pairs: _Levels) -> np.ndarray:
    return pairs.at("day", "dated just before the other is published")


def _is_about_both(pairs: _Levels) -> np.ndarray:
    return pairs.at("centre", "what both articles are about")


def _are_words(pairs: _Levels) -> np.ndarray:
    return np.asarray(pairs.at("repeated", "words, which may be said again") | pairs.at(*_CHARGES))


def _is_small_or_many(pairs: _Levels, small: np.ndarray) -> np.ndarray:
    """What one paper tells beside its subject is one of many such deeds, unless it is told alike."""
    # with no day, target, place, toll or main event in common: articles that are very like, or like in like sentences
    close = pairs.from_("articles", "articles alike by .4 to .6, no day in common")
    close |= pairs.from_("articles", "articles alike by .3 to .4, no day in common") & pairs.from_("sentences", _LIKE)
    loose = pairs.from_("ground", "no day, only names in common") & ~close
    # papers of one day tell of many small deeds of one story: like sentences tell of one, or what one paper is about
    loose |= small & pairs.at("ground", "published together, no more") & ~pairs.from_(
        "sentences", "sentences alike by .2 to .3")
    # what has neither a day of its own nor a place nor a number
    countless = pairs.from_("toll", "numbers near each other")
    bare = _across(pairs) & small & _is_dayless(pairs) & _is_placeless(pairs) & countless
    loose |= bare & ~pairs.from_("sentences", _LIKE)
    loose |= pairs.at("another", "one is told as another than the one before") & _across(pairs) & small
    # "attacks" of two papers are hardly the same attacks
    several = pairs.at("many", "many deeds in both") | pairs.at("many", "many deeds in one")
    several &= pairs.from_("day", "times meet") & ~_is_dated_by_paper(pairs) & ~_is_about_both(pairs)
    return np.asarray(loose | several)


def _is_repeated(pairs: _Levels) -> np.ndarray:
    """What comes again and again: words, elections, and deeds in a war that has a name."""
    # what is said or agreed is said again and again: only nearly equal sentences tell of one saying
    loose = _are_words(pairs) & ~pairs.from_("sentences", _SAME)
    # a war that has a name is none of its attacks
    loose |= pairs.at("named", "one has a name of its own") & pairs.from_("day", "times meet")
    # there is an election each year, with other candidates
    again = pairs.at("repeated", "elections, which come again") & pairs.from_("target", "like target")
    again &= ~pairs.at("day", "same day") & ~_is_dated_by_paper(pairs) & ~_is_about_both(pairs)
    return np.asarray(loose | again)


def _is_of_other_weeks(pairs: _Levels, own: np.ndarray) -> np.ndarray:
    """Papers of other months tell of other deeds, unless of one victim, with one great toll or in one sentence.

    Those of other weeks, too, unless they have a place in common, or are mainly about it.
    """
    victim = _of_one_victim(pairs) & (own | pairs.at("death", "death of one and the same"))
    months = pairs.at("published", "published more than a month apart")
    months &= pairs.from_("day", "dated within a month of the other's publication")
    loose = months & ~victim & pairs.from_("toll", "same number") & ~pairs.from_("sentences", _SAME)
    weeks = pairs.at("published", "published within a month") & pairs.from_("day", "days apart")
    weeks &= ~_is_dated_by_paper(pairs) & ~victim & pairs.from_("toll", "same small number")
    about = _is_about_both(pairs) & pairs.from_("articles", "articles alike by .3 to .4, no day in common")
    return np.asarray(loose | (weeks & ~pairs.at("place", "same place") & ~about))


def _is_dateless(pairs: _Levels, small: np.ndarray, excused: np.ndarray) -> np.ndarray:
    """Where no day is known at all, papers repeat themselves: no saying is one, nor one of many small deeds.

    Of others, those of one victim or toll, in one place or what both articles are about, in articles that are alike,
    the more so the less else they have in common.
    """
    dateless = pairs.at("published", "day of publication unknown") & pairs.from_("day", "one undated") & _across(pairs)
    almanac = pairs.at("almanac", "same day of a month") | pairs.at("almanac", "same weekday")
    tied = _of_one_victim(pairs) | pairs.at("toll", "same great number") | pairs.at("toll", "same number")
    grounds = (".2 to .3", pairs.at("place", "same place") | almanac), (".3 to .4", _is_about_both(pairs))
    for likeness, ground in grounds:
        tied |= ground & pairs.from_("articles", f"articles alike by {likeness}, no day in common")
    tied |= pairs.from_("articles", "articles alike by .4 to .6, no day in common")
    words = _are_words(pairs) & ~(excused & pairs.at(*_CHARGES))
    return np.asarray(dateless & (words | small | ~tied))


def _of_one_victim(pairs: _Levels) -> np.ndarray:
    return np.asarray(pairs.at("target", "same target") | pairs.at("death", "death of one and the same"))
