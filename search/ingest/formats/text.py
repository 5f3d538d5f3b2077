"""Plain text: a story as agencies send it and archives keep it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ...article import Article
from ...errors import NotAnArticle
from ...wire.agencies import find_agency, find_byline_agency
from ...wire.dateline import opens_with_dateline
from ..encoding import one_line, read_characters
from ..names import is_byline, read_names
from ..paragraphs import Paragraph, is_headingish, join_paragraphs, refuse_endless
from .content import without_end_mark
from .desk import is_desk_note, read_desk_notes, without_desk_part
from .lines import find_blocks, find_paragraphs, is_wrapped
from .signals import gravest
from .takes import split_stories
from .teleprinter import read_message

NO_HEADLINE = "no headline is printed; its opening words stand for it"

_FEWEST_WORDS = 3
_MOST_STORIES = 20_000
# how far down the dateline is looked for, in lines
_HEAD_LINES = 14
_HEADLINE = 250
_KICKER_WORDS = 4
_CREDIT_WORDS = 5

# "(2nd LD) Currency union", "(URGENT)", "(LEAD) Quake"
_RANK = re.compile(r"\( (?: \d\w\w\s )? (?: ld | lead | urgent | writethru ) \)", re.VERBOSE | re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What stands above a story's text; no headline where none is printed."""

    headline: str | None = None
    kicker: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    said: tuple[str, ...] = ()


def read_text(data: bytes) -> Iterator[Article | NotAnArticle]:
    """Each story of a plain text file, without its wire facts, or the reason why a part is none:
    a few words are no story."""
    text = read_characters(data)
    stories = split_stories(text, opens_as_story)
    for story in islice(stories, _MOST_STORIES):
        try:
            yield read_plain(story)
        except NotAnArticle as error:
            yield error
    if next(stories, None):
        yield NotAnArticle(f"what stands behind the first {_MOST_STORIES:,} stories was not read")


def opens_as_story(text: str) -> bool:
    """Whether the text begins with a story's head and dateline."""
    return _find_dateline(find_blocks(text)) is not None


def read_plain(text: str) -> Article:
    """The story of this text: what stands above the dateline is its head, the rest its body."""
    refuse_endless(text)
    message = read_message(text)
    text = without_desk_part(message.text)
    if len(text.split(None, _FEWEST_WORDS)) < _FEWEST_WORDS:
        raise NotAnArticle("the text is too short to be a story")
    head, paragraphs = _part(find_blocks(text))
    told = read_desk_notes((*message.said, *head.said))
    body = join_paragraphs(without_end_mark([*_with_headings(paragraphs)]))
    return Article(
        id="",
        headline=head.headline or opening_words(body.text),
        kicker=head.kicker,
        standfirst=head.standfirst,
        byline=head.byline,
        authors=read_names(head.byline) if head.byline else (),
        body=body.text,
        headings=body.headings,
        notes=told.notes if head.headline else (NO_HEADLINE, *told.notes),
        published=message.sent,
        slug=message.slug,
        urgency=message.urgency,
        signal=gravest((told.signal, message.signal)),
        embargo=told.embargo,
    )


def opening_words(text: str) -> str:
    """The beginning of a story that prints no headline, cut at a word."""
    line = one_line(text[:400])
    return line if len(line) <= 100 else line[:100].rsplit(" ", 1)[0] + " …"


def _part(blocks: list[list[str]]) -> tuple[_Head, list[str]]:
    """The head, and the paragraphs of the body."""
    wrapped = is_wrapped([line for block in blocks for line in block])
    at = _find_dateline(blocks)
    if at is None:
        return _part_undated([p for block in blocks for p in find_paragraphs(block, wrapped)])
    number, line = at
    above = [*blocks[:number], blocks[number][:line]]
    below = [blocks[number][line:], *blocks[number + 1 :]]
    items = [item for block in above for item in _head_items(block)]
    return _read_head(items), [p for block in below for p in find_paragraphs(block, wrapped)]


