"""Proposals across articles: the same actor asks for the same in like words.

Likeness is the token-set ratio of rapidfuzz over the content words; contents that open with the same four or more
content words (verb and object, then) are alike, too, whatever detail each article adds; and so are short contents of
the same words, unless different actors are asked. The bar is high: a proposal
that is told twice in different words stays two nodes rather than that two proposals become one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from rapidfuzz import fuzz, process

from newsgraph.records import Proposal, Record
from newsgraph.resolve.clusters import Clusters, NumberedClusters
from newsgraph.resolve.decisions import Item
from newsgraph.resolve.entities.resolution import Resolution
from newsgraph.resolve.merges import Merge, Pair
from newsgraph.stored.arrays import Arrays, Ragged
from newsgraph.stored.groups import Groups
from newsgraph.stored.remembered import remembered
from newsgraph.stored.sorted_numbers import order_of

ALIKE = 85.0
"""Token-set ratio, 0 to 100, from which two contents are one proposal; with at least three content words in common."""

_OPENING = 4
"""Content words in which two contents must begin alike."""

_SHARED = 3
"""Content words that two contents have in common, unless they have the same."""

_SMALL = frozenset("a an and as at be by for from in into its it of on or that the their this to with would".split())


@dataclass(frozen=True, slots=True)
class ProposalAccount:
    """What one article says of one proposal: all its records there."""

    article: str
    proposals: tuple[Proposal, ...]
    proposers: tuple[int, ...]
    """Indices into `Resolution.entities`."""
    addressees: tuple[int, ...]
    involves: tuple[int, ...]

    @property
    def key(self) -> tuple[str, int]:
        """Unique in a corpus, and the same whatever the other articles are."""
        return self.article, self.proposals[0].cue.start

    @property
    def item(self) -> Item:
        """The first of its records, by article and id."""
        return self.article, self.proposals[0].id

    @property
    def content(self) -> str:
        """The longest wording, for it says most."""
        if len(self.proposals) == 1:
            return self.proposals[0].content.text or ""
        return max((p.content.text or "" for p in self.proposals), key=len)


def proposal_accounts(record: Record, resolution: Resolution) -> list[ProposalAccount]:
    """The proposals of one article that somebody makes: records that are `same_as` each other are one."""
    if not record.proposals:
        return []
    by_id = {proposal.id: proposal for proposal in record.proposals}
    article, entities = record.article.id, resolution.of.of_article(record.article.id)
    entity_of = {mention.id: entities[mention.entity] for mention in record.mentions}
    together: Clusters[str] = Clusters(sorted(by_id))
    for proposal in record.proposals:
        if proposal.same_as in by_id:
            together.join(proposal.id, str(proposal.same_as))

    def resolved(mentions: Sequence[Sequence[str]]) -> tuple[int, ...]:
        return tuple(dict.fromkeys([entity_of[m] for group in mentions for m in group]))

    accounts = []
    for group in together.groups():
        found = tuple(sorted((by_id[i] for i in group), key=lambda p: (p.start, p.cue.start)))
        if proposers := resolved([p.proposers for p in found]):
            asked, involved = resolved([p.addressees for p in found]), resolved([p.involves for p in found])
            accounts.append(ProposalAccount(article, found, proposers, asked, involved))
    return accounts


def merge_proposals(accounts: Sequence[ProposalAccount]) -> tuple[list[list[ProposalAccount]], list[Merge]]:
    """The accounts that are of one proposal, together, and why."""
    by_key = {account.key: account for account in accounts}
    number = {key: place for place, key in enumerate(sorted(by_key))}
    clusters = _Clusters(len(number))
    merges: list[Merge] = []
    by_proposer: dict[int, list[ProposalAccount]] = defaultdict(list)
    for account in sorted(accounts, key=lambda a: a.key):
        for proposer in account.proposers:
            by_proposer[proposer].append(account)
    for _, own in sorted(by_proposer.items(), key=lambda item: item[0]):
        if len(own) < 2:
            continue
        numbers = np.array([number[account.key] for account in own])
        for position, second, alike_by, score in _joined(_told(own), numbers, clusters, Arrays()):
            (first, one), (last, other) = sorted((_label(own[at]), own[at].item) for at in (position, second))
            pair = Pair("proposal", one, other)
            merges.append(Merge(first, last, score, f"same proposer, {alike_by} words", True, pair))
    keys = list(number)
    return [[by_key[keys[place]] for place in group] for group in clusters.groups()], sorted(merges)


def group_proposals(accounts: Sequence[ProposalAccount], arrays: Arrays) -> Ragged:
    """The same accounts together, by their places among `accounts`, which are in order; what grows lies in `arrays`."""
    by_proposer, clusters = Groups(arrays), NumberedClusters(len(accounts), arrays)
    kept, before = arrays.room(bool, len(accounts)), None
    for place, account in enumerate(accounts):
        if before == account.key:  # told at one place: the last counts
            clusters.join(place - 1, place)
            kept[place - 1] = False
        kept[place], before = True, account.key
        for proposer in account.proposers:
            by_proposer.add(proposer, place)
    for numbers in by_proposer.several():
        block = _told(map(accounts.__getitem__, numbers))
        together = _Clusters(len(block))
        for position, second, *_ in _joined(block, np.arange(len(block)), together, arrays):
            clusters.join(numbers[position], numbers[second])
    members, sizes = arrays.column(np.int32), arrays.column(np.int32)
    for group in clusters.sets():
        own = group[kept[group]]
        members.append(own)
        sizes.append(np.array([len(own)]))
    return arrays.rows(members, sizes)


class _Told(NamedTuple):
    """An account, as it is compared."""

    article: str
    words: tuple[str, ...]
    """Those of its content."""
    negated: bool
    asked: frozenset[int]


def _told(accounts: Iterable[ProposalAccount]) -> list[_Told]:
    """What is compared of accounts; what several have is kept once, for one proposer may have thousands."""
    kept: dict[Any, Any] = {}
    found = []
    for account in accounts:
        words, asked = content_words(account.content), frozenset(account.addressees)
        words, asked = kept.setdefault(words, words), kept.setdefault(asked, asked)
        found.append(_Told(account.article, words, account.proposals[0].negated, asked))
    return found


def _joined(
    block: Sequence[_Told], numbers: np.ndarray, clusters: _Clusters, arrays: Arrays
) -> Iterator[tuple[int, int, str, float]]:
    """Accounts of one proposer that become one, by their positions in `block`; in what they are alike, and how much."""
    for position, alike in enumerate(_alike(block, arrays)):
        own, one, has_grown = numbers[position], block[position], False
        for second in alike[clusters.of[numbers[alike]] != clusters.of[own]].tolist():
            other = block[second]
            if one.article == other.article or (has_grown and clusters.of[own] == clusters.of[numbers[second]]):
                continue
            likeness = _likeness(one, other)
            if likeness is not None:
                clusters.join(own, numbers[second])
                has_grown = True
                yield position, second, *likeness


class _Clusters:
    """Accounts that are of one proposal, by their numbers."""

    def __init__(self, size: int) -> None:
        self.of = np.arange(size)
        """For each account the number of one that it is together with."""
        self._members = {place: [place] for place in range(size)}

    def join(self, one: int, other: int) -> None:
        """Make one proposal of two."""
        few, many = sorted((int(self.of[one]), int(self.of[other])), key=lambda place: len(self._members[place]))
        self.of[self._members[few]] = many
        self._members[many] += self._members.pop(few)

    def groups(self) -> list[list[int]]:
        """The accounts of each, in order."""
        return sorted(sorted(group) for group in self._members.values())


def _alike(block: Sequence[_Told], arrays: Arrays) -> Iterator[np.ndarray]:
    """For each account of a proposer those behind it whose contents are alike: each content is compared once.

    Of short contents those are left out that are asked of different actors.
    """
    contents = {words: number for number, words in enumerate(dict.fromkeys(told.words for told in block))}
    content = np.fromiter((contents[told.words] for told in block), np.int32, len(block))
    near = Groups(arrays) if len(contents) > _MANY else _Near()
    for words, others in sharing(list(contents)):
        for alike in _like_those(words, others):
            near.add((contents[words],), contents[alike])  # whose hashes are far from each other
            near.add((contents[alike],), contents[words])
    order = order_of(content)
    ends = np.searchsorted(content[order], np.arange(len(contents) + 1))
    short, asking = {words for words in contents if len(set(words)) < _SHARED}, defaultdict[Any, list[int]](list)
    for position, told in enumerate(block):
        for actor in (told.asked or (_NOBODY,)) if told.words in short else ():
            asking[told.words, actor].append(position)
    for position, told in enumerate(block):
        if told.asked and told.words in short:  # of these only who may ask the same
            own = np.array(sorted({at for actor in (*told.asked, _NOBODY) for at in asking[told.words, actor]}))
        else:
            number = contents[told.words]
            own = np.concatenate([order[ends[one] : ends[one + 1]] for one in (number, *near.of((number,)))])
        own = own[own > position]
        own.sort()
        yield own


_MANY = 300
"""Contents of a proposer from which on it is kept in arrays which are alike."""


class _Near(defaultdict[tuple[int], list[int]]):
    """Which contents are alike, where they are few: what `Groups` are for many."""

    def __init__(self) -> None:
        super().__init__(list)

    def add(self, key: tuple[int], number: int) -> None:
        """Put a number under a key."""
        self[key].append(number)

    def of(self, key: tuple[int]) -> list[int]:
        """The numbers of a key."""
        return self.get(key, [])


_NOBODY = -1
"""Stands for those whom a proposal asks, where it asks nobody."""


def _likeness(one: _Told, other: _Told) -> tuple[str, float] | None:
    """In what contents that are `_alike` are so, and how much; None where one asks that it be not done."""
    words, others = one.words, other.words
    if one.negated != other.negated or not words:
        return None
    if words == others and _may_ask_the_same(one, other):
        return "same", 1.0
    return "same opening" if _open_alike(words, others) else "like", round(_score(words, others) / 100, 3)


def _open_alike(words: Sequence[str], others: Sequence[str]) -> bool:
    return words[:_OPENING] == others[:_OPENING] and len(others) >= _OPENING


def _like_those(words: tuple[str, ...], others: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Those of other contents that one is like."""
    scores = process.cdist([" ".join(words)], list(map(" ".join, others)), scorer=fuzz.token_set_ratio,
                           score_cutoff=ALIKE)[0]  # fmt: skip
    return [own for own, score in zip(others, scores.tolist(), strict=True) if score or _open_alike(own, words)]


