"""The analysis that index, query and snippet share, case by case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text import (
    find_forms,
    find_paragraphs,
    find_printed,
    find_sentences,
    find_words,
    slug,
    stem,
)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Red lines", ["red", "lines"]),
        ("“Red”—lines…", ["red", "lines"]),  # punctuation parts words
        ("EU’s EU's EUʼs", ["eu", "eu", "eu"]),  # any apostrophe
        ("can’t", ["cant"]),  # inside a word it is dropped
        ("ministers’ talks", ["ministers", "talks"]),
        ("U.S. U.N.-led J.P. Morgan", ["us", "un", "led", "jp", "morgan"]),
        ("The U.S.A.", ["the", "usa"]),
        ("non-deployment", ["non", "deployment"]),
        ("1,500.75 tonnes", ["1500.75", "tonnes"]),  # commas go, the point stays
        ("3.5 pct, up 3.", ["3.5", "pct", "up", "3"]),
        ("COVID19 G7", ["covid19", "g7"]),
        ("café cafe\u0301 CAFÉ", ["cafe", "cafe", "cafe"]),  # composed or not
        ("Łódź Ørsted Straße", ["lodz", "orsted", "strasse"]),
        ("ﬁnal ﬂight", ["final", "flight"]),  # ligatures
        ("ｆｕｌｌ", ["full"]),  # full-width
        ("co\u00adop zero\u200bwidth", ["coop", "zerowidth"]),  # nothing unseen parts a word
        ("Лавров", ["лавров"]),
        ("Российский ёж", ["российский", "еж"]),  # й is a letter of its own
        ("Αθήνα", ["αθηνα"]),
        ("القُدس", ["القدس"]),  # Arabic vowel signs are no letters
        ("米国 大統領", ["米", "国", "大", "統", "領"]),  # Chinese and Japanese: a character a word
        ("カナダ", ["カ", "ナ", "ダ"]),
        ("한국", ["한국"]),
        ("snake_case", ["snake", "case"]),
        ("½ \U0001f5de & -", ["12"]),
        ("", []),
    ],
)
def test_words(text: str, forms: list[str]) -> None:
    assert find_forms(text) == forms


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("guarantee", "guarantees", True),
        ("deploy", "deploying", True),
        ("treaty", "treaties", True),
        ("agree", "agreed", True),
        ("say", "said", True),  # irregular ones too
        ("woman", "women", True),
        ("deploy", "deployment", False),  # another word, though of one root
        ("author", "authority", False),
        ("import", "important", False),
        ("general", "generate", False),
        ("us", "we", False),
        ("goods", "good", False),
        ("fed", "feed", False),
        ("putin", "putins", False),  # a name has no inflections
        ("2022", "2023", False),
        ("port", "portugal", False),
    ],
)
def test_stems_join_inflections(one: str, other: str, same: bool) -> None:
    assert (stem(one) == stem(other)) is same


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It rose. It fell.", ["It rose.", "It fell."]),
        (
            "Gen. Ito left the U.S. on Monday. He won.",
            ["Gen. Ito left the U.S. on Monday.", "He won."],
        ),
        ('"We won." He smiled.', ['"We won."', "He smiled."]),
        ("“Why?” she asked. Nobody knew.", ["“Why?” she asked.", "Nobody knew."]),
        ("Up 3.5 pct in Jan. 2022. Down now!", ["Up 3.5 pct in Jan. 2022.", "Down now!"]),
        ("A line\nbroken by hand. Next.", ["A line\nbroken by hand.", "Next."]),
        ("He met then-Sen. Obama. He won.", ["He met then-Sen. Obama.", "He won."]),
        ("He is in the U.S. He left.", ["He is in the U.S.", "He left."]),  # a pronoun begins one
        ("At 3 p.m. The sun set.", ["At 3 p.m.", "The sun set."]),
        ("The U.S. Army won. It left.", ["The U.S. Army won.", "It left."]),
        ("Gen. They Ito won.", ["Gen. They Ito won."]),  # a title is somebody's
        ("He met J. They won.", ["He met J. They won."]),  # and so is an initial
        ("On June 1. They won.", ["On June 1.", "They won."]),  # a day is nobody's
        ("Am 1. Mai war es kalt.", ["Am 1. Mai war es kalt."]),  # a German day
        ("They said no. Others won.", ["They said no.", "Others won."]),  # an answer
        ("She read no. 5 twice.", ["She read no. 5 twice."]),  # a number
        ("1. The plan. 2. The cost.", ["1. The plan.", "2. The cost."]),  # of a list
        ("No stop\n\nNew paragraph", ["No stop", "New paragraph"]),  # a blank line ends one
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in find_sentences(text)] == sentences


def test_paragraphs_are_parted_by_blank_lines() -> None:
    text = "One\nstill one\n\n  \nTwo  \n\n"
    assert [text[start:end] for start, end in find_paragraphs(text)] == ["One\nstill one", "Two"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("São Paulo", "sao-paulo"), ("O’Dwyer, Maeve", "odwyer-maeve"), ("TASS", "tass"), ("—", "")],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(text=st.text())
def test_any_text_gives_words_in_place_whose_forms_are_their_own_forms(text: str) -> None:
    ends = [0]
    for word in find_words(text):
        assert ends[-1] <= word.start < word.end <= len(text)
        assert find_forms(word.form) == [word.form]
        ends.append(word.end)
    covered = " ".join(text[start:end] for start, end in find_sentences(text))
    assert covered.split() == text.split()


@pytest.mark.parametrize("context", ["{}", "a{}", "{}a", "0{}", "{}0"])
def test_every_character_is_read_alike_a_second_time(context: str) -> None:
    """A query is printed by its words' forms, and must be the same query when it is read again."""
    for number in [*range(0x80, 0xD800), *range(0xE000, 0x20000)]:
        text = context.format(chr(number))
        for find in (find_forms, find_printed):
            words = find(text)
            assert [again for word in words for again in find(word)] == words, hex(number)
        assert len(find_printed(text)) == len(find_forms(text)), hex(number)
