"""What is said, as a label quotes it."""

from __future__ import annotations

import re

LONGEST = 20
"""Words that are quoted."""
_SHORTEST = 8
"""Words from which a part of a sentence is worth quoting alone."""
_INNER = re.compile(r"[\"“”„‟]")
_REPORT = re.compile(r"(?<=[,?!])[\"“”'’ ]+(?:\w+ ){1,3}(?:said|says|added)$")
"""Who says it, behind it."""
_CONDITIONS = frozenset("if when while although though because since as after before unless until".split())
_SHORT = re.compile(r"[\W_]*(?:(?:[A-Za-z]\.)+|(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Prof|No|vs)\.)$")
"""What ends with a point that ends no sentence."""
_EDGES = " \n,.;"


def quoted(text: str) -> str:
    """The beginning of what is said, in quotation marks: whole sentences, else up to a comma, else as many words."""
    text = _REPORT.sub("", text.strip(_EDGES)).strip(_EDGES)
    marks = _INNER.findall(text)
    if len(marks) % 2 or (len(marks) == 2 and _INNER.match(text) and _INNER.match(text[-1])):
        text = _INNER.sub("", text)  # it is quoted as a whole, or a part of it is, of which the rest is not here
    words = _INNER.sub("'", text.strip(_EDGES)).split()
    if words and words[0].lower() == "that":
        words = words[1:]
    if len(words) <= LONGEST:
        return f"“{' '.join(words)}”" if words else ""
    kept = words[:LONGEST]
    for ends, least in ((".!?", 3), (",;:", _SHORTEST)):
        stop = max((n for n, word in enumerate(kept, 1) if word[-1] in ends and not _SHORT.match(word)), default=0)
        if ends == ",;:" and kept[0].lower() in _CONDITIONS and not any(w[-1] in ends for w in kept[: stop - 1]):
            continue  # the point comes behind the condition
        if stop >= least:
            return f"“{' '.join(kept[:stop]).rstrip(',;:')}{'…' if ends != '.!?' else ''}”"
    return f"“{' '.join(kept)}…”"


def closed(text: str) -> str:
    """A text with the mark that ends what is quoted at its end, where that was cut off."""
    if text.count("“") == text.count("”") + 1:
        return f"{text}”"
    return f'{text}"' if text.count('"') % 2 else text
