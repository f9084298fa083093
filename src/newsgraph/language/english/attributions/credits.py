"""Sources that are named beside what they say: "according to X", headlines with a colon, credits of pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import Saying
from newsgraph.language.english.syntax.speech.finite_clauses import FINITE

_CREDITED = re.compile(r"(?:Image|Photo|Picture|Photograph|Graphic|Credit)s?(?: credit| by)?:")
_CREDIT = re.compile(
    r"(?:(?<=\n)|(?<=[\w.?!)\"”] )|^)"
    rf"(?:File )?{_CREDITED.pattern}[ ]*"
    r"([^\n]{2,90}?)\.?(?=[ \t]*(?:\n|$))"
)

_TWEET = re.compile(
    r"(?:\s*(?:https?://|pic\.twitter\.com/)\S+)*\s*(?:--|[—–])\s*"
    r"([A-Z][^\n()—–]{1,50}?) \(@\w{2,15}\)(?= [A-Z][a-z]+\.? \d{1,2}, \d)"
)
"""The name, handle and day under a message of Twitter, with the links at its end."""
_JOINS = frozenset(("that", "and", "but"))
_LONGEST_TWEET = 300
_SENTENCE_END = re.compile(r"[.!?…][\"”’)]*\s+")
_TELLERS = frozenset(
    ("report", "study", "poll", "survey", "source", "official", "analyst", "expert", "police", "minister")
)


def find_according(parse: Parse) -> Iterator[Saying]:
    """According to X, ...; ..., according to X."""
    lower = parse.lower
    for i in parse.at("according"):
        if lower[i + 1 : i + 2] != ["to"] or i > parse.size - 3:
            continue
        source = parse.child(i + 1, "pobj")
        if source is None:
            source = parse.child(i, "pobj")
        if source is None:
            source = _last_noun(parse, i + 2)
        if source is None or parse.tag[i - 1] in ("WDT", "WP"):
            continue  # "a ship which according to X was empty"
        top = _clause_head(parse, i)
        if top == i or (top < i + 2 and parse.head[top] != top):
            top = parse.head[top]
        phrase_end = max(parse.noun_phrase(source)[1], _phrase_end(parse, source))
        start, stop = parse.sent_start[i], parse.sent_end[i]
        before, after = parse.trim(start, i), parse.trim(phrase_end, stop)
        opens = before[1] <= before[0] or before[1] - before[0] <= 2
        if _parts_subject(parse, _clause_head(parse, top), before, after):
            tokens = (start, _clause_end(parse, after[0], stop))
        elif opens or lower[i - 1] in _JOINS or (lower[i - 1] == "," and lower[i - 2] in _JOINS):
            tokens = after
        else:
            tokens = (_last_clause(parse, i, before[0]), before[1])
            if lower[i - 1] != "," and after[1] - after[0] > 4:
                tokens = (max(parse.left[top], start), before[1])
        if tokens[1] - tokens[0] > 1:
            yield Saying(source, (i, i + 2), parse.characters(*tokens))


def _parts_subject(parse: Parse, verb: int, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether the source stands between subject and verb: "the cause, according to X, is unknown"."""
    if before[1] <= before[0] or after[1] <= after[0]:
        return False
    subject = parse.child(verb, "nsubj", "nsubjpass", "expl")
    if verb >= after[0] and subject is not None:
        return before[0] <= subject < before[1]
    bare = not any(parse.is_verb(i) for i in range(*before)) and parse.pos[before[1] - 1] in ("NOUN", "PROPN", "PRON")
    return bare and parse.tag[after[0]] in FINITE


def _clause_head(parse: Parse, i: int) -> int:
    """The verb of the clause that a word stands in."""
    while parse.head[i] != i and parse.pos[i] not in ("VERB", "AUX"):
        i = parse.head[i]
    return i


def _clause_end(parse: Parse, verb: int, stop: int) -> int:
    """Where a clause ends: before a semicolon, or with its sentence."""
    end = next((i for i in range(verb + 1, stop) if parse.lower[i] in (";", ":")), stop)
    return parse.trim(verb, end)[1]


def _last_clause(parse: Parse, according: int, start: int) -> int:
    """Where the last of joined clauses before "according to" begins: "It paid, and | its boss left, according to".

    The clauses before it may be the paper's own.
    """
    for i in range(according - 1, start, -1):
        if parse.dep[i] != "conj" or not parse.is_verb(i) or parse.dep[parse.head[i]] not in ("ROOT", "conj"):
            continue
        subject = parse.child(i, "nsubj", "nsubjpass", "expl")
        if subject is not None and parse.pos[subject] != "PRON":
            return parse.trim(parse.left[i], according)[0]
    return start


def _phrase_end(parse: Parse, source: int) -> int:
    """Where the phrase of a source ends: before the comma or verb that follows it."""
    stop = parse.right[source] + 1
    if parse.pos[parse.head[source]] == "VERB" and parse.dep[source] == "dobj":
        return stop
    apposed = ("WP", "WDT", "DT", "NN", "NNP")
    ends = (i for i in range(source + 1, stop) if parse.lower[i] == "," and parse.tag[i + 1] not in apposed)
    return next(ends, stop)


def _last_noun(parse: Parse, start: int) -> int | None:
    """The last noun before a mark, where the parser takes a name such as "show insiders" for a clause."""
    stop = next((i for i in range(start, parse.sent_end[start]) if parse.pos[i] == "PUNCT"), parse.sent_end[start])
    return next((i for i in range(stop - 1, start - 1, -1) if parse.pos[i] in ("NOUN", "PROPN")), None)


def find_tweets(parse: Parse) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Messages with name, handle and day under them: characters of source and content.

    The content is the line or paragraph above; of one that is too long, for the text runs on in it, the last sentence.
    """
    text = parse.text
    if "(@" not in text:
        return
    for match in _TWEET.finditer(text):
        begin = text.rfind("\n", 0, match.start()) + 1
        if match.start() - begin > _LONGEST_TWEET:
            ends = [found.end() for found in _SENTENCE_END.finditer(text, begin, match.start())]
            begin = ends[-1] if ends else match.start()
        content = text[begin : match.start()].strip()
        if len(content.split()) > 2:
            first = text.index(content, begin)
            yield match.span(1), (first, first + len(content))


def find_credits(parse: Parse) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Captions with the name credited for the picture: characters of source and content."""
    text = parse.text
    if _CREDITED.search(text) is None:
        return
    for match in _CREDIT.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        if match.start() - line < 3:
            line = text.rfind("\n", 0, max(0, line - 2)) + 1
        content = text[line : match.start()]
        stripped = content.strip()
        if len(stripped) > 3 and len(stripped) < 400:
            begin = line + content.index(stripped)
            yield match.span(1), (begin, begin + len(stripped))


def find_heading_sources(parse: Parse, headings: set[int], actors: frozenset[int]) -> Iterator[Saying]:
    """Headlines such as "Reports: ...", "Minister: ..." and "...: police"; `actors` are head words of mentions."""
    for start in headings:
        stop = parse.sent_end[start]
        for i in range(start + 1, min(start + 6, stop - 3)):
            if parse.lower[i] != ":":
                continue
            source = i - 1
            if source in actors or parse.lower[source].rstrip("s") in _TELLERS:
                tokens = parse.trim(i + 1, stop)
                if any(parse.is_verb(k) for k in range(*tokens)):
                    cue = (source, i) if source not in actors else (i, i + 1)
                    yield Saying(source, cue, parse.characters(*tokens))
            break
