"""The files of a run: those to be read, and those that are in the index as they are."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..index import Index, Kept
from .ledger import Ledger, unchanged_since
from .online.manners import Manners, is_address
from .part import Part
from .plan import Plan
from .tally import Skipped
from .walk import find_files


def list_files(
    paths: Iterable[str | Path], index: Index, ledger: Ledger, plan: Plan
) -> Iterator[Path | Part]:
    """Each file under the paths that is to be read; for any other the part that says why not."""
    kept = index if isinstance(index, Kept) and not plan.again else None
    for path in paths:
        if is_address(path):
            from .online.page import read_page

            yield read_page(str(path), Manners(allow_private=plan.allow_private))
            continue
        for found in find_files(path):
            if isinstance(found, Skipped):
                yield Part((found,), source=found.source)
            else:
                yield (kept and _pass(found, kept, ledger, plan)) or found


def _pass(path: Path, index: Kept, ledger: Ledger, plan: Plan) -> Part | None:
    """The part that passes the file over, if it gives what the index has of it."""
    before = ledger.find(str(path.absolute()))
    if before is None:
        return None
    now = unchanged_since(before, plan.first_day)
    if now is None or not _is_there(before.last, index, ledger):
        return None
    newer = now.stamp if now.stamp != before.stamp else None
    return Part((), source=str(path), stamp=newer, passed=before)


def _is_there(story_id: str, index: Kept, ledger: Ledger) -> bool:
    """Whether the index has the story, or has it no more for a reason; nothing is always there."""
    return not story_id or index.holds(story_id) or ledger.find_gone(story_id) is not None
