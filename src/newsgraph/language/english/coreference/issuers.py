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
    quoted = words.quoted
    declaring = word_class("declares")
    ours = [i for i in pronouns if not quoted[i] and words.lower[i] in _WE and i not in notes.at_root]
    if not any(_declares(words, i, declaring) for i in ours):
        return
    issuers: dict[int, Entity] = {}
    for mention in notes.mentions:
        own = mention.form == "name" and mention.kind in _ISSUERS and not quoted[mention.root]
        if own and words.tag[words.head[mention.root]] == "VBZ" and _declares(words, mention.root, declaring):
            issuers[id(mention.entity)] = mention.entity
    if len(issuers) != 1:
        return
    (issuer,) = issuers.values()
    if any(words.lower[i] in ("i", "my", "me") and not quoted[i] for i in pronouns):
        return  # somebody of flesh and blood writes
    for i in ours:
        notes.add(Mention(i, i + 1, i, "pronoun", issuer.kind, issuer, "issuer of the statement"))


def _declares(words: Words, i: int, declaring: frozenset[str]) -> bool:
    """Whether a word is the subject of a verb by which a statement does what it says."""
    return words.dep[i] == "nsubj" and words.lemma[words.head[i]] in declaring
