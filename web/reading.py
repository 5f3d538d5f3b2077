"""How things are worded on the pages: dates with their certainty, methods, counts, languages."""

import re
from datetime import date, datetime

from jinja2 import Environment

from search.article import Article, Dateline, StoryDate, in_utc, is_day

from .passages import cut
from .urls import speaker_url, story_url, url_without

_MONTHS = """January February March April May June July August September October November
December""".split()
# how a day is known, by StoryDate.method
_METHODS = {
    "printed": "The dateline prints the whole date.",
    "weekday": "The dateline prints no year; the weekday that the story names proves it.",
    "span": "The dateline prints no year; the other dates of the story prove it.",
    "name": "The dateline prints no year; its file’s name has that day.",
    "office": "The dateline prints no year; those who hold office in the story held it then.",
    "published": "The day is known: its page or file says on which day it was published.",
    "url": "The dateline prints no year; the story’s own address gives it.",
    "updated": "Nothing says when it was published; it was last changed on that day.",
    "received": "The dateline prints no year; it was taken from the day the file came in.",
}
_KINDS = {"direct": "in quotation marks", "mixed": "partly quoted", "indirect": "reported"}
# "en" "pt-BR" "zh-Hant-TW"
_LANGUAGE = re.compile(r"[A-Za-z]{2,8} (?: -[A-Za-z0-9]{1,8} ){0,4}", re.VERBOSE)


def teach(environment: Environment) -> None:
    """Make these wordings known to the templates."""
    environment.filters.update(
        day=write_day,
        moment=write_moment,
        count=write_count,
        doubt=explain_doubt,
        method=explain_method,
        file_name=find_file_name,
        cut=cut,
    )
    environment.globals.update(
        story_url=story_url,
        speaker_url=speaker_url,
        url_without=url_without,
        story_language=find_language,
        safe_link=find_link,
        is_filed_otherwise=is_filed_otherwise,
        statement_kinds=_KINDS,
    )


def write_day(day: date) -> str:
    """The day as the pages write it.

    >>> write_day(date(2022, 2, 14))
    '14 February 2022'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def write_moment(moment: datetime) -> str:
    """The day and the time in UTC, or in no zone where none was told; a day told alone is one.

    >>> write_moment(datetime(2022, 2, 14, 9, 30)), write_moment(datetime(2022, 2, 14))
    ('14 February 2022, 09:30', '14 February 2022')
    """
    at = in_utc(moment)
    return write_day(at) if is_day(at) else f"{write_day(at)}, {at.strftime('%H:%M %Z').strip()}"


def write_count(number: int, one: str, many: str | None = None) -> str:
    """A number with what it counts.

    >>> write_count(1, "story", "stories"), write_count(1200, "hit")
    ('1 story', '1,200 hits')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def explain_method(method: str | None) -> str:
    """A sentence on how a day is known; "" where nothing says."""
    return _METHODS.get(method or "", f"Method: {method}." if method else "")


def explain_doubt(day: StoryDate) -> str:
    """Why a day is only a guess, with the other days it may be."""
    others = ", ".join(write_day(other) for other in day.alternatives)
    may_be = f" It may also be {others}." if others else ""
    return f"A guess, not proved. {explain_method(day.method)}{may_be}"


def find_language(article: Article) -> str | None:
    """The language of a story as HTML takes it; None where it is not known or not a language."""
    language = article.language or ""
    return language if _LANGUAGE.fullmatch(language) else None


def find_link(url: str | None) -> str | None:
    """The address if it is a page on the web; None for every other scheme, which could run."""
    is_web = url is not None and url.lower().startswith(("http://", "https://"))
    return url if is_web and url and url.isprintable() and " " not in url else None


def find_file_name(source: str) -> str:
    """The file's own name, without the folders of whoever keeps it.

    >>> find_file_name("/home/ana/wire/dam.html")
    'dam.html'
    """
    return re.split(r"[/\\]", source)[-1]


def is_filed_otherwise(article: Article, line: Dateline) -> bool:
    """Whether the story is filed under another day than its dateline's."""
    return article.date is not None and article.date.value != line.date
