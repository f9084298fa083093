"""The extraction record: what one article says, as data.

Records are the narrow waist of newsgraph: extraction writes them, the graph is built from nothing else.
One record is one JSON object; files hold one a line (`newsgraph.record_lines`). Offsets are Unicode code points into
`article.text`, end-exclusive. Fields that are unknown are left out; fields that we do not know are ignored.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from newsgraph.articles import Article

SCHEMA = 1
"""The version of the record's structure that this newsgraph writes, and the newest that it reads."""
MOST_PEOPLE = 10**10
"""More people than there are: no number of them in a record is as large."""

ENTITY_KINDS = (
    "Person", "Group", "Country", "Place", "Agency", "InternationalOrganization", "Party", "ArmedGroup",
    "Organization", "Event", "Document", "Other",
)
EVENT_KINDS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "SAY", "ELECT", "APPOINT", "RESIGN",
    "DISASTER", "OTHER",
)
PREDICATES = (
    "headOf", "memberOf", "roleAt", "agencyOf", "citizenOf", "basedIn", "locatedIn", "partOf", "spouseOf", "kinOf",
    "alliedWith", "fightingAgainst", "ownerOf", "sameAs",
)
SYMMETRIC = frozenset(("spouseOf", "kinOf", "alliedWith", "fightingAgainst", "sameAs"))
"""Predicates that are one whichever end is told first."""
BASES = ("known", "implied")
ACTS = ("urge", "propose", "demand", "recommend", "offer", "pledge", "plan")

Form = Literal["name", "nominal", "pronoun"]
Factuality = Literal["actual", "negated", "possible", "future"]
Mode = Literal["direct", "indirect", "mixed"]
Stance = Literal["support", "oppose", "accept", "join", "condition", "withdraw"]
Polarity = Literal["asserted", "denied", "doubted", "asked", "undecided"]
Commitment = Literal["said", "thought", "judged", "wanted", "mentioned"]


class _Struct(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True, gc=False):
    """Frozen; defaults are not written."""


