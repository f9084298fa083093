"""What scripts that learn tables from gold files have in common: gold articles read, models fitted, tables written.

scikit-learn is needed here alone.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from spacy.tokens import Doc

from newsgraph.articles import Article
from newsgraph.language.annotations import annotations_of
from newsgraph.language.english.confidence.weights import confidence_weights
from newsgraph.language.english.events.one_deed import retellings
from newsgraph.language.english.events.speech import judgements
from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.pipeline import load_pipeline

ROOT = Path(__file__).resolve().parents[1]
LEXICONS = ROOT / "src" / "newsgraph" / "language" / "english" / "lexicons"
FOLDS = 10
NO_MORE: Mapping[str, float] = MappingProxyType({})
"""Every article counts once."""
BY_ITSELF: Mapping[str, str] = MappingProxyType({})
"""Every article is a set of its own."""
Row = tuple[str, Any, dict[str, float]]
"""The article, the right answer and the features."""




class Corpus:
    """Annotated articles, parsed once by the model and read by newsgraph's components as often as need be."""

    def __init__(self, records: Iterable[dict[str, Any]], path: Path | None = None) -> None:
        self.path = path
        self.gold = {record["article"]["id"]: record for record in records}
        self.nlp = load_pipeline()
        self._ours = [n for n in self.nlp.pipe_names if n.startswith("newsgraph_") and n != "newsgraph_layout"]
        self._parsed: list[tuple[Article, bytes, set[int]]] = []
        with self.nlp.select_pipes(disable=self._ours):
            for record in self.gold.values():
                known = {k: v for k, v in record["article"].items() if k in ("id", "text", "title", "published")}
                article = Article(**known)
                doc = self.nlp.make_doc(article.text)
                annotations_of(doc).article = article
                doc = self.nlp(doc)
                headings = set(annotations_of(doc).headings)
                self._parsed.append((article, doc.to_bytes(exclude=["user_data"]), headings))

    @classmethod
    def of_gold(cls, path: Path) -> Corpus:
        """The articles of a file of gold."""
        return cls(map(json.loads, path.read_text(encoding="utf-8").splitlines()), path)

    @classmethod
    def of_annotations(cls, path: Path, texts: dict[str, dict[str, Any]]) -> Corpus:
        """The articles of a file of annotations whose texts are at hand."""
        bare = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        return cls(_with_text(record, texts) for record in bare if record["article"]["id"] in texts)

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


def _with_text(record: dict[str, Any], texts: dict[str, dict[str, Any]]) -> dict[str, Any]:
    article = texts[record["article"]["id"]]
    text = article["text"][: record["article"].get("length")]
    told = {k: v for k, v in {**record["article"], **article}.items() if isinstance(v, str)}
    return {**record, "article": {**told, "text": text}}


class replaced:  # noqa: N801 - reads as a phrase in `with`
    """Lets a name of a module mean something else for a while."""

    def __init__(self, module: Any, name: str, value: Any) -> None:
        self.module, self.name, self.value = module, name, value
        self.kept = getattr(module, name)

    def __enter__(self) -> None:
        setattr(self.module, self.name, self.value)

    def __exit__(self, *_: object) -> None:
        setattr(self.module, self.name, self.kept)


def fit(
    rows: list[Row], least: int, strength: float, times: Mapping[str, float] = NO_MORE
) -> tuple[DictVectorizer, LogisticRegression]:
    """A logistic model over the features that occur at least so often; `times` says how often an article counts."""
    seen = Counter(name for _, _, features in rows for name, value in features.items() if value)
    vectors = DictVectorizer()
    table = vectors.fit_transform([{k: v for k, v in f.items() if seen[k] >= least} for _, _, f in rows])
    model = LogisticRegression(C=strength, max_iter=3000)
    counts = [times.get(article, 1.0) for article, _, _ in rows]
    return vectors, model.fit(table, [answer for _, answer, _ in rows], sample_weight=counts)


def out_of_fold(
    rows: list[Row],
    least: int,
    strength: float,
    times: Mapping[str, float] = NO_MORE,
    sets: Mapping[str, str] = BY_ITSELF,
) -> tuple[np.ndarray, list[Any]]:
    """What models that have not seen an article say of it, nor any of its set, where `sets` names that.

    Rows without an answer (None) teach nothing.
    """
    answers = [answer for _, answer, _ in rows]
    classes = sorted(set(answers) - {None}, key=str)
    found = np.zeros((len(rows), len(classes)))
    groups = [sets.get(article, article) for article, _, _ in rows]
    for train, test in GroupKFold(min(FOLDS, len(set(groups)))).split(rows, groups=groups):
        vectors, model = fit([rows[i] for i in train if answers[i] is not None], least, strength, times)
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
    """Write a lexicon, with the name of the script that runs."""
    text = io.StringIO()
    text.write(f"# {comment}\n# Written by scripts/{Path(sys.argv[0]).name}; not to be edited by hand.\n")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    (LEXICONS / f"{name}.csv").write_text(text.getvalue(), encoding="utf-8")
    for cache in (
        read_lexicon, retellings.retelling_weights, retellings.odds_of_words, judgements.judgement_weights,
        confidence_weights,
    ):  # fmt: skip
        cache.cache_clear()


def weights(vectors: DictVectorizer, model: LogisticRegression, least: float) -> Iterator[list[str]]:
    """Bias and weights of a model of two answers, as rows; what weighs next to nothing is left out."""
    yield ["bias", f"{model.intercept_[0]:.3f}"]
    for name, weight in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True):
        if abs(weight) >= least:
            yield [name, f"{weight:.3f}"]
