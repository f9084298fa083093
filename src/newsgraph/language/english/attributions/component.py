"""Attributions: who says, thinks or shows what.

Source, cue and content as in the PARC corpus of attribution (Pareti, LREC 2012); contents extend as the attribution
relations of GUM's rhetorical structure trees do. Reported clauses are found by grammar, quotations by their marks.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.language.annotations import Annotations, Attribution, Mention, TimeExpression, annotations_of
from newsgraph.language.english.attributions.attitudes import event_nouns, find_attitudes
from newsgraph.language.english.attributions.bodies import author_of, home_of
from newsgraph.language.english.attributions.credits import (
    find_according,
    find_credits,
    find_heading_sources,
    find_tweets,
)
from newsgraph.language.english.attributions.crossheads import without_crosshead
from newsgraph.language.english.attributions.cut_contents import fills_gap, is_cut
from newsgraph.language.english.attributions.interviews import Turn, find_turns
from newsgraph.language.english.attributions.polarity import find_polar_clauses, polarity_of
from newsgraph.language.english.attributions.reported_clauses import find_reported_clauses, has_clause
from newsgraph.language.english.attributions.statements import find_statements
from newsgraph.language.english.confidence.statements import set_statement_confidence
from newsgraph.language.english.coreference.actors import ACTORS, is_actor
from newsgraph.language.english.coreference.nominals import mentions_of
from newsgraph.language.english.syntax.parse import Parse, parse_of
from newsgraph.language.english.syntax.speech.cues import Saying
from newsgraph.language.english.syntax.speech.finite_clauses import is_subjunctive, lacks_subject
from newsgraph.language.english.syntax.speech.quotations import Quotation, find_quotations, mode_of, stretch, within
from newsgraph.language.english.syntax.speech.quoted_speech import find_quoted_speech, with_subject
from newsgraph.language.english.times.saying import time_of_saying
from newsgraph.language.layers import SYNTAX, assigned, layer, required

# Before a colon in a headline a place or a country is the topic, not the source.
_SPEAKERS = ACTORS - {"Country", "Group"}
_TOLD = frozenset("tell inform assure remind convince notify brief warn ask persuade reassure".split())
_NEEDS = (*SYNTAX, "names", "coreference", "times")


@Language.component("newsgraph_attributions", requires=required(_NEEDS), assigns=assigned("attributions"))
@layer("attributions", needs=_NEEDS)
def find_attributions(doc: Doc) -> Doc:
    """Fill `annotations_of(doc).attributions`."""
    notes = annotations_of(doc)
    parse = parse_of(doc)
    quotations = find_quotations(parse)
    turns = find_turns(parse, notes)
    entered = _Attributions(parse, notes, quotations, turns)
    for turn in turns:
        entered.add_turn(turn)
    for quoted in find_quoted_speech(parse, quotations):
        entered.add(quoted)
    for saying in find_statements(parse, notes, quotations):
        entered.add(saying, direct=True)
    sayings = [*find_polar_clauses(parse), *find_reported_clauses(parse), *find_according(parse)]
    speakers = frozenset(i for i, found in notes.at_root.items() if found[0].kind in _SPEAKERS)
    sayings += find_heading_sources(parse, notes.headings, speakers)
    for saying in sayings:
        cue = None if saying.cue is None else parse.begin[saying.cue[0]]
        behind = 0 if saying.cue is None or cue is None or cue > saying.content[0] else saying.cue[1]
        saying.content = within(saying.content, quotations, cue)
        saying.content = with_subject(parse, stretch(saying.content, quotations, cue), behind)
        entered.add(saying)
    for source, content in find_credits(parse):
        entered.add_credit(source, content)
    for source, content in find_tweets(parse):
        entered.add_credit(source, content, direct=True)
    notes.attributions = sorted(entered.by_content.values(), key=lambda a: a.content)
    for saying in find_attitudes(parse):
        entered.add_attitude(saying)
    notes.attitudes = sorted(entered.attitudes, key=lambda a: a.content)
    set_statement_confidence(parse, notes)
    return doc


_Key = tuple[int, int, str]
"""A content's characters, and the polarity: what one claims, another may deny."""


