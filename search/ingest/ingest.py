"""Files into an index: read in worker processes, added in batches."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from .plan import Plan
from .tally import Tally

if TYPE_CHECKING:
    from ..index import Index

_PLAN = Plan()


def ingest(
    paths: str | Path | Iterable[str | Path],
    index: "Index",
    *,
    on_progress: Callable[[Tally], None] | None = None,
    workers: int | None = None,
    plan: Plan = _PLAN,
) -> Tally:
    """Every story under these paths, kept in the index; what became of each file.

    A story that is kept already, as it is, is not added again; one whose text or facts have changed
    replaces the older, and keeps a link to it; one that its agency kills or withholds is taken out
    of the index, and does not come back. Where the index is a folder, a file that has not changed
    since it was read into it is passed over. ``on_progress`` gets the tally so far after each
    file, and after every hundred stories of one. Interrupted, it keeps what was read and raises
    Interrupted, a KeyboardInterrupt.

    It starts processes: a script calls it under ``if __name__ == "__main__":``.
    """
    if isinstance(index, str | Path):
        raise TypeError("ingest(paths, index) takes an index as open_index(…) gives it, no name")
    from .run import run  # who only searches does without

    asked = replace(plan, workers=workers) if workers else plan
    named = [paths] if isinstance(paths, str | Path) else list(paths)
    tally = run(named, index, asked, on_progress)
    if on_progress:
        on_progress(tally)
    return tally
