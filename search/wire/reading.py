"""Reading: an article completed with what its own text tells."""

import datetime as dt
import re
from dataclasses import replace
from typing import Any

from ..article import Article, Dateline, Speaker, Statement
from .agencies import find_agency, find_agency_of_site, find_byline_agency, find_trailer
from .clues import Clues, Settled
from .cues import DAYS, DETERMINERS, PLURALS
from .dateline import find_opening
from .dates import settle_date
from .opening import Opening
from .places import find_country, may_speak, read_place
from .statements import find_statements_in
from .verbs import VERBS

# "She'd", "Norway's"
_CLITIC = re.compile(r"['’](?:d|s|ll|ve|re|m)$")


def read_wire(article: Article, *, received: dt.datetime | None = None) -> Article:
    """The article with what its own text tells: dateline, agency, statements and speakers.

    ``received`` is when its file came in; it may settle a missing year, never for certain. What
    the text does not print (a dateline, an agency) stays as the markup gave it.
    """
    return replace(article, **find_facts(article, name=article.source or "", received=received))


def find_facts(
    article: Article, *, name: str = "", received: dt.datetime | None = None
) -> dict[str, Any]:
    """The article's fields that its own text tells, as ``read_wire`` sets them; ``name`` is its
    file's."""
    opening = find_opening(article.body)
    settled = _settle(article, opening, name, received) if opening else Settled()
    statements = find_statements_in(article, opening.end if opening else 0)
    return {
        "dateline": _dateline(opening, settled) if opening else article.dateline,
        "agency": _agency(article, opening),
        "statements": statements,
        "speakers": first_mentions(statements),
        "notes": article.notes + settled.notes,
    }


def read_speech(article: Article) -> Article:
    """The article with its statements and speakers read anew, and nothing else."""
    statements = find_statements_in(article, article.dateline.end if article.dateline else 0)
    return replace(article, statements=statements, speakers=first_mentions(statements))


def _settle(article: Article, opening: Opening, name: str, received: dt.datetime | None) -> Settled:
    clues = Clues(
        text=article.body[opening.end :],
        published=article.day_published,
        url=article.url,
        name="" if article.published else name,
        received=received,
        is_embargoed=any("embargo" in note for note in article.notes) or bool(article.embargo),
    )
    return settle_date(opening.day, clues) if opening.day else Settled()


def _dateline(opening: Opening, settled: Settled) -> Dateline:
    place = read_place(opening.place) if opening.place else None
    return Dateline(
        text=opening.text,
        start=opening.start,
        end=opening.end,
        place=place and place.name,
        country=place and place.country,
        date=settled.date,
        is_certain=settled.is_certain,
        method=settled.method,
        alternatives=settled.alternatives,
    )


def _agency(article: Article, opening: Opening | None) -> str | None:
    """The dateline's credit, else the last line's, the byline's, the page's own, its site's."""
    credited = opening.agency if opening else None
    country = find_country(opening.place) if opening and opening.place else None
    credited = credited or find_trailer(article.body, country)
    credited = credited or find_byline_agency(article.byline)
    if credited is None and article.agency:
        return find_agency(article.agency) or article.agency
    return credited or find_agency_of_site(article.url)


def _is_named(speaker: Speaker) -> bool:
    """Whether someone is called by a name, which can be looked for: not "he", "officials",
    "Engineers", "U.N. data", "A man surnamed Ek" or "the ministry"."""
    words = speaker.name.split()
    if words[0].lower() in PLURALS or words[-1].lower() in DAYS:  # Police is a town too
        return False
    verb = VERBS.get(words[0].lower())
    if verb is not None and verb.form == "ing":
        return False  # "Comparing Iran"
    if speaker.role is None and len(words) == 1 and not may_speak(words[0]):
        return False
    if words[0].lower() in DETERMINERS or any(word.endswith("ed") for word in words[1:]):
        return False
    return words[0][:1].isupper() and words[-1][:1].isupper() and not _CLITIC.search(speaker.name)


def first_mentions(statements: tuple[Statement, ...]) -> tuple[Speaker, ...]:
    """Everyone named who makes a statement, once, in order, as first mentioned."""
    speakers: dict[str, Speaker] = {}
    for statement in statements:
        speaker = statement.speaker
        if speaker and speaker.name not in speakers and _is_named(speaker):
            speakers[speaker.name] = speaker
    return tuple(speakers.values())
