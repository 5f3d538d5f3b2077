"""Paragraphs as a reader of a format finds them, and the body that they make."""

from collections.abc import Iterable
from typing import NamedTuple

from ..article import Heading
from ..errors import NotAnArticle
from .encoding import clean

# characters; the longest live page of a long day has a third of this
_LONGEST = 1_000_000
_END = tuple(".!?…:;,\"”’»)]'")


class Paragraph(NamedTuple):
    """A paragraph of a story; lines inside it are parted by single line breaks."""

    text: str
    is_heading: bool = False


class Body(NamedTuple):
    """A story's text and where its headings stand in it, as ``Article`` keeps them."""

    text: str
    headings: tuple[Heading, ...]


def join_paragraphs(paragraphs: Iterable[Paragraph]) -> Body:
    """The paragraphs as one text, a blank line between two; empty ones are left out.

    >>> join_paragraphs([Paragraph("It rained."), Paragraph("Roads", True)]).headings
    (Heading(offset=12, text='Roads'),)
    """
    texts: list[str] = []
    headings: list[Heading] = []
    offset = 0
    for paragraph in paragraphs:
        text = tidy_lines(paragraph.text)
        if not text:
            continue
        if paragraph.is_heading:
            headings.append(Heading(offset=offset, text=text))
        texts.append(text)
        offset += len(text) + 2
    return Body("\n\n".join(texts), tuple(headings))


def refuse_endless(text: str) -> None:
    """NotAnArticle where a text is longer than any story."""
    if len(text) > _LONGEST:
        raise NotAnArticle(f"its text has {len(text):,} characters, more than any story")


def tidy_lines(text: str) -> str:
    """The text cleaned, each line single-spaced, empty lines left out."""
    if text.isprintable() and "  " not in text:  # one line, as most paragraphs are
        return text.strip()
    lines = (" ".join(line.split()) for line in clean(text).split("\n"))
    return "\n".join(line for line in lines if line)


def is_headingish(text: str) -> bool:
    """Whether a paragraph has the look of a heading: short, one line, no full stop."""
    return (
        len(text) <= 80
        and "\n" not in text
        and len(text.split()) <= 10
        and not text.endswith(_END)
        and text[0] not in "-–—•*·/(<\"“'‘=#"
        and any(c.isalpha() for c in text)
        and not text[0].islower()
    )
