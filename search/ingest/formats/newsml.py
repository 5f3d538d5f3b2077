"""NewsML 1: each news item with text a story."""

from collections.abc import Iterator
from dataclasses import replace

from ...article import Article
from ...errors import NotAnArticle
from ..encoding import one_line
from .content import read_content, read_lines
from .item import Item, make_article
from .markup import (
    LANGUAGE,
    Element,
    find_attribute,
    find_text,
    read_markup,
    texts_of,
)
from .nitf import read_copy

_NAME = "FormalName"


def read_newsml(data: bytes) -> Iterator[Article | NotAnArticle]:
    """Each item's story, without its wire facts, or the reason why an item has none."""
    root, notes = read_markup(data)
    # an item that holds items is a package of them
    items = [item for item in root.iter("NewsItem") if item.find(".//NewsItem") is None]
    if not items:
        raise NotAnArticle("its markup (NewsML 1) holds no news item")
    for item in items:
        try:
            yield make_article(replace(_read_item(item), notes=notes))
        except NotAnArticle as error:
            yield error


def _read_item(item: Element) -> Item:
    copy, status = _read_content(item), find_attribute(item, ".//NewsManagement/Status", _NAME)
    return replace(
        _read_lines(item, copy),
        guid=_find_guid(item),
        version=find_text(item, ".//RevisionId"),
        kind=find_attribute(item, ".//MediaType", _NAME),
        urgency=find_attribute(item, ".//Urgency", _NAME)
        or find_attribute(item, ".//Priority", _NAME),
        published=(
            find_text(item, ".//FirstCreated"),
            find_text(item, ".//DateId"),
            find_text(item, ".//ThisRevisionCreated"),
        ),
        updated=find_text(item, ".//ThisRevisionCreated"),
        embargo=find_text(item, ".//StatusWillChange/DateAndTime")
        if one_line(status).casefold() == "embargoed"
        else None,
        statuses=(status, *(each.get(_NAME) for each in item.iterfind(".//Instruction"))),
        said=(find_text(item, ".//SeriesLine"), *texts_of(item.findall(".//NewsLineText"))),
        credits=(
            find_attribute(item, ".//Provider/Party", _NAME),
            find_text(item, ".//CreditLine"),
            find_text(item, ".//ProviderId"),
            find_attribute(item, ".//Source/Party", _NAME),
        ),
        place=_find_place(item) or copy.place,
        languages=(
            find_attribute(item, ".//Language", _NAME),
            *(each.get(LANGUAGE) for each in item.iter("NewsItem", "NewsComponent", "HeadLine")),
            *copy.languages,
        ),
    )


def _read_lines(item: Element, copy: Item) -> Item:
    """The lines that NewsML prints above a story, before those of the story's own markup."""
    return replace(
        copy,
        headline=find_text(item, ".//HeadLine") or copy.headline,
        standfirsts=(
            find_text(item, ".//SubHeadLine"),
            *(each.get("Value") for each in _properties(item, "Abstract", "Summary")),
            *copy.standfirsts,
        ),
        byline=find_text(item, ".//ByLine") or copy.byline,
        dateline=find_text(item, ".//DateLine") or copy.dateline,
        slug=find_text(item, ".//SlugLine") or find_text(item, ".//NameLabel"),
        keywords=(
            *texts_of(item.findall(".//KeywordLine")),
            *(each.get("Value") for each in _properties(item, "Keyword")),
        ),
    )


def _read_content(item: Element) -> Item:
    """The longest text among the item's contents."""
    found = [_read_data(data) for data in item.iterfind(".//ContentItem/DataContent")]
    return max(found, key=_length, default=Item())


def _length(copy: Item) -> int:
    return sum(len(part.text) for part in copy.paragraphs)


def _read_data(data: Element) -> Item:
    nitf = data.find(".//nitf")
    if nitf is None and data.find(".//body.content") is not None:
        nitf = data
    if nitf is not None:
        return read_copy(nitf)
    if len(data):
        return Item(paragraphs=tuple(read_content(data)))
    return Item(paragraphs=tuple(read_lines("".join(map(str, data.itertext())))))


def _find_guid(item: Element) -> str | None:
    """The item's name without its revision, put together as its public identifier is."""
    path = ".//NewsIdentifier/"
    parts = [find_text(item, path + part) for part in ("ProviderId", "DateId", "NewsItemId")]
    if all(parts):
        return ":".join(("urn:newsml", *filter(None, parts)))
    return find_text(item, ".//PublicIdentifier") or parts[-1]


def _find_place(item: Element) -> tuple[str | None, ...]:
    """Where the story was written: town, region, country."""
    for location in item.iterfind(".//Location"):
        if location.get("HowPresent") == "Origin":
            named = {each.get(_NAME): each.get("Value") for each in location.iterfind("Property")}
            return tuple(named.get(part) for part in ("City", "CountryArea", "Country"))
    return ()


def _properties(item: Element, *names: str) -> list[Element]:
    return [each for each in item.iterfind(".//Property") if each.get(_NAME) in names]
