#!/usr/bin/env python3
"""Learn what the event layer weighs, from exhaustively annotated articles, and write it as tables into the lexicons.

    python scripts/learn_events.py FACTS.jsonl [MORE.jsonl ...] [--clusters ECBPLUS.jsonl] [--check]

What it learns:
  judgements   speech that blames, praises, demands …: `judgement_weights.csv`
  retellings   two records of an article that are one deed: `retelling_weights.csv`
  confidence   the share of events that is right: `event_confidence.csv`

`--clusters` takes a file that has only which events are the same; it serves the retellings alone. `--check` prints
how good each is by cross-validation over articles. The gold files and the scorer (`../shared`) are no part of the
project; scikit-learn is needed here alone.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from judged import judged_nodes, load_scorer
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from spacy.tokens import Doc

from newsgraph.articles import Article
from newsgraph.language.annotations import annotations_of
from newsgraph.language.assemble import to_record
from newsgraph.language.confidence import events as confidence
from newsgraph.language.confidence.weights import confidence_weights
from newsgraph.language.events import component, judgements, links, retellings
from newsgraph.language.events.coding import Coded
from newsgraph.language.events.telling_pairs import TellingPairs, can_be_one
from newsgraph.language.lexicon_files import read_lexicon
from newsgraph.language.pipeline import load_pipeline
from newsgraph.records import to_json

ROOT = Path(__file__).resolve().parents[1]
LEXICONS = ROOT / "src" / "newsgraph" / "language" / "lexicons"
FOLDS = 10
PARTS = 4
"""Parts of the articles, each read by weights learnt from the others."""
Row = tuple[str, Any, dict[str, float]]
"""The article, the right answer and the features."""


class Corpus:
    """Gold articles, parsed once by the model and read by newsgraph's components as often as need be."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.gold = {r["article"]["id"]: r for r in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
        self.nlp = load_pipeline()
        self._ours = [n for n in self.nlp.pipe_names if n.startswith("newsgraph_") and n != "newsgraph_layout"]
        self._parsed: list[tuple[Article, bytes, set[int]]] = []
        with self.nlp.select_pipes(disable=self._ours):
            for record in self.gold.values():
                known = {k: v for k, v in record["article"].items() if k in ("id", "text", "title", "published")}
                doc = self.nlp(known["text"])
                headings = set(annotations_of(doc).headings)
                self._parsed.append((Article(**known), doc.to_bytes(exclude=["user_data"]), headings))

    def docs(self, until: str = "newsgraph_relations", wanted: set[str] | None = None) -> Iterator[Doc]:
        """The docs after newsgraph's components up to one; only those of the wanted articles, if given."""
        steps = self._ours[: self._ours.index(until) + 1]
        for article, parsed, headings in self._parsed:
            if wanted is not None and article.id not in wanted:
                continue
            doc = Doc(self.nlp.vocab).from_bytes(parsed)
            notes = annotations_of(doc)
            notes.article, notes.headings = article, set(headings)
            for step in steps:
                doc = self.nlp.get_pipe(step)(doc)
            yield doc

    def read(self, until: str = "newsgraph_relations") -> None:
        """Let the components read all articles, for what they leave behind on the way."""
        for _ in self.docs(until):
            pass


def gold_of(record: dict[str, Any], start: int, end: int) -> dict[str, Any] | None:
    """The event of gold that has a trigger there."""
    for event in record.get("facts") or record.get("events") or ():
        if any(s["start"] < end and start < s["end"] for s in event.get("spans") or [event]):
            return dict(event)
    return None


def characters(doc: Doc, coded: Coded) -> tuple[int, int]:
    """Where the trigger of an event stands."""
    last = doc[coded.event.end - 1]
    return doc[coded.event.start].idx, last.idx + len(last)


# ------------------------------------------------------------------------------------------------ what is learnt from


def judgement_rows(corpora: Iterable[Corpus]) -> list[Row]:
    """Each speech with the kind that gold gives it; what gold leaves open is left out."""
    rows: list[Row] = []

    class Watching(judgements.Judgements):
        def find(self) -> None:
            record = corpus.gold[self.notes.article.id]
            for attribution, coded in self.speeches():
                event = gold_of(record, *(attribution.cue or (0, 0)))
                if event is None or not event.get("optional"):
                    kinds = event["kinds"] if event is not None else []
                    kind = next((k for k in kinds if k in judgements.KINDS), "none")
                    rows.append((self.notes.article.id, kind, self.features(attribution, coded)))
            super().find()

    with replaced(component, "Judgements", Watching):
        for corpus in corpora:
            corpus.read("newsgraph_events")
    return rows


