"""The byline that a page prints, and the names in it."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from ...wire.agencies import find_agency
from ..encoding import one_line
from ..names import is_byline, read_credit, read_names, read_signature, unique
from .place import Place, is_own
from .tree import Element, is_longer, read_before, read_blocks, read_classes, read_visible
from .unmarked import lines_by, lines_labelled, lines_signed

_BYLINE = re.compile(
    r"""
    by-?line | (?<! h ) aut (?: hor (?! i[sz] | ity ) | or (?! is | it | ic | ig ) | eur | ore )
    | writer | contributor | reporter | redakteur | verfasser | journalist
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NO_BYLINE = re.compile(r"(?i)avatar|image|photo|bio|social|comment|related|follow|(?<!v)card")
# names of elements that hold an author's name and nothing else: "author vcard", "entry-author-name"
_NAME = re.compile(r"(?i)(?:^|[\s_-])(?:author|autor|auteur|byline|fn)(?:[\s_-]?name)?(?:$|\s)")
_AUTHOR_PAGE = re.compile(
    r"""
      / (?: authors? | autor (?: en | es | i )? | auteurs? | autore | by | staff | people
        | profiles? | contributors? ) / [^/]{2,60} /? $
    | [?&] author = \d
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "/topics/people/ana-reyes" is about her
_TOPIC_PAGE = re.compile(r"(?i)/(?:topics?|tags?|subjects?)/")
# "Medically reviewed by Ana Reyes", "Foto: Ana Reyes", and such a label before a name
_OTHERS = re.compile(
    r"""
    (?: ^ | \b (?: medically | clinically ) \s ) (?: reviewed | fact [\s-] checked | edited
      | translated | illustrat\w+ | photo\w* | images? | fotos? | bild(?:er)? | geprüft | übersetzt
      | redigiert | traduit ) (?: \s (?: by | von | par | por ) \b | \s? : )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# characters of a label
_LABEL = 40
# characters after which a text is no byline
_LONGEST = 160
# elements marked as bylines that are looked at
_MOST = 500
_UNSEEN = frozenset(("meta", "link", "script", "style"))


class Byline(NamedTuple):
    """A byline as printed, its names, and whom it credits where it names nobody."""

    text: str | None = None
    names: tuple[str, ...] = ()
    credit: str | None = None


def find_byline(place: Place) -> Byline:
    """The byline between headline and story that names somebody, be it marked as one or only a line
    "By …"; else one that credits anybody there; else the first that is marked anywhere, or a line
    "Author: …"."""
    marked = _find_marked(place.head, place)
    if marked.names:
        return marked
    if line := _find_line(lines_by(place.head)):
        return line
    if signed := next(lines_signed(place.head), None):
        return Byline(*signed, signed[1][0])
    if not marked.text:
        marked = _find_marked(place.near, place)
    named = ((line, line) for line in lines_labelled(place))
    return marked if marked.names else _find_line(named) or marked


def _find_marked(elements: Iterable[Element], place: Place) -> Byline:
    """The first marked byline that credits anybody; in the story's head, one that names somebody
    goes before it."""
    credited, head = Byline(), frozenset(place.head)
    for element in islice(filter(is_marked_byline, elements), _MOST):
        if credited.text and element not in head:
            break
        if is_longer(element, _LONGEST) or not is_own(element, place):
            continue
        text = one_line(read_blocks(element))
        names = _byline_names(element, text) if len(text) < _LONGEST else ()
        credit = None if names or credited.text else _credit(element, text)
        if (names or credit) and not _is_of_others(element, text):
            credited = Byline(text, names, credit or read_credit(text) or names[0])
        if credited.names:
            break
    return credited


def _is_of_others(element: Element, text: str) -> bool:
    """Whether a byline is of whoever reviewed, edited or illustrated the story."""
    return bool(_OTHERS.match(text) or _OTHERS.search(read_before(element)[-_LABEL:]))


def _credit(element: Element, text: str) -> str | None:
    """Whom a byline without a full name credits: who stands behind its "By", or the one name that
    is all it has."""
    if is_byline(text):
        return read_credit(text)
    return read_signature(text) if _is_name(element) else None


def _is_name(element: Element) -> bool:
    """Whether an element is marked as nothing but an author's name."""
    return (
        element.get("rel") == "author"
        or (element.tag == "a" and bool(_AUTHOR_PAGE.search(element.get("href") or "")))
        or bool(_NAME.search(read_classes(element).strip()))
    )


def _find_line(lines: Iterable[tuple[str, str]]) -> Byline | None:
    """The first line that names people, or an agency behind a "By", or behind a day somebody with
    one name."""
    for line, said in lines:
        names, credit = read_names(said), read_credit(said)
        if not names and line != said and (signed := read_signature(said)):
            return Byline(line, (), signed)
        if not said.endswith(("?", "!")) and (names or (credit and find_agency(credit))):
            return Byline(line, names, credit)
    return None


def is_marked_byline(element: Element) -> bool:
    says = _says_byline(read_classes(element))
    if says is False or element.tag in _UNSEEN:
        return False
    if says or element.get("rel") == "author":
        return True
    return element.tag == "a" and _leads_to_author(element)


def _leads_to_author(link: Element) -> bool:
    """Whether a link is to an author's page, and stands in no sentence."""
    address = link.get("href") or ""
    if not _AUTHOR_PAGE.search(address) or _TOPIC_PAGE.search(address):
        return False
    around = link.getparent()
    if around is None or around.tag != "p":
        return True
    return not is_longer(around, _LONGEST) and len(read_visible(around)) < _LONGEST


@lru_cache(maxsize=20_000)
def _says_byline(names: str) -> bool | None:
    """Whether a name is a byline's; None where it tells nothing."""
    return False if _NO_BYLINE.search(names) else bool(_BYLINE.search(names)) or None


def _byline_names(element: Element, text: str) -> tuple[str, ...]:
    """The names that the links in an element give, those to authors if there are any, or the parts
    marked in it, and those that its words join to them ("By Ana Reyes and Bo Chen", one linked);
    else the names of its words."""
    links = list(element.iter("a"))
    authors = [link for link in links if link.get("rel") == "author" or _leads_to_author(link)]
    marked = [e for e in element.iterdescendants("span") if is_marked_byline(e)]
    told = read_names(text)
    for parts in (authors or links, marked):
        words = [one_line(read_blocks(part)) for part in parts]
        if names := unique(name for part in words for name in read_names(part)):
            joined = (name for name in told if re.search(rf"(?:\band|&) {re.escape(name)}", text))
            return unique((*names, *joined)) if set(names) <= set(told) else names
    return () if any(map(read_visible, authors)) else told
