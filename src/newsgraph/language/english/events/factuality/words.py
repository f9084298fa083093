"""Words that tell whether something happened, for the clauses and nouns of this folder."""

from __future__ import annotations

PHRASES = {
    "ahead of": "future", "in case of": "possible", "in the event of": "possible", "attempt at": "possible",
    "attempts at": "possible", "in hopes of": "possible", "in the hope of": "possible", "the eve of": "future",
    "run - up to": "future", "build - up to": "future", "runup to": "future", "buildup to": "future",
}  # fmt: skip
"""What compound prepositions say of the event behind them."""
SUBSTITUTES = {
    "instead of": "negated", "rather than": "negated", "in lieu of": "negated", "as opposed to": "negated",
    "much less": "negated", "let alone": "negated", "interest in": "possible",
}  # fmt: skip
"""What words say of a deed right behind them that the reader does not know of: "sent food instead of troops"."""
SHORT_OF = SUBSTITUTES | {"far from": "negated", "short of": "negated"}
"""What they say of a verb behind them: "far from signing it", not "far from fighting"."""
AT_NONE = frozenset(
    (
        ("at", "time"), ("at", "point"), ("at", "stage"), ("on", "occasion"), ("on", "account"),
        ("under", "circumstance"), ("under", "condition"), ("in", "way"), ("in", "sense"), ("by", "means"),
    )
)  # fmt: skip
"""Prepositions with the noun that negates a clause if there is none of it: "at no time"."""
GRADUAL = frozenset(
    "be destroy demolish flatten raze wreck ruin devastate obliterate annihilate decapitate sever vanish disappear "
    "empty exhaust deplete cripple paralyse paralyze halve double triple cover fill engulf surround encircle".split()
)
"""Verbs of what is done by degrees: "nearly destroyed" is much destroyed, "nearly killed" not killed."""
TRYING = frozenset("try attempt struggle strive seek fight race rush".split())
"""Verbs of who may not have reached it: what they tried to prevent may have happened."""
DONE = frozenset(
    "arrest capture death killing departure resignation appointment quarantine curfew lockdown recall "
    "inquiry enquiry probe investigation lawsuit sentence verdict agreement deal accord pact treaty truce ceasefire "
    "suspension".split()
)
"""Nouns of what has happened, or is done, when it is announced."""
GIVEN = frozenset("condolence sympathy apology congratulation thank praise".split())
"""Nouns of what is given when it is offered."""
MANNERS = frozenset("protest support solidarity retaliation response".split())
"""Nouns that behind "in" tell what a deed is for."""
UNSURE = frozenset(
    "hope fear doubt worry chance possibility speculation rumour rumor risk likelihood prospect wonder".split()
)
"""Words whose clause may come or not."""
URGING = frozenset("urge ask advise recommend suggest encourage request appeal call welcome caution warn".split())
"""Verbs by which who says "I would" does it."""
OPEN = frozenset(
    (
        ("open", "to"), ("vulnerable", "to"), ("liable", "to"), ("susceptible", "to"),
        ("depend", "on"), ("depend", "upon"), ("hinge", "on"), ("rest", "on"),
    )
)  # fmt: skip
"""Words with a preposition that leave open what stands behind it: "left himself open to prosecution"."""
BRINGING = frozenset((("take", "into"), ("bring", "into"), ("place", "under"), ("put", "under"), ("put", "on")))
"""Verbs with the preposition of the state that they bring about: "was not taken into custody"."""
UNTIL = frozenset(("when", "once", "until", "till", "before", "after"))
TERM = frozenset(("once", "until", "till"))
"""Words before what has to come first, in the past tense, too."""
AHEAD = frozenset("face await expect risk plan wait hope".split())
"""Verbs of which the end is still to come: "faces prison when he is sentenced"."""
GONE_BEFORE = frozenset(("after", "since", "despite", "following"))
"""Prepositions of what is done, whatever may come of it: "could face jail after pleading guilty"."""
TRIED = frozenset("test launch talk negotiation attempt bid siege strike raid".split())
"""Nouns of what was done without success if it failed."""
PLANNING = frozenset("plan schedule expect".split())
JOINT = frozenset("coordination cooperation consultation collaboration".split())
"""Nouns of how something is done."""
UNITS = frozenset("hour hours day days week weeks month months year years".split())
SPANS = UNITS | {"case", "package", "campaign"}
"""Nouns of how long or which it is: "a week of protests", "a possible case of arson"."""
MONEY = frozenset("dollar euro pound yen franc rupee ruble million billion $ € £".split())
"""Nouns of how much is given: "pledged ten million dollars in aid"."""
HAVING = frozenset(("have", "get"))
"""Verbs by which somebody lets something be done: "tried to have it banned"."""
WISHING = frozenset("want like love hope wish prefer expect".split())
"""Verbs of who is not content with what is."""
IMPLICATIVE = frozenset(
    "begin start continue come manage proceed go use get prove happen help succeed rush move have grow say report "
    "know find show see make claim confirm serve turn remain choose elect resume rise combine cause lead prompt force "
    "compel oblige".split()
)
"""Verbs whose infinitive is as true as they are."""
HOLDING = frozenset("holding staging conduct imposition lifting signing resumption".split())
"""Nouns that say of an event that somebody lets it be: "proposed the holding of a summit"."""
HAPPENING = frozenset("begin start happen occur take come continue end follow open resume set erupt break".split())
COMING = HAPPENING | frozenset("be approach hit strike reach arrive".split())
"""Verbs of what is to happen or come: "a march expected to start at noon"."""
LEADING = frozenset(("to", "into", "by", "with"))
"""Prepositions before what a verb leads to or needs: "could lead to war", "with support it could"."""
RESULTING = frozenset(("result", "end", "culminate"))
GOING_ON = frozenset(("underway", "ongoing", "over", "continuing", "under"))
FACTIVE = frozenset(("like", "believe", "think", "agree", "decide"))
ACCUSING = frozenset("accuse blame charge suspect indict allege implicate denounce".split())
"""Verbs of which the deed is a claim: "accused of arming the rebels"."""
JUDGING = ACCUSING | {"acquit", "clear", "absolve", "try"}
EXCLUDING = frozenset("rule reject refuse oppose ban prohibit forbid bar discourage dissuade".split())
"""Verbs that say only that something is not wanted: who does not rule out a strike has made none."""
BACKING = frozenset(("support", "favour", "favor", "back", "endorse", "approve", "authorise", "authorize"))
"""Verbs whose object is wanted if it is new, and there if it is known: "backs a ban", "backs the ban"."""
KNOWN = frozenset(("the", "this", "that", "these", "those"))
ENDING = frozenset("stop end halt suspend cease abandon pause discontinue".split())
"""What is to end is going on, whether it will be ended or not."""
CIRCUMSTANCE = frozenset("after before since by upon on despite while through following besides".split())
"""Prepositions whose clause is no content of the verb above: "asked for help after losing the town"."""
LAST = frozenset("last previous past recent earlier latest yesterday former old current ongoing".split())
"""Modifiers of what has been."""
AT = frozenset("at during in from throughout".split())
"""Prepositions between what happened and the occasion at which it did."""
TAKING_PART = frozenset("attend join host hold contest fight win lose chair address open boycott start begin".split())
"""Verbs of what people do with an occasion at its time."""
OCCASIONS = frozenset(("CONSULT", "ELECT"))
"""Kinds of what is arranged and told of before it is held."""
JUDGED = frozenset("wrong right foolish unwise mistaken brave stupid".split())
"""What is said of one for what he did: "was wrong to dismiss her"."""
