"""Small stories of wire copy, made up here, each different: what a desk gets in a minute."""

import datetime as dt
import random
from collections.abc import Iterator
from itertools import count
from pathlib import Path

SEED = 20261124
FIRST_DAY = dt.date(2015, 1, 1)
DAYS = 10 * 365
_FOLDER = 1_000  # stories in one folder
_AGENCIES = (
    "{place}, {month} {day}, {year} (Reuters) - ",
    "{place}, {month} {day} (AFP) - ",
    "{place}, {month} {day} (Xinhua) -- ",
    "{place}, {month} {day}. /TASS/. ",
    "{place} (AP) — ",
)
_PLACES = "OSLO LIMA PARIS NAIROBI ATHENS TOKYO LISBON VIENNA CAIRO DELHI MADRID PRAGUE".split()
_FIRST = "Ana Per Ilse Siv Grigory Amina Jonas Beatriz Tomas Wanda Otto Leila".split()
_LAST = "Reyes Lund Maran Ruud Veltsov Okelo Brandt Olmedo Havel Kowal Stern Aziz".split()
_ROLES = (
    "Finance Minister",
    "Mayor",
    "Harbour Master",
    "Foreign Ministry spokeswoman",
    "Energy Minister",
    "Chief engineer",
)
_THINGS = "dam bridge port railway budget harvest ferry refinery treaty pipeline".split()
_DEEDS = "reopened closed doubled fell rose held stalled passed failed grew".split()
_WHEN = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SAYINGS = (
    "We counted every ton twice, and the {thing} {deed} all the same",
    "Nobody who has seen the {thing} in winter will ask why it {deed}",
    "There is money for the {thing}, and there is none for talk of it",
    "The {thing} {deed} because people worked through the night",
    "I would rather repair the {thing} than explain it",
)
_FILLERS = (
    "The {thing} {deed} by {n} percent in the quarter, the office of statistics reported.",
    "Work on it began {n} months ago and has cost {n} million so far.",
    "Some {n} people had been told to stay at home until the {thing} was looked at.",
    "Shares of the company that owns the {thing} {deed} after the announcement.",
    "A second {thing}, {n} kilometres to the north, was not affected.",
    "According to the plan, the {thing} is to be handed over within {n} weeks.",
)


def write_stories(folder: Path, number: int) -> int:
    """So many stories, a file each, a thousand in a folder; how many bytes they have together."""
    size = 0
    for at, story in zip(range(number), make_stories(), strict=False):
        path = folder / f"{at // _FOLDER:04}" / f"{at:07}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(story.encode())
    return size


def make_stories() -> Iterator[str]:
    """Stories without end, of 90 to 200 words, in which two or three people speak."""
    chance = random.Random(SEED)
    for number in count(1):
        thing, deed = chance.choice(_THINGS), chance.choice(_DEEDS)
        place, day = chance.choice(_PLACES), FIRST_DAY + dt.timedelta(chance.randrange(DAYS))
        opening = chance.choice(_AGENCIES).format(
            place=place, month=f"{day:%B}", day=day.day, year=day.year
        )
        weekday = _WHEN[day.weekday()]
        lede = f"The {thing} near {place.title()} {deed} on {weekday}, officials said."
        parts = [f"{place.title()} {thing} {deed}, report {number} says", opening + lede]
        parts += [part for _ in range(chance.randint(2, 3)) for part in _spoken(chance, thing)]
        yield "\n\n".join(parts) + "\n"


def _spoken(chance: random.Random, thing: str) -> list[str]:
    """Two paragraphs: somebody speaks, and how things stand."""
    first, last = chance.choice(_FIRST), chance.choice(_LAST)
    filled = {"thing": thing, "deed": chance.choice(_DEEDS), "n": chance.randint(2, 900)}
    said = chance.choice(_SAYINGS).format(**filled)
    told = [chance.choice(_FILLERS).format(**filled) for _ in range(2)]
    return [
        f"“{said},” {chance.choice(_ROLES)} {first} {last} said on {chance.choice(_WHEN)}.",
        f"{told[0]} {last} added that the {thing} would be watched. {told[1]}",
    ]
