"""Asks two engines the same question in turn, so that whatever slows one slows the other."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from bench.peers import Answer, Ask, Session
from bench.question import Question

REPEATS = 9
ENOUGH = 0.25  # seconds on one question; it is asked twice at least, the first not counted


@dataclass(frozen=True, slots=True)
class Timing:
    """One question to one engine, beside ours: the best milliseconds of each, ``ours`` None where
    ours is not measured. Totals and counts are the answers, to be compared."""

    engine: str
    question: Question
    newest: bool
    spent: float
    ours: float | None
    total: int
    our_total: int | None
    apart: float | None  # how far the facets' counts lie from ours, where totals agree

    @property
    def ratio(self) -> float | None:
        """How many times ours fits into it."""
        return self.spent / self.ours if self.ours else None


def time_engine(
    name: str, peer: Session, ours: Session | None, questions: Sequence[Question]
) -> Iterator[Timing]:
    """All questions, by score and by date; those it cannot be asked are left out."""
    for newest in (False, True):
        for question in questions:
            ask = peer.prepare(question, newest)
            if ask:
                sessions = [ask] if ours is None else [ask, _prepare(ours, question, newest)]
                yield _time(name, question, newest, sessions)


def _prepare(ours: Session, question: Question, newest: bool) -> Ask:
    ask = ours.prepare(question, newest)
    if ask is None:
        raise ValueError(f"Ours cannot be asked {question}")
    return ask


def _time(name: str, question: Question, newest: bool, asks: Sequence[Ask]) -> Timing:
    answers = [ask() for ask in asks]  # also warms both up
    best = [ms * 1000 for ms in time_in_turn(asks)]
    theirs, ours = answers[0], answers[1] if len(answers) > 1 else None
    return Timing(
        name,
        question,
        newest,
        best[0],
        best[1] if ours else None,
        theirs.total,
        ours.total if ours else None,
        compare_counts(theirs, ours) if ours else None,
    )


def time_in_turn(asks: Sequence[Ask]) -> list[float]:
    """The best seconds of each over several rounds."""
    best = [float("inf")] * len(asks)
    started = time.perf_counter()
    for _ in range(REPEATS):
        for number, ask in enumerate(asks):
            before = time.perf_counter()
            ask()
            best[number] = min(best[number], time.perf_counter() - before)
        if time.perf_counter() - started > ENOUGH:
            break
    return best


def compare_counts(theirs: Answer, ours: Answer) -> float | None:
    """How far the counts of the ten most frequent values lie from ours, as a share of ours, in the
    worst facet; None where there is nothing to compare: totals differ, or no facets."""
    if theirs.total != ours.total or not theirs.total or not theirs.counts:
        return None
    return max(_compare(theirs.counts[name], ours.counts[name]) for name in ours.counts)


def _compare(theirs: dict[str, int], ours: dict[str, int]) -> float:
    """By rank: values with the same count may stand in any order."""
    ranked = zip_longest(
        *(sorted(one.values(), reverse=True) for one in (theirs, ours)), fillvalue=0
    )
    return sum(abs(one - other) for one, other in ranked) / max(1, sum(ours.values()))
