"""Proposals by nouns: "his call for talks", "a plan to ...", "the need for ..."."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.proposals.asserted import hypothetical
from newsgraph.language.proposals.cues import Draft, ProposalCue, limit, stance_cues, stance_of
from newsgraph.language.proposals.objects import for_content
from newsgraph.language.proposals.owners import MAKING, maker_clause, noun_proposer
from newsgraph.language.proposals.proposers import may_propose
from newsgraph.language.proposals.spans import clause_parts, end_of_content, has_to, infinitive, negated, noun_content
from newsgraph.language.proposals.voices import Voice, is_actor
from newsgraph.language.syntax.parse import Parse

_STRESS = frozenset(
    "stress underline underscore emphasise emphasize reiterate highlight affirm reaffirm insist press argue".split()
)
_SHOWING = frozenset("show demonstrate illustrate prove".split())
_INQUIRIES = frozenset("inquiry enquiry report commission review panel committee study".split())
_BACKING = frozenset(("back", "sponsor", "champion", "support", "table", "promote"))
_SCHEMES = frozenset(
    "scheme system plan bill proposal motion measure amendment initiative resolution programme program legislation "
    "project reform package draft law treaty".split()
)
_JUDGING = frozenset("call describe label brand deem consider regard portray characterise characterize".split())
_DEFINITE = frozenset(("the", "this", "such", "that"))


def noun_proposal(parse: Parse, notes: Annotations, noun: int, cue: ProposalCue) -> Draft | None:
    """The proposal that a noun names, where content and proposer stand with it."""
    if parse.dep[noun] == "compound" or (parse.lower[noun - 1] == "in" and parse.lemma[noun] == "order"):
        return None
    if any(parse.lower[c] in ("no", "any") and parse.dep[c] == "det" for c in parse.children[noun]):
        return None
    if hypothetical(parse, noun):
        return None
    if parse.dep[noun] == "dobj" and parse.dep[parse.head[noun]] == "pcomp":
        return None  # "tasked with drawing up its own plan to ..."
    draft = (
        _content(parse, notes, noun, cue)
        or _loose_infinitive(parse, notes, noun, cue)
        or _loose_clause(parse, notes, noun, cue)
    )
    if draft is None:
        return None
    if parse.lemma[noun] == "campaign" and parse.has_child(noun, "of", "prep"):
        return None  # "its campaign of terror to ..."
    if parse.lemma[noun] == "campaign" and draft.clause is not None and parse.lemma[draft.clause] in limit("combat"):
        return None
    proposer = noun_proposer(parse, notes, noun, draft.content)
    draft.start = parse.left[noun]
    if proposer is not None and parse.dep[noun] == "dobj" and proposer == parse.child(parse.head[noun], "nsubj"):
        draft.start = min(parse.left[proposer], parse.left[noun])
    determiner = next((parse.lower[c] for c in parse.children[noun] if parse.dep[c] == "det"), "")
    draft.definite = determiner in _DEFINITE
    if proposer is None:
        draft.answered = _answered(parse, noun)
        if not draft.definite and not draft.answered:
            return None
        draft.anaphoric = True
    draft.proposer = proposer
    draft.own = draft.act in ("pledge", "plan", "offer")
    return draft


def _answered(parse: Parse, noun: int) -> bool:
    """Whether somebody answers what the noun names: it was proposed, whether the sentence says by whom or not."""
    while parse.dep[noun] == "conj" and parse.pos[parse.head[noun]] == "NOUN":
        noun = parse.head[noun]
    verb = parse.head[noun]
    judged = parse.lemma[verb] in _JUDGING and parse.child(verb, "oprd", "prep") is not None
    return parse.dep[noun] in ("dobj", "nsubjpass") and (judged or stance_of(parse, verb) is not None)


def _content(parse: Parse, notes: Annotations, noun: int, cue: ProposalCue) -> Draft | None:
    takes = cue.takes
    for c in parse.children[noun]:
        if c < noun:
            continue
        dep, word = parse.dep[c], parse.lower[c]
        if dep in ("acl", "relcl", "xcomp", "ccomp", "advcl") and parse.is_verb(c):
            first = parse.left[c]
            if "to" in takes and has_to(parse, c) and parse.child(c, "nsubj") is None and first - noun <= 12:
                draft = Draft((noun, noun + 1), infinitive(parse, c), cue.act, noun)
                draft.clause, draft.negated = c, negated(parse, c)
                return draft
            if "that" in takes and parse.lower[first] == "that" and parse.dep[first] == "mark":
                content, addressees = clause_parts(parse, notes, c)
                if cue.act == "pledge":
                    addressees = []
                draft = Draft((noun, noun + 1), content, cue.act, noun, addressees=addressees)
                draft.clause, draft.negated = c, negated(parse, c)
                return draft
            mark = next((k for k in parse.children[c] if parse.lower[k] == "for" and noun < k < c), None)
            if "for" in takes and mark is not None and mark == noun + 1:
                content, addressees = clause_parts(parse, notes, c)
                return Draft((noun, mark + 1), content, cue.act, noun, addressees=addressees, clause=c)
        elif word == "to" and dep == "prep" and "gerund" in takes and (inner := parse.child(c, "pcomp")) is not None:
            stop = end_of_content(parse, c + 1, parse.right[inner] + 1)
            return Draft((noun, c + 1), (c + 1, stop), cue.act, noun, clause=inner)
        elif word == "for" and "for" in takes and dep == "prep":
            wanted = for_content(parse, notes, noun, c, cue.act, noun)
            if wanted is not None:
                if c > noun + 1:
                    wanted.cue = (noun, noun + 1)
                return wanted
        elif word in ("from", "by") and "for" in takes and (clause := _for_somebody(parse, parse.right[c] + 1)):
            content, addressees = clause_parts(parse, notes, clause)
            return Draft((noun, noun + 1), content, cue.act, noun, addressees=addressees, clause=clause)
        elif word == "of" and "of" in takes and dep == "prep":
            inner = parse.child(c, "pcomp", "pobj")
            if inner is not None and inner > c and not is_actor(parse, notes, inner):
                stop = end_of_content(parse, c + 1, parse.right[inner] + 1)
                return Draft((noun, c + 1), (c + 1, stop), cue.act, noun)
        elif word in ("on", "to") and dep == "prep" and cue.act in ("urge", "demand", "recommend", "propose"):
            found = parse.child(c, "pobj")
            if found is not None and word == "on" and parse.lemma[noun] == "insistence":
                content, addressees = noun_content(parse, notes, found)
                return Draft((noun, c + 1), content, cue.act, noun, addressees=addressees)
            if found is None or not is_actor(parse, notes, found):
                continue
            above = parse.children[parse.head[noun]] if parse.dep[noun] in ("dobj", "pobj") else []
            for k in (*parse.children[found], *parse.children[noun], *above):
                if k > found and has_to(parse, k) and parse.dep[k] in ("acl", "relcl", "xcomp", "advcl"):
                    words = (noun, c + 1) if c == noun + 1 else (noun, noun + 1)
                    asked = parse.conjuncts(found)
                    return Draft(words, infinitive(parse, k), cue.act, noun, addressees=asked, clause=k)
    if "for" in takes and parse.dep[noun] == "dobj" and (clause := _for_somebody(parse, noun + 1)) is not None:
        content, addressees = clause_parts(parse, notes, clause)
        return Draft((noun, noun + 2), content, cue.act, noun, addressees=addressees, clause=clause)
    made = maker_clause(parse, noun)
    if made is not None and "to" in takes:
        for c in parse.children[made]:
            if c > made and has_to(parse, c) and parse.child(c, "nsubj") is None:
                return Draft((noun, noun + 1), infinitive(parse, c), cue.act, noun, clause=c)
    return None


def _for_somebody(parse: Parse, mark: int) -> int | None:
    """The infinitive of "for X to ..." at a token: "calls from the parties | for him to go"."""
    if mark >= parse.size or parse.lower[mark] != "for" or parse.dep[mark] != "mark":
        return None
    clause = parse.head[mark]
    return clause if has_to(parse, clause) and parse.child(clause, "nsubj", "nsubjpass") is not None else None


def _loose_infinitive(parse: Parse, notes: Annotations, noun: int, cue: ProposalCue) -> Draft | None:
    """An infinitive that belongs to the noun, though the parser hangs it elsewhere."""
    if "to" not in cue.takes:
        return None
    verb = parse.head[noun]
    if parse.dep[noun] == "nsubj" and has_to(parse, verb) and parse.lemma[parse.head[verb]] in stance_cues("verb"):
        # "welcomed the offer of X to mediate", read as "welcomed that the offer mediates".
        return Draft((noun, noun + 1), infinitive(parse, verb), cue.act, noun, clause=verb)
    last = parse.right[noun]
    owned = any(parse.lower[c] in ("by", "from", "of") for c in parse.children[noun])
    if owned and parse.dep[noun] == "dobj" and last + 2 < parse.sent_end[noun] and parse.tag[last + 1] == "TO":
        loose = parse.head[last + 1]
        if parse.head[loose] == verb and has_to(parse, loose) and parse.dep[loose] in ("advcl", "xcomp"):
            return Draft((noun, noun + 1), infinitive(parse, loose), cue.act, noun, clause=loose)
    if parse.dep[noun] == "dobj" and (parse.lemma[verb] in stance_cues("verb") or parse.lemma[verb] in MAKING):
        for c in parse.children[verb]:
            between = range(last + 1, parse.left[c])
            times = all(
                parse.doc[k].ent_type_ in ("DATE", "TIME") or parse.tag[k] == "IN" or k in parse.times
                for k in between
            )
            if c > last and has_to(parse, c) and parse.dep[c] in ("advcl", "xcomp") and 0 < len(between) < 4 and times:
                return Draft((noun, noun + 1), infinitive(parse, c), cue.act, noun, clause=c)
    if noun + 2 >= parse.sent_end[noun] or parse.tag[noun + 1] != "TO":
        return None
    loose = parse.head[noun + 1]
    if (
        parse.dep[noun + 1] == "aux"
        and parse.tag[loose] == "VB"
        and verb != loose
        and (parse.dep[noun] == "conj" or parse.head[loose] != verb)
    ):
        return Draft((noun, noun + 1), infinitive(parse, loose), cue.act, noun, clause=loose)
    if parse.dep[noun + 1] != "prep":
        return None
    stop = end_of_content(parse, noun + 2, parse.sent_end[noun])
    return Draft((noun, noun + 1), (noun + 2, stop), cue.act, noun)


def _loose_clause(parse: Parse, notes: Annotations, noun: int, cue: ProposalCue) -> Draft | None:
    """A that-clause that the parser hangs on the verb above: "repeated its demand on Monday that ..."."""
    verb = parse.head[noun]
    if "that" not in cue.takes or parse.dep[noun] != "dobj":
        return None
    for c in parse.children[verb]:
        if c > noun and parse.dep[c] in ("ccomp", "advcl") and parse.lower[parse.left[c]] == "that":
            content, addressees = clause_parts(parse, notes, c)
            return Draft((noun, noun + 1), content, cue.act, noun, addressees=addressees, clause=c)
    return None


def backed_scheme(parse: Parse, notes: Annotations, verb: int) -> Draft | None:
    """A bill sponsored by X; a scheme backed by X."""
    noun = parse.head[verb]
    if parse.lemma[verb] not in _BACKING or parse.dep[verb] != "acl" or parse.lemma[noun] not in _SCHEMES:
        return None
    agent = parse.child(verb, "agent")
    who = None if agent is None else parse.child(agent, "pobj")
    if agent is None or who is None or not is_actor(parse, notes, who):
        return None
    stop = end_of_content(parse, parse.left[noun], parse.right[noun] + 1)
    told = any(parse.dep[c] in ("compound", "amod", "prep", "relcl") for c in parse.children[noun])
    if not told and stop <= parse.noun_phrase(who)[1]:
        return None
    draft = Draft((verb, agent + 1), (parse.left[noun], stop), "propose", verb)
    draft.proposer = who
    return draft


def aim_proposal(parse: Parse, notes: Annotations, noun: int, act: str) -> Draft | None:
    """Our aim is to ...; the party's plan is to ..."""
    verb = parse.head[noun]
    who = parse.child(noun, "poss")
    if parse.dep[noun] != "nsubj" or parse.lemma[verb] != "be" or who is None or negated(parse, verb):
        return None
    if not is_actor(parse, notes, who) and parse.tag[who] != "PRP$" and parse.lemma[who] not in _INQUIRIES:
        return None
    for c in parse.children[verb]:
        if c > verb and parse.dep[c] in ("ccomp", "advcl", "attr") and parse.lower[parse.left[c]] == "that":
            content, addressees = clause_parts(parse, notes, c)
            draft = Draft((noun, noun + 1), content, act, noun, addressees=addressees, clause=c)
            draft.proposer, draft.start = who, parse.left[noun]
            return draft
        if c > verb and parse.dep[c] in ("xcomp", "attr", "ccomp", "acomp", "advcl") and has_to(parse, c):
            draft = Draft((noun, noun + 1), infinitive(parse, c), act, noun, clause=c, own=True)
            draft.proposer, draft.start = who, parse.left[noun]
            return draft
    return None


