"""The country of a title without one: "Foreign Minister X", "foreign ministry spokeswoman X".

It is the country that he or she is known to be of, else the one that the article speaks of just there: by the subject
of the sentence before, the dateline, and how often it is named at all. Where two are in question, none is taken.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from newsgraph.knowledge import known
from newsgraph.language.annotations import Entity, Mention
from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.relations.role import Role
from newsgraph.language.english.relations.role_lexicon import role_words
from newsgraph.language.english.relations.ties import Ties
from newsgraph.language.english.syntax.parse import Parse

_WEIGHTS = {"Country": 2.0, "Agency": 1.5, "Place": 1.0, "Party": 1.0, "Group": 1.0}
_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_LEAST = 2.4
_LEAD = 1.35
"""How many times the evidence for the second a country must have."""
_SHARE = 0.75
"""Which part of all that is said of countries must be of the one, where a title is often that of a foreigner."""


class Evidence(NamedTuple):
    """A word that speaks of a country."""

    at: int
    country: str
    weight: float
    subject: bool
    dateline: bool


@cache
def _offices() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    """Titles with the countries that alone have them and those that have them not, the longest title first."""
    rows = [
        (row["title"], frozenset(row["only"].split()), frozenset(row["never"].split()))
        for row in read_lexicon("titles_by_country")
    ]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


_AGAINST_STATE = frozenset("rebel rebels guerrilla militia insurgent opposition shadow separatist".split())
"""Whose commanders and ministers are none of the state: "the rebel army leader"."""


def is_state_title(role: Role) -> bool:
    """Whether a role is one of a state, also where no state is named."""
    if role.plural or role.owned or role.kind not in ("head", "post"):
        return False
    if role.name == "minister":
        return role.text != "minister"
    if role.name == "president":
        return role.text in ("president", "vice president")
    if role.name in ("prime minister", "attorney general"):
        return True
    words = role.text.lower().split()
    if not _AGAINST_STATE.isdisjoint(words):
        return False
    if role.name == "secretary":
        return len(words) > 1 and not role_words("portfolio").isdisjoint(words) and "press" not in words
    text = role.text.lower()
    return not role_words("service").isdisjoint(words) or "white house" in text or "national security" in text


class TitleCountries:
    """What an article says of the countries of its titles."""

    def __init__(self, ties: Ties, roles: list[Role]) -> None:
        self._ties = ties
        self._presidents = {id(role.holders[0].entity) for role in roles if role.name == "president" and role.holders}
        self._evidence: list[Evidence] | None = None

    def country_of(self, role: Role) -> Mention | None:
        """The country of a title with a holder and without a body, as a mention at the title."""
        holder = role.holders[0]
        if not is_state_title(role) or self._is_of_unknown(role.end) or self._is_of_unknown(holder.end):
            return None
        if role.name == "president" and not (role.definite or role.end <= holder.start <= role.end + 1):
            return None  # "is president and chief executive": companies have presidents, too
        country = self._known(holder.entity)
        if country is None:
            code = holder.entity.country if holder.entity.country else self._salient(role, holder)
            country = None if code is None else self._entity(code)
        if country is None or not has_office(country.country, role.text) or self._is_held(role, holder, country):
            return None
        return Mention(role.start, role.end, role.noun, "name", "Country", country, "title")

    def _is_of_unknown(self, at: int) -> bool:
        """Whether something is named behind a title that was not found to be a body: "president of the Green Ring"."""
        syntax, text = self._ties.syntax, self._ties.words.text
        if at + 2 >= syntax.size or syntax.lower[at] not in ("of", "at", "for"):
            return False
        at += 2 if syntax.lower[at + 1] in ("the", "a", "an") else 1
        return text[at][:1].isupper()

    def _is_held(self, role: Role, holder: Mention, country: Entity) -> bool:
        """Whether the article says that somebody else holds that office of the country: a state has one premier."""
        return (role.kind == "head" or "minister" in role.text) and any(
            tie.object is country and tie.subject is not holder.entity and tie.role == role.text and not tie.former
            for tie in self._ties.notes.relations
        )

    def _known(self, person: Entity) -> Entity | None:
        """The country that a post elsewhere in the article ties a person to."""
        for relation in self._ties.notes.relations:
            if relation.subject is person and relation.object.kind == "Country" and not relation.former:
                return relation.object
        return None

    def _entity(self, code: str) -> Entity | None:
        if (found := self._ties.country(code)) is not None:
            return found
        for i, text in enumerate(self._ties.words.text):
            named = self._ties.nationality(i) if known.demonym_country(text) == code else None
            if named is not None:
                return named.entity
        return None

    def _salient(self, role: Role, holder: Mention) -> str | None:
        """The country that the words around a title and the whole article speak of."""
        syntax = self._ties.syntax
        if " for " in role.text and any(word[0].isupper() for word in role.text.split()):
            # Who is minister for a part of the world speaks of other countries than his own.
            return None
        if role.name == "president" and len(self._presidents) > 1:
            return None
        visitor = role.name == "president" or (
            "foreign" in role.text and syntax.dep[holder.root] not in _SUBJECTS
        )
        behind = max(role.end, holder.end)
        return self._spoken_of(role.noun, behind, role.text, share=_SHARE if visitor else 0.0)

    def _spoken_of(self, word: int, behind: int, text: str, *, share: float = 0.0) -> str | None:
        """The country that is meant at a word without being named; it needs such a share of all that is said."""
        mass: defaultdict[str, float] = defaultdict(float)
        here: dict[str, list[int]] = {}
        before: dict[str, list[int]] = {}
        datelines: set[str] = set()
        named: set[str] = set()
        syntax = self._ties.syntax
        start, end = syntax.sent_start[word], syntax.sent_end[word]
        previous = self._ties.sentence_before(word)
        for at, country, weight, subject, dateline in self._read():
            if not has_office(country, text):
                continue
            mass[country] += weight
            if at < end:
                named.add(country)
            if dateline:
                datelines.add(country)
            if start <= at < behind:
                here.setdefault(country, []).append(4 if subject else 3 if weight >= 2 else 2)
            elif previous <= at < start:
                before.setdefault(country, []).append(4 if subject else 2)
            elif behind <= at < end:
                here.setdefault(country, []).append(_weight_behind(syntax, at))
        total = sum(mass.values())
        if not total or (share and total < _LEAST):
            return None
        if any(4 in weights for weights in here.values()):
            before = {}
        scores: dict[str, float] = {}
        for country, weight in mass.items():
            scores[country] = 4 * weight / total + 2 * (country in datelines)
            for weights in (here.get(country), before.get(country)):
                if weights:
                    scores[country] += max(weights) + (len(weights) > 1)
        (best, score), (_, second) = [*sorted(scores.items(), key=lambda item: -item[1])[:2], ("", 0.0)][:2]
        if mass[best] < share * total or best not in named:  # a country that is named later is no reader's guess
            return None
        return best if score >= _LEAST and score >= _LEAD * second else None

    def find_ministries(self) -> None:
        """Enter of which country the ministries are that are named without one: "the Information Ministry"."""
        syntax = self._ties.syntax
        seen = set[int]()
        for name in list(self._ties.notes.mentions):
            entity = name.entity
            if name.form != "name" or entity.kind != "Agency" or entity.country or entity.links or id(entity) in seen:
                continue
            if "ministry" not in (syntax.lower[name.start], syntax.lower[name.end - 1]):
                continue
            seen.add(id(entity))
            code = self._spoken_of(name.root, name.end, "minister")
            country = None if code is None else self._entity(code)
            if country is not None:
                entity.country, entity.country_basis = code, "guessed"
                whole = Mention(name.start, name.end, name.root, "name", "Country", country, "title")
                self._ties.add(name, "agencyOf", whole)

    def _read(self) -> list[Evidence]:
        """The words that speak of countries, found at the first call."""
        if self._evidence is None:
            syntax, texts, found = self._ties.syntax, self._ties.words.text, list[Evidence]()
            spoken: set[int] = set()
            for mention in self._ties.notes.mentions:
                entity = mention.entity
                weight = _WEIGHTS.get(entity.kind)
                if mention.form == "name" and entity.kind == "Organization" and entity.sector in ("MED", "BUS"):
                    spoken.update(range(mention.start, mention.end))  # "British" in the name of a station or firm
                if weight is None or entity.country is None:
                    continue
                spoken.update(range(mention.start, mention.end))
                subject = _is_of_subject(syntax, mention.root)
                weight = weight / 2 if mention.form == "pronoun" else weight
                begin = mention.start
                loud = texts[begin].isupper() and len(texts[begin]) > 1
                dateline = loud and begin == syntax.sent_start[begin] and entity.kind == "Place"
                found.append(Evidence(mention.root, entity.country, weight, subject, dateline))
            before = ""
            for i, text in enumerate(texts):
                if text[0].isupper() and i not in spoken:
                    code = known.demonym_country(text)
                    if code is None and before[:1].isupper():
                        code = known.demonym_country(f"{before} {text}")
                    if code is not None:
                        found.append(Evidence(i, code, 1.0, _is_of_subject(syntax, i), False))
                before = text
            self._evidence = found
        return self._evidence


def has_office(country: str | None, text: str) -> bool:
    """Whether a country has an office of that name."""
    text = f" {text.lower()} "
    for title, only, never in _offices():
        if f" {title} " in text:
            return (not only or country in only) and country not in never
    return True


def _is_of_subject(syntax: Parse, token: int) -> bool:
    """Whether a word is the subject of its clause, or belongs to it: "Kenya's army", "Kenyan troops"."""
    for step in range(3):
        # "The China Daily" is not China.
        if syntax.dep[token] not in ("poss", "amod", "nmod") and not (step and syntax.dep[token] == "compound"):
            break
        token = syntax.head[token]
    return syntax.dep[token] in _SUBJECTS


def _weight_behind(syntax: Parse, token: int) -> int:
    """What a country behind a title tells: one that must do something is another's, "said in Chad" speaks for Chad."""
    head = syntax.head[token]
    if any(syntax.dep[c] == "aux" and syntax.lower[c] in ("must", "should") for c in syntax.children[head]):
        return -2
    inside = syntax.dep[token] == "pobj" and syntax.lower[head] == "in"
    return 2 if inside and syntax.dep[syntax.head[head]] == "ROOT" else 1
