"""Which claims of a prediction are right by exhaustive gold, as the scorer of the gold files judges them."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SCORER = Path(__file__).resolve().parents[2] / "shared" / "score" / "score.py"


def load_scorer() -> Any:
    """The scorer of the gold files, as a module."""
    specification = importlib.util.spec_from_file_location("score", SCORER)
    if specification is None or specification.loader is None or not SCORER.exists():
        sys.exit(f"{SCORER}: the scorer is not there; the confidence can't be learnt without it")
    module = importlib.util.module_from_spec(specification)
    sys.modules["score"] = module
    specification.loader.exec_module(module)
    return module


def judged_nodes(scorer: Any, article: Any) -> Iterator[tuple[dict[str, Any], bool | None, int | None]]:
    """The events of a prediction.

    Yields:
        An event, whether what it says is right (None where gold leaves it open), and the number of gold's event that it
        is (None if it is none). Two may be one event of gold, told twice.
    """
    side = scorer.FactSide(article)
    golds = article.gold.record["facts"]
    nodes = scorer.fact_nodes(article.pred.record.get("events") or [])
    fits = [[float(scorer.fact_fit(article, gold, node)) for gold in golds] for node in nodes]
    pairs = {j: i for i, j in scorer.pair_all(golds, nodes, lambda g, p: scorer.fact_fit(article, g, p)).items()}
    for node, fit, paired in zip(nodes, fits, map(pairs.get, range(len(nodes))), strict=True):
        best = max(range(len(golds)), key=fit.__getitem__, default=None) if paired is None else paired
        if best is None or not fit[best]:
            yield node, False, None
        elif golds[best]["optional"]:
            yield node, None, best
        else:
            yield node, not is_false(scorer, article, side, golds[best], node), best


def is_false(scorer: Any, article: Any, side: Any, gold: dict[str, Any], node: dict[str, Any]) -> bool:
    """Whether an event says something that gold contradicts, as `score.py --layer facts` judges it."""
    kinds = scorer.fact_kinds(gold)
    by_act = node["kind"] not in gold["kinds"] and node["kind"] in kinds
    equal = bool(set(gold["kinds"]) & scorer.EQUAL)
    roles = (("agents", "targets"),) if equal else (("agents",), ("targets",))
    places = {e for x in gold["places"] for e in x}
    got = {side.entity(article.pred.mentions[m]) for m in node["places"] if m in article.pred.mentions}
    return (
        node["kind"] not in kinds
        or not (by_act or node["factuality"] in gold["factuality"])
        or any(scorer.fact_arguments(side, gold, node, together)[1] for together in roles)
        or bool(gold.get("date") and node["time"] and not scorer.same_day(gold["date"], str(node["time"])[:10]))
        or bool(places and node["places"] and not got & places)
        or any(
            node["counts"][what] not in gold["counts"].get(what, [])
            for what in ("killed", "injured", "detained")
            if what in node["counts"]
        )
    )


def judged_statements(scorer: Any, article: Any, claims: list[dict[str, Any]]) -> list[bool]:
    """Of each statement (spans `content` and `source`) whether gold has half of its content, with its source."""

    def alike(gold: dict[str, Any], claim: dict[str, Any]) -> float:
        share = scorer.word_jaccard(article, gold["content"], claim["content"])
        return float(share) if share >= scorer.HALF else 0.0

    golds = article.gold.record["attributions"]
    right = [False] * len(claims)
    for i, j in scorer.pair_all(golds, claims, alike).items():
        source = golds[i].get("source")
        right[j] = not source or bool(scorer.any_overlap(source, claims[j]["source"]))
    return right


def judged_proposals(scorer: Any, article: Any) -> Iterator[tuple[dict[str, Any], bool]]:
    """The proposals of a prediction, each with whether all that it says is right; what gold leaves open is left out."""

    def alike(gold: dict[str, Any], claim: dict[str, Any]) -> float:
        share = scorer.word_jaccard(article, gold.get("content"), claim.get("content"))
        same = scorer.any_overlap(gold.get("cue"), claim.get("cue"))
        return float(share + same) if share >= scorer.HALF or same else 0.0

    golds, claims = article.gold.layer("proposals"), article.pred.layer("proposals")
    matched = {j: golds[i] for i, j in scorer.pair_all(golds, claims, alike).items()}
    for j, claim in enumerate(claims):
        gold = matched.get(j)
        if gold is None:
            yield claim, False
        elif not gold.get("optional"):
            wrong = any(scorer.parted(article, gold, claim, role)[1] for role in ("proposers", "addressees"))
            fits = scorer.word_jaccard(article, gold.get("content"), claim.get("content")) >= scorer.HALF
            yield claim, not wrong and fits and gold.get("act") in (None, claim.get("act"))
