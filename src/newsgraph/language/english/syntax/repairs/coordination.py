"""The nouns of a list, put together where the parser joins one of them to something else."""

from __future__ import annotations

from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.listed_nouns import listed_nouns
from newsgraph.language.english.syntax.repairs.misparsed import is_under, name_start
from newsgraph.language.english.syntax.tokens import Tokens

_NOUNS = frozenset(("NOUN", "PROPN"))
_INSIDE = frozenset(("compound", "amod", "nmod", "det", "poss", "nummod", "case", "quantmod"))


def repair_coordination(parse: Tokens) -> None:
    """Mend heads and relations of lists in place."""
    _join_titles(parse)
    _join_as_well_as(parse)
    _join_listed_names(parse)
    _join_listed_nouns(parse)
    _join_second_relatives(parse)
    _join_appositions_to_last(parse)


def _join_titles(parse: Tokens) -> None:
    """Make one person of "author and journalist X" and "the actor and director X", where the parser makes two."""
    head, dep = parse.head, parse.dep
    for joint in parse.at("and"):
        first = joint - 1
        if first < 0 or not _is_title(parse, first):
            continue
        second = next((k for k in range(joint + 1, min(joint + 4, parse.size)) if _is_title(parse, k)), None)
        if second is None or second + 1 >= parse.size or parse.pos[second + 1] != "PROPN":
            continue
        name = second + 1
        while dep[name] == "compound" and head[name] > name:
            name = head[name]
        if dep[second] == "conj" and head[second] == first and dep[name] == "appos" and head[name] in (first, second):
            head[name] = first
            head[second], dep[second] = name, "nmod"
        elif head[second] == name and dep[name] == "conj" and head[name] == first and _is_bare(parse, first):
            for k in range(parse.sent_start[first], parse.sent_end[first]):
                if head[k] == first and k > name:
                    head[k] = name
            head[name], dep[name] = name if head[first] == first else head[first], dep[first]
            head[first], dep[first] = name, "nmod"


def _is_title(parse: Tokens, i: int) -> bool:
    """Whether a word in the singular says what somebody is by profession or office."""
    if parse.tag[i] != "NN":
        return False
    noun = actor_noun(parse.lower[i], parse.lower[i])
    return noun is not None and noun.kind == "Person"


def _is_bare(parse: Tokens, noun: int) -> bool:
    """Whether nothing before a noun says which or how many."""
    before = range(max(0, noun - 4), noun)
    return all(parse.head[k] != noun or parse.dep[k] not in ("det", "poss", "nummod") for k in before)


def _join_as_well_as(parse: Tokens) -> None:
    """Join B to A in "met A, as well as B" and "by A, as well as B", where the parser joins it to the verb."""
    head, dep, lower = parse.head, parse.dep, parse.lower
    for i in [well - 1 for well in parse.at("well")]:
        if not 2 <= i < parse.size - 3 or lower[i : i + 3] != ["as", "well", "as"]:
            continue
        other = _noun_after(parse, i + 3)
        verb = head[other] if other is not None else None
        if other is None or verb is None or not parse.is_verb(verb) or dep[other] not in ("conj", "dobj"):
            continue
        before = i - 2 if lower[i - 1] == "," else i - 1
        first = _top_noun(parse, before)
        free = first is not None and verb < first and not is_under(parse, first, other)
        if free and first is not None and dep[first] in ("pobj", "dobj", "conj", "nsubjpass"):
            head[other], dep[other] = first, "conj"


def _join_listed_names(parse: Tokens) -> None:
    """Make "A, B and C were held" a list; with a comma behind C, B and C would say who A are."""
    head, dep = parse.head, parse.dep
    for i, relation in enumerate(dep):
        if relation != "appos" or parse.pos[i] != "PROPN" or parse.tag[head[i]] not in ("NNS", "NNPS"):
            continue
        if not 2 <= i < parse.size - 3:
            continue
        last = next((k for k in range(i + 1, min(i + 7, parse.size - 1)) if head[k] == i and dep[k] == "conj"), None)
        if last is not None and head[i] < i and parse.is_verb(last + 1):
            dep[i] = "conj"


