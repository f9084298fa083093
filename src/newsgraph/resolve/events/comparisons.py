"""How two accounts compare, point by point: each comparison has levels that a reader understands.

A level says what was found ("same day", "one place within the other"); its weight, learnt once and kept in
`weights.csv`, says how much more often it is found between accounts of one event than between accounts of two. All
pairs are compared at once: `level` gives an array with the number of the level of each pair.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

import numpy as np

from newsgraph.resolve.events.columns import NO_DAY, AlmanacColumns, Pairs, SideColumns
from newsgraph.resolve.events.sets import Sets


@dataclass(frozen=True, slots=True)
class Comparison:
    """One point of comparison, with a function that gives the number of the level of each pair."""

    name: str
    levels: tuple[str, ...]
    level: Callable[[Pairs], np.ndarray]
    silent: int = -1
    """The level that tells a reader nothing."""


def _first(*conditions: np.ndarray) -> np.ndarray:
    """For each pair the number of the first condition that holds, else the number of conditions."""
    found = np.full(len(conditions[0]), len(conditions), np.int8)
    for number in range(len(conditions) - 1, -1, -1):
        np.copyto(found, np.int8(number), where=conditions[number])
    return found


def _once(level: Callable[[Pairs], np.ndarray]) -> Callable[[Pairs], np.ndarray]:
    """A comparison that others ask for, too: it is made once for the same pairs."""

    @wraps(level)
    def found(pairs: Pairs) -> np.ndarray:
        return pairs.once(level.__name__, lambda: level(pairs))

    return found


def _kind(pairs: Pairs) -> np.ndarray:
    kind, modes = pairs.of.kind, pairs.of.modes
    one, other = pairs.sizes(modes)
    same, uncoded = pairs.same(kind), pairs.of.code("OTHER")
    another_mode = (one > 0) & (other > 0) & (pairs.shared(modes) == 0)
    uncoded_one = (kind[pairs.one] == uncoded) | (kind[pairs.other] == uncoded)
    return _first(same & ~another_mode, same, ~uncoded_one)


def _deed(pairs: Pairs) -> np.ndarray:
    of = pairs.of
    one, other = pairs.sizes(of.sorts)
    return _first(pairs.shared(of.stems) > 0, pairs.shared(of.sorts) > 0, pairs.shared(of.happenings) > 0,
                  (one > 0) & (other > 0))


@_once
def _day(pairs: Pairs) -> np.ndarray:
    (first, first_), (last, last_) = pairs.both(pairs.of.first), pairs.both(pairs.of.last)
    dated, dated_ = first != NO_DAY, first_ != NO_DAY
    both, neither = dated & dated_, ~(dated | dated_)
    apart = np.maximum(np.maximum(first_ - last, first - last_), 0)
    exact = (first == first_) & (last == last_) & (first == last)
    published, published_ = pairs.both(pairs.of.published)
    day, paper = np.where(dated, last, last_), np.where(dated, published_, published)
    after, known = paper - day, paper != NO_DAY
    early = paper - np.where(dated, first, first_) < -1
    one, other = pairs.both(pairs.of.factuality)
    done = np.where(dated, other, one) == pairs.of.code("actual")
    return _first(
        both & (apart == 0) & exact, both & (apart == 0), both & (apart == 1), both & (apart <= 7), both,
        ~neither & known & early & done, ~neither & known & (after >= -1) & (after <= 3),
        ~neither & known & (np.abs(after) <= 31), ~neither & ~known, ~neither,
    )


def _almanac(pairs: Pairs, told: AlmanacColumns, known: np.ndarray) -> np.ndarray:
    """Days without a year, where one of two has no other (`known` where both have)."""

    def asked(sets: Sets) -> np.ndarray:
        one, other = pairs.sizes(sets)
        return np.asarray(~known & (one > 0) & (other > 0))

    date, weekday = asked(told.dates), asked(told.weekdays)
    same_date, same_weekday = pairs.shared(told.dates) > 0, pairs.shared(told.weekdays) > 0
    return _first(date & same_date, date, weekday & same_weekday, weekday)


def _dated(pairs: Pairs) -> np.ndarray:
    one, other = pairs.both(pairs.of.first)
    return np.asarray((one != NO_DAY) & (other != NO_DAY))


def _published_both(pairs: Pairs) -> np.ndarray:
    return np.asarray(pairs.in_one_article | (pairs.publication_gap >= 0))


def _many(pairs: Pairs) -> np.ndarray:
    """Many deeds that are told at once are hardly the same many as another paper's."""
    one, other = pairs.both(pairs.of.many)
    return _first(one & other, one | other)


