"""Imports go one way: no module needs one that needs it, be it for types alone or in a function."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import networkx as nx

import newsgraph

PACKAGE = Path(newsgraph.__file__).parent
MODULES = {
    ".".join((PACKAGE.name, *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in PACKAGE.rglob("*.py")
}
FACE = PACKAGE.name
"""The package itself has names of all modules, and gives each when it is asked for."""


def imports(tree: ast.AST, late: bool = False) -> Iterator[tuple[str, bool]]:
    """The modules of ours that a module imports, and whether it does so in a function."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.module is not None and not node.level, "imports are absolute"
            for name in node.names:
                inner = f"{node.module}.{name.name}"
                yield inner if inner in MODULES else node.module, late
        elif isinstance(node, ast.Import):
            yield from ((name.name, late) for name in node.names)
        else:
            yield from imports(node, late or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


ARROWS = [
    (module, other, late)
    for module, path in sorted(MODULES.items()) for other, late in imports(ast.parse(path.read_text("utf-8")))
    if other in MODULES and other != module and FACE not in (module, other)
]


def circles(arrows: Iterator[tuple[str, str]]) -> list[list[str]]:
    """What is tied in a circle."""
    return sorted(sorted(found) for found in nx.strongly_connected_components(nx.DiGraph(arrows)) if len(found) > 1)


def test_no_module_needs_one_that_needs_it() -> None:
    inner = f"{FACE}.language."
    found = circles((a, b) for a, b, _ in ARROWS if not (a.startswith(inner) and b.startswith(inner)))
    assert len(ARROWS) > 1000 and found == []


def test_no_folder_needs_one_that_needs_it() -> None:
    """Late imports are left out: a graph can be written as a project, and a project has a graph."""
    ends = ((a.split(".")[1], b.split(".")[1]) for a, b, late in ARROWS if not late)
    assert circles((a, b) for a, b in ends if a != b) == []
