"""The documentation says what the code does, and its commands and code run as they stand there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newsgraph.sources import GUESSES, endings

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [DOCS / "tutorial.md", *sorted((DOCS / "howto").glob("*.md"))]
RUN = re.compile(r"^```(bash|python)\n(.*?)^```", re.M | re.S)


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records of the sample articles, which the tutorial makes first and the how-tos begin with."""
    from newsgraph import extract
    from newsgraph.records import write_records

    path = tmp_path_factory.mktemp("docs") / "records.jsonl"
    with path.open("wb") as stream:
        write_records(extract(ROOT / "examples" / "articles"), stream)
    return path


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_commands_and_code_run_in_their_order(path: Path, records: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copy(records, tmp_path)
    tools = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    blocks = RUN.findall(path.read_text(encoding="utf-8"))
    assert blocks
    for language, code in blocks:
        command = ["bash", "-euo", "pipefail", "-c", code] if language == "bash" else [sys.executable, "-c", code]
        done = subprocess.run(
            command, cwd=tmp_path, env={**os.environ, "PATH": tools}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{code}\n{done.stderr}"
        for name in re.findall(r"-o (\S+)", code) if language == "bash" else ():
            assert (tmp_path / name).stat().st_size > 0


def test_links_lead_somewhere() -> None:
    for path in DOCS.rglob("*.md"):
        if path.parent.name not in ("_generated", "_extra"):
            for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text(encoding="utf-8")):
                assert "://" in target or (path.parent / target).exists(), f"{path.name}: {target}"


def test_every_page_is_in_the_table_of_contents() -> None:
    listed = set(re.findall(r"^([\w/-]+)$", page("index.md"), re.M))
    assert {str(path.relative_to(DOCS).with_suffix("")) for path in (*DOCS.glob("*.md"), *PAGES)} - listed == {"index"}


def test_inputs_lists_every_ending_and_no_other() -> None:
    table = page("inputs.md").partition("## Which field")[0]
    rows = "".join(line.split("|")[2] for line in table.splitlines() if line.startswith("| "))
    listed = set(re.findall(r"\.[a-z0-9]+(?:\.[a-z0-9]+)?", rows))
    assert set(endings()) - listed == {".tbz2", ".txz"}
    assert listed - set(endings()) == {".tar.bz2", ".tar.xz", ".xml"}


def test_inputs_lists_the_names_of_fields() -> None:
    rows = re.findall(r"^\| (\w+) \| (\w+(?:, \w+)+) \|$", page("inputs.md"), re.M)
    assert {field: tuple(names.split(", ")) for field, names in rows} == GUESSES


def test_every_option_of_every_command_has_a_help() -> None:
    import click

    from newsgraph.cli import commands

    for name, command in commands().items():
        assert command.help, name
        for option in command.params:
            assert not isinstance(option, click.Option) or option.help, f"{name} {option.name}"


def test_the_documentation_builds_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("sphinx")
    for module in ("furo", "myst_parser"):
        pytest.importorskip(module)
    source = tmp_path / "docs"
    shutil.copytree(DOCS, source, ignore=shutil.ignore_patterns("_extra", "_generated"))
    (tmp_path / "src").symlink_to(ROOT / "src")
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        import make_docs
    finally:
        sys.path.remove(str(ROOT / "scripts"))
    for name in ("_extra", "_generated"):
        (source / name).mkdir()
    make_docs.make_figures(source)
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", source, tmp_path / "out"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "howto" / "dyads-in-r.html").exists()


def test_every_dependency_is_listed_with_its_licence() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = set(project["dependencies"]).union(*(extras[name] for name in extras if name not in ("dev", "docs")))
    names = {re.match(r"[\w.-]+", line)[0] for line in wanted if not line.startswith("newsgraph[")}  # type: ignore[index]
    assert set(re.findall(r"^\| ([\w.-]+) \| [\w, ]+ \| [A-Z]", page("licences.md"), re.M)) == names


def test_versions_agree() -> None:
    import tomllib

    from newsgraph import __version__

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert project["version"] == __version__ == re.search(r"^version: (.+)$", citation, re.M)[1]  # type: ignore[index]
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
