"""Mojibake: UTF-8 that somebody read as Windows-1252 and wrote down again, mended where certain."""

import re

# what Windows-1252 makes of bytes 80 to BF, the later bytes of a letter in UTF-8
_LATER = "".join(
    bytes([byte]).decode("cp1252") if byte not in b"\x81\x8d\x8f\x90\x9d" else chr(byte)
    for byte in range(0x80, 0xC0)
)
# a first byte of UTF-8 and as many later ones as it asks for: "Ã©", "â€™", "ðŸš€"
_MANGLED = re.compile(
    f"[\u00c2-\u00df][{_LATER}]|[\u00e0-\u00ef][{_LATER}]{{2}}|[\u00f0-\u00f4][{_LATER}]{{3}}"
)
_LETTER = re.compile("[\u00c0-\u00ff]")
# as many as this are no accident of capitals and quotation marks
_FEWEST = 3


def mend(text: str) -> str:
    """The text with mangled letters mended; as it is where one accented letter in it is whole, for
    then not all of it was mangled, or where there are too few to tell.

    >>> mend("â€œCafÃ©â€\x9d, said ZoÃ«")
    '“Café”, said Zoë'
    """
    if "Ã" not in text and "â" not in text and "Â" not in text:
        return text
    if len(_MANGLED.findall(text)) < _FEWEST or _LETTER.search(_MANGLED.sub("", text)):
        return text
    return _MANGLED.sub(lambda match: _mended(match.group()), text)


def _mended(letters: str) -> str:
    try:
        return b"".join(map(_byte, letters)).decode()
    except UnicodeDecodeError:
        return letters


def _byte(letter: str) -> bytes:
    return bytes([ord(letter)]) if ord(letter) < 0x100 else letter.encode("cp1252")
