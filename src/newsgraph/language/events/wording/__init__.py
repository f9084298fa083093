"""The words that the label of an event needs."""

from newsgraph.language.events.wording.phrases import Phrases

__all__ = ["Phrases"]
