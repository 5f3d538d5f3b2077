"""Batch: stories that are added to an index in one commit, and what becomes of each."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from ..article import Article
from ..index import Kept
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
    """Stories by their ids, the versions of each as they were read, each with the file that it came
    from; and those that must not come back once these are kept, with the reason why. ``count``
    stories have ``size`` characters."""

    stories: dict[str, list[tuple[Article, Account]]] = field(default_factory=dict)
    gone: dict[str, Gone] = field(default_factory=dict)
    count: int = 0
    size: int = 0

    def put(self, story: Article, account: Account) -> None:
        """One story more, or one version more of a story."""
        self.stories.setdefault(story.id, []).append((story, account))
        self.count += 1
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
    held = shelf.held([*batch.stories]) if isinstance(shelf, Kept) else batch.stories
    for name, versions in batch.stories.items():
        kept = newest = shelf.get(name) if name in held else None
        for story, account in versions:
            fate = _compare(newest, story)
            settled.append(Settled(account, fate))
            if fate == "added":
                newest = _link(shelf, story, newest)
        if newest and newest is not kept:
            changed.append(newest)
    if changed:
        shelf.add(changed)
    for story, account in (one for versions in batch.stories.values() for one in versions):
        if story.replaces and (removed := shelf.remove(story.replaces)):
            settled.append(Settled(account, "removed", removed))
    return settled


def _compare(kept: Article | None, story: Article) -> Fate:
    """What becomes of a story, by what is kept of it."""
    if kept and is_same(kept, story):
        return "unchanged"
    return "outdated" if kept and is_newer(kept, story) else "added"


def _link(shelf: Shelf, story: Article, kept: Article | None) -> Article:
    """The story linked to the version before it, and to the others whose place it takes."""
    others = (shelf.get(name) for name in story.replaces)
    return link_earlier(story, [old for old in (kept, *others) if old])
