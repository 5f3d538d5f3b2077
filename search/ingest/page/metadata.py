"""Meta elements, microdata and links: what a page's markup says about its story."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from ..encoding import one_line
from ..names import read_credit, read_names, read_signature, unique
from .facts import Facts
from .moments import read_moment
from .tree import Element, finder, is_elsewhere, read_visible

# the names under which publishers give each fact, the most trusted first
_HEADLINE = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "title")
_STANDFIRST = ("og:description", "description", "twitter:description", "dc.description",
               "sailthru.description")  # fmt: skip
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
            "dcterms.creator", "byl", "article:author_name", "og:article:author", "authors",
            "citation_author", "cxenseparse:author", "article.author", "bt:author", "dc:creator",
            "og:author", "cse_author")  # fmt: skip
_PUBLISHED = ("article:published_time", "og:article:published_time", "datepublished",
              "article.published", "article:published", "parsely-pub-date", "sailthru.date",
              "pubdate", "publishdate", "publish-date", "publish_date", "published_at",
              "published_time", "og:published_time", "publication_date", "publication-date",
              "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "prism.publicationdate",
              "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms:created", "dc.date",
              "dc.date.created", "dc.created", "article.created",
              "og:pubdate", "pub_date", "displaydate", "citation_publication_date",
              "rnews:datepublished", "originalpublicationdate", "bt:pubdate",
              "shareaholic:article_published_time", "date_published", "article:publish_date",
              "article:publication_date", "article.pubdate", "publish_time",
              "citation_online_date", "citation_date", "date")  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "article.updated",
            "lastmod", "last-modified", "dcterms.modified", "dc.date.modified", "dc:modified",
            "dateupdate", "date_modified", "modified", "revised")  # fmt: skip
_SECTION = ("article:section", "og:article:section", "parsely-section", "section",
            "article.section", "cxenseparse:section")  # fmt: skip
_KEYWORDS = (
    "news_keywords",
    "keywords",
    "article:tag",
    "parsely-tags",
    "sailthru.tags",
    "dc.subject",
)
_LANGUAGE = ("og:locale", "content-language", "dc.language", "language", "inlanguage")
# what stands in a card that is shared, as a label and its text: "Written by", "Ana Reyes"
_CARD = tuple((f"twitter:label{n}", f"twitter:data{n}") for n in range(1, 5))
_SHARED = ("shareaholic:article_author_name",)
_WRITTEN = frozenset(("written by", "verfasst von", "geschrieben von", "von", "autor", "autorin",
                      "author", "écrit par", "rédigé par", "auteur", "escrito por", "escrita por",
                      "scritto da", "autore", "geschreven door", "skriven av", "skrevet av",
                      "skrevet af", "napisane przez", "автор", "написано автором"))  # fmt: skip
_MOST_AUTHORS = 10
_FEW = 3
_MARKED = finder("//*[@itemprop]")
_PUBLISHER = ("og:site_name", "dc.publisher", "copyright", "application-name")


def read_metadata(tree: Element) -> Facts:
    """What the page's meta elements and links say."""
    metas = _metas(tree)
    return Facts(
        headline=_first(metas, _HEADLINE),
        standfirst=_first(metas, _STANDFIRST),
        authors=_authors(metas),
        credit=read_credit(_first(metas, _AUTHORS) or "") or _card_credit(metas),
        published=next(filter(None, map(read_moment, _all(metas, _PUBLISHED))), None),
        updated=next(filter(None, map(read_moment, _all(metas, _UPDATED))), None),
        section=_first(metas, _SECTION),
        keywords=unique(
            w for v in _all(metas, _KEYWORDS) for w in map(one_line, re.split("[,;]", v)) if w
        ),
        language=tree.get("lang") or _first(metas, _LANGUAGE),
        url=_canonical(tree) or _first(metas, ("og:url", "twitter:url")),
        publisher=_first(metas, _PUBLISHER),
    )


def read_microdata(tree: Element) -> Facts:
    """What itemprop attributes mark in the visible page."""
    marked = _MARKED(tree)
    props: dict[str, list[Element]] = {}
    for element in marked[:400]:
        for name in (element.get("itemprop") or "").split():
            props.setdefault(name.casefold(), []).append(element)
    authors = _own_authors(props.get("author", ()))
    return Facts(
        headline=_marked(props, "headline"),
        standfirst=_marked(props, "alternativeheadline"),
        authors=unique(n for e in authors for n in read_names(_author(e))),
        published=_marked_moment(props, "datepublished"),
        updated=_marked_moment(props, "datemodified"),
        section=_marked(props, "articlesection"),
    )


def _own_authors(marked: Sequence[Element]) -> Sequence[Element]:
    """The elements that mark the story's authors: those of lists only where they are few, as more
    are of its sources, or of comments."""
    own = [element for element in marked if not is_elsewhere(element)]
    return own[:_MOST_AUTHORS] or (marked if len(marked) <= _FEW else ())


def _metas(tree: Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        text = one_line(meta.get("content") or meta.get("value"))
        for key in ("property", "name", "http-equiv", "itemprop"):
            name = meta.get(key)
            if name and text and (key != "itemprop" or not is_elsewhere(meta)):
                found.setdefault(name.strip().casefold(), []).append(text)
    return found


def _all(metas: Mapping[str, Sequence[str]], names: Sequence[str]) -> Iterator[str]:
    for name in names:
        yield from metas.get(name, ())


def _first(metas: Mapping[str, Sequence[str]], names: Sequence[str]) -> str | None:
    return next(_all(metas, names), None)


def _authors(metas: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The names under the first key that gives any."""
    for name in _AUTHORS:
        names = unique(n for value in metas.get(name, ()) for n in read_names(value))
        if names:
            return names
    return ()


def _card_credit(metas: Mapping[str, Sequence[str]]) -> str | None:
    """Whom the card that is shared names as the writer: the user who put the story there."""
    for label, data in _CARD:
        if (_first(metas, (label,)) or "").casefold().rstrip(" :") in _WRITTEN:
            return read_signature(_first(metas, (data,)) or "")
    return read_signature(_first(metas, _SHARED) or "")


def _canonical(tree: Element) -> str | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").casefold().split():
            address = (link.get("href") or "").strip()
            return address if address.startswith(("http://", "https://")) else None
    return None


def _marked(props: Mapping[str, Sequence[Element]], name: str) -> str | None:
    for element in props.get(name, ()):
        text = one_line(element.get("content") or read_visible(element))
        if text:
            return text
    return None


def _marked_moment(props: Mapping[str, Sequence[Element]], name: str) -> datetime | None:
    for element in props.get(name, ()):
        text = element.get("content") or element.get("datetime") or read_visible(element)
        if moment := read_moment(text):
            return moment
    return None


def _author(element: Element) -> str:
    """The words of an element marked as author: those of its name, where that is marked inside."""
    for inner in element.iterfind(".//*[@itemprop]"):
        if inner.get("itemprop") == "name":
            return one_line(inner.get("content") or read_visible(inner))
    return one_line(element.get("content") or read_visible(element))
