"""The lexicon of events as data: it is large, sound, explains itself and can be extended."""

from __future__ import annotations

import csv
from importlib.resources import files
from pathlib import Path
from random import Random

import pytest
from spacy.language import Language

from newsgraph.errors import NewsgraphError
from newsgraph.language.annotations import annotations_of
from newsgraph.language.english.events.component import explain
from newsgraph.language.english.events.lexicon.entries import read_entries
from newsgraph.language.english.events.lexicon.lexicon import Lexicon, event_lexicon, lexicon_with
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.pipeline import load_pipeline

HEADER = "word,pos,with,kind,mode,roles,example\n"


def test_thousands_of_entries() -> None:
    assert len(event_lexicon()) > 4000


def test_every_plover_kind_has_verbs_and_nouns() -> None:
    kinds = (
        "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE"
    )
    for kind in (*kinds.split(), "COERCE", "ASSAULT", "SAY", "ELECT", "APPOINT", "RESIGN", "DISASTER"):
        for pos in ("verb", "noun"):
            entries = [e for e in event_lexicon().entries() if e.kind == kind and e.pos == pos]
            assert len(entries) >= 9, (kind, pos)


def test_the_most_particular_entry_goes_first() -> None:
    weights = [entry.weight for entry in event_lexicon().of("verb", "impose")]
    assert weights == sorted(weights, reverse=True)
    assert len(weights) > 3


def test_classes_are_lower_case_lemmas() -> None:
    assert all(word == word.lower() for words in word_classes().values() for word in words)


def test_no_entry_is_out_of_reach() -> None:
    assert [(one.source, other.source) for one, other in event_lexicon().unreachable()] == []


def test_no_two_entries_fit_equally() -> None:
    assert [(one.source, other.source) for one, other in event_lexicon().ties()] == []


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_the_lines_means_nothing(seed: int) -> None:
    entries = list(event_lexicon().entries())
    Random(seed).shuffle(entries)
    mixed = Lexicon(entries)
    assert all(mixed.of(*entry.key) == event_lexicon().of(*entry.key) for entry in entries)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ogle,verb,^subj:actor,REJECT", "ogle,verb,obj:band|choir,ACCUSE"),
        ("ogle at,verb,,REJECT", "ogle,verb,obj:band,ACCUSE"),
        ("ogle,verb,obj:band,REJECT", "ogle,verb,with:actor,ACCUSE"),
        ("ogle,verb,inf:sing,REJECT", "ogle,verb,from:balcony,ACCUSE"),
        ("ogle,verb,from:balcony,REJECT", "ogle,verb,obj:band,ACCUSE"),
        ("ogle,verb,obj:band,REJECT", "ogle,verb,subj:crowd,ACCUSE"),
        ("ogle,verb,obj+:band,REJECT", "ogle,verb,obj:leader,ACCUSE"),
        ("ogle,verb,with:lens,ACCUSE", "ogle,verb,from:balcony,REJECT"),
    ],
)
def test_what_goes_first_of_entries_that_ask_for_as_much(first: str, second: str) -> None:
    for lines in ((first, second), (second, first)):
        entries = list(read_entries(["word,pos,with,kind,mode", *(f"{line}," for line in lines)], "mine.csv"))
        assert Lexicon(entries).of("verb", "ogle")[0].kind == first.split(",")[3]


def test_words_are_taken_out_of_a_class() -> None:
    whole, part = read_entries(
        [HEADER, "ogle,verb,obj:@attack,ACCUSE,,,", "ogle,verb,obj:@attack|band|!campaign|!@strike_military,REJECT,,,"],
        "mine.csv",
    )
    left = whole.tests[0].words - {"campaign"} - word_classes()["strike_military"]
    assert part.tests[0].words == left | {"band"}


