"""Languages of texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgraph.sources.language import guess_language, language_code

TEXTS = {
    "en": "The minister told reporters that the two countries would have to agree on a date for the talks. ",
    "de": "Der Minister sagte am Mittwoch, die beiden Länder müssten sich auf einen Termin für die Gespräche einigen. ",
    "fr": "Le ministre a déclaré mercredi que les deux pays devaient se mettre d'accord sur une date. ",
    "nl": "De minister zei woensdag dat de twee landen het eens moeten worden over een datum voor de gesprekken. ",
    "es": "El ministro dijo el miércoles que los dos países deben acordar una fecha para las conversaciones. ",
    "ru": "Министр заявил в среду, что обе страны должны договориться о дате переговоров. ",
}


@pytest.mark.parametrize("code", TEXTS)
def test_languages_are_told_apart(code: str) -> None:
    assert guess_language(TEXTS[code] * 4) == code


def test_short_texts_are_left_alone_unless_they_are_english() -> None:
    assert guess_language(TEXTS["de"]) is None
    assert guess_language(TEXTS["en"]) == "en"
    assert guess_language("Ministers meet") is None
    assert guess_language("") is None


def test_a_list_of_names_and_numbers_is_not_called_foreign() -> None:
    assert guess_language("1 234 567; 8,910. " * 50) in (None, "en")


@pytest.mark.parametrize(
    ("said", "code"),
    [("en", "en"), ("en-US", "en"), ("EN_gb", "en"), ("English", "en"), ("zh-Hans-CN", "zh"), ("Klingon", None),
     ("", None), (None, None)],
)  # fmt: skip
def test_codes(said: str | None, code: str | None) -> None:
    assert language_code(said) == code


def test_another_language_is_kept_with_a_warning(read: Callable, write: Callable) -> None:
    path = write("a.txt", TEXTS["fr"] * 4)
    (article,), problems = read(path)
    assert article.language == "fr"
    assert [(str(problem), problem.lost) for problem in problems] == [
        (f"{path}: kept, though its language seems to be 'fr'; expect little, as the model reads English", False)
    ]


def test_a_language_that_is_given_is_not_guessed(read: Callable, write: Callable) -> None:
    path = write("a.jsonl", '{"text": "Talks went on.", "language": "de"}')
    (article,), problems = read(path)
    assert article.language == "de"
    assert [problem.lost for problem in problems] == [False]