def retelling_rows(corpora: Iterable[Corpus]) -> list[Row]:
    """Each pair of records that may be one deed, and whether gold has them as one."""
    rows: list[Row] = []

    class Watching(retellings.Retellings):
        def link(self) -> None:
            record, doc = corpus.gold[self.notes.article.id], self.syntax.doc
            order = [c for c in self._order if c.event.kind not in ("OTHER", "SAY")]
            events = [gold_of(record, *characters(doc, c)) for c in order]
            ids = [None if e is None else e.get("cluster") or e["id"] for e in events]
            pairs = TellingPairs(self.notes, self.syntax)
            for j, other in enumerate(order):
                for i, one in enumerate(order[:j]):
                    if ids[i] is None or ids[j] is None or not can_be_one(one.event.kind, other.event.kind):
                        continue
                    if retellings.first_record(one.event) is not retellings.first_record(other.event):
                        rows.append((self.notes.article.id, ids[i] == ids[j], pairs.clues(one, other)))
            super().link()

    with replaced(links, "Retellings", Watching):
        for corpus in corpora:
            corpus.read("newsgraph_events")
    return rows


def confidence_rows(corpora: Iterable[Corpus], scorer: Any, wanted: set[str]) -> list[Row]:
    """Each event of the wanted articles with whether it is right by gold; those that gold leaves open are left out."""
    rows: list[Row] = []
    for corpus in corpora:
        features: dict[tuple[str, int, int], dict[str, float]] = {}

        def note(who: Any, order: Any, doubts: Any, found: Any = features) -> None:
            for chain, of in confidence.event_features(who, order, doubts):
                for coded in chain:
                    found[(who.notes.article.id, *characters(who.syntax.doc, coded))] = of

        with replaced(component, "set_confidence", note), tempfile.TemporaryDirectory() as folder:
            predicted = Path(folder) / "records.jsonl"
            predicted.write_bytes(b"\n".join(to_json(to_record(doc)) for doc in corpus.docs(wanted=wanted)))
            for article in scorer.read_articles(corpus.path, predicted):
                if article.gold.record["article"]["id"] not in wanted:
                    continue
                for node, right in judged_nodes(scorer, article):
                    key = article.gold.record["article"]["id"]
                    spans = ((key, e["start"], e["end"]) for e in node["chain"])
                    of = next((features[s] for s in spans if s in features), None)
                    if of is not None and right is not None:
                        rows.append((key, right, of))
    return rows


class replaced:  # noqa: N801 - reads as a phrase in `with`
    """Lets a name of a module mean something else for a while."""

    def __init__(self, module: Any, name: str, value: Any) -> None:
        self.module, self.name, self.value = module, name, value
        self.kept = getattr(module, name)

    def __enter__(self) -> None:
        setattr(self.module, self.name, self.value)

    def __exit__(self, *_: object) -> None:
        setattr(self.module, self.name, self.kept)


# ------------------------------------------------------------------------------------------------ learning


def fit(rows: list[Row], least: int, strength: float) -> tuple[DictVectorizer, LogisticRegression]:
    """A logistic model over the features that occur at least so often."""
    seen = Counter(name for _, _, features in rows for name, value in features.items() if value)
    vectors = DictVectorizer()
    table = vectors.fit_transform([{k: v for k, v in f.items() if seen[k] >= least} for _, _, f in rows])
    model = LogisticRegression(C=strength, max_iter=3000)
    return vectors, model.fit(table, [answer for _, answer, _ in rows])


def out_of_fold(rows: list[Row], least: int, strength: float) -> tuple[np.ndarray, list[Any]]:
    """What models that have not seen an article say of it."""
    answers = [answer for _, answer, _ in rows]
    classes = sorted(set(answers), key=str)
    found = np.zeros((len(rows), len(classes)))
    for train, test in GroupKFold(FOLDS).split(rows, answers, [article for article, _, _ in rows]):
        vectors, model = fit([rows[i] for i in train], least, strength)
        columns = [classes.index(c) for c in model.classes_]
        found[np.ix_(test, columns)] = model.predict_proba(vectors.transform([rows[i][2] for i in test]))
    return found, classes


def tell(name: str, said: np.ndarray, right: np.ndarray, wanted: int) -> None:
    """Print precision and recall at some thresholds, and how far the figures are from the shares."""
    for least in (0.35, 0.4, 0.5, 0.6, 0.7):
        taken = said >= least
        share = right[taken].mean() if taken.any() else float("nan")
        reached = right[taken].sum() / wanted
        print(f"{name}: from {least}: {taken.sum()} taken, right {share:.3f}, of all wanted {reached:.3f}")
    tenth = np.minimum((said * 10).astype(int), 9)
    error = sum(
        (tenth == t).mean() * abs(said[tenth == t].mean() - right[tenth == t].mean()) for t in set(tenth.tolist())
    )
    print(f"{name}: expected calibration error {error:.3f}; by tenth of what was said:")
    for t in sorted(set(tenth.tolist())):
        inside = tenth == t
        print(f"  {t / 10:.1f}: said {said[inside].mean():.2f}, right {right[inside].mean():.2f}, n {inside.sum()}")


