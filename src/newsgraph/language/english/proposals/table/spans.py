"""Where the content of a proposal begins and ends, and who is to do it."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.coreference.actors import is_actor
from newsgraph.language.english.proposals.cues import limit
from newsgraph.language.english.proposals.table.endings import foreign_at
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import attribution_cues

_QUOTES = frozenset(('"', "“", "”", "``", "''", "'", "‘", "’"))
_DASHES = frozenset(("--", "—"))
_BREAKS = frozenset((",", "–", "—"))
_NAMES = frozenset("offer proposal plan idea move call demand request suggestion step scheme invitation threat".split())
_ASIDE = frozenset((("just", "as"), ("to", "no", "avail"), ("in", "vain"), ("in", "a", "move"), ("without", "success")))
_RELATIVE = frozenset(("WDT", "WP", "WRB", "WP$"))
_ADVERBS_FIRST = frozenset(("advmod", "neg"))


def clause_end(parse: Parse, verb: int, start: int) -> int:
    """The token after a clause: before a conjunct with its own subject or modal, and before a comment."""
    stop = parse.trim(start, parse.right[verb] + 1)[1]
    for c in parse.children[verb]:
        if c <= verb or c < start:
            continue
        dep = parse.dep[c]
        own = _own_clause(parse, c)
        if (dep == "conj" and parse.is_verb(c) and (own or _misplaced(parse, verb, c))) or dep == "parataxis":
            stop = min(stop, before_conjunct(parse, parse.left[c]))
        elif dep == "advcl" and _is_past(parse, c):
            stop = min(stop, _before_its_time(parse, verb, parse.left[c]))
        elif parse.lower[parse.left[c] - 1] == "," and ((dep == "ccomp" and own) or _is_comment(parse, c, stop)):
            stop = min(stop, parse.left[c] - 1)
    return end_of_content(parse, start, stop)


def _is_past(parse: Parse, clause: int) -> bool:
    """Whether a clause tells of what has been, so that it is no part of what is to be done: "after it gave up"."""
    if parse.lower[parse.left[clause]] not in ("after", "because", "since", "when", "as"):
        return False
    return parse.tag[clause] == "VBD" or any(
        parse.tag[c] == "VBD" and parse.dep[c] in ("aux", "auxpass") for c in parse.children[clause]
    )


def _before_its_time(parse: Parse, verb: int, first: int) -> int:
    """Where a clause of time begins with the time that it explains: "to cut rates | in January when it cut its own"."""
    for c in parse.children[verb]:
        taken = parse.child(c, "pobj")
        if verb < c and parse.dep[c] == "prep" and parse.right[c] == first - 1 and taken in parse.times:
            return c if parse.lower[first] == "when" else first
    return first


def end_of_content(parse: Parse, start: int, stop: int) -> int:
    """Before a non-restrictive clause at the end or somebody else's, and without marks at the edge."""
    stop = _before_report(parse, start, stop)
    inside = range(start + 1, stop - 1)
    stop = next((i for i in inside if _comment_at(parse, i, stop) or foreign_at(parse, i, stop)), stop)
    stop = parse.trim(start, stop)[1]
    while stop + 1 < parse.size and parse.lower[stop] == "-" and parse.end[stop - 1] == parse.begin[stop]:
        stop += 2  # "counter-measures"
    while stop > start + 1 and parse.tag[stop - 1] in ("WP", "WDT", "CC") and parse.lower[stop - 2] != "matter":
        stop = parse.trim(start, stop - 1)[1]
    return stop


def _before_report(parse: Parse, start: int, stop: int) -> int:
    """Without a report that no comma parts from it: "higher wages | he said"."""
    said = stop - 1
    if said - 2 <= start or parse.tag[said] not in ("VBD", "VBZ") or parse.lemma[said] not in attribution_cues("verb"):
        return stop
    subject = said - 1
    ends = parse.lower[said + 1 : said + 2] in ([], ["."], [","])
    reports = ends and parse.tag[subject] == "PRP" and parse.head[subject] == said
    return subject if reports and parse.pos[subject - 1] in ("NOUN", "PROPN") else stop


