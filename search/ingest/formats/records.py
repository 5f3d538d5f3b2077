"""The records in a JSON file: a line each, listed, one after the other, or wrapped by a service."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from .fields import find_field, fold_names

# what a service or a feed calls its list of records, and what it puts around that list
_LISTS = "articles items results data docs documents stories entries posts hits news rows records"
_AROUND = "response data result hits feed embedded body payload"
# what stands around the fields of a single record: {"_id": "7", "_source": {"title": …}}
_WRAPPERS = "source fields attributes article document doc item node story"
_DEEPEST = 4
_MOST = 1_000_000


def read_records(text: str, first: int) -> Iterator[tuple[int, Any]]:
    """Each record with the number of its line (or its place in the list); None for what is no
    JSON."""
    lines = [(n, line) for n, line in enumerate(text.split("\n"), first) if line.strip()]
    if len(lines) > 1 and isinstance(_load(lines[0][1]), dict):
        yield from ((number, _load(line)) for number, line in lines)
        return
    whole = _load(text)
    found = whole if isinstance(whole, list) else [whole]
    if whole is None:
        found = list(_load_in_turn(text)) or [None]
    yield from enumerate(found, first)


def find_records(record: Any, deepest: int = _DEEPEST) -> list[Any]:
    """The records that one wraps, if it has no text of its own; else the record itself."""
    if not isinstance(record, dict) or has_text(record) or not deepest:
        return [record]
    inside = _unwrapped(record)
    if inside is not None:
        return [inside]
    named = fold_names(record)
    for name in _LISTS.split():
        listed = named.get(name)
        if isinstance(listed, list) and any(isinstance(one, dict) for one in listed):
            return [found for one in listed for found in find_records(one, deepest - 1)]
    for name in _AROUND.split():
        if isinstance(named.get(name), dict):
            found = find_records(named[name], deepest - 1)
            if found != [named[name]]:
                return found
    return [record]


def has_text(record: Mapping[str, Any]) -> bool:
    """Whether a record has a text under "body" or a name like it."""
    value = find_field(fold_names(record), "body")
    parts = value if isinstance(value, list) else [value]
    return any(isinstance(part, str) and part.strip() for part in parts)


def _unwrapped(record: Mapping[str, Any]) -> dict[str, Any] | None:
    """The record whose fields stand one level down, with those around them that it has not."""
    named = fold_names(record)
    for name in _WRAPPERS.split():
        inside = named.get(name)
        if isinstance(inside, dict) and has_text(inside):
            return {**{k: v for k, v in record.items() if v is not inside}, **inside}
    return None


def _load(text: str) -> Any:
    """The value of a line, or of one of a list that ends with a comma; None for no JSON."""
    try:
        return json.loads(text.strip().rstrip(","))
    except (ValueError, RecursionError):
        return None


def _load_in_turn(text: str) -> Iterator[Any]:
    """Objects that stand one after the other, each over several lines, as far as they are sound."""
    decoder, at = json.JSONDecoder(), 0
    for _ in range(_MOST):
        while at < len(text) and text[at] in " \t\r\n,":
            at += 1
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield value
