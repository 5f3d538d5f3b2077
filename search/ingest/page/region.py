"""The region of a page where its story stands."""

from lxml import etree
from lxml.html import HtmlElement

from .furniture import is_caption, is_furniture
from .tree import read_visible

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
_ALWAYS_FURNITURE = frozenset(("nav", "script", "style", "noscript", "template"))


def prune(tree: HtmlElement) -> None:
    """Take furniture out of the tree, but never what holds much of its prose."""
    weights = weigh(tree)
    most = _TOO_MUCH * weights.get(tree, 0)
    for element in list(tree.iter(etree.Element)):
        if element.tag in _NEVER_FURNITURE or element.getparent() is None:
            continue
        weight = weights.get(element, 0)
        if element.tag in _ALWAYS_FURNITURE or (weight <= most and _is_furniture(element, weight)):
            element.drop_tree()


def find_region(tree: HtmlElement, headline: HtmlElement | None) -> HtmlElement | None:
    """The smallest element that holds most of the story's prose; the whole body of a page that has
    no paragraph of any length; None where it has no body.

    The story is what stands with its headline; without one, what is marked as an article.
    """
    weights = weigh(tree)
    start = _marked_body(tree, weights, headline)
    if start is not None:
        return _shrunk(start, weights, _KEPT)
    if not weights.get(tree):
        return tree.find("body")
    return _shrunk(_shrunk(tree, weights, _KEPT_OF_PAGE), weights, _KEPT)


def weigh(tree: HtmlElement) -> dict[HtmlElement, float]:
    """How many characters of prose stand under each element that has any."""
    weights: dict[HtmlElement, float] = {}
    for element in tree.iter("p", "li", "blockquote", "div", "section", "span", "td", "pre"):
        size = _prose_length(element)
        while size and element is not None:
            weights[element] = weights.get(element, 0) + size
            element = element.getparent()
    return weights


def _shrunk(region: HtmlElement, weights: dict[HtmlElement, float], share: float) -> HtmlElement:
    """The innermost element that keeps this share of the region's prose."""
    least = share * weights[region]
    while True:
        inner = max(region, key=lambda child: weights.get(child, 0), default=None)
        if inner is None or weights.get(inner, 0) < least or inner.tag in {"p", "li", "span", "td"}:
            return region
        region = inner


def _is_furniture(element: HtmlElement, weight: float) -> bool:
    """Furniture by its own word; but a paragraph of prose is only what is certainly none."""
    if element.tag == "p" and weight:
        return is_caption(element)
    return is_furniture(element)


def _prose_length(element: HtmlElement) -> float:
    """The length of the element's own running text: all of a paragraph, of others what stands
    right in them."""
    if element.tag == "p":
        text = read_visible(element)
        linked = sum(len(read_visible(link)) for link in element.iter("a"))
        return len(text) if len(text) >= _SHORTEST and linked < _LINKED * len(text) else 0
    own = [element.text or "", *(child.tail or "" for child in element)]
    length = max((len(part.strip()) for part in own), default=0)
    if length < _SHORTEST or next(element.iterancestors("a", "p"), None) is not None:
        return 0
    return sum(len(part.strip()) for part in own)


def _marked_body(
    tree: HtmlElement, weights: dict[HtmlElement, float], headline: HtmlElement | None
) -> HtmlElement | None:
    """The element marked as the body of the article, or as an article, or that stands around the
    headline, if it has prose enough."""
    whole = weights.get(tree, 0)
    for path in ("//*[contains(@itemprop,'articleBody')]", "//article"):
        marked = [found for found in tree.xpath(path) if weights.get(found, 0) > _ENOUGH]
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


def _around(headline: HtmlElement, marked: list[HtmlElement]) -> HtmlElement | None:
    """The marked element that the headline stands in."""
    above = set(headline.iterancestors())
    return next((found for found in reversed(marked) if found in above), None)


def drop_links(region: HtmlElement) -> None:
    """Take out of the region the paragraphs and headings that are nothing but links."""
    for element in list(region.iter("p", "li", "h2", "h3", "h4", "h5", "div", "strong")):
        if element is region or element.getparent() is None:
            continue
        text = read_visible(element, _LONGEST_LINK)
        if len(text) < _LONGEST_LINK and _is_linked(element, text):
            element.drop_tree()


def _is_linked(element: HtmlElement, text: str) -> bool:
    links = [link for link in element.iter("a") if link.get("href")]
    return bool(links) and sum(len(read_visible(link)) for link in links) >= 0.9 * len(text)
