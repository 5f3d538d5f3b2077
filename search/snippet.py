"""Snippet: a passage of a story with the places that a query matched. Never HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .article import Article
from .query.nodes import Leaf, Phrase, Prefix, Query, Word, find_leaves
from .text import WordAt, find_paragraphs, find_sentences, find_words, stem

LONGEST = 320  # characters of a passage; longer sentences are cut at words
_BEFORE = 80  # characters kept before the first mark of a sentence that is cut


@dataclass(frozen=True, slots=True)
class Snippet:
    """``marks`` are (start, end) offsets into ``text``, in order and apart; ``field`` is where it
    stands, "headline", "standfirst" or "body"."""

    field: str
    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    leaf: Leaf


def find_snippets(article: Article, query: Query, limit: int) -> tuple[Snippet, ...]:
    """The passages of the body that answer the query best, at most ``limit``, in the story's
    order; its opening where the body does not say why it was found."""
    if limit < 1 or not article.body:
        return ()
    matches = _find_matches(article.body, query, "body")
    headings = {heading.offset for heading in article.headings}
    sentences = [s for s in find_sentences(article.body) if s[0] not in headings]
    scored = sorted(_scored(sentences, matches), reverse=True)[:limit]
    if not scored:
        return (_cut("body", article.body, next(find_paragraphs(article.body), (0, 0)), []),)
    chosen = sorted((-place, inside) for _, _, place, inside in scored)
    return tuple(_cut("body", article.body, sentences[place], inside) for place, inside in chosen)


def mark_text(text: str, query: Query, field: str) -> Snippet:
    """The whole text of a field with its marks, for a headline or standfirst."""
    return Snippet(
        field, text, _apart([(m.start, m.end) for m in _find_matches(text, query, field)])
    )


def _scored(
    sentences: Sequence[tuple[int, int]], matches: Sequence[_Match]
) -> Iterator[tuple[int, int, int, list[tuple[int, int]]]]:
    """Each sentence with matches: how many parts of the query, how many marks, its place (less
    is better, so negative), its marks."""
    at = 0
    for place, (start, end) in enumerate(sentences):
        inside = []
        while at < len(matches) and matches[at].start < end:
            if matches[at].start >= start:
                inside.append(matches[at])
            at += 1
        if inside:
            marks = [(match.start, match.end) for match in inside]
            yield len({match.leaf for match in inside}), len(inside), -place, marks


def _find_matches(text: str, query: Query, field: str) -> list[_Match]:
    """Where the query's words, prefixes and phrases stand in a text, in order."""
    leaves = [leaf for leaf in find_leaves(query.tree) if leaf.field in (None, field)]
    words = list(find_words(text)) if leaves else []
    found = (match for leaf in dict.fromkeys(leaves) for match in _leaf_matches(leaf, words))
    return sorted(found, key=lambda match: (match.start, match.end))


def _leaf_matches(leaf: Leaf, words: Sequence[WordAt]) -> Iterator[_Match]:
    match leaf:
        case Word(form):
            term = stem(form)
            yield from (_Match(w.start, w.end, leaf) for w in words if w.term == term)
        case Prefix(form):
            yield from (_Match(w.start, w.end, leaf) for w in words if w.form.startswith(form))
        case Phrase(forms):
            terms = [stem(form) for form in forms]
            for at, word in enumerate(words):
                run = words[at : at + len(terms)] if word.term == terms[0] else ()
                if run and [w.term for w in run] == terms:
                    yield _Match(word.start, run[-1].end, leaf)


def _apart(marks: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The marks in order, overlapping ones made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _cut(
    field: str, text: str, passage: tuple[int, int], marks: Sequence[tuple[int, int]]
) -> Snippet:
    """The passage as a snippet: whole where it is short, else cut at words around its marks."""
    start, end = passage
    before, after = "", ""
    if end - start > LONGEST:
        first = marks[0][0] if marks else start
        if first - start > _BEFORE:
            start, before = _word_start(text, first - _BEFORE, first), "… "
        if end - start > LONGEST:
            end, after = _word_end(text, start, start + LONGEST), " …"
    shift = len(before) - start
    kept = [(a + shift, min(b, end) + shift) for a, b in _apart(marks) if start <= a < end]
    return Snippet(field, f"{before}{text[start:end]}{after}", tuple(kept))


def _word_start(text: str, at: int, last: int) -> int:
    while at < last and not text[at - 1].isspace():
        at += 1
    return at


def _word_end(text: str, first: int, at: int) -> int:
    end = at
    while end > first and not text[end].isspace():
        end -= 1
    return end if end > first else at
