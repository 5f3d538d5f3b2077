"""Intake: stories into an index in batches, newer versions for older ones, and killed ones out."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from ..article import Article, Earlier
from ..index import Index
from .identity import content_hash
from .people import People
from .speakers import file_speakers
from .tally import Part, Skipped, Tally

# how many of the versions before it a story keeps a link to
_MOST_EARLIER = 20


@dataclass(slots=True)
class Intake:
    """The stories read and not yet added, by id, and the tally so far; ``_gone`` has what was
    killed or replaced in this run, by its id, with the story that says so."""

    index: Index
    batch_size: int
    people: People = field(default_factory=People)
    tally: Tally = field(default_factory=Tally)
    _batch: dict[str, Article] = field(default_factory=dict)
    _gone: dict[str, Article] = field(default_factory=dict)

    def take(self, part: Part) -> None:
        """Count what a file gave, and keep its stories for the next batch."""
        read = [item for item in part.found if isinstance(item, Article)]
        stories = [file_speakers(story, self.people) for story in read]
        self._skip(item for item in part.found if isinstance(item, Skipped))
        files, count = self.tally.files + part.is_last, self.tally.read + len(stories)
        self.tally = replace(self.tally, files=files, read=count)
        for story in stories:
            if story.is_gone:
                self._take_out(story)
            else:
                self._take_in(story)

    def flush(self) -> None:
        """Add what is new or changed, in one commit, and take out what it replaces."""
        batch, self._batch = self._batch, {}
        changed = [made for story in batch.values() if (made := self._compare(story))]
        if changed:
            self.index.add(changed)
        self.tally = replace(self.tally, added=self.tally.added + len(changed))
        self._remove(other for story in batch.values() for other in story.replaces)

    def _take_in(self, story: Article) -> None:
        over = self._gone.get(story.id)
        before = self._batch.get(story.id)
        if over and not _is_newer(story, over):
            self._refuse(story, over)
        elif before and _same(before, story):
            self.tally = replace(self.tally, unchanged=self.tally.unchanged + 1)
        else:
            is_full = len(self._batch) >= self.batch_size
            if before or is_full or any(other in self._batch for other in story.replaces):
                self.flush()
            self._batch[story.id] = story
            self._gone |= dict.fromkeys(story.replaces, story)

    def _refuse(self, story: Article, over: Article) -> None:
        """Count a story that is read after the one that killed it, or took its place."""
        if over.is_gone:
            self._skip([Skipped(story.source or "", f"its agency has {_done(over)} it")])
        else:
            self.tally = replace(self.tally, outdated=self.tally.outdated + 1)

    def _take_out(self, story: Article) -> None:
        """Remove what the agency says must not be used, unless a newer version is kept."""
        self.flush()
        kept = self.index.get(story.id)
        if kept and _is_newer(kept, story):
            self.tally = replace(self.tally, outdated=self.tally.outdated + 1)
            return
        ids = (story.id, *story.replaces)
        self._gone |= dict.fromkeys(ids, story)
        removed = self._remove(ids)
        what = "it was taken out of the index" if removed else "it was not in the index"
        told = f"its agency has {_done(story)} {story.headline[:80]!r}; {what}"
        self._skip([Skipped(story.source or "", told)])

    def _compare(self, story: Article) -> Article | None:
        """The story as it is to be added, linked to the versions before it; None, and counted,
        where what is kept is the same or newer."""
        kept = self.index.get(story.id)
        if kept and _same(kept, story):
            self.tally = replace(self.tally, unchanged=self.tally.unchanged + 1)
            return None
        if kept and _is_newer(kept, story):
            self.tally = replace(self.tally, outdated=self.tally.outdated + 1)
            return None
        others = [found for name in story.replaces if (found := self.index.get(name))]
        earlier = [part for old in (kept, *others) if old for part in _history(old, story)]
        return replace(story, earlier=tuple(earlier[:_MOST_EARLIER])) if earlier else story

    def _remove(self, ids: Iterable[str]) -> int:
        wanted = list(ids)
        removed = self.index.remove(wanted) if wanted else 0
        self.tally = replace(self.tally, removed=self.tally.removed + removed)
        return removed

    def _skip(self, skipped: Iterable[Skipped]) -> None:
        self.tally = replace(self.tally, skipped=self.tally.skipped + tuple(skipped))


def _history(old: Article, new: Article) -> list[Earlier]:
    """Links to what ``new`` takes the place of: the older story, if it reads otherwise, and the
    versions before that."""
    is_other = (old.id, old.version, old.headline, old.body) != (
        new.id,
        new.version,
        new.headline,
        new.body,
    )
    link = Earlier(
        id=old.id,
        version=old.version,
        headline=old.headline,
        published=_moment(old),
        source=old.source,
    )
    return [link, *old.earlier] if is_other else [*old.earlier]


def _done(story: Article) -> str:
    return "killed" if story.signal == "kill" else "withheld"


def _moment(story: Article) -> datetime | None:
    return story.updated or story.published


def _is_newer(one: Article, other: Article) -> bool:
    """Whether ``one`` is surely a later version than ``other``: by its number, else by its time."""
    if one.version is not None and other.version is not None and one.version != other.version:
        return one.version > other.version
    this, that = _moment(one), _moment(other)
    if this is None or that is None or (this.tzinfo is None) != (that.tzinfo is None):
        return False
    return this > that


def _same(one: Article, other: Article) -> bool:
    """Whether two readings are the same story, from whichever file each came: equal, or one text
    in other wrapping."""
    if replace(one, source=other.source, earlier=other.earlier) == other:
        return True
    differs = (one.headline, one.body) != (other.headline, other.body)
    return differs and content_hash(one) == content_hash(other)
