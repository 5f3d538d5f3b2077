"""A story's facts in a few words: its date with how it is known, its dateline, its speakers."""

from typing import TYPE_CHECKING

from ..article import in_utc, is_day
from .terminal import printable

if TYPE_CHECKING:
    from datetime import datetime

    from ..article import Article, Dateline, Speaker, StoryDate


def join(*facts: str | None) -> str:
    """The facts that there are, on one line.

    >>> join("TASS", None, "Moscow")
    'TASS · Moscow'
    """
    return " · ".join(printable(fact) for fact in facts if fact)


def count_stories(number: int) -> str:
    """The number with its noun: "1 story", "1,200 stories"."""
    return f"{number:,} {'story' if number == 1 else 'stories'}"


def name_story(article: "Article") -> str:
    """Its headline, or that it has none."""
    return printable(article.headline) or "(no headline)"


def describe_date(date: "StoryDate | None") -> str:
    """The day, a guess shown as a guess.

    >>> from datetime import date
    >>> from ..article import StoryDate
    >>> describe_date(StoryDate(value=date(2024, 5, 1), is_certain=False, method="received"))
    '2024-05-01? (uncertain: received)'
    """
    if date is None:
        return "undated"
    if date.is_certain:
        return f"{date.value} ({date.method})"
    others = ", or ".join(str(day) for day in date.alternatives if day != date.value)
    return f"{date.value}? (uncertain: {date.method}{'; or ' + others if others else ''})"


def describe_moment(moment: "datetime | None") -> str | None:
    """The moment in UTC, or the day where a day alone was told."""
    if moment is None:
        return None
    return str(moment.date() if is_day(moment) else in_utc(moment))


def describe_dateline(line: "Dateline | None") -> str | None:
    """The dateline as printed, and the place and the country that it is read as."""
    if line is None:
        return None
    return join(line.text, f"read as {line.place}" if line.place else None, line.country)


def describe_speaker(speaker: "Speaker") -> str:
    """A name with the role and the organisation that the story gives."""
    given = ", ".join(filter(None, (speaker.role, speaker.organisation)))
    return printable(f"{speaker.name} ({given})" if given else speaker.name)
