"""The page's JavaScript modules joined into one script.

The files in `assets/` are ES modules, one idea each. A module script cannot be imported from a file on disk, so each
becomes a function that returns what it exports, in the order in which they need each other.
"""

from __future__ import annotations

import re
from importlib.resources import files

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+)\.js";\n', re.M)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|let|class)", re.M)
_DECLARED = re.compile(r"^export (?:async )?(?:function|const|let|class) (?:([\w$]+)|\{([^}]*)\})", re.M)
_LISTED = re.compile(r"^export \{([^}]*)\};\n", re.M)


def bundle(entry: str = "main") -> str:
    """The script that `entry` and all that it imports make.

    Raises:
        ValueError: modules import each other in a circle.
    """
    folder = files("newsgraph.view").joinpath("assets")
    done: dict[str, str] = {}
    under_way: list[str] = []

    def add(name: str) -> None:
        if name in done:
            return
        if name in under_way:
            raise ValueError(f"modules import each other: {' → '.join([*under_way, name])}")
        under_way.append(name)
        source = folder.joinpath(f"{name}.js").read_text(encoding="utf-8").replace("\r\n", "\n")
        for _, needed in _IMPORT.findall(source):
            add(needed)
        under_way.pop()
        done[name] = _module(name, source)

    add(entry)
    body = "\n".join(done.values()).replace("</script", "<\\/script")
    return f'(() => {{\n"use strict";\n{body}}})();\n'


def _module(name: str, source: str) -> str:
    exported = [word.strip() for one, many in _DECLARED.findall(source) for word in (one or many).split(",")]
    exported += [word.strip() for many in _LISTED.findall(source) for word in many.split(",")]
    body = _IMPORT.sub(lambda found: f"const {{{found[1]}}} = module_{found[2]};\n", source)
    body = _EXPORT.sub("", _LISTED.sub("", body))
    return f"const module_{name} = (() => {{\n{body}return {{ {', '.join(exported)} }};\n}})();\n"
