"""Spans: where in a zone a word, a phrase or a proximity stands, as (first word, word behind)."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from ..text import is_printed_as
from .nodes import Exact, Fuzzy, Leaf, Near, Node, Or, Phrase, Prefix, Same, Word
from .story import Text, Zone

Span = tuple[int, int]
WordTest = Callable[[int], bool]


def find_spans(place: Node, zone: Zone) -> list[Span]:
    """Every span of the place in the zone, each once, in order."""
    found = _find_spans(place, zone)
    return [span for span in found if zone.holds(*span)] if zone.asides else found


def _find_spans(place: Node, zone: Zone) -> list[Span]:
    """The same, in the asides too."""
    match place:
        case Or(parts):
            return sorted({span for part in parts for span in _find_spans(part, zone)})
        case Near(first, second, distance, is_ordered):
            pairs = _pairs(_find_spans(first, zone), _find_spans(second, zone), is_ordered)
            return _minimal(p for p in pairs if p[1][0] - p[0][1] < distance)
        case Same(first, second, unit):
            units = zone.text.sentences if unit == "s" else zone.text.paragraphs
            pairs = _pairs(_find_spans(first, zone), _find_spans(second, zone), False)
            return _minimal(p for p in pairs if units[p[0][0]] == units[p[1][1] - 1])
        case Word() | Exact() | Prefix() | Fuzzy() | Phrase():
            return _leaf_spans(place, zone)
    raise TypeError(f"{place} stands nowhere in a text")


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


def _leaf_spans(leaf: Leaf, zone: Zone) -> list[Span]:
    """Where the leaf's first word stands, if the others follow it."""
    if isinstance(leaf, Word):
        wanted = zone.text.field.term(leaf.form)
        return [(at, at + 1) for at in _places(zone.text.terms, wanted, zone)]
    first, *others = _word_tests(leaf, zone.text)
    stop = zone.end - len(others)
    found = [at for at in range(zone.start, stop) if first(at)]
    for offset, test in enumerate(others, start=1):
        found = [at for at in found if test(at + offset)]
    return [(at, at + 1 + len(others)) for at in found]


def _places(words: list[str], wanted: str, zone: Zone) -> Iterator[int]:
    """Where a word stands in the zone: one step a mention, not one a word."""
    at = zone.start
    for _ in range(words.count(wanted)):
        try:
            at = words.index(wanted, at, zone.end) + 1
        except ValueError:
            return
        yield at - 1


def _word_tests(leaf: Leaf, text: Text) -> list[WordTest]:
    """For each word of the leaf, whether it is the text's word of this number."""
    match leaf:
        case Exact(form):
            return [_is_printed(text, form)]
        case Phrase(forms, _, True):
            return [_is_printed(text, form) for form in forms]
        case Phrase(forms):
            return [_is_term(text, form) for form in forms]
        case Prefix():
            return [lambda at: text.forms[at].startswith(leaf.form)]
        case Fuzzy():
            return [lambda at: is_one_edit(text.forms[at], leaf.form)]
    raise TypeError(f"{leaf} has no words to compare")


def _is_term(text: Text, form: str) -> WordTest:
    terms, wanted = text.terms, text.field.term(form)
    return lambda at: terms[at] == wanted


def _is_printed(text: Text, form: str) -> WordTest:
    printed = text.printed
    return lambda at: is_printed_as(printed[at], form)


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
