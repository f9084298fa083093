"""Names that are known beforehand, where they stand as names; and adjectives of nationality, which name nobody."""

from __future__ import annotations

from collections.abc import Iterator

from newsgraph.knowledge.entries import Entry
from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.english.names.capitals import is_common
from newsgraph.language.english.names.cleaning import MODEL_KINDS
from newsgraph.language.english.names.datelines import is_dateline
from newsgraph.language.english.names.runs import Candidate, patterns
from newsgraph.language.english.names.titles import title_words
from newsgraph.language.english.word_contexts import is_prefixed
from newsgraph.language.known_names import country_of, demonym_country, known_names
from newsgraph.language.words import Words

_NO_NAMES = word_class("capitals that name nothing")
_AT_HOME = word_class("letters that name a body at home")
_PLACE_NOUNS = word_class("kind of place")
_NAME_TAGS = frozenset("NNP NNPS JJ NN NNS CD FW".split())
_ATTRIBUTES = frozenset("amod compound nmod nounmod npadvmod".split())
_ANY = frozenset(MODEL_KINDS)
_KNOWN_SERVICES = word_class("service known by its letters")
_SECRETS = frozenset(
    "intelligence counterintelligence spy spies spied spying espionage secret secrets surveillance undercover".split()
)
_PAPERS = frozenset("newspaper daily paper tabloid broadsheet reporter correspondent".split())
_SMALL = frozenset(("house",))
"""What in small letters is no chamber."""
_OFFICES = frozenset("minister ministers ministry secretary committee spokesman spokeswoman department".split())
"""What stands behind a field of government: it is no paper of that name."""
_BODIES = frozenset("Organization Agency Party ArmedGroup InternationalOrganization".split())
_LABELS = {
    "Place": frozenset("GPE LOC FAC".split()), "Country": frozenset("GPE LOC NORP ORG".split()),
    "Group": frozenset("NORP GPE LOC LANGUAGE ORG".split()),
    **dict.fromkeys(_BODIES, frozenset("ORG GPE NORP PRODUCT WORK_OF_ART FAC".split())),
}  # fmt: skip


def find_known(words: Words, label: list[str], titled: set[int]) -> list[Candidate]:
    """The known names of a doc; `label` is the model's of each token, `titled` the tokens of headings in title case."""
    found: list[Candidate] = []
    longest = known_names().longest
    things = _spelled_small(words)
    text = words.text
    i = 0
    while i < words.size:
        match = longest(text, i)
        if match is None:
            i += 1
            continue
        end, entries = match
        named_so = end - i == 1 and text[i] in things and entries[0].form == "abbreviation"
        if named_so or (entries[0].kind == "Document" and not _is_in_context(words, i, end, entries[0])):
            i += 1
            continue
        if end - i == 1 and len(text[i]) < 5 and text[i].isupper() and i not in titled:
            entries = tuple(e for e in entries if e.form == "abbreviation" or e.name.isupper())
            entries = tuple(e for e in entries if e.sector != "SPY" or _is_of_secrets(words, e))
            if not entries:
                i += 1
                continue
        entry = entries[0]
        if words.lower[i] == "the" and end - i > 1 and not entry.name.startswith("The "):
            i += 1
        if _believable(words, label, i, end, entry):
            kind = "Group" if entry.form == "demonym" else entry.kind
            last = end
            if kind == "Place" and end - i > 1 and words.text[end - 1] in _PLACE_NOUNS:
                last -= 1
            whole = Candidate(i, last, kind, "known", entry.sector, -1, entries, label[i])
            found.extend(_with_owner(words, whole))
            i = end
        elif entry.form == "demonym":
            i = end
        else:
            i += 1
    found.extend(_find_halves(words))
    return found


def _find_halves(words: Words) -> Iterator[Candidate]:
    """The two Koreas by their side alone, where the article has the whole name: "the North"."""
    for i in words.at("north", "south"):
        name = f"{words.text[i]} Korea"
        after = min(i + 1, words.size - 1)
        if not words.capital[i] or not i or words.lower[i - 1] != "the" or name not in words.whole:
            continue
        if not words.capital[after] and words.text[after] not in ("-", "–") and words.lower[after] != "of":
            entries = known_names().lookup(name)
            yield Candidate(i, i + 1, "Country", "known", entries[0].sector, -1, entries, "GPE", name)


def _is_in_context(words: Words, start: int, end: int, document: Entry) -> bool:
    """Whether the article speaks of what a document is about that has older namesakes; of others it need not."""
    about = _ABOUT.get(document.name)
    return about is None or words.span(start, end) == document.name or bool(words.at(*about))


