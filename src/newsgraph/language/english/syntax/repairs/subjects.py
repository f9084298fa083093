"""Subjects that the parser takes for objects, asides, or arguments of another verb."""

from __future__ import annotations

from newsgraph.language.english.syntax.repairs.misparsed import SUBJECTS, misparsed, name_start
from newsgraph.language.english.syntax.tokens import Tokens

_AUXILIARIES = frozenset(("aux", "auxpass"))
_WITHIN = frozenset(("pobj", "prep", "compound", "amod", "nmod"))
"""How the last words of a phrase hang on its noun."""


def take_subjects_from_auxiliaries(parse: Tokens) -> None:
    """The parser now and then hangs a subject on the auxiliary; rules expect it on the verb."""
    head, dep = parse.head, parse.dep
    for i, relation in enumerate(dep):
        if relation in SUBJECTS and dep[head[i]] in _AUXILIARIES:
            head[i] = head[head[i]]


def find_second_subjects(parse: Tokens) -> None:
    """Make B the subject in "expelled A and B retaliated", where the parser lets B be expelled, too."""
    head, dep = parse.head, parse.dep
    for i, relation in enumerate(dep):
        if relation != "conj" or not 3 <= i < parse.size - 1:
            continue
        verb = i + 1
        if dep[verb] == "advmod" and head[verb] == verb + 1:
            verb += 1  # "and the mayor flatly declined"
        auxiliary = dep[verb] in ("aux", "auxpass") and parse.tag[verb] != "TO" and head[verb] > verb
        if auxiliary and parse.pos[i] in ("NOUN", "PROPN"):
            verb = head[verb]  # "arrested two men and supporters have been held"
        elif parse.pos[i] != "PROPN" or parse.tag[verb] not in ("VBD", "VBZ"):
            continue
        if dep[verb] not in ("conj", "advcl", "ccomp"):
            continue
        first = head[i]
        above = head[verb]
        start = name_start(parse, i)
        joined = parse.lower[start - 1] == "and" or (auxiliary and "and" in parse.lower[first + 1 : i])
        if dep[first] not in ("dobj", "pobj") or not joined or above >= first:
            continue
        if not any(head[k] == verb and dep[k] in SUBJECTS for k in range(above, verb)):
            passive = any(head[k] == verb and dep[k] == "auxpass" for k in range(i, verb))
            dep[i], head[i] = "nsubjpass" if passive else "nsubj", verb


def find_subjects_before_reports(parse: Tokens) -> None:
    """Give a clause its subject that stands before a report: "Exporters, he told us, should pay"."""
    head, dep, lower, pos = parse.head, parse.dep, parse.lower, parse.pos
    inside: dict[int, int] = {}
    for k, relation in enumerate(dep):
        if relation == "parataxis" and k < head[k] <= k + 12:
            inside.setdefault(head[k], k)
    for i in range(4, parse.size):
        if pos[i] != "VERB" and pos[i] != "AUX":
            continue
        said = head[i] if dep[i] == "ccomp" else inside.get(i, i)
        if said >= i:
            continue
        below = [k for k in range(max(0, i - 12), i) if head[k] == i]
        first = min((k for k in below if k > said), default=i)
        if any(dep[k] in SUBJECTS or dep[k] in ("expl", "mark") for k in below) or lower[first - 1] != ",":
            continue
        speaker = next((k for k in range(max(0, said - 6), said) if head[k] == said and dep[k] == "nsubj"), None)
        if speaker is None:
            continue
        behind = any(head[k] == said and dep[k] == "nsubj" for k in range(said + 1, min(said + 9, i)))
        if behind and lower[said - 1] == ",":  # "Exporters, said Jo Amal, should pay"
            dep[speaker], head[speaker] = "nsubjpass" if any(dep[k] == "auxpass" for k in below) else "nsubj", i
            continue
        for topic in range(speaker - 2, max(-1, speaker - 8), -1):
            if head[topic] == said and dep[topic] in ("npadvmod", "dep", "dobj", "attr"):
                if pos[topic] in ("NOUN", "PROPN") and "," in lower[topic + 1 : speaker]:
                    dep[topic], head[topic] = "nsubj", i
                break


def find_subjects_behind_reports(parse: Tokens) -> None:
    """Give a clause its subject in "police said Jo Amal, 61, surrendered", where the parser has police say the man."""
    head, dep = parse.head, parse.dep
    reports = misparsed("reports")
    for i, relation in enumerate(dep):
        if relation not in ("dobj", "nsubj") or not 2 <= i < parse.size - 1:
            continue
        said = head[i]
        if said > i or parse.lemma[said] not in reports:
            continue
        if dep[i] == "nsubj" and not any(head[k] == said and dep[k] == "nsubj" for k in range(max(0, said - 8), said)):
            continue
        for verb in range(i + 1, min(i + 14, parse.size)):
            if head[verb] != said or dep[verb] != "ccomp":
                continue
            below = [k for k in range(said + 1, verb) if head[k] == verb]
            finite = parse.tag[verb] in ("VBD", "VBZ", "VBP") or any(dep[k] in ("aux", "auxpass") for k in below)
            if finite and not any(dep[k] in SUBJECTS or dep[k] in ("mark", "expl", "advmod") for k in below):
                passive = any(dep[k] == "auxpass" for k in below)
                dep[i], head[i] = "nsubjpass" if passive else "nsubj", verb
            break


_DEEP = 20
"""Words that hang on one another, at most."""


def find_contents_of_warnings(parse: Tokens) -> None:
    """Let the raids violate it in "A rebuked B, warning the raids violated its rights", where the parser lets A do it.

    The noun is what the participle has as its object, and the verb right behind it has no subject of its own.
    """
    head, dep, tag = parse.head, parse.dep, parse.tag
    for i, relation in enumerate(dep):
        if relation != "conj" or not 3 <= i < parse.size or parse.pos[i] != "VERB":
            continue
        first = i
        while dep[first - 1] in ("aux", "auxpass", "neg", "advmod") and head[first - 1] == i:
            first -= 1
        if tag[i] not in ("VBD", "VBZ", "VBP") and (first == i or tag[first] not in ("MD", "VBD", "VBZ", "VBP")):
            continue
        if any(head[k] == i and dep[k] in SUBJECTS for k in range(head[i], i)):
            continue
        noun = first - 1
        for _ in range(_DEEP):
            if dep[noun] not in _WITHIN or head[noun] >= first:
                break
            noun = head[noun]
        saying = head[noun]
        if dep[noun] != "dobj" or not head[i] < saying < noun or parse.pos[noun] not in ("NOUN", "PROPN"):
            continue
        if tag[saying] != "VBG" or parse.lemma[saying] not in misparsed("warning") or head[saying] != head[i]:
            continue
        above = head[i]
        dep[noun], head[noun], dep[i], head[i] = "nsubj", i, "ccomp", saying
        for k in range(i + 1, parse.size):
            if head[k] == above and dep[k] in ("conj", "cc") and "," not in parse.lower[i:k]:
                head[k] = i
