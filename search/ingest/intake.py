"""Intake: stories into an index in batches, newer versions for older ones, and killed ones out.

A batch is committed by a thread of its own, so that what is read meanwhile is heard.
"""

from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from ..article import Article
from .account import Account, Fate
from .batch import Batch, Settled, Shelf, add_batch
from .identity import content_hash
from .ledger import Gone, Ledger, why_gone
from .part import Part
from .plan import Plan
from .report import Report
from .speakers import file_speakers
from .tally import Skipped, Tally
from .versions import is_newer

_LARGEST = 8_000_000  # characters of a batch
_MOST_OPEN = 10_000  # files of which something is to be put down
_VERBS = {"kill": "killed", "withheld": "withheld"}


@dataclass(slots=True)
class Intake:
    """The stories read and not yet added, those being added, the files that they came from, and
    what became of all before."""

    shelf: Shelf
    ledger: Ledger
    report: Report
    plan: Plan
    fates: Counter[Fate] = field(default_factory=Counter)
    read: int = 0
    files: int = 0
    passed: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    _batch: Batch = field(default_factory=Batch)
    _adding: Batch = field(default_factory=Batch)
    _added: Future[list[Settled]] | None = None
    _thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))
    _account: Account | None = None
    _open: list[Account] = field(default_factory=list)

    def take(self, part: Part) -> None:
        """Count what a file gave, and keep its stories for the next batch."""
        account = self._account or Account(part.source)
        if self._account is None:
            self._account = account
            self._open.append(account)
        for item in part.found:
            if isinstance(item, Skipped):
                self._skip(account, item)
            else:
                self._take_story(account, item)
        if part.is_last:
            account.stamp, account.passed, account.is_read = part.stamp, part.passed, True
            self.files, self.passed = self.files + 1, self.passed + bool(part.passed)
            self._account = None
            if len(self._open) > _MOST_OPEN:
                self.settle()

    def finish(self) -> None:
        """Have everything kept that was taken."""
        try:
            self.flush()
            self.settle()
        finally:
            self._thread.shutdown()

    def flush(self) -> None:
        """Begin to add the batch; the one before it is kept by then."""
        self.settle()
        if self._batch.stories:
            self._adding, self._batch = self._batch, Batch()
            self._added = self._thread.submit(add_batch, self.shelf, self._adding)

    def settle(self) -> None:
        """Wait for the batch that is being added, and put down what became of it, and of each
        file that it completes."""
        settled, self._added = self._added.result() if self._added else [], None
        for one in settled:
            one.account.fates[one.fate] += one.count
            one.account.pending -= one.fate != "removed"
            self.fates[one.fate] += one.count
        gone, self._adding = self._adding.gone, Batch()
        done = [account for account in self._open if account.is_settled]
        self._open = [account for account in self._open if not account.is_settled]
        here = str(Path.cwd())
        entries = (account.entry(here, self.plan.first_day) for account in done)
        self.ledger.write(list(filter(None, entries)), gone)
        for account in done:
            self.report.tell(account)
        self.report.flush()

    def tally(self, *, is_whole: bool = False) -> Tally:
        """What became of everything so far; the skipped are named where it is the whole."""
        counts = {str(fate): count for fate, count in self.fates.items()}
        return Tally(
            read=self.read,
            files=self.files,
            passed=self.passed,
            skipped=tuple(self.skipped) if is_whole else (),
            **counts,
        )

    def _take_story(self, account: Account, story: Article) -> None:
        story = file_speakers(story, self.plan.people)
        self.read += 1
        account.read += 1
        if story.is_gone:
            self._take_out(account, story)
        elif self.plan.leaves_out(story):
            account.is_narrowed = True
            day = story.date.value if story.date else None
            self._skip(account, Skipped(story.source or "", f"it is dated {day}, too early"))
        else:
            self._take_in(account, story)

    def _take_in(self, account: Account, story: Article) -> None:
        account.last = story.id
        over = self._why_gone(story.id)
        if over and not is_newer(story, over):
            self._refuse(account, story, over)
            return
        is_full = self._batch.count >= self.plan.batch_size or self._batch.size > _LARGEST
        if is_full or any(other in self._batch.stories for other in story.replaces):
            self.flush()
        account.pending += 1
        self._batch.put(story, account)
        self._batch.gone |= dict.fromkeys(story.replaces, why_gone(story, "replaced"))

    def _why_gone(self, story_id: str) -> Gone | None:
        found = self._batch.gone.get(story_id) or self._adding.gone.get(story_id)
        return found or self.ledger.find_gone(story_id)

    def _refuse(self, account: Account, story: Article, over: Gone) -> None:
        """Count a story that is read after the one that killed it, or took its place."""
        if over.verb == "replaced":
            self._count(account, "outdated")
        else:
            self._skip(account, Skipped(story.source or "", f"its agency has {over.verb} it"))

    def _take_out(self, account: Account, story: Article) -> None:
        """Remove what the agency says must not be used, unless a newer version is kept."""
        self.flush()
        self.settle()
        account.last = story.id
        kept = self.shelf.get(story.id)
        if kept and is_newer(kept, story):
            self._count(account, "outdated")
            return
        ids = (story.id, *story.replaces)
        over = why_gone(story, _VERBS[story.signal or "kill"])
        removed = self.shelf.remove(ids)
        self.ledger.write([], dict.fromkeys(ids, over))
        self._count(account, "removed", removed)
        told = f"its agency has {over.verb} {story.headline[:80]!r}; {_what_became(story, removed)}"
        self._skip(account, Skipped(story.source or "", told))

    def _count(self, account: Account, fate: Fate, count: int = 1) -> None:
        account.fates[fate] += count
        self.fates[fate] += count

    def _skip(self, account: Account, item: Skipped) -> None:
        account.skip(item)
        self.skipped.append(item)
        self.report.tell_part(account, item)


def _what_became(story: Article, removed: int) -> str:
    """What a kill came to; one that is written in words alone names no story that can be found."""
    if removed:
        return "it was taken out of the index"
    if story.id == content_hash(story):
        return "which story it means, it says in words alone, so that nothing was taken out"
    return "it was not in the index"
