"""The event layer: what happened, of which kind, to whom by whom, where, when, and whether at all.

Every verb, and every noun of happening, is an event; the lexicon gives it its kind, the parse its arguments.
"""

# No annotations as text in this module: older versions of spaCy can't read those of a factory.

from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.language.annotations import Annotations, Mention, annotations_of
from newsgraph.language.english.confidence.events import set_confidence
from newsgraph.language.english.confidence.participants import leave_out_unlikely
from newsgraph.language.english.events.claims import attribute
from newsgraph.language.english.events.coding import DEEDS, Coded
from newsgraph.language.english.events.factuality.arranged import keep_to_come, leave_open
from newsgraph.language.english.events.factuality.finder import FactualityFinder
from newsgraph.language.english.events.forces import take_disasters
from newsgraph.language.english.events.headlines import heading_of
from newsgraph.language.english.events.kinds.contents import apply_plover
from newsgraph.language.english.events.kinds.doubts import earn
from newsgraph.language.english.events.lexicon.lexicon import Lexicon, lexicon_with
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.events.links import EventLinker
from newsgraph.language.english.events.occasions import Occasions
from newsgraph.language.english.events.roles.participants import Places, fitting, participants
from newsgraph.language.english.events.roles.roles import Roles
from newsgraph.language.english.events.salience import Salience
from newsgraph.language.english.events.setting.counts import CountFinder
from newsgraph.language.english.events.setting.places import PlaceFinder
from newsgraph.language.english.events.setting.times import EventTimes
from newsgraph.language.english.events.speech.judgements import Judgements
from newsgraph.language.english.events.triggers import find_triggers
from newsgraph.language.english.events.wording import Phrases
from newsgraph.language.english.syntax.parse import Parse, parse_of
from newsgraph.language.layers import SYNTAX, Component, assigned, layer, required

_STRUCK = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
"""Kinds that befall places, too."""
_AT_ANYBODY = frozenset(("SANCTION", "AID"))
"""Deeds that do not happen at whom they are directed: "sanctions on Sudan"."""
_RULING = frozenset(
    "AGREE CONSULT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN SANCTION SUPPORT MOBILIZE COERCE "
    "OTHER".split()
)
"""Kinds in which the name of a place may stand for who rules there."""
_NEEDS = (*SYNTAX, "names", "coreference", "times", "attributions")


@layer("events", needs=_NEEDS)
def find_events(doc: Doc, lexicon: Lexicon | None = None) -> Doc:
    """Fill `annotations_of(doc).events`, by a lexicon with words of one's own or by the package's."""
    notes = annotations_of(doc)
    syntax = parse_of(doc)
    roles = Roles(notes, syntax, lexicon)
    find_triggers(notes, syntax, roles)
    factuality = FactualityFinder(syntax)
    for i, coded in roles.coded.items():
        coded.event.factuality = factuality.of_deed(i) if coded.event.kind in DEEDS else factuality.of(i)
    keep_to_come(syntax, roles.coded, factuality)
    leave_open(syntax, roles.coded)
    apply_plover(roles)
    take_disasters(syntax, roles.coded)
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
        if found is not None and event.factuality == "actual" and times.is_to_come(i, event.kind, found.value):
            found = None  # "called for protests next week": when what is called for is to be
        if found is not None and (found.reason != "present tense" or _is_now(coded, syntax, notes)):
            event.time, event.time_reason, at = found
            if event.factuality == "future" and not coded.verb and times.has_passed(found.value):
                event.factuality = "actual"  # "ahead of the 2001 election"
            if at is not None:
                event.said_at["date"] = at
        event.since = times.since(i) if event.time is None and event.factuality == "actual" else None
        harms = counts.of(i, coded.frame, coded.verb, event.kind) if event.factuality != "negated" else {}
        for harm, number in harms.items():
            event.count(harm, number)
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
    _word(roles, Phrases(syntax, notes.mentions))
    _mark_main(Salience(notes, syntax, roles.coded, roles.lexicon))
    set_confidence(roles, list(roles.coded.values()), linker.likenesses)
    _name_demands(roles)
    for coded in roles.coded.values():
        if places.are_nearby(coded.event.places):
            coded.event.place_reason = "near"
    notes.events = [coded.event for coded in roles.coded.values()]
    return doc


@Language.factory(
    "newsgraph_events", default_config={"lexicon": []}, requires=required(_NEEDS), assigns=assigned("events")
)
def make_events(nlp: Language, name: str, lexicon: list[str]) -> Component:
    """The layer of events, with CSV files of event words of one's own, which go before the package's.

    Raises:
        NewsgraphError: a file is no lexicon of events.
    """
    return partial(find_events, lexicon=lexicon_with(lexicon)) if lexicon else find_events


def _is_struck(mention: Mention, kind: str, noun: str) -> bool:
    """Whether what a deed befalls is where it happened rather than somebody: a village, a school."""
    return kind in _STRUCK and (mention.kind == "Place" or (kind == "ASSAULT" and noun in word_classes()["house"]))


def _is_now(coded: Coded, syntax: Parse, notes: Annotations) -> bool:
    """Whether the present tense tells of the day of publication: not in headings, which tell of the past so, too."""
    return coded.event.factuality == "actual" and heading_of(coded.event.root, notes, syntax) is None


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
    said = {a.cue[0]: a for a in roles.notes.attributions if a.cue is not None and a.polarity == "asserted"}
    for coded in roles.coded.values():
        event = coded.event
        event.taken = event.taken or phrases.taken(coded) or phrases.said(coded, said)
        event.phrase, event.is_verb = phrases.verb(coded), coded.verb
        if not coded.verb and event.taken in event.phrase:
            event.taken = ""  # the clause around it has it
        event.subject = phrases.subject(coded)
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
