"""Batch: stories that are added to an index in one commit, and what becomes of each."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from ..article import Article
from .account import Account, Fate
from .ledger import Gone
from .versions import is_newer, is_same, link_earlier

_FIELDS = 500  # characters that a story has beside its body, about


class Shelf(Protocol):
    """As much of an index as adding to it needs."""

    def add(self, articles: Iterable[Article]) -> int: ...
    def remove(self, ids: Iterable[str]) -> int: ...
    def get(self, article_id: str) -> Article | None: ...


@dataclass(slots=True)
class Batch:
    """Stories by their ids, each with the file that it came from; and those that must not come
    back once these are kept, with the reason why."""

    stories: dict[str, tuple[Article, Account]] = field(default_factory=dict)
    gone: dict[str, Gone] = field(default_factory=dict)
    size: int = 0

    def put(self, story: Article, account: Account) -> None:
        """One story more; no other of its id may be there."""
        self.stories[story.id] = story, account
        self.size += len(story.body) + _FIELDS


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a file's story, or how many others it took out of the index."""

    account: Account
    fate: Fate
    count: int = 1


def add_batch(shelf: Shelf, batch: Batch) -> list[Settled]:
    """Add what is new or changed, in one commit, and take out what it replaces."""
    settled: list[Settled] = []
    changed: list[Article] = []
    for story, account in batch.stories.values():
        found = _compare(shelf, story)
        settled.append(Settled(account, found if isinstance(found, str) else "added"))
        if not isinstance(found, str):
            changed.append(found)
    if changed:
        shelf.add(changed)
    for story, account in batch.stories.values():
        if story.replaces and (removed := shelf.remove(story.replaces)):
            settled.append(Settled(account, "removed", removed))
    return settled


def _compare(shelf: Shelf, story: Article) -> Article | Fate:
    """The story as it is to be added, linked to the versions before it; where what is kept is the
    same or newer, what becomes of it."""
    kept = shelf.get(story.id)
    if kept and is_same(kept, story):
        return "unchanged"
    if kept and is_newer(kept, story):
        return "outdated"
    others = (shelf.get(name) for name in story.replaces)
    return link_earlier(story, [old for old in (kept, *others) if old])
