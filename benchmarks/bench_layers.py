"""What each part of the reading of articles costs, in CPU time, on real articles, each once.

    python benchmarks/bench_layers.py [ARTICLES.jsonl] [COUNT]

Without a file, the sample articles are read. Sixteen articles at a time go through one part after another, as they do
when newsgraph reads: the parts of the spaCy model, the layers of newsgraph, the record and its JSON.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import batched
from pathlib import Path

from bench_pipeline import ROOT, WARM, texts_of
from spacy.language import Language

import newsgraph as ng
from newsgraph.language.annotations import annotate
from newsgraph.language.assemble import to_record
from newsgraph.language.pipeline import load_pipeline
from newsgraph.record_lines import to_json

RECORD, JSON = "record", "JSON"


def seconds_of_parts(articles: Iterable[ng.Article], nlp: Language) -> dict[str, float]:
    """The CPU seconds of each part, in the order in which an article goes through them."""
    spent: dict[str, float] = defaultdict(float)
    for batch in batched(articles, 16):
        began = time.process_time()

        def lap(part: str) -> None:
            nonlocal began
            now = time.process_time()
            spent[part] += now - began
            began = now

        docs = [nlp.make_doc(article.text) for article in batch]
        lap("tokenizer")
        for doc, article in zip(docs, batch, strict=True):
            annotate(doc, article)
        for name, pipe in nlp.pipeline:
            docs = list(pipe.pipe(docs, batch_size=16)) if hasattr(pipe, "pipe") else [pipe(doc) for doc in docs]
            lap(name)
        records = [to_record(doc) for doc in docs]
        lap(RECORD)
        for record in records:
            to_json(record)
        lap(JSON)
        gc.collect(1)  # once a batch, as newsgraph does, and not in the midst of a part
    return dict(spent)


def is_own(part: str) -> bool:
    """Whether a part is newsgraph's own, and none of the model's."""
    return part.startswith("newsgraph_") or part in (RECORD, JSON)


def table(spent: dict[str, float], count: int) -> Sequence[str]:
    """The lines that are printed: CPU milliseconds an article, and the share of all."""
    whole, own = sum(spent.values()), sum(seconds for part, seconds in spent.items() if is_own(part))
    rows = [*spent.items(), ("the model", whole - own), ("newsgraph's own", own), ("all", whole)]
    return [f"{part:24s} {1000 * seconds / count:8.2f} ms {100 * seconds / whole:6.1f} %" for part, seconds in rows]


def main(path: Path, count: int) -> None:
    """Read and print."""
    articles = [ng.Article(text=text) for text in texts_of([path], count)]
    nlp = load_pipeline()
    seconds_of_parts([ng.Article(text=WARM)], nlp)
    gc.disable()
    print("\n".join(table(seconds_of_parts(articles, nlp), len(articles))))


if __name__ == "__main__":
    given = [Path(word) for word in sys.argv[1:2]]
    main((given or [ROOT / "examples" / "articles"])[0], int(sys.argv[2]) if len(sys.argv) > 2 else 10**6)
