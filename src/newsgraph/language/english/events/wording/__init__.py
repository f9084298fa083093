"""The words that the label of an event needs."""

from newsgraph.language.english.events.wording.phrases import Phrases

__all__ = ["Phrases"]
