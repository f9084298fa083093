"""The terms of other vocabularies that graphs use: their short names in JSON-LD, who has them, what they lead to."""

from __future__ import annotations

from typing import NamedTuple


class ForeignTerm(NamedTuple):
    """A property of another vocabulary, as our graphs use it."""

    iri: str
    domain: tuple[str, ...] = ()
    """The classes that have it; none where any node may."""
    range: tuple[str, ...] = ()
    """A datatype, the classes that it leads to, or `IRI` for a node anywhere."""
    single: bool = False
    """Whether a node has at most one."""


_SELECTOR = "oa:TextPositionSelector"
_TIMED = ("xsd:date", "xsd:gYearMonth", "xsd:gYear", "xsd:dateTime")
PROPERTIES = {
    "label": ForeignTerm("rdfs:label", (), ("xsd:string",), single=True),
    "altLabel": ForeignTerm("skos:altLabel", ("ng:Entity", "ng:Event", "ng:Proposal"), ("xsd:string",)),
    "link": ForeignTerm("owl:sameAs", (), ("IRI",)),
    "isReplacedBy": ForeignTerm("dcterms:isReplacedBy", (), (
        "ng:Entity", "ng:Event", "ng:Proposal", "ng:Statement", "ng:Story",
    )),
    "source": ForeignTerm("oa:hasSource", ("ng:Evidence",), ("ng:Article",), single=True),
    "selector": ForeignTerm("oa:hasSelector", ("ng:Evidence",), (_SELECTOR,), single=True),
    "exact": ForeignTerm("oa:exact", (_SELECTOR,), ("xsd:string",), single=True),
    "start": ForeignTerm("oa:start", (_SELECTOR,), ("xsd:nonNegativeInteger",), single=True),
    "end": ForeignTerm("oa:end", (_SELECTOR,), ("xsd:nonNegativeInteger",), single=True),
    "lat": ForeignTerm("geo:lat", ("ng:Place",), ("xsd:decimal",), single=True),
    "long": ForeignTerm("geo:long", ("ng:Place",), ("xsd:decimal",), single=True),
    "jobTitle": ForeignTerm("schema:jobTitle", ("ng:Entity",), ("xsd:string",)),
    "identifier": ForeignTerm("schema:identifier", ("ng:Article",), ("xsd:string",), single=True),
    "headline": ForeignTerm("schema:headline", ("ng:Article",), ("xsd:string",), single=True),
    "publisher": ForeignTerm("schema:publisher", ("ng:Article",), ("xsd:string",), single=True),
    "author": ForeignTerm("schema:author", ("ng:Article",), ("xsd:string",), single=True),
    "url": ForeignTerm("schema:url", ("ng:Article",), ("xsd:string",), single=True),
    "inLanguage": ForeignTerm("schema:inLanguage", ("ng:Article",), ("xsd:string",), single=True),
    "datePublished": ForeignTerm("schema:datePublished", ("ng:Article",), _TIMED, single=True),
    "used": ForeignTerm("prov:used", ("prov:Activity",), ("ng:Article", "prov:Entity")),
    "wasAssociatedWith": ForeignTerm(
        "prov:wasAssociatedWith", ("prov:Activity",), ("prov:Agent", "prov:SoftwareAgent")
    ),
    "wasDerivedFrom": ForeignTerm("prov:wasDerivedFrom", ("prov:Entity",), ("ng:Article", "prov:Entity")),
    "wasGeneratedBy": ForeignTerm("prov:wasGeneratedBy", ("prov:Entity",), ("prov:Activity",), single=True),
    "endedAtTime": ForeignTerm("prov:endedAtTime", ("prov:Activity",), ("xsd:dateTime",), single=True),
    "wasInformedBy": ForeignTerm("prov:wasInformedBy", ("prov:Activity",), ("prov:Activity",)),
    "comment": ForeignTerm("rdfs:comment", ("prov:Activity",), ("xsd:string",), single=True),
    "title": ForeignTerm("dcterms:title", ("void:Dataset",), ("xsd:string",), single=True),
    "hasPart": ForeignTerm("dcterms:hasPart", ("void:Dataset",), ("prov:Entity",)),
    "license": ForeignTerm("dcterms:license", ("void:Dataset",), ("IRI",), single=True),
    "created": ForeignTerm("dcterms:created", ("void:Dataset",), ("xsd:dateTime",), single=True),
    "vocabulary": ForeignTerm("void:vocabulary", ("void:Dataset",), ("IRI",)),
    "uriSpace": ForeignTerm("void:uriSpace", ("void:Dataset",), ("xsd:string",), single=True),
}
CLASSES = {
    "Dataset": "void:Dataset", "Activity": "prov:Activity", "SoftwareAgent": "prov:SoftwareAgent",
}
"""Classes of other vocabularies with a short name."""
OTHER_CLASSES = ("prov:Entity", "prov:Agent", "oa:TextPositionSelector")
"""Those without: the same names are taken, or are not needed often."""
PHRASES = {
    "prov:Activity": "an activity", "prov:Entity": "a thing that was made", "prov:Agent": "an agent",
    "prov:SoftwareAgent": "a program", "void:Dataset": "a data set", "oa:TextPositionSelector": "a text selector",
}
"""What messages call the classes."""
