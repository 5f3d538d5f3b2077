"""Newer versions for older ones, and killed stories out, in whatever order they are read."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from search import Article, SearchRequest, ingest, open_index, parse_query
from search.article import Earlier
from search.index import Index
from search.ingest import Plan, Skipped, Tally

DAM = "urn:newsml:w.example:20240506:dam"


@pytest.fixture(params=["memory:", "folder"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Index]:
    url = request.param if request.param == "memory:" else str(tmp_path / "index")
    with open_index(url) as opened:
        yield opened


def item(version: int | None = None, **fields: Any) -> dict[str, Any]:
    """A ninjs item of the dam's story."""
    text = f"OSLO (AP) — The dam held, as version {version} tells."
    made = {"uri": DAM, "type": "text", "headline": f"Dam holds, {version}", "body_text": text}
    return made | ({"version": str(version)} if version is not None else {}) | fields


def kill(version: int | None = None, **fields: Any) -> dict[str, Any]:
    return item(version, body_text="", headline="Dam holds", pubstatus="canceled") | fields


def run(index: Index, folder: Path, *items: dict[str, Any], batch_size: int = 2) -> Tally:
    """Ingest these items, a file each, in this order."""
    stories = folder / f"run-{len(list(folder.iterdir()))}"
    stories.mkdir()
    for number, each in enumerate(items):
        (stories / f"{number:02}.json").write_text(json.dumps(each))
    return ingest([stories], index, plan=Plan(batch_size=batch_size))


def find(index: Index) -> list[Article]:
    return [hit.article for hit in index.search(SearchRequest(query=parse_query("dam"))).hits]


@pytest.mark.parametrize(
    ("versions", "kept", "earlier"),
    [
        ([1, 2], 2, [1]),
        ([2, 1], 2, []),  # the older came late, and never stood in the index
        ([1, 3, 2], 3, [1]),
        ([1, 2, 3, 4], 4, [3, 2, 1]),
        ([2, 2], 2, []),
        ([None, 2], 2, [None]),
    ],
)
@pytest.mark.parametrize("batch_size", [1, 2, 100])
def test_newest_version_is_kept_with_links_to_those_before(
    index: Index,
    tmp_path: Path,
    versions: list[int],
    kept: int,
    earlier: list[int],
    batch_size: int,
) -> None:
    tally = run(index, tmp_path, *map(item, versions), batch_size=batch_size)
    (story,) = find(index)
    assert (story.id, story.version) == (DAM, kept)
    assert [old.version for old in story.earlier] == earlier
    assert [old.headline for old in story.earlier] == [f"Dam holds, {n}" for n in earlier]
    assert tally.read == tally.added + tally.unchanged + tally.outdated == len(versions)


def test_versions_without_number_go_by_their_time(index: Index, tmp_path: Path) -> None:
    new = item(None, versioncreated="2024-05-06T12:00:00Z", body_text="The dam broke.")
    old = item(None, versioncreated="2024-05-06T10:00:00Z")
    assert run(index, tmp_path, new, old) == Tally(read=2, added=1, outdated=1)
    assert find(index)[0].body == "The dam broke."


def test_second_run_over_all_versions_changes_nothing(index: Index, tmp_path: Path) -> None:
    run(index, tmp_path, item(1), item(2))
    before = find(index)
    assert run(index, tmp_path, item(1), item(2)) == Tally(read=2, outdated=1, unchanged=1)
    assert find(index) == before


def test_link_says_what_the_older_version_was(index: Index, tmp_path: Path) -> None:
    run(index, tmp_path, item(1, versioncreated="2024-05-06T10:00:00Z"), item(2))
    (link,) = find(index)[0].earlier
    assert isinstance(link, Earlier)
    assert (link.id, link.version, link.headline) == (DAM, 1, "Dam holds, 1")
    assert str(link.published) == "2024-05-06 10:00:00+00:00"
    assert (link.source or "").endswith("00.json")


