"""Proposals by performative verbs: urge, call for, demand, propose, offer, pledge, plan."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.proposals.asserted import hypothetical, under_hedge
from newsgraph.language.proposals.cues import Draft, ProposalCue, limit
from newsgraph.language.proposals.frames import object_to, own_infinitive, prepositional, that_clause
from newsgraph.language.proposals.objects import draft_of, gerund, later_infinitive, noun_phrase
from newsgraph.language.proposals.proposers import leaves_clause, may_propose, noun_owner, reporter
from newsgraph.language.proposals.spans import end_of_content, has_to, infinitive, is_nobody, negated, noun_content
from newsgraph.language.proposals.voices import Voice, is_actor
from newsgraph.language.syntax.parse import Parse

_HEDGED = frozenset(("could", "may", "might", "can"))
_FUTURE = frozenset(("will", "shall", "'ll", "’ll", "wo", "would"))
_PRIVATE = frozenset(("Person", "Group", "Organization", "Other"))
_SELF_ACTS = frozenset(("pledge", "offer", "plan"))
_CALLING = frozenset(("demand", "require", "call"))
_DENYING = frozenset("deny refuse doubt dispute".split())


def verb_proposal(
    parse: Parse, notes: Annotations, verb: int, cue: ProposalCue, voice: Voice | None
) -> Draft | None:
    """The proposal that a verb makes, if it makes one; a speaker makes what a situation demands."""
    dep = parse.dep[verb]
    if dep in ("amod", "compound", "aux", "auxpass") or hypothetical(parse, verb):
        return None
    # Not to ask is no asking; not to want something done is to want it not done.
    unwanted = negated(parse, verb)
    if unwanted and "want-to" not in cue.takes:
        return None
    own = parse.child(verb, "nsubj") is not None or leaves_clause(parse, verb)
    if dep in ("conj", "pcomp", "advcl", "xcomp") and not own and under_hedge(parse, verb):
        return None
    if dep in ("ccomp", "xcomp") and parse.lemma[parse.head[verb]] in _DENYING:
        return None
    if dep == "pcomp" and not _done_by(parse, verb):
        return None
    auxiliaries = {parse.lower[c] for c in parse.children[verb] if parse.dep[c] == "aux"}
    if auxiliaries & _HEDGED:
        return None
    if parse.is_passive(verb):
        return _passive(parse, notes, verb, cue)
    proposer = parse.subject(verb)
    if proposer is not None and is_nobody(parse, proposer):
        return None  # "neither has asked for bail"
    unfit = proposer is None or not may_propose(parse, notes, proposer)
    if dep == "conj" and (unfit or (leaves_clause(parse, verb) and parse.dep[parse.head[verb]] == "ccomp")):
        proposer = reporter(parse, verb)
    if voice is not None and not auxiliaries and _is_situation(parse, notes, verb, proposer):
        return _called_for(parse, notes, verb, cue)
    if proposer is None or not may_propose(parse, notes, proposer):
        return None
    if cue.act in _SELF_ACTS and parse.pos[proposer] == "NOUN" and not is_actor(parse, notes, proposer):
        return None
    proposer = noun_owner(parse, notes, proposer)
    if parse.lemma[verb] == "require" and any(m.kind in _PRIVATE for m in notes.mentions_at(parse.doc[proposer])):
        return None
    if auxiliaries & _FUTURE and parse.lower[proposer] not in ("we", "i"):
        return None
    if "to" in auxiliaries and dep in ("xcomp", "ccomp", "advcl", "acl") and not _raised(parse, verb):
        return None
    if "to" in auxiliaries and dep == "advcl" and cue.act in _SELF_ACTS:
        return None
    particle = parse.child(verb, "prt")
    if particle is not None and parse.lower[particle] not in ("on", "upon", "for"):
        return None  # "called out", "called off"
    draft = _active(parse, notes, verb, cue, proposer)
    if unwanted:
        if draft is None or draft.act != "urge":
            return None
        draft.negated = True
    if draft is not None:
        draft.proposer = proposer
        subject = parse.child(verb, "nsubj")
        if subject is not None and subject < verb and parse.tag[subject] not in ("WDT", "WP"):
            draft.start = parse.left[subject]
        elif subject is None and dep == "xcomp" and proposer < verb:
            draft.start = parse.left[proposer]
        draft.own = draft.act in _SELF_ACTS
    return draft


def _is_situation(parse: Parse, notes: Annotations, verb: int, subject: int | None) -> bool:
    """Whether a thing is said to call for something."""
    if subject is None or parse.lemma[verb] not in _CALLING or parse.dep[verb] not in ("ROOT", "ccomp", "conj"):
        return False
    return not may_propose(parse, notes, subject)


def _called_for(parse: Parse, notes: Annotations, verb: int, cue: ProposalCue) -> Draft | None:
    """What a speaker says that something calls for: "this demands an inquiry", "the crisis requires that we act"."""
    draft = that_clause(parse, notes, verb, cue) or prepositional(parse, notes, verb, cue)
    if draft is None and "np" in cue.takes:
        wanted = parse.child(verb, "dobj")
        if wanted is None or parse.lemma[wanted] not in limit("measure"):
            return None
        content, addressees = noun_content(parse, notes, wanted)
        draft = draft_of((verb, verb + 1), content, cue.act, verb, addressees)
    subject = parse.child(verb, "nsubj")
    if draft is not None and subject is not None and subject < verb:
        draft.start = parse.left[subject]
    return draft


def _done_by(parse: Parse, verb: int) -> bool:
    """Whether a gerund after a preposition tells what was done: "reacted by proposing", not "suspected of planning"."""
    preposition = parse.head[verb]
    above = parse.head[preposition]
    told = parse.tag[above] in ("VBD", "VBZ", "VBN", "VBP")
    return told and parse.lower[preposition] in ("by", "after", "while") and parse.dep[above] != "acl"


def _raised(parse: Parse, verb: int) -> bool:
    """Whether an infinitive is said as happening: "continues to urge", "went on to call for", "marched to demand"."""
    if parse.dep[verb] == "advcl" and parse.tag[parse.head[verb]] in ("VBD", "VBZ", "VBP", "VBN"):
        return not negated(parse, parse.head[verb])
    return parse.lemma[parse.head[verb]] in (
        "continue", "begin", "start", "go", "use", "fail", "join", "write", "take", "come", "unite", "rise", "vote",
        "be", "have", "want", "like", "wish",
    )  # fmt: skip


def _passive(parse: Parse, notes: Annotations, verb: int, cue: ProposalCue) -> Draft | None:
    patient = parse.patient(verb)
    if "committed" in cue.takes and patient is not None and is_actor(parse, notes, patient):
        return committed(parse, verb, patient, cue)
    agent = parse.subject(verb)
    if agent is None or not is_actor(parse, notes, agent):
        return None
    if patient is None and parse.dep[verb] == "acl":
        patient = parse.head[verb]
    if "object-to" in cue.takes:
        clause = later_infinitive(parse, verb, verb)
        if clause is not None and patient is not None:
            draft = draft_of((verb, verb + 1), infinitive(parse, clause), cue.act, verb, parse.conjuncts(patient))
            draft.proposer, draft.clause, draft.negated = agent, clause, negated(parse, clause)
            draft.start = parse.left[patient]
            return draft
    if "np" in cue.takes and patient is not None and parse.pos[patient] != "PRON":
        content, addressees = noun_content(parse, notes, patient)
        if content[1] > verb:
            content = (content[0], end_of_content(parse, content[0], min(content[1], verb)))
        if content[1] > content[0]:
            draft = draft_of((verb, verb + 1), content, cue.act, verb, addressees)
            draft.proposer = agent
            return draft
    return None


def committed(parse: Parse, word: int, who: int, cue: ProposalCue) -> Draft | None:
    """Be committed to doing, determined to do, resolved to do."""
    for c in parse.children[word]:
        if c < word:
            continue
        if parse.dep[c] in ("xcomp", "ccomp", "advcl") and has_to(parse, c):
            draft = draft_of((word, word + 1), infinitive(parse, c), cue.act, word)
        elif parse.lower[c] in ("to", "on") and (inner := parse.child(c, "pcomp")) is not None and inner > c:
            stop = parse.right[inner] + 1
            draft = draft_of((word, c + 1), (c + 1, end_of_content(parse, c + 1, stop)), cue.act, word)
        else:
            continue
        draft.proposer, draft.own = who, True
        draft.start = parse.left[who] if who < word else None
        return draft
    return None


def _active(parse: Parse, notes: Annotations, verb: int, cue: ProposalCue, proposer: int) -> Draft | None:
    takes = cue.takes
    draft = None
    if "object-to" in takes or "want-to" in takes:
        draft = object_to(parse, notes, verb, cue)
    if draft is None and "to" in takes:
        draft = own_infinitive(parse, notes, verb, cue, proposer)
    if draft is None and "that" in takes:
        draft = that_clause(parse, notes, verb, cue)
    if draft is None:
        draft = prepositional(parse, notes, verb, cue)
    if draft is None and "ing" in takes:
        draft = gerund(parse, verb, cue)
    if draft is None and takes & {"np", "np-from", "np-measure", "want-np", "sum"}:
        draft = noun_phrase(parse, notes, verb, cue, proposer)
    return draft
