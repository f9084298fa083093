"""Headlines without a parsed verb: "Police arrest editor", where the parser has taken the verb for a noun.

A headline is read by its order: a noun phrase, a word of the lexicon in the present tense that agrees with it, and
what it is done to.
"""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.events.lexicon.lexicon import Lexicon
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.syntax.parse import Frame, Parse

_WORDS = word_classes()
_NOMINAL = frozenset(("NOUN", "PROPN", "NUM", "ADJ", "DET", "PRON", "PART"))
_NOUNS = frozenset(("NOUN", "PROPN", "PRON"))


def _find_headline_verb(syntax: Parse, lexicon: Lexicon, start: int, end: int) -> tuple[int, Frame] | None:
    """The verb of a headline in tokens `start` to `end` and its arguments, if no verb was parsed there.

    The word's lemma, part of speech and tag are mended in `syntax`.
    """
    words = [i for i in range(start, end) if syntax.pos[i] not in ("PUNCT", "SPACE")]
    if any(syntax.pos[i] in ("VERB", "AUX") for i in words):
        return None
    for before, i, after in zip(words, words[1:], words[2:], strict=False):
        if syntax.pos[i] not in ("NOUN", "PROPN") or syntax.pos[before] not in _NOUNS:
            continue
        if syntax.pos[after] not in ("NOUN", "PROPN", "NUM", "ADJ", "DET") or after != i + 1:
            continue
        lemma = _verb_lemma(syntax, lexicon, before, i, start)
        if lemma is None:
            continue
        while after + 1 < end and syntax.pos[after + 1] in _NOMINAL:
            after += 1
        what = next((k for k in range(after, i, -1) if syntax.pos[k] in _NOUNS), after)
        syntax.make_verb(i, "VBZ" if lemma != syntax.lower[i] else "VBP", lemma)
        return i, Frame(subject=[before], object=[what])
    return None


def _verb_lemma(syntax: Parse, lexicon: Lexicon, subject: int, i: int, start: int) -> str | None:
    """The lemma of a word as a verb of the lexicon, if its form agrees with the subject."""
    lower = syntax.lower[i]
    plural = syntax.tag[subject] in ("NNS", "NNPS") or syntax.lower[subject] in _WORDS["plural_actor"]
    plural = plural or any(syntax.lower[j] in (",", "and", "&") for j in range(start, subject))
    forms = [lower] if plural else []
    if not plural or syntax.pos[subject] == "PROPN":
        forms += [lower.removesuffix("es"), lower.removesuffix("s")] if lower.endswith("s") else []
    return next((form for form in forms if lexicon.of("verb", form)), None)


def heading_of(i: int, notes: Annotations, syntax: Parse) -> int | None:
    """Where the heading begins that a word stands in, if it does."""
    start = syntax.sent_start[i]
    return start if start in notes.headings else None


def headline_verbs(notes: Annotations, syntax: Parse, lexicon: Lexicon) -> dict[int, Frame]:
    """The verbs of headlines that the parser has taken for nouns."""
    doc = syntax.doc
    found: dict[int, Frame] = {}
    for start in notes.headings:
        end = start + 1
        while end < syntax.size and not doc[end].is_sent_start and "\n" not in doc[end - 1].text_with_ws:
            end += 1
        if (verb := _find_headline_verb(syntax, lexicon, start, end)) is not None:
            found[verb[0]] = verb[1]
    return found
