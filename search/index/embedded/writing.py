"""Writing a segment's file from a draft."""

from collections.abc import Sequence
from typing import BinaryIO, NamedTuple

import numpy as np

from ...kernels.placing import count_words
from ...kernels.sorting import Occurrences, sort_words
from .budget import OCCURRENCES
from .chunk import ZONES, Chunk
from .columns import ColumnsWriter
from .draft import Draft
from .gathering import cut, make_room
from .group import TEXT
from .lexicon import Lexicon
from .name_fields import NAME_FIELDS, sort_names
from .packing import GroupPacker
from .printed import SurfacePacker, write_forms
from .runs import Ints, join_texts, starts_of
from .stories import write_stories


def write_segment(file: BinaryIO, draft: Draft, most: int = OCCURRENCES) -> None:
    """The whole file of a segment that holds the draft's stories; about so many occurrences are
    put in order at once."""
    out = ColumnsWriter(file, draft.folder)
    write_stories(out, draft.rows())
    _write_words(out, draft, most)
    one = np.zeros(1, np.int32)
    for field in NAME_FIELDS:
        rows = np.concatenate([chunk.names[field.name] for chunk in draft.chunks])
        forms, found = sort_names(draft.shared.names[field.name], rows)
        if forms:
            packer = GroupPacker(out, field.name, 1)
            texts = [form.encode() for form in forms]
            packer.add(texts, np.ones(len(forms), np.int64), one, found)
            packer.write()
    out.finish()


class Ordered(NamedTuple):
    """The words of a draft in order: ``terms``; of each surface of the lexicon the place of its
    term there, and its number among the term's; the surfaces that occur, in order of term and
    form; how many each term has."""

    terms: Sequence[bytes]
    term_of: Ints
    which: Ints
    surfaces: Ints
    sizes: Ints


def _write_words(out: ColumnsWriter, draft: Draft, most: int) -> None:
    lexicon = draft.shared.lexicon
    totals, masks = _count(draft.chunks, lexicon)
    if not totals.any():
        return
    used = np.flatnonzero(totals)
    forms, form_of = _rank(lexicon.forms, lexicon.form_of, used)
    words = _order(lexicon, used, form_of)
    _pack_terms(out, draft.chunks, words, totals, most)
    form_terms, zones = np.empty(len(forms), np.int32), np.zeros(len(forms), np.uint8)
    form_terms[form_of[used]] = words.term_of[used]
    np.bitwise_or.at(zones, form_of[used], masks[used])
    write_forms(out, join_texts(forms), form_terms, zones)
    printed, surfaces = lexicon.printed, SurfacePacker(out)
    texts = [printed[number].encode() for number in words.surfaces.tolist()]
    surfaces.add(texts, form_of[words.surfaces], words.sizes)
    surfaces.write(np.arange(len(forms)))


def _count(chunks: Sequence[Chunk], lexicon: Lexicon) -> tuple[Ints, Ints]:
    """Of each surface how often it occurs, and a bit for each zone it stands in."""
    size = lexicon.form_of.size
    totals, masks = np.zeros(size, np.int64), np.zeros(size, np.uint8)
    for chunk in chunks:
        count_words(chunk.stream, chunk.text_sizes, ZONES, totals, masks)
    return totals, masks


def _rank(texts: Sequence[str], of: Ints, used: Ints) -> tuple[list[bytes], Ints]:
    """The texts of what is used, in order of their UTF-8; of each the place of its text there."""
    numbers = np.unique(of[used]).tolist()
    ordered = sorted(numbers, key=texts.__getitem__)
    rank = np.full(len(texts), -1, np.int32)
    rank[ordered] = np.arange(len(ordered), dtype=np.int32)
    return [texts[number].encode() for number in ordered], rank[of]


def _order(lexicon: Lexicon, used: Ints, form_of: Ints) -> Ordered:
    terms, term_of = _rank(lexicon.terms, lexicon.term_of[lexicon.form_of], used)
    surfaces = used[np.lexsort((form_of[used], term_of[used]))]
    sizes = np.bincount(term_of[used], minlength=len(terms))
    which = np.zeros(term_of.size, np.int32)
    which[surfaces] = np.arange(used.size) - np.repeat(starts_of(sizes)[:-1], sizes)
    return Ordered(terms, term_of, which, surfaces, sizes)


def _pack_terms(
    out: ColumnsWriter, chunks: Sequence[Chunk], words: Ordered, totals: Ints, most: int
) -> None:
    """Pack the lists of all terms, so many at a time as have about ``most`` occurrences."""
    per_term = np.zeros(len(words.terms), np.int64)
    np.add.at(per_term, words.term_of[words.surfaces], totals[words.surfaces])
    packer = GroupPacker(out, TEXT, ZONES)
    for first, stop in cut(per_term, most):
        found = _sort(chunks, words.term_of, first, per_term[first:stop])
        packer.add(words.terms[first:stop], words.sizes[first:stop], words.which, found)
        del found  # before there are others
    packer.write()


def _sort(chunks: Sequence[Chunk], term_of: Ints, first: int, per_term: Ints) -> Occurrences:
    """The occurrences of some terms from ``first`` on, which have so many each."""
    found, doc = make_room(per_term), 0
    for chunk in chunks:
        sort_words(chunk.stream, chunk.text_sizes, ZONES, doc, term_of, first, found)
        doc += chunk.days.size
    return found
