"""Records in a temporary file, of which each layer is decoded when it is looked at.

Those who go over all records look at one layer or two of them, and events take half of the time of decoding a record,
mentions a quarter (docs/scale.md).
"""

from __future__ import annotations

import struct
import tempfile
import weakref
from collections.abc import Sequence
from itertools import accumulate
from typing import Any, cast, get_type_hints

import msgspec
import numpy as np

from newsgraph.errors import OutputError
from newsgraph.records import Record
from newsgraph.stored.arrays import StoredArrays
from newsgraph.stored.records import Head, LazyRecords, article_ids
from newsgraph.stored.remembered import near

_NEAR = 64
"""Records that are asked for again soon, and so are kept with what was decoded of them."""
_DECODERS = {
    name: (number, msgspec.msgpack.Decoder(sort).decode)
    for number, (name, sort) in enumerate(get_type_hints(Record).items())
}
_SIZES = struct.Struct(f"<{len(_DECODERS)}I")
"""How many bytes each layer has: so a record begins."""
_pack = msgspec.msgpack.Encoder().encode


class LayeredRecord:
    """As much of a `Record` as those who read one ask for."""

    def __init__(self, packed: bytes) -> None:
        self._packed = memoryview(packed)
        self._ends = tuple(accumulate(_SIZES.unpack_from(packed), initial=_SIZES.size))

    def __getattr__(self, name: str) -> Any:
        """A layer, decoded at the first call."""
        if name not in _DECODERS:
            raise AttributeError(name)
        number, decode = _DECODERS[name]
        found = self.__dict__[name] = decode(self._packed[self._ends[number] : self._ends[number + 1]])
        return found


def layered(records: Sequence[Record]) -> LazyRecords:
    """The same records, in a file of their own.

    Raises:
        OutputError: the disk is full.
    """
    file = tempfile.TemporaryFile(prefix="newsgraph-")  # noqa: SIM115 (open as long as a record may be asked for)
    arrays = StoredArrays()
    sizes = arrays.column(np.int64)
    try:
        for record in records:
            layers = [_pack(getattr(record, name)) for name in _DECODERS]
            sizes.append(np.array([file.write(_SIZES.pack(*map(len, layers)) + b"".join(layers))]))
        file.flush()
    except OSError as error:
        raise OutputError(
            f"{tempfile.gettempdir()}: can't hold the records ({error.strerror}); free some space, or set TMPDIR"
        ) from None

    starts = arrays.ends(*arrays.lay([sizes]))

    def read(place: int) -> LayeredRecord:
        start, end = starts[place : place + 2].tolist()
        file.seek(start)
        return LayeredRecord(file.read(end - start))

    def head(place: int) -> Head:
        record = read(place)
        return Head(record.article, record.made_by)

    found = LazyRecords(article_ids(records), cast("Any", near(read, _NEAR)), head)
    weakref.finalize(found, file.close)
    return found
