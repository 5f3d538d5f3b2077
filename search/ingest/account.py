"""Account: what became of one file, from its first story to the commit of its last."""

import os
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Literal

from .ledger import Entry
from .stamp import Stamp
from .tally import Skipped

# what becomes of a story; "removed" counts those that it takes out of the index
Fate = Literal["added", "unchanged", "outdated", "removed"]
NOT_CHANGED = "it has not changed since it was read"
_NOTHING = "nothing in it gave a story"
# the gravest thing that became of a file's stories is the file's outcome
_OUTCOMES: tuple[Fate, ...] = ("added", "removed", "outdated", "unchanged")


@dataclass(slots=True, eq=False)
class Account:
    """A file's stories: ``read`` of them, ``pending`` not yet committed, the ``last`` one's id; and
    what was skipped. ``is_read`` says that nothing more comes of the file, ``is_narrowed`` that
    stories were left out for their date."""

    source: str
    read: int = 0
    pending: int = 0
    last: str = ""
    fates: Counter[Fate] = field(default_factory=Counter)
    skipped: int = 0
    first_skipped: Skipped | None = None
    stamp: Stamp | None = None
    is_read: bool = False
    passed: Entry | None = None
    is_narrowed: bool = False

    @property
    def is_settled(self) -> bool:
        """Whether all is known of it, and all that it gave is kept."""
        return self.is_read and not self.pending

    @property
    def outcome(self) -> str:
        """In a word, what became of the file."""
        if self.passed:
            return "unchanged"
        return next((fate for fate in _OUTCOMES if self.fates[fate]), "skipped")

    @property
    def reason(self) -> str | None:
        """Why the file gave no story, or nothing new; None where it did."""
        if self.passed:
            return NOT_CHANGED
        if self.outcome not in ("skipped", "removed") or self.first_skipped is None:
            return None
        return self.first_skipped.reason if self.first_skipped.source == self.source else _NOTHING

    def skip(self, item: Skipped) -> None:
        """Count a part that gave no story."""
        self.skipped += 1
        self.first_skipped = self.first_skipped or item

    def entry(self, here: str, since: str) -> Entry | None:
        """What the ledger is to keep of it now; None where that is nothing new, and for what may
        give something else next time. ``here`` is the folder in which its name is to be found."""
        if self.stamp is None:
            return None
        if self.passed:
            return replace(self.passed, stamp=self.stamp)
        return Entry(
            os.path.join(here, self.source),  # noqa: PTH118 - quicker
            self.stamp,
            self.last,
            since if self.is_narrowed else "",
        )
