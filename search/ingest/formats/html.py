"""Web pages: the story in one, read from what it says of itself and from what it shows."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ...article import Article
from ...errors import NotAnArticle
from ...wire.agencies import find_agency
from ..encoding import one_line, read_markup
from ..identity import fold_address
from ..page.address import read_url_day
from ..page.body import find_body, without, without_bios, without_summary
from ..page.captions import read_captions
from ..page.facts import Facts, find_put_out_again, is_made_again, merge
from ..page.fragment import read_fragment
from ..page.headline import find_headline
from ..page.jsonld import read_jsonld
from ..page.local import localise
from ..page.metadata import read_metadata, read_microdata
from ..page.scripted import find_scripted
from ..page.state import read_state
from ..page.tree import read_page, read_tree
from ..page.visible import read_shown
from ..paragraphs import Body, Paragraph, join_paragraphs
from .text import opening_words

_FEWEST_WORDS = 6
# signs of Chinese, Japanese and Thai, between whose words no space stands
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_FEWEST_SIGNS = 20
_AGAIN = (
    "dated as the page prints it, of its last change; its markup says that it first went out on"
)
_NO_HEADLINE = "no headline is printed; its opening words stand for it"
# how much of a standfirst must open the body for it to be only the lede again
_LEDE = 50


def read_html(data: bytes, *, url: str | None = None) -> Article:
    """The story of a page, without its wire facts; NotAnArticle where no story can be found."""
    page = read_page(read_markup(data))
    tree = page.tree
    said, meta, marked = read_jsonld(tree), read_metadata(tree), read_microdata(tree)
    claims = [voice.headline for voice in (said, meta, marked) if voice.headline]
    headline = find_headline(tree, claims, meta.publisher or said.publisher)
    is_dated = any(voice.published or voice.updated for voice in (said, meta, marked))
    shown, byline = read_shown(tree, headline.element, is_dated=is_dated)
    scripted = None if is_dated or shown.published else find_scripted(tree)
    found = find_body(page, said.body, headline.element)
    if _is_too_short(found):
        tree = read_tree(page.markup)
        marked = read_state(tree, (*claims, headline.text))
        headline = headline._replace(text=marked.headline or headline.text)
        found = read_fragment(marked.body) if marked.body else read_captions(tree)
    facts = merge((said, meta, marked, shown), byline.names, byline.credit)
    story = without(found, (headline.text, byline.text, shown.standfirst))
    story = without_bios(without_summary(story, facts.standfirst), facts.authors)
    body = join_paragraphs(story)
    if _is_too_short(story):
        raise NotAnArticle("no story's text could be found on the page")
    again = find_put_out_again((said, meta, marked), shown.published)
    notes = [f"{_AGAIN} {facts.published:%Y-%m-%d}"] if again else []
    if is_made_again(meta, shown.published) and not said.published:
        facts = replace(facts, published=shown.published)
    facts = replace(
        facts,
        headline=headline.text,
        standfirst=shown.standfirst or facts.standfirst,
        url=facts.url or url,
        published=localise(again or facts.published, shown.published) or scripted,
    )
    return replace(_build(facts, byline.text, body), notes=(*notes, *_doubts(facts)))


def _is_too_short(story: Sequence[Paragraph]) -> bool:
    """Whether a text has fewer words than a story; of those who write no spaces, fewer signs."""
    text = " ".join(paragraph.text for paragraph in story)
    words = text.split(None, _FEWEST_WORDS)
    return len(words) < _FEWEST_WORDS and len(_UNSPACED.findall(text)) < _FEWEST_SIGNS


def _doubts(facts: Facts) -> tuple[str, ...]:
    return () if facts.headline else (_NO_HEADLINE,)


def _build(facts: Facts, byline: str | None, body: Body) -> Article:
    return Article(
        id="",
        headline=facts.headline or opening_words(body.text),
        kicker=facts.kicker,
        standfirst=_find_standfirst(facts, body.text),
        authors=facts.authors,
        byline=byline,
        agency=find_agency(facts.publisher) if facts.publisher else None,
        published=facts.published or read_url_day(facts.url),
        updated=facts.updated,
        section=facts.section,
        keywords=facts.keywords,
        language=_language(facts.language),
        url=fold_address(facts.url) if facts.url else None,
        body=body.text,
        headings=body.headings,
    )


def _find_standfirst(facts: Facts, body: str) -> str | None:
    """The standfirst, unless it is the headline again or only how the body opens."""
    text = one_line(facts.standfirst)
    if not text or text.casefold() == (facts.headline or "").casefold():
        return None
    return None if text.rstrip(" .…")[:_LEDE] in one_line(body) else text


def _language(text: str | None) -> str | None:
    """The language's two letters, out of "en-GB" or "en_US"; None for what is no code."""
    code = (text or "").replace("_", "-").split("-")[0].casefold()
    return code if code.isascii() and code.isalpha() and len(code) in {2, 3} else None
