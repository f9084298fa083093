import msgspec

from newsgraph.articles import Article
from newsgraph.language.pipeline import load_pipeline, read_articles
from newsgraph.record_checks import check
from newsgraph.records import Record
from newsgraph.unseen import seen_offsets, without_unseen

MARK = "\u200e"
PLAIN = (
    "Prime Minister Haider Valdani met President Lena Orsk in Baghdad after the fall of Mosul. "
    "The Syrian Democratic Forces attacked Raqqa on Monday, police said. "
    'The prime minister called on Turkey to "open the border at once".'
)
MARKED = PLAIN.replace("Minister", f"Minister{MARK}", 1).replace("Mosul. ", f"Mosul{MARK}. {MARK}") + MARK
MARKED = MARKED.replace("Raq", "Raq\u00ad")


def read(text: str) -> Record:
    return next(read_articles([Article(id="a", text=text)], load_pipeline()))


def test_characters_that_nobody_sees_change_nothing_but_the_offsets() -> None:
    plain, marked = read(PLAIN), read(MARKED)
    assert marked.article.text == MARKED
    check(marked)
    assert [entity.name for entity in marked.entities] == [entity.name for entity in plain.entities]
    for one, other in zip(plain.mentions + plain.events, marked.mentions + marked.events, strict=True):
        assert without_unseen(other.text) == one.text
        assert MARKED[other.start : other.end] == other.text
    (asked,) = marked.proposals
    assert MARKED[asked.content.start : asked.content.end] == asked.content.text
    assert [without_unseen(MARKED[start:end]) for start, end in marked.sentences] == [
        PLAIN[start:end] for start, end in plain.sentences
    ]


def test_a_text_of_nothing_else_is_read_as_an_empty_one() -> None:
    assert msgspec.structs.replace(read(MARK * 3), made_by={}) == Record(article=Article(id="a", text=MARK * 3))


def test_seen_offsets() -> None:
    assert seen_offsets(f"a{MARK}b{MARK}") == [0, 2]