def test_nine_in_ten_example_sentences_have_an_event_of_the_kind_of_their_row(nlp: Language) -> None:
    text = (files("newsgraph.language.english") / "lexicons" / "events_verbs.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    told = [row for row in rows if row["example"] and row["kind"] != "OTHER"][::4]
    docs = nlp.pipe(row["example"] for row in told)
    wrong = [
        row["example"]
        for row, doc in zip(told, docs, strict=True)
        if row["kind"] not in {event.kind for event in annotations_of(doc).events}
    ]
    assert len(wrong) < len(told) / 10, wrong


def test_an_entry_of_a_user_that_is_out_of_reach_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(HEADER + "ogle,verb,^obj:band|choir,ACCUSE,,,\nogle,verb,obj:choir,REJECT,,,\n")
    with pytest.raises(NewsgraphError, match="'ogle obj:choir → REJECT' is never reached"):
        lexicon_with([path])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ogle,verb,obj:band|choir,ACCUSE,,,", "ogle,verb,obj:choir|crowd,REJECT,,,"),
        ("ogle,verb,from:balcony,ACCUSE,allege,,", "ogle,verb,with:lens,ACCUSE,disapprove,,"),
    ],
)
def test_entries_of_a_user_that_fit_equally_are_refused(tmp_path: Path, one: str, other: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(f"{HEADER}{one}\n{other}\n")
    with pytest.raises(NewsgraphError, match=r"mine\.csv: 'ogle .* → ACCUSE.*' and 'ogle .* → .*' can both fit; take"):
        lexicon_with([path])
    path.write_text(f"{HEADER}{one}\n{other.replace('verb,', 'verb,^')}\n")
    assert lexicon_with([path]).of("verb", "ogle")[0].rank == 1


def test_explain_names_the_entry(nlp: Language) -> None:
    assert explain(nlp("Norway imposed sanctions on Sudan.")) == [
        "'imposed': SANCTION, actual; agents Norway; targets Sudan  [impose obj:@sanction_only → SANCTION]",
        "'sanctions': SANCTION, actual; agents Norway; targets Sudan  [sanction → SANCTION]",
    ]


def test_users_add_entries(nlp: Language, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(HEADER + "rendition,noun,,COERCE,deport,target=of,\nogle,verb,obj:actor,ACCUSE,disapprove,,\n")
    assert len(lexicon_with([path])) == len(event_lexicon()) + 2
    own = load_pipeline(lexicon=[path])
    assert not any("ogle obj:actor" in line for line in explain(nlp("Fans ogled the minister.")))
    assert explain(own("Fans ogled the minister.")) == [
        "'ogled': ACCUSE (disapprove), actual; agents Fans; targets the minister  [ogle obj:actor → ACCUSE disapprove]"
    ]


def test_the_last_file_goes_first_and_the_package_s_own_stay(tmp_path: Path) -> None:
    for name, kind in (("one", "ACCUSE"), ("two", "REJECT")):
        (tmp_path / name).write_text(HEADER + f"attack,verb,obj:actor,{kind},,,\n")
    before = [entry.source for entry in event_lexicon().of("verb", "attack")]
    own = lexicon_with([tmp_path / "one", tmp_path / "two"])
    assert [entry.source for entry in own.of("verb", "attack")] == [
        "attack obj:actor → REJECT", "attack obj:actor → ACCUSE", *before
    ]
    assert [entry.source for entry in event_lexicon().of("verb", "attack")] == before


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("word,kind\nboo,ACCUSE\n", "there is no column 'pos'"),
        (HEADER + "boo,verb,,SHOUT,,,\n", "'SHOUT' is no kind"),
        (HEADER + "boo,verb,,ACCUSE,by? all,,\n", "'by. all' is no mode"),
        (HEADER + "boo,shout,,ACCUSE,,,\n", "'shout' is no part of speech"),
        (HEADER + "boo,verb,obj:@nothing,ACCUSE,,,\n", "there is no class @nothing"),
    ],
)
def test_mistakes_are_named(text: str, message: str) -> None:
    with pytest.raises(NewsgraphError, match=message):
        list(read_entries(text.splitlines(), "mine.csv"))


def test_an_absent_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NewsgraphError, match=r"absent\.csv: can't be read"):
        lexicon_with([tmp_path / "absent.csv"])