@pytest.mark.parametrize(
    ("items", "kept", "removed", "told"),
    [
        # by the same run, before and after the story, and without a version
        ([item(1), kill(2)], None, 1, ["has killed 'Dam holds'; it was taken out"]),
        ([item(1), item(2), kill(3)], None, 1, ["taken out"]),
        ([item(1), kill()], None, 1, ["taken out"]),
        ([kill(2), item(1)], None, 0, ["it was not in the index", "agency has killed it"]),
        ([kill(), item(1)], None, 0, ["it was not in the index", "agency has killed it"]),
        # a story given out again after its kill, and a kill of a version already replaced
        ([item(1), kill(2), item(3)], 3, 1, ["taken out"]),
        ([item(3), kill(2)], 3, 0, []),
        ([item(1), item(2, pubstatus="withheld")], None, 1, ["has withheld"]),
        ([item(1), item(2, pubstatus="withheld"), item(3)], 3, 1, ["has withheld"]),
    ],
)
def test_kill_takes_the_story_out_of_search_and_says_so(
    index: Index,
    tmp_path: Path,
    items: list[dict[str, Any]],
    kept: int | None,
    removed: int,
    told: list[str],
) -> None:
    tally = run(index, tmp_path, *items)
    assert [story.version for story in find(index)] == ([] if kept is None else [kept])
    assert tally.removed == removed
    assert len(tally.skipped) == len(told)
    assert all(word in each.reason for word, each in zip(told, tally.skipped, strict=True))


def test_kill_in_words_alone_says_that_it_took_nothing_out(index: Index, tmp_path: Path) -> None:
    run(index, tmp_path, item(1))
    (tmp_path / "kill.txt").write_text("MANDATORY KILL\n\nEditors: please kill the story Dam.")
    tally = ingest([tmp_path / "kill.txt"], index)
    assert (len(find(index)), tally.removed) == (1, 0)
    assert tally.skipped[0].reason == (
        "its agency has killed 'MANDATORY KILL'; which story it means, it says in words alone, "
        "so that nothing was taken out"
    )


def test_kill_reaches_what_an_earlier_run_added(index: Index, tmp_path: Path) -> None:
    run(index, tmp_path, item(1))
    tally = run(index, tmp_path, kill(2))
    assert find(index) == []
    assert (tally.read, tally.added, tally.removed) == (1, 0, 1)
    assert isinstance(tally.skipped[0], Skipped)


@pytest.mark.parametrize(
    ("items", "outcome"),
    [
        ([item(1)], Tally(read=1, skipped=(Skipped("", "its agency has killed it"),))),
        ([item(3)], Tally(read=1, added=1)),  # given out again after its kill
        ([item(None)], Tally(read=1, skipped=(Skipped("", "its agency has killed it"),))),
    ],
)
@pytest.mark.parametrize("late", [False, True])
def test_killed_story_does_not_come_back_with_a_later_run(
    tmp_path: Path, items: list[dict[str, Any]], outcome: Tally, late: bool
) -> None:
    for given in ([kill(2)] if late else [item(1), kill(2)], items):
        with open_index(str(tmp_path / "kept")) as index:
            tally = run(index, tmp_path, *given)
    nameless = tuple(replace(one, source="") for one in tally.skipped)
    assert replace(tally, skipped=nameless) == outcome


def test_story_that_was_replaced_does_not_come_back_with_a_later_run(tmp_path: Path) -> None:
    alert = item(1, uri="urn:newsml:w.example:20240506:alert")
    with open_index(str(tmp_path / "kept")) as index:
        run(index, tmp_path, item(1, replaces=[{"uri": alert["uri"]}]))
    with open_index(str(tmp_path / "kept")) as index:
        assert run(index, tmp_path, alert) == Tally(read=1, outdated=1)


@pytest.mark.parametrize("late", [False, True])
def test_story_that_takes_anothers_place(index: Index, tmp_path: Path, late: bool) -> None:
    alert = item(1, uri="urn:newsml:w.example:20240506:alert")
    story = item(1, headline="Dam holds", replaces=[{"uri": alert["uri"]}])
    tally = run(index, tmp_path, *([story, alert] if late else [alert, story]))
    assert [found.headline for found in find(index)] == ["Dam holds"]
    assert [old.id for old in find(index)[0].earlier] == ([] if late else [alert["uri"]])
    assert (tally.removed, tally.outdated) == ((0, 1) if late else (1, 0))


def test_an_item_that_is_named_by_its_guid_is_one_too(index: Index, tmp_path: Path) -> None:
    """Superdesk writes its ninjs so, with no uri."""

    def named(made: dict[str, Any]) -> dict[str, Any]:
        return {"guid": made["uri"], "pubstatus": "usable"} | {
            name: value for name, value in made.items() if name != "uri"
        }

    run(index, tmp_path, named(item(1)), named(item(2)))
    assert [(story.id, story.version) for story in find(index)] == [(DAM, 2)]
    assert run(index, tmp_path, named(kill(3))).removed == 1
    assert find(index) == []
