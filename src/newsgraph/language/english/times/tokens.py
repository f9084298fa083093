"""The words of one text as the grammar of time sees them, with the lexicon at hand."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from newsgraph.language.english.times.lexicon import TimeWords, time_words
from newsgraph.language.words import words_of


@cache
def _numbers(name: str) -> dict[str, int]:
    return time_words().numbers(name)


_NAMES = frozenset("april may june august march".split())
_BEFORE_NOUN = frozenset("the a an its 's ’s".split())
_BEFORE_MONTH = frozenset(
    "in since by until till from of during through to for before after between late early mid last next this past "
    "as and or the a an its 's ’s ( - – — , every each around".split()
)


class TimeTokens:
    """Lower-cased tokens and the classes of words."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.low = words_of(doc).lower
        words: TimeWords = time_words()
        self.words = words
        self.month = _numbers("month")
        self.month_short = _numbers("month_short")
        self.weekday = _numbers("weekday")
        self.weekday_short = _numbers("weekday_short")
        self.deictic = _numbers("deictic")
        self.numbers = _numbers("number")
        self.ordinal = _numbers("ordinal")
        self.decades = _numbers("decade_name")
        self.season = words.of("season")
        self.parts = words.of("part")
        self.unit = words.of("unit")
        self.units = words.of("units")
        self.vague = words.of("vague")
        self.references = words.of("reference")
        self.sets = words.of("set")
        self.relative = words.of("relative")
        self.modifiers = words.of("modifier")
        self.edges = words.of("edge")
        self.clock_name = words.of("clock_name")
        self.zones = words.of("zone")

    def at(self, i: int) -> str:
        """The word at an index, lower-cased; empty outside of the text."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def glued(self, i: int) -> bool:
        """Whether no white space stands between this token and the next."""
        return i + 1 < len(self.low) and not self.doc[i].whitespace_

    def is_capital(self, i: int) -> bool:
        """Whether a word is written with a capital."""
        return self.doc[i].text[0].isupper()

    def is_common(self, i: int) -> bool:
        """Whether a word is no part of a name: in lower case, or the first of its sentence."""
        token = self.doc[i]
        return not token.text[0].isupper() or bool(token.is_sent_start)

    def is_noun(self, i: int) -> bool:
        """Whether the word at an index, if there is one, is a noun or an adjective before one."""
        return i < len(self.low) and self.doc[i].pos_ in ("NOUN", "PROPN", "ADJ")

    def is_bound(self, i: int) -> bool:
        """Whether a word is a verb (`to last 10 minutes`) or belongs to somebody (`his last week`)."""
        before = self.doc[i - 1] if i else None
        return self.doc[i].pos_ == "VERB" or (before is not None and before.tag_ in ("PRP$", "POS"))

    def is_month(self, i: int) -> bool:
        """Whether a word is a month, not the modal `may`, the verb `march`, or a woman called April."""
        token = self.doc[i]
        if not token.text[0].isupper() or token.ent_type_ == "PERSON":
            return False
        if self.low[i] in _NAMES and self.at(i - 1) not in _BEFORE_MONTH:
            return token.ent_type_ == "DATE" and self.low[i] != "may"
        if self.low[i] == "may" and self.at(i - 1) in _BEFORE_NOUN and not self.is_noun(i + 1):
            return False
        return self.low[i] not in ("may", "march") or token.tag_ in ("NNP", "NNPS", "NN")

    @staticmethod
    def ordinal_digits(word: str) -> int | None:
        """`21st` → 21."""
        if len(word) > 2 and word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isdecimal() and len(word) < 6:
            return int(word[:-2])
        return None