@remembered(2_000)
def _score(words: tuple[str, ...], others: tuple[str, ...]) -> float:
    """How like contents are, 0 to 100."""
    return fuzz.token_set_ratio(" ".join(words), " ".join(others))


def sharing(contents: Sequence[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], list[tuple[str, ...]]]]:
    """Each of several contents with those before it that share three words with it: some proposers make thousands."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(contents):
        own = set(words)
        if len(own) < _SHARED:
            continue
        shared = Counter(chain.from_iterable(having[word] for word in own))
        others = [contents[one] for one, times in shared.items() if times >= _SHARED]
        if others:
            yield words, others
        for word in own:
            having[word].append(number)


def _may_ask_the_same(one: _Told, other: _Told) -> bool:
    """Whether nothing in whom they ask tells two accounts apart."""
    return not one.asked or not other.asked or not one.asked.isdisjoint(other.asked)


@remembered(2_000)
def content_words(text: str) -> tuple[str, ...]:
    """The words that carry the content, without case and a plural s."""
    words = [word for word in re.findall(r"[^\W_]+", text.casefold()) if word not in _SMALL]
    return tuple(w[:-1] if len(w) > 4 and w.endswith("s") and not w.endswith("ss") else w for w in words)


def _label(account: ProposalAccount) -> str:
    return f"{account.content[:60]} ({account.article})"
