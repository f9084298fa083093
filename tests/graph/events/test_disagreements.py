"""What articles on one event tell differently: latest, majority, what was taken back."""

from __future__ import annotations

import pytest

from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.graph.events.disagreements import in_words
from newsgraph.graph.events.printed_corrections import is_correction
from newsgraph.records import Entity, Event, Mention, Record
from newsgraph.view.encode import encode

TEXT = "The Red Front bombed the harbour of Vesper on Tuesday and killed {} people{}."


def record(name: str, source: str, day: str, killed: int, more: str = "", title: str | None = None) -> Record:
    own = " ".join(f"{name}{number}" for number in range(40)) if len(more) < 60 else ""  # no copy of another
    text = f"Report {own} of {source}. " + TEXT.format(killed, more)
    spans = [(e, text.index(e), kind) for e, kind in (("Red Front", "ArmedGroup"), ("Vesper", "Place"))]
    at, number = text.index("bombed"), text.index(f"{killed} people")
    said_at = {"killed": (number, number + len(str(killed)))}
    return Record(
        article=Article(id=name, text=text, title=title, source=source, published=day),
        entities=tuple(Entity(id=f"e{i}", kind=k, name=n) for i, (n, _, k) in enumerate(spans)),
        mentions=tuple(
            Mention(id=f"m{i}", entity=f"e{i}", start=s, end=s + len(n), text=n, kind=k, form="name")
            for i, (n, s, k) in enumerate(spans)
        ),
        events=(
            Event(id="v1", start=at, end=at + 6, text="bombed", kind="ASSAULT", agents=("m0",), places=("m1",),
                  time="2026-05-05", counts={"killed": killed}, said_at=said_at, factuality="actual", main=True),
        ),
        sentences=((0, text.index(". ") + 1), (text.index(". ") + 2, len(text))),
    )


FIVE = [
    record("a", "Meridian Wire", "2026-05-06", 11, ", said the wounded port master"),
    record("b", "Harbour Post", "2026-05-06", 11, ", among them two pilots"),
    record("c", "Norland Times", "2026-05-06", 9, " in a ferry hall"),
    record("d", "Coast Mail", "2026-05-07", 14, ", doctors told the paper"),
    record("e", "Norland Times", "2026-05-06", 11, ", a clerk wrote"),
]


def graph(*records: Record) -> tuple[KnowledgeGraph, str]:
    found = KnowledgeGraph.from_records(records)
    keys = found.events()["key"].tolist()
    assert len(keys) == 1
    return found, keys[0]


def standing(found: KnowledgeGraph) -> dict[str, str]:
    table = found.disagreements()
    return dict(zip(table["value"], table["standing"], strict=True))


def test_the_latest_and_the_majority_are_both_shown() -> None:
    found, key = graph(*FIVE[:4])
    assert standing(found) == {"11": "majority", "9": "", "14": "latest"}
    assert in_words(found.nx, key) == [
        "killed: 11 – 2 articles (most sources); 14 – Coast Mail, 2026-05-07 (latest); 9 – Norland Times, 2026-05-06"
    ]
    assert in_words(found.nx, key)[0] in found.summary()
    assert in_words(found.nx, key)[0] in str(found.dossier(key))
    row = found.disagreements().set_index("value").loc["14"]
    assert row["sentence"].endswith("killed 14 people, doctors told the paper.") and row["source"] == "Coast Mail"


def test_a_paper_takes_back_what_it_gives_otherwise_later() -> None:
    later = record("f", "Coast Mail", "2026-05-08", 11, ", it writes now")
    found, _ = graph(*FIVE[:2], FIVE[3], later)
    assert standing(found) == {"11": "latest; majority", "14": "withdrawn"}


def test_copies_of_one_text_are_no_majority() -> None:
    agency = ", said the coast guard in a note that agencies sent to all papers of the country in the evening"
    copies = [record(name, f"Paper {name}", "2026-05-06", 9, agency) for name in "xyz"]
    found, _ = graph(*copies, *FIVE[:2], FIVE[3])
    assert standing(found)["11"] == "majority"
    table = found.disagreements().set_index("value").loc["9"]
    assert set(table["articles"]) == {3} and set(table["independent_sources"]) == {1}


def test_a_correction_outranks_what_its_paper_wrote_on_the_same_day() -> None:
    first = record("a", "Coast Mail", "2026-05-06", 14)
    second = record("b", "Coast Mail", "2026-05-06", 11, title="Correction: Vesper bombing")
    found, _ = graph(first, second)
    assert standing(found) == {"11": "latest; majority", "14": "withdrawn"}
    assert found.disagreements().set_index("value")["correction"].to_dict() == {"11": True, "14": False}


@pytest.mark.parametrize(
    ("title", "text", "corrects"),
    [
        ("Correction: Vesper bombing", "Nine people died.", True),
        ("CORRECTED - Toll of Vesper", "Nine people died.", True),
        (None, "Nine died.\n\nAn earlier version of this article gave another number.", True),
        (None, "Nine died.\nThis story has been corrected.", True),
        ("Correctional officers strike", "The officers of the jail went on strike.", False),
        (None, "The court corrected the sentence of a robber.", False),
    ],
)
def test_articles_that_correct_what_was_printed(title: str | None, text: str, corrects: bool) -> None:
    assert is_correction(Article(id="a", text=text, title=title)) is corrects


def test_one_account_is_no_disagreement() -> None:
    found, _ = graph(FIVE[0], FIVE[1])
    assert found.disagreements().empty and "Sources disagree" not in found.summary()


def test_the_page_is_told_which_is_the_latest() -> None:
    found, key = graph(*FIVE[:4])
    (node,) = (node for node in encode(found.nx, "x")["nodes"] if node["key"] == key)
    assert node["standing"] == ["killed: 11 – most sources", "killed: 14 – latest"]
