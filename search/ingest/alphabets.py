"""Alphabets: languages that are certain by their letters, in charsets that differ by little else.

Windows-1254 has Turkish's "ğ", "ı" and "ş" where Windows-1252 has Icelandic's "ð", "ý" and "þ", and
Windows-1257 letters of the Baltic. A text in which one language's letters are common, and hardly
any others stand beside them, is in that language.
"""

from typing import NamedTuple

_FEWEST = 3  # letters that tell, in a text of any length
_LENGTH = 50  # characters of a text for each of them: a foreign name here and there tells nothing
_FEW = 10  # of them to one letter of other languages
_SHARE = 5  # of them to one of each kind
_ASCII_AND_SIGNS = bytes(range(0xC0))


class Alphabet(NamedTuple):
    """A language's letters outside ASCII in its charset; those that tell, in two kinds."""

    charset: str
    letters: bytes
    one: bytes
    other: bytes


def _alphabet(charset: str, *letters: str) -> Alphabet:
    return Alphabet(charset, *(some.encode(charset) for some in letters))


_ALPHABETS = (
    _alphabet("cp1254", "ÂÇĞİÎÖŞÛÜâçğıîöşûü", "İı", "ĞŞğş"),
    _alphabet("cp1252", "ÁÉÍÓÚÝÆÖÐÞáéíóúýæöðþ", "ÐÞðþ", "ÁÉÍÓÚÆáéíóúæ"),
)


def find_alphabet(data: bytes) -> Alphabet | None:
    """The alphabet that a text is certainly in; None for most.

    >>> find_alphabet("Işıklar söndü, dağ köyü boş.".encode("cp1254")).charset
    'cp1254'
    """
    letters = data.translate(None, _ASCII_AND_SIGNS)
    return next((one for one in _ALPHABETS if _is_in(letters, len(data), one)), None)


def _is_in(letters: bytes, length: int, alphabet: Alphabet) -> bool:
    kinds = _count(letters, alphabet.one), _count(letters, alphabet.other)
    telling, foreign = sum(kinds), len(letters) - _count(letters, alphabet.letters)
    is_common = telling >= _FEWEST and telling * _LENGTH >= length
    return is_common and foreign * _FEW <= telling and min(kinds) * _SHARE >= telling


def _count(letters: bytes, of: bytes) -> int:
    return len(letters) - len(letters.translate(None, of))
