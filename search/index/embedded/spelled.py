"""Nodes that only the story itself can answer: proximity and exact forms in name fields, and
places in several kinds of field at once. Posting lists give every story that could be found, and
each of these is read by its meaning."""

from typing import TYPE_CHECKING

import numpy as np

from ...query.meaning import finds
from ...query.nodes import (
    And,
    AtLeast,
    Everything,
    Exact,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Said,
    Same,
    Word,
)
from ...query.story import LEAD, Story
from ...query.tree import find_fields
from ...text import word_form
from ..scoring import score_of
from .hits import Hits
from .runs import Ints

if TYPE_CHECKING:
    from .execute import Finder


def find_spelled(finder: "Finder", node: Node, within: Ints | None) -> Hits:
    """The stories that the node finds, each read."""
    leaf = finder.leaf
    docs = finder.unscored().find(_words(node), within).docs
    found: list[tuple[int, float]] = []
    for doc in np.setdiff1d(docs, leaf.dead, assume_unique=True).tolist():
        story = Story(leaf.segment.article(doc))
        if finds(node, story):
            found.append((doc, score_of(node, story, finder.search.view)))
    numbers = np.array([doc for doc, _ in found], np.int32)
    return Hits(numbers, np.array([score for _, score in found], np.float64))


def _words(node: Node) -> Node:
    """A query of words in fields that finds all that the node finds."""
    match node:
        case Near() | Same() | AtLeast() | Or() if len(find_fields(node)) > 1:
            return Everything()
        case Near(first, second) | Same(first, second):
            return And((_words(first), _words(second)))
        case And(parts) | Or(parts):
            return type(node)(tuple(map(_words, parts)))
        case AtLeast(part) | Said(part):
            return _words(part)
        case Exact(form) if node.field != LEAD:
            return Word(word_form(form), node.field)
        case Phrase(forms) if node.field != LEAD:
            folded = (word_form(form) if node.is_exact else form for form in forms)
            words = tuple(Word(form, node.field) for form in dict.fromkeys(folded))
            return And(words) if len(words) > 1 else words[0]
        case Not() | Exact() | Phrase():
            return Everything()
    return node if getattr(node, "field", None) != LEAD else Everything()
