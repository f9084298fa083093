"""The model's names, cleaned: without articles, titles, quotation marks and possessives, and parted where it ran on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.english.names.capitals import is_common
from newsgraph.language.english.names.runs import MONTHS_ONLY, Candidate, calls_for, closes, is_year, patterns
from newsgraph.language.english.names.titles import given_names, offices, title_words, titles
from newsgraph.language.known_names import country_of, demonym_country, known_names
from newsgraph.language.words import Words

MODEL_KINDS = {
    "PERSON": "Person", "NORP": "Group", "GPE": "Place", "LOC": "Place", "FAC": "Place", "ORG": "Organization",
    "EVENT": "Event", "LAW": "Document", "WORK_OF_ART": "Other", "PRODUCT": "Other",
}  # fmt: skip
_EDGE = frozenset("\"'“”‘’`,:;.()[]{}-–—…|/*#•·")
_MARKS = frozenset(('"', "“", "”", "``", "''"))
_ENDING = frozenset("( ) [ ] this last next UTC GMT".split())
"""What is inside no name: "the Harbour Tour | this season"."""
_PARTING = {
    "for": ("PERSON",), "und": ("PERSON",), "and": ("PERSON", "GPE", "NORP"), ";": ("PERSON", "GPE", "NORP"),
}  # fmt: skip
"""Words that are inside no name of some labels."""
_DASHES = frozenset("-–—")
_HALF_NATIONALITIES = frozenset("franco anglo sino russo indo afro euro greco italo luso judeo austro serbo".split())
_DROP_FIRST = frozenset("the a an this that these those its his her their our my your".split())
_BETWEEN = frozenset(
    "of the and for in on at to de la le les du des del della di da do dos das van von der den und et y e ibn bin bint "
    "al el ul ur abu ben as ad ash an & - – ' ’ 's ’s s . / +".split()
)
_LEGAL_FORMS = frozenset("inc ltd limited llc plc corp corporation company co".split())
AFTER_COMMA = frozenset("Inc Inc. Ltd Ltd. LLC Jr Jr. Sr Sr. III II D.C. DC S.A. Corp.".split())
_TITLED = frozenset(("ORG", "WORK_OF_ART", "PRODUCT"))
"""What may have a small word with a capital at the beginning of its name."""
_AFTER_PERSON = frozenset("MP MPs MEP MPP MLA MSP TD QC KC PhD MD CBE OBE MBE CEO image photo".split())
_PORTFOLIO_OFFICES = frozenset(
    "minister ministers secretary secretaries leader whip commissioner judge manager".split()
)
_CREDITS = frozenset(
    "Image Images Photo Photos Picture Video Media Caption Copyright Getty Tonight Today Yesterday".split()
)
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Image Photo".split())
_AFTER_PLACE = word_class("kind of place")
_BEFORE_PLACE = word_class("direction")
_NO_NAMES = word_class("capitals that name nothing")
_PARTED = frozenset(["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"])


@cache
def _offices() -> frozenset[str]:
    """Words that part what stands before them from the person after them, with their capital."""
    extra = {
        "member",
        "candidate",
        "advisor",
        "adviser",
        "mp",
        "mpp",
        "mla",
        "comptroller",
        "treasurer",
        "ceo",
        "founder",
    }
    names = {"king", "prince", "queen", "count", "earl", "duke", "baron", "chair", "pc", "private", "major"}
    return frozenset(word.upper() if len(word) < 4 else word.capitalize() for word in (offices() | extra) - names)


def clean(words: Words, start: int, end: int, label: str) -> Iterator[Candidate]:
    """The names in a span of the model."""
    if label == "ORG" and words.tag[start] in ("NNS", "NNPS") and start + 2 < end and words.lower[start + 1] == "of":
        noun = actor_noun(words.lower[start], words.lower[start].removesuffix("s"))
        start += 2 if noun is not None and noun.kind == "Person" and words.sentence[start] == start else 0
    if label in _WORKS and _holds_verb(words, start, end):
        return  # "Marsh accused Holm"
    if label in ("LAW", "ORG") and words.lower[start].removesuffix("s") in title_words() and end - start < 5:
        label = "PERSON" if words.lower[start].endswith("s") or words.text[start] in _offices() else label
    if words.lower[start].rstrip(".") in _FORMS_OF_ADDRESS and 1 < end - start < 5:
        label = "PERSON"
    for first, last, sort in _pieces(words, start, end, label):
        found = _trim(words, first, last, sort)
        if found is None or _is_no_name(words, *found) or words.text[found[0]] in ("for", "of", "in"):
            continue
        kind = MODEL_KINDS[sort]
        if (
            sort == "ORG"
            and found[1] - found[0] > 1
            and words.text[found[1] - 1].isdigit()
            and not is_year(words.text[found[1] - 1])
        ):
            kind = "Other"
        yield Candidate(*found, kind, "model", label=sort)


_FORMS_OF_ADDRESS = frozenset("mr mrs ms".split())
_WORKS = frozenset("WORK_OF_ART PRODUCT LAW EVENT".split())


def _holds_verb(words: Words, start: int, end: int) -> bool:
    """Whether a small finite verb stands inside what is not quoted: a clause, and no name."""
    if words.quoted[start]:
        return False
    inside = range(start + 1, end - 1)
    return any(words.text[i].islower() and words.tag[i] in ("VBD", "VBZ", "VBP", "MD") for i in inside)


def _is_portfolio(words: Words, start: int, end: int) -> bool:
    """Whether common words stand right before an office: "Public Health | Minister", "Children | 's Minister"."""
    if end < words.size and words.tag[end] == "POS":
        end += 1
    if end >= words.size or words.sentence[end] != words.sentence[start] or not words.capital[end]:
        return False
    if words.lower[end] not in _PORTFOLIO_OFFICES or words.text[end - 1] in patterns():
        return False
    return all(
        is_common(words.lower[i]) or words.lower[i] in _BETWEEN or words.tag[i] == "POS" for i in range(start, end)
    )


def _is_no_name(words: Words, start: int, end: int) -> bool:
    """Whether one word stands for an office, a time zone or a common noun with a capital: "MP", "GMT", "the State"."""
    if _is_portfolio(words, start, end):
        return not _is_known(words, start, end)
    if end - start == 3 and words.text[start + 1] in _DASHES and words.lower[start] in _HALF_NATIONALITIES:
        return demonym_country(words.text[start + 2]) is not None  # "Franco-German"
    if end - start > 1:
        return False
    text = words.text[start]
    if end < words.size and f"{words.lower[start]} {words.lower[end]}" in titles():
        return True  # "Solicitor | General"
    if not any(c.isalpha() for c in text) or (text[0].isdigit() and ":" in text):
        return True
    if words.tag[start] not in ("NNP", "NNPS") and is_common(words.lower[start]):
        return not _is_known(words, start, end)
    if text in _NO_NAMES or (text in ("GB", "MB", "KB") and start and words.text[start - 1][-1].isdigit()):
        return True
    if text in ("US", "Canadian") and start + 1 < words.size and words.lower[start + 1] in ("$", "dollars", "dollar"):
        return True
    rows = patterns().get(text) or patterns().get(text.removesuffix("s"))
    return (rows is not None and rows[0].sector not in ("LEG", None)) or text in (
        "State",
        "Home",
        "Foreign",
        "Independent",
    )


def _pieces(words: Words, start: int, end: int, label: str) -> Iterator[tuple[int, int, str]]:
    """The span parted at line breaks, and, for what does not hold sentences, at commas, verbs and offices."""
    text = words.text
    parted = label in _PARTED
    piece = start
    for i in range(start, end):
        word = text[i]
        cut = word.isspace() or "\n" in word
        if not cut and parted and i > piece:
            if word in _ENDING:
                cut = True
            elif word in _DASHES and not words.joined(i):
                if label == "PERSON":
                    yield piece, i, label  # "(Photo Lena Marsh - | ABC Pool)"
                    return
                cut = label in ("GPE", "LOC") and _is_known(words, piece, i)
            elif word in _MARKS:
                # 'the "Harbour Wire" Lena Marsh', but 'Lena "the Fox" Marsh'
                cut = label != "PERSON" or sum(mark in _MARKS for mark in text[start:end]) == 1
            elif word in _PARTING:
                cut = label in _PARTING[word]
            elif closes(words, i - 1) or (word == text[i - 1] and words.capital[i] and i > piece + 1):
                yield piece, i, label  # "(a picture of) Lena Marsh | Marsh was born", "Group F. | Harbour City"
                piece = i
                continue
            elif word == ",":
                cut = i + 1 >= end or text[i + 1] not in AFTER_COMMA
            elif word in ("in", "at") or (word == "the" and words.lower[i - 1] not in _BETWEEN):
                cut = word != "the" or not calls_for(words, i)
            elif not words.capital[i] and word.islower() and word not in _BETWEEN:
                cut = words.tag[i] in ("VBD", "VBZ", "VBP", "VBN", "IN", "WP", "WDT") and label != "FAC"
            elif word in _offices() and i + 1 < end and words.capital[i + 1] and label != "PERSON":
                yield piece, i, label
                piece = i + 1
                label = "PERSON"
                continue
        if cut:
            yield piece, i, label
            piece = i + 1
    yield piece, end, label


def _is_known(words: Words, start: int, end: int) -> bool:
    return bool(known_names().lookup(words.span(start, end)))


def _is_quoted_title(words: Words, start: int, end: int, label: str) -> bool:
    """Whether "The" is the first word of what stands in quotation marks as a whole: "The Long Harbour"."""
    if label not in _TITLED or words.text[start] != "The" or start == 0 or words.text[start - 1] not in _MARKS:
        return False
    return any(text in _MARKS for text in words.text[end - 1 : end + 2])


def _trim_person(words: Words, start: int, end: int) -> tuple[int, int]:
    """A person's name without titles before it, and without what follows that is none of it."""
    text, lower = words.text, words.lower
    while (
        end - start > 1
        and (lower[start] in title_words() or lower[start].removesuffix("s") in title_words())
        and not words.joined(start + 1)
        and not _is_forename(words, start)
    ):
        start += 1
    while end - start > 1 and text[end - 1] in _AFTER_PERSON:
        end -= 1
    while end - start > 1 and not words.capital[start] and lower[start] not in _BETWEEN:
        start += 1
    return start, end


