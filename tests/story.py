"""A builder of stories for tests: only what a test is about need be given."""

import datetime as dt
from typing import Any

from search import Article, Dateline, Speaker, Statement
from search.article import StatementKind


def story(headline: str = "", body: str = "", **facts: Any) -> Article:
    """An article. ``day`` ("2022-02-14") dates it; ``place``, ``country`` and ``doubtful=True``
    go to its dateline; ``said`` has (words of the body, speaker's name or None) for each
    statement, and its kind where it is not direct; ``speakers`` are names of people who each make
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
    start = body.index(words)
    speaker = Speaker(start=start, end=start, name=name) if name else None
    return Statement(start=start, end=start + len(words), kind=kind, cue="said", speaker=speaker)


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
