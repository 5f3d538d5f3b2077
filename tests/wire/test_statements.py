"""Statements: what is given to whom, by which cue; offsets are shown as the words they cover."""

import pytest

from search import find_statements


def read(text: str) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (s.kind, text[s.start : s.end], s.cue, s.speaker and text[s.speaker.start : s.speaker.end])
        for s in find_statements(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a quotation before its cue
        ('"Rain fell," Silva said.', [("direct", '"Rain fell,"', "said", "Silva")]),
        ("“Rain fell,” said Silva.", [("direct", "“Rain fell,”", "said", "Silva")]),
        ('"Did it rain?" she asked.', [("direct", '"Did it rain?"', "asked", "she")]),
        (
            '"Rain fell," the town\'s mayor told reporters on Monday.',
            [("direct", '"Rain fell,"', "told", "the town's mayor")],
        ),
        # and after it
        ('Silva said: "Rain fell."', [("direct", '"Rain fell."', "said", "Silva")]),
        ('Silva told AFP, "Rain fell."', [("direct", '"Rain fell."', "told", "Silva")]),
        # the cue of a spokesman's apposition
        (
            'Ana Silva, a lawyer from Faro, said: "Rain fell."',
            [("direct", '"Rain fell."', "said", "Ana Silva")],
        ),
        # half in quotation marks
        (
            'Silva said the rain was "a gift".',
            [("mixed", 'the rain was "a gift"', "said", "Silva")],
        ),
        (
            'Critics called the plan "madness".',
            [("mixed", 'the plan "madness"', "called", "Critics")],
        ),
        # without any
        ("Silva said that rain fell.", [("indirect", "rain fell", "said", "Silva")]),
        ("Silva said on Monday he would go.", [("indirect", "he would go", "said", "Silva")]),
        ("Silva said in Faro that rain fell.", [("indirect", "rain fell", "said", "Silva")]),
        (
            "Rain would fall on the town, Mayor Ana Silva said.",
            [("indirect", "Rain would fall on the town", "said", "Mayor Ana Silva")],
        ),
        (
            "According to the ministry, rain fell.",
            [("indirect", "rain fell", "According to", "the ministry")],
        ),
        (
            "Rain fell on the town, according to the ministry.",
            [("indirect", "Rain fell on the town", "according to", "the ministry")],
        ),
        # the second cue has the first one's subject
        (
            "Silva said rain fell, adding that it was cold.",
            [
                ("indirect", "rain fell", "said", "Silva"),
                ("indirect", "it was cold", "adding", "Silva"),
            ],
        ),
        # a quotation parted by its cue is one; so is one that goes on after it
        (
            '"Rain," Silva said, "fell on us."',
            [("direct", '"Rain," Silva said, "fell on us."', "said", "Silva")],
        ),
        (
            '"Rain fell," Silva said. "It was cold."',
            [("direct", '"Rain fell," Silva said. "It was cold."', "said", "Silva")],
        ),
        # but a new cue is a new statement
        (
            '"Rain fell," Silva said. "It was cold," he added.',
            [
                ("direct", '"Rain fell,"', "said", "Silva"),
                ("direct", '"It was cold,"', "added", "he"),
            ],
        ),
        # the next paragraph goes on; only its end is closed
        (
            '"Rain fell," Silva said.\n\n"It was cold."',
            [("direct", '"Rain fell," Silva said.\n\n"It was cold."', "said", "Silva")],
        ),
        ('Silva continued:\n\n"Rain fell."', [("direct", '"Rain fell."', "continued", "Silva")]),
    ],
)
def test_statement_is_found(
    text: str, expected: list[tuple[str, str, str | None, str | None]]
) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rain fell on the town.",
        'They sang "Grey Skies" on the square.',  # a title
        'The "experts" went home.',  # scare quotes
        'He drove a "Star" tractor.',
        "It was said in the letter.",  # no one says it
        '"Nobody knows who said this."',  # a floating quotation, first in its story
        'Silva never closed the " and left.',
    ],
)
def test_other_words_are_no_statement(text: str) -> None:
    assert read(text) == []


def test_offsets_hold_in_a_long_text() -> None:
    text = "Rain fell.\n\n" * 50 + '"So it did," Silva said.'
    (statement,) = find_statements(text)
    assert text[statement.start : statement.end] == '"So it did,"'