class Span(_Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A stretch of the article's text, with its words where they help a reader."""

    start: int
    end: int
    text: str | None = None


class Entity(_Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One real-world thing in this article."""

    id: str
    kind: str
    """One of `ENTITY_KINDS`."""
    name: str
    aliases: tuple[str, ...] = ()
    links: dict[str, str] = {}
    """Identifiers by authority: `wikidata`, `wikipedia`, `geonames`."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code of the country it belongs to."""
    country_guessed: bool = False
    """Whether the country follows only from what the article is about."""
    sector: str | None = None
    """What part of society it acts for, as event data code it: GOV, MIL, COP, SPY, REB, OPP, CVL, MED, IGO, NGO, ..."""
    lat: float | None = None
    lon: float | None = None
    roles: tuple[str, ...] = ()
    """What titles and appositions call a person, in their order: `former president`, `chief prosecutor`. A post in a
    body that the article names is told by a relation, too."""


class Mention(_Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A place in the text where an entity is written."""

    id: str
    entity: str
    start: int
    end: int
    text: str
    kind: str
    form: Form
    reason: str | None = None
    """Why this mention is of that entity, in a word or two: `same name`, `surname`, `acronym`, `pronoun`, ..."""


class Time(_Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A time expression, without its preposition."""

    id: str
    start: int
    end: int
    text: str
    value: str | None = None
    """ISO 8601 / TIMEX3 value; absent where the text does not license one."""


class Event(_Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Something that happened, or did not, or may. `start` and `end` are the trigger."""

    id: str
    start: int
    end: int
    text: str
    kind: str
    """One of `EVENT_KINDS`."""
    mode: str | None = None
    """How, where the scheme has modes: `aerial`, `arrest`, `visit`, ..."""
    name: str | None = None
    """Only of named events."""
    main: bool = False
    """Whether it is what the article is mainly about."""
    agents: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    """Words for the means and the object, where they are no mentions."""
    time: str | None = None
    time_reason: str | None = None
    """Where the time comes from: `clause`, `clause above`, `days after`, `present tense`, `same event`,
    `same deed told again`, `said then`, `launch`."""
    since: str | None = None
    """When it began, of what goes on: "has fought the army since 2024"."""
    place_reason: str | None = None
    """Where the places come from: `clause`, `clause above`, `same event`, `struck`, `launch`, `headline`, `story`;
    `near` where it happened not there, but near there."""
    counts: dict[str, int] = {}
    """The least number of people `killed`, `injured`, `missing`, `detained`, `displaced`."""
    counts_max: dict[str, int] = {}
    """The greatest, where the text gives a range."""
    said_at: dict[str, tuple[int, int]] = {}
    """Where the sentence of the trigger gives a number of `counts`, or, as `date`, the day: the offsets of these words.

    Absent where it was taken from another record, added up, or follows from something else."""
    factuality: Factuality
    attributed_to: str | None = None
    """The mention that says so, where it is not the paper itself."""
    same_as: str | None = None
    response_to: str | None = None
    cause_of: str | None = None
    part_of: str | None = None
    phrase: str | None = None
    """The verb with its auxiliaries, or the noun with its modifiers, for a label.

    It begins with "’s" and a thing where that thing of the agent's does it: "’s office has denied"."""
    subject: str | None = None
    """The article's words for who or what its verb is said of, for where the graph has none of them."""
    taken: str | None = None
    """What it is of or about, where that is no participant, in the article's words."""
    passive: bool = False
    is_verb: bool = False
    reason: str | None = None
    """The lexicon entry and the rule that coded it."""
    confidence: float | None = None
    """The share of such claims that is right, from 0 to 1; absent for those of SAY and OTHER that nobody has weighed,
    and where a person has written the record, whose events are claimed for sure."""


class StanceTaken(_Struct, frozen=True, omit_defaults=True, kw_only=True):
    """An actor's stance on a proposal, with the words that say it."""

    actor: str
    """A mention id."""
    stance: Stance
    start: int
    end: int


class Proposal(_Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What somebody wants done. `start` and `end` are the clause that says it."""

    id: str
    start: int
    end: int
    cue: Span
    content: Span
    act: str
    """One of `ACTS`."""
    proposers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    involves: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    opponents: tuple[str, ...] = ()
    stances: tuple[StanceTaken, ...] = ()
    negated: bool = False
    """What is wanted is that it be not done."""
    negation: Span | None = None
    """The word of the content that says so, where that is in it: "the road should not be closed"."""
    deadline: str | None = None
    condition: Span | None = None
    time: str | None = None
    """When it was proposed."""
    same_as: str | None = None
    confidence: float | None = None
    """The share of such claims that is right, from 0 to 1; absent: claimed for sure."""


class Source(Span, frozen=True, omit_defaults=True, kw_only=True):
    """Who says it; `mention` where the words are a mention, `joint` those of others who say it with this one.

    `home` is a mention of the named body, state or place of a source without a name ("police in Lagos"); `speaks_for`
    says that it speaks in the name of that body ("a spokesman for the ministry").
    """

    mention: str | None = None
    joint: tuple[str, ...] = ()
    home: str | None = None
    speaks_for: bool = False


class Content(Span, frozen=True, omit_defaults=True, kw_only=True):
    """What is said; `parts` are its pieces where words of the paper stand between them."""

    parts: tuple[Span, ...] = ()


class Attribution(_Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Who said, thinks or reports what."""

    id: str
    source: Source | None = None
    cue: Span | None = None
    content: Content
    mode: Mode
    polarity: Polarity = "asserted"
    """What the source does with the content: "undecided" is "could neither confirm nor deny"."""
    type: Commitment = "said"
    """Whether the source says it, or somebody else says that the source thinks so."""
    addressee: str | None = None
    """A mention id."""
    time: str | None = None
    confidence: float | None = None
    """The share of such claims that is right, from 0 to 1; absent: claimed for sure."""


class Relation(_Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A tie between two entities, with the span that says it."""

    subject: str
    predicate: str
    """One of `PREDICATES`."""
    object: str
    start: int
    end: int
    role: str | None = None
    former: bool = False
    acting: bool = False
    confidence: float | None = None
    """The share of such claims that is right, from 0 to 1; absent: claimed for sure."""
    basis: str | None = None
    """One of `BASES`: `known` where newsgraph's tables or the user's tell it and the span names the two, or the first
    of them; `implied` where another tie says it; absent: the span says it."""
    since: str | None = None
    """When it began, where its words tell: a year, a month or a day, in ISO 8601."""
    until: str | None = None
    """When it ended or will end, in the same way."""


def post_words(role: str, *, former: bool = False, acting: bool = False) -> str:
    """A post as titles, tables and graphs show it: "former mayor", "acting director"."""
    return "former " * former + "acting " * acting + role


def is_past(post: str) -> bool:
    """Whether somebody has a post, as shown, no more."""
    return post.startswith("former ")


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """All that one article says."""

    article: Article
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    events: tuple[Event, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    relations: tuple[Relation, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    """The sentences and headings, as offsets, so that evidence can be shown in its sentence."""
    schema: int = SCHEMA
    """The version of this structure; absent in records of before it was written."""
    made_by: dict[str, str] = {}
    """The programs that read the article, by name, with their versions: newsgraph, spaCy and its model."""
