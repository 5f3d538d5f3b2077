"""SQLite's FTS5: the stories found go into a table in memory, and facets are counted by joins."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from bench.peers import FACETS, TOP, Answer, Ask
from bench.peers.record import read_best, story_day, story_place, write_story
from bench.question import DISTANCE, Question

if TYPE_CHECKING:
    from search import Article

SKIPS = "a prefix finds stems; facets are SQL joins"
_SCHEMA = """
CREATE VIRTUAL TABLE words USING fts5(
    headline, standfirst, body, content='', tokenize='porter unicode61');
CREATE TABLE facts (number INTEGER PRIMARY KEY, agency TEXT, place TEXT, year INTEGER, day INTEGER);
CREATE TABLE speakers (number INTEGER, speaker TEXT, PRIMARY KEY (number, speaker)) WITHOUT ROWID;
CREATE TABLE stories (number INTEGER PRIMARY KEY, id TEXT UNIQUE, story BLOB);
"""
_INDICES = """
CREATE INDEX by_agency ON facts (agency);
CREATE INDEX by_place ON facts (place);
CREATE INDEX by_day ON facts (day);
CREATE INDEX by_speaker ON speakers (speaker);
INSERT INTO words (words) VALUES ('optimize');
"""
_SETTINGS = """
PRAGMA cache_size = -256000;
PRAGMA mmap_size = 8000000000;
PRAGMA temp_store = MEMORY;
CREATE TEMP TABLE found (number INTEGER PRIMARY KEY, score REAL);
CREATE TEMP TABLE counted (number INTEGER PRIMARY KEY, score REAL);
"""
_BEST = f"""
SELECT story FROM stories JOIN (SELECT number, score FROM found ORDER BY score LIMIT {TOP})
USING (number) ORDER BY score"""
_NEWEST = f"""
SELECT story FROM stories JOIN
(SELECT number, day FROM found JOIN facts USING (number) ORDER BY day DESC LIMIT {TOP})
USING (number) ORDER BY day DESC"""
_SCORED = "SELECT rowid, bm25(words, 3, 1.5, 1) FROM words WHERE words MATCH ?"
_UNSCORED = "SELECT rowid, 0 FROM words WHERE words MATCH ?"


def version() -> str:
    return f"SQLite FTS5 {sqlite3.sqlite_version}"


def build(folder: Path, stories: Iterable[Article]) -> None:
    base = sqlite3.connect(folder / "stories.db")
    base.executescript("PRAGMA journal_mode = WAL; PRAGMA cache_size = -256000;" + _SCHEMA)
    for number, story in enumerate(stories):
        _add(base, number, story)
    base.commit()
    base.executescript(_INDICES)
    base.commit()
    base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    base.close()


def _add(base: sqlite3.Connection, number: int, story: Article) -> None:
    day = story_day(story)
    facts = number, story.agency, story_place(story), day.year, day.toordinal()
    texts = number, story.headline, story.standfirst, story.body
    base.execute("INSERT INTO words (rowid, headline, standfirst, body) VALUES (?, ?, ?, ?)", texts)
    base.execute("INSERT INTO facts VALUES (?, ?, ?, ?, ?)", facts)
    names = [(number, speaker.name) for speaker in story.speakers]
    base.executemany("INSERT INTO speakers VALUES (?, ?)", names)
    base.execute("INSERT INTO stories VALUES (?, ?, ?)", (number, story.id, write_story(story)))


class _Session:
    def __init__(self, folder: Path) -> None:
        self.base = sqlite3.connect(folder / "stories.db", isolation_level=None)
        self.base.executescript(_SETTINGS)

    def prepare(self, question: Question, newest: bool) -> Ask | None:
        select, values = compile_question(question, newest)
        rest = compile_question(question.without_facet(), True)

        def ask() -> Answer:
            total = self._fill("found", select, values)
            if question.facet:  # a facet's own filter does not narrow its values
                self._fill("counted", *rest)
            rows = self.base.execute(_NEWEST if newest else _BEST)
            best = [read_best(row[0]) for row in rows]
            counts = {name: self._count(name, name == question.facet) for name in FACETS}
            return Answer(total, best, counts)

        return ask

    def _fill(self, table: str, select: str, values: tuple[object, ...]) -> int:
        self.base.execute(f"DELETE FROM {table}")
        return self.base.execute(f"INSERT INTO {table} {select}", values).rowcount

    def _count(self, facet: str, is_filtered: bool) -> dict[str, int]:
        source = "speakers" if facet == "speaker" else "facts"
        found = "counted" if is_filtered else "found"
        rows = self.base.execute(
            f"SELECT {facet}, count(*) FROM {found} JOIN {source} USING (number)"
            f" GROUP BY 1 ORDER BY 2 DESC LIMIT {TOP}"
        )
        return {str(value): count for value, count in rows}

    def close(self) -> None:
        self.base.close()


open_session = _Session


def compile_question(question: Question, newest: bool) -> tuple[str, tuple[object, ...]]:
    """The select that finds the stories, and its values."""
    if question.kind == "filters":
        return _compile_filters(question)
    words = [f'"{word}"' for word in question.words]
    match question.kind:
        case "OR":
            text = " OR ".join(words)
        case "phrase":
            text = f'"{" ".join(question.words)}"'
        case "NOT":
            text = " NOT ".join(words)
        case "prefix":
            text = f"{question.words[0]}*"
        case "NEAR":
            text = f"NEAR({' '.join(words)}, {DISTANCE - 1})"  # it counts the words between
        case _:
            text = " AND ".join(words)
    return _UNSCORED if newest else _SCORED, (text,)


def _compile_filters(question: Question) -> tuple[str, tuple[object, ...]]:
    tests, values = ["1"], []
    if question.facet == "speaker":
        tests.append("number IN (SELECT number FROM speakers WHERE speaker = ?)")
        values.append(question.value)
    elif question.facet:
        tests.append(f"{question.facet} = ?")
        values.append(question.value)
    if question.since and question.until:
        tests.append("day BETWEEN ? AND ?")
        values += [question.since.toordinal(), question.until.toordinal()]
    return f"SELECT number, 0 FROM facts WHERE {' AND '.join(tests)}", tuple(values)
