"""ninjs, versions 1 to 3: a news item as JSON."""

from collections.abc import Iterator, Mapping
from typing import Any

from ...article import Article
from ..encoding import clean
from ..page.fragment import read_fragment_line
from ..paragraphs import Paragraph
from .inside import read_inside
from .item import Item, make_article
from .signals import GONE, find_signal

# fields that ninjs alone has; one of them beside a "uri" shows a record to be it
_OWN = frozenset(
    """type versioncreated pubstatus profile representationtype body_text body_html body_xhtml
    bodies headlines copyrightholder copyrightnotice""".split()
)
_WITH_GUID = {"guid", "pubstatus", "type"}  # as Superdesk writes it
# a list of items stands under one of these, however deep the answers of a service wrap it
_LISTS = ("item", "items", "data", "_items", "results")
_DEEPEST = 5


def find_items(record: Any, deepest: int = _DEEPEST) -> list[Mapping[str, Any]]:
    """The ninjs items that a JSON value is or wraps; empty where it holds none."""
    if isinstance(record, list):
        return (
            [item for part in record for item in find_items(part, deepest - 1)] if deepest else []
        )
    if not isinstance(record, dict) or not deepest:
        return []
    if _is_item(record):
        return _inside(record, deepest) or [record]
    return next(
        (found for name in _LISTS if (found := find_items(record.get(name), deepest - 1))), []
    )


def _inside(record: Mapping[str, Any], deepest: int) -> list[Mapping[str, Any]]:
    """The texts that an item brings along as its associations, if it has no text itself."""
    fields = {str(name).casefold(): value for name, value in record.items()}
    brought = fields.get("associations")
    parts = [*brought.values()] if isinstance(brought, dict) else brought
    is_gone = find_signal(_text(fields, "pubstatus")) in GONE
    if not isinstance(parts, list) or is_gone or _bodies(fields):
        return []
    items = [item for part in parts for item in find_items(part, deepest - 1)]
    return [item for item in items if _bodies({str(n).casefold(): v for n, v in item.items()})]


def read_ninjs(record: Mapping[str, Any]) -> Article:
    """The story of an item, without its wire facts; NotAnArticle where it has no text."""
    fields = {str(name).casefold(): value for name, value in record.items()}
    return make_article(
        Item(
            guid=_find_guid(fields),
            version=_text(fields, "version"),
            kind=_text(fields, "type"),
            urgency=_text(fields, "urgency"),
            published=tuple(_text(fields, n) for n in _PUBLISHED),
            updated=_text(fields, "versioncreated"),
            embargo=_text(fields, "embargoed") or None,
            statuses=(_text(fields, "pubstatus"), *_codes(fields, "signal", "signals")),
            said=(_text(fields, "ednote"),),
            credits=tuple(_credits(fields)),
            headline=read_fragment_line(
                _text(fields, "headline") or _main(fields, "headlines") or _text(fields, "title")
            ),
            standfirsts=tuple(map(read_fragment_line, _descriptions(fields))),
            byline=_text(fields, "byline") or _text(fields, "by") or _main(fields, "bylines"),
            persons=tuple(_persons(fields)),
            dateline=_text(fields, "dateline"),
            place=(_text(fields, "located"), *_place(fields)),
            slug=_text(fields, "slugline") or _text(fields, "slug"),
            section=next(_names(fields, "service"), None),
            keywords=tuple(_names(fields, "keyword", "keywords", "subject", "subjects")),
            languages=(_text(fields, "language"),),
            url=_text(fields, "canonicalurl") or _text(fields, "uri"),
            paragraphs=tuple(_paragraphs(fields)),
            replaces=tuple(_names(fields, "replaces", "evolvedfrom")),
        )
    )


_PUBLISHED = ("firstpublished", "firstcreated", "contentcreated", "versioncreated")


_NO_AUTHORS = ("editor", "photographer", "translator", "graphic", "producer")
# what an item may call the place that it was written in, the town first
_PLACES = ("city", "countryareaname", "countryname")


def _find_guid(fields: Mapping[str, Any]) -> str | None:
    """The item's name; of AP's the one beside its address, which is another for each reader."""
    others = fields.get("altids")
    own = others.get("itemid") if isinstance(others, dict) else None
    return own if isinstance(own, str) and own else _text(fields, "uri") or _text(fields, "guid")


