"""Make ontologies/context.jsonld: short names for JSON-LD, from the ontology and the foreign terms that graphs use."""

from __future__ import annotations

import json
from pathlib import Path

import rdflib
from rdflib.namespace import OWL, RDF, RDFS, XSD

from newsgraph.rdf.vocabulary import NG, PREFIXES

ONTOLOGIES = Path(__file__).parents[2] / "ontologies"
FOREIGN = {
    "label": ("rdfs:label", None), "altLabel": ("skos:altLabel", None), "link": ("owl:sameAs", "@id"),
    "source": ("oa:hasSource", "@id"), "selector": ("oa:hasSelector", "@id"), "exact": ("oa:exact", None),
    "start": ("oa:start", "xsd:integer"), "end": ("oa:end", "xsd:integer"),
    "lat": ("geo:lat", "xsd:decimal"), "long": ("geo:long", "xsd:decimal"),
    "identifier": ("schema:identifier", None), "headline": ("schema:headline", None),
    "publisher": ("schema:publisher", None), "author": ("schema:author", None), "url": ("schema:url", None),
    "inLanguage": ("schema:inLanguage", None), "datePublished": ("schema:datePublished", None),
    "used": ("prov:used", "@id"), "wasAssociatedWith": ("prov:wasAssociatedWith", "@id"),
    "wasDerivedFrom": ("prov:wasDerivedFrom", "@id"), "wasGeneratedBy": ("prov:wasGeneratedBy", "@id"),
    "endedAtTime": ("prov:endedAtTime", "xsd:dateTime"),
    "Dataset": ("void:Dataset", None), "vocabulary": ("void:vocabulary", "@id"), "uriSpace": ("void:uriSpace", None),
    "wasInformedBy": ("prov:wasInformedBy", "@id"), "comment": ("rdfs:comment", None),
    "Activity": ("prov:Activity", None), "SoftwareAgent": ("prov:SoftwareAgent", None),
}
"""Names of terms that are not ours, with the type of their values."""


def make_context() -> dict[str, object]:
    """The context: prefixes, then a name for each term."""
    ontology = rdflib.Graph().parse(ONTOLOGIES / "newsgraph.ttl")
    terms: dict[str, dict[str, str]] = {}
    for subject in sorted(set(ontology.subjects(RDFS.label)), key=str):
        if not str(subject).startswith(NG):
            continue
        name = str(subject).removeprefix(NG)
        terms[name] = {"@id": f"ng:{name}"}
        kinds = set(ontology.objects(subject, RDF.type))
        value = ontology.value(subject, RDFS.range)
        if OWL.ObjectProperty in kinds:
            terms[name]["@type"] = "@id"
        elif isinstance(value, rdflib.URIRef) and str(value).startswith(str(XSD)) and value != XSD.string:
            terms[name]["@type"] = "xsd:" + str(value).removeprefix(str(XSD))
    for name, (iri, kind) in FOREIGN.items():
        terms[name] = {"@id": iri, **({"@type": kind} if kind else {})}
    return {"@context": {"id": "@id", "type": "@type", **PREFIXES, **terms}}


def main() -> None:
    """Write it."""
    text = json.dumps(make_context(), indent=1, ensure_ascii=False) + "\n"
    (ONTOLOGIES / "context.jsonld").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
