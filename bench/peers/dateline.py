"""Dateline, through its public names only."""

from collections.abc import Iterable
from pathlib import Path

from bench.peers import FACETS, TOP, Answer, Ask
from bench.question import Question
from search import Article, Results, SearchRequest, open_index, parse_query
from search.query.request import Filter

SKIPS = "nothing"


def version() -> str:
    return "Dateline"


def build(folder: Path, stories: Iterable[Article]) -> None:
    with open_index(str(folder)) as index:
        index.add(stories)


class _Session:
    def __init__(self, folder: Path) -> None:
        self.index = open_index(str(folder))
        self.index.get("none has this id")  # it opens its files when first asked

    def prepare(self, question: Question, newest: bool) -> Ask | None:
        request = _make_request(question, newest)

        def ask() -> Answer:
            return _read_answer(self.index.search(request))

        return ask

    def close(self) -> None:
        self.index.close()


open_session = _Session


def _make_request(question: Question, newest: bool) -> SearchRequest:
    wanted = question.facet and question.value and Filter(question.facet, (question.value,))
    return SearchRequest(
        query=parse_query(str(question)),
        filters=(wanted,) if wanted else (),
        since=question.since,
        until=question.until,
        sort="newest" if newest else "relevance",
        limit=TOP,
        facets=FACETS,
        facet_size=TOP,
    )


def _read_answer(results: Results) -> Answer:
    if results.timed_out:
        raise TimeoutError("Dateline gave up on a query: its time means nothing")
    best = [(hit.id, hit.headline) for hit in results.hits]
    counts = {
        name: {value.label: value.count for value in facet.values}
        for name, facet in results.facets.items()
    }
    return Answer(results.total, best, counts)
