"""What a teleprinter's message has around its story: the lines above it for machines, and the stamp
of the transmitter below."""

import datetime as dt
import re
from itertools import islice, takewhile
from typing import NamedTuple

from ...article import Signal
from ..encoding import one_line
from .stamps import read_stamp, read_urgency

_TOP = 40  # lines at the top in which these stand
_MOST_LINES = 6  # above a story
_FOOT = 6  # lines in which the stamp stands
_LAST_CENTURY = 69

# "eca062 4 i 211 ccccb   dpa 061": service and number, priority, category, words, and more
HEADER = re.compile(
    r"\s* [A-Za-z]{2,4} \s? \d{3,4} \s+ (?P<priority> \d ) \s+ [A-Za-z]{1,3} \s+ \d{1,5} \b"
    r"(?P<more> .* )",
    re.VERBOSE,
)
# ANPA 1312, on one line or two: "a0642urzbc", "z6715-----" (service and number, then formats), and
# "r i BC-Norway-Dam 1stLd 05-06 0123" (priority, category, keyword, day and words)
ANPA = re.compile(
    r"""
    [A-Za-z]\d{3,4} \s? [a-z-]{2,8}
    | (?: [a-z]\d{3,4} \s )? [fburd] \s [a-z] \s .{2,60} \s \d\d-\d\d \s+ \d{2,5}
    """,
    re.VERBOSE,
)
# "BC-Norway-Dam,1st Ld-Writethru,0123", "^AM-Norway Dam, 0123<", "Germany-politics/", "UN/dam/"
_SLUG = re.compile(
    r"""
    (?P<slug> (?: BC | AM | PM | AMs | PMs | AP ) - [\w-]{2,60} ) (?: , .{0,80} )? <?
    | \^ (?P<set> (?: BC | AM | PM | AMs | PMs | AP ) - [^,<]{2,60} ) (?: , .{0,80} )? <
    | (?P<plain> \w [\w/ -]{1,60} ) /
    """,
    re.VERBOSE,
)
# "^AP Photo OSL101<": what else is sent
_BESIDE = re.compile(r"\^?AP (?:Photo|Graphic|Video)s?\b.{0,200}<?")
# how soon a story is wanted, on a line of its own; that another take follows
_RANK = re.compile(r"URGENT|FLASH|BULLETIN|ALERT|REFILE|(?:\d(?:ST|ND|RD|TH) )?LEAD")
_END = re.compile(r"^([ \t]*AP-[A-Z]{2}-\d\d-\d\d-\d\d\b.{1,20}?)<[ \t]*$", re.MULTILINE)
_MORE = re.compile(r"^[ \t]*\(?MORE\)?[ \t]*$|(?=^[ \t]*AP-[A-Z]{2}-\d\d-\d\d)", re.MULTILINE)
# how a line is set, and that it is a headline: "^Dam holds<", "By ANA REYES=", "Dam holds ="
_SETTING = re.compile(r"^\^(?P<set>.+?)[ ]*[<=]?[ ]*$|^(?P<line>\S.*?)[ ]+=[ ]*$", re.MULTILINE)
# "131137 GMT Nov 13": day, hour, minute, month and the year's last two digits
_SENT = re.compile(
    r"""
    \b (?P<day> \d\d ) (?P<hour> \d\d ) (?P<minute> \d\d ) \s (?: (?P<zone> [A-Z]{3,4} ) \s )?
    (?P<month> [^\W\d_]{3,9} ) \.? \s (?: 20 )? (?P<year> \d\d ) \b
    """,
    re.VERBOSE,
)
# "AP-NY-05-03-99 1205EDT": month, day, year and the clock of New York
_AP = re.compile(
    r"AP-[A-Z]{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\s+"
    r"(?P<hour>\d\d)(?P<minute>\d\d)(?P<zone>[A-Z]{3})<?"
)


class Message(NamedTuple):
    """A story's text, and what the lines around it say: its slug, urgency, signal, the moment at
    which it was sent, and the lines themselves."""

    text: str
    slug: str | None = None
    urgency: int | None = None
    sent: dt.datetime | None = None
    said: tuple[str, ...] = ()
    signal: Signal | None = None


