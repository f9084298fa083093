"""Proposals by modals of necessity that a source says: must, should, need to, "it is time to"."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.proposals.asserted import asserted, clause_subject, hypothetical
from newsgraph.language.proposals.cues import Draft, limit
from newsgraph.language.proposals.spans import agents, clause_end, clause_parts, has_to, infinitive, is_nobody, negated
from newsgraph.language.proposals.voices import BODIES, Voice, is_actor
from newsgraph.language.syntax.parse import Parse

_NECESSITY = frozenset(("must", "should", "ought"))
_GENERIC = frozenset(("one", "nobody", "anybody", "anyone", "someone", "somebody", "you"))
_FIRST = frozenset(("we", "i"))
_BE_LIKE = frozenset(
    "be include remain continue stop end cease address reflect contain focus start begin happen cover come go follow "
    "respect apply serve lead protect guarantee ensure take extend comply wait resume proceed".split()
)
_DISTANCES = frozenset(("further", "farther", "more", "far", "enough", "little", "much", "nothing"))
_NEAR = frozenset("closer nearer around about between above below under over".split())
_MISTAKEN = frozenset("mistake mistaken confuse confused misunderstand misread equate underestimate".split())
_STATING = frozenset("say state admit stress note emphasise emphasize add acknowledge remember ask confess".split())
_GRANTED = frozenset("able free eligible entitled exempt".split())
_GOALS = frozenset("priority aim goal objective focus task step answer response".split())
DUTIES = frozenset(("responsibility", "duty", "obligation"))


def modal_proposal(parse: Parse, notes: Annotations, i: int, voice: Voice | None) -> Draft | None:
    """What a modal of necessity asks for; in the paper's own voice only of a named body or person."""
    word = parse.lower[i]
    infinite = parse.child(i, "xcomp") if word == "ought" else None
    if infinite is not None and has_to(parse, infinite):
        verb, after = infinite, i + 2
        cue = (i, i + 2)
    elif parse.tag[i] == "MD" and word in _NECESSITY:
        verb = parse.head[i]
        after = i + 1
        if parse.dep[i] not in ("aux", "ROOT") or verb == i:
            return None
        if word == "ought" and after < parse.size and parse.lower[after] == "to":
            after += 1
        cue = (i, after if word == "ought" else i + 1)
    else:
        found = _semi_modal(parse, i)
        if found is None:
            return None
        verb, after, cue = found
        if parse.has_child(i, "would", "aux") and (voice is None or voice.quoted):
            return None
    host = verb if parse.tag[i] == "MD" and infinite is None else i
    if not asserted(parse, host, verb) or (word == "should" and _is_estimate(parse, verb)):
        return None
    subject = clause_subject(parse, host)
    if subject is None or subject > i:
        return None
    if after < parse.size and parse.lower[after] in ("not", "n't", "never", "n’t") and cue[1] == after:
        after += 1
    negative = negated(parse, verb) or (host != verb and negated(parse, host))
    if host != verb and negative and parse.lemma[i] in ("need", "have") and negated(parse, host):
        return None
    lower = parse.lower[subject]
    first_person = lower in _FIRST
    if voice is None and not (_named(parse, notes, subject) and word in (*_NECESSITY, "need", "needs")):
        return None
    if parse.tag[i] == "VBD" and word == "had":
        return None
    if word == "have" and (lower == "you" or _is_general(parse, notes, subject)):
        return None
    if parse.lemma[verb] in limit("contest") or (after < parse.size and parse.lower[after] == "of"):
        return None
    if negative and parse.lemma[verb] in _MISTAKEN:
        return None  # "this should not be mistaken for a change" warns readers
    nobody = is_nobody(parse, subject)
    actor = is_actor(parse, notes, subject) or first_person or (lower == "it" and _is_body(notes, parse, subject))
    passive = parse.is_passive(verb) or parse.lemma[verb] in limit("undergone")
    if lower in _GENERIC and lower != "you":
        return None
    if first_person and parse.lemma[verb] in (limit("courtesy") if lower == "i" else _STATING):
        return None
    given = not first_person and _is_given(parse, verb)
    if not actor or passive or given or nobody:
        goal = parse.lemma[subject] in _GOALS
        if not passive and not given and not nobody and not goal and not _may_be_wanted(parse, verb, word):
            return None
        if lower == "it" and word == "must" and _inferred(parse, host):
            return None
        if lower == "there" and not _measure_exists(parse, verb):
            return None
        start = min(parse.left[subject], i)
        asked = agents(parse, notes, verb) if passive else []
        if goal and parse.tag[verb] == "VBG":
            # "the party's first priority must be rebuilding trust"
            owner = parse.child(subject, "poss")
            asked = parse.conjuncts(owner) if owner is not None and is_actor(parse, notes, owner) else []
            content = (verb, clause_end(parse, verb, verb))
            return Draft(cue, content, "urge", i, addressees=asked, clause=verb, negated=negative, start=start)
        stop = clause_end(parse, verb, start)
        return Draft(cue, (start, stop), "urge", i, addressees=asked, clause=verb, negated=negative)
    if (parse.lemma[verb] == "be" and not _fit(parse, verb)) or (parse.lemma[verb] == "know" and word == "should"):
        return None
    if parse.lemma[subject] in limit("public") and parse.lemma[verb] in limit("reader"):
        return None
    if negative and parse.lemma[verb] == "have" and parse.child(verb, "xcomp") is not None:
        return None
    stop = clause_end(parse, verb, after)
    draft = Draft(cue, (after, stop), "urge", i, clause=verb, negated=negative, start=parse.left[subject])
    if first_person:
        draft.proposer, draft.own = subject, True
    else:
        draft.addressees = parse.members(subject)
    return draft


