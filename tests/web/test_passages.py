"""Text cut at its marks, queries at their mistakes, bodies at their statements."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.article import Article, Dateline, Heading, Speaker, Statement
from tests.story import story
from tests.web.newsroom import DAM
from web.passages import cut, point_at
from web.story import find_voices, lay_out

_MARKS = st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40)), max_size=5)


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("the dam held", [(4, 7)], "the [dam] held"),
        ("dam", [(0, 3)], "[dam]"),
        ("dam held", [(4, 8), (0, 3)], "[dam] [held]"),  # in any order
        ("dam", [(2, 1), (1, 1)], "dam"),  # nothing to mark
        ("dam", [(1, 99)], "d[am]"),  # leaves the text
        ("dam held", [(0, 5), (3, 8)], "[dam h][eld]"),  # overlap
        ("", [(0, 3)], ""),
    ],
)
def test_text_is_cut(text: str, marks: list[tuple[int, int]], expected: str) -> None:
    shown = (f"[{part.text}]" if part.is_marked else part.text for part in cut(text, marks))
    assert "".join(shown) == expected


@given(st.text(max_size=30), _MARKS)
def test_cutting_loses_nothing(text: str, marks: list[tuple[int, int]]) -> None:
    assert "".join(part.text for part in cut(text, marks)) == text


@pytest.mark.parametrize(
    ("query", "at", "expected"),
    [
        ('dam "flood', 4, ("dam ", '"', "flood")),
        ("dam", 3, ("dam", "", "")),  # at the end
        ("x" * 200, 100, ("…" + "x" * 60, "x", "x" * 60 + "…")),
    ],
)
def test_a_mistake_is_pointed_at(query: str, at: int, expected: tuple[str, ...]) -> None:
    assert point_at(query, at) == expected


def shown(article: Article) -> list[str]:
    """Each paragraph as text: headings after #, the dateline in <>, statements as n[…]."""
    paragraphs = []
    for paragraph in lay_out(article):
        runs = []
        for run in paragraph.runs:
            if run.span is None:
                runs.append(run.text)
            elif run.span.kind == "dateline":
                runs.append(f"<{run.text}>")
            else:
                runs.append(f"{run.span.number}[{run.text}]")
        paragraphs.append(("# " if paragraph.is_heading else "") + "".join(runs))
    return paragraphs


def test_a_story_is_laid_out() -> None:
    assert shown(DAM) == [
        "<VELMORA, March 3. /OWA/.> 1[The Kessar dam will hold through the spring flood], Water "
        "Minister Ilsa Brandt said at a meeting with engineers on Thursday.",
        '2["The gates were tested twice and they opened twice,"] Brandt said. 3["Nobody '
        'downstream has to leave home,"] she added.',
        "4[The river may still rise by two metres], according to the regional weather service.",
        "# Why the town worries",
        'In 1987 the old dam gave way within an hour. Mayor Tomas Orel said 5[the town "has a '
        'long memory"] and asked for sirens in every street.',
        '6["We were told the same then,"] a voice shouted from the back of the hall.',
    ]


BODY = "RIVA (OWA) - “We stay.\n\n“We will not go,” he said."


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        # words that run over a paragraph's end are marked in both
        ([(13, 41)], ["<RIVA (OWA) -> 1[“We stay.]", "1[“We will not go,”] he said."]),
        # one inside another is cut away, not shown twice
        ([(13, 22), (15, 20)], ["<RIVA (OWA) -> 1[“We stay.]", "“We will not go,” he said."]),
        # overlapping the dateline, outside the body, or empty
        ([(5, 22)], ["<RIVA (OWA) ->1[ “We stay.]", "“We will not go,” he said."]),
        ([(99, 120), (20, 20)], ["<RIVA (OWA) -> “We stay.", "“We will not go,” he said."]),
    ],
)
def test_odd_statements_are_laid_out(
    statements: list[tuple[int, int]], expected: list[str]
) -> None:
    article = Article(
        id="a",
        headline="",
        body=BODY,
        dateline=Dateline(text="RIVA (OWA) -", start=0, end=12),
        statements=tuple(Statement(start=a, end=b, kind="direct") for a, b in statements),
    )
    assert shown(article) == expected


SPLIT = story(
    "Rain",
    "“Rain,” Silva said, “fell on us.” She left.",
    said=[("“Rain,” [Silva said, ]“fell on us.”", "Silva")],
)


def test_a_split_statement_is_marked_piece_by_piece() -> None:
    assert shown(SPLIT) == ["1[“Rain,” ]Silva said, 1[“fell on us.”] She left."]
    runs = [run for run in next(lay_out(SPLIT)).runs if run.span]
    assert [(run.is_first, run.is_last) for run in runs] == [(True, False), (False, True)]
    assert find_voices(SPLIT)[0].said[0].extract == "“Rain,” … “fell on us.”"


marks = st.tuples(st.integers(0, 60), st.integers(0, 60))


@given(st.lists(st.tuples(marks, st.lists(marks, max_size=3)), max_size=6))
def test_laying_out_loses_nothing(
    marks: list[tuple[tuple[int, int], list[tuple[int, int]]]],
) -> None:
    statements = tuple(
        Statement(start=a, end=b, kind="direct", pieces=tuple(pieces)) for (a, b), pieces in marks
    )
    article = Article(id="a", headline="", body=BODY, statements=statements)
    laid = ["".join(run.text for run in paragraph.runs) for paragraph in lay_out(article)]
    assert laid == BODY.split("\n\n")


def test_voices_stand_in_order_with_what_they_say() -> None:
    voices = [(voice.name, voice.colour, len(voice.said)) for voice in find_voices(DAM)]
    assert voices == [
        ("Ilsa Brandt", 0, 3),
        ("the regional weather service", 1, 1),
        ("Tomas Orel", 2, 1),
        (None, None, 1),  # nobody is named for words that nobody plainly says
    ]


def test_a_long_statement_is_shortened_in_the_list() -> None:
    speaker = Speaker(start=0, end=1, name="Ana Petrel")
    said = Statement(start=0, end=2_000, kind="direct", speaker=speaker)
    article = Article(
        id="a", headline="", body="word " * 400, statements=(said,), speakers=(speaker,)
    )
    [voice] = find_voices(article)
    assert len(voice.said[0].extract) < 120
    assert voice.said[0].extract.endswith(" …")


def test_a_heading_that_is_no_paragraph_is_no_heading() -> None:
    odd = dataclasses.replace(DAM, headings=(Heading(offset=3, text="MORA"),))
    assert not any(paragraph.is_heading for paragraph in lay_out(odd))
