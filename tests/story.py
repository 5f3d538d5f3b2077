"""A builder of stories for tests: only what a test is about need be given."""

import datetime as dt

from search import Article, Dateline, Speaker, Statement


def story(headline: str = "", body: str = "", **facts: object) -> Article:
    """An article. ``day`` ("2022-02-14") dates it; ``place``, ``country`` and ``doubtful=True``
    go to its dateline; ``speakers`` are names, each of whom makes one statement."""
    day = dt.date.fromisoformat(str(facts.pop("day"))) if facts.get("day") else None
    facts.pop("day", None)
    names = tuple(facts.pop("speakers", ()))  # type: ignore[call-overload]
    doubtful = bool(facts.pop("doubtful", False))
    place, country = facts.pop("place", None), facts.pop("country", None)
    line = Dateline(
        text="",
        start=0,
        end=0,
        place=place,  # type: ignore[arg-type]
        country=country,  # type: ignore[arg-type]
        date=day,
        is_certain=not doubtful,
        method="received" if doubtful else "printed",
    )
    speakers = tuple(Speaker(start=0, end=0, name=name) for name in names)
    return Article(
        id=str(facts.pop("id", "") or headline or body),
        headline=headline,
        body=body,
        dateline=line if day or place else None,
        speakers=speakers,
        statements=tuple(Statement(start=0, end=0, kind="direct", speaker=s) for s in speakers),
        **facts,  # type: ignore[arg-type]
    )
