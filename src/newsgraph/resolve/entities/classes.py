"""The class of each kind of entity."""

from __future__ import annotations

from collections.abc import Sequence

from newsgraph.resolve.entities.article_entities import ArticleEntity

CLASSES = {
    "Person": "person", "Group": "group", "Country": "place", "Place": "place", "Agency": "organization",
    "InternationalOrganization": "organization", "Party": "organization", "ArmedGroup": "organization",
    "Organization": "organization", "Event": "event", "Document": "document", "Other": "other",
}
"""The class of each kind: what may be one is of one class."""


def class_of(group: Sequence[ArticleEntity]) -> str:
    """The class of entities that are one."""
    return CLASSES.get(group[0].entity.kind, "other")
