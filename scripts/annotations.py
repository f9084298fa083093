#!/usr/bin/env python3
"""Annotations of news whose texts are not ours: kept as offsets, put together with the texts where these are at hand.

    python scripts/annotations.py join annotations/events.jsonl ../shared/gold/dwie.jsonl … > facts.jsonl
    python scripts/annotations.py strip facts.jsonl > annotations/events.jsonl

`annotations/events.jsonl` has all events, proposals and denials of 118 articles (the first 460 words or so), annotated
by reading, without sight of what newsgraph finds, in the shape of `facts` gold; `join` puts the texts to it.
`annotations/candidates.jsonl` has events that newsgraph found in 132 others, judged by readers: the kinds that are
right (none if it is no event), whether each participant is, which earlier one it tells again, what is open to doubt;
`annotations/judged_once.jsonl` the same in others, by one reader each (the texts of the sets `lee`, `bbc` and `reuters`
are written by `scripts/open_texts.py`). `lacks_agents` and `lacks_targets` of a judged
event are who took part beside, named in the same or the next sentence; `from` is where the judged part begins.
`annotations/speeches.jsonl` says of 1,648 speeches what they do beside saying. `scripts/learn_events.py` learns from
these. `annotations/ties.jsonl` has ties that newsgraph found in 183 articles (where they are said, their kind, whether
they are right), `annotations/proposals.jsonl` proposals that it found in 70, outside of what is annotated there (the
cue and "right", "wrong" or "?" of one reader), both for `scripts/learn_confidence.py`.
`annotations/pronouns.jsonl` has 2,052 pronouns that newsgraph gave to somebody in 120 articles, by one reader each:
right, a thing, nothing ("empty") or somebody else, and then where that one is named, for `scripts/learn_pronouns.py`.
`annotations/kinds.jsonl` has the kinds of unknown names in 403 articles, by one reader each, for
`scripts/learn_kinds.py`.
`annotations/joins.jsonl` says of 275 accounts in 1,361 mixed articles which event they are of (offset of the first
trigger), as read in joins across articles that newsgraph proposed, for `scripts/learn_event_weights.py --judged`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any


def strip(record: dict[str, Any]) -> dict[str, Any]:
    """A record without the words of its article."""
    article = record["article"]
    bare: dict[str, Any] = _without_words({k: v for k, v in record.items() if k != "article"})
    bare["entities"] = [{k: v for k, v in e.items() if k not in ("name", "aliases")} for e in bare["entities"]]
    return {"article": {"id": article["id"], "set": article["set"], "length": len(article["text"])}, **bare}


def _without_words(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_words(v) for k, v in value.items() if k != "text"}
    return [_without_words(v) for v in value] if isinstance(value, list) else value


def join(bare: dict[str, Any], article: dict[str, Any]) -> dict[str, Any]:
    """A record with the words of its article again; an entity is called as it is written most fully."""
    text = article["text"][: bare["article"]["length"]]
    record: dict[str, Any] = _with_words({k: v for k, v in bare.items() if k != "article"}, text)
    written: dict[str, list[str]] = {}
    for mention in record["mentions"]:
        if mention["form"] == "name":
            written.setdefault(mention["entity"], []).append(mention["text"])
    for entity in record["entities"]:
        names = sorted(set(written.get(entity["id"], ())), key=lambda name: (-len(name), name))
        entity["name"] = names[0] if names else ""
        entity["aliases"] = names[1:]
    known = {k: v for k, v in article.items() if isinstance(v, str) and k != "text"}
    return {"article": {**known, "set": bare["article"]["set"], "text": text}, **record}


def _with_words(value: Any, text: str) -> Any:
    if isinstance(value, list):
        return [_with_words(v, text) for v in value]
    if not isinstance(value, dict):
        return value
    found = {k: _with_words(v, text) for k, v in value.items()}
    if "start" in found and "end" in found:
        found["text"] = text[found["start"] : found["end"]]
    return found


def _read(paths: Iterable[str]) -> Iterator[dict[str, Any]]:
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def main(arguments: list[str]) -> int:
    """Strip or join, to standard output."""
    if len(arguments) == 2 and arguments[0] == "strip":
        records = map(strip, _read(arguments[1:]))
    elif len(arguments) > 2 and arguments[0] == "join":
        texts = {r["article"]["id"]: r["article"] for r in _read(arguments[2:])}
        records = (join(b, texts[b["article"]["id"]]) for b in _read(arguments[1:2]) if b["article"]["id"] in texts)
    else:
        print(__doc__, file=sys.stderr)
        return 2
    for record in records:
        print(json.dumps(record, ensure_ascii=False, separators=(",", ":")))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
