"""Posts that are told in several ways are one tie: "ministry spokeswoman", "spokeswoman for the foreign ministry"."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from itertools import chain
from typing import Any

from newsgraph.graph.edge_facts import agreed_time
from newsgraph.graph.evidence import Evidence
from newsgraph.graph.tables import PERIOD

POSTS = frozenset(("headOf", "memberOf", "roleAt"))
"""Ties that have the name of a post."""
_WORD = re.compile(r"[^\W_]+")
_LITTLE = frozenset("a an and at for her his in its of on s the their to".split())
_OTHER_POST = frozenset(
    "vice deputy assistant associate under junior shadow prime sub co interim designate elect substitute second".split()
)
"""What makes the name of a post that of another one: a vice president is no president."""

Merged = Callable[[Iterable[Evidence]], Collection[Evidence]]


def fold_posts(edges: dict[str, dict[str, Any]], merged: Merged) -> None:
    """Let ties between two nodes that tell one post be one, by the name that says most of it.

    `edges` are those from one node to another, by key; they are changed in place. `merged` puts evidence in order. What
    may be either of two posts ("minister", where there is a foreign and a finance minister) stays by itself.
    """
    posts = [(_words(data), key, data) for key, data in edges.items() if data["type"] in POSTS]
    if len(posts) < 2:  # nearly all
        return
    posts.sort(key=lambda post: (-len(post[0]), -post[2]["count"], post[1]))
    kept = list[tuple[frozenset[str], dict[str, Any]]]()
    for words, key, data in posts:
        wholes = [whole for more, whole in kept if _is_part(words, data, more, whole)]
        if len(wholes) == 1:
            _fold(wholes[0], data, merged)
            del edges[key]
        else:
            kept.append((words, data))


def _words(data: dict[str, Any]) -> frozenset[str]:
    return frozenset(_WORD.findall(str(data.get("role", "")).casefold())) - _LITTLE


def _is_part(words: frozenset[str], data: dict[str, Any], more: frozenset[str], whole: dict[str, Any]) -> bool:
    """Whether a post has no word that another has not, and that one none that makes it another post."""
    alike = all(data.get(name) == whole.get(name) for name in ("type", "former", "acting"))
    return alike and words <= more and _OTHER_POST.isdisjoint(more - words)


def _fold(whole: dict[str, Any], data: dict[str, Any], merged: Merged) -> None:
    whole["evidence"] = merged(chain(whole["evidence"], data["evidence"]))
    whole["count"] = len(whole["evidence"])
    if "confidence" in data:
        whole["confidence"] = max(data["confidence"], whole.get("confidence", 0.0))
    if data.get("basis") != whole.get("basis"):
        whole.pop("basis", None)
    for name in PERIOD:
        times = {tie[name] for tie in (whole, data) if name in tie}
        whole.pop(name, None)
        if times and (time := agreed_time(times)) is not None:
            whole[name] = time
