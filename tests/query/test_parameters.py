"""Search parameters: what each may be, what is refused and how, and the way back."""

import contextlib
from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.errors import QueryError, RequestError
from search.query.parameters import ALLOWED, Parameters, read_parameters, write_parameters
from search.query.parse import parse_query
from search.query.request import Filter, SearchRequest
from search.schema import FACETS_OF

TODAY = date(2024, 3, 31)


def read(text: str) -> SearchRequest:
    return read_parameters(parse_qsl(text, keep_blank_values=True), TODAY)


@pytest.mark.parametrize(
    ("given", "field", "expected"),
    [
        ("", "limit", 20),
        ("limit=100", "limit", 100),
        ("limit=007", "limit", 7),  # plain digits, however many zeros
        ("limit=", "limit", 20),  # a form sends its empty fields too
        ("page=500", "page", 500),  # with 20 a page, the last that pages reach
        ("snippets=0", "snippets", 0),
        ("facet_size=1", "facet_size", 1),
        ("sort=newest", "sort", "newest"),
        ("interval=month", "interval", "month"),
        ("certain=yes", "certain", True),
        ("certain=1", "certain", True),
        ("certain=no", "certain", False),
        ("cursor=abc", "cursor", "abc"),
        ("facets=agency,speaker", "facets", ("agency", "speaker")),
        ("facets=agency&facets=year,agency", "facets", ("agency", "year")),  # once each
        ("from=2022", "since", date(2022, 1, 1)),
        ("to=2022", "until", date(2022, 12, 31)),  # inclusive: the whole year
        ("from=2022-02", "since", date(2022, 2, 1)),
        ("to=2024-02", "until", date(2024, 2, 29)),
        ("to=2022-02-14", "until", date(2022, 2, 14)),
        ("from=now", "since", TODAY),
        ("from=now-7d", "since", date(2024, 3, 24)),
        ("from=now-2w", "since", date(2024, 3, 17)),
        ("from=now-1m", "since", date(2024, 2, 29)),  # February has no 31st
        ("from=now-1y", "since", date(2023, 3, 31)),
        ("agency=OWA", "filters", (Filter("agency", ("OWA",)),)),
        ("agency=OWA&agency=-AP", "filters", (Filter("agency", ("OWA",), ("AP",)),)),
        ("speaker=none", "filters", (Filter("speaker", ("none",)),)),
        ("speaker=-none", "filters", (Filter("speaker", (), ("none",)),)),
        ("place=Rio&place=Rio", "filters", (Filter("place", ("Rio",)),)),
        (
            "kind=direct",
            "filters",
            (Filter("kind", ("direct",)),),
        ),  # an index refuses it of stories
        ("agency=-", "filters", ()),  # excludes nothing
        ("place=%00Rio%07", "filters", (Filter("place", ("Rio",)),)),  # control characters
    ],
)
def test_parameters_are_read(given: str, field: str, expected: object) -> None:
    assert getattr(read(given), field) == expected


@pytest.mark.parametrize(
    ("given", "parameter", "sentence"),
    [
        ("limi=5", "limi", "There is no parameter “limi”; did you mean limit?"),
        ("since=2022", "since", "There is no parameter “since”; "),  # a field, not a parameter
        ("group=near", "group", "There is no parameter “group”; "),
        ("limit=0", "limit", "limit must be a whole number from 1 to 100, not “0”"),
        ("limit=101", "limit", "limit must be a whole number from 1 to 100"),
        ("limit=1_0", "limit", "limit must be"),  # int() would take each of these
        ("limit=%2B1", "limit", "limit must be"),
        ("limit=٣", "limit", "limit must be"),
        ("limit=1.0", "limit", "limit must be"),
        ("limit=1e1", "limit", "limit must be"),
        ("limit=" + "5" * 5000, "limit", "limit must be"),
        ("limit=-1", "limit", "limit must be"),
        ("page=0", "page", "page must be"),
        ("page=501", "page", "Pages reach the first 10,000 stories only"),
        ("page=101&limit=100", "page", "Pages reach the first 10,000"),
        ("page=2&cursor=x", "cursor", "cursor and page cannot both be given"),
        ("limit=5&limit=6", "limit", "limit is given twice"),
        ("q=a&q=b", "q", "q is given twice"),
        ("snippets=6", "snippets", "snippets must be a whole number from 0 to 5"),
        ("facet_size=1000", "facet_size", "facet_size must be a whole number from 1 to 100"),
        ("sort=best", "sort", "sort must be relevance, newest or oldest, not “best”"),
        ("interval=hour", "interval", "interval must be day, week, month or year"),
        ("certain=maybe", "certain", "certain must be yes or no"),
        ("facets=agncy", "facets", "facets must be any of agency, speaker"),
        ("from=2022-02-30", "from", "from must be a day of the calendar"),
        ("from=2022-13", "from", "from must be a day of the calendar"),
        ("from=0000", "from", "from must be a day of the calendar"),
        ("from=14.02.2022", "from", "from must be a day of the calendar"),
        ("to=now-9999y", "to", "to must be a day of the calendar"),
        ("to=now%2B7d", "to", "to must be a day of the calendar"),
        ("from=2023&to=2022", "from", "from (2023-01-01) is after to (2022-12-31)"),
        ("speaker=" + "x" * 301, "speaker", "speaker must be at most"),
        ("&".join(["agency=x"] * 51), "agency", "agency must be at most 50 values"),
        ("cursor=" + "x" * 20_001, "cursor", "cursor must be the cursor of an earlier answer"),
        ("q=caf\udce9", "q", "q is not in UTF-8"),  # “café” of a terminal set to Latin-1
        ("agency=\udcff", "agency", "agency is not in UTF-8"),
    ],
)
def test_parameters_are_refused(given: str, parameter: str, sentence: str) -> None:
    with pytest.raises(RequestError) as refused:
        read(given)
    assert refused.value.parameter == parameter
    assert str(refused.value).startswith(sentence)


