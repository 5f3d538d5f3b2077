"""Clues: what may tell the year of a dateline, and what they settle."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What may settle the year of a dateline: the story's text after it and its page's facts.
    ``published`` is the day by the newsroom's clock; ``name`` the file's, with its folders."""

    text: str = ""
    published: dt.date | None = None
    url: str | None = None
    name: str = ""
    received: dt.datetime | None = None
    is_embargoed: bool = False  # and its weekday that of its release


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A day with its year; ``date`` is None where nothing settles it and ``alternatives`` are
    then the days it may be, if few. ``notes`` are the contradictions between clues."""

    date: dt.date | None = None
    is_certain: bool = False
    method: str | None = None
    alternatives: tuple[dt.date, ...] = ()
    notes: tuple[str, ...] = ()
