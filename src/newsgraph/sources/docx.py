"""Word documents (.docx): deliveries of Nexis Uni, or an article."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from newsgraph.articles import Article
from newsgraph.sources.deliveries import read_documents
from newsgraph.sources.fields import Fields
from newsgraph.sources.files import LARGEST, read_whole
from newsgraph.sources.problems import OnProblem, Problem
from newsgraph.sources.xml import parse_xml

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN: Final = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_W}pict", f"{_W}object"))
_REMEDY: Final = "open it in a word processor and save it anew, or save its text as .txt"


def read_docx(
    stream: io.BufferedReader, origin: str, on_problem: OnProblem, fields: Fields | None = None
) -> Iterator[Article]:
    """The articles of a Word document: one, or those of a database's delivery. Deleted text is passed over."""
    data = read_whole(stream, origin)
    if isinstance(data, Problem):
        on_problem(data)
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            text = "\n".join(_paragraphs(parse_xml(part_of(packed, "word/document.xml"))))
    except (zipfile.BadZipFile, KeyError, ValueError, RuntimeError) as error:
        on_problem(Problem(origin, f"is no Word document that can be read ({error})", _REMEDY))
        return
    yield from read_documents(text, origin, on_problem, fields.day_first if fields else None)


def part_of(packed: zipfile.ZipFile, name: str, largest: int = LARGEST) -> bytes:
    """The bytes of one part of an office document or a book.

    Raises:
        KeyError: there is no such part.
        ValueError: it unpacks to more than `largest` bytes.
    """
    with packed.open(name) as part:
        data = part.read(largest + 1)
    if len(data) > largest:
        raise ValueError(f"{name} unpacks to more than {largest // 1_000_000} MB")
    return data


def _paragraphs(root: Any) -> Iterator[str]:
    for paragraph in root.iter(f"{_W}p"):
        # A text box stands twice: as it is drawn today, and as older programs draw it.
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            yield _text(paragraph)


def _text(paragraph: Any) -> str:
    parts: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag in _UNSEEN or element.tag == f"{_W}p":
            continue
        if element.tag == f"{_W}t":
            parts.append(element.text or "")
        elif element.tag in _BREAKS:
            parts.append(_BREAKS[element.tag])
        else:
            waiting.extend(reversed(element))
    return "".join(parts)
