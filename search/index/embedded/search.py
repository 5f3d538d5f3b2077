"""Search: what all segments of one search share."""

import time

from ...query.nodes import Fuzzy, Node, Prefix
from ...schema import TEXT_FIELDS
from ..scoring import Term
from .expansions import Expansion, Lexicon
from .group import Ints
from .hits import OutOfTime
from .scratch import Arena
from .sought import Sought, sought_of
from .view import View
from .weights import Weights


class Search:
    """The view, its words, their weights, memory, and when time is up, on time.perf_counter's
    clock."""

    def __init__(self, view: View, deadline: float, arena: Arena) -> None:
        self.view = view
        self.arena = arena
        self.lexicon = Lexicon(view)
        self.weights = Weights(view)
        self.deadline = deadline
        self._expansions: dict[Node, tuple[Expansion, Ints]] = {}

    def check_time(self) -> None:
        """OutOfTime where there is none left."""
        if time.perf_counter() > self.deadline:
            raise OutOfTime

    def expansion(self, node: Prefix | Fuzzy) -> tuple[Expansion, Ints]:
        """The words that a node stands for, and (words, zones) of their weights."""
        if node not in self._expansions:
            found = self.lexicon.expansion(node)
            weights = self.weights.of_stories(found.stories(self.view.leaves))
            self._expansions[node] = found, weights
        return self._expansions[node]

    def words(self, node: Prefix | Fuzzy) -> list[Sought]:
        """The words that a node of the text fields stands for, one by one."""
        forms = self.expansion(node)[0].forms
        return [sought_of(Term("form", form), TEXT_FIELDS[0]) for form in forms]
