from collections.abc import Callable

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from newsgraph.language.english.syntax.repairs.prefixes import attach_prefixes
from newsgraph.records import Record


def heads(doc: Doc) -> list[tuple[str, str, str]]:
    return [(token.text, token.dep_, token.head.text) for token in doc]


def test_three_objects_are_one_with_its_prefix() -> None:
    doc = Doc(
        Vocab(), "They jailed an ex - minister".split(), spaces=[True, True, True, False, False, False],
        heads=[1, 1, 3, 1, 1, 1], deps=["nsubj", "ROOT", "det", "dobj", "dobj", "dobj"],
    )  # fmt: skip
    attach_prefixes(doc)
    assert heads(doc)[2:] == [
        ("an", "det", "minister"), ("ex", "compound", "minister"), ("-", "compound", "minister"),
        ("minister", "dobj", "jailed"),
    ]  # fmt: skip


def test_a_dash_between_words_is_left_alone() -> None:
    doc = Doc(
        Vocab(), "They met rebels - soldiers".split(), spaces=[True, True, True, True, False],
        heads=[1, 1, 1, 2, 1], deps=["nsubj", "ROOT", "dobj", "punct", "dobj"],
    )  # fmt: skip
    before = heads(doc)
    attach_prefixes(doc)
    assert heads(doc) == before


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The court jailed an ex-minister over bribes.", "an ex-minister"),
        ("The vice-president of the council met the rebels.", "The vice-president of the council"),
        ("The secretary-general called for talks.", "The secretary-general"),
    ],
)
def test_a_mention_is_the_whole_word(text: str, wanted: str, extract: Callable[..., Record]) -> None:
    assert wanted in [mention.text for mention in extract(text).mentions]


def test_what_hangs_on_the_hyphen_itself_is_left_alone() -> None:
    doc = Doc(
        Vocab(), "rebels vice - presidents".split(), spaces=[True, False, False, False],
        heads=[2, 0, 2, 2], deps=["nsubj", "conj", "ROOT", "dobj"],
    )  # fmt: skip
    attach_prefixes(doc)
    for token in doc:
        assert doc[2] in (token, *token.ancestors)
