"""The region of a page where its story stands."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from .furniture import is_caption, is_furniture
from .tree import Element, drop, finder, read_visible

# a paragraph that counts: long enough to be prose, and not mostly links
_SHORTEST = 60
# a link longer than this is prose that is linked
_LONGEST_LINK = 200
_LINKED = 0.5
# the share of the page's prose at which an element is beyond what its class says of it
_TOO_MUCH = 0.35
# the share of the page's prose that a story's marked body has at the least
_MARKED = 0.4
# the share that an inner element must keep for the region to shrink to it: of a story already
# marked as one, and of a whole page
_KEPT = 0.8
_KEPT_OF_PAGE = 0.6
# characters of prose that make a story of an element, and the share around the headline
_ENOUGH = 400
_AROUND = 0.3
_NEVER_FURNITURE = frozenset(("html", "body", "main", "article"))
_UNREAD = ("script", "style", "noscript", "template", "nav")
# elements whose own text may be a paragraph
_HOLDERS = frozenset("li blockquote div section span td pre article main font center dd".split())
_SINGLE = frozenset(("p", "li", "span", "td"))

_LONG_TEXTS: Any = etree.XPath(f"//text()[string-length(normalize-space()) >= {_SHORTEST}]")
_WITH_LINKS = finder(
    ".//*[self::p or self::li or self::h2 or self::h3 or self::h4 or self::h5 or self::div"
    " or self::strong][.//a[@href]]"
)
_MARKED_BODY = finder("//*[contains(@itemprop,'articleBody')]")
_ARTICLES = finder("//article")

Weights = dict[Element, float]


class Region(NamedTuple):
    """The element that holds a page's story, and how much prose the whole page has."""

    element: Element
    whole: float


def find_region(tree: Element, headline: Element | None) -> Region | None:
    """The smallest element that holds most of the story's prose, furniture and bare links taken
    out of it; the whole body of a page that has no paragraph of any length; None where it has no
    body.

    The story is what stands with its headline; without one, what is marked as an article.
    """
    etree.strip_elements(tree, *_UNREAD, with_tail=False)
    weights = weigh(tree)
    whole = weights.get(tree, 0)
    most = _TOO_MUCH * whole
    _drop_heavy(weights, most)
    region = _find(tree, headline, weights)
    if region is None:
        return None
    _prune(region, weights, most)
    _drop_links(region)
    return Region(region, whole)


def weigh(tree: Element) -> Weights:
    """How many characters of prose stand under each element that has any."""
    weights: Weights = {}
    for holder, size in _sizes(tree):
        element: Element | None = holder
        while element is not None:
            weights[element] = weights.get(element, 0) + size
            element = element.getparent()
    return weights


def _sizes(tree: Element) -> Iterator[tuple[Element, int]]:
    """Each element with running text of its own, and its length: all of a paragraph, of others
    what stands right in them."""
    for paragraph in tree.iter("p"):
        text = read_visible(paragraph)
        if len(text) >= _SHORTEST and _linked(paragraph) < _LINKED * len(text):
            yield paragraph, len(text)
    for holder in dict.fromkeys(map(_holder, _LONG_TEXTS(tree))):
        if holder.tag in _HOLDERS and next(holder.iterancestors("a", "p"), None) is None:
            yield holder, sum(len(part.strip()) for part in _own_text(holder))


def _holder(text: Any) -> Any:
    """The element that a text stands right in."""
    parent = text.getparent()
    return parent.getparent() if text.is_tail else parent


def _own_text(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield child.tail or ""


def _linked(element: Element) -> int:
    """How many characters of the element's text are links."""
    return sum(len(read_visible(link)) for link in element.iter("a"))


def _drop_heavy(weights: Weights, most: float) -> None:
    """Take furniture with prose in it out of the tree, but never what holds much of its prose. What
    has no prose cannot lead astray, and is left until the region is known."""
    found = [e for e, weight in weights.items() if weight <= most and _is_furniture(e, weight)]
    for element in found:
        if element not in weights:
            continue  # what stood around it is out already
        weight = weights[element]
        for above in element.iterancestors():
            weights[above] -= weight
        for under in element.iter(etree.Element):
            weights.pop(under, None)
        drop(element)


def _prune(region: Element, weights: Weights, most: float) -> None:
    """Take what is left of furniture out of the region."""
    for element in [*region.iterdescendants(etree.Element)]:
        weight = weights.get(element, 0)
        if weight <= most and _is_furniture(element, weight):
            drop(element)


def _is_furniture(element: Element, weight: float) -> bool:
    """Furniture by its own word; but a paragraph of prose is only what is certainly none."""
    if element.tag in _NEVER_FURNITURE:
        return False
    if element.tag == "p" and weight:
        return is_caption(element)
    return is_furniture(element)


def _find(tree: Element, headline: Element | None, weights: Weights) -> Element | None:
    start = _marked_body(tree, weights, headline)
    if start is not None:
        return _shrunk(start, weights, _KEPT)
    if not weights.get(tree):
        return tree.find("body")
    return _shrunk(_shrunk(tree, weights, _KEPT_OF_PAGE), weights, _KEPT)


def _marked_body(tree: Element, weights: Weights, headline: Element | None) -> Element | None:
    """The element marked as the body of the article, or as an article, or that stands around the
    headline, if it has prose enough."""
    whole = weights.get(tree, 0)
    for find in (_MARKED_BODY, _ARTICLES):
        marked = [found for found in find(tree) if weights.get(found, 0) > _ENOUGH]
        best = max(marked, key=lambda found: weights.get(found, 0), default=None)
        if best is not None and weights.get(best, 0) > _MARKED * whole:
            return best
        if marked and headline is not None and (with_it := _around(headline, marked)) is not None:
            return with_it
    if headline is not None:
        for above in headline.iterancestors():
            if weights.get(above, 0) > max(_ENOUGH, _AROUND * whole):
                return above
    return None


def _around(headline: Element, marked: list[Element]) -> Element | None:
    """The marked element that the headline stands in."""
    above = set(headline.iterancestors())
    return next((found for found in reversed(marked) if found in above), None)


def _shrunk(region: Element, weights: Weights, share: float) -> Element:
    """The innermost element that keeps this share of the region's prose."""
    least = share * weights[region]
    while True:
        inner = max(region, key=lambda child: weights.get(child, 0), default=None)
        if inner is None or weights.get(inner, 0) < least or inner.tag in _SINGLE:
            return region
        region = inner


def _drop_links(region: Element) -> None:
    """Take out of the region the paragraphs and headings that are nothing but links."""
    for element in _WITH_LINKS(region):
        length = len(read_visible(element))
        if length < _LONGEST_LINK and _linked(element) >= 0.9 * length:
            drop(element)
