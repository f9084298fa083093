"""Characters that no reader sees and that part words from themselves: soft hyphens, joiners, marks of direction.

They come with text that is copied out of web pages and word processors. Unicode calls them format characters.
"""

from __future__ import annotations

import re
from typing import Final

UNSEEN: Final = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
"""A character without width or ink of its own."""


def without_unseen(text: str) -> str:
    """Text without them."""
    return text if text.isascii() else UNSEEN.sub("", text)


def seen_offsets(text: str) -> list[int]:
    """Where each character that is seen stands in a text: what `without_unseen` leaves, by its offset there."""
    return [i for i, character in enumerate(text) if not UNSEEN.match(character)]
