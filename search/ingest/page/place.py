"""Where on a page a byline or a day stands, and whether it is the story's own there."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .tree import ELSEWHERE, Element, is_longer, read_classes

# "comments", "user-comment"; a post that is filed under comment is "category-comment"
_COMMENTS = re.compile(
    r"(?i)(?:^|\s)(?:(?!category|tag|no|has)\w{1,12}[_-])?(?:comment|kommentar|disqus)"
)
# what readers write, and other stories
_OF_OTHERS = re.compile(
    r"""
    \b comment(?:s|list)? \b | \b (?: related | teasers? | recommend )
    | (?<! [\w-] ) (?: sidebar | widget-area ) (?! [\w-] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LISTS = frozenset(("li", "ul", "aside"))
_AWAY = frozenset(("nav", "footer"))
_BOXES = frozenset(("aside", "footer"))
_FACTS = _LISTS | _BOXES
# boxes that may be named for comments or other stories: a line so named only counts its comments
_NAMED = frozenset(("div", "section"))
# characters of a list of facts about the story
_LONGEST = 200


class Place(NamedTuple):
    """The elements above the headline in its own block (``above``), those between it and the story
    (``head``), all of the page in the order of nearness (``near``), the short lists and boxes
    among the second, and what the headline stands in."""

    above: Sequence[Element]
    head: Sequence[Element]
    near: Sequence[Element]
    facts: frozenset[Element] = frozenset()
    around: tuple[Element, ...] = ()


def find_place(
    above: Sequence[Element],
    head: Sequence[Element],
    near: Sequence[Element],
    headline: Element | None,
) -> Place:
    around: Iterable[Element] = () if headline is None else headline.iterancestors()
    lists = (e for e in head if e.tag in _FACTS and not is_longer(e, _LONGEST))
    return Place(above, head, near, frozenset(lists), tuple(around))


def is_away(element: Element, place: Place, tags: Sequence[str]) -> bool:
    """Whether an element stands in one of these, as in a list, apart from its headline: not where
    that stands there too, nor in a short list or box of facts about the story."""
    for box in element.iterancestors(*tags):
        if box in place.around:
            return False
        is_fact = box in place.facts and box.tag not in _BOXES
        if not is_fact and not is_box_of(box, place):
            return True
    return False


def is_box_of(box: Element, place: Place) -> bool:
    """Whether this is a short aside or footer of the article that the headline stands in."""
    return box.tag in _BOXES and _is_in_article(box, place) and not is_longer(box, _LONGEST)


def is_own(element: Element, place: Place) -> bool:
    """Whether a byline is the story's own: in no list or box of others', and no comment's. A short
    list of facts under the headline is the story's, and so is a footer of its article."""
    for above in element.iterancestors():
        if above in place.around:
            return True
        if above.tag in _LISTS and above not in place.facts:
            return False
        is_foot = above.tag == "footer" and _is_in_article(above, place)
        if above.tag in _AWAY and not (is_foot or above in place.facts):
            return False
        if above.tag != "body" and _COMMENTS.search(_names(above)):
            return False
    return True


def _is_in_article(element: Element, place: Place) -> bool:
    return next(element.iterancestors("article"), None) in place.around


def _names(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def is_of_others(element: Element, place: Place, told: dict[Element, bool]) -> bool:
    """Whether an element stands among comments, in a list, or beside the story. What is ``told`` of
    the elements around is looked up."""
    around = element.getparent()
    is_named = element.tag == "footer" or _names_others(element)
    return is_named or (around is not None and _is_for_others(around, place, told))


def _is_for_others(part: Element, place: Place, told: dict[Element, bool]) -> bool:
    if part not in told:
        around = part.getparent()
        told[part] = (
            (part.tag in ELSEWHERE and not is_box_of(part, place))
            or _names_others(part)
            or (around is not None and _is_for_others(around, place, told))
        )
    return told[part]


def _names_others(element: Element) -> bool:
    return element.tag in _NAMED and bool(_OF_OTHERS.search(read_classes(element)))