def _is_forename(words: Words, i: int) -> bool:
    """Whether a title that is a given name as well is one: "the analyst | Earl Marsh"."""
    return words.text[i] in given_names() and i > 0 and words.tag[i - 1] == "NN" and words.text[i - 1].islower()


def _behind_description(words: Words, start: int, end: int) -> int:
    """Where a body's name begins behind small words that tell how it is: "privately-held | Acme Ltd"."""
    i = start
    while i < end - 1 and (
        words.text[i] in _DASHES
        or (
            words.text[i].isalpha()
            and words.text[i].islower()
            and words.text[i] not in _BETWEEN
            and words.tag[i] in ("RB", "JJ", "VBN")
        )
    ):
        i += 1
    return start if words.joined(i) or not words.capital[i] else i


def _trim_credits(words: Words, start: int, end: int, label: str) -> tuple[int, int]:
    """A name without the agencies and days beside it: "Nairobi Reuters", "Monday Kenya"."""
    text = words.text
    while end - start > 1 and text[end - 1] in _CREDITS and not _is_brand(words, start, end, label):
        end -= 1
    while end - start > 1 and text[start] in _CREDITS:
        start += 1
    while end - start > 1 and (text[end - 1].isdigit() or text[end - 1] in _DAYS) and label not in ("ORG", "NORP"):
        end -= 1
    return start, end


