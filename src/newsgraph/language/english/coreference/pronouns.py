"""Pronouns: what "she", "it" and "they" stand for."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsgraph.language.english.coreference.discourse import BODIES, Discourse, Referent
from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.syntax.control import control_verbs
from newsgraph.language.words import Words


class Pronoun(NamedTuple):
    """What a pronoun may stand for."""

    person: int
    plural: bool
    gender: str


@cache
def pronouns() -> dict[str, Pronoun]:
    """The personal pronouns, lower case."""
    return {
        row["pronoun"]: Pronoun(int(row["person"]), row["number"] == "p", row["gender"])
        for row in read_lexicon("pronouns")
    }


_NEUTER = BODIES | {"Country", "Place", "Event", "Document", "Other"}
_WEIGHT = {"Place": -12, "Event": -10, "Document": -8, "Other": -8}
_OWN = 10.0
"""What it weighs that one speaks of himself."""
_LEAST = -40.0
"""What nobody is meant who scores less."""
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
"""Relations of who or what a clause is about."""
_OBJECTS = frozenset(("dobj", "pobj", "dative"))
"""Where "it" is a thing: of 31 that were taken for somebody, 13 were."""
_CLAUSES = ("ccomp", "xcomp", "advcl", "csubj", "acl")
_WITHOUT_SUBJECT = frozenset(("xcomp", "conj", "advcl", "pcomp"))
"""Relations of verbs whose subject may be said with another verb."""
_AFTER_OBJECT = frozenset(("for", "of", "from"))
"""Prepositions behind which the object does it: "criticised the mayor for leaving"."""
_TOLD = frozenset(("on", "upon", "to", "against", "at"))
_BEHIND = 25
"""Words behind a verb in which its subject is looked for."""
_EMPTY_VERBS = frozenset("be seem appear happen take turn rain snow become remain".split())


def find_antecedents(
    words: Words, discourse: Discourse, i: int, pronoun: Pronoun
) -> list[tuple[float, Referent]]:
    """The referents that the pronoun `i` of the third person may stand for, the likeliest first, with scores."""
    it = words.lower[i] == "it"
    if pronoun.gender == "n" and (_says_nothing(words, i) or (it and (words.dep[i] in _OBJECTS or _is_why(words, i)))):
        return []
    here = words.number[i]
    quoted = words.quoted
    free = words.tag[i] == "PRP$" or words.dep[i] in SUBJECTS or words.lower[i].endswith(("self", "selves"))
    verb = None if free else verb_of(words, i)
    found: list[tuple[float, Referent]] = []
    for steps, referent in enumerate(reversed(discourse.recent)):
        if steps > 25:
            break
        distance = here - referent.sentence
        if distance > (1 if it else 3) or not agrees(referent, pronoun):
            continue
        if quoted[referent.at] and not quoted[i] and not referent.entity.named and words.dep[i] == "nsubj":
            # Who says the quotation is hardly one of whom only the quotation speaks.
            continue
        if distance == 0 and (
            _same_clause(words, i, referent.at) or (verb is not None and is_subject_of(words, referent.at, verb))
        ):
            continue
        score = -14.0 * distance - steps + _WEIGHT.get(referent.kind, 0)
        score += 10 if referent.subject else 0
        score += 3 * min(referent.count, 4)
        score += 4 if referent.entity.named else 0
        if distance == 0 and _is_said_of_oneself(words, i, referent.at):
            score += _OWN
        if pronoun.plural and not referent.plural:
            score -= 14
        if pronoun.gender in ("m", "f") and referent.gender == pronoun.gender:
            score += 8
            if words.tag[i] == "PRP$" and words.dep[words.head[i]] == "conj":
                score += 20 if words.head[words.head[i]] == referent.at else 0  # "a woman and her son"
        if score > _LEAST:
            found.append((score, referent))
    found.sort(key=lambda scored: -scored[0])
    return found


def _is_why(words: Words, i: int) -> bool:
    """Whether "it" is in the reason for what is done to a thing, which it may mean.

    "They backed the plan because it helps": of 19 that were taken for who does it, 4 were.
    """
    verb = words.head[i]
    above = words.head[verb]
    if words.dep[i] not in SUBJECTS or words.dep[verb] != "advcl" or not above < i:
        return False
    because = any(words.head[j] == verb and words.lower[j] == "because" for j in range(above + 1, i))
    return because and any(words.head[j] == above and words.dep[j] == "dobj" for j in range(above + 1, i))


def _is_said_of_oneself(words: Words, i: int, other: int) -> bool:
    """Whether a word is the subject of the verb that reports the pronoun's clause: "the firm announced it will"."""
    verb = words.head[i]
    reported = words.dep[i] in SUBJECTS and words.dep[verb] == "ccomp" and words.head[verb] < verb
    return reported and words.dep[other] == "nsubj" and words.head[other] == words.head[verb]


