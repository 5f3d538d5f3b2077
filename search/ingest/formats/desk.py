"""What an agency tells desks in plain text and means for nobody else."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

from ...article import Signal
from ..page.moments import read_moment
from .signals import gravest, read_note

EMBARGOED = "it is marked as embargoed, and no full date says until when"

# "(Adds details, quotes)", "ATTENTION - UPDATES with US call ///", "(ATTN: ADDS photo)",
# "Eds: Corrects spelling", "Embargoed until 10:00", "***", and slugs: "BC-EU--Floods, 1st Ld",
# "a0123 r i PM-Portugal-Floods 05-03 0400"
_DESK_NOTE = re.compile(
    r"""
      \( (?: adds? | updates? | recasts? | repeats? | corrects? | refiles? | releads? ) \b .* \)
    | \(? (?: attention | attn ) \b .*
    | (?-i: (?: [a-z]\d{4} \s .{0,20} )? (?: AM | BC | PM ) - [A-Z] \w* -{1,2} \w .* )
    | eds? (?:itors?)? (?: [ ] note )? : .*
    | (?: not \s for | embargo (?:ed)? ) \b .*
    | [+*\s]* (?: mandatory | bulletin ) \s kill \b .*
    | [-/*=_\#]{3,}
    """,
    re.VERBOSE | re.IGNORECASE,
)

# "The following information is not intended for publication", as far as it goes; above it may
# stand a rule of stars and the heading of the notebook
_NOT_FOR_PRINT = re.compile(
    r"""
    ^ (?: [ \t]* \#{0,3} [ ]? [\w-]{1,20} [ ] notebook [ \t]* \n \s* )?
      (?: [ \t]* [*_=-] [ *_=-]{2,80} \n \s* )?
      [ \t]* the [ ] following [ ] (?: information [ ] )? is [ ] not [ ] (?: intended [ ] )?
      for [ ] publication \b
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)


# "# dpa NOTEBOOK", "# Notizblock": what follows is for desks
_NOTEBOOK = re.compile(
    r"^ \#{1,3} [ ] (?: [\w-]{1,20} [ ] )? (?: notebook | notizblock ) [ \t]* $",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)


def without_desk_part(text: str) -> str:
    """The text up to where an agency says that what follows is not for publication.

    >>> without_desk_part("It held.\\n\\n* * *\\nThe following is not for publication\\nTel 1")
    'It held.'
    """
    if "# " in text and (notebook := _NOTEBOOK.search(text)):
        text = text[: notebook.start()].rstrip()
    if "publication" not in text.casefold():
        return text
    match = _NOT_FOR_PRINT.search(text)
    return text[: match.start()].rstrip() if match else text


# "EMBARGOED UNTIL 10:00 GMT, MAY 7, 2024", "HOLD FOR RELEASE", "NOT FOR RELEASE BEFORE 0900 GMT"
_EMBARGO = re.compile(
    r"""
    [\s*+=\[(]* (?: (?: attention | eds? | editors? ) \s? [:,-]+ \s* )? (?: strictly \s )?
    (?: embargo (?:ed)? \b
      | (?: hold | not ) \s for \s (?: release | publication | use ) \s (?: before | until ) \b )
    (?P<until> .* )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_desk_note(line: str) -> bool:
    """Whether a line above a story is for desks: neither headline nor standfirst."""
    return bool(_DESK_NOTE.fullmatch(line) or _EMBARGO.match(line[:300]))


class DeskNotes(NamedTuple):
    """What the notes above a story say of it."""

    signal: Signal | None = None
    embargo: dt.datetime | None = None
    notes: tuple[str, ...] = ()


def read_desk_notes(lines: Iterable[str]) -> DeskNotes:
    """The signal and the embargo that lines above a story give; lines of any other kind say
    nothing."""
    said = list(lines)
    embargoes = [match["until"] for line in said if (match := _EMBARGO.match(line[:300]))]
    moment = next((found for text in embargoes if (found := read_moment(text))), None)
    in_doubt = (EMBARGOED,) if embargoes and moment is None else ()
    return DeskNotes(gravest(map(read_note, said)), moment, in_doubt)
