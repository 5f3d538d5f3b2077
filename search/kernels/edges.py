"""Edges: where sentences and paragraphs start, and what of a story is its lead. Places are as in
``spans``."""

from typing import Any

from . import kernel
from .planes import number_of
from .spans import GAP_BITS


@kernel
def read_edges(
    sentences: Any,
    sentences_at: Any,
    lengths: Any,
    docs: Any,
    only_paragraphs: Any,
    at: Any,
    edges: Any,
) -> Any:
    """Where in each document sentences start, or only those that open a paragraph, and every zone.
    ``sentences`` are bytes as in ``Stories``, ``lengths`` in planes. How many edges; with empty
    ``edges`` it counts."""
    out = 0
    at[0] = 0
    for i in range(docs.size):
        doc = docs[i]
        zone, word, is_new = 0, 0, True
        for n in range(sentences_at[doc], sentences_at[doc + 1]):
            while zone < lengths.shape[0] and word >= number_of(lengths, zone, doc):
                zone, word = zone + 1, 0
            byte = sentences[n]
            if is_new and (byte & 128 or word == 0 or not only_paragraphs):
                if edges.size:
                    edges[out] = zone << GAP_BITS | word
                out += 1
            word += byte & 127
            is_new = byte & 127 < 127
        at[i + 1] = out
    return out


@kernel
def keep_lead(at: Any, starts: Any, stops: Any, edges_at: Any, edges: Any, last_zone: Any) -> Any:
    """Keep, in place, the spans in zone 0 and those within the first paragraph of the last zone;
    ``edges`` are where paragraphs start."""
    out, first = 0, 0
    for i in range(at.size - 1):
        last = at[i + 1]
        limit = (last_zone + 1) << GAP_BITS
        for n in range(edges_at[i], edges_at[i + 1]):
            if edges[n] > last_zone << GAP_BITS:
                limit = edges[n]
                break
        for span in range(first, last):
            zone = starts[span] >> GAP_BITS
            if zone == 0 or (zone == last_zone and stops[span] <= limit):
                starts[out] = starts[span]
                stops[out] = stops[span]
                out += 1
        first = last
        at[i + 1] = out
    return out
