"""How many were killed, injured, missing, detained, displaced: the least and the greatest number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import newsgraph as ng
from newsgraph.records import MOST_PEOPLE, Record


@pytest.mark.parametrize(
    ("sentence", "trigger", "least", "most"),
    [
        ("At least 13 civilians were killed in the attack.", "killed", {"killed": 13}, {}),
        ("At least 13 civilians were killed in the attack.", "attack", {"killed": 13}, {}),
        ("A roadside bomb wounded two soldiers.", "wounded", {"injured": 2}, {}),
        ("A suicide bomber killed seven soldiers and wounded 20 others.", "killed", {"killed": 7, "injured": 20}, {}),
        ("The bombing, which killed nine people, was claimed by the militia.", "bombing", {"killed": 9}, {}),
        ("Dozens were killed when a ferry capsized.", "killed", {}, {}),
        ("Dozens were killed when a ferry capsized.", "capsized", {}, {}),
        ("Between 20 and 30 rebels were killed.", "killed", {"killed": 20}, {"killed": 30}),
        ("Hundreds of villagers were displaced.", "displaced", {}, {}),
        ("More than 1,200 demonstrators were detained.", "detained", {"detained": 1200}, {}),
        ("Fewer than ten people were injured.", "injured", {"injured": 0}, {"injured": 9}),
        ("Up to 20 miners are missing after the collapse.", "missing", {"missing": 1}, {"missing": 20}),
        ("The death toll rose to 27.", "rose", {"killed": 27}, {}),
        ("Twenty-five prisoners were executed.", "executed", {"killed": 25}, {}),
        ("Two hundred families were evacuated.", "evacuated", {"displaced": 200}, {}),
        ("Floods left 14 people dead and hundreds homeless.", "left", {"killed": 14}, {}),
        ("The attack left 12 dead and 30 wounded.", "attack", {"killed": 12, "injured": 30}, {}),
        ("Three dead in Kalvar blast", "blast", {"killed": 3}, {}),
        ("The bishop condemned the killing of six monks.", "killing", {"killed": 6}, {}),
        ("A bus plunged into a ravine, killing at least 12 passengers.", "plunged", {"killed": 12}, {}),
        ("The ministry shut down two newspapers.", "shut down", {}, {}),
        ("The bomb left 35 guards and five soldiers dead.", "left", {"killed": 40}, {}),
        ("The blast left seven people injured and considerable damage.", "blast", {"injured": 7}, {}),
        ("The storm killed three people and two dogs.", "killed", {"killed": 3}, {}),
        ("Tens of thousands of people died.", "died", {}, {}),
        ("It is not known how many civilians were killed.", "killed", {}, {}),
        ("A mother of 12 was killed in the crossfire.", "killed", {"killed": 1}, {}),
        ("Four men, two of whom were arrested, are ill.", "arrested", {"detained": 2}, {}),
        ("No civilian was hurt.", "hurt", {}, {}),
        ("Customs officers seized three tonnes of cocaine.", "seized", {}, {}),
        ("The army captured six rebels.", "captured", {"detained": 6}, {}),
        ("The plague killed 2.5 million people.", "killed", {"killed": 2_500_000}, {}),
        ("Rebels killed 99999999999999999999 people.", "killed", {}, {}),
        ("Rebels killed 99,999,999,999 million people.", "killed", {}, {}),
        ("Rebels killed 12 trillion people.", "killed", {}, {}),
    ],
)  # fmt: skip
def test_counts(
    extract: Callable[..., Record], sentence: str, trigger: str, least: dict[str, int], most: dict[str, int]
) -> None:
    record = extract(sentence, published="2025-03-12")
    event = next(event for event in record.events if event.text == trigger)
    assert event.counts == least
    assert event.counts_max == most


@pytest.mark.parametrize(
    ("sentence", "trigger", "words"),
    [
        ("Gunmen killed 14 people on Wednesday.", "killed", {"killed": "14", "date": "Wednesday"}),
        ("The attack killed twenty-five men on Monday morning.", "killed",
         {"killed": "twenty-five", "date": "Monday morning"}),
        ("The flood displaced 2.5 million people.", "displaced", {"displaced": "2.5 million"}),
        ("At least two hundred people were wounded.", "wounded", {"injured": "two hundred"}),
        ("A policeman was killed.", "killed", {"killed": "A"}),
        ("John Ossar was killed.", "killed", {}),
        ("The bomb left 35 guards and five soldiers dead.", "left", {}),
        ("Up to 20 men were killed.", "killed", {}),
        ("The army attacked Kalvar at dawn.", "attacked", {}),
        ("Three dead in Kalvar blast", "blast", {"killed": "Three"}),
    ],
)  # fmt: skip
def test_the_words_that_give_a_number_or_the_day(
    extract: Callable[..., Record], sentence: str, trigger: str, words: dict[str, str]
) -> None:
    record = extract(sentence, published="2026-05-07")
    event = next(event for event in record.events if event.text == trigger)
    assert {what: record.article.text[start:end] for what, (start, end) in event.said_at.items()} == words


def test_what_another_sentence_says_has_no_words_in_this_one(extract: Callable[..., Record]) -> None:
    text = "Gunmen killed 14 people in Kalvar on Wednesday. The attack was revenge, said Haile Birru."
    record = extract(text, published="2026-05-07")
    (attack,) = (event for event in record.events if event.text == "attack")
    assert attack.counts == {"killed": 14} and attack.said_at == {}


def test_a_number_of_any_length_stays_in_the_words_and_stops_no_article() -> None:
    numerals = [*("9" * size for size in range(8, 24)), "9" * 5000, f"{'9' * 400}.5 million", "10,000,000,000"]
    articles = [
        ng.Article(
            id=f"a{number}", published="2026-05-06",
            text=f"Raid\n\nRebels killed {numeral} people in Kabul on Monday. The attack left {numeral} wounded.",
        )
        for number, numeral in enumerate(numerals)
    ]  # fmt: skip
    graph = ng.build(articles, progress=False)
    assert len(graph.articles()) == len(numerals)
    for table in (graph.events(), *(ng.build([article], progress=False).events() for article in articles)):
        for harm in ("killed", "injured"):
            assert all(0 <= number < MOST_PEOPLE for number in table[harm].dropna())
    assert graph.events()["killed"].max() == 9_999_999_999