_ABOUT = {"Paris Agreement": word_class("word of the climate")}
"""Of what the article has to speak, by documents: there was a Paris accord on currencies, too."""


def _spelled_small(words: Words) -> set[str]:
    """The letters that the article spells out in small words, of no body then: "improvised bombs (IB)"."""
    found = set()
    for i in words.at("("):
        short, close = i + 1, i + 2
        if close < words.size and words.text[close] == ")" and words.text[short].isupper():
            said = words.text[max(i - len(words.text[short]), 0) : i]
        elif i and words.text[i - 1].isupper() and len(words.text[i - 1]) > 1:
            said, short = words.text[i + 1 : i + 1 + len(words.text[i - 1])], i - 1
        else:
            continue
        if all(word.islower() for word in said) and "".join(word[0] for word in said) == words.lower[short]:
            found.add(words.text[short])
    return found


def _is_of_secrets(words: Words, entry: Entry) -> bool:
    """Whether the letters of an American or British service mean it: "MCI" may be a telephone company.

    All know these letters, or the article speaks of what services do.
    """
    if entry.country not in ("US", "GB") or entry.abbreviation in _KNOWN_SERVICES:
        return True
    return bool(words.at(*_SECRETS))


def _with_owner(words: Words, one: Candidate) -> list[Candidate]:
    """A known name, and the country that owns it as a name of its own: "Norland's | Harbour Party".

    A place with a number is a station: "Norland 24 television".
    """
    if one.kind in ("Place", "Country") and _is_outlet(words, one.end):
        return [one._replace(end=one.end + 1, kind="Organization", source="pattern", sector="MED", entries=())]
    for i in range(one.start + 1, min(one.start + 4, one.end - 1)):
        if words.tag[i] == "POS" and country_of(words.span(one.start, i)) is not None:
            entries = known_names().lookup(words.span(one.start, i))
            owner = Candidate(one.start, i, "Country", "known", entries[0].sector, -1, entries, one.label)
            return [owner, one._replace(start=i + 1)]
    return [one]


def _is_outlet(words: Words, i: int) -> bool:
    """Whether a number of one or two digits stands at a token, and behind it what a station is."""
    return i + 1 < words.size and len(words.text[i]) < 3 and words.text[i].isdigit() and words.lower[i + 1] in _STATIONS


_STATIONS = frozenset("radio television tv channel station broadcaster".split())


def _believable(words: Words, label: list[str], start: int, end: int, entry: Entry) -> bool:
    """Whether a known name stands here as a name: not a common word, and not a part of some other name."""
    last = end - 1
    if entry.form == "demonym" and (
        is_prefixed(words, last)
        or is_trait(words, start)
        or words.dep[last] in _ATTRIBUTES
        or (words.tag[last] == "JJ" and not _is_noun(words, last))
    ):
        return False
    if (entry.form == "demonym" and is_language(words, start, end)) or _is_part(words, start, end, entry):
        return False
    if entry.kind in _BODIES and label[start] == label[last] == "DATE":
        return False  # "on 17 November", not the group that is called so
    if end - start > 1:
        return any(words.capital[start:end]) and (not entry.common or any(label[start:end]))
    if not words.capital[start] and not label[start]:
        return False
    if _means_thing(words, start, entry) or (entry.form == "abbreviation" and _is_word(words, start)):
        return False
    if entry.form == "demonym" and entry.country and label[start:end] == ["PERSON"] and words.tag[start] == "NNP":
        return False  # "Rachel and Finn's plan"
    if entry.kind == "Organization" and start and words.lower[start - 1] in ("on", "via") and words.tag[start] == "NNP":
        return True
    if entry.kind == "Place" and is_dateline(words, start, end):
        return True
    if words.tag[start] not in _NAME_TAGS:
        return entry.kind == "Country" and not entry.common and words.text[start][0].isupper()
    small = entry.feature == "city" and entry.population < 100_000
    if (entry.common or small) and not label[start] and entry.kind == "Place":
        placed = start > 0 and words.lower[start - 1] in ("in", "near", "at", "from")
        return words.tag[start] == "NNP" and placed and (small or entry.population > 100_000)
    if entry.kind == "Place" and _goes_on(words, label, end):
        return False
    if not entry.common and (label[start] or words.text[start].isupper()) and entry.kind in ("Place", "Country"):
        return True
    if entry.common or words.tag[start] not in ("NNP", "NNPS"):
        return label[start] in _LABELS.get(entry.kind, _ANY)
    return True


def is_trait(words: Words, i: int) -> bool:
    """Whether a people is half of a word or compared as a trait: "Afghan-|Americans", "what could be more American"."""
    if i > 1 and words.text[i - 1] in ("-", "–") and words.joined(i) and words.capital[i - 2]:
        return True
    if words.lower[i].endswith("s"):
        return False
    return words.lower[max(i - 1, 0)] in ("more", "most", "very", "so", "less", "quite", "truly", "too", "as")


