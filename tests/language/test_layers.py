"""Layers as spaCy components: in a pipeline of one's own, twice, alone, and replaced by one's own."""

from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from newsgraph import language
from newsgraph.errors import ModelError
from newsgraph.language.annotations import Event, annotations_of
from newsgraph.language.assemble import to_record
from newsgraph.language.layers import layer
from newsgraph.language.pipeline import _LAYERS, load_pipeline

TEXT = "Norway condemned the shelling of the port on Monday."


@Language.component("strikes_alone")
@layer("events", needs=("names",))
def strikes_alone(doc: Doc) -> Doc:
    """Take each word "strike" for an event, and nothing else."""
    notes = annotations_of(doc)
    notes.events = [Event(t.i, t.i + 1, t.i, "PROTEST", reason="mine") for t in doc if t.lemma_ == "strike"]
    return doc


def test_a_layer_of_ones_own_takes_the_place_of_ours() -> None:
    nlp = load_pipeline(replace={"events": "strikes_alone"})
    found = annotations_of(nlp("Norway condemned the strike. The union urged the premier to talk.")).events
    assert [(event.kind, event.reason) for event in found] == [("PROTEST", "mine")]
    assert "newsgraph_events" in load_pipeline().pipe_names


def test_a_layer_that_there_is_not() -> None:
    with pytest.raises(ModelError, match="no layer 'sentiment' to replace"):
        load_pipeline(replace={"sentiment": "strikes_alone"})


def test_a_component_twice_adds_nothing(nlp: Language) -> None:
    doc = nlp(TEXT)
    notes = annotations_of(doc)
    before = len(notes.events), len(notes.mentions), len(notes.entities)
    for name in nlp.pipe_names:
        if name.startswith("newsgraph_") and name != "newsgraph_layout":
            doc = nlp.get_pipe(name)(doc)
    assert (len(notes.events), len(notes.mentions), len(notes.entities)) == before


def test_a_layer_alone_says_what_it_lacks(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    with pytest.raises(ModelError, match="the layer 'events' needs 'names' before it"):
        nlp.get_pipe("newsgraph_events")(doc)


def test_what_the_layers_found_goes_with_the_doc_as_bytes(nlp: Language) -> None:
    doc = nlp("Envoys of Norway met in Oslo. Minister Ida Holm urged them to end the shelling of the port, she said.")
    told = to_record(doc)
    assert told.events and told.proposals and told.attributions
    assert to_record(Doc(nlp.vocab).from_bytes(doc.to_bytes())) == told
    kept = DocBin(store_user_data=True)
    kept.add(doc)
    (again,) = DocBin().from_bytes(kept.to_bytes()).get_docs(nlp.vocab)
    assert to_record(again) == told
    notes = annotations_of(again)
    assert all(notes.at_root[m.root] for m in notes.mentions) and all(m in m.entity.mentions for m in notes.mentions)


def test_two_processes_of_spacy_find_what_one_does(nlp: Language) -> None:
    texts = [TEXT, "Sudovia sued the bank."]
    found = [to_record(doc) for doc in nlp.pipe(texts, n_process=2)]
    assert found == [to_record(nlp(text)) for text in texts]


def test_who_says_and_what_happens_reads_nothing_that_comes_after_it() -> None:
    folder = Path(language.__file__).parent
    wrong = [
        (path.name, later)
        for at, earlier in enumerate(_LAYERS)
        if earlier != "names"  # a name is told by the words of roles and the nouns for actors beside it
        for path in sorted((folder / earlier).glob("*.py"))
        for later in _LAYERS[at + 1 :]
        if f"newsgraph.language.{later}." in path.read_text(encoding="utf-8")
    ]
    assert wrong == []
