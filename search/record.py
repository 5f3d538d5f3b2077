"""An article as a JSON record, and back: the stored form, the export and the API's story.

>>> from .article import Article
>>> record = article_to_record(Article(id="a1", headline="Dam holds", body="OSLO (AP) — It held."))
>>> record["headline"], read_record(record).body
('Dam holds', 'OSLO (AP) — It held.')
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from .article import Article, Dateline, Earlier, Heading, Speaker, Statement, in_utc, is_day


def article_to_record(article: Article) -> dict[str, Any]:
    """Plain dicts, lists, strings and numbers; dates in ISO 8601, moments in UTC where their zone
    is known, a day where a day alone was told; every field present."""
    return {name: _plain(value) for name, value in asdict(article).items()}


def read_record(record: Mapping[str, Any]) -> Article:
    """The article that ``article_to_record`` made this of; KeyError or TypeError if it is not.
    A record of before 0.2 has none of the wire's own marks (slug, version, signal …)."""
    fields = {"embargo": None, "replaces": (), "earlier": (), "published_on": None, **record}
    for name in ("published", "updated", "embargo"):
        fields[name] = _moment(fields[name])
    fields["published_on"] = _day(fields["published_on"])
    for name in ("authors", "keywords", "notes", "replaces"):
        fields[name] = tuple(fields[name])
    fields["earlier"] = tuple(map(_earlier, fields["earlier"]))
    for name, kind in (("headings", Heading), ("speakers", Speaker)):
        fields[name] = tuple([kind(**item) for item in fields[name]])
    fields["statements"] = tuple(map(_statement, fields["statements"]))
    fields["dateline"] = _dateline(fields["dateline"])
    return Article(**fields)


def sound(text: str) -> str:
    """The text with "?" for lone surrogates, which no JSON and no file can hold."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _plain(value: Any) -> Any:
    match value:
        case str():
            return sound(value)
        case datetime():
            return str(value.date()) if is_day(value) else in_utc(value).isoformat()
        case date():
            return value.isoformat()
        case dict():
            return {key: _plain(part) for key, part in value.items()}
        case tuple() | list():
            return [_plain(part) for part in value]
    return value


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _earlier(record: Mapping[str, Any]) -> Earlier:
    return Earlier(**dict(record) | {"published": _moment(record["published"])})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _dateline(record: Mapping[str, Any] | None) -> Dateline | None:
    if record is None:
        return None
    alternatives = tuple(date.fromisoformat(day) for day in record["alternatives"])
    return Dateline(**dict(record) | {"date": _day(record["date"]), "alternatives": alternatives})


def _statement(record: Mapping[str, Any]) -> Statement:
    speaker = Speaker(**record["speaker"]) if record["speaker"] else None
    pieces = tuple((start, end) for start, end in record.get("pieces", ()))
    return Statement(**dict(record) | {"speaker": speaker, "pieces": pieces})
