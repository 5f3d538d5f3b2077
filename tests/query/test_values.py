"""Filter values as an index has them: joined spellings are found, what nothing has is told of."""

import pytest

from search.index.memory import MemoryIndex
from search.query.parse import parse_query
from search.query.request import Filter, SearchRequest, Sought
from search.query.values import settle
from tests.story import story

STORIES = (
    story("one", "Yes.", agency="AP", said=[("Yes.", "Sergey Tarkhov")]),
    story("two", "No.", country="RU", place="Moscow", said=[("No.", "Andrei Bely")]),  # kept apart
    story("three", "Aye.", said=[("Aye.", "Andrey Bely")]),
)


def settled(asked: Filter, of: Sought = "stories") -> tuple[Filter, tuple[str, ...]]:
    with MemoryIndex() as index:
        index.add(STORIES)
        request = SearchRequest(query=parse_query("“yes”"), of=of, filters=(asked,))
        found = settle(request, index.search)
    assert found.query == request.query
    first, *notes = found.query.notes
    assert first == "curly quotes read as straight"  # what was noted of the query stays
    return found.filters[0], tuple(notes)


@pytest.mark.parametrize(
    ("asked", "expected", "notes"),
    [
        (Filter("agency", ("ap",), ("none",)), Filter("agency", ("ap",), ("none",)), ()),
        (Filter("section", ("None",)), Filter("section", ("None",)), ()),
        (
            Filter("speaker", ("sergei-tarkhov",)),
            Filter("speaker", ("sergey-tarkhov",)),
            ("speaker “sergei-tarkhov” read as “sergey-tarkhov”, the spelling that is filed",),
        ),
        (  # as people write it, and left out
            Filter("speaker", (), ("Serguei Tarkhov",)),
            Filter("speaker", (), ("sergey-tarkhov",)),
            ("speaker “Serguei Tarkhov” read as “sergey-tarkhov”, the spelling that is filed",),
        ),
        # each of two who are kept apart is found by their own spelling
        (Filter("speaker", ("andrei-bely",)), Filter("speaker", ("andrei-bely",)), ()),
        (Filter("speaker", ("andrey-bely",)), Filter("speaker", ("andrey-bely",)), ()),
        (
            Filter("speaker", ("sergey-tarkhov", "nobody-here")),
            Filter("speaker", ("sergey-tarkhov", "nobody-here")),
            ("no story here has the speaker “nobody-here”",),
        ),
        (
            Filter("country", ("Russia",)),
            Filter("country", ("Russia",)),
            ("no story here has the country “Russia”; countries are ISO codes, as FR",),
        ),
    ],
)
def test_values_are_settled(asked: Filter, expected: Filter, notes: tuple[str, ...]) -> None:
    assert settled(asked) == (expected, notes)


def test_a_statement_has_its_own_speaker() -> None:
    asked = Filter("speaker", ("sergei-tarkhov",))
    assert settled(asked, "statements")[0] == Filter("speaker", ("sergey-tarkhov",))
    unheard = settled(Filter("agency", ("Reuters",)), "statements")[1]
    assert unheard == ("no statement here has the agency “Reuters”",)
