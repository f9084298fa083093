"""Where the content of a proposal begins and ends, and who is to do it."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.coreference.actors import is_actor
from newsgraph.language.english.proposals.cues import limit
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import attribution_cues

_QUOTES = frozenset(('"', "“", "”", "``", "''", "'", "‘", "’"))
_DASHES = frozenset(("--", "—"))
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_CONCEDING = frozenset(("although", "though", "whereas"))
_PARTIAL = frozenset(("not", "only", "just", "simply", "partly"))
_BREAKS = frozenset((",", "–", "—"))
_RELATIVE = frozenset(("WDT", "WP", "WRB", "WP$"))


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
            stop = min(stop, parse.left[c])
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


def end_of_content(parse: Parse, start: int, stop: int) -> int:
    """Before a non-restrictive clause at the end or somebody else's, and without marks at the edge."""
    inside = range(start + 1, stop - 1)
    stop = next((i for i in inside if _comment_at(parse, i, stop) or foreign_at(parse, i, stop)), stop)
    stop = parse.trim(start, stop)[1]
    return stop


def _comment_at(parse: Parse, i: int, stop: int) -> bool:
    """Whether a mark opens what is no content: ", according to", ": “...", ", an offer that ...", ", which ..."."""
    mark, following = parse.lower[i], parse.lower[i + 1]
    if mark in _DASHES or (mark in ("-", "–") and _is_spaced(parse, i)):
        return parse.pos[i + 1] not in ("ADP", "CCONJ")
    if mark not in _BREAKS:
        return mark == ":" and following in _QUOTES
    if following == "according" or _reports(parse, i) or (following in ("a", "an") and _tells_of_it(parse, i, stop)):
        return True
    if parse.tag[i + 1] not in _RELATIVE or following == "when":
        return False
    clause = parse.head[i + 1]
    return parse.dep[clause] in ("relcl", "advcl") and parse.right[clause] >= stop - 2


def _is_spaced(parse: Parse, i: int) -> bool:
    return parse.end[i - 1] < parse.begin[i] and parse.end[i] < parse.begin[i + 1]


def _tells_of_it(parse: Parse, comma: int, stop: int) -> bool:
    """Whether an apposition tells more of what stands last, or of all: ", a move that X opposed"."""
    nouns = [i for i in range(comma + 2, min(comma + 7, stop)) if parse.dep[i] == "appos"]
    return any(parse.right[i] >= stop - 2 and parse.child(i, "relcl", "acl") is not None for i in nouns)


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
    if parse.dep[c] == "prep" and parse.lower[c] in ("following", "amid", "despite"):
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


def clause_parts(parse: Parse, notes: Annotations, verb: int) -> tuple[tuple[int, int], list[int]]:
    """Content and addressees of a clause that is to come true.

    Where its subject is to act, the subject is the addressee and the rest the content, without a modal; else the
    content is the clause from its subject on.
    """
    subject = parse.child(verb, "nsubj")
    passive = parse.is_passive(verb)
    acts = not passive and parse.lemma[verb] not in limit("undergone")
    if subject is not None and acts and is_actor(parse, notes, subject) and not is_nobody(parse, subject):
        helpers = [c for c in parse.children[verb] if subject < c < verb and parse.dep[c] in ("aux", "advmod", "neg")]
        start = min([verb, *(parse.left[c] for c in helpers)])
        if parse.tag[start] == "MD" or parse.lower[start] == "to":
            start += 1 + (parse.lower[start + 1] in ("not", "n't", "n’t"))
        return (start, clause_end(parse, verb, start)), parse.members(subject)
    first = subject if subject is not None else parse.child(verb, "nsubjpass", "expl", "csubj", "attr")
    start = verb if first is None else min(parse.left[first], verb)
    return (start, clause_end(parse, verb, start)), agents(parse, notes, verb) if passive else []


def phrase(parse: Parse, start: int, last: int) -> tuple[int, int]:
    """What is wanted from a token on to the end of what a word governs."""
    return start, end_of_content(parse, start, parse.right[last] + 1)


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


def foreign_at(parse: Parse, i: int, stop: int) -> bool:
    """Whether a word inside of a content opens a clause that is somebody else's, or a comment."""
    return parse.dep[i] == "mark" and _is_aside(parse, i, stop)


def _is_aside(parse: Parse, mark: int, stop: int) -> bool:
    """Whether a clause at the end concedes, gives a reason or tells what goes on meanwhile: it is not to be done."""
    verb = parse.head[mark]
    if mark > verb or parse.right[verb] < stop - 2 or parse.child(verb, *_SUBJECTS) is None:
        return False
    word, after_comma = parse.lower[mark], parse.lower[mark - 1] == ","
    if word in _CONCEDING:
        return True
    if word == "while":
        return parse.tag[verb] == "VBD" and parse.child(verb, "auxpass") is None
    if word == "because":
        denied = any(parse.dep[c] == "neg" for c in parse.children[parse.head[verb]])
        return not denied and parse.lower[mark - 1] not in _PARTIAL
    return word == "as" and after_comma and parse.tag[verb] != "VB"


def with_rest(parse: Parse, start: int, stop: int) -> int:
    """The end of a content with the last of a list, where the parser joins that to a word above that it does not fit.

    "Apologise for the raid | and withdraw", joined to "calling"; "with friends in Chad | and the region", to a verb.
    """
    end = parse.sent_end[start]
    joint = stop + 1 if stop < end and parse.lower[stop] == "," else stop
    if not start < stop or joint + 1 >= end or parse.lower[joint] != "and":
        return stop
    last = next((i for i in range(joint + 1, min(joint + 6, end)) if parse.dep[i] == "conj"), start)
    above, form = parse.head[last], _form(parse, last)
    fits = above < start and form != _form(parse, above) and form in [_form(parse, i) for i in range(start, stop)]
    return stop if not fits or parse.child(last, *_SUBJECTS) is not None else parse.right[last] + 1


def _form(parse: Parse, i: int) -> str:
    return "noun" if parse.pos[i] in ("NOUN", "PROPN") else parse.tag[i]
