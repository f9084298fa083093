#!/usr/bin/env python3
"""Learn how much each finding about a description and a name weighs, from corpora whose coreference people annotated.

    learn_descriptions.py FACTS.jsonl... [--texts GOLD.jsonl...] [--partial GOLD.jsonl...] [--check]

Gold records have mentions of the forms name, nominal and pronoun with their entities. What FACTS leave out is mostly of
nobody with a name, and speaks against all names with a third of the weight; of `--partial` files, which annotate some
sentences alone, it says nothing. Records without a text find it in `--texts` by the id of their article.

Writes `lexicons/description_weights.csv`, and prints how many links would be right, as models that have not seen an
article make them (ten parts by article); with `--check` nothing is written.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from learning import FOLDS, Corpus, replaced, weights, write
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from spacy.tokens import Doc

from newsgraph.language.annotations import Mention, annotations_of
from newsgraph.language.english.coreference import component
from newsgraph.language.english.coreference.descriptions.described import Described
from newsgraph.language.english.coreference.descriptions.doubts import is_clear
from newsgraph.language.english.coreference.descriptions.features import Features, candidates
from newsgraph.language.english.coreference.descriptions.named import LEAD, LEAST

STRENGTH = 0.5
UNKNOWN = 0.35
"""What a description without an answer weighs, as one of nobody who is named."""
RARE = 9
"""Features that fewer pairs have are left out, and nouns that fewer right pairs than a third of it have."""
GoldMention = dict[str, Any]


class Choice(NamedTuple):
    """A description with the names that it may be of."""

    article: str
    answer: str | None
    """The gold entity of the description, or None where gold says nothing."""
    pairs: list[tuple[Features, str | None, bool]]
    """Features, gold entity, and whether nothing else speaks against it."""


def best_of(doc: Doc, mention: Mention, golds: list[GoldMention], names: bool) -> GoldMention | None:
    """The gold mention, a name or none, that shares most with a mention."""
    span = doc[mention.start : mention.end]

    def fit(gold: GoldMention) -> float:
        both = min(gold["end"], span.end_char) - max(gold["start"], span.start_char)
        all_of = max(gold["end"], span.end_char) - min(gold["start"], span.start_char)
        return both / all_of + (gold["end"] == span.end_char) if both > 0 else 0.0

    fitting = [g for g in golds if names == (g.get("form", "name") == "name") and fit(g) >= 0.5]
    return max(fitting, key=fit, default=None)


def choices(corpus: Corpus, partial: bool) -> Iterator[Choice]:
    """All descriptions of a corpus that may be of a name."""
    seen: list[Described] = []
    with replaced(component, "link_descriptions", seen.append):
        for doc in corpus.docs(until="newsgraph_coreference"):
            article, now = annotations_of(doc).article.id, seen.pop()
            golds = [m for m in corpus.gold[article]["mentions"] if m.get("entity")]
            meant = {}
            for named in now.named:
                found = Counter(g["entity"] for m in named.names if (g := best_of(doc, m, golds, True)) is not None)
                meant[id(named)] = found.most_common(1)[0][0] if found else None
            for unnamed in now.unnamed:
                told = [best_of(doc, m, golds, False) for m in unnamed.entity.mentions if m.form == "nominal"]
                answer = next((g["entity"] for g in told if g is not None), None)
                pairs = [(f, meant[id(n)], is_clear(now, unnamed, n)) for n, f in candidates(now, unnamed)]
                if partial:
                    pairs = [pair for pair in pairs if pair[1] is not None]
                if pairs and (answer is not None or not partial):
                    yield Choice(article, answer, pairs)


def fit(found: list[Choice], kept: set[str]) -> tuple[DictVectorizer, LogisticRegression]:
    """A logistic model of pairs."""
    rows = [(f, c.answer is not None and g == c.answer, c.answer is None) for c in found for f, g, _ in c.pairs]
    vectors = DictVectorizer()
    table = vectors.fit_transform([{k: v for k, v in f.items() if k in kept} for f, _, _ in rows])
    counts = [UNKNOWN if unknown else 1.0 for _, _, unknown in rows]
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    return vectors, model.fit(table, [right for _, right, _ in rows], sample_weight=counts)


def features_kept(found: list[Choice]) -> set[str]:
    """The features that are not too rare."""
    told = [(f, g == c.answer) for c in found if c.answer is not None for f, g, _ in c.pairs]
    all_of = Counter(name for f, _ in told for name in f)
    right = Counter(name for f, is_right in told if is_right for name in f)
    return {n for n in all_of if all_of[n] >= RARE and (not n.startswith("head ") or right[n] >= RARE / 3)}


def tell(found: list[Choice], kept: set[str]) -> None:
    """Print what is linked by models that have not seen the article."""
    counts: Counter[str] = Counter()
    for train, test in GroupKFold(FOLDS).split(found, groups=[choice.article for choice in found]):
        vectors, model = fit([found[i] for i in train], kept)
        for choice in (found[i] for i in test):
            said = model.predict_proba(vectors.transform([f for f, _, _ in choice.pairs]))[:, 1]
            order = np.argsort(-said)
            second = said[order[1]] if len(order) > 1 else 0.0
            _, entity, clear = choice.pairs[order[0]]
            if said[order[0]] >= LEAST and said[order[0]] - second >= LEAD and clear:
                counts["unknown" if choice.answer is None else "right" if entity == choice.answer else "wrong"] += 1
    wanted = sum(c.answer is not None and any(g == c.answer for _, g, _ in c.pairs) for c in found)
    print(f"{len(found)} descriptions, {wanted} of them of a name; linked: {dict(sorted(counts.items()))}")


def main() -> None:
    """Learn, tell and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facts", type=Path, nargs="+")
    parser.add_argument("--texts", type=Path, nargs="*", default=[])
    parser.add_argument("--partial", type=Path, nargs="*", default=[])
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    lines = (json.loads(line) for path in given.texts for line in path.read_text(encoding="utf-8").splitlines())
    texts = {record["article"]["id"]: record["article"] for record in lines}
    found: list[Choice] = []
    for path in given.facts:
        found += choices(Corpus.of_annotations(path, texts) if texts else Corpus.of_gold(path), False)
    for path in given.partial:
        found += choices(Corpus.of_gold(path), True)
    kept = features_kept(found)
    tell(found, kept)
    if not given.check:
        comment = "What speaks for a name being that of a description (language/coreference/): log odds."
        write("description_weights", comment, ["feature", "weight"], [*weights(*fit(found, kept), 0.005)])


if __name__ == "__main__":
    main()
