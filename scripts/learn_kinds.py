#!/usr/bin/env python3
"""Learn how much each finding about an unknown name weighs for its kind, from news whose names people marked.

    learn_kinds.py GOLD.jsonl... [--partial GOLD.jsonl...] [--texts TEXTS.jsonl...] [--check]

Gold records have all names of their articles as mentions with kinds; those of `--partial` files have only some, so that
what is not marked there teaches nothing. What gold has not, or not with these borders, is "Other", as are works,
products and events.

Writes `lexicons/kind_weights.csv`, and prints how often the kind is right, as models that have not seen an article say
it (ten parts by article); with `--check` nothing is written.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from learning import ROOT, Corpus, Row, fit, out_of_fold, replaced, write

from newsgraph.language.annotations import annotations_of
from newsgraph.language.english.names import kinds
from newsgraph.language.english.names.kind_evidence import KINDS, TAKEN, kind_features
from newsgraph.language.english.names.runs import Candidate
from newsgraph.language.words import Words

STRENGTH = 0.3
RARE = 5
"""Features that fewer names have are left out."""
TWICE = 2.0
"""How often an article counts whose names were judged by a reader, for it is news as others read it."""
LEAST = 0.02
"""What weighs less for each kind is left out."""
_CLASSES = {
    "Country": "Place", "Agency": "Organization", "InternationalOrganization": "Organization",
    "Party": "Organization", "ArmedGroup": "Organization", "Group": "Other", "Event": "Other", "Document": "Other",
}  # fmt: skip


def names(corpus: Corpus, partial: bool) -> Iterator[tuple[Row, str, float]]:
    """The unknown names of a corpus: their kind in gold, that said without weights, and how likely it must be."""
    seen: list[tuple[Words, Sequence[Candidate], str, float]] = []

    def note(words: Words, spans: Sequence[Candidate], said: str, kept: float) -> str:
        seen.append((words, spans, said, kept))
        return said

    with replaced(kinds, "likely_kind", note):
        for doc in corpus.docs(until="newsgraph_names"):
            article = annotations_of(doc).article.id
            golds = _marked(corpus.gold[article])
            for words, spans, said, kept in seen:
                found = Counter(_gold_kind(words, span, golds, partial) for span in spans)
                kind = found.most_common(1)[0][0]
                if kind:
                    yield (article, kind, kind_features(words, spans, said)), said, kept
            seen.clear()


def _marked(record: dict[str, Any]) -> list[dict[str, Any]]:
    """The names that people marked in an article, with their kinds."""
    if "names" in record:
        return [{"start": start, "end": end, "kind": kind} for start, end, kind in record["names"]]
    return [m for m in record["mentions"] if m.get("form", "name") == "name"]


def _gold_kind(words: Words, span: Candidate, golds: list[dict[str, Any]], partial: bool) -> str:
    """The kind of the gold mention with which a name has most in common; empty where nothing is known."""
    start, end = words.begin[span.start], words.end[span.end - 1]
    best, kind = 0.0, "" if partial else "Other"
    for gold in golds:
        titled = gold["start"] <= start and end == gold["end"]  # gold may have titles in its names
        shared = min(end, gold["end"]) - max(start, gold["start"])
        widest = end - start if titled else max(end - start, gold["end"] - gold["start"])
        if shared > 0 and (fits := shared / widest) > best:
            best, kind = fits, _CLASSES.get(gold["kind"], gold["kind"]) if fits >= 0.5 else "Other"
    return kind


def main() -> None:
    """Learn, tell and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--partial", type=Path, nargs="*", default=[])
    parser.add_argument("--texts", type=Path, nargs="*", default=[])
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    found: list[tuple[Row, str, float]] = []
    for path in (*given.gold, *given.partial):
        found += names(Corpus.of_gold(path), path in given.partial)
    texts: dict[str, Any] = {}
    if given.texts:
        lines = (json.loads(line) for path in given.texts for line in path.read_text(encoding="utf-8").splitlines())
        texts = {article["id"]: article for record in lines for article in [record.get("article", record)]}
        found += names(Corpus.of_annotations(ROOT / "annotations" / "kinds.jsonl", texts), True)
    rows = [row for row, _, _ in found]
    times = {row[0]: TWICE for row in rows if row[0] in texts}
    likely, classes = out_of_fold(rows, RARE, STRENGTH, times)
    chosen = np.array([classes[i] for i in likely.argmax(1)])
    right = np.array([answer for _, answer, _ in rows])
    said = np.array([kind for _, kind, _ in found])
    chosen[likely.max(1) < TAKEN] = "Other"
    least = np.array([kept for _, _, kept in found])
    kept = likely[np.arange(len(rows)), [classes.index(kind) for kind in said]] >= least
    chosen[kept] = said[kept]
    print(f"{len(rows)} names")
    for kind in KINDS:
        for told, by in ((said, "said"), (chosen, "likely")):
            both = ((told == kind) & (right == kind)).sum()
            print(f"{kind} {by}: {(told == kind).sum()}, right {both}, of {(right == kind).sum()}")
    if not given.check:
        vectors, model = fit(rows, RARE, STRENGTH, times)
        columns = [list(model.classes_).index(kind) for kind in KINDS]
        table = [["bias", *(f"{model.intercept_[c]:.3f}" for c in columns)]]
        for i, feature in enumerate(vectors.get_feature_names_out()):
            if np.abs(model.coef_[:, i]).max() >= LEAST:
                table.append([feature, *(f"{model.coef_[c, i]:.3f}" for c in columns)])
        comment = "What speaks for the kind of a name of which nothing is known (language/names/kind_evidence.py)."
        write("kind_weights", comment, ["feature", *KINDS], table)


if __name__ == "__main__":
    main()
