"""Verbs that the parser takes for participles or nouns, or joins to the wrong verb."""

from __future__ import annotations

from newsgraph.language.english.syntax.repairs.misparsed import SUBJECTS
from newsgraph.language.english.syntax.tokens import Tokens
from newsgraph.language.english.word_contexts import is_clause
from newsgraph.language.words import words_of


def find_lost_verbs(parse: Tokens) -> None:
    """Give "X, the minister of Y, offered to ..." its verb, where the parser takes it for a participle of X."""
    head, dep, tag, lower = parse.head, parse.dep, parse.tag, parse.lower
    for i, relation in enumerate(dep):
        if relation != "acl" or tag[i] != "VBN" or not 0 < i < parse.size - 1:
            continue
        noun = head[i]
        if dep[noun] != "ROOT" or not 0 <= noun < i:
            continue
        if parse.pos[noun] not in ("PROPN", "NOUN"):
            continue
        explained = lower[i - 1] == "," and any(
            dep[k] in ("appos", "relcl") and head[k] == noun for k in range(noun + 1, i)
        )
        # "The party called Monday for ...": the day in the style of agencies.
        asked = i == noun + 1 and lower[i] == "called" and "for" in lower[i + 1 : i + 3]
        if not explained and not asked:
            continue
        dep[i], tag[i], head[i] = "ROOT", "VBD", i
        dep[noun], head[noun] = "nsubj", i
        for k in range(i + 1, parse.size):
            if head[k] == noun:
                head[k] = i
                dep[k] = "advcl" if dep[k] == "acl" else dep[k]


def find_tagged_nouns(parse: Tokens) -> None:
    """Make "storm" a verb in "tried to storm parliament", where the tagger takes it for a noun."""
    for i, tag in enumerate(parse.tag):
        verb = i + 1
        if tag == "TO" and parse.dep[i] == "aux" and parse.head[i] == verb and parse.pos[verb] == "NOUN":
            parse.tag[verb], parse.pos[verb] = "VB", "VERB"


def find_verbs_in_names(parse: Tokens) -> None:
    """Make "dispute" the verb of "Villagers dispute army's toll", where the parser takes it for part of the phrase.

    It has a subject of its own, which no part of a phrase has; what it hangs on is its object then.
    """
    head, dep = parse.head, parse.dep
    words = words_of(parse.doc)
    for i in [k for k, relation in enumerate(dep) if relation == "compound" and is_clause(words, k)]:
        noun = head[i]
        while dep[noun] in ("compound", "poss", "nmod") and head[noun] > noun:
            noun = head[noun]
        parse.pos[i], dep[i], head[i] = "VERB", dep[noun], i if head[noun] == noun else head[noun]
        dep[noun], head[noun] = "dobj", i


def find_far_conjuncts(parse: Tokens) -> None:
    """Join a finite verb to a finite one, where the parser takes one in between.

    "Accused officers who had fled and called for X", "filed a suit accusing X and requested Y".
    """
    head, dep = parse.head, parse.dep
    for i, relation in enumerate(dep):
        if relation != "conj" or parse.tag[i] != "VBD" or i < 4:
            continue
        clause = head[i]
        participle = parse.tag[clause] == "VBG" and dep[clause] in ("acl", "advcl", "pcomp")
        if not participle and (dep[clause] != "relcl" or parse.tag[clause] != "VBN"):
            continue
        inside = range(clause + 1, i)
        had = any(head[k] == clause and parse.lower[k] == "had" for k in range(max(0, clause - 4), clause))
        if any(head[k] == i and dep[k] in SUBJECTS for k in inside) or not (participle or had):
            continue
        above = head[clause]
        for _ in range(8):
            if parse.tag[above] == "VBD" or head[above] == above:
                break
            above = head[above]
        if parse.tag[above] == "VBD" and above < clause:
            head[i] = above


def find_second_reports(parse: Tokens) -> None:
    """Join "said that A and said that B" again, where the parser makes the second saying a part of A."""
    head, dep = parse.head, parse.dep
    for that in parse.at("that"):
        i = that - 1
        clause = head[i]
        above = head[clause]
        if i < 4 or dep[i] != "conj" or dep[clause] != "ccomp" or above >= clause:
            continue
        if parse.tag[i] == parse.tag[above] == "VBD" and parse.lemma[i] == parse.lemma[above]:
            head[i] = above
            for k in range(clause + 1, i):
                if dep[k] == "cc" and head[k] == clause:
                    head[k] = above
