"""A story as the engines keep it that have no fields of their own for its parts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from search import Article


def write_story(story: Article) -> bytes:
    """The whole story as JSON."""
    return orjson.dumps(story)


def read_best(record: bytes | str) -> tuple[str, str]:
    """The id and the headline of a story kept as JSON."""
    story: dict[str, Any] = orjson.loads(record)
    return story["id"], story["headline"]


def story_day(story: Article) -> date:
    """When it went out; every story of the benchmark has a date."""
    if story.date is None:
        raise ValueError(f"Story {story.id} is undated")
    return story.date.value


def story_place(story: Article) -> str:
    """Where it was written; every story of the benchmark has a place."""
    return (story.dateline and story.dateline.place) or ""
