"""Kills real processes at random points, and compares what is left, once they are run again, with an undisturbed run.

    python scripts/kill_points.py [POINTS] [SEED] [PART...]

Two corpora are added to a project: records, by one process; and articles, by a process with two workers, one of which,
or itself, is killed. Outputs are killed while they are written, and a disk is filled up. After each kill the
project must open and be sound, and hold no less than before; in the end records and Turtle must be the same bytes.
What adds records and writes outputs is forked from this process, so that its time goes into what may be lost, and not
into the start of Python.
PART is one or several of `records`, `outputs`, `disk` and `articles`, by default all: points may be had in several
goes, with other seeds.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

import newsgraph as ng
from newsgraph.cli import main as main_command
from newsgraph.record_lines import write_records
from newsgraph.records import Record

ROOT = Path(__file__).parents[1]


def command(*arguments: object) -> list[str]:
    """A newsgraph command as a process of its own."""
    return [sys.executable, "-m", "newsgraph", *map(str, arguments)]


@dataclass
class Disturbed:
    """A folder in which commands are killed."""

    folder: Path
    random: random.Random
    kills: int = 0
    finished: int = 0
    forks: bool = False
    """Whether commands run in processes that are forked from this one, which must have no other threads that matter."""

    def run(self, *arguments: object) -> float:
        """Run a command undisturbed; it must succeed. How many seconds it took."""
        began = time.monotonic()
        done = subprocess.run(command(*arguments), cwd=self.folder, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return time.monotonic() - began

    def fork(self, *arguments: object) -> int:
        """Run a command in a process that is forked from this one; its id."""
        process = os.fork()
        if process:
            return process
        code = 1
        try:
            os.chdir(self.folder)
            null = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(null, stream)
            main_command(list(map(str, arguments)))
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 1
        finally:
            os._exit(code)

    def run_forked(self, *arguments: object) -> float:
        """Run a command undisturbed, forked if so chosen; it must succeed. How many seconds it took."""
        if not self.forks:
            return self.run(*arguments)
        began = time.monotonic()
        _, status = os.waitpid(self.fork(*arguments), 0)
        assert status == 0, f"{arguments[0]} failed"
        return time.monotonic() - began

    def kill_forked(self, seconds: float, *arguments: object) -> bool:
        """Run a command, forked if so chosen, and kill it within so many seconds; whether it was alive."""
        if not self.forks:
            return self.kill(seconds, lambda process: process, *arguments)
        process = self.fork(*arguments)
        time.sleep(self.random.uniform(0, seconds))
        alive = os.waitpid(process, os.WNOHANG)[0] == 0
        if alive:
            os.kill(process, signal.SIGKILL)
            _, status = os.waitpid(process, 0)
            alive = os.WIFSIGNALED(status)
        self.kills += alive
        self.finished += not alive
        return alive

    def kill(self, seconds: float, victim: Callable[[int], int], *arguments: object) -> bool:
        """Run a command and kill a process of it at a random time within so many seconds; whether it was alive."""
        process = subprocess.Popen(
            command(*arguments), cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(self.random.uniform(0, seconds))
        alive = process.poll() is None
        if alive:
            self.kills += 1
            try:
                os.kill(victim(process.pid), signal.SIGKILL)
            except ProcessLookupError:
                alive = False
        process.wait()
        self.finished += not alive
        return alive

    def sound(self, project: str) -> int:
        """The number of articles in a project, which must be whole."""
        path = self.folder / project
        if not path.exists():
            return 0
        with ng.open_project(path) as opened:
            count = sum(1 for _ in opened.records())
            assert count == len(opened)
        database = sqlite3.connect(path)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute(
            "SELECT count(*) FROM article WHERE record IS NOT NULL AND record NOT IN (SELECT id FROM record)"
        ).fetchone() == (0,)
        database.close()
        return count


def worker_of(chance: random.Random) -> Callable[[int], int]:
    """Kill one of its workers; or itself, where there is none."""

    def choose(process: int) -> int:
        listed = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False
        )
        return chance.choice([process, *map(int, listed.stdout.split())][-2:])

    return choose


def varied(records: Sequence[Record], count: int) -> Iterator[Record]:
    """So many records out of fewer: other ids, and a text that goes on otherwise."""
    for number in range(count):
        record = records[number % len(records)]
        article = msgspec.structs.replace(
            record.article, id=f"{record.article.id}-{number}", text=f"{record.article.text}\nCopy {number}.",
            origin=None,
        )  # fmt: skip
        yield msgspec.structs.replace(record, article=article)


def write_corpus(folder: Path, records: Sequence[Record], count: int) -> None:
    """Records in a file."""
    with (folder / "records.jsonl").open("wb") as stream:
        write_records(varied(records, count), stream)


def same_project(one: Path, other: Path) -> None:
    """Both must hold the same records, and give the same Turtle; that of the first is made once."""
    made = one.with_suffix(".ttl")
    if not made.exists():
        with ng.open_project(one) as project:
            project.graph().save(made)
    with ng.open_project(one) as calm, ng.open_project(other) as project:
        assert list(calm.records()) == list(project.records()), "the records differ"
        turtle = project.graph().save(other.with_suffix(".ttl")).read_bytes()
    assert made.read_bytes() == turtle, "the Turtle differs"


def add_disturbed(at: Disturbed, points: int, *arguments: object, workers: bool = False) -> None:
    """Add a corpus to a project that is killed at so many points, and compare it with an undisturbed one."""
    run: Callable[..., float] = at.run if workers else at.run_forked
    seconds = run("add", "calm.newsgraph", *arguments)
    before, kills = 0, at.kills
    name = "disturbed.newsgraph"
    while at.kills - kills < points:
        if workers:
            at.kill(seconds, worker_of(at.random), "add", name, *arguments)
        else:
            at.kill_forked(seconds, "add", name, *arguments)
        now = at.sound(name)
        assert now >= before, f"{before - now} articles are lost"
        before = now
        if now == at.sound("calm.newsgraph"):  # all is in: begin anew
            same_project(at.folder / "calm.newsgraph", at.folder / name)
            (at.folder / name).unlink()
            before = 0
    run("add", name, *arguments)
    same_project(at.folder / "calm.newsgraph", at.folder / name)
    assert [p.name for p in at.folder.glob("*.newsgraph*")] in (
        ["calm.newsgraph", name], [name, "calm.newsgraph"],
    ), "more than the files is left"  # fmt: skip


def build_disturbed(at: Disturbed, points: int) -> None:
    """Kill a build: each of its outputs is that of before, or of now, and never half."""
    outputs = ("graph.nt", "graph.graphml")
    arguments = [word for name in outputs for word in ("-o", name)]
    seconds = at.run_forked("build", "calm.newsgraph", *arguments)
    whole = {name: (at.folder / name).read_bytes() for name in outputs}
    old = b"of before"
    for _ in range(points):
        for name in outputs:
            (at.folder / name).write_bytes(old)
        at.kill_forked(seconds, "build", "calm.newsgraph", *arguments)
        for name in outputs:
            assert (at.folder / name).read_bytes() in (old, whole[name]), f"{name} is half written"


def fill_up(at: Disturbed, *arguments: object) -> None:
    """A disk that is full half-way: one line, exit code 2, and what was read is kept."""
    size = (at.folder / "calm.newsgraph").stat().st_size // 3

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    adding = command("add", "full.newsgraph", *arguments)
    done = subprocess.run(adding, cwd=at.folder, capture_output=True, preexec_fn=limited, check=False)
    said = done.stderr.decode()
    assert done.returncode == 2 and "free some space and run it again" in said and "Traceback" not in said, said
    at.sound("full.newsgraph")
    at.run("add", "full.newsgraph", *arguments)
    same_project(at.folder / "calm.newsgraph", at.folder / "full.newsgraph")


def fill_tmpfs(at: Disturbed, *arguments: object) -> bool:
    """The same on a real small disk; False where none may be made."""
    disk = at.folder / "disk"
    disk.mkdir(exist_ok=True)
    size = (at.folder / "calm.newsgraph").stat().st_size // 2
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        return False
    try:
        done = subprocess.run(
            command("add", "disk/full.newsgraph", *arguments), cwd=at.folder, capture_output=True, check=False
        )
        said = done.stderr.decode()
        assert done.returncode == 2 and "free some space" in said and "Traceback" not in said, said
        at.sound("disk/full.newsgraph")
        subprocess.run(["mount", "-o", f"remount,size={size * 20}", disk], check=True)
        at.run("add", "disk/full.newsgraph", *arguments)
        same_project(at.folder / "calm.newsgraph", disk / "full.newsgraph")
    finally:
        subprocess.run(["umount", disk], check=True)
    return True


PARTS = {"records": 14, "outputs": 4, "disk": 0, "articles": 2}
"""The parts, with their shares of the points."""


_SMALLEST, _RECORDS = 20, 200
"""Of the sample articles the shortest, and how many records are made of them: four transactions."""


def main(points: int, seed: int, parts: Sequence[str] = ()) -> None:
    """Kill at so many points, and say what was found."""
    chosen = [part for part in PARTS if part in parts or not parts]
    shares = sum(PARTS[part] for part in chosen) or 1
    wanted = {part: points * PARTS[part] // shares for part in chosen}
    records = list(ng.extract(ROOT / "examples" / "articles", on_problem=lambda problem: None))
    with tempfile.TemporaryDirectory() as name:
        chance = random.Random(seed)
        folder = Path(name)
        (folder / "records").mkdir()
        at = Disturbed(folder / "records", chance, forks=True)
        write_corpus(at.folder, sorted(records, key=lambda r: len(r.article.text))[:_SMALLEST], _RECORDS)
        if "records" not in wanted:
            at.run("add", "calm.newsgraph", "records.jsonl")
        if "records" in wanted:
            add_disturbed(at, wanted["records"], "records.jsonl")
            print(f"records: {at.kills} kills, records and Turtle the same", flush=True)
        if "outputs" in wanted:
            build_disturbed(at, wanted["outputs"])
            print(f"outputs: {at.kills} kills so far, none half written", flush=True)
        if "disk" in wanted:
            fill_up(at, "records.jsonl")
            print("a full disk (limit of file size): one line, kept, gone on", flush=True)
            filled = fill_tmpfs(at, "records.jsonl")
            print("a full tmpfs:", "the same" if filled else "not tried, for nothing may be mounted", flush=True)
        (folder / "articles").mkdir()
        reading = Disturbed(folder / "articles", chance)
        if "articles" in wanted:
            add_disturbed(reading, wanted["articles"], ROOT / "examples" / "articles", "--jobs", "2", workers=True)
            print(f"articles with workers: {reading.kills} kills, records and Turtle the same", flush=True)
        print(f"{at.kills + reading.kills} kills in all, seed {seed}")


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:3]]
    points, seed = numbers + [200, 7][len(numbers) :]
    main(points, seed, sys.argv[3:])
