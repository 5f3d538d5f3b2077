"""Where what is said begins, if no "that" leads to it."""

import pytest

from search import find_statements


@pytest.mark.parametrize(
    ("said", "words"),
    [
        # what measures a number is part of the words
        ("at least 12 people were hurt", ...),
        ("about 30 people were hurt", ...),
        ("up to 300 homes had been lost", ...),
        ("as many as 300 homes had been lost", ...),
        ("nearly half of the homes had been lost", ...),
        ("more than $3 million was missing", ...),
        ("only two were hurt", ...),
        ("about the dam", None),  # no number, and no clause
        # so is a condition
        ("if it rained the dam would break", ...),
        ("while the dam was old, it was safe", ...),
        ("unless it rains, the dam will be dry", ...),
        ("once the dam is built, it will be safe", ...),
        # and a phrase that tells how it will be
        ("under the plan the dam would close", ...),
        ("under the plan, the dam would close", ...),
        ("without help the dam would close", ...),
        ("by the end of the year the dam would close", ...),  # no "said by"
        ("for the first time the dam had leaked", ...),
        ("of the 30 hurt, two were children", ...),
        # where or when it was said is none of it
        ("in an interview the dam had leaked", "the dam had leaked"),
        ("at the time the dam was safe", "the dam was safe"),
        ("in politics it takes time to build a dam", "it takes time to build a dam"),
        ("earlier on Friday at a meeting that she may wait", "she may wait"),
        ("in leaving the council for Rome", None),  # the object of a verb begins no clause
        ("on Monday this week", None),
        ("as she left Faro", None),
    ],
)
def test_words_after_said(said: str, words: str | None) -> None:
    text = f"Silva said {said}."
    expected = said if words is ... else words
    assert [text[s.start : s.end] for s in find_statements(text)] == (
        [expected] if expected else []
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Instead, Silva told AFP, her plan would hold.", "her plan would hold"),
        ("In particular, Silva wrote, the dam can hold water.", "the dam can hold water"),
        ("Rather, Silva said, struggles will go on.", "struggles will go on"),
        # whom it is told to, names with an "and" too
        ("Silva told the Dams and Water Board it had leaked.", "it had leaked"),
        ("Silva told a meeting and later the council that it leaked.", "it leaked"),
        ("Silva told Chinese and Indian farmers that it leaked.", "it leaked"),
        # "if" asks, or makes a condition
        ("Silva asked if it rained.", "it rained"),
        ("Silva said, without giving details, that it rained.", "it rained"),
    ],
)
def test_words_past_what_leads_to_them(text: str, words: str) -> None:
    assert [text[s.start : s.end] for s in find_statements(text)] == [words]
