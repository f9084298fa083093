"""Article nodes: what was read, with its metadata."""

from __future__ import annotations

import networkx as nx

from newsgraph.articles import Article
from newsgraph.graph.events.printed_corrections import is_correction
from newsgraph.graph.keys import Keys, slug


def add_article(graph: nx.MultiDiGraph[str], keys: Keys, article: Article) -> str:
    """Enter an article; the key of its node."""
    if is_correction(article):
        graph.graph["corrections"].add(article.id)
    key = keys.key("Article", slug(article.id))
    facts = {
        "title": article.title, "date": article.published, "url": article.url, "source": article.source,
        "author": article.author, "language": article.language,
    }
    graph.add_node(
        key, label=article.title or _first_words(article.text) or article.id, type="Article", evidence=[],
        count=1, identifier=article.id, **{name: value for name, value in facts.items() if value},
    )
    return key


_WORDS = 60
"""Characters of a text that stand for the title that it has not."""


def _first_words(text: str) -> str:
    """How a text begins, cut between words."""
    words = " ".join(text[: 4 * _WORDS].split())
    if len(words) <= _WORDS:
        return words
    return (words[:_WORDS].rpartition(" ")[0].rstrip(" ,;:–—-") or words[:_WORDS]) + "…"
