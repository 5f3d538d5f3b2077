"""NewsML-G2: a news item, or a message with several, each with text a story."""

from collections.abc import Iterator
from dataclasses import replace

from ...article import Article
from ...errors import NotAnArticle
from ..encoding import one_line
from ..page.fragment import read_fragment
from .content import read_content, read_lines
from .item import Item, make_article
from .markup import LANGUAGE, Element, find_attribute, find_text, read_markup, texts_of
from .nitf import read_copy

# words at the end of a relation that names the story whose place this one takes
_REPLACING = frozenset("replaces supersedes previousversion".split())
_CAPTION = ("caption", "usageterms")


def read_newsml_g2(data: bytes) -> Iterator[Article | NotAnArticle]:
    """Each item's story, without its wire facts, or the reason why an item has none."""
    root, notes = read_markup(data)
    items = [*root.iter("newsItem", "packageItem")]
    if not items:
        raise NotAnArticle(f"it is a part of NewsML-G2 (<{root.tag}>) and holds no news item")
    for item in items:
        try:
            yield _read_package(item) if item.tag == "packageItem" else _read_item(item, notes)
        except NotAnArticle as error:
            yield error


def _read_package(item: Element) -> NotAnArticle:
    name = find_text(item, ".//headline") or one_line(item.get("guid"))
    count = len(item.findall(".//itemRef"))
    return NotAnArticle(f"the package {name[:80]!r} names {count} items and holds no text itself")


def _read_item(item: Element, notes: tuple[str, ...]) -> Article:
    copy = _read_content(item)
    first, this = (
        find_text(item, "itemMeta/firstCreated"),
        find_text(item, "itemMeta/versionCreated"),
    )
    return make_article(
        replace(
            _read_meta(item, copy),
            guid=item.get("guid"),
            version=item.get("version"),
            kind=find_attribute(item, "itemMeta/itemClass", "qcode"),
            published=(first, find_text(item, "contentMeta/contentCreated"), this),
            updated=this,
            embargo=find_text(item, "itemMeta/embargoed"),
            statuses=tuple(
                each.get("qcode")
                for each in (
                    *item.iterfind("itemMeta/pubStatus"),
                    *item.iterfind("itemMeta/signal"),
                )
            ),
            said=texts_of(item.findall("itemMeta/edNote")),
            credits=tuple(_credits(item)),
            replaces=tuple(_read_replaced(item)),
            notes=notes,
        )
    )


def _read_meta(item: Element, copy: Item) -> Item:
    """What the markup says of the content, before what the story's own markup prints."""
    meta = item.find("contentMeta")
    printed = find_text(meta, "by") or copy.byline
    creators = _names(meta, "creator")
    return replace(
        copy,
        urgency=find_text(meta, "urgency"),
        headline=find_text(meta, "headline") or copy.headline or find_text(item, "itemMeta/title"),
        standfirsts=(*_descriptions(meta), *copy.standfirsts),
        byline=printed,
        persons=copy.persons or (() if printed else creators),
        dateline=find_text(meta, "dateline") or copy.dateline,
        place=_find_place(meta) or copy.place,
        slug=find_text(meta, "slugline"),
        keywords=(
            *texts_of(meta.findall("keyword") if meta is not None else []),
            *_names(meta, "subject"),
        ),
        languages=(
            find_attribute(meta, "language", "tag"),
            item.get(LANGUAGE),
            *copy.languages,
        ),
    )


def _read_content(item: Element) -> Item:
    """The longest text among the item's contents."""
    inline = item.iterfind("contentSet/inlineXML"), item.iterfind("contentSet/inlineData")
    found = [_read_inline(each) for kind in inline for each in kind]
    return max(found, key=lambda copy: sum(len(p.text) for p in copy.paragraphs), default=Item())


def _read_inline(content: Element) -> Item:
    nitf = content.find(".//nitf")
    if nitf is not None or content.find(".//body.content") is not None:
        return read_copy(nitf if nitf is not None else content)
    page = content.find(".//body")
    if len(content):
        return Item(paragraphs=tuple(read_content(page if page is not None else content)))
    text = "".join(map(str, content.itertext()))
    is_page = "html" in one_line(content.get("contenttype")) or "</p>" in text
    return Item(paragraphs=tuple(read_fragment(text) if is_page else read_lines(text)))


def _descriptions(meta: Element | None) -> Iterator[str]:
    """What sums the story up; not what stands under a picture."""
    for each in meta.iterfind("description") if meta is not None else ():
        if not one_line(each.get("role")).casefold().endswith(_CAPTION):
            yield from texts_of([each])


def _names(meta: Element | None, path: str) -> tuple[str, ...]:
    """The name of each element at ``path``, in the first language that it has."""
    found = meta.iterfind(path) if meta is not None else ()
    return tuple(name for each in found if (name := find_text(each, "name")))


def _credits(item: Element) -> Iterator[str | None]:
    """Who is credited, the surest first."""
    yield find_text(item, "contentMeta/creditline")
    for path in ("contentMeta/infoSource", "itemMeta/provider", "contentMeta/creator"):
        yield find_text(item, f"{path}/name")
        yield find_attribute(item, path, "literal", "qcode")
        yield find_attribute(item, path, "uri")
    yield find_text(item, "rightsInfo/copyrightHolder/name")
    yield find_attribute(item, "rightsInfo/copyrightHolder", "literal")


def _find_place(meta: Element | None) -> tuple[str | None, ...]:
    """Where the story was written: the town, and what it lies in."""
    located = meta.find("located") if meta is not None else None
    if located is None:
        return ()
    code = one_line(located.get("literal") or located.get("qcode")).rpartition(":")[2]
    name = find_text(located, "name") or (code if code.isalpha() and len(code) > 3 else None)
    return (name, *(find_text(each, "name") for each in located.iterfind("broader")))


def _read_replaced(item: Element) -> Iterator[str | None]:
    for link in item.iterfind("itemMeta/link"):
        relation = one_line(link.get("rel")).rpartition(":")[2].casefold()
        other = link.get("residref")
        if relation in _REPLACING and other != item.get("guid"):
            yield other
