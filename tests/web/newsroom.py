"""Stories invented for the tests of the pages: nobody in them lives, nothing in them happened."""

import datetime as dt

from search.article import Article, Dateline, Heading, Speaker, Statement

_DAM_BODY = """VELMORA, March 3. /OWA/. The Kessar dam will hold through the spring flood, \
Water Minister Ilsa Brandt said at a meeting with engineers on Thursday.

"The gates were tested twice and they opened twice," Brandt said. "Nobody downstream has to \
leave home," she added.

The river may still rise by two metres, according to the regional weather service.

Why the town worries

In 1987 the old dam gave way within an hour. Mayor Tomas Orel said the town "has a long memory" \
and asked for sirens in every street.

"We were told the same then," a voice shouted from the back of the hall."""


def _speaker(body: str, mention: str, name: str, role: str | None = None) -> Speaker:
    start = body.index(mention)
    return Speaker(start=start, end=start + len(mention), name=name, role=role)


def _said(body: str, text: str, kind: str, speaker: Speaker | None) -> Statement:
    start = body.index(text)
    return Statement(start=start, end=start + len(text), kind=kind, cue="said", speaker=speaker)  # type: ignore[arg-type]


_BRANDT = _speaker(_DAM_BODY, "Water Minister Ilsa Brandt", "Ilsa Brandt", "Water Minister")
_OREL = _speaker(_DAM_BODY, "Mayor Tomas Orel", "Tomas Orel", "Mayor")
_SERVICE = _speaker(_DAM_BODY, "the regional weather service", "the regional weather service")

DAM = Article(
    id="https://owa.example/2022/dam?id=7",
    headline="Kessar dam will hold through spring flood — minister",
    kicker="Top news",
    standfirst="Engineers tested the gates twice; the town below asks for sirens",
    byline="By Ana Petrel",
    authors=("Ana Petrel",),
    agency="OWA",
    dateline=Dateline(
        text="VELMORA, March 3. /OWA/.",
        start=0,
        end=24,
        place="Velmora",
        country="XA",
        date=dt.date(2022, 3, 3),
        is_certain=True,
        method="weekday",
    ),
    published=dt.datetime(2022, 3, 3, 14, 5, tzinfo=dt.UTC),
    section="World",
    keywords=("floods", "dams"),
    language="en",
    url="https://owa.example/2022/dam?id=7",
    source="/home/ana/wire/dam.html",
    body=_DAM_BODY,
    headings=(Heading(offset=_DAM_BODY.index("Why the town"), text="Why the town worries"),),
    statements=(
        _said(_DAM_BODY, "The Kessar dam will hold through the spring flood", "indirect", _BRANDT),
        _said(_DAM_BODY, '"The gates were tested twice and they opened twice,"', "direct", _BRANDT),
        _said(_DAM_BODY, '"Nobody downstream has to leave home,"', "direct", _BRANDT),
        _said(_DAM_BODY, "The river may still rise by two metres", "indirect", _SERVICE),
        _said(_DAM_BODY, 'the town "has a long memory"', "mixed", _OREL),
        _said(_DAM_BODY, '"We were told the same then,"', "direct", None),
    ),
    speakers=(_BRANDT, _SERVICE, _OREL),
    notes=("one statement was left without a speaker",),
)

GUESSED = Article(
    id="guessed",
    headline="Ferry strike enters third day in Port Salo",
    agency="Norvik",
    dateline=Dateline(
        text="PORT SALO, Aug. 9 (Norvik) -",
        start=0,
        end=28,
        place="Port Salo",
        date=dt.date(2021, 8, 9),
        is_certain=False,
        method="received",
        alternatives=(dt.date(2020, 8, 9),),
    ),
    body="PORT SALO, Aug. 9 (Norvik) - Ferries stayed at the quay for a third day on Monday.",
)

UNDATED = Article(
    id="undated",
    headline="Lighthouse keeper retires after flood of letters",
    body="Nobody knows when this was printed.",
)

# enough of the same to fill pages: bulletin 1 is the oldest
BULLETINS = tuple(
    Article(
        id=f"bulletin-{number}",
        headline=f"Harvest bulletin {number}",
        agency="OWA" if number % 2 else "Norvik",
        dateline=Dateline(
            text="LISBANA,",
            start=0,
            end=8,
            place="Lisbana",
            date=dt.date(2019, 1, 1) + dt.timedelta(days=number),
            is_certain=True,
            method="printed",
        ),
        body="LISBANA, the harvest of barley goes on.",
    )
    for number in range(1, 46)
)

STORIES = (DAM, GUESSED, UNDATED, *BULLETINS)
