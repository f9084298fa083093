"""What stands behind the word of an event and belongs to it, in the article's words: "heaped | praise on the mayor".

It ends where a phrase ends, leaves out days, asides and clauses that tell something else, and names whom a pronoun
means.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from newsgraph.language.annotations import Mention
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.words import Words

LONGEST = 18
"""Words of what is kept; what is longer ends at a phrase before, or is cut there."""
_OTHERWISE = frozenset("advcl parataxis cc conj punct discourse intj nsubj nsubjpass csubj mark meta dep".split())
"""What hangs on a verb and is none of its complements."""
_ASIDE = frozenset(("relcl", "appos", "parataxis", "advcl", "discourse", "intj", "meta"))
"""What a phrase can do without."""
_CIRCUMSTANCES = frozenset(
    "after ahead amid although before because despite during following since though throughout unless until upon "
    "when whereas while within according due owing given per unlike besides".split()
)
"""Words that lead to when, why and in spite of what."""
_ADVERBS_OF_TEXT = frozenset(
    "also however already then now still meanwhile earlier later recently yesterday today tomorrow again therefore "
    "thus instead yet once ago soon too just even only here there".split()
)
_MEASURING = frozenset(("only", "too", "even"))
_LEADING = frozenset("ADP DET CCONJ PART ADJ NUM SCONJ AUX".split())
"""Words that lead to the next one, with which no phrase ends."""
_SPEAKING = frozenset("mine myself ours ourselves you your yours yourself".split())
_ITSELF = frozenset("himself herself itself themselves who whom whose which that".split())
_TITLES = frozenset("Mr Mrs Ms Miss Dr Mr. Mrs. Ms. Dr.".split())
_WHICH = frozenset(
    "those anyone anybody everyone everybody whoever anything everything something way extent moment".split()
)
"""Words that mean nobody and nothing without the clause behind them."""
_ANY = frozenset("any every each all no".split())
"""Words before a noun by which it means everybody without the clause behind it."""
_HYPHENS = (["-"], ["–"])
_STOPS = frozenset(", ; : - – — …".split())
_POINTING = frozenset(("this", "that", "these", "those"))


class Complements:
    """What the events of one doc take."""

    def __init__(self, syntax: Parse, words: Words, mentions: Iterable[Mention]) -> None:
        self.syntax = syntax
        self._words = words
        self._at = {m.start: m for m in mentions if m.form == "name" or (m.form == "pronoun" and self._is_opaque(m))}
        near = sorted({c for i in syntax.times for c in (i - 1, i, syntax.head[i])})
        self._when = frozenset(c for c in near if c >= 0 and self._is_time(c))
        """The words with which what tells when begins or hangs on others."""
        self._before_when = frozenset(c for c in near if c >= 0 and self._is_before_time(c))
        self._phrases: dict[int, list[int]] = {}

    def _is_opaque(self, pronoun: Mention) -> bool:
        """Whether only who reads the article knows whom a pronoun means."""
        syntax, i = self.syntax, pronoun.start
        lower = syntax.lower[i]
        own = lower in _SPEAKING or lower in _ITSELF
        return pronoun.end == i + 1 and syntax.tag[i] in ("PRP", "PRP$") and not own

    def behind(
        self, trigger: range, *, left_out: Collection[int] = (), wanted: Collection[int] = (),
        own: Collection[int] = (), of_person: bool = False, longest: int = LONGEST,
    ) -> str:
        """What stands behind the words of an event.

        Args:
            trigger: its words.
            left_out: words of which nothing is kept that stands right under the trigger.
            wanted: words that are kept whatever they are.
            own: the identities of the entities that the label names before it: a pronoun for one of them stays.
            of_person: whether the label names a person before it: "his" may be theirs, and stays.
            longest: how many words are kept.
        """
        kept: list[int] = []
        for c in self._tops(trigger):
            if c not in wanted and (c in left_out or not self._is_taken(c)):
                continue
            phrase = [i for i in self.phrase(c) if i >= trigger.stop]
            asked = c in wanted
            if kept and not asked and (len(kept) + len(phrase) > longest or self._is_parted(kept[-1], phrase)):
                if wanted and max(wanted) > c:
                    continue  # what is wanted comes behind an aside
                break
            kept += phrase
        return self.text(kept, own=own, of_person=of_person, longest=longest)

    def _is_parted(self, last: int, phrase: list[int]) -> bool:
        """Whether a comma or the like stands between what is kept and a phrase: who reads on reads something else."""
        return bool(phrase) and any(self._words.text[i] in _STOPS for i in range(last + 1, phrase[0]))

    def _tops(self, trigger: range) -> list[int]:
        """The words right under those of an event that stand behind it, in the order of the text."""
        children = self.syntax.children
        return sorted({c for word in trigger for c in children[word] if c >= trigger.stop})

    def _is_taken(self, c: int) -> bool:
        """Whether what hangs on a verb or noun belongs to what it says."""
        syntax = self.syntax
        dep, lower = syntax.dep[c], syntax.lower[c]
        if dep == "advcl" and (self._is_purpose(c) or self._is_condition(c)):
            return True
        if dep in _OTHERWISE or dep in _ASIDE or c in self._when or lower in _CIRCUMSTANCES:
            return False
        if dep in ("advmod", "npadvmod"):
            return not syntax.children[c] and lower not in _ADVERBS_OF_TEXT and not syntax.tag[c].startswith("W")
        return True

    def _is_purpose(self, c: int) -> bool:
        """Whether a clause says to what end: "fired tear gas to disperse them"."""
        syntax = self.syntax
        first = syntax.left[c]
        return syntax.tag[first] == "TO" and syntax.head[first] == c

    def _is_condition(self, c: int) -> bool:
        """Whether a clause says on what condition: "to hold fire unless they are attacked"."""
        lower = self.syntax.lower
        return any(lower[k] in ("if", "unless") and lower[k - 1] not in ("even", "as") for k in self.syntax.children[c])

    def _is_needed(self, c: int, word: int) -> bool:
        """Whether an aside says something without which its word says too much: "any villager who shelters them"."""
        syntax = self.syntax
        dep = syntax.dep[c]
        if dep == "advcl" and (self._is_purpose(c) or self._is_condition(c)):
            return True
        if dep == "relcl" and self._words.text[syntax.left[c] - 1] not in _STOPS:
            any_of = any(syntax.lower[k] in _ANY for k in syntax.children[word] if k < word)
            return any_of or syntax.lower[word] in _WHICH
        return self._is_name_of(c)

    def _is_time(self, c: int) -> bool:
        """Whether a phrase tells when."""
        syntax = self.syntax
        preposition = c if syntax.dep[c] == "prep" else syntax.head[c]
        if syntax.lower[max(0, preposition - 2) : preposition] == ["first", "time"]:
            return False  # "for the first time in three days" is not for the first time
        if c in syntax.times:
            return syntax.dep[c] not in ("compound", "amod", "nummod", "poss")
        return syntax.dep[c] == "prep" and syntax.child(c, "pobj") in syntax.times

    def _is_before_time(self, c: int) -> bool:
        """Whether a preposition stands before a time that is left out: "since | 9/11"."""
        alone = self.syntax.pos[c] in ("ADP", "SCONJ") and not self.syntax.children[c]
        return alone and c + 1 in self._when

    def phrase(self, word: int) -> Sequence[int]:
        """A word with what belongs to it, in the order of the text, without what it can do without."""
        known = self._phrases.get(word)
        if known is None:
            known = self._phrases[word] = self._find_phrase(word) if self.syntax.children[word] else [word]
        return known

    def _find_phrase(self, word: int) -> list[int]:
        found = {word}
        self._gather(word, found)
        low, high = min(found), max(found)
        inside = found.__contains__
        pos = self.syntax.pos
        return [
            i for i in range(low, high + 1)
            if inside(i) or (pos[i] in ("PUNCT", "SYM") and inside(i - 1) and inside(i + 1))
        ]  # fmt: skip

    def _gather(self, word: int, found: set[int]) -> None:
        syntax = self.syntax
        for c in syntax.children[word]:
            dep = syntax.dep[c]
            aside = dep in _ASIDE and not self._is_needed(c, word)
            if dep == "punct" or aside or c in self._when or c in self._before_when:
                continue
            if dep == "conj" and not self._is_joined(word, c):
                continue
            if dep == "cc" and not any(self._is_joined(word, o) for o in syntax.children[word]
                                       if o > c and syntax.dep[o] == "conj"):
                continue
            if dep == "advmod" and syntax.lower[c] in _ADVERBS_OF_TEXT and not self._is_how_much(c):
                continue
            if dep == "acl" and syntax.tag[c] == "VBN" and self._words.text[c - 1] == ",":
                continue
            found.add(c)
            if syntax.children[c]:
                self._gather(c, found)

    def _is_how_much(self, c: int) -> bool:
        """Whether an adverb says how much or how far: "too much", "not only", "only six", not "he too"."""
        lower = self.syntax.lower
        return lower[c] in _MEASURING and (c < self.syntax.head[c] or lower[c - 1] == "not")

    def _is_name_of(self, c: int) -> bool:
        """Whether a name stands right behind what it names: "fast bowler | Ida Lund"."""
        syntax, first = self.syntax, self.syntax.left[c]
        named = syntax.dep[c] == "appos" and syntax.tag[c] == "NNP" and c > syntax.head[c]
        return named and first == syntax.head[c] + 1 and syntax.pos[syntax.head[c]] == "NOUN"

    def _is_joined(self, word: int, other: int) -> bool:
        """Whether a word is joined to another one as its equal: a clause with a subject of its own is not."""
        syntax = self.syntax
        if syntax.pos[other] in ("VERB", "AUX"):
            alone = syntax.pos[word] in ("VERB", "AUX") and syntax.child(other, "nsubj", "nsubjpass") is None
            return alone and self._is_of_one_form(word, other)
        return syntax.pos[word] not in ("VERB", "AUX")

    def _is_of_one_form(self, verb: int, other: int) -> bool:
        """Whether two verbs may share what stands before the first: "to ask … and threatening" may not."""
        syntax = self.syntax
        first, second = syntax.tag[verb], syntax.tag[other]
        if first not in ("VB", "VBG"):
            return True
        tense = any(
            syntax.tag[c] in ("MD", "VBZ", "VBP", "VBD") for c in syntax.children[other]
            if c < other and syntax.dep[c] in ("aux", "auxpass")
        )  # fmt: skip
        own = any(syntax.tag[c] in ("MD", "TO") for c in syntax.children[verb] if c < verb)
        if first == "VB":
            return second in ("VB", "VBP", "NN") and (not tense or not own)
        return second not in ("VB", "VBZ", "VBP", "VBD") and not tense

    def text(
        self, kept: Sequence[int], *, own: Collection[int] = (), of_person: bool = False, longest: int = LONGEST
    ) -> str:
        """Words as a text: cut behind a phrase where they are many, without what points to what is not seen."""
        cut = self._cut(kept, longest)
        if not cut:
            return ""
        words = self._words
        pointing = self.syntax.dep[cut[0]] == "det" and words.lower[cut[0]] in _POINTING and len(cut) > 1
        named = self._names_of(cut, set(own), of_person)
        if not (named or pointing) and cut[-1] - cut[0] < len(cut):
            text = words.span(cut[0], cut[-1] + 1)
        else:
            parts: list[str] = []
            before = cut[0]
            for i in cut:
                if i != before and (i != before + 1 or words.space[before]):
                    parts.append(" ")
                parts.append(named[i] if i in named else words.text[i])
                before = i
            if pointing:
                parts[0] = "the"
            text = " ".join("".join(parts).split())
        text = _without_halves(text)
        return f"{text}…" if len(cut) < len(kept) and len(kept) > longest else text

    def _names_of(self, words: list[int], known: set[int], of_person: bool) -> dict[int, str]:
        """What stands for words that a reader of the label alone does not understand: pronouns, "Mr Brown"."""
        inside = set(words)
        if inside.isdisjoint(self._at):
            return {}
        found: dict[int, str] = {}
        for i in words:
            mention = self._at.get(i)
            if mention is None or id(mention.entity) in known:
                continue
            if of_person and self.syntax.tag[i] == "PRP$" and self.syntax.lower[i] in ("his", "her"):
                continue
            if mention.form == "pronoun":
                name = self._name_for(mention)
            else:
                name = mention.entity.name if self._is_part_of_name(mention, inside) else ""
                title = mention.start - 1
                if name and title in inside and self._words.text[title] in _TITLES:
                    found[title] = ""
                found |= dict.fromkeys(range(mention.start + 1, mention.end), "") if name else {}
            if name:
                found[i] = name
            known.add(id(mention.entity))
        return found

    def _name_for(self, pronoun: Mention) -> str:
        """The name of whom a pronoun means."""
        name = pronoun.entity.name
        if self.syntax.tag[pronoun.start] != "PRP$":
            return name
        return f"{name}{'’' if name.endswith('s') else '’s'}" if pronoun.entity.named else ""

    def _is_part_of_name(self, mention: Mention, inside: Collection[int]) -> bool:
        """Whether a person is named by a part of the name alone."""
        words, name = self._words.text[mention.start : mention.end], mention.entity.name.split()
        words = words[words[0] in _TITLES :]
        return (
            mention.kind == "Person" and len(words) < len(name) and words == name[-len(words) :]
            and self.syntax.dep[mention.root] != "compound"  # "other Brown shareholders"
            and all(i in inside for i in range(mention.start, mention.end))
        )  # fmt: skip

    def _cut(self, kept: Sequence[int], longest: int) -> list[int]:
        """The words as far as they are not too many, up to the end of a phrase."""
        cut = list(kept[:longest])
        syntax = self.syntax
        while cut and len(cut) < len(kept) and (syntax.pos[cut[-1]] in _LEADING or syntax.head[cut[-1]] > cut[-1]):
            cut.pop()
        while cut and not self._words.space[cut[-1]] and self._words.text[cut[-1] + 1 : cut[-1] + 2] in _HYPHENS:
            cut.pop()  # "Stockton | -on-Tees"
        while cut and syntax.pos[cut[-1]] in ("ADP", "CCONJ", "DET", "PUNCT", "SCONJ"):
            if syntax.dep[cut[-1]] == "prt" or self.is_stranded(cut[-1]):
                break
            cut.pop()
        return cut

    def is_stranded(self, word: int) -> bool:
        """Whether a preposition has nothing behind it, for that stands before: "an option to be looked at"."""
        syntax = self.syntax
        if syntax.dep[word] != "prep" or not syntax.is_verb(syntax.head[word]):
            return False
        return all(c < word for c in syntax.children[word])


_OPENING = re.compile(r"(?<![^\s(])['‘](?=\w)")
_CLOSING = re.compile(r"[\w.,!?]['’](?!\w)")
_QUOTES = re.compile(r"[\"“”„‟]")


_PAIRED = re.compile(r"[<>\"“”„‟'’‘]")


def _without_halves(text: str) -> str:
    """A text without the quotation marks and angles that have lost their other half."""
    if not _PAIRED.search(text):
        return text
    text = text if text.count("<") == text.count(">") else text.replace("<", "").replace(">", "")
    closed = text.count('"') % 2 == 0 and text.count("“") == text.count("”")
    text = text if closed else _QUOTES.sub("", text)
    return text if _CLOSING.search(text) else _OPENING.sub("", text)

