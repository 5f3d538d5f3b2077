"""NewsML 1: each news item with text a story."""

from collections.abc import Iterator
from dataclasses import replace

from ...article import Article
from ...errors import NotAnArticle
from ..encoding import one_line
from .components import find_story
from .content import read_content
from .inside import decode_inside, read_inside
from .item import Item, make_article
from .markup import LANGUAGE, Element, Markup, find_attribute, find_text, read_each, texts_of
from .nitf import read_copy

_NAME = "FormalName"


def read_newsml(data: bytes) -> Iterator[Article | NotAnArticle]:
    """Each item's story, without its wire facts, or the reason why an item has none; and that a
    text beside it is not read."""
    yield from read_each(data, _read_items)


def _read_items(file: Markup) -> Iterator[Article | NotAnArticle]:
    # an item that holds items is a package of them
    items = [item for item in file.root.iter("NewsItem") if item.find(".//NewsItem") is None]
    if not items:
        raise NotAnArticle("its markup (NewsML 1) holds no news item")
    for item in items:
        story = find_story(item)
        read = replace(_read_item(item, story.component), notes=file.notes)
        try:
            yield make_article(replace(read, languages=(*story.languages, *read.languages)))
        except NotAnArticle as error:
            yield error
        for other in story.others:
            yield NotAnArticle(
                f"beside its story, the item {(read.headline or '')[:80]!r} has another text "
                f"({other[:80]!r}), which is not read"
            )


def _read_item(item: Element, story: Element) -> Item:
    copy, status = _read_content(story), find_attribute(item, ".//NewsManagement/Status", _NAME)
    until = find_text(item, ".//StatusWillChange/DateAndTime")
    return replace(
        _read_lines(story, item, copy),
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
        embargo=until or "" if one_line(status).casefold() == "embargoed" else None,
        statuses=(status, *(each.get(_NAME) for each in item.iterfind(".//Instruction"))),
        said=(find_text(item, ".//SeriesLine"), *texts_of(item.findall(".//NewsLineText"))),
        credits=(
            find_attribute(item, ".//Provider/Party", _NAME),
            find_text(item, ".//CreditLine"),
            find_text(item, ".//ProviderId"),
            find_attribute(item, ".//Source/Party", _NAME),
        ),
        place=_find_place(item) or copy.place,
        elsewhere=find_attribute(item, ".//ContentItem", "Href"),
        languages=(*(each.get(LANGUAGE) for each in item.iter("HeadLine")), *copy.languages),
    )


def _read_lines(story: Element, item: Element, copy: Item) -> Item:
    """The lines that NewsML prints above a story, before those of the story's own markup."""

    def find(name: str) -> str | None:
        return find_text(story, f".//{name}") or find_text(item, f".//{name}")

    return replace(
        copy,
        headline=find("HeadLine") or copy.headline,
        standfirsts=(
            find("SubHeadLine"),
            *(each.get("Value") for each in _properties(item, "Abstract", "Summary")),
            *copy.standfirsts,
        ),
        byline=find("ByLine") or copy.byline,
        dateline=find("DateLine") or copy.dateline,
        slug=find("SlugLine") or find_text(item, ".//NameLabel"),
        keywords=(
            *texts_of(item.findall(".//KeywordLine")),
            *(each.get("Value") for each in _properties(item, "Keyword")),
        ),
    )


def _read_content(item: Element) -> Item:
    """The longest text among the item's contents."""
    found = [_read_data(data) for data in item.iterfind(".//ContentItem//DataContent")]
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
    around = data.getparent()
    text = "".join(map(str, data.itertext()))
    packed = around.get("Notation") if around is not None and around.tag == "Encoding" else None
    return read_inside(decode_inside(text, packed))


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
