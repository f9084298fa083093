"""Titles and roles, and the body one has them at."""

from __future__ import annotations

import pytest

from newsgraph.knowledge import role, roles


@pytest.mark.parametrize(
    ("sentence", "start", "length", "name", "plural"),
    [
        ("Deputy Foreign Minister Amina Okello", 0, 3, "deputy foreign minister", False),
        ("the foreign ministers of both", 1, 2, "foreign minister", True),
        ("UN Secretary - General Okello", 1, 3, "secretary-general", False),
        ("two MPs resigned", 1, 1, "MP", True),
        ("the chiefs of staff met", 1, 3, "chief of staff", True),
        ("attorneys general of states", 0, 2, "attorney general", True),
        ("the president - elect spoke", 1, 3, "president-elect", False),
        ("the women 's affairs minister", 1, 4, "women's affairs minister", False),
        ("spokeswomen said", 0, 1, "spokeswoman", True),
        ("ARMY CHIEF WARNS", 0, 2, "army chief", False),
    ],
)
def test_longest_role(sentence: str, start: int, length: int, name: str, plural: bool) -> None:
    found = roles().longest(sentence.split(), start)
    assert found is not None
    end, one = found
    assert (end - start, one.name, one.plural) == (length, name, plural)


@pytest.mark.parametrize(("sentence", "start"), [("at 3 pm today", 2), ("the river rose", 1), ("a mps test", 1)])
def test_no_role(sentence: str, start: int) -> None:
    assert roles().longest(sentence.split(), start) is None


@pytest.mark.parametrize(
    ("phrase", "relation", "body"),
    [
        ("foreign minister", "headOf", "Country"), ("army chief", "headOf", "Country"),
        ("spokesperson", "roleAt", "Country"),
        ("chairman", "headOf", "Party"), ("party leader", "headOf", "Party"), ("mayor", "headOf", "Place"),
        ("rebel commander", "roleAt", "ArmedGroup"), ("editor", "roleAt", "Organization"),
        ("senator", "memberOf", "Agency"),
        ("deputy secretary-general", "roleAt", "InternationalOrganization"),
    ],
)  # fmt: skip
def test_what_a_role_tells(phrase: str, relation: str, body: str) -> None:
    found = role(phrase)
    assert found is not None
    assert (found.relation, found.bodies[0]) == (relation, body)


def test_there_are_hundreds() -> None:
    assert len({one.name for one in roles().values()}) >= 500
    assert role("unicorn keeper") is None
