"""Direct speech: which word introduces a quotation, and who speaks."""

from __future__ import annotations

from bisect import bisect_left

from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import Saying, attribution_cues
from newsgraph.language.english.syntax.speech.joined_clauses import speaker
from newsgraph.language.english.syntax.speech.quotations import Quotation
from newsgraph.language.english.syntax.speech.reported_contents import reported_clause

_BEFORE = 30
_AFTER = 30
_TRANSITIVE = frozenset(("tell", "inform", "assure", "convince", "remind", "notify", "brief"))
_QUOTING = frozenset(("quote", "cite"))
_MARKS = "\"“‘«'`"
_CLOSING = "\"”'’»`"
_DASHES = frozenset("-–—")
"""Behind these stands who said what is quoted by itself."""
_GLUE = frozenset((",", ":", "that", "-", "–", "—", "("))


def find_quoted_speech(parse: Parse, quotations: list[Quotation]) -> list[Saying]:
    """The quotations that are somebody's words; each is marked as claimed."""
    inside = [False] * parse.size
    for quotation in quotations:
        for i in range(quotation.start, min(quotation.stop, parse.size)):
            inside[i] = True
    found: list[Saying] = []
    last: Saying | None = None
    last_end = -1
    for quotation in quotations:
        saying: Saying | None
        if _goes_on(parse, quotation):
            saying = _closed_by(parse, quotation, inside) or _introduced(parse, quotation, inside)
        else:
            saying = _introduced(parse, quotation, inside) or _closed_by(parse, quotation, inside)
        if saying is None and _stands_alone(parse, quotation):
            said = quotation.begin, quotation.end
            if last is not None and _follows(parse, last, last_end, quotation):
                saying = Saying(last.source, None, said, "continued")
            elif (verb := _reported_before(parse, quotation, inside)) is not None:
                saying = Saying(parse.subject(verb), (verb, verb + 1), said, polarity="asserted")
        if saying is None:
            continue
        quotation.claimed = True
        if last is not None and _is_one(parse, last, saying):
            last.parts = [*(last.parts or [last.content]), saying.content]
            last.content = last.content[0], saying.content[1]
        else:
            found.append(saying)
            last = saying
        last_end = quotation.end
    return found


def _is_one(parse: Parse, last: Saying, saying: Saying) -> bool:
    """Whether a quotation goes on, in the same paragraph, with what was interrupted: `"A," X said. "B."`."""
    if "\n" in parse.text[last.content[1] : saying.content[0]]:
        return False
    return saying.sort == "continued" or (saying.cue is not None and saying.cue == last.cue)


def _goes_on(parse: Parse, quotation: Quotation) -> bool:
    """Whether a quotation after a colon ends in a comma: who speaks is said behind it."""
    before, last = quotation.start - 1, quotation.stop - 2
    return before > 0 and parse.lower[before] == ":" and quotation.closed and parse.lower[last] == ","


def _introduced(parse: Parse, quotation: Quotation, inside: list[bool]) -> Saying | None:
    """By a cue before it: `X said, "..."`, `X said: "..."`, `a letter reads "..."`."""
    verbs = attribution_cues("verb")
    i = quotation.start - 1
    while i >= 0 and parse.tag[i] == "_SP":
        i -= 1
    if i < 0 or inside[i]:
        return None
    mark = parse.lower[i]
    if mark in (".", "?", "!"):
        return None
    colon = mark == ":"
    glued = mark in _GLUE
    if not glued and not _begins_clause(parse, quotation):
        return None
    start = parse.sent_start[i]
    fallback: int | None = None
    steps = 0
    while i >= start and steps < _BEFORE:
        if inside[i] and not colon:
            break
        if parse.tag[i][:1] == "V" and not inside[i]:
            cue = verbs.get(parse.lemma[i])
            if cue is not None and "quote" in cue.takes and (glued or _reaches(parse, i, quotation)):
                source = _quoted_by(parse, i)
                source = speaker(parse, i) if source is None else source
                clause = reported_clause(parse, i, source) if mark == "," else None
                if clause is not None and i < clause[0] < quotation.start - 1:
                    return None
                if (source is not None and not inside[source]) or colon:
                    content = with_subject(parse, (quotation.begin, quotation.end), i + 1)
                    return Saying(source, (i, i + 1), content, cue.sort)
            if fallback is None and parse.pos[i] == "VERB" and parse.subject(i) is not None:
                fallback = i
        if not glued and mark != parse.lower[i] and parse.lower[i] in (",", ";"):
            break
        i -= 1
        steps += 1
    if colon and fallback is not None and quotation.size > 6:
        return Saying(parse.subject(fallback), (fallback, fallback + 1), (quotation.begin, quotation.end))
    return None


