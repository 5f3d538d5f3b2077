"""How much prose stands where on a page, kept up while parts of the page are taken out."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from .length import is_dense, measure
from .tree import Element, drop, read_visible

# a paragraph that counts: long enough to be prose, and not mostly links
_SHORTEST = 60
# characters of it in writing whose signs say as much as some letters do
_FEWEST_SIGNS = 24
_LINKED = 0.5
# elements whose own text may be a paragraph
_HOLDERS = frozenset("li blockquote div section span td pre article main font center dd".split())

_TEXTS = "//text()[string-length(normalize-space()) >= %d]"
_LONG_TEXTS: Any = etree.XPath(_TEXTS % _SHORTEST)
_DENSE_TEXTS: Any = etree.XPath(_TEXTS % _FEWEST_SIGNS)

Weights = dict[Element, float]


def weigh(tree: Element) -> Weights:
    """How many characters of prose stand under each element that has any."""
    weights: Weights = {}
    for holder, size in _sizes(tree):
        element: Element | None = holder
        while element is not None:
            weights[element] = weights.get(element, 0) + size
            element = element.getparent()
    return weights


def take_out(element: Element, weights: Weights) -> None:
    """Take an element out of its tree and its prose out of the weights."""
    weight = weights.get(element, 0)
    for above in element.iterancestors():
        if weight:
            weights[above] -= weight
    for under in element.iter(etree.Element):
        weights.pop(under, None)
    drop(element)


def count_linked(element: Element) -> int:
    """How many characters of the element's text are links."""
    return sum(len(read_visible(link)) for link in element.iter("a"))


def _sizes(tree: Element) -> Iterator[tuple[Element, int]]:
    """Each element with running text of its own, and its length: all of a paragraph, of others
    what stands right in them."""
    for paragraph in tree.iter("p"):
        text = read_visible(paragraph)
        size = measure(text)
        if size >= _SHORTEST and count_linked(paragraph) < _LINKED * len(text):
            yield paragraph, size
    texts = _DENSE_TEXTS if is_dense(tree.findtext(".//title") or "") else _LONG_TEXTS
    for holder in dict.fromkeys(map(_holder, texts(tree))):
        if holder.tag in _HOLDERS and next(holder.iterancestors("a", "p"), None) is None:
            size = sum(measure(part.strip()) for part in _own_text(holder))
            if size >= _SHORTEST:
                yield holder, size


def _holder(text: Any) -> Any:
    """The element that a text stands right in."""
    parent = text.getparent()
    return parent.getparent() if text.is_tail else parent


def _own_text(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield child.tail or ""
