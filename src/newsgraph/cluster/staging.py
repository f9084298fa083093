"""The first pass over the input: each file is read once and its articles are laid down, ready to be dealt out.

What is laid down is JSON Lines of articles, whatever the format was. Beside it goes what tells them apart, from which
the whole corpus is planned: copies are found, ids are made one article's own.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from newsgraph.articles import Article
from newsgraph.cluster.manifest import Input
from newsgraph.cluster.places import hash_of_file, reading, writing
from newsgraph.cluster.sources import Source
from newsgraph.errors import ClusterError
from newsgraph.sources import Fields, Problem
from newsgraph.sources.files import unreadable
from newsgraph.sources.once import digest, mark
from newsgraph.sources.stream import articles_of_file


class Laid(msgspec.Struct, frozen=True, array_like=True):
    """What is known of an article that was laid down."""

    id: str
    digest: bytes
    """What copies of its text share."""
    mark: str
    body: bytes
    """Hash of all but the id."""
    where: str
    """For messages."""


class Staged(msgspec.Struct):
    """What became of some files."""

    articles: list[Laid]
    """In the order of the lines."""
    inputs: list[Input]
    problems: list[Problem]


def stage(sources: Sequence[Source], place: str, fields: dict[str, str], day_first: bool | None) -> Staged:
    """Read files, and lay their articles down in one."""
    staged = Staged([], [], [])
    names = Fields(fields, day_first=day_first)
    with writing(place) as out:
        for source in sources:
            number = len(staged.articles)
            for article in _articles(source, staged.problems, names):
                out.write(msgspec.json.encode(article) + b"\n")
                staged.articles.append(_laid(article))
            try:
                found, size = hash_of_file(source.place)
            except OSError:  # that it can't be read is told already
                continue
            staged.inputs.append(Input(source.origin, found, size, len(staged.articles) - number))
    return staged


def _articles(source: Source, problems: list[Problem], fields: Fields) -> Iterator[Article]:
    try:
        with reading(source.place) as stream:
            yield from articles_of_file(stream, source.origin, problems.append, fields)
    except (OSError, EOFError, zlib.error) as error:
        problems.append(unreadable(source.origin, error))


def _laid(article: Article) -> Laid:
    body = msgspec.json.encode(msgspec.structs.replace(article, id="-"))
    return Laid(
        article.id, digest(article.text), mark(article.text), hashlib.sha256(body).digest()[:16],
        article.origin or article.id,
    )  # fmt: skip


def staged_articles(place: str, chosen: Iterable[tuple[int, str]]) -> list[Article]:
    """Articles that were laid down, by number of their line, each under the id that it has in the corpus.

    Raises:
        ClusterError: the file is not there: the machines do not see the same disk.
    """
    ids = dict(chosen)
    try:
        with reading(place) as stream:
            lines = [(number, line) for number, line in enumerate(stream) if number in ids]
    except FileNotFoundError:
        raise ClusterError(f"{place}: a worker can't see it; write to a folder, or a URL, that all share") from None
    return [
        msgspec.structs.replace(msgspec.json.decode(line, type=Article), id=ids[number]) for number, line in lines
    ]
