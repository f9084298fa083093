"""How many people were killed, injured, missing, detained or displaced, as a least and a greatest number."""

from __future__ import annotations

from collections.abc import Callable

from newsgraph.language.annotations import Counted
from newsgraph.language.english.syntax.parse import Frame, Parse
from newsgraph.records import MOST_PEOPLE

_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "couple": 2, "both": 2, "half-dozen": 6,
}  # fmt: skip
_SCALES = {
    "dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
_VAGUE = frozenset("dozens scores hundreds thousands several few many numerous multiple tens".split())
"""Words of quantity that say no number."""
_HARMS = {
    "kill": "killed", "slay": "killed", "murder": "killed", "massacre": "killed", "execute": "killed", "die": "killed",
    "perish": "killed", "assassinate": "killed", "behead": "killed", "slaughter": "killed", "drown": "killed",
    "lynch": "killed", "hang": "killed", "dead": "killed", "claim": "killed", "shoot": "",
    "wound": "injured", "injure": "injured", "hurt": "injured", "maim": "injured", "hospitalise": "injured",
    "hospitalize": "injured", "sicken": "injured",
    "arrest": "detained", "detain": "detained", "capture": "detained", "imprison": "detained", "jail": "detained",
    "kidnap": "detained", "abduct": "detained", "seize": "detained", "hold": "detained", "intern": "detained",
    "displace": "displaced", "evacuate": "displaced", "evict": "displaced", "flee": "displaced",
    "uproot": "displaced", "disappear": "missing", "vanish": "missing",
}  # fmt: skip
_STATES = {
    "dead": "killed", "killed": "killed", "wounded": "injured", "injured": "injured", "hurt": "injured",
    "missing": "missing", "homeless": "displaced", "displaced": "displaced",
}  # fmt: skip
_HARM_NOUNS = {
    "death": "killed", "killing": "killed", "murder": "killed", "execution": "killed", "assassination": "killed",
    "arrest": "detained", "detention": "detained", "kidnapping": "detained", "abduction": "detained",
    "injury": "injured", "fatality": "killed",
}  # fmt: skip
_HOLDING = frozenset(("hold", "seize", "capture"))
"""Verbs that detain people, but do other things to things."""
_DETAINING = frozenset(("COERCE", "ASSAULT", "ACCUSE", "SANCTION"))
"""Kinds that "hold", "seize" and "capture" must be of, to detain people."""
_DIGITS = len(str(MOST_PEOPLE))
"""Digits of a numeral that is read; a longer one is no number of people."""


class CountFinder:
    """Finds counts of people harmed in one doc."""

    def __init__(self, syntax: Parse, is_person: Callable[[int], bool], is_actor: Callable[[int], bool]) -> None:
        self.syntax = syntax
        self._is_person = is_person
        self._is_actor = is_actor

    def of(self, root: int, frame: Frame, verb: bool, kind: str) -> dict[str, Counted]:
        """The counts that a trigger's own arguments give."""
        syntax = self.syntax
        found: dict[str, Counted] = {}
        lemma = syntax.lemma[root]
        if verb:
            harm = _HARMS.get(lemma)
            if harm == "detained" and kind not in _DETAINING:
                harm = None
            if lemma in ("die", "perish", "drown", "disappear", "flee", "vanish"):
                heads = frame.subject or frame.object
            else:
                heads = frame.object
            if syntax.lower[root] == "missing":
                harm, heads = "missing", frame.subject
            if any(lemma_of in ("toll", "count") for lemma_of in (syntax.lemma[s] for s in frame.subject)):
                harm = "killed"
                heads = [w for name, w in frame.preps if name in ("to", "at", "above")] or frame.object
            if harm == "" and any(syntax.lower[c] == "dead" for c in syntax.children[root]):
                harm = "killed"
            if lemma in _HOLDING or harm == "displaced":
                heads = [h for h in heads if self._are_people(h)]
            if harm and (total := self._total(heads)) is not None:
                found[harm] = total
            if lemma in ("leave", "be", "report", "confirm", "find"):
                self._states(root, frame, found)
        elif (harm := _HARM_NOUNS.get(lemma)) is not None:
            number = self.number(root)
            if number is None:
                number = self._total([w for name, w in frame.preps if name == "of"])
            if number is not None and (harm != "killed" or lemma not in ("murder", "killing") or number):
                found[harm] = number
        return found

    def _states(self, verb: int, frame: Frame, found: dict[str, Counted]) -> None:
        """Count the states that a verb leaves or reports: "left six dead and ten others wounded"."""
        syntax = self.syntax
        words = [w for c in syntax.children[verb] if syntax.dep[c] not in ("nsubj", "advcl") for w in _below(syntax, c)]
        counted = -1
        for word in sorted(words):
            harm = _STATES.get(syntax.lower[word])
            if harm is None:
                continue
            number = self.number(word)
            if number is None and syntax.head[word] != verb and self.number(syntax.head[word]) is not None:
                number = self._total(self._with_those_before(syntax.head[word], counted))
            if number is None and syntax.dep[word] != "pobj":   # "besides the dead" is no state of the subject
                near = [c for c in syntax.children[word] if syntax.dep[c] in ("nsubj", "npadvmod", "dobj")]
                before = [w for w in (*frame.subject, *frame.object) if counted < w < word]
                number = self._total([w for n in near for w in self._with_those_before(n, counted)] or before)
            counted = word
            if number is not None:
                found.setdefault(harm, number)

    def _with_those_before(self, noun: int, after: int) -> list[int]:
        """A noun and those before it that it is coordinated with: "35 guerrillas and 5 soldiers"."""
        syntax = self.syntax
        first = noun
        while syntax.dep[first] == "conj" and syntax.pos[syntax.head[first]] in ("NOUN", "PROPN", "NUM"):
            first = syntax.head[first]
        return [w for w in syntax.conjuncts(first) if after < w <= noun]

    def _are_people(self, head: int) -> bool:
        """Whether a noun phrase, or what it is a number of, stands for people."""
        counted = self.syntax.counted(head)
        return any(map(self._is_actor, counted or [head])) or (self.syntax.pos[head] == "NUM" and not counted)

    def of_state(self, word: int) -> dict[str, Counted]:
        """The counts of "three dead", "20 wounded": a state with its number, beside it or above it."""
        syntax = self.syntax
        harm = _STATES.get(syntax.lower[word])
        if harm is None:
            return {}
        number = self.number(word)
        head = syntax.head[word]
        if number is None and head != word:
            number = self.number(head)
        return {} if number is None else {harm: number}

    def _total(self, heads: list[int]) -> Counted | None:
        syntax = self.syntax
        heads = [w for h in heads for w in (self._summed(h) if syntax.lemma[h] in ("total", "sum") else (h,))]
        least, most, any_number = 0, 0, False
        said: list[Counted] = []
        open_ended = several = told = False
        if any(map(self._is_actor, heads)):
            pos, lower = self.syntax.pos, self.syntax.lower
            heads = [h for h in heads if self._is_actor(h) or pos[h] == "NUM" or lower[h] in _VAGUE]
        for head in self._without_examples(heads):
            number = self.number(head)
            if number is None:
                if self._is_person(head) or (any_number and self.syntax.tag[head] == "NNP"):
                    number = Counted(1, 1)
                else:
                    several = several or (syntax.tag[head] in ("NNS", "NNPS") and self._is_actor(head))
                    continue
            else:
                told = True
            any_number = True
            said.append(number)
            least += number.least
            if number.most is None:
                open_ended = True
            else:
                most += number.most
        if not any_number or (several and not told):
            return None  # "the brothers, Osorio and Perez": nobody knows how many
        if max(least, most) >= MOST_PEOPLE:
            return None
        return Counted(least, None if open_ended else most, said[0].at if len(said) == 1 else None)

    def _summed(self, head: int) -> list[int]:
        """What a sum is of: "a total of six men and one woman"."""
        return [w for counted in self.syntax.counted(head) for w in self.syntax.conjuncts(counted)] or [head]

    def _without_examples(self, heads: list[int]) -> list[int]:
        """The heads without those that only say who was among those before: "four, among them a child"."""
        lower = self.syntax.lower
        for place, head in enumerate(heads[1:], 1):
            between = lower[heads[place - 1] + 1 : head]
            if "including" in between or ("among" in between and "them" in between):
                return heads[:place]
        return heads

    def number(self, head: int) -> Counted | None:
        """How many a noun phrase says: "at least 13 civilians" is 13 or more, "dozens" say no number."""
        syntax = self.syntax
        if head in syntax.times:
            return None
        if self._is_of_a_parent(head):
            return Counted(1, 1)
        if syntax.pos[head] == "NUM" and (value := _value(syntax, head)) is not None:
            return self._bounded(head, value)
        if syntax.lower[head] in _VAGUE:
            return None
        for c in syntax.children[head]:
            relation = syntax.dep[c]
            if c in syntax.times:
                continue
            if relation in ("nummod", "amod", "det", "quantmod", "compound", "nmod"):
                if syntax.lower[c] in _VAGUE and relation != "det":
                    return None
                if (syntax.pos[c] == "NUM" or syntax.lower[c] in ("a", "an", "couple")) and (
                    value := _value(syntax, c)
                ) is not None:
                    if syntax.lower[c] in ("a", "an") and not self._is_person(head):
                        continue
                    return self._bounded(c, value)
        return None

    def _is_of_a_parent(self, number: int) -> bool:
        """Whether a number only says how many children somebody has: "a mother of 12 killed in the crossfire"."""
        syntax = self.syntax
        of = syntax.head[number]
        if syntax.pos[number] != "NUM" or syntax.dep[number] != "pobj" or syntax.lower[of] != "of":
            return False
        parent = syntax.head[of]
        return syntax.tag[parent] == "NN" and self._is_person(parent)

    def _bounded(self, number: int, value: int) -> Counted:
        syntax = self.syntax
        at = _numeral_span(syntax, number)
        other = next((c for c in syntax.children[number] if syntax.dep[c] == "conj"), None)
        if other is not None and number > 0 and syntax.lower[number - 1] == "between":
            most = _value(syntax, other)
            return Counted(value, most if most is not None and most >= value else None, at)
        if number > 1 and syntax.lower[number - 1] in ("to", "-", "–", "or") and syntax.dep[number - 2] != "compound":
            least = _value(syntax, number - 2)
            if least is not None and least < value:
                return Counted(least, value, (number - 2, number + 1))
        around = {syntax.lower[c] for c in syntax.children[number]}
        around |= {syntax.lower[j] for j in range(max(0, number - 3), number)}
        if "up" in around and "to" in around:
            return Counted(1, value)
        if "fewer" in around or "less" in around:
            return Counted(0, value - 1)
        if "more" in around and "than" in around:
            return Counted(value, None, at)
        if "over" in around:
            return Counted(value, None, at)
        if "least" in around:
            return Counted(value, None, at)
        return Counted(value, value, at)


def _value(syntax: Parse, i: int) -> int | None:
    """The number that a numeral says, with the parts of it that stand before; None where it is more than people are."""
    value = _numeral(syntax, i)
    return None if value is None or value >= MOST_PEOPLE else value


def _numeral(syntax: Parse, i: int) -> int | None:
    lower = syntax.lower[i].replace(",", "")
    if lower.isdecimal():
        return int(lower) if len(lower) <= _DIGITS else None
    if (scale := _scale_of(syntax, i)) and lower.replace(".", "", 1).isdecimal():
        return round(float(lower) * scale) if len(lower) <= _DIGITS else None
    if lower in _WORDS:
        own = _WORDS[lower]
        for c in syntax.children[i]:
            tens = _WORDS.get(syntax.lower[c], 0)
            if c < i and own < 10 <= tens and tens % 10 == 0:
                own += tens
        return own
    if lower in _SCALES:
        return _scaled(syntax, i, _SCALES[lower])
    return None


def _scaled(syntax: Parse, i: int, scale: int) -> int | None:
    """What "hundred" or "million" says with the number before: "two hundred", "2.5 million"."""
    if i and "." in syntax.lower[i - 1] and (parted := _value(syntax, i - 1)) is not None:
        return parted
    parts = [c for c in syntax.children[i] if c < i]
    values = [value for c in parts if (value := _value(syntax, c)) is not None]
    if not values and any(syntax.lower[c][0].isdecimal() for c in parts):
        return None
    return (values[-1] if values else 1) * scale


def _numeral_span(syntax: Parse, i: int) -> tuple[int, int]:
    """The words of a numeral with the parts of it that stand before or behind: "twenty five", "2.5 million"."""
    if _scale_of(syntax, i) and "." in syntax.lower[i]:
        return i, i + 2
    if i and syntax.lower[i] in _SCALES and "." in syntax.lower[i - 1]:
        return i - 1, i + 1
    parts = [c for c in syntax.children[i] if c < i and _value(syntax, c) is not None]
    return min(_numeral_span(syntax, c)[0] for c in parts) if parts else i, i + 1


def _scale_of(syntax: Parse, i: int) -> int:
    """What a number with a point is a number of: "2.5 million"."""
    return _SCALES.get(syntax.lower[i + 1], 0) if i + 1 < syntax.size else 0


def _below(syntax: Parse, i: int) -> list[int]:
    found = [i]
    for word in found:
        found += syntax.children[word]
    return found