def _is_brand(words: Words, start: int, end: int, label: str) -> bool:
    """Whether "Video" ends the name of what is no known agency: "Harbour Prime Video"."""
    return label == "ORG" and words.text[end - 1] == "Video" and not _is_known(words, start, end - 1)


def _trim_place(words: Words, start: int, end: int) -> tuple[int, int]:
    """A place without directions before it and sorts of places after it."""
    text, lower = words.text, words.lower
    while end - start > 1 and lower[end - 1] in _AFTER_PLACE and text[end - 1].islower():
        end -= 1
    while (
        end - start > 1
        and lower[start] in _BEFORE_PLACE
        and (
            text[start].islower()
            or (end - start == 2 and country_of(text[end - 1]) and not _is_known(words, start, end))
        )
    ):
        start += 1
    return start, end


def _trim(words: Words, start: int, end: int, label: str) -> tuple[int, int] | None:
    text, lower, tag = words.text, words.lower, words.tag
    if end - start > 1 and lower[start] in ("tonight", "today", "yesterday"):
        start += 1
    while start < end and (text[start] in _EDGE or (lower[start] in _DROP_FIRST and end - start > 1)):
        if _is_quoted_title(words, start, end, label):
            break
        if label in _TITLED and lower[start] != "the" and text[start][0].isupper() and words.sentence[start] != start:
            break  # "the band | My Harbour", "the film | A Long Way"
        start += 1
    while end > start and (text[end - 1] in _EDGE or tag[end - 1] == "POS" or lower[end - 1] in ("'s", "’s", "the")):
        end -= 1
    if label == "PERSON":
        start, end = _trim_person(words, start, end)
    if label == "ORG":
        start += end - start > 2 and text[start] in MONTHS_ONLY and text[start + 1].isalpha()
        start = _behind_description(words, start, end)
    if label == "ORG" and end - start > 2 and is_year(text[end - 1]) and lower[end - 2].rstrip(".") in _LEGAL_FORMS:
        end -= 1  # "© Harbour News Limited 2008"
    if label in _PARTED:
        start, end = _trim_credits(words, start, end, label)
    if label in ("GPE", "LOC"):
        start, end = _trim_place(words, start, end)
    while end - start > 1 and lower[end - 1] in ("of", "and", "for", "in", "with", "at", "on", "to", "also"):
        end -= 1
    if start >= end or not any(words.capital[i] or text[i][0].isdigit() for i in range(start, end)):
        return None
    if text[start].isdigit() and end - start == 1:
        return None
    return start, end
