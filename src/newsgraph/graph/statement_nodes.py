"""Statement nodes: what actors say, deny, doubt and ask, with whom, for whom, and what it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from newsgraph.graph.evidence import Evidence
from newsgraph.graph.keys import digest, shortened, slug
from newsgraph.graph.speech_links import link_proposals, link_told, voiced_in
from newsgraph.graph.written import WrittenArticle
from newsgraph.records import Attribution, Record

if TYPE_CHECKING:
    from newsgraph.graph.building import Network

_SPEAKERS = frozenset(
    ("Person", "Group", "Organization", "Party", "ArmedGroup", "Agency", "InternationalOrganization", "Country",
     "Document")
)  # fmt: skip
_VERBS = {"denied": "denies", "doubted": "doubts", "asked": "asks", "undecided": "leaves open"}
_INSERTED = 60
"""Characters in which the comma behind an inserted report stands."""
_HANGING = re.compile(r",(?=[”\"’']*(?: … |$))")
"""The comma before "she said"."""
_QUESTIONS = frozenset("whether if who whom whose what which when where why how".split())


def statement_words(data: dict[str, Any]) -> str:
    """A statement in words: `denies that …`, `asks whether …`, `thinks that …`; of what is asserted the content.

    An attitude has its word in its content: `wants to leave`, `criticised the press for its haste`.
    """
    content = _HANGING.sub("", str(data["content"]))
    if data.get("commitment") in ATTITUDES:
        return content  # "does not want to leave" says it itself
    verb = _VERBS.get(data.get("polarity", ""), "thinks" if data.get("commitment") == "thought" else "")
    if not verb:
        return content
    first, _, rest = content.partition(" ")
    if first.casefold() == "that" or first.casefold() in _QUESTIONS:
        opens = "whether" if first.casefold() == "that" and verb == "leaves open" else first.casefold()
        return f"{verb} {opens} {rest}"
    return f"{verb}: {content}"


_THINKING = frozenset(
    "believe expect think know fear hope assume foresee consider suspect feel understand accept realise realize "
    "anticipate predict doubt reckon regard".split()
)
_THOUGHT = frozenset("thought felt knew foresaw understood".split())


def _thinking(cue: str) -> str:
    """A verb of thinking as it is said of one: "expects", "expected"; nothing where it is another word."""
    if cue in _THINKING:
        return f"{cue}s"
    known = cue in _THOUGHT or cue.removesuffix("s") in _THINKING
    return cue if known or cue.removesuffix("ed") in _THINKING or cue.removesuffix("d") in _THINKING else ""


ATTITUDES = frozenset(("judged", "wanted", "mentioned"))
"""The types of statements whose content is no clause."""


def add_statements(network: Network) -> None:
    """Enter what actors say, with links between what comes from the same words.

    What stands inside of another statement of the same speaker is no statement of its own.
    """
    for record in network.by_article.values():
        link_proposals(network, record)
        if not record.attributions:
            continue
        written = network.written[record.article.id]
        named, voiced = _named(record, written), voiced_in(network, record)
        for attribution, speakers in _own_statements(network, record, written):
            key, said = _add_statement(network, record, written, attribution, speakers, named)
            link_told(network, key, speakers, _pieces(attribution, record.article.text), voiced, said)


def _named(record: Record, written: WrittenArticle) -> list[tuple[int, int, int]]:
    """The names of an article with their entities, but none inside of a longer name or of a time: "May"."""
    names = [m for m in record.mentions if m.form == "name"]
    reach, found = 0, []
    for mention in sorted(names, key=lambda m: (m.start, -m.end)):
        if mention.end > reach:
            found.append(mention)
        reach = max(reach, mention.end)
    days = {entity.id for entity in record.entities if entity.kind == "Event"}  # "since September 11"
    times = {place for time in record.times for place in range(time.start, time.end)}
    kept = [m for m in found if m.start not in times or m.entity in days]
    return [(m.start, m.end, written.entities[m.entity]) for m in kept]


def _own_statements(
    network: Network, record: Record, written: WrittenArticle
) -> Iterator[tuple[Attribution, list[str]]]:
    """The statements with their speakers, the outermost of those that one speaker makes in one breath."""
    ends: dict[str, tuple[int, int]] = {}
    nodes = [(e.start, e.end) for e in record.events if e.kind not in ("SAY", "OTHER")]
    nodes += [(p.start, p.end) for p in record.proposals]
    for attribution in sorted(record.attributions, key=lambda a: (a.content.start, -a.content.end)):
        speakers = _speakers(network, written, attribution)
        if not speakers or not _is_statement(attribution, record, nodes):
            continue
        start, end = attribution.content.start, attribution.content.end
        around = ends.get(speakers[0], (0, 0))
        if around[0] <= start and end <= around[1] and attribution.polarity == "asserted":
            continue
        if attribution.polarity == "asserted":
            ends[speakers[0]] = (start, end)
        yield attribution, speakers


def _speakers(network: Network, written: WrittenArticle, attribution: Attribution) -> list[str]:
    """The nodes of those who say it: actors and documents; the body, where a spokesman without a name speaks for it."""
    if attribution.source is None:
        return []
    source = attribution.source
    first = source.home if source.speaks_for else source.mention
    nodes = [network.mention_node(written, m) for m in (first, *source.joint)]
    return list(dict.fromkeys([n for n in nodes if n is not None and network.graph.nodes[n]["type"] in _SPEAKERS]))


def _is_statement(attribution: Attribution, record: Record, nodes: Sequence[tuple[int, int]]) -> bool:
    """Whether it is more than the credit of a picture, and no proposal or event, which has a node already."""
    if attribution.cue is None and attribution.mode != "direct":
        return False
    if attribution.type in ATTITUDES and _is_told_otherwise(attribution, nodes):
        return False
    start, end = attribution.content.start, attribution.content.end
    return not any(p.content.start <= start + 5 and end <= p.content.end + 2 for p in record.proposals if start < p.end)


def _is_told_otherwise(attitude: Attribution, nodes: Iterable[tuple[int, int]]) -> bool:
    """Whether an attitude is an event or a proposal already: "criticised", "demanded"."""
    assert attitude.cue is not None
    start, end = attitude.cue.start, attitude.cue.end
    return any(first < end and start < last for first, last in nodes)


def _pieces(attribution: Attribution, text: str) -> list[tuple[int, int]]:
    """The characters of what is said, without words of the paper between them."""
    parts = [(piece.start, piece.end) for piece in attribution.content.parts]
    return parts or _around_report(attribution, text)


def _words(attribution: Attribution, record: Record) -> str:
    """What is said; of an attitude with the word for it."""
    content = attribution.content
    text = record.article.text
    if attribution.type not in ATTITUDES or attribution.cue is None:
        return " … ".join(" ".join(text[start:end].split()) for start, end in _pieces(attribution, text))
    cue = attribution.cue
    if cue.end <= content.start <= cue.end + 40:
        return " ".join(text[cue.start : content.end].split())
    return " ".join(f"{text[cue.start : cue.end]}: {content.text or ''}".split())


def _around_report(attribution: Attribution, text: str) -> list[tuple[int, int]]:
    """What is said without "X said" in the middle of it: "the port, she said, was closed"."""
    start, end = attribution.content.start, attribution.content.end
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or not start < min(source.start, cue.start):
        return [(start, end)]
    before, last = text[start : min(source.start, cue.start)].rstrip(), max(source.end, cue.end)
    after = text.find(",", last, min(end, last + _INSERTED))
    if not before.endswith(",") or after < 0:
        return [(start, end)]
    return [(start, start + len(before) - 1), (after + 1, end)]


def _add_statement(
    network: Network,
    record: Record,
    written: WrittenArticle,
    attribution: Attribution,
    speakers: list[str],
    named: list[tuple[int, int, int]],
) -> tuple[str, list[Evidence]]:
    """Enter a statement; its key, and the words that are said."""
    quoter = written.quoter
    start, end = attribution.content.start, attribution.content.end
    spans = [span for span in (attribution.source, attribution.cue, attribution.content) if span is not None]
    whole = quoter.quote(*((s.start, s.end) for s in spans))
    content = _words(attribution, record)
    key = network.keys.key("Statement", f"{slug(content, 40)}-{digest(record.article.id, start, end)}")
    facts = {
        "content": content, "mode": attribution.mode, "date": attribution.time,
        "polarity": attribution.polarity, "commitment": attribution.type, "confidence": attribution.confidence,
    }
    home = network.mention_node(written, attribution.source.home) if attribution.source is not None else None
    if home is not None and home not in speakers:
        facts["speaker_of"] = network.graph.nodes[home]["label"]
    given = {fact: value for fact, value in facts.items() if value}
    label, cue = statement_words(given), attribution.cue
    if label.startswith("thinks") and attribution.type == "thought" and cue is not None:
        thinking = _thinking(record.article.text[cue.start : cue.end].casefold())
        label = f"{thinking} {_HANGING.sub('', content)}" if thinking else label  # "expected the bank to wait"
    said = quoter.quote((start, end))
    network.graph.add_node(
        key, label=shortened(label), type="Statement", evidence=said, count=1, **given
    )
    for speaker in speakers:
        network.edge(key, "saidBy", speaker, whole)
    addressee = network.actor_mentioned(written, attribution.addressee)
    if addressee is not None and addressee not in speakers:
        network.edge(key, "addressedTo", addressee, whole)
    pieces = _pieces(attribution, record.article.text)
    for low, high, index in islice(named, bisect_right(named, (start, 0, 0)), None):
        if low >= end:
            break
        node = network.entity(index) if any(first <= low and high <= last for first, last in pieces) else None
        if node is not None and node not in speakers:
            network.edge(key, "about", node, said)
    network.edge(key, "reportedIn", network.articles[record.article.id], whole)
    return key, said
