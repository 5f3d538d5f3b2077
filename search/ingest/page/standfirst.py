"""The standfirst that a page prints under its headline, where its markup names it so."""

import re
from collections.abc import Sequence
from functools import lru_cache

from ..encoding import one_line
from .tree import Element, is_longer, read_visible

# words of classes, and pairs of them, that name a standfirst
_WORDS = frozenset("standfirst dek deck strapline subheadline".split())
_PAIRS = re.compile(
    r"(?:article|story|entry|post|detail|content|header|page|headline) (?:summary|subtitle|excerpt)"
    r"|stand first|strap line|sub headline"
)
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_TAGS = frozenset(("p", "div", "h2", "h3", "span", "section"))
# characters: less is a label, more a story's text
_SHORTEST = 20
_LONGEST = 400
# where the story begins, no standfirst comes any more
_PROSE = 60


def find_standfirst(near: Sequence[Element]) -> str | None:
    """The first text among the elements after a headline that is named for a standfirst, before
    any paragraph of prose; None where there is none."""
    for element in near:
        if element.tag not in _TAGS:
            continue
        named = _names_standfirst(f"{element.get('class') or ''} {element.get('id') or ''}")
        if not named and element.tag != "p":
            continue
        if is_longer(element, _LONGEST):
            if element.tag == "p":
                return None
            continue
        text = one_line(read_visible(element))
        if named and _SHORTEST <= len(text) <= _LONGEST:
            return text
        if element.tag == "p" and len(text) >= _PROSE:
            return None
    return None


@lru_cache(maxsize=20_000)
def _names_standfirst(names: str) -> bool:
    words = [word.lower() for word in _TOKEN.findall(names[:200])]
    return not _WORDS.isdisjoint(words) or bool(_PAIRS.search(" ".join(words)))
