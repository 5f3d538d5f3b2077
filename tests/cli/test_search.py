"""`dateline search`: what it finds, shows and refuses."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from search.cli.search import OPTIONS
from search.index.embedded import EmbeddedIndex
from search.query.parameters import ALLOWED
from tests.cli.conftest import Run


def test_the_options_are_the_parameters() -> None:
    assert OPTIONS.keys() == ALLOWED.keys() - {"q"}


@pytest.mark.parametrize(
    ("arguments", "headlines"),
    [
        (["alta"], ["Ferry to Alta resumes after storm", "Alta bridge toll doubles"]),
        (["storm", "ferry"], ["Ferry to Alta resumes after storm"]),  # words need no quotes
        (["--agency", "AP"], ["Alta bridge toll doubles"]),
        (["--agency", "-AP"], ["Ferry to Alta resumes after storm"]),  # leaves one out
        (["--from", "2022", "alta"], ["Alta bridge toll doubles"]),
        (["--to", "2021-03-03", "alta"], ["Ferry to Alta resumes after storm"]),  # included
        (["--sort", "newest", "--limit", "1"], ["Alta bridge toll doubles"]),
        (["--", "-ferry"], ["Alta bridge toll doubles"]),
        (["glacier"], []),
    ],
)
def test_search_finds(kept: Run, arguments: list[str], headlines: list[str]) -> None:
    ran = kept("search", "--json", *arguments)
    found = [hit["headline"] for hit in json.loads(ran.out)["results"]]
    assert (ran.status, sorted(found)) == (0, sorted(headlines))


def test_search_shows_hits_for_people(kept: Run) -> None:
    out = kept("search", "ferry").out
    for shown in ("1 of 2 stories", "1. Ferry to Alta", "AFP", "2021-03-03", "ferry.txt"):
        assert shown in out
    assert "\x1b" not in out  # no colours where there is no terminal


def test_search_counts(kept: Run) -> None:
    lines = kept("search", "--facets", "agency", "--interval", "year").out.splitlines()
    assert "        1  AFP" in lines
    assert "        1  2022-01-01" in lines


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (['"ferry'], "Unclosed quotation mark at character 1"),
        (["(" * 500], "parentheses"),
        (["ferry " * 2_000], "characters long"),
        (["--sort", "best"], "sort must be"),
        (["--page", "0"], "page must be"),
        (["--colour", "red"], "No such option"),
        (["caf\udce9"], "q is not in UTF-8"),  # a byte that the terminal's characters do not have
        (["--json", "caf\udce9"], "q is not in UTF-8"),
    ],
)
def test_search_refuses(kept: Run, arguments: list[str], complaint: str) -> None:
    ran = kept("search", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert complaint in ran.err
    assert "Traceback" not in ran.err


def test_a_mistake_is_pointed_at(kept: Run) -> None:
    lines = kept("search", 'ferry "storm').err.splitlines()
    assert lines[1:3] == ['  ferry "storm', "        ^"]


def test_an_empty_index_is_no_answer(kept: Run) -> None:
    assert "the index other is empty" in kept("--index", "other", "search", "ferry").err
    assert kept("search", "glacier").err == ""


def test_a_value_that_nothing_has_is_told_of(kept: Run) -> None:
    assert "(no story here has the agency “Reuterz”)" in kept("search", "--agency", "Reuterz").out


def test_what_ran_out_of_time_says_so(kept: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = EmbeddedIndex.search
    monkeypatch.setattr(
        EmbeddedIndex, "search", lambda *asked: replace(whole(*asked), timed_out=True)
    )
    for command in (["search", "ferry"], ["explain", "ferry"], ["stats"], ["speakers"]):
        assert "the search ran out of time: there may be more" in kept(*command).err
    told = json.loads(kept("search", "--json", "ferry").out)
    assert told["total"] == {"value": 1, "relation": "gte"}


def test_the_way_to_the_next_page_is_one(kept: Run, tmp_path: Path) -> None:
    (tmp_path / "in/fog.txt").write_text("Fog\n\nALTA, May 1, 2020 (AP) - Fog.", encoding="utf-8")
    kept("ingest", "in")
    one = ("search", "--sort", "newest", "--limit", "1")
    assert kept(*one).out.endswith("\n--page 2 shows the next.\n")
    second = kept(*one, "--cursor", json.loads(kept(*one, "--json").out)["cursor"]).out
    assert "· Ferry to Alta" in second  # its number is not known
    *_, option, cursor, _, _, _ = second.split()
    assert option == "--cursor"
    third = kept(*one, "--cursor", cursor).out
    assert "· Fog" in third
    assert "shows the next" not in third


def test_a_page_behind_the_last_says_so(kept: Run) -> None:
    assert kept("search", "--page", "9").out == "2 of 2 stories\n(page 9 is past the end)\n"


def test_statements_are_found_one_by_one(kept: Run) -> None:
    lines = kept("search", "--statements", "pier", "--facets", "kind").out.splitlines()
    assert lines[0] == "1 statement in 2 stories for pier"
    assert lines[2:5] == [
        "1. Siv Ruud · direct",
        '   "The pier held,"',
        "   Ferry to Alta resumes after storm",
    ]
    assert "        1  direct" in lines


@pytest.mark.parametrize(
    ("arguments", "texts"),
    [
        (["toll"], ["The toll doubles in June"]),
        (["--speaker", "siv-ruud"], ['"The pier held,"']),
        (["--kind", "indirect"], ["The toll doubles in June"]),
        (["ferry"], []),  # of the story, in no statement
    ],
)
def test_statements_as_json(kept: Run, arguments: list[str], texts: list[str]) -> None:
    ran = kept("search", "--statements", "--json", *arguments)
    assert [hit["text"] for hit in json.loads(ran.out)["results"]] == texts


def test_a_kind_is_of_statements(kept: Run) -> None:
    ran = kept("search", "--kind", "direct")
    assert (ran.status, ran.out) == (2, "")
    assert "Stories have no “kind”" in ran.err
