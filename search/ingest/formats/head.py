"""Head: what stands above a plain text's story: kicker, headline, standfirst and byline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...wire.agencies import find_byline_agency
from ..encoding import one_line
from ..names import is_byline
from .desk import is_desk_note

_KICKER_WORDS = 4
_CREDIT_WORDS = 5
# "(2nd LD) Currency union", "(URGENT)", "(LEAD) Quake"
_RANK = re.compile(r"\( (?: \d\w\w\s )? (?: ld | lead | urgent | writethru ) \)", re.VERBOSE | re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above a story's text; no headline where none is printed."""

    headline: str | None = None
    kicker: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    said: tuple[str, ...] = ()


def head_items(block: Sequence[str]) -> list[str]:
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


def read_head(items: list[str]) -> Head:
    """Kicker, headline, standfirst and byline out of the lines above the body."""
    by = _find_byline(items)
    rest = [item for item in items if item not in by]
    rest = [item for item in rest if not is_desk_note(item)] or rest
    kicker = rest.pop(0) if has_kicker(rest) else None
    return Head(
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
        at = next((n for n, item in enumerate(items) if n and is_credit(item)), None)
    return [] if at is None else items[at : at + 1 + _has_credit(items, at)]


def is_credit(line: str) -> bool:
    """Whether a line under the headline names an author or an agency: "Xinhua", "Source: AFP"."""
    words = line.split()
    is_short = len(words) <= _CREDIT_WORDS and not line.endswith((".", "!", "?", ":"))
    is_named = is_short and not any(map(str.islower, words))
    return is_byline(line) or (is_named and bool(find_byline_agency(line)))


def _has_credit(items: Sequence[str], at: int) -> bool:
    """Whether the author's agency stands on the line below: "Associated Press Writer"."""
    below = items[at + 1 : at + 2]
    return bool(below) and is_agency_alone(below[0])


def is_agency_alone(line: str) -> bool:
    """Whether a line is an author's agency and nothing else."""
    words = line.split()
    is_bare = len(words) <= _CREDIT_WORDS and words[-1].isalpha()
    return is_bare and bool(find_byline_agency(line.strip()))


def has_kicker(items: Sequence[str]) -> bool:
    """Whether the first line names a section or a rank ("All news", "URGENT") above a headline."""
    if len(items) < 2 or items[0].endswith((".", "!", "?", ":")):
        return False
    if _RANK.match(items[0]):
        return True
    words, following = len(items[0].split()), len(items[1].split())
    longest = _KICKER_WORDS if len(items) > 2 else 2
    return words <= longest and following > max(words, _KICKER_WORDS)
