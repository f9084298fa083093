"""Opening what was saved: the graph out of a file of records, without reading any article again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from newsgraph.errors import SourceError

if TYPE_CHECKING:
    from newsgraph.graph import KnowledgeGraph


def open(path: str | os.PathLike[str], *, min_confidence: float = 0.5) -> KnowledgeGraph:
    """The graph of a file of records (`graph.save("graph.jsonl")`, `newsgraph extract`) or of a project, in seconds.

    The other formats that `graph.save` writes are for other programs, and don't hold all that a graph is made of.

    Raises:
        SourceError: there is no such file, or it holds no records.
    """
    from newsgraph.extraction import build
    from newsgraph.record_files import is_record_file

    file = Path(path)
    if not file.exists():
        raise SourceError(f"{file}: there is no such file; check the name")
    if not is_record_file(file):
        remedy = 'open records, as graph.save("graph.jsonl") writes them; newsgraph.build reads articles'
        raise SourceError(f"{file}: holds no records; {remedy}")
    return build(file, progress=False, min_confidence=min_confidence)
