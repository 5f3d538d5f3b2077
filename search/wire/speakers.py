"""Speakers: the attributions of a story as statements, each with who makes it.

A mention is resolved to a full name where one person of the story fits, and only one; else its own
words stand as the name.
"""

from collections.abc import Sequence

from ..article import Speaker, Statement
from .attribution import Attribution
from .cast import Person
from .hearing import Hearing


def name_speakers(text: str, found: Sequence[Attribution]) -> tuple[Statement, ...]:
    """The attributions as statements, each mention resolved where the story makes it plain."""
    hearing = Hearing(text, found)
    statements = []
    for number, attribution in enumerate(found):
        heard = hearing.hear(number)
        speaker = _speaker(attribution.mention, *heard) if heard and attribution.mention else None
        statements.append(_statement(text, attribution, speaker))
    return tuple(statements)


def _statement(text: str, found: Attribution, speaker: Speaker | None) -> Statement:
    return Statement(
        start=found.start,
        end=found.end,
        kind=found.kind,
        cue=found.cue,
        speaker=speaker,
        pieces=_parted(text, found.pieces),
    )


def _parted(text: str, pieces: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The pieces that have words between them; those that follow at once are one."""
    apart: list[tuple[int, int]] = []
    for start, end in pieces:
        if apart and not text[apart[-1][1] : start].strip():
            apart[-1] = apart[-1][0], end
        else:
            apart.append((start, end))
    return tuple(apart) if len(apart) > 1 else ()


def _speaker(mention: tuple[int, int], words: str, person: Person | None) -> Speaker:
    start, end = mention
    if person is None:
        return Speaker(start=start, end=end, name=_without_article(words))
    return Speaker(
        start=start,
        end=end,
        name=person.name,
        role=person.role,
        organisation=person.organisation,
    )


def _without_article(mention: str) -> str:
    """The mention's own words, without the article of a name: "The White House"."""
    words = mention.split()
    if len(words) > 1 and words[0].lower() == "the" and all(w[0].isupper() for w in words[1:]):
        words = words[1:]
    return " ".join(words)
