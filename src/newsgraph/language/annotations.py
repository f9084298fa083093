"""What the layers of the language pipeline hand on, on the spaCy Doc: `annotations_of(doc)`.

Everything here refers to tokens by index, end-exclusive; characters come in when the record is assembled.
A layer reads what earlier layers left and adds its own list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from spacy.tokens import Doc

from newsgraph.articles import Article

if TYPE_CHECKING:
    from newsgraph.language.words import Words


@dataclass(slots=True, eq=False)
class Entity:
    """One real-world thing in this article."""

    name: str
    kind: str
    aliases: Counter[str] = field(default_factory=Counter)
    links: dict[str, str] = field(default_factory=dict)
    country: str | None = None
    country_basis: str = ""
    """Why that country: `known` by the tables, `said` with the name, `guessed` from what the article is about."""
    sector: str | None = None
    lat: float | None = None
    lon: float | None = None
    roles: list[str] = field(default_factory=list)
    """The posts that titles and appositions give a person, as they come: "former president"."""
    mentions: list[Mention] = field(default_factory=list)

    @property
    def named(self) -> bool:
        """Whether any mention is a name."""
        for mention in self.mentions:  # noqa: SIM110 - mostly the first one is: a generator takes longer
            if mention.form == "name":
                return True
        return False


@dataclass(slots=True, eq=False)
class Mention:
    """A place where an entity is written: tokens `start` to `end`, its head word at `root`."""

    start: int
    end: int
    root: int
    form: str
    """name, nominal or pronoun."""
    kind: str
    entity: Entity
    reason: str = ""


class TimeSpan(NamedTuple):
    """Time expressions that are told together, from the start of the first to the end of the last.

    The value is the interval of a range, or of a list without a gap; None where there is none: what is told of "May 5
    and May 7" has no single time.
    """

    start: int
    end: int
    value: str | None


@dataclass(slots=True, eq=False)
class TimeExpression:
    """A time expression with its TIMEX3 value, or None where the text does not license one."""

    start: int
    end: int
    value: str | None = None
    span: TimeSpan | None = None
    """What it is a part of: an end of a range, a day of a list."""


class Counted(NamedTuple):
    """How many a phrase says."""

    least: int
    most: int | None
    at: tuple[int, int] | None = None
    """The words (start, end) that say the least number, where they do: not of a sum, nor of one who is named."""


@dataclass(slots=True, eq=False)
class Event:
    """Something that happened, did not, or may; `start` to `end` is the trigger, `root` its main word."""

    start: int
    end: int
    root: int
    kind: str
    mode: str | None = None
    name: str | None = None
    agents: list[Mention] = field(default_factory=list)
    targets: list[Mention] = field(default_factory=list)
    places: list[Mention] = field(default_factory=list)
    instruments: list[str] = field(default_factory=list)
    time: str | None = None
    time_reason: str | None = None
    since: str | None = None
    place_reason: str | None = None
    counts: dict[str, int] = field(default_factory=dict)
    counts_max: dict[str, int] = field(default_factory=dict)
    said_at: dict[str, tuple[int, int]] = field(default_factory=dict)
    """The words (start, end) that give a number of `counts` or, as `date`, the day."""
    factuality: str = "actual"
    voice: Mention | None = None
    """The speaker in whose words it stands, whether he tells of it or only names it."""
    attributed_to: Mention | None = None
    """Who says that it is so."""
    same_as: Event | None = None
    response_to: Event | None = None
    cause_of: Event | None = None
    part_of: Event | None = None
    main: bool = False
    """Whether it is what the article is mainly about."""
    reason: str = ""
    confidence: float | None = None
    phrase: str = ""
    subject: str = ""
    taken: str = ""
    passive: bool = False
    is_verb: bool = False

    def count(self, harm: str, number: Counted) -> None:
        """Let so many be harmed, as words of its sentence say, unless others have said a number."""
        if harm in self.counts:
            return
        self.counts[harm] = number.least
        if number.most is not None and number.most != number.least:
            self.counts_max[harm] = number.most
        if number.at is not None:
            self.said_at[harm] = number.at

    @property
    def bound(self) -> str | None:
        """When it was, or since when it is so: what tells it from deeds of another time."""
        return self.time or self.since

    def take_places(self, other: Event, reason: str) -> None:
        """Take the places of another event where it has none of its own."""
        if not self.places and other.places:
            self.places, self.place_reason = list(other.places), reason


@dataclass(slots=True, eq=False)
class Attribution:
    """Who says what: spans are character offsets (start, end)."""

    content: tuple[int, int]
    parts: tuple[tuple[int, int], ...] = ()
    """The pieces of the content, where words of the paper stand between them."""
    source: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    mention: Mention | None = None
    """The mention that is the source."""
    joint: list[Mention] = field(default_factory=list)
    """The others who say it with this one."""
    home: Mention | None = None
    """The named body, state or place that an unnamed source belongs to."""
    speaks_for: bool = False
    """Whether the source speaks in the name of that body."""
    mode: str = "indirect"
    addressee: Mention | None = None
    time: str | None = None
    polarity: str = "asserted"
    type: str = "said"
    confidence: float | None = None


@dataclass(slots=True, eq=False)
class StanceTaken:
    """An actor's stance on a proposal, with the characters that say it."""

    actor: Mention
    stance: str
    span: tuple[int, int]


