"""``dateline speakers``: who was joined and why, and how to merge and part."""

from pathlib import Path

import pytest

from search.ingest import People, read_people
from search.ingest.speakers import write_people
from tests.cli.conftest import Run

STORY = """Ferry {}

ALTA, March {}, 2021 (AFP) - The ferry sails again.

"The pier held," Foreign Minister {} Ruud said.
"""


@pytest.fixture
def desk(run: Run, tmp_path: Path) -> Run:
    """The command, where three stories spell one minister's name in three ways."""
    (tmp_path / "in").mkdir()
    for day, given in enumerate(("Sergei", "Sergey", "S. V."), 1):
        text = STORY.format(f"sails for the {day}th time", day, given)
        (tmp_path / f"in/{day}.txt").write_text(text, encoding="utf-8")
    assert run("ingest", "in").status == 0
    return run


def listed(run: Run) -> list[tuple[str, ...]]:
    return [tuple(line.split(None, 1)) for line in run("speakers").out.splitlines()]


def test_speakers_are_listed_with_their_stories(desk: Run) -> None:
    assert listed(desk) == [("2", "Sergey Ruud  (sergey-ruud)"), ("1", "S. V. Ruud  (s-v-ruud)")]


def test_a_speakers_names_are_told_with_what_joins_them(desk: Run) -> None:
    shown = desk("speakers", "Serguei Ruud").out.splitlines()
    assert shown[0] == "Sergey Ruud  (sergey-ruud): 2 stories"
    assert {line.strip() for line in shown[1:]} == {
        "1  Sergey Ruud",
        "1  Sergei Ruud  joined by spelling",
    }


def test_names_that_differ_in_capitals_and_accents_are_told_as_joined(
    desk: Run, tmp_path: Path
) -> None:
    (tmp_path / "in/4.txt").write_text(STORY.format("waits", 4, "SERGEY"), encoding="utf-8")
    desk("ingest", "in")
    shown = {line.strip() for line in desk("speakers", "Sergey Ruud").out.splitlines()[1:]}
    assert "1  SERGEY Ruud  joined by letter case, accents or marks" in shown


def test_merging_files_the_stories_anew_and_lasts(desk: Run) -> None:
    assert "1 story filed anew" in desk("speakers", "--merge", "Sergey Ruud", "S. V. Ruud").out
    assert listed(desk) == [("3", "Sergey Ruud  (sergey-ruud)")]
    assert "1  S. V. Ruud  joined by speakers.toml" in desk("speakers", "Sergey Ruud").out
    assert "3 unchanged" in desk("ingest", "in").out  # reading again changes nothing


def test_parting_files_the_stories_anew_and_lasts(desk: Run) -> None:
    assert "1 story filed anew" in desk("speakers", "--part", "Sergei Ruud").out
    assert sorted(listed(desk))[0] == ("1", "S. V. Ruud  (s-v-ruud)")
    assert len(listed(desk)) == 3
    assert "3 unchanged" in desk("ingest", "in").out


def test_a_table_written_by_hand_counts_when_stories_are_read_again(
    desk: Run, tmp_path: Path
) -> None:
    (tmp_path / "ours.toml").write_text('[same]\n"S. V. Ruud" = ["Sergey Ruud"]', encoding="utf-8")
    assert "2 added" in desk("ingest", "--speakers", "ours.toml", "in").out
    assert listed(desk) == [("3", "S. V. Ruud  (s-v-ruud)")]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["Nobody Ek"], 1, "No story has a speaker “Nobody Ek”"),
        (["E" * 5_000], 1, "E" * 80 + "…”"),  # no longer than a line
        (["--merge", "Sergey Ruud"], 2, "--merge needs two names"),
        (["--merge", "Sergey Ruud", "SERGEY RUUD"], 2, "--merge needs two names"),  # one name
        (["--part"], 2, "--part needs a name"),
        (["--merge", "--part", "A", "B"], 2, "not both"),
        (["--part", "..."], 2, "is not a name"),
        (["--merge", "None", "Sergey Ruud"], 2, "is not a name"),  # as a filter it asks for no one
    ],
)
def test_what_cannot_be_done_is_told(
    desk: Run, arguments: list[str], status: int, said: str
) -> None:
    ran = desk("speakers", *arguments)
    assert ran.status == status
    assert said in ran.err


def test_a_table_is_written_whole_or_stays(desk: Run, tmp_path: Path) -> None:
    table = tmp_path / "speakers.toml"
    table.write_text('apart = ["Ana Petrel"]\n', encoding="utf-8")
    refused = desk("speakers", "--merge", "Sergey Ruud", "S. \udcff. Ruud")  # no UTF-8
    assert refused.status == 2
    assert "is not a name" in refused.err
    assert table.read_text(encoding="utf-8") == 'apart = ["Ana Petrel"]\n'
    with pytest.raises(UnicodeEncodeError):
        write_people(table, People({"\udcff": ("Ana",)}))
    assert table.read_text(encoding="utf-8") == 'apart = ["Ana Petrel"]\n'
    assert desk("speakers", "--part", "Sergei Ruud").status == 0
    assert sorted(read_people(table).apart) == ["Ana Petrel", "Sergei Ruud"]
    assert not [file.name for file in tmp_path.iterdir() if file.name.endswith(".new")]


@pytest.mark.parametrize("command", [["ingest", "in"], ["serve", "--ingest", "in", "--port", "0"]])
def test_a_table_that_is_named_must_be_there(
    desk: Run, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setenv("DATELINE_SPEAKERS", "mistyped.toml")
    ran = desk(*command)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "dateline: There is no table of speakers in mistyped.toml.\n"