def _comment_at(parse: Parse, i: int, stop: int) -> bool:
    """Whether a mark opens what is no content: ", according to", ": “...", ", an offer that ...", ", which ..."."""
    mark, following = parse.lower[i], parse.lower[i + 1]
    if mark in _DASHES:
        return parse.pos[i + 1] not in ("ADP", "CCONJ")
    if mark == ":":
        return following in _QUOTES
    if mark == "," and (following == "according" or tuple(parse.lower[i + 1 : i + 3]) in _ASIDE):
        return True
    if mark == "," and tuple(parse.lower[i + 1 : i + 4]) in _ASIDE:
        return True
    if mark not in _BREAKS:
        return False
    if following in ("a", "an") and (_names_it(parse, i + 2, stop) or _tells_of_it(parse, i, stop)):
        return True
    if _reports(parse, i):
        return True
    if parse.tag[i + 1] not in _RELATIVE or following == "when":
        return False
    clause = parse.head[i + 1]
    while parse.dep[clause] not in ("relcl", "advcl", "ccomp") and parse.head[clause] != clause:
        clause = parse.head[clause]
    return parse.dep[clause] in ("relcl", "advcl") and parse.right[clause] >= stop - 2


def _names_it(parse: Parse, start: int, stop: int) -> bool:
    """Whether an apposition says what was proposed: "to send a mission, an offer that X declined"."""
    return any(
        parse.lemma[i] in _NAMES and parse.right[i] >= stop - 2 and parse.right[i] > i
        for i in range(start, min(start + 3, stop))
    )


def _tells_of_it(parse: Parse, comma: int, stop: int) -> bool:
    """Whether an apposition tells more of what stands last: "give to Hope, a fund that he set up"."""
    for i in range(comma + 2, min(comma + 7, stop)):
        if parse.dep[i] == "appos" and parse.right[i] >= stop - 2:
            return parse.child(i, "relcl", "acl") is not None
    return False


def _reports(parse: Parse, comma: int) -> bool:
    """Whether a comma opens an inserted report: ", the paper said"."""
    for i in range(comma + 2, min(comma + 7, parse.sent_end[comma])):
        if parse.is_verb(i):
            after = parse.lower[i + 1] if i + 1 < parse.sent_end[comma] else "."
            told = parse.lemma[i] in attribution_cues("verb") and parse.tag[i] in ("VBD", "VBZ", "VBP")
            subject = parse.child(i, "nsubj")
            return told and after in (",", ".") and subject is not None and comma < parse.left[subject] < i
    return False


def _own_clause(parse: Parse, verb: int) -> bool:
    for c in parse.children[verb]:
        if c < verb and (parse.dep[c] in ("nsubj", "nsubjpass", "expl") or parse.tag[c] == "MD"):
            return True
        if c < verb and parse.dep[c] in ("aux", "auxpass") and parse.tag[c] in ("VBP", "VBZ", "VBD"):
            return True
    return False


def _is_comment(parse: Parse, c: int, stop: int) -> bool:
    """Whether a clause ends with a loose participle: ", bringing the total to ...", ", with X saying that ..."."""
    if parse.dep[c] == "advcl":
        return parse.tag[c] == "VBG" and parse.left[c] == c and parse.right[c] >= stop - 2
    if parse.dep[c] == "prep" and parse.lower[c] in ("following", "amid"):
        return parse.right[c] >= stop - 2
    if parse.dep[c] != "prep" or parse.lower[c] != "with":
        return False
    inner = parse.child(c, "pcomp")
    return inner is not None and parse.tag[inner] == "VBG"


