"""The parameters of a search, the same on the page, in the API and on the command line.

``read_parameters`` makes a request of them and ``write_parameters`` writes a request back.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
)

from ..errors import RequestError
from ..schema import FACETS_OF, LONGEST
from .days import read_days
from .parse import parse_query
from .request import Filter, Interval, SearchRequest, Sort, Sought

MOST_PAGED = 10_000  # stories that pages reach; a cursor goes on
_FACETS = FACETS_OF["statements"]  # every one; an index refuses those that stories do not have
_MOST_VALUES = 50
_LONGEST_CURSOR = 20_000  # it names a story, by an id that may be a long address

_DAY_FORMS = "a day of the calendar, as 2022, 2022-02, 2022-02-14 or now-7d"
ALLOWED = {
    "q": "a query",
    "from": _DAY_FORMS,
    "to": _DAY_FORMS,
    "certain": "yes or no",
    "sort": "relevance, newest or oldest",
    "facets": f"any of {', '.join(_FACETS)}, with commas between",
    "facet_size": "a whole number from 1 to 100",
    "interval": "day, week, month or year",
    "snippets": "a whole number from 0 to 5",
    "limit": "a whole number from 1 to 100",
    "page": f"a whole number from 1 to {MOST_PAGED}",
    "cursor": "the cursor of an earlier answer, as it was given",
} | dict.fromkeys(_FACETS, f"at most {_MOST_VALUES} values of {LONGEST} characters")
_REPEATABLE = {*_FACETS, "facets"}
# a field of SearchRequest and the parameter that sets it, in the order they are written
_WRITTEN = {
    "since": "from",
    "until": "to",
    "certain": "certain",
    "sort": "sort",
    "facets": "facets",
    "facet_size": "facet_size",
    "interval": "interval",
    "snippets": "snippets",
    "limit": "limit",
    "page": "page",
    "cursor": "cursor",
}


def _digits(value: object) -> object:
    """Only plain digits make a number: int() would also take "1_0", "+1" and "١"."""
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,6}", value):
        raise ValueError("not a whole number")
    return value


def _first_day(value: str, info: ValidationInfo) -> date:
    return _days(value, info)[0]


def _last_day(value: str, info: ValidationInfo) -> date:
    return _days(value, info)[1]


def _days(value: str, info: ValidationInfo) -> tuple[date, date]:
    today: date = (info.context or {})["today"]
    return read_days(value, today)


def _known_facets(names: tuple[str, ...]) -> tuple[str, ...]:
    split = [part.strip() for name in names for part in name.split(",")]
    wanted = tuple(dict.fromkeys(part for part in split if part))
    if not set(_FACETS) >= set(wanted):
        raise ValueError("not a facet")
    return wanted


_Values = Annotated[
    tuple[Annotated[str, Field(max_length=LONGEST)], ...], Field(max_length=_MOST_VALUES)
]
_Number = BeforeValidator(_digits)


class Parameters(BaseModel):
    """What may be asked, by name; ``from`` and ``to`` take in their whole day, month or year."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    q: str = ""
    speaker: _Values = ()
    agency: _Values = ()
    place: _Values = ()
    country: _Values = ()
    section: _Values = ()
    language: _Values = ()
    year: _Values = ()
    kind: _Values = ()
    since: Annotated[date | None, BeforeValidator(_first_day)] = Field(None, alias="from")
    until: Annotated[date | None, BeforeValidator(_last_day)] = Field(None, alias="to")
    certain: bool = False
    sort: Sort = "relevance"
    facets: Annotated[_Values, AfterValidator(_known_facets)] = ()
    facet_size: Annotated[int, _Number, Field(ge=1, le=100)] = 10
    interval: Interval | None = None
    snippets: Annotated[int, _Number, Field(ge=0, le=5)] = 0
    limit: Annotated[int, _Number, Field(ge=1, le=100)] = 20
    page: Annotated[int, _Number, Field(ge=1, le=MOST_PAGED)] = 1
    cursor: Annotated[str, Field(max_length=_LONGEST_CURSOR)] | None = None


def read_parameters(
    pairs: Iterable[tuple[str, str]], today: date | None = None, of: Sought = "stories"
) -> SearchRequest:
    """The request that these names and values make; an empty value counts as not given. What it
    is ``of`` is no parameter: the address says so, or the command.

    RequestError names the first parameter that cannot be used, QueryError the place in ``q``.
    """
    given = _collect(pairs)
    day = today or datetime.now(UTC).date()
    try:
        asked = Parameters.model_validate(given, context={"today": day})
    except ValidationError as error:
        raise _refusal(given, str(error.errors()[0]["loc"][0])) from error
    _check_together(asked)
    return replace(_request(asked), of=of)


