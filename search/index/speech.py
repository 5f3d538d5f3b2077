"""statement_score: how well a query fits one statement, where statements are what is found.

Each word that stands in the statement adds what BM25 gives it,

    rarity(word) * tf * (K1 + 1) / (tf + K1 * (1 - B + B * length / average))

with ``tf`` how often the statement has the word, ``length`` the statement's words, ``average`` the
words a statement has in the mean over all that are held. The rarity is that of ``ranking``: of all
stories held, how many have the word in their body. So a word weighs the same in every statement,
and the shorter of two that have it as often comes first. What is asked of the speaker or of the
story, dates and what stands under NOT add nothing.
"""

from collections.abc import Iterator
from typing import Protocol

from ..query.meaning import says
from ..query.nodes import And, Leaf, Node, Not, Or, Said
from ..query.spans import find_spans
from ..query.story import Spoken, Zone
from ..query.tree import find_fields, find_leaves
from ..schema import FIELDS
from .ranking import rarity, score
from .scoring import Statistics, terms_of

_BODY = FIELDS["body"]


class SpeechStatistics(Statistics, Protocol):
    """What scoring must know of all statements held, beside what it must of the stories."""

    @property
    def statement_length(self) -> float:
        """Words a statement has in the mean."""
        ...


def statement_score(node: Node, spoken: Spoken, held: SpeechStatistics) -> float:
    """The score of a statement that the node finds."""
    return sum((_score(leaf, spoken.zone, held) for leaf in _standing(node, spoken)), 0.0)


def words_in(zone: Zone) -> int:
    """How many words are looked at; none where it ends before it starts."""
    return sum(max(end - start, 0) for start, end in zone.parts)


def _standing(node: Node, spoken: Spoken) -> Iterator[Leaf]:
    """The leaves of the query that stand in the statement, where their part of it finds it."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                if says(part, spoken):
                    yield from _standing(part, spoken)
        case Said(part):
            yield from _standing(part, spoken)
        case Not():
            return
        case _ if find_fields(node) == {None}:
            yield from (leaf for leaf in find_leaves(node) if find_spans(leaf, spoken.zone))


def _score(leaf: Leaf, zone: Zone, held: SpeechStatistics) -> float:
    total = 0.0
    for term in terms_of(leaf, _BODY, [zone]):
        mentions = sum(term.count(zone.text, start, end) for start, end in zone.parts)
        rare = rarity(held.stories, held.containing(term, _BODY))
        total += score(rare, mentions, words_in(zone), held.statement_length)
    return total
