"""Words, sentences and paragraphs: the one analysis for index, query and snippet.

>>> [w.term for w in find_words("The U.S. can’t satisfy EU’s café-owners")]
['the', 'us', 'cant', 'satisfy', 'eu', 'cafe', 'owner']
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .lemmas import find_lemma

# what may stand unseen inside a word: accents of Latin, Greek, Hebrew and Arabic, joiners, hyphens
INNER = r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u00ad\u200b-\u200f\u2060\ufeff"
# Chinese and Japanese print no spaces: there each character is a word, and words typed together
# are a phrase
CJK = (
    r"\u3038-\u303a\u3040-\u309e\u30a0-\u30fe\u3192-\u319f\u3220-\u3229\u3280-\u3289"
    r"\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0002fa1f"
)
VOICING = r"\u3099\u309a"
OTHER = rf"(?! [{CJK}\u309f\u30ff] ) [^\W_]"  # the two left out are two kana in one
LETTER = r"[^\W\d_]"
APOSTROPHES = "'’‘ʼ"
_LETTERS = rf"{OTHER} (?: {OTHER} | [{INNER}] )*"
# "U.S." "can’t" "L'Aquila" "1,500.75" "café" "COVID" "米"
_WORD = re.compile(
    rf"""
      [A-Za-z]++ (?= [ ,\n] )                           # most words: nothing else can be in them
    | (?: {LETTER} \. ){{2,}} (?: {LETTER} (?!\w) )?   # initials: U.S. or U.S.A
    | \d+ (?: [.,]\d+ )+                               # 1,500.75 is one number
    | [{CJK}] [{VOICING}]?
    | {_LETTERS} (?: [{APOSTROPHES}] {_LETTERS} )*    # apostrophes inside
    """,
    re.VERBOSE,
)
_ACCENTS = "".join(map(chr, range(0x300, 0x370)))
_APOSTROPHE = re.compile("['‘ʼ]")
_DOUBLED = re.compile("’’+")  # from "’ŉ": the letter is an apostrophe and an n
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}][sS]$")
# letters that are no base with an accent; the last two are an apostrophe and
# the stroke that only lengthens Arabic words
_UNDECOMPOSED = str.maketrans(
    {pair[0]: pair[1:] for pair in "øo đd ðd łl æae œoe þth ıi ħh ʼ \u0640".split()}
)
# words that share a form with another word's inflection and are not it ("us" is no "we"); each
# was found among the families of some 20,000 real stories
_THEMSELVES = frozenset(
    """us am ai na ta lan gan gin ca don dont ve em vs cola maria capita lei nem etc better best
    worse worst less least elder bayer holden opera goods united media outlay dat og ani cal
    mohammad mohamad muhammad fed seventh bare wan hid customs arms securities proceeds futures
    bore saw wound lay""".split()
)
_KEPT = 50_000  # words that are looked at once: more would take tens of megabytes
_SHORTEST = 3  # letters of a word that has inflections

STOPS = ".!?…"
CLOSERS = r"\"'”’»)\]"
OPENERS = "\"'“‘("
_SENTENCE_END = re.compile(
    # (the stop comes first: one set of letters is looked for quickly)
    rf"""
    (?P<end> [{STOPS}] (?<![{STOPS}]{{2}}) [{STOPS}]*+ [{CLOSERS}]*+ ) \s++ (?= (?P<next> \S* ) )
    """,
    re.VERBOSE,
)
_PARAGRAPH = re.compile(r"\S(?:[^\n]++|\n(?!\s*\n))*")
# a full stop after one of these ends no sentence
ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof gen col lt maj capt sgt sen rep gov pres rev hon st jr sr messrs mme
    jan feb mar apr jun jul aug sep sept oct nov dec no nos vs inc corp ltd co bros dept est
    approx fig ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss
    mo mont neb nev okla ore pa tenn tex va vt wash wis wyo""".split()
)
# a full stop after initials ("U.S.") ends one where this is next
OPENINGS = frozenset("but he her his it its she that the their these they this those we".split())

_LONG = 150  # characters; in a longer text the kernels find the words quicker


class WordAt(NamedTuple):
    """A word of a text: what it is indexed as, its plain form, and where it stands."""

    term: str
    form: str
    start: int
    end: int


def fold(text: str) -> str:
    """Compatibility forms, letter case and accents taken off: "CAFÉ" and "café" are "cafe".

    What makes another letter stays: the breve of "й", the voicing marks of kana.
    """
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = parts.replace("и\u0306", "й")
    bare = "".join(c for c in kept if not unicodedata.combining(c) or c in "\u3099\u309a")
    return unicodedata.normalize("NFC", bare.translate(_UNDECOMPOSED))


