"""Who supports, rejects, accepts or joins what another proposes, in the article."""

from __future__ import annotations

from functools import cache

from newsgraph.language.annotations import Annotations, Mention, Proposal, StanceTaken
from newsgraph.language.lexicon_files import read_lexicon
from newsgraph.language.nominals import mentions_of
from newsgraph.language.parse import Parse
from newsgraph.language.proposal_spans import negated
from newsgraph.language.voices import is_actor, tokens_of

_NAMES_OF_ACTS = {
    act: frozenset(names.split())
    for act, names in {
        "urge": "call appeal plea request demand proposal idea suggestion petition",
        "propose": "proposal plan idea bill motion initiative suggestion proposition scheme draft legislation move",
        "demand": "demand ultimatum call request condition",
        "recommend": "recommendation advice proposal suggestion",
        "offer": "offer proposal overture",
        "pledge": "pledge promise commitment vow threat plan decision move",
        "plan": "plan proposal idea scheme move intention bill",
    }.items()
}
_ALL_NAMES = frozenset().union(*_NAMES_OF_ACTS.values())
_HEDGED = frozenset(("may", "might", "could", "would", "should", "must", "can"))
_OPPOSITE = {"support": "oppose", "accept": "oppose", "join": "oppose", "oppose": "support"}


@cache
def stance_cues(pos: str) -> dict[str, str]:
    """Stance by lemma."""
    return {row["lemma"]: row["stance"] for row in read_lexicon("stance_cues") if row["pos"] == pos}


def find_stances(parse: Parse, notes: Annotations, proposals: list[Proposal]) -> None:
    """Enter supporters, opponents and stances into proposals."""
    if not proposals:
        return
    verbs, nouns = stance_cues("verb"), stance_cues("noun")
    spans = [(tokens_of(parse, p.span), tokens_of(parse, p.cue), p) for p in proposals]
    for i in range(parse.size):
        tag = parse.tag[i][:1]
        if tag == "V" and parse.lemma[i] in verbs:
            _by_verb(parse, notes, i, verbs[parse.lemma[i]], spans)
        elif tag == "N" and parse.lemma[i] in nouns:
            _by_noun(parse, notes, i, nouns[parse.lemma[i]], spans)


_Spans = list[tuple[tuple[int, int], tuple[int, int], Proposal]]


def _by_verb(parse: Parse, notes: Annotations, verb: int, stance: str, spans: _Spans) -> None:
    if any(parse.lower[c] in _HEDGED for c in parse.children[verb] if parse.dep[c] == "aux"):
        return
    if parse.is_passive(verb):
        actor, target = parse.subject(verb), parse.child(verb, "nsubjpass")
    else:
        actor, target = parse.subject(verb), parse.child(verb, "dobj")
        if target is None:
            preposition = next(
                (c for c in parse.children[verb] if parse.lower[c] in ("to", "with", "on") and parse.dep[c] == "prep"),
                None,
            )
            target = None if preposition is None else parse.child(preposition, "pobj")
    if actor is None or target is None or not is_actor(parse, notes, actor):
        return
    if negated(parse, verb):
        if stance not in _OPPOSITE:
            return
        stance = _OPPOSITE[stance]
    proposal = _meant(parse, notes, target, verb, actor, spans, own=stance == "withdraw")
    if proposal is not None:
        _enter(parse, notes, proposal, actor, stance, (min(actor, verb, target), max(actor, verb, target) + 1))


def _by_noun(parse: Parse, notes: Annotations, noun: int, stance: str, spans: _Spans) -> None:
    """Despite the resistance of X; X's opposition to the plan; with the backing of X."""
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
        proposal = _meant(parse, notes, target, noun, actor, spans)
    else:
        up = parse.head[noun]
        if parse.lower[up] not in ("despite", "with", "without", "amid", "against", "over"):
            return
        inside = [p for (start, stop), _, p in spans if parse.sent_start[noun] <= start < parse.sent_end[noun]]
        proposal = inside[-1] if inside else None
    if proposal is not None:
        _enter(parse, notes, proposal, actor, stance, span)


def _meant(
    parse: Parse, notes: Annotations, target: int, verb: int, actor: int, spans: _Spans, own: bool = False
) -> Proposal | None:
    """The proposal that a noun phrase names: the one it is, or the last one of that name; the actor's, if `own`."""
    for _, cue, proposal in spans:
        if cue[0] <= target < cue[1]:
            return proposal
    for _, _, proposal in spans:
        start, stop = tokens_of(parse, proposal.content)
        if (
            start <= target < stop
            and start <= target
            and parse.left[target] >= start
            and proposal.act == "propose"
            and stop < verb
        ):
            return proposal
    lemma = parse.lemma[target]
    if lemma not in _ALL_NAMES:
        return None
    determiner = any(
        parse.dep[c] == "poss" or parse.lower[c] in ("the", "this", "that", "these", "those", "such", "both")
        for c in parse.children[target]
    )
    if not determiner:
        return None
    actors = {id(m.entity) for m in mentions_of(notes, parse.doc[actor], create=False)}
    owner = next((c for c in parse.children[target] if parse.dep[c] == "poss"), None)
    owners = set() if owner is None else {id(m.entity) for m in mentions_of(notes, parse.doc[owner], create=False)}
    for (start, _), _, proposal in reversed(spans):
        if start >= verb or lemma not in _NAMES_OF_ACTS[proposal.act]:
            continue
        proposers = {id(m.entity) for m in proposal.proposers}
        if (owners and not owners & proposers) or bool(proposers & actors) != own:
            continue
        return proposal
    return None


def _enter(
    parse: Parse, notes: Annotations, proposal: Proposal, actor: int, stance: str, span: tuple[int, int]
) -> None:
    first = proposal
    actors: list[Mention] = [m for i in parse.conjuncts(actor) for m in mentions_of(notes, parse.doc[i])]
    own = {id(m.entity) for m in first.proposers}
    for mention in actors:
        if id(mention.entity) in own and stance != "withdraw":
            continue
        first.stances.append(StanceTaken(mention, stance, parse.characters(*span)))
        if stance in ("support", "accept", "join"):
            first.supporters.append(mention)
        elif stance == "oppose":
            first.opponents.append(mention)
