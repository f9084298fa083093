"""Stems and sorts of deeds."""

from __future__ import annotations

import pytest

from newsgraph.language.english.deeds import light_verbs, sorts_of, stem


@pytest.mark.parametrize(
    "forms", ["kill kills killed killing", "seize seized seizing", "stab stabbed stabbing", "arrest arrests arrested",
              "protest protests protested", "clash clashes clashed"]
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("kill", "shoot"), ("arrest", "charge"), ("less", "let")])
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_deeds_of_one_happening() -> None:
    shot, died = sorts_of(frozenset([stem("shot")])), sorts_of(frozenset([stem("died")]))
    assert shot == (frozenset(["shooting"]), frozenset(["harm"]))
    assert died == (frozenset(["dying"]), frozenset(["harm"]))
    assert sorts_of(frozenset([stem("whistled")])) == (frozenset(), frozenset())


def test_light_verbs_are_no_sort_of_deed() -> None:
    assert {stem("conducted"), stem("held"), stem("taken")} <= light_verbs()
    assert not light_verbs() & {stem(word) for word in ("killed", "shot", "arrested", "released")}
    assert sorts_of(light_verbs() - {stem("launch")}) == (frozenset(), frozenset())
