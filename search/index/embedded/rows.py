"""Rows: what counting and ordering ask of a segment, be its rows stories or statements."""

from typing import TYPE_CHECKING, Any, Protocol

from .runs import Ints

if TYPE_CHECKING:
    from .facet_column import FacetColumn
    from .facet_table import FacetTable
    from .values import Numbered


class Rows(Protocol):
    """A row for each thing that can be found, by number."""

    @property
    def days(self) -> Ints:
        """The day of each as an ordinal, 0 where undated."""

    @property
    def certain(self) -> Ints:
        """1 for each whose day is proved."""

    @property
    def rank(self) -> Ints:
        """The place of each by day, newest first, then by ``tie``."""

    @property
    def by_rank(self) -> Ints:
        """All in order of rank."""

    @property
    def numbered(self) -> "dict[str, Numbered]":
        """By facet, the numbers that ``values`` has given to its values."""

    def tie(self, number: int) -> tuple[Any, ...]:
        """What decides between those of one score and day; a story's id is its first."""

    def ties(self, numbers: Ints) -> list[tuple[Any, ...]]:
        """The same for a few of them."""

    def headlines_of(self, numbers: Ints) -> list[str]:
        """The headlines of their stories."""

    def facet(self, name: str) -> "FacetColumn":
        """The values of a facet."""

    @property
    def facets(self) -> "FacetTable":
        """All of them, row by row."""


class RowLeaf(Protocol):
    """The rows of one segment of a commit; ``size`` counts the dead too."""

    @property
    def segment(self) -> Rows: ...

    @property
    def base(self) -> int:
        """The number of the first in the whole index."""

    @property
    def size(self) -> int: ...
