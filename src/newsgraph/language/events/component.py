"""The event layer: what happened, of which kind, to whom by whom, where, when, and whether at all.

Every verb, and every noun of happening, is an event; the lexicon gives it its kind, the parse its arguments.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.language.annotations import Annotations, Event, Mention, annotations_of
from newsgraph.language.confidence.events import set_confidence
from newsgraph.language.confidence.participants import leave_out_unlikely
from newsgraph.language.events.claims import attribute
from newsgraph.language.events.coding import DEEDS, Coded
from newsgraph.language.events.evidence import earn
from newsgraph.language.events.factuality.arranged import keep_to_come
from newsgraph.language.events.factuality.finder import FactualityFinder
from newsgraph.language.events.forces import Forces
from newsgraph.language.events.headlines import find_headline_verb, listed_subjects
from newsgraph.language.events.kinds import KindRules
from newsgraph.language.events.lexicon.lexicon import event_lexicon
from newsgraph.language.events.lexicon.word_classes import word_classes
from newsgraph.language.events.links import EventLinker
from newsgraph.language.events.names import find_named
from newsgraph.language.events.occasions import Occasions
from newsgraph.language.events.phrases import Phrases
from newsgraph.language.events.roles.fitting import fitting
from newsgraph.language.events.roles.participants import Places, participants
from newsgraph.language.events.roles.roles import Roles
from newsgraph.language.events.salience import Salience
from newsgraph.language.events.setting.counts import CountFinder
from newsgraph.language.events.setting.places import PlaceFinder
from newsgraph.language.events.setting.times import EventTimes
from newsgraph.language.events.speech.judgements import Judgements
from newsgraph.language.layers import layer
from newsgraph.language.syntax.parse import Frame, Parse, parse_of
from newsgraph.language.syntax.titles import is_in_title

_STRUCK = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
"""Kinds that befall places, too."""
_AT_ANYBODY = frozenset(("SANCTION", "AID"))
"""Deeds that do not happen at whom they are directed: "sanctions on Sudan"."""
_RULING = frozenset(
    "AGREE CONSULT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN SANCTION SUPPORT MOBILIZE COERCE "
    "OTHER".split()
)
"""Kinds in which the name of a place may stand for who rules there."""
_PREFIXES = frozenset(("co", "re", "counter", "pre", "post", "anti", "ex", "non"))
_PHRASES = frozenset("response addition order result case fact part course effect view light need term place".split())


@Language.component("newsgraph_events")
@layer("events", needs=("names", "coreference", "times", "attributions"))
def find_events(doc: Doc) -> Doc:
    """Fill `annotations_of(doc).events`."""
    notes = annotations_of(doc)
    syntax = parse_of(doc)
    roles = Roles(notes, syntax)
    _detect(notes, syntax, roles)
    factuality = FactualityFinder(syntax)
    for i, coded in roles.coded.items():
        coded.event.factuality = factuality.of_deed(i) if coded.event.kind in DEEDS else factuality.of(i)
    keep_to_come(syntax, roles.coded, factuality)
    KindRules(syntax, roles).apply()
    Forces(syntax, roles.coded).apply()
    places, times = PlaceFinder(notes, syntax), EventTimes(notes, syntax, roles.coded)
    counts = CountFinder(syntax, roles.is_person, roles.is_actor)
    for coded in roles.coded.values():
        roles.fill(coded)
    for i, coded in roles.coded.items():
        event = coded.event
        ruling = event.kind in _RULING or coded.verb or any(syntax.dep[a] == "poss" for a in coded.agents)
        agents = participants(roles, coded.agents, "named" if ruling else "none")
        event.agents = fitting(coded, "agents", agents)
        doing = {id(m.entity) for m in event.agents}
        targets = participants(roles, coded.targets, _targets_of(event.kind))
        undergoing = [m for m in fitting(coded, "targets", targets) if id(m.entity) not in doing]
        struck = [m for m in undergoing if m.form == "nominal" and _is_struck(m, event.kind, syntax.lemma[m.root])]
        event.targets = [m for m in undergoing if m not in struck]
        taken = event.agents if event.kind in DEEDS - _AT_ANYBODY else [*event.agents, *event.targets]
        event.places = [m for m in places.of(i, coded.frame, coded.verb, event.kind, coded.context) if m not in taken]
        if event.places or struck:
            event.places, event.place_reason = event.places or struck, "clause" if event.places else "struck"
        found = times.of(i, event.kind)
        if found is not None and event.factuality == "actual" and times.is_to_come(i, event.kind, found[0]):
            found = None  # "called for protests next week": when what is called for is to be
        if found is not None and (found[1] != "present tense" or _is_now(coded, syntax, notes)):
            event.time, event.time_reason = found
        harms = counts.of(i, coded.frame, coded.verb, event.kind) if event.factuality != "negated" else {}
        for harm, (least, most) in harms.items():
            event.counts[harm] = least
            if most is not None and most != least:
                event.counts_max[harm] = most
    for coded in roles.coded.values():
        earn(roles, coded)
    for i, coded in roles.coded.items():
        if not coded.event.places and (above := roles.coded.get(places.clause_above(i))) is not None:
            coded.event.take_places(above.event, "clause above")
    Judgements(notes, syntax, roles).find()
    attribute(notes, roles)
    linker = EventLinker(notes, syntax, roles.coded, counts)
    linker.link()
    leave_out_unlikely(roles, roles.coded.values())
    Occasions(notes, syntax, roles.coded).date()
    _word(roles, Phrases(syntax))
    _mark_main(Salience(notes, syntax, roles.coded))
    set_confidence(roles, list(roles.coded.values()), linker.likenesses)
    _name_demands(roles)
    for coded in roles.coded.values():
        if places.are_nearby(coded.event.places):
            coded.event.place_reason = "near"
    notes.events = [coded.event for coded in roles.coded.values()]
    return doc


def _is_struck(mention: Mention, kind: str, noun: str) -> bool:
    """Whether what a deed befalls is where it happened rather than somebody: a village, a school."""
    return kind in _STRUCK and (mention.kind == "Place" or (kind == "ASSAULT" and noun in word_classes()["house"]))


def _is_now(coded: Coded, syntax: Parse, notes: Annotations) -> bool:
    """Whether the present tense tells of the day of publication: not in headings, which tell of the past so, too."""
    return coded.event.factuality == "actual" and _heading_of(coded.event.root, notes, syntax) is None


def _name_demands(roles: Roles) -> None:
    """Let the saying in which a demand is made be a demand, too, where the two are one event."""
    for coded in roles.coded.values():
        saying = coded.speaker.event if coded.speaker is not None else None
        if saying is not None and coded.event.same_as is saying and saying.kind == "SAY":
            saying.kind, saying.mode, saying.targets = coded.event.kind, coded.event.mode, list(coded.event.targets)
            saying.taken = coded.event.taken
            saying.reason = f"says what others must do: {saying.kind} (what: {saying.reason})"


def _word(roles: Roles, phrases: Phrases) -> None:
    """Keep of each event the words that its label needs."""
    for coded in roles.coded.values():
        event = coded.event
        event.phrase, event.is_verb = phrases.verb(coded), coded.verb
        event.taken = event.taken or phrases.taken(coded)
        event.passive = coded.verb and phrases.is_undergone(coded)


def _targets_of(kind: str) -> Places:
    """Which places and things may be the target of an event of a kind."""
    if kind == "OTHER":
        return "things"
    if kind in _STRUCK:
        return "all"
    return "named" if kind in _RULING else "none"


def _mark_main(salience: Salience) -> None:
    """Mark the event that the article is mainly about."""
    main = salience.main()
    if main is not None:
        salience.complete(main)
        main.event.main = True


def explain(doc: Doc) -> list[str]:
    """Why each event of a doc was coded as it was, a line an event."""
    lines: list[str] = []
    for event in sorted(annotations_of(doc).events, key=lambda e: e.start):
        words = doc[event.start : event.end].text
        parts = [f"{words!r}: {event.kind}{f' ({event.mode})' if event.mode else ''}, {event.factuality}"]
        for role in ("agents", "targets", "places"):
            if found := [doc[m.start : m.end].text for m in getattr(event, role)]:
                parts.append(f"{role} {', '.join(found)}")
        if event.time:
            parts.append(f"time {event.time} ({event.time_reason})")
        lines.append("; ".join(parts) + f"  [{event.reason}]")
    return lines


def _detect(notes: Annotations, syntax: Parse, roles: Roles) -> None:
    """Find triggers and their kinds."""
    lexicon = event_lexicon()
    named = find_named(notes, syntax.lower)
    covered = {i for event in named.values() for i in range(event.start, event.end)}
    headlines = _headline_verbs(notes, syntax)
    for i in range(syntax.size):
        if i in headlines:
            _detect_verb(i, syntax, roles, headlines[i])
            continue
        if i in named:
            roles.coded[i] = Coded(named[i], Frame(preps=syntax.prepositions(i)), None, verb=False)
            continue
        if i in covered or i in syntax.times:
            continue
        pos = syntax.pos[i]
        if pos == "VERB":
            _detect_verb(i, syntax, roles, heading=_heading_of(i, notes, syntax))
        elif pos == "ADJ" and lexicon.of("adjective", syntax.lemma[i]):
            _detect_adjective(i, syntax, roles)
        elif pos == "NOUN" and (lexicon.of("noun", syntax.lemma[i])):
            _detect_noun(i, syntax, roles)
    _leave_out_parts(roles)


def _leave_out_parts(roles: Roles) -> None:
    """Leave out nouns that are part of a verb's phrase of another kind: a plan "came under attack" from doctors."""
    phrases = [c for c in roles.coded.values() if c.verb and c.entry is not None and c.entry.rest]
    for phrase in phrases:
        for i in range(phrase.event.start + 1, phrase.event.end):
            if (part := roles.coded.get(i)) is not None and part.event.kind != phrase.event.kind:
                del roles.coded[i]


