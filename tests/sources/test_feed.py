"""Feeds: RSS and Atom files."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

RSS = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Harbour Courier</title><link>https://courier.example/</link><language>en-gb</language>
<item><title>Lomara &amp; Selm reopen border</title><link>https://courier.example/border</link>
<guid isPermaLink="false">c-1</guid><pubDate>Tue, 05 Mar 2024 06:30:00 GMT</pubDate><dc:creator>Ana Torv</dc:creator>
<description>Ministers met.</description>
<content:encoded><![CDATA[<p>The ministers of Lomara and Selm met on <b>Monday</b>.</p><script>alert("x")</script>
<p>They agreed to reopen the border.</p>]]></content:encoded></item>
<item><title>Storm closes port</title><link>https://courier.example/storm</link>
<description>&lt;p&gt;A storm closed the port of Selm.&lt;/p&gt;</description></item>
<item><title>Picture of the day</title><link>https://courier.example/picture</link></item>
</channel></rss>
"""
ATOM = """\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Selm Evening Post</title>
<entry><title>Dockers reject offer</title><link href="https://post.example/dockers"/><id>urn:post:7</id>
<published>2024-03-18T08:00:00Z</published><updated>2024-03-19T08:00:00Z</updated><author><name>Ben Arl</name></author>
<content type="html">&lt;p&gt;Dockers in Selm rejected the offer on Sunday.&lt;/p&gt;</content></entry></feed>
"""


def test_rss(read: Callable, write: Callable) -> None:
    path = write("courier.rss", RSS)
    (one, two), problems = read(path)
    assert (one.id, one.url, one.title, one.source, one.published, one.author, one.language) == (
        "courier.example/border", "https://courier.example/border", "Lomara & Selm reopen border",
        "The Harbour Courier", "2024-03-05T06:30Z", "Ana Torv", "en",
    )  # fmt: skip
    assert one.text == "The ministers of Lomara and Selm met on Monday.\nThey agreed to reopen the border."
    assert two.text == "A storm closed the port of Selm."
    assert [str(problem) for problem in problems] == [
        f"{path}, entry 3: has no text; save the page that it links to",
        f"{path}: 1 of its 3 entries are summaries, not articles; for more, save the pages that they link to",
    ]
    assert [problem.lost for problem in problems] == [True, False]


def test_feeds_called_xml_are_read_in_a_folder_and_other_xml_is_not(
    read: Callable, write: Callable, tmp_path: Path
) -> None:
    write("folder/feed.xml", ATOM)
    write("folder/map.xml", "<?xml version='1.0'?><map><place>Selm</place></map>")
    os.mkfifo(tmp_path / "folder" / "pipe.xml")
    (article,), problems = read(tmp_path / "folder")
    assert article.title == "Dockers reject offer"
    assert len(problems) == 1 and "2 files are in no format that newsgraph reads (.xml)" in str(problems[0])


def test_atom_is_known_by_its_beginning(read: Callable, write: Callable) -> None:
    (article,), problems = read(write("feed.xml", ATOM))
    assert (article.title, article.source, article.published, article.author) == (
        "Dockers reject offer", "Selm Evening Post", "2024-03-18T08:00Z", "Ben Arl",
    )  # fmt: skip
    assert article.text == "Dockers in Selm rejected the offer on Sunday."
    assert problems == []


def test_entities_are_not_blown_up(read: Callable, write: Callable) -> None:
    bomb = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 12))
    path = write("a.rss", f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY b0 "bomb">{bomb}'
                          '<!ENTITY file SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>T</title>'
                          "<item><title>Storm</title><description>&b11;&file;</description></item></channel></rss>")
    articles, problems = read(path)
    assert all(len(article.text) < 1000 and "root:" not in article.text for article in articles)
    assert articles or problems


def test_a_broken_feed_is_one_line(read: Callable, write: Callable) -> None:
    path = write("a.atom", "<feed><entry>")
    articles, problems = read(path)
    assert articles == [] and len(problems) == 1 and str(problems[0]).startswith(f"{path}")
