"""Indirect speech and thought: the clauses that verbs, nouns and adjectives of saying govern."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsgraph.language.english.attributions.phrase_contents import (
    infinitive_content,
    judged_content,
    object_content,
    prepositional_content,
)
from newsgraph.language.english.attributions.unsaid import is_negated, is_only_possible, is_supposed, is_unsaid
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import AttributionCue, Saying, attribution_cues, cue_lemma
from newsgraph.language.english.syntax.speech.finite_clauses import FINITE, SUBJECTS, is_clause
from newsgraph.language.english.syntax.speech.joined_clauses import speaker
from newsgraph.language.english.syntax.speech.reported_contents import reported_clause, without_setting

_NO_SOURCE = frozenset(("it", "there", "this", "that", "which", "what"))
_SAID_BY_IT = frozenset(
    "say state claim warn argue announce estimate conclude predict allege report add note stress insist maintain "
    "acknowledge admit declare contend complain reiterate disclose".split()
)
_MAKING = frozenset(
    "make issue have express voice raise repeat reiterate give hold renew publish file release say tell come reach "
    "draw send deliver offer share take launch form get show".split()
)


def find_reported_clauses(parse: Parse) -> Iterator[Saying]:
    """What is said, thought or shown in clauses; contents are characters, to be stretched over quotations."""
    verbs, nouns, adjectives = attribution_cues("verb"), attribution_cues("noun"), attribution_cues("adjective")
    lemma, tag = parse.lemma, parse.tag
    for i in range(parse.size):
        first = tag[i][:1]
        if first == "V":
            cue = verbs.get(cue_lemma(parse, i)) or verbs.get(lemma[i])
            if cue is not None:
                yield from _of_verb(parse, i, cue)
            elif tag[i] == "VBN" and parse.lower[i] in adjectives:
                yield from _of_adjective(parse, i, adjectives[parse.lower[i]])
        elif first == "N":
            cue = nouns.get(lemma[i])
            if cue is not None:
                yield from _of_noun(parse, i, cue)
        elif first == "J":
            cue = adjectives.get(lemma[i])
            if cue is not None:
                yield from _of_adjective(parse, i, cue)


def _of_verb(parse: Parse, verb: int, cue: AttributionCue) -> Iterator[Saying]:
    if parse.dep[verb] in ("amod", "compound"):
        return
    if is_unsaid(parse, verb, cue) or is_supposed(parse, verb):
        return
    if cue.sort == "request" and parse.child(verb, "prt") is not None:
        return  # "called out the press"
    if cue.sort in ("thought", "perception") and is_only_possible(parse, verb) and not is_negated(parse, verb):
        return
    if cue.sort == "perception" and (is_negated(parse, verb) or _is_watched(parse, verb)):
        return
    source = speaker(parse, verb)
    if source is None or (
        parse.lower[source] in _NO_SOURCE
        and not _is_told_by_it(parse, verb, source)
        and parse.child(verb, "expl") is None
        and cue.sort != "evidence"
    ):
        return
    found = (read(parse, verb, source) for takes, read in _CONTENTS if takes in cue.takes)
    tokens = next((span for span in found if span is not None), None)
    if tokens is not None:
        tokens = without_setting(parse, verb, *tokens)
        for part in _parts(parse, tokens, verb, source):
            yield Saying(source, (verb, verb + 1), parse.characters(*part), cue.sort)


_CONTENTS: tuple[tuple[str, Callable[[Parse, int, int], tuple[int, int] | None]], ...] = (
    ("clause", reported_clause),
    ("to", lambda parse, verb, source: infinitive_content(parse, verb)),
    ("object-to", lambda parse, verb, source: infinitive_content(parse, verb) if _asks_somebody(parse, verb) else None),
    ("on-to", lambda parse, verb, source: infinitive_content(parse, verb, "on")),
    ("for", lambda parse, verb, source: prepositional_content(parse, verb, "for")),
    ("np", lambda parse, verb, source: object_content(parse, verb)),
    ("as", lambda parse, verb, source: judged_content(parse, verb)),
)
"""What a cue may take as its content, by its name in the lexicon, and how that is read; the first found counts."""


def _is_told_by_it(parse: Parse, verb: int, source: int) -> bool:
    """Whether "it" is a body or a document that speaks: "it says that ...", not "it goes without saying"."""
    finite = parse.tag[verb] in ("VBZ", "VBD") or any(
        parse.dep[c] == "aux" and parse.lower[c] in ("has", "had") for c in parse.children[verb]
    )
    told = parse.lower[source] == "it" and parse.lemma[verb] in _SAID_BY_IT
    return told and finite and parse.child(verb, "nsubj") == source


def _asks_somebody(parse: Parse, verb: int) -> bool:
    """Whether somebody is asked by somebody: in a headline's "MPs advised not to travel" nobody asks."""
    asked = any(parse.child(c, "nsubj") is not None for c in parse.children[verb] if c > verb)
    return asked or parse.child(verb, "dobj", "dative", "agent") is not None


