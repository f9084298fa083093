"""Evidence: marks that lie in one sentence and can be taken in at a glance."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.graph.evidence import Quoter
from newsgraph.records import Entity, Mention, Record, Relation

TEXT = "Oru Vale heads the Salt Guild.\n\nHe met envoys in Dunmore.  The guild, which owns two harbours, agreed."


def quoter(text: str, *sentences: tuple[int, int]) -> Quoter:
    return Quoter(Record(article=Article(id="a", text=text), sentences=sentences), "article/a")


def spans(*sentences: str) -> tuple[tuple[int, int], ...]:
    return tuple((TEXT.index(s), TEXT.index(s) + len(s)) for s in sentences)


SENTENCES = spans(
    "Oru Vale heads the Salt Guild.", "He met envoys in Dunmore.", "The guild, which owns two harbours, agreed."
)


def test_spans_in_one_sentence_are_one_piece() -> None:
    (found,) = quoter(TEXT, *SENTENCES).quote(*spans("Salt Guild", "Oru Vale"))
    assert (found.text, found.sentence) == ("Oru Vale heads the Salt Guild", "Oru Vale heads the Salt Guild.")


def test_spans_in_two_sentences_are_two_pieces() -> None:
    found = quoter(TEXT, *SENTENCES).quote(*spans("agreed", "Oru Vale"), by="person/x")
    assert [(e.text, e.by) for e in found] == [("Oru Vale", "person/x"), ("agreed", "person/x")]
    assert [TEXT[e.sentence_start : e.sentence_end] for e in found] == [e.sentence for e in found]


def test_a_span_across_sentences_is_cut_at_their_ends() -> None:
    found = quoter(TEXT, *SENTENCES).quote((TEXT.index("Salt"), TEXT.index("guild,") + 5))
    assert [e.text for e in found] == ["Salt Guild.", "He met envoys in Dunmore.", "The guild"]


def test_a_quotation_mark_by_itself_is_no_piece() -> None:
    text = "“We will stay. We will vote.\n\n” said Oru Vale."
    own = ((0, 14), (15, 28), (30, 31), (32, len(text)))
    found = quoter(text, *own).quote((0, 31))
    assert [e.text for e in found] == ["“We will stay.", "We will vote."]
    assert [e.text for e in quoter(text, *own).quote((30, 31))] == ["”"]


def test_far_spans_of_a_long_sentence_are_pieces_of_their_own() -> None:
    text = "Vale said " + "that and " * 60 + "agreed"
    found = quoter(text, (0, len(text))).quote((0, 4), (len(text) - 6, len(text)))
    assert [e.text for e in found] == ["Vale", "agreed"]


def test_a_tie_told_across_sentences_rests_on_its_two_names() -> None:
    record = Record(
        article=Article(id="a", text=TEXT),
        entities=(Entity(id="e1", kind="Person", name="Oru Vale"), Entity(id="e2", kind="Organization", name="guild")),
        mentions=tuple(
            Mention(id=f"m{n}", entity=e, start=s, end=t, text=TEXT[s:t], kind=k, form="name")  # type: ignore[arg-type]
            for n, (e, k, (s, t)) in enumerate(
                zip(("e1", "e2"), ("Person", "Organization"), spans("Oru Vale", "The guild"), strict=True)
            )
        ),
        relations=(Relation(subject="e1", predicate="headOf", object="e2", start=0, end=TEXT.index("guild,") + 5),),
        sentences=SENTENCES,
    )
    ((*_, tie),) = KnowledgeGraph.from_records([record]).nx.edges(data=True)
    assert [e.text for e in tie["evidence"]] == ["Oru Vale", "The guild"]


@given(st.text(alphabet="ab c.\n", min_size=1, max_size=1500), st.data())
def test_pieces_cover_all_words_and_are_short(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=5)) | {0, len(text)})
    made = quoter(text, *itertools.pairwise(cuts))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = made.quote((start, end))
    told = "".join(e.text for e in found)
    assert list(filter(str.isalnum, told)) == list(filter(str.isalnum, text[start:end]))
    for e in found:
        assert e.text == text[e.start : e.end] and len(e.text) < 400 and e.text == e.text.strip()
        assert e.sentence == text[e.sentence_start : e.sentence_end]
        assert e.sentence_start <= e.start and e.end <= e.sentence_end
