"""A run over files: each read, its stories taken in, and whatever was read kept."""

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, suppress
from itertools import chain, islice
from pathlib import Path

from ..index import Index, Kept
from .crew import read_in_workers
from .dry import DryShelf
from .garbage import seldom_collected
from .intake import Intake
from .interruption import Interrupted, Interruption
from .ledger import Ledger
from .listing import list_files
from .part import Part
from .plan import Plan
from .report import Report
from .tally import Tally
from .walk import STANDARD_INPUT
from .worker import read_safely

# up to this many files are read in this process: workers take longer to start
_FEW = 20
Progress = Callable[[Tally], None] | None
Parts = Generator[Part, None, None]


def run(given: list[str | Path], index: Index, plan: Plan, on_progress: Progress) -> Tally:
    """What ``ingest`` does."""

    def read(ledger: Ledger) -> Parts:
        files = list_files(filter(_is_file, given), index, ledger, plan)
        from_input = [STANDARD_INPUT][: len(given) - sum(map(_is_file, given))]
        return _read_all(from_input, files, plan.workers)

    return take_parts(read, index, plan, on_progress)


def take_parts(
    read: Callable[[Ledger], Parts], index: Index, plan: Plan, on_progress: Progress = None
) -> Tally:
    """Take in whatever is read, and have it kept however that ends."""
    folder = index.folder if isinstance(index, Kept) else None
    held = Ledger(folder, is_dry=plan.is_dry, table=plan.people.mark)
    with closing(held) as ledger, Report(plan.report) as report:
        intake = Intake(DryShelf(index) if plan.is_dry else index, ledger, report, plan)
        _take_all(intake, read(ledger), on_progress)
        return intake.tally(is_whole=True)


def _take_all(
    intake: Intake,
    source: Parts,
    on_progress: Progress,
) -> None:
    last, is_interrupted = "", False
    with Interruption() as interruption, seldom_collected():
        try:
            with closing(source) as reading:
                for part in reading:
                    with interruption.held_back():
                        intake.take(part)
                        last = part.source if part.is_last else last
                    if on_progress:
                        on_progress(intake.tally())
        except KeyboardInterrupt:
            is_interrupted = True
        finally:
            with suppress(KeyboardInterrupt), interruption.held_back():
                intake.finish()
    if is_interrupted:
        raise Interrupted(intake.tally(is_whole=True), last)


def _is_file(path: str | Path) -> bool:
    return path not in ("-", STANDARD_INPUT)


def _read_all(from_input: list[Path], files: Iterator[Path | Part], workers: int | None) -> Parts:
    """What each file gives, read here where they are few, else by workers, which have no input."""
    yield from chain.from_iterable(map(read_safely, from_input))
    first = list(islice(files, _FEW))
    if len(first) < _FEW:
        for found in first:
            yield from read_safely(found) if isinstance(found, Path) else [found]
    else:
        count = max(workers or os.cpu_count() or 1, 1)
        yield from read_in_workers(chain(first, files), count)
