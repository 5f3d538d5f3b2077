"""Cursor: where a page of results ended, as an opaque word that asks for the next page."""

import base64
import binascii
import hashlib
import json
from typing import Any

import orjson

from ..errors import CursorExpired, RequestError
from .request import SearchRequest


def write_cursor(request: SearchRequest, commit: str, key: list[Any]) -> str:
    """A cursor that continues this request behind the hit whose sort key is ``key``."""
    parts = [_fingerprint(request), commit, key]
    return base64.urlsafe_b64encode(orjson.dumps(parts)).decode().rstrip("=")


def read_cursor(request: SearchRequest, commit: str) -> list[Any] | None:
    """The sort key to go on behind; None: from the start.

    RequestError where it is no cursor, or another search's; CursorExpired where the index has
    changed since, for then a relevance score no longer means the same place.
    """
    if request.cursor is None:
        return None
    try:
        padded = request.cursor + "=" * (-len(request.cursor) % 4)
        fingerprint, given_at, key = json.loads(
            base64.b64decode(padded, altchars=b"-_", validate=True)
        )
        kinds = [type(part) for part in key]
    except (binascii.Error, ValueError, TypeError, RecursionError):
        raise RequestError("“cursor” is not one that a search has given", "cursor") from None
    expected = [float, int, str] if request.of == "stories" else [float, int, str, int]
    if fingerprint != _fingerprint(request) or kinds != expected:
        raise RequestError("“cursor” belongs to another search; start again without it", "cursor")
    if given_at != commit:
        raise CursorExpired("The index has changed since this cursor was given; search again")
    return list(key)


def _fingerprint(request: SearchRequest) -> str:
    asked = (
        request.of,
        str(request.query),
        sorted((f.facet, f.wanted, f.unwanted) for f in request.filters),
        str(request.since),
        str(request.until),
        request.certain,
        request.sort,
    )
    return hashlib.blake2b(repr(asked).encode(), digest_size=8).hexdigest()
