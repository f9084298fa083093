"""Statements without quotation marks: "X said:" at the end of a line, and the speaker's own paragraphs."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import Saying, attribution_cues
from newsgraph.language.english.syntax.speech.quotations import Quotation

_MARKS = frozenset(('"', "“", "``", "''", "‘", "«", "„"))


def find_statements(parse: Parse, notes: Annotations, quotations: list[Quotation]) -> list[Saying]:
    """The statements of a text, each to its end: where the speaker is spoken of again, or the text ends."""
    verbs = attribution_cues("verb")
    found: list[Saying] = []
    stop = 0
    for i in parse.at(":"):
        if i < stop or i > parse.size - 4 or "\n" not in parse.lower[i + 1]:
            continue
        first = i + 2
        if parse.lower[first] in _MARKS or any(q.start <= i < q.stop for q in quotations):
            continue
        for verb in range(i - 1, parse.sent_start[i] - 1, -1):
            cue = verbs.get(parse.lemma[verb]) if parse.tag[verb][:1] == "V" else None
            if cue is None or "quote" not in cue.takes:
                continue
            source = parse.subject(verb)
            if source is not None:
                stop = _end(parse, notes, first, source)
                start, last = parse.trim(first, stop)
                while last < parse.size and parse.lower[last] in (".", "!", "?") and last < stop:
                    last += 1
                if last - start > 5:
                    found.append(Saying(source, (verb, verb + 1), parse.characters(start, last), "speech"))
            break
    return found


def _end(parse: Parse, notes: Annotations, first: int, source: int) -> int:
    """The token after a statement: the paragraph that names its speaker as the subject is outside of it."""
    speakers = {id(m.entity) for m in notes.mentions_at(source)}
    paragraph = first
    for i in range(first, parse.size):
        if parse.tag[i] == "_SP" and "\n" in parse.doc[i].text:
            paragraph = i + 1
        elif paragraph > first and parse.dep[i] == "nsubj" and parse.pos[i] != "PRON":
            same = any(id(m.entity) in speakers for m in notes.mentions_at(i))
            if same or (parse.lower[i] == parse.lower[source] and parse.pos[i] in ("NOUN", "PROPN")):
                return paragraph
    return parse.size
