"""NITF: a story of an agency in its own markup, alone or inside NewsML."""

from collections.abc import Iterator
from dataclasses import replace

from ...article import Article
from ...errors import NotAnArticle
from ..encoding import one_line
from ..paragraphs import Paragraph
from .content import read_content
from .item import Item, make_article
from .markup import (
    LANGUAGE,
    Element,
    Markup,
    find_attribute,
    find_text,
    read_each,
    text_of,
    texts_of,
)
from .signals import find_signal

_SUBJECT = tuple(f"tobject.subject.{part}" for part in ("type", "matter", "detail"))
_SLUGS = ("slugline", "slug", "anpa-keyword", "ap-slug")


def read_nitf(data: bytes) -> Iterator[Article | NotAnArticle]:
    """The story of each NITF document in a file, without its wire facts, or the reason why one has
    none."""
    yield from read_each(data, _read_documents)


def _read_documents(file: Markup) -> Iterator[Article | NotAnArticle]:
    for document in list(file.root.iter("nitf")) or [file.root]:
        try:
            yield make_article(replace(_read_document(document), notes=file.notes))
        except NotAnArticle as error:
            yield error


def _read_document(root: Element) -> Item:
    about, status = root.find(".//docdata"), find_attribute(root, ".//docdata", "management-status")
    release = find_attribute(root, ".//date.release", "norm")
    corrected = root.find(".//docdata/correction")
    return replace(
        read_copy(root),
        guid=find_attribute(root, ".//doc-id", "id-string"),
        version=find_attribute(root, ".//du-key", "version"),
        urgency=find_attribute(root, ".//urgency", "ed-urg"),
        published=(
            find_attribute(root, ".//date.issue", "norm"),
            find_attribute(root, ".//pubdata", "date.publication"),
            release,
        ),
        embargo=release or "" if status == "embargoed" else None,
        statuses=(status, "correction" if corrected is not None else None),
        said=(
            find_attribute(root, ".//ed-msg", "info"),
            find_attribute(corrected, ".", "info"),
            *texts_of(root.findall(".//body.head/note")),
        ),
        credits=tuple(_credits(root)),
        slug=_find_slug(root),
        keywords=_read_keywords(root),
        section=find_attribute(root, ".//pubdata", "position.section"),
        url=find_attribute(root, ".//pubdata", "ex-ref"),
        replaces=tuple(_read_replaced(about)),
    )


def read_copy(root: Element) -> Item:
    """What is printed of a story, and may stand inside NewsML: headline, standfirst, byline,
    dateline and paragraphs."""
    head = root.find(".//body.head")
    contents = root.findall(".//body/body.content") or root.findall(".//body")
    paragraphs = [part for content in contents for part in read_content(content)]
    paragraphs += [Paragraph(text) for text in texts_of(root.findall(".//body.end/tagline"))]
    byline = root.find(".//body/body.head/byline")
    return Item(
        headline=find_text(head, ".//hl1") or find_text(root, ".//head/title"),
        standfirsts=(find_text(head, "abstract"), find_text(head, ".//hl2")),
        byline=_read_byline(byline) if byline is not None else None,
        persons=texts_of(byline.findall("person")) if byline is not None else (),
        dateline=find_text(head, "dateline"),
        place=_read_place(head),
        languages=(
            *(each.get(LANGUAGE) for each in root.iter("nitf", "body", "p")),
            root.get("baselang"),
        ),
        paragraphs=tuple(paragraphs),
    )


def _read_byline(element: Element) -> str:
    """The byline as printed, a comma before the title of who wrote it."""
    title, whole = find_text(element, "byttl") or "", text_of(element)
    name = one_line(whole.removesuffix(title)).rstrip(", ")
    return ", ".join(filter(None, (name, title)))


def _read_place(head: Element | None) -> tuple[str | None, ...]:
    parts = ("", "/city", "/state", "/country")
    return tuple(find_text(head, f"dateline/location{part}") for part in parts)


def _credits(root: Element) -> Iterator[str | None]:
    """Who is credited, the surest first."""
    yield find_text(root, ".//body.head/distributor")
    yield find_attribute(root, ".//doc-id", "regsrc")
    yield find_attribute(root, ".//from-src[@level-number='1']", "src-name")
    yield find_attribute(root, ".//doc.copyright", "holder")
    yield find_attribute(root, ".//doc.rights", "agent", "owner")
    yield find_attribute(root, ".//pubdata", "name")


def _find_slug(root: Element) -> str | None:
    named = {
        one_line(meta.get("name")).casefold(): one_line(meta.get("content"))
        for meta in root.iterfind(".//head/meta")
    }
    given = next((named[name] for name in _SLUGS if named.get(name)), None)
    return given or find_attribute(root, ".//du-key", "key")


def _read_keywords(root: Element) -> tuple[str | None, ...]:
    keys = [each.get("key") for each in root.iterfind(".//key-list/keyword")]
    subjects = root.iterfind(".//tobject.subject")
    return (*keys, *(each.get(part) for each in subjects for part in _SUBJECT))


def _read_replaced(about: Element | None) -> Iterator[str | None]:
    """The other story that this one cancels."""
    if find_signal(find_attribute(about, ".", "management-idref-status")) == "kill":
        yield find_attribute(about, ".", "management-doc-idref")
