"""Accuracy on the gold files that stand beside the checkout, with raw spaCy next to it: docs/accuracy.md.

    python scripts/scores.py [NAME ...]      names of gold files, without ending; all if none is given

Each file goes through the command line as a user would do it: articles, `newsgraph extract`, the scorer.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
TARGETS: dict[str, list[tuple[str, str, float]]] = {
    "crossner_politics": [
        ("mentions", "exact", 0.73), ("mentions", "exact EVENT", 0.60), ("mentions", "fine Party", 0.60),
    ],
    "re3d": [("mentions", "overlap", 0.77), ("relations", "labelled, between names", 0.35)],
    "gum_news": [
        ("mentions", "exact", 0.64), ("coref", "LEA, names", 0.70), ("coref", "LEA, all", 0.43),
        ("times", "value", 0.78), ("attributions", "content", 0.70), ("attributions", "triple", 0.50),
    ],
    "meantime": [
        ("mentions", "overlap", 0.75), ("coref", "LEA, all", 0.40), ("events", "trigger", 0.77),
        ("events", "agents end to end", 0.58), ("events", "targets end to end", 0.45), ("times", "value", 0.80),
        ("events", "time accuracy on matched", 0.55), ("factuality", "accuracy on matched", 0.86),
    ],
    "news_fair": [("mentions", "span", 0.81)],
    "msnbc": [("mentions", "span", 0.87)],
    "geo": [("places", "right place of all", 0.78)],
    "plover": [
        ("events", "salient: kind found (recall)", 0.80), ("events", "salient: kinds by article", 0.65),
        ("events", "salient: kind of first event", 0.72), ("events", "salient: agents, best event", 0.70),
        ("events", "salient: targets, best event", 0.60),
    ],
    "muc4": [
        ("events", "salient: kind found (recall)", 0.85),
        ("events", "salient: arguments in any event of the kind", 0.45),
    ],
    "g5w1h": [
        ("answers", "who hit rate, first event", 0.60), ("answers", "where hit rate, first event", 0.50),
        ("answers", "when hit rate, first event", 0.45),
    ],
    "proposals": [
        ("proposals", "detected", 0.72), ("proposals", "proposers end to end", 0.62),
        ("proposals", "addressees end to end", 0.48), ("proposals", "act accuracy on matched", 0.85),
    ],
    "html": [],
    "facts": [],
    "dwie": [],
    "polnear": [],
    "seed": [],
}
"""What we hold ourselves to, by gold file: layer, metric, least value."""
_READ = "Its errors were read while the rules were written: expect less on other texts of its sort."
_JUDGED = (
    "Its errors were read while the rules were written, and the weights of events are learnt on judgements of what "
    "newsgraph found in some of its articles (not on its gold): expect less on other texts of its sort."
)
_NAMES = f"{_READ} The weights of the kinds of unknown names are learnt on its names, too."
TUNED = {
    **dict.fromkeys(("crossner_politics", "re3d", "gum_news", "news_fair", "msnbc", "dwie"), _NAMES),
    **dict.fromkeys(("muc4", "g5w1h"), _JUDGED),
    "meantime": f"{_JUDGED} The weights of the kinds of unknown names are learnt on its names.",
    "facts": "The weights of events (judgements, retellings, confidence) are learnt on it, and its errors were read: "
    "these figures flatter. What models say that have not seen an article stands in [How sure](confidence.md).",
    "proposals": "Learnt by heart in part: its errors were read one by one. Look at the proposals of `facts` instead.",
    "seed": "One article, which the tests hold to.",
    "html": "Its pages were looked at while the clean-up was written.",
}
"""How far the rules were tuned on a set; `_READ` for the others."""
ACROSS = {"dwie": "cross_identity.py", "ecbplus": "cross_events.py"}
"""Scorers of one graph of all articles, by gold file."""


def main(names: list[str]) -> int:
    """Score each file, print its table, and write the page when all were asked for."""
    if not SHARED.is_dir():
        print(f"{SHARED} is not there: the gold files are not part of the project", file=sys.stderr)
        return 2
    whole = not names
    sections = []
    with tempfile.TemporaryDirectory() as folder:
        for name in [name for name in names if name in TARGETS] or list(TARGETS) * whole:
            ours, theirs = _score(name, Path(folder))
            sections.append(_section(name, ours, theirs))
            print(sections[-1], flush=True)
        for name in ACROSS if whole else [name for name in names if name in ACROSS]:
            sections.append(_across(name, Path(folder)))
            print(sections[-1], flush=True)
    if whole:
        page = ROOT / "docs" / "accuracy.md"
        page.write_text(_INTRODUCTION + "\n".join(sections), encoding="utf-8")
        print(f"written: {page.relative_to(ROOT)}")
    return 0


def _score(name: str, folder: Path) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    gold = SHARED / "gold" / f"{name}.jsonl"
    articles, ours, theirs = (folder / f"{name}-{what}.jsonl" for what in ("articles", "ours", "theirs"))
    if name == "html":
        _unpack_pages(gold, folder, ours)
        return _table(gold, ours), []
    with articles.open("wb") as stream:
        subprocess.run([sys.executable, SHARED / "score" / "articles.py", gold], stdout=stream, check=True)
    with ours.open("wb") as stream:
        command = [sys.executable, "-m", "newsgraph", "extract", "--quiet", articles]
        subprocess.run(command, stdout=stream, check=False)
    baseline = [sys.executable, SHARED / "score" / "baseline_spacy.py", gold, theirs]
    subprocess.run(baseline, check=True, stderr=subprocess.DEVNULL)
    return _table(gold, ours), _table(gold, theirs)


def _across(name: str, folder: Path) -> str:
    """What the scorer of one graph of all articles prints, as it prints it."""
    gold = SHARED / "gold" / f"{name}.jsonl"
    ours = folder / f"{name}-ours.jsonl"
    if not ours.exists():
        articles = folder / f"{name}-articles.jsonl"
        with articles.open("wb") as stream:
            subprocess.run([sys.executable, SHARED / "score" / "articles.py", gold], stdout=stream, check=True)
        with ours.open("wb") as stream:
            command = [sys.executable, "-m", "newsgraph", "extract", "--quiet", articles]
            subprocess.run(command, stdout=stream, check=False)
    command = [sys.executable, SHARED / "score" / ACROSS[name], gold, ours]
    found = subprocess.run(command, capture_output=True, check=True, text=True)
    return f"## {name}: one graph of all articles\n\n```\n{found.stdout.strip()}\n```\n"


def _unpack_pages(gold: Path, folder: Path, out: Path) -> None:
    """Read the whole pages, each under the id that gold has for it."""
    from newsgraph.sources import read_html

    with out.open("w", encoding="utf-8") as stream:
        for line in gold.read_text(encoding="utf-8").splitlines():
            article = json.loads(line)["article"]
            page = SHARED / "gold" / "html" / f"{article['id']}.html.gz"
            with gzip.open(page, "rb") as pages:
                for found in read_html(pages, page.name, print):  # type: ignore[arg-type]
                    record = {"article": {"id": article["id"], "text": found.text}}
                    stream.write(json.dumps(record, ensure_ascii=False) + "\n")


def _table(gold: Path, predicted: Path) -> list[dict[str, object]]:
    command = [sys.executable, SHARED / "score" / "score.py", gold, predicted, "--json"]
    found = subprocess.run(command, capture_output=True, check=True, text=True)
    rows: list[dict[str, object]] = json.loads(found.stdout)["rows"]
    return rows


def _section(name: str, ours: list[dict[str, object]], theirs: list[dict[str, object]]) -> str:
    targets = {(layer, metric): least for layer, metric, least in TARGETS.get(name, [])}
    peers = {(row["layer"], row["metric"]): row for row in theirs}
    lines = [
        f"## {name}", "", TUNED.get(name, _READ), "",
        "| layer | metric | P | R | F1 or value | raw spaCy | at least | n |", "|---|---|---|---|---|---|---|---|",
    ]
    for row in ours:
        key = (str(row["layer"]), str(row["metric"]))
        least = targets.get(key)
        value, peer = _value(row), _value(peers.get(key, {}))
        shown = f"**{value}**" if least else value
        cells = [*key, _number(row.get("p")), _number(row.get("r")), shown, peer, f"{least:.2f}" if least else ""]
        lines.append("| " + " | ".join(cells) + f" | {row['n']:.0f} |")
    return "\n".join(lines) + "\n"


def _value(row: dict[str, object]) -> str:
    return _number(row.get("value", row.get("f1")))


def _number(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float | int) else ""


_INTRODUCTION = """# Accuracy

Measured on annotated real news, as it comes from the command line, with raw spaCy `en_core_web_md` (and dateparser)
beside it. `make scores` writes this page. The gold files are not part of the project, for their texts belong to their
publishers. Each metric is what its name says in the usual sense: precision, recall and F1 over spans, LEA for
coreference, accuracies alone in their column. *At least* is what we hold ourselves to.

"""

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
