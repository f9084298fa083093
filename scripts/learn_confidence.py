#!/usr/bin/env python3
"""Learn how sure statements, proposals and ties are, and write the weights as tables into the lexicons.

    python scripts/learn_confidence.py statements FILE.jsonl [MORE.jsonl ...] [--twice FILE.jsonl]
                                                  [--texts TEXTS.jsonl ...] [--check]
    python scripts/learn_confidence.py proposals FILE.jsonl [MORE.jsonl ...] [--twice FILE.jsonl]
                                                 [--texts TEXTS.jsonl ...] [--check]
    python scripts/learn_confidence.py ties TEXTS.jsonl [MORE.jsonl ...] [--check]

A file has every attribution, or every proposal, of its articles. Those of a file given with `--twice` count double: it
is small and of another kind than the rest. `--texts` names the files that have the articles of
`annotations/statements.jsonl` or `proposals.jsonl`: what newsgraph found, judged by a reader as right, or by what is
wrong (none: there is no such thing; ? where that is open); for ties, annotated nowhere, those of `ties.jsonl`.
`--check` prints how good the figures are by cross-validation over articles. The gold files and the scorer (`../shared`)
are no part of the project; scikit-learn is needed here alone.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from judged import judged_proposals, judged_statements, load_scorer
from learning import ROOT, Corpus, Row, fit, out_of_fold, tell, weights, write

from newsgraph.language.annotations import annotations_of
from newsgraph.language.assemble import to_record
from newsgraph.language.english.confidence.proposals import proposal_features
from newsgraph.language.english.confidence.statements import statement_features
from newsgraph.language.english.confidence.ties import tie_features
from newsgraph.language.english.syntax.parse import parse_of
from newsgraph.record_lines import to_json


def statement_rows(corpus: Corpus, scorer: Any) -> Iterator[Row]:
    """Each statement of a corpus with whether it is right."""
    golds = scorer.read_articles(corpus.path, corpus.path)
    for article, doc in zip(golds, corpus.docs("newsgraph_attributions"), strict=True):
        found = [
            (attribution, of)
            for attribution, of in statement_features(parse_of(doc), annotations_of(doc))
            if attribution.polarity == "asserted" or attribution.type not in ("said", "thought")
        ]
        claims = [{"content": _span(a.content), "source": _span(a.source)} for a, _ in found]
        right = judged_statements(scorer, article, claims)
        yield from ((article.gold.record["article"]["id"], r, of) for r, (_, of) in zip(right, found, strict=True))


def _span(characters: tuple[int, int] | None) -> dict[str, int] | None:
    return None if characters is None else {"start": characters[0], "end": characters[1]}


def judged_statement_rows(corpus: Corpus) -> Iterator[Row]:
    """Each statement of a corpus that somebody judged right or wrong, by its content and cue."""
    for doc in corpus.docs("newsgraph_attributions"):
        notes = annotations_of(doc)
        answers = {(start, end, cue): said for start, end, cue, said in corpus.gold[notes.article.id]["statements"]}
        for attribution, of in statement_features(parse_of(doc), notes):
            said = answers.get((*attribution.content, attribution.cue[0] if attribution.cue else -1), "?")
            if said != "?":
                yield notes.article.id, said == "right", of


def judged_proposal_rows(corpus: Corpus) -> Iterator[Row]:
    """Each proposal of a corpus that somebody judged right or wrong, by its cue; a wrong stance is another claim."""
    for doc in corpus.docs():
        notes = annotations_of(doc)
        answers = {(start, end): said for start, end, said in corpus.gold[notes.article.id]["proposals"]}
        for proposal, of in proposal_features(parse_of(doc), notes):
            if answers.get(proposal.cue, "?") != "?":
                yield notes.article.id, answers[proposal.cue] in ("right", "stance"), of


def proposal_rows(corpus: Corpus, scorer: Any) -> Iterator[Row]:
    """Each proposal of a corpus with whether it is right; what gold leaves open is left out."""
    features: dict[tuple[str, int, int], dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "records.jsonl"
        with predicted.open("wb") as lines:
            for doc in corpus.docs():
                notes = annotations_of(doc)
                for proposal, of in proposal_features(parse_of(doc), notes):
                    features[(notes.article.id, *proposal.cue)] = of
                    proposal.confidence = None
                lines.write(to_json(to_record(doc)) + b"\n")
        for article in scorer.read_articles(corpus.path, predicted):
            name = article.gold.record["article"]["id"]
            for claim, right in judged_proposals(scorer, article):
                yield name, right, features[(name, claim["cue"]["start"], claim["cue"]["end"])]


def tie_rows(corpus: Corpus) -> Iterator[Row]:
    """Each tie that a reader has judged, with whether it is right."""
    for doc in corpus.docs():
        notes = annotations_of(doc)
        judged = {(start, end, kind): bool(ok) for start, end, kind, ok in corpus.gold[notes.article.id]["ties"]}
        for relation, of in tie_features(doc, notes):
            right = judged.get((*relation.span, relation.predicate))
            if right is not None:
                yield notes.article.id, right, of


def judged_articles(name: str, paths: list[Path]) -> Corpus:
    """The articles of a file of `annotations/` with what was found and judged, whose texts stand in the files."""
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    texts = {record["article"]["id"]: record["article"] for record in map(json.loads, lines)}
    return Corpus.of_annotations(ROOT / "annotations" / f"{name}.jsonl", texts)


LAYERS = {
    "statements": (statement_rows, judged_statement_rows, "statement_confidence", 3, 0.1),
    "proposals": (proposal_rows, judged_proposal_rows, "proposal_confidence", 3, 0.1),
    "ties": (None, tie_rows, "tie_confidence", 3, 0.1),
}
"""How each layer is read in annotated and in judged articles, its table, how often a feature has to occur, and the
strength of the model."""


def main() -> None:
    """Learn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("layer", choices=LAYERS)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--twice", action="append", type=Path, default=[])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--texts", nargs="+", type=Path, default=[])
    given = parser.parse_args()
    scorer = load_scorer()
    read, read_judged, name, least, strength = LAYERS[given.layer]
    if read is None and given.twice:
        parser.error("ties are annotated nowhere, so that no file of them can count twice")
    annotated, texts = (given.files, given.texts) if read is not None else ([], given.files)
    rows = [row for path in annotated for row in read(Corpus.of_gold(path), scorer)]
    double = [row for path in given.twice for row in read(Corpus.of_gold(path), scorer)]
    twice = {article: 2.0 for article, _, _ in double}
    rows += double
    if texts:
        rows += read_judged(judged_articles(given.layer, texts))
    if given.check:
        said, _ = out_of_fold(rows, least, strength, twice)
        right = np.array([answer for _, answer, _ in rows])
        tell(given.layer, said[:, 1], right, int(right.sum()))
    comment = f"What speaks for a {given.layer[:-1]} being right (language/confidence/{given.layer}.py): log odds."
    write(name, comment, ["feature", "weight"], weights(*fit(rows, least, strength, twice), 0.01))


if __name__ == "__main__":
    main()