def _heading_of(i: int, notes: Annotations, syntax: Parse) -> int | None:
    """Where the heading begins that a word stands in, if it does."""
    start = syntax.sent_start[i]
    return start if start in notes.headings else None


def _headline_verbs(notes: Annotations, syntax: Parse) -> dict[int, Frame]:
    """The verbs of headlines that the parser has taken for nouns."""
    doc = syntax.doc
    found: dict[int, Frame] = {}
    for start in notes.headings:
        end = start + 1
        while end < syntax.size and not doc[end].is_sent_start and "\n" not in doc[end - 1].text_with_ws:
            end += 1
        if (verb := find_headline_verb(syntax, start, end)) is not None:
            found[verb[0]] = verb[1]
    return found


def _detect_verb(
    i: int, syntax: Parse, roles: Roles, headline: Frame | None = None, heading: int | None = None
) -> None:
    """Code a verb.

    Args:
        i: the verb.
        syntax: the parse.
        roles: the coded events.
        headline: its arguments, where the parser has taken it for a noun.
        heading: where the heading begins that it stands in.
    """
    relation = syntax.dep[i] if headline is None else "ROOT"
    beside_adjective = relation == "conj" and syntax.dep[syntax.head[i]] == "amod"  # "a liked and promising student"
    if relation in ("amod", "prep", "aux", "auxpass", "compound", "punct") or beside_adjective:
        return
    hyphened = i > 1 and syntax.lower[i - 1] in ("-", "–") and syntax.tag[i] in ("VBG", "VBN")
    if hyphened and syntax.head[i - 2] == i and syntax.child(i, "dobj", "nsubj", "nsubjpass", "prep") is None:
        return
    if not syntax.lower[i][:1].isalpha() or (syntax.lower[i] in _PREFIXES and syntax.lower[i + 1 : i + 2] == ["-"]):
        return
    if syntax.tag[i] == "VBN" and any(syntax.dep[c] == "det" for c in syntax.children[i]):
        return
    if heading is None and headline is None and is_in_title(syntax, i):
        return
    frame = headline or syntax.verb_frame(i)
    if heading is not None and syntax.dep[i] in ("ROOT", "ccomp"):
        frame.subject = listed_subjects(syntax, frame.subject, heading)
    called = syntax.child(i, "oprd") if syntax.lemma[i] == "call" else None
    judged = called is not None and syntax.pos[called] not in ("ADV", "ADP")
    coded = None if judged else event_lexicon().code(syntax, i, "verb", frame, roles)
    end = i + 1
    if coded is None:
        while end < syntax.size and syntax.dep[end] == "prt" and syntax.head[end] == i:
            end += 1
        event = Event(i, end, i, "OTHER", reason="verb")
        roles.coded[i] = Coded(event, frame, None, verb=True)
        return
    entry, words = coded
    while end < syntax.size and (end in words or (syntax.dep[end] == "prt" and syntax.head[end] == i)):
        end += 1
    event = Event(i, end, i, entry.kind, mode=entry.mode, reason=entry.source)
    roles.coded[i] = Coded(event, frame, entry, verb=True)


