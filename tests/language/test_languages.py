"""A second language stands beside English: its own components under the same names, its own words in the record."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest
import spacy
from spacy.lang.de import German
from spacy.tokens import Doc

from newsgraph.articles import Article
from newsgraph.errors import ModelError
from newsgraph.language import pipeline
from newsgraph.language.annotations import Entity, Event, Mention, annotate, annotations_of
from newsgraph.language.assemble import to_record
from newsgraph.language.languages import PACKAGES, package_of
from newsgraph.language.layers import layer


@layer("events")
def find_strikes(doc: Doc) -> Doc:
    notes = annotations_of(doc)
    union = Entity("Gewerkschaft", "Organization")
    union.mentions.append(Mention(1, 2, 1, "nominal", "Organization", union))
    notes.entities, notes.mentions = [union], list(union.mentions)
    strikes = [t.i for t in doc if t.lower_ == "streikt"]
    notes.events = [Event(i, i + 1, i, "PROTEST", agents=list(union.mentions), reason="strike") for i in strikes]
    return doc


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> German:
    words = ModuleType("german.record_words")
    words.__dict__.update(
        label_of=lambda notes, words, entity: f"die {entity.name}", aliases_of=lambda entity, label: (),
        sector_of=lambda words, entity: "LAB", form_of=lambda words, mention: mention.form,
    )
    monkeypatch.setitem(sys.modules, "german", ModuleType("german"))
    monkeypatch.setitem(sys.modules, "german.record_words", words)
    monkeypatch.setitem(PACKAGES, "de", "german")
    German.component("newsgraph_events", func=find_strikes)
    return German()


def test_a_second_language_has_components_and_words_of_its_own(german: German) -> None:
    german.add_pipe("newsgraph_events")
    text = "Die Gewerkschaft streikt."
    doc = german.make_doc(text)
    annotate(doc, Article(id="a", text=text))
    record = to_record(german.get_pipe("newsgraph_events")(doc))
    assert [(event.kind, event.text) for event in record.events] == [("PROTEST", "streikt")]
    assert [(entity.name, entity.sector) for entity in record.entities] == [("die Gewerkschaft", "LAB")]
    assert pipeline.load_pipeline().get_factory_meta("newsgraph_events").factory != "de.newsgraph_events"


def test_a_model_of_a_language_without_layers_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_load_model", lambda model: spacy.blank("fr"))
    with pytest.raises(ModelError, match="no layers for texts in 'fr'; a model for en is needed"):
        pipeline.load_pipeline("fr_core_news_sm")
    with pytest.raises(ModelError):
        package_of("fr")
