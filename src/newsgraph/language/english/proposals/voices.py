"""Who is speaking at each word: the paper, or a source that it quotes or reports."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from newsgraph.language.annotations import Annotations, Attribution, Mention
from newsgraph.language.english.attributions.interviews import find_turns
from newsgraph.language.english.coreference.actors import ACTORS, BODIES, is_actor
from newsgraph.language.english.coreference.nominals import mentions_of
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.quotations import Quotation

_FIRST_PERSON = frozenset(("we", "i"))
_MARKS = frozenset(('"', "“", "``", "‘", "'", "«", "„"))
_SPOKESMEN = frozenset(
    ("spokesman", "spokeswoman", "spokesperson", "spokesmen", "statement", "communique", "communiqué")
)
_STATEMENT = re.compile(r"\b(?:statement|declaration|remarks)\b", re.I)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker, and whether the words are his or hers."""

    mention: Mention | None
    quoted: bool
    cue: str = ""
    """The lemma of the cue."""
    source: tuple[int, int] | None = None
    marked: bool = False
    """Whether the words stand in quotation marks."""


def find_voices(parse: Parse, notes: Annotations, quotations: list[Quotation]) -> list[Voice | None]:
    """The innermost speaker of each token; None is the paper."""
    voices: list[Voice | None] = [None] * parse.size
    attributed = sorted(notes.attributions, key=lambda a: a.content[0] - a.content[1])
    own = _first_person_speaker(parse, notes, quotations)
    if own is not None:
        voices = [Voice(own, True, "state")] * parse.size
    for attribution in attributed:
        if attribution.source is None or (attribution.cue is None and attribution.mode == "indirect"):
            continue
        start, stop = tokens_of(parse, attribution.content)
        speaker = parse.lower[tokens_of(parse, attribution.source)[0]]
        if attribution.mention is None and speaker in _FIRST_PERSON:
            continue
        mention = _spoken_for(notes, parse, attribution)
        cue = parse.lemma[bisect_left(parse.begin, attribution.cue[0])] if attribution.cue else ""
        marked = parse.lower[start] in _MARKS or (start > 0 and parse.lower[start - 1] in _MARKS)
        voice = Voice(mention, attribution.mode == "direct", cue, attribution.source, marked)
        for part in attribution.parts or (attribution.content,):
            start, stop = tokens_of(parse, part)
            voices[start:stop] = [voice] * (stop - start)
    return voices


def _reports_others(notes: Annotations, speaker: Mention) -> bool:
    """Whether two named sources or more are reported beside the speaker; a ministry may quote its minister."""
    sources = [found.mention for found in notes.attributions if found.cue is not None and found.mention is not None]
    named = {id(source.entity) for source in sources if source.form != "pronoun" and source.entity.named}
    return len(named - {id(speaker.entity)}) > 1


def tokens_of(parse: Parse, characters: tuple[int, int]) -> tuple[int, int]:
    """The tokens that characters touch."""
    return bisect_left(parse.end, characters[0] + 1), bisect_left(parse.begin, characters[1])


def _spoken_for(notes: Annotations, parse: Parse, attribution: Attribution) -> Mention | None:
    """The speaker; the body, where a spokesman without a name or a statement speaks for it."""
    return None if attribution.mention is None else stands_for(parse, notes, attribution.mention)


def stands_for(parse: Parse, notes: Annotations, mention: Mention) -> Mention:
    """The body that a spokesman without a name, or a statement, speaks for; else the mention itself."""
    root = mention.root
    if mention.form != "nominal" or parse.lower[root] not in _SPOKESMEN:
        return mention
    for i in range(parse.left[root], min(parse.right[root] + 1, parse.size)):
        for other in notes.at_root.get(i, ()):
            if other.form == "name" and other.kind in ACTORS - {"Group"}:
                return other
    for c in parse.children[root]:
        body = parse.child(c, "pobj") if parse.lower[c] in ("for", "of", "from") else c
        if body is not None and (body != c or parse.dep[c] == "poss") and is_actor(parse, notes, body):
            found = mentions_of(notes, parse, body)
            return found[0] if found else mention
    return mention


def _first_person_speaker(parse: Parse, notes: Annotations, quotations: list[Quotation]) -> Mention | None:
    """The one who speaks in a text that is a statement by itself: its first actor, where "we" or "I" is unquoted.

    In an interview "I" and "we" are those who ask and answer. A text that reports what several others say is no
    statement, and the "we" in it is the paper's or a reader's.
    """
    titled = _STATEMENT.search(notes.article.title or "") is not None and not quotations
    if (notes.article.author and not titled) or not (titled or _FIRST_PERSON.intersection(parse.lower)):
        return None  # the "I" of a signed piece is its author, who is no actor in it
    if find_turns(parse, notes):
        return None
    covered = [False] * parse.size
    for quotation in quotations:
        covered[quotation.start : quotation.stop] = [True] * (quotation.stop - quotation.start)
    for attribution in notes.attributions:
        if attribution.mode == "indirect":
            continue
        start, stop = tokens_of(parse, attribution.content)
        covered[start:stop] = [True] * (stop - start)
    unquoted = [
        i for i in range(parse.size)
        if parse.lower[i] in _FIRST_PERSON and parse.dep[i] in ("nsubj", "nsubjpass") and not covered[i]
        and parse.doc[i].text != "i"
    ]  # fmt: skip
    quoted = sum(quotation.size > 5 for quotation in quotations)
    if not titled and (not unquoted or quoted > len(unquoted) or len(unquoted) * 400 < parse.size):
        return None
    for i in range(parse.size):
        if parse.dep[i] in ("nsubj", "nsubjpass") and parse.lower[i] not in _FIRST_PERSON and not covered[i]:
            for mention in notes.mentions_at(i):
                if mention.kind in BODIES and mention.form == "name":
                    return None if _reports_others(notes, mention) else mention
            if i > (unquoted[0] if unquoted else 60):
                break
    return None
