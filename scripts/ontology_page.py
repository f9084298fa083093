"""The page of the ontology as pyLODE makes it, with each id once: that of a term is its name, so its IRI leads to it.

pyLODE gives a term that is of two kinds, a property that is functional, say, the same id in the list of each, and lets
a term be called like a part of the page.
"""

from __future__ import annotations

import lxml.html

_PAGE = "page-content"
"""What the part that holds everything is called instead of `content`, which is a term, too."""


def with_ids_once(page: str) -> str:
    """The page, in which a term has its local name as its id where it stands first, and links lead there."""
    root = lxml.html.document_fromstring(page)
    (whole,) = root.xpath("//body/div[@id='content']")
    whole.set("id", _PAGE)
    for style in root.iter("style"):
        style.text = style.text.replace("#content", f"#{_PAGE}")
    renamed: dict[str, str] = {}
    for term in root.xpath("//div[contains(@class, 'entity')]"):
        name = term.xpath("string(.//code)").rpartition("#")[2]
        former, section = term.get("id"), term.xpath("string(ancestor::div[@class='section'][1]/@id)")
        term.set("id", f"{section}-{name}" if name in renamed.values() else name)
        renamed.setdefault(former, name)
    for link in root.xpath("//a[starts-with(@href, '#')]"):
        link.set("href", "#" + renamed.get(link.get("href")[1:], link.get("href")[1:]))
    return lxml.html.tostring(root, doctype="<!DOCTYPE html>", encoding="unicode")
