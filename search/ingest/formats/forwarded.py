"""What a mail message passes on or answers in its own text: whose words are the story."""

import re
from typing import NamedTuple

from ..encoding import one_line
from .text import opens_as_story

# "---------- Forwarded message ---------", "-----Original Message-----", "Begin forwarded message:"
_OPENING = re.compile(
    r"""
    ^ > ? [ \t]* (?: -{2,} [ ]* | Begin [ ] )
      (?: forwarded [ ] message | original [ ] message | weitergeleitete [ ] nachricht
        | ursprüngliche [ ] nachricht | message [ ] transféré | message [ ] d['’]origine
        | mensaje [ ] reenviado | mensaje [ ] original ) [ ]* (?: -{2,} | : ) [ \t]* $
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(
    r"""
    >? [ \t]* \*?
    (?P<name> from | von | de | date | sent | datum | gesendet | envoyé | fecha | enviado
      | subject | betreff | objet | asunto | to | an | à | para | cc | reply-to ) \*? [ ]? :
    \*? [ \t]* (?P<value> .* )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAMES = {
    **dict.fromkeys(("from", "von", "de"), "sender"),
    **dict.fromkeys(("date", "sent", "datum", "gesendet", "envoyé", "fecha", "enviado"), "sent"),
    **dict.fromkeys(("subject", "betreff", "objet", "asunto"), "subject"),
}
_FEWEST = 2  # headers of a message that is passed on
_QUOTED = re.compile(r"^>(?!From )[^\n]*\n?", re.MULTILINE)
# "On Mon, 6 May 2024 at 18:30, AP Desk wrote:" above what is quoted
_WROTE = re.compile(
    r"""
    ^ \w [^\n]{0,200} (?: \n [^\n>]{1,100} )?
    (?: wrote | schrieb [^\n:]{0,80} | écrit | escribió ) [ ]? : [ \t]* \n (?= \s* > )
    """,
    re.VERBOSE | re.MULTILINE,
)
_MARK = re.compile(r"^>[ ]?", re.MULTILINE)
_FEWEST_WORDS = 3


class Passed(NamedTuple):
    """The text of a message that is its story; with the headers of the message that it is passed
    on from, "" where it is the sender's own."""

    text: str
    subject: str = ""
    sender: str = ""
    sent: str = ""


def find_story(text: str) -> Passed:
    """The story in the text of a message: what is passed on in it, unless the sender writes one
    above that; without what it answers."""
    marks = list(_OPENING.finditer(text))
    for mark in reversed(marks):
        above, passed = text[: mark.start()], _read_below(text[mark.end() :])
        if passed is None:
            continue
        is_own = opens_as_story(above) or (_is_long(above) and not opens_as_story(passed.text))
        return Passed(_without_quoted(above)) if is_own else passed
    return Passed(_without_quoted(text))


def _read_below(text: str) -> Passed | None:
    """The message below the line that opens it; None where no headers stand there."""
    lines = text.lstrip("\n").split("\n")
    told: dict[str, str] = {}
    count = 0
    for line in lines:
        match = _HEADER.fullmatch(line)
        if match is None:
            break
        count += 1
        if name := _NAMES.get(match["name"].casefold()):
            told.setdefault(name, one_line(match["value"]))
    if count < _FEWEST:
        return None
    return Passed(_without_quoted("\n".join(lines[count:])), **told)


def _without_quoted(text: str) -> str:
    """The text without the lines that it quotes; where it quotes all, these without their marks."""
    own = _QUOTED.sub("", _WROTE.sub("", text))
    return own if len(own.split(None, _FEWEST_WORDS)) >= _FEWEST_WORDS else _MARK.sub("", text)


def _is_long(text: str) -> bool:
    """Whether so much stands above what is passed on that it is more than a note."""
    return len(text.split()) > 60
