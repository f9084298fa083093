"""How the content of a proposal follows its verb: "to ...", "that ...", by a preposition."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.proposals.cues import Draft, ProposalCue, limit
from newsgraph.language.proposals.objects import draft_of, for_content, later_infinitive
from newsgraph.language.proposals.spans import clause_parts, end_of_content, has_to, infinitive, negated, noun_content
from newsgraph.language.proposals.voices import is_actor
from newsgraph.language.proposals.wants import wanted_done, wish_to_see
from newsgraph.language.syntax.parse import Parse

_SHOULD = frozenset(("should", "must", "ought"))
_WILL = frozenset(("will", "would", "'ll", "shall", "wo"))
_QUOTES = frozenset(('"', "“", "``"))
_REFLEXIVE = frozenset("itself himself herself themselves ourselves myself".split())


def object_to(parse: Parse, notes: Annotations, verb: int, cue: ProposalCue) -> Draft | None:
    """Urge X to do; where X is no actor, or is to be done to, X belongs to the content."""
    act = "urge" if "want-to" in cue.takes else cue.act
    target = parse.child(verb, "dobj", "dative")
    if target is not None and parse.dep[target] == "dative" and parse.lower[target] == "to":
        target = parse.child(target, "pobj")
    clause = None
    if target is not None and target > verb:
        if parse.lower[target] in _REFLEXIVE:
            return None
        clause = later_infinitive(parse, verb, target) or later_infinitive(parse, target, target)
    if clause is None:
        for c in parse.children[verb]:
            if c > verb and parse.dep[c] in ("ccomp", "xcomp", "advcl") and has_to(parse, c):
                inner = parse.child(c, "nsubj", "nsubjpass")
                if inner is not None and verb < inner < c:
                    target, clause = inner, c
                    break
    if clause is None and "want-to" in cue.takes:
        return wanted_done(parse, verb)
    if clause is None or target is None or _elsewhere(parse, target, clause):
        return None
    if parse.lemma[clause] in ("thank", "know", "pray") and parse.lemma[verb] in ("ask", "want"):
        return None
    body = "want-to" not in cue.takes and parse.lemma[target] in limit("organ")
    if parse.child(clause, "nsubjpass", "auxpass") is not None or not (body or is_actor(parse, notes, target)):
        start = parse.left[target]
        content = (start, clause_parts(parse, notes, clause)[0][1])
        draft = draft_of((verb, verb + 1), content, act, verb)
    else:
        content = infinitive(parse, clause)
        draft = draft_of((verb, verb + 1), content, act, verb, parse.members(target))
    if parse.lemma[verb] == "tell" and parse.lemma[clause] in limit("posture") and parse.child(clause, "dobj") is None:
        return None
    if "want-to" in cue.takes and parse.lemma[clause] in limit("feeling"):
        return None
    if parse.lemma[clause] in limit("reader") and parse.lemma[target] in limit("public"):
        return None
    draft.clause, draft.negated = clause, negated(parse, clause)
    return draft


def _elsewhere(parse: Parse, target: int, clause: int) -> bool:
    """Whether a comma stands before "to": 'he told the press, "to show ..."' goes on with what he was saying."""
    to = next(c for c in parse.children[clause] if parse.tag[c] == "TO")
    return parse.lower[to - 1] in _QUOTES and parse.lower[to - 2] == "," and target < to - 2


def _asked(parse: Parse, verb: int, clause: int) -> bool:
    """Whether "to X" stands between verb and infinitive: "asked to the council to ..."."""
    return any(
        parse.lower[k] == "to" and parse.child(k, "pobj") is not None for k in parse.children[verb] if k < clause
    )


_BESIDE = frozenset("while as after before when since because although though once until".split())
"""Words that begin a clause which is no content: "pledged aid while X launched an appeal"."""


def that_clause(parse: Parse, notes: Annotations, verb: int, cue: ProposalCue) -> Draft | None:
    """Demand that X do; pledge that X will."""
    clauses = [c for c in parse.children[verb] if c > verb and parse.dep[c] in ("ccomp", "advcl", "xcomp", "acl")]
    told = parse.child(verb, "dobj", "dative")
    if told is not None:
        # "assured the unions that wages ..." is now and then read as a relative clause.
        clauses += [
            c for c in parse.children[told] if parse.dep[c] in ("relcl", "acl") and parse.lower[parse.left[c]] == "that"
        ]
    for c in clauses:
        if not parse.is_verb(c) or any(parse.lower[k] in _BESIDE for k in parse.children[c] if parse.dep[k] == "mark"):
            continue
        subject = parse.child(c, "nsubj", "nsubjpass", "expl")
        if subject is None or not verb < subject < c or has_to(parse, c):
            continue
        modals = {parse.lower[k] for k in parse.children[c] if parse.tag[k] == "MD"}
        subjunctive = not modals and any(
            parse.tag[k] == "VB" or parse.lower[k] == "be"
            for k in (c, *(k for k in parse.children[c] if parse.dep[k] in ("auxpass", "aux", "cop")))
        )
        plain = not modals and parse.tag[c] in ("VBP", "VB") and cue.act in ("demand", "recommend", "propose", "urge")
        bare = (
            not modals and parse.lower[c] == parse.lemma[c] and parse.tag[c] in ("VBD", "VBN") and cue.act != "pledge"
        )
        to = parse.child(c, "xcomp") if parse.lemma[c] == "have" else None
        held = to is not None and has_to(parse, to)
        wanted = held or subjunctive or bool(modals & _SHOULD) or plain
        wanted = wanted or (bare and parse.lemma[verb] not in ("insist", "suggest"))
        if cue.act == "pledge":
            if not modals & _WILL and (modals or parse.lemma[verb] not in ("promise", "pledge", "guarantee")):
                continue
        elif not wanted:
            continue
        after = infinitive(parse, to)[0] if held and to is not None else _after_modal(parse, c)
        content, addressees = clause_parts(parse, notes, c, after)
        if cue.act == "pledge":
            if not addressees and subject is not None and parse.dep[subject] == "nsubjpass":
                content = (min(parse.left[subject], c), content[1])
            addressees = []
        draft = draft_of((verb, verb + 1), content, cue.act, verb, addressees)
        draft.clause, draft.negated = c, negated(parse, c)
        return draft
    return None


def _after_modal(parse: Parse, verb: int) -> int | None:
    for c in parse.children[verb]:
        if parse.tag[c] == "MD" and c < verb:
            return c + 2 if parse.lower[c + 1] in ("not", "n't", "to") and c + 1 < verb else c + 1
    return None


def own_infinitive(parse: Parse, notes: Annotations, verb: int, cue: ProposalCue, proposer: int) -> Draft | None:
    """Vow to do; commit oneself to doing."""
    for c in parse.children[verb]:
        if c < verb or parse.dep[c] not in ("xcomp", "ccomp", "advcl") or not has_to(parse, c):
            continue
        if parse.child(c, "nsubj", "nsubjpass") is not None:
            continue
        if parse.is_passive(c) and parse.lemma[c] in limit("anonymity"):
            return None
        taken = parse.child(verb, "dobj")
        if (taken is not None and verb < taken < c) or ("object-to" in cue.takes and _asked(parse, verb, c)):
            return None
        if (
            parse.lemma[c] == "see"
            and "want-to" in cue.takes
            and (seen := wish_to_see(parse, notes, verb, c)) is not None
        ):
            return seen
        if cue.act == "plan" and parse.lemma[c] in limit("courtesy") | limit("appointment") | limit("personal"):
            return None
        if parse.lemma[verb] == "seek" and any(parse.lemma[k] == "have" for k in parse.children[verb]):
            return None  # "has sought to" tells what was done
        if cue.act == "plan" and parse.dep[verb] == "relcl" and not _tells_more(parse, notes, verb):
            return None
        if cue.act == "plan" and (parse.tag[c] == "VBN" or not is_actor(parse, notes, proposer)):
            return None
        draft = draft_of((verb, verb + 1), infinitive(parse, c), cue.act, verb)
        draft.clause, draft.negated = c, negated(parse, c)
        return draft
    if "self-to" in cue.takes:
        return _self(parse, verb, cue)
    return None


def _tells_more(parse: Parse, notes: Annotations, verb: int) -> bool:
    """Whether a relative clause tells more of one who is known: "the centre, which aims to"; not "who plan to"."""
    noun = parse.head[verb]
    if parse.lower[parse.left[verb] - 1] == ",":
        return True
    named = parse.head[noun] if parse.dep[noun] == "appos" else noun
    return any(m.form == "name" for m in notes.mentions_at(parse.doc[named]))


def _self(parse: Parse, verb: int, cue: ProposalCue) -> Draft | None:
    target = parse.child(verb, "dobj")
    if target is not None and parse.lower[target] not in _REFLEXIVE:
        return None
    for c in parse.children[verb]:
        if c > verb and parse.lower[c] == "to" and parse.dep[c] in ("prep", "dative"):
            inner = parse.child(c, "pcomp")
            if inner is not None:
                return draft_of(
                    (verb, c + 1), (c + 1, end_of_content(parse, c + 1, parse.right[inner] + 1)), cue.act, verb
                )
    return None


def _called_on(parse: Parse, verb: int, preposition: int, cue: ProposalCue) -> Draft | None:
    """What follows "call on X to", where the parser makes X the subject of the infinitive."""
    for c in parse.children[verb]:
        if c > preposition and parse.dep[c] in ("xcomp", "ccomp", "advcl") and has_to(parse, c):
            inner = parse.child(c, "nsubj")
            if inner is not None and parse.left[inner] == preposition + 1:
                words = (verb, preposition + 1)
                return draft_of(words, infinitive(parse, c), cue.act, verb, parse.conjuncts(inner))
    return None


def prepositional(parse: Parse, notes: Annotations, verb: int, cue: ProposalCue) -> Draft | None:
    """Call for, call on, appeal to, insist on, discourage from, warn against."""
    takes = cue.takes
    told = parse.child(verb, "dobj")
    below: list[int] = []
    if told is not None and is_actor(parse, notes, told):
        below = [c for c in parse.children[told] if parse.lower[c] in ("against", "from", "into")]
    for c in (*parse.children[verb], *below):
        if c < verb:
            continue
        word = parse.lower[c]
        if word in ("on", "upon") and "on" in takes:
            found = parse.child(c, "pobj")
            if found is not None and found in parse.times:
                continue  # "called her on Friday to ..."
            if found is None and parse.child(c, "pcomp") is None:
                found = parse.child(verb, "dobj")
            if found is None and (draft := _called_on(parse, verb, c, cue)) is not None:
                return draft
            if found is None:
                inner = parse.child(c, "pcomp")
                who = None if inner is None else parse.child(inner, "nsubj")
                if inner is not None and who is not None and has_to(parse, inner):
                    return draft_of((verb, c + 1), infinitive(parse, inner), cue.act, verb, parse.conjuncts(who))
                if inner is not None and parse.lemma[verb] in ("insist", "plan"):
                    return draft_of(
                        (verb, c + 1), (c + 1, end_of_content(parse, c + 1, parse.right[inner] + 1)), cue.act, verb
                    )
                continue
            if parse.lemma[verb] in ("insist", "press", "plan"):
                content, addressees = noun_content(parse, notes, found)
                return draft_of((verb, c + 1), content, cue.act, verb, addressees)
            clause = later_infinitive(parse, verb, found) or later_infinitive(parse, found, found)
            if clause is None:
                last = parse.members(found)[-1]
                clause = later_infinitive(parse, last, last)
            if clause is not None:
                draft = draft_of((verb, c + 1), infinitive(parse, clause), cue.act, verb, parse.members(found))
                draft.clause, draft.negated = clause, negated(parse, clause)
                return draft
        elif (word == "to" and "to-actor" in takes) or (word == "with" and "with" in takes):
            found = parse.child(c, "pobj")
            if found is None or not is_actor(parse, notes, found):
                continue
            clause = later_infinitive(parse, verb, found) or later_infinitive(parse, found, found)
            if clause is not None:
                draft = draft_of((verb, verb + 1), infinitive(parse, clause), cue.act, verb, parse.members(found))
                draft.clause, draft.negated = clause, negated(parse, clause)
                return draft
            purpose = parse.has_child(verb, "for", "prep")
            if purpose:
                preposition = next(
                    k for k in parse.children[verb] if parse.lower[k] == "for" and parse.dep[k] == "prep"
                )
                wanted = parse.child(preposition, "pobj")
                if wanted is not None and preposition > found:
                    content, _ = noun_content(parse, notes, wanted)
                    return draft_of((verb, verb + 1), content, cue.act, verb, parse.members(found))
        elif word == "for" and "for" in takes:
            goal = for_content(parse, notes, verb, c, cue.act, verb)
            if goal is not None:
                if any(parse.pos[k] != "ADV" for k in range(verb + 1, c)):
                    goal.cue = (verb, verb + 1)
                target = parse.child(verb, "dobj")
                if target is not None and not goal.addressees and is_actor(parse, notes, target):
                    goal.addressees = parse.members(target)
                return goal
        elif word == "at" and "at" in takes and (inner := parse.child(c, "pcomp")) is not None:
            stop = end_of_content(parse, c + 1, parse.right[inner] + 1)
            return draft_of((verb, c + 1), (c + 1, stop), cue.act, verb)
        elif word == "with" and "threat" in takes and parse.child(verb, "dobj") is not None:
            found = parse.child(c, "pobj")
            if found is not None and parse.lemma[found] in limit("measure"):
                return draft_of((verb, verb + 1), noun_content(parse, notes, found)[0], cue.act, verb)
        elif word in ("from", "against", "into") and word in takes:
            inner = parse.child(c, "pcomp", "pobj")
            if inner is None or inner < c or (word == "against" and is_actor(parse, notes, inner)):
                continue  # "warned against hackers" asks for nothing
            draft = draft_of(
                (verb, verb + 1), (c + 1, end_of_content(parse, c + 1, parse.right[inner] + 1)), cue.act, verb
            )
            if word == "against":
                draft.cue = (verb, c + 1) if c == verb + 1 else (verb, verb + 1)
            draft.negated = word != "into"
            target = parse.child(verb, "dobj")
            if target is not None:
                draft.addressees = parse.members(target)
            return draft
        elif parse.dep[c] in ("advcl", "ccomp", "xcomp", "acl") and "for" in takes:
            mark = next((k for k in parse.children[c] if parse.lower[k] == "for" and verb < k < c), None)
            if mark is not None and mark <= verb + 3:
                content, addressees = clause_parts(parse, notes, c)
                draft = draft_of((verb, mark + 1), content, cue.act, verb, addressees)
                draft.clause, draft.negated = c, negated(parse, c)
                return draft
    return None
