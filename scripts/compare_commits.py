#!/usr/bin/env python3
"""What a change makes of the events of annotated articles: claims gained and lost, and which of them are right.

    python scripts/compare_commits.py OLD [NEW] --gold ../shared/gold/facts.jsonl

OLD and NEW are commits; without NEW, the files as they are now. Each reads the articles of the gold file in a work tree
of its own; an event is right as `score.py --layer facts` has it. Needs the gold files and their scorer, which are no
part of the project.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from judged import judged_nodes, load_scorer

ROOT = Path(__file__).resolve().parents[1]
Claims = dict[tuple[Any, ...], tuple[bool | None, str]]


def read_at(commit: str | None, articles: Path, folder: Path) -> Path:
    """The records that a commit makes of articles."""
    source = ROOT
    if commit is not None:
        source = folder / f"tree-{commit.replace('/', '-')}"
        subprocess.run(["git", "worktree", "add", "--detach", "-q", str(source), commit], check=True, cwd=ROOT)
    records = folder / f"{commit or 'now'}.jsonl".replace("/", "-")
    try:
        with records.open("wb") as stream:
            subprocess.run(
                [sys.executable, "-m", "newsgraph", "extract", "-q", str(articles)],
                check=True, stdout=stream, env={**os.environ, "PYTHONPATH": str(source / "src")},
            )
    finally:
        if commit is not None:
            subprocess.run(["git", "worktree", "remove", "--force", str(source)], check=True, cwd=ROOT)
    return records


def claims_of(scorer: Any, gold: Path, records: Path) -> Claims:
    """The events that are claimed, with who takes part, whether they are right, and in their sentence."""
    found: Claims = {}
    for article in scorer.read_articles(gold, records):
        told: set[int | None] = {None}
        for node, well_said, deed in judged_nodes(scorer, article):
            right = well_said and deed not in told
            told.add(deed)
            first = node["chain"][0]
            people = tuple(
                sorted({article.pred.mentions[m]["text"] for r in ("agents", "targets") for m in node[r]})
            )
            key = (article.gold.record["article"]["id"], first["start"], node["kind"], node["factuality"], people)
            words = scorer.in_context(article.text, first["start"], first["end"])
            found[key] = right, f"{key[0]}: {words}  {node['kind']} {node['factuality']} {', '.join(people)}"
    return found


def main() -> None:
    """Compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old")
    parser.add_argument("new", nargs="?")
    parser.add_argument("--gold", type=Path, required=True)
    given = parser.parse_args()
    scorer = load_scorer()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles = folder / "articles.jsonl"
        golds = map(json.loads, given.gold.read_text(encoding="utf-8").splitlines())
        lines = ({k: v for k, v in gold["article"].items() if isinstance(v, str)} for gold in golds)
        articles.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
        old, new = (claims_of(scorer, given.gold, read_at(c, articles, folder)) for c in (given.old, given.new))
    words = {True: "right", False: "wrong", None: "open"}
    for title, one, other in (("gained", new, old), ("lost", old, new)):
        changed = [one[key] for key in one if key not in other]
        counts = {words[w]: sum(right is w for right, _ in changed) for w in words}
        print(f"{title}: {len(changed)} ({', '.join(f'{n} {word}' for word, n in counts.items())})")
        for right, line in changed:
            print(f"  {words[right]}: {line}")


if __name__ == "__main__":
    main()