def _place(fields: Mapping[str, Any]) -> Iterator[str | None]:
    place = _first(fields.get("datelinelocation"))
    yield from (_text(place, name) for name in _PLACES)


def _is_item(record: Mapping[str, Any]) -> bool:
    names = {str(name).casefold() for name in record}
    return bool("uri" in names and names & _OWN) or names >= _WITH_GUID


def _text(fields: Mapping[str, Any], name: str) -> str | None:
    """A field's text, or that of the value's "name", "value" or "by"; None for anything else."""
    value = fields.get(name)
    if isinstance(value, dict):
        value = value.get("name") or value.get("value") or value.get("by")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return clean(value) if isinstance(value, str) else None


def _parts(value: Any) -> list[Mapping[str, Any]]:
    """The objects of a list, their names in small letters; a text is an object with that value."""
    values = value if isinstance(value, list) else [value]
    made = [{"value": part} if isinstance(part, str) else part for part in values]
    return [{str(n).casefold(): v for n, v in p.items()} for p in made if isinstance(p, dict)]


def _main(fields: Mapping[str, Any], name: str) -> str | None:
    """The value of the part whose role is main, else of the first."""
    parts = _parts(fields.get(name))
    parts.sort(key=lambda part: part.get("role") != "main")
    found = (_text(part, "value") or _text(part, "by") for part in parts)
    return next(filter(None, found), None)


def _names(fields: Mapping[str, Any], *names: str) -> Iterator[str]:
    for name in names:
        for part in _parts(fields.get(name)):
            found = (_text(part, key) for key in ("name", "value", "literal", "uri", "code"))
            yield from [text for text in found if text][:1]


def _persons(fields: Mapping[str, Any]) -> Iterator[str]:
    """Who made the item; of Superdesk's list those who wrote it, where no byline says so."""
    yield from _names(fields, "creator", "creators")
    if not _text(fields, "byline") and not _text(fields, "by"):
        for part in _parts(fields.get("authors")):
            if name := (_text(part, "name") if part.get("role") not in _NO_AUTHORS else None):
                yield name


def _codes(fields: Mapping[str, Any], *names: str) -> Iterator[str | None]:
    """All that the parts of these fields say by name and by code."""
    for name in names:
        for part in _parts(fields.get(name)):
            yield from (_text(part, key) for key in ("name", "value", "literal", "uri", "code"))


def _credits(fields: Mapping[str, Any]) -> Iterator[str | None]:
    yield _text(fields, "creditline")
    yield from _names(fields, "infosource", "infosources", "provider", "source")
    yield _text(fields, "copyrightholder")
    yield _text(_first(fields.get("rightsinfo")), "copyrightholder")


def _first(value: Any) -> Mapping[str, Any]:
    return next(iter(_parts(value)), {})


def _descriptions(fields: Mapping[str, Any]) -> Iterator[str | None]:
    for name in ("description_text", "description_html", "description_xhtml", "description"):
        yield _text(fields, name)
    for part in _parts(fields.get("descriptions")):
        if "caption" not in str(part.get("role")):
            yield _text(part, "value")


def _paragraphs(fields: Mapping[str, Any]) -> list[Paragraph]:
    """The fullest of the texts given, markup before plain text: it keeps its paragraphs."""
    read = [list(read_inside(text, kind).paragraphs) for kind, text in _bodies(fields)]
    read.sort(key=lambda found: -sum(len(part.text) for part in found))
    fullest = [found for found in read if _length(found) > 0.8 * _length(read[0])]
    return max(fullest, key=len, default=[])


def _length(paragraphs: list[Paragraph]) -> int:
    return sum(len(part.text) for part in paragraphs)


def _bodies(fields: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Each text of an item, with what it is told to be."""
    found = [(name, _text(fields, name)) for name in fields if name.startswith("body")]
    found += [
        (f"{part.get('contenttype')} {part.get('role')}", _text(part, "value"))
        for part in _parts(fields.get("bodies"))
        if part.get("role") != "teaser"
    ]
    return [(kind, text) for kind, text in found if text]
