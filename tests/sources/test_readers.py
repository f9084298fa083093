"""The readers as a table, those of other packages, and those whose packages are missing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsgraph.articles import Article
from newsgraph.sources import Reader, endings, open_articles, readers


def test_every_reader_is_there() -> None:
    for reader in readers().values():
        assert callable(reader.load())
        assert all(endings()[ending] == reader.format for ending in reader.endings)


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [("a.pdf", "pdfminer", "pdf"), ("a.warc", "fastwarc", "warc"), ("a.parquet", "pyarrow", "parquet"),
     ("a.xlsx", "openpyxl", "excel")],
)  # fmt: skip
def test_a_missing_package_is_named_with_its_extra(
    read: Callable, write: Callable, monkeypatch: pytest.MonkeyPatch, name: str, module: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    path = write(name, "x")
    good = write("b.txt", "The ministers met.")
    articles, problems = read(path, good)
    assert [article.text for article in articles] == ["The ministers met."]
    assert [str(problem) for problem in problems] == [
        f"{path}: needs the Python package {module} to be read; `pip install 'newsgraph[{extra}]'` brings it"
    ]


PACKAGE = """\
from newsgraph.articles import Article
from newsgraph.sources import Reader

def read(stream, origin, on_problem, fields):
    for number, text in enumerate(stream.read().decode().split("%%"), 1):
        yield Article(id=f"m-{number}", text=text.strip(), origin=f"{origin}, minute {number}")

READER = Reader("minutes", (".minutes",), "council_minutes:read")
"""
METADATA = "Metadata-Version: 2.1\nName: council-minutes\nVersion: 1\n"


@pytest.fixture
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package of somebody else's that is installed in a folder of its own."""
    site = tmp_path / "site"
    info = site / "council_minutes-1.dist-info"
    info.mkdir(parents=True)
    (site / "council_minutes.py").write_text(PACKAGE)
    (info / "METADATA").write_text(METADATA)
    (info / "entry_points.txt").write_text("[newsgraph.readers]\nminutes = council_minutes:READER\n")
    monkeypatch.syspath_prepend(str(site))
    for cached in (readers, endings):
        cached.cache_clear()
    yield tmp_path
    for cached in (readers, endings):
        cached.cache_clear()
    sys.modules.pop("council_minutes", None)


def test_another_package_adds_a_format(council: Path) -> None:
    path = council / "in" / "march.minutes"
    path.parent.mkdir()
    path.write_text("The council met. %% The council voted.")
    articles: list[Article] = list(open_articles([path.parent], on_problem=print))
    assert [article.text for article in articles] == ["The council met.", "The council voted."]
    assert isinstance(readers()["minutes"], Reader)