def read_message(text: str) -> Message:
    """The story in a text, without what stands above it for machines; the whole text where that is
    nothing of the kind."""
    above = _lines_above(text.split("\n", _TOP)[:_TOP])
    if not above:
        return Message(text, sent=read_ap_stamp(text.split("\n")) if "AP-" in text else None)
    lines = text.split("\n")
    said = [one_line(lines[at]) for at in above]
    matches = [match for line in said if (match := _SLUG.fullmatch(line))]
    slugs = (match["slug"] or match["set"] or match["plain"] for match in matches)
    priorities = (match["priority"] for line in said if (match := HEADER.fullmatch(line)))
    rest = "\n".join(line for line in lines[above[-1] + 1 :] if not _BESIDE.fullmatch(line.strip()))
    return Message(
        text=_MORE.sub("\n", without_setting(rest)),
        slug=next(slugs, None),
        urgency=read_urgency(next(priorities, None)),
        sent=read_ap_stamp(lines) or read_sent(" ".join(_last_lines(lines))),
        said=tuple(line.strip("^<") for line in said),
        signal=without_ranks("\n".join(filter(_RANK.fullmatch, said)))[1],
    )


def without_setting(text: str) -> str:
    """The text without the marks that tell a machine how its lines are set."""
    return _END.sub(r"\1", _SETTING.sub(lambda match: match["set"] or match["line"], text))


def without_ranks(text: str) -> tuple[str, Signal | None]:
    """The text without the lines above it that say how soon it is wanted, and what they say of it:
    "REFILE" and "1ST LEAD" are updates.

    >>> without_ranks("REFILE\\n1ST LEAD\\nDam holds")
    ('Dam holds', 'update')
    """
    lines = text.lstrip().split("\n")
    ranks = list(takewhile(lambda line: _RANK.fullmatch(line.strip()), lines))
    is_update = any("LEAD" in rank or "REFILE" in rank for rank in ranks)
    rest = "\n".join(lines[len(ranks) :]) if ranks else text
    return rest, "update" if is_update else None


def read_sent(foot: str) -> dt.datetime | None:
    """The moment of sending that stands below a message ("131137 GMT Nov 13"); None for none.

    >>> read_sent("dpa wsz 131137 GMT Nov 13").isoformat()
    '2013-11-13T11:37:00+00:00'
    """
    match = _SENT.search(foot[:2000])
    if match is None:
        return None
    day = f"{match['day']} {match['month']} 20{match['year']}"
    return read_stamp(f"{day} {match['hour']}:{match['minute']} {match['zone'] or ''}")


def read_ap_stamp(lines: list[str]) -> dt.datetime | None:
    """The moment that AP's transmitter prints below a story; None where it does not.

    >>> read_ap_stamp(["It rained.", "AP-NY-05-03-99 1205EDT"]).isoformat()
    '1999-05-03T12:05:00-04:00'
    """
    for line in _last_lines(lines):
        if match := _AP.fullmatch(line):
            century = "19" if int(match["year"]) >= _LAST_CENTURY else "20"
            day = f"{century}{match['year']}-{match['month']}-{match['day']}"
            return read_stamp(f"{day} {match['hour']}:{match['minute']} {match['zone']}")
    return None


def _last_lines(lines: list[str]) -> list[str]:
    return [line.strip() for line in lines[-40:] if line.strip()][-_FOOT:]


def _lines_above(lines: list[str]) -> list[int]:
    """Which lines at the top are for machines: a number and a priority, and the slug next to it;
    of AP the slug alone, too."""
    filled = (at for at, line in enumerate(lines) if line.strip())
    found: list[int] = []
    for at in islice(filled, _MOST_LINES):
        line = one_line(lines[at])
        slug = _SLUG.fullmatch(line)
        is_header = bool(HEADER.fullmatch(line) or ANPA.fullmatch(line))
        is_slug = slug and (slug["slug"] or slug["set"] or found)
        is_known = is_slug or (found and _RANK.fullmatch(line))
        if not is_header and not is_known:
            break
        found.append(at)
    return found if len(found) < _MOST_LINES else []
