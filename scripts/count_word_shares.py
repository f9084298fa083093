#!/usr/bin/env python3
"""Count in which share of news articles each word of common English stands.

    count_word_shares.py RECORDS.jsonl...

Reads `article.text` of JSON Lines and writes `src/newsgraph/resolve/events/word_shares.csv`. Only words in small
letters that a dictionary has, or that hold sentences together, are counted: no names, so that the table says how
English is written and not what the articles are about.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from newsgraph.language.english.deeds import WORD, stem
from newsgraph.language.english.names.capitals import common_words

TABLE = Path(__file__).parents[1] / "src/newsgraph/resolve/events/word_shares.csv"
LEAST = 0.02
HEAD = """\
# The share of news articles that have a word of common English, by the stem that `wording.stem` gives; words in fewer
# than one of fifty articles are left out. Counted by scripts/count_word_shares.py.
stem,share
"""
BINDING = frozenset(
    "the a an of in to and for on with that by at from as is was be are were has have had it its this he his they she "
    "her their who which not but or been will would after before when said also than more about over into up out one "
    "two three last first new no all between against during while where there other some could may should can if what "
    "so being under since only an told says".split()
)


def main() -> None:
    """Count and write."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    known = common_words() | BINDING
    counts: Counter[str] = Counter()
    articles = 0
    for name in sys.argv[1:]:
        for line in Path(name).read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["article"]["text"]
            articles += 1
            words = {word for word in WORD.findall(text) if word.islower()}
            counts.update({stem(w) for w in words if not known.isdisjoint((w, stem(w), f"{stem(w)}e"))})
    rows = [f"{word},{n / articles:.2f}\n" for word, n in sorted(counts.items()) if n / articles >= LEAST]
    TABLE.write_text(HEAD + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
