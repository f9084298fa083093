"""How two accounts compare, point by point: each comparison has levels that a reader understands.

A level says what was found ("same day", "one place within the other"); its weight, learnt once and kept in
`weights.csv`, says how much more often it is found between accounts of one event than between accounts of two.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from newsgraph.resolve.events.profiles import Profile, Side


@dataclass(frozen=True, slots=True)
class Comparison:
    """One point of comparison, with a function that gives the number of the level of two accounts."""

    name: str
    levels: tuple[str, ...]
    level: Callable[[Profile, Profile], int]
    silent: int = -1
    """The level that tells a reader nothing."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A point of comparison by a number from 0 to 1; level n holds what is below `edges[n]`."""

    name: str
    levels: tuple[str, ...]
    edges: tuple[float, ...]
    silent: int = -1

    def level(self, values: np.ndarray) -> np.ndarray:
        """The number of the level of each value."""
        return np.asarray(np.digitize(values, self.edges))


def _kind(one: Profile, other: Profile) -> int:
    if one.account.kind != other.account.kind:
        return 3 if "OTHER" in (one.account.kind, other.account.kind) else 2
    return 1 if one.modes and other.modes and not one.modes & other.modes else 0


def _deed(one: Profile, other: Profile) -> int:
    if one.stems & other.stems:
        return 0
    if one.sorts & other.sorts:
        return 1
    if one.happenings & other.happenings:
        return 2
    return 3 if one.sorts and other.sorts else 4


def _day(one: Profile, other: Profile) -> int:
    if one.days and other.days:
        apart = max((other.days[0] - one.days[1]).days, (one.days[0] - other.days[1]).days, 0)
        if apart > 0:
            return 2 if apart == 1 else 3 if apart <= 7 else 4
        return 0 if one.days == other.days and one.days[0] == one.days[1] else 1
    if one.days or other.days:
        dated, undated = (one, other) if one.days else (other, one)
        if dated.days is None or undated.published is None:
            return 7
        after = (undated.published - dated.days[1]).days
        return 5 if -1 <= after <= 3 else 6 if -31 <= after <= 31 else 8
    return 9


def is_anchored(one: Profile, other: Profile) -> bool:
    """Whether a day speaks for one event: that of the accounts, or of their publication."""
    return _day(one, other) in (0, 1, 2, 5) or _published(one, other) in (0, 1)


def _published(one: Profile, other: Profile) -> int:
    if one.article == other.article:
        return 4
    if one.published is None or other.published is None:
        return 4
    apart = abs((one.published - other.published).days)
    return 0 if apart <= 1 else 1 if apart <= 3 else 2 if apart <= 31 else 3


def _place(one: Profile, other: Profile) -> int:
    a, b = one.place, other.place
    if a.named & b.named:
        return 0 if (a.named & b.named and (len(a.countries - a.states) or not a.states)) else 1
    if a.states & b.countries or b.states & a.countries:
        return 1
    if a.countries and b.countries:
        return 2 if a.countries & b.countries else 3
    if a.named and b.named:
        return 4
    if a.heads & b.heads:
        return 5
    return 6


def _side(a: Side, b: Side) -> int:
    if a.named & b.named:
        return 0
    if a.heads & b.heads:
        return 1
    if a.countries & b.countries:
        return 2
    if a.named and b.named:
        return 3
    if not (a.named or a.heads) or not (b.named or b.heads):
        return 6
    return 5 if a.named or b.named else 4


def _crossed(one: Profile, other: Profile) -> int:
    """Who acts here and is acted on there."""
    return 0 if (one.agent.named & other.target.named) | (one.target.named & other.agent.named) else 1


def _toll(one: Profile, other: Profile) -> int:
    shared = one.counts.keys() & other.counts.keys()
    if not shared:
        return 3
    ranges = [(one.counts[what], other.counts[what]) for what in sorted(shared)]
    if all(a == b for a, b in ranges):
        return 0 if max(low for (low, _), _ in ranges) > 2 else 1
    near = all(max(a[0], b[0]) <= max(2 * min(a[1], b[1]), min(a[1], b[1]) + 3) for a, b in ranges)
    return 2 if near else 4


def _whether(one: Profile, other: Profile) -> int:
    ways = {one.account.factuality, other.account.factuality}
    if len(ways) == 1:
        return 0 if ways == {"actual"} else 1
    if ways == {"actual", "possible"}:
        return 2
    return 3 if "future" in ways else 4


def _story(one: Profile, other: Profile) -> int:
    if one.article == other.article:
        return 2
    return 0 if one.story == other.story else 1


def _names(one: Profile, other: Profile) -> int:
    shared = len(one.names & other.names)
    if shared:
        return 0 if shared > 1 else 1
    return 2 if one.names and other.names else 3


