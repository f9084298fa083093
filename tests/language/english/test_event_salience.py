"""Which event an article is mainly about, and when and where its story was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgraph.records import Event, Record

Extract = Callable[..., Record]


def main_event(record: Record) -> Event:
    found = [event for event in record.events if event.main]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("title", "text", "trigger"),
    [
        (
            "Norland expels three diplomats",
            "Relations have been poor since the war. Norland expelled three Sudovian diplomats on Monday, the foreign "
            "ministry said. The ministry accused them of spying.",
            "expelled",
        ),
        (
            "Rebels free hostages after two months",
            "Rebels freed four hostages on Sunday, two months after they had attacked a hotel in the capital.",
            "freed",
        ),
        (None, "The army shelled the port on Monday. Diplomats condemned the attack.", "shelled"),
    ],
)
def test_main_event(extract: Extract, title: str | None, text: str, trigger: str) -> None:
    fields = {"title": title} if title else {}
    assert main_event(extract(text, published="2025-03-12", **fields)).text == trigger


def test_the_headline_gives_the_place(extract: Extract) -> None:
    text = "Gunmen killed two policemen on Monday, officials in Paris said. Paris has seen few such attacks."
    record = extract(text, title="Gunmen kill two policemen in Paris", published="2025-03-12")
    places = {mention.id: mention.text for mention in record.mentions}
    assert [places[place] for place in main_event(record).places] == ["Paris"]


def test_the_same_deed_told_again_dates_the_main_event(extract: Extract) -> None:
    text = (
        "Gunmen have killed a judge in Kalvar. The whole town is in shock, and shops stayed shut.\n\n"
        "Police have no suspect. The judge was killed on Monday, they said."
    )
    event = main_event(extract(text, title="Gunmen kill judge", published="2025-03-12"))
    assert (event.text, event.time) == ("killed", "2025-03-10")


def test_what_else_was_done_on_a_day_dates_nothing(extract: Extract) -> None:
    text = "Gunmen killed a judge. The attack shocked the town. Police said on Monday that they had no suspect."
    event = main_event(extract(text, title="Gunmen kill judge", published="2025-03-12"))
    assert (event.text, event.time, event.time_reason) == ("killed", None, None)


def test_blame_has_the_day_on_which_its_speaker_spoke(extract: Extract) -> None:
    text = "Lena Marsh has blamed the ministry for the blackout. On a call on Sunday, Marsh said it had been warned."
    event = main_event(extract(text, title="Marsh blames ministry for blackout", published="2025-03-12"))
    assert (event.text, event.time, event.time_reason) == ("blamed", "2025-03-09", "said then")


def test_a_place_of_the_headline_says_so(extract: Extract) -> None:
    text = "Two soldiers were killed by a bomb on Tuesday. The army blamed rebels."
    event = main_event(extract("Bomb kills two soldiers in Mali\n\n" + text, title="Bomb kills two soldiers in Mali"))
    assert event.places and event.place_reason in ("clause", "same event")
    event = main_event(extract(text + " The north of Mali has seen a dozen such bombs.", title="Deadly bomb in Mali"))
    assert event.places and event.place_reason == "headline"


def test_another_capital_in_the_headline_is_no_place(extract: Extract) -> None:
    title = "Norway expels five Russian diplomats in spying row; Moscow vows response"
    record = extract("Norway has expelled five Russian diplomats. Moscow vowed to respond.", title=title)
    assert main_event(record).places == ()


def test_a_day_long_ago_is_not(extract: Extract) -> None:
    text = "Gunmen killed a judge. The court opened on 3 May 2019."
    assert main_event(extract(text, title="Gunmen kill judge", published="2025-03-12")).time is None


def test_no_event_no_main_event(extract: Extract) -> None:
    assert extract("A quiet village.").events == ()


# Text published on 12 March 2025, a word of saying in it, the day on which it was said.
OCCASIONS = [
    ("Lena Marsh told reporters on Monday that talks would go on. She rejected the plan.", "rejected", "2025-03-10"),
    ("Lena Marsh spoke on Monday. Rain fell. She urged the council to meet.", "urged", "2025-03-10"),
    ("Lena Marsh has blamed the council. On Sunday, Marsh said it had been warned.", "blamed", "2025-03-09"),
    ("Lena Marsh told reporters on Monday that talks would go on. Tom Reed rejected the plan.", "rejected", None),
    ("Lena Marsh told reporters on Monday that talks would go on. She had rejected the plan.", "rejected", None),
    ("Lena Marsh told reporters on Monday that talks would go on. Earlier she rejected the plan.", "rejected", None),
    ('Lena Marsh rejected the plan. "We said no on Monday, and we say no now," she added.', "rejected", None),
    ("Norland accused Ostia on Monday. Snow fell. Roads closed. Shops shut. It rejected the plan.", "rejected", None),
    ("Lena Marsh spoke on Monday. Tom Reed spoke on Tuesday. He praised the plan.", "praised", "2025-03-11"),
]


@pytest.mark.parametrize(("text", "word", "day"), OCCASIONS)
def test_what_is_said_in_one_go_has_one_day(extract: Extract, text: str, word: str, day: str | None) -> None:
    event = next(e for e in extract(text, published="2025-03-12").events if e.text == word)
    assert (event.time, event.time_reason) == (day, "said then" if day else None)


def test_an_unknown_place_of_its_own_clause_is_where_the_main_event_was(extract: Extract) -> None:
    story = " The army attacked rebels in Kenya. Rebels killed ten men in Kenya. Police arrested six men in Kenya."
    met = "Arno Berg met with reporters on Monday at his home{}, and left."
    known = main_event(extract(met.format("") + story, title="Berg met reporters"))
    own = main_event(extract(met.format(" in Port St. Olvar") + story, title="Berg met reporters"))
    assert (known.text, known.place_reason) == ("met", "story")
    assert (own.text, own.place_reason) == ("met", "clause")
