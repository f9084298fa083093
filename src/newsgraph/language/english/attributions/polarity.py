"""What a source does with what it says: assert it, deny it, doubt it, ask it, or leave it open.

The rows of `lexicons/polarity_cues.csv` say it for each cue, plain and negated; a speech that is not in them and is
negated is left open, a thought doubted. What somebody did not see is no statement.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.attributions.unsaid import is_negated, is_put_to_somebody, is_supposed
from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import Saying, attribution_cues
from newsgraph.language.english.syntax.speech.finite_clauses import is_clause
from newsgraph.language.english.syntax.speech.joined_clauses import leaves_clause, reporter
from newsgraph.language.english.syntax.speech.reported_contents import before_next_cue

_NEGATED = {"speech": "undecided", "writing": "undecided", "thought": "doubted", "evidence": "doubted"}
_ENDS = re.compile(r"[.?!]+(?=\s+[\"“A-Z]|\s*$)")
_NO_SOURCE = frozenset(("it", "there", "this", "that", "which", "what"))
_QUOTES = "\"“”'‘’`,. \n"
_MARKS = "\"“‘«'`"
_POS = {"V": "verb", "N": "noun", "J": "adjective"}
_OPENS = frozenset("whether if who whom whose what which when where why how".split())


@dataclass(frozen=True, slots=True)
class PolarityCue:
    """A row of the lexicon."""

    cue: str
    polarity: str
    negated: str
    takes: frozenset[str]
    of_above: bool
    """Whether the statement is that of whoever says the clause."""


@cache
def polarity_cues(pos: str) -> dict[str, PolarityCue]:
    """The rows of one part of speech, by lemma and particle."""
    return {
        row["cue"]: PolarityCue(
            row["cue"],
            sys.intern(row["polarity"]),
            sys.intern(row["negated"]),
            frozenset(row["takes"].split()),
            row["source"] == "above",
        )
        for row in read_lexicon("polarity_cues")
        if row["pos"] == pos
    }


@cache
def _nouns(sort: str) -> frozenset[str]:
    return frozenset(row["noun"] for row in read_lexicon("polarity_nouns") if row["class"] == sort)


def polarity_of(parse: Parse, saying: Saying) -> str | None:
    """The polarity of a saying by its cue, its negation and how its content begins; None where nothing is said."""
    if saying.cue is None:
        return "asserted"
    cue = saying.cue[0]
    row = _row(parse, cue)
    if _only_asks(parse.text[saying.content[0] : saying.content[1]]):
        return "asked"
    negated = is_negated(parse, cue, saying.content)
    if row is None:
        return _NEGATED.get(saying.sort, "asserted") if negated else "asserted"
    questions_only = "whether" in row.takes and "clause" not in row.takes
    fits = not questions_only or _is_question(parse, saying)
    if negated:
        return row.negated if fits and row.negated != "none" else None
    return row.polarity if fits else "asserted"


def _only_asks(text: str) -> bool:
    """Whether a content is a quotation of questions only."""
    ends = _ENDS.findall(text.rstrip("\"”'’")) if text[:1] in _MARKS else []
    return bool(ends) and all("?" in end for end in ends) and text.rstrip("\"”'’ ,")[-1:] == "?"


def _row(parse: Parse, cue: int) -> PolarityCue | None:
    pos = _POS.get(parse.tag[cue][:1], "")
    if pos == "verb" and parse.lower[cue] in polarity_cues("adjective"):
        pos = "adjective"
    rows = polarity_cues(pos)
    lemma = parse.lower[cue] if pos == "adjective" else parse.lemma[cue]
    particle = parse.child(cue, "prt")
    return rows.get(f"{lemma} {parse.lower[particle]}") if particle is not None else rows.get(lemma)


def _is_question(parse: Parse, saying: Saying) -> bool:
    """Whether a content begins as a question does, or is one that is quoted."""
    text = parse.text[saying.content[0] : saying.content[1]].strip(_QUOTES)
    first = text.split(" ", 1)[0].lower()
    return first in _OPENS or "?" in text[-3:]


@cache
def _heads() -> frozenset[str]:
    """The words that the cues begin with."""
    return frozenset(cue.split(" ", 1)[0] for pos in _POS.values() for cue in polarity_cues(pos))


def find_polar_clauses(parse: Parse) -> Iterator[Saying]:
    """What is denied, doubted, asked or left open and no plain statement: objects, gerunds, clauses of adjectives."""
    heads = _heads()
    for i in parse.spelled(heads):
        if parse.tag[i][:1] not in ("V", "N", "J") or parse.dep[i] in ("amod", "compound"):
            continue
        row = _row(parse, i)
        if row is not None:
            yield from _of(parse, i, row)


def _of(parse: Parse, cue: int, row: PolarityCue) -> Iterator[Saying]:
    negated = is_negated(parse, cue)
    polarity = row.negated if negated else row.polarity
    if polarity in ("asserted", "none") or is_supposed(parse, cue) or (not negated and _is_purpose(parse, cue)):
        return
    source = _source(parse, cue, row)
    if source is None:
        if not (row.of_above and polarity == "undecided"):
            return  # what the paper itself does not know is left open, too
    elif parse.lower[source] in _NO_SOURCE:
        return
    tokens = _content(parse, cue, row)
    if tokens is not None and tokens[1] > tokens[0]:
        words = _cue_tokens(parse, cue)
        absorbs = row.of_above and source is not None
        if absorbs:
            # "said it was not true that X": one statement, of the word of saying.
            words = (above := parse.head[parse.head[cue]], above + 1)
        known = attribution_cues(_POS[parse.tag[cue][:1]]).get(parse.lemma[cue])
        sort = "speech" if known is None else known.sort
        yield Saying(source, words, parse.characters(*tokens), sort, polarity, whole=absorbs)


def _is_purpose(parse: Parse, cue: int) -> bool:
    """Whether a verb only tells of denying: "charges of denying", "an attempt to deny"."""
    if parse.dep[cue] == "pcomp":
        return True
    return parse.dep[cue] in ("acl", "advcl", "xcomp", "relcl") and parse.has_child(cue, "to", "aux")


def _cue_tokens(parse: Parse, cue: int) -> tuple[int, int]:
    particle = parse.child(cue, "prt")
    return (cue, particle + 1) if particle == cue + 1 else (cue, cue + 1)


def _source(parse: Parse, cue: int, row: PolarityCue) -> int | None:
    """Who does it: the subject; of "it is not true that" the one who says so."""
    if parse.tag[cue][:1] == "V":
        if row.polarity == "asked" and is_put_to_somebody(parse, cue):
            return None
        if leaves_clause(parse, cue) and (source := reporter(parse, cue)) is not None:
            return source
        adjective = parse.lower[cue] in polarity_cues("adjective") and parse.is_passive(cue)
        return parse.patient(cue) if adjective else parse.subject(cue)
    verb = parse.head[cue]
    if parse.tag[cue][:1] == "N":
        owner = parse.child(cue, "poss")
        return parse.owner(cue) if owner is None else owner
    if not parse.is_verb(verb):
        return None
    subject = parse.subject(verb)
    if not row.of_above:
        return subject
    above = parse.head[verb]
    return parse.subject(above) if parse.dep[verb] == "ccomp" and parse.is_verb(above) else None


def _content(parse: Parse, cue: int, row: PolarityCue) -> tuple[int, int] | None:
    for c in (*parse.children[cue], *(parse.children[parse.head[cue]] if parse.tag[cue][:1] == "J" else ())):
        if c <= cue:
            continue
        tokens = None
        if "saying" in row.takes and parse.has_child(c, "to", "aux"):
            tokens = _content(parse, c, row)
        elif parse.dep[c] in ("ccomp", "acl", "advcl", "xcomp", "relcl", "csubj", "pcomp") and is_clause(parse, c):
            tokens = _clause(parse, cue, c, row)
        elif parse.tag[c] == "VBG" and parse.dep[c] in ("xcomp", "ccomp", "pcomp") and "gerund" in row.takes:
            tokens = _whole(parse, c)
        elif parse.dep[c] == "dobj":
            tokens = _object(parse, cue, c, row)
        elif parse.dep[c] == "prep":
            tokens = _after_preposition(parse, c, row)
        if tokens is not None:
            return tokens
    return None


def _whole(parse: Parse, i: int) -> tuple[int, int]:
    return parse.trim(parse.left[i], parse.right[i] + 1)


def _clause(parse: Parse, cue: int, clause: int, row: PolarityCue) -> tuple[int, int] | None:
    first = max(parse.left[clause], cue + 1)
    opens = parse.lower[first] in _OPENS
    if opens or "clause" in row.takes or ("-" in row.takes and parse.dep[clause] == "ccomp"):
        if parse.dep[clause] == "relcl" and parse.tag[first] != "IN":
            return None
        if parse.dep[clause] == "acl" and not opens and parse.lower[first] != "that":
            return None
        marks = ("that", "whether", "if") if row.polarity == "asked" else ("that", "whether")
        if parse.dep[clause] == "advcl" and parse.lower[first] not in marks:
            return None
        return parse.trim(first, before_next_cue(parse, clause, first, parse.right[clause] + 1))
    return None


def _object(parse: Parse, cue: int, noun: int, row: PolarityCue) -> tuple[int, int] | None:
    """An object that is a claim or a deed; of "a report that ..." the clause."""
    lemma = parse.lemma[noun]
    names_claim = lemma in _nouns("claim") or ("motive" in row.takes and lemma in _nouns("motive"))
    if not names_claim and not ("deed" in row.takes and _is_deed(parse, cue, noun)):
        return None
    if not row.takes & {"claim", "deed"}:
        return None
    for c in parse.children[noun]:
        says_that = parse.lower[parse.left[c]] == "that" and parse.tag[parse.left[c]] == "IN"
        if says_that and c > noun and parse.dep[c] in ("acl", "ccomp", "relcl") and is_clause(parse, c):
            return _whole(parse, c)
    return _whole(parse, noun)


def _is_deed(parse: Parse, cue: int, noun: int) -> bool:
    if parse.pos[noun] != "NOUN" or parse.lemma[noun] in _nouns("granted"):
        return False
    if actor_noun(parse.lower[noun], parse.lemma[noun]) is not None:
        return False
    source = parse.subject(cue)
    if source is not None and parse.lemma[source] in _nouns("granted"):
        return False
    return parse.child(cue, "dative") is None and parse.doc[noun].ent_type_ == ""


def _after_preposition(parse: Parse, preposition: int, row: PolarityCue) -> tuple[int, int] | None:
    """Of "comment on whether ..." and "doubts about ..." what follows."""
    inner = parse.child(preposition, "pcomp", "pobj")
    if inner is None:
        return None
    first = parse.left[inner]
    if parse.lower[first] in _OPENS and "whether" in row.takes and is_clause(parse, inner):
        return _whole(parse, inner)
    word = "about" if parse.lower[preposition] in ("over", "on") else parse.lower[preposition]
    if word in ("about", "of") and word in row.takes and parse.dep[inner] == "pobj":
        return _whole(parse, inner)
    return None
