"""Shards: which part of all articles, by content, for machines that share them out."""

from __future__ import annotations

from newsgraph.errors import SourceError

WHOLE = (1, 1)
"""The shard that is everything."""


def in_shard(digest: bytes, shard: tuple[int, int]) -> bool:
    """Whether a content belongs to a part, the i-th of n."""
    part, parts = shard
    return int.from_bytes(digest[:6]) % parts == part - 1


def shard_of(text: str) -> tuple[int, int]:
    """What `--shard` says, "2/8" as (2, 8).

    Raises:
        SourceError: it is no part of a whole.
    """
    part, _, parts = text.partition("/")
    if part.isdecimal() and parts.isdecimal() and 1 <= int(part) <= int(parts):
        return int(part), int(parts)
    raise SourceError(f"--shard {text}: write it as PART/PARTS, from 1/8 to 8/8")
