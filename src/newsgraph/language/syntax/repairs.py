"""What the parser often gets wrong in news, put right before any rule looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.language.syntax.coordination import repair_coordination
from newsgraph.language.syntax.misparsed import is_under, misparsed
from newsgraph.language.syntax.passives import repair_passives

if TYPE_CHECKING:
    from newsgraph.language.syntax.tree import Tree

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_AUXILIARIES = frozenset(("aux", "auxpass"))
_LISTED = frozenset(("pobj", "conj", "appos", "npadvmod"))
"""Relations of a place behind whose name that of a wider one stands."""

_ASIDE = frozenset(("advcl", "npadvmod", "nmod", "dep", "advmod"))
"""Relations that the parser gives to a noun that it takes for no subject."""


def repair_parse(parse: Tree) -> None:
    """Mend heads, relations and tags in place."""
    _take_subjects_from_auxiliaries(parse)
    _find_lost_verbs(parse)
    _join_lost_nouns(parse)
    _lead_by_offices(parse)
    _find_owners(parse)
    repair_passives(parse)
    _find_wider_places(parse)
    _free_phrases_behind_dates(parse)
    _join_names_over_ages(parse)
    _find_second_subjects(parse)
    _find_far_conjuncts(parse)
    _find_second_reports(parse)
    _find_subjects_before_reports(parse)
    _find_subjects_behind_reports(parse)
    _find_whom_against(parse)
    _find_of_what(parse)
    _find_what_it_is_named(parse)
    _find_tagged_nouns(parse)
    repair_coordination(parse)


def _take_subjects_from_auxiliaries(parse: Tree) -> None:
    """The parser now and then hangs a subject on the auxiliary; rules expect it on the verb."""
    head, dep = parse.head, parse.dep
    for i, relation in enumerate(dep):
        if relation in _SUBJECTS and dep[head[i]] in _AUXILIARIES:
            head[i] = head[head[i]]


def _find_lost_verbs(parse: Tree) -> None:
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


def _lead_by_offices(parse: Tree) -> None:
    """Make "president" the head of "the president-elect", which the parser takes for a word beside "elect"."""
    head, dep = parse.head, parse.dep
    for i in parse.at("elect", "designate"):
        office = i - 2
        if office < 0 or parse.lower[i - 1] != "-" or head[office] != i:
            continue
        if parse.pos[office] not in ("NOUN", "PROPN"):
            continue
        for k in range(parse.sent_start[i], parse.sent_end[i]):
            if head[k] == i and k not in (i, office):
                head[k] = office
        head[office], dep[office] = (office if head[i] == i else head[i]), dep[i]
        head[i], dep[i], parse.pos[i], parse.tag[i] = office, "amod", "ADJ", "JJ"


def _join_lost_nouns(parse: Tree) -> None:
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


def _find_owners(parse: Tree) -> None:
    """Make A the owner in "and A's B", where the parser takes A for one more of a list, and B for another."""
    head, dep = parse.head, parse.dep
    for i, tag in enumerate(parse.tag):
        owner = i - 1
        if tag != "POS" or head[i] != owner or dep[owner] not in ("conj", "appos") or not 0 < i < parse.size - 1:
            continue
        for owned in range(i + 1, min(i + 6, parse.size)):
            if parse.pos[owned] in ("PUNCT", "VERB", "ADP", "CCONJ"):
                break
            if parse.pos[owned] in ("NOUN", "PROPN") and head[owned] in (owner, head[owner]):
                dep[owned], head[owned] = dep[owner], head[owner]
                dep[owner], head[owner] = "poss", owned
                break


def _find_wider_places(parse: Tree) -> None:
    """Make C part of where it is in "a woman of A, B, C was convicted", where the parser lets C be convicted.

    So it is in "police in B, C arrested", where the parser takes the police for an aside; "the capital of B, C" is C.
    """
    head, dep, pos = parse.head, parse.dep, parse.pos
    for i, relation in enumerate(dep):
        if relation not in ("nsubj", "nsubjpass") or pos[i] != "PROPN" or i < 3:
            continue
        start = i
        while start and head[start - 1] == i and dep[start - 1] == "compound":
            start -= 1
        before = start - 2
        if before < 2 or parse.lower[start - 1] != "," or pos[before] != "PROPN" or dep[before] not in _LISTED:
            continue
        verb, noun = head[i], head[head[before]]
        if noun < before and head[noun] == verb and parse.lemma[noun] in misparsed("what a place is"):
            head[noun], dep[noun] = i, "appos"
        elif any(head[k] == verb and dep[k] == dep[i] for k in range(max(0, before - 20), before)):
            head[i], dep[i] = before, "appos"
        elif dep[before] == "pobj" and head[noun] == verb and _is_somebody_there(parse, noun, i):
            head[noun], dep[noun] = verb, dep[i]
            head[i], dep[i] = before, "appos"


def _is_somebody_there(parse: Tree, noun: int, place: int) -> bool:
    """Whether a noun that the parser takes for an aside is who acts, as "police" in "police in A, B arrested"."""
    if parse.pos[noun] not in ("NOUN", "PROPN") or parse.dep[noun] not in _ASIDE or noun > place:
        return False
    return parse.doc[place].ent_type_ == "GPE"


def _free_phrases_behind_dates(parse: Tree) -> None:
    """Hang a phrase on the verb in "was convicted in June of theft", "met on Monday in Ardal", not on the date."""
    head, dep, dates = parse.head, parse.dep, misparsed("date")
    for i in range(3, parse.size - 1):
        date = head[i]
        if date >= i or dep[i] != "prep" or parse.lower[date] not in dates or dep[date] not in ("pobj", "npadvmod"):
            continue
        if any(parse.pos[k] == "NUM" for k in (i + 1, i + 2) if k < parse.size) and parse.lower[i] in ("of", "in"):
            continue  # "May of 1998"
        above = head[head[date]] if dep[date] == "pobj" else head[date]
        if parse.pos[above] == "VERB" and above < date:
            head[i] = above


def _join_names_over_ages(parse: Tree) -> None:
    """Make B one with A in "the murders of A, 58, and B, 20", where the parser hangs B elsewhere."""
    head, dep, lower = parse.head, parse.dep, parse.lower
    for i, relation in enumerate(dep):
        if relation not in ("conj", "attr", "appos") or parse.pos[i] != "PROPN" or i < 5:
            continue
        start = i
        while start > 5 and head[start - 1] == i and dep[start - 1] == "compound":
            start -= 1
        before = start - 3 if lower[start - 2] == "," else start - 2
        if lower[start - 1] != "and" or parse.pos[before] != "NUM" or lower[before - 1] != ",":
            continue
        first = head[before]
        if parse.pos[first] == "PROPN" and first < before and head[i] != first and not is_under(parse, first, i):
            head[i], dep[i] = first, "conj"


def _find_second_subjects(parse: Tree) -> None:
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
        start = i
        while head[start - 1] == i and dep[start - 1] == "compound":
            start -= 1
        joined = parse.lower[start - 1] == "and" or (auxiliary and "and" in parse.lower[first + 1 : i])
        if dep[first] not in ("dobj", "pobj") or not joined or above >= first:
            continue
        if not any(head[k] == verb and dep[k] in _SUBJECTS for k in range(above, verb)):
            passive = any(head[k] == verb and dep[k] == "auxpass" for k in range(i, verb))
            dep[i], head[i] = "nsubjpass" if passive else "nsubj", verb


def _find_far_conjuncts(parse: Tree) -> None:
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
        if any(head[k] == i and dep[k] in _SUBJECTS for k in inside) or not (participle or had):
            continue
        above = head[clause]
        for _ in range(8):
            if parse.tag[above] == "VBD" or head[above] == above:
                break
            above = head[above]
        if parse.tag[above] == "VBD" and above < clause:
            head[i] = above


def _find_second_reports(parse: Tree) -> None:
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


def _find_subjects_before_reports(parse: Tree) -> None:
    """Give a clause its subject that stands before a report: "Exporters, he told the paper, should pay"."""
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
        if any(dep[k] in _SUBJECTS or dep[k] in ("expl", "mark") for k in below) or lower[first - 1] != ",":
            continue
        speaker = next((k for k in range(max(0, said - 6), said) if head[k] == said and dep[k] == "nsubj"), None)
        if speaker is None:
            continue
        for topic in range(speaker - 2, max(-1, speaker - 8), -1):
            if head[topic] == said and dep[topic] in ("npadvmod", "dep", "dobj", "attr"):
                if pos[topic] in ("NOUN", "PROPN") and "," in lower[topic + 1 : speaker]:
                    dep[topic], head[topic] = "nsubj", i
                break


def _find_subjects_behind_reports(parse: Tree) -> None:
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
            if finite and not any(dep[k] in _SUBJECTS or dep[k] in ("mark", "expl", "advmod") for k in below):
                passive = any(dep[k] == "auxpass" for k in below)
                dep[i], head[i] = "nsubjpass" if passive else "nsubj", verb
            break


def _find_whom_against(parse: Tree) -> None:
    """Join "strikes on X" again in "condemned strikes on X", where the parser lets X be condemned."""
    head, dep = parse.head, parse.dep
    for i in parse.at("on", "against"):
        noun = i - 1
        beside = i > 1 and dep[i] == "prep" and dep[noun] == "dobj" and head[i] == head[noun]
        if beside and parse.lemma[noun] in misparsed("against"):
            head[i] = noun


def _find_of_what(parse: Tree) -> None:
    """Join "of Y" to the verb in "cleared X of Y", where the parser makes it a part of the name X."""
    for i in parse.at("of"):
        name = parse.head[i]
        if i > 1 and parse.dep[i] == "prep" and parse.dep[name] == "dobj" and name < i:
            verb = parse.head[name]
            if parse.pos[name] in ("PROPN", "PRON") and parse.lemma[verb] in misparsed("of what"):
                parse.head[i] = verb


def _find_what_it_is_named(parse: Tree) -> None:
    """Make Y what X is named in "designated X a Y", where the parser sees two objects."""
    head, dep = parse.head, parse.dep
    held_as, naming = misparsed("held as"), misparsed("naming")
    for i, relation in enumerate(dep):
        if relation != "dobj" or i < 2:
            continue
        if parse.lower[i] in held_as:
            _find_who_is_held(parse, i)
        if dep[i] != "dobj" or parse.lemma[head[i]] not in naming:
            continue
        if any(head[k] == head[i] and dep[k] == "dobj" for k in range(head[i] + 1, i)):
            dep[i] = "oprd"


def _find_who_is_held(parse: Tree, held: int) -> None:
    """Tell "hostage" in "was held hostage", "took three engineers hostage" from who is held."""
    head, dep = parse.head, parse.dep
    verb, before = head[held], held - 1
    if verb in (held - 1, held - 2):
        dep[held] = "oprd"
    elif head[before] == held and dep[before] == "compound" and parse.pos[before] in ("NOUN", "PROPN"):
        for k in range(max(verb + 1, held - 8), before):
            if head[k] == held:
                head[k] = before
        head[before], dep[before], dep[held] = verb, "dobj", "oprd"


def _find_tagged_nouns(parse: Tree) -> None:
    """Make "storm" a verb in "tried to storm parliament", where the tagger takes it for a noun."""
    for i, tag in enumerate(parse.tag):
        verb = i + 1
        if tag == "TO" and parse.dep[i] == "aux" and parse.head[i] == verb and parse.pos[verb] == "NOUN":
            parse.tag[verb], parse.pos[verb] = "VB", "VERB"
