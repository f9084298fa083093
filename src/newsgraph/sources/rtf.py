"""Rich text: what Nexis Uni and Factiva deliver, and what word processors write."""

from __future__ import annotations

import io
from collections.abc import Iterator

from newsgraph.articles import Article
from newsgraph.sources.deliveries import read_documents
from newsgraph.sources.encoding import mended
from newsgraph.sources.fields import Fields
from newsgraph.sources.files import read_whole
from newsgraph.sources.problems import OnProblem, Problem


def read_rtf(
    stream: io.BufferedReader, origin: str, on_problem: OnProblem, fields: Fields | None = None
) -> Iterator[Article]:
    """The articles of a rich text file: one, or those of a database's delivery."""
    from striprtf.striprtf import rtf_to_text

    data = read_whole(stream, origin)
    if isinstance(data, Problem):
        on_problem(data)
        return
    try:
        # RTF is ASCII; what lies beyond stands in it as escapes of the code page that it names.
        text = str(rtf_to_text(data.decode("cp1252", "replace"), errors="replace"))  # type: ignore[no-untyped-call]
    except Exception as error:  # the library raises what it stumbles on
        on_problem(Problem(origin, f"can't be taken apart ({type(error).__name__})", "save its text as .txt"))
        return
    text = mended(text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n"), origin, on_problem)
    yield from read_documents(text, origin, on_problem, fields.day_first if fields else None)