def _is_watched(parse: Parse, verb: int) -> bool:
    """Whether somebody only saw something go on: "saw sales rise", not "saw that sales had risen".

    Who sees it now may foresee it: "economists see prices falling".
    """
    clause = parse.child(verb, "ccomp")
    if clause is None or parse.tag[clause] in FINITE or parse.tag[verb] in ("VBZ", "VBP"):
        return False
    return not any(parse.tag[c] in FINITE for c in parse.children[clause] if parse.dep[c] in ("aux", "auxpass"))


def _parts(parse: Parse, tokens: tuple[int, int], verb: int, source: int) -> list[tuple[int, int]]:
    """What is said on both sides of "X said", where each side is a clause; else the whole."""
    start, stop = tokens
    if not start < verb < stop:
        return [tokens]
    before = parse.trim(start, min(verb, parse.left[source] if source > start else verb))
    after = parse.trim(max(verb, parse.right[source] if source > verb else verb) + 1, stop)
    if not has_clause(parse, before):
        return [tokens]
    if parse.dep[after[0]] != "cc":
        return [tokens]
    second = after[0] + 1, after[1]
    if not _begins_with_subject(parse, second):
        goes_on = any(parse.dep[i] == "conj" and before[0] <= parse.head[i] < before[1] for i in range(*second))
        return [tokens] if goes_on else [before]
    return [before, second if parse.lower[after[0]] == "and" else after]


def _begins_with_subject(parse: Parse, tokens: tuple[int, int]) -> bool:
    """Whether the first finite verb has its subject before it: no "and went against what he had said"."""
    if any(parse.dep[i] in SUBJECTS and parse.left[i] == tokens[0] for i in range(*tokens)):
        return True
    finite = next((i for i in range(*tokens) if parse.tag[i] in FINITE), None)
    if finite is None:
        return False
    verb = parse.head[finite] if parse.dep[finite] in ("aux", "auxpass") else finite
    subject = next((c for c in parse.children[verb] if parse.dep[c] in SUBJECTS and tokens[0] <= c < finite), None)
    return subject is not None and not any(parse.is_verb(i) for i in range(tokens[0], parse.left[subject]))


def has_clause(parse: Parse, tokens: tuple[int, int]) -> bool:
    """Whether a verb with its subject stands among some tokens."""
    return any(parse.is_verb(i) and parse.child(i, "nsubj", "nsubjpass", "expl") is not None for i in range(*tokens))


def _of_noun(parse: Parse, noun: int, cue: AttributionCue) -> Iterator[Saying]:
    tokens = None
    for c in parse.children[noun]:
        if c > noun and parse.dep[c] in ("acl", "ccomp", "relcl", "appos") and is_clause(parse, c):
            first = parse.left[c]
            if parse.lower[first] == "that" and parse.dep[first] == "mark":
                tokens = parse.trim(first, parse.right[c] + 1)
    if tokens is None and "for" in cue.takes:
        tokens = prepositional_content(parse, noun, "for")
    if tokens is None:
        return
    source = noun_source(parse, noun)
    if source is not None and parse.lower[source] not in _NO_SOURCE:
        yield Saying(source, (noun, noun + 1), parse.characters(*tokens), cue.sort)


def noun_source(parse: Parse, noun: int) -> int | None:
    """Whose claim it is: a possessor, "by X", a name before it, or who makes it."""
    found = parse.child(noun, "poss")
    if found is not None:
        return found
    for c in parse.children[noun]:
        if parse.dep[c] in ("prep", "agent") and parse.lower[c] in ("by", "from", "of"):
            inner = parse.child(c, "pobj")
            if inner is not None and parse.pos[inner] in ("PROPN", "NOUN", "PRON"):
                return inner
        if c < noun and parse.dep[c] in ("compound", "nmod") and parse.pos[c] == "PROPN":
            return c
    verb = parse.head[noun]
    if parse.dep[noun] == "pobj":
        verb = parse.head[verb]
    elif parse.dep[noun] not in ("dobj", "attr"):
        return None
    return parse.subject(verb) if parse.is_verb(verb) and parse.lemma[verb] in _MAKING else None


def _of_adjective(parse: Parse, adjective: int, cue: AttributionCue) -> Iterator[Saying]:
    verb = adjective if parse.tag[adjective] == "VBN" else parse.head[adjective]
    if verb != adjective and parse.dep[adjective] not in ("acomp", "conj", "attr", "oprd"):
        return
    governed = parse.children[adjective] if verb == adjective else [*parse.children[adjective], *parse.children[verb]]
    for c in governed:
        if c > adjective and parse.dep[c] == "ccomp" and is_clause(parse, c):
            source = parse.patient(verb) if verb == adjective else parse.subject(verb)
            if source is None or parse.lower[source] in _NO_SOURCE or is_only_possible(parse, verb):
                return
            yield Saying(
                source,
                (adjective, adjective + 1),
                parse.characters(*parse.trim(parse.left[c], parse.right[c] + 1)),
                cue.sort,
            )
            return