def _misplaced(parse: Parse, verb: int, conjunct: int) -> bool:
    """Whether a verb is joined to one that its form does not fit: it belongs to a verb further up."""
    if parse.tag[verb] == "VB":
        return parse.tag[conjunct] in ("VBD", "VBZ")
    reports = parse.lemma[conjunct] in attribution_cues("verb")
    modal = any(parse.tag[c] == "MD" for c in parse.children[verb])
    return modal and reports and parse.tag[verb] == "VBN" and parse.tag[conjunct] in ("VBD", "VBZ", "VBP")


def before_conjunct(parse: Parse, first: int) -> int:
    """The token before which content ends that something is joined to, without the words that join it."""
    i = first - 1
    while i > 0 and (parse.dep[i] == "cc" or parse.lower[i] in (",", ";", "and", "but", "or")):
        i -= 1
    return i + 1


def unquoted(parse: Parse, start: int, stop: int) -> tuple[int, int]:
    """Without quotation marks at the edges that close, or open, outside."""
    start, stop = parse.trim(start, stop)
    if (
        stop < parse.size
        and parse.lower[stop] in _QUOTES
        and sum(parse.lower[i] in _QUOTES for i in range(start, stop)) % 2
        and parse.lower[start] not in _QUOTES
        and parse.lower[stop - 1] not in _QUOTES
    ):
        stop += 1
    changed = True
    while changed and stop > start:
        changed = False
        marks = sum(parse.lower[i] in _QUOTES for i in range(start, stop))
        if parse.lower[start] in _QUOTES and (marks == 1 or parse.lower[stop - 1] in _QUOTES):
            start += 1
            changed = True
        elif parse.lower[stop - 1] in _QUOTES and marks == 1:
            stop -= 1
            changed = True
        if changed:
            start, stop = parse.trim(start, stop)
    return start, stop


def infinitive(parse: Parse, verb: int) -> tuple[int, int]:
    """The content of "to V ...": from the word after "to", with adverbs before the verb."""
    to = next((c for c in parse.children[verb] if parse.tag[c] == "TO" and c < verb), None)
    start = verb if to is None else to + 1
    stop = clause_end(parse, verb, start)
    for c in parse.children[verb]:
        if parse.dep[c] == "conj" and start < c < stop and any(parse.tag[k] == "MD" for k in parse.children[c]):
            stop = before_conjunct(parse, parse.left[c])  # "wants to leave | but cannot"
    return start, stop


def has_to(parse: Parse, verb: int) -> bool:
    """Whether a verb is an infinitive with "to"."""
    if parse.tag[verb] not in ("VB", "VBN", "VBG") or not parse.is_infinitive(verb):
        return False
    return parse.tag[verb] == "VB" or any(parse.tag[c] == "VB" for c in parse.children[verb])


def negators(parse: Parse, verb: int) -> list[int]:
    """The words "not", "never", "longer" of "no longer" that a verb has of its own."""
    return [
        c
        for c in parse.children[verb]
        if parse.dep[c] == "neg"
        or parse.lower[c] == "never"
        or (parse.lower[c] == "longer" and parse.lower[c - 1] == "no")
    ]


def negated(parse: Parse, verb: int) -> bool:
    """Whether a verb has a "not", "never" or "no longer" of its own."""
    return bool(negators(parse, verb))


