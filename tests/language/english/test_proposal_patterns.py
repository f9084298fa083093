"""The table of proposals: every row is well formed, and decides what its example proposes."""

from __future__ import annotations

import pytest
from spacy.language import Language

from newsgraph.language.annotations import annotations_of
from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.proposals.cues import proposal_cues
from newsgraph.language.english.proposals.table.contents import CONTENTS
from newsgraph.language.english.proposals.table.interpreter import cue_places, matches_at
from newsgraph.language.english.proposals.table.patterns import Row, complements, pattern_rows
from newsgraph.language.english.proposals.table.signs import SIGNS
from newsgraph.language.english.proposals.voices import find_voices
from newsgraph.language.english.syntax.parse import parse_of
from newsgraph.language.english.syntax.speech.quotations import find_quotations

PARTS = ("verb", "necessity", "will", "noun", "adjective", "backing", "focus", "imperative")
ROWS = [row for pos in PARTS for row in pattern_rows(pos)]
WITH_EXAMPLE = [row for row in ROWS if row.example]


def _deciding(nlp: Language, text: str) -> list[str]:
    doc = nlp(text)
    parse, notes = parse_of(doc), annotations_of(doc)
    voices = find_voices(parse, notes, find_quotations(parse))
    found = [(i, row.source) for i in range(parse.size) for _, row in matches_at(parse, notes, i, voices[i])]
    assert {i for i, _ in found} <= set(cue_places(parse)), "no row fits where none is sought"
    return [source for _, source in found]


@pytest.mark.parametrize("row", WITH_EXAMPLE, ids=[row.source[:70] for row in WITH_EXAMPLE])
def test_a_row_decides_its_example(nlp: Language, row: Row) -> None:
    assert row.source in _deciding(nlp, row.example)


def test_rows_name_what_there_is() -> None:
    assert len(ROWS) == len(read_lexicon("proposal_patterns"))
    assert {row.find for row in ROWS} - {""} == set(complements())
    assert {row.content for row in ROWS} - {""} == set(CONTENTS)


def test_signs_are_used() -> None:
    rows = (*read_lexicon("proposal_patterns"), *read_lexicon("proposal_complements"))
    written = " ".join(row["with"].replace("|", " ").replace(":", " ") for row in rows)
    assert {word[1:] for word in written.split() if word.startswith("~")} == set(SIGNS)


def test_what_a_cue_takes_has_rows() -> None:
    taken = {word for row in ROWS for word in row.takes}
    for pos in PARTS:
        for lemma, cue in proposal_cues(pos).items():
            unknown = {word for word in cue.takes if word not in taken}
            assert not unknown, f"{lemma} ({pos}) takes {unknown}, for which there is no row"
