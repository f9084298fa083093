"""The README is true: its commands and its code run as they stand there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.S)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "examples", top / "examples")
    return top


def test_commands(folder: Path) -> None:
    (script,) = blocks("bash")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script], cwd=folder, env={**os.environ, "PATH": path}, capture_output=True,
        text=True, check=False,
    )
    assert done.returncode == 0, done.stderr
    for name in re.findall(r"-o (\S+)", script):
        assert (folder / name).stat().st_size > 0
    assert "African Union\n=====" in done.stdout and "who,what" in done.stdout


@pytest.mark.parametrize("number", range(len(blocks("python"))))
def test_code(number: int, folder: Path) -> None:
    code = blocks("python")[number]
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_make_targets_exist() -> None:
    for target in re.findall(r"^make (\w+)$", "\n".join(blocks("")), re.M):
        done = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_links_lead_somewhere() -> None:
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_command_is_documented() -> None:
    from newsgraph.cli import commands

    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for name in commands():
        assert f"`newsgraph {name}" in page, name


def test_every_table_is_documented() -> None:
    from newsgraph.outputs.formats import NETWORKS, TABLES

    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for name in (*TABLES, *NETWORKS):
        assert re.search(rf"\b{name}\b", page), name
