"""Bytes as text: the charset found or mended, and what no story holds taken out."""

import codecs
import re

from ..errors import NotAnArticle
from .alphabets import find_alphabet
from .mojibake import mend
from .wide import find_wide

# what a file that is no text begins with
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, film or picture"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "zstandard data"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "a database"),
    (b"OggS", "a sound"),
    (b"ID3", "a sound"),
    (b"wOF", "a font"),
)
_STARTS = tuple(start for start, _ in _MAGIC)
# what pages call Latin-1 is Windows-1252, as in every browser
_ALIASES = {
    **dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("x-sjis", "shift_jis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    "iso-8859-9": "cp1254",
}

# the charsets that stories were kept in, the commonest first: of equally likely ones the first is
# taken
_USED = tuple(
    """cp1252 cp1250 cp1251 koi8_r cp866 iso8859_5 cp1253 cp1254 cp1255 cp1256 cp1257 cp874 cp932
    euc_jp gb18030 big5 cp949""".split()
)

# <meta charset="utf-8">, <?xml version="1.0" encoding='koi8-r'?>, content="text/html; charset=x"
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,3}=\s{0,3}["']?([A-Za-z0-9_.:-]{2,40})""")
_HEAD = 4096

_ESCAPES = ((b"\x1b$B", "iso2022_jp"), (b"\x1b$@", "iso2022_jp"), (b"\x1b$)C", "iso2022_kr"))

_LONGEST_TRIED = 65_536  # bytes by which a charset is guessed

_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029\x0c]")
# control characters, lone surrogates, direction overrides, soft hyphens, marks of no width
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u00ad\u200b\u2060\u202a-\u202e"
    "\u2066-\u2069\ufeff\ufffe\uffff]"
)
_CONTROL_BYTES = bytes(c for c in range(32) if c not in b"\t\n\r\x0b\x0c\x1b") + b"\x7f"


def read_characters(data: bytes) -> str:
    """The text of these bytes, cleaned; NotAnArticle where they are empty or no text at all."""
    text = clean(read_markup(data))
    if not text.strip():
        raise NotAnArticle("the file is empty")
    return text


def read_markup(data: bytes) -> str:
    """The text of these bytes as it is: by byte order mark, else as UTF-8 where it is that, else
    as declared, else as guessed. NotAnArticle where they are empty or no text at all."""
    if not data.strip(b" \t\r\n\x00"):
        raise NotAnArticle("the file is empty")
    if data.startswith(_STARTS):
        what = next(what for start, what in _MAGIC if data.startswith(start))
        raise NotAnArticle(f"it is {what}, not text")
    return mend(_decode(data))


def clean(text: str) -> str:
    """The text with plain line breaks and without characters that cannot be seen or stored."""
    # whatever breaks a line or cannot be seen is not printable, so most texts need no search
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return _UNSEEN.sub("", _BREAKS.sub("\n", text))


def one_line(text: str | None) -> str:
    """The text cleaned, on one line, single spaces; "" for None."""
    return " ".join(clean(text).split()) if text else ""


def _decode(data: bytes) -> str:
    if data.startswith(codecs.BOM_UTF8):
        return data.decode("utf-8-sig", "replace")
    if wide := find_wide(data):
        return data.decode(wide, "replace").removeprefix("\ufeff")
    if escaped := _strictly(data, _escaped(data)):
        return escaped
    _refuse_binary(data)
    declared = _declared(data)
    if declared and declared.startswith(("iso2022", "hz")):
        return data.decode(declared, "replace")
    return _strictly(data, "utf-8") or _strictly(data, declared) or _guess(data)


def _escaped(data: bytes) -> str | None:
    """The charset of text in seven bits that goes over to another script by an escape."""
    if b"\x1b" not in data:
        return None
    return next((charset for mark, charset in _ESCAPES if data.find(mark, 0, _HEAD) >= 0), None)


def _refuse_binary(data: bytes) -> None:
    head = data[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROL_BYTES))
    if controls > 0.1 * len(head):
        raise NotAnArticle("it is binary data, not text")


def _declared(data: bytes) -> str | None:
    head = data[:_HEAD]
    is_said = b"charset" in head or b"encoding" in head
    match = _DECLARED.search(head) if is_said else None
    if match is None:
        return None
    name = match.group(1).decode("ascii").casefold()
    try:
        found = codecs.lookup(_ALIASES.get(name, name))
    except LookupError:
        return None
    # rot13, base64 and the like are codecs too, and no charsets
    return found.name if getattr(found, "_is_text_encoding", True) else None


def _strictly(data: bytes, charset: str | None) -> str | None:
    """The text if these bytes are wholly valid in this charset; a cut last character is let off."""
    if charset is None:
        return None
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3:
            return data[: error.start].decode(charset, "replace")
        return None
    except ValueError:
        return None


def _guess(data: bytes) -> str:
    """UTF-8 with a few bad bytes is still UTF-8; else the likeliest charset of the beginning."""
    lenient = data.decode("utf-8", "replace")
    bad = lenient.count("\ufffd")
    if bad * 20 < sum(1 for c in lenient[:200_000] if c > "\x7f"):
        return lenient
    if alphabet := find_alphabet(data[:_LONGEST_TRIED]):
        return data.decode(alphabet.charset, "replace")
    from charset_normalizer import from_bytes  # few files need it

    matches = list(from_bytes(data[:_LONGEST_TRIED], cp_isolation=[*_USED]))
    best = min(
        matches, key=lambda m: (m.chaos, -m.coherence, _USED.index(m.encoding)), default=None
    )
    return data.decode(best.encoding if best else "cp1252", "replace")
