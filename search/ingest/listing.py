"""The files of a run: those to be read, and those that are in the index as they are."""

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from ..index import Index, Kept
from .ledger import Ledger, unchanged_since
from .online.manners import Manners, is_address, is_foreign
from .part import Part
from .plan import Plan
from .tally import Skipped
from .walk import find_files

_TOGETHER = 100  # files that are looked up at once


def list_files(
    paths: Iterable[str | Path], index: Index, ledger: Ledger, plan: Plan
) -> Iterator[Path | Part]:
    """Each file under the paths that is to be read; for any other the part that says why not."""
    folder = index.folder if isinstance(index, Kept) else None
    kept = index if isinstance(index, Kept) and not plan.again else None
    for path in paths:
        if is_address(path):
            from .online.page import read_page

            yield read_page(str(path), Manners(allow_private=plan.allow_private))
            continue
        if is_foreign(path) and not Path(path).exists():
            told = Skipped(str(path), "only addresses that begin with http:// or https:// are read")
            yield Part((told,), source=told.source)
            continue
        found = find_files(path, folder)
        while some := list(islice(found, _TOGETHER)):
            files = [one for one in some if isinstance(one, Path)]
            passed = _pass(files, kept, ledger, plan) if kept else {}
            for one in some:
                if isinstance(one, Skipped):
                    yield Part((one,), source=one.source)
                else:
                    yield passed.get(one, one)


def _pass(files: list[Path], index: Kept, ledger: Ledger, plan: Plan) -> dict[Path, Part]:
    """The parts that pass files over: those that give what the index has of them."""
    here = str(Path.cwd())
    paths = {file: os.path.join(here, file) for file in files}  # noqa: PTH118 - quicker
    entries = ledger.find([*paths.values()])
    held = index.held([entry.last for entry in entries.values()])
    passed: dict[Path, Part] = {}
    for file, path in paths.items():
        before = entries.get(path)
        now = before and unchanged_since(before, plan.first_day)
        if (
            before
            and now
            and (not before.last or before.last in held or ledger.find_gone(before.last))
        ):
            newer = now.stamp if now.stamp != before.stamp else None
            passed[file] = Part((), source=str(file), stamp=newer, passed=before)
    return passed
