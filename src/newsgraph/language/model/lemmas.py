"""Lemmas by a table that fills itself: the model's own, but looked up once for each word, part of speech and form.

The lemmatizer of the model looks each token up anew where the word is its own base form, which takes a tenth of the
time of reading. What it answers depends on nothing else than these three, so the first answer serves for all. To give
it, the lemmatizer searches lists of up to 57,000 words from their beginnings, which here are tables.
"""

from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from newsgraph.language.model.unsaved import Unsaved

# No annotations as text in this module: older versions of spaCy can't read those of a factory.

NAME = "newsgraph_lemmas"
MODEL_NAME = "model_lemmatizer"
"""What the model's own lemmatizer is called once it is only asked."""
_INDEX = "lemma_index"
"""The table of known base forms by part of speech."""
_MOST = 50_000
"""Words that are kept, some 15 MB; beyond, the table begins anew."""


class Lemmas(Unsaved):
    """The lemmatizer of a model with a memory."""

    def __init__(self, model: Lemmatizer) -> None:
        self.model = model
        self._known: dict[tuple[int, int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Give each token that has no lemma the one that the model gives it."""
        for known in (self._known, self.model.cache):
            if len(known) > _MOST:
                known.clear()
        values = doc.to_array(["ORTH", "POS", "MORPH", "LEMMA"])
        lemmas = [
            lemma or self._known.get((word, part, form)) or self._asked(doc, at, (word, part, form))
            for at, (word, part, form, lemma) in enumerate(values.tolist())
        ]
        table: Any = np.array(lemmas, np.uint64).reshape(-1, 1)
        return doc.from_array(["LEMMA"], table)

    def _asked(self, doc: Doc, at: int, key: tuple[int, int, int]) -> int:
        vocab: Any = doc.vocab
        found: int = vocab.strings.add(self.model.lemmatize(doc[at])[0])
        if not vocab.in_memory_zone:  # which its string would not outlive
            self._known[key] = found
        return found


@Language.factory(NAME, assigns=["token.lemma"])
def make_lemmas(nlp: Language, name: str) -> Lemmas:
    """The component, in the place of the model's lemmatizer, which it asks."""
    lemmatizer = nlp.get_pipe(MODEL_NAME)
    assert isinstance(lemmatizer, Lemmatizer)
    return Lemmas(lemmatizer)


def remember_lemmas(nlp: Language) -> None:
    """Let a pipeline remember lemmas, if its lemmatizer goes by the token alone.

    The component stands under the name of the lemmatizer, for those who choose components by spaCy's names.
    """
    if "lemmatizer" not in nlp.pipe_names:
        return
    lemmatizer = nlp.get_pipe("lemmatizer")
    if isinstance(lemmatizer, Lemmatizer) and lemmatizer.mode in ("rule", "lookup") and not lemmatizer.overwrite:
        if lemmatizer.lookups.has_table(_INDEX):
            index = lemmatizer.lookups.get_table(_INDEX)
            for part, words in index.items():
                index[part] = dict.fromkeys(words)
        nlp.rename_pipe("lemmatizer", MODEL_NAME)
        nlp.add_pipe(NAME, name="lemmatizer", after=MODEL_NAME)
        nlp.disable_pipe(MODEL_NAME)
