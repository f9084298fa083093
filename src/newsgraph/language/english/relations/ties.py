"""Where the relations of a doc are gathered: who may stand in one, and that none is told twice of the same words."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from newsgraph.language.annotations import Annotations, Entity, Mention, Relation
from newsgraph.language.english.coreference.nominals import mentions_of
from newsgraph.language.english.nationalities import nationality_mention
from newsgraph.language.english.syntax.parse import parse_of
from newsgraph.language.words import words_of
from newsgraph.records import SYMMETRIC

ORGANIZATIONS = frozenset({"Agency", "InternationalOrganization", "Party", "ArmedGroup", "Organization"})
BODIES = ORGANIZATIONS | {"Country", "Place"}
HYPHENS = frozenset("- – ‑".split())
_AGAINST = frozenset("anti counter ex non post pre pro".split())
_HEAD_ENDS = frozenset("of for on in to against".split())


class Ties:
    """The relations of a doc, while they are looked for."""

    def __init__(self, doc: Doc, notes: Annotations) -> None:
        self.doc = doc
        self.words = words_of(doc)
        self.syntax = parse_of(doc)
        self.notes = notes
        self._tied: set[tuple[int, int]] = set()
        self._parties: dict[str, Entity] | None = None
        self._told: set[tuple[int, str, int, tuple[int, int], str | None]] = set()
        self._heads: dict[str, list[Mention]] | None = None
        # A name may begin or end with another one: the longest counts.
        self._starting: dict[int, Mention] = {}
        self._ending: dict[int, Mention] = {}
        for mention in notes.mentions:
            if mention.form == "name":
                self._enter_name(mention)

    def sentence_before(self, token: int) -> int:
        """The first token of the sentence before that of a token; of its own if it is of the first."""
        start = self.syntax.sent_start[token]
        return self.syntax.sent_start[start - 1] if start else 0

    def word(self, token: int, *, as_named: bool = False) -> str:
        """A word with the blank behind it, small as in running text, or with the capitals of a name."""
        text = self.words.text[token]
        small = text.lower() if text.istitle() and not as_named else text
        return small + " " * self.words.space[token]

    def people(self, token: int) -> list[Mention]:
        """The named persons that a word stands for."""
        return [m for m in self._named(token) if m.entity.kind == "Person"]

    def bodies(self, token: int) -> list[Mention]:
        """The named organisations, countries and places that a word stands for; "Indian" stands for India."""
        syntax = self.syntax
        found = [m for m in self._named(token) if m.entity.kind in BODIES]
        if not found and syntax.tag[token] in ("CD", "NNP") and token not in self.notes.covering:
            # A name that was not taken to its end: "Unit Two".
            found = [m for m in (self.name_ending(token),) if m is not None and m.entity.kind in ORGANIZATIONS]
        if not found and (country := self.nationality(token)):
            found = [country]
        return found

    def people_or_bodies(self, token: int) -> list[Mention]:
        """The named persons, else the named bodies that a word stands for."""
        return self.people(token) or self.bodies(token)

    def bodies_with_conjuncts(self, token: int) -> list[Mention]:
        """The bodies that a word and those coordinated with it stand for."""
        found = self.bodies(token)
        return [m for t in self.syntax.conjuncts(token) for m in self.bodies(t)] if found else []

    def taken_up(self, noun: int) -> list[Mention]:
        """The body that "the federation" takes up: the one named last before it whose name is that of a federation."""
        syntax = self.syntax
        if syntax.tag[noun] != "NN" or not any(syntax.lower[c] in ("the", "this", "that") for c in syntax.lefts(noun)):
            return []
        if self._heads is None:
            self._heads = {}
            for mention in sorted(self.notes.mentions, key=lambda m: m.start):
                if mention.entity.kind in ORGANIZATIONS and mention.form != "pronoun" and mention.entity.named:
                    self._heads.setdefault(self._head(mention), []).append(mention)
        before = [m for m in self._heads.get(syntax.lower[noun], ()) if m.end <= noun]
        if not before:
            return []
        entity = before[-1].entity
        return [Mention(noun, noun + 1, noun, "nominal", entity.kind, entity, "word of its name")]

    def _head(self, mention: Mention) -> str:
        """The noun that a name or noun phrase turns on, lower case."""
        if mention.form == "nominal":
            return self.syntax.lower[mention.root]
        for i in range(mention.start + 1, mention.end):
            if self.syntax.lower[i] in _HEAD_ENDS:
                return self.syntax.lower[i - 1]
        return self.syntax.lower[mention.end - 1]

    def body_named(self, name: str) -> Entity | None:
        """The body or country that the article knows by this name."""
        return next((e for e in self.notes.entities if e.kind in BODIES and name in (e.name, *e.aliases)), None)

    def party(self, token: int) -> Mention | None:
        """The party of the article whose name begins with a word and "Party", as a mention there: "Liberal"."""
        if self._parties is None:
            names = ((entity, entity.name.split()) for entity in self.notes.entities if entity.kind == "Party")
            self._parties = {words[0]: entity for entity, words in names if words[1:] == ["Party"]}
        found = self._parties.get(self.words.text[token])
        return None if found is None else Mention(token, token + 1, token, "name", "Party", found)

    def nominal_ending(self, end: int) -> Mention | None:
        """The mention of any form whose last token is the one before `end`."""
        return next((m for m in self.notes.at_root.get(end - 1, ()) if m.end == end), None)

    def name_ending(self, end: int) -> Mention | None:
        """The longest name whose last token is the one before `end`."""
        return self._ending.get(end)

    def name_starting(self, start: int) -> Mention | None:
        """The longest name whose first token is `start`."""
        return self._starting.get(start)

    def _enter_name(self, name: Mention) -> None:
        other = self._starting.get(name.start)
        if other is None or other.end < name.end:
            self._starting[name.start] = name
        other = self._ending.get(name.end)
        if other is None or other.start > name.start:
            self._ending[name.end] = name

    def is_hyphened(self, i: int) -> bool:
        """Whether a name is only a part of a longer word: "anti-American", "American-born", but not "Sino-Indian"."""
        text, space = self.words.text, self.words.space
        if i > 1 and text[i - 1] in HYPHENS and not space[i - 1] and self.words.lower[i - 2] in _AGAINST:
            return True
        if i + 2 >= len(text) or space[i] or not text[i][:1].isupper():
            return False
        return text[i + 1] in HYPHENS and not space[i + 1] and text[i + 2].islower()

    def nationality(self, token: int, *, hyphened: bool = False) -> Mention | None:
        """The country of an adjective of nationality, as a mention at its words; the people itself is not meant.

        Args:
            token: the adjective.
            hyphened: whether it may be a part of a longer word.
        """
        if not hyphened and self.is_hyphened(token):
            return None
        found = nationality_mention(self.notes, self.words, token)
        if found is None:
            return None
        mention, named = found
        if not named:
            # A country that the article names only so needs a mention to be in the record.
            self.notes.add(mention)
            self._enter_name(mention)
        return mention

    def country(self, code: str) -> Entity | None:
        """The country with that code, if the article names it."""
        return next((e for e in self.notes.entities if e.kind == "Country" and e.country == code), None)

    def add(
        self,
        first: Mention,
        predicate: str,
        second: Mention,
        *,
        role: str | None = None,
        former: bool = False,
        acting: bool = False,
        since: str | None = None,
        until: str | None = None,
        reach: tuple[int, int] | None = None,
    ) -> None:
        """Enter a relation; `reach` are tokens that its span must cover beside the two mentions."""
        subject, object_ = first.entity, second.entity
        if subject is object_ or not subject.named or not object_.named:
            return
        if predicate in SYMMETRIC and _later(subject, object_):
            subject, object_ = object_, subject
        start, end = min(first.start, second.start), max(first.end, second.end)
        if reach is not None:
            start, end = min(start, reach[0]), max(end, reach[1])
        span = (self.words.begin[start], self.words.end[end - 1])
        key = (id(subject), predicate, id(object_), span, role)
        self._tied.add((id(subject), id(object_)))
        if key not in self._told:
            self._told.add(key)
            self.notes.relations.append(
                Relation(subject, predicate, object_, span, role, former, acting, since=since, until=until)
            )

    def are_tied(self, first: Mention, second: Mention) -> bool:
        """Whether anything was entered of the first and the second."""
        return (id(first.entity), id(second.entity)) in self._tied

    def _named(self, token: int) -> Iterator[Mention]:
        for mention in mentions_of(self.notes, self.syntax, token, create=False):
            if mention.entity.named:
                yield mention


def _later(first: Entity, second: Entity) -> bool:
    """Whether the first was mentioned later than the second."""
    return min(m.start for m in first.mentions) > min(m.start for m in second.mentions)

