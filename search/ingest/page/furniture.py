"""Furniture: what stands on a page around and inside a story and is no part of it."""

import re
from functools import lru_cache
from itertools import pairwise

from ...text import find_forms
from .tree import Element, read_visible

# elements that are never a story's text
TAGS = frozenset(
    """script style noscript template iframe object embed svg math canvas picture
    figure figcaption form button input select option textarea label nav aside footer dialog
    menu map""".split()
)
# words of classes and ids that name furniture wherever they stand
_WORDS = frozenset(
    """ad ads advert advertisement advertising adslot adunit adbox sponsor sponsored promo promos
    promotion promoted share sharing sharebar sharetools social socials related relateds readmore
    recirc recirculation recommended recommendations recommend newsletter newsletters subscribe
    subscription signup cookie cookies consent gdpr comment comments disqus footer nav navigation
    navbar menu breadcrumb breadcrumbs sidebar rail trending popular mostread tags taglist tagcloud
    caption captions credit credits copyright gallery carousel slideshow slider lightbox
    modal popup overlay tooltip toolbar toolbox widget widgets taboola outbrain print hidden
    invisible offscreen byline bylines timestamp masthead disclaimer
    podcast bio biography
    authorbio aboutauthor authorbox donate donation teaser teasers interstitial
    ticker banner feedback noprint infobox toc login register promobox factbox
    cptn synopsis cta pullquote pullquotes photogallery rollover popover hovercard nutrition
    newsletterbox commentcount viewcount readingtime sr""".split()
)
# words that name a question for consent, however much of a page it is
_CONSENT = frozenset("cookie cookies consent gdpr".split())
# pairs of words that name furniture only together: "read-more", "author-bio", "you-may-like"
_PAIRS = frozenset(
    """read more/more news/more stories/more on/also read/read next/up next/next story/see also
    author bio/author info/author box/about author/author profile/may like/most read/most popular
    most viewed/top stories/latest news/follow us/sign up/visually hidden/screen reader/sr only
    image meta/photo meta/media meta/post meta/article meta/entry meta/story meta/article tags
    article footer/story footer/post footer/entry footer/article header/story header/post header
    image credit/photo credit/image caption/wp caption/pull quote/key points/in article
    article card/display card/story card/news card/post card/promo card/video player/video wrap
    video details/video caption/video title/video description/article info/app promo
    key takeaways/table contents/post navigation/jump links/current issue
    post attachment""".replace("\n    ", "/").split("/")
)
_CAPTION = re.compile(r"(?i)caption|credit|copyright|disclaimer|cookie|newsletter|byline|related")
_POST_TAGS = frozenset(("blockquote", "div"))
# a post of somebody's, set into the page by a social network's own markup
_POST = re.compile(
    r"(?i)tweet|twitter-?(?:embed|video)|instagram-?(?:media|embed)|tiktok-?embed|bluesky-?embed"
    r"|truthsocial-?embed|fb-post|reddit-(?:embed|card)|mastodon-?embed|text-post-media"
)
# what a paywall leaves of a story for everybody is named as a teaser of it
_STORY_PAIRS = frozenset(("teaser content", "teaser text", "teaser body"))
# pairs whose word says nothing of the text: Drupal's fields without a label, Elementor's blocks,
# what is clipped to its box, or hidden on narrow screens or on paper only
_SPARED = frozenset(
    """label hidden/overflow hidden/elementor widget/hidden xs/hidden sm/hidden mobile/hidden phone
    hidden tablet/hidden print""".replace("\n    ", "/").split("/")
)
# the id of a section that a table of contents leads to
_ANCHOR = re.compile(r"(?i)toc[-_]?(?:title[-_]?)?\d+")
# "has-sidebar", "no-comments", "with-ads" are said of the whole page
_ABOUT = frozenset("has no with without is not show hide enable disable".split())
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_ANY_WORD = re.compile(r"[^\W_]+")
_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu form".split()
)
_HIDING = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden")


def is_furniture(element: Element) -> bool:
    """Whether the element's tag, role, class or id says that it is no part of a story."""
    if element.tag in TAGS or element.get("role") in _ROLES or element.get("hidden") is not None:
        return True
    if element.get("aria-hidden") == "true" or _HIDING.search(element.get("style") or ""):
        return True
    if (name := element.get("class")) and _says_furniture(name):
        return True
    anchor = element.get("id")
    return bool(anchor and _says_furniture(anchor) and not _is_of_heading(element, anchor))


def _is_of_heading(element: Element, anchor: str) -> bool:
    """Whether an id is made of the words of a section's heading: "sharing-with-a-developer"."""
    heading = next(element.iter("h1", "h2", "h3", "h4", "h5", "h6"), None)
    words = [] if heading is None else find_forms(read_visible(heading))
    return len(words) > 1 and _ANY_WORD.findall(anchor.casefold()) == words


def is_consent(element: Element) -> bool:
    """Whether the element says of itself that it asks for consent to cookies."""
    return any(_says_consent(name) for name in (element.get("class"), element.get("id")) if name)


def is_post(element: Element) -> bool:
    """Whether the element is a post from a social network, as that network embeds it."""
    return element.tag in _POST_TAGS and bool(_POST.search(element.get("class") or ""))


def is_caption(element: Element) -> bool:
    """Whether a paragraph says that it is a caption, a credit or small print."""
    return bool(_CAPTION.search(element.get("class") or ""))


@lru_cache(maxsize=20_000)
def _says_furniture(names: str) -> bool:
    """Whether any name in a class or id does, and none names the story; asked once of all elements
    that have the same."""
    found = names.split()
    return any(map(_names_furniture, found)) and not any(map(_names_story, found))


@lru_cache(maxsize=20_000)
def _says_consent(names: str) -> bool:
    words = (_read_words(name) for name in names.split())
    return any(not _CONSENT.isdisjoint(name) and name[0] not in _ABOUT for name in words if name)


@lru_cache(maxsize=20_000)
def _names_furniture(name: str) -> bool:
    words = _read_words(name)
    if not words or words[0] in _ABOUT or _ANCHOR.fullmatch(name):
        return False
    pairs = _pairs(words)
    spared = " ".join(pairs & _SPARED).split()
    return not _WORDS.isdisjoint(set(words) - set(spared)) or not _PAIRS.isdisjoint(pairs)


def _names_story(name: str) -> bool:
    return not _STORY_PAIRS.isdisjoint(_pairs(_read_words(name)))


def _read_words(name: str) -> list[str]:
    return [word.lower() for word in _TOKEN.findall(name[:100])]


def _pairs(words: list[str]) -> set[str]:
    return {f"{one} {two}" for one, two in pairwise(words)}
