"""Proposals across articles: the same actor asks for the same in like words.

Likeness is the token-set ratio of rapidfuzz over the content words; contents that open with the same four or more
content words (verb and object, then) are alike, too, whatever detail each article adds; and so are short contents of
the same words, unless different actors are asked. The bar is high: a proposal
that is told twice in different words stays two nodes rather than that two proposals become one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from newsgraph.records import Proposal, Record
from newsgraph.resolve.entities import Resolution
from newsgraph.resolve.merges import Clusters, Merge

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
    def content(self) -> str:
        """The longest wording, for it says most."""
        return max((p.content.text or "" for p in self.proposals), key=len)


def proposal_accounts(record: Record, resolution: Resolution) -> list[ProposalAccount]:
    """The proposals of one article: records that are `same_as` each other are one."""
    if not record.proposals:
        return []
    by_id = {proposal.id: proposal for proposal in record.proposals}
    entity_of = {mention.id: (record.article.id, mention.entity) for mention in record.mentions}
    together: Clusters[str] = Clusters(sorted(by_id))
    for proposal in record.proposals:
        if proposal.same_as in by_id:
            together.join(proposal.id, str(proposal.same_as))

    def resolved(mentions: Sequence[Sequence[str]]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(resolution.of[entity_of[m]] for group in mentions for m in group))

    accounts = []
    for group in together.groups():
        found = tuple(sorted((by_id[i] for i in group), key=lambda p: (p.start, p.cue.start)))
        accounts.append(
            ProposalAccount(
                record.article.id, found, resolved([p.proposers for p in found]),
                resolved([p.addressees for p in found]), resolved([p.involves for p in found]),
            )
        )
    return accounts


def merge_proposals(accounts: Sequence[ProposalAccount]) -> tuple[list[list[ProposalAccount]], list[Merge]]:
    """The accounts that are of one proposal, together, and why."""
    by_key = {account.key: account for account in accounts}
    clusters: Clusters[tuple[str, int]] = Clusters(sorted(by_key))
    merges: list[Merge] = []
    by_proposer: dict[int, list[tuple[ProposalAccount, list[str]]]] = defaultdict(list)
    for account in sorted(accounts, key=lambda a: a.key):
        told = account, content_words(account.content)
        for proposer in account.proposers:
            by_proposer[proposer].append(told)
    for _, block in sorted(by_proposer.items(), key=lambda item: item[0]):
        words = [own for _, own in block]
        for position, second in like_pairs(words):
            one, other = block[position][0], block[second][0]
            if one.article == other.article or clusters.find(one.key) == clusters.find(other.key):
                continue
            if one.proposals[0].negated != other.proposals[0].negated:
                continue
            same = words[position] == words[second] and _asks_the_same(one, other)
            if not same and len(set(words[position]) & set(words[second])) < _SHARED:
                continue
            score = fuzz.token_set_ratio(" ".join(words[position]), " ".join(words[second]))
            opening = words[position][:_OPENING] == words[second][:_OPENING] and len(words[second]) >= _OPENING
            if same or opening or score >= ALIKE:
                first, last = sorted((_label(one), _label(other)))
                alike = "same" if same else "same opening" if opening else "like"
                reason = f"same proposer, {alike} words"
                merges.append(Merge(first, last, round(score / 100, 3), reason, True))
                clusters.join(one.key, other.key)
    return [[by_key[key] for key in group] for group in clusters.groups()], sorted(merges)


def like_pairs(contents: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """The pairs of contents that share three words, or all that they have, in order: some proposers make thousands."""
    if len(contents) < 2:
        return []
    found: set[tuple[int, int]] = set()
    having: dict[str, list[int]] = defaultdict(list)
    equal: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for second, words in enumerate(contents):
        own = set(words)
        shared = Counter(one for word in own for one in having[word])
        found.update((one, second) for one, number in shared.items() if number >= _SHARED)
        if len(own) < _SHARED:
            found.update((one, second) for one in equal[tuple(words)])
            equal[tuple(words)].append(second)
        for word in own:
            having[word].append(second)
    return sorted(found)


def _asks_the_same(one: ProposalAccount, other: ProposalAccount) -> bool:
    """Whether both have some content, and nothing in whom they ask tells them apart."""
    asked = set(one.addressees), set(other.addressees)
    return bool(content_words(one.content)) and (not all(asked) or bool(asked[0] & asked[1]))


def content_words(text: str) -> list[str]:
    """The words that carry the content, without case and a plural s."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return [w[:-1] if len(w) > 4 and w.endswith("s") and not w.endswith("ss") else w for w in words if w not in _SMALL]


def _label(account: ProposalAccount) -> str:
    return f"{account.content[:60]} ({account.article})"
