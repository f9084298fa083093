"""Who proposes: the subject of a cue, who speaks through it, and whose call, plan or offer a noun names."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.coreference.actors import is_actor
from newsgraph.language.english.proposals.cues import limit
from newsgraph.language.english.proposals.table.spans import negated
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
    if is_actor(parse, notes, noun):
        return noun
    owner = _owner(parse, notes, noun, range(0))
    if owner is None and parse.lemma[noun] in limit("adopted"):
        owner = _adopter(parse, notes, noun)
    if owner is None and parse.dep[noun] == "dobj":
        owner = parse.subject(parse.head[noun])  # "carried banners urging"
    return noun if owner is None else owner


def _adopter(parse: Parse, notes: Annotations, document: int) -> int | None:
    """The body of which an article told before that it adopted a document."""
    for i in range(document - 1, max(-1, document - 400), -1):
        taken = parse.child(i, "dobj", "nsubjpass") if parse.lemma[i] in limit("adopting") else None
        if taken is not None and parse.lower[document] in parse.lower[parse.left[taken] : parse.right[taken] + 1]:
            body = parse.subject(i)
            return body if body is not None and is_actor(parse, notes, body) else None
    return _house_before(parse, notes, document) if parse.lemma[document] in _VOTED else None


def _house_before(parse: Parse, notes: Annotations, document: int) -> int | None:
    """The house that an article told of before it speaks of "the resolution"."""
    for i in range(document - 1, -1, -1):
        is_house = parse.dep[i] == "nsubj" and parse.lemma[i] in limit("voting") and parse.is_verb(parse.head[i])
        if is_house and any(m.entity.named for m in notes.mentions_at(i)):
            return i
    return None


def _owner(parse: Parse, notes: Annotations, noun: int, content: range) -> int | None:
    """Who has or makes a noun, by a word beside it that is no part of what is proposed."""
    for c in parse.children[noun]:
        by = parse.dep[c] in ("prep", "agent") and parse.lower[c] in ("of", "by", "from") and c not in content
        found = parse.child(c, "pobj") if by else c if parse.dep[c] == "poss" else None
        if found is not None and is_actor(parse, notes, found):
            return found
    return None


def noun_proposer(parse: Parse, notes: Annotations, noun: int, content: tuple[int, int]) -> int | None:
    """Whose call, plan or offer it is: by a word beside the noun, or by the verb that makes it."""
    possessor = parse.child(noun, "poss")
    if possessor is not None and parse.tag[possessor] == "PRP$":
        return possessor
    found = _owner(parse, notes, noun, range(*content))
    if found is None and possessor is None:
        found = _named_before(parse, notes, noun)
        return _maker(parse, notes, noun, content) if found is None else found
    return found


def _named_before(parse: Parse, notes: Annotations, noun: int) -> int | None:
    """The state or body before the noun: "the Kenyan offer", "a government plan", "the Lund proposal"."""
    for c in parse.children[noun]:
        if c < noun and parse.dep[c] in ("compound", "amod", "nmod"):
            found = next((k for k in range(c, parse.left[c] - 1, -1) if is_actor(parse, notes, k)), None)
            if found is not None:
                return found
    return None


def _maker(parse: Parse, notes: Annotations, noun: int, content: tuple[int, int]) -> int | None:
    """Who makes it by the verb above: "X renewed its appeal"."""
    if parse.dep[noun] in ("dobj", "attr", "pobj", "oprd"):
        verb = parse.head[noun]
        if parse.dep[noun] == "pobj":
            if parse.lower[verb] not in ("with", "in"):
                return None
            verb = parse.head[verb]
        if parse.is_verb(verb) and (parse.lemma[verb] in limit("making")) and not negated(parse, verb):
            found = parse.subject(verb)
            if found is not None and is_actor(parse, notes, found):
                return found
    if parse.dep[noun] == "conj" and parse.pos[parse.head[noun]] == "NOUN":
        return noun_proposer(parse, notes, parse.head[noun], content)
    return None
