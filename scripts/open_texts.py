#!/usr/bin/env python3
"""Texts of judged articles that another package ships, for `scripts/learn_events.py --texts`.

    pip download --no-deps gensim && python scripts/open_texts.py gensim-*.whl > lee.jsonl

The Lee corpus, in gensim's wheel, is 350 items of news that Australia's ABC sent in 2001 and 2002, one a line.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

_FOLDER = "gensim/test/test_data/"


def lee(wheel: Path) -> Iterator[tuple[str, str]]:
    """The items of the Lee corpus with their ids."""
    with zipfile.ZipFile(wheel) as files:
        texts = "\n".join(
            files.read(f"{_FOLDER}{name}.cor").decode("utf-8", "replace") for name in ("lee_background", "lee")
        )
    for number, line in enumerate(line for line in map(str.strip, texts.split("\n")) if line):
        yield f"lee-{number:03d}", line


def main() -> None:
    """Write the texts, an article a line."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for name, text in lee(Path(sys.argv[1])):
        print(json.dumps({"article": {"id": name, "text": text}}))


if __name__ == "__main__":
    main()
