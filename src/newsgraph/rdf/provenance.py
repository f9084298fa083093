"""Where a graph comes from: the run that made it, with which software, from which articles (PROV-O)."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from newsgraph.graph.keys import slug
from newsgraph.rdf.terms import TYPE, Sourced, Term, Triple, decimal, iri, term, text, typed, whole_iri
from newsgraph.rdf.vocabulary import NG, PLOVER
from newsgraph.stored.records import Head, article_ids, head_of

if TYPE_CHECKING:
    from newsgraph.graph.evidence_graph import EvidenceGraph
    from newsgraph.records import Record
    from newsgraph.resolve.decisions import Decision

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")
ACROSS = "graph/across-articles"
"""The named graph of what was put together from several articles."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a graph was made from."""

    keys: Mapping[str, str]
    """Those of the nodes of articles, by the ids of these."""
    records: Sequence[Record]
    decisions: Sequence[Decision] = ()
    license: str | None = None
    """The IRI of that under which the graph is published, where those who publish it say so."""
    options: Mapping[str, Any] = field(default_factory=dict)
    """How the graph was built."""

    @classmethod
    def of(cls, graph: EvidenceGraph, license: str | None = None) -> Sources:
        """The sources of a graph; of a part those of its articles."""
        keys = {data["identifier"]: key for key, data in graph.nx.nodes(data=True) if data["type"] == "Article"}
        return cls(keys, graph.records, graph.corpus.decided.decisions, license, graph.corpus.options)

    @property
    def articles(self) -> Iterable[str]:
        """The keys of the articles, in order."""
        return sorted(self.keys.values())

    def told(self) -> Iterator[tuple[str, Head | Record]]:
        """What the records say of the articles, with the keys of these, in their order."""
        ids = enumerate(article_ids(self.records))
        places = {self.keys[article]: place for place, article in ids if article in self.keys}
        return ((key, head_of(self.records, places[key])) for key in sorted(places))


class ArticleTexts(Mapping[str, str]):
    """The text of each article of a graph, by the key of its node."""

    def __init__(self, sources: Sources) -> None:
        self._records = sources.records
        ids = enumerate(article_ids(sources.records))
        self._places = {sources.keys[article]: place for place, article in ids if article in sources.keys}

    def __getitem__(self, key: str) -> str:
        return head_of(self._records, self._places[key]).article.text

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def run_triples(sources: Sources, base: str) -> tuple[Term, Iterator[Sourced]]:
    """The run that made the graph; it, the readings of articles and the decisions of people that it was informed by.

    That an article was used goes with the article, so that nothing points at it once its graph is dropped.
    What articles they used is told when it is asked for. The run has a time only from `SOURCE_DATE_EPOCH`, so that
    outputs do not differ. Its IRI follows from the texts, what read them, the version, the options and the decisions:
    the same run is the same node, another is another.
    """
    from newsgraph import __version__

    known = hashlib.sha256(__version__.encode())
    known.update(json.dumps(sorted(sources.options.items())).encode())
    known.update("".join(f"\x1e{decision.id}" for decision in sources.decisions).encode())
    readings = _Readings(base)
    for key, head in sources.told():
        known.update(f"\x1f{key}\x1f".encode())
        known.update(head.article.text.encode("utf-8", "surrogatepass"))
        known.update(json.dumps(_programs(head)).encode())
        readings.enter(key, head)
    run = iri(f"run/{known.hexdigest()[:12]}", base)
    found, used = readings.triples(), readings.used(sources)
    used[run] = lambda: sources.articles
    triples = [
        (run, TYPE, term("prov:Activity")), (run, term("rdfs:label"), text(f"graph made by newsgraph {__version__}")),
        *((run, term("prov:wasInformedBy"), reading) for reading in found),
        (run, _USED, _EACH), *_chosen(run, sources.options),
        *_associated(run, {"newsgraph": __version__}, base),
        *(triple for about in found.values() for triple in about),
    ]
    decisions = [_decision(decision, base) for decision in sources.decisions]
    triples[1:1] = [(run, term("prov:wasInformedBy"), about[0][0]) for about in decisions]
    triples += [triple for about in decisions for triple in about]
    if (ended := _ended()) is not None:
        triples.insert(1, (run, term("prov:endedAtTime"), ended))
    by_subject: dict[Term, list[Triple]] = {}
    for triple in dict.fromkeys(triples):
        by_subject.setdefault(triple[0], []).append(triple)
    return run, (each for about in by_subject.values() for triple in about for each in _each(triple, used, base))


