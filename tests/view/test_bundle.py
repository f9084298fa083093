from __future__ import annotations

import re
from importlib.resources import files

import pytest

from newsgraph.view.bundle import bundle

FOLDER = files("newsgraph.view").joinpath("assets")
MODULES = {
    item.name.removesuffix(".js"): item.read_text(encoding="utf-8")
    for item in FOLDER.iterdir()
    if item.name.endswith(".js")
}
IMPORT = re.compile(r'^import \{([^}]*)\} from "\./(\w+)\.js";', re.M)
EXPORT = re.compile(r"^export (?:async )?(?:function|const|let|class) (?:(\w+|\$)|\{([^}]*)\})", re.M)


def names(text: str) -> set[str]:
    return {name.strip() for name in text.split(",") if name.strip()}


def test_every_module_is_in_the_script_once() -> None:
    script = bundle()
    for name in MODULES:
        assert script.count(f"const module_{name} = ") == 1


@pytest.mark.parametrize("module", sorted(MODULES))
def test_what_is_imported_is_exported(module: str) -> None:
    for wanted, source in IMPORT.findall(MODULES[module]):
        exported = set().union(*(names(one or many) for one, many in EXPORT.findall(MODULES[source])))
        assert names(wanted) <= exported


def test_no_import_or_export_is_left() -> None:
    assert not re.search(r"^\s*(?:import|export) ", bundle(), re.M)


def test_what_is_exported_is_used() -> None:
    used = {
        (source, name) for text in MODULES.values() for wanted, source in IMPORT.findall(text) for name in names(wanted)
    }
    for module, text in MODULES.items():
        for one, many in EXPORT.findall(text):
            assert {(module, name) for name in names(one or many)} <= used
