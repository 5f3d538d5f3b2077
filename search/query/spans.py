"""Spans: where in a zone a word, a phrase or a proximity stands, as (first word, word behind)."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from ..text import is_printed_as
from .nodes import Exact, Fuzzy, Leaf, Near, Node, Or, Phrase, Prefix, Same, Word
from .story import Text, Zone

Span = tuple[int, int]


def find_spans(place: Node, zone: Zone) -> list[Span]:
    """Every span of the place in the zone, each once, in order."""
    match place:
        case Or(parts):
            return sorted({span for part in parts for span in find_spans(part, zone)})
        case Near(first, second, distance, is_ordered):
            pairs = _pairs(find_spans(first, zone), find_spans(second, zone), is_ordered)
            return _minimal(p for p in pairs if p[1][0] - p[0][1] < distance)
        case Same(first, second, unit):
            units = zone.text.sentences if unit == "s" else zone.text.paragraphs
            pairs = _pairs(find_spans(first, zone), find_spans(second, zone), False)
            return _minimal(p for p in pairs if units[p[0][0]] == units[p[1][1] - 1])
        case Word() | Exact() | Prefix() | Fuzzy() | Phrase():
            return list(_leaf_spans(place, zone))
    raise TypeError(f"{place} stands nowhere in a text")


def match_words(leaf: Leaf, text: Text) -> list[Callable[[int], bool]]:
    """For each word of the leaf, whether it is the text's word of this number."""
    match leaf:
        case Word(form):
            return [_equals(text.terms, text.field.term(form))]
        case Phrase(forms, _, is_exact):
            if is_exact:
                return [_printed(text, form) for form in forms]
            return [_equals(text.terms, text.field.term(form)) for form in forms]
        case Exact(form):
            return [_printed(text, form)]
        case Prefix():
            form = leaf.form
            return [lambda at: text.forms[at].startswith(form)]
        case Fuzzy():
            form = leaf.form
            return [lambda at: is_one_edit(text.forms[at], form)]


def is_one_edit(one: str, other: str) -> bool:
    """Whether two words are the same but for one letter put in, left out or changed, or two
    neighbours swapped (optimal string alignment distance of at most 1).

    >>> [is_one_edit("sergei", w) for w in ("sergey", "serge", "sergeii", "segrei", "sregie")]
    [True, True, True, True, False]
    """
    if abs(len(one) - len(other)) > 1:
        return False
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    a, b = one[at:], other[at:]
    swapped = a[:2] == b[1::-1] and len(b) > 1 and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped


def _equals(words: Sequence[str], wanted: str) -> Callable[[int], bool]:
    return lambda at: words[at] == wanted


def _printed(text: Text, form: str) -> Callable[[int], bool]:
    return lambda at: is_printed_as(text.printed[at], form)


def _leaf_spans(leaf: Leaf, zone: Zone) -> Iterator[Span]:
    tests = match_words(leaf, zone.text)
    for at in range(zone.start, zone.end - len(tests) + 1):
        if all(test(at + offset) for offset, test in enumerate(tests)):
            yield at, at + len(tests)


def _pairs(
    first: Sequence[Span], second: Sequence[Span], is_ordered: bool
) -> Iterator[tuple[Span, Span]]:
    """Each first with the nearest second behind it and, unless ordered, the one before it; the
    earlier of the two comes first, and the two do not overlap."""
    starts = sorted(second)
    ends = sorted(second, key=lambda span: (span[1], span[0]))
    stops = [end for _, end in ends]
    for span in first:
        at = bisect_left(starts, (span[1], 0))
        if at < len(starts):
            yield span, starts[at]
        at = bisect_right(stops, span[0])
        if at and not is_ordered:
            yield ends[at - 1], span


def _minimal(pairs: Iterator[tuple[Span, Span]]) -> list[Span]:
    """The spans over the pairs that have no other such span inside them."""
    spans = sorted({(before[0], after[1]) for before, after in pairs}, key=lambda s: (s[0], -s[1]))
    kept: list[Span] = []
    for span in reversed(spans):
        if not kept or span[1] < kept[-1][1]:
            kept.append(span)
    return kept[::-1]
