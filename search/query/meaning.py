"""finds: what each node of a query means, read off one story. This is the definition; every
index must find the same stories."""

from .nodes import And, AtLeast, DateRange, Everything, Node, Not, Or, Said
from .spans import find_spans
from .story import Story, Zone, name_zone
from .tree import find_fields


def finds(node: Node, story: Story, zones: list[Zone] | None = None) -> bool:
    """Whether the node finds the story; with ``zones``, whether it does by these alone."""
    match node:
        case Everything():
            return True
        case And(parts):
            return all(finds(part, story, zones) for part in parts)
        case Or(parts):
            return any(finds(part, story, zones) for part in parts)
        case Not(part):
            return not finds(part, story, zones)
        case DateRange(since, until):
            day = story.day
            return day is not None and (since or day) <= day <= (until or day)
        case Said():
            return bool(said_zones(node, story))
        case AtLeast(part, times):
            looked = zones_of(part, story) if zones is None else zones
            return sum(len(find_spans(part, zone)) for zone in looked) >= times
    looked = zones_of(node, story) if zones is None else zones
    return any(find_spans(node, zone) for zone in looked)


def zones_of(place: Node, story: Story) -> list[Zone]:
    """Where the place is looked for: the zones of its fields."""
    return [zone for field in sorted(find_fields(place), key=str) for zone in story.zones(field)]


def said_zones(node: Said, story: Story) -> list[Zone]:
    """The statements that the node finds: words and speaker of the same one."""
    found = []
    for said, zone in story.statements():
        is_theirs = node.speaker is None or (
            said.speaker is not None and finds(node.speaker, story, [name_zone(said.speaker.name)])
        )
        if is_theirs and finds(node.part, story, [zone]):
            found.append(zone)
    return found