class _Attributions:
    """The attributions of a doc as they are found, one for a content and polarity."""

    def __init__(self, parse: Parse, notes: Annotations, quotations: list[Quotation], turns: list[Turn]) -> None:
        self.parse = parse
        self.notes = notes
        self.quotations = quotations
        self.turns = turns
        self.by_content: dict[_Key, Attribution] = {}
        self.by_cue: dict[tuple[int, int], list[_Key]] = {}
        self.attitudes: list[Attribution] = []
        self.whole: set[tuple[int, int]] = set()
        self.times: dict[int, list[TimeExpression]] = {}
        for time in notes.times:
            if time.value:
                self.times.setdefault(parse.sent_start[time.start], []).append(time)

    def add(self, saying: Saying, direct: bool = False) -> None:
        """Enter what somebody says, unless the content has its source already; of one cue the longer content stays."""
        saying = without_crosshead(self.parse, self.notes, saying)
        begin, end = saying.content
        if end <= begin or (saying.cue is not None and self._is_name(saying.cue[0])):
            return
        if saying.cue is not None and saying.cue in self.whole:
            return
        if self._is_own(saying) and polarity_of(self.parse, saying) == "asserted" and self._is_quoted(saying):
            return  # "I think" of one who is quoted is no second statement
        polarity = polarity_of(self.parse, saying) if saying.polarity is None else saying.polarity
        if polarity is None:
            return
        key = (begin, end, polarity)
        if key in self.by_content or (polarity == "asserted" and self._is_denied(saying)):
            return
        if saying.cue is not None:
            for other in self.by_cue.get(saying.cue, ()):
                if other[0] < end and begin < other[1] and other in self.by_content:
                    if other[1] - other[0] >= end - begin or self._is_whole(other, saying):
                        return
                    del self.by_content[other]
            self.by_cue.setdefault(saying.cue, []).append(key)
            if saying.whole:
                self.whole.add(saying.cue)
        parse = self.parse
        said_in = None if saying.cue is None or self._is_own(saying) else parse.begin[saying.cue[0]]
        quoted = direct or bool(saying.parts)
        mode = "direct" if quoted else mode_of(saying.content, self.quotations, said_in)
        if mode != "direct" and (lacks_subject(parse, *saying.content) or fills_gap(parse, saying)):
            return  # "a step that he said was unavoidable"
        if mode != "direct" and is_cut(parse, *saying.content):
            return
        commitment = "thought" if saying.sort == "thought" and not self._is_own(saying) else "said"
        if mode != "direct" and saying.cue is not None and is_subjunctive(parse, saying.cue[0], *saying.content):
            commitment = "wanted"
        self.by_content[key] = self._attribution(saying, polarity, mode, commitment)

    def _is_denied(self, saying: Saying) -> bool:
        """Whether the same source denies, doubts or asks just that: "found no evidence that he had paid"."""
        at = -1 if saying.source is None else self.parse.begin[saying.source]
        others = (self.by_content.get((*saying.content, p)) for p in ("denied", "doubted", "asked", "undecided"))
        return any(o is not None and o.source is not None and o.source[0] <= at < o.source[1] for o in others)

    def _is_whole(self, other: _Key, saying: Saying) -> bool:
        """Whether a quotation is all that is said where the words around "X said" are the paper's, too.

        `"I may go," X said, before he left`, but not `"Shops," X said, are closed`.
        """
        parse = self.parse
        assert saying.cue is not None
        around = saying.content[0] <= parse.begin[saying.cue[0]] < saying.content[1]
        inside = bisect_left(parse.begin, other[0]), bisect_left(parse.begin, other[1])
        return around and self.by_content[other].mode == "direct" and has_clause(parse, inside)

    def add_attitude(self, saying: Saying) -> None:
        """Enter what somebody judges, wants or speaks of, unless its cue says something that is entered already."""
        cue = saying.cue
        if cue is None or self._is_name(cue[1] - 1) or any(first == cue[1] - 1 for first, _ in self.by_cue):
            return
        if (self._is_own(saying) and self._is_quoted(saying)) or self._is_deed(saying):
            return
        begin, end = stretch(saying.content, self.quotations, self.parse.begin[cue[0]])
        if begin == saying.content[0] and not any(c.isalnum() for c in self.parse.text[saying.content[1] : end]):
            saying.content = begin, end  # the mark at the end, no longer quotation
        mode = mode_of(saying.content, self.quotations, self.parse.begin[cue[0]])
        if is_cut(self.parse, *saying.content):
            return
        attribution = self._attribution(saying, saying.polarity or "asserted", mode, saying.sort, create=False)
        if not any(self._is_told_by(attribution, key) for key in self.by_content):
            self.attitudes.append(attribution)

    def _is_deed(self, saying: Saying) -> bool:
        """Whether what judges or wants is an event, which does neither: "the blast underlines the danger"."""
        source = saying.source
        if source is None or self.parse.pos[source] != "NOUN" or is_actor(self.parse, self.notes, source):
            return False
        return self.parse.lemma[source] in event_nouns()

    def _is_told_by(self, attitude: Attribution, key: _Key) -> bool:
        """Whether the same source's statement says what an infinitive leads to: "refused to say whether ..."."""
        begin, end = attitude.content
        statement = self.by_content[key]
        said_there = statement.cue is not None and begin <= statement.cue[0] < end
        return said_there and statement.source == attitude.source and statement.polarity != "asserted"

    def _attribution(
        self, saying: Saying, polarity: str, mode: str, commitment: str, create: bool = True
    ) -> Attribution:
        """A saying with its source, its hearer and its time; `create` mentions of sources that have none."""
        parse = self.parse
        attribution = Attribution(
            content=saying.content, mode=mode, parts=tuple(saying.parts), polarity=polarity, type=commitment
        )
        if saying.source is not None:
            start, stop = parse.noun_phrase(saying.source)
            if (last := self.notes.covering.get(stop - 1)) is not None and last.form == "name":
                stop = last.end
            start, stop = parse.trim(start, stop)
            joint = parse.conjuncts(saying.source)[1:]
            if joint and stop > start:
                stop = max(stop, *(parse.noun_phrase(word)[1] for word in joint))
            attribution.source = parse.characters(start, stop) if stop > start else None
            create = create and saying.sort != "evidence"
            mentions = mentions_of(self.notes, parse, saying.source, create=create)
            mentions += [m for word in joint for m in mentions_of(self.notes, parse, word, create=create)]
            attribution.mention = mentions[0] if mentions else None
            attribution.joint = mentions[1:]
            self._place(attribution, saying.source)
        if saying.cue is not None:
            attribution.cue = parse.characters(*saying.cue)
            verb = saying.cue[0]
            times = self.times.get(parse.sent_start[verb], ())
            attribution.time = time_of_saying(parse, self.notes, verb, saying.content, times)
            if saying.sort != "evidence" and parse.lower[saying.cue[0]] != "according":
                attribution.addressee = _hearer(parse, self.notes, saying.cue[0])
        return attribution

    def _place(self, attribution: Attribution, source: int) -> None:
        """Tie a source without a name to its body, state or place."""
        mention = attribution.mention
        if mention is None:
            attribution.home = author_of(self.parse, self.notes, source)
            attribution.speaks_for = attribution.home is not None
        elif (home := home_of(self.parse, self.notes, mention)) is not None:
            attribution.home, attribution.speaks_for = home

    def _is_own(self, saying: Saying) -> bool:
        """Whether somebody tells of a word or thought of his own, or of his hearer's: "I believe that ..."."""
        return saying.source is not None and self.parse.lower[saying.source] in ("i", "we", "you")

    def _is_quoted(self, saying: Saying) -> bool:
        """Whether the word of saying stands in a quotation."""
        if saying.cue is None:
            return False
        if any(turn.start <= saying.cue[0] < turn.stop for turn in self.turns):
            return True
        at = self.parse.begin[saying.cue[0]]
        i = bisect_right(self.quotations, at, key=lambda q: q.end)
        return i < len(self.quotations) and self.quotations[i].begin <= at

    def _is_name(self, i: int) -> bool:
        """Whether a capitalised word is part of a name: "Transport Minister Said Abdou"."""
        mention = self.notes.covering.get(i)
        return mention is not None and mention.form == "name" and self.parse.doc[i].is_title

    def add_turn(self, turn: Turn) -> None:
        """Enter what one says in an interview."""
        tokens = self.parse.trim(turn.start, turn.stop)
        if turn.source is None or tokens[1] <= tokens[0]:
            return
        stopped = tokens[1] < turn.stop and self.parse.lower[tokens[1]] == "."
        content = self.parse.characters(tokens[0], tokens[1] + stopped)
        self.add(Saying(turn.source, turn.cue, content, polarity="asked" if turn.asks else "asserted"), direct=True)

    def add_credit(self, source: tuple[int, int], content: tuple[int, int], direct: bool = False) -> None:
        """Enter the credit of a picture or of a quotation or message by itself; it has no cue."""
        mention = _named(self.notes, self.parse, source)
        key = (*content, "asserted")
        mode = "direct" if direct or self.parse.text[content[0]] in '"“' else "indirect"
        self.by_content.setdefault(key, Attribution(content=content, source=source, mention=mention, mode=mode))


def _hearer(parse: Parse, notes: Annotations, verb: int) -> Mention | None:
    """Who is told: the object of "tell" and its like, or the "to" of others."""
    target = parse.child(verb, "dobj", "dative") if parse.lemma[verb] in _TOLD else None
    if target is None or parse.lower[target] == "to":
        preposition = next((c for c in parse.children[verb] if parse.lower[c] == "to" and c > verb), None)
        target = None if preposition is None else parse.child(preposition, "pobj")
    if target is None or not is_actor(parse, notes, target):
        return None
    mentions = mentions_of(notes, parse, target)
    return mentions[0] if mentions else None


def _named(notes: Annotations, parse: Parse, source: tuple[int, int]) -> Mention | None:
    """The first mention in a credit."""
    inside = range(bisect_right(parse.end, source[0]), bisect_left(parse.begin, source[1]))
    return next((m for i in inside for m in notes.at_root.get(i, ())), None)