def _is_estimate(parse: Parse, verb: int) -> bool:
    """Whether "should be" tells how much something is: "this should be closer to 500 million"."""
    if parse.lemma[verb] != "be":
        return False
    told = [c for c in parse.children[verb] if c > verb]
    numbers = [k for c in told if parse.dep[c] == "attr" for k in parse.children[c] if parse.dep[k] == "nummod"]
    return bool(numbers) or any(parse.tag[c] == "CD" or parse.lower[c] in _NEAR for c in told)


def _is_general(parse: Parse, notes: Annotations, subject: int) -> bool:
    """Whether a bare plural says how things are: "parents have to look after their children"."""
    if parse.tag[subject] != "NNS" or parse.left[subject] != subject:
        return False
    return not any(m.entity.named for m in notes.mentions_at(parse.doc[subject]))


def _is_given(parse: Parse, verb: int) -> bool:
    """Whether somebody is to get something from others: "observers must have access", "should be free to leave"."""
    taken = parse.child(verb, "dobj")
    if parse.lemma[verb] == "be" and (state := parse.child(verb, "acomp")) is not None and state > verb:
        return parse.lemma[state] in _GRANTED
    return parse.lemma[verb] in ("have", "get", "receive", "enjoy") and taken is not None and taken > verb


def _inferred(parse: Parse, verb: int) -> bool:
    """Whether "it must be so" is a conclusion: after "so", "then", "because"."""
    return any(
        parse.lower[k] in ("so", "then", "therefore", "because", "surely") for k in range(parse.sent_start[verb], verb)
    )


