"""A record that was made from a text without its unseen characters, with the offsets of the text as it was given.

"Prime Minister" with a mark of direction behind it is no word that a model or a lexicon knows; a sentence that ends in
one does not end. So an article is read without them, and told with them: its offsets are those of the user's text.
"""

from __future__ import annotations

from typing import Any

import msgspec

from newsgraph.articles import Article
from newsgraph.records import Record
from newsgraph.unseen import seen_offsets, without_unseen


def readable(article: Article) -> Article:
    """The article as it is to be read; the same object where its text has no unseen characters."""
    text = without_unseen(article.text)
    return article if len(text) == len(article.text) else msgspec.structs.replace(article, text=text)


def with_original_offsets(record: Record, article: Article) -> Record:
    """The record of an article that was made from what `readable` makes of it."""
    if record.article is article:
        return record
    offsets = seen_offsets(article.text)
    fields = {name: _moved(getattr(record, name), offsets, article.text) for name in record.__struct_fields__}
    sentences = tuple((offsets[start], offsets[end - 1] + 1) for start, end in record.sentences)
    return Record(**fields | {"article": article, "sentences": sentences})


def _moved(value: Any, offsets: list[int], text: str) -> Any:
    """A part of a record whose spans, and what hangs on them, are moved; anything else is left as it is."""
    if isinstance(value, tuple):
        return tuple(_moved(item, offsets, text) for item in value)
    if not isinstance(value, msgspec.Struct) or isinstance(value, Article):
        return value
    fields = {name: _moved(getattr(value, name), offsets, text) for name in value.__struct_fields__}
    if "start" in fields:
        fields["start"], fields["end"] = start, end = offsets[fields["start"]], offsets[fields["end"] - 1] + 1
        if "text" in fields:
            fields["text"] = text[start:end]
    return type(value)(**fields)
