"""Opens one engine's index in a fresh process and asks it everything."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.apart import read_memory
from bench.peers import load_engine
from bench.question import Question


@dataclass(frozen=True, slots=True)
class Served:
    """Seconds of importing the engine, opening the index and the first search; bytes resident
    after all questions, files mapped into memory included."""

    importing: float
    opening: float
    first: float
    memory: int


def serve(name: str, folder: str, questions: Sequence[Question]) -> Served:
    """The first search is the first question by score that the engine can be asked."""
    started = time.perf_counter()
    engine = load_engine(name)
    imported = time.perf_counter()
    session = engine.open_session(Path(folder))
    opened = time.perf_counter()
    orders = ((question, newest) for newest in (False, True) for question in questions)
    first = 0.0
    for question, newest in orders:
        ask = session.prepare(question, newest)
        if ask:
            ask()
        first = first or time.perf_counter() - opened
    return Served(imported - started, opened - imported, first, read_memory("VmRSS"))
