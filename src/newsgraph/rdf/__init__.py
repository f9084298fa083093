"""Graph to RDF: Turtle and its kin, rdflib, SPARQL, SHACL, in the vocabulary of `ontologies/`."""

from newsgraph.rdf.ontology import ONTOLOGIES, ontology_path
from newsgraph.rdf.sparql import select, to_rdflib
from newsgraph.rdf.writing import write_rdf

__all__ = ["ONTOLOGIES", "ontology_path", "select", "to_rdflib", "write_rdf"]
