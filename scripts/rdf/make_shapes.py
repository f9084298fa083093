"""Make ontologies/term-shapes.ttl: what follows from the ontology for each property, and from how others are used.

Who has a property, what it leads to, of which datatype it is, whether there is only one, and that there are no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import rdflib
from foreign_terms import CLASSES, OTHER_CLASSES, PHRASES, PROPERTIES
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS, SKOS, XSD

from newsgraph.rdf.vocabulary import NG, PLOVER, PREFIXES

ONTOLOGIES = Path(__file__).parents[2] / "ontologies"
SHAPES = "https://w3id.org/newsgraph/term-shapes"
_USED = ("rdf", "rdfs", "owl", "skos", "dcterms", "schema", "oa", "void", "prov", "geo")
"""Prefixes of the namespaces of which graphs use some terms, beside our own."""
_VANN = "http://purl.org/vocab/vann/"
_VALUES = {
    "xsd:string": "text", "xsd:integer": "whole number",
    "xsd:nonNegativeInteger": "whole number from 0 on", "xsd:decimal": "decimal number",
    "xsd:dateTime": "xsd:dateTime", "xsd:boolean": "true or false",
}
_HEAD = """\
# Made by scripts/rdf/make_shapes.py from newsgraph.ttl: who has a property, what it leads to, how often. Do not edit.
<{iri}> a owl:Ontology ;
    owl:versionInfo "0.3.0" ;
    rdfs:label "newsgraph: shapes of single terms" ;
    sh:declare {declared} .
