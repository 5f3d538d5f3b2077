"""A mailbox (mbox): its messages one at a time, however many there are."""

import re
from collections.abc import Iterator
from itertools import count, pairwise

from .member import Member, Source, too_large
from .pieces import ENDLESS, MAILBOX, Cut, split
from .tally import Skipped

# the opening line of a message, and of one that another quotes: ">From " was "From "
_OPENING = re.compile(rb"\AFrom [^\n]*\n")
_QUOTED = re.compile(rb"^>(?=>*From )", re.MULTILINE)


def is_mailbox(head: bytes) -> bool:
    """Whether a file that begins so is a mailbox."""
    return head.startswith(b"From ") and bool(MAILBOX.match(head))


def read_mailbox(source: Source, whole: Member) -> Iterator[Member | Skipped]:
    """Each message, under the mailbox's name and its number from 1."""
    numbers = count(1)
    for piece in split(source, b"", Cut(MAILBOX)):
        if not piece:
            name = f"{whole.name}/{next(numbers)}"
            yield too_large(name, None) if piece is None else Skipped(name, ENDLESS)
            continue
        starts = [match.start() for match in MAILBOX.finditer(piece)]
        for start, stop in pairwise([*starts, len(piece)]):
            message = _QUOTED.sub(b"", _OPENING.sub(b"", piece[start:stop]))
            yield Member(name=f"{whole.name}/{next(numbers)}", data=message)
