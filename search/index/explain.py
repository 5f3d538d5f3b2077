"""Explanation: why a query finds a story, and how the story's score adds up."""

from dataclasses import dataclass
from typing import Protocol

from ..query.meaning import finds
from ..query.nodes import Node, Query
from ..query.story import Story
from ..query.tree import walk
from .scoring import Contribution, Statistics, contributions


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one node of the query finds the story; ``depth`` is 0 for the whole query."""

    depth: int
    node: Node
    finds: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """``contributions`` add up to ``score``, the score that a search gives the story."""

    score: float
    verdicts: tuple[Verdict, ...]
    contributions: tuple[Contribution, ...]


class Explainer(Protocol):
    """An index that can say why."""

    def explain(self, query: Query, article_id: str) -> Explanation | None:
        """Why the query finds this story or does not; None where there is no such story."""
        ...


def explain_story(node: Node, story: Story, held: Statistics) -> Explanation:
    """The explanation for one story among those held."""
    verdicts = tuple(Verdict(depth, part, finds(part, story)) for depth, part in walk(node))
    added = tuple(contributions(node, story, held)) if verdicts[0].finds else ()
    return Explanation(sum((one.score for one in added), 0.0), verdicts, added)
