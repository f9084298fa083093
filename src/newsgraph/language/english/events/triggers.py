"""The triggers of events: the verbs, nouns and adjectives that name them, and the kind that the lexicon gives each."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Event, Mention
from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.headlines import headline_verbs
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.events.roles.roles import Roles
from newsgraph.language.english.syntax.parse import Frame, Parse
from newsgraph.language.english.syntax.titles import is_in_title

_WORDS = word_classes()
_KINDS = {word: name[6:].upper() for name, words in _WORDS.items() if name.startswith("named_") for word in words}
"""What the head word of a named event says of its kind."""


def find_triggers(notes: Annotations, syntax: Parse, roles: Roles) -> None:
    """Code the words of a doc that name events: `roles.coded`."""
    lexicon = roles.lexicon
    named = _find_named(notes, syntax.lower)
    covered = {i for event in named.values() for i in range(event.start, event.end)}
    headlines = headline_verbs(notes, syntax, lexicon)
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
            _detect_verb(i, syntax, roles)
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


def _detect_verb(i: int, syntax: Parse, roles: Roles, headline: Frame | None = None) -> None:
    """Code a verb; `headline` has its arguments where the parser has taken it for a noun."""
    relation = syntax.dep[i] if headline is None else "ROOT"
    beside_adjective = relation == "conj" and syntax.dep[syntax.head[i]] == "amod"  # "a liked and promising student"
    if relation in ("amod", "prep", "aux", "auxpass", "compound", "punct") or beside_adjective:
        return
    hyphened = i > 1 and syntax.lower[i - 1] in ("-", "–") and syntax.tag[i] in ("VBG", "VBN")
    if hyphened and syntax.head[i - 2] == i and syntax.child(i, "dobj", "nsubj", "nsubjpass", "prep") is None:
        return
    if not syntax.lower[i][:1].isalpha() or (
        syntax.lower[i] in _WORDS["prefix"] and syntax.lower[i + 1 : i + 2] == ["-"]
    ):
        return
    if syntax.tag[i] == "VBN" and any(syntax.dep[c] == "det" for c in syntax.children[i]):
        return
    if headline is None and is_in_title(syntax, i):
        return
    frame = headline or syntax.verb_frame(i)
    called = syntax.child(i, "oprd") if syntax.lemma[i] == "call" else None
    judged = called is not None and syntax.pos[called] not in ("ADV", "ADP")
    entry, words = (None if judged else roles.lexicon.code(syntax, i, "verb", frame, roles)) or (None, [])
    end = i + 1
    while end < syntax.size and (end in words or (syntax.dep[end] == "prt" and syntax.head[end] == i)):
        end += 1
    kind, mode, reason = ("OTHER", None, "verb") if entry is None else (entry.kind, entry.mode, entry.source)
    roles.coded[i] = Coded(Event(i, end, i, kind, mode=mode, reason=reason), frame, entry, verb=True)


def _detect_noun(i: int, syntax: Parse, roles: Roles) -> None:
    """Code a noun, unless it is part of a fixed phrase or stands for somebody."""
    joined = syntax.dep[i] == "conj" and syntax.dep[syntax.head[i]] in ("compound", "nmod")  # "press and aid groups"
    if joined or syntax.dep[i] in ("compound", "nmod") or (
        syntax.lemma[i] in _WORDS["noun_of_preposition"] and _is_phrase(i, syntax)
    ):
        return
    frame = Frame(preps=syntax.prepositions(i))
    coded = roles.lexicon.code(syntax, i, "noun", frame, roles)
    if coded is None:
        return
    entry, words = coded
    if roles.is_actor(i) and (entry.kind in ("OTHER", "CONSULT")):
        return
    span = (i, *words)
    event = Event(min(span), max(span) + 1, i, entry.kind, mode=entry.mode, reason=entry.source)
    roles.coded[i] = Coded(event, frame, entry, verb=False)


def _is_phrase(i: int, syntax: Parse) -> bool:
    """Whether a noun is part of a compound preposition: "in response to", "as a result of"."""
    return syntax.dep[i] == "pobj" and syntax.lower[syntax.head[i]] in ("in", "as", "on", "at", "by")


def _detect_adjective(i: int, syntax: Parse, roles: Roles) -> None:
    """Code adjectives such as "willing to talk", "critical of the army"; their copula has the subject."""
    frame = syntax.verb_frame(syntax.head[i]) if syntax.dep[i] == "acomp" else syntax.verb_frame(i)
    frame.preps += syntax.prepositions(i)
    coded = roles.lexicon.code(syntax, i, "adjective", frame, roles)
    if coded is None:
        return
    entry, _ = coded
    event = Event(i, i + 1, i, entry.kind, mode=entry.mode, reason=entry.source)
    roles.coded[i] = Coded(event, frame, entry, verb=True)


def _find_named(notes: Annotations, lower: list[str]) -> dict[int, Event]:
    """The events that event names stand for, by their head word."""
    found: dict[int, Event] = {}
    for mention in notes.mentions:
        if mention.kind == "Event" and mention.form == "name":
            event = _of_mention(mention, lower)
            found[event.root] = event
    return found


def _of_mention(mention: Mention, lower: list[str]) -> Event:
    words = [*range(mention.start, mention.end)]
    head = next((i for i in reversed(words) if lower[i] in _KINDS), None)
    bloodless = head and lower[head] == "war" and lower[head - 1] in ("cold", "culture", "trade", "price")
    if bloodless or lower[mention.end - 1] in _WORDS["end_of_day_names"]:
        head = None
    kind = "OTHER" if head is None else _KINDS[lower[head]]
    if lower[mention.start] == "operation":
        kind = "ASSAULT"
    reason = f"named event: {lower[head]} → {kind}" if head is not None else "named event"
    return Event(mention.start, mention.end, mention.root, kind, name=mention.entity.name, reason=reason)