def _chosen(run: Term, options: Mapping[str, Any]) -> Iterator[Triple]:
    """The options of a run: from which confidence on it took what is told, and what it did not put together."""
    if "min_confidence" in options:
        yield run, term("ng:minConfidence"), decimal(options["min_confidence"])
    for name in ("events", "proposals"):
        if not options.get(f"merge_{name}", True):
            yield run, term("rdfs:comment"), text(f"{name} of different articles are not put together")


def _ended() -> Term | None:
    """When a run ended, where that is given."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isdecimal():
        return None
    return typed(datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), "xsd:dateTime")


_USED = term("prov:used")
_EACH = Term(b"")
"""Stands for all articles that were used."""


_Used = dict[Term, Callable[[], Iterable[str]]]
"""The articles that activities used."""


def _each(triple: Triple, used: _Used, base: str) -> Iterable[Sourced]:
    """A triple; of what was used, one for each article."""
    if triple[2] is not _EACH:
        return ((triple, None),)
    return (((triple[0], _USED, iri(key, base)), key) for key in used[triple[0]]())


def dataset_triples(sources: Sources, run: Term, base: str) -> list[Triple]:
    """What the whole is: a data set (VoID) that a run made, of what, in which vocabulary, and what its IRIs begin with.

    It has a date where the run has a time, and a licence where those who publish it say under which it may be used.
    """
    me, number = iri("", base), len(sources.keys)
    ended = _ended()
    return [
        (me, TYPE, term("void:Dataset")), (me, TYPE, term("prov:Entity")),
        (me, term("dcterms:title"), text(f"newsgraph of {number:,} article{'' if number == 1 else 's'}")),
        *([] if ended is None else [(me, term("dcterms:created"), ended)]),
        *([] if sources.license is None else [(me, term("dcterms:license"), whole_iri(sources.license))]),
        (me, term("prov:wasGeneratedBy"), run), (me, term("void:uriSpace"), text(base)),
        *((me, term("void:vocabulary"), whole_iri(namespace.rstrip("#"))) for namespace in (NG, PLOVER)),
    ]


_Programs = tuple[tuple[str, str], ...]
_FILES = ("words ", "names ")
"""How files of the user are called among what made a record."""
_MODEL = re.compile(r"[a-z]{2,3}_\w+")
"""How spaCy's models are called there: a language, a type, what they were trained on, a size."""


