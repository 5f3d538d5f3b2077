"""Names in a text: found from capital to capital, as one pattern finds them everywhere."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.wire import names
from search.wire.cast import find_cast
from search.wire.names import find_lead, find_names

_PLAINLY = re.compile(
    rf"(?<![\w'’.-])(?:(?P<lead>[a-z][a-z-]*+)[ \n])?(?P<name>{names._NAME.pattern})", re.VERBOSE
)
_PIECES = """al- el- Al- O' D’ a b A B . - ' ’ é É Ł of de von minister secretary-general x-y the
U.S. 1 _ —""".split()
_TEXTS = st.lists(st.sampled_from([*_PIECES, " ", " ", "\n"]), max_size=30).map("".join)


@given(text=_TEXTS)
def test_names_are_those_that_the_pattern_finds_anywhere(text: str) -> None:
    found = [(m.start(), m.start("name"), m.end()) for m in _PLAINLY.finditer(text)]
    parted = [(find_lead(text, free, start), start, end) for free, start, end in find_names(text)]
    assert parted == found


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Minister Ana Silva spoke.", [("Ana Silva", "Minister")]),
        ("She met the juggler Ana Silva.", [("Ana Silva", None)]),  # no title that is known
        ("the mayor\nAna Silva, 40", [("Ana Silva", "mayor")]),  # over the end of a line
        ("al-Assad and Bashar al-Assad", [("Bashar al-Assad", None)]),
        ("co-founder Bo O’Neill", [("Bo O’Neill", "co-founder")]),
        ("(Ana Silva)", [("Ana Silva", None)]),
        # what a sentence, a desk or a reporter puts before a name is none of it
        ("But Ana Silva and Neither Bo Ek", [("Ana Silva", None), ("Bo Ek", None)]),
        ("ADDS Ana Silva", [("Ana Silva", None)]),
        ("Portugal's Ana Silva, US-born Bo Ek", [("Ana Silva", None), ("Bo Ek", None)]),
        ("met Monday author Bo Ek", [("Bo Ek", "author")]),  # and no organisation
        # the end of a sentence parts two
        (
            "met Ana Silva. Bo Ek spoke to Gen. Eva Ito.",
            [("Ana Silva", None), ("Bo Ek", None), ("Eva Ito", None)],
        ),
        ("Brown's Bread House", []),
        ("xAna Silva", []),  # not in the middle of a word
        ("Ana", []),
    ],
)
def test_cast(text: str, people: list[tuple[str, str | None]]) -> None:
    assert [(one.name, one.role) for one in find_cast(text)] == people
