"""Names for the stories of a benchmark: made, skewed as names in the news are, always the same."""

import random
from collections.abc import Sequence
from itertools import accumulate

SEED = 1987
_AGENCIES = "Reuters AP AFP TASS Xinhua DPA ANSA EFE Kyodo PTI Interfax ANA Yonhap UPI BTA".split()
_STARTS = "b br c ch d dr f g gr h j k kl l m n p pr r s sh st t tr v w z".split()
_VOWELS = "a e i o u ai ou".split()
_ENDS = "n r l s k m nd rt lk st".split()


class Skewed:
    """Values of which the first is drawn most often, the n-th 1/n as often (Zipf's law)."""

    def __init__(self, values: Sequence[str], exponent: float = 1.0) -> None:
        self.values = values
        ranks = range(1, len(values) + 1)
        self._weights = list(accumulate(1 / rank**exponent for rank in ranks))

    def draw(self, chance: random.Random, count: int) -> list[str]:
        return chance.choices(self.values, cum_weights=self._weights, k=count)


def make_word(chance: random.Random, syllables: int) -> str:
    """A word that can be spoken: "drouket"."""
    parts = [chance.choice(_STARTS) + chance.choice(_VOWELS) for _ in range(syllables)]
    return "".join(parts) + chance.choice(_ENDS)


def make_words(chance: random.Random, count: int, syllables: tuple[int, ...]) -> list[str]:
    """So many different words, each of one of these numbers of syllables."""
    words: dict[str, None] = {}
    while len(words) < count:
        words[make_word(chance, chance.choice(syllables))] = None
    return list(words)


def make_agencies() -> list[str]:
    """50 agencies, the real ones first."""
    chance = random.Random(SEED)
    made = [f"{word.title()} News" for word in make_words(chance, 50 - len(_AGENCIES), (2,))]
    return _AGENCIES + made


def make_places() -> list[str]:
    """2,000 places."""
    return [word.title() for word in make_words(random.Random(SEED + 1), 2_000, (2, 3))]


def make_speakers() -> list[str]:
    """20,000 people: 100 first names, each with 200 family names."""
    chance = random.Random(SEED + 2)
    first, family = make_words(chance, 100, (1,)), make_words(chance, 200, (2, 3))
    people = [f"{one.title()} {other.title()}" for one in first for other in family]
    chance.shuffle(people)
    return people
