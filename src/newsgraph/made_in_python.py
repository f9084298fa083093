"""Articles and records that callers made in Python, held to what is asked of those in files."""

from __future__ import annotations

import msgspec

from newsgraph.articles import LONGEST, Article
from newsgraph.errors import RecordError
from newsgraph.record_lines import from_json, to_json
from newsgraph.record_values import is_language, is_moment
from newsgraph.records import Record
from newsgraph.sources import OnProblem, Problem
from newsgraph.sources.encoding import halved, without_surrogates
from newsgraph.sources.language import language_code
from newsgraph.sources.written_names import shown_name


def checked_article(article: Article, on_problem: OnProblem) -> Article | None:
    """An article that can be read and written; None, and a problem, where it can't be.

    Halves of characters are replaced, and what is no date and no language is left out, each with a note.
    """
    for field, value in msgspec.structs.asdict(article).items():
        if not isinstance(value, str) and (value is not None or field in ("id", "text")):
            on_problem(Problem(place_of(article), f"its {field} is no text", f"give it as text, not {value!r:.40}"))
            return None
    article = _writable(article, on_problem)
    where = place_of(article)
    if len(article.text) > LONGEST:
        message = f"its text has {len(article.text):,} characters, over {LONGEST:,}"
        on_problem(Problem(where, message, "divide it into its articles"))
        return None
    if not article.text.strip():
        on_problem(Problem(where, "has no text", "give it one, or take it out"))
        return None
    return _with_known_values(article, on_problem)


def checked_record(record: Record, where: str) -> Record:
    """A record that was made in Python, as it would come from a file.

    Raises:
        RecordError: a field is not of its type, or something that the checks of records name.
    """
    try:
        line = to_json(record)
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise RecordError(f"{where}: can't be written as JSON ({error}); make it of the types of its fields") from None
    return from_json(line, where)


def place_of(article: object) -> str:
    """What an article is called in messages, whatever it has for a name."""
    if not isinstance(article, Article):
        return "a record"
    return shown_name(str(article.origin or article.id))


def _writable(article: Article, on_problem: OnProblem) -> Article:
    """An article without halves of characters, which UTF-8 has not; the origin is the name of a file."""
    changed: dict[str, str] = {}
    for field, value in msgspec.structs.asdict(article).items():
        plain = value and (shown_name(value) if field == "origin" else without_surrogates(value))
        changed |= {} if plain == value else {field: plain}
    article = _changed(article, changed)
    if fields := [field for field in changed if field != "origin"]:
        on_problem(halved(fields, place_of(article)))
    return article


def _with_known_values(article: Article, on_problem: OnProblem) -> Article:
    """An article without a date that is none, and with a code for its language."""
    changed: dict[str, str | None] = {}
    if article.published is not None and not is_moment(article.published):
        changed["published"] = None
        message = f"is published at {article.published!r:.40}, which is no date, and is read without one"
        on_problem(Problem(place_of(article), message, "write it as in 2026-05-06", lost=False))
    if article.language is not None and not is_language(article.language):
        changed["language"] = language_code(article.language)
    return _changed(article, changed)


def _changed(article: Article, fields: dict[str, str | None] | dict[str, str]) -> Article:
    return msgspec.structs.replace(article, **fields) if fields else article
