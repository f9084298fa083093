"""What newsgraph's layers cost over the bare spaCy pipeline, on the sample articles many times over.

    python benchmarks/bench_pipeline.py [ROUNDS]

Prints tokens a second of both, the ratio, and the microseconds a token of each layer. Bare and whole runs alternate, so
that a machine that slows down slows both.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.articles import Article
from newsgraph.language.annotations import annotations_of
from newsgraph.language.pipeline import COMPONENTS, load_pipeline
from newsgraph.sources import open_articles

ROOT = Path(__file__).parents[1]
GROUPS = {
    "who is who": ("names", "coreference"),
    "… and what happened": ("names", "coreference", "times", "attributions", "events"),
    "all layers": tuple(c.removeprefix("newsgraph_") for c in COMPONENTS),
}


def docs(nlp: Language, articles: Iterable[Article]) -> Iterable[Doc]:
    """Docs that know their article."""
    for article in articles:
        doc = nlp.make_doc(article.text)
        annotations_of(doc).article = article
        yield doc


def main(rounds: int) -> None:
    """Time both and print ratios."""
    nlp = load_pipeline()
    articles = list(open_articles([ROOT / "examples"], on_problem=lambda problem: None)) * 4
    bare: list[float] = []
    layers: dict[str, list[float]] = defaultdict(list)
    tokens = 0
    for _ in range(rounds + 1):
        with nlp.select_pipes(disable=list(COMPONENTS)):
            began = time.perf_counter()
            parsed = list(nlp.pipe(docs(nlp, articles), batch_size=16))
            bare.append(time.perf_counter() - began)
        tokens = sum(map(len, parsed))
        for component in COMPONENTS:
            layer = nlp.get_pipe(component)
            began = time.perf_counter()
            for doc in parsed:
                layer(doc)
            layers[component.removeprefix("newsgraph_")].append(time.perf_counter() - began)
    base = statistics.median(bare[1:])
    cost = {name: statistics.median(times[1:]) for name, times in layers.items()}
    print(f"{len(articles)} articles, {tokens} tokens, median of {rounds}")
    print(f"bare spaCy      {tokens / base:8.0f} tokens/s   {base / tokens * 1e6:6.1f} µs/token")
    for name, seconds in cost.items():
        print(f"  {name:14s}{'':24s}{seconds / tokens * 1e6:6.1f} µs/token  +{seconds / base:.1%}")
    for name, members in GROUPS.items():
        print(f"{name:22s} +{sum(cost[m] for m in members) / base:.1%} over the bare pipeline")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
