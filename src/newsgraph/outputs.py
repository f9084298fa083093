"""Files out: the ending says the format; a file is whole or not there."""

from __future__ import annotations

import contextlib
import errno
import gzip
import json
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import msgspec
import networkx as nx

from newsgraph.errors import OutputError
from newsgraph.graph.characters import controls_in
from newsgraph.property_graphs import write_gexf, write_graphml, write_neo4j_nodes, write_neo4j_relationships
from newsgraph.sources import OnProblem, Problem

if TYPE_CHECKING:
    from newsgraph.graph import KnowledgeGraph
    from newsgraph.records import Record

TABLES = (
    "actors", "countries", "agencies", "places", "events", "proposals", "statements", "relations", "stances",
    "articles", "stories", "disagreements", "decisions", "nodes", "edges", "columns",
)
"""What a `.csv` or `.parquet` file may be named after: `proposals.csv` holds the proposals."""


def _rdf(ending: str) -> Callable[[KnowledgeGraph, IO[bytes], str, dict[str, Any]], None]:
    def write(graph: KnowledgeGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
        from newsgraph.rdf import write_rdf

        write_rdf(graph, stream, ending, options.get("base") or graph.base)

    return write


def _html(graph: KnowledgeGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    stream.write(graph.to_html(options.get("title", "newsgraph"), texts=options.get("texts", True)).encode())


def _records(graph: KnowledgeGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    from newsgraph.records import write_records

    write_records(graph.own_records, stream)


NETWORKS = ("proposal_network", "congruence_network")
"""What a `.graphml` or `.gexf` file may be named after to hold a network of actors and proposals alone."""


def _network(graph: KnowledgeGraph, name: str) -> nx.Graph[str]:
    found: nx.Graph[str] = getattr(graph, name)() if name in NETWORKS else graph.nx
    return found


def _graphml(graph: KnowledgeGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    write_graphml(_network(graph, name), stream)


def _gexf(graph: KnowledgeGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    write_gexf(_network(graph, name), stream)


def _neo4j_nodes(graph: KnowledgeGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    write_neo4j_nodes(graph.nx, stream)


def _neo4j_relationships(graph: KnowledgeGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    write_neo4j_relationships(graph.nx, stream)


NEO4J = "neo4j"
"""The name of a folder that holds what `neo4j-admin database import` takes."""
_NEO4J_FILES = {"nodes.csv": _neo4j_nodes, "relationships.csv": _neo4j_relationships}


def _node_link(graph: KnowledgeGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    data = nx.node_link_data(graph.nx, edges="edges")
    stream.write(json.dumps(msgspec.to_builtins(data), ensure_ascii=False, sort_keys=True).encode())


def _project(graph: KnowledgeGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    from newsgraph.project.writing import write_project

    write_project(graph, stream, options["folder"])


def _csv(graph: KnowledgeGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    stream.write(_table(graph, name).to_csv(index=False, lineterminator="\n").encode("utf-8"))


def _parquet(graph: KnowledgeGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        raise OutputError(f"{name}.parquet needs pyarrow; `pip install 'newsgraph[parquet]'` brings it") from None
    _table(graph, name).to_parquet(stream)


def _table(graph: KnowledgeGraph, name: str) -> Any:
    if name not in TABLES:
        raise OutputError(f"a table is named after what it holds: {', '.join(TABLES)}; rename {name!r}")
    return getattr(graph, name)()


_REPLACING = (".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf", ".graphml", ".gexf")
"""Endings of formats that can't hold all characters."""

Writer = Callable[["KnowledgeGraph", IO[bytes], str, dict[str, Any]], None]

PROJECT = ".newsgraph"

FORMATS: dict[str, Writer] = {
    **{ending: _rdf(ending) for ending in (".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf")},
    ".html": _html,
    ".graphml": _graphml,
    ".gexf": _gexf,
    ".json": _node_link,
    ".jsonl": _records,
    ".csv": _csv,
    ".parquet": _parquet,
    PROJECT: _project,
}
"""Endings and their writers."""


_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\ud800-\udfff]+")
"""An absolute IRI, as far as RDF asks."""


def check_base(base: str) -> str:
    """The base of IRIs, where it is an IRI that keys can stand behind.

    Raises:
        OutputError: it is none.
    """
    if not _is_iri(base):
        raise OutputError(f"--base {base!r}: is no IRI; write one such as https://example.org/id/")
    if not base.endswith(("/", "#", ":")):
        raise OutputError(f"--base {base}: names stand right behind it, so end it with / or #")
    return base


def _is_iri(text: str) -> bool:
    import pyoxigraph as ox

    try:
        return bool(_IRI.fullmatch(text)) and bool(ox.NamedNode(text))
    except ValueError:  # a host in brackets that is none, % without two digits
        return False


_NO_PROJECT = "a project is made new, and not packed; name another file, or use `newsgraph add` for one that is there"


def check_output(path: Path) -> None:
    """Make sure, before work begins, that a graph can be written there.

    Raises:
        OutputError: the ending names no format, a table has no such name, or the folder is missing or locked.
    """
    if path.name == NEO4J:
        _check_folder(path, path.parent)
        return
    ending = format_ending(path)
    if str(path) == "-":
        raise OutputError("-: does not say a format; name a file, or print records with `newsgraph extract`")
    if ending not in FORMATS:
        raise OutputError(f"{path}: no format has the ending {ending!r}; use one of {' '.join(FORMATS)}")
    if ending in (".csv", ".parquet") and _stem(path) not in TABLES:
        raise OutputError(f"{path}: a table is named after what it holds; name it one of {', '.join(TABLES)}")
    if ending == PROJECT and (path.exists() or path.suffix.lower() != PROJECT):
        raise OutputError(f"{path}: {_NO_PROJECT}")
    if _is_special(path):
        return
    _check_folder(path, _target(path).parent)
    if path.is_dir():
        raise OutputError(f"{path}: is a folder; name a file in it")


def _check_folder(path: Path, folder: Path) -> None:
    if not folder.is_dir():
        raise OutputError(f"{path}: there is no folder {str(folder)!r}; make it first")
    if not os.access(folder, os.W_OK):
        raise OutputError(f"{path}: the folder can't be written to; choose another, or change its permissions")


def save(graph: KnowledgeGraph, path: Path, **options: Any) -> Path:
    """Write a graph in the format of the ending.

    Options: `base` (IRI of the individuals), `title` (of the page), `texts` (whether the page holds whole articles).

    Raises:
        OutputError: it can't be written; nothing is left half done.
    """
    save_all(graph, [path], **options)
    return path


def save_all(graph: KnowledgeGraph, paths: Sequence[Path], **options: Any) -> None:
    """Write a graph to several files, all or none: they take their names when all are written and on the disk.

    Raises:
        OutputError: one can't be written; nothing is left half done, and files of before stay as they were.
    """
    if (base := options.get("base")) is not None:
        check_base(base)
    for path in paths:
        check_output(path)
    if "on_problem" in options:
        _tell_replaced(graph, paths, options["on_problem"])
    with ExitStack() as files:
        writers = [found for path in paths for found in _writers(path)]
        streams = [files.enter_context(whole_file(path)) for path, _ in writers]
        for (path, write), stream in zip(writers, streams, strict=True):
            with told(path):
                with zipped(path, stream) as inner:
                    write(graph, inner, _stem(path), {**options, "folder": path.parent})
                synced(stream)


def _tell_replaced(graph: KnowledgeGraph, paths: Sequence[Path], on_problem: OnProblem) -> None:
    """Tell of what is replaced, where a format can't hold all characters."""
    if any(path.name == NEO4J or format_ending(path) in _REPLACING for path in paths):
        tell_replaced(graph.records, on_problem)


def tell_replaced(records: Iterable[Record], on_problem: OnProblem) -> None:
    """Tell of articles with characters that XML and RDF can't hold, for they are written as �."""
    for record in records:
        texts = (record.article.text, record.article.title or "", record.article.source or "")
        if number := sum(map(controls_in, texts)):
            count = f"{number} control character" + ("s" if number > 1 else "")
            on_problem(Problem(
                record.article.origin or record.article.id, f"has {count}, written as �",
                "take out of the article what is no text", lost=False,
            ))  # fmt: skip


def _writers(path: Path) -> list[tuple[Path, Writer]]:
    """The files of an output, with what writes each: one, or those of a folder for Neo4j."""
    if path.name != NEO4J:
        return [(path, FORMATS[format_ending(path)])]
    path.mkdir(exist_ok=True)
    return [(path / name, write) for name, write in _NEO4J_FILES.items()]


def format_ending(path: Path) -> str:
    """The ending that says the format, in small letters; of `graph.ttl.gz` it is `.ttl`."""
    return Path(path.name[:-3]).suffix.lower() if path.name.lower().endswith(".gz") else path.suffix.lower()


def _stem(path: Path) -> str:
    return path.name.partition(".")[0] if path.name.lower().endswith(".gz") else path.stem


def zipped(path: Path, stream: IO[bytes]) -> AbstractContextManager[IO[bytes]]:
    """What is written to `.gz` is packed, without the time and name of the file, so that it is the same each time."""
    if not path.name.lower().endswith(".gz"):
        return nullcontext(stream)
    return gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0, compresslevel=6)  # type: ignore[return-value]


BUFFER = 1 << 20
"""Bytes that are gathered before they go to the system."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM)


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A binary file that takes its name only when all is written; what is no file (a pipe, a device) is written to.

    A link stays one: the file that it leads to is written.

    Raises:
        OutputError: it can't be written.
    """
    with told(path), path.open("wb") if _is_special(path) else _replacing(_target(path)) as stream:
        yield stream


@contextmanager
def told(path: Path) -> Iterator[None]:
    """A full or locked disk is told in a line that names the file."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.errno not in _FULL:
            raise
        raise OutputError(f"{path}: can't be written ({error.strerror}); free some space, or choose another") from None


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise OutputError(f"{path}: can't be written ({error.strerror}); choose another folder") from None
    try:
        with os.fdopen(handle, "wb", buffering=BUFFER) as stream:
            yield stream
            synced(stream)
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
        _folder_to_disk(path.parent)
    finally:
        Path(temporary).unlink(missing_ok=True)


def synced(stream: IO[bytes]) -> None:
    """Make sure that what was written outlives a power cut; a pipe or a device has no such thing."""
    stream.flush()
    try:
        os.fsync(stream.fileno())
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EROFS):
            raise


def _folder_to_disk(folder: Path) -> None:
    """The same for the name of a file; systems that open no folders need not be told."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _is_special(path: Path) -> bool:
    """Whether it is there and neither a file nor a folder: a pipe, a device, a socket."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _target(path: Path) -> Path:
    """The file that a link leads to, else the path itself."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
