"""What the rules of roles share: the actors of a doc, and a way to ask for the participants of another event."""

from __future__ import annotations

from abc import ABC, abstractmethod

from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.roles.actors import Actors


class RoleFilling(Actors, ABC):
    """The actors and events of a doc, any of which can be asked who took part in it."""

    @abstractmethod
    def fill(self, coded: Coded) -> None:
        """Find the agents and targets of an event, once."""
