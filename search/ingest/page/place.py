"""Where on a page a byline stands, and whether it is the story's own there."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .tree import Element, is_longer

# "comments", "user-comment"; a post that is filed under comment is "category-comment"
_COMMENTS = re.compile(
    r"(?i)(?:^|\s)(?:(?!category|tag|no|has)\w{1,12}[_-])?(?:comment|kommentar|disqus)"
)
_LISTS = frozenset(("li", "ul", "aside"))
_AWAY = frozenset(("nav", "footer"))
# characters of a list of facts about the story
_LONGEST = 200


class Place(NamedTuple):
    """The elements between headline and story (``head``), all of the page in the order of nearness
    (``near``), the short lists among the first, and what the headline stands in."""

    head: Sequence[Element]
    near: Sequence[Element]
    facts: frozenset[Element] = frozenset()
    around: frozenset[Element] = frozenset()


def find_place(head: Sequence[Element], near: Sequence[Element], headline: Element | None) -> Place:
    above: Iterable[Element] = () if headline is None else headline.iterancestors()
    lists = (e for e in head if e.tag in _LISTS and not is_longer(e, _LONGEST))
    return Place(head, near, frozenset(lists), frozenset(above))


def is_own(element: Element, place: Place) -> bool:
    """Whether a byline is the story's own: in no list or box of others', and no comment's. A short
    list of facts under the headline is the story's, and so is a footer of its article."""
    for above in element.iterancestors():
        if above.tag in _LISTS and above not in place.facts:
            return False
        if above.tag in _AWAY and not _is_in_article(above, place.around):
            return False
        if above.tag != "body" and _COMMENTS.search(_names(above)):
            return False
    return True


def _is_in_article(element: Element, around: frozenset[Element]) -> bool:
    return element.tag == "footer" and next(element.iterancestors("article"), None) in around


def _names(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"
