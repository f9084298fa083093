"""The parse of a doc as plain lists of strings and indices, made in one sweep: tokens, tags, heads and relations.

Rules ask for lemmas and relations many times a token; lists answer ten times faster than token objects.
"""

from __future__ import annotations

from spacy.tokens import Doc

from newsgraph.language.words import words_of


class Tokens:
    """Parallel lists over the tokens of a doc; tags, heads and relations are its own copies, to be mended."""

    __slots__ = (
        "at", "begin", "dep", "doc", "end", "head", "lemma", "lower", "pos", "sent_end", "sent_start", "sentence",
        "sentences", "size", "tag", "text",
    )  # fmt: skip

    def __init__(self, doc: Doc) -> None:
        words = words_of(doc)
        self.doc = doc
        self.text = words.whole
        """The whole text."""
        self.size = words.size
        self.lower = words.lower
        small = {lemma: lemma.lower() for lemma in set(words.lemma)}
        self.lemma = list(map(small.__getitem__, words.lemma))
        self.tag, self.dep, self.pos = words.tag.copy(), words.dep.copy(), words.pos.copy()
        self.head = words.head.copy()
        self.begin = words.begin
        """The first character of each token."""
        self.end = words.end
        """The character after each token."""
        self.sentences = words.sentences
        """The tokens of each sentence: its first one, and the one after its last."""
        self.sentence = words.number
        """The number of the sentence of each token."""
        self.sent_start = words.sentence
        self.sent_end: list[int] = []
        for start, stop in self.sentences:
            self.sent_end += [stop] * (stop - start)
        self.at = words.at
        """Where words stand that are written so but for capitals."""

    def is_verb(self, i: int) -> bool:
        """Whether a token is a verb form, auxiliary or not."""
        return self.pos[i] in ("VERB", "AUX")
