"""Bodies called by their initials."""

from __future__ import annotations

from newsgraph.resolve.entities.short_names import is_acronym_of


def test_acronyms() -> None:
    assert is_acronym_of("NPA", "National Ports Agency")
    assert is_acronym_of("BOE", "Bureau of Elections")
    assert not is_acronym_of("NPA", "National Ports Authority Board")
