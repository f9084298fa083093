"""Blocks of persons hold every pair whose last names are alike enough, and stay small."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.resolve.entities.person_blocks import last_name_keys, person_pairs
from newsgraph.resolve.entities.spellings import person_likeness


def test_spellings_of_one_name_meet() -> None:
    persons = [[("omar", name)] for name in ("qaddafi", "gaddafi", "kadhafi", "mubarak", "mubarek", "haddad")]
    found = set(person_pairs(persons))
    assert {(0, 2), (3, 4)} <= found and (0, 3) not in found


NAME = st.text(alphabet="abdefiklmnoprstuy", min_size=2, max_size=12)


@settings(max_examples=400)
@given(NAME, st.integers(0, 11), st.sampled_from("abekrstx") | st.just(""), st.booleans())
def test_no_pair_that_would_be_judged_alike_is_missed(name: str, at: int, letter: str, twice: bool) -> None:
    other = name[:at] + letter + name[at + 1 :]
    other = other[:1] + other[2:] if twice else other
    if len(other) > 1 and person_likeness(("ana", name), ("ana", other)) >= 0.86:
        assert last_name_keys(name) & last_name_keys(other)


def test_a_common_last_name_is_parted_and_none_is_passed_over() -> None:
    given = [f"{first}{second}" for first in "abcdefghij" for second in ("lan", "mir", "nor", "ust", "zel", "tok")]
    persons = [[(name, "smith")] for name in given]
    pairs = set(person_pairs(persons))
    assert len(pairs) < len(given) ** 2 / 10
    same = [(i, j) for j in range(len(given)) for i in range(j) if given[i][0] == given[j][0]]
    assert pairs >= set(same)


def test_a_part_that_is_too_large_is_compared_by_neighbours_and_says_so() -> None:
    persons = [[(f"m{number:04}", "khan")] for number in range(900)]
    with pytest.warns(UserWarning, match="900 persons are called like 'khan'"):
        pairs = list(person_pairs(persons))
    assert len(pairs) < 900 * 201 and {(0, 1), (0, 200), (898, 899)} <= set(pairs)
