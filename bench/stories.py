"""The stories that every engine is given: the same ones, in the same order, one at a time.

Their words are those of the Reuters stories of 1987, used over and over, each copy in an order of
its own; where those are absent, or "made" is asked for, words drawn by Zipf's law. Agency, place,
date and speakers are drawn with a seed from skewed distributions in every story anew.
"""

import datetime as dt
import random
from collections.abc import Iterator
from itertools import count, islice

from bench.corpus import Wire, has_reuters, read_reuters
from bench.names import SEED, Skewed, make_agencies, make_places, make_speakers, make_words
from search import Article, Dateline, Speaker

FIRST_DAY = dt.date(1987, 1, 1)
DAYS = 30 * 365
_SPEAKERS = (0, 0, 1, 1, 1, 2, 2, 3)  # how many speak in a story
_WITH_STANDFIRST = 0.1  # of all stories


def read_stories(number: int, corpus: str) -> Iterator[Article]:
    """So many stories of a corpus, "reuters" or "made"."""
    return islice(_read_all(corpus), number)


def describe(corpus: str) -> str:
    """What the stories are, in a sentence."""
    drawn = "agency, place, date and speakers drawn anew in each"
    if corpus == "made":
        return f"words drawn by Zipf's law; {drawn} (seed {SEED})"
    return f"the Reuters stories of 1987, used over and over; {drawn} (seed {SEED})"


def choose_corpus(asked: str | None) -> str:
    """What was asked for, else Reuters where it is here."""
    return asked or ("reuters" if has_reuters() else "made")


def _read_all(corpus: str) -> Iterator[Article]:
    cast = _Cast()
    texts = _read_made() if corpus == "made" else _read_copies()
    for story in texts:
        yield cast.dress(story)


def _read_copies() -> Iterator[Wire]:
    """The Reuters stories without end, their own datelines taken off."""
    chance = random.Random(SEED + 3)
    stories = [Wire(one.id, one.headline, _undated(one.body)) for one in read_reuters()]
    for copy in count():
        for one in stories:
            yield Wire(f"{one.id}-{copy}", one.headline, one.body)
        chance.shuffle(stories)


def _undated(body: str) -> str:
    """The text behind "SALVADOR, Feb 26 - ", its paragraphs parted by blank lines."""
    opening, dash, rest = body.partition(" - ")
    text = rest if dash and len(opening) < 60 else body
    return text.removesuffix("\n Reuter").replace("\n    ", "\n\n")


def _read_made() -> Iterator[Wire]:
    """Stories of drawn words without end: 100 words in the median, 150 in the mean."""
    chance = random.Random(SEED + 4)
    words = Skewed(make_words(chance, 300_000, (1, 2, 2, 3, 3, 4)), 1.05)
    for number in count():
        length = min(int(chance.lognormvariate(4.6, 0.9)) + 20, 2_000)
        drawn = words.draw(chance, length + 8)
        yield Wire(f"made-{number}", " ".join(drawn[:8]).title(), _write(drawn[8:]))


def _write(words: list[str]) -> str:
    """Sentences of twelve words, paragraphs of three sentences."""
    sentences = [" ".join(words[at : at + 12]).capitalize() for at in range(0, len(words), 12)]
    paragraphs = [". ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    return ".\n\n".join(paragraphs) + "."


class _Cast:
    """Who writes, where, when, and who speaks: drawn for one story after another."""

    def __init__(self) -> None:
        self._chance = random.Random(SEED + 5)
        self._agencies = Skewed(make_agencies())
        self._places = Skewed(make_places())
        self._speakers = Skewed(make_speakers())

    def dress(self, story: Wire) -> Article:
        """The story with a dateline, an agency and speakers, all of them also in its text."""
        chance = self._chance
        agency = self._agencies.draw(chance, 1)[0]
        place = self._places.draw(chance, 1)[0]
        day = FIRST_DAY + dt.timedelta(days=chance.randrange(DAYS))
        line = f"{place.upper()}, {day:%B} {day.day}, {day.year} ({agency}) -"
        names = dict.fromkeys(self._speakers.draw(chance, chance.choice(_SPEAKERS)))
        text = f"{line} {story.body}"
        body, speakers = _add_speakers(text, list(names)) if names else (text, ())
        return Article(
            id=story.id,
            headline=story.headline,
            standfirst=self._standfirst(story.body),
            dateline=_make_dateline(line, place, day),
            agency=agency,
            body=body,
            speakers=speakers,
        )

    def _standfirst(self, text: str) -> str | None:
        """The first sentence of some stories."""
        if self._chance.random() >= _WITH_STANDFIRST:
            return None
        return text[:300].partition(". ")[0].partition("\n\n")[0]


def _make_dateline(line: str, place: str, day: dt.date) -> Dateline:
    return Dateline(
        text=line, start=0, end=len(line), place=place, date=day, is_certain=True, method="printed"
    )


def _add_speakers(text: str, names: list[str]) -> tuple[str, tuple[Speaker, ...]]:
    """The text with a last paragraph that names who spoke, and where each name stands."""
    at = len(text) + 2
    speakers = []
    for name in names:
        speakers.append(Speaker(start=at, end=at + len(name), name=name))
        at += len(name) + 2
    return f"{text}\n\n{', '.join(names)} spoke.", tuple(speakers)
