"""The engines, each in a module of its own with the same names in it:

    SKIPS                        what it does not do, or does otherwise
    version() -> str
    build(folder, stories)       all stories into a new index in this folder, ready to be searched
    open_session(folder)         a Session, ready for its first search

Every answer has the total, the ten best with the headlines of the stories kept, and the ten most
frequent values of each facet, where the engine can give them. A peer imports nothing of Dateline
when it runs, so that its start and its memory are its own.
"""

import importlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import NamedTuple, Protocol

from bench.question import Question

ENGINES = ("dateline", "whoosh", "tantivy", "sqlite", "xapian", "bm25s")
OURS = "dateline"
FACETS = ("agency", "speaker", "place", "year")
BOOSTS = {"headline": 3.0, "standfirst": 1.5, "body": 1.0}
TOP = 10


class Answer(NamedTuple):
    """``best`` has (id, headline); ``counts`` is empty where the engine counts no facets."""

    total: int
    best: list[tuple[str, str]]
    counts: dict[str, dict[str, int]]


Ask = Callable[[], Answer]


class Session(Protocol):
    """An open index."""

    def prepare(self, question: Question, newest: bool) -> Ask | None:
        """The question made ready, so that a call is one search: ten best by score, or the ten
        newest. None where the engine cannot be asked it."""
        ...

    def close(self) -> None: ...


def load_engine(name: str) -> ModuleType:
    """The module of an engine; ImportError where the engine is not here."""
    return importlib.import_module(f"bench.peers.{name}")


def is_built(folder: Path) -> bool:
    """Whether an index was built here to its end."""
    return (folder / "built.json").exists()
