"""IPTC 7901: stories between control characters, as teleprinters and satellites carried them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...article import Article
from ...errors import NotAnArticle
from ..encoding import one_line, read_characters
from .credits import find_provider
from .signals import gravest, read_note
from .stamps import read_urgency
from .teleprinter import ANPA, HEADER, read_sent, without_ranks, without_setting
from .text import read_plain

_START, _TEXT, _END = b"\x01", b"\x02", b"\x03"
_MOST_MESSAGES = 20_000

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
    lines = read_characters(head).split("\n") if head.strip() else [""]
    header = HEADER.match(lines[0])
    is_anpa = bool(ANPA.fullmatch(one_line(lines[0])))  # it has the same control characters
    if not text.strip() or not (header or is_anpa):
        raise NotAnArticle("the message has no header and text of IPTC 7901")
    if header is None:
        return read_plain(read_characters(head + b"\n" + text))
    plain, rank = without_ranks(without_setting(read_characters(text)))
    story = read_plain(plain)
    slug = one_line(" ".join(lines[1:])).rstrip("/ ")
    return replace(
        story,
        headline=_HEADLINE_END.sub("", story.headline) or story.headline,
        slug=slug or None,
        agency=find_provider(*header["more"].split()),
        published=read_sent(foot[:2000].decode("latin-1")),
        urgency=read_urgency(header["priority"]),
        signal=gravest((story.signal, rank, read_note(slug))),
    )
