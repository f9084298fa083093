"""At whom a verb is directed by its clause: "asked the union to call it off", "threatened to expel the envoys"."""

from __future__ import annotations

from newsgraph.language.english.events.coding import MUTUAL, Coded
from newsgraph.language.english.events.roles.actors import Actors


def is_content(who: Actors, clause: int) -> bool:
    """Whether a clause says what is asked, threatened or agreed: "that", "to", "for X to"."""
    syntax = who.syntax
    if syntax.dep[clause] in ("ccomp", "xcomp"):
        return True
    return syntax.dep[clause] == "advcl" and any(
        syntax.dep[c] == "mark" and syntax.lower[c] == "for" for c in syntax.children[clause]
    )


def of_complement(who: Actors, clause: int, coded: Coded) -> list[int]:
    """Who is to do what is asked for; else whom what is agreed, refused or threatened would concern."""
    syntax, kind = who.syntax, coded.act
    own = [
        word for c in syntax.children[clause] if syntax.dep[c] in ("nsubj", "nsubjpass") for word in syntax.conjuncts(c)
    ]
    infinitive = syntax.is_infinitive(clause)
    own = [word for word in own if syntax.lower[word] != "it"]
    if own and (kind in ("REQUEST", "ACCUSE") or (infinitive and kind in ("CONCEDE", "COERCE", "AID"))):
        undergone = all(syntax.dep[word] == "nsubjpass" for word in own)
        way = "of passive clause" if undergone else "of clause"
        return coded.found(way, [actor for word in own for actor in who.actors_at(word)])
    inner = who.coded.get(clause)
    if infinitive and kind in ("REJECT", "THREATEN") and inner is not None and inner.event.kind == "OTHER":
        concerned = [] if inner.frame.passive else [*inner.frame.dative, *inner.frame.object]
        behind = [w for name, w in inner.frame.preps if name in ("to", "on", "against", "with")]
        somebody = any(who.is_actor(w) or who.is_named(w) for w in concerned)
        concerned = concerned if somebody or inner.frame.passive else behind
        found = [w for w in concerned if (who.is_actor(w) or who.is_named(w)) and w not in coded.agents]
        return coded.found("concerned", found)
    finite = syntax.tag[clause] in ("VBD", "VBZ", "VBP") or (
        syntax.tag[clause] == "VBN" and any(syntax.lemma[c] == "have" for c in syntax.children[clause])
    )
    if inner is None or finite:
        return []
    helping = kind == "AGREE" and inner.act in ("AID", "SUPPORT")
    if not helping and kind in ("AGREE", "CONCEDE", "REQUEST") and inner.act not in MUTUAL:
        return []
    who.fill(inner)
    return [t for t in inner.targets if (who.is_actor(t) or who.is_named(t)) and t not in coded.agents]
