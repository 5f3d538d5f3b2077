"""A builder of stories for tests: only what a test is about need be given."""

import datetime as dt
import re
from itertools import accumulate, pairwise
from typing import Any

from search import Article, Dateline, Speaker, Statement
from search.article import StatementKind


def story(headline: str = "", body: str = "", **facts: Any) -> Article:
    """An article. ``day`` ("2022-02-14") dates it; ``place``, ``country`` and ``doubtful=True``
    go to its dateline; ``said`` has (words of the body, speaker's name or None) for each
    statement, and its kind where it is not direct, with the reporter's words in it in square
    brackets; ``speakers`` are names of people who each make
    a statement of no words."""
    names = facts.pop("speakers", ())
    said = [*facts.pop("said", ()), *(("", name) for name in names)]
    statements = tuple(_statement(body, *one) for one in said)
    spoken = {one.speaker.name: one.speaker for one in statements if one.speaker}
    return Article(
        id=facts.pop("id", None) or headline or body,
        headline=headline,
        body=body,
        dateline=_dateline(facts),
        speakers=tuple(spoken.values()),
        statements=statements,
        **facts,
    )


def _statement(
    body: str, words: str, name: str | None, kind: StatementKind = "direct"
) -> Statement:
    parts = re.split(r"[\[\]]", words)  # said, not said, said …
    start = body.index("".join(parts))
    ends = list(accumulate(map(len, parts), initial=start))
    speaker = Speaker(start=start, end=start, name=name) if name else None
    pieces = tuple(pairwise(ends))[::2] if len(parts) > 1 else ()
    return Statement(
        start=start, end=ends[-1], kind=kind, cue="said", speaker=speaker, pieces=pieces
    )


def _dateline(facts: dict[str, Any]) -> Dateline | None:
    day, doubtful = facts.pop("day", None), facts.pop("doubtful", False)
    place, country = facts.pop("place", None), facts.pop("country", None)
    if not day and not place:
        return None
    return Dateline(
        text="",
        start=0,
        end=0,
        place=place,
        country=country,
        date=dt.date.fromisoformat(day) if day else None,
        is_certain=not doubtful,
        method="received" if doubtful else "printed",
    )
