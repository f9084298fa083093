"""What PLOVER says of acts that are promised, threatened, refused or demanded rather than done, event by event."""

from __future__ import annotations

from newsgraph.language.english.events.kinds.contents import take_content, take_undone
from newsgraph.language.english.events.kinds.intentions import take_intention
from newsgraph.language.english.events.roles.roles import Roles


def apply_plover(roles: Roles) -> None:
    """Change the kinds of the coded events of a doc where PLOVER does."""
    events = sorted(roles.coded.items(), key=lambda item: item[0])
    for i, coded in events:
        if coded.verb:
            take_intention(roles, i, coded)
    for i, coded in events:
        take_content(roles, i, coded)
    for i, coded in events:
        take_undone(roles, i, coded)
