"""Where the words of a content are not what the parser hangs below its verb: foreign clauses in it, lists cut short."""

from __future__ import annotations

from newsgraph.language.english.proposals.cues import cue_words
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import attribution_cues

_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_CONCEDING = frozenset(("although", "though", "whereas"))
_FINITE = frozenset(("VBZ", "VBP", "VBD"))
_DASHES = frozenset(("-", "–"))
_THREATENING = frozenset(("will", "would", "could", "may", "might", "risk", "'ll", "’ll"))
_SAID = frozenset(("claim", "allegation", "accusation", "suggestion", "fear", "report", "rumour", "rumor"))
_RELATIVE = frozenset(("WDT", "WP"))
_PARTIAL = frozenset(("not", "only", "just", "simply", "partly"))
_LONGEST_REPORTER = 14


def foreign_at(parse: Parse, i: int, stop: int) -> bool:
    """Whether a word inside of a content opens a clause that is somebody else's, or a comment."""
    lower = parse.lower[i]
    if lower in _DASHES:
        return _is_dash(parse, i) and _comments(parse, i, stop)
    if lower == ",":
        return _is_reported(parse, i)
    if lower == "but":
        return _tells_otherwise(parse, i)
    if lower == "or":
        return _threatens(parse, i)
    if lower == "even" and parse.lower[i + 1] in _CONCEDING:
        i += 1
    return parse.dep[i] == "mark" and _is_aside(parse, i, stop)


def _is_dash(parse: Parse, i: int) -> bool:
    return 0 < i < parse.size - 1 and parse.end[i - 1] < parse.begin[i] and parse.end[i] < parse.begin[i + 1]


def _comments(parse: Parse, dash: int, stop: int) -> bool:
    """Whether the words behind a dash are a sentence: "- that is too late", "- or people will suffer"."""
    if any(_is_dash(parse, i) and parse.lower[i] in _DASHES for i in range(dash + 1, stop)):
        return False
    told = dash + 1
    by = parse.lower[told + 1 : told + 2] in (["by"], ["as"])
    if by and parse.tag[told] == "VBN" and parse.lemma[told] not in cue_words():
        return True
    if parse.lower[dash + 1] == "or" and any(w in _THREATENING for w in parse.lower[dash + 3 : dash + 10]):
        return True
    subject = dash + 1
    while parse.dep[subject] in ("det", "compound", "poss", "amod", "nummod", "case") and subject + 1 < stop:
        subject += 1
    verb = parse.head[subject]
    if parse.dep[subject] not in _SUBJECTS or (parse.tag[subject] in _RELATIVE and parse.lower[subject] != "that"):
        return False
    return dash < verb and _is_finite(parse, verb)


