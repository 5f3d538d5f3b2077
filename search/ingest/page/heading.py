"""A heading as a reader sees it: its headline without the kicker, or the logo that it holds."""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from lxml import etree

from ..encoding import one_line
from .tree import Element, is_longer, read_classes, read_visible

# what stands in a heading beside the headline: a kicker, a day, a second line
_BESIDE = re.compile(
    r"""
    kicker | eyebrow | overline | roof-?line | top-?_?(?: line | title ) | dachzeile | spitzmarke
    | (?: super | pre | sub ) -?_? (?: title | head ) | rubric | strapline
    | (?: ^ | [\s_-] ) (?: date | time ) (?: $ | [\s_-] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"(?i)visually-?hidden|sr-only|screen-?reader|(?:^|[\s_-])(?:aural|invisible)(?:$|\s)"
)
_BESIDE_TAGS = frozenset(("small", "time"))
_NO_TEXT = frozenset(("style", "script", "noscript", "template", "svg"))
_LOGO = re.compile(r"(?i)(?:^|[\s_-])logo|(?:site|blog)-?_?(?:title|name)")
# "/", "https://harbour.example/", and an archive's copy of that
_HOME = re.compile(r"(?i)/?(?:index\.\w{3,5})?|(?:\S{0,200}https?:)?//[^/\s]+/?")
# characters and parts of a heading that is looked into, and words that a headline has
_LONGEST = 400
_LONGEST_KICKER = 60
_MOST = 40
_FEWEST_WORDS = 2
_EDGES = " :|–—-,»·"
# what parts a kicker from its headline for those who hear the page, and nobody sees
_DIVIDER = re.compile(r"\s*[:|–—-]\s*")


def read_heading(heading: Element) -> str:
    """The words of a heading without what is hidden in it, and without what its markup names a
    kicker, a day or a second line, as long as two words are left."""
    if len(heading) == 0 or is_longer(heading, _LONGEST) or _has_many_parts(heading):
        return one_line(read_visible(heading))
    seen = _without(heading, _is_unseen)
    if parted := _part(heading):
        return parted[1]
    left = _without(heading, lambda part: _is_unseen(part) or _is_beside(part))
    if left == seen:
        return seen
    left = left.strip(_EDGES)
    return left if len(left.split()) >= _FEWEST_WORDS else seen


def find_kicker(heading: Element) -> str | None:
    """What stands in a heading before its headline, and is no day; None where nothing does."""
    whole = one_line(read_visible(heading))
    if parted := _part(heading):
        return parted[0]
    for part in heading.iterdescendants() if len(whole) <= _LONGEST else ():
        text = one_line(read_visible(part)).strip(_EDGES) if _is_beside(part) else ""
        if text and len(text) <= _LONGEST_KICKER:
            is_before = whole.startswith(text) and whole != text
            return text if is_before and not text[0].isdigit() else None
    return None


def _part(heading: Element) -> tuple[str, str] | None:
    """The kicker and the headline of a heading that a hidden colon or dash parts; None without, or
    where a part's name tells more."""
    if len(heading) == 0 or is_longer(heading, _LONGEST) or _has_many_parts(heading):
        return None
    for part in heading.iterdescendants() if not any(map(_is_beside, heading.iter())) else ():
        if _is_hidden(part) and part.text and _DIVIDER.fullmatch(part.text):
            before, after = _split(heading, part)
            if before and len(before) <= _LONGEST_KICKER and len(after.split()) >= _FEWEST_WORDS:
                return before, after
    return None


def _split(heading: Element, divider: Element) -> tuple[str, str]:
    """The texts of a heading before and after what divides it."""
    texts: list[list[str]] = [[], []]
    is_past = False
    for event, part in etree.iterwalk(heading, events=("start", "end")):
        is_past = is_past or part is divider
        if event == "start" and part is not divider and part.tag not in _NO_TEXT:
            texts[is_past].append(part.text or "")
        elif event == "end" and part is not heading:
            texts[is_past].append(part.tail or "")
    before, after = (one_line("".join(side)).strip(_EDGES) for side in texts)
    return before, after


def is_logo(heading: Element) -> bool:
    """Whether a heading is the site's name: by its class, or as it only leads to the front page."""
    if _LOGO.search(read_classes(heading)):
        return True
    links = [link for link in heading.iter("a") if link.get("href") is not None]
    if len(links) != 1 or read_visible(links[0]) != read_visible(heading):
        return False
    address = (links[0].get("href") or "").strip()
    return links[0].get("rel") == "home" or bool(_HOME.fullmatch(address))


def _has_many_parts(heading: Element) -> bool:
    return next(islice(heading.iterdescendants(), _MOST, None), None) is not None


def _without(element: Element, is_left_out: Callable[[Element], bool]) -> str:
    return one_line("".join(_texts(element, is_left_out)))


def _texts(element: Element, is_left_out: Callable[[Element], bool]) -> Iterator[str]:
    yield element.text or ""
    for part in element:
        if part.tag == "br":
            yield " "
        elif not is_left_out(part):
            yield from _texts(part, is_left_out)
        else:
            yield " "
        yield part.tail or ""


def _is_unseen(part: Element) -> bool:
    return part.tag in _NO_TEXT or bool(_HIDDEN.search(read_classes(part)))


def _is_hidden(part: Element) -> bool:
    return part.get("aria-hidden") == "true" or _is_unseen(part)


def _is_beside(part: Element) -> bool:
    return part.tag in _BESIDE_TAGS or bool(_BESIDE.search(read_classes(part)))