def _leads(one: Profile, other: Profile) -> int:
    if one.article == other.article:
        return 3
    shared = len(one.leads & other.leads)
    if shared:
        return 0 if shared > 1 else 1
    return 2 if one.leads and other.leads else 3


_WORDS = frozenset("AGREE CONSULT SUPPORT CONCEDE COOPERATE REQUEST ACCUSE REJECT THREATEN".split())


def _repeated(one: Profile, other: Profile) -> int:
    """What is said or agreed comes again and again; a blow falls once."""
    return 0 if one.account.kind in _WORDS or other.account.kind in _WORDS else 1


def _ground(one: Profile, other: Profile) -> int:
    """Whether something ties two accounts down that two events of one long story would not share."""
    if one.article == other.article or is_anchored(one, other):
        return 0
    firm = _side(one.target, other.target) == 0 or _place(one, other) == 0 or _toll(one, other) == 0
    if firm or (one.main and other.main):
        return 1
    return 2 if one.agent.named & other.agent.named or len(one.names & other.names) > 1 else 3


def _centre(one: Profile, other: Profile) -> int:
    return 0 if one.main and other.main else 1 if one.main or other.main else 2


def _rivals(one: Profile, other: Profile) -> int:
    if one.article == other.article:
        return 2
    return 0 if one.alone and other.alone else 1 if one.alone or other.alone else 2


COMPARISONS = (
    Comparison("kind", ("same kind", "another mode", "another kind", "one of no kind"), _kind),
    Comparison("deed", ("same word", "same sort of deed", "deeds of one happening", "other sorts of deed",
                        "other words"), _deed),
    Comparison("day", ("same day", "times meet", "a day apart", "days apart", "more than a week apart",
                       "dated just before the other is published", "dated within a month of the other's publication",
                       "one undated", "dated long before or after the other is published", "both undated"), _day, 9),
    Comparison("published", ("published together", "published within days", "published within a month",
                             "published more than a month apart", "day of publication unknown"), _published, 4),
    Comparison("place", ("same place", "one place in the other", "other places of the country", "other countries",
                         "other places", "same sort of place", "place not told"), _place, 6),
    Comparison("target", ("same target", "like target", "targets of one country", "other targets",
                          "another sort of target", "a named and an unnamed target", "target not told"),
               lambda one, other: _side(one.target, other.target), 6),
    Comparison("agent", ("same agent", "like agent", "agents of one country", "other agents",
                         "another sort of agent", "a named and an unnamed agent", "agent not told"),
               lambda one, other: _side(one.agent, other.agent), 6),
    Comparison("crossed", ("agent here, target there", ""), _crossed, 1),
    Comparison("toll", ("same number", "same small number", "numbers near each other", "no number in common",
                        "numbers far apart"), _toll, 3),
    Comparison("whether", ("both happened", "neither is told as fact", "one alleged", "one to come", "one denied"),
               _whether, 0),
    Comparison("story", ("articles of one story", "articles of different stories", "told in one article"), _story, 2),
    Comparison("names", ("names in common in the sentences", "a name in common in the sentences",
                         "other names in the sentences", "no names in the sentences"), _names, 3),
    Comparison("leads", ("articles on the same names", "articles with one chief name in common",
                         "articles on other names", "articles without chief names"), _leads, 3),
    Comparison("ground", ("a day in common", "no day, but something firm in common", "no day, only names in common",
                          "nothing firm in common"), _ground, 0),
    Comparison("repeated", ("words, which may be said again", "a deed"), _repeated, 1),
    Comparison("centre", ("what both articles are about", "what one article is about", ""), _centre, 2),
    Comparison("rivals", ("the only such deed in both articles", "the only such deed in one article", ""), _rivals, 2),
)
_STEPS = ("under .05", ".05 to .1", ".1 to .15", ".15 to .2", ".2 to .3", ".3 to .4", ".4 to .6", "over .6")
_EDGES = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6)
ARTICLES = Measure("articles", (
    *(f"articles alike by {step}" for step in _STEPS),
    *(f"articles alike by {step}, no day in common" for step in _STEPS), "in one article"),
    (*_EDGES, 1.0, *(1 + edge for edge in _EDGES), 2.0), 16)
"""By the words of two articles; 1 is added where no day speaks for them, and an article is like itself by 2."""
SENTENCES = Measure("sentences", tuple(f"sentences alike by {x}" for x in (
    "under .02", ".02 to .05", ".05 to .1", ".1 to .15", ".15 to .2", ".2 to .3", ".3 to .45", "over .45")),
    (0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.45))
"""By the words of the sentences that tell the event."""
EVERY: tuple[Comparison | Measure, ...] = (*COMPARISONS, ARTICLES, SENTENCES)
