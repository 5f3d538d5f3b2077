"""The compiled reading of words and sentences against the regular expressions that define it."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import search.kernels.numbering as kernels
from search.compiled import abbreviations, characters
from search.kernels.numbering import WordTable
from search.kernels.words import code_points, sentence_bounds, word_bounds
from search.query.story import Text
from search.schema import FIELDS
from search.text import _WORD, find_paragraphs, find_sentences, find_word_spans, word_form

Span = tuple[int, int]

# what can go wrong: digits of three scripts, stops, apostrophes, what is unseen in a word, letters
# with no case, kana of one and two, letters whose small form is ASCII, space of each kind, halves
TROUBLE = (
    "aZsé.,.,'’‘ʼ\u02bc-_019٣९ \n\n\r\t\x0b\x1c\x85\xa0\u2028\u3000!?…\"”»)]“(«\u0301\u0308\u00ad"
    "\u200b\u200f\u2060\ufeff\u05b0\u064bΩσςЖжёй\u0306اقאב½²ªⅳⓐ米国カガ\u3099\u309aゟヿ〸한ｱﾞ㆖\u3040"
    "\U00020000\U0001f5deſßﬆK\ud800\U0010ffff\x00"
)
PIECES = [
    *TROUBLE,
    *"Mr. U.S. U.N 1,500.75 3.5 can’t st. Co. then-Sen. He -it The, \n\n \n Sept".split(" "),
    "No.",
    "etc",
]
trouble = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
texts = trouble | st.text(max_size=40)
# what a character may stand between
AROUND = ["{}", "a{}", "{}a", "a{}a", "1{}1", "{}.{}.", "a.{}.{}a", "a.b.{}", "'{}", "a'{}", "カ{}"]
AROUND_A_STOP = ["a {}. Ba", "aa. {}a", "aa{} Ba", "aa.{} Ba", "aa.{}Ba", "a {}st. Ba", "a S{}. Ba"]


def spans(bounds: "np.ndarray[tuple[int, int], np.dtype[np.int32]]") -> list[Span]:
    return [(start, end) for start, end in bounds.tolist()]


def words(text: str) -> list[Span]:
    codes = code_points(text)
    return spans(word_bounds(codes, characters().classes(codes)))


def sentences(text: str) -> tuple[list[Span], list[int]]:
    """The sentences, and the paragraph of each."""
    codes = code_points(text)
    bounds, firsts = sentence_bounds(codes, characters().classes(codes), abbreviations())
    numbers = np.searchsorted(firsts, np.arange(len(bounds)), "right") - 1
    return spans(bounds), numbers.tolist()


def defined_words(text: str) -> list[Span]:
    return [match.span() for match in _WORD.finditer(text)]


def defined_sentences(text: str) -> tuple[list[Span], list[int]]:
    found, paragraphs = list(find_sentences(text)), list(find_paragraphs(text))
    return found, [
        next(number for number, (_, end) in enumerate(paragraphs) if start < end)
        for start, _ in found
    ]


@given(text=texts)
@example(text="")
@example(
    text="U.S.A U.S.Army U.S.1 1,500.75 1,5,,6 1.a a.1.2 cafe\u0301 can''t ʼʼ _a_ カ\u3099ゟ.ゟ."
)
def test_words_are_those_of_the_expression(text: str) -> None:
    assert words(text) == defined_words(text)


@given(text=texts)
@example(text="")
@example(
    text="U.S. He U.S. Hé p.m. ﬅhe a-Mr. a-b. Then-Gen. U.S. She-bear. "
    "At Co. \n He. (St. x). “Mr. A.B. Ito.” U.S. We. Ok … no. ſt. Aﬆ. Koﬆ. K. \n\n\n Ok.\n"
)
def test_sentences_are_those_of_the_expression(text: str) -> None:
    assert sentences(text) == defined_sentences(text)


@pytest.mark.parametrize("context", AROUND)
def test_every_character_is_read_alike_in_a_word(context: str) -> None:
    text = "\n\n".join(context.replace("{}", chr(code)) for code in range(0x110000))
    assert words(text) == defined_words(text)


@pytest.mark.parametrize("context", AROUND_A_STOP)
def test_every_character_is_read_alike_in_a_sentence(context: str) -> None:
    text = "\n\n".join(context.replace("{}", chr(code)) for code in range(0x110000))
    codes = code_points(text)
    bounds, _ = sentence_bounds(codes, characters().classes(codes), abbreviations())
    assert spans(bounds) == list(find_sentences(text))


@given(parts=st.lists(texts, max_size=6))
def test_texts_joined_by_blank_lines_are_read_as_each_alone(parts: list[str]) -> None:
    """So many texts may be read at once."""
    expected: tuple[list[Span], list[Span]] = ([], [])
    at = 0
    for part in parts:
        for found, alone in zip(expected, (words(part), sentences(part)[0]), strict=True):
            found += [(start + at, end + at) for start, end in alone]
        at += len(part) + 2
    joined = "\n\n".join(parts)
    assert (words(joined), sentences(joined)[0]) == expected


@given(text=texts)
def test_each_word_is_in_the_sentence_and_the_paragraph_of_its_story(text: str) -> None:
    story = Text(FIELDS["body"], text)
    bounds, paragraphs = sentences(text)
    starts = np.array([start for start, _ in story.spans], np.int64)
    ends = np.array([end for _, end in bounds], np.int64)
    numbers = np.searchsorted(ends, starts, "right")
    assert numbers.tolist() == story.sentences
    assert [paragraphs[number] for number in numbers] == story.paragraphs


@given(text=texts.map(lambda text: text * 8))
def test_a_long_text_has_the_words_of_the_expression(text: str) -> None:
    kept = [(span, word_form(text[slice(*span)])) for span in defined_words(text)]
    kept = [(span, form) for span, form in kept if form]
    assert find_word_spans(text) == ([span for span, _ in kept], [form for _, form in kept])


def check_numbers(table: WordTable, known: list[str], text: str) -> None:
    """One more text for the table; ``known`` are its words so far."""
    codes = code_points(text)
    bounds = word_bounds(codes, characters().classes(codes))
    numbers, new = table.number(codes, bounds)
    read = [text[start:end] for start, end in bounds.tolist()]
    fresh = [read[at] for at in new.tolist()]
    assert fresh == list(dict.fromkeys(word for word in read if word not in known))
    known += fresh
    assert [known[number] for number in numbers.tolist()] == read
    assert len(table) == len(known)


@pytest.mark.parametrize("hashed", [None, 0, 2**64 - 1])
@given(parts=st.lists(texts, max_size=5))
def test_a_table_numbers_words_by_first_sight(hashed: int | None, parts: list[str]) -> None:
    """However small it was, and though every word had the same hash."""
    with pytest.MonkeyPatch.context() as patch:
        if hashed is not None:
            alike = np.uint64(hashed)
            patch.setattr(kernels, "hash_words", lambda _, b, __: np.full(len(b), alike))
        table, known = WordTable(size=2), list[str]()
        for part in parts:
            check_numbers(table, known, part)


def test_a_table_grows_for_many_words_and_for_a_long_one() -> None:
    table, known = WordTable(size=2), list[str]()
    check_numbers(table, known, " ".join(f"w{number % 700}" for number in range(2_000)))
    check_numbers(table, known, f"{'a' * 100_000} b {'a' * 99_999} {'a' * 100_000} w1")
