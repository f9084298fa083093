"""Whether a word of saying says anything: it may be denied, supposed, planned, or be asked of somebody."""

from __future__ import annotations

from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import AttributionCue

_NOT = frozenset("not n't n’t never neither nor no nobody none hardly scarcely without".split())
_NOBODY = frozenset("nobody none neither no-one nothing few".split())
_REFUSING = frozenset("decline refuse fail hesitate stop avoid unable unwilling reluctant yet forbear".split())
_REFUSAL = frozenset(("refusal", "reluctance", "inability", "failure", "unwillingness"))
_LINKS = frozenset(("xcomp", "conj", "ccomp", "acomp"))
_POSSIBLE = frozenset("can could may might should must will 'll ’ll wo ca".split())
_GIVING = frozenset("let help ensure enable allow".split())
_CARRIED = frozenset("be have do want try seem appear begin start go able willing ready".split())
_PLANNED = frozenset(
    "expect schedule plan intend want wish hope prepare aim due likely unlikely set poised tip slate anticipate".split()
)
"""What one is to say, or wants to, is not said."""
_QUESTIONS = frozenset("ask question press query quiz".split())


def is_negated(parse: Parse, cue: int, content: tuple[int, int] = (0, 0)) -> bool:
    """Whether the word itself, its subject or determiner, or what governs it as an infinitive negates it.

    What stands in the characters of the content does not: `"It rains. No question," X said`.
    """
    i = cue
    for _ in range(5):
        if _negates(parse, i, content):
            return True
        above = parse.head[i]
        if is_refused(parse, i):
            return True
        if above == i or parse.dep[i] not in _LINKS:
            return False
        if parse.dep[i] == "conj":
            if _finite_alone(parse, i):
                return False
            if parse.tag[i] == parse.tag[above] == "VB" and not _negates(parse, above):
                i = above
                continue
            return _negates(parse, above)
        if not parse.has_child(i, "to", "aux") and parse.tag[i] not in ("VBG", "JJ", "VBN"):
            return False
        if parse.lemma[above] in _REFUSING:
            return not _negates(parse, above)
        if parse.lemma[above] not in _CARRIED:
            return False
        i = above
    return False


def is_refused(parse: Parse, cue: int) -> bool:
    """Whether a noun of refusing governs an infinitive: "his refusal to say"."""
    return parse.dep[cue] in ("acl", "relcl") and parse.lemma[parse.head[cue]] in _REFUSAL and parse.tag[cue] == "VB"


def _negates(parse: Parse, i: int, content: tuple[int, int] = (0, 0)) -> bool:
    for c in parse.children[i]:
        if content[0] <= parse.begin[c] < content[1]:
            continue
        word, relation = parse.lower[c], parse.dep[c]
        if relation == "neg" or (word in _NOT and relation in ("advmod", "preconj", "det", "cc", "aux")):
            return not _merely(parse, c)
        if relation in ("nsubj", "nsubjpass"):
            if word in _NOBODY or (word == "one" and parse.lower[c - 1] == "no"):
                return True
            words = [parse.lower[k] for k in parse.children[c] if parse.dep[k] in ("det", "amod", "quantmod")]
            if not {"no", "neither", "few"}.isdisjoint(words) and "a" not in words:
                return True
    return i > 0 and parse.lower[i - 1] in ("without", "nor", "neither")


def _merely(parse: Parse, negation: int) -> bool:
    """Not "only", "just": no negation."""
    following = parse.lower[negation + 1] if negation + 1 < parse.size else ""
    return following in ("only", "just", "merely")


def _finite_alone(parse: Parse, i: int) -> bool:
    """Whether a verb that is joined to another has a subject or a finite form of its own."""
    return parse.tag[i] in ("VBD", "VBZ") or parse.child(i, "nsubj", "nsubjpass", "expl") is not None


def is_supposed(parse: Parse, cue: int) -> bool:
    """Whether somebody only may say it: "if he says so", "does anybody know?"."""
    if any(parse.dep[c] == "mark" and parse.lower[c] in ("if", "unless", "whether") for c in parse.children[cue]):
        return True
    subject = parse.child(cue, "nsubj")
    if subject is None:
        return False
    inverted = any(parse.dep[c] == "aux" and c < subject and parse.pos[c] == "AUX" for c in parse.children[cue])
    return inverted and any(parse.lower[i] == "?" for i in range(cue, parse.sent_end[cue]))


def is_only_possible(parse: Parse, cue: int) -> bool:
    """Whether somebody only may, should or will think it, or is helped to: "so buyers know", "let them see"."""
    if any(parse.dep[c] == "aux" and parse.lower[c] in _POSSIBLE for c in parse.children[cue]):
        return True
    if parse.dep[cue] in ("ccomp", "xcomp") and parse.lemma[parse.head[cue]] in _GIVING:
        return True
    if parse.dep[cue] not in ("advcl", "ccomp"):
        return False
    first = parse.lower[parse.left[cue]]
    return first == "lest" or (first == "so" and parse.lower[parse.left[cue] - 1] != ",")


def is_unsaid(parse: Parse, verb: int, cue: AttributionCue) -> bool:
    """Whether a verb only tells of saying or showing: "efforts to establish what happened", "is due to say that"."""
    if is_put_to_somebody(parse, verb):
        return True
    if parse.lemma[verb] == "find" and parse.tag[verb] == "VBG" and parse.dep[verb] == "pcomp":
        return True  # "spent on finding such a vaccine"
    if parse.tag[verb] != "VB" or not parse.is_infinitive(verb) or is_refused(parse, verb):
        return False
    first = verb
    while parse.dep[first] == "conj" and parse.tag[parse.head[first]] == "VB":
        first = parse.head[first]
    verb, above = first, parse.head[first]
    if parse.dep[verb] == "xcomp" and parse.lemma[above] in _PLANNED:
        return cue.sort in ("speech", "writing") and not is_negated(parse, verb)
    if parse.dep[verb] == "xcomp" or cue.sort not in ("speech", "evidence", "perception"):
        return False
    return parse.dep[verb] in ("acl", "advcl", "relcl", "ccomp", "pcomp") and above != verb


def is_put_to_somebody(parse: Parse, verb: int) -> bool:
    """Whether a question was put to the subject: "Asked whether it was late, she said"."""
    if parse.lemma[verb] not in _QUESTIONS or parse.dep[verb] not in ("advcl", "acl"):
        return False
    if parse.tag[verb] not in ("VBN", "VBD"):
        return False
    return not any(parse.dep[c] in ("nsubj", "aux", "dobj", "agent") for c in parse.children[verb])
