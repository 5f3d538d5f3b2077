"""Writing a segment's file from a draft."""

from collections.abc import Sequence
from typing import BinaryIO

import numpy as np

from ...schema import TEXT_FIELDS
from .columns import ColumnsWriter
from .draft import Draft
from .group import TEXT, Ints, Tokens
from .packing import GroupPacker, write_surfaces
from .stories import pack_records, write_stories
from .words import Surface, Words

ZONES = len(TEXT_FIELDS)


def write_segment(file: BinaryIO, draft: Draft) -> None:
    """The whole file of a segment that holds the draft's stories, in their order."""
    out = ColumnsWriter(file)
    write_stories(out, draft.stories, pack_records(draft.records))
    _write_words(out, draft.words)
    for name, (forms, tokens) in draft.names.items():
        packer = GroupPacker(name, 1)
        packer.add([form.encode() for form in forms], np.ones(len(forms), np.int64), tokens)
        packer.write(out)
    out.finish()


def _write_words(out: ColumnsWriter, words: Words) -> None:
    if not words.surfaces:
        return
    texts = np.repeat(np.arange(words.sizes.size), words.sizes)
    firsts = np.cumsum(words.sizes) - words.sizes
    places = (np.arange(texts.size) - firsts[texts]).astype(np.int32)
    docs, zones = (texts // ZONES).astype(np.int32), (texts % ZONES).astype(np.uint8)
    terms, term_of, form_of, forms = _lexicon(words.surfaces, words.numbers, zones)
    ordered = np.lexsort((form_of, term_of))
    per_term = np.bincount(term_of, minlength=len(terms))
    which = np.empty(ordered.size, np.int32)
    firsts = np.cumsum(per_term) - per_term
    which[ordered] = np.arange(ordered.size) - firsts[term_of[ordered]]
    packer = GroupPacker(TEXT, ZONES)
    tokens = Tokens(term_of[words.numbers], docs, zones, places, which[words.numbers])
    packer.add(terms, per_term, tokens)
    packer.write(out)
    printed = [words.surfaces[n].printed for n in ordered.tolist()]
    write_surfaces(out, forms, term_of[ordered], form_of[ordered], printed)


def _lexicon(
    surfaces: Sequence[Surface], numbers: Ints, zones: Ints
) -> tuple[list[bytes], Ints, Ints, list[tuple[str, int, int]]]:
    """The terms in order; of each surface the number of its term and of its form; the forms."""
    term_ranks = {
        term: n for n, term in enumerate(sorted({s.term for s in surfaces}, key=str.encode))
    }
    form_ranks = {
        form: n for n, form in enumerate(sorted({s.form for s in surfaces}, key=str.encode))
    }
    term_of = np.array([term_ranks[surface.term] for surface in surfaces], np.int32)
    form_of = np.array([form_ranks[surface.form] for surface in surfaces], np.int32)
    masks = np.zeros(len(form_ranks), np.int64)
    for zone in range(ZONES):
        masks[form_of[np.unique(numbers[zones == zone])]] |= 1 << zone
    terms = {surface.form: term_ranks[surface.term] for surface in surfaces}
    forms = [(form, terms[form], int(masks[number])) for form, number in form_ranks.items()]
    return [term.encode() for term in term_ranks], term_of, form_of, forms
