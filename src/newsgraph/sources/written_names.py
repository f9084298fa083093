r"""Names of files as they are written in records, tables and messages, all of which are UTF-8.

A system like Linux lets a name be any bytes, and Python has a byte that is not UTF-8 as half of a surrogate pair, which
no file can hold. Such a byte is written `\xe9`, and a backslash that would begin the like is written `\x5c`: each name
is written in one way, and what is written is of one name.
"""

from __future__ import annotations

import os
import re
from typing import Final

_OF_BYTES: Final = os.sep == "/"
"""Whether names are bytes, and a backslash parts no folders."""
_ESCAPED: Final = re.compile(r"\\x(5c|[89a-f][0-9a-f])")
_HALVES: Final = re.compile(r"[\ud800-\udfff]")
_TO_ESCAPE: Final = re.compile(f"{_HALVES.pattern}|{_ESCAPED.pattern}") if _OF_BYTES else _HALVES


def written_name(path: str | os.PathLike[str]) -> str:
    """The name of a file as it is written; for nearly all it is the name itself."""
    return _TO_ESCAPE.sub(_escaped, os.fspath(path))


def true_name(written: str) -> str:
    """The name of a file as the system has it, from how it is written."""
    return _ESCAPED.sub(_byte, written) if _OF_BYTES else written


def shown_name(given: str) -> str:
    """Words that may name a file or something else, the bytes in them that are not UTF-8 written as in a name."""
    return _HALVES.sub(_escaped, given)


def _escaped(found: re.Match[str]) -> str:
    half = ord(found[0][0])
    if half == ord("\\"):
        return rf"\x5c{found[0][1:]}"
    return rf"\x{half - 0xDC00:x}" if 0xDC80 <= half <= 0xDCFF else rf"\u{half:x}"


def _byte(found: re.Match[str]) -> str:
    byte = int(found[1], 16)
    return chr(byte) if byte < 0x80 else chr(0xDC00 + byte)
