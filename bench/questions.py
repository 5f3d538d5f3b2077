"""What is asked of every engine: queries drawn from the stories' own words, with a seed.

A word is rare in fewer than 0.1 % of the stories, middling in 1 to 5 %, common in more than 10 %.
Words of an AND, a phrase or a NEAR stand so in a story. Engines stem differently, so that words are
chosen that each of them finds in nearly the same stories: all do the same work.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import Stemmer

from bench.question import DISTANCE, KINDS, Question
from search.text import stem

PREFIX = 4  # letters
SEED = 2022
_WORD = re.compile(r"[a-z]+")
_SAMPLE = 10_000  # stories whose words are counted
_PAIRS = 200
_OF_FAMILY = 0.8
_ENGLISH = Stemmer.Stemmer("english").stemWord  # tantivy, Xapian, bm25s
_PORTER = Stemmer.Stemmer("porter").stemWord  # Whoosh, SQLite


@dataclass(frozen=True, slots=True)
class Sampled:
    """What a question is drawn from: a story's running words, its facets and its day."""

    words: tuple[str, ...]
    facets: dict[str, str]
    day: date


@dataclass(frozen=True, slots=True)
class Bands:
    """The stories' words by how many stories have them, the commonest neighbours among middling
    and common words, and the stories sampled."""

    rare: list[str]
    middling: list[str]
    common: list[str]
    pairs: list[tuple[str, ...]]
    stories: Sequence[Sampled]


Drawing = Callable[[Bands, random.Random], Question | None]


def draw_questions(stories: Sequence[Sampled], each: int) -> list[Question]:
    """So many different questions of every kind."""
    bands = find_bands(stories)
    chance = random.Random(SEED)
    return [
        question for kind in KINDS for question in _draw_some(_DRAWINGS[kind], bands, chance, each)
    ]


def find_bands(stories: Sequence[Sampled]) -> Bands:
    """The words of the first stories, counted."""
    sampled = stories[:_SAMPLE]
    counts = _count_words(sampled)
    few = max(0.001, 3 / len(sampled))
    shares = {word: counts[word] / len(sampled) for word in sorted(counts)}
    middling = [word for word, share in shares.items() if 0.01 <= share <= 0.05]
    common = [word for word, share in shares.items() if 0.1 < share < 0.6]
    rare = [word for word, share in shares.items() if counts[word] > 1 and share < few]
    return Bands(rare, middling, common, _find_pairs(sampled, {*middling, *common}), sampled)


def _count_words(stories: Sequence[Sampled]) -> dict[str, int]:
    """How many stories have each word, of words that mean the same stories to all engines: those
    that stand for nearly all of what their stems (the peers') and their dictionary form (ours)
    find."""
    counts: Counter[str] = Counter()
    for story in stories:
        counts.update({word for word in story.words if len(word) > 3})
    families = [_count_families(stories, form) for form in (_ENGLISH, _PORTER, stem)]
    return {
        word: count
        for word, count in counts.items()
        if all(count >= _OF_FAMILY * family[word] for family in families)
        and _ENGLISH(word).startswith(word[:PREFIX])
    }


def _count_families(
    stories: Sequence[Sampled], find_stem: Callable[[str], str]
) -> Mapping[str, int]:
    """How many stories have any word of each word's family."""
    stems = {word: find_stem(word) for story in stories for word in story.words}
    counts: Counter[str] = Counter()
    for story in stories:
        counts.update({stems[word] for word in story.words})
    return {word: counts[found] for word, found in stems.items()}


def _find_pairs(stories: Sequence[Sampled], known: set[str]) -> list[tuple[str, ...]]:
    """The neighbours that stand in most stories."""
    counts: Counter[tuple[str, ...]] = Counter()
    for story in stories:
        pairs = set(zip(story.words, story.words[1:], strict=False))
        counts.update(pair for pair in pairs if known.issuperset(pair))
    return [
        pair for pair, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_PAIRS]
    ]


def find_running_words(texts: Iterable[str | None]) -> tuple[str, ...]:
    """The lower-cased words of some texts, in order; only unaccented letters."""
    return tuple(word for text in texts if text for word in _WORD.findall(text.lower()))


def _draw_some(draw: Drawing, bands: Bands, chance: random.Random, each: int) -> list[Question]:
    found: dict[Question, None] = {}
    while len(found) < each:
        question = draw(bands, chance)
        if question:
            found[question] = None
    return list(found)


def _rare(bands: Bands, chance: random.Random) -> Question:
    return Question("rare word", (chance.choice(bands.rare),))


def _common(bands: Bands, chance: random.Random) -> Question:
    return Question("common word", (chance.choice(bands.common),))


def _any(bands: Bands, chance: random.Random) -> Question:
    """Two to four words, one of them common."""
    words = chance.sample(bands.middling, chance.randint(1, 3))
    return Question("OR", (chance.choice(bands.common), *words))


def _all(bands: Bands, chance: random.Random) -> Question | None:
    """Two or three words of one story, one of them middling and one common."""
    words = set(chance.choice(bands.stories).words)
    middling = sorted(words.intersection(bands.middling))
    common = sorted(words.intersection(bands.common))
    wanted = chance.randint(1, 2)
    if not middling or len(common) < wanted:
        return None
    return Question("AND", (chance.choice(middling), *chance.sample(common, wanted)))


def _phrase(bands: Bands, chance: random.Random) -> Question | None:
    """Neighbours that are often so, or two or three in a story, none of them rare."""
    if chance.random() < 0.5:
        return Question("phrase", chance.choice(bands.pairs))
    words = chance.choice(bands.stories).words
    length = chance.choice((2, 2, 3))
    start = chance.randrange(max(1, len(words) - length))
    chosen = words[start : start + length]
    known = {*bands.middling, *bands.common}
    return (
        Question("phrase", chosen) if len(chosen) == length and known.issuperset(chosen) else None
    )


def _not(bands: Bands, chance: random.Random) -> Question:
    wanted = chance.choice(bands.middling + bands.common)
    return Question("NOT", (wanted, chance.choice(bands.common)))


def _prefix(bands: Bands, chance: random.Random) -> Question | None:
    prefix = chance.choice(bands.middling)[:PREFIX]
    return Question("prefix", (prefix,)) if _PORTER(prefix) == prefix else None


def _near(bands: Bands, chance: random.Random) -> Question | None:
    """Two words of a story, two to five apart, one of them middling."""
    words = chance.choice(bands.stories).words
    start = chance.randrange(max(1, len(words) - DISTANCE))
    pair = words[start], words[min(start + chance.randint(2, DISTANCE), len(words) - 1)]
    known = {*bands.middling, *bands.common}
    is_good = pair[0] != pair[1] and known.issuperset(pair) and not set(bands.common) >= set(pair)
    return Question("NEAR", pair) if is_good else None


def _filters(bands: Bands, chance: random.Random) -> Question:
    """A value, a span of days, or a value within a span of days, of a story that there is."""
    story = chance.choice(bands.stories)
    facet = chance.choice((None, *sorted(story.facets) * 2))
    value = story.facets[facet] if facet else None
    if facet and chance.random() < 0.5:
        return Question("filters", (), facet, value)
    days = chance.choice((30, 365, 3_650))
    return Question("filters", (), facet, value, story.day, story.day + timedelta(days=days))


_DRAWINGS: dict[str, Drawing] = {
    "rare word": _rare,
    "common word": _common,
    "OR": _any,
    "AND": _all,
    "phrase": _phrase,
    "NOT": _not,
    "prefix": _prefix,
    "NEAR": _near,
    "filters": _filters,
}
