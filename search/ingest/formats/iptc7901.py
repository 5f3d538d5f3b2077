"""IPTC 7901: stories between control characters, as teleprinters and satellites carried them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...article import Article
from ...errors import NotAnArticle
from ..encoding import one_line, read_characters
from .credits import find_provider
from .signals import gravest, read_note
from .stamps import read_stamp, read_urgency
from .text import read_plain

_START, _TEXT, _END = b"\x01", b"\x02", b"\x03"
_MOST_MESSAGES = 20_000

# "eca062 4 i 211 ccccb   dpa 061": service and number, priority, category, words, and more
_HEADER = re.compile(
    r"\s* [A-Za-z]{2,4} \s? \d{3,4} \s+ (?P<priority> \d ) \s+ [A-Za-z]{1,3} \s+ \d{1,5} \b"
    r"(?P<more> .* )",
    re.VERBOSE,
)
# "131137 GMT Nov 13": day, hour, minute, month and the year's last two digits
_STAMP = re.compile(
    r"""
    \b (?P<day> \d\d ) (?P<hour> \d\d ) (?P<minute> \d\d ) \s (?P<zone> GMT | UTC | [A-Z]{3,4} ) \s
    (?P<month> [A-Za-z]{3,9} ) \.? \s (?: 20 )? (?P<year> \d\d ) \b
    """,
    re.VERBOSE,
)
# a headline's last character tells the teleprinter that the text follows
_HEADLINE_END = re.compile(r"\s*[=/]+$")


def read_iptc7901(data: bytes) -> Iterator[Article | NotAnArticle]:
    """Each message's story, without its wire facts, or the reason why a message has none."""
    messages = [part for part in data.split(_START)[1:] if part.strip()]
    if not messages:
        raise NotAnArticle("it is an IPTC 7901 transmission without a message")
    for message in messages[:_MOST_MESSAGES]:
        try:
            yield _read_message(message)
        except NotAnArticle as error:
            yield error
    if (more := len(messages) - _MOST_MESSAGES) > 0:
        yield NotAnArticle(f"{more:,} messages behind the first {_MOST_MESSAGES:,} were not read")


def _read_message(message: bytes) -> Article:
    head, _, rest = message.partition(_TEXT)
    text, _, foot = rest.partition(_END)
    lines = read_characters(head).split("\n")
    header = _HEADER.match(lines[0])
    if header is None or not text.strip():
        raise NotAnArticle("the message has no header and text of IPTC 7901")
    story = read_plain(read_characters(text))
    slug = one_line(" ".join(lines[1:])).rstrip("/ ")
    return replace(
        story,
        headline=_HEADLINE_END.sub("", story.headline) or story.headline,
        slug=slug or None,
        agency=find_provider(*header["more"].split()),
        published=read_stamp(_read_foot(foot)),
        urgency=read_urgency(header["priority"]),
        signal=gravest((story.signal, read_note(slug))),
    )


def _read_foot(foot: bytes) -> str | None:
    """The moment of sending as "13 Nov 2013 11:37 GMT"; None where the foot gives none."""
    match = _STAMP.search(foot[:2000].decode("ascii", "replace"))
    if match is None:
        return None
    day = f"{match['day']} {match['month']} 20{match['year']}"
    return f"{day} {match['hour']}:{match['minute']} {match['zone']}"
