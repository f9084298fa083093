"""How sure each statement and attitude of an article is.

The features are names with numbers; their weights stand in `lexicons/statement_confidence.csv`. Of what is signed too
little is annotated to tell one from another, so each has the share of them all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newsgraph.language.annotations import Annotations, Attribution
from newsgraph.language.english.confidence.event_features import Features
from newsgraph.language.english.confidence.references import reference_features
from newsgraph.language.english.confidence.subjects import subjects_of
from newsgraph.language.english.confidence.weights import confidence_weights
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import cue_lemma

_GENERIC = frozenset("people someone somebody anyone anybody everyone everybody one many some most others".split())
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj"))
_SAYING = frozenset("say tell add claim note argue ask".split())


def set_statement_confidence(parse: Parse, notes: Annotations) -> None:
    """Give each attribution and attitude its confidence."""
    for attribution in notes.attributions:
        if attribution.mode == "direct" and _is_signed(attribution):
            attribution.confidence = _SIGNED
    weights = confidence_weights("statement_confidence")
    for attribution, features in statement_features(parse, notes):
        attribution.confidence = weights.share(features)


_SIGNED = 0.53
"""Of 17 signed messages, 9 were right (docs/confidence.md)."""


def _is_claimed(attribution: Attribution) -> bool:
    """Whether it has a word that tells it, or is quoted and not signed: the credit of a picture is no statement."""
    return attribution.cue is not None or (attribution.mode == "direct" and not _is_signed(attribution))


def statement_features(parse: Parse, notes: Annotations) -> Iterator[tuple[Attribution, Features]]:
    """Each statement that has a cue or is quoted, and each attitude, with what speaks for and against it.

    What is signed has none: too little of it is annotated.
    """
    every = [*notes.attributions, *notes.attitudes]
    reader = _Features(parse, notes, every)
    for attribution in every:
        if _is_claimed(attribution):
            yield attribution, reader.of(attribution)


def _is_signed(attribution: Attribution) -> bool:
    """Whether the name of who says it stands under it, without a word of saying: a letter, a message."""
    source = attribution.source
    return attribution.cue is None and source is not None and source[0] >= attribution.content[1]


class _Features:
    """Reads the features of the statements of one doc."""

    def __init__(self, parse: Parse, notes: Annotations, every: list[Attribution]) -> None:
        self.parse = parse
        self.notes = notes
        self.every = every
        self.article = {f"about {name}": value for name, value in subjects_of(parse).article.items()}

    def of(self, attribution: Attribution) -> Features:
        """The features of a statement."""
        found: Features = {
            f"type {attribution.type}": 1.0,
            f"{attribution.type} {attribution.mode}": 1.0,
            f"polarity {attribution.polarity}": 1.0,
            "told when": float(attribution.time is not None),
            "told whom": float(attribution.addressee is not None),
            "in pieces": float(bool(attribution.parts)),
        }
        found |= self.article
        start, stop = self._tokens(attribution.content)
        shape = self._of_content(start, stop, found)
        if attribution.cue is not None:
            self._of_cue(attribution, (start, stop), shape, found)
        else:
            found["no cue"] = 1.0
        self._of_source(attribution, found)
        self._of_place(attribution, found)
        return found

    def _tokens(self, span: tuple[int, int]) -> tuple[int, int]:
        """The tokens that characters touch."""
        return bisect_left(self.parse.end, span[0] + 1), bisect_left(self.parse.begin, span[1])

    def _of_content(self, start: int, stop: int, found: Features) -> str:
        """Of what is said; gives its shape: a clause, an infinitive, a noun."""
        parse = self.parse
        words = [i for i in range(start, stop) if parse.pos[i] not in ("PUNCT", "SPACE")]
        root = next((i for i in words if not start <= parse.head[i] < stop or parse.head[i] == i), start)
        shape = self._shape(root)
        found[f"content {shape}"] = 1.0
        found["words"] = min(40, len(words)) / 20
        for most in (1, 2, 4, 7):
            found[f"at most {most} words"] = float(len(words) <= most)
        if words:
            found[f"opens with {parse.lower[words[0]]}"] = 1.0
            found[f"opens as {parse.tag[words[0]]}"] = 1.0
        finite = sum(parse.dep[i] in _SUBJECTS for i in words)
        found["clauses"] = min(3, finite) / 2
        found["no clause"] = float(finite == 0)
        found["a name in it"] = float(any(parse.pos[i] == "PROPN" for i in words))
        found["a word of saying in it"] = float(any(parse.lemma[i] in _SAYING for i in words))
        if words:
            found[f"ends as {parse.tag[words[-1]]}"] = 1.0
        found["quoted in part"] = float(any(parse.lower[i] in ('"', "“", "``", "''", "”") for i in range(start, stop)))
        return shape

    def _shape(self, root: int) -> str:
        parse = self.parse
        if parse.pos[root] in ("VERB", "AUX"):
            if any(parse.dep[c] in _SUBJECTS for c in parse.children[root]):
                return "clause"
            if parse.tag[root] == "VB":
                return "infinitive"
            return "gerund" if parse.tag[root] == "VBG" else "verb"
        return "noun" if parse.pos[root] in ("NOUN", "PROPN", "PRON") else "other"

    def _of_cue(
        self, attribution: Attribution, content: tuple[int, int], shape: str, found: Features
    ) -> None:
        parse = self.parse
        assert attribution.cue is not None
        first, last = self._tokens(attribution.cue)
        cue = next((i for i in range(last - 1, first - 1, -1) if parse.pos[i] in _HEADS), last - 1)
        lemma = cue_lemma(parse, cue) if parse.tag[cue][:1] == "V" else parse.lemma[cue]
        found[f"cue {lemma}"] = 1.0
        found[f"cue {lemma} {shape}"] = 1.0
        found[f"{attribution.type} {shape}"] = 1.0
        found[f"cue as {parse.dep[cue]}"] = 1.0
        found[f"cue tag {parse.tag[cue]}"] = 1.0
        found[f"{attribution.type} tag {parse.tag[cue]}"] = 1.0
        found["content first"] = float(content[0] < first)
        found["cue inside"] = float(content[0] < first < content[1])
        found["gap"] = float(content[0] - last > 2)
        for c in parse.children[cue]:
            if parse.dep[c] in ("aux", "neg", "mark", "prt", "auxpass"):
                found[f"with {parse.lower[c]}"] = 1.0
        above = parse.head[cue]
        if above != cue and parse.dep[cue] in ("xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp"):
            found[f"below {parse.lemma[above]}"] = 1.0
        root = next((i for i in range(*content) if not content[0] <= parse.head[i] < content[1]), content[0])
        found[f"content as {parse.dep[root] if parse.head[root] == cue else 'far'}"] = 1.0

    def _of_source(self, attribution: Attribution, found: Features) -> None:
        if attribution.source is None:
            found["no source"] = 1.0
            return
        parse = self.parse
        start, stop = self._tokens(attribution.source)
        head = next((i for i in range(stop - 1, start - 1, -1) if parse.pos[i] in _HEADS), stop - 1)
        word = parse.lower[head]
        found[f"source as {parse.tag[head]}"] = 1.0
        found[f"source {parse.dep[head]}"] = 1.0
        if parse.pos[head] in ("PRON", "DET"):
            found[f"source {word}"] = 1.0
        found["source generic"] = float(word in _GENERIC)
        found["source behind"] = float(attribution.cue is not None and attribution.source[0] > attribution.cue[0])
        mention = attribution.mention
        if parse.pos[head] == "NOUN":
            found[f"source is {parse.lemma[head]}"] = 1.0
        if attribution.cue is not None:
            cue = self._tokens(attribution.cue)[0]
            sort = "thing" if mention is None else mention.entity.kind
            found[f"{parse.lemma[cue]} by {sort}"] = 1.0
        if mention is None:
            found["source unknown"] = 1.0
        else:
            found[f"source {mention.entity.kind}"] = 1.0
            found["source named"] = float(mention.entity.named)
            found[f"source by {mention.reason}"] = 1.0
            found |= reference_features(parse, self.notes, mention)
        found["sources"] = float(min(3, len(attribution.joint)))

    def _of_place(self, attribution: Attribution, found: Features) -> None:
        """Of where it stands: inside of other statements, in a heading."""
        begin, end = attribution.content
        at = attribution.cue[0] if attribution.cue is not None else begin
        around = [a for a in self.every if a is not attribution and a.content[0] <= at < a.content[1]]
        found["within"] = float(min(2, len(around)))
        found["within a quotation"] = float(any(a.mode == "direct" for a in around))
        alike = [a for a in around if a.mention is not None and attribution.mention is not None]
        found["within one's own"] = float(any(a.mention.entity is attribution.mention.entity for a in alike))  # type: ignore[union-attr]
        first = bisect_left(self.parse.begin, at)
        found["in a heading"] = float(
            first < self.parse.size and self.parse.sent_start[first] in self.notes.headings
        )
        found["first"] = float(first < 60)
        beside = [a for a in self.every if a.content[0] < end and begin < a.content[1]]
        found["beside"] = float(min(3, len(beside) - 1))


_HEADS = frozenset(("NOUN", "PROPN", "PRON", "VERB", "AUX", "ADJ"))
