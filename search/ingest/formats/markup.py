"""XML as a tree of plain names: nothing is fetched, no entity of the file's own is expanded."""

import re
from collections.abc import Callable, Iterator
from html.entities import html5
from typing import NamedTuple

from lxml import etree

from ...article import Article
from ...errors import NotAnArticle
from ..encoding import clean, one_line, read_characters

Element = etree._Element

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
BROKEN = "its markup is broken; some of the text may be missing"

# deeper than any agency's markup; what reads the tree goes down by recursion
_DEEPEST = 120
_MOST = 500_000
_MOST_DOCUMENTS = 20_000
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")
_DECLARATIONS = re.compile(r"(?=<\?xml\s[^>]{0,300}\?>)")
_FIRST_ELEMENT = re.compile(r"<[A-Za-z]")
# "&nbsp;" and the like, which XML does not know and agencies' document types declare
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{0,30};)")
_NUMBERED = re.compile(r"&#(?:[xX]([0-9A-Fa-f]{1,20})|([0-9]{1,20}));")
_HIGHEST = 0x10FFFF
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_XML_OWN = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))
# what stands apart from the words beside it, as NITF and XHTML call it
_APART = frozenset("p br hl1 hl2 li dt dd td th div block pre".split())


class Markup(NamedTuple):
    """A file's root element, its names without namespaces, and what reading it left in doubt."""

    root: Element
    notes: tuple[str, ...] = ()


Read = Callable[[Markup], Iterator[Article | NotAnArticle]]


def read_each(data: bytes, read: Read) -> Iterator[Article | NotAnArticle]:
    """What is read from each XML document in a file, or the reason why nothing is; a file has
    several where such files were put together."""
    text = read_characters(data)
    parts = [part for part in _DECLARATIONS.split(text) if part.strip()]
    if len(parts) < 2 or _is_sound(text):
        parts = [text]
    for part in parts[:_MOST_DOCUMENTS]:
        try:
            yield from read(_read_text(part))
        except NotAnArticle as error:
            yield error


def read_markup(data: bytes) -> Markup:
    """The tree of an XML file; NotAnArticle where there is none, or none of a bearable size.
    Markup that is broken is read as far as it goes, and a note says so."""
    return _read_text(read_characters(data))


def _read_text(text: str) -> Markup:
    source = _source_of(text)
    try:
        found = Markup(_parse(source, recover=False))
    except etree.XMLSyntaxError:
        found = Markup(_mend(source), (BROKEN,))
    _refuse_endless(found.root)
    _make_plain(found.root)
    return found


def _source_of(text: str) -> bytes:
    """What is given to the parser: no entity but numbered ones, and nothing above the markup."""
    start = _DECLARATIONS.search(text) or _FIRST_ELEMENT.search(text)
    declared = text.find("<!DOCTYPE", 0, start.start() if start else None)
    above = declared if declared >= 0 else start.start() if start else 0
    text = _NAMED.sub(_character, without_doctype(text[above:]))
    return _DECLARATION.sub("", _NUMBERED.sub(_if_sound, text)).encode()


def _is_sound(text: str) -> bool:
    try:
        _parse(_source_of(text), recover=False)
    except (etree.XMLSyntaxError, NotAnArticle):
        return False
    return True


def without_doctype(text: str) -> str:
    """The text without a document type before its first element: entities of a file's own are
    nobody's story."""
    first = _FIRST_ELEMENT.search(text)
    start = text.find("<!DOCTYPE", 0, first.start() if first else None)
    if start < 0:
        return text
    end, subset = text.find(">", start), text.find("[", start)
    if 0 <= subset < end:
        closed = re.compile(r"\]\s*>").search(text, subset)
        end = closed.end() - 1 if closed else -1
    if end < 0:
        raise NotAnArticle("its document type never ends")
    return text[:start] + text[end + 1 :]


def find_text(element: Element | None, path: str = ".") -> str | None:
    """The text of the first element at ``path``, on one line; None for none or an empty one."""
    found = element.find(path) if element is not None else None
    return text_of(found) or None if found is not None else None


def text_of(element: Element) -> str:
    """An element's text on one line, what stands below it included."""
    return one_line("".join(_pieces(element)))


def _pieces(element: Element) -> Iterator[str]:
    for event, found in etree.iterwalk(element, events=("start", "end")):
        if found.tag in _APART:
            yield " "
        yield str((found.text if event == "start" else found is not element and found.tail) or "")


def find_attribute(element: Element | None, path: str, *names: str) -> str | None:
    """The first of these attributes that an element at ``path`` has, on one line."""
    if element is None:
        return None
    for found in element.iterfind(path):
        for name in names:
            if value := one_line(found.get(name)):
                return value
    return None


def texts_of(elements: Iterator[Element] | list[Element]) -> tuple[str, ...]:
    """Each element's text, empty ones left out."""
    return tuple(text for element in elements if (text := text_of(element)))


def _character(match: re.Match[str]) -> str:
    name = match[1]
    return match[0] if name in _XML_OWN else html5.get(name, "")


def _if_sound(match: re.Match[str]) -> str:
    """The reference, unless no text may hold its character: a parser that mends lets it through."""
    number = int(match[1], 16) if match[1] else int(match[2])
    return match[0] if number <= _HIGHEST and clean(chr(number)) else ""


def _parse(source: bytes, *, recover: bool) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    return etree.fromstring(source, parser)


def _mend(source: bytes) -> Element:
    try:
        root = _parse(source, recover=True)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise NotAnArticle("its markup is too broken to be read")
    return root


def _refuse_endless(root: Element) -> None:
    depth = count = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > _DEEPEST:
            raise NotAnArticle(f"its elements are nested more than {_DEEPEST} deep")
        if count > _MOST:
            raise NotAnArticle(f"it has more than {_MOST:,} elements")


def _make_plain(root: Element) -> None:
    """Names without their namespaces: agencies differ in them, and none uses two for one name."""
    for element in root.iter(etree.Element):
        name = str(element.tag)
        plain = name.rpartition("}")[2].rpartition(":")[2]
        # what a parser that mends took for a name may be none
        if plain != name and _NAME.fullmatch(plain):
            element.tag = plain