@lru_cache(maxsize=_KEPT)
def word_form(word: str) -> str:
    """One word, folded, without its possessive, initials' stops or number's commas."""
    if word.isascii() and word.isalnum():
        return word.lower()
    kept = "." if "." in word and word[0].isdigit() else ""
    bare = _POSSESSIVE.sub("", word) if word[-1] in "sS" else word
    return "".join(c for c in fold(bare) if c.isalnum() or c == kept).strip(".")


@lru_cache(maxsize=_KEPT)
def printed_form(word: str) -> str:
    """One word as printed, capitals and accents kept: only its possessive, initials' stops,
    number's commas and unseen characters go, and apostrophes become one kind."""
    if word.isascii() and word.isalnum():
        return word
    kept = "’." if "." in word and word[0].isdigit() else "’"
    bare = _POSSESSIVE.sub("", word) if word[-1] in "sS" else word
    plain = _APOSTROPHE.sub("’", unicodedata.normalize("NFKC", bare))
    letters = (c for c in plain if c.isalnum() or c in kept or c in _ACCENTS)
    printed = _DOUBLED.sub("’", "".join(letters).strip("’.").lstrip(_ACCENTS))
    return printed if any(map(str.isalnum, printed)) else word_form(word)


def is_printed_as(printed: str, asked: str) -> bool:
    """Whether a word printed so is the form asked for; capitals count where any are asked.

    >>> is_printed_as("US", "us"), is_printed_as("us", "US"), is_printed_as("Café", "cafe")
    (True, False, False)
    """
    return printed == asked or (asked == asked.lower() and printed.lower() == asked)


@lru_cache(maxsize=_KEPT)
def stem(form: str) -> str:
    """The term a folded form is indexed under: its English dictionary form, so that inflections
    are joined (talks, talked) and no more than these: not author and authority, nor important and
    imports. A word that the dictionary does not have is its own term, as names should be."""
    if len(form) < _SHORTEST or form in _THEMSELVES or not form.isalpha():
        return form
    return word_form(find_lemma(form)) or form


def find_word_spans(text: str) -> tuple[list[tuple[int, int]], list[str]]:
    """Where each word of the text stands, and its form: ``find_words`` in two lists, quicker."""
    if len(text) <= _LONG:
        return _with_forms(text, _find_spans(text))
    from .compiled import find_long_spans  # which takes a while to load

    return _with_forms(text, find_long_spans(text))


def _with_forms(text: str, spans: list[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[str]]:
    """The words that have a form, and these."""
    forms = [word_form(text[start:end]) for start, end in spans]
    if all(forms):
        return spans, forms
    kept = [number for number, form in enumerate(forms) if form]
    return [spans[number] for number in kept], [forms[number] for number in kept]


def _find_spans(text: str) -> list[tuple[int, int]]:
    return list(map(re.Match.span, _WORD.finditer(text)))


def find_words(text: str) -> Iterator[WordAt]:
    """Each word of the text, in order."""
    for match in _WORD.finditer(text):
        form = word_form(match.group())
        if form:
            yield WordAt(stem(form), form, match.start(), match.end())


def find_forms(text: str) -> list[str]:
    """The words of a name or a query, in order: folded but never stemmed."""
    return _with_forms(text, _find_spans(text))[1]


def find_printed(text: str) -> list[str]:
    """The words of a query as printed, in order, one for each of ``find_forms``."""
    spans, _ = _with_forms(text, _find_spans(text))
    return [printed_form(text[start:end]) for start, end in spans]


@lru_cache(maxsize=100_000)
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
        yield from find_sentences_of(text, start, end)


def find_sentences_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The same for one paragraph of a text."""
    for stop in _SENTENCE_END.finditer(text, start, end):
        if not _runs_on(text, start, stop):
            yield start, stop.end("end")
            start = stop.end()
    if start < end:
        yield start, end


def _runs_on(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the sentence goes on after this full stop: an abbreviation, an initial, or a
    small letter next."""
    behind = stop["next"]
    if behind[:1].islower():
        return True
    if stop["end"] != ".":
        return False
    before = text[max(start, stop.start() - 12) : stop.start()]
    words = before.rsplit(None, 1)
    last = words[-1].lstrip(OPENERS) if words else ""
    is_first = len(words) < 2 and not before[:1].isspace()
    is_date = len(last) == 1 and last.isdecimal() and not is_first
    if is_date or ("." in last and len(last) < 6):  # "on June 1. The", but "am 1. Mai"
        return behind.casefold() not in OPENINGS
    if last == "no":  # of a number, and else an answer
        return behind[:1].isdecimal()
    return last.rpartition("-")[2].casefold() in ABBREVIATIONS or len(last) == 1
