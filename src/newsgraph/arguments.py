"""What public functions take: a value of another type ends in one line where it was given, not deep inside."""

from __future__ import annotations

import functools
import inspect
import os
from collections.abc import Callable, Iterable, Mapping
from numbers import Real
from typing import Any, NamedTuple, Protocol

from newsgraph.errors import ArgumentError


class Kind(NamedTuple):
    """A sort of values."""

    what: str
    """In words."""
    fits: Callable[[Any], bool]


class Checks(Protocol):
    """What makes a function look at its arguments first."""

    def __call__[**P, T](self, function: Callable[P, T]) -> Callable[P, T]:
        """The function, which raises an `ArgumentError` for a value of another kind."""


def takes(**kinds: Kind) -> Checks:
    """Let a function say which kinds its arguments are of; of those that it takes with `*` each."""

    def checked[**P, T](function: Callable[P, T]) -> Callable[P, T]:
        signature = inspect.signature(function)
        several = {p.name for p in signature.parameters.values() if p.kind is p.VAR_POSITIONAL}

        @functools.wraps(function)
        def run(*args: P.args, **options: P.kwargs) -> T:
            try:
                given = signature.bind(*args, **options).arguments
            except TypeError:
                return function(*args, **options)  # which says it in its own words
            for name, kind in kinds.items():
                values: Any = () if name not in given else given[name] if name in several else (given[name],)
                for value in values:
                    if not kind.fits(value):
                        raise ArgumentError(f"{name}: {value!r:.60} does not fit; give {kind.what}")
            return function(*args, **options)

        return run

    return checked


def or_none(kind: Kind) -> Kind:
    """The same, or None."""
    return Kind(f"{kind.what}, or None", lambda value: value is None or kind.fits(value))


def _is_text(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:  # halves of characters, as of a name that is not in UTF-8
        return False
    return True


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_share(value: Any) -> bool:
    return isinstance(value, Real) and 0 <= float(value) <= 1


def _is_path(value: Any) -> bool:
    return isinstance(value, str | os.PathLike) and "\0" not in str(os.fspath(value))


def all_of(what: str, kind: type) -> Kind:
    """Lists of values of a type."""
    return Kind(what, lambda value: _are(value, lambda item: isinstance(item, kind)))


def _are(value: Any, fits: Callable[[Any], bool]) -> bool:
    """Whether it is a list of such; what can be gone through only once is not looked at."""
    if isinstance(value, str | bytes | os.PathLike | Mapping) or not isinstance(value, Iterable):
        return False
    return iter(value) is value or all(map(fits, value))


def _is_claim(value: Any) -> bool:
    return _is_text(value) or (isinstance(value, tuple | list) and len(value) == 3 and all(map(_is_text, value)))


def _is_part(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and all(map(_is_whole, value))


TEXT = Kind("a text", _is_text)
CLAIM = Kind("the name or key of a node, or a tie as (node, type, node)", _is_claim)
NAME = Kind("a name, one by one", lambda value: isinstance(value, str))
NAMES = Kind("a list of names", lambda value: _are(value, lambda item: isinstance(item, str)))
PATH = Kind("a path", _is_path)
PATHS = Kind("a list of paths", lambda value: _are(value, _is_path))
COUNT = Kind("a whole number from 1 on", lambda value: _is_whole(value) and value > 0)
SHARE = Kind("a number from 0 to 1", _is_share)
PART = Kind("two whole numbers, (PART, PARTS), as (1, 8)", _is_part)
FIELDS = Kind("a dictionary of names by fields, as {'text': 'body'}", lambda value: isinstance(value, Mapping))
READING = {
    "model": TEXT, "knowledge": PATHS, "lexicon": PATHS, "jobs": COUNT, "fields": or_none(FIELDS), "shard": PART,
}  # fmt: skip
"""What all that read articles take."""