"""


class Ontology:
    """The vocabulary, as shapes ask for it."""

    def __init__(self) -> None:
        self.graph = rdflib.Graph().parse(ONTOLOGIES / "newsgraph.ttl").parse(ONTOLOGIES / "plover.ttl")

    def properties(self) -> list[rdflib.URIRef]:
        """Ours, in order."""
        kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
        return sorted({p for kind in kinds for p in self.graph.subjects(RDF.type, kind) if str(p).startswith(NG)})

    def classes(self) -> list[str]:
        """The classes of nodes in graphs."""
        named = sorted(c for c in self.graph.subjects(RDF.type, OWL.Class) if str(c).startswith(NG))
        return [*map(short, named), *CLASSES.values(), *OTHER_CLASSES]

    def uses(self, term: str) -> bool:
        """Whether the ontology has a property itself."""
        prefix, _, local = term.partition(":")
        return (None, rdflib.URIRef(PREFIXES[prefix] + local), None) in self.graph

    def kinds_of_event(self) -> list[rdflib.URIRef]:
        """The concepts of the scheme."""
        return sorted(self.graph.subjects(SKOS.inScheme, rdflib.URIRef(PLOVER.rstrip("#"))))

    def is_edge(self, term: rdflib.URIRef) -> bool:
        """Whether a property can be that of an `ng:Relation`: between nodes that are told of."""
        told = {rdflib.URIRef(NG + name) for name in ("Entity", "Event", "Proposal", "Statement")}
        ends = [self.ends(term, end) for end in (RDFS.domain, RDFS.range)]
        return all(
            bool(some) and all(told & set(self.graph.transitive_objects(one, RDFS.subClassOf)) for one in chain(*some))
            for some in ends
        )

    def below(self, whole: rdflib.URIRef) -> set[rdflib.term.Node]:
        """A class and those that are part of it."""
        return set(self.graph.transitive_subjects(RDFS.subClassOf, whole))

    def ends(self, term: rdflib.URIRef, end: rdflib.URIRef) -> list[list[rdflib.URIRef]]:
        """For each domain or range of a property the classes of which one is enough."""
        return [self._members(one) for one in self.graph.objects(term, end)]

    def _members(self, one: rdflib.term.Node) -> list[rdflib.URIRef]:
        union = self.graph.value(one, OWL.unionOf)
        return [one] if union is None else list(Collection(self.graph, union))  # type: ignore[list-item]

    def phrase(self, classes: Iterable[str]) -> str:
        """How a reader calls them: "an actor, a place or a document"."""
        names = [name for one in classes for name in self._names(one)]
        return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))

    def _names(self, one: str) -> Iterator[str]:
        if one in PHRASES:
            yield PHRASES[one]
            return
        iri = rdflib.URIRef(one.replace("ng:", NG))
        whole = self.graph.value(iri, OWL.equivalentClass)
        if whole is not None:
            for part in self._members(whole):
                yield from self._names(short(part))
        else:
            label = str(self.graph.value(iri, RDFS.label)).lower()
            yield f"{'an' if label[0] in 'aeiou' else 'a'} {label}"


def short(term: object) -> str:
    """A prefixed name."""
    return next(f"{p}:{str(term).removeprefix(iri)}" for p, iri in PREFIXES.items() if str(term).startswith(iri))


def has_class(classes: Iterable[str]) -> str:
    """The constraint that a node is of one of some classes."""
    some = list(classes)
    return f"sh:class {some[0]}" if len(some) == 1 else f"sh:or ( {' '.join(f'[ sh:class {one} ]' for one in some)} )"


class Shape:
    """The shape of one property, in the making.

    The ontology stands in the graph that is checked, so what it uses itself is asked of nodes of graphs alone.
    """

    def __init__(self, ontology: Ontology, term: str, label: str, *, single: bool) -> None:
        self._ontology, self._term, self._label = ontology, term, label
        self._everywhere = not ontology.uses(term)
        target = f"SubjectsOf {term}" if self._everywhere else f"Class {' , '.join(ontology.classes())}"
        self._lines = [f"term:{term.replace(':', '-')} a sh:NodeShape ; sh:target{target}"]
        self._single = "sh:maxCount 1 ; " if single else ""
        self._one = "one " if single else ""

    def had_by(self, classes: list[str]) -> None:
        """Who has it."""
        if not self._everywhere:
            return
        self._lines.append(
            f'{has_class(classes)} ; sh:message "only {self._ontology.phrase(classes)} has “{self._label}”"'
        )

    def leads_to(self, classes: list[str]) -> None:
        """Nodes of which classes it leads to."""
        where = f"“{self._label}” leads to {self._ontology.phrase(classes)} that is in the graph"
        self._property(has_class(classes), where + (", and to one alone" if self._single else ""))

    def leads_anywhere(self) -> None:
        """It leads to any node."""
        self._property("sh:nodeKind sh:IRI", f"“{self._label}” leads to {self._one or 'a '}node".replace("  ", " "))

    def is_one_of(self, names: list[str]) -> None:
        """It leads to what is listed."""
        self._property(f"sh:in ( {' '.join(names)} )", f"“{self._label}” is a concept of plover.ttl")

    def holds(self, datatype: str) -> None:
        """The datatype of its values."""
        value = _VALUES[datatype]
        named = value if datatype == "xsd:boolean" else f"{self._one or 'a '}{value}"
        written = ' ; sh:pattern "\\\\S"' if datatype == "xsd:string" else ""
        stored = datatype.replace("nonNegativeI", "i")  # which is what Oxigraph makes of it
        either = f"sh:or ( [ sh:datatype {datatype} ] [ sh:datatype {stored} ] )"
        constraint = f"sh:datatype {datatype}" if stored == datatype else either
        self._property(f"{constraint}{written}", f"“{self._label}” is {named}")

    def _property(self, constraint: str, message: str) -> None:
        self._lines.append(
            f'sh:property [ sh:path {self._term} ; {self._single}{constraint} ; sh:message "{message}" ]'
        )

    def __str__(self) -> str:
        return " ;\n    ".join(self._lines) + " .\n" if len(self._lines) > 1 else ""


def own_shapes(ontology: Ontology) -> Iterator[Shape]:
    """A shape for each property of ours."""
    graph = ontology.graph
    concepts = [SKOS.Concept]
    for term in ontology.properties():
        domains = ontology.ends(term, RDFS.domain)
        if domains == [concepts]:
            continue  # of the scheme, not of graphs
        single = (term, RDF.type, OWL.FunctionalProperty) in graph
        shape = Shape(ontology, short(term), str(graph.value(term, RDFS.label)), single=single)
        for classes in domains:
            shape.had_by([short(one) for one in classes])
        for found in ontology.ends(term, RDFS.range):
            if found == concepts:
                shape.is_one_of([short(one) for one in ontology.kinds_of_event()])
            elif str(found[0]).startswith(str(XSD)):
                shape.holds(short(found[0]))
            else:
                shape.leads_to([short(one) for one in found])
        yield shape


def foreign_shapes(ontology: Ontology) -> Iterator[Shape]:
    """A shape for each property of others."""
    for name, term in PROPERTIES.items():
        shape = Shape(ontology, term.iri, "link elsewhere" if name == "link" else name, single=term.single)
        if term.domain:
            shape.had_by(list(term.domain))
        if term.range == ("IRI",):
            shape.leads_anywhere()
        elif not term.range[0].startswith("xsd:"):
            shape.leads_to(list(term.range))
        elif len(term.range) == 1:
            shape.holds(term.range[0])
        yield shape


def relation_shape(ontology: Ontology) -> str:
    """The shape of edges as nodes: between what the property of each is between, also where no plain triple says so."""
    found = []
    for term in ontology.properties():
        label = ontology.graph.value(term, RDFS.label)
        ends = [(RDFS.domain, "subject", f"an edge of “{label}” is from {{}}"),
                (RDFS.range, "object", f"an edge of “{label}” leads to {{}}")]  # fmt: skip
        if not ontology.is_edge(term):
            continue
        for end, name, message in ends:
            for classes in ontology.ends(term, end):
                below = sorted({short(one) for whole in classes for one in ontology.below(whole)})
                found.append(f"""sh:sparql [ a sh:SPARQLConstraint ; sh:prefixes <{SHAPES}> ;
        sh:message "{message.format(ontology.phrase(map(short, classes)))}" ;
        sh:select \"\"\"SELECT $this ?value {{
    $this ng:predicate {short(term)} ; ng:{name} ?value
    FILTER NOT EXISTS {{ ?value a ?class FILTER(?class IN ({", ".join(below)})) }}
}}\"\"\" ]""")
    return "term:Relation a sh:NodeShape ; sh:targetClass ng:Relation ;\n    " + " ;\n    ".join(found) + " .\n"


