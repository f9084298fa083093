#!/usr/bin/env python3
"""Learn what the event layer weighs, from exhaustively annotated articles, and write it as tables into the lexicons.

    python scripts/learn_events.py FACTS.jsonl [MORE.jsonl ...] [--clusters ECBPLUS.jsonl] [--texts GOLD.jsonl ...]
                                   [--check]

What it learns:
  judgements   speech that blames, praises, demands …: `judgement_weights.csv`
  retellings   two records of an article that are one deed: `retelling_weights.csv`
  participants who really took part: `participant_confidence.csv`
  confidence   the share of events that is right in what they say (`event_confidence.csv`), and the share of these that
               another, told better, tells, too (`event_told_again.csv`)

`--clusters` takes a file that has only which events are the same; it serves the retellings alone. `--texts` takes the
files that have the articles of `annotations/candidates.jsonl` and `judged_once.jsonl` (events that newsgraph found,
judged by readers) and `annotations/speeches.jsonl` (what speech does beside saying). `--check` prints how good each is
by cross-validation over articles, and over the sets that these come from where it is the confidence. The gold files and
the scorer (`../shared`) are no part of the project.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from judged import judged_nodes, load_scorer
from learning import BY_ITSELF, NO_MORE, ROOT, Corpus, Row, fit, out_of_fold, replaced, tell, weights, write
from spacy.tokens import Doc

from newsgraph.language.annotations import Mention
from newsgraph.language.assemble import to_record
from newsgraph.language.english.confidence import events as confidence
from newsgraph.language.english.confidence import participants
from newsgraph.language.english.events import component, links
from newsgraph.language.english.events.coding import Coded, first_record
from newsgraph.language.english.events.one_deed import retellings
from newsgraph.language.english.events.one_deed.telling_pairs import TellingPairs, can_be_one, word_clues
from newsgraph.language.english.events.one_deed.told import ToldRecords
from newsgraph.language.english.events.speech import judgements
from newsgraph.record_lines import to_json

ANNOTATIONS = ROOT / "annotations"
STRENGTH = (2, 0.1)
"""How often a feature of events must occur, and how strong its weight may get."""
ROLES = ("agents", "targets")
PARTS = 4
"""Parts of the articles, each read by weights learnt from the others."""


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
    """Each speech with the kind that readers give it; what they leave open is left out."""
    rows: list[Row] = []

    class Watching(judgements.Judgements):
        def find(self) -> None:
            record = corpus.gold[self.notes.article.id]
            for attribution, coded in self.speeches():
                kind = kind_of_speech(record, *(attribution.cue or (0, 0)))
                if kind is not None:
                    rows.append((self.notes.article.id, kind, self.features(attribution, coded)))
            super().find()

    with replaced(component, "Judgements", Watching):
        for corpus in corpora:
            corpus.read("newsgraph_events")
    return rows


def kind_of_speech(record: dict[str, Any], start: int, end: int) -> str | None:
    """What a speech does beside saying, by the annotations; None if they leave that open."""
    if "speeches" in record:
        kind = next((k for first, last, k in record["speeches"] if first < end and start < last), "?")
        return None if kind == "?" else kind
    if "candidates" in record:
        judged = Candidates(record).at(start, end)
        if judged is None or judged.get("doubt"):
            return None
        return next((k for k in judged["kinds"] if k in judgements.KINDS), "none")
    event = gold_of(record, start, end)
    if event is not None and event.get("optional"):
        return None
    return next((k for k in (event or {}).get("kinds", ()) if k in judgements.KINDS), "none")


def retelling_rows(corpora: Iterable[Corpus]) -> list[Row]:
    """Each pair of records that may be one deed, and whether gold has them as one."""
    rows: list[Row] = []

    class Watching(retellings.Retellings):
        def link(self) -> None:
            record, doc = corpus.gold[self.notes.article.id], self.syntax.doc
            order = [c for c in self._order if c.event.kind not in ("OTHER", "SAY")]
            events = [gold_of(record, *characters(doc, c)) for c in order]
            ids = [None if e is None else e.get("cluster") or e["id"] for e in events]
            if "candidates" in record:
                ids = [Candidates(record).deed(*characters(doc, c)) for c in order]
            records, pairs = ToldRecords(self.notes, self.syntax), TellingPairs(self.syntax)
            for j, other in enumerate(order):
                for i, one in enumerate(order[:j]):
                    if ids[i] is None or ids[j] is None or not can_be_one(one.event.kind, other.event.kind):
                        continue
                    if first_record(one.event) is not first_record(other.event):
                        x, y = records.of(one), records.of(other)
                        clues = pairs.clues(x, y) | dict.fromkeys(word_clues(x.lemma, y.lemma), 1.0)
                        rows.append((self.notes.article.id, ids[i] == ids[j], clues))
            super().link()

    with replaced(links, "Retellings", Watching):
        for corpus in corpora:
            corpus.read("newsgraph_events")
    return rows


@dataclass(frozen=True, slots=True)
class Judged:
    """An event of an article that readers have judged."""

    article: str
    telling: confidence.Telling
    right: bool | None
    """Whether what it says is right, be it told again or not; None where readers leave it open."""
    deed: int | None
    """Which deed of the article it is, if readers know one."""


def judged_events(corpora: Iterable[Corpus], scorer: Any, wanted: set[str]) -> list[list[Judged]]:
    """The events of each of the wanted articles."""
    found: list[list[Judged]] = []
    for corpus in corpora:
        told: dict[str, list[tuple[confidence.Telling, list[tuple[int, int]]]]] = {}

        def note(who: Any, order: Any, likenesses: Any, told: Any = told, corpus: Corpus = corpus) -> None:
            article, doc = who.notes.article.id, who.syntax.doc
            tellings = confidence.tellings_of(who, order, likenesses)
            told[article] = [(t, [characters(doc, c) for c in t.chain]) for t in tellings]
            if corpus.path is None:
                candidates = Candidates(corpus.gold[article])
                found.append([Judged(article, t, *candidates.judge(t.chain, doc)) for t in tellings])

        with replaced(component, "set_confidence", note), tempfile.TemporaryDirectory() as folder:
            records = [to_record(doc) for doc in corpus.docs(wanted=wanted)]
            if corpus.path is None:
                continue
            predicted = Path(folder) / "records.jsonl"
            predicted.write_bytes(b"\n".join(map(to_json, records)))
            for article in scorer.read_articles(corpus.path, predicted):
                name = article.gold.record["article"]["id"]
                if name in wanted:
                    known = {
                        (event["start"], event["end"]): (right, deed)
                        for node, right, deed in judged_nodes(scorer, article)
                        for event in node["chain"]
                    }
                    judged = (next((known[s] for s in spans if s in known), (None, None)) for _, spans in told[name])
                    tellings = (telling for telling, _ in told[name])
                    found.append([Judged(name, t, *judgement) for t, judgement in zip(tellings, judged, strict=True)])
    return found


class Candidates:
    """The events of one article that readers have judged."""

    def __init__(self, record: dict[str, Any]) -> None:
        self._of = record["candidates"]
        self._first = {c["start"]: c.get("same", c["start"]) for c in self._of}

    def at(self, start: int, end: int) -> dict[str, Any] | None:
        """The judgement of the event whose trigger stands there."""
        return next((c for c in self._of if c["start"] < end and start < c["end"]), None)

    def deed(self, start: int, end: int) -> int | None:
        """Which deed the event there is, by where it is told first; None if it is none, or nobody has judged it."""
        judged = self.at(start, end)
        if judged is None or not judged["kinds"] or judged.get("doubt"):
            return None
        deed = judged["start"]
        while self._first.get(deed, deed) != deed:
            deed = self._first[deed]
        return int(deed)

    def judge(self, chain: Sequence[Coded], doc: Doc) -> tuple[bool | None, int | None]:
        """Whether what an event says is right (None where the judgements do not tell), and which deed it is."""
        judged = [(c, self.at(*characters(doc, c))) for c in chain if c.event.kind not in ("OTHER", "SAY")]
        lead, first = judged[0]
        if first is None or first.get("doubt"):
            return None, None
        deeds = {self.deed(*characters(doc, c)) for c, _ in judged} - {None}
        deed = min(deeds) if deeds else None
        right = lead.event.kind in first["kinds"] and lead.event.factuality in first["factuality"]
        if not right:
            return False, deed
        if len(deeds) > 1:
            return None, deed  # readers say which are one deed only where they are sure
        taking = [_took_part(coded, judgement, doc) for coded, judgement in judged]
        return (False if False in taking else None if None in taking else True), deed


def _took_part(coded: Coded, judgement: dict[str, Any] | None, doc: Doc) -> bool | None:
    """Whether all whom a record names took part so; None where nobody has judged that."""
    if judgement is None:
        return None
    known = {(role, start, end): bool(ok) for role in ROLES for start, end, ok in judgement[role]}
    taking = [known.get((role, *_span(doc, m))) for role in ROLES for m in getattr(coded.event, role)]
    return False if False in taking else None if None in taking else True


def _span(doc: Doc, mention: Mention) -> tuple[int, int]:
    last = doc[mention.end - 1]
    return doc[mention.start].idx, last.idx + len(last)


def participant_rows(corpora: Iterable[Corpus], scorer: Any, wanted: set[str]) -> list[Row]:
    """Each agent and target of an event that gold has, too, with whether it took part so."""
    rows: list[Row] = []
    for corpus in corpora:
        seen: dict[tuple[str, str, int, int, int, int], dict[str, float]] = {}

        def note(who: Any, order: Any, seen: Any = seen) -> None:
            doc, article = who.syntax.doc, who.notes.article.id
            for coded, role, mention, features in participants.participants_of(who, order):
                seen[(article, role, *characters(doc, coded), *_span(doc, mention))] = features

        with replaced(component, "leave_out_unlikely", note), tempfile.TemporaryDirectory() as folder:
            records = [to_record(doc) for doc in corpus.docs(wanted=wanted)]
            if corpus.path is None:
                rows += _judged_participants(corpus, seen)
                continue
            predicted = Path(folder) / "records.jsonl"
            predicted.write_bytes(b"\n".join(map(to_json, records)))
            for article in scorer.read_articles(corpus.path, predicted):
                if article.gold.record["article"]["id"] in wanted:
                    rows += _participants_of_gold(article, scorer, seen)
    return rows


def _judged_participants(corpus: Corpus, seen: dict[Any, dict[str, float]]) -> Iterator[Row]:
    judged = {article: Candidates(record) for article, record in corpus.gold.items()}
    for (article, role, start, end, *span), features in seen.items():
        candidate = judged[article].at(start, end)
        if candidate is not None and candidate["kinds"]:
            right = next((bool(ok) for first, last, ok in candidate[role] if [first, last] == span), None)
            if right is not None:
                yield article, right, features


def _participants_of_gold(article: Any, scorer: Any, seen: dict[Any, dict[str, float]]) -> Iterator[Row]:
    side, name = scorer.FactSide(article), article.gold.record["article"]["id"]
    golds, mentions = article.gold.record["facts"], article.pred.mentions
    nodes = scorer.fact_nodes([{**e, "confidence": 1.0} for e in article.pred.record.get("events") or []])
    pairs = {j: i for i, j in scorer.pair_all(golds, nodes, lambda g, p: scorer.fact_fit(article, g, p)).items()}
    for j, node in enumerate(nodes):  # one told twice as two has two nodes
        fits = (i for i, gold in enumerate(golds) if scorer.fact_fit(article, gold, node))
        i = pairs.get(j, next(fits, None))
        if i is None:
            continue
        equal = bool(set(golds[i]["kinds"]) & scorer.EQUAL)
        for role in ("agents", "targets"):
            roles = ("agents", "targets") if equal else (role,)
            keys = [key for one in roles for key in (one, f"{one}_optional")]
            allowed = {e for key in keys for one in golds[i].get(key, []) for e in one}
            for event in node["chain"]:
                for m in event.get(role) or ():
                    of = seen.get((name, role, event["start"], event["end"], mentions[m]["start"], mentions[m]["end"]))
                    if of is not None:
                        yield name, side.entity(mentions[m]) in allowed, of


# ------------------------------------------------------------------------------------------------ learning


def learn_judgements(rows: list[Row], check: bool) -> None:
    """Learn which speech judges, and how."""
    least, strength = 3, 0.1
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
    comment = "What speaks for a speech being a judgement, by kind (language/events/speech/judgements.py): log odds."
    write("judgement_weights", comment, ["feature", *kinds], table)


def learn_two_ways(
    rows: list[Row], check: bool, name: str, comment: str, least: int, strength: float, *,
    column: str = "feature", floor: float = 0.01, times: Mapping[str, float] = NO_MORE,
    sets: Mapping[str, str] = BY_ITSELF,
) -> None:  # fmt: skip
    """Learn the weights of a decision between two answers, and write those above a floor as the table of that name."""
    if check:
        said, _ = out_of_fold(rows, least, strength, times, sets)
        right = np.array([answer for _, answer, _ in rows])
        tell(name, said[:, 1], right, int(right.sum()))
    write(name, comment, [column, "weight"], weights(*fit(rows, least, strength, times), floor))


def learn_retellings(rows: list[Row], check: bool, careful: Collection[str]) -> None:
    """Learn which records are one deed; articles that careful readers read twice count twice."""
    times = dict.fromkeys(careful, 2.0)
    comment = "How each clue of events/one_deed/telling_pairs.py speaks for two records being one deed: log odds."
    learn_two_ways(rows, check, "retelling_weights", comment, 5, 0.1, column="clue", times=times)


def learn_participants(rows: list[Row], check: bool) -> None:
    """Learn who really took part."""
    comment = "What speaks for somebody having taken part so (language/confidence/participants.py): log odds."
    learn_two_ways(rows, check, "participant_confidence", comment, 3, 0.3)


def learn_confidence(
    judged: list[list[Judged]], check: bool, careful: Collection[str], sets: Mapping[str, str]
) -> None:
    """Learn which events are right in what they say, and which of these are told again.

    Articles that careful readers read twice count three times, but not on the scale of both: news is seldom like them.
    That scale is one of news from elsewhere: it is learnt from odds that no article of the same set has part in.
    """
    times = dict.fromkeys(careful, 3.0)
    said = [(j.article, j.right, j.telling.features) for article in judged for j in article]
    found, classes = out_of_fold(said, *STRENGTH, times, sets)
    shares = found[:, classes.index(True)]
    again = again_rows(judged, shares)
    both = rows_of_both(said, shares, again, times, sets)
    for name, comment, rows, least, strength, counted in (
        ("event_confidence", "what an event says being right (language/confidence/event_features.py)", said, *STRENGTH,
         times),
        ("event_told_again", "an event that is right being told again (language/confidence/events.py)",
         [row for row, _ in again], *STRENGTH, times),
        ("event_scale", "an event being right and not told again, by the odds that both tables give", both, 1, 10.0,
         NO_MORE),
    ):  # fmt: skip
        known = [row for row in rows if row[1] is not None]
        comment = f"What speaks for {comment}: log odds."
        learn_two_ways(known, check, name, comment, least, strength, times=counted, sets=sets)


def again_rows(judged: list[list[Judged]], shares: np.ndarray) -> list[tuple[Row, int]]:
    """Each event with whether another, which is told better, tells the same deed, and its number among all.

    Of one that is not right nothing can be said.
    """
    rows: list[tuple[Row, int]] = []
    first = 0
    for article in judged:
        tellings = [j.telling for j in article]
        for n, told in confidence.by_worth(tellings, shares[first : first + len(article)].tolist()):
            deeds = {article[t].deed for t in told}
            again = article[n].deed is not None and article[n].deed in deeds
            row = article[n].article, again if article[n].right else None, confidence.with_doubt(tellings, n, told)
            rows.append((row, first + n))
        first += len(article)
    return rows


def rows_of_both(
    said: list[Row],
    shares: np.ndarray,
    again: list[tuple[Row, int]],
    times: Mapping[str, float],
    sets: Mapping[str, str],
) -> list[Row]:
    """Each event with whether it is right and not told again, and the odds that models which have not seen it give."""
    found, classes = out_of_fold([row for row, _ in again], *STRENGTH, times, sets)
    once = 1.0 - found[:, classes.index(True)]
    rows: list[Row] = []
    for ((article, told, _), n), share in zip(again, once, strict=True):
        right = None if said[n][1] is None else bool(said[n][1]) and not told
        rows.append((article, right, confidence.on_scale(float(shares[n] * share))))
    return rows


def unseen(
    corpora: list[Corpus], judged: list[Row], told: list[Row], taking: list[Row], scorer: Any, careful: Collection[str]
) -> list[list[Judged]]:
    """The events of each article as they are found by weights that have not seen it.

    Confidence that is learnt from events that the other weights know by heart would be too great.
    """
    articles = sorted({name for corpus in corpora for name in corpus.gold})
    found: list[list[Judged]] = []
    for part in range(PARTS):
        held_out = set(articles[part::PARTS])
        learn_judgements([row for row in judged if row[0] not in held_out], check=False)
        learn_retellings([row for row in told if row[0] not in held_out], False, careful)
        learn_participants([row for row in taking if row[0] not in held_out], check=False)
        found += judged_events(corpora, scorer, held_out)
    return found


def main() -> None:
    """Learn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facts", nargs="+", type=Path)
    parser.add_argument("--clusters", type=Path)
    parser.add_argument("--texts", nargs="*", type=Path, default=[])
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    scorer = load_scorer()
    corpora = [Corpus.of_gold(path) for path in given.facts]
    clusters = [Corpus.of_gold(given.clusters)] if given.clusters else []
    lines = (line for path in given.texts for line in path.read_text(encoding="utf-8").splitlines())
    texts = {record["article"]["id"]: record["article"] for record in map(json.loads, lines)}
    candidates = Corpus.of_annotations(ANNOTATIONS / "candidates.jsonl", texts)
    read = [*corpora, candidates, Corpus.of_annotations(ANNOTATIONS / "judged_once.jsonl", texts)]
    judged = judgement_rows([*read, Corpus.of_annotations(ANNOTATIONS / "speeches.jsonl", texts)])
    learn_judgements(judged, given.check)
    told = retelling_rows([*read, *clusters])
    careful = {name for corpus in (*corpora, candidates) for name in corpus.gold}
    joined = careful.union(*(corpus.gold for corpus in clusters))
    learn_retellings(told, given.check, joined)
    taking = participant_rows(read, scorer, {name for corpus in read for name in corpus.gold})
    sets = {name: record["article"].get("set") or name for corpus in read for name, record in corpus.gold.items()}
    learn_confidence(unseen(read, judged, told, taking, scorer, joined), given.check, careful, sets)
    learn_judgements(judged, check=False)
    learn_retellings(told, False, joined)
    learn_participants(taking, given.check)


if __name__ == "__main__":
    main()