def _join_listed_nouns(parse: Tokens) -> None:
    """Make "held a teacher, two nurses and a driver" a list."""
    for word, first in listed_nouns(parse).items():
        parse.head[word], parse.dep[word] = first, "conj"


def _join_second_relatives(parse: Tokens) -> None:
    """Join the second clause to the first in "a farmer who had served, and who promised ..."."""
    head, dep, lower = parse.head, parse.dep, parse.lower
    for i in parse.at("who"):
        verb = head[i]
        if i < 3 or dep[i] != "nsubj" or dep[verb] != "conj" or verb < i or "and" not in lower[i - 2 : i]:
            continue
        if dep[head[verb]] == "relcl":
            continue
        first = next((k for k in range(i - 1, max(head[verb], i - 30), -1) if dep[k] == "relcl"), None)
        if first is not None and lower[_first_child(parse, first)] == "who":
            head[verb] = first


def _join_appositions_to_last(parse: Tokens) -> None:
    """Hang "the mayor" on Y in "X and Y, the mayor, met": one who is set off by a comma is the one right before it."""
    head, dep = parse.head, parse.dep
    for i, relation in enumerate(dep):
        first = head[i]
        if relation != "appos" or first > i or parse.tag[i] not in ("NN", "NNP"):
            continue
        start = i
        while start - 1 > first and is_under(parse, start - 1, i):
            start -= 1
        if parse.lower[start - 1] != ",":
            continue
        last = next((k for k in range(start - 2, first, -1) if dep[k] == "conj" and head[k] == first), None)
        if last is not None and is_under(parse, start - 2, last) and parse.pos[last] == "PROPN":
            head[i] = last


def join_lost_nouns(parse: Tokens) -> None:
    """Join "demand elections and the resignation of X" again, where the parser joins the noun to another verb."""
    head, dep, pos = parse.head, parse.dep, parse.pos
    for i, relation in enumerate(dep):
        if relation != "conj" or pos[i] != "NOUN" or pos[head[i]] != "VERB" or head[i] > i or i < 3:
            continue
        joint = next((k for k in range(i - 1, max(i - 6, head[i]), -1) if dep[k] == "cc"), None)
        if joint is None or head[joint] != head[i] or pos[joint - 1] not in ("NOUN", "PROPN"):
            continue
        other = joint - 1
        if dep[other] == "dobj" and any(parse.tag[k] in ("DT", "PRP$", "JJ") for k in range(joint + 1, i)):
            head[i], head[joint] = other, other


def join_names_over_ages(parse: Tokens) -> None:
    """Make B one with A in "the murders of A, 58, and B, 20", where the parser hangs B elsewhere."""
    head, dep, lower = parse.head, parse.dep, parse.lower
    for i, relation in enumerate(dep):
        if relation not in ("conj", "attr", "appos") or parse.pos[i] != "PROPN" or i < 5:
            continue
        start = name_start(parse, i)
        if start < 5:
            continue
        before = start - 3 if lower[start - 2] == "," else start - 2
        if lower[start - 1] != "and" or parse.pos[before] != "NUM" or lower[before - 1] != ",":
            continue
        first = head[before]
        if parse.pos[first] == "PROPN" and first < before and head[i] != first and not is_under(parse, first, i):
            head[i], dep[i] = first, "conj"


def _first_child(parse: Tokens, verb: int) -> int:
    """The first word that hangs on a verb."""
    return next((k for k in range(max(0, verb - 12), verb) if parse.head[k] == verb), verb)


def _noun_after(parse: Tokens, start: int) -> int | None:
    """The head of the noun phrase that begins at a word."""
    for k in range(start, min(start + 8, parse.size)):
        if parse.pos[k] in _NOUNS and parse.dep[k] not in _INSIDE:
            return k
        if parse.pos[k] in ("VERB", "AUX", "PUNCT", "ADP"):
            return None
    return None


def _top_noun(parse: Tokens, word: int) -> int | None:
    """The noun phrase that ends at a word, with what "of" hangs on it: "the head of the party" from "party"."""
    if parse.pos[word] not in _NOUNS:
        return None
    while parse.dep[word] == "pobj" and parse.lower[parse.head[word]] == "of":
        above = parse.head[parse.head[word]]
        if above >= word or parse.pos[above] not in _NOUNS:
            break
        word = above
    return word
