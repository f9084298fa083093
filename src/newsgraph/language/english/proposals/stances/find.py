"""Who supports, rejects, accepts or joins what another proposes, in the article."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Mention, Proposal, StanceTaken
from newsgraph.language.english.coreference.actors import is_actor
from newsgraph.language.english.coreference.nominals import mentions_of
from newsgraph.language.english.proposals.cues import limit, stance_cues, stance_of
from newsgraph.language.english.proposals.stances.fitting import is_open
from newsgraph.language.english.proposals.stances.targets import Told, proposals_told
from newsgraph.language.english.proposals.table.spans import negated
from newsgraph.language.english.proposals.voices import Voice
from newsgraph.language.english.syntax.parse import Parse

_HEDGED = frozenset(("may", "might", "could", "would", "should", "must", "can"))
_OPPOSITE = {"support": "oppose", "accept": "oppose", "join": "oppose", "oppose": "support"}
_TAKEN_WITH = frozenset(("to", "with", "on", "against", "for", "of"))


def find_stances(parse: Parse, notes: Annotations, voices: list[Voice | None], proposals: list[Proposal]) -> None:
    """Enter supporters, opponents and stances into proposals."""
    if not proposals:
        return
    nouns = stance_cues("noun")
    told = proposals_told(parse, notes, proposals)
    for i in range(parse.size):
        tag = parse.tag[i][:1]
        if parse.tag[i] in ("VB", "VBG") and told.proposes(i):
            continue
        if tag == "V" or parse.pos[i] == "AUX":
            stance = stance_of(parse, i)
            if stance is not None:
                _by_verb(parse, notes, voices[i], i, stance, told)
        elif tag == "N" and parse.lemma[i] in nouns:
            _by_noun(parse, notes, i, nouns[parse.lemma[i]], told)


def _by_verb(parse: Parse, notes: Annotations, voice: Voice | None, verb: int, stance: str, told: Told) -> None:
    if any(parse.lower[c] in _HEDGED for c in parse.children[verb] if parse.dep[c] == "aux"):
        return
    if parse.dep[verb] == "xcomp" and any(parse.lower[c] == "yet" for c in parse.children[parse.head[verb]]):
        return  # "has yet to accept"
    if is_open(parse, verb):
        return
    actor = parse.subject(verb)
    target = parse.child(verb, "nsubjpass") if parse.is_passive(verb) else _object(parse, verb)
    if parse.dep[verb] == "acl" and parse.tag[verb] == "VBN" and parse.child(verb, "agent") is not None:
        target = parse.head[verb]
    if actor is None or target is None or not is_actor(parse, notes, actor):
        return
    if negated(parse, verb):
        if stance not in _OPPOSITE:
            return
        stance = _OPPOSITE[stance]
    proposal = told.meant(target, verb, actor, stance)
    if proposal is not None:
        _enter(parse, notes, voice, proposal, actor, stance, (min(actor, verb, target), max(actor, verb, target) + 1))


def _object(parse: Parse, verb: int) -> int | None:
    found = parse.child(verb, "dobj")
    if found is not None:
        return found
    for c in parse.children[verb]:
        if c > verb and parse.lower[c] in _TAKEN_WITH and parse.dep[c] == "prep":
            return parse.child(c, "pobj")
    # "welcomed the offer of X to mediate", read as a clause: what is welcomed is the offer.
    clause = parse.child(verb, "ccomp")
    return None if clause is None or clause < verb else parse.child(clause, "nsubj")


def _by_noun(parse: Parse, notes: Annotations, noun: int, stance: str, told: Told) -> None:
    """Despite the resistance of X; X's opposition to the plan; with the backing of X."""
    if told.proposes(noun) or parse.lemma[parse.head[noun]] in limit("lacking"):
        return
    actor = None
    for c in parse.children[noun]:
        if parse.dep[c] == "poss":
            actor = c
        elif parse.lower[c] in ("of", "from", "by") and parse.dep[c] in ("prep", "agent"):
            found = parse.child(c, "pobj")
            actor = found if found is not None else actor
    if actor is None or not is_actor(parse, notes, actor):
        return
    target = None
    for c in parse.children[noun]:
        if parse.lower[c] in ("to", "for"):
            target = parse.child(c, "pobj")
    span = (min(actor, noun), max(actor, noun) + 1)
    if target is not None:
        proposal = told.meant(target, noun, actor, stance)
    else:
        up = parse.head[noun]
        if parse.lower[up] not in ("despite", "with", "without", "amid", "against", "over"):
            return
        if parse.lemma[parse.head[up]] == "face":
            return  # "faced with criticism of X, the firm plans ...": of what came before
        proposal = told.last_in_sentence(noun)
    if proposal is not None:
        _enter(parse, notes, None, proposal, actor, stance, span)


def _enter(
    parse: Parse, notes: Annotations, voice: Voice | None, proposal: Proposal, actor: int, stance: str,
    span: tuple[int, int],
) -> None:  # fmt: skip
    own = {id(m.entity) for m in proposal.proposers}
    taken = {(id(s.actor.entity), s.stance) for s in proposal.stances}
    actors: list[Mention] = [m for i in parse.conjuncts(actor) for m in mentions_of(notes, parse, i)]
    if not actors and voice is not None and voice.mention is not None and parse.lower[actor] in ("we", "i"):
        actors = [voice.mention]
    for mention in actors:
        if (id(mention.entity) in own and stance != "withdraw") or (id(mention.entity), stance) in taken:
            continue
        proposal.stances.append(StanceTaken(mention, stance, parse.characters(*span)))
        if stance in ("support", "accept", "join"):
            proposal.supporters.append(mention)
        elif stance == "oppose":
            proposal.opponents.append(mention)
