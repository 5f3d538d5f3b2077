"""Plan: how files are to be taken into an index."""

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from ..article import Article
from .people import People


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """``is_dry`` tells what would become of the files and keeps nothing; ``since`` leaves out the
    stories that are surely from before that day (undated ones stay); ``again`` reads files, too,
    that have not changed since they were read; ``report`` is the file that gets a line of JSON
    for each file read; ``allow_private`` lets pages be read from addresses of this machine's own
    network; ``people`` says under which name each speaker is kept; ``workers`` processes read, one
    a core unless told; ``batch_size`` stories are committed together."""

    is_dry: bool = False
    since: dt.date | None = None
    again: bool = False
    report: Path | None = None
    allow_private: bool = False
    people: People = field(default_factory=People)
    workers: int | None = None
    batch_size: int = 2000

    @property
    def first_day(self) -> str:
        """The day as the ledger keeps it; "" for none."""
        return self.since.isoformat() if self.since else ""

    def leaves_out(self, story: Article) -> bool:
        """Whether the story, with every day that it may be from, is from before."""
        if self.since is None or story.date is None:
            return False
        return max(story.date.value, *story.date.alternatives, dt.date.min) < self.since
