"""UTF-16 and UTF-32: told by their mark, or without it by what they are the only reading of."""

import codecs

# a longer mark stands before the shorter one that it begins with
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_STARTS = tuple(mark for mark, _ in _MARKS)
_HEAD = 4096
_ASCII = bytes(range(32, 127))
# of a text, so many characters are neither seen nor space
_ODD = 0.02


def find_wide(data: bytes) -> str | None:
    """The charset of text of two or four bytes a unit; None for any other. A mark stays in what is
    decoded."""
    if data.startswith(_STARTS):
        return next(charset for mark, charset in _MARKS if data.startswith(mark))
    if 0 not in data[:_HEAD]:
        return None
    return _find_utf32(data[:_HEAD]) or _find_utf16(data[:_HEAD])


def _find_utf32(head: bytes) -> str | None:
    """UTF-32 without its mark: hardly any bytes but text's are characters, four by four."""
    whole = head[: len(head) // 4 * 4]
    for charset in ("utf-32-le", "utf-32-be"):
        try:
            text = whole.decode(charset)
        except UnicodeDecodeError:
            continue
        if text and _is_plain(text):
            return charset
    return None


def _find_utf16(head: bytes) -> str | None:
    """UTF-16 without its mark: read so, and not the other way round, it has spaces or line ends
    and nothing but letters and signs. What is plain ASCII but for a NUL here and there is none."""
    head = head[: len(head) // 2 * 2]
    if len(head.translate(None, _ASCII)) < 0.2 * len(head):
        return None
    little, big = (head.decode(charset, "replace") for charset in ("utf-16-le", "utf-16-be"))
    blanks = [sum(map(text.count, " \n\r")) for text in (little, big)]
    if min(blanks) or not max(blanks):
        return None
    text, charset = (little, "utf-16-le") if blanks[0] else (big, "utf-16-be")
    return charset if _is_plain(text) else None


def _is_plain(text: str) -> bool:
    odd = sum(not (c.isprintable() or c.isspace()) for c in text)
    return odd < _ODD * len(text)
