"""Time expressions in sentences: their words, their values, and where there is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from newsgraph.articles import Article
from newsgraph.language.annotations import Annotations
from newsgraph.language.english.times.component import find_times
from newsgraph.language.english.times.grammar import TimeGrammar
from newsgraph.language.english.times.patterns import rows_for
from newsgraph.language.pipeline import COMPONENTS
from newsgraph.language.time_values import granularity, to_interval
from newsgraph.records import Record

Extract = Callable[..., Record]
PUBLISHED = "2024-03-13"  # a Wednesday

WHOLE_DATES = [
    ("The envoys met on June 4, 2023 in Tashkent.", [("June 4, 2023", "2023-06-04")]),
    ("The envoys met on 4 June 2023 in Tashkent.", [("4 June 2023", "2023-06-04")]),
    ("The envoys met on the 4th of June 2023.", [("the 4th of June 2023", "2023-06-04")]),
    ("The accord was signed on Monday, May 8, 2023.", [("Monday, May 8, 2023", "2023-05-08")]),
    ("The accord was signed on Monday 8 May 2023.", [("Monday 8 May 2023", "2023-05-08")]),
    ("The ministry updated the file on 2023-11-02.", [("2023-11-02", "2023-11-02")]),
    ("The visa expired on 25/12/2023.", [("25/12/2023", "2023-12-25")]),
    ("The visa expired on 12/25/2023.", [("12/25/2023", "2023-12-25")]),
    ("The visa expired on 04/06/2023.", [("04/06/2023", None)]),
    ("The visa expired on 05/05/2023.", [("05/05/2023", "2023-05-05")]),
    ("The visa expired on 4.6.2023.", [("4.6.2023", "2023-06-04")]),
    ("The exercise ran from October 25-26, 2022.", [("October 25-26, 2022", "2022-10-25/2022-10-26")]),
    ("They met on November 16 and 17, 2022.", [("November 16", "2022-11-16"), ("17, 2022", "2022-11-17")]),
    ("They met on 13 and 14 December 2022.", [("13", "2022-12-13"), ("14 December 2022", "2022-12-14")]),
    ("The exercise took place on 11-13 December 2022.", [("11-13 December 2022", "2022-12-11/2022-12-13")]),
    ("They had met before in July 2019.", [("July 2019", "2019-07")]),
    ("They had met before in July of 2019.", [("July of 2019", "2019-07")]),
    ("The army took the town on February 30, 2023.", [("February 30, 2023", None)]),
    ("The shelling began at 5:30 am on 6 May 2023.", [("5:30 am on 6 May 2023", "2023-05-06T05:30")]),
    ("Updated: May 6, 2023 12:18 pm", [("May 6, 2023 12:18 pm", "2023-05-06T12:18")]),
    ("The mayor was shot at 10 p.m. on Tuesday.", [("10 p.m. on Tuesday", "2024-03-12T22")]),
]

NEAREST = [
    ("Rebels shelled the port on Monday.", [("Monday", "2024-03-11")]),
    ("Rebels shelled the port this past Monday.", [("this past Monday", "2024-03-11")]),
    ("The queen returns the coming Monday.", [("the coming Monday", "2024-03-18")]),
    ("August was the deadliest month.", [("August", "2023-08")]),
    ("Rebels shelled the port on Wednesday.", [("Wednesday", "2024-03-13")]),
    ("The two ministers will meet on Monday.", [("Monday", "2024-03-18")]),
    ("The two ministers are expected to meet on Monday.", [("Monday", "2024-03-18")]),
    ("The talks, scheduled for Friday, were cancelled.", [("Friday", "2024-03-15")]),
    ("A hearing was penciled in for October.", [("October", "2024-10")]),
    ("The governor said the curfew would end on Saturday.", [("Saturday", "2024-03-16")]),
    ("The attack on the night of May 7 killed six.", [("the night of May 7", "2023-05-07TNI")]),
    ("The May 9 parade was cancelled.", [("May 9", "2024-05-09")]),
    ("The parliament's term ends in December.", [("December", "2024-12")]),
    ("Officials did not say Monday whether he would go.", [("Monday", "2024-03-11")]),
    ("The visit was postponed to Thursday.", [("Thursday", "2024-03-14")]),
    ("By mid-afternoon Tuesday, troops had left.", [("mid-afternoon Tuesday", "2024-03-12TAF")]),
    ("Polls closed ahead of Sunday's runoff.", [("Sunday", "2024-03-17")]),
    ("A boy walks past the ruins on Tuesday.", [("Tuesday", "2024-03-12")]),
    ("The tribunal hears the appeal on Friday.", [("Friday", "2024-03-15")]),
    ("Guards fired on Sunday at 0600.", [("Sunday at 0600", "2024-03-10T06:00")]),
    ("Police said they had arrested him after he was seen on Friday.", [("Friday", "2024-03-08")]),
    ("He was arrested last Wednesday.", [("last Wednesday", "2024-03-06")]),
    ("The ship leaves next Wednesday.", [("next Wednesday", "2024-03-20")]),
    ("Monday's attack killed four soldiers.", [("Monday", "2024-03-11")]),
    ("Gunmen stormed the station on Tuesday night.", [("Tuesday night", "2024-03-12TNI")]),
    ("The premier resigned early Tuesday.", [("early Tuesday", "2024-03-12")]),
    ("The blast was heard late on Sunday.", [("late on Sunday", "2024-03-10")]),
    ("The law took effect on January 1.", [("January 1", "2024-01-01")]),
    ("The law will take effect on January 1.", [("January 1", "2025-01-01")]),
    ("Voters go to the polls on April 21.", [("April 21", "2024-04-21")]),
    ("The embassy was closed in November.", [("November", "2023-11")]),
    ("The embassy will reopen in November.", [("November", "2024-11")]),
    ("The plot was uncovered last December.", [("last December", "2023-12")]),
    ("He was elected in early June.", [("early June", "2023-06")]),
    ("The harvest failed last summer.", [("last summer", "2023-SU")]),
    ("Trade fell in the fourth quarter of last year.", [("the fourth quarter of last year", "2023-Q4")]),
    ("Their fourth-quarter exports fell.", [("fourth-quarter", "2023-Q4")]),
    ("The harbour was bombed over the weekend.", [("the weekend", "2024-03-09/2024-03-10")]),
    ("They will gather this weekend.", [("this weekend", "2024-03-16/2024-03-17")]),
    ("A strike has been called for Friday.", [("Friday", "2024-03-15")]),
    ("The union called for calm on Saturday.", [("Saturday", "2024-03-09")]),
]  # fmt: skip

DEICTIC = [
    ("The court ruled today that the ban stands.", [("today", "2024-03-13")]),
    ("The court ruled yesterday.", [("yesterday", "2024-03-12")]),
    ("The court will rule tomorrow morning.", [("tomorrow morning", "2024-03-14TMO")]),
    ("The court will rule tonight.", [("tonight", "2024-03-13TNI")]),
    ("Two men were hurt last night.", [("last night", "2024-03-12TNI")]),
    ("The strike began this week.", [("this week", "2024-W11")]),
    ("The strike ended last week.", [("last week", "2024-W10")]),
    ("The strike may end next month.", [("next month", "2024-04")]),
    ("The fund was set up last year.", [("last year", "2023")]),
    ("The fund was set up earlier this month.", [("earlier this month", "2024-03")]),
    ("The treaty lapses at the end of next year.", [("the end of next year", "2025")]),
    ("The envoy left two days ago.", [("two days ago", "2024-03-11")]),
    ("The envoy left three weeks ago.", [("three weeks ago", "2024-W08")]),
    ("The envoy left five years ago.", [("five years ago", "2019")]),
    ("The envoy left [ten] months ago.", [("[ten] months ago", "2023-05")]),
    ("The envoy left several days ago.", [("several days ago", "PAST_REF")]),
    ("He recently met the king.", [("recently", "PAST_REF")]),
    ("He hopes for peace in the near future.", [("the near future", "FUTURE_REF")]),
    ("It was shut in 2019, and it will be shut by year end.", [("2019", "2019"), ("year end", "2024-12-31")]),
]

UNANCHORED = [
    ("The dam was built in the 1990s.", [("the 1990s", "199")]),
    ("The dam was built in the late '80s.", [("the late '80s", "198")]),
    ("By the mid-1990s it was full.", [("the mid-1990s", "199")]),
    ("The budget for 2024-25 was approved.", [("2024-25", "2024/2025")]),
    ("It is the worst famine of the 21st century.", [("the 21st century", "20")]),
    ("The junta fell in early 2019.", [("early 2019", "2019")]),
    ("The junta fell in mid-2019.", [("mid-2019", "2019")]),
    ("The offensive of spring 2022 failed.", [("spring 2022", "2022-SP")]),
    ("Growth slowed in the first quarter of 2009.", [("the first quarter of 2009", "2009-Q1")]),
    ("Growth slowed in the second half of 2009.", [("the second half of 2009", "2009-H2")]),
    ("The budget for fiscal 2010 was cut.", [("fiscal 2010", "FY2010")]),
    ("The siege lasted from 2003 to 2008.", [("2003", "2003"), ("2008", "2008")]),
    ("The siege of 2003–2008 was the longest.", [("2003–2008", "2003/2008")]),
    ("The war lasted for three years.", [("three years", "P3Y")]),
    ("The war lasted two and a half years.", [("two and a half years", "P2.5Y")]),
    ("They talked for half an hour.", [("half an hour", "PT30M")]),
    ("The three-day visit ended in silence.", [("three-day", "P3D")]),
    ("The week-long drill involved a six month break.", [("week-long", "P1W"), ("six month", "P6M")]),
    ("It was a decades-long feud.", [("decades-long", "PXDE")]),
    ("The clans have fought for generations and for decades.", [("decades", "PXDE")]),
    ("Aid was blocked over the past two weeks.", [("the past two weeks", "P2W")]),
    ("Aid was blocked in recent months.", [("recent months", "PXM")]),
    ("It would take between 60 and 90 days.", [("60", "P60D"), ("90 days", "P90D")]),
    ("It would take two to three weeks.", [("two to three weeks", "PXW")]),
    ("Convoys leave every day.", [("every day", "P1D")]),
    ("Convoys leave every Friday.", [("every Friday", None)]),
    ("The commission reports annually.", [("annually", "P1Y")]),
    ("The truce held until Christmas Day 2022.", [("Christmas Day 2022", "2022-12-25")]),
    ("The truce held until Easter Sunday, 2023.", [("Easter Sunday, 2023", "2023-04-09")]),
]

NARRATIVE = [
    ("The bridge fell on May 7, 2022. Traffic resumed the following day.",
     [("May 7, 2022", "2022-05-07"), ("the following day", "2022-05-08")]),
    ("The bridge fell on May 7, 2022. Three weeks later, it was open.",
     [("May 7, 2022", "2022-05-07"), ("Three weeks later", "2022-W21")]),
    ("The bridge fell on May 7, 2022. Two days earlier, cracks were seen.",
     [("May 7, 2022", "2022-05-07"), ("Two days earlier", "2022-05-05")]),
    ("The bridge fell on May 7, 2022. The inspector was sacked the same day.",
     [("May 7, 2022", "2022-05-07"), ("the same day", "2022-05-07")]),
    ("The party won in 2015. The following year it split.", [("2015", "2015"), ("The following year", "2016")]),
    ("Sales rose in February compared to the same month a year ago.",
     [("February", "2024-02"), ("the same month a year ago", "2023-02")]),
    ("The vote was on May 7, 2022. The count ended later that day.",
     [("May 7, 2022", "2022-05-07"), ("later that day", "2022-05-07")]),
]  # fmt: skip

TOGETHER = [
    ("Rebels shelled the port from May 2 to May 5, 2023.", [("May 2", "2023-05-02"), ("May 5, 2023", "2023-05-05")]),
    ("Rebels shelled the port from May 2 to 5, 2023.", [("May 2 to 5, 2023", "2023-05-02/2023-05-05")]),
    ("Rebels shelled the port from 30 May to 5 June 2023.", [("30 May", "2023-05-30"), ("5 June 2023", "2023-06-05")]),
    ("Rebels shelled the port between March and May 2020.", [("March", "2020-03"), ("May 2020", "2020-05")]),
    ("Rebels shelled the port from November to February 2020.",
     [("November", "2019-11"), ("February 2020", "2020-02")]),
    ("Rebels shelled the port from December 2021 to February.",
     [("December 2021", "2021-12"), ("February", "2022-02")]),
    ("Rebels shelled the port from April to July.", [("April", "2023-04"), ("July", "2023-07")]),
    ("Rebels shelled the port from spring to autumn 2020.", [("spring", "2020-SP"), ("autumn 2020", "2020-FA")]),
    ("Rebels shelled the port on May 5 and May 7, 2023.", [("May 5", "2023-05-05"), ("May 7, 2023", "2023-05-07")]),
    ("Rebels shelled the port from Monday to Friday.", [("Monday", "2024-03-04"), ("Friday", "2024-03-08")]),
    ("Rebels shelled the port from Sunday to Tuesday.", [("Sunday", "2024-03-10"), ("Tuesday", "2024-03-12")]),
    ("The talks will run from Monday to Friday.", [("Monday", "2024-03-18"), ("Friday", "2024-03-22")]),
    ("The port will be shut from Friday until Monday.", [("Friday", "2024-03-15"), ("Monday", "2024-03-18")]),
    ("The mayor was shot on Monday and on Sunday police held a man.",
     [("Monday", "2024-03-11"), ("Sunday", "2024-03-10")]),
    ("The price rose from March 2 to 5 percent.", [("March 2", "2024-03-02")]),
]  # fmt: skip

NO_TIMES = [
    "The cabinet of Norland's May met, and April Okoro watched.",
    "May he rest in peace, the crowd sang as they began to march.",
    "About 2000 people marched, and 1998 troops stood by.",
    "The 45-year-old pilot, aged 45 years, was unhurt.",
    "He came second and took a second term, a quarter of the votes.",
    "She sprang up in the fall of a wall.",
    "The Daily Courier and The Weekly Post closed.",
    "It was scheduled by the last of the kings, and the next man agreed.",
]


def times(record: Record) -> list[tuple[str, str | None]]:
    return [(t.text, t.value) for t in record.times]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("text", "expected"), [*WHOLE_DATES, *NEAREST, *DEICTIC, *UNANCHORED, *NARRATIVE, *TOGETHER])
def test_expression_and_value(extract: Extract, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert times(extract(text, published=PUBLISHED)) == expected


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time(extract: Extract, text: str) -> None:
    assert times(extract(text, published=PUBLISHED)) == []


@pytest.mark.parametrize(("text", "expected"), UNANCHORED)
def test_whole_dates_need_no_anchor(extract: Extract, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert times(extract(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled the port on Monday.",
        "The envoy left two days ago.",
        "The fund was set up last year.",
        "They arrived the following day.",
        "The embassy was closed in November.",
        "The embassy was closed on November 3.",
        "The harvest failed last summer.",
        "Their fourth-quarter exports fell.",
        "They will gather this weekend.",
    ],
)
def test_nothing_is_invented_without_an_anchor(extract: Extract, text: str) -> None:
    assert [value for _, value in times(extract(text))] == [None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Published on: June 4, 2025 12:18 pm\n\nThe port was shelled yesterday.", "2025-06-03"),
        ("GARISSA, June 4, 2025 (Agency) - The port was shelled yesterday.", "2025-06-03"),
        ("Porto Alto, Brazil, 4 June 2025 – The port was shelled yesterday.", "2025-06-03"),
        ("Port shelled\n\nWednesday, June 4, 2025\n\nThe port was shelled yesterday.", "2025-06-03"),
        ("The port that opened on June 4, 2025 was shelled yesterday.", None),
    ],
)
def test_the_dateline_anchors_where_the_source_gives_no_date(extract: Extract, text: str, value: str | None) -> None:
    assert times(extract(text))[-1] == ("yesterday", value)


def test_the_date_of_publication_comes_before_the_dateline(extract: Extract) -> None:
    text = "GARISSA, June 4, 2025 (Agency) - The port was shelled yesterday."
    assert times(extract(text, published="2025-06-06T08:00"))[-1] == ("yesterday", "2025-06-05")


def test_a_date_on_a_line_of_its_own_has_its_month(extract: Extract) -> None:
    assert times(extract("Sales spike\n\nMarch 03, 2010\n\nFirms rejoiced.")) == [("March 03, 2010", "2010-03-03")]


def test_a_headline_in_the_present_tense_tells_of_the_past(extract: Extract) -> None:
    record = extract("Storm hits coast on Monday\n\nMany roofs were lost.", published=PUBLISHED)
    assert times(record) == [("Monday", "2024-03-11")]


WORDS = """
the a last next this past first third early mid late of in on at by ago later 4 31 30 12 2024 1999 '90s Monday Sun. May
June Sept. February spring quarter week weekend day days years decade century noon 10:30 pm UTC and - – / , . [ ] Q1
Christmas Easter fiscal two several half every daily year end between to before after 25-26 99/99/99 0000 0600 same
"""
PIECES = st.lists(st.sampled_from(WORDS.split()), max_size=14)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=PIECES, published=st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31))))
def test_any_words_give_spans_inside_the_text_and_days_of_the_calendar(
    nlp: Language, pieces: list[str], published: date | None
) -> None:
    doc = nlp.make_doc(" ".join(pieces))
    article = Article(id="a", text=doc.text, published=published.isoformat() if published else None)
    doc._.newsgraph = Annotations(article=article)
    with nlp.select_pipes(disable=list(COMPONENTS)):
        find_times(nlp(doc))
    end = 0
    for time in doc._.newsgraph.times:
        assert end <= time.start < time.end <= len(doc)
        end = time.end
        for day in re.findall(r"\d{4}-\d\d-\d\d", time.value or ""):
            assert date.fromisoformat(day)
        if granularity(time.value) not in (None, "duration", "reference"):
            assert to_interval(time.value) is not None


@pytest.mark.parametrize("piece", ["the last week of ", "the end of ", "1 and ", "noon in ", "[ two "])
def test_endless_repetition_comes_to_an_end(nlp: Language, piece: str) -> None:
    doc = nlp.make_doc(piece * 400 + "2019")
    assert len(list(TimeGrammar(doc).find())) < len(doc)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=80))
def test_any_text_is_read_without_an_error(nlp: Language, text: str) -> None:
    doc = nlp.make_doc(text)
    assert all(0 <= found.start < found.end <= len(doc) for found in TimeGrammar(doc).find())


def test_each_row_asks_what_the_grammar_can_tell() -> None:
    rows = [row for word in ("the", "last", "1", "may", "every", "two") for row in rows_for({word})[word][1]]
    assert rows
    assert all(hasattr(TimeGrammar, f"is_{test.partition(':')[0]}") for row in rows for test in row.tests)


def test_a_year_is_no_anchor_of_a_weekend(extract: Extract) -> None:
    text = "The budget runs to 2019. The mayor warned during the weekend that the bridge was unsafe."
    assert times(extract(text)) == [("2019", "2019"), ("the weekend", None)]
