"""Quotes: the passages between quotation marks, and the text with them covered up.

A covered text has the length of the original. ``«`` and ``»`` stand where a quotation opens and
closes, its words are blotted out but for a closing stop or comma, so that whoever reads the
sentence around it meets no word of it.
"""

import re
from typing import NamedTuple

from .blots import BLOT, TITLE

# one sign, or two apostrophes (a third closes a quotation inside), or two grave accents; one set of
# signs comes first, which is looked for quickly
_MARK = re.compile(r"[\"“”„«»‟'`](?:(?<!['`])|(?<=')'(?:'(?!\w))?|(?<=`)`)")
_NEXT_OPENS = re.compile(r"\s*(?:[\"“„«]|''|``)\S")
_OPENERS = "“„«``"
_CLOSERS = "”»"
_LONGEST_TITLE = 6  # words
_SMALL = frozenset("of the and to in for a an on at by with".split())  # in a title
_LEFT_OUT = (" …", " ...", " . .")
_STOPS = ",.?!;:…—-–"
# what a text may not hold once it is covered, and what stands there instead
_PLAIN = tuple(zip("«»\n\r\t\x01\x02", '""     ', strict=True))


class Quote(NamedTuple):
    """A quotation, marks included; not ``is_closed`` where it runs to its paragraph's end."""

    start: int
    end: int
    is_closed: bool = True


def find_quotes(text: str, start: int, end: int) -> list[Quote]:
    """The quotations of the paragraph that lies between two offsets."""
    quotes: list[Quote] = []
    opened = -1
    for match in _MARK.finditer(text, start, end):
        at, after = match.span()
        opens = _may_open(text, at, after, start, end)
        closes = opened >= 0 and _may_close(text, at, start)
        if opened < 0 and opens:
            opened = at
        elif closes and not (opens and match.group() in _OPENERS):
            quotes.append(Quote(opened, after))
            opened = -1
        elif opens and match.group() not in _CLOSERS + _OPENERS and text[at - 1] != "\n":
            opened = at  # the first was never closed
    if opened >= 0 and (_opens_paragraph(text, opened, start) or _is_taken_up(text, end)):
        quotes.append(Quote(opened, end, False))
    return quotes


def _may_open(text: str, at: int, after: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    if before.isspace() and text.startswith(_LEFT_OUT, after, end):
        return True  # "… and the rain fell" begins in the midst of a sentence
    return after < end and not text[after].isspace() and not before.isalnum()


def _may_close(text: str, at: int, start: int) -> bool:
    if at <= start:
        return False
    return not text[at - 1].isspace() or text[at] in _CLOSERS or text[at - 2 : at - 1] in ("'", "’")


def _opens_paragraph(text: str, at: int, start: int) -> bool:
    return not text[start:at].strip()


def _is_taken_up(text: str, end: int) -> bool:
    """Whether the next paragraph opens with a mark, as where a quotation runs over it."""
    return _NEXT_OPENS.match(text, end) is not None


def cover(text: str, quotes: list[Quote], start: int, end: int) -> str:
    """The paragraph between two offsets, its quotations covered."""
    pieces, at = [], start
    for quote in quotes:
        pieces += [_plain(text[at : quote.start]), _covered(text[quote.start : quote.end], quote)]
        at = quote.end
    return "".join(pieces) + _plain(text[at:end])


def _plain(text: str) -> str:
    for mark, plain in _PLAIN:  # a text of foreign letters is translated ten times as slowly
        text = text.replace(mark, plain)
    return text


def _covered(quoted: str, quote: Quote) -> str:
    """A quotation blotted out but for its marks, and a stop before the last."""
    if not quote.is_closed:
        return "«" + BLOT * (len(quoted) - 1)
    mark = 2 if quoted[:2] in ("''", "``") else 1
    tail = 2 if mark == 2 and quoted.endswith("''") else 1
    inner = quoted[: len(quoted) - tail]
    if len(inner) < 2:
        return "«»"[: len(quoted)].ljust(len(quoted), BLOT)
    blot = TITLE if _is_title(inner[mark:]) else BLOT
    return "«" + blot * (len(quoted) - 3) + (_last_stop(inner) or blot) + "»"


def _is_title(inner: str) -> bool:
    """Whether words are a name or a title: each has a capital but for the smallest."""
    words = inner.split()
    if not 0 < len(words) <= _LONGEST_TITLE or not words[0][:1].isupper():
        return False
    return all(word[:1].isupper() or word in _SMALL for word in words)


def _last_stop(quoted: str) -> str:
    """The stop that ends a quotation, also one before an inner closing mark: "He said 'no,'"."""
    last = quoted.rstrip("'’ ")[-1:]
    return last if last in _STOPS else ""
