"""A post that is told in several ways is one tie."""

from __future__ import annotations

from typing import Any

import pytest

from newsgraph.graph.evidence import Evidence, merge_evidence
from newsgraph.graph.folded_posts import fold_posts


def ties(*roles: str | None, **facts: Any) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for place, role in enumerate(roles):
        quoted = Evidence("article/one", place, place + 1, "x", "x", place, place + 1)
        data: dict[str, Any] = {"type": "roleAt", "evidence": [quoted], "count": 1, "confidence": place / 10, **facts}
        found[f"roleAt role={role}"] = data | ({"role": role} if role else {})
    return found


@pytest.mark.parametrize(
    ("roles", "left"),
    [
        (("ministry spokeswoman", "spokeswoman for the foreign ministry", "foreign ministry spokeswoman"), 1),
        ((None, "leader"), 1),
        (("envoy", "special envoy for the Delta"), 1),
        (("president", "vice president"), 2),
        (("minister", "foreign minister", "finance minister"), 3),
        (("prime minister", "president"), 2),
    ],
)
def test_posts_that_say_the_same_are_one(roles: tuple[str | None, ...], left: int) -> None:
    edges = ties(*roles)
    fold_posts(edges, merge_evidence)
    assert len(edges) == left
    assert sum(data["count"] for data in edges.values()) == len(roles)


def test_the_name_that_says_most_stays_with_all_evidence() -> None:
    edges = ties("envoy", "special envoy for the Delta")
    fold_posts(edges, merge_evidence)
    (data,) = edges.values()
    assert (data["role"], data["confidence"], data["count"]) == ("special envoy for the Delta", 0.1, 2)


def test_a_former_post_is_none_of_today() -> None:
    edges = ties("mayor") | {"roleAt former=True role=mayor": ties("mayor", former=True)["roleAt role=mayor"]}
    fold_posts(edges, merge_evidence)
    assert len(edges) == 2