def test_a_refusal_is_short_whatever_was_sent() -> None:
    with pytest.raises(RequestError) as refused:
        read("limit=" + "x" * 100_000)
    assert len(str(refused.value)) < 200


def test_a_mistake_in_the_query_keeps_its_place() -> None:
    with pytest.raises(QueryError) as refused:
        read_parameters([("q", ' \x00 dam "flood')], TODAY)
    assert refused.value.position == 7


def test_every_facet_is_a_parameter_and_every_parameter_is_explained() -> None:
    names = {field.alias or name for name, field in Parameters.model_fields.items()}
    assert names == set(ALLOWED)
    assert set(FACETS_OF["stories"]) | set(FACETS_OF["statements"]) <= names


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("", ""),
        ("limit=20&page=1&sort=relevance", ""),  # defaults need no saying
        ("q=dam&agency=-AP&agency=OWA", "q=dam agency=OWA agency=-AP"),
        ("to=2022&from=2022", "from=2022-01-01 to=2022-12-31"),
        ("certain=1&facets=year,agency", "certain=yes facets=year,agency"),
        ("page=3&limit=5", "limit=5 page=3"),
    ],
)
def test_requests_are_written(given: str, written: str) -> None:
    assert " ".join(f"{name}={value}" for name, value in write_parameters(read(given))) == written


def test_a_link_keeps_the_query_as_typed_and_takes_changes() -> None:
    asked = read("q=Dams&page=4")
    assert write_parameters(asked, "Dams", page=1, sort="newest") == [
        ("q", "Dams"),
        ("sort", "newest"),
    ]


_VALUES = st.lists(
    st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=8).filter(
        lambda value: value.strip() == value and value.strip("-") == value
    ),
    max_size=3,
    unique=True,
).map(tuple)
_QUERIES = ["", "dam", "(dam OR flood) -rain", '"spring flood"', "place:rio date:2022.."]
_DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))


@st.composite
def requests(draw: st.DrawFn) -> SearchRequest:
    names = [name for name in FACETS_OF["statements"] if draw(st.booleans())]
    filters = [Filter(name, draw(_VALUES), draw(_VALUES)) for name in names]
    since, until = sorted([draw(_DAYS), draw(_DAYS)], key=lambda day: day or date.max)
    return SearchRequest(
        query=parse_query(draw(st.sampled_from(_QUERIES))),
        of=draw(st.sampled_from(["stories", "statements"])),
        filters=tuple(f for f in filters if f.wanted or f.unwanted),
        since=since,
        until=until,
        certain=draw(st.booleans()),
        sort=draw(st.sampled_from(["relevance", "newest", "oldest"])),
        limit=draw(st.integers(1, 100)),
        page=draw(st.integers(1, 100)),
        facets=tuple(draw(st.sets(st.sampled_from(sorted(FACETS_OF["statements"]))))),
        facet_size=draw(st.integers(1, 100)),
        interval=draw(st.sampled_from([None, "day", "week", "month", "year"])),
        snippets=draw(st.integers(0, 5)),
    )


@given(requests())
def test_what_is_written_reads_back_as_the_same_request(request: SearchRequest) -> None:
    assert read_parameters(write_parameters(request), TODAY, request.of) == request


@given(st.lists(st.tuples(st.sampled_from(sorted(ALLOWED)), st.text(max_size=30)), max_size=6))
def test_any_text_is_read_or_refused(pairs: list[tuple[str, str]]) -> None:
    with contextlib.suppress(RequestError, QueryError):
        assert 1 <= read_parameters(pairs, TODAY).limit <= 100
