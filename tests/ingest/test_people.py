"""People: which names are one speaker's in every story, by the rule and by the users' table."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import Article, Speaker, Statement
from search.errors import DatelineError
from search.ingest import People, read_people, write_people
from search.ingest.speakers import file_speakers
from search.text import slug


@pytest.mark.parametrize(
    ("printed", "filed"),
    [
        ("Sergei Lavrov", "Sergey Lavrov"),  # one given name in two spellings
        ("SERGEI Lavrov", "SERGEY Lavrov"),  # capitals stay: they make no other speaker
        ("Mohamed bin Salem", "Mohammed bin Salem"),
        ("Ana Yevgeniy Ruud", "Ana Yevgeny Ruud"),  # any name but the last
        ("Anna Zelenskyy", "Anna Zelensky"),  # the ending of a last name
        ("Jan Kowalski", "Jan Kowalski"),  # which is no "-ski"
        ("Ana Sergei", "Ana Sergei"),  # a last name is no given name
        ("Sergei", "Sergei"),  # a name alone is nobody in particular
        ("Sergey V. Lavrov", "Sergey V. Lavrov"),  # an initial may tell two people apart
        ("Lavrov", "Lavrov"),
        ("the ministry", "the ministry"),
        ("", ""),
    ],
)
def test_rule_joins_spellings_only(printed: str, filed: str) -> None:
    name, why = People().find(printed)
    assert name == filed
    assert why == (None if printed == filed else "spelling")


TABLE = People({"Sergei Lavrov": ("S. Lavrov", "Mr. Lavrov")}, ("Yuri Ek",))


@pytest.mark.parametrize(
    ("printed", "filed", "why"),
    [
        ("S. Lavrov", "Sergei Lavrov", "speakers.toml"),
        ("s lavrov", "Sergei Lavrov", "speakers.toml"),  # names match by their slug
        ("Sergei Lavrov", "Sergei Lavrov", None),  # the table's spelling goes before the rule's
        ("Serguei Lavrov", "Sergei Lavrov", "spelling"),
        ("Yuri Ek", "Yuri Ek", None),  # kept apart
        ("Yury Ek", "Yury Ek", None),
        ("Yuriy Ek", "Yury Ek", "spelling"),  # the others are still joined
        ("Ana Silva", "Ana Silva", None),
    ],
)
def test_table_goes_before_the_rule(printed: str, filed: str, why: str | None) -> None:
    assert TABLE.find(printed) == (filed, why)


def test_a_name_of_the_table_stands_for_all_its_spellings() -> None:
    people = People({"Sergey V. Lavrov": ("Sergei Lavrov",)})
    names = ("Sergei Lavrov", "Sergey Lavrov", "Serguei Lavrov")
    assert {people.find(name).name for name in names} == {"Sergey V. Lavrov"}
    kept = People({"Sergey V. Lavrov": ("Sergei Lavrov",)}, ("Sergey Lavrov",))
    assert kept.find("Sergey Lavrov") == ("Sergey Lavrov", None)  # unless it is kept apart


def test_no_spelling_is_joined_to_what_is_apart() -> None:
    people = People(apart=("Sergey Ek",))
    assert people.find("Sergei Ek") == ("Sergei Ek", None)


def test_merging_takes_along_what_was_merged_before() -> None:
    people = People({"B Ek": ("C Ek",), "D Ek": ("E Ek",)}, ("C Ek", "F Ek"))
    assert people.merge("A Ek", ["B Ek", "F Ek"]) == People(
        {"D Ek": ("E Ek",), "A Ek": ("C Ek", "B Ek", "F Ek")}, ()
    )


def test_parting_undoes_merging() -> None:
    merged = People().merge("A Ek", ["B Ek", "C Ek"])
    assert merged.part(["B Ek"]) == People({"A Ek": ("C Ek",)}, ("B Ek",))
    assert merged.part(["A Ek"]).find("C Ek") == ("C Ek", None)  # nothing is filed under it now


def test_the_file_keeps_the_table_and_its_comments(tmp_path: Path) -> None:
    path = tmp_path / "speakers.toml"
    path.write_text('# Ours.\n[same]\n"A Ek" = ["B Ek"]\n', encoding="utf-8")
    write_people(path, read_people(path).merge("A Ek", ['C "Ć" Ek']))
    assert path.read_text(encoding="utf-8").startswith("# Ours.\napart")
    assert read_people(path) == People({"A Ek": ("B Ek", 'C "Ć" Ek')})


def test_no_file_is_an_empty_table(tmp_path: Path) -> None:
    assert read_people(tmp_path / "none.toml") == People()


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("same = 3", "must be a table"),
        ("[same]\nA = 3", "under “A” must be a list of names"),
        ('[same]\nA = ["..."]', "under “A” must be a list of names"),  # no letter in it
        ('[same]\n"..." = ["A"]', "“...” cannot be a speaker's name"),
        (
            '[same]\nnone = ["A"]',
            "“none” cannot be a speaker's name",
        ),  # a filter that asks for no one
        ("apart = [1]", "under “apart” must be a list of names"),
        ("[merge]", "has “merge”"),
        ('[same]\nA = ["C"]\nB = ["c"]', "“c” under “A” and under “B”"),
        ('apart = ["C"]\n[same]\nA = ["C"]', "“C” under “A” and under “apart”"),
        ('[same]\nA = ["C"]\nC = ["D"]', "“C” under “A”, and other names under “C”"),
        ("same", "cannot be read as TOML"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, text: str, error: str) -> None:
    path = tmp_path / "speakers.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DatelineError, match=error):
        read_people(path)


def test_a_story_is_filed_with_its_statements_and_speakers() -> None:
    said = [
        Statement(start=0, end=4, kind="direct", speaker=Speaker(start=5, end=9, name=name))
        for name in ("Sergei Ek", "Sergey Ek", "Ana Silva")
    ]
    story = Article(id="1", headline="", body="Rain Sergei Ek", statements=tuple(said))
    filed = file_speakers(story, People())
    assert [one.speaker and one.speaker.name for one in filed.statements] == [
        "Sergey Ek",
        "Sergey Ek",
        "Ana Silva",
    ]
    assert [speaker.name for speaker in filed.speakers] == ["Sergey Ek", "Ana Silva"]


@given(st.text())
def test_filing_twice_is_filing_once(name: str) -> None:
    filed = People().find(name).name
    assert slug(People().find(filed).name) == slug(filed)
