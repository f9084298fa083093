"""Keys that stay, of the stories of a graph on the disk: the votes of their articles lie there, too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter

from newsgraph.graph.ledger import STORY, Places
from newsgraph.on_disk.building import DiskNetwork
from newsgraph.on_disk.scratch import Rows, enter
from newsgraph.on_disk.stories import STORY_ORDER

STORY_TABLES = {
    "story_article": "(article TEXT PRIMARY KEY, first TEXT) WITHOUT ROWID",
    "story_voted": "(first TEXT, key TEXT)",
    "story_vote": "(first TEXT, key TEXT, count INTEGER)",
    "story_given": "(first TEXT PRIMARY KEY, key TEXT UNIQUE) WITHOUT ROWID",
}
"""What is needed for it."""


class StoryVotesOnDisk:
    """The votes of the articles of stories, each of which is known by its first article.

    Nodes have the keys of now, and what is known of keys stands in the tables of `newsgraph.on_disk.ledger`.
    """

    def __init__(self, network: DiskNetwork, known: Callable[[str], Places]) -> None:
        self._connection, self._nodes, self._stories = network.connection, network.graph.nodes, network.told_stories
        self.known = known
        self._stories.index()
        for table, columns in STORY_TABLES.items():
            self._connection.execute(f"CREATE TABLE {table} {columns}")
        self._voted = Rows(self._connection, "INSERT INTO story_voted VALUES (?, ?)")
        self._given = Rows(self._connection, "INSERT OR IGNORE INTO story_given VALUES (?, ?)")

    def places(self) -> Iterator[tuple[str, str, str, str]]:
        """The articles of all stories."""
        entering = Rows(self._connection, "INSERT INTO story_article VALUES (?, ?)")
        for story in self._stories:
            first = story.articles[0]
            for article in story.articles:
                entering.add(article, first)
                yield first, STORY, self._nodes[article]["identifier"], ""
        entering.flush()

    def vote(self, node: str, key: str) -> None:
        """An article of a story knows a key."""
        self._voted.add(node, key)

    def wishes(self) -> Iterator[tuple[str, str]]:
        """Most articles first; of as many the older key, and the story that would have it anyhow."""
        self._voted.flush()
        self._connection.execute("INSERT INTO story_vote SELECT first, key, count(*) FROM story_voted GROUP BY 1, 2")
        return iter(self._connection.execute(
            "SELECT vote.first, vote.key FROM story_vote AS vote CROSS JOIN story USING (first) "
            "LEFT JOIN story_ever AS ever ON ever.key = vote.key ORDER BY -vote.count, ever.number IS NULL, "
            "ever.number, vote.key, vote.key != story.key, vote.first"
        ))  # fmt: skip

    def give(self, node: str, key: str) -> None:
        """Give a key to a story, unless it has one or the key is given."""
        self._given.add(node, key)

    def nodes_without(self) -> Iterator[tuple[str, str]]:
        """The stories that were given no key, in order, each with the key that it would have anyhow."""
        self._given.flush()
        without = "first NOT IN (SELECT first FROM story_given)"
        return iter(self._connection.execute(f"SELECT first, key FROM story WHERE {without} {STORY_ORDER}"))

    def is_given(self, key: str) -> bool:
        """Whether a key was given to a story now."""
        self._given.flush()
        return self._connection.execute("SELECT 1 FROM story_given WHERE key = ?", (key,)).fetchone() is not None

    def was_given(self, key: str) -> bool:
        """Whether a key was given, now or ever."""
        self._given.flush()
        found = "SELECT 1 FROM ever WHERE key = ?1 UNION ALL SELECT 1 FROM story_given WHERE key = ?1"
        return self._connection.execute(found, (key,)).fetchone() is not None

    def enter(self) -> None:
        """Enter the keys that were given, and what stands for those that articles know and no story has."""
        self._given.flush()
        lost = self._connection.execute(
            "SELECT vote.key, given.key FROM story_vote AS vote JOIN story_given AS given USING (first) "
            "WHERE vote.key NOT IN (SELECT key FROM story_given) ORDER BY vote.key, vote.count DESC, vote.first"
        )
        first = (next(rows) for _, rows in groupby(lost, itemgetter(0)))
        enter(self._connection, "INSERT INTO joined VALUES (?, ?)", first)
        for statement in (
            "INSERT OR IGNORE INTO ever SELECT key, NULL, NULL, 1 FROM story_given",
            "INSERT INTO story_ever (key, is_new) SELECT given.key, 1 FROM story CROSS JOIN story_given AS given "
            f"USING (first) WHERE given.key NOT IN (SELECT key FROM story_ever) {STORY_ORDER}",
            "UPDATE story SET key = (SELECT given.key FROM story_given AS given WHERE given.first = story.first)",
        ):
            self._connection.execute(statement)

    def given_to(self, article: str) -> str | None:
        """The key of the story that an article, by its key, is in."""
        found = "SELECT key FROM story_article CROSS JOIN story_given USING (first) WHERE article = ?"
        row = self._connection.execute(found, (article,)).fetchone()
        return None if row is None else str(row[0])
