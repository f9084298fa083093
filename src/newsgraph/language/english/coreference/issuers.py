"""Who issues a statement: "The United States condemns the attack. We call on ..." is the United States that calls."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.english.coreference.discourse import BODIES
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.words import Words

_ISSUERS = frozenset((*BODIES, "Country"))
_WE = frozenset(("we", "our", "us", "ours", "ourselves"))


def link_issuer(notes: Annotations, words: Words, pronouns: list[int]) -> None:
    """Let "we" outside of quotation marks be the one body or country that the text makes declare something."""
    unquoted = [i for i in pronouns if not words.quoted[i] and i not in notes.at_root]
    ours = [i for i in unquoted if words.lower[i] in _WE]
    if len(ours) < len(unquoted) or not any(_declares(words, i) for i in ours):
        return  # somebody of flesh and blood writes, or a paper
    issuers: dict[int, Entity] = {
        id(m.entity): m.entity for m in notes.mentions
        if m.form == "name" and m.kind in _ISSUERS and not words.quoted[m.root] and _declares(words, m.root, "VBZ")
    }  # fmt: skip
    if len(issuers) == 1:
        (issuer,) = issuers.values()
        for i in ours:
            notes.add(Mention(i, i + 1, i, "pronoun", issuer.kind, issuer, "issuer of the statement"))


def _declares(words: Words, i: int, tag: str = "") -> bool:
    """Whether a word is the subject of a verb by which a statement does what it says."""
    verb = words.head[i]
    said = words.dep[i] == "nsubj" and words.lemma[verb] in word_class("declares")
    return said and tag in ("", words.tag[verb])