def _find_dateline(blocks: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """Block and line where the text opens with its dateline, if it does."""
    found = _find_datelines(blocks)
    first = next(found, None)
    if first == (0, 0) and len(blocks[0]) == 1 and not blocks[0][0].endswith("."):
        # a headline may look like a dateline: then the real one stands right below
        second = next(found, None)
        if second and second[0] == 1:
            return second
    return first


def _find_datelines(blocks: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    seen = 0
    for number, block in enumerate(blocks):
        for line, text in enumerate(block):
            if seen >= _HEAD_LINES:
                return
            seen += 1
            is_near = line < 4 or text[0].isspace()
            if is_near and not _is_credit(text) and _opens_at(block, line):
                yield number, line


def _opens_at(block: Sequence[str], line: int) -> bool:
    """Whether the text opens at this line of a block, and not at one of the next two."""
    lines = block[line : line + 3]
    return _opens(lines) and (_opens(lines[:1]) or not any(_opens([below]) for below in lines[1:]))


def _opens(lines: Sequence[str]) -> bool:
    return opens_with_dateline(" ".join(line.strip() for line in lines))


def _head_items(block: Sequence[str]) -> list[str]:
    """The lines of a block above the body, a headline broken over lines put together."""
    items: list[str] = []
    for line in map(one_line, block):
        if items and _runs_on(items[-1], line):
            items[-1] += f" {line}"
        else:
            items.append(line)
    return items


def _runs_on(before: str, line: str) -> bool:
    if line[0].islower() and not is_byline(line):
        return True
    return before.isupper() and line.isupper() and len(before.split()) > 2


def _read_head(items: list[str]) -> _Head:
    """Kicker, headline, standfirst and byline out of the lines above the body."""
    at = next((n for n, item in enumerate(items) if is_byline(item)), 0)
    by = (
        items[at : at + 1 + _has_credit(items, at)]
        if len(items) > 1 and is_byline(items[at])
        else []
    )
    rest = [item for item in items if item not in by]
    rest = [item for item in rest if not is_desk_note(item)] or rest
    kicker = rest.pop(0) if _has_kicker(rest) else None
    return _Head(
        headline=rest[0] if rest else None,
        kicker=kicker,
        standfirst=" ".join(rest[1:]) or None,
        byline=", ".join(by) or None,
        said=tuple(items),
    )


def _has_credit(items: Sequence[str], at: int) -> bool:
    """Whether the author's agency stands on the line below: "Associated Press Writer"."""
    below = items[at + 1 : at + 2]
    return bool(below) and _is_credit(below[0])


def _is_credit(line: str) -> bool:
    """Whether a line is an author's agency and nothing else."""
    words = line.split()
    is_bare = len(words) <= _CREDIT_WORDS and words[-1].isalpha()
    return is_bare and bool(find_byline_agency(line.strip()))


def _has_kicker(items: Sequence[str]) -> bool:
    """Whether the first line names a section or a rank ("All news", "URGENT") above a headline."""
    if len(items) < 2 or items[0].endswith((".", "!", "?", ":")):
        return False
    if _RANK.match(items[0]):
        return True
    words, following = len(items[0].split()), len(items[1].split())
    longest = _KICKER_WORDS if len(items) > 2 else 2
    return words <= longest and following > max(words, _KICKER_WORDS)


def _part_undated(paragraphs: list[str]) -> tuple[_Head, list[str]]:
    """The head of a story that opens with no dateline: only what cannot be running text."""
    if len(paragraphs) < 2 or len(paragraphs[0]) > _HEADLINE or "\n" in paragraphs[0]:
        return _Head(), paragraphs
    count = 1
    if len(paragraphs) > 2 and _has_kicker(paragraphs[:2]) and not paragraphs[1].endswith("."):
        count = 2
    while count < len(paragraphs) - 1 and is_byline(paragraphs[count]):
        count += 1
    if count == 1 and len(paragraphs[0]) > 120 and paragraphs[0].endswith("."):
        return _Head(), paragraphs
    return _read_head(paragraphs[:count]), paragraphs[count:]


def _with_headings(paragraphs: Sequence[str]) -> Iterator[Paragraph]:
    """The paragraphs, a short one without full stop between two that are running text marked."""
    last = len(paragraphs) - 1
    for number, text in enumerate(paragraphs):
        between = 0 < number < last and _is_running(paragraphs[number + 1])
        heading = between and _is_heading(text) and _is_running(paragraphs[number - 1])
        yield Paragraph(text, heading)


def _is_heading(text: str) -> bool:
    """Whether a short line heads what follows, and is not the agency's credit under a story."""
    return is_headingish(text) and find_agency(text) is None


def _is_running(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?", ".”", '."')) or len(text.split()) > 12
