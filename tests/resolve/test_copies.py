"""Copies of one text."""

from __future__ import annotations

from newsgraph.articles import Article
from newsgraph.records import Record
from newsgraph.resolve.copies import copy_groups

WIRE = (
    "VESPER, Norland - A ferry with forty people on board sank off the coast of Norland on Monday after it had struck "
    "a reef in thick fog, the coast guard said. Boats from three villages picked up all but two of the passengers. The "
    "harbour master told reporters that the search would go on through the night and that divers were on their way."
)
OWN = (
    "Two people were missing on Monday when a ferry ran onto a reef near Vesper and went down within minutes. "
    "Fishermen who had seen it vanish in the fog saved thirty-eight of the forty aboard. Divers are to look for the "
    "others."
)


def groups(*texts: str) -> list[int]:
    found = copy_groups([Record(article=Article(id=str(n), text=text)) for n, text in enumerate(texts)])
    return [found[str(n)] for n in range(len(texts))]


def test_a_cut_or_edited_text_is_a_copy_and_a_retelling_is_not() -> None:
    cut = WIRE[: len(WIRE) * 2 // 3]
    edited = WIRE.replace("VESPER, Norland - ", "").replace("on Monday ", "").upper() + " More to follow."
    assert groups(WIRE, OWN, cut, edited) == [0, 1, 0, 0]


def test_texts_of_few_words_are_copies_only_if_they_are_alike() -> None:
    assert groups("Rebels attack.", "Rebels attack", "Rebels retreat.", "", "") == [0, 0, 1, 2, 3]


def test_the_same_is_found_again() -> None:
    assert groups(OWN, WIRE, WIRE) == [0, 1, 1] == groups(OWN, WIRE, WIRE)


def test_a_few_lines_out_of_a_long_text_are_a_copy() -> None:
    long = " ".join(f"Line {n} of the list has ship {n * 7} and port {n * 11} in it." for n in range(60))
    short = "Wire: " + " ".join(long.split()[300:340])
    assert groups(OWN, long, short) == [0, 1, 1]


def test_what_very_many_papers_print_is_found_and_what_they_all_add_is_not() -> None:
    imprint = " All rights reserved; no part of this page may be printed without leave of the house."
    own = [" ".join(f"word{n}x{m}" for m in range(60)) + imprint for n in range(150)]
    copies = [f"{WIRE} Paper {n}." for n in range(150)]
    found = groups(*own, *copies)
    assert found == [*range(150), *[150] * 150]