def _another(pairs: Pairs) -> np.ndarray:
    one, other = pairs.both(pairs.of.another)
    return _first(one != other)


_NEAR_DAYS = (0, 1, 2, 6)


def is_anchored(pairs: Pairs) -> np.ndarray:
    """Whether a day speaks for one event: that of the accounts, or of their publication."""
    return np.isin(_day(pairs), _NEAR_DAYS) | np.isin(_published(pairs), (0, 1))


@_once
def _published(pairs: Pairs) -> np.ndarray:
    gap = pairs.publication_gap
    known = ~pairs.in_one_article & (gap >= 0)
    return _first(known & (gap <= 1), known & (gap <= 3), known & (gap <= 31), known)


@_once
def _place(pairs: Pairs) -> np.ndarray:
    place = pairs.of.place
    same = pairs.shared(place.named) > 0
    (named, named_), (countries, countries_) = pairs.sizes(place.named), pairs.sizes(place.countries)
    exact = same & (place.has_other[pairs.one] | (place.states.sizes(pairs.one) == 0))
    return _first(
        exact, same | pairs.crosswise(place.states, place.countries), pairs.shared(place.cells, place.around) > 0,
        pairs.shared(place.countries) > 0,
        (countries > 0) & (countries_ > 0), (named > 0) & (named_ > 0), pairs.shared(place.heads) > 0,
    )


def _side(pairs: Pairs, side: SideColumns) -> np.ndarray:
    (named, named_), (heads, heads_) = pairs.sizes(side.named), pairs.sizes(side.heads)
    told, told_ = (named > 0) | (heads > 0), (named_ > 0) | (heads_ > 0)
    bare = (named == 0) & (named_ == 0)
    return _first(
        pairs.shared(side.named) > 0, pairs.shared(side.heads) > 0, pairs.shared(side.countries) > 0,
        (named > 0) & (named_ > 0), pairs.shared(side.sectors) > 0, told & told_ & bare, told & told_,
    )


@_once
def _target(pairs: Pairs) -> np.ndarray:
    return _side(pairs, pairs.of.target)


def _crossed(pairs: Pairs) -> np.ndarray:
    """Who acts here and is acted on there."""
    return _first(pairs.crosswise(pairs.of.agent.named, pairs.of.target.named))


@_once
def _toll(pairs: Pairs) -> np.ndarray:
    least, most, counted = pairs.of.least, pairs.of.most, pairs.of.counted
    found = np.full(len(pairs.one), 4, np.int8)
    rows = np.flatnonzero(counted[pairs.one] & counted[pairs.other])
    one, other = pairs.one[rows], pairs.other[rows]
    low, low_, high, high_ = least[one], least[other], most[one], most[other]
    shared = (low >= 0) & (low_ >= 0)
    equal = (~shared | ((low == low_) & (high == high_))).all(axis=1)
    few = np.minimum(high, high_)
    near = (~shared | (np.maximum(low, low_) <= np.maximum(2 * few, few + 3))).all(axis=1)
    greatest = np.where(shared, low, -1).max(axis=1, initial=-1)
    level = _first(equal & (greatest > _GREAT), equal & (greatest > _SMALL), equal, near)
    found[rows] = np.where(level == 4, 5, level)
    return found


_SMALL, _GREAT = 2, 9
"""Many deeds kill one or two, and several up to nine; a greater number is hardly told of two deeds."""


def _death(pairs: Pairs) -> np.ndarray:
    """Nobody dies twice."""
    one, other = pairs.sizes(pairs.of.dead)
    return _first(pairs.shared(pairs.of.dead) > 0, (one > 0) & (other > 0))


def _named(pairs: Pairs) -> np.ndarray:
    """What has a name is a war or a tournament as a rule, and what has none a deed in it."""
    one, other = pairs.both(pairs.of.name >= 0)
    return _first((one != other) & ~pairs.in_one_article)


