"""What a page has in and around its article that is not the article: calls to subscribe, teasers, tool tips."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache
from typing import Any, Final

_TIP: Final = (
    '(contains(@class, "rollover") or contains(@class, "tooltip") or contains(@class, "popover") or @role="tooltip")'
)
# The innermost one: the boxes around it hold the words that the tip is about.
_TIPS: Final = f".//body//*[self::span or self::div or self::aside][{_TIP}][not(.//*[{_TIP}])]"
_NEWSLETTERS: Final = (
    ".//body//*[self::div or self::section or self::aside or self::form]"
    '[contains(translate(@class, "NEWSLTR", "newsltr"), "newsletter")]'
)
_LARGEST_BOX: Final = 800
"""Characters of the box of a newsletter; what holds more is the page, called so by its templates."""
_BODY_CLASS: Final = re.compile(r"(?:article|story|entry|post)[-_]*(?:body|content|text)", re.I)
_CONTACT: Final = re.compile(
    r"(?:follow|email|e-mail|write to|contact|reach)\b.{0,120}(?:@\w|\bon (?:twitter|facebook|instagram|x)\b)"
    r"|(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?$|\S+@\S+\.\w+$",
    re.I,
)
_PARAGRAPH: Final = 140
"""Characters from which a line with a full stop reads as a paragraph."""


def prepare_page(tree: Any) -> None:
    """Mend the parsed page in place: tool tips and newsletters go, and an article in several pieces becomes one.

    Pages lay advertisements between pieces of the body, each in a box of its own; extraction would keep one of them.
    """
    boxes = [box for box in tree.xpath(_NEWSLETTERS) if len(box.text_content()) <= _LARGEST_BOX]
    for element in [*tree.xpath(_TIPS), *boxes]:
        if element.getparent() is not None:
            element.drop_tree()
    pieces = defaultdict(list)
    for element in tree.iter("div", "section"):
        name = element.get("class") or ""
        if (element.get("itemprop") == "articleBody" or _BODY_CLASS.search(name)) and element.find("p") is not None:
            pieces[name].append(element)
    for first, *others in pieces.values():
        # Two boxes with paragraphs of their own in one article; of two articles in a page only the first counts.
        article = _article_of(first)
        for other in others:
            if article is not None and _article_of(other) is article and first not in other.iterancestors():
                first.extend(list(other))


def _article_of(element: Any) -> Any:
    return next((above for above in element.iterancestors("article", "main")), None)


def without_clutter(lines: list[str], headlines: list[str]) -> list[str]:
    """The article's paragraphs: without what the page adds, and without the headline above them."""
    bare_headlines = {_bare(headline) for headline in headlines} - {""}
    for number, line in enumerate(lines[:3]):
        if _bare(line) in bare_headlines:
            # Above a headline there is at most the name of a section.
            lines = lines[number + 1 :]
            break
    starts, whole, tails = _words()
    kept: list[str] = []
    for number, line in enumerate(lines):
        plain = line.lower().replace("’", "'").lstrip("-•*[(> ")
        key = plain.strip(" .:!?…)]")
        if key in tails and not any(_is_paragraph(below) for below in lines[number + 1 :]):
            break
        short = len(line) <= 300
        if key in whole or key in tails or (short and (starts.match(plain) or _CONTACT.match(plain))):
            continue
        kept.append(line)
    return kept


def _is_paragraph(line: str) -> bool:
    return len(line) >= _PARAGRAPH and "." in line


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


@cache
def _words() -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    from importlib.resources import files

    table = files("newsgraph.sources").joinpath("clutter.csv").read_text("utf-8")
    rows = list(csv.DictReader(line for line in table.splitlines() if not line.startswith("#")))
    by_place = {place: [row["words"] for row in rows if row["where"] == place] for place in ("start", "whole", "tail")}
    starts = "|".join(re.escape(words) for words in by_place["start"])
    return re.compile(rf"(?:{starts})(?!\w)"), frozenset(by_place["whole"]), frozenset(by_place["tail"])