def _means_thing(words: Words, i: int, entry: Entry) -> bool:
    """Whether letters mean a charge, or a format as in "RSS feed", and not the party that has them, too."""
    if words.text[i] in _AT_HOME and not _is_at_home(words, entry):
        return True
    return words.text[i] in _NO_NAMES and not set(entry.name.split()) <= set(words.text)


def _is_word(words: Words, i: int) -> bool:
    """Whether letters stand for a common noun, or for a word in a shouted line: "an EP", "QUIET CAR"."""
    if i == 0:
        return False
    if words.lower[i - 1] in ("a", "an") and words.dep[i] in _ARGUMENTS:
        return True
    shouted = [
        words.text[j].isupper() and len(words.text[j]) > 3 and is_common(words.lower[j])
        for j in (i - 1, i + 1)
        if 0 <= j < words.size
    ]
    return any(shouted) and len(words.text[i]) > 2 and is_common(words.lower[i])


_ARGUMENTS = frozenset("nsubj nsubjpass dobj pobj attr appos conj".split())


def _is_at_home(words: Words, entry: Entry) -> bool:
    """Whether the article speaks of the country where letters are known as a body's."""
    names = {text for text in words.text if text[0].isupper()}
    return any(entry.country in (country_of(text), demonym_country(text)) for text in names)


def _is_part(words: Words, start: int, end: int, entry: Entry) -> bool:
    """Whether a known name is only part of what stands here: "US house | prices", "Foreign Affairs | Minister"."""
    if end - start == 1:
        return False
    if words.text[end - 1] in _SMALL:
        return True
    after = min(end, words.size - 1)
    if words.lower[start] == "the" and demonym_country(words.text[end - 1]) and words.tag[after] in ("NN", "NNS", "JJ"):
        return words.lower[after] not in _PAPERS  # "The Australian | economy"
    if entry.common and entry.kind == "Organization" and words.text[min(end, words.size - 1)] in patterns():
        return True  # "The National | Cathedral"
    return entry.sector == "MED" and end < words.size and words.lower[end] in _OFFICES


def is_language(words: Words, start: int, end: int) -> bool:
    """Whether an adjective of nationality without an article is a language: "writes in Danish", "speaks Czech"."""
    root = end - 1
    if demonym_country(words.span(start, end)) is None:
        return False
    if words.tag[root] in ("NNS", "NNPS") or words.lower[root].endswith("s"):
        return False
    while words.dep[root] == "conj" and words.head[root] != root:
        root = words.head[root]
    before = words.lower[start - 1] if start else ""
    if before in ("the", "a", "an", "and") and not (before == "and" and root != end - 1):
        return False
    verb = words.head[root]
    if words.dep[root] == "pobj":
        return words.lower[verb] in ("in", "into") and verb == root - 1
    return words.dep[root] in ("dobj", "attr") and words.lemma[verb] in _LANGUAGE_VERBS


_LANGUAGE_VERBS = frozenset("speak learn study teach read write understand translate".split())


def _goes_on(words: Words, label: list[str], i: int) -> bool:
    """Whether the word after a known name is a name, too, of which nothing is known: "Cerro | Pardo"."""
    if i >= words.size or words.sentence[i] != words.sentence[i - 1] or label[i] or words.tag[i] != "NNP":
        return False
    lower = words.lower[i]
    return words.capital[i] and not is_common(lower) and actor_noun(lower, lower) is None and lower not in title_words()


def _is_noun(words: Words, i: int) -> bool:
    """Whether an adjective of nationality stands as a noun: "the French"."""
    return (
        words.dep[i] in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss") and i > 0 and words.lower[i - 1] == "the"
    )


def find_demonyms(words: Words, label: list[str]) -> dict[int, str]:
    """The adjectives of nationality before a noun, with their country: they say whose it is and name nobody."""
    found: dict[int, str] = {}
    for i in range(words.size):
        if not words.capital[i]:
            continue
        if is_prefixed(words, i):
            if label[i] == "NORP" or demonym_country(words.text[i]) is not None:
                found[i] = ""
            continue
        dep = words.dep[i]
        if dep not in _ATTRIBUTES and not (dep == "conj" and words.tag[i] == "JJ" and label[i] == "NORP"):
            continue
        code = demonym_country(words.text[i])
        if code is None and i and words.capital[i - 1]:
            code = demonym_country(words.span(i - 1, i + 1))
        if code is not None or label[i] == "NORP":
            found[i] = code or ""
    return found
