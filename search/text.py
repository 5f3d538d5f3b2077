"""Words, sentences and paragraphs: the one analysis for index, query and snippet.

>>> [w.term for w in find_words("The U.S. can’t satisfy EU’s café-owners")]
['the', 'us', 'cant', 'satisfi', 'eu', 'cafe', 'owner']
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import Stemmer

# letters and digits, and what may stand unseen among them: accents, joiners, soft hyphens
_LETTERS = r"[^\W_] (?: [^\W_] | [\u0300-\u036f\u064b-\u065f\u00ad\u200b-\u200f\u2060] )*"
# "U.S." "can’t" "L'Aquila" "1,500.75" "café" "COVID" "米"
_WORD = re.compile(
    rf"""
      (?: [^\W\d_] \. ){{2,}} (?: [^\W\d_] (?!\w) )?   # initials: U.S. or U.S.A
    | \d+ (?: [.,]\d+ )+                               # 1,500.75 is one number
    | {_LETTERS} (?: ['’‘ʼ] {_LETTERS} )*              # apostrophes inside
    """,
    re.VERBOSE,
)
_POSSESSIVE = re.compile(r"['’‘ʼ][sS]$")
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ħ": "h"}
)
_ENGLISH = Stemmer.Stemmer("english")

_SENTENCE_END = re.compile(r"""(?<![.!?…]) [.!?…]++ ["'”’»)\]]* (?= \s )""", re.VERBOSE)
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
# a full stop after one of these ends no sentence
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof gen col lt maj capt sgt sen rep gov pres rev hon st jr sr messrs mme
    jan feb mar apr jun jul aug sep sept oct nov dec no nos vs inc corp ltd co bros dept est
    approx fig ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss
    mo mont neb nev okla ore pa tenn tex va vt wash wis wyo""".split()
)


class WordAt(NamedTuple):
    """A word of a text: what it is indexed as, its plain form, and where it stands."""

    term: str
    form: str
    start: int
    end: int


def fold(text: str) -> str:
    """Compatibility forms, letter case and accents taken off: "CAFÉ" and "café" are "cafe"."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(c for c in parts if not unicodedata.combining(c)).translate(_UNDECOMPOSED)


@lru_cache(maxsize=200_000)
def word_form(word: str) -> str:
    """One word, folded, without its possessive, initials' stops or number's commas."""
    kept = "." if word[0].isdigit() else ""
    bare = _POSSESSIVE.sub("", word) if word[-1] in "sS" else word
    return "".join(c for c in fold(bare) if c.isalnum() or c == kept).strip(".")


@lru_cache(maxsize=200_000)
def stem(form: str) -> str:
    """The term a folded form is indexed under: its English stem; numbers stay themselves."""
    return form if form[0].isdigit() else str(_ENGLISH.stemWord(form))


def find_words(text: str) -> Iterator[WordAt]:
    """Each word of the text, in order."""
    for match in _WORD.finditer(text):
        form = word_form(match.group())
        if form:
            yield WordAt(stem(form), form, match.start(), match.end())


def find_terms(text: str) -> list[str]:
    """The terms of running text, in order: stems."""
    return [word.term for word in find_words(text)]


def find_forms(text: str) -> list[str]:
    """The words of a name, in order: folded but never stemmed."""
    return [word.form for word in find_words(text)]


def slug(text: str) -> str:
    """A name as it stands in a URL and a filter: "São Paulo" is "sao-paulo"."""
    return "-".join(find_forms(text))


def find_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph: runs of text parted by blank lines."""
    for match in _PARAGRAPH.finditer(text):
        yield match.start(), match.start() + len(match.group().rstrip())


def find_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; a blank line always ends one.

    >>> text = 'Gen. Ito left the U.S. on Monday. "We won." He smiled.'
    >>> [text[a:b] for a, b in find_sentences(text)]
    ['Gen. Ito left the U.S. on Monday.', '"We won."', 'He smiled.']
    """
    for start, end in find_paragraphs(text):
        for stop in _SENTENCE_END.finditer(text, start, end):
            if not _runs_on(text, start, stop, end):
                yield start, stop.end()
                start = _next_letter(text, stop.end(), end)
        if start < end:
            yield start, end


def _next_letter(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _runs_on(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether the sentence goes on after this full stop: an abbreviation, an initial, or a
    small letter next."""
    follows = text[_next_letter(text, stop.end(), end) : end][:1]
    if follows.islower():
        return True
    if stop.group() != ".":
        return False
    word = text[max(start, stop.start() - 12) : stop.start()].rsplit(None, 1)[-1:]
    last = word[0].lstrip("\"'“‘(") if word else ""
    return last.casefold() in _ABBREVIATIONS or len(last) == 1 or ("." in last and len(last) < 6)
