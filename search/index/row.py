"""Row: what collecting needs to know of a story or a statement: id, day and facet values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from ..article import Article
from ..query.story import Spoken
from ..schema import FACETS, STATEMENT_FACETS
from ..text import slug


@dataclass(frozen=True, slots=True)
class Value:
    """A facet value of a story: matched by ``key``, a slug; given as ``value``; shown as
    ``label``."""

    key: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """``day`` is None for an undated story; ``values`` has every facet's name; of a statement,
    ``place`` has its number in its story."""

    id: str
    day: date | None
    is_certain: bool
    values: Mapping[str, tuple[Value, ...]]
    place: tuple[int, ...] = ()


def make_row(story: Article) -> Row:
    """The row of a story."""
    when = story.date
    values = {facet.name: make_values(facet.values(story)) for facet in FACETS.values()}
    return Row(story.id, when.value if when else None, bool(when and when.is_certain), values)


def make_statement_row(spoken: Spoken) -> Row:
    """The row of a statement: its story's, but for what is the statement's own."""
    row = make_row(spoken.story.article)
    own = {one.name: make_values(one.values(spoken.said)) for one in STATEMENT_FACETS.values()}
    return replace(row, values={**row.values, **own}, place=(spoken.place,))


def make_values(pairs: Sequence[tuple[str, str]]) -> tuple[Value, ...]:
    """One value a slug; a name without a letter or digit is matched as it stands."""
    values = [_make_value(*pair) for pair in pairs]
    return tuple({value.key: value for value in values}.values())


@lru_cache(maxsize=100_000)
def _make_value(value: str, label: str) -> Value:
    return Value(slug(value) or value, value, label)