def _semi_modal(parse: Parse, i: int) -> tuple[int, int, tuple[int, int]] | None:
    """Need to, have to, have got to, be required to, have a responsibility to: verb, first token of content, cue."""
    lemma, tag = parse.lemma[i], parse.tag[i]
    if lemma == "need" and tag in ("VBP", "VBZ", "VBD", "VB"):
        if any(parse.tag[c] == "MD" for c in parse.children[i]):
            return None
    elif lemma == "have" and tag in ("VBP", "VBZ", "VBD", "VB"):
        if any(parse.tag[c] == "MD" and parse.lower[c] != "would" for c in parse.children[i]):
            return None
        noun = parse.child(i, "dobj")
        if noun is not None and parse.tag[noun][:1] == "W":
            return None  # "the chance that she has to speak"
        if noun is not None and parse.lemma[noun] in DUTIES:
            for c in parse.children[noun]:
                if c > noun and parse.is_verb(c) and has_to(parse, c):
                    return c, infinitive(parse, c)[0], (i, noun + 1)
            for c in parse.children[i]:
                if c > noun and parse.is_verb(c) and has_to(parse, c):
                    return c, infinitive(parse, c)[0], (i, noun + 1)
            return None
    elif lemma in ("get", "got") and any(parse.lemma[c] == "have" for c in parse.children[i]):
        have = next(c for c in parse.children[i] if parse.lemma[c] == "have")
        for c in parse.children[i]:
            if c > i and parse.dep[c] in ("xcomp", "ccomp") and has_to(parse, c):
                to = infinitive(parse, c)[0]
                return c, to, (have, to)
        return None
    elif lemma in ("require", "oblige") and tag == "VBN" and parse.child(i, "auxpass") is not None:
        if parse.child(i, "agent") is not None or any(parse.lower[c] in ("was", "were") for c in parse.children[i]):
            return None
    else:
        return None
    for c in parse.children[i]:
        near = parse.dep[c] in ("xcomp", "ccomp") or (parse.dep[c] == "advcl" and parse.lower[i + 1 : i + 2] == ["to"])
        if c > i and near and has_to(parse, c) and parse.child(c, "nsubj") is None:
            if any(parse.lower[k] in _DISTANCES for k in range(i + 1, c)):
                return None
            to = infinitive(parse, c)[0]
            return c, to, (i, to)
    return None


def _named(parse: Parse, notes: Annotations, i: int) -> bool:
    return any(m.entity.named and m.kind in BODIES for m in notes.mentions_at(parse.doc[i]))


def _is_body(notes: Annotations, parse: Parse, i: int) -> bool:
    return any(m.entity.kind in BODIES and m.entity.named for m in notes.mentions_at(parse.doc[i]))


def _may_be_wanted(parse: Parse, verb: int, word: str) -> bool:
    """Whether a thing can be wanted so: "talks must be fair", "the priority must be ...", not "it must be cold"."""
    if parse.lemma[verb] not in _BE_LIKE:
        return False
    if parse.lemma[verb] != "be":
        return True
    for c in parse.children[verb]:
        if parse.dep[c] == "acomp" and parse.tag[c] != "VBN":
            return parse.lemma[c] in limit("virtue")
    return parse.child(verb, "attr", "acomp") is not None


def _fit(parse: Parse, verb: int) -> bool:
    """Whether somebody can be asked to be so: "must be ready", not "must be the tallest"."""
    for c in parse.children[verb]:
        if parse.dep[c] in ("acomp", "attr") and c > verb and parse.tag[c] not in ("VBN", "VBG", "IN"):
            return parse.lemma[c] in limit("virtue")
    return True


def _measure_exists(parse: Parse, verb: int) -> bool:
    found = parse.child(verb, "attr", "nsubj", "dobj")
    if found is None:
        return False
    return parse.lemma[found] in limit("measure") or any(parse.lower[c] == "no" for c in parse.children[found])


def measure_needed(parse: Parse, notes: Annotations, i: int) -> Draft | None:
    """An investigation is needed; the country needs an overhaul; X needs them to act."""
    draft = _needed(parse, notes, i)
    subject = parse.child(i, "nsubj")
    if draft is not None and subject is not None and subject < i:
        draft.start = parse.left[subject]
    return draft


def _needed(parse: Parse, notes: Annotations, i: int) -> Draft | None:
    if (
        parse.lemma[i] not in ("need", "require")
        or parse.tag[i][:1] != "V"
        or hypothetical(parse, i)
        or negated(parse, i)
    ):
        return None
    if any(parse.tag[c] == "MD" for c in parse.children[i]) or parse.dep[i] in ("relcl", "acl", "amod"):
        return None
    if parse.is_passive(i):
        found = parse.child(i, "nsubjpass")
        if found is None or parse.lemma[found] not in limit("measure"):
            return None
        return Draft((i, i + 1), parse.trim(parse.left[found], min(parse.right[found] + 1, i)), "urge", i)
    if parse.lemma[i] == "require":
        return None
    for c in parse.children[i]:
        if c > i and parse.dep[c] == "ccomp" and has_to(parse, c):
            inner = parse.child(c, "nsubj")
            if inner is not None and is_actor(parse, notes, inner):
                content, addressees = clause_parts(parse, notes, c, infinitive(parse, c)[0])
                return Draft((i, i + 1), content, "urge", i, addressees=addressees, clause=c)
    found = parse.child(i, "dobj")
    if found is None:
        return None
    for c in parse.children[i]:
        if c > found and has_to(parse, c) and is_actor(parse, notes, found):
            return Draft((i, i + 1), infinitive(parse, c), "urge", i, addressees=[found], clause=c)
    subject = clause_subject(parse, i)
    if subject is not None and parse.lower[subject] == "you":
        return None
    if parse.lemma[found] not in limit("measure") or (subject is not None and _in_need(parse, notes, subject)):
        return None
    return Draft((i, i + 1), parse.trim(parse.left[found], parse.right[found] + 1), "urge", i)


