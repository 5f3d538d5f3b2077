"""JSON-LD: what a page tells search engines about its story, in all the shapes that are met."""

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

from ..encoding import one_line
from ..names import read_credit, read_names, read_signature, unique
from .facts import Facts
from .moments import read_moment
from .tree import Element

# the kinds that are a story, best first; "ReportageNewsArticle" and its like end in one of these
_STORIES = ("NewsArticle", "Article", "BlogPosting", "LiveBlogPosting", "Report", "Recipe", "HowTo",
            "WebPage")  # fmt: skip
_COMMENTS = re.compile(
    r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[|/\*.{0,40}?\*/)|(?:-->|//\]\]>|\]\]>|;)\s*$"
)
_CONTROLS = re.compile(r"[\x00-\x1f]+")
# how deep and how many objects are looked at: more is no page's own account of its story
_DEEPEST = 12
_MOST = 2000


def read_jsonld(tree: Element) -> Facts:
    """What the page's JSON-LD says of its main story; empty where it says nothing."""
    told = [found for script in tree.iterfind(".//script") for found in _told(script)]
    ranked = [(rank, n) for n, found in enumerate(told) if (rank := _rank(found)) < len(_STORIES)]
    if not ranked:
        return Facts()
    rank, number = min(ranked)
    story = told[number]
    author = story.get("author")
    names = read_people(author) or read_people(story.get("creator"))
    return Facts(
        headline=_text(story.get("headline")) or (_text(story.get("name")) if rank < 5 else None),
        standfirst=_text(story.get("description")),
        authors=names,
        credit=_credit(author) or _credit(_meant(author, told)),
        published=read_moment(_text(story.get("datePublished")) or _text(story.get("dateCreated"))),
        updated=read_moment(_text(story.get("dateModified"))),
        section=_first(story.get("articleSection")),
        keywords=_keywords(story.get("keywords")),
        language=_text(story.get("inLanguage")),
        url=_address(story),
        publisher=_text(story.get("publisher")),
        body=_long_text(story.get("articleBody")),
    )


def _told(script: Element) -> Iterator[dict[str, Any]]:
    """Every object that a script tells search engines of."""
    if "ld+json" in (script.get("type") or "").casefold():
        yield from _objects(_load(script.text or ""))


def _meant(value: Any, told: Sequence[dict[str, Any]]) -> Any:
    """The object that a value names by its "@id" alone, as in one graph of the whole page. It is
    the user of the site who put the story there, and not always who wrote it."""
    first = value[0] if isinstance(value, list) and value else value
    name = first.get("@id") if isinstance(first, dict) and "name" not in first else None
    return next((o for o in told if name and o.get("@id") == name and "name" in o), None)


def _load(text: str) -> Any:
    """The script's value; broken JSON is mended where only comments or raw line breaks break it."""
    text = _COMMENTS.sub("", _COMMENTS.sub("", text.strip()))
    for attempt in (text, _CONTROLS.sub(" ", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in the value, outermost first."""
    left, seen = [(value, 0)], 0
    while left and seen < _MOST:
        value, depth = left.pop(0)
        seen += 1
        if isinstance(value, dict):
            yield value
        if depth < _DEEPEST and isinstance(value, dict | list):
            parts = value.values() if isinstance(value, dict) else value
            left += [(part, depth + 1) for part in parts if isinstance(part, dict | list)]


def _rank(found: dict[str, Any]) -> int:
    kinds = found.get("@type")
    names = [k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)]
    ranks = [n for n, story in enumerate(_STORIES) for name in names if name.endswith(story)]
    return min(ranks, default=len(_STORIES))


def read_people(value: Any) -> tuple[str, ...]:
    """Names out of a string, a list, an object, or a list of any of these; no organisations."""
    if isinstance(value, str):
        return read_names(unescape(value))
    if isinstance(value, dict):
        if "Organization" in str(value.get("@type")):
            return ()
        return read_people(value.get("name"))
    if isinstance(value, list):
        return unique(name for part in value[:40] for name in read_people(part))
    return ()


def _credit(value: Any) -> str | None:
    """The first author, be it an organisation, or a person of one name."""
    name = _text(value) or ""
    return read_credit(name) or (read_signature(name) if _is_person(value) else None)


def _is_person(value: Any) -> bool:
    first = value[0] if isinstance(value, list) and value else value
    return isinstance(first, dict) and "Person" in str(first.get("@type"))


def _text(value: Any) -> str | None:
    """One line of text out of a string, a number, an object with a name, or the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(int(value)) if abs(value) < 1e15 else None
    return one_line(unescape(value)) or None if isinstance(value, str) else None


def _long_text(value: Any) -> str | None:
    return unescape(value) if isinstance(value, str) else None


def _first(value: Any) -> str | None:
    return _text(value)


def _keywords(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list):
        return ()
    return unique(word for part in value[:60] if (word := _text(part)))


def _address(story: dict[str, Any]) -> str | None:
    main = story.get("mainEntityOfPage")
    for value in (story.get("url"), main.get("@id") if isinstance(main, dict) else main):
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return value.strip()
    return None
