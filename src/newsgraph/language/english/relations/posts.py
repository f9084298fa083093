"""What posts a text gives a person, whether or not it names a body: "former President X", "Y, the chief prosecutor"."""

from __future__ import annotations

from newsgraph.language.annotations import Mention
from newsgraph.language.english.relations.role import Role
from newsgraph.language.english.relations.ties import Ties
from newsgraph.records import post_words

_KINDS = frozenset(("head", "post", "service", "occupation"))
"""Classes of roles that say something of a person also where no body is named."""


def note_posts(ties: Ties, role: Role, *, former: bool) -> None:
    """Note a role with its holders where it stands right before or after their names, as a title or an apposition."""
    if role.kind not in _KINDS or (role.plural and len(role.holders) < 2):
        return
    post = post_words(role.text, former=former, acting=role.acting)
    for holder in role.holders:
        known = holder.entity.roles
        if post not in known and _is_stated(ties, role, holder):
            known.append(post)


def _is_stated(ties: Ties, role: Role, holder: Mention) -> bool:
    """Whether a role is a title or an apposition, not something that is believed, hoped or denied of somebody."""
    syntax, text = ties.syntax, ties.words.text
    if role.end <= holder.start <= role.end + 2 and not {",", ";", ":", "("} & set(text[role.end : holder.start]):
        return True  # "Senators X and Y": the first
    apposed = (role.noun, holder.root), (holder.root, role.noun)
    return role.plural or any(syntax.dep[one] == "appos" and syntax.head[one] == other for one, other in apposed)
