"""Proposals by performative verbs: urge, call for, demand, propose, offer, pledge, plan."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.parse import Parse
from newsgraph.language.proposal_cues import Draft, ProposalCue, limit
from newsgraph.language.proposal_spans import clause_parts, end_of_content, has_to, infinitive, negated, noun_content
from newsgraph.language.voices import is_actor

_CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "relcl", "dobj", "pcomp")
_HEDGED = frozenset(("could", "may", "might", "can"))
_FUTURE = frozenset(("will", "would", "shall", "'ll", "wo"))
_SHOULD = frozenset(("should", "must", "ought"))
_WILL = frozenset(("will", "would", "'ll", "shall", "wo"))
_PRONOUNS = frozenset("it this that them him her those these me us you what which nothing something anything".split())
_REFLEXIVE = frozenset("itself himself herself themselves ourselves myself".split())
_SELF_ACTS = frozenset(("pledge", "offer", "plan"))
_QUANTITIES = frozenset("thousand hundred dozen ten million score group number majority crowd array range handful".split())
_DOCUMENTS = frozenset(
    "resolution letter statement report petition draft bill motion declaration communique communiqué document manifesto "
    "treaty agreement court tribunal order ruling decree opposition editorial programme program group campaign "
    "proposal text amendment memorandum request call appeal demand message memo tweet post speech".split()
)


def verb_proposal(parse: Parse, notes: Annotations, verb: int, cue: ProposalCue) -> Draft | None:
    """The proposal that a verb makes, if it makes one."""
    dep = parse.dep[verb]
    if dep in ("amod", "compound", "aux", "auxpass") or negated(parse, verb) or hypothetical(parse, verb):
        return None
    if dep in ("conj", "pcomp", "advcl", "xcomp") and _under_hedge(parse, verb):
        return None
    auxiliaries = {parse.lower[c] for c in parse.children[verb] if parse.dep[c] == "aux"}
    if auxiliaries & _HEDGED:
        return None
    if parse.is_passive(verb):
        return _passive(parse, notes, verb, cue)
    proposer = parse.subject(verb)
    if (proposer is None or not _may_propose(parse, notes, proposer)) and dep == "conj":
        proposer = _reporter(parse, verb)
    if proposer is None or not _may_propose(parse, notes, proposer):
        return None
    if cue.act in _SELF_ACTS and parse.pos[proposer] == "NOUN" and not is_actor(parse, notes, proposer):
        return None
    proposer = noun_owner(parse, notes, proposer)
    if auxiliaries & _FUTURE and parse.lower[proposer] not in ("we", "i"):
        return None
    if "to" in auxiliaries and dep in ("xcomp", "ccomp", "advcl", "acl") and not _raised(parse, verb):
        return None
    draft = _active(parse, notes, verb, cue, proposer)
    if draft is not None:
        draft.proposer = proposer
        subject = parse.child(verb, "nsubj")
        if subject is not None and subject < verb and parse.tag[subject] not in ("WDT", "WP"):
            draft.start = parse.left[subject]
        draft.own = draft.act in _SELF_ACTS
    return draft


def _under_hedge(parse: Parse, verb: int) -> bool:
    """Whether a participle or infinitive is under "could", "may" or "might"."""
    i = verb
    for _ in range(6):
        i = parse.head[i]
        if parse.is_verb(i) and any(parse.lower[c] in _HEDGED and parse.dep[c] == "aux" for c in parse.children[i]):
            return True
        if parse.dep[i] in ("ROOT", "relcl", "ccomp"):
            break
    return False


def _reporter(parse: Parse, verb: int) -> int | None:
    """Who "X said Y was wrong and called for ..." is about, where the parser joins the second verb to the inner clause."""
    inner = parse.head[verb]
    if parse.dep[inner] != "ccomp" or parse.tag[verb] not in ("VBD", "VBZ", "VBP"):
        return None
    return parse.subject(parse.head[inner])


def _raised(parse: Parse, verb: int) -> bool:
    """Whether an infinitive is said as happening: "continues to urge", "went on to call for", "marched to demand"."""
    if parse.dep[verb] == "advcl" and parse.tag[parse.head[verb]] in ("VBD", "VBZ", "VBP", "VBN"):
        return not negated(parse, parse.head[verb])
    return parse.lemma[parse.head[verb]] in (
        "continue", "begin", "start", "go", "use", "fail", "join", "write", "take", "come", "unite", "rise", "vote",
        "be", "have", "want", "like", "wish",
    )  # fmt: skip


def _may_propose(parse: Parse, notes: Annotations, proposer: int) -> bool:
    if is_actor(parse, notes, proposer) or parse.lemma[proposer] in _DOCUMENTS | _QUANTITIES:
        return True
    if parse.pos[proposer] == "PRON":
        return parse.lower[proposer] not in ("this", "that", "which", "what", "these", "there")
    return any(m.kind == "Document" for m in notes.mentions_at(parse.doc[proposer]))


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
    if parse.dep[noun] in ("dobj", "attr", "pobj") and parse.lemma[noun] not in ("group", "party", "country"):
        owner = parse.owner(noun)
        if owner is not None and is_actor(parse, notes, owner):
            return owner
    return noun


def hypothetical(parse: Parse, verb: int) -> bool:
    """Whether a verb stands under "if", "unless" or "whether", or its sentence is a question."""
    i = verb
    for _ in range(6):
        for c in parse.children[i]:
            if parse.dep[c] == "mark" and parse.lower[c] in ("if", "unless", "whether") and c < verb:
                return True
        if parse.head[i] == i or parse.dep[i] in ("ROOT", "relcl"):
            break
        i = parse.head[i]
    last = parse.sent_end[verb] - 1
    while last > verb and parse.tag[last] in ("_SP", "''", "``"):
        last -= 1
    return parse.lower[last] == "?"


def _draft(cue: tuple[int, int], content: tuple[int, int], act: str, verb: int, addressees: list[int] | None = None) -> Draft:
    return Draft(cue, content, act, verb, addressees=addressees or [])


def _later_infinitive(parse: Parse, word: int, after: int) -> int | None:
    """An infinitive with "to" that a word governs, after a token."""
    for c in parse.children[word]:
        if c > after and parse.dep[c] in _CLAUSES and has_to(parse, c):
            return c
    return None


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
        clause = _later_infinitive(parse, verb, verb)
        if clause is not None and patient is not None:
            draft = _draft((verb, verb + 1), infinitive(parse, clause), cue.act, verb, parse.conjuncts(patient))
            draft.proposer, draft.clause, draft.negated = agent, clause, negated(parse, clause)
            draft.start = parse.left[patient]
            return draft
    if "np" in cue.takes and patient is not None and parse.pos[patient] != "PRON":
        content, addressees = noun_content(parse, notes, patient)
        if content[1] > verb:
            content = (content[0], end_of_content(parse, content[0], min(content[1], verb)))
        if content[1] > content[0]:
            draft = _draft((verb, verb + 1), content, cue.act, verb, addressees)
            draft.proposer = agent
            return draft
    return None


def committed(parse: Parse, word: int, who: int, cue: ProposalCue) -> Draft | None:
    """Be committed to doing, determined to do, resolved to do."""
    for c in parse.children[word]:
        if c < word:
            continue
        if parse.dep[c] in ("xcomp", "ccomp", "advcl") and has_to(parse, c):
            draft = _draft((word, word + 1), infinitive(parse, c), cue.act, word)
        elif parse.lower[c] == "to" and (inner := parse.child(c, "pcomp")) is not None and inner > c:
            stop = parse.right[inner] + 1
            draft = _draft((word, c + 1), (c + 1, end_of_content(parse, c + 1, stop)), cue.act, word)
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
        draft = _object_to(parse, notes, verb, cue)
    if draft is None and "to" in takes:
        draft = _own_infinitive(parse, notes, verb, cue, proposer)
    if draft is None and "that" in takes:
        draft = _that(parse, notes, verb, cue)
    if draft is None:
        draft = _prepositional(parse, notes, verb, cue)
    if draft is None and "ing" in takes:
        draft = _gerund(parse, verb, cue)
    if draft is None and takes & {"np", "np-from", "want-np"}:
        draft = _noun_phrase(parse, notes, verb, cue, proposer)
    return draft


def _object_to(parse: Parse, notes: Annotations, verb: int, cue: ProposalCue) -> Draft | None:
    act = "urge" if "want-to" in cue.takes else cue.act
    target = parse.child(verb, "dobj", "dative")
    if target is not None and parse.dep[target] == "dative" and parse.lower[target] == "to":
        target = parse.child(target, "pobj")
    clause = None
    if target is not None and target > verb:
        if parse.lower[target] in _REFLEXIVE:
            return None
        clause = _later_infinitive(parse, verb, target) or _later_infinitive(parse, target, target)
    if clause is None:
        for c in parse.children[verb]:
            if c > verb and parse.dep[c] in ("ccomp", "xcomp", "advcl") and has_to(parse, c):
                inner = parse.child(c, "nsubj", "nsubjpass")
                if inner is not None and verb < inner < c:
                    target, clause = inner, c
                    break
    if clause is None or target is None:
        return None
    if parse.lemma[clause] in ("thank", "know") and parse.lemma[verb] in ("ask", "want"):
        return None
    if parse.child(clause, "nsubjpass", "auxpass") is not None or not is_actor(parse, notes, target):
        start = parse.left[target]
        content = (start, clause_parts(parse, notes, clause)[0][1])
        draft = _draft((verb, verb + 1), content, act, verb)
    else:
        content = infinitive(parse, clause)
        draft = _draft((verb, verb + 1), content, act, verb, parse.conjuncts(target))
    if parse.lemma[clause] in limit("reader") and parse.lemma[target] in limit("public"):
        return None
    draft.clause, draft.negated = clause, negated(parse, clause)
    return draft


def _that(parse: Parse, notes: Annotations, verb: int, cue: ProposalCue) -> Draft | None:
    for c in parse.children[verb]:
        if c < verb or parse.dep[c] not in ("ccomp", "advcl", "xcomp", "acl") or not parse.is_verb(c):
            continue
        subject = parse.child(c, "nsubj", "nsubjpass", "expl")
        if subject is None or not verb < subject < c or has_to(parse, c):
            continue
        modals = {parse.lower[k] for k in parse.children[c] if parse.tag[k] == "MD"}
        subjunctive = not modals and any(
            parse.tag[k] == "VB" for k in (c, *(k for k in parse.children[c] if parse.dep[k] in ("auxpass", "aux", "cop")))
        )
        plain = not modals and parse.tag[c] in ("VBP", "VB") and cue.act in ("demand", "recommend", "propose", "urge")
        wanted = subjunctive or bool(modals & _SHOULD) or plain
        if cue.act == "pledge":
            if not modals & _WILL and (modals or parse.lemma[verb] not in ("promise", "pledge", "guarantee")):
                continue
        elif not wanted:
            continue
        content, addressees = clause_parts(parse, notes, c, _after_modal(parse, c))
        if cue.act == "pledge":
            if not addressees and subject is not None and parse.dep[subject] == "nsubjpass":
                content = (min(parse.left[subject], c), content[1])
            addressees = []
        draft = _draft((verb, verb + 1), content, cue.act, verb, addressees)
        draft.clause, draft.negated = c, negated(parse, c)
        return draft
    return None


def _after_modal(parse: Parse, verb: int) -> int | None:
    for c in parse.children[verb]:
        if parse.tag[c] == "MD" and c < verb:
            return c + 2 if parse.lower[c + 1] in ("not", "n't", "to") and c + 1 < verb else c + 1
    return None


def _own_infinitive(parse: Parse, notes: Annotations, verb: int, cue: ProposalCue, proposer: int) -> Draft | None:
    for c in parse.children[verb]:
        if c < verb or parse.dep[c] not in ("xcomp", "ccomp", "advcl") or not has_to(parse, c):
            continue
        if parse.child(c, "nsubj", "nsubjpass") is not None:
            continue
        if cue.act == "plan" and parse.lemma[c] in limit("courtesy") | limit("appointment") | limit("personal"):
            return None
        if cue.act == "plan" and parse.dep[verb] == "relcl" and parse.tag[proposer] in ("NN", "NNS"):
            return None
        if cue.act == "plan" and not is_actor(parse, notes, proposer):
            return None
        draft = _draft((verb, verb + 1), infinitive(parse, c), cue.act, verb)
        draft.clause, draft.negated = c, negated(parse, c)
        return draft
    if "self-to" in cue.takes:
        return _self(parse, verb, cue)
    return None


def _self(parse: Parse, verb: int, cue: ProposalCue) -> Draft | None:
    target = parse.child(verb, "dobj")
    if target is not None and parse.lower[target] not in _REFLEXIVE:
        return None
    for c in parse.children[verb]:
        if c > verb and parse.lower[c] == "to" and parse.dep[c] in ("prep", "dative"):
            inner = parse.child(c, "pcomp")
            if inner is not None:
                return _draft((verb, c + 1), (c + 1, end_of_content(parse, c + 1, parse.right[inner] + 1)), cue.act, verb)
    return None


def _prepositional(parse: Parse, notes: Annotations, verb: int, cue: ProposalCue) -> Draft | None:
    takes = cue.takes
    for c in parse.children[verb]:
        if c < verb:
            continue
        word = parse.lower[c]
        if word in ("on", "upon") and "on" in takes:
            found = parse.child(c, "pobj")
            if found is None and parse.child(c, "pcomp") is None:
                found = parse.child(verb, "dobj")
            if found is None:
                inner = parse.child(c, "pcomp")
                if inner is not None and parse.lemma[verb] in ("insist", "plan"):
                    return _draft((verb, c + 1), (c + 1, end_of_content(parse, c + 1, parse.right[inner] + 1)), cue.act, verb)
                continue
            if parse.lemma[verb] in ("insist", "press", "plan"):
                content, addressees = noun_content(parse, notes, found)
                return _draft((verb, c + 1), content, cue.act, verb, addressees)
            clause = _later_infinitive(parse, verb, found) or _later_infinitive(parse, found, found)
            if clause is None:
                last = parse.conjuncts(found)[-1]
                clause = _later_infinitive(parse, last, last)
            if clause is not None:
                draft = _draft((verb, c + 1), infinitive(parse, clause), cue.act, verb, parse.conjuncts(found))
                draft.clause, draft.negated = clause, negated(parse, clause)
                return draft
        elif (word == "to" and "to-actor" in takes) or (word == "with" and "with" in takes):
            found = parse.child(c, "pobj")
            if found is None or not is_actor(parse, notes, found):
                continue
            clause = _later_infinitive(parse, verb, found) or _later_infinitive(parse, found, found)
            if clause is not None:
                draft = _draft((verb, verb + 1), infinitive(parse, clause), cue.act, verb, parse.conjuncts(found))
                draft.clause, draft.negated = clause, negated(parse, clause)
                return draft
            purpose = parse.has_child(verb, "for", "prep")
            if purpose:
                preposition = next(k for k in parse.children[verb] if parse.lower[k] == "for" and parse.dep[k] == "prep")
                wanted = parse.child(preposition, "pobj")
                if wanted is not None and preposition > found:
                    content, _ = noun_content(parse, notes, wanted)
                    return _draft((verb, verb + 1), content, cue.act, verb, parse.conjuncts(found))
        elif word == "for" and "for" in takes:
            draft = for_content(parse, notes, verb, c, cue.act, verb)
            if draft is not None:
                target = parse.child(verb, "dobj")
                if target is not None and not draft.addressees and is_actor(parse, notes, target):
                    draft.addressees = parse.conjuncts(target)
                return draft
        elif word in ("from", "against", "into") and word in takes:
            inner = parse.child(c, "pcomp", "pobj")
            if inner is None or inner < c:
                continue
            draft = _draft((verb, verb + 1), (c + 1, end_of_content(parse, c + 1, parse.right[inner] + 1)), cue.act, verb)
            if word == "against":
                draft.cue = (verb, c + 1) if c == verb + 1 else (verb, verb + 1)
            draft.negated = word != "into"
            target = parse.child(verb, "dobj")
            if target is not None:
                draft.addressees = parse.conjuncts(target)
            return draft
        elif parse.dep[c] in ("advcl", "ccomp", "xcomp", "acl") and "for" in takes:
            mark = next((k for k in parse.children[c] if parse.lower[k] == "for" and verb < k < c), None)
            if mark is not None and mark <= verb + 3:
                content, addressees = clause_parts(parse, notes, c)
                draft = _draft((verb, mark + 1), content, cue.act, verb, addressees)
                draft.clause, draft.negated = c, negated(parse, c)
                return draft
    return None


def for_content(parse: Parse, notes: Annotations, first: int, preposition: int, act: str, anchor: int) -> Draft | None:
    """The content after "for": a noun phrase, or "for X to ..."."""
    found = parse.child(preposition, "pobj")
    if found is None:
        inner = parse.child(preposition, "pcomp")
        if inner is None or not parse.is_verb(inner):
            return None
        subject = parse.child(inner, "nsubj", "nsubjpass")
        if subject is not None:
            content, addressees = clause_parts(parse, notes, inner)
        else:
            content, addressees = (preposition + 1, end_of_content(parse, preposition + 1, parse.right[inner] + 1)), []
        draft = _draft((first, preposition + 1), content, act, anchor, addressees)
        draft.clause = inner
        return draft
    clause = _later_infinitive(parse, found, found) or _later_infinitive(parse, anchor, parse.right[found])
    if clause is not None and is_actor(parse, notes, found) and parse.dep[clause] != "relcl":
        draft = _draft((first, preposition + 1), infinitive(parse, clause), act, anchor, parse.conjuncts(found))
        draft.clause, draft.negated = clause, negated(parse, clause)
        return draft
    if parse.pos[found] == "PRON" or is_actor(parse, notes, found) and parse.lemma[found] not in limit("measure"):
        return None
    if parse.lemma[found] in limit("civility") or parse.lemma[found] == "help" and not parse.children[found]:
        return None
    content, addressees = noun_content(parse, notes, found)
    if clause is not None and clause >= content[1]:
        content = (content[0], clause_parts(parse, notes, clause)[0][1])
    return _draft((first, preposition + 1), content, act, anchor, addressees)


def _gerund(parse: Parse, verb: int, cue: ProposalCue) -> Draft | None:
    for c in parse.children[verb]:
        if c > verb and parse.dep[c] in ("xcomp", "ccomp", "dobj") and parse.tag[c] == "VBG" and parse.lower[c - 1] != ",":
            return _draft((verb, verb + 1), (c, end_of_content(parse, parse.left[c], parse.right[c] + 1)), cue.act, verb)
    return None


def _noun_phrase(parse: Parse, notes: Annotations, verb: int, cue: ProposalCue, proposer: int) -> Draft | None:
    found = parse.child(verb, "dobj")
    if found is None or found < verb or parse.lower[found] in _PRONOUNS or parse.pos[found] == "PRON":
        return None
    lemma = parse.lemma[found]
    if lemma in limit("civility"):
        return None
    if "want-np" in cue.takes:
        if lemma not in limit("measure") and parse.lower[proposer] not in ("we", "i"):
            return None
    elif "np" not in cue.takes and "np-from" not in cue.takes:
        return None
    elif is_actor(parse, notes, found) and cue.act in ("urge", "demand", "recommend"):
        return None
    content, addressees = noun_content(parse, notes, found)
    if "np-from" in cue.takes:
        source = next((c for c in (*parse.children[verb], *parse.children[found]) if parse.lower[c] == "from" and c > verb), None)
        if source is not None:
            who = parse.child(source, "pobj")
            if who is not None and is_actor(parse, notes, who):
                addressees = parse.conjuncts(who)
                content = (content[0], max(content[1], parse.right[who] + 1))
        elif "np" not in cue.takes:
            return None
    bare = "want-np" not in cue.takes and (cue.act == "plan" or parse.lemma[verb] == "threaten")
    if bare and lemma not in limit("measure"):
        return None
    return _draft((verb, verb + 1), content, cue.act, verb, addressees)
