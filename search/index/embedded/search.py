"""Search: what all segments of one search share."""

import time

from ...query.nodes import Fuzzy, Node, Prefix
from ...schema import TEXT_FIELDS
from ..scoring import Term
from .expansions import Expansion, Lexicon
from .hits import OutOfTime
from .scratch import Arena
from .sought import Sought, sought_of
from .view import View


class Search:
    """The view, its words, their weights, memory, and when time is up, on time.perf_counter's
    clock."""

    def __init__(self, view: View, deadline: float, arena: Arena) -> None:
        self.view = view
        self.arena = arena
        self.lexicon = Lexicon(view)
        self.weights = view.weights
        self.deadline = deadline
        self._expansions: dict[Node, Expansion] = {}

    def check_time(self) -> None:
        """OutOfTime where there is none left."""
        if time.perf_counter() > self.deadline:
            raise OutOfTime

    def expansion(self, node: Prefix | Fuzzy) -> Expansion:
        """The words that a node stands for."""
        if node not in self._expansions:
            self._expansions[node] = Expansion(self, node)
        return self._expansions[node]

    def words(self, node: Prefix | Fuzzy) -> list[Sought]:
        """The words that a node of the text fields stands for, one by one."""
        words = self.expansion(node).words
        return [sought_of(Term("form", word), TEXT_FIELDS[0]) for word in words]
