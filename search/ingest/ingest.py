"""Files into an index: read in worker processes, added in batches."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from ..index import Index
from .intake import Intake
from .people import People
from .tally import Part, Skipped, Tally
from .walk import STANDARD_INPUT, find_files

# up to this many files are read in this process: workers take longer to start
_FEW = 20


@dataclass(frozen=True, slots=True)
class Pace:
    """How many processes read (None: one a processor), and how many stories a commit adds."""

    workers: int | None = None
    batch: int = 500


_PACE = Pace()
_NO_TABLE = People()


def ingest(
    paths: Iterable[str | Path],
    index: Index,
    *,
    on_progress: Callable[[Tally], None] | None = None,
    people: People = _NO_TABLE,
    pace: Pace = _PACE,
) -> Tally:
    """Every story under these paths, kept in the index; what became of each file.

    A story that is kept already, as it is, is not added again; one whose text or facts have changed
    replaces the older, and keeps a link to it; one that its agency kills or withholds is taken out
    of the index. ``people`` says under which name each speaker is kept. ``on_progress`` gets the
    tally so far after each file, and after every hundred stories of one. Interrupted, it keeps
    what was read and raises KeyboardInterrupt again.
    """
    intake = Intake(index, pace.batch, people)
    given = list(paths)
    files = chain.from_iterable(map(find_files, filter(_is_file, given)))
    from_input = [STANDARD_INPUT][: len(given) - sum(map(_is_file, given))]
    try:
        with closing(_read_all(files, pace.workers, from_input)) as reading:
            for part in reading:
                intake.take(part)
                if on_progress:
                    on_progress(intake.tally)
    finally:
        # on an interruption too, what was read is kept
        intake.flush()
    if on_progress:
        on_progress(intake.tally)
    return intake.tally


def _is_file(path: str | Path) -> bool:
    return path not in ("-", STANDARD_INPUT)


def _read_all(
    files: Iterator[Path | Skipped], workers: int | None, from_input: list[Path]
) -> Generator[Part, None, None]:
    """What each file gives, read here where they are few, else by workers, which have no input."""
    from .crew import read_in_workers, read_safely

    yield from chain.from_iterable(map(read_safely, from_input))
    first = list(islice(files, _FEW))
    if len(first) < _FEW:
        for found in first:
            yield from read_safely(found) if isinstance(found, Path) else [Part((found,))]
    else:
        count = max(workers or os.cpu_count() or 1, 1)
        yield from read_in_workers(chain(first, files), count)
