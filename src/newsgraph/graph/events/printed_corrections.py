"""Where news says that it corrects what was printed before: the whole article, or a sentence on a number."""

from __future__ import annotations

import re

from newsgraph.articles import Article

_ARTICLE_CORRECTS = re.compile(
    r"\A\W*correct(?:ion|ed|s)\b|\b(?:article|story|report|headline|version) (?:has been|was) "
    r"(?:corrected|amended|updated to correct)|\b(?:an|the) (?:earlier|previous) version of this\b|"
    r"^\W*corrections?(?: and clarifications?)?\s*:", re.IGNORECASE | re.MULTILINE,
)
_CORRECTING = ("correct", "amended", "version of this")
"""What an article has that says so, so that few are searched."""
_SENTENCE_CORRECTS = re.compile(
    r"\b(?:revis(?:ed|es|ing)|correct(?:ed|s|ing)|lower(?:ed|s|ing)|withdrew|retracted)\b[^.;]*"
    r"\b(?:toll|count|figure|number|tally|report|statement)|\bearlier (?:count|figure|number|report|toll)|"
    r"\bnot \w+,? as (?:\w+ )?(?:first|earlier|previously|originally|initially) (?:reported|said|given|announced)",
    re.IGNORECASE,
)


def is_correction(article: Article) -> bool:
    """Whether an article says that it corrects what was printed before."""
    return any(_says_correction(text) for text in (article.title or "", article.text))


def _says_correction(text: str) -> bool:
    folded = text.casefold()
    return any(words in folded for words in _CORRECTING) and bool(_ARTICLE_CORRECTS.search(text))


def corrects_report(sentence: str) -> bool:
    """Whether a sentence says that what it tells replaces an earlier report."""
    return bool(_SENTENCE_CORRECTS.search(sentence))
