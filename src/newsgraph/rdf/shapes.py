"""SHACL shapes as SPARQL queries that find what breaks them, for oxigraph: the part of SHACL that shapes.ttl uses.

A shape has a `sh:targetClass`, `sh:targetSubjectsOf` or `sh:targetNode`, and perhaps a `sh:class` or an `sh:or` of
such; a property shape has a property for its path and `sh:minCount 1`, `sh:maxCount 1`, `sh:class`, `sh:datatype`,
`sh:or` of classes or of datatypes, `sh:in`, `sh:nodeKind sh:IRI`, `sh:minInclusive`, `sh:maxInclusive`,
`sh:pattern`; a `sh:sparql` has a `sh:select`. Classes hold for their subclasses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pyoxigraph as ox

from newsgraph.errors import OutputError
from newsgraph.rdf.vocabulary import TYPE, named_node

SH = "http://www.w3.org/ns/shacl#"
_PLAIN = frozenset((SH + "path", SH + "message"))


class Check(NamedTuple):
    """A query whose rows (`?this` or `?node`, and `?value`) break a shape, and what to say of them."""

    message: str
    query: str


def read_checks(store: ox.Store) -> list[Check]:
    """The checks of the shapes in a store, which holds the ontology, too.

    Raises:
        OutputError: a shape has a constraint that is not of the part above.
    """
    return [check for shape in _subjects(store, SH + "NodeShape") for check in _shape_checks(store, shape)]


def _shape_checks(store: ox.Store, shape: ox.NamedNode) -> Iterator[Check]:
    target = _target(store, shape)
    if wanted := _wanted(store, shape):
        (message,) = _objects(store, shape, "message")
        yield Check(_text(message), f"SELECT DISTINCT ?this {{ {target} {_of_none(store, '?this', wanted)} }}")
    for constraint in _objects(store, shape, "property"):
        (path,), (message,) = _objects(store, constraint, "path"), _objects(store, constraint, "message")
        for quad in store.quads_for_pattern(constraint, None, None):
            if quad.predicate.value in _PLAIN:
                continue
            make = _CONSTRAINTS.get(quad.predicate.value.removeprefix(SH))
            if make is None:
                raise OutputError(f"{shape.value}: {quad.predicate.value} is no constraint that newsgraph checks")
            yield Check(_text(message), make(store, "" if target == _having(path) else target, str(path), quad.object))
    for constraint in _objects(store, shape, "sparql"):
        (message,), (select,) = _objects(store, constraint, "message"), _objects(store, constraint, "select")
        head, _, body = _text(select).replace("$this", "?this").partition("{")
        yield Check(_text(message), f"{head}{{ {target} {body}")


def _target(store: ox.Store, shape: ox.NamedNode) -> str:
    """What a shape is about, as a pattern."""
    if classes := _objects(store, shape, "targetClass"):
        return f"VALUES ?target {{ {' '.join(_subclasses(store, classes))} }} ?this a ?target ."
    return " UNION ".join(map(_having, _objects(store, shape, "targetSubjectsOf")))


def _having(path: ox.NamedNode) -> str:
    """What has a property; needless beside a constraint on its values, and slow where there are many."""
    return f"{{ ?this {path} ?targeted }}"


def _wanted(store: ox.Store, shape: Any) -> list[Any]:
    """The classes of which a node has to be of one."""
    listed = [item for head in _objects(store, shape, "or") for item in _list(store, head)]
    return [one for holder in (shape, *listed) for one in _objects(store, holder, "class")]


def _of_none(store: ox.Store, variable: str, classes: list[Any]) -> str:
    wanted = ", ".join(_subclasses(store, classes))
    return f"FILTER NOT EXISTS {{ {variable} a ?wanted FILTER(?wanted IN ({wanted})) }}"


def _minimum(store: ox.Store, target: str, path: str, value: object) -> str:
    return f"SELECT DISTINCT ?this {{ {target} FILTER NOT EXISTS {{ ?this {path} ?any }} }}"


def _maximum(store: ox.Store, target: str, path: str, value: object) -> str:
    return (
        f"SELECT ?this (MAX(?any) AS ?value) {{ {target} ?this {path} ?any }} "
        "GROUP BY ?this HAVING(COUNT(DISTINCT ?any) > 1)"
    )


def _of_class(store: ox.Store, target: str, path: str, value: object) -> str:
    return _values(target, path, _of_none(store, "?value", [value]))


def _one_of(store: ox.Store, target: str, path: str, value: object) -> str:
    return _refused(target, path, f"?value IN ({', '.join(map(str, _list(store, value)))})")


def _one_datatype(store: ox.Store, target: str, path: str, value: object) -> str:
    return _datatypes(target, path, [str(value)])


def _one_or_other(store: ox.Store, target: str, path: str, value: object) -> str:
    """A value of one of the classes, or of one of the datatypes, that are listed."""
    items = _list(store, value)
    if classes := [one for item in items for one in _objects(store, item, "class")]:
        return _values(target, path, _of_none(store, "?value", classes))
    return _datatypes(target, path, [str(one) for item in items for one in _objects(store, item, "datatype")])


def _datatypes(target: str, path: str, datatypes: list[str]) -> str:
    """A literal of one of the datatypes that is also well formed, which casting it tells.

    Oxigraph keeps whole numbers of all datatypes as `xsd:integer`.
    """
    datatypes = [datatype for datatype in datatypes if datatype != _OFFSET]
    casts = " ".join(f"BIND({datatype}(STR(?value)) AS ?as{number})" for number, datatype in enumerate(datatypes))
    fits = " || ".join(f"(DATATYPE(?value) = {kind} && BOUND(?as{number}))" for number, kind in enumerate(datatypes))
    return _values(target, path, f"{casts} FILTER(!COALESCE({fits}, false))")


_OFFSET = str(named_node("xsd:nonNegativeInteger"))


def _test(condition: str) -> Callable[[ox.Store, str, str, object], str]:
    return lambda store, target, path, value: _refused(target, path, condition.format(value))


def _refused(target: str, path: str, condition: str) -> str:
    return _values(target, path, f"FILTER(!COALESCE({condition}, false))")


def _values(target: str, path: str, rest: str) -> str:
    return f"SELECT DISTINCT ?this ?value {{ {target} ?this {path} ?value {rest} }}"


_CONSTRAINTS: dict[str, Callable[[ox.Store, str, str, object], str]] = {
    "minCount": _minimum, "maxCount": _maximum, "class": _of_class, "in": _one_of,
    "datatype": _one_datatype, "or": _one_or_other, "nodeKind": _test("isIRI(?value)"),
    "minInclusive": _test("?value >= {}"), "maxInclusive": _test("?value <= {}"),
    "pattern": _test("REGEX(STR(?value), {})"),
}


def _subclasses(store: ox.Store, classes: list[Any]) -> list[str]:
    """The classes and all below them, as a query lists them."""
    found, left = set[Any](), list(classes)
    while left:
        one = left.pop()
        if one not in found:
            found.add(one)
            left += [quad.subject for quad in store.quads_for_pattern(None, named_node("rdfs:subClassOf"), one)]
    return sorted(str(one) for one in found if isinstance(one, ox.NamedNode))


def _subjects(store: ox.Store, kind: str) -> list[ox.NamedNode]:
    found = (quad.subject for quad in store.quads_for_pattern(None, TYPE, ox.NamedNode(kind)))
    return sorted((node for node in found if isinstance(node, ox.NamedNode)), key=str)


def _objects(store: ox.Store, subject: Any, name: str) -> list[Any]:
    return [quad.object for quad in store.quads_for_pattern(subject, ox.NamedNode(SH + name), None)]


def _list(store: ox.Store, head: Any) -> list[Any]:
    items: list[Any] = []
    while head != named_node("rdf:nil"):
        (first,) = store.quads_for_pattern(head, named_node("rdf:first"), None)
        (rest,) = store.quads_for_pattern(head, named_node("rdf:rest"), None)
        items.append(first.object)
        head = rest.object
    return items


def _text(value: object) -> str:
    return value.value if isinstance(value, ox.Literal) else str(value)

