"""Does a story's own headline find it? Each engine holds the stories without their headlines, and
is asked for the headline's words joined by OR.

    python bench/relevance.py [QUESTIONS]          (2,000 unless given, sampled with a seed)

Prints MRR (mean of 1/rank, 0 below rank 100) and the share found at rank 1 and within 10.
"""

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence

from bench.corpus import Wire, read_reuters
from search import Article, SearchRequest, open_index, parse_query
from search.text import find_forms

SEED = 1987
DEEPEST = 100

Finder = Callable[[list[str]], Sequence[str]]


def dateline(stories: list[Wire]) -> Finder:
    index = open_index(tempfile.mkdtemp())
    index.add(Article(id=story.id, headline="", body=story.body) for story in stories)

    def find(words: list[str]) -> list[str]:
        request = SearchRequest(query=parse_query(" OR ".join(words)), limit=DEEPEST)
        return [hit.id for hit in index.search(request).hits]

    return find


def tantivy(stories: list[Wire]) -> Finder:
    import tantivy as engine

    schema = engine.SchemaBuilder()
    schema.add_text_field("id", stored=True, tokenizer_name="raw")
    schema.add_text_field("body", tokenizer_name="en_stem")
    index = engine.Index(schema.build())
    writer = index.writer()
    for story in stories:
        writer.add_document(engine.Document(id=story.id, body=story.body))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def find(words: list[str]) -> list[str]:
        hits = searcher.search(index.parse_query(" ".join(words), ["body"]), DEEPEST).hits
        return [searcher.doc(address)["id"][0] for _, address in hits]

    return find


def sqlite_fts5(stories: list[Wire]) -> Finder:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE story USING fts5(id UNINDEXED, body, tokenize='porter')")
    base.executemany("INSERT INTO story VALUES (?, ?)", ((s.id, s.body) for s in stories))

    def find(words: list[str]) -> list[str]:
        asked = " OR ".join(f'"{word}"' for word in words)
        sql = f"SELECT id FROM story WHERE story MATCH ? ORDER BY bm25(story) LIMIT {DEEPEST}"
        return [row[0] for row in base.execute(sql, (asked,))]

    return find


def bm25s(stories: list[Wire]) -> Finder:
    import bm25s as engine
    import Stemmer

    stemmer = Stemmer.Stemmer("english")
    options = {"stopwords": "en", "stemmer": stemmer, "show_progress": False}
    retriever = engine.BM25()
    retriever.index(engine.tokenize([s.body for s in stories], **options), show_progress=False)

    def find(words: list[str]) -> list[str]:
        asked = engine.tokenize([" ".join(words)], **options)
        found, _ = retriever.retrieve(asked, k=DEEPEST, show_progress=False)
        return [stories[number].id for number in found[0]]

    return find


def measure(name: str, find: Finder, asked: list[Wire]) -> None:
    """Print one engine's row."""
    started = time.perf_counter()
    ranks = []
    for story in asked:
        found = list(find(find_forms(story.headline)))
        ranks.append(found.index(story.id) + 1 if story.id in found else 0)
    spent = (time.perf_counter() - started) / len(asked) * 1000
    mean = sum(1 / rank for rank in ranks if rank) / len(ranks)
    first = sum(rank == 1 for rank in ranks) / len(ranks)
    ten = sum(1 <= rank <= 10 for rank in ranks) / len(ranks)
    print(f"{name:14} MRR {mean:.4f}  at 1 {first:6.1%}  within 10 {ten:6.1%}  {spent:6.1f} ms")


def main(questions: int = 2_000) -> None:
    stories = read_reuters()
    worded = [story for story in stories if find_forms(story.headline)]
    asked = random.Random(SEED).sample(worded, min(questions, len(worded)))
    print(f"{len(stories):,} Reuters stories, {len(asked):,} headlines asked, seed {SEED}")
    for engine in (dateline, tantivy, sqlite_fts5, bm25s):
        measure(engine.__name__, engine(stories), asked)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
