"""Manners: what is read over HTTP, and within what bounds."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ..walk import LARGEST

_SECONDS = 30.0
_FOREIGN = re.compile(r"[a-z][a-z0-9+.-]{1,20}://\S", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def is_foreign(path: object) -> bool:
    """Whether this names something on another machine that is not read: neither file nor page."""
    return isinstance(path, str) and bool(_FOREIGN.match(path)) and not is_address(path)


def is_address(path: object) -> bool:
    """Whether this names a page rather than a file."""
    return isinstance(path, str) and path.isprintable() and bool(_ADDRESS.match(path))


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """Whether private addresses may be read, how long a fetch may take in seconds, how many bytes
    it may bring, and whether of more the first are taken; ``check`` is asked of each address that
    the first one leads to, and raises NotFetched where it must not be read."""

    allow_private: bool = False
    seconds: float = _SECONDS
    largest: int = LARGEST
    is_cut: bool = False
    check: Callable[[str], None] = field(default=lambda _: None)