class _Readings:
    """The readings of articles by the same programs: an activity for each set of versions that records name."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._known: dict[_Programs, Any] = {}
        """What the IRI of each follows from: the programs and the keys of the articles, as a list is written."""

    def enter(self, key: str, head: Head | Record) -> None:
        """Take in an article, after all whose keys are before its own."""
        if not head.made_by:
            return
        programs = _programs(head)
        if programs in self._known:
            self._known[programs].update(f", {key!r}".encode())
        else:
            self._known[programs] = hashlib.sha256(f"({programs!r}, [{key!r}".encode())

    def _activity(self, programs: _Programs) -> Term:
        known = self._known[programs].copy()
        known.update(b"])")
        return iri(f"reading/{known.hexdigest()[:12]}", self._base)

    def triples(self) -> dict[Term, list[Triple]]:
        """What is told of each; the articles that it used stand for themselves."""
        found = {}
        for programs in sorted(self._known):
            me, names = self._activity(programs), ", ".join(f"{name} {version}" for name, version in programs)
            found[me] = [
                (me, TYPE, term("prov:Activity")), (me, term("rdfs:label"), text(f"read by {names}")),
                (me, _USED, _EACH), *_associated(me, dict(programs), self._base),
            ]
        return found

    def used(self, sources: Sources) -> _Used:
        """The articles that each used, to be gone through when they are told."""

        def read_by(programs: _Programs) -> Iterable[str]:
            return (key for key, head in sources.told() if head.made_by and _programs(head) == programs)

        return {self._activity(programs): partial(read_by, programs) for programs in self._known}


def _programs(head: Head | Record) -> _Programs:
    return tuple(sorted(head.made_by.items()))


def _associated(activity: Term, programs: Mapping[str, str], base: str) -> list[Triple]:
    """The programs that an activity was done with, and what it used: models, files of words and names of the user."""
    nodes, given = dict[Term, str](), dict[Term, str]()
    for name, version in programs.items():
        if name.startswith(_FILES):
            given[iri(f"file/{slug(name)}-{slug(version)}", base)] = f"{name}, whose SHA-256 begins with {version}"
        elif _MODEL.fullmatch(name):
            given[iri(f"model/{name}-{version}", base)] = f"{name} {version}"
        else:
            nodes[iri(f"software/{name}-{version}", base)] = f"{name} {version}"
    return [
        *((activity, _USED, node) for node in given),
        *((node, TYPE, term("prov:Entity")) for node in given),
        *((node, term("rdfs:label"), text(label)) for node, label in given.items()),
        *((activity, term("prov:wasAssociatedWith"), node) for node in nodes),
        *((node, TYPE, term("prov:SoftwareAgent")) for node in nodes),
        *((node, term("rdfs:label"), text(label)) for node, label in nodes.items()),
    ]


def decision_iri(id: str, base: str) -> Term:
    """The IRI of what a person decided, by its id."""
    return iri(f"decision/{id}", base)


def _decision(decision: Decision, base: str) -> list[Triple]:
    """What a person decided, as an activity of that person before the run."""
    me = decision_iri(decision.id, base)
    told = f"{decision.label}: {decision}" if decision.label else str(decision)
    triples = [
        (me, TYPE, term("prov:Activity")), (me, term("rdfs:label"), text(told)),
        (me, term("ng:verdict"), text(decision.verb)),
    ]
    if decision.note:
        triples.append((me, term("rdfs:comment"), text(decision.note)))
    if _TIME.fullmatch(decision.time):
        triples.append((me, term("prov:endedAtTime"), typed(decision.time, "xsd:dateTime")))
    if decision.coder:
        coder = iri(f"coder/{slug(decision.coder)}", base)
        triples += [
            (me, term("prov:wasAssociatedWith"), coder), (coder, TYPE, term("prov:Agent")),
            (coder, term("rdfs:label"), text(decision.coder)),
        ]
    return triples


def graph_triples(sources: Sources, run: Term, base: str) -> Iterator[Sourced]:
    """What each named graph is derived from, by a run; that of an article says itself from which.

    What was put together stays derived from a graph that is dropped, by which it is known to be older than the rest.
    """
    whole, across, derived = iri("", base), iri(ACROSS, base), term("prov:wasDerivedFrom")
    several = len(sources.keys) > 1
    if several:
        yield (whole, _HAS_PART, across), None
        yield (across, TYPE, term("prov:Entity")), None
        yield (across, term("prov:wasGeneratedBy"), run), None
    for key in sources.articles:
        name = iri(graph_key(key), base)
        yield (whole, _HAS_PART, name), None
        yield (name, TYPE, term("prov:Entity")), None
        yield (name, derived, iri(key, base)), key
        yield (name, term("prov:wasGeneratedBy"), run), None
        if several:
            yield (across, derived, name), None


_HAS_PART = term("dcterms:hasPart")


def graph_key(article: str | None) -> str:
    """The key of the named graph of an article, or of all."""
    return ACROSS if article is None else f"graph/{article.removeprefix('article/')}"
