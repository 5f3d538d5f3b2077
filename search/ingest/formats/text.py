"""Plain text: a story as agencies send it and archives keep it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from ...article import Article
from ...errors import NotAnArticle
from ...wire.agencies import find_agency, find_byline_agency
from ...wire.dateline import opens_with_dateline
from ...wire.opening import read_opening
from ..encoding import one_line, read_characters
from ..names import is_byline, read_names
from ..paragraphs import Paragraph, is_headingish, join_paragraphs, refuse_endless
from .content import without_end_mark
from .desk import is_desk_note, read_desk_notes, without_desk_part
from .lines import find_blocks, find_paragraphs, is_wrapped
from .takes import split_stories

NO_HEADLINE = "no headline is printed; its opening words stand for it"

_FEWEST_WORDS = 3
_MOST_STORIES = 20_000
# how far down the dateline is looked for, in lines
_HEAD_LINES = 14
_HEADLINE = 250
_KICKER_WORDS = 4
_CREDIT_WORDS = 5
_DATELINE_LINES = 3

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
    text = without_desk_part(text)
    if len(text.split(None, _FEWEST_WORDS)) < _FEWEST_WORDS:
        raise NotAnArticle("the text is too short to be a story")
    head, paragraphs = _part(find_blocks(text))
    told = read_desk_notes(head.said)
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
        signal=told.signal,
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
    below = [_mend_dateline(blocks[number][line:], wrapped), *blocks[number + 1 :]]
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
            if (line < 4 or text[0].isspace()) and _opens(block[line : line + _DATELINE_LINES]):
                yield number, line


def _opens(lines: Sequence[str]) -> bool:
    return opens_with_dateline(" ".join(line.strip() for line in lines))


def _mend_dateline(lines: list[str], wrapped: bool) -> list[str]:
    """The lines with a dateline that is broken over several put together: as one line, or, where
    lines are wrapped, without their indents."""
    bare = [line.strip() for line in lines[:_DATELINE_LINES]]
    found = read_opening(" ".join(bare))
    ends = accumulate(len(line) + 1 for line in bare)
    parts = 1 + sum(end < found.end for end in ends) if found else 1
    if wrapped:
        return [lines[0], *bare[1:parts], *lines[parts:]]
    return [" ".join(bare[:parts]), *lines[parts:]]


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
    by = _find_byline(items)
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


def _find_byline(items: list[str]) -> list[str]:
    """The line that says who wrote the story, or which agency, and what stands below it of their
    agency; empty without one."""
    if len(items) < 2:
        return []
    at = next((n for n, item in enumerate(items) if is_byline(item)), None)
    if at is None:
        at = next((n for n, item in enumerate(items) if n and _is_credit(item)), None)
    return [] if at is None else items[at : at + 1 + _has_credit(items, at)]


def _is_credit(line: str) -> bool:
    """Whether a line under the headline names an author or an agency: "Xinhua", "Source: AFP"."""
    words = line.split()
    is_short = len(words) <= _CREDIT_WORDS and not line.endswith((".", "!", "?", ":"))
    is_named = is_short and not any(map(str.islower, words))
    return is_byline(line) or (is_named and bool(find_byline_agency(line)))


def _has_credit(items: Sequence[str], at: int) -> bool:
    """Whether the author's agency stands on the line below: "Associated Press Writer"."""
    below = items[at + 1 : at + 2]
    return (
        bool(below)
        and len(below[0].split()) <= _CREDIT_WORDS
        and bool(find_byline_agency(below[0]))
    )


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
    while count < len(paragraphs) - 1 and _is_credit(paragraphs[count]):
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