def _is_finite(parse: Parse, verb: int) -> bool:
    if parse.tag[verb] == "VBP":
        return parse.child(verb, *_SUBJECTS) is not None
    helped = (c for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass"))
    return parse.tag[verb] in _FINITE or any(parse.tag[c] in _FINITE or parse.tag[c] == "MD" for c in helped)


def _is_reported(parse: Parse, comma: int) -> bool:
    """Whether the rest of the sentence says who says it: ", a study by the bank claims", ", the mayor said Monday"."""
    end = parse.sent_end[comma]
    for verb in range(comma + 2, min(comma + _LONGEST_REPORTER, end)):
        if parse.lower[verb] in (",", ":", ";", "and", "that", "who", "which"):
            return False
        if parse.tag[verb] in _FINITE:
            subject = parse.child(verb, *_SUBJECTS)
            before = subject is None or (comma < parse.left[subject] <= comma + 2 and subject < verb)
            return before and _reports(parse, comma + 1, verb) and _ends_behind(parse, verb, end)
        if parse.tag[verb] in ("VB", "MD", "TO", "VBG"):
            return False
    return False


def _reports(parse: Parse, first: int, verb: int) -> bool:
    known = attribution_cues("verb").get(parse.lemma[verb])
    opens = parse.pos[first] in ("DET", "PROPN", "PRON", "NOUN", "ADJ") and parse.tag[first] not in ("WP", "WDT")
    return opens and known is not None and known.sort != "thought"


def _ends_behind(parse: Parse, verb: int, end: int) -> bool:
    """Whether the sentence ends behind a verb, but for a day: "announced Monday"."""
    i = verb + 1
    while i < end and (i in parse.times or parse.lower[i] in ("on", "last", "today", "yesterday", "here")):
        i += 1
    return i >= end or parse.lower[i] in (".", ",") or parse.pos[i] == "SPACE"


def _tells_otherwise(parse: Parse, but: int) -> bool:
    """Whether "but" opens a sentence of its own that tells how things are: "but so far he has only ..."."""
    for verb in range(but + 1, min(but + 12, parse.sent_end[but])):
        if parse.lower[verb] in (",", ";", "that", "which", "who"):
            return False
        if parse.tag[verb] in _FINITE:
            above = parse.head[verb] if parse.dep[verb] in ("aux", "auxpass") else verb
            subject = parse.child(above, *_SUBJECTS)
            return subject is not None and but < subject < verb and parse.tag[subject] not in ("WP", "WDT")
        if parse.tag[verb] in ("VB", "TO", "MD"):
            return False
    return False


def _threatens(parse: Parse, word: int) -> bool:
    """Whether "or" opens what happens else: "pay their debts or they will lose the house"."""
    for i in range(word + 2, min(word + 9, parse.sent_end[word])):
        if parse.lower[i] in _THREATENING:
            subject = parse.child(parse.head[i], *_SUBJECTS)
            return subject is not None and word < subject < i and parse.left[subject] <= word + 2
        if parse.is_verb(i) or parse.lower[i] in (",", ";"):
            return False
    return False


def _is_aside(parse: Parse, mark: int, stop: int) -> bool:
    """Whether a clause at the end concedes, gives a reason or tells what goes on meanwhile: it is not to be done."""
    verb = parse.head[mark]
    if mark > verb or parse.right[verb] < stop - 2 or parse.child(verb, *_SUBJECTS) is None:
        return False
    word, after_comma = parse.lower[mark], parse.lower[mark - 1] == ","
    if word in _CONCEDING:
        return _is_finite(parse, verb)
    if word == "while":
        return parse.tag[verb] == "VBD" and parse.child(verb, "auxpass") is None
    if word == "because":
        denied = any(parse.dep[c] == "neg" for c in parse.children[parse.head[verb]])
        return not denied and parse.lower[mark - 1] not in _PARTIAL
    return word == "as" and after_comma and _is_finite(parse, verb) and parse.tag[verb] != "VB"


def with_rest(parse: Parse, start: int, stop: int) -> int:
    """The end of a content with the rest of a list, of a name or of a clause that the parser hangs elsewhere."""
    if not start < stop < parse.size - 1 or stop >= parse.sent_end[start]:
        return stop
    for find in (_rest_of_verbs, _rest_of_nouns, _name_behind, _what_is_said):
        further = find(parse, start, stop)
        if further is not None and stop < further <= parse.sent_end[start]:
            return parse.trim(start, further)[1]
    return stop


def _rest_of_verbs(parse: Parse, start: int, stop: int) -> int | None:
    """Verbs joined to one of the content by their form: "until it halts the raids, | frees the men and pays"."""
    first = stop + 1 if parse.lower[stop] in (",", "and") else stop
    if first == stop or first >= parse.sent_end[start]:
        return None
    if parse.lower[first] == "and":
        first += 1
    verb = parse.head[first] if parse.tag[first] == "RB" else first
    if parse.dep[verb] not in ("conj", "advcl") or parse.child(verb, *_SUBJECTS, "aux", "auxpass") is not None:
        return None
    above, tag = parse.head[verb], parse.tag[verb]
    if tag not in ("VB", "VBZ", "VBG") or above >= verb or (tag != "VBZ" and start <= above < stop):
        return None
    forms = [parse.tag[i] for i in range(start, stop) if parse.is_verb(i)]
    if tag == "VB" and parse.dep[verb] == "conj":
        fits = parse.tag[above] not in ("VB", "VBP", "MD") and forms[:1] == ["VB"] and parse.tag[start] == "VB"
    elif tag == "VBZ" and parse.dep[verb] == "conj":
        fits = "VBZ" in forms and parse.tag[above] in ("VB", "VBG")
    else:
        below = range(verb + 1, parse.right[verb] + 1)
        fits = tag == "VBG" and "VBG" in forms and any(parse.dep[c] == "conj" and parse.tag[c] == "VBG" for c in below)
    return parse.right[verb] + 1 if fits else None


def _rest_of_nouns(parse: Parse, start: int, stop: int) -> int | None:
    """A noun that is joined to a verb above, as no noun can be: "with friends in Chad, Mali | and the wider region"."""
    first = stop + 1 if parse.lower[stop] == "," else stop
    if parse.lower[first] != "and" or first + 1 >= parse.sent_end[start]:
        return None
    noun = first + 1
    while parse.dep[noun] in ("det", "amod", "compound", "poss", "nummod", "case") and noun + 1 < parse.sent_end[start]:
        noun += 1
    above = parse.head[noun]
    if parse.dep[noun] != "conj" or parse.pos[noun] not in ("NOUN", "PROPN") or above >= start:
        return None
    joined = parse.pos[above] in ("VERB", "AUX", "ADJ") and parse.pos[stop - 1] in ("NOUN", "PROPN")
    return parse.right[noun] + 1 if joined else None


def _name_behind(parse: Parse, start: int, stop: int) -> int | None:
    """An acronym behind the noun that it names: "the weapons of the militia | ABC"."""
    text = parse.doc[stop].text
    named = text.isupper() and text.isalpha() and len(text) > 2 and parse.pos[stop - 1] == "NOUN"
    ends = parse.lower[stop + 1] in (".", ",", ";") or parse.pos[stop + 1] == "SPACE"
    return stop + 1 if named and ends else None


def _what_is_said(parse: Parse, start: int, stop: int) -> int | None:
    """The clause of a noun of saying, without "that": "an inquiry into claims | the vote was bought"."""
    if parse.lemma[stop - 1] not in _SAID or parse.pos[stop] not in ("DET", "PROPN", "PRON", "NOUN", "ADJ"):
        return None
    for verb in range(stop + 1, min(stop + 12, parse.sent_end[start])):
        if parse.lower[verb] in (",", ";", ":"):
            return None
        if parse.is_verb(verb) and (subject := parse.child(verb, *_SUBJECTS)) is not None:
            return parse.right[verb] + 1 if parse.left[subject] == stop and subject < verb else None
    return None
