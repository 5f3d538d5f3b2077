"""Facts: what a page says about its story in its markup, before anybody checks it."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlsplit

from ...text import find_forms

# what stands beside somebody's name in that of their own site
_OWN_SITE = frozenset("s blog weblog the dr prof home homepage page website site".split())

_COMPANY = re.compile(r"\b(?:GmbH|AG|KG|Ltd|LLC|Inc|e\.\s?V)\b|\bwww\.")
# letters of a word that is no article
_LONG_WORD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One voice on a page (its JSON-LD, its meta elements …); what it does not say is empty."""

    headline: str | None = None
    kicker: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    credit: str | None = None
    published: dt.datetime | None = None
    updated: dt.datetime | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    publisher: str | None = None
    body: str | None = None


def merge(voices: Sequence[Facts], byline: tuple[str, ...], credit: str | None) -> Facts:
    """Each fact as the first voice gives it, the most trusted first. ``byline`` has the names that
    the page prints: they stand where they are more than its markup says, or it says none. Where
    nobody names a person, whoever the page prints a ``credit`` for is the author, else whom its
    markup credits; the publisher only where it is printed so."""
    facts = {field.name: _first(voices, field.name) for field in fields(Facts)}
    merged = Facts(**{name: value for name, value in facts.items() if value})
    named = [voices[0].authors, voices[1].authors, byline, voices[2].authors]
    others = [tuple(name for name in names if not _is_at(name, merged.url)) for names in named]
    authors = _authors(others, merged.publisher) or _authors(named, merged.publisher)
    if not authors and credit:
        authors = (credit,)
    if not authors and merged.credit and not _is_site(merged.credit, merged):
        authors = (merged.credit,)
    return replace(merged, authors=authors)


def find_put_out_again(voices: Sequence[Facts], printed: dt.datetime | None) -> dt.datetime | None:
    """When the newsroom put its story out again: the page prints a later day than the first that
    its markup gives, with no word of an update, and the markup has a publication or a change on
    that day. None where it did not."""
    first = next((voice.published for voice in voices if voice.published), None)
    if first is None or printed is None or printed.date() <= first.date():
        return None
    later = [moment for voice in voices for moment in (voice.published, voice.updated) if moment]
    return next((moment for moment in later if printed.date() in _days(moment)), None)


def is_made_again(facts: Facts, printed: dt.datetime | None) -> bool:
    """Whether the publication that the markup gives is when the page was last made: no earlier than
    its last change, and days after the day that it prints."""
    first, changed = facts.published, facts.updated
    if not (first and changed and printed and first.tzinfo and changed.tzinfo):
        return False
    return changed <= first and printed.date() < min(_days(first)) - dt.timedelta(days=1)


def _days(moment: dt.datetime) -> set[dt.date]:
    """The moment's day, as it is given and in UTC."""
    return {moment.date()} | ({moment.astimezone(dt.UTC).date()} if moment.tzinfo else set())


def _first(voices: Sequence[Facts], name: str) -> Any:
    return next((value for voice in voices if (value := getattr(voice, name))), None)


def _authors(named: Sequence[tuple[str, ...]], publisher: str | None) -> tuple[str, ...]:
    """The first names given, or those of a better voice that has all of these and more; people
    only: a name made of the publisher's words is the publisher's."""
    people = [tuple(name for name in names if not _is_of(name, publisher)) for names in named]
    first = next((names for names in people if names), ())
    told = set(map(str.casefold, first))
    fuller = [names for names in people[:3] if told <= set(map(str.casefold, names))]
    return max(fuller, key=len, default=first) if first else ()


def _is_site(credit: str, facts: Facts) -> bool:
    """Whether a credit is the publisher's own: by its name, or by its site's; or whoever keeps the
    site, as a company among a page's meta elements is."""
    site = urlsplit(facts.url or "").netloc.casefold()
    is_at = "".join(find_forms(credit)) in site
    return is_at or _is_of(credit, facts.publisher) or bool(_COMPANY.search(credit))


def _is_at(name: str, url: str | None) -> bool:
    """Whether a name's words, but for the short ones, stand in a site's address."""
    site = urlsplit(url or "").netloc.casefold()
    words = find_forms(name)
    long = [word for word in words if len(word) >= _LONG_WORD]
    return "".join(words) in site or bool(long and all(word in site for word in long))


def _is_of(name: str, publisher: str | None) -> bool:
    """Whether a name is made of the publisher's words, unless these are for somebody's own site:
    "Ana Reyes's blog"."""
    words, whole = set(find_forms(name)), set(find_forms(publisher or ""))
    return words <= whole and not (words < whole and whole - words <= _OWN_SITE)