def _whether(pairs: Pairs) -> np.ndarray:
    one, other = pairs.both(pairs.of.factuality)
    actual, possible, future = (pairs.of.code(way) for way in ("actual", "possible", "future"))
    alleged = ((one == actual) & (other == possible)) | ((one == possible) & (other == actual))
    return _first((one == other) & (one == actual), one == other, alleged, (one == future) | (other == future))


def _story(pairs: Pairs) -> np.ndarray:
    return np.where(pairs.in_one_article, 2, _first(pairs.same(pairs.of.story)))


def _names(pairs: Pairs) -> np.ndarray:
    one, other = pairs.sizes(pairs.of.names)
    shared = pairs.shared(pairs.of.names)
    return _first(shared > 1, shared == 1, (one > 0) & (other > 0))


def _leads(pairs: Pairs) -> np.ndarray:
    one, other = pairs.sizes(pairs.of.leads)
    shared, apart = pairs.shared(pairs.of.leads), ~pairs.in_one_article
    return _first(apart & (shared > 1), apart & (shared == 1), apart & (one > 0) & (other > 0))


_WORDS = tuple("AGREE CONSULT SUPPORT CONCEDE COOPERATE REQUEST ACCUSE REJECT THREATEN".split())
_POSTS = ("ELECT", "APPOINT")


def _repeated(pairs: Pairs) -> np.ndarray:
    """What is said or agreed comes again and again, as elections do; a blow falls once, a charge hardly more often."""
    def of_kinds(kinds: tuple[str, ...]) -> np.ndarray:
        codes = [pairs.of.code(kind) for kind in kinds]
        one, other = pairs.both(pairs.of.kind)
        return np.asarray(np.isin(one, codes) | np.isin(other, codes))

    words, (one, other) = of_kinds(_WORDS), pairs.both(pairs.of.at_law)
    accused = one & other & (pairs.shared(pairs.of.modes) > 0)
    return _first(words & accused, words, of_kinds(_POSTS))


@_once
def _ground(pairs: Pairs) -> np.ndarray:
    """Whether something ties two accounts down that two events of one long story would not share.

    Papers of one day tell of one story, but of many small deeds in it.
    """
    of = pairs.of
    firm = (_target(pairs) == 0) | (_place(pairs) == 0) | (_toll(pairs) <= 1)
    firm |= of.main[pairs.one] & of.main[pairs.other]
    together = np.isin(_published(pairs), (0, 1))
    return _first(
        pairs.in_one_article | np.isin(_day(pairs), _NEAR_DAYS) | (together & firm), together, firm,
        (pairs.shared(of.agent.named) > 0) | (pairs.shared(of.names) > 1),
    )


def _centre(pairs: Pairs) -> np.ndarray:
    one, other = pairs.both(pairs.of.main)
    return _first(one & other, one | other)


def _rivals(pairs: Pairs) -> np.ndarray:
    one, other = pairs.both(pairs.of.alone)
    apart = ~pairs.in_one_article
    return _first(apart & one & other, apart & (one | other))


_STEPS = ("under .05", ".05 to .1", ".1 to .15", ".15 to .2", ".2 to .3", ".3 to .4", ".4 to .6", "over .6")
_EDGES = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6)


def _articles(pairs: Pairs) -> np.ndarray:
    """By the words of two articles; apart from each other, as a day speaks for them or not."""
    steps = np.digitize(pairs.of.articles.likeness(*pairs.both(pairs.of.article)), _EDGES)
    return np.where(pairs.in_one_article, 2 * len(_STEPS), steps + len(_STEPS) * ~is_anchored(pairs))


_WORTH = 6.0
"""Rarity in common for each step of the logarithm: more than one, as words come in company."""
_SHORT_BY = (0.0, 5.0, 9.0)


def _ties(pairs: Pairs) -> np.ndarray:
    """How likely it is beforehand that articles are of one story: what ties them to it against how many there are.

    Of N articles one in N is sought, so what ties it to its story must be worth the logarithm of N. Briefs share little
    with anything, however alike they are. A day in common makes up for it.
    """
    due = _WORTH * np.log(pairs.of.articles.rows.shape[0])
    tied = np.minimum(*pairs.both(pairs.of.company))
    asked = (_ground(pairs) > 0) & pairs.same(pairs.of.story)
    return np.where(asked, np.digitize(due - tied, _SHORT_BY, right=True), 0)


