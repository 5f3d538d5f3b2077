"""Edges: where sentences and paragraphs start, and what of a story is its lead."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.index.embedded.planes import split_planes
from search.index.embedded.stories import encode_sentences
from search.kernels.edges import keep_lead, read_edges
from tests.kernels.arrays import GAP, Span, listed, numbers, spans_of, starts_of

Zone = list[tuple[int, bool]]  # of each sentence its words, and whether it opens a paragraph
Document = list[Zone]
NOTHING = np.empty(0, np.int64)
LAST = 2  # the last zone, the body


def edges_of(documents: list[Document], asked: list[int], only_paragraphs: bool) -> list[list[int]]:
    """The edges in the documents asked for, as the kernel reads them."""
    sentences = [[sentence for zone in zones for sentence in zone] for zones in documents]
    words = np.array([n for row in sentences for n, _ in row], np.int64)
    opens = np.array([opens for row in sentences for _, opens in row], bool)
    run, sizes = encode_sentences(words, opens)
    first = starts_of([len(row) for row in sentences])
    at = starts_of(sizes.tolist())[first]
    lengths = np.array(
        [[sum(n for n, _ in zones[zone]) for zones in documents] for zone in range(LAST + 1)],
        np.int32,
    ).reshape(LAST + 1, -1)
    planes = split_planes(lengths, int(lengths.max(initial=0)))
    given_ = (run, at, planes, np.array(asked, np.int32), only_paragraphs)
    out_at = np.empty(len(asked) + 1, np.int64)
    found = np.empty(read_edges(*given_, out_at, NOTHING), np.int64)
    assert read_edges(*given_, out_at, found) == found.size
    return [found[a:b].tolist() for a, b in pairwise(out_at)]


def plain(document: Document, only_paragraphs: bool) -> list[int]:
    """Every zone starts an edge, every sentence does, or those that open a paragraph."""
    out = []
    for zone, sentences in enumerate(document):
        word = 0
        for words, opens in sentences:
            if opens or word == 0 or not only_paragraphs:
                out.append(zone * GAP + word)
            word += words
    return out


@pytest.mark.parametrize(
    ("document", "sentences", "paragraphs"),
    [
        ([[], [], []], [], []),  # nothing was written
        ([[(3, True)], [], []], [0], [0]),
        ([[(3, True)], [], [(2, True)]], [0, 2 * GAP], [0, 2 * GAP]),  # a zone left out
        ([[], [], [(4, True), (5, False)]], [2 * GAP, 2 * GAP + 4], [2 * GAP]),
        ([[(2, False), (1, False)], [], []], [0, 2], [0]),  # a zone's first opens it in any case
        ([[(127, True), (1, False)], [], []], [0, 127], [0]),  # two bytes for one sentence
        ([[(300, True), (1, True)], [], []], [0, 300], [0, 300]),  # three
    ],
)
def test_edges_are_read(document: Document, sentences: list[int], paragraphs: list[int]) -> None:
    assert edges_of([document], [0], False) == [sentences]
    assert edges_of([document], [0], True) == [paragraphs]


lengths = st.integers(1, 9) | st.sampled_from([126, 127, 128, 254, 381])
zones = st.lists(st.tuples(lengths, st.booleans()), max_size=4)
documents = st.lists(st.tuples(zones, zones, zones).map(list), min_size=1, max_size=4)


@given(documents, st.data(), st.booleans())
def test_edges_are_those_of_the_sentences(
    held: list[Document], data: st.DataObject, only_paragraphs: bool
) -> None:
    asked = sorted(data.draw(st.sets(st.integers(0, len(held) - 1))))
    expected = [plain(held[n], only_paragraphs) for n in asked]
    assert edges_of(held, asked, only_paragraphs) == expected


def lead(held: list[list[Span]], edges: list[list[int]]) -> list[list[Span]]:
    at, starts, stops = spans_of(held)
    flat = numbers(*(edge for row in edges for edge in row))
    n = keep_lead(at, starts, stops, starts_of([len(row) for row in edges]), flat, LAST)
    return listed(at, starts[:n], stops[:n])


def in_lead(span: Span, paragraphs: list[int]) -> bool:
    """In the headline, or wholly within the body's first paragraph."""
    start, stop = span
    behind = [edge for edge in paragraphs if edge > LAST * GAP]
    is_first = stop <= min(behind, default=(LAST + 1) * GAP)
    return start // GAP == 0 or (start // GAP == LAST and is_first)


@pytest.mark.parametrize(
    ("span", "edges", "is_kept"),
    [
        ((5, 6), [0, 2 * GAP], True),  # the headline
        ((GAP, GAP + 1), [0, GAP, 2 * GAP], False),  # the standfirst is not the lead
        ((2 * GAP, 2 * GAP + 1), [2 * GAP, 2 * GAP + 9], True),
        ((2 * GAP + 7, 2 * GAP + 9), [2 * GAP, 2 * GAP + 9], True),  # its last words
        ((2 * GAP + 8, 2 * GAP + 10), [2 * GAP, 2 * GAP + 9], False),  # over its end
        ((2 * GAP + 99, 2 * GAP + 100), [2 * GAP], True),  # a body of one paragraph
        ((7, 9), [0, 8], True),  # a headline's paragraphs count for nothing
    ],
)
def test_a_span_is_in_the_lead(span: Span, edges: list[int], is_kept: bool) -> None:
    assert lead([[span]], [edges]) == [[span] if is_kept else []]


places = st.builds(lambda zone, at: zone * GAP + at, st.integers(0, LAST), st.integers(0, 20))
spans = st.sets(st.tuples(places, st.integers(1, 4)), max_size=6).map(
    lambda held: sorted((start, start + size) for start, size in held)
)
edges = st.sets(places, max_size=5).map(sorted)


@given(st.lists(st.tuples(spans, edges), max_size=4))
def test_the_lead_keeps_its_own_spans(held: list[tuple[list[Span], list[int]]]) -> None:
    expected = [[span for span in row if in_lead(span, cut)] for row, cut in held]
    assert lead([row for row, _ in held], [cut for _, cut in held]) == expected
