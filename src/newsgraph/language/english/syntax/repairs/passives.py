"""Passives that the parser takes for actives: "Editor jailed", "17 others wounded", "with her brother arrested"."""

from __future__ import annotations

from newsgraph.language.annotations import annotations_of
from newsgraph.language.english.syntax.repairs.misparsed import SUBJECTS, is_under, misparsed
from newsgraph.language.english.syntax.tokens import Tokens

_ACTIVE = frozenset(("aux", "auxpass", "dobj", "ccomp"))
"""Relations of what hangs on a verb that is no bare participle."""


def repair_passives(parse: Tokens) -> None:
    """Mend voices and subjects in place."""
    _find_who_has_called(parse)
    _find_the_harmed(parse)
    _find_headline_passives(parse)
    _find_passives_behind_with(parse)
    _find_passives_behind_commas(parse)
    _find_the_accused(parse)
    _find_reduced_clauses(parse)
    _find_what_was_seen_done(parse)
    _find_passives_as_states(parse)


def _find_who_has_called(parse: Tokens) -> None:
    """Make "'s" mean "has" in "who's called for a ban": nobody is called for something."""
    head, dep = parse.head, parse.dep
    for i in parse.at("'s", "’s"):
        verb = i + 1
        if i < 2 or dep[i] != "auxpass" or head[i] != verb:
            continue
        if parse.lemma[verb] != "call" or parse.lower[verb + 1 : verb + 2] not in (["for"], ["on"]):
            continue
        dep[i] = "aux"
        subject = next((k for k in range(i - 1, max(-1, i - 6), -1) if head[k] == verb and dep[k] == "nsubjpass"), None)
        if subject is not None:
            dep[subject] = "nsubj"


def _find_the_harmed(parse: Tokens) -> None:
    """Make the number passive in "nine were killed and 17 others wounded", where the parser lets the 17 do it."""
    head, dep = parse.head, parse.dep
    for i in parse.at(*misparsed("harmed")):
        if i < 2 or dep[i] != "conj" or head[i] > i:
            continue
        children = [k for k in range(max(head[i] + 1, i - 12), min(i + 6, parse.size)) if head[k] == i]
        if any(dep[k] in ("aux", "auxpass", "dobj") for k in children):
            continue
        harmed = next((k for k in children if dep[k] == "nsubj"), None)
        if harmed is None and parse.pos[i - 1] == "NUM" and dep[i - 1] == "conj" and head[i] != i - 1:
            harmed = i - 1
        if harmed is None or is_under(parse, head[i], harmed):
            continue
        before = range(max(0, harmed - 6), harmed)
        if parse.pos[harmed] == "NUM" or any(head[k] == harmed and dep[k] == "nummod" for k in before):
            dep[harmed], head[harmed], parse.tag[i], parse.pos[i] = "nsubjpass", i, "VBN", "VERB"


def _find_headline_passives(parse: Tokens) -> None:
    """Make the verb passive in "Editor jailed in Karelu", "Envoys told to leave": the headline leaves "was" unsaid."""
    head, dep = parse.head, parse.dep
    for start in annotations_of(parse.doc).headings:
        sentence = range(start, parse.sent_end[start])
        for verb in sentence:
            if parse.tag[verb] not in ("VBD", "VBN") or dep[verb] in ("amod", "aux", "auxpass"):
                continue
            below = [(k, dep[k]) for k in sentence if head[k] == verb and k != verb]
            relations = {relation for _, relation in below}
            if relations & {"aux", "auxpass", "dobj", "dative"}:
                continue
            at_somebody = any(parse.lower[k] in ("at", "on", "upon") for k, _ in below)
            if at_somebody and parse.lemma[verb] in misparsed("aimed"):
                _voice(parse, below, verb, "VBD", "nsubj")
            elif parse.lemma[verb] in (misparsed("told to") if "xcomp" in relations else misparsed("done to")):
                _voice(parse, below, verb, "VBN", "nsubjpass")


def _find_passives_behind_with(parse: Tokens) -> None:
    """Make the verb passive in "was found dead, with her brother arrested shortly afterwards"."""
    head, dep = parse.head, parse.dep
    for i in parse.at("with"):
        verb = head[i]
        if dep[i] == "mark" and parse.tag[verb] in ("VBD", "VBN") and i <= min(verb, parse.size - 3):
            _make_passive(parse, verb, range(i, min(verb + 12, parse.size)))


def _find_passives_behind_commas(parse: Tokens) -> None:
    """Make the participle passive in "Jo Aldo of Kalvar, accused in two deaths, appeared in court"."""
    for verb in [comma + 1 for comma in parse.at(",") if 0 < comma < parse.size - 1]:
        if parse.tag[verb] == "VBN" and parse.lemma[verb] in misparsed("done to"):
            _make_passive(parse, verb, range(max(0, verb - 25), min(verb + 12, parse.size)))