def _begins_clause(parse: Parse, quotation: Quotation) -> bool:
    """Whether it can be a statement of its own: some words with a verb among them."""
    if quotation.size < 5:
        return False
    return any(parse.is_verb(i) for i in range(quotation.start, min(quotation.stop, parse.size)))


def _reaches(parse: Parse, verb: int, quotation: Quotation) -> bool:
    """Whether a verb that is not followed by a mark governs what the quotation begins with."""
    i = verb + 1
    while i < quotation.start:
        if parse.is_verb(i) or parse.pos[i] in ("SCONJ", "CCONJ"):
            return False
        i += 1
    return quotation.start - verb <= 1 or parse.doc[quotation.start + 1].is_title


def _closed_by(parse: Parse, quotation: Quotation, inside: list[bool]) -> Saying | None:
    """By a cue after it: `"..." X said`, `"...," said X`, `"...", according to X`."""
    i = quotation.stop
    if i >= parse.size or quotation.size < 3:
        return None
    inner = parse.lower[quotation.stop - 2] if quotation.closed else ""
    follows = parse.lower[i]
    if inner not in (",", "?", "!", "—", "–", "...", "…", ".", "?!") and follows not in (",", "—", "–", "-"):
        return None
    if parse.tag[i] == "_SP" and "\n" in parse.doc[i].text:
        return None
    verbs = attribution_cues("verb")
    last = min(i + _AFTER, parse.size)
    steps = 0
    while i < last and steps < _AFTER:
        word = parse.lower[i]
        if (
            inside[i]
            or word in (".", ";")
            or (word in ("and", "but", "or", "while", "with") and steps < 3)
            or (parse.tag[i] == "_SP" and "\n" in parse.doc[i].text)
        ):
            return None
        if word == "according" and i + 1 < parse.size and parse.lower[i + 1] == "to":
            return Saying(parse.child(i + 1, "pobj"), (i, i + 2), (quotation.begin, quotation.end))
        if parse.tag[i][:1] == "V":
            cue = verbs.get(parse.lemma[i])
            reduced = parse.dep[i] == "acl" and parse.child(i, "agent") is not None  # "the paper, written by X, said"
            if cue is None or "quote" not in cue.takes or parse.tag[i] == "VBG" or reduced:
                if parse.pos[i] == "AUX" or parse.dep[i] in ("relcl", "acl", "amod"):
                    i += 1
                    steps += 1
                    continue
                return None
            if inner == "." and not _only_says(parse, i):
                return None  # a quotation that is closed by a full stop is not the next sentence's
            source = _speaker_near(parse, i, quotation.stop, inside)
            content = with_subject(parse, (_begin(parse, quotation, inside), quotation.end))
            return None if source is None else Saying(source, (i, i + 1), content, cue.sort)
        i += 1
        steps += 1
    return None


def _only_says(parse: Parse, verb: int) -> bool:
    """Whether a clause is a bare "X said" that has no content of its own."""
    told = parse.child(verb, "dobj") if parse.lemma[verb] not in _TRANSITIVE else None
    return told is None and parse.child(verb, "ccomp", "xcomp", "prep", "acomp", "attr") is None


def _begin(parse: Parse, quotation: Quotation, inside: list[bool]) -> int:
    """The start of the sentence that a quotation continues: `We need to "make sure ...," she said`."""
    start, first = parse.sent_start[quotation.start], quotation.start + 1
    if first >= parse.size or parse.doc[first].is_title or not 0 < quotation.start - start <= 8:
        return quotation.begin
    if any(inside[i] or parse.tag[i] == "_SP" or parse.lower[i] in (":", ",") for i in range(start, quotation.start)):
        return quotation.begin
    return parse.begin[start]


def _quoted_by(parse: Parse, verb: int) -> int | None:
    """Whom somebody else quotes: "the agency quoted the minister as saying"."""
    if parse.lemma[verb] not in _QUOTING or not parse.has_child(verb, "as", "prep", "mark", "advmod"):
        return None
    return parse.child(verb, "dobj")


