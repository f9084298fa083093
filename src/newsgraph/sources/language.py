"""Which language a text is in, cheaply: English is recognised by its commonest words, the rest by a model."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

SAMPLE: Final = 2000
"""Characters that are looked at."""
_LEAST: Final = 200
_SURE: Final = 0.95
# Common in English, and not words of its neighbours (so neither "in" nor "was", "of", "is").
_ENGLISH: Final = frozenset(
    "the and to that with for from which were has have had by this said not who their would been they at after will "
    "its about more when than other between could should".split()
)
_NAMES: Final = {"english": "en", "eng": "en", "german": "de", "french": "fr", "spanish": "es", "arabic": "ar",
                 "russian": "ru", "chinese": "zh", "portuguese": "pt", "italian": "it"}  # fmt: skip


def language_code(said: str | None) -> str | None:
    """The ISO 639-1 code in what a source says: `en-US` and `English` are `en`; None if it says nothing known."""
    if not said:
        return None
    plain = said.strip().lower()
    if plain in _NAMES:
        return _NAMES[plain]
    return found[1] if (found := re.fullmatch(r"([a-z]{2})(?:[-_]\w+)*", plain)) else None


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, None if the text is too short or mixed to tell."""
    sample = text[:SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if len(words) >= 8 and sum(word in _ENGLISH for word in words) > 0.14 * len(words):
        return "en"
    if len(sample.strip()) < _LEAST:
        return None
    code, certainty = _identifier().classify(sample)
    return str(code) if certainty >= _SURE else None


@cache
def _identifier() -> Any:
    """The model of py3langid, with certainties between 0 and 1. It takes more than half a second to load."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
