"""Lines that say who wrote the story though nothing marks them: "By …", "Author: …"."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from ..encoding import one_line
from .eastern import find_signed
from .place import Place, is_own
from .tree import Element, is_longer, read_blocks, read_visible

# "Von Ana Reyes", "6.5.2024, 18:30 Uhr | Von Ana Reyes", "Eine Kolumne von Ana Reyes", "Photos and
# Story by Ana Reyes": what stands before the name
_OPENS = re.compile(
    r"""
    (?: (?P<day> [^|]{0,40} \d [^|]{0,20}? ) \b )?
    (?: (?: photos? | fotos? ) \s (?: and | und | & ) \s )?
    (?: (?: text | texte | story | words | posted | published | written | geschrieben | verfasst
      | erstellt | veröffentlicht | publié | écrit | rédigé | escrito | publicado
      | kommentar | analyse | interview | reportage | essay | opinion | analysis | comment
      | (?: blog | gast ) [\s-]? (?: beitrag | post | artikel | kommentar ) | guest \s post
      | (?: an? | eine? | une? | una ) \s \w{3,20} ) \s+ )?
    (?: by | von | par | por | di ) (?: : \s | \s+ [^\W\d_] | \s* $ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BY = re.compile(r"(?i)(?:by|von|par|por|di)\W*")
# "Autorin: Ana Reyes", "Text: Ana Reyes", wherever on the page it stands
_LABELLED = re.compile(
    r"(?i)\s*(?:autor(?:in|en|es|i)?|auteure?s?|autore|authors?|verfasser(?:in)?|автор|text|texte"
    r"|texto|testo|words)\s*:"
)
_LABEL = re.compile(r"(?i)\W*(?:autor(?:in|en|es)?|auteure?s?|autore|authors?|written by)\W*")
# what is told of a book beside its author
_BOOK = re.compile(
    r"(?i)\b(?:ISBN|Verlag|Seiten|Titel|Genre|Publisher|Pages|Éditeur|Editorial|Páginas)\b"
)
# characters of a line, and of what stands beside it
_LONGEST = 160
_LONGEST_BESIDE = 200
# lines that are looked at
_MOST = 20
_UNSEEN = frozenset(("meta", "link", "script", "style"))


def lines_by(head: Iterable[Element]) -> Iterator[tuple[str, str]]:
    """The lines that open with "By", or a day and "by": an element's own, or the text after a
    break; and each without the day."""
    for element in head:
        if _OPENS.match((element.text or "").strip()) and not is_longer(element, _LONGEST):
            line = one_line(read_blocks(element))
            yield _without_day(_read_around(element) if _BY.fullmatch(line) else line)
        if element.tag == "br" and _is_whole_line(element):
            yield _without_day(one_line(element.tail))


def _read_around(element: Element) -> str:
    """The line that an element begins: where "By" has one to itself, the name is in the next."""
    around = element.getparent()
    if around is None or is_longer(around, _LONGEST):
        return ""
    line = " ".join(one_line(read_blocks(part)) for part in around)
    return line if _OPENS.match(line) else ""


def _is_whole_line(line_break: Element) -> bool:
    after = line_break.getnext()
    is_whole = after is None or after.tag == "br"
    tail = one_line(line_break.tail) if is_whole and len(line_break.tail or "") < _LONGEST else ""
    return bool(_OPENS.match(tail))


def _without_day(line: str) -> tuple[str, str]:
    opening = _OPENS.match(line)
    return line, line[len(opening["day"] or "") :] if opening else line


def lines_labelled(place: Place) -> Iterator[str]:
    """What stands beside "Author" under the headline; then the first lines that say "Author:" of
    themselves, and of no book."""
    found = (e for e in place.near if _LABELLED.match(e.text or "") and e.tag not in _UNSEEN)
    for element in place.head:
        if _LABEL.fullmatch(element.text or "") and element.tag not in _UNSEEN:
            beside = element.getnext()
            if beside is not None and not is_longer(beside, _LONGEST) and is_own(element, place):
                yield one_line(read_blocks(beside))
    for element in islice(found, _MOST):
        around = element if element.tail is None else element.getparent()
        for part in (element, around):
            if part is None or is_longer(part, _LONGEST) or _is_of_book(part):
                continue
            if is_own(part, place):
                yield one_line(read_blocks(part))


def _is_of_book(element: Element) -> bool:
    """Whether an "Author:" is a book's, among what else is told of that."""
    beside = (element.getprevious(), element, element.getnext())
    return any(
        e is not None and not is_longer(e, _LONGEST_BESIDE) and _BOOK.search(read_visible(e))
        for e in beside
    )


def lines_signed(head: Iterable[Element]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lines that sign a story in the manner of China, Japan and Korea, with the names."""
    for element in head:
        for text in (element.text, element.tail):
            if text and not text.isascii() and len(text) <= _LONGEST and element.tag not in _UNSEEN:
                line = one_line(read_blocks(element) if text is element.text else text)
                if names := find_signed(line[:_LONGEST]):
                    yield line, names