def _in_need(parse: Parse, notes: Annotations, i: int) -> bool:
    """Whether people lack something, "18,000 people need food": a state, and nobody's proposal."""
    return parse.lemma[i] in limit("public") or any(
        m.kind == "Group" and m.form != "name" for m in notes.mentions_at(parse.doc[i])
    )


def time_proposal(parse: Parse, notes: Annotations, i: int, voice: Voice) -> Draft | None:
    """It is time to, it's time that, it is time for X to."""
    verb = parse.head[i]
    if parse.lemma[i] != "time" or not _is_be(parse, verb) or hypothetical(parse, i):
        return None
    subject = parse.child(verb, "nsubj", "expl")
    if parse.dep[i] == "nsubj" and parse.has_child(verb, "now", "advmod"):
        subject = parse.child(verb, "advmod")  # "now is the time to ..."
    elif parse.dep[i] not in ("attr", "npadvmod"):
        return None
    if subject is None or parse.lower[subject] not in ("it", "now", "this"):
        return None
    if parse.tag[verb] == "VBD" and voice.quoted:
        return None  # in a report, "it was time" is what "it is time" becomes
    for c in (*parse.children[i], *parse.children[verb]):
        if c > i and parse.dep[c] in ("relcl", "acl", "advcl", "ccomp", "xcomp") and parse.is_verb(c):
            if parse.tag[parse.left[c]] == "WRB":
                return None
            content, addressees = clause_parts(parse, notes, c)
            if has_to(parse, c):
                content = infinitive(parse, c)
                if parse.child(c, "nsubj") is None:
                    addressees = _after_for(parse, notes, i, c)
            return Draft((i, i + 1), content, "urge", i, addressees=addressees, clause=c, start=parse.left[subject])
    return None


def duty_proposal(parse: Parse, notes: Annotations, noun: int, voice: Voice | None) -> Draft | None:
    """It is the duty of X to do; it is our responsibility to do."""
    verb = parse.head[noun]
    subject = parse.child(verb, "nsubj", "expl")
    if voice is None or parse.dep[noun] != "attr" or not _is_be(parse, verb) or subject is None:
        return None
    if parse.lower[subject] != "it" or negated(parse, verb) or hypothetical(parse, verb):
        return None
    of = next((c for c in parse.children[noun] if parse.lower[c] == "of"), None)
    who = parse.child(noun, "poss") if of is None else parse.child(of, "pobj")
    clause = next((c for c in (*parse.children[noun], *parse.children[verb]) if c > noun and has_to(parse, c)), None)
    if who is None or clause is None:
        return None
    draft = Draft((noun, noun + 1), infinitive(parse, clause), "urge", noun, clause=clause, start=parse.left[subject])
    if parse.lower[who] not in ("our", "my"):
        if not is_actor(parse, notes, who):
            return None
        draft.addressees = parse.conjuncts(who)
    return draft


def _is_be(parse: Parse, verb: int) -> bool:
    return parse.lemma[verb] == "be" or parse.lower[verb] == "’s"


def _after_for(parse: Parse, notes: Annotations, noun: int, clause: int) -> list[int]:
    for c in (*parse.children[noun], *parse.children[parse.head[noun]]):
        if parse.lower[c] == "for" and noun < c < clause:
            found = parse.child(c, "pobj")
            if found is not None and is_actor(parse, notes, found):
                return parse.conjuncts(found)
    return []
