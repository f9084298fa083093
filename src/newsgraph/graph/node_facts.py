"""What is known of a node."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_NOTHING: tuple[object, ...] = (None, [], "")


def known_facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts that say something, as a number does, also 0; what is empty or not known does not."""
    return {name: value for name, value in facts.items() if value or value not in _NOTHING}
