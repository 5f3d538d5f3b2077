"""Which format a file has: by its content first, by its name's ending second."""

import re
from contextlib import suppress
from typing import Literal

from ..errors import NotAnArticle

Format = Literal[
    "html", "feed", "jsonl", "text", "nitf", "newsml", "newsml-g2", "iptc7901", "sgml", "mail"
]

# what a saved page or a project's folder holds beside stories, by ending
_NO_STORIES = {
    "css": "a style sheet",
    "js": "a program",
    "mjs": "a program",
    "py": "a program",
    "pyc": "a program",
    "map": "a program's map",
    "svg": "a picture",
    "csv": "a table",
    "tsv": "a table",
    "toml": "a configuration",
    "yaml": "a configuration",
    "yml": "a configuration",
    "ini": "a configuration",
    "cfg": "a configuration",
    "log": "a log",
}
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_PAGE_PART = re.compile(
    rb"\s*<(?:article|div|main|section|h1|p|meta|title|span|table)[\s>]", re.IGNORECASE
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
# the agencies' own markup, by the element that opens it
_WIRE = re.compile(rb"<(?:[\w-]{1,20}:)?(?P<root>[A-Za-z]{4,13})[\s>]")
_WIRE_FORMATS: dict[bytes, Format] = {
    b"nitf": "nitf",
    b"NewsML": "newsml",
    **dict.fromkeys(
        (
            b"newsMessage",
            b"newsItem",
            b"packageItem",
            b"itemMeta",
            b"contentMeta",
            b"knowledgeItem",
        ),
        "newsml-g2",
    ),
}
# a document type names the root, and may be so long that the root stands far below
_DOCTYPE = re.compile(rb"<!DOCTYPE\s+(?:[\w-]{1,20}:)?(?P<root>[A-Za-z]{4,13})[\s>\[]")
_SGML = re.compile(rb"<REUTERS\s|<DOC(?:\s+id\s?=|>\s{0,9}<DOC(?:NO|ID)>)", re.IGNORECASE)
# a mail's headers; three of them, with who sent it, make a message
_MAIL = re.compile(
    rb"^(return-path|received|delivered-to|mime-version|message-id|subject|date|from|to"
    rb"|content-type|reply-to)\s?:",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(rb"[A-Za-z-]{2,40}:\s")
# what a browser writes above a page that it saves with its pictures (MHTML)
_SAVED = re.compile(
    rb"^(?:snapshot-content-location\s?:|from\s?:\s?<saved by )", re.IGNORECASE | re.MULTILINE
)
_MAIL_FEWEST = 3
# the control character that starts a message, and the message's number
_IPTC7901 = re.compile(rb"[\s\x00\x16\x7f]{0,40}\x01[^\x02]{0,300}\x02")
# where XML begins below something else: the headers of its transfer, a program's warning
_DECLARATION = re.compile(rb"^<\?xml\s", re.MULTILINE)
# the first element, past the declaration, comments and document type
_XML = re.compile(
    rb"""
    (?: <\?xml [^>]{0,200} \?> | <!-- .{0,500}? --> | <!DOCTYPE [^>\[]{0,300} > | \s )*
    < (?P<root> [A-Za-z] [\w.:-]{0,40} )
    """,
    re.DOTALL | re.VERBOSE,
)
_JSON = re.compile(rb'[\[\s]*\{\s*"')
_PAGES = frozenset(("html", "htm", "xhtml", "shtml"))
_HEAD = 4096


def find_format(data: bytes, name: str) -> Format:
    """The format to read this file as; NotAnArticle where its kind holds no stories."""
    ending = _ending(name)
    # of UTF-16 and UTF-32 as one byte a character, without a mark
    head = data[:_HEAD].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if _IPTC7901.match(data[:_HEAD]):
        return "iptc7901"
    if is_mail(head):
        return "mail"
    if head[:1] == b"<":
        return _find_markup(head, ending)
    if below := _DECLARATION.search(head):
        with suppress(NotAnArticle):
            kind = _find_markup(head[below.start() :], "")
            if kind not in ("html", "text"):
                return kind
    if head[:1] in (b"{", b"[") and ending in {"json", "jsonl", "ndjson", "jl"}:
        return "jsonl"
    if _JSON.match(head) and ending in {"", "log", "csv", "tsv"}:
        return "jsonl"
    if ending in _NO_STORIES:
        raise NotAnArticle(f"it is {_NO_STORIES[ending]}, not a story")
    if (ending in _PAGES and b"<" in head) or _PAGE.search(head):
        return "html"
    return "jsonl" if _JSON.match(head) else "text"


def _ending(name: str) -> str:
    """What stands behind a file's last dot, "" for none.

    >>> _ending("a.b/Dam.TXT"), _ending("a.b/.dam"), _ending("dam.")
    ('txt', '', '')
    """
    stem, _, ending = name.rpartition("/")[2].rpartition(".")
    return ending.casefold() if stem else ""


def is_mail(head: bytes) -> bool:
    """Whether the text begins with the headers of a message."""
    if not _MAIL.match(head) and not _HEADER.match(head):
        return False
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    named = {match.lower() for match in _MAIL.findall(top)}
    return b"from" in named and len(named) >= _MAIL_FEWEST


def is_saved_page(head: bytes) -> bool:
    """Whether a file that begins so is a page that a browser saved as one file."""
    return bool(_SAVED.search(head)) and is_mail(head)


def _find_markup(head: bytes, ending: str) -> Format:
    if _SGML.search(head):
        return "sgml"
    page = _PAGE.search(head)
    feed = _FEED.search(head)
    named = (*_DOCTYPE.finditer(head), *_WIRE.finditer(head))
    wire = next((match for match in named if match["root"] in _WIRE_FORMATS), None)
    if wire and all(other is None or wire.start() < other.start() for other in (page, feed)):
        return _WIRE_FORMATS[wire["root"]]
    if feed and (page is None or feed.start() < page.start()):
        return "feed"
    if page or _PAGE_PART.match(head) or ending in _PAGES:
        return "html"
    if head.startswith(b"<?xml") or ending == "xml":
        root = _XML.match(head)
        kind = f" (<{root['root'].decode()}>)" if root else ""
        raise NotAnArticle(f"it is XML of a kind that holds no story known here{kind}")
    return "text"