_SENTENCE_EDGES = (0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.45)


def _sentences(pairs: Pairs) -> np.ndarray:
    """By the words of the sentences that tell the event."""
    return np.asarray(np.digitize(pairs.of.sentences.likeness(pairs.one, pairs.other), _SENTENCE_EDGES))


COMPARISONS = (
    Comparison("kind", ("same kind", "another mode", "another kind", "one of no kind"), _kind),
    Comparison("deed", ("same word", "same sort of deed", "deeds of one happening", "other sorts of deed",
                        "other words"), _deed),
    Comparison("day", ("same day", "times meet", "a day apart", "days apart", "more than a week apart",
                       "dated after the other tells it as done", "dated just before the other is published",
                       "dated within a month of the other's publication", "one undated",
                       "dated long before or after the other is published", "both undated"), _day, 10),
    Comparison("almanac", ("same day of a month", "other days of a month", "same weekday", "other weekdays", ""),
               lambda pairs: _almanac(pairs, pairs.of.almanac, _dated(pairs)), 4),
    Comparison("lead", ("articles that begin with one day of a month", "articles that begin with other days",
                        "articles that begin with one weekday", "articles that begin with other weekdays", ""),
               lambda pairs: _almanac(pairs, pairs.of.lead, _published_both(pairs)), 4),
    Comparison("published", ("published together", "published within days", "published within a month",
                             "published more than a month apart", "day of publication unknown"), _published, 4),
    Comparison("place", ("same place", "one place in the other", "places near each other",
                         "other places of the country", "other countries", "other places", "same sort of place",
                         "place not told"), _place, 7),
    Comparison("target", ("same target", "like target", "targets of one country", "other targets",
                          "targets of one sector", "another sort of target", "a named and an unnamed target",
                          "target not told"),
               _target, 7),
    Comparison("agent", ("same agent", "like agent", "agents of one country", "other agents",
                         "agents of one sector", "another sort of agent", "a named and an unnamed agent",
                         "agent not told"),
               lambda pairs: _side(pairs, pairs.of.agent), 7),
    Comparison("crossed", ("agent here, target there", ""), _crossed, 1),
    Comparison("toll", ("same great number", "same number", "same small number", "numbers near each other",
                        "no number in common", "numbers far apart"), _toll, 4),
    Comparison("death", ("death of one and the same", "deaths of others", ""), _death, 2),
    Comparison("whether", ("both happened", "neither is told as fact", "one alleged", "one to come", "one denied"),
               _whether, 0),
    Comparison("named", ("one has a name of its own", ""), _named, 1),
    Comparison("story", ("articles of one story", "articles of different stories", "told in one article"), _story, 2),
    Comparison("names", ("names in common in the sentences", "a name in common in the sentences",
                         "other names in the sentences", "no names in the sentences"), _names, 3),
    Comparison("leads", ("articles on the same names", "articles with one chief name in common",
                         "articles on other names", "articles without chief names"), _leads, 3),
    Comparison("ground", ("a day in common", "published together, no more",
                          "no day, but something firm in common", "no day, only names in common",
                          "nothing firm in common"), _ground, 0),
    Comparison("repeated", ("charges, which are brought once", "words, which may be said again",
                            "elections, which come again", "a deed"), _repeated, 3),
    Comparison("many", ("many deeds in both", "many deeds in one", "one deed"), _many, 2),
    Comparison("another", ("one is told as another than the one before", ""), _another, 1),
    Comparison("centre", ("what both articles are about", "what one article is about", ""), _centre, 2),
    Comparison("rivals", ("the only such deed in both articles", "the only such deed in one article", ""), _rivals, 2),
    Comparison("articles", (
        *(f"articles alike by {step}" for step in _STEPS),
        *(f"articles alike by {step}, no day in common" for step in _STEPS), "in one article"), _articles, 16),
    Comparison("ties", ("", "articles tied by little", "articles that share few rare words",
                        "articles that share no more than any two here"), _ties, 0),
    Comparison("sentences", tuple(f"sentences alike by {x}" for x in (
        "under .02", ".02 to .05", ".05 to .1", ".1 to .15", ".15 to .2", ".2 to .3", ".3 to .45", "over .45")),
        _sentences),
)
