"""The parse of a doc as plain lists of strings and indices, made in one sweep.

Rules ask for lemmas, relations and children many times a token; lists answer ten times faster than token objects.
"""

from __future__ import annotations

from spacy.tokens import Doc

from newsgraph.language.parse_repairs import repair_parse

_NAMES: dict[int, str] = {0: ""}
_LEMMAS: dict[int, str] = {0: ""}
_AFTER_NOUN = frozenset(("case", "relcl", "acl", "appos", "advcl", "punct", "dep", "parataxis", "ccomp", "conj", "cc"))


class Parse:
    """Parallel lists over the tokens of a doc."""

    __slots__ = (
        "begin", "children", "dep", "doc", "end", "head", "left", "lemma", "lower", "pos", "right", "sent_end",
        "sent_start", "size", "tag",
    )  # fmt: skip

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.size = size = len(doc)
        strings = doc.vocab.strings
        table = doc.to_array(["LOWER", "LEMMA", "TAG", "DEP", "POS", "HEAD", "IDX", "LENGTH"]).T
        rows = [row.tolist() for row in table]
        for key in {*rows[0], *rows[2], *rows[3], *rows[4]}:
            if key not in _NAMES:
                _NAMES[key] = strings[key]
        for key in {*rows[1]}:
            if key not in _LEMMAS:
                _LEMMAS[key] = strings[key].lower()
        names, lemmas = _NAMES, _LEMMAS
        self.lower = [names[k] for k in rows[0]]
        self.lemma = [lemmas[k] for k in rows[1]]
        self.tag = [names[k] for k in rows[2]]
        self.dep = [names[k] for k in rows[3]]
        self.pos = [names[k] for k in rows[4]]
        self.head: list[int] = [i + offset for i, offset in enumerate(table[5].astype("int64").tolist())]
        repair_parse(self)
        self.begin: list[int] = rows[6]
        """The first character of each token."""
        self.end: list[int] = [begin + size for begin, size in zip(rows[6], rows[7], strict=True)]
        """The character after each token."""
        self.children: list[list[int]] = [[] for _ in range(size)]
        self.left = list(range(size))
        """The first token of the subtree of each token."""
        self.right = list(range(size))
        """The last token of the subtree of each token."""
        self.sent_start = [0] * size
        self.sent_end = [size] * size
        head, children, left, right = self.head, self.children, self.left, self.right
        for sent in doc.sents:
            start, stop = sent.start, sent.end
            for i in range(start, stop):
                self.sent_start[i], self.sent_end[i] = start, stop
                if head[i] != i:
                    children[head[i]].append(i)
        for i in range(size):
            up = head[i]
            while i < left[up]:
                left[up] = i
                up = head[up]
        for i in range(size - 1, -1, -1):
            up = head[i]
            while i > right[up]:
                right[up] = i
                up = head[up]

    def child(self, i: int, *relations: str) -> int | None:
        """The first child with one of these relations."""
        for c in self.children[i]:
            if self.dep[c] in relations:
                return c
        return None

    def has_child(self, i: int, word: str, *relations: str) -> bool:
        """Whether a child is this word in one of these relations."""
        return any(self.lower[c] == word and self.dep[c] in relations for c in self.children[i])

    def is_verb(self, i: int) -> bool:
        """Whether a token is a verb form, auxiliary or not."""
        return self.pos[i] in ("VERB", "AUX")

    def conjuncts(self, i: int) -> list[int]:
        """A noun and those coordinated with it."""
        found = [i]
        for word in found:
            found += [c for c in self.children[word] if self.dep[c] == "conj" and self.pos[c] not in ("VERB", "AUX")]
        return found

    def members(self, i: int) -> list[int]:
        """A noun, those coordinated with it, and those that it is said to include."""
        found = self.conjuncts(i)
        for word in tuple(found):
            for c in self.children[word]:
                inner = self.child(c, "pobj") if self.dep[c] == "prep" else None
                if inner is not None and self.lower[c] in ("including", "like"):
                    found += self.conjuncts(inner)
        return found

    def is_passive(self, verb: int) -> bool:
        """Whether a verb is in the passive."""
        return any(self.dep[c] in ("auxpass", "nsubjpass") for c in self.children[verb])

    def subject(self, verb: int, depth: int = 0) -> int | None:
        """Who does what a verb says: its subject, or the one that its clause shares or leaves unsaid."""
        passive = any(self.dep[c] == "auxpass" for c in self.children[verb])
        agent = None
        for c in self.children[verb]:
            dep = self.dep[c]
            if dep == "nsubj" and not passive:
                return self.antecedent(c)
            if dep in ("nsubjpass", "auxpass"):
                passive = True
            elif dep == "agent":
                agent = self.child(c, "pobj")
        if passive or agent is not None:
            return agent
        dep, head = self.dep[verb], self.head[verb]
        if depth > 5 or head == verb:
            return None
        if dep in ("acl", "relcl"):
            if self.tag[verb] == "VBG" or dep == "relcl":
                return head
            return self.owner(head, depth + 1)
        if dep == "pcomp":
            governor = self.head[head]
            if self.is_verb(governor):
                taken = self.child(governor, "dobj")
                if taken is not None and taken < verb and self.lower[head] in ("as", "of", "from", "into", "against"):
                    return taken
                return self.patient(governor) if self.is_passive(governor) else self.subject(governor, depth + 1)
            return self.owner(governor, depth + 1)
        if dep in ("conj", "xcomp", "advcl", "ccomp", "dep", "parataxis") and self.is_verb(head):
            if dep == "ccomp" and self.tag[verb] not in ("VBG", "VB"):
                return None
            if dep == "conj" and self.tag[head] == "VB" and self._is_finite(verb):
                while self.tag[head] == "VB" and self.head[head] != head:
                    head = self.head[head]
            if dep == "conj" and self.is_passive(head):
                return self.patient(head)
            if dep == "xcomp":
                above = self.child(head, "dobj")
                if above is not None and self.tag[verb] == "VB":
                    return above
                if self.is_passive(head):
                    return self.patient(head)
            found = self.subject(head, depth + 1)
            return self.patient(head) if found is None else found
        if dep in ("acomp", "conj", "xcomp") or self.dep[head] in ("acomp",):
            return self.subject(head, depth + 1)
        return None

    def _is_finite(self, verb: int) -> bool:
        if self.tag[verb] in ("VBD", "VBZ"):
            return True
        return any(self.tag[c] in ("VBZ", "VBD", "VBP") and self.dep[c] == "aux" for c in self.children[verb])

    def patient(self, verb: int) -> int | None:
        """The subject of a passive."""
        found = self.child(verb, "nsubjpass", "nsubj")
        return None if found is None else self.antecedent(found)

    def antecedent(self, i: int) -> int:
        """What a relative pronoun stands for; another word itself."""
        if self.tag[i] in ("WDT", "WP") or (self.lower[i] == "that" and self.tag[i] != "DT"):
            clause = self.head[i]
            while self.dep[clause] in ("conj", "aux", "xcomp") and self.head[clause] != clause:
                clause = self.head[clause]
            if self.dep[clause] in ("relcl", "acl"):
                return self.head[clause]
        return i

    def owner(self, noun: int, depth: int = 0) -> int | None:
        """Who has or does a noun: its possessor, its "of" or "by" actor, or the subject of the verb it is object of."""
        found = self.child(noun, "poss")
        if found is not None:
            return found
        for c in self.children[noun]:
            if self.dep[c] in ("prep", "agent") and self.lower[c] in ("by", "from"):
                found = self.child(c, "pobj")
                if found is not None:
                    return found
        head = self.head[noun]
        if head == noun or depth > 5:
            return None
        if self.dep[noun] in ("dobj", "attr", "oprd") and self.is_verb(head):
            return self.subject(head, depth + 1)
        if self.dep[noun] == "pobj":
            verb = self.head[head]
            if self.is_verb(verb):
                return self.subject(verb, depth + 1)
        return None

    def noun_phrase(self, noun: int) -> tuple[int, int]:
        """The tokens of a noun phrase, without clauses, appositions and coordinates after it."""
        start = noun
        for c in self.children[noun]:
            if c < noun and self.dep[c] not in ("punct", "appos", "cc", "preconj"):
                start = min(start, self.left[c])
                break
        stop = noun + 1
        for c in self.children[noun]:
            if c > noun:
                if self.dep[c] in _AFTER_NOUN:
                    break
                if self.dep[c] == "prep" and self.lower[c] not in ("of", "for", "to", "on", "at", "in"):
                    break
                inner = self.child(c, "pobj")
                if inner is not None and self.doc[inner].ent_type_ in ("DATE", "TIME"):
                    break
                stop = max(stop, c + 1 if inner is None else self.noun_phrase(inner)[1])
        return start, stop

    def trim(self, start: int, stop: int) -> tuple[int, int]:
        """Tokens without white space, commas and stops at the edges."""
        while start < stop and self.lower[start].strip(" \xa0\n\t,;:–—-.") == "":
            start += 1
        while stop > start and self.lower[stop - 1].strip(" \xa0\n\t\r,;:–—-.") == "":
            stop -= 1
        return start, stop

    def characters(self, start: int, stop: int) -> tuple[int, int]:
        """The characters of tokens `start` to `stop`."""
        return self.begin[start], self.end[stop - 1]


if not Doc.has_extension("newsgraph_parse"):
    Doc.set_extension("newsgraph_parse", default=None)


def parse_of(doc: Doc) -> Parse:
    """The parse of a doc, made at the first call and kept with it."""
    found: Parse | None = doc._.newsgraph_parse
    if found is None:
        found = Parse(doc)
        doc._.newsgraph_parse = found
    return found


def forget_parse(doc: Doc) -> None:
    """Let the kept parse go: it refers to its doc, and would hold both in memory."""
    doc._.newsgraph_parse = None
