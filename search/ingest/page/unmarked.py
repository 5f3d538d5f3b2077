"""Lines that say who wrote the story though nothing marks them: "By …", "Author: …"."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from ..encoding import one_line
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
      | (?: an? | eine? | une? | una ) \s \w{3,20} ) \s+ )?
    (?: by | von | par | por | di ) (?: : \s | \s+ [^\W\d_] | \s* $ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "Autorin: Ana Reyes", "Text: Ana Reyes", wherever on the page it stands
_LABELLED = re.compile(
    r"(?i)\s*(?:autor(?:in|en|es|i)?|auteure?s?|autore|authors?|verfasser(?:in)?|автор|text|texte"
    r"|texto|testo|words)\s*:"
)
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
            yield _without_day(one_line(read_blocks(element)))
        if element.tag == "br" and _is_whole_line(element):
            yield _without_day(one_line(element.tail))


def _is_whole_line(line_break: Element) -> bool:
    after = line_break.getnext()
    is_whole = after is None or after.tag == "br"
    tail = one_line(line_break.tail) if is_whole and len(line_break.tail or "") < _LONGEST else ""
    return bool(_OPENS.match(tail))


def _without_day(line: str) -> tuple[str, str]:
    opening = _OPENS.match(line)
    return line, line[len(opening["day"] or "") :] if opening else line


def lines_labelled(place: Place) -> Iterator[str]:
    """The first lines that say "Author:" of themselves, and of no book."""
    found = (e for e in place.near if _LABELLED.match(e.text or "") and e.tag not in _UNSEEN)
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
