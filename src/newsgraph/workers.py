"""Processes that read articles: each has one batch at a time, so one that dies costs no other its work.

A worker is a Python of its own that is spoken to over its standard input and output, in frames of MessagePack with
their length before them. It ends when its input does, so none outlives the program, however that ends. A batch whose
worker died is read again, an article at a time; an article that ends a worker by itself is given up.
"""

from __future__ import annotations

import contextlib
import os
import signal
import struct
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import astuple
from typing import IO

import msgspec

from newsgraph import errors
from newsgraph.articles import Article
from newsgraph.errors import NewsgraphError
from newsgraph.reader import Outcome, Reader, failed, read_batch
from newsgraph.sources import Problem
from newsgraph.sources.written_names import shown_name, true_name, written_name

_LENGTH = struct.Struct("=Q")
_SERVE = "import sys; sys.path[:] = {!r}; from newsgraph.workers import serve; serve()"
_AHEAD = 3
"""Batches of each process that wait to be read or to be given out."""
_TRIES = 3
"""How often a process may end before it has begun."""


class _Setup(msgspec.Struct):
    """What a worker is told first; files by their written names."""

    model: str
    knowledge: tuple[str, ...]
    lexicon: tuple[str, ...]


class _Ready(msgspec.Struct):
    """What a worker says first: that it can read, or why not."""

    error: str = ""
    message: str = ""


class _Reply(_Ready):
    """The lines of a batch in its order, and the problems of those that have none; or why the run must end."""

    lines: list[bytes | None] = []
    problems: list[tuple[str, str, str, bool] | None] = []


def _raise_told(said: _Ready) -> None:
    if said.error:
        kind = getattr(errors, said.error, NewsgraphError)
        raise kind(said.message)


class WorkerDiedError(Exception):
    """A worker ended before it answered."""


class _Worker:
    """A process that reads batches."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", _SERVE.format(sys.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def begin(self, reader: Reader) -> None:
        """Make it ready to read.

        Raises:
            WorkerDiedError: the process ended.
            NewsgraphError: the model is missing, or an index is none.
        """
        knowledge, lexicon = (tuple(map(written_name, names)) for names in (reader.knowledge, reader.lexicon))
        ready = self._ask(_Setup(reader.model, knowledge, lexicon), _Ready)
        _raise_told(ready)

    def read(self, batch: Sequence[Article]) -> list[Outcome]:
        """What becomes of a batch.

        Raises:
            WorkerDiedError: the process ended.
            KnowledgeError: an index is damaged.
        """
        reply = self._ask(batch, _Reply)
        _raise_told(reply)
        return [
            Outcome(article, line, None if problem is None else Problem(*problem))
            for article, line, problem in zip(batch, reply.lines, reply.problems, strict=True)
        ]

    def _ask[T](self, message: object, answer: type[T]) -> T:
        assert self.process.stdin is not None and self.process.stdout is not None
        try:
            _send(self.process.stdin, message)
            frame = _receive(self.process.stdout)
        except (OSError, ValueError):
            frame = None
        if frame is None:
            raise WorkerDiedError
        return msgspec.msgpack.decode(frame, type=answer)

    def end(self) -> str:
        """End it; how it ended."""
        self.process.kill()
        code = self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):  # what it did not take in is lost with it
                if stream is not None:
                    stream.close()
        return _how(code)


class _Pool:
    """Workers, one for each thread that asks."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._here = threading.local()
        self._all: set[_Worker] = set()
        self._lock = threading.Lock()
        self._closed = False

    def read(self, batch: Sequence[Article]) -> list[Outcome]:
        """What becomes of a batch; after a death each article is tried alone, in a new process."""
        worker = self._worker()
        if worker is None:
            return []
        try:
            return worker.read(batch)
        except WorkerDiedError:
            how = self._bury(worker)
        if len(batch) == 1:
            return [failed(batch[0], f"the process that read this article ended ({how})")]
        return [outcome for article in batch for outcome in self.read([article])]

    def _worker(self) -> _Worker | None:
        """The worker of this thread; None when the pool is closed.

        Raises:
            NewsgraphError: no process can be made ready.
        """
        worker: _Worker | None = getattr(self._here, "worker", None)
        how = ""
        for _ in range(_TRIES):
            if worker is not None or self._closed:
                return worker
            with self._lock:
                if self._closed:
                    return None
                worker = self._here.worker = _Worker()
                self._all.add(worker)
            try:
                worker.begin(self._reader)
            except WorkerDiedError:
                how, worker = self._bury(worker), None
        if worker is None and not self._closed:
            raise NewsgraphError(f"a process that reads ended before it began ({how}); use fewer --jobs")
        return worker

    def _bury(self, worker: _Worker) -> str:
        self._here.worker = None
        with self._lock:
            self._all.discard(worker)
        return worker.end()

    def stop(self) -> None:
        """Let no worker go on, so that the threads that wait for one are free."""
        with self._lock:
            self._closed = True
            for worker in self._all:
                worker.process.kill()

    def close(self) -> None:
        """Clear away the workers, once no thread uses one."""
        for worker in self._all:
            worker.end()


def outcomes_of_processes(
    batches: Iterable[tuple[Article, ...]], reader: Reader, jobs: int
) -> Iterator[Outcome]:
    """What becomes of the articles of batches, in their order, read by so many processes.

    Raises:
        NewsgraphError: a process could not begin to read: the model is missing, an index is none, memory is short.
    """
    pool, waiting = _Pool(reader), deque[Future[list[Outcome]]]()
    threads = ThreadPoolExecutor(jobs)
    try:
        for batch in batches:
            waiting.append(threads.submit(pool.read, batch))
            if len(waiting) > _AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        pool.stop()
        threads.shutdown(wait=True)
        pool.close()


def _how(code: int | None) -> str:
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return f"by {signal.Signals(-code).name}; out of memory?" if code == -9 else signal.Signals(-code).name
    return f"with exit code {code}"


def _send(stream: IO[bytes], message: object) -> None:
    data = msgspec.msgpack.encode(message)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes | None:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (size,) = _LENGTH.unpack(head)
    data = stream.read(size)
    return data if len(data) == size else None


def serve() -> None:
    """What a worker does until its input ends: read batches and answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the program that started it ends it
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the frames
    setup = _receive(sys.stdin.buffer)
    if setup is None:
        return
    told = msgspec.msgpack.decode(setup, type=_Setup)
    reader = Reader(told.model, tuple(map(true_name, told.knowledge)), tuple(map(true_name, told.lexicon)))
    try:
        nlp = reader.pipeline()
    except NewsgraphError as error:
        _send(out, _Ready(*_told(error)))
        return
    _send(out, _Ready())
    with contextlib.suppress(BrokenPipeError):
        for frame in iter(lambda: _receive(sys.stdin.buffer), None):
            try:
                outcomes = read_batch(msgspec.msgpack.decode(frame, type=list[Article]), nlp)
            except NewsgraphError as error:
                _send(out, _Reply(*_told(error)))
                continue
            problems = [None if o.problem is None else astuple(o.problem) for o in outcomes]
            _send(out, _Reply(lines=[o.line for o in outcomes], problems=problems))


def _told(error: NewsgraphError) -> tuple[str, str]:
    """An error as it is told to the program that started this process."""
    return type(error).__name__, shown_name(str(error))
