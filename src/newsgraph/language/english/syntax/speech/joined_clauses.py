"""Verbs that the parser joins to what is reported, though they go back to who reports it."""

from __future__ import annotations

from functools import cache

from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import attribution_cues

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_LEXICONS = ("attribution_cues", "proposal_cues", "stance_cues")
_TELLING = frozenset("give specify elaborate comment disclose say name provide identify explain reveal".split())


@cache
def _speaking_verbs() -> frozenset[str]:
    """The verbs by which somebody says, wants or answers something."""
    return frozenset(row["lemma"] for name in _LEXICONS for row in read_lexicon(name) if row["pos"] == "verb")


def leaves_clause(parse: Parse, verb: int) -> bool:
    """Whether a verb goes back to who reports, though it is joined to what is reported.

    "said it was wrong and accused ...", "urged X to leave and asked Y ...": it says something, without a subject of
    its own, and differs in form from the verb that it is joined to.
    """
    inner = parse.head[verb]
    if _withholds(parse, verb):
        return True
    if parse.dep[verb] != "conj" or not _is_finite(parse, verb) or parse.dep[inner] not in ("ccomp", "xcomp"):
        return False
    if parse.lemma[verb] not in _speaking_verbs():
        return False
    if any(parse.dep[k] in _SUBJECTS or parse.tag[k] == "MD" for k in parse.children[verb]):
        return False
    if any(parse.tag[k] == "MD" for k in parse.children[inner]):
        return True
    return parse.tag[inner] == "VB" or parse.pos[inner] == "AUX" or parse.is_passive(inner)


def _is_finite(parse: Parse, verb: int) -> bool:
    """Whether a verb is finite, alone or by its auxiliary: "warned", "has warned", "did not believe"."""
    auxiliaries = (c for c in parse.children[verb] if parse.dep[c] == "aux" and parse.lemma[c] in ("have", "do"))
    return any(parse.tag[i] in ("VBD", "VBZ") for i in (verb, *auxiliaries))


def _withholds(parse: Parse, verb: int) -> bool:
    """Whether a verb joined to what is reported says what the source does not tell: "…, but did not give a reason"."""
    if parse.dep[verb] != "conj" or parse.lemma[verb] not in _TELLING or not parse.has_child(verb, "not", "neg"):
        return False
    subject = parse.child(verb, "nsubj")
    own = subject is None or parse.pos[subject] == "PRON"
    return own and any(parse.lower[c] == "but" for c in parse.children[parse.head[verb]])


def reporter(parse: Parse, verb: int) -> int | None:
    """Who calls in "X said Y was wrong and called for ...", where the parser joins "called" to the inner clause."""
    inner = parse.head[verb]
    if parse.dep[inner] != "ccomp" or not (_is_finite(parse, verb) or parse.tag[verb] == "VBP"):
        return None
    return parse.subject(parse.head[inner])


def speaker(parse: Parse, verb: int) -> int | None:
    """Who says what a verb says: its subject, or who reports the clause that it is joined to.

    "X said the road was closed and warned that ...", "X said that it was late, adding ...".
    """
    if leaves_clause(parse, verb):
        return reporter(parse, verb)
    inner = parse.head[verb]
    known = attribution_cues("verb")
    cue = known.get(parse.lemma[verb])
    added = parse.tag[verb] == "VBG" and parse.dep[verb] == "advcl" and parse.lower[parse.left[verb] - 1] == ","
    told = parse.dep[inner] == "ccomp" and parse.lemma[inner] not in known and parse.lemma[parse.head[inner]] in known
    if added and told and parse.child(verb, "nsubj") is None and cue is not None and cue.sort != "evidence":
        return parse.subject(parse.head[inner])
    return parse.subject(verb)
