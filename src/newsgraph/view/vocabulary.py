"""How kinds and ties are drawn and put into words on the page.

One table for Python and JavaScript: the page receives it as data, so that legend, panel and drawing agree.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class Kind(NamedTuple):
    """How a type of node is drawn."""

    category: str
    shape: str
    """A shape of vis-network that has its label outside; `page` is ours."""
    one: str
    many: str


KINDS = {
    "Person": Kind("actor", "dot", "Person", "People"),
    "Group": Kind("actor", "dot", "Group", "Groups"),
    "Organization": Kind("actor", "dot", "Organisation", "Organisations"),
    "Party": Kind("actor", "dot", "Party", "Parties"),
    "ArmedGroup": Kind("actor", "dot", "Armed group", "Armed groups"),
    "InternationalOrganization": Kind("actor", "dot", "International organisation", "International organisations"),
    "Country": Kind("country", "square", "Country", "Countries"),
    "Agency": Kind("agency", "hexagon", "Agency", "Agencies"),
    "Event": Kind("event", "diamond", "Event", "Events"),
    "Proposal": Kind("proposal", "star", "Proposal", "Proposals"),
    "Statement": Kind("statement", "triangle", "Statement", "Statements"),
    "Place": Kind("place", "triangleDown", "Place", "Places"),
    "Document": Kind("document", "page", "Document", "Documents"),
    "Other": Kind("other", "ring", "Other", "Others"),
    "Article": Kind("article", "page", "Article", "Articles"),
}

EVENT_KINDS = {
    "AGREE": ("Agreement", "verbal cooperation"),
    "CONSULT": ("Consultation", "verbal cooperation"),
    "SUPPORT": ("Support", "verbal cooperation"),
    "CONCEDE": ("Concession", "verbal cooperation"),
    "COOPERATE": ("Cooperation", "material cooperation"),
    "AID": ("Aid", "material cooperation"),
    "RETREAT": ("Retreat", "material cooperation"),
    "REQUEST": ("Request", "verbal cooperation"),
    "ACCUSE": ("Accusation", "verbal conflict"),
    "REJECT": ("Rejection", "verbal conflict"),
    "THREATEN": ("Threat", "verbal conflict"),
    "PROTEST": ("Protest", "material conflict"),
    "SANCTION": ("Sanction", "material conflict"),
    "MOBILIZE": ("Mobilisation", "material conflict"),
    "COERCE": ("Coercion", "material conflict"),
    "ASSAULT": ("Assault", "material conflict"),
    "SAY": ("Statement", "neutral"),
    "ELECT": ("Election", "neutral"),
    "APPOINT": ("Appointment", "neutral"),
    "RESIGN": ("Resignation", "neutral"),
    "DISASTER": ("Disaster", "neutral"),
    "OTHER": ("Other event", "neutral"),
}
"""Name and quad class of the kinds of event; a node's own `quad` comes first."""


class Tie(NamedTuple):
    """How a type of edge is drawn and read."""

    words: str
    """Read along the arrow as it is drawn: from words to."""
    backwards: bool
    """Drawn against the edge, so that arrows read actor → event → target."""
    tone: str
    """agent, target, support, oppose, place, relation, link, article."""


TIES = {
    "agent": Tie("does", True, "agent"),
    "participant": Tie("takes part in", True, "agent"),
    "target": Tie("is done to", False, "target"),
    "place": Tie("takes place in", False, "place"),
    "attributedTo": Tie("reports", True, "link"),
    "responseTo": Tie("is a response to", False, "link"),
    "causeOf": Tie("is a cause of", False, "link"),
    "partOf": Tie("is part of", False, "relation"),
    "reportedIn": Tie("is reported in", False, "article"),
    "proposedBy": Tie("proposes", True, "agent"),
    "addressedTo": Tie("is addressed to", False, "target"),
    "involves": Tie("involves", False, "link"),
    "supportedBy": Tie("supports", True, "support"),
    "opposedBy": Tie("rejects", True, "oppose"),
    "saidBy": Tie("says", True, "agent"),
    "about": Tie("is about", False, "link"),
    "reports": Tie("tells of", False, "link"),
    "expressedIn": Tie("is made in", False, "link"),
    "headOf": Tie("head of", False, "relation"),
    "memberOf": Tie("member of", False, "relation"),
    "roleAt": Tie("holds a post at", False, "relation"),
    "agencyOf": Tie("agency of", False, "relation"),
    "citizenOf": Tie("citizen of", False, "relation"),
    "basedIn": Tie("based in", False, "place"),
    "locatedIn": Tie("located in", False, "place"),
    "spouseOf": Tie("married to", False, "relation"),
    "kinOf": Tie("related to", False, "relation"),
    "alliedWith": Tie("allied with", False, "support"),
    "fightingAgainst": Tie("fighting against", False, "oppose"),
    "ownerOf": Tie("owner of", False, "relation"),
    "sameAs": Tie("same as", False, "relation"),
}


def kind_of(node_type: str) -> Kind:
    """How a type is drawn; one that is not known is drawn as Other under its own name."""
    return KINDS.get(node_type) or Kind("other", "ring", node_type, node_type)


def tie_of(edge_type: str) -> Tie:
    """How an edge type is drawn; one that is not known reads as its name."""
    return TIES.get(edge_type) or Tie(edge_type, False, "link")


def as_data(node_types: set[str], edge_types: set[str]) -> dict[str, Any]:
    """The part of the tables that a page needs."""
    known = [name for name in KINDS if name in node_types]
    kinds = [*known, *sorted(node_types - set(known))]
    return {
        "kinds": {name: kind_of(name)._asdict() for name in kinds},
        "ties": {name: tie_of(name)._asdict() for name in sorted(edge_types)},
        "events": {name: {"name": label, "quad": quad} for name, (label, quad) in EVENT_KINDS.items()},
    }
