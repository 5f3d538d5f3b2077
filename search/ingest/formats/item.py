"""An item of the wire, as its markup writes it, and the article that it makes."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from itertools import takewhile

from ...article import Article
from ...errors import NotAnArticle
from ...wire.dateline import opens_with_dateline
from ..encoding import one_line
from ..identity import find_revision, fold_address, lasting_guid
from ..names import is_byline, unique
from ..paragraphs import Paragraph, join_paragraphs
from .content import find_standfirst, without_end_mark
from .credits import find_authors, find_provider, locate, read_language, with_dateline
from .desk import EMBARGOED, DeskNotes, is_desk_note, read_desk_notes
from .signals import GONE, find_signal, gravest, read_note
from .stamps import read_number, read_stamp, read_urgency
from .text import NO_HEADLINE, opening_words

# what an item may be that is no text, by the last word of its kind: "ninat:picture"
_NO_TEXT = {
    **dict.fromkeys(("picture", "photo", "image"), "a picture"),
    "graphic": "a graphic",
    "video": "a video",
    "audio": "a sound",
    "animation": "an animation",
    "event": "an event",
    "planning": "a plan of coverage",
    **dict.fromkeys(("composite", "package"), "a package of others"),
}

_HEAD = 8  # paragraphs above the dateline
_CREDITED = re.compile(r"[A-Z]\w{2,8}\.? \d{1,2} \([A-Z][\w ]{1,30}\) [-–—]")

Texts = tuple[str | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One story's fields as printed. Of a tuple of texts the first that says something counts,
    but all of ``statuses`` (codes of status and signal), ``said`` (headline and notes to editors)
    and ``keywords`` do. ``persons`` are marked as such in the byline; an ``embargo`` is "" where
    nothing says until when; ``elsewhere`` is the address of a text that the item only names."""

    guid: str | None = None
    version: str | None = None
    kind: str | None = None
    urgency: str | None = None
    published: Texts = ()
    updated: str | None = None
    embargo: str | None = None
    statuses: Texts = ()
    said: Texts = ()
    credits: Texts = ()
    headline: str | None = None
    standfirsts: Texts = ()
    byline: str | None = None
    persons: tuple[str, ...] = ()
    dateline: str | None = None
    place: Texts = ()
    slug: str | None = None
    section: str | None = None
    keywords: Texts = ()
    languages: Texts = ()
    url: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    replaces: Texts = ()
    elsewhere: str | None = None
    notes: tuple[str, ...] = ()


def make_article(item: Item) -> Article:
    """The item's story, without its wire facts. One that is killed or withheld needs no text, only
    a name of its own; NotAnArticle for any other without text, and for pictures and the like."""
    item = _with_head(item)
    printed = _without_headline(item.paragraphs, one_line(item.headline))
    paragraphs = without_end_mark(with_dateline(printed, item.dateline))
    body = join_paragraphs(paragraphs)
    agency = find_provider(*item.credits)
    guid, told = lasting_guid(item.guid, agency), _read_notes(item)
    signal = told.signal
    if not body.text:
        _refuse_textless(item, bool(guid) and signal in GONE)
    headline = one_line(item.headline)
    shown = headline or opening_words(body.text) or one_line(item.slug) or guid
    published = next((found for text in item.published if (found := read_stamp(text))), None)
    return Article(
        id=guid,
        headline=shown,
        standfirst=_find_standfirst(item, shown, body.text),
        byline=one_line(item.byline) or None,
        authors=find_authors(item.byline, item.persons),
        dateline=locate(*item.place),
        agency=agency,
        published=published,
        updated=_find_updated(item, published),
        section=one_line(item.section) or None,
        keywords=unique(word for text in item.keywords if (word := one_line(text))),
        language=read_language(*item.languages),
        url=fold_address(item.url) if item.url else None,
        body=body.text,
        headings=body.headings,
        notes=(*(() if headline or not body.text else (NO_HEADLINE,)), *told.notes, *item.notes),
        slug=one_line(item.slug) or None,
        version=_find_version(item),
        urgency=read_urgency(item.urgency),
        embargo=told.embargo,
        signal=signal,
        replaces=tuple(name for other in item.replaces if (name := lasting_guid(other, agency))),
    )


def _with_head(item: Item) -> Item:
    """The item, with what stands above its dateline among its paragraphs where it belongs: the
    notes to editors, and the byline where the markup has none."""
    texts = [part.text for part in item.paragraphs[:_HEAD]]
    noted = sum(1 for _ in takewhile(is_desk_note, texts[:-1]))
    at = next((n for n, text in enumerate(texts) if _opens(text)), noted)
    notes = [text for text in texts[:at] if is_desk_note(text)]
    byline = None if item.byline else next(filter(is_byline, texts[:at]), None)
    rest = (part for part in item.paragraphs[:at] if part.text not in (*notes, byline))
    return replace(
        item,
        said=(*item.said, *notes),
        byline=item.byline or byline,
        paragraphs=(*rest, *item.paragraphs[at:]),
    )


def _opens(text: str) -> bool:
    """Whether a paragraph opens a story: with a dateline, or with its day and agency alone."""
    return opens_with_dateline(text) or bool(_CREDITED.match(text))


def _without_headline(paragraphs: tuple[Paragraph, ...], headline: str) -> list[Paragraph]:
    """The paragraphs, without a heading above the others that is the headline again."""
    first = paragraphs[0] if paragraphs else None
    is_again = first and first.is_heading and first.text.casefold() == headline.casefold()
    return [*paragraphs[1:]] if is_again and len(paragraphs) > 1 else [*paragraphs]


def _refuse_textless(item: Item, is_gone: bool) -> None:
    if is_gone:
        return
    kind = _NO_TEXT.get(one_line(item.kind).rpartition(":")[2].casefold())
    name = one_line(item.headline) or one_line(item.slug) or one_line(item.guid)
    called = f"the item {name[:80]!r}" if name else "the item"
    if kind:
        raise NotAnArticle(f"{called} is {kind}, not text")
    away = f" here, but at {item.elsewhere[:200]}" if item.elsewhere else ""
    raise NotAnArticle(f"{called} has no text{away}")


def _read_notes(item: Item) -> DeskNotes:
    """The signal and the embargo, by the markup's own fields and by its notes to editors."""
    said = read_desk_notes(filter(None, map(one_line, item.said)))
    lines = read_note(item.headline), read_note(item.slug)
    signal = gravest((find_signal(*item.statuses), said.signal, *lines))
    embargo = read_stamp(item.embargo) or said.embargo
    is_open = embargo is None and (item.embargo is not None or EMBARGOED in said.notes)
    return DeskNotes(signal, embargo, (EMBARGOED,) if is_open else ())


def _find_standfirst(item: Item, headline: str, body: str) -> str | None:
    found = (find_standfirst(text, headline, body) for text in item.standfirsts)
    return next(filter(None, found), None)


def _find_updated(item: Item, published: dt.datetime | None) -> dt.datetime | None:
    moment = read_stamp(item.updated)
    return None if moment == published else moment


def _find_version(item: Item) -> int | None:
    version = read_number(item.version)
    return find_revision(item.guid) if version is None else version
