"""Attributions: who says, thinks or shows what.

Source, cue and content as in the PARC corpus of attribution (Pareti, LREC 2012); contents extend as the attribution
relations of GUM's rhetorical structure trees do. Reported clauses are found by grammar, quotations by their marks.
"""

from __future__ import annotations

from bisect import bisect_right

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.language.annotations import Annotations, Attribution, Mention, annotations
from newsgraph.language.attribution_cues import Saying
from newsgraph.language.credits import find_according, find_credits, find_heading_sources
from newsgraph.language.nominals import mentions_of
from newsgraph.language.parse import Parse
from newsgraph.language.quotations import Quotation, find_quotations
from newsgraph.language.quoted_speech import find_quoted_speech
from newsgraph.language.reported_clauses import find_reported_clauses
from newsgraph.language.statements import find_statements
from newsgraph.language.voices import is_actor

_TOLD = frozenset("tell inform assure remind convince notify brief warn ask persuade reassure".split())


@Language.component("newsgraph_attributions")
def find_attributions(doc: Doc) -> Doc:
    """Fill `annotations(doc).attributions`."""
    notes = annotations(doc)
    parse = Parse(doc)
    quotations = find_quotations(parse)
    found: dict[tuple[int, int], Attribution] = {}
    for saying in find_quoted_speech(parse, quotations):
        _enter(found, saying, parse, quotations, notes)
    for saying in find_statements(parse, notes, quotations):
        _enter(found, saying, parse, quotations, notes, direct=True)
    sayings = [*find_reported_clauses(parse), *find_according(parse)]
    actors = frozenset(notes.at_root)
    sayings += find_heading_sources(parse, notes.headings, actors)
    for saying in sayings:
        outside = None if saying.cue is None else parse.begin[saying.cue[0]]
        saying.content = stretch(saying.content, quotations, outside)
        _enter(found, saying, parse, quotations, notes)
    for source, content in find_credits(parse):
        found.setdefault(content, Attribution(content=content, source=source, mention=_named(notes, parse, source)))
    notes.attributions = sorted(found.values(), key=lambda a: a.content)
    return doc


def _enter(
    found: dict[tuple[int, int], Attribution],
    saying: Saying,
    parse: Parse,
    quotations: list[Quotation],
    notes: Annotations,
    direct: bool = False,
) -> None:
    begin, end = saying.content
    if saying.content in found or end <= begin:
        return
    source = mention = None
    if saying.source is not None:
        start, stop = parse.trim(*parse.noun_phrase(saying.source))
        source = parse.characters(start, stop) if stop > start else None
        mentions = mentions_of(notes, parse.doc[saying.source], create=saying.sort != "evidence")
        mention = mentions[0] if mentions else None
    cue = None if saying.cue is None else parse.characters(*saying.cue)
    heard = None if saying.cue is None or saying.sort == "evidence" else _hearer(parse, notes, saying.cue[0])
    found[saying.content] = Attribution(
        content=saying.content, source=source, cue=cue, mention=mention,
        mode="direct" if direct else mode_of(saying.content, quotations), addressee=heard,
        time=_time(parse, notes, saying),
    )  # fmt: skip


def _hearer(parse: Parse, notes: Annotations, verb: int) -> Mention | None:
    """Who is told: the object of "tell" and its like, or the "to" of others."""
    target = parse.child(verb, "dobj", "dative") if parse.lemma[verb] in _TOLD else None
    if target is None or parse.lower[target] == "to":
        preposition = next((c for c in parse.children[verb] if parse.lower[c] == "to" and c > verb), None)
        target = None if preposition is None else parse.child(preposition, "pobj")
    if target is None or not is_actor(parse, notes, target):
        return None
    mentions = mentions_of(notes, parse.doc[target])
    return mentions[0] if mentions else None


def _time(parse: Parse, notes: Annotations, saying: Saying) -> str | None:
    """When it was said: a time in the cue's sentence, outside of the content."""
    if saying.cue is None:
        return None
    verb = saying.cue[0]
    for time in notes.times:
        if time.value and parse.sent_start[verb] <= time.start < parse.sent_end[verb]:
            begin = parse.begin[time.start]
            if not saying.content[0] <= begin < saying.content[1] and parse.head[time.end - 1] in (
                verb,
                *parse.children[verb],
            ):
                return time.value
    return None


def stretch(content: tuple[int, int], quotations: list[Quotation], cue: int | None) -> tuple[int, int]:
    """A content that begins with a quotation or ends in one has all of it; one inside of what the cue quotes, too."""
    begin, end = content
    for quotation in quotations:
        if quotation.begin > end:
            break
        if quotation.end <= begin or (cue is not None and quotation.begin <= cue < quotation.end):
            continue
        if quotation.begin <= begin:
            begin, end = quotation.begin, max(end, quotation.end)
        elif quotation.begin < end < quotation.end:
            end = quotation.end
    return begin, end


def mode_of(content: tuple[int, int], quotations: list[Quotation]) -> str:
    """Direct where it is all quoted, mixed where a part is, else indirect."""
    begin, end = content
    i = bisect_right(quotations, begin, key=lambda q: q.end)
    if i == len(quotations) or quotations[i].begin >= end:
        return "indirect"
    return "direct" if quotations[i].begin <= begin + 1 and end - 1 <= quotations[i].end else "mixed"


def _named(notes: Annotations, parse: Parse, source: tuple[int, int]) -> Mention | None:
    """The mention in a credit."""
    for i in range(bisect_right(parse.end, source[0]), parse.size):
        if parse.begin[i] >= source[1]:
            break
        for mention in notes.at_root.get(i, ()):
            return mention
    return None
