#!/usr/bin/env python3
"""Learn how much each clue weighs for a pronoun being whom the rules may take it for, from pronouns people have judged.

    python scripts/learn_pronouns.py TEXTS.jsonl... [--check]

`annotations/pronouns.jsonl` has the pronouns (offsets; whether what the rules first took it for was right, or it is a
thing, nothing, or somebody else; and where he whom it means is named or described); TEXTS are the gold files and what
`scripts/open_texts.py` writes. Writes `lexicons/pronoun_weights.csv`, and prints how often the likeliest of those that
a pronoun may mean is right, by how likely models say that it is which have not seen its article; with `--check` nothing
is written.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from learning import ROOT, Corpus, Row, fit, out_of_fold, replaced, tell, weights, write
from spacy.tokens import Doc

from newsgraph.language.annotations import Mention, annotations_of
from newsgraph.language.english.coreference import component
from newsgraph.language.english.coreference.discourse import Referent
from newsgraph.language.english.coreference.pronoun_doubts import LEAST, Found, PronounDoubts

STRENGTH = 0.1
RARE = 6
"""Features that fewer links have are left out."""
SMALL = 0.02
"""What weighs less is left out."""


Spans = dict[tuple[str, int], list[tuple[int, int]]]
"""By article and pronoun, where he whom it means is named or described; nowhere if it means nobody."""


def meant(corpus: Corpus) -> Spans:
    """Whom each judged pronoun means; those of which nobody knows are left out."""
    found: Spans = {}
    for doc in corpus.docs(until="newsgraph_coreference"):
        notes = annotations_of(doc)
        article = notes.article.id
        for start, _, verdict, *where in corpus.gold[article]["pronouns"]:
            if verdict in ("thing", "empty"):
                found[article, start] = []
            elif where:
                begin, end = where[0]
                same = [m.entity for m in told(notes.mentions) if place(doc, m)[0] < end and begin < place(doc, m)[1]]
                others = [place(doc, m) for entity in same for m in told(entity.mentions)]
                found[article, start] = others or [(begin, end)]
    return found


def told(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that are no pronouns."""
    return [mention for mention in mentions if mention.form != "pronoun"]


def place(doc: Doc, mention: Mention) -> tuple[int, int]:
    """The characters of a mention."""
    return doc[mention.start].idx, doc[mention.end - 1].idx + len(doc[mention.end - 1])


def links(corpus: Corpus) -> list[tuple[Row, tuple[str, int, str]]]:
    """The links that may be made for judged pronouns, with their features, each with article, place and pronoun.

    The rules read on as if the right link had been made.
    """
    spans = meant(corpus)
    found: list[tuple[Row, tuple[str, int, str]]] = []

    class Watching(PronounDoubts):
        def likeliest(self, i: int, found_by_rules: Found, speaks: bool) -> Referent | None:
            words, article = self._words, self._notes.article.id
            key = article, words.begin[i]
            if key not in spans:
                return found_by_rules[0][1] if found_by_rules else None
            right = None
            features = self.features_of_all(i, found_by_rules, speaks)
            for seen, (_, referent) in zip(features, found_by_rules, strict=False):
                own = [(words.begin[m.start], words.end[m.end - 1]) for m in told(referent.entity.mentions)]
                answer = any(a < d and c < b for a, b in own for c, d in spans[key])
                found.append(((article, answer, seen), (*key, words.lower[i])))
                right = referent if answer else right
            return right

    with replaced(component, "PronounDoubts", Watching):
        corpus.read(until="newsgraph_coreference")
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
    best: dict[tuple[str, int, str], tuple[float, bool]] = {}
    meanable = {key for (_, answer, _), key in found if answer}
    for ((_, answer, _), key), likely in zip(found, said[:, classes.index(True)], strict=True):
        best[key] = max(best.get(key, (0.0, False)), (likely, answer))
    likely, right = map(np.array, zip(*best.values(), strict=True))
    tell("pronouns", likely, right, len(meanable))
    words = np.array([word for _, _, word in best])
    for word, count in Counter(words.tolist()).most_common(14):
        kept = (words == word) & (likely >= LEAST)
        wanted = sum(key[2] == word for key in meanable)
        print(f"{word}: {count}, {wanted} of somebody; kept {kept.sum()}, {right[kept].mean():.2f} right")
    if not given.check:
        vectors, model = fit(rows, RARE, STRENGTH)
        comment = "What speaks for a pronoun being whom the rules may take it for (english/coreference/): log odds."
        write("pronoun_weights", comment, ["feature", "weight"], weights(vectors, model, SMALL))


if __name__ == "__main__":
    main()
