"""Which place or country of a name is meant: a state or the city of that name, a town or none, whose a body is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgraph.records import Entity, Record

Extract = Callable[..., Record]
CITY, STATE = "5128581", "5128638"


def entity_of(record: Record, written: str) -> Entity:
    """What a name stands for where it is first written."""
    named = next(m.entity for m in record.mentions if m.form == "name" and m.text == written)
    return next(e for e in record.entities if e.id == named)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The shop in New York closed on Monday.", CITY),
        ("Voters in New York and Rhode Island went to the polls.", STATE),
        ("The New York attorney general sued the firm.", STATE),
        ("A senator from New York resigned.", STATE),
        ("She moved from New York to London, and in New York she met a New York senator.", CITY),
    ],
)
def test_a_state_or_the_city_that_is_called_like_it(extract: Extract, text: str, place: str) -> None:
    assert (entity_of(extract(text), "New York").links or {}).get("geonames") == place


@pytest.mark.parametrize(
    ("text", "body", "country"),
    [
        ("A researcher at the University of New Mexico spoke.", "University of New Mexico", "US"),
        (
            "The University of Georgia, in Athens, Georgia, said that the U.S. Senate had agreed.",
            "University of Georgia",
            "US",
        ),
        ("The Communist Party of India left.", "Communist Party of India", "IN"),
        ("Deputies of the Lebanon County Board left.", "Lebanon County Board", None),
    ],
)
def test_whose_a_body_is(extract: Extract, text: str, body: str, country: str | None) -> None:
    assert entity_of(extract(text), body).country == country


def test_of_towns_that_are_as_great_none_is_meant(extract: Extract) -> None:
    text = "The U.S. senator met teachers in Newtown on Monday. The U.S. president will go to Newtown, too."
    assert "geonames" not in (entity_of(extract(text), "Newtown").links or {})


def test_counties_of_a_list_are_no_towns_and_no_persons(extract: Extract) -> None:
    record = extract("The office serves Walker, Greer and Pike counties in Ohio.")
    for name in ("Walker", "Greer", "Pike"):
        one = entity_of(record, name)
        assert one.kind == "Place"
        assert not one.links
