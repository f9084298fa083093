"""A crosshead that a text runs into its next sentence: "More trials ahead Board member Ida Lund said ..."."""

from __future__ import annotations

from dataclasses import replace

from newsgraph.language.annotations import Annotations, Mention
from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import Saying

_SPEAKERS = frozenset(
    ("Person", "Group", "Country", "Agency", "InternationalOrganization", "Party", "ArmedGroup", "Organization")
)
_LONGEST_NAME = 8
_PART_OF_NAME = frozenset(("compound", "det", "amod", "nmod", "poss", "punct", "case"))


def without_crosshead(parse: Parse, notes: Annotations, saying: Saying) -> Saying:
    """A saying by whoever stands right before its cue, where a thing at the head of the sentence is read as subject."""
    source, cue = saying.source, saying.cue
    if source is None or cue is None or source >= cue[0] or saying.sort == "evidence":
        return saying
    opens = parse.left[source] - parse.sent_start[source] <= 1
    if not opens or parse.pos[source] != "NOUN" or _speaks(parse, notes, source):
        return saying
    verb = parse.head[source] if parse.dep[source] in ("nsubj", "nsubjpass") else cue[0]
    last = min(verb, cue[0]) - 1
    while last > source and parse.pos[last] in ("ADV", "AUX"):
        last -= 1
    for i in range(last, max(source, last - _LONGEST_NAME), -1):
        for mention in notes.at_root.get(i, ()):
            if mention.end == last + 1 and mention.start > source and mention.kind in _SPEAKERS:
                return replace(saying, source=mention.root) if _opens(parse, mention, source) else saying
    return saying


def _speaks(parse: Parse, notes: Annotations, i: int) -> bool:
    """Whether a word stands for one who can speak."""
    noun = actor_noun(parse.lower[i], parse.lemma[i])
    if noun is not None and noun.kind in _SPEAKERS:
        return True
    return any(m.kind in _SPEAKERS for m in notes.mentions_at(i))


def _opens(parse: Parse, mention: Mention, source: int) -> bool:
    """Whether a sentence begins with a name and its title: no preposition of the source leads to it."""
    for k in range(mention.start - 1, source, -1):
        if parse.pos[k] in ("ADP", "SCONJ", "CCONJ") or parse.lower[k] == "'s":
            return False
        if parse.doc[k].is_lower and parse.doc[k + 1].text[:1].isupper() and k + 1 != mention.start:
            return True
        if parse.dep[k] not in _PART_OF_NAME:
            return True
    return mention.start > source + 1