def _find_the_accused(parse: Tokens) -> None:
    """Make the participle passive in "says the man accused of theft is ill": who accuses has an object."""
    head, dep = parse.head, parse.dep
    for verb in [after - 1 for after in parse.at("of", "with", "over") if after > 1]:
        if parse.tag[verb] not in ("VBD", "VBN"):
            continue
        if head[verb + 1] != verb or parse.lemma[verb] not in misparsed("accused") or dep[verb] in ("amod", "acl"):
            continue
        near = range(max(0, verb - 12), min(verb + 12, parse.size))
        _make_passive(parse, verb, near)


def _find_reduced_clauses(parse: Tokens) -> None:
    """Make the participle passive in "the man detained on Monday is ill", "the only one invited to speak"."""
    dep, tag, done = parse.dep, parse.tag, misparsed("done to") | misparsed("told to")
    for verb, relation in enumerate(dep):
        if tag[verb] != "VBD" or relation not in ("acl", "csubj", "ccomp") or parse.lemma[verb] not in done:
            continue
        near = range(max(0, verb - 12), min(verb + 12, parse.size))
        children = [k for k in near if parse.head[k] == verb and k != verb]
        below = {dep[k] for k in children}
        if below & (_ACTIVE | {"mark"}) or any(tag[k].startswith("W") for k in children):
            continue
        if relation == "acl" and "nsubj" not in below:
            tag[verb] = "VBN"
        elif relation == "csubj" and verb < parse.head[verb]:
            _hang_on_subject(parse, verb, parse.head[verb])


def _hang_on_subject(parse: Tokens, verb: int, later: int) -> None:
    """Make a verb the participle of its subject, which is that of the verb behind it."""
    head, dep = parse.head, parse.dep
    subject = next((k for k in range(max(0, verb - 12), verb) if head[k] == verb and dep[k] in SUBJECTS), None)
    if subject is None or is_under(parse, later, subject):
        return
    passive = any(head[k] == later and dep[k] == "auxpass" for k in range(verb, later))
    head[subject], dep[subject] = later, "nsubjpass" if passive else "nsubj"
    head[verb], dep[verb], parse.tag[verb] = subject, "acl", "VBN"


def _find_what_was_seen_done(parse: Tokens) -> None:
    """Make the participle passive in "saw a colleague gunned down", "had two men jailed"."""
    for verb, relation in enumerate(parse.dep):
        above = parse.head[verb]
        if relation != "ccomp" or parse.tag[verb] not in ("VBD", "VBN") or above > verb or verb < 2:
            continue
        if parse.lemma[above] in misparsed("seeing") and parse.lemma[verb] in misparsed("done to"):
            _make_passive(parse, verb, range(above + 1, min(verb + 8, parse.size)), _ACTIVE | {"mark"})


def _find_passives_as_states(parse: Tokens) -> None:
    """Make the participle the verb of its clause in "the men were not rounded up": the parser takes it for a state."""
    head, dep = parse.head, parse.dep
    for verb, relation in enumerate(dep):
        be = head[verb]
        if relation != "acomp" or parse.tag[verb] != "VBN" or parse.lemma[be] != "be" or be > verb:
            continue
        if not 2 <= verb < parse.size - 1:
            continue
        if dep[verb + 1] not in ("prt", "agent") or head[verb + 1] != verb:
            continue
        for k in range(max(0, be - 30), min(verb + 30, parse.size)):
            if head[k] == be and k not in (be, verb):
                head[k] = verb
                dep[k] = "nsubjpass" if dep[k] == "nsubj" else dep[k]
        head[verb], dep[verb] = (verb if head[be] == be else head[be]), dep[be]
        head[be], dep[be], parse.pos[verb] = verb, "auxpass", "VERB"


def _make_passive(parse: Tokens, verb: int, near: range, active: frozenset[str] = _ACTIVE) -> bool:
    """Make a verb passive, with its subject, if nothing near hangs on it as on an active one; returns whether."""
    below = [(k, parse.dep[k]) for k in near if parse.head[k] == verb and k != verb]
    if not active.isdisjoint(relation for _, relation in below):
        return False
    _voice(parse, below, verb, "VBN", "nsubjpass")
    return True


def _voice(parse: Tokens, below: list[tuple[int, str]], verb: int, tag: str, subject: str) -> None:
    """Make a verb active or passive, with its subject."""
    parse.tag[verb] = tag
    for k, relation in below:
        if relation in ("nsubj", "nsubjpass"):
            parse.dep[k] = subject
