"""Contributions: what each word of a query adds to a story's score, to the last term.

A story's score is the sum of its contributions, in the order of the query. Words under NOT,
dates and words of name fields add nothing; a proximity, a phrase or a statement adds what its
words add in the fields where it stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from ..query.meaning import finds, said_zones, zones_of
from ..query.nodes import (
    And,
    AtLeast,
    DateRange,
    Everything,
    Exact,
    Leaf,
    Node,
    Not,
    Or,
    Phrase,
    Said,
    Word,
)
from ..query.spans import find_spans
from ..query.story import Story, Text, Zone, length, whole
from ..query.tree import find_leaves
from ..schema import Field
from ..text import is_printed_as
from .ranking import rarity, score


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to count: a stem ("term"), a folded word ("form"), or a word as printed."""

    kind: Literal["term", "form", "printed"]
    text: str

    def count(self, text: Text, start: int = 0, end: int | None = None) -> int:
        """How often it stands in the text, or among the words from ``start`` up to ``end``."""
        match self.kind:
            case "term":
                return text.terms[start:end].count(self.text)
            case "form":
                return text.forms[start:end].count(self.text)
            case "printed":
                return sum(is_printed_as(word, self.text) for word in text.printed[start:end])


@dataclass(frozen=True, slots=True)
class Contribution:
    """One word of one field: how often the story has it, among how many words, and how many
    stories have it; ``score`` is what that adds."""

    field: str
    term: Term
    mentions: int
    length: int
    containing: int
    score: float


class Statistics(Protocol):
    """What scoring must know of all stories held."""

    @property
    def stories(self) -> int:
        """How many there are."""
        ...

    def average_length(self, field: Field) -> float:
        """Words a story in this field, stories without it included."""
        ...

    def containing(self, term: Term, field: Field) -> int:
        """How many stories have the term in this field."""
        ...


def contributions(node: Node, story: Story, held: Statistics) -> Iterator[Contribution]:
    """Everything that adds to the score of a story that the node finds, in the query's order."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                if finds(part, story):
                    yield from contributions(part, story, held)
        case Everything() | DateRange() | Not():
            return
        case Said(part):
            yield from _of_zones(part, said_zones(node, story), story, held)
        case AtLeast(part):
            yield from _of_zones(part, zones_of(part, story), story, held)
        case _:
            looked = [zone for zone in zones_of(node, story) if find_spans(node, zone)]
            yield from _of_zones(node, looked, story, held)


def score_of(node: Node, story: Story, held: Statistics) -> float:
    """The score of a story that the node finds."""
    return sum((one.score for one in contributions(node, story, held)), 0.0)


def _of_zones(
    node: Node, zones: list[Zone], story: Story, held: Statistics
) -> Iterator[Contribution]:
    """The words of the leaves that stand in these zones; each leaf once a field."""
    fields = dict.fromkeys(zone.text.field for zone in zones if zone.text.field.is_text)
    for field in fields:
        inside = [zone for zone in zones if zone.text.field == field]
        for leaf in find_leaves(node):
            if any(find_spans(leaf, zone) for zone in inside):
                yield from _of_leaf(leaf, field, story, held)


def _of_leaf(leaf: Leaf, field: Field, story: Story, held: Statistics) -> Iterator[Contribution]:
    texts = story.texts(field.name)
    words = length(texts)
    for term in terms_of(leaf, field, [whole(text) for text in texts]):
        mentions = sum(term.count(text) for text in texts)
        containing = held.containing(term, field)
        rare = rarity(held.stories, containing)
        added = field.boost * score(rare, mentions, words, held.average_length(field))
        yield Contribution(field.name, term, mentions, words, containing, added)


def terms_of(leaf: Leaf, field: Field, zones: list[Zone]) -> list[Term]:
    """The terms of a leaf: of a phrase its words, of a prefix or a fuzzy word those that the
    zones have, in order."""
    match leaf:
        case Word(form):
            return [Term("term", field.term(form))]
        case Phrase(forms, _, False):
            return [Term("term", field.term(form)) for form in forms]
        case Exact(form):
            return [Term("printed", form)]
        case Phrase(forms, _, True):
            return [Term("printed", form) for form in forms]
    found = {zone.text.forms[at] for zone in zones for at, _ in find_spans(leaf, zone)}
    return [Term("form", form) for form in sorted(found)]
