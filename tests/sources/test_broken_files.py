"""Whatever is broken in a file, the others go on: files of every format, cut off and with bytes changed at random."""

from __future__ import annotations

import random
from collections.abc import Callable

import pandas as pd
import pytest
from tests.sources import (
    test_archives,
    test_epub,
    test_factiva,
    test_feed,
    test_nexis,
    test_pdf,
    test_services,
    test_tables,
    test_warc,
)

GOOD = "The ministers of Lomara and Selm met on Monday."
FILES: dict[str, bytes] = {
    "a.docx": test_nexis.docx(test_nexis.COVER + test_nexis.FIRST),
    "a.rtf": test_nexis.rtf(test_nexis.FIRST + test_nexis.SECOND),
    "a.txt": test_nexis.ACADEMIC.encode(),
    "a.html": test_factiva.PAGE.encode(),
    "a.rss": test_feed.RSS.encode(),
    "a.pdf": test_pdf.pdf(test_pdf.column(50, 700, "The ministers of Lomara met on", "Monday.")),
    "a.epub": test_epub.book(),
    "a.xlsx": test_tables.workbook([["Title", "Text"], ["Talks", GOOD]]),
    "a.parquet": pd.DataFrame({"text": [GOOD, GOOD[::-1]]}).to_parquet(),
    "a.warc": b"".join(test_warc.CRAWL),
    "a.zip": test_archives.zipped(test_archives.FILES),
    "a.tar.gz": test_archives.tarred(test_archives.FILES),
    "a.tar": test_archives.tarred(test_archives.FILES, "w"),
    "a.tar.xz": test_archives.tarred(test_archives.FILES, "w:xz"),
    "a.tar.bz2": test_archives.tarred(test_archives.FILES, "w:bz2"),
    "a.json": b'{"response": {"results": [{"webTitle": "Talks", "fields": {"bodyText": "%s"}}]}}' % GOOD.encode(),
    "a.csv": f"sep=;\ntitle;text\nTalks;{test_services.TEXT}\n".encode(),
}


def broken(content: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return content[: chance.randrange(len(content))]
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 20))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_never_stops_the_others(read: Callable, write: Callable, name: str) -> None:
    chance = random.Random(name)
    good = write("good.txt", GOOD)
    for number in range(40):
        path = write(f"{number}/{name}", broken(FILES[name], chance))
        articles, problems = read(path, good)
        assert [article.text for article in articles if article.origin == str(good)] == [GOOD] or any(
            "the same text as" in str(problem) for problem in problems
        )
        assert all("\n" not in str(problem) for problem in problems)
