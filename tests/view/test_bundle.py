"""The script that is committed is the one that its sources make."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

VIEW = Path(__file__).parents[2] / "src/newsgraph/view"
SOURCES = VIEW / "javascript"
SCRIPT = (VIEW / "assets/page.js").read_text(encoding="utf-8")


def test_the_script_is_of_these_sources() -> None:
    names = sorted(
        path.name for path in SOURCES.iterdir()
        if path.suffix == ".js" or path.name in ("build.mjs", "package-lock.json")
    )  # fmt: skip
    text = "".join(f"{name}\n{(SOURCES / name).read_text(encoding='utf-8')}\n" for name in names)
    made_of = re.match(r"/\* of sources (\w+) \*/\n", SCRIPT)
    assert made_of is not None
    assert made_of[1] == hashlib.sha256(text.encode()).hexdigest(), "run `make page`"


@pytest.mark.parametrize("command", ["check", "lint", "types", "test"])
def test_the_script_is_what_the_bundler_makes_and_its_modules_pass_their_tests(command: str) -> None:
    if shutil.which("npm") is None or not (SOURCES / "node_modules").is_dir():
        pytest.skip("needs Node and `npm ci` in src/newsgraph/view/javascript")
    subprocess.run(["npm", "run", "-s", command], cwd=SOURCES, check=True, capture_output=True)


def test_every_module_is_imported() -> None:
    modules = {path.stem: path.read_text(encoding="utf-8") for path in SOURCES.glob("*.js")}
    imported = {name for text in modules.values() for name in re.findall(r'from "\./(\w+)\.js"', text)}
    assert set(modules) - imported == {"main"}


def test_the_script_ends_no_element_and_is_small() -> None:
    assert "</script" not in SCRIPT
    assert len(SCRIPT.encode()) < 1_000_000
