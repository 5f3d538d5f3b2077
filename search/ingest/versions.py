"""Versions of one story: which is newer, and what a newer one keeps of those before it."""

from dataclasses import replace
from datetime import datetime

from ..article import Article, Earlier
from .identity import content_hash
from .ledger import Gone

# how many of the versions before it a story keeps a link to
_MOST_EARLIER = 20


def moment_of(story: Article | Gone) -> datetime | None:
    """When this version went out."""
    return story.moment if isinstance(story, Gone) else story.updated or story.published


def is_newer(one: Article, other: Article | Gone) -> bool:
    """Whether ``one`` is surely a later version than ``other``: by its number, else by its time."""
    if one.version is not None and other.version is not None and one.version != other.version:
        return one.version > other.version
    this, that = moment_of(one), moment_of(other)
    if this is None or that is None or (this.tzinfo is None) != (that.tzinfo is None):
        return False
    return this > that


def is_same(one: Article, other: Article) -> bool:
    """Whether two readings are the same story, from whichever file each came: equal, or one text
    in other wrapping."""
    if replace(one, source=other.source, earlier=other.earlier) == other:
        return True
    differs = (one.headline, one.body) != (other.headline, other.body)
    return differs and content_hash(one) == content_hash(other)


def link_earlier(story: Article, before: list[Article]) -> Article:
    """The story with links to those whose place it takes, and to the versions before them."""
    earlier = [link for old in before for link in _history(old, story)]
    return replace(story, earlier=tuple(earlier[:_MOST_EARLIER])) if earlier else story


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
        published=moment_of(old),
        source=old.source,
    )
    return [link, *old.earlier] if is_other else [*old.earlier]
