"""Articles that are nearly the same text: reprints of an agency's report, later versions of a story.

Each article is known by a sample of its runs of eight words, chosen by their hash, so that the same run is in the
sample of either text or of neither (after Manber's "Finding similar files", 1994).
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from newsgraph.articles import Article

_RUN: Final = 8
"""Words of a run."""
_SAMPLED: Final = 4
"""One run in so many is in the sample."""
_SHARED: Final = 0.5
"""The share of the smaller sample that two articles must have in common."""
_COMMON: Final = 50
"""Articles from which a run is a phrase of the trade, such as a paper's imprint, and says nothing."""


def near_duplicates(articles: Iterable[Article]) -> list[tuple[str, str, float]]:
    """Pairs of article ids with the share of the shorter text that the longer one has too, the most alike first."""
    samples = {article.id: _sample(article.text) for article in articles}
    holders: dict[int, list[str]] = defaultdict(list)
    for name in sorted(samples):
        for run in samples[name]:
            holders[run].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        if len(names) <= _COMMON:
            shared.update((one, other) for at, one in enumerate(names) for other in names[at + 1 :])
    found = [
        (one, other, number / least)
        for (one, other), number in shared.items()
        if number >= _SHARED * (least := min(len(samples[one]), len(samples[other])))
    ]
    return sorted(found, key=lambda pair: (-pair[2], pair[:2]))


def _sample(text: str) -> frozenset[int]:
    words = re.findall(r"\w+", text.casefold())
    runs = (" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
    hashes = {zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs}
    return frozenset(value for value in hashes if value % _SAMPLED == 0) or frozenset([min(hashes)])
