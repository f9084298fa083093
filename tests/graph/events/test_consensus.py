"""Whom and where most accounts of a deed have, and what hardly any of them bears out."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from newsgraph.graph.events.consensus import Votes, stray_roles

NODES: dict[str, dict[str, Any]] = {
    "ada": {"type": "Person", "named": True, "label": "Ada Holm"},
    "bo": {"type": "Person", "named": True, "label": "Bo Lind"},
    "tarsk": {"type": "Place", "named": True, "label": "Tarsk", "lat": 50.0, "lon": 10.0, "country": "NL"},
    "quay": {"type": "Place", "named": True, "label": "Quay Street"},
    "harbour": {"type": "Place", "named": True, "label": "Low Harbour", "lat": 50.2, "lon": 10.1, "country": "NL"},
    "vesper": {"type": "Place", "named": True, "label": "Vesper", "lat": 61.0, "lon": 10.0, "country": "NL"},
    "norland": {"type": "Country", "named": True, "label": "Norland", "country": "NL", "lat": 60.0, "lon": 30.0},
    "sund": {"type": "Country", "named": True, "label": "Sund", "country": "SU", "lat": 51.0, "lon": 11.0},
    "league": {"type": "Organization", "named": True, "label": "Coast League"},
    "raiders": {"type": "Group", "named": False, "label": "the raiders"},
    "masked": {"type": "Group", "named": False, "label": "masked raiders"},
    "crew": {"type": "Group", "named": False, "label": "the crew"},
}


def strays(kind: str, articles: int, *, one_victim: bool = False, **told: dict[str, int]) -> set[tuple[str, str]]:
    """Of who has which role for how many articles, each in a sentence; the raiders are one noun."""
    votes = {(role, node): n for role, some in told.items() for node, n in some.items()}
    nouns: Counter[tuple[str, str]] = Counter()
    for (role, node), n in votes.items():
        if not NODES[node]["named"]:
            nouns[role, {"crew": "crew"}.get(node, "raider")] += n
    backing = {
        (role, node): n if NODES[node]["named"] else nouns[role, {"crew": "crew"}.get(node, "raider")]
        for (role, node), n in votes.items()
    }
    most = {role: max(n for (own, _), n in backing.items() if own == role) for role, _ in backing}
    return stray_roles(Votes(kind, articles, articles, Counter(votes), backing, nouns, most, NODES, one_victim))


@pytest.mark.parametrize(
    ("kind", "articles", "told", "wrong"),
    [
        ("ASSAULT", 6, {"agent": {"ada": 5, "bo": 1}}, {("agent", "bo")}),
        ("ASSAULT", 6, {"agent": {"ada": 3, "bo": 1}}, set()),
        ("CONSULT", 6, {"agent": {"ada": 5, "bo": 1}}, set()),
        # two called by one noun are two votes; and whom most call so on the other side is on that one
        ("ASSAULT", 6, {"agent": {"ada": 4, "raiders": 1, "masked": 1}}, set()),
        ("COERCE", 6, {"agent": {"ada": 2, "raiders": 1}, "target": {"masked": 3}}, {("agent", "raiders")}),
        # a league does not shoot where most have a person, nor has anybody made what befell
        ("ASSAULT", 9, {"agent": {"ada": 6, "league": 2}}, {("agent", "league")}),
        ("ASSAULT", 9, {"agent": {"raiders": 6, "league": 2}}, set()),
        ("DISASTER", 6, {"agent": {"bo": 1}, "target": {"ada": 3}}, {("agent", "bo")}),
        ("DISASTER", 3, {"agent": {"bo": 1}, "target": {"ada": 3}}, set()),
        # a deed may have several victims, but no league beside them
        ("ASSAULT", 6, {"target": {"ada": 5, "bo": 1, "league": 1}}, {("target", "league")}),
        # far from where most have it: not a street that is on no map, nor what is near, nor what is about
        ("ASSAULT", 6, {"place": {"tarsk": 3, "vesper": 1, "quay": 1, "harbour": 1}}, {("place", "vesper")}),
        ("ASSAULT", 6, {"place": {"tarsk": 3, "norland": 1, "sund": 1}}, {("place", "sund")}),
        ("ASSAULT", 6, {"place": {"tarsk": 2, "vesper": 1}}, set()),
        ("ASSAULT", 6, {"place": {"quay": 6, "vesper": 1}}, set()),
    ],
)
def test_what_hardly_any_account_says_is_no_role(
    kind: str, articles: int, told: dict[str, dict[str, int]], wrong: set[tuple[str, str]]
) -> None:
    assert strays(kind, articles, **told) == wrong


def test_a_deed_that_killed_one_has_one_victim() -> None:
    told = {"target": {"ada": 6, "bo": 2, "crew": 2}}
    assert strays("DISASTER", 6, one_victim=True, **told) == {("target", "bo")}
    assert strays("DISASTER", 6, **told) == set()


def test_one_account_alone_is_believed() -> None:
    assert strays("DISASTER", 1, agent={"ada": 1}, target={"ada": 1}) == set()
