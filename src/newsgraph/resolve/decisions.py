"""What people decide: that two things are one or are not, what something is called, what is false, what is right.

A decision is anchored to words of articles, not to ids or keys of a run, so it holds when articles are added, read
again, or read by another version. Those about one claim change its record before the graph is built; those about what
is the same change the groups that the machine has made. What fits nothing any more is reported.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Literal

import msgspec

from newsgraph.passages import digest, places_of_sentence, sentence_at
from newsgraph.records import Mention, Record

Verb = Literal["same", "different", "rename", "set", "drop", "confirm"]
VERBS: tuple[Verb, ...] = ("same", "different", "rename", "set", "drop", "confirm")
Sort = Literal["entity", "event", "proposal", "statement"]
SORTS: tuple[Sort, ...] = ("entity", "event", "proposal", "statement")
Item = tuple[str, str]
"""The id of an article, and that of an entity, event, proposal or statement in its record, or of an event's name."""


class Anchor(msgspec.Struct, frozen=True, order=True, omit_defaults=True):
    """Words of an article that something rests on."""

    article: str
    """Its id."""
    start: int
    end: int
    text: str
    sentence: str = ""
    """A digest of the sentence in which it begins, by `newsgraph.passages.digest`; empty as long as it is not known."""
    offset: int = 0
    """Characters from the start of that sentence to where it begins."""


