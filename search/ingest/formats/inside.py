"""The text that stands inside another format as data: NITF, a page, or plain words."""

import binascii
import re
from base64 import b64decode
from html import unescape

from ...errors import NotAnArticle
from ..encoding import read_characters
from ..page.fragment import read_fragment
from .content import is_set_in_lines, read_lines
from .item import Item
from .markup import read_markup
from .nitf import read_copy

_NITF = re.compile(r"<(?:[\w-]{1,20}:)?(?:nitf|body\.content)[\s>]")
_PAGE = re.compile(r"</p>|<br\s*/?>|</div>|<!doctype html|<html[\s>]", re.IGNORECASE)
# one paragraph of markup about a whole text
_ALONE = re.compile(r"\s*<p>(?P<text>[^<]+)</p>\s*")
# XML that is no page: the first element is of another kind
_OTHER = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?!(?:html|body|div|article|section|main|p|h[1-6]|span)[\s>])[A-Za-z]",
    re.IGNORECASE,
)


def read_inside(text: str, kind: str = "") -> Item:
    """The copy in a text whose kind the format around it tells ("text/html", "body_nitf"); an empty
    one for markup that is not known."""
    kind = kind.casefold()
    if _NITF.search(text) or "<nitf>" in text:
        return _read_nitf(text)
    if "xml" in kind and "html" not in kind and _OTHER.match(text):
        return Item()
    if (alone := _ALONE.fullmatch(text)) and is_set_in_lines(alone["text"]):
        return Item(paragraphs=tuple(read_lines(unescape(alone["text"]))))
    if "html" in kind or _PAGE.search(text):
        return Item(paragraphs=tuple(read_fragment(text)))
    return Item(paragraphs=tuple(read_lines(text)))


def decode_inside(text: str, encoding: str | None) -> str:
    """The text as it was before it was written in Base64, if the markup says that it is; "" where
    it is none."""
    if "base64" not in (encoding or "").casefold():
        return text
    try:
        return read_characters(b64decode("".join(text.split()), validate=True))
    except (binascii.Error, ValueError, NotAnArticle):
        return ""


def _read_nitf(text: str) -> Item:
    try:
        return read_copy(read_markup(text.encode()).root)
    except NotAnArticle:
        return Item()
