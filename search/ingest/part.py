"""Part: what a reader hands on at a time."""

from typing import NamedTuple

from ..article import Article
from .ledger import Entry
from .stamp import Stamp
from .tally import Skipped


class Part(NamedTuple):
    """Some of what a file gives; ``is_last`` where the file is read to its end, and then its
    stamp, unless it changed meanwhile. One that is passed over, as it has not changed since it was
    read, gives nothing: ``passed`` is what was kept of it, ``stamp`` a newer stamp of it."""

    found: tuple[Article | Skipped, ...]
    is_last: bool = True
    source: str = ""
    stamp: Stamp | None = None
    passed: Entry | None = None