def _speaker_near(parse: Parse, verb: int, start: int, inside: list[bool]) -> int | None:
    if (quoted := _quoted_by(parse, verb)) is not None:
        return quoted
    source = parse.subject(verb)
    if source is not None and not inside[source] and source >= start:
        return source
    for i in range(verb - 1, start - 1, -1):
        if parse.pos[i] in ("NOUN", "PROPN", "PRON"):
            return _top(parse, i, start, verb)
    if parse.lemma[verb] in _TRANSITIVE:
        return None
    i = verb + 1
    while i < parse.size and i < verb + 12 and parse.lower[i] not in (".", ",", ";"):
        if parse.pos[i] in ("NOUN", "PROPN", "PRON") and parse.dep[i] != "compound" and not inside[i]:
            return i
        i += 1
    return None


def _top(parse: Parse, i: int, start: int, stop: int) -> int:
    """The head of the noun phrase of a word, as far as it lies between two tokens."""
    while parse.head[i] != i and start <= parse.head[i] < stop and parse.pos[parse.head[i]] in ("NOUN", "PROPN", "ADP"):
        i = parse.head[i]
    return i


def _stands_alone(parse: Parse, quotation: Quotation) -> bool:
    """Whether a quotation is a paragraph, or a sentence, of its own."""
    if quotation.size < 6 or (not quotation.closed and quotation.size < 10):
        return False
    text = parse.text
    before = text[: quotation.begin].rstrip(" ")
    opens = not before or before[-1] == "\n" or before[-1] in ".?!"
    after = text[quotation.end : quotation.end + 3]
    first = after.strip()[:1]
    ends = not first or (first not in _DASHES and (after[0] == "\n" or (after[0] == " " and not first.islower())))
    inner = text[quotation.begin : quotation.end].rstrip(_CLOSING)
    return opens and ends and inner[-1:] in (".", "?", "!", "…")


def _follows(parse: Parse, last: Saying, last_end: int, quotation: Quotation) -> bool:
    """Whether a quotation that stands alone follows quoted speech with nothing between but who says it."""
    text = parse.text
    between = text[last_end : quotation.begin]
    if "\n" in between and text[:last_end].rstrip(_CLOSING)[-1:] == "?" and text[last_end - 1] in _CLOSING:
        return False  # who is asked may answer
    if between.count("\n\n") > 1:
        return False
    if "." not in between[:-1].rstrip():
        return True
    reports = parse.sent_end[min(bisect_left(parse.begin, last_end), parse.size - 1)] >= quotation.start - 1
    if text[quotation.end : quotation.end + 1] == " ":  # in a text whose paragraphs are run together
        return reports and last.cue is not None and last_end <= parse.begin[last.cue[0]]
    return reports or len(between.split()) <= 12


def _reported_before(parse: Parse, quotation: Quotation, inside: list[bool]) -> int | None:
    """By what verb the sentence before reports what is quoted here, too: `X said it was late. "We must go."`."""
    i = quotation.start - 1
    while i > 0 and parse.tag[i] == "_SP":
        i -= 1
    if i < 1 or parse.lower[i] != "." or inside[i]:
        return None
    verb = next((k for k in range(parse.sent_start[i], i) if parse.head[k] == k and parse.tag[k][:1] == "V"), None)
    cue = None if verb is None else attribution_cues("verb").get(parse.lemma[verb])
    if verb is None or inside[verb] or cue is None or "quote" not in cue.takes:
        return None
    source = parse.subject(verb)
    return None if source is None or reported_clause(parse, verb, source) is None else verb


def with_subject(parse: Parse, content: tuple[int, int], first: int = 0) -> tuple[int, int]:
    """The characters of a quotation from the subject of its verb, if that stands before it, at `first` or later."""
    begin, end = content
    start, stop = bisect_left(parse.begin, begin + 1), bisect_left(parse.begin, end)
    if parse.text[begin] not in _MARKS or start >= stop or not parse.doc[start].text[:1].islower():
        return content
    for i in range(start, stop):
        if not parse.is_verb(i) or start <= parse.head[i] < i:
            continue
        subject = parse.child(i, "nsubj", "nsubjpass", "csubj", "expl")
        if subject is None or not max(first, parse.sent_start[i]) <= subject < start:
            return content
        if any(parse.lower[k] in (":", ";") or parse.tag[k] == "_SP" for k in range(subject, start)):
            return content
        return parse.begin[max(first, parse.left[subject])], end
    return content