def known_shape(ontology: Ontology) -> str:
    """The shape of the graph as a whole: it has no terms but those that there are."""
    properties = [short(p) for p in ontology.properties()] + [term.iri for term in PROPERTIES.values()] + ["rdf:type"]
    spaces = [NG, PLOVER, *(PREFIXES[prefix] for prefix in _USED)]
    used = " || ".join(f'STRSTARTS(STR(?value), "{iri}")' for iri in spaces)
    outside = " && ".join(f'!STRSTARTS(STR(?node), "{iri.rstrip("#")}")' for iri in (*spaces, _VANN))
    found = []
    classes = ["skos:Concept", *ontology.classes()]
    for what, pattern, known in (("property", "?node ?value ?any", properties), ("class", "?node a ?value", classes)):
        found.append(f"""sh:sparql [ a sh:SPARQLConstraint ; sh:prefixes <{SHAPES}> ;
        sh:message "no vocabulary has such a {what}, or graphs do not use it" ;
        sh:select \"\"\"SELECT $this ?node ?value {{
    $this a owl:Ontology . {{ SELECT DISTINCT ?value {{ {pattern} }} }}
    FILTER(({used}) && ?value NOT IN ({", ".join(known)}))
    {pattern} FILTER(isIRI(?node) && {outside})
}}\"\"\" ]""")
    return f"term:Known a sh:NodeShape ; sh:targetNode <{NG.rstrip('#')}> ;\n    " + " ;\n    ".join(found) + " .\n"


def make_shapes() -> str:
    """The shapes as Turtle."""
    ontology = Ontology()
    names = ("ng", "plover", "owl", "xsd", *_USED)
    prefixes = {name: PREFIXES[name] for name in dict.fromkeys(names)}
    prefixes |= {"sh": "http://www.w3.org/ns/shacl#", "term": f"{SHAPES}#"}
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items())
    declared = " ,\n        ".join(
        f'[ sh:prefix "{name}" ; sh:namespace "{iri}"^^xsd:anyURI ]' for name, iri in prefixes.items()
    )
    shapes = [str(shape) for shape in (*own_shapes(ontology), *foreign_shapes(ontology))]
    return "\n".join([head, _HEAD.format(iri=SHAPES, declared=declared), *filter(None, shapes),
                      relation_shape(ontology), known_shape(ontology)])  # fmt: skip


def main() -> None:
    """Write them."""
    (ONTOLOGIES / "term-shapes.ttl").write_text(make_shapes(), encoding="utf-8")


if __name__ == "__main__":
    main()
