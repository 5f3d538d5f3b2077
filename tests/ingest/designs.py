"""Pages of different make that all tell one invented story, for test_html.py."""

import json

LEDE = (
    "PORTO VELA, May 6 (AP) — The sea wall at Porto Vela held through the worst storm in thirty "
    "years, Mayor Ines Duarte said on Monday."
)
SECOND = (
    "Waves of nine metres broke over the promenade for most of the night, and some four hundred "
    "people slept in the town's two schools."
)
HEADING = "Rebuilding starts"
THIRD = (
    "Work on the eastern pier will begin this week, the harbour office said, and should be done "
    "before the fishing season opens in June."
)
FOURTH = (
    "The wall was raised by two metres in 2019 after a smaller storm flooded the fish market and "
    "the lower streets behind it."
)
HEADLINE = "Sea wall holds as storm batters Porto Vela"
STANDFIRST = "Four hundred people spent the night in schools; pier badly damaged"
BODY = "\n\n".join((LEDE, SECOND, HEADING, THIRD, FOURTH))

_PROSE = f"<p>{LEDE}</p><p>{SECOND}</p><h2>{HEADING}</h2><p>{THIRD}</p><p>{FOURTH}</p>"
_STORY = {
    "@type": "NewsArticle",
    "headline": HEADLINE,
    "description": STANDFIRST,
    "datePublished": "2024-05-06T18:30:00Z",
    "dateModified": "2024-05-06T20:00:00Z",
    "articleSection": "World",
    "author": {"@type": "Person", "name": "Ana Reyes"},
    "publisher": {"@type": "Organization", "name": "Harbour Wire"},
}


def _page(head: str, body: str) -> str:
    return f"<!DOCTYPE html><html lang='en-GB'><head>{head}</head><body>{body}</body></html>"


def _ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


_META = (
    f'<meta property="og:title" content="{HEADLINE} | Harbour Wire">'
    f'<meta property="og:description" content="{STANDFIRST}">'
    '<meta property="og:site_name" content="Harbour Wire">'
    '<meta property="article:published_time" content="2024-05-06T19:30:00+01:00">'
    '<meta property="article:section" content="World">'
    '<meta name="author" content="Ana Reyes">'
)
_FURNITURE = (
    "<aside class='newsletter'><p>Get the Harbour Wire newsletter in your inbox every morning, "
    "with all that the night brought in.</p></aside>"
    "<div class='related-stories'><h3>Related</h3><ul><li><a href='/2'>Ferry runs aground off the "
    "northern cape with ninety people on board</a></li></ul></div>"
    "<figure><img src='w.jpg'><figcaption>Waves at the pier. Photo: Ana Reyes</figcaption></figure>"
    "<p>Read more: Ferry runs aground off the northern cape</p><p>Advertisement</p>"
)
_COOKIES = (
    "<div id='cookie-consent'><p>We use cookies to make this site work, to count our readers and "
    "to show them advertisements. You may refuse them.</p></div>"
)
_FOOTER = "<footer><p>© 2024 Harbour Wire. All rights reserved. Nothing may be copied.</p></footer>"

# each make of page, by name, with what stands in it
DESIGNS = {
    "JSON-LD as one object": _page(
        _ld({"@context": "https://schema.org", **_STORY}),
        f"<h1>{HEADLINE}</h1><article>{_PROSE}{_FURNITURE}</article>{_FOOTER}",
    ),
    "JSON-LD as a list, after a breadcrumb": _page(
        _ld([{"@type": "BreadcrumbList", "name": "Home"}, _STORY]),
        f"<main><h1>{HEADLINE}</h1><div class='story'>{_PROSE}</div>{_FURNITURE}</main>",
    ),
    "JSON-LD as a graph, authors as a list of strings": _page(
        _ld(
            {
                "@graph": [
                    {"@type": "WebSite", "name": "Harbour Wire"},
                    _STORY | {"author": ["Ana Reyes"]},
                ]
            }
        ),
        f"{_COOKIES}<h1>{HEADLINE}</h1><article>{_PROSE}</article>{_FOOTER}",
    ),
    "JSON-LD in an HTML comment, with raw line breaks": _page(
        '<script type="application/ld+json"><!--\n'
        + json.dumps(_STORY).replace("worst", "worst\n")
        + "\n--></script>",
        f"<article><header><h1>{HEADLINE}</h1></header>{_PROSE}</article>",
    ),
    "OpenGraph and publisher's meta alone": _page(
        f"<title>{HEADLINE} | Harbour Wire</title>{_META}",
        f"<div class='content'><h1>World | {HEADLINE}</h1>{_PROSE}{_FURNITURE}</div>{_FOOTER}",
    ),
    "microdata": _page(
        f"<title>{HEADLINE} - Harbour Wire</title>"
        f"<meta property='og:site_name' content='Harbour Wire'>"
        f"<meta name='description' content='{STANDFIRST}'>",
        "<div itemscope itemtype='https://schema.org/NewsArticle'>"
        f"<h1 itemprop='headline'>{HEADLINE}</h1>"
        "<span itemprop='author'><span itemprop='name'>Ana Reyes</span></span>"
        "<time itemprop='datePublished' datetime='2024-05-06T19:30:00+01:00'>6 May</time>"
        "<meta itemprop='articleSection' content='World'>"
        f"<div itemprop='articleBody'>{_PROSE}</div></div>{_FOOTER}",
    ),
    "nothing but what is shown": _page(
        f"<title>{HEADLINE}</title><meta name='description' content='{STANDFIRST}'>",
        f"<nav><a href='/'>Harbour Wire</a></nav><main><h1>{HEADLINE}</h1>"
        "<p class='byline'>By <a href='/authors/ana'>Ana Reyes</a></p>"
        "<p class='date'>Published May 6, 2024 7:30 PM BST</p>"
        f"{_PROSE}</main>{_FURNITURE}{_FOOTER}",
    ),
    "a table layout with line breaks for paragraphs": _page(
        f"<title>{HEADLINE}</title>{_META}",
        f"<table><tr><td><a href='/'>Home</a></td><td><h1>{HEADLINE}</h1>{LEDE}<br><br>{SECOND}"
        f"<br><br><h3>{HEADING}</h3>{THIRD}<br><br>{FOURTH}</td></tr></table>",
    ),
    "two stories on a page, the second as long": _page(
        _META,
        f"<article><h1>{HEADLINE}</h1>{_PROSE}</article><article><h2>Ferry aground</h2>"
        + "<p>A ferry ran aground off the northern cape with ninety people on board.</p>" * 7
        + "</article>",
    ),
}
