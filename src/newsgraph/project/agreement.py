"""How far coders agree: Krippendorff's alpha over what two or more of them decided (needs newsgraph[team]).

A unit is what a decision is about: a pair that is the same or different, a claim that is right or wrong. Krippendorff,
K. (2011), Computing Krippendorff's alpha-reliability; values are nominal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from newsgraph.errors import NewsgraphError
from newsgraph.resolve.decisions import Decision

_SAYS = {"same": "same", "different": "different", "drop": "wrong", "confirm": "right"}
Unit = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of coders on the units that two or more of them have judged."""

    alpha: float | None
    """Krippendorff's alpha: 1 is perfect, 0 what chance gives; None where all judgements are the same."""
    share: float
    """The share of pairs of judgements on one unit that are equal."""
    units: int
    coders: tuple[str, ...]


def agreement(decisions: Iterable[Decision]) -> Agreement:
    """How far coders agree; the last word of each coder on a unit counts.

    Raises:
        NewsgraphError: no two coders judged the same, or the library is not installed.
    """
    said: dict[Unit, dict[str, str]] = defaultdict(dict)
    for decision in decisions:
        if decision.verb in _SAYS:
            said[_unit(decision)][decision.coder] = _SAYS[decision.verb]
    shared = [found for _, found in sorted(said.items(), key=str) if len(found) > 1]
    if not shared:
        raise NewsgraphError("no two coders have judged the same; give each decision its coder, and let both review")
    coders = tuple(sorted({coder for found in shared for coder in found}))
    pairs = [pair for found in shared for pair in combinations(found.values(), 2)]
    share = sum(one == other for one, other in pairs) / len(pairs)
    return Agreement(_alpha(shared), share, len(shared), coders)


def _alpha(shared: list[dict[str, str]]) -> float | None:
    if len({value for found in shared for value in found.values()}) < 2:
        return None
    try:
        from nltk.metrics.agreement import AnnotationTask
    except ImportError:
        raise NewsgraphError("agreement needs nltk; `pip install 'newsgraph[team]'` brings it") from None
    said = [(coder, str(unit), value) for unit, found in enumerate(shared) for coder, value in found.items()]
    return float(AnnotationTask(said).alpha())


def _unit(decision: Decision) -> Unit:
    """What a decision is about, the same whichever side is named first."""
    judged = "pair" if decision.verb in ("same", "different") else "claim"
    sides = [min(side) for side in (decision.one, decision.other) if side]
    places = [(a.article, a.start, a.end) for a in sides]
    return judged, decision.sort, decision.value or "", tuple(sorted(places) if judged == "pair" else places)
