"""Which of the components of a NewsML 1 item is its story: captions, side stories and other
languages stand beside it."""

from typing import NamedTuple

from .markup import LANGUAGE, Element, find_attribute, find_text

_COMPONENT = "NewsComponent"
_HEADLINE = "NewsLines/HeadLine"
# words in the roles of what belongs to a picture or a film, and of a story's text
_PICTURES = tuple(
    "caption picture photo graphic thumbnail quicklook preview highres video audio".split()
)
_MAIN = ("main", "body", "text", "story")


class Story(NamedTuple):
    """The component with an item's story, the languages that it and those around it are in, and
    the headlines of the item's other texts."""

    component: Element
    languages: tuple[str | None, ...]
    others: tuple[str, ...] = ()


def find_story(item: Element) -> Story:
    """The item's story: the text that is its main one, else the longest. The components that have
    nothing to do with it are taken out of the tree; where the item has no text, nothing is."""
    texts = [each for each in item.iter(_COMPONENT) if _length(each) and not _is_picture(each)]
    if not texts:
        return Story(item, _languages(item, item))
    chosen = max(texts, key=lambda each: (_is_main(each), _length(each)))
    story = _headed(chosen, item)
    others = [one for each in texts if (one := _headed(each, item)) is not story]
    called = [find_text(other, ".//HeadLine") or "" for other in dict.fromkeys(others)]
    above = {story, *story.iterancestors()}
    for each in (*others, *filter(_is_picture, item.findall(f".//{_COMPONENT}"))):
        parent = each.getparent()
        if each not in above and parent is not None:
            parent.remove(each)
    return Story(story, _languages(chosen, item), tuple(called))


def _length(component: Element) -> int:
    """How much text stands in a component itself, in characters."""
    contents = component.iterfind("ContentItem//DataContent")
    return max((len("".join(map(str, each.itertext())).strip()) for each in contents), default=0)


def _role(component: Element) -> str:
    return (find_attribute(component, "Role", "FormalName") or "").casefold()


def _above(component: Element) -> list[Element]:
    """The component and those around it, the nearest first."""
    return [component, *component.iterancestors(_COMPONENT)]


def _is_picture(component: Element) -> bool:
    return any(word in _role(each) for each in _above(component) for word in _PICTURES)


def _is_main(component: Element) -> bool:
    """Whether it is the main one of those that it stands among."""
    roles = [role for each in _above(component) if (role := _role(each))]
    return bool(roles) and all(role.startswith(_MAIN) for role in roles)


def _headed(component: Element, item: Element) -> Element:
    """The nearest component around it that prints a headline; the item where none does."""
    return next((each for each in _above(component) if find_text(each, _HEADLINE)), item)


def _languages(component: Element, item: Element) -> tuple[str | None, ...]:
    """The languages told of the component, then of those around it, and of the item."""
    around = [each for each in _above(component) if each is not item]
    told = [
        language
        for each in around
        for language in (
            find_attribute(each, "DescriptiveMetadata/Language", "FormalName"),
            each.get(LANGUAGE),
        )
    ]
    return (*told, find_attribute(item, ".//Language", "FormalName"), item.get(LANGUAGE))
