"""The region of a page where its story stands."""

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from .captions import drop_captions
from .furniture import is_caption, is_consent, is_furniture, is_post
from .links import drop_links
from .prose import Weights, take_out, weigh
from .teasers import drop_teasers
from .tree import Element, drop, finder, read_before, read_visible

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
_AROUND = 0.2
# the share of a story that is embedded posts where they are what it tells of
_MADE_OF = 0.5
# characters before a story's main block that are its opening and no standfirst
_LONGEST_STANDFIRST = 240
_INFINITE = float("inf")
_NEVER_FURNITURE = frozenset(("html", "body", "main", "article"))
_STORIES_OF_THEIR_OWN = frozenset(("article", "li"))
_UNREAD = ("script", "style", "noscript", "template", "nav")
_SINGLE = frozenset(("p", "li", "span", "td"))

_MARKED_BODY = finder("//*[contains(@itemprop,'articleBody')]")
# an item of a list of other stories: a link, and how that story opens, cut with three dots
_TEASERS = finder(
    "//li[.//a[@href]][substring(normalize-space(), string-length(normalize-space()) - 2) = '...'"
    " or substring(normalize-space(), string-length(normalize-space())) = '…']"
)
_ARTICLES = finder("//article")
_STORIES = finder("//article[.//h1]")


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
    # taken before furniture goes, which the headline may stand in
    above = () if headline is None else tuple(headline.iterancestors())
    etree.strip_elements(tree, *_UNREAD, with_tail=False)
    for teaser in _TEASERS(tree):
        drop(teaser)
    weights = weigh(tree)
    _drop_next_stories(tree, above, weights)
    most = _TOO_MUCH * weights.get(tree, 0)
    _drop_consent(tree, above, weights)
    _drop_heavy(above, weights, most)
    whole = weights.get(tree, 0)
    region = _find(tree, above, weights)
    if region is None:
        return None
    _prune(region, above, weights, most)
    drop_teasers(region)
    drop_links(region)
    return Region(region, whole)


def _drop_next_stories(tree: Element, above: Sequence[Element], weights: Weights) -> None:
    """Take other articles with headlines of their own out of a page whose story is in one: some
    go on with the next story as their reader scrolls."""
    story = next((e for e in above if e.tag == "article" and weights.get(e, 0) > _ENOUGH), None)
    if story is None:
        return
    for other in _STORIES(tree):
        if other not in above and story not in other.iterancestors():
            take_out(other, weights)


def _drop_consent(tree: Element, above: Sequence[Element], weights: Weights) -> None:
    """Take questions for consent out of a page that has a story without them: they may have more
    prose than it."""
    found = [e for e in weights if e.tag not in _NEVER_FURNITURE and is_consent(e)]
    for element in found:
        rest = weights.get(tree, 0) - weights.get(element, _INFINITE)
        if rest > _ENOUGH and element not in above:
            take_out(element, weights)


def _drop_heavy(above: Sequence[Element], weights: Weights, most: float) -> None:
    """Take furniture with prose in it out of the tree, but never what holds much of its prose, or
    the headline and a story. What has no prose cannot lead astray, and is left until the region is
    known."""
    found = [e for e in weights if _may_go(e, above, weights, most)]
    for element in found:
        if element in weights:  # and what stood around it is not out already
            take_out(element, weights)


def _prune(region: Element, above: Sequence[Element], weights: Weights, most: float) -> None:
    """Take what is left of furniture out of the region."""
    _drop_posts(region)
    drop_captions(region)
    for element in [*region.iterdescendants(etree.Element)]:
        if _may_go(element, above, weights, most):
            drop(element)


def _may_go(element: Element, above: Sequence[Element], weights: Weights, most: float) -> bool:
    """Whether an element is furniture, with neither much prose nor a headline and its story."""
    weight = weights.get(element, 0)
    if weight > most or not _is_furniture(element, weight):
        return False
    return weight <= _ENOUGH or element not in above


def _is_furniture(element: Element, weight: float) -> bool:
    """Furniture by its own word; but a paragraph of prose is only what is certainly none."""
    if element.tag in _NEVER_FURNITURE:
        return False
    if element.tag == "p" and weight:
        return is_caption(element) or element.get("hidden") is not None
    return is_furniture(element)


def _drop_posts(region: Element) -> None:
    """Take embedded posts out of the region, unless the story leads up to one ("She wrote:") or is
    made of them."""
    posts = [element for element in region.iter("blockquote", "div") if is_post(element)]
    length = sum(len(read_visible(post)) for post in posts)
    if posts and length < _MADE_OF * len(read_visible(region)):
        for post in posts:
            if not _is_introduced(post):
                drop(post)


def _is_introduced(post: Element) -> bool:
    """Whether the story leads up to an embedded post ("She wrote:"), and so makes it its own."""
    return read_before(post).endswith(":")


def _find(tree: Element, above: Sequence[Element], weights: Weights) -> Element | None:
    start = _marked_body(tree, above, weights)
    if start is not None:
        return _shrunk(start, weights, _KEPT)
    if not weights.get(tree):
        return tree.find("body")
    return _shrunk(_shrunk(tree, weights, _KEPT_OF_PAGE), weights, _KEPT)


def _marked_body(tree: Element, above: Sequence[Element], weights: Weights) -> Element | None:
    """The element marked as the body of the article, or as an article, or the first of those
    above the headline, if it has prose enough."""
    whole = weights.get(tree, 0)
    for find in (_MARKED_BODY, _ARTICLES):
        marked = [found for found in find(tree) if weights.get(found, 0) > _ENOUGH]
        best = max(marked, key=lambda found: weights.get(found, 0), default=None)
        with_it = next((found for found in above if found in marked), None)
        if best is not None and weights[best] > _MARKED * whole:
            return best
        if with_it is not None:
            return with_it
    least = max(_ENOUGH, _AROUND * whole)
    return next((around for around in above if weights.get(around, 0) > least), None)


def _shrunk(region: Element, weights: Weights, share: float) -> Element:
    """The innermost element that keeps this share of the region's prose, or the one around it where
    the story opens in a block of its own before that, or goes on in more of its kind after it."""
    least = share * weights[region]
    while True:
        inner = max(region, key=lambda child: weights.get(child, 0), default=None)
        if inner is None or weights.get(inner, 0) < least or inner.tag in _SINGLE:
            return region
        before = inner.itersiblings(preceding=True)
        openings = [block for block in before if weights.get(block, 0) > _LONGEST_STANDFIRST]
        rest = [e for e in inner.itersiblings() if _is_more(e, inner, weights)]
        if openings or rest:
            _keep_span(region, [inner, *openings][-1], [inner, *rest][-1])
            return region
        region = inner


def _is_more(after: Element, inner: Element, weights: Weights) -> bool:
    """Whether what stands after a story's block has prose, and is a block of the same kind."""
    kind = inner.get("class")
    alike = kind is not None and after.tag == inner.tag and after.get("class") == kind
    return alike and inner.tag not in _STORIES_OF_THEIR_OWN and weights.get(after, 0) > 0


def _keep_span(region: Element, first: Element, last: Element) -> None:
    """Drop what stands in the region before the first and after the last of these."""
    for outside in [*first.itersiblings(preceding=True), *last.itersiblings()]:
        region.remove(outside)
