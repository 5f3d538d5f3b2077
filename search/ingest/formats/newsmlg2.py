"""NewsML-G2: a news item, or a message with several, each with text a story."""

from collections.abc import Iterator
from dataclasses import replace

from ...article import Article
from ...errors import NotAnArticle
from ..encoding import one_line
from .content import read_content
from .credits import read_language
from .inside import decode_inside, read_inside
from .item import Item, make_article
from .markup import LANGUAGE, Element, Markup, find_attribute, find_text, read_each, texts_of
from .nitf import read_copy

# words at the end of a relation that names the story whose place this one takes
_REPLACING = frozenset("replaces supersedes previousversion".split())
_CAPTION = ("caption", "usageterms")


def read_newsml_g2(data: bytes) -> Iterator[Article | NotAnArticle]:
    """Each item's story, without its wire facts, or the reason why an item has none."""
    yield from read_each(data, _read_items)


def _read_items(file: Markup) -> Iterator[Article | NotAnArticle]:
    root, notes = file
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
    many = "1 item" if count == 1 else f"{count} items"
    return NotAnArticle(f"the package {name[:80]!r} names {many} and holds no text itself")


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
            kind=find_attribute(item, "itemMeta/itemClass", "qcode", "uri"),
            published=(first, find_text(item, "contentMeta/contentCreated"), this),
            updated=this,
            embargo=_find_embargo(item),
            statuses=tuple(
                each.get("qcode") or each.get("uri")
                for each in (
                    *item.iterfind("itemMeta/pubStatus"),
                    *item.iterfind("itemMeta/signal"),
                )
            ),
            said=texts_of(item.findall("itemMeta/edNote")),
            credits=tuple(_credits(item)),
            replaces=tuple(_read_replaced(item)),
            elsewhere=find_attribute(item, "contentSet/remoteContent", "href", "residref"),
            notes=notes,
        )
    )


def _read_meta(item: Element, copy: Item) -> Item:
    """What the markup says of the content, before what the story's own markup prints."""
    meta = item.find("contentMeta")
    languages = find_attribute(meta, "language", "tag"), item.get(LANGUAGE)
    told = read_language(*languages, *copy.languages)
    printed = _find_line(meta, "by", told) or copy.byline
    creators = _names(meta, "creator")
    return replace(
        copy,
        urgency=find_text(meta, "urgency"),
        headline=_find_line(meta, "headline", told)
        or copy.headline
        or find_text(item, "itemMeta/title"),
        standfirsts=(*_descriptions(meta, told), *copy.standfirsts),
        byline=printed,
        persons=copy.persons or (() if printed else creators),
        dateline=_find_line(meta, "dateline", told) or copy.dateline,
        place=_find_place(item) or copy.place,
        slug=find_text(meta, "slugline"),
        keywords=(
            *texts_of(meta.findall("keyword") if meta is not None else []),
            *_names(meta, "subject"),
        ),
        languages=(*languages, *copy.languages),
    )


def _find_line(meta: Element | None, name: str, language: str | None) -> str | None:
    """The text of the element of this name that is in the story's language, if one is, and is not
    of a lower rank ("hld:subHeadline")."""
    found = list(meta.iterfind(name)) if meta is not None else []
    found.sort(key=lambda each: (_is_sub(each), _is_foreign(each, language)))
    return next(iter(texts_of(found)), None)


def _is_sub(element: Element) -> bool:
    return "sub" in one_line(element.get("role")).rpartition(":")[2].casefold()


def _is_foreign(element: Element, language: str | None) -> bool:
    own = read_language(element.get(LANGUAGE))
    return bool(own and language and own != language)


def _find_embargo(item: Element) -> str | None:
    """Until when the item is embargoed; "" where it is and nothing says until when."""
    found = item.find("itemMeta/embargoed")
    return None if found is None else one_line(found.text)


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
    packed = content.get("encoding") or content.get("encodinguri")
    text = decode_inside("".join(map(str, content.itertext())), packed)
    return read_inside(text, one_line(content.get("contenttype")))


def _descriptions(meta: Element | None, language: str | None) -> Iterator[str]:
    """What sums the story up, and its lower headlines; not what stands under a picture."""
    if meta is None:
        return
    found = meta.findall("description")
    found += [each for each in meta.iterfind("headline") if _is_sub(each)]
    for each in sorted(found, key=lambda each: _is_foreign(each, language)):
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


def _find_place(item: Element) -> tuple[str | None, ...]:
    """Where the story was written: the town, and what it lies in; by what the item asserts of its
    code where it has no name."""
    located = item.find("contentMeta/located")
    if located is None:
        return ()
    told = [located, *(each for each in item.iterfind("assert") if _is_of(each, located))]
    code = one_line(located.get("literal") or located.get("qcode")).rpartition(":")[2]
    names = filter(None, (find_text(each, "name") for each in told))
    name = next(names, code if code.isalpha() and len(code) > 3 else None)
    return (name, *(find_text(part, "name") for each in told for part in each.iterfind("broader")))


def _is_of(asserted: Element, named: Element) -> bool:
    return any(named.get(key) and asserted.get(key) == named.get(key) for key in ("qcode", "uri"))


def _read_replaced(item: Element) -> Iterator[str | None]:
    for link in item.iterfind("itemMeta/link"):
        relation = one_line(link.get("rel")).rpartition(":")[2].casefold()
        other = link.get("residref")
        if relation in _REPLACING and other != item.get("guid"):
            yield other
