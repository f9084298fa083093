#!/usr/bin/env python3
"""Learn how much each clue weighs for a pronoun being whom the rules take it for, from links that people have judged.

    python scripts/learn_pronouns.py TEXTS.jsonl... [--check]

`annotations/pronouns.jsonl` has the links (offsets of the pronoun, whether it is that one; else whether it is a thing,
nothing, or somebody else, and where that one is named); TEXTS are the gold files and what `scripts/open_texts.py`
writes. Writes `lexicons/pronoun_weights.csv`, and prints how often a link is right by how likely models say that it is
which have not seen its article; with `--check` nothing is written.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np
from learning import ROOT, Corpus, Row, fit, out_of_fold, replaced, tell, weights, write

from newsgraph.language.annotations import annotations_of
from newsgraph.language.english.coreference import component
from newsgraph.language.english.coreference.discourse import Referent
from newsgraph.language.english.coreference.pronoun_doubts import LEAST, PronounDoubts

STRENGTH = 0.1
RARE = 4
"""Features that fewer links have are left out."""
SMALL = 0.02
"""What weighs less is left out."""


def links(corpus: Corpus) -> list[tuple[Row, str]]:
    """The judged links of a corpus with their features, each with its pronoun."""
    found: list[tuple[Row, str]] = []
    seen: list[tuple[int, dict[str, float]]] = []

    class Watching(PronounDoubts):
        def features_of(self, i: int, referent: Referent, speaks: bool) -> dict[str, float]:
            features = super().features_of(i, referent, speaks)
            seen.append((i, features))
            return features

    with replaced(component, "PronounDoubts", Watching), replaced(component, "is_likely", bool):
        for doc in corpus.docs(until="newsgraph_coreference"):
            article = annotations_of(doc).article.id
            judged = {start: verdict for start, _, verdict, *_ in corpus.gold[article]["pronouns"]}
            for i, features in seen:
                verdict = judged.get(doc[i].idx, "?")
                if verdict != "?":
                    found.append(((article, verdict == "right", features), doc[i].lower_))
            seen.clear()
    return found


def main() -> None:
    """Learn, tell and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    lines = (json.loads(line) for path in given.texts for line in path.read_text(encoding="utf-8").splitlines())
    texts = {article["id"]: article for record in lines for article in [record.get("article", record)]}
    found = links(Corpus.of_annotations(ROOT / "annotations" / "pronouns.jsonl", texts))
    rows = [row for row, _ in found]
    said, classes = out_of_fold(rows, RARE, STRENGTH)
    likely = said[:, classes.index(True)]
    right = np.array([answer for _, answer, _ in rows])
    tell("links", likely, right, int(right.sum()))
    words = np.array([word for _, word in found])
    for word, count in Counter(words.tolist()).most_common(14):
        own = words == word
        kept = own & (likely >= LEAST)
        print(f"{word}: {count} links, {right[own].mean():.2f} right; kept {kept.sum()}, {right[kept].mean():.2f}")
    if not given.check:
        vectors, model = fit(rows, RARE, STRENGTH)
        comment = "What speaks for a pronoun being whom the rules take it for (english/coreference/): log odds."
        write("pronoun_weights", comment, ["feature", "weight"], weights(vectors, model, SMALL))


if __name__ == "__main__":
    main()
