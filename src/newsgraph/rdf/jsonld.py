"""JSON-LD that is small and reads like JSON: short names from a published context, selectors inside their evidence."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import IO, Any

import pyoxigraph as ox

from newsgraph.rdf.ontology import ontology_path
from newsgraph.rdf.vocabulary import PREFIXES, TYPE

CONTEXT = "context.jsonld"
"""The file of the context, beside the ontology; each output carries a copy, so that it can be read offline."""

_XSD = PREFIXES["xsd"]
_STRING = _XSD + "string"


@cache
def load_context() -> dict[str, Any]:
    """The published context."""
    found: dict[str, Any] = json.loads(ontology_path(CONTEXT).read_text(encoding="utf-8"))["@context"]
    return found


def write_jsonld(triples: Iterable[ox.Quad], stream: IO[bytes], base: str) -> None:
    """Write triples as one JSON-LD document, a node a line."""
    names = _Names(base)
    nodes: dict[str, dict[str, Any]] = {}
    for triple in triples:
        subject = names.of(triple.subject.value)  # type: ignore[union-attr]
        node = nodes.setdefault(subject, {"id": subject})
        name, value = names.pair(triple)
        node[name] = value if name not in node else [*_listed(node[name]), value]
    owners = Counter(node["selector"] for node in nodes.values() if "selector" in node)
    for node in nodes.values():
        if owners[node.get("selector", "")] == 1:
            node["selector"] = nodes[node["selector"]]
    stream.write(b'{"@context":' + _line({**load_context(), "@base": base}) + b',\n"@graph":[\n')
    stream.write(b",\n".join(_line(node) for name, node in nodes.items() if owners[name] != 1) + b"\n]}\n")


class _Names:
    """The names of the context for IRIs, and values as the context types them."""

    def __init__(self, base: str) -> None:
        context = load_context()
        self._base = base
        self._prefixes = {iri: prefix for prefix, iri in context.items() if isinstance(iri, str) and iri[-1] in "#/"}
        terms = {name: value for name, value in context.items() if isinstance(value, dict)}
        self._terms = {self._whole(value["@id"], context): name for name, value in terms.items()}
        self._types = {name: value.get("@type") for name, value in terms.items()}

    @staticmethod
    def _whole(name: str, context: dict[str, Any]) -> str:
        prefix, _, local = name.partition(":")
        return str(context[prefix]) + local

    def of(self, iri: str) -> str:
        """An IRI as short as the context allows."""
        if iri.startswith(self._base) and len(iri) > len(self._base) and self._base.endswith("/"):
            return iri[len(self._base) :]
        for whole, prefix in self._prefixes.items():
            if iri.startswith(whole) and not iri[len(whole) :].startswith("//"):
                return f"{prefix}:{iri[len(whole) :]}"
        return iri

    def pair(self, triple: ox.Quad) -> tuple[str, Any]:
        """The name and the value of a predicate and an object."""
        value = triple.object
        if triple.predicate == TYPE:
            iri = value.value  # type: ignore[union-attr]
            return "type", self._terms.get(iri, self.of(iri))
        name = self._terms.get(triple.predicate.value) or self.of(triple.predicate.value)
        kind = self._types.get(name)
        if not isinstance(value, ox.Literal):
            short = self.of(value.value)  # type: ignore[union-attr]
            return name, short if kind == "@id" else {"id": short}
        return name, _literal(value, kind)


def _literal(value: ox.Literal, kind: str | None) -> Any:
    datatype = value.datatype.value
    short = f"xsd:{datatype.removeprefix(_XSD)}"
    if kind != short:
        return value.value if datatype == _STRING and kind is None else {"@value": value.value, "type": short}
    if short in ("xsd:integer", "xsd:nonNegativeInteger"):
        return int(value.value)
    return value.value == "true" if short == "xsd:boolean" else value.value


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
