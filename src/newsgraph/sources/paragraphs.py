"""Paragraphs out of a piece of HTML that is the article itself: a feed's entry, a chapter of an EPUB."""

from __future__ import annotations

import re
from typing import Any, Final

from newsgraph.sources.encoding import without_surrogates
from newsgraph.unseen import without_unseen

_BLOCKS: Final = frozenset(
    "address article aside blockquote body br dd div dl dt figcaption footer h1 h2 h3 h4 h5 h6 header hr li main ol p "
    "pre section table td th tr ul".split()
)
_UNSEEN: Final = frozenset("script style head nav noscript template figure svg iframe form button".split())
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def paragraphs_of(markup: str) -> list[str]:
    """The paragraphs of some HTML, or of plain text, each on a line."""
    markup = without_unseen(_CONTROLS.sub("", without_surrogates(markup)))
    if "<" not in markup and "&" not in markup:
        return [line for line in (" ".join(line.split()) for line in markup.split("\n")) if line]
    from lxml import html

    if not markup.strip():
        return []
    return paragraphs_in(html.fragment_fromstring(markup, create_parent="div"))


def paragraphs_in(tree: Any) -> list[str]:
    """The paragraphs of a parsed page or part of one, without scripts, navigation and pictures."""
    parts: list[str] = []
    _collect(tree, parts)
    return [line for line in (" ".join(line.split()) for line in "".join(parts).split("\n")) if line]


def _collect(top: Any, parts: list[str]) -> None:
    """Text in reading order, a line feed around each block; a stack of its own, so that no nesting is too deep."""
    stack: list[tuple[Any, bool]] = [(top, False)]
    while stack:
        element, left = stack.pop()
        tag = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else None
        if left:
            if tag in _BLOCKS:
                parts.append("\n")
            if element is not top and element.tail:
                parts.append(" ".join(element.tail.split("\n")))
            continue
        stack.append((element, True))
        if tag is None or tag in _UNSEEN:
            continue
        if tag in _BLOCKS:
            parts.append("\n")
        if element.text:
            parts.append(" ".join(element.text.split("\n")))
        stack.extend((child, False) for child in reversed(element))