def need_proposal(parse: Parse, notes: Annotations, noun: int, voice: Voice | None) -> Draft | None:
    """X stressed the need for Y; X underlined the need to ...; X said that the crisis shows the need for Y."""
    verb = parse.head[noun]
    if parse.dep[noun] == "pobj" and parse.lower[verb] == "to" and parse.lemma[parse.head[verb]] == "point":
        verb = parse.head[verb]
    elif parse.dep[noun] != "dobj" or parse.lemma[verb] not in _STRESS | _SHOWING:
        return None
    shown = parse.lemma[verb] in _SHOWING
    if negated(parse, verb):
        return None
    proposer = parse.subject(verb)
    if proposer is None or (voice is None if shown else not may_propose(parse, notes, proposer)):
        return None
    for c in parse.children[noun]:
        draft = None
        if c > noun and parse.lower[c] == "for" and parse.dep[c] == "prep":
            draft = for_content(parse, notes, verb, c, "urge", verb)
        elif c > noun and parse.dep[c] in ("acl", "relcl", "advcl", "xcomp"):
            mark = next((k for k in parse.children[c] if parse.lower[k] == "for" and noun < k < c), None)
            if mark is not None:
                content, addressees = clause_parts(parse, notes, c)
                draft = Draft((verb, mark + 1), content, "urge", verb, addressees=addressees, clause=c)
            elif has_to(parse, c):
                draft = Draft((verb, noun + 1), infinitive(parse, c), "urge", verb, clause=c)
        if draft is not None:
            draft.proposer = None if shown else proposer
            subject = parse.child(verb, "nsubj")
            draft.start = parse.left[subject] if subject is not None and subject < verb else verb
            return draft
    return None
