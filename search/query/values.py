"""Values: what a request filters by, as an index has it.

A speaker is found by any spelling that the rule joins, and a value that nothing has is told of, so
that "nothing found" is not taken for an answer.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from ..schema import NONE
from ..spelling import read_spelling
from ..text import slug
from .nodes import Everything, Query
from .request import Filter, Results, SearchRequest

Search = Callable[[SearchRequest], Results]
_EVERYTHING = Query(Everything())
_ONE = {"stories": "story", "statements": "statement"}
_HINTS = {
    "country": "; countries are ISO codes, as FR",
    "kind": "; a statement is direct, mixed or indirect",
}


def settle(request: SearchRequest, search: Search) -> SearchRequest:
    """The request with each value as the index has it, and a note of each that it has in another
    spelling, or not at all; ``search`` is the index's."""
    filters, notes = [], list(request.query.notes)
    for one in request.filters:
        held = {value: _find(request, search, one.facet, value) for value in _values(one)}
        notes += [_note(request, one.facet, *pair) for pair in held.items() if pair[0] != pair[1]]
        wanted, unwanted = (
            tuple(held.get(value) or value for value in some) for some in (one.wanted, one.unwanted)
        )
        filters.append(Filter(one.facet, wanted, unwanted))
    query = replace(request.query, notes=tuple(notes))
    return replace(request, query=query, filters=tuple(filters))


def _values(asked: Filter) -> Iterator[str]:
    return (value for value in (*asked.wanted, *asked.unwanted) if slug(value) != NONE)


def _find(request: SearchRequest, search: Search, facet: str, value: str) -> str | None:
    """The value as the index has it; None where nothing in the index does."""
    spellings = [value]
    if facet == "speaker":
        spellings.append(slug(read_spelling(slug(value).replace("-", " "))))
    for one in spellings:
        chosen = (Filter(facet, (one,)),)
        found = search(SearchRequest(query=_EVERYTHING, of=request.of, filters=chosen, limit=0))
        if found.total or found.timed_out:
            return one
    return None


def _note(request: SearchRequest, facet: str, value: str, held: str | None) -> str:
    if held:
        return f"speaker “{value}” read as “{held}”, the spelling that is filed"
    return f"no {_ONE[request.of]} here has the {facet} “{value}”{_HINTS.get(facet, '')}"
