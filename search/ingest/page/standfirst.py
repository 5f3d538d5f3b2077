"""The standfirst that a page prints under its headline, where its markup names it so."""

import re
from collections.abc import Sequence
from functools import lru_cache

from ...wire.dateline import opens_with_dateline
from ..encoding import one_line
from .length import measure
from .prose import count_linked
from .tree import Element, is_longer, read_visible

# words of classes, and pairs of them, that name a standfirst
_WORDS = frozenset(
    """standfirst dek deck strapline subheadline vorspann chapo chapeau entradilla bajada copete
    ingress manchet perex zajawka occhiello sommario linhafina""".split()
)
_PAIRS = re.compile(
    r"(?:article|artikel|story|entry|post|news|details?|content|header|page|headline)"
    r" (?:summary|subtitle|excerpt|abstract|lead|lede|intro|introduction|teaser|deck|subheading)"
    r"|stand first|strap line|sub headline|linha fina|sous titre"
)
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_TAGS = frozenset(("p", "div", "h2", "h3", "span", "section"))
# characters: less is a label, more a story's text
_SHORTEST = 20
_LONGEST = 400
# more of it in links is none
_LINKED = 0.5
# "Von Ana Reyes", "3. Mai 2024 - von Ana Reyes"
_BYLINE = re.compile(
    r"""
    (?: \d [^–-]{3,20} [–-] \s )? (?i: by | von | par | por | de | di | door | af | av ) \s
      [A-ZÀ-Þ] [^.!?]*
    | \d [\d\W]*
    """,
    re.VERBOSE,
)
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
        if named and _SHORTEST <= len(text) <= _LONGEST and _is_told(element, text):
            return text
        if element.tag == "p" and measure(text) >= _PROSE:
            return None
    return None


def _is_told(element: Element, text: str) -> bool:
    """Whether a text tells something, and is no list of links, no byline and no story's lede."""
    linked = count_linked(element) > _LINKED * len(text)
    return not linked and not _BYLINE.fullmatch(text) and not opens_with_dateline(text)


@lru_cache(maxsize=20_000)
def _names_standfirst(names: str) -> bool:
    words = [word.lower() for word in _TOKEN.findall(names[:200])]
    return not _WORDS.isdisjoint(words) or bool(_PAIRS.search(" ".join(words)))
