"""A folder of ours in the hands of Whoosh: its reader, its results, its own writer."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import whoosh.index
from whoosh import query

from search import open_index
from search.errors import IndexUnavailable
from search.index.embedded.codec import ColumnCodec, ColumnSegment
from tests.index.whoosh_pair import Batch, assert_same, scored, write_folder, write_ordinary
from tests.story import story

PORT = story("Port talks", "The port talks failed. Talks on the port go on.", id="a", agency="AFP")
DEAD = story("Secret", "A secret treaty of the port.", id="b", agency="Reuters", speakers=["Ana"])
NATO = story("NATO meets", "NATO talks of treaties; a treaty holds.", id="c", agency="Reuters")
FLOOD = story("Flood", "The river rose.", id="d", speakers=["Ana Brás", "Rui Sá"])
BATCHES: list[Batch] = [([PORT, DEAD], {1}), ([NATO, FLOOD], set())]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_folder(tmp_path, BATCHES)
    return tmp_path


@contextmanager
def opened(folder: Path) -> Iterator[Any]:
    with whoosh.index.open_dir(str(folder)).searcher() as searcher:
        yield searcher


def ids(searcher: Any, asked: query.Query) -> list[str]:
    return [hit["id"] for hit in searcher.search(asked, limit=None)]


def test_the_dead_leave_no_trace(folder: Path) -> None:
    with opened(folder) as searcher:
        reader = searcher.reader()
        assert searcher.doc_count_all() == 3
        assert not reader.has_deletions()
        assert ("body", b"secret") not in reader
        assert ("id", b"b") not in reader
        assert b"secret" not in list(reader.lexicon("body_form"))
        assert reader.doc_frequency("body", "treaty") == 1
        assert searcher.document(id="b") is None
        assert searcher.document(id="c")["headline"] == "NATO meets"
        assert ids(searcher, query.Every()) == ["a", "c", "d"]


def test_bytes_that_are_no_text_are_no_term(folder: Path) -> None:
    with opened(folder) as searcher:
        for name in ("body", "body_form", "id", "agency"):
            assert (name, b"\xff") not in searcher.reader()
            assert ids(searcher, query.Term(name, b"\xff")) == []


def test_pages_filters_and_order_by_a_field(folder: Path) -> None:
    with opened(folder) as searcher:
        page = searcher.search_page(query.Every(), 2, pagelen=2)
        assert (page.total, page.pagecount, [hit["id"] for hit in page]) == (3, 2, ["d"])
        kept = searcher.search(query.Every(), filter=query.Term("agency", "reuters"))
        assert [hit["id"] for hit in kept] == ["c"]
        ordered = searcher.search(query.Every(), sortedby="agency", reverse=True)
        assert [hit["id"] for hit in ordered][-1] == "a"
        grouped = searcher.search(query.Every(), groupedby="agency").groups()
        assert grouped == {"afp": [0], "reuters": [1], None: [2]}
        matched = searcher.search(query.Term("body", "treaty"), terms=True)
        assert matched.matched_terms() == {("body", b"treaty")}


def test_the_best_of_many_are_the_best_of_all(tmp_path: Path) -> None:
    many = [story(f"n{n}", "talks " * (n % 7) + "port " * (n % 5), id=str(n)) for n in range(300)]
    cut: list[Batch] = [(many[:200], {3, 5, 130}), (many[200:], set())]
    write_folder(tmp_path, cut)
    asked = [
        query.Term("body", "talk"),
        query.Or([query.Term("body", "talk"), query.Term("body", "port")]),
        query.And([query.Term("body", "talk"), query.Term("body", "port")]),
    ]
    with opened(tmp_path) as searcher, write_ordinary(cut).searcher() as other:
        for each in asked:
            assert_same(searcher, other, each)
            assert scored(searcher, each, 10) == scored(searcher, each)[:10]
        needed = query.Require(asked[0], asked[2])  # with a limit Whoosh itself fails at it
        assert scored(searcher, needed) == scored(other, needed)


def test_a_field_is_highlighted(folder: Path) -> None:
    with opened(folder) as searcher:
        hit = searcher.search(query.Term("body", "treaty"))[0]
        assert hit.highlights("body").count("<b ") == 2


# Whoosh's own writer at work on our folder


def test_whoosh_deletes_by_term(folder: Path) -> None:
    index = whoosh.index.open_dir(str(folder))
    writer = index.writer()
    assert writer.delete_by_term("id", "a") == 1
    assert writer.delete_by_term("body", "river") == 1
    writer.commit(merge=False)
    with index.searcher() as searcher:
        assert ids(searcher, query.Every()) == ["c"]
        assert list(searcher.lexicon("agency")) == [b"reuters"]


def test_a_writer_that_has_deleted_still_reads_the_last_commit(folder: Path) -> None:
    writer = whoosh.index.open_dir(str(folder)).writer()
    writer.delete_by_term("id", "c")
    with writer.reader() as reader:
        assert reader.stored_fields(2)["id"] == "d"
    writer.delete_document(2)
    writer.commit(merge=False)
    with opened(folder) as searcher:
        assert ids(searcher, query.Every()) == ["a"]


def test_a_segment_of_the_dead_alone_is_empty(folder: Path) -> None:
    index = whoosh.index.open_dir(str(folder))
    index.delete_by_term("id", "a")
    with index.searcher() as searcher:
        assert ids(searcher, query.Every()) == ["c", "d"]
        assert ids(searcher, query.Term("body", "port")) == []
        assert searcher.reader().min_field_length("body") == 0


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # files left open
@pytest.mark.parametrize("options", [{"optimize": True}, {"merge": True}])
def test_whoosh_merges_none_of_our_segments(tmp_path: Path, options: dict[str, bool]) -> None:
    write_folder(tmp_path, [([story(f"n{n}", "talks")], set()) for n in range(9)])
    before = sorted(file.name for file in tmp_path.iterdir())
    with pytest.raises(IndexUnavailable, match="merged by Dateline alone"):
        whoosh.index.open_dir(str(tmp_path)).writer().commit(**options)
    after = {file.name for file in tmp_path.iterdir() if file.name.startswith("MAIN_")}
    assert after >= {name for name in before if name.startswith("MAIN_")}
    with opened(tmp_path) as searcher:
        assert len(ids(searcher, query.Term("body", "talk"))) == 9
        assert all(isinstance(one, ColumnSegment) for one in searcher.reader().segments())


def test_a_story_that_whoosh_adds_stands_in_a_segment_that_is_not_ours(folder: Path) -> None:
    """Whoosh reads both; Dateline says that the folder is not as it wrote it."""
    index = whoosh.index.open_dir(str(folder))
    writer = index.writer()
    writer.add_document(id="z", headline="Alien port")
    writer.commit(merge=False)
    with index.searcher() as searcher:
        assert ids(searcher, query.Term("headline", "port")) == ["a", "z"]
        kinds = [isinstance(one, ColumnSegment) for one in searcher.reader().segments()]
        assert kinds == [True, True, False]
    with pytest.raises(IndexUnavailable, match="another program"), open_index(str(folder)) as ours:
        ours.get("a")


def test_a_folder_that_dateline_wrote_is_read_by_whoosh(tmp_path: Path) -> None:
    with open_index(str(tmp_path)) as index:
        index.add([PORT, DEAD])
        index.add([NATO, FLOOD])
        index.remove(["b"])
        index.add([PORT])
    alike: list[Batch] = [([NATO, FLOOD], set()), ([PORT], set())]
    with opened(tmp_path) as searcher, write_ordinary(alike).searcher() as other:
        for word in ("port", "treaty", "rise", "secret"):
            asked = query.Term("body", word)
            found = {hit["id"]: hit.score for hit in searcher.search(asked)}
            assert found == {hit["id"]: pytest.approx(hit.score) for hit in other.search(asked)}


def test_a_writer_with_our_codec_adds_nothing(folder: Path) -> None:
    writer = whoosh.index.open_dir(str(folder)).writer(codec=ColumnCodec())
    with pytest.raises(IndexUnavailable, match="added with Dateline"):
        writer.add_document(id="z", headline="Alien port")
    writer.cancel()
    with opened(folder) as searcher:
        assert ids(searcher, query.Every()) == ["a", "c", "d"]