@dataclass(slots=True, eq=False)
class Proposal:
    """What somebody wants done: spans are character offsets (start, end)."""

    span: tuple[int, int]
    cue: tuple[int, int]
    content: tuple[int, int]
    act: str
    proposers: list[Mention] = field(default_factory=list)
    addressees: list[Mention] = field(default_factory=list)
    involves: list[Mention] = field(default_factory=list)
    supporters: list[Mention] = field(default_factory=list)
    opponents: list[Mention] = field(default_factory=list)
    stances: list[StanceTaken] = field(default_factory=list)
    negated: bool = False
    deadline: str | None = None
    negation: tuple[int, int] | None = None
    """The word of the content that negates it."""
    condition: tuple[int, int] | None = None
    time: str | None = None
    same_as: Proposal | None = None
    confidence: float | None = None


@dataclass(slots=True, eq=False)
class Relation:
    """A tie between two entities, with the characters that say it."""

    subject: Entity
    predicate: str
    object: Entity
    span: tuple[int, int]
    role: str | None = None
    former: bool = False
    acting: bool = False
    confidence: float | None = None
    basis: str | None = None
    """`known` where the tables tell it and the article only names the two, `implied` where another tie says it."""
    since: str | None = None
    until: str | None = None
    """When it began and ended, where its words tell: a year, a month or a day."""


@dataclass(slots=True, eq=False)
class Annotations:
    """All layers of one article."""

    article: Article
    entities: list[Entity] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    attitudes: list[Attribution] = field(default_factory=list)
    """What actors judge, want and speak of, where its content is no clause; no layer takes it for a report."""
    relations: list[Relation] = field(default_factory=list)
    layers: set[str] = field(default_factory=set)
    """The layers that have read the doc."""
    model: set[str] = field(default_factory=set)
    """The parts of the spaCy model that it was seen to have been read by."""
    knowledge: tuple[str, ...] = ()
    """The indexes of names beside the package's own that the doc is read with."""
    headings: set[int] = field(default_factory=set)
    """Indices of the first token of each line of layout: heading, caption, byline, list title."""
    at_root: dict[int, list[Mention]] = field(default_factory=dict)
    """Mentions by the index of their head word (several for "both countries")."""
    covering: dict[int, Mention] = field(default_factory=dict)
    """The innermost mention that covers a token."""
    words: Words | None = None
    """The words of the doc as lists, once a layer has asked for them."""
    parse: object = None
    """How they hang together, as the layers of its language see it, while they read."""

    def add(self, mention: Mention) -> Mention:
        """Enter a mention with its entity into all indices."""
        if not mention.entity.mentions:
            self.entities.append(mention.entity)
        mention.entity.mentions.append(mention)
        self.mentions.append(mention)
        self.index(mention)
        return mention

    def index(self, mention: Mention) -> None:
        """Enter a mention under the tokens that it covers."""
        self.at_root.setdefault(mention.root, []).append(mention)
        for i in range(mention.start, mention.end):
            inner = self.covering.get(i)
            if inner is None or inner.end - inner.start > mention.end - mention.start:
                self.covering[i] = mention

    def mentions_at(self, token: int) -> list[Mention]:
        """The mentions whose head is this token, else the name that covers it."""
        if found := self.at_root.get(token):
            return found
        inner = self.covering.get(token)
        return [inner] if inner is not None and inner.form == "name" else []

    def within(self, start: int, end: int) -> Iterator[Mention]:
        """The mentions whose head lies in tokens `start` to `end`, in their order."""
        for i in range(start, end):
            yield from self.at_root.get(i, ())


_FOUND: dict[str, Callable[[Annotations], list[Any]]] = {
    "names": lambda notes: [mention for mention in notes.mentions if mention.form == "name"],
    "coreference": lambda notes: [mention for mention in notes.mentions if mention.form != "name"],
    "times": lambda notes: notes.times,
    "attributions": lambda notes: notes.attributions,
    "events": lambda notes: notes.events,
    "proposals": lambda notes: notes.proposals,
    "relations": lambda notes: notes.relations,
}
"""What each layer found; on a doc as `doc._.newsgraph_events` and so on."""


def _set_extensions() -> None:
    """Let docs bear annotations, show what each layer found, and be told the day of publication."""
    if Doc.has_extension("newsgraph"):
        return
    Doc.set_extension("newsgraph", default=None)
    Doc.set_extension("newsgraph_published", getter=_published, setter=publish)
    for name in _FOUND:
        Doc.set_extension(f"newsgraph_{name}", getter=partial(_found_by, name))


_KEPT = ("._.", "newsgraph", None, None)
"""Where spaCy keeps `doc._.newsgraph`, which takes ten times as long to ask for."""


def annotations_of(doc: Doc) -> Annotations:
    """The annotations of a doc, made empty at the first call."""
    kept: dict[Any, Any] = doc.user_data
    found: Annotations | None = kept.get(_KEPT)
    return annotate(doc, Article(id="", text=doc.text)) if found is None else found


def annotate(doc: Doc, article: Article) -> Annotations:
    """The empty annotations of a doc, which has the text of an article."""
    found = doc._.newsgraph = Annotations(article)
    return found


def publish(doc: Doc, day: str | None) -> None:
    """Say when the article of a doc was published, before the layers read it; `doc._.newsgraph_published = day`.

    Raises:
        ValueError: it is no date in ISO 8601.
    """
    if day is not None:
        date.fromisoformat(day[:10])
    notes = annotations_of(doc)
    notes.article = msgspec.structs.replace(notes.article, published=day)


def _published(doc: Doc) -> str | None:
    return annotations_of(doc).article.published


def _found_by(name: str, doc: Doc) -> list[Any]:
    return _FOUND[name](annotations_of(doc))


_set_extensions()


