"""The values that travel through the project: a story as an editor reads it.

Offsets count characters of ``Article.body`` and are half-open, as in ``body[start:end]``.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

StatementKind = Literal["direct", "mixed", "indirect"]
# what an agency says of a story: a newer version, one that mends a mistake, not (yet) to be used,
# never to be used again
Signal = Literal["update", "correction", "withheld", "kill"]


def in_utc(moment: dt.datetime) -> dt.datetime:
    """The moment in UTC; as it is where no zone is known, and at the ends of time."""
    try:
        return moment.astimezone(dt.UTC) if moment.tzinfo else moment
    except OverflowError:
        return moment


def is_day(moment: dt.datetime) -> bool:
    """Whether it was told as a day alone: midnight of no zone."""
    return moment.tzinfo is None and moment.time() == dt.time.min


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The opening of a wire story: "MOSCOW, February 14. /TASS/."

    ``date`` is the day printed, its year printed too, proved or taken; ``method`` says which
    ("printed", "weekday", "span", "office", "published", "url", "name", "received"), and is None
    while no date is known.
    ``is_certain`` is True only where the year was printed or proved by the story, its page or its
    file's name.
    ``text`` is "" where the story prints no dateline and its markup says where it was written.
    """

    text: str
    start: int
    end: int
    place: str | None = None
    country: str | None = None
    date: dt.date | None = None
    is_certain: bool = False
    method: str | None = None
    alternatives: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Someone whose words a story gives; ``start`` and ``end`` are where this mention stands.

    ``name`` is the full name within the story ("Sergey Lavrov" where the text says "he"), or the
    mention's own words where the story gives no name ("the ministry").
    """

    start: int
    end: int
    name: str
    role: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words given to someone: ``direct`` in quotation marks, ``indirect`` without, ``mixed`` both.

    ``speaker`` is None where the story does not make it plain: none is better than a wrong one.
    ``pieces`` are the starts and ends of the words themselves where the reporter's stand between
    them ("Rain," Silva said, "fell on us."); it is empty where the statement is of one piece.
    """

    start: int
    end: int
    kind: StatementKind
    cue: str | None = None
    speaker: Speaker | None = None
    pieces: tuple[tuple[int, int], ...] = ()

    @property
    def asides(self) -> list[tuple[int, int]]:
        """The starts and ends of what stands between its pieces, which is the reporter's."""
        found, at = [], self.start
        for start, end in sorted((*self.pieces, (self.end, self.end)) if self.pieces else ()):
            if at < min(start, self.end):
                found.append((at, min(start, self.end)))
            at = max(at, end)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading inside the body: the paragraph of ``body`` that starts at ``offset``."""

    offset: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A version of a story that a newer one has taken the place of: what it was called, when it
    went out, and the file it was read from."""

    id: str
    version: int | None = None
    headline: str = ""
    published: dt.datetime | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDate:
    """The day a story is filed under, with how it is known."""

    value: dt.date
    is_certain: bool
    method: str
    alternatives: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One story. ``body`` is the story as printed, dateline and headings included, paragraphs
    parted by a blank line; ``headings`` tells which paragraphs are headings, ``notes`` what
    reading left in doubt; ``speakers`` has everyone who makes a statement, once, in order.

    ``published`` is when it went out, aware where the source gave a zone; ``published_on`` is the
    day that it then was where it was written, and is set where that is not the day in UTC, in which
    records and pages give the moment. ``agency`` is a canonical name ("TASS"); ``source`` is the
    file it was read from.

    What the wire's markup carries: ``slug`` its short name, ``version`` counted by the agency,
    ``urgency`` from 1 (flash) to 9, ``embargo`` the moment before which it is not for the public,
    ``signal`` what the agency says of this version, ``replaces`` the ids of other stories whose
    place it takes, ``earlier`` the versions that it replaced in an index, newest first.
    """

    id: str
    headline: str
    kicker: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    byline: str | None = None
    dateline: Dateline | None = None
    agency: str | None = None
    published: dt.datetime | None = None
    updated: dt.datetime | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    source: str | None = None
    body: str = ""
    headings: tuple[Heading, ...] = ()
    statements: tuple[Statement, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    notes: tuple[str, ...] = ()
    slug: str | None = None
    version: int | None = None
    urgency: int | None = None
    embargo: dt.datetime | None = None
    signal: Signal | None = None
    replaces: tuple[str, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    published_on: dt.date | None = None

    def __post_init__(self) -> None:
        if self.published and self.published.tzinfo and not self.published_on:
            own = self.published.date()
            if in_utc(self.published).date() != own:
                object.__setattr__(self, "published_on", own)

    @property
    def day_published(self) -> dt.date | None:
        """The day on which it was published, by the newsroom's own clock."""
        return self.published_on or (self.published.date() if self.published else None)

    @property
    def is_gone(self) -> bool:
        """Whether its agency says that it must not be used, or not for now."""
        return self.signal in ("kill", "withheld")

    @property
    def date(self) -> StoryDate | None:
        """The story's day: its dateline's where that is certain, else the day it was published,
        else the dateline's guess, else the day of its last change, a guess too. None: the story is
        undated, never the day it was read."""
        line = self.dateline
        printed = (
            line
            and line.date
            and StoryDate(
                value=line.date,
                is_certain=line.is_certain,
                method=line.method or "printed",
                alternatives=line.alternatives,
            )
        )
        if printed and printed.is_certain:
            return printed
        if self.day_published:
            return StoryDate(value=self.day_published, is_certain=True, method="published")
        if printed or self.updated is None:
            return printed or None
        return StoryDate(value=self.updated.date(), is_certain=False, method="updated")
