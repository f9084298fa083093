"""What is wanted done, or is wished to be seen: "want the road repaired", "want to see an end to the war"."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.proposals.cues import Draft, limit
from newsgraph.language.proposals.objects import draft_of
from newsgraph.language.proposals.spans import clause_parts, end_of_content, noun_content
from newsgraph.language.syntax.parse import Parse


def wanted_done(parse: Parse, verb: int) -> Draft | None:
    """Want something done."""
    for c in parse.children[verb]:
        if c > verb and parse.dep[c] in ("ccomp", "xcomp", "oprd") and parse.tag[c] in ("VBN", "VBD"):
            subject = parse.child(c, "nsubj", "nsubjpass")
            if subject is None:
                subject = parse.child(verb, "dobj")
            if subject is not None and verb < subject < c:
                start = parse.left[subject]
                return draft_of(
                    (verb, verb + 1), (start, end_of_content(parse, start, parse.right[c] + 1)), "urge", verb
                )
    return None


def wish_to_see(parse: Parse, notes: Annotations, verb: int, see: int) -> Draft | None:
    """Want to see something done; want to see an end to something."""
    for c in parse.children[see]:
        if c < see or parse.dep[c] not in ("ccomp", "dobj"):
            continue
        if parse.dep[c] == "ccomp":
            content, addressees = clause_parts(parse, notes, c)
            if content[0] > see:
                return draft_of((verb, see + 1), content, "urge", verb, addressees)
        elif parse.lemma[c] in limit("measure") | limit("stopping"):
            content, addressees = noun_content(parse, notes, c)
            return draft_of((verb, see + 1), content, "urge", verb, addressees)
    return None
