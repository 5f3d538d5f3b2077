"""Packing: from occurrences of terms to the arrays of a group, some terms at a time."""

from collections.abc import Sequence

import numpy as np

from ...kernels.bits import width_of
from ...kernels.lists import BLOCK, RARE
from ...kernels.packing import code_counts, group_tokens, pack_lists, sort_tokens
from .columns import ColumnsWriter, text_column
from .group import Ints, Tokens


class GroupPacker:
    """Takes a group's terms in order, in runs, and keeps what their arrays will hold."""

    def __init__(self, name: str, zones: int) -> None:
        self.name = name
        self._zones = zones
        self._parts: dict[str, list[Ints]] = {}
        self._texts: list[bytes] = []
        self._postings = self._blocks = 0
        self._bits = {"docs": 0, "places": 0}  # 64-bit words so far
        self._rows = np.zeros((RARE, zones), np.int32)
        self._slots = np.full(1024, -1, np.int32)
        self._rare_counts: list[Ints] = []
        self._used = 0

    def add(self, texts: Sequence[bytes], surfaces: Ints, tokens: Tokens) -> None:
        """The next terms, in order of their text; ``surfaces`` is how many surfaces each has,
        and the terms of ``tokens`` are numbered from the first of these."""
        if not texts:
            return
        form_bits = np.array([width_of(int(n) - 1) for n in surfaces], np.uint8)
        values = tokens.places.astype(np.int64) << form_bits[tokens.terms] | tokens.forms
        totals = np.bincount(tokens.terms, minlength=len(texts)).astype(np.int64)
        ordered = sort_tokens(tokens.terms, tokens.docs, tokens.zones, values, totals)
        self._texts += texts
        self._keep("form_bits", form_bits)
        self._keep("totals", totals)
        self._pack(len(texts), *ordered)

    def write(self, out: ColumnsWriter) -> None:
        """Write the group's arrays; nothing where it has no terms."""
        if not self._texts:
            return
        run, at = text_column(self._texts)
        out.add(f"{self.name}.terms", run)
        out.add(f"{self.name}.terms.at", at)
        self._keep("table", np.array([[self._postings, self._blocks]], np.int64))
        self._keep("counts", np.concatenate([self._rows, *self._rare_counts]))
        self._keep("rare", np.zeros(0, np.int64))
        for name, parts in self._parts.items():
            out.add(f"{self.name}.{name}", *parts)

    def _pack(self, terms: int, tok_terms: Ints, docs: Ints, zones: Ints, values: Ints) -> None:
        sizes = np.zeros(terms, np.int64)
        with_zone = np.zeros((terms, self._zones), np.int32)
        posting_docs = np.empty(docs.size, np.int32)
        counts = np.zeros((docs.size, self._zones), np.int32)
        n = group_tokens(tok_terms, docs, zones, sizes, with_zone, posting_docs, counts)
        posting_docs, counts = posting_docs[:n], counts[:n]
        blocks_of = (sizes + BLOCK - 1) // BLOCK
        self._keep_codes(counts)
        self._keep_bits(sizes, posting_docs, counts.sum(axis=1), values, int(blocks_of.sum()))
        starts = np.empty((terms, 2), np.int64)
        starts[:, 0] = self._postings + np.cumsum(sizes) - sizes
        starts[:, 1] = self._blocks + np.cumsum(blocks_of) - blocks_of
        self._keep("table", starts)
        self._keep("with_zone", with_zone)
        self._postings += n
        self._blocks += int(blocks_of.sum())

    def _keep_codes(self, counts: Ints) -> None:
        codes = np.empty(counts.shape[0], np.uint8)
        self._used = code_counts(counts, self._rows, self._slots, self._used, codes)
        self._keep("codes", codes)
        rare = np.flatnonzero(codes == RARE)
        if rare.size:
            self._keep("rare", rare + self._postings)
            self._rare_counts.append(counts[rare])

    def _keep_bits(
        self, sizes: Ints, posting_docs: Ints, totals: Ints, values: Ints, blocks: int
    ) -> None:
        packed = np.empty((blocks, 3), np.int64)
        nothing = np.empty(0, np.uint64)
        bits = pack_lists(sizes, posting_docs, totals, values, packed, nothing, nothing)
        docs, places = (np.zeros((int(n) + 63) // 64 + 1, np.uint64) for n in bits)
        pack_lists(sizes, posting_docs, totals, values, packed, docs, places)
        for column, (name, words) in enumerate((("docs", docs), ("places", places)), start=1):
            packed[:, column] += self._bits[name] << 12  # 64 bits a word, 6 bits of width
            self._bits[name] += words.size
            self._keep(name, words)
        self._keep("blocks", packed)

    def _keep(self, name: str, part: Ints) -> None:
        self._parts.setdefault(name, []).append(part)


def write_surfaces(
    out: ColumnsWriter,
    forms: Sequence[tuple[str, int, int]],
    surface_terms: Ints,
    surface_forms: Ints,
    surfaces: Sequence[str],
) -> None:
    """The text group's words as printed. ``forms``: each folded form, its term and a bit for each
    zone it stands in, in order of its UTF-8; ``surfaces``: the words as printed, in order of their
    terms and of the surface's number in the term, with the numbers of term and form."""
    run, at = text_column(form.encode() for form, _, _ in forms)
    out.add("text.forms", run)
    out.add("text.forms.at", at)
    out.add("text.forms.term", np.array([term for _, term, _ in forms], np.int32))
    out.add("text.forms.zones", np.array([zones for _, _, zones in forms], np.uint8))
    run, at = text_column(map(str.encode, surfaces))
    out.add("text.surfaces", run)
    out.add("text.surfaces.at", at)
    out.add("text.surfaces.form", surface_forms.astype(np.int32))
    per_term = np.bincount(surface_terms)
    first = np.zeros(per_term.size + 1, np.int64)
    np.cumsum(per_term, out=first[1:])
    out.add("text.surfaces.first", first)