def clause_parts(
    parse: Parse, notes: Annotations, verb: int, after: int | None = None
) -> tuple[tuple[int, int], list[int]]:
    """Content and addressees of a clause that is to come true.

    Where its subject is to act, the subject is the addressee and the rest the content, from token `after` on if that
    is given (what follows a modal); else the content is the clause from its subject on.
    """
    subject = parse.child(verb, "nsubj")
    passive = parse.is_passive(verb)
    if subject is None and parse.dep[verb] == "conj":
        subject = parse.child(parse.head[verb], "nsubj")
    acts = not passive and parse.lemma[verb] not in limit("undergone")
    if subject is not None and acts and is_actor(parse, notes, subject) and not is_nobody(parse, subject):
        start = after
        if start is None:
            lefts = [
                parse.left[c]
                for c in parse.children[verb]
                if subject < c < verb and parse.dep[c] in ("aux", "advmod", "neg")
            ]
            start = min([verb, *lefts])
            if parse.tag[start] == "MD" or parse.lower[start] == "to":
                start += 1
        return (start, clause_end(parse, verb, start)), parse.members(subject)
    first = subject if subject is not None else parse.child(verb, "nsubjpass", "expl", "csubj", "attr")
    start = verb if first is None else min(parse.left[first], verb)
    addressees = agents(parse, notes, verb) if passive else []
    if subject is not None and not addressees and parse.lemma[subject] in limit("mutual") | limit("stopping"):
        addressees = noun_content(parse, notes, subject)[1]
    return (start, clause_end(parse, verb, start)), addressees


def is_nobody(parse: Parse, subject: int) -> bool:
    """Whether a subject is "nobody", "no soldier", "neither side": what it is not to do is said by the whole clause."""
    none = ("no", "neither", "nobody", "none")
    owners = [k for c in parse.children[subject] if parse.dep[c] == "poss" for k in (c, *parse.children[c])]
    return parse.lower[subject] in none[1:] or any(parse.lower[c] in none for c in (*parse.children[subject], *owners))


def agents(parse: Parse, notes: Annotations, verb: int) -> list[int]:
    """Who is to do what a passive says: "must be ratified by parliament"."""
    agent = parse.child(verb, "agent")
    found = None if agent is None else parse.child(agent, "pobj")
    return parse.conjuncts(found) if found is not None and is_actor(parse, notes, found) else []


def noun_content(parse: Parse, notes: Annotations, noun: int) -> tuple[tuple[int, int], list[int]]:
    """Content and addressees of a noun phrase that is wanted: "talks between X and Y", "an end to X's attacks"."""
    start, stop = parse.left[noun], parse.right[noun] + 1
    for c in parse.children[noun]:
        if c > noun and parse.dep[c] == "conj" and parse.is_verb(c):
            stop = min(stop, before_conjunct(parse, parse.left[c]))
    stop = end_of_content(parse, start, stop)
    lemma = parse.lemma[noun]
    addressees: list[int] = []
    for c in parse.children[noun]:
        if lemma in limit("mutual") and parse.lower[c] == "between":
            found = parse.child(c, "pobj")
            if found is not None:
                addressees += [i for i in parse.conjuncts(found) if is_actor(parse, notes, i)]
        elif lemma in limit("stopping") and parse.lower[c] in ("to", "of"):
            found = parse.child(c, "pobj")
            if found is not None:
                addressees += _whose(parse, notes, found)
        elif lemma in limit("mutual") and c < noun and parse.dep[c] in ("amod", "compound", "nmod", "npadvmod", "poss"):
            pair = [i for i in range(parse.left[c], noun) if _is_name(notes, i)]
            if len(pair) > 1:
                addressees += [i for i in pair if i not in addressees]
    if lemma in limit("mutual") and not addressees:
        pair = [i for i in range(start, noun) if _is_name(notes, i)]
        if len(pair) == 2 and "-" in [*parse.lower[pair[0] : pair[1]], "-"] and pair[1] - pair[0] <= 3:
            addressees = pair
    return (start, stop), addressees


def _is_name(notes: Annotations, i: int) -> bool:
    return any(
        m.form == "name" and m.kind in ("Country", "Place", "Group", "Agency", "Party", "ArmedGroup")
        for m in notes.at_root.get(i, ())
    )


def _whose(parse: Parse, notes: Annotations, noun: int) -> list[int]:
    for c in parse.children[noun]:
        if parse.dep[c] == "poss" and is_actor(parse, notes, c):
            return parse.conjuncts(c)
        if parse.lower[c] == "by":
            found = parse.child(c, "pobj")
            if found is not None and is_actor(parse, notes, found):
                return parse.conjuncts(found)
    return []
