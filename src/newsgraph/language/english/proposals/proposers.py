"""Who proposes, where the subject of the cue is a document, a crowd or a noun of speech."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.coreference.actors import is_actor
from newsgraph.language.english.proposals.cues import limit
from newsgraph.language.english.syntax.parse import Parse

_VOTED = frozenset(("resolution", "motion"))


def may_propose(parse: Parse, notes: Annotations, proposer: int) -> bool:
    """Whether a subject can want something: an actor, a pronoun for one, a document."""
    if is_actor(parse, notes, proposer) or parse.lemma[proposer] in limit("document") | limit("quantity"):
        return True
    if parse.pos[proposer] == "PRON":
        return parse.lower[proposer] not in ("this", "that", "which", "what", "these", "there")
    mentions = notes.mentions_at(proposer)
    if any(m.kind == "Document" for m in mentions):
        return True
    # A name that nothing is known of and that wants something is an actor.
    return parse.pos[proposer] == "PROPN" and not any(m.kind in ("Place", "Event") for m in mentions)


def noun_owner(parse: Parse, notes: Annotations, noun: int) -> int:
    """Who speaks through a noun that does not act itself: "the letter from X urges", "X's statement calls"."""
    if parse.lower[noun] in ("those", "many", "several") and parse.lower[parse.head[noun]] == "among":
        verb = parse.head[parse.head[noun]]
        subject = parse.subject(verb) if parse.is_verb(verb) else None
        return noun if subject is None else subject
    if is_actor(parse, notes, noun):
        return noun
    for c in parse.children[noun]:
        if parse.dep[c] == "poss" and is_actor(parse, notes, c):
            return c
        if parse.dep[c] in ("prep", "agent") and parse.lower[c] in ("of", "by", "from"):
            found = parse.child(c, "pobj")
            if found is not None and is_actor(parse, notes, found):
                return found
    if parse.lemma[noun] in limit("adopted") or any(m.kind == "Document" for m in notes.mentions_at(noun)):
        return _adopter(parse, notes, noun)
    if parse.dep[noun] in ("dobj", "attr", "pobj") and parse.lemma[noun] not in ("group", "party", "country"):
        owner = parse.owner(noun)
        if owner is not None and is_actor(parse, notes, owner):
            return owner
    return noun


def _adopter(parse: Parse, notes: Annotations, document: int) -> int:
    """The body that adopted a document: named in its title, or the subject of an earlier "adopted a resolution"."""
    for c in parse.children[document]:
        if c < document and parse.dep[c] in ("compound", "nmod", "amod") and is_actor(parse, notes, c):
            return c
    for i in range(document - 1, max(-1, document - 400), -1):
        if parse.lemma[i] in limit("adopting") and parse.tag[i][:1] == "V":
            taken = parse.child(i, "dobj", "nsubjpass")
            titled = (
                taken is not None and parse.lower[document] in parse.lower[parse.left[taken] : parse.right[taken] + 1]
            )
            if titled:
                body = parse.subject(i)
                if body is not None and body != taken and is_actor(parse, notes, body):
                    return body
    return document if parse.lemma[document] not in _VOTED else _house_before(parse, notes, document)


def _house_before(parse: Parse, notes: Annotations, document: int) -> int:
    """The house that an article told of before it speaks of "the resolution"."""
    for i in range(document - 1, -1, -1):
        is_house = parse.dep[i] == "nsubj" and parse.lemma[i] in limit("voting") and parse.is_verb(parse.head[i])
        if is_house and any(m.entity.named for m in notes.mentions_at(i)):
            return i
    return document