def write(name: str, comment: str, header: list[str], rows: Iterable[list[str]]) -> None:
    """Write a lexicon."""
    text = io.StringIO()
    text.write(f"# {comment}\n# Written by scripts/learn_events.py; not to be edited by hand.\n")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    (LEXICONS / f"{name}.csv").write_text(text.getvalue(), encoding="utf-8")
    for cache in (read_lexicon, retellings.retelling_weights, judgements.judgement_weights, confidence_weights):
        cache.cache_clear()


def weights(vectors: DictVectorizer, model: LogisticRegression, least: float) -> Iterator[list[str]]:
    """Bias and weights of a model of two answers, as rows; what weighs next to nothing is left out."""
    yield ["bias", f"{model.intercept_[0]:.3f}"]
    for name, weight in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True):
        if abs(weight) >= least:
            yield [name, f"{weight:.3f}"]


def learn_judgements(rows: list[Row], check: bool) -> None:
    """Learn which speech judges, and how."""
    least, strength = 4, 0.2
    if check:
        said, classes = out_of_fold(rows, least, strength)
        kinds = [i for i, c in enumerate(classes) if c != "none"]
        best = said[:, kinds].argmax(1)
        right = np.array([classes[kinds[b]] == answer for b, (_, answer, _) in zip(best, rows, strict=True)])
        tell("judgements", said[:, kinds].max(1), right, sum(answer != "none" for _, answer, _ in rows))
    vectors, model = fit(rows, least, strength)
    kinds = ["none", *judgements.KINDS]
    order = [list(model.classes_).index(k) for k in kinds]
    table = [["bias", *(f"{model.intercept_[o]:.2f}" for o in order)]]
    for i, name in enumerate(vectors.get_feature_names_out()):
        if abs(model.coef_[:, i]).max() >= 0.05:
            table.append([name, *(f"{model.coef_[o, i]:.2f}" for o in order)])
    comment = "What speaks for a speech being a judgement, by kind (language/events/judgements.py): log odds."
    write("judgement_weights", comment, ["feature", *kinds], table)


def learn_retellings(rows: list[Row], check: bool) -> None:
    """Learn which records are one deed."""
    least, strength = 20, 0.1
    if check:
        said, _ = out_of_fold(rows, least, strength)
        right = np.array([answer for _, answer, _ in rows])
        tell("retellings", said[:, 1], right, int(right.sum()))
    comment = "How much each clue of language/events/telling_pairs.py speaks for two records being one deed: log odds."
    write("retelling_weights", comment, ["clue", "weight"], weights(*fit(rows, least, strength), 0.0))


def learn_confidence(rows: list[Row], check: bool) -> None:
    """Learn which events are right."""
    least, strength = 6, 0.03
    if check:
        said, _ = out_of_fold(rows, least, strength)
        right = np.array([answer for _, answer, _ in rows])
        tell("confidence", said[:, 1], right, int(right.sum()))
    comment = "What speaks for an event being right (language/confidence/event_features.py): log odds."
    write("event_confidence", comment, ["feature", "weight"], weights(*fit(rows, least, strength), 0.01))


def unseen(corpora: list[Corpus], judged: list[Row], told: list[Row], scorer: Any) -> list[Row]:
    """The events of each article as they are found by weights that have not seen it.

    Confidence that is learnt from events that the other weights know by heart would be too great.
    """
    articles = sorted({name for corpus in corpora for name in corpus.gold})
    rows: list[Row] = []
    for part in range(PARTS):
        held_out = set(articles[part::PARTS])
        learn_judgements([row for row in judged if row[0] not in held_out], check=False)
        learn_retellings([row for row in told if row[0] not in held_out], check=False)
        rows += confidence_rows(corpora, scorer, held_out)
    return rows


def main() -> None:
    """Learn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facts", nargs="+", type=Path)
    parser.add_argument("--clusters", type=Path)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    scorer = load_scorer()
    corpora = [Corpus(path) for path in given.facts]
    clusters = [Corpus(given.clusters)] if given.clusters else []
    judged = judgement_rows(corpora)
    learn_judgements(judged, given.check)
    told = retelling_rows([*corpora, *clusters])
    learn_confidence(unseen(corpora, judged, told, scorer), given.check)
    learn_judgements(judged, check=False)
    learn_retellings(told, given.check)


if __name__ == "__main__":
    main()