def write_parameters(
    request: SearchRequest, q: str | None = None, **changes: Any
) -> list[tuple[str, str]]:
    """The names and values that make this request, with these fields changed; defaults are left
    out. ``q`` is the query as typed, for links that keep it; else its canonical text."""
    asked = replace(request, **changes)
    plain = SearchRequest(query=asked.query)
    text = str(asked.query) if q is None else q
    written = (
        (parameter, _written(getattr(asked, name)))
        for name, parameter in _WRITTEN.items()
        if getattr(asked, name) != getattr(plain, name)
    )
    return [*([("q", text)] if text else []), *_filter_pairs(asked.filters), *written]


def _collect(pairs: Iterable[tuple[str, str]]) -> dict[str, str | tuple[str, ...]]:
    given: dict[str, str | tuple[str, ...]] = {}
    for name, raw in pairs:
        if name not in ALLOWED:
            raise _unknown(name)
        if not raw.isprintable() and any(unicodedata.category(c) == "Cs" for c in raw):
            raise RequestError(f"{name} is not in UTF-8; what was typed cannot be told", name)
        value = _clean(raw) if name == "q" else _clean(raw).strip()
        if not value.strip():
            continue
        if name in _REPEATABLE:
            given[name] = (*given.get(name, ()), value)
        elif name in given:
            raise RequestError(f"{name} is given twice; it takes one value", name)
        else:
            given[name] = value
    return given


def _clean(value: str) -> str:
    """Spaces for control characters and halves of characters, which no story can match; as long
    as before, so that an error's position holds."""
    if value.isprintable():
        return value
    return "".join(" " if unicodedata.category(c) in {"Cc", "Cs"} else c for c in value)


def _unknown(name: str) -> RequestError:
    shown = _clean(name)[:40]
    near = difflib.get_close_matches(shown, ALLOWED, n=1)
    way_out = f"did you mean {near[0]}?" if near else f"there are {', '.join(ALLOWED)}"
    return RequestError(f"There is no parameter “{shown}”; {way_out}", shown)


def _refusal(given: dict[str, str | tuple[str, ...]], name: str) -> RequestError:
    value = given[name]
    shown = value if isinstance(value, str) else ", ".join(value)
    clipped = shown if len(shown) <= 40 else f"{shown[:40]}…"
    return RequestError(f"{name} must be {ALLOWED[name]}, not “{clipped}”", name)


def _check_together(asked: Parameters) -> None:
    if asked.since and asked.until and asked.since > asked.until:
        raise RequestError(f"from ({asked.since}) is after to ({asked.until})", "from")
    if asked.cursor and "page" in asked.model_fields_set:
        raise RequestError("cursor and page cannot both be given; drop one", "cursor")
    if asked.page * asked.limit > MOST_PAGED:
        raise RequestError(
            f"Pages reach the first {MOST_PAGED:,} stories only; narrow the search, or go on "
            "with cursor",
            "page",
        )


def _request(asked: Parameters) -> SearchRequest:
    plain = {name: getattr(asked, name) for name in _WRITTEN}
    filters = (_filter(name, getattr(asked, name)) for name in _FACETS)
    return SearchRequest(
        query=parse_query(asked.q), filters=tuple(f for f in filters if f), **plain
    )


def _filter(facet: str, values: tuple[str, ...]) -> Filter | None:
    wanted = dict.fromkeys(value for value in values if not value.startswith("-"))
    unwanted = dict.fromkeys(value.lstrip("-") for value in values if value.startswith("-"))
    unwanted.pop("", None)
    if not wanted and not unwanted:
        return None
    return Filter(facet, tuple(wanted), tuple(unwanted))


def _filter_pairs(filters: Iterable[Filter]) -> Iterator[tuple[str, str]]:
    for asked in filters:
        yield from ((asked.facet, value) for value in asked.wanted)
        yield from ((asked.facet, f"-{value}") for value in asked.unwanted)


def _written(value: object) -> str:
    match value:
        case True:
            return "yes"
        case date():
            return value.isoformat()
        case tuple():
            return ",".join(value)
    return str(value)
