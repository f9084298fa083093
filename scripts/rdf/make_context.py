"""Make ontologies/context.jsonld: short names for JSON-LD, from the ontology and the foreign terms that graphs use."""

from __future__ import annotations

import json
from pathlib import Path

import rdflib
from foreign_terms import CLASSES, PROPERTIES
from rdflib.namespace import OWL, RDF, RDFS, XSD

from newsgraph.rdf.vocabulary import NG, PREFIXES

ONTOLOGIES = Path(__file__).parents[2] / "ontologies"
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
    for name, term in PROPERTIES.items():
        kind = "@id" if not term.range[0].startswith("xsd:") else term.range[0] if len(term.range) == 1 else None
        terms[name] = {"@id": term.iri, **({"@type": kind} if kind not in (None, "xsd:string") else {})}
    for name, iri in CLASSES.items():
        terms[name] = {"@id": iri}
    return {"@context": {"id": "@id", "type": "@type", **PREFIXES, **terms}}


def main() -> None:
    """Write it."""
    text = json.dumps(make_context(), indent=1, ensure_ascii=False) + "\n"
    (ONTOLOGIES / "context.jsonld").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