class Decision(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One decision of a person."""

    verb: Verb
    sort: Sort
    """What `one` is."""
    one: tuple[Anchor, ...]
    other: tuple[Anchor, ...] = ()
    """The second of two: of the same sort; for a tie that is dropped or confirmed, its other end."""
    other_sort: Sort | None = None
    """What `other` is, where it is something else."""
    value: str | None = None
    """The new name or kind; the type of a tie."""
    label: str = ""
    """What it is about, for a reader."""
    coder: str = ""
    time: str = ""
    note: str = ""

    @property
    def id(self) -> str:
        """Twelve hexadecimal digits that follow from it, but for what its anchors know of their sentences."""
        one, other = (tuple(map(_without_sentence, side)) for side in (self.one, self.other))
        plain = msgspec.structs.replace(self, one=one, other=other)
        return hashlib.sha256(msgspec.json.encode(plain)).hexdigest()[:12]

    def __str__(self) -> str:
        by = f", says {self.coder}" if self.coder else ""
        on = f", {self.time[:10]}" if self.time else ""
        words = {"rename": "is called", "set": "is of kind"}.get(self.verb, self.verb)
        return f"{words}{f' {self.value}' if self.value else ''}{by}{on}"


def _without_sentence(anchor: Anchor) -> Anchor:
    return msgspec.structs.replace(anchor, sentence="", offset=0) if anchor.sentence else anchor


class Decided:
    """Decisions, with what each is about in given records."""

    def __init__(self, decisions: Iterable[Decision], records: Sequence[Record]) -> None:
        self.decisions = tuple(decisions)
        found: list[set[Item]] = [set() for _ in (*self.decisions, *self.decisions)]
        by_article: dict[str, dict[int, tuple[Sort, list[Anchor]]]] = defaultdict(dict)
        for number, decision in enumerate(self.decisions):
            sides = (decision.sort, decision.one), (decision.other_sort or decision.sort, decision.other)
            for side, (sort, words) in enumerate(sides):
                for anchor in words:
                    by_article[anchor.article].setdefault(2 * number + side, (sort, []))[1].append(anchor)
        for record in records if by_article else ():
            article = record.article.id
            for side, (sort, anchors) in by_article.get(article, {}).items():
                found[side].update((article, item) for item in find_items(anchors, sort, record))
        self._one, self._other = ([frozenset(items) for items in found[side::2]] for side in (0, 1))

    @property
    def unfit(self) -> tuple[Decision, ...]:
        """The decisions whose words are in no article any more, or are nothing that was found there."""
        found = zip(self.decisions, self._one, self._other, strict=True)
        return tuple(d for d, one, other in found if not one or (d.other and not other))

    def about(
        self, *verbs: Verb, sort: Sort | None = None
    ) -> list[tuple[Decision, frozenset[Item], frozenset[Item]]]:
        """The decisions of some kinds that fit, in their order, with both sides."""
        unfit = {id(decision) for decision in self.unfit}
        return [
            (decision, one, other)
            for decision, one, other in zip(self.decisions, self._one, self._other, strict=True)
            if decision.verb in verbs and id(decision) not in unfit and sort in (None, decision.sort)
        ]

    def rules(self, sort: Sort) -> bool:
        """Whether people have joined or parted things of a sort."""
        return any(decision.sort == sort and decision.verb in ("same", "different") for decision in self.decisions)

    def regroup[T](
        self, groups: Sequence[Sequence[T]], sort: Sort, items: Callable[[T], Iterable[Item]]
    ) -> list[list[T]]:
        """Groups of things that are one, as people want them: later decisions outrank earlier ones.

        Where a group is parted, what nobody has spoken of stays with the first side.
        """
        ruled = [
            (decision.verb, one, other)
            for decision, one, other in zip(self.decisions, self._one, self._other, strict=True)
            if decision.sort == sort and decision.verb in ("same", "different") and one and other
        ]
        if not ruled:
            return [list(group) for group in groups]
        parts: dict[int, list[T]] = dict(enumerate(map(list, groups)))
        at = {item: number for number, group in parts.items() for member in group for item in items(member)}
        for verb, one, other in ruled:
            touched = sorted({at[item] for item in one | other if item in at})
            if verb == "same":
                whole = parts[touched[0]] if touched else []
                for number in touched[1:]:
                    whole.extend(parts.pop(number))
                at.update({item: touched[0] for member in whole for item in items(member)})
                continue
            for number in touched:
                leaving = [m for m in parts[number] if not other.isdisjoint(items(m)) and one.isdisjoint(items(m))]
                staying = [m for m in parts[number] if m not in leaving]
                if leaving and any(not one.isdisjoint(items(m)) for m in staying):
                    new = max(parts) + 1
                    parts[number], parts[new] = staying, leaving
                    at.update({item: new for member in leaving for item in items(member)})
        return list(parts.values())


def find_items(anchors: Iterable[Anchor], sort: Sort, record: Record) -> set[str]:
    """The ids of what anchors in an article are on, each on what meets its words best.

    A statement rests on a piece in each of its sentences, which tell it together from other statements there. The name
    of an event is itself something: an event may have a node by its name alone, or share it with another.
    """
    places = {place for anchor in anchors if (place := locate(anchor, record.article.text)) is not None}
    spans = spans_of(record, sort)
    found = set[str]()
    if sort == "event":
        found.update(name_item(m) for m in event_names(record) if (m.start, m.end) in places)
        told = {(start, end) for start, end, _ in spans}
        places -= {(m.start, m.end) for m in event_names(record)} - told
    together = [places] if sort == "statement" and places else [{place} for place in places]
    found.update(item for some in together if (item := _nearest(some, spans)) is not None)
    return found


def _nearest(places: Collection[tuple[int, int]], spans: Iterable[tuple[int, int, str]]) -> str | None:
    """What has exactly the words of some places, else what meets them most."""
    size = sum(end - start for start, end in places)
    best: tuple[int, int, str] | None = None
    for start, end, item in spans:
        common = sum(max(0, min(end, last) - max(start, first)) for first, last in places)
        if common > 0:
            beside = (end - start) + size - 2 * common
            if best is None or (beside, start) < best[:2]:
                best = (beside, start, item)
    return None if best is None else best[2]


def in_sentence(anchor: Anchor, text: str) -> Anchor:
    """An anchor that knows its sentence, if its article has this text, with the anchor's words where it says."""
    if anchor.sentence or text[anchor.start : anchor.end] != anchor.text:
        return anchor
    span = sentence_at(text, anchor.start)
    if span is None:
        return anchor
    return msgspec.structs.replace(anchor, sentence=digest(text[slice(*span)]), offset=anchor.start - span[0])


def locate(anchor: Anchor, text: str) -> tuple[int, int] | None:
    """Where an anchor's words are, the nearest to where they were; None if the article has them no more.

    Words whose sentence is known are in that sentence alone.
    """
    if anchor.sentence:
        if in_sentence(msgspec.structs.replace(anchor, sentence="", offset=0), text) == anchor:
            return anchor.start, anchor.end
        begun = (at + anchor.offset for at in places_of_sentence(text, anchor.sentence))
        found = [at for at in begun if text.startswith(anchor.text, at)]
        return _nearest_of(found, anchor)
    if text[anchor.start : anchor.end] == anchor.text:
        return anchor.start, anchor.end
    found = [at for at in (text.find(anchor.text, anchor.start), text.rfind(anchor.text, 0, anchor.end)) if at >= 0]
    return _nearest_of(found, anchor)


def _nearest_of(found: Sequence[int], anchor: Anchor) -> tuple[int, int] | None:
    if not found or not anchor.text:
        return None
    at = min(found, key=lambda place: (abs(place - anchor.start), place))
    return at, at + len(anchor.text)


def spans_of(record: Record, sort: Sort) -> list[tuple[int, int, str]]:
    """The places of what a record holds of a sort, with ids."""
    match sort:
        case "entity":
            return [(m.start, m.end, m.entity) for m in record.mentions]
        case "event":
            return [(e.start, e.end, e.id) for e in record.events]
        case "proposal":
            return [(p.start, p.end, p.id) for p in record.proposals]
        case "statement":
            return [(a.content.start, a.content.end, a.id) for a in record.attributions]


def event_names(record: Record) -> list[Mention]:
    """The names of events in a record."""
    return [m for m in record.mentions if m.kind == "Event" and m.form == "name"]


def name_item(mention: Mention) -> str:
    """What the name of an event is called among what decisions are about: no event has such an id."""
    return f"name {mention.id}"
