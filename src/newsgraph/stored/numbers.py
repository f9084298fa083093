"""Things as numbers, in the order in which they are first met: in memory, or in a temporary database."""

from __future__ import annotations

import sqlite3
import tempfile
import weakref
from collections.abc import Hashable, Iterator

from newsgraph.errors import OutputError

_NEAR = 20_000
"""Things whose numbers are in memory."""
_SETTINGS = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -1000", "temp_store = FILE")


class Numbers(dict[Hashable, int]):
    """The numbers of things, in memory: `numbers[thing]` is that of any."""

    def __missing__(self, thing: Hashable) -> int:
        self[thing] = number = len(self)
        return number

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self)

    def words(self) -> Iterator[tuple[str, int]]:
        """Those that are words, in alphabetical order, with their numbers."""
        return iter(sorted((thing, number) for thing, number in self.items() if isinstance(thing, str)))


class StoredNumbers(Numbers):
    """The same in a database; the dictionary has what was asked for last."""

    def __init__(self) -> None:
        super().__init__()
        self._size = 0
        self._connection = sqlite3.connect("", isolation_level=None)
        weakref.finalize(self, self._connection.close)
        for setting in _SETTINGS:
            self._connection.execute(f"PRAGMA {setting}")
        self._connection.execute("BEGIN")  # for good: at the end of a transaction all that is held would be written
        self._connection.execute("CREATE TABLE thing (key BLOB PRIMARY KEY, number INTEGER) WITHOUT ROWID")

    def __missing__(self, thing: Hashable) -> int:
        if len(self) >= _NEAR:
            self.clear()  # what is met often is soon there again
        self[thing] = number = self._numbered(_key(thing))
        return number

    @property
    def size(self) -> int:
        """How many there are."""
        return self._size

    def words(self) -> Iterator[tuple[str, int]]:
        """Those that are words, in alphabetical order, with their numbers."""
        found = "SELECT key, number FROM thing WHERE key >= ? ORDER BY key"
        for key, number in self._connection.execute(found, (_WORD,)):
            yield key[1:].decode("utf-8", "surrogatepass"), number

    def _numbered(self, key: bytes) -> int:
        row = self._connection.execute("SELECT number FROM thing WHERE key = ?", (key,)).fetchone()
        if row is not None:
            return int(row[0])
        try:
            self._connection.execute("INSERT INTO thing VALUES (?, ?)", (key, self._size))
        except sqlite3.OperationalError as error:
            raise OutputError(
                f"{tempfile.gettempdir()}: can't hold what is compared ({error}); free some space, or set TMPDIR"
            ) from None
        self._size += 1
        return self._size - 1


_WORD = b"\xff"
"""What the keys of words begin with: no text does."""


def _key(thing: Hashable) -> bytes:
    """A thing as bytes: words in the order of their letters, behind all else."""
    if isinstance(thing, str):
        return _WORD + thing.encode("utf-8", "surrogatepass")
    return repr(thing).encode("utf-8", "surrogatepass")
