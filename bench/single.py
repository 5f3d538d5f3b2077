"""Adds one story after another to a copy of an index, each durable and visible before the next."""

import shutil
import statistics
import tempfile
import time
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from bench.stories import read_stories
from search import Article, open_index

TIMES = 200
ENGINES = ("dateline", "tantivy")


@dataclass(frozen=True, slots=True)
class Single:
    """Milliseconds of adding one story: the median, 99 of 100, and the worst."""

    median: float
    high: float
    worst: float


def add_singly(name: str, folder: str, stories: int, corpus: str) -> Single:
    """The figures over 200 stories that the index does not have."""
    fresh = list(islice(read_stories(stories + TIMES, corpus), stories, None))
    fresh = [replace(story, id=f"single-{story.id}") for story in fresh]
    with tempfile.TemporaryDirectory(dir=Path(folder).parent) as copy:
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        spent = sorted(_ADDING[name](copy, fresh))
    return Single(statistics.median(spent), spent[int(len(spent) * 0.99) - 1], spent[-1])


def _add_to_ours(folder: str, stories: list[Article]) -> list[float]:
    with open_index(folder) as index:
        return [_time(lambda story=story: index.add([story])) for story in stories]


def _add_to_tantivy(folder: str, stories: list[Article]) -> list[float]:
    import tantivy as engine

    from bench.peers.tantivy import HEAP, make_document

    index = engine.Index.open(folder)
    writer = index.writer(HEAP, 1)

    def add(story: Article) -> None:
        writer.delete_documents_by_term("id", story.id)  # as ours, it replaces
        writer.add_document(make_document(story))
        writer.commit()
        index.reload()

    spent = [_time(lambda story=story: add(story)) for story in stories]
    writer.wait_merging_threads()
    return spent


_ADDING: dict[str, Any] = {"dateline": _add_to_ours, "tantivy": _add_to_tantivy}


def _time(act: Any) -> float:
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000