def _detect_noun(i: int, syntax: Parse, roles: Roles) -> None:
    if syntax.dep[i] in ("compound", "nmod") or (syntax.lemma[i] in _PHRASES and _is_phrase(i, syntax)):
        return
    frame = Frame(preps=syntax.prepositions(i))
    coded = event_lexicon().code(syntax, i, "noun", frame, roles)
    if coded is None:
        return
    entry, words = coded
    if roles.is_actor(i) and (entry.kind in ("OTHER", "CONSULT") or _acts(i, syntax)):
        return
    span = (i, *words)
    event = Event(min(span), max(span) + 1, i, entry.kind, mode=entry.mode, reason=entry.source)
    roles.coded[i] = Coded(event, frame, entry, verb=False)


def _acts(i: int, syntax: Parse) -> bool:
    """Whether a noun without a phrase of its own is who does what a verb says: "the prosecution asked"."""
    alone = syntax.child(i, "prep", "poss", "acl") is None
    return alone and syntax.dep[i] == "nsubj" and syntax.lemma[syntax.head[i]] in word_classes()["asking"]


def _is_phrase(i: int, syntax: Parse) -> bool:
    """Whether a noun is part of a compound preposition: "in response to", "as a result of"."""
    return syntax.dep[i] == "pobj" and syntax.lower[syntax.head[i]] in ("in", "as", "on", "at", "by")


def _detect_adjective(i: int, syntax: Parse, roles: Roles) -> None:
    """Code adjectives such as "willing to talk", "critical of the army"; their copula has the subject."""
    frame = syntax.verb_frame(syntax.head[i]) if syntax.dep[i] == "acomp" else syntax.verb_frame(i)
    frame.preps += syntax.prepositions(i)
    coded = event_lexicon().code(syntax, i, "adjective", frame, roles)
    if coded is None:
        return
    entry, _ = coded
    event = Event(i, i + 1, i, entry.kind, mode=entry.mode, reason=entry.source)
    roles.coded[i] = Coded(event, frame, entry, verb=True)