def agrees(referent: Referent, pronoun: Pronoun) -> bool:
    """Whether a referent is of the number, the gender and the kind that a pronoun asks for."""
    kind = referent.kind
    if pronoun.gender in ("m", "f"):
        return kind == "Person" and not referent.plural and referent.gender in ("", pronoun.gender)
    if pronoun.gender == "n":
        return kind in _NEUTER and not referent.plural
    return referent.plural or kind in BODIES


def verb_of(words: Words, i: int) -> int | None:
    """The verb whose object a word is, perhaps behind a preposition."""
    head = words.head[i]
    if words.dep[i] == "pobj":
        head = words.head[head]
    return head if words.pos[head] in ("VERB", "AUX") and words.sentence[head] == words.sentence[i] else None


def is_subject_of(words: Words, other: int, verb: int) -> bool:
    """Whether a word is the subject of a verb, its own or one that it shares with the verbs before it."""
    if words.dep[other] not in SUBJECTS:
        return False
    for _ in range(4):
        if words.head[other] == verb:
            return True
        own = any(words.dep[j] in SUBJECTS and words.head[j] == verb for j in range(max(0, verb - 12), verb))
        if own or words.dep[verb] != "conj":
            return False
        verb = words.head[verb]
    return False


def subject_of(words: Words, verb: int) -> int | None:
    """The subject of a verb, or of one without, whom the verb above lets do it: "forced the firm to cut its prices"."""
    for _ in range(4):
        near = range(words.sentence[verb], min(words.size, verb + _BEHIND))
        own = next((k for k in near if words.head[k] == verb and words.dep[k] in SUBJECTS), None)
        if own is not None or words.dep[verb] not in _WITHOUT_SUBJECT:
            return own
        above, gerund = words.head[verb], words.dep[verb] == "pcomp"
        governing = words.head[above] if gerund else above
        if words.pos[governing] not in ("VERB", "AUX"):
            return None
        told = words.lower[above] in _AFTER_OBJECT if gerund else words.lemma[above] in control_verbs("object")
        if told and words.dep[verb] in ("xcomp", "pcomp"):
            done_to = next((k for k in range(governing + 1, verb) if _is_object(words, k, governing)), None)
            if done_to is not None:
                return done_to
        verb = governing
    return None


def _is_object(words: Words, k: int, verb: int) -> bool:
    """Whether a word is the object of a verb, or behind its "on": "called on the firm to cut its prices"."""
    if words.head[k] == verb:
        return words.dep[k] in ("dobj", "dative")
    return words.dep[k] == "pobj" and words.head[words.head[k]] == verb and words.lower[words.head[k]] in _TOLD


def _same_clause(words: Words, i: int, other: int) -> bool:
    """Whether a pronoun that is an object would stand for the subject of its own verb."""
    if words.tag[i] == "PRP$" or words.lower[i].endswith(("self", "selves")):
        return False
    return words.head[i] == words.head[other] and words.dep[i] != words.dep[other]


def _says_nothing(words: Words, i: int) -> bool:
    """Whether "it" is the empty subject of "it is likely that", "it seems"."""
    passive = words.dep[i] == "nsubjpass"
    if not passive and (words.dep[i] != "nsubj" or words.lemma[words.head[i]] not in _EMPTY_VERBS):
        return False
    verb = words.head[i]
    if words.lemma[verb] == "be" and {"first", "second", "third", "time"}.intersection(
        words.lower[verb + 1 : verb + 6]
    ):
        return True
    clauses = ("ccomp", "csubj") if passive else _CLAUSES
    for j in range(verb + 1, min(verb + 12, words.size)):
        if words.sentence[j] != words.sentence[verb]:
            break
        if words.dep[j] in clauses and words.head[j] in (
            verb,
            verb + 1,
            verb + 2,
        ):
            return True
    return False
