"""NITF: a story of an agency in its own markup, alone or inside NewsML."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from ...article import Article, Signal
from ...errors import NotAnArticle
from ..encoding import one_line
from ..identity import find_revision, fold_address, lasting_guid
from ..names import unique
from ..paragraphs import Paragraph, join_paragraphs
from .content import find_standfirst, read_content
from .credits import find_authors, find_provider, locate, read_language, with_dateline
from .markup import (
    LANGUAGE,
    Element,
    find_attribute,
    find_text,
    read_markup,
    text_of,
    texts_of,
)
from .signals import find_signal, gravest, read_note
from .stamps import read_number, read_stamp, read_urgency
from .text import NO_HEADLINE, opening_words

_SUBJECT = tuple(f"tobject.subject.{part}" for part in ("type", "matter", "detail"))
_SLUGS = ("slugline", "slug", "anpa-keyword", "ap-slug")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What NITF prints of a story: the part that NewsML may enclose."""

    headline: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    authors: tuple[str, ...] = ()
    place: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    language: str | None = None


def read_nitf(data: bytes) -> Article:
    """The story of an NITF file, without its wire facts; NotAnArticle where it has no text."""
    root, notes = read_markup(data)
    copy, about = read_copy(root), root.find(".//docdata")
    body = join_paragraphs(copy.paragraphs)
    if not body.text:
        raise NotAnArticle("its markup (NITF) holds no text")
    headline = copy.headline or opening_words(body.text)
    agency = find_provider(*_credits(root))
    guid = find_attribute(root, ".//doc-id", "id-string")
    version = read_number(find_attribute(root, ".//du-key", "version"))
    return Article(
        id=lasting_guid(guid, agency),
        headline=headline,
        standfirst=find_standfirst(copy.standfirst, headline, body.text),
        byline=copy.byline,
        authors=copy.authors,
        dateline=locate(copy.place),
        agency=agency,
        published=read_stamp(_issued(root)),
        keywords=_read_keywords(root),
        language=copy.language,
        url=fold_address(find_attribute(root, ".//pubdata", "ex-ref") or ""),
        body=body.text,
        headings=body.headings,
        notes=notes if copy.headline else (NO_HEADLINE, *notes),
        slug=_find_slug(root),
        version=find_revision(guid) if version is None else version,
        urgency=read_urgency(find_attribute(root, ".//urgency", "ed-urg")),
        embargo=_read_embargo(root),
        signal=_read_signal(root),
        replaces=tuple(_read_replaced(about, agency)),
    )


def read_copy(root: Element) -> Copy:
    """What is printed: headline, standfirst, byline, dateline and paragraphs."""
    head = root.find(".//body.head")
    content = root.find(".//body/body.content")
    paragraphs = read_content(content) if content is not None else []
    paragraphs = with_dateline(paragraphs, find_text(head, "dateline"))
    paragraphs += [Paragraph(text) for text in texts_of(root.findall(".//body.end/tagline"))]
    byline, authors = _read_byline(root.find(".//byline"))
    return Copy(
        headline=find_text(head, ".//hl1") or find_text(root, ".//head/title"),
        standfirst=find_text(head, "abstract") or find_text(head, ".//hl2"),
        byline=byline,
        authors=authors,
        place=find_text(head, "dateline/location"),
        paragraphs=tuple(paragraphs),
        language=read_language(*(each.get(LANGUAGE) for each in root.iter("nitf", "body", "p"))),
    )


def _read_byline(element: Element | None) -> tuple[str | None, tuple[str, ...]]:
    """The byline as printed, and the names in it."""
    if element is None:
        return None, ()
    title = find_text(element, "byttl")
    whole = text_of(element)
    name = one_line(whole.removesuffix(title)).rstrip(", ") if title else whole
    authors = find_authors(name, texts_of(element.findall("person")))
    return ", ".join(filter(None, (name, title))) or None, authors


def _credits(root: Element) -> Iterator[str | None]:
    """Who is credited, the surest first."""
    yield find_text(root, ".//body.head/distributor")
    yield find_attribute(root, ".//doc-id", "regsrc")
    yield find_attribute(root, ".//from-src[@level-number='1']", "src-name")
    yield find_attribute(root, ".//doc.copyright", "holder")
    yield find_attribute(root, ".//doc.rights", "agent", "owner")
    yield find_attribute(root, ".//pubdata", "name")


def _issued(root: Element) -> str | None:
    issue = find_attribute(root, ".//date.issue", "norm")
    release = find_attribute(root, ".//date.release", "norm")
    return issue or find_attribute(root, ".//pubdata", "date.publication") or release


def _read_embargo(root: Element) -> dt.datetime | None:
    """The moment of release, of a story that is marked as embargoed until then."""
    status = find_attribute(root, ".//docdata", "management-status")
    release = find_attribute(root, ".//date.release", "norm")
    return read_stamp(release) if status == "embargoed" else None


def _find_slug(root: Element) -> str | None:
    named = {
        one_line(meta.get("name")).casefold(): one_line(meta.get("content"))
        for meta in root.iterfind(".//head/meta")
    }
    given = next((named[name] for name in _SLUGS if named.get(name)), None)
    return given or find_attribute(root, ".//du-key", "key")


def _read_keywords(root: Element) -> tuple[str, ...]:
    keys = [one_line(each.get("key")) for each in root.iterfind(".//key-list/keyword")]
    subjects = [
        one_line(each.get(part))
        for each in root.iterfind(".//tobject.subject")
        for part in _SUBJECT
    ]
    return unique(word for word in (*keys, *subjects) if word)


def _read_signal(root: Element) -> Signal | None:
    status = find_attribute(root, ".//docdata", "management-status")
    told = [find_attribute(root, ".//ed-msg", "info"), find_text(root, ".//hl1")]
    told += texts_of(root.findall(".//body.head/note"))
    return gravest((find_signal(status), *map(read_note, told)))


def _read_replaced(about: Element | None, agency: str | None) -> Iterator[str]:
    """The other story that this one cancels."""
    if find_signal(find_attribute(about, ".", "management-idref-status")) == "kill":
        other = lasting_guid(find_attribute(about, ".", "management-doc-idref"), agency)
        if other:
            yield other
