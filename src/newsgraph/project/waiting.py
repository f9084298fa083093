"""Keys that wait for their words: those of an article that was taken out, or of sentences that were edited away.

They are known by the sentences that they stood in. When the article comes back, or the sentence does, they are its keys
again; another article under the same name or in the same file gets none of them.
"""

from __future__ import annotations

from collections import defaultdict

from newsgraph.graph.ledger import Places, enter_place
from newsgraph.passages import digest, sentences

Waiting = dict[str, Places]
"""Keys at offsets from the start of sentences. These are told by how many there are in a row, a digest of their words,
and which of those that are spelled alike they are in their text, as in "1 9f86d081884c7d65 2"; "" is the whole article,
with its own key and that of its story."""
Span = tuple[int, int]
"""Start and end."""
_SAME = 3
"""One sentence in so many is known of an article that has come back."""


def let_wait(places: Places, text: str) -> Waiting:
    """What is known of an article, by the sentences of its text."""
    spans = sentences(text)
    names: dict[int, dict[Span, str]] = {}
    found: Waiting = {}
    for sort, at in places.items():
        for slot, key in at.items():
            offsets, _, _ = slot.partition("/")
            if not offsets:
                enter_place(found.setdefault("", {}), sort, "", key)
                continue
            start, end = map(int, offsets.split("-"))
            own = [span for span in spans if span[1] > start and span[0] < end]
            if own and own[0][0] <= start and end <= own[-1][1]:
                first, last = own[0][0], own[-1][1]
                if len(own) not in names:
                    names[len(own)] = _named(text, spans, len(own))
                row = names[len(own)][first, last]
                enter_place(found.setdefault(row, {}), sort, f"{start - first}-{end - first}", key)
    return found


def come_back(waiting: Waiting, text: str, *, is_same: bool) -> tuple[Places, Waiting]:
    """The keys whose sentences a text has, at their places in it, and those that still wait.

    Unless it is known that the text `is_same`, of the article for whose words they wait, it must have some of these.
    """
    spans = sentences(text)
    sizes = {int(name.split()[0]) for name in waiting if name}
    where = {name: span for size in sizes for span, name in _named(text, spans, size).items() if name in waiting}
    if not is_same and _SAME * len(where) < min(len(waiting.keys() - {""}), len(spans)):
        where = {}
    whole = waiting.get("", {})
    found: Places = {sort: dict(at) for sort, at in whole.items() if sort == "article" or is_same or where}
    for name, (first, _) in where.items():
        for sort, at in waiting[name].items():
            for slot, key in at.items():
                start, end = map(int, slot.partition("/")[0].split("-"))
                enter_place(found, sort, f"{start + first}-{end + first}", key)
    left = {name: places for name, places in waiting.items() if name and name not in where}
    if still := {sort: at for sort, at in whole.items() if sort not in found}:
        left[""] = still
    return found, left


def together(one: Places, other: Places) -> Places:
    """What is known of an article by two: keys of both, where both know one."""
    found = {sort: dict(at) for sort, at in one.items()}
    for sort, at in other.items():
        for slot, key in at.items():
            enter_place(found, sort, slot.partition("/")[0], key)
    return found


def _named(text: str, spans: list[Span], size: int) -> dict[Span, str]:
    """What so many sentences in a row are called, for each row in a text."""
    met: dict[str, int] = defaultdict(int)
    found = {}
    for (start, _), (_, end) in zip(spans, spans[size - 1 :], strict=False):
        name = f"{size} {digest(text[start:end])}"
        met[name] += 1
        found[start, end] = f"{name} {met[name]}"
    return found
