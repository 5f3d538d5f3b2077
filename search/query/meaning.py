"""finds: what each node of a query means, read off one story; says: what it means of one
statement. This is the definition; every index must find the same."""

from .nodes import And, AtLeast, DateRange, Everything, Node, Not, Or, Said
from .spans import find_spans
from .story import Spoken, Story, Zone, name_zone
from .tree import find_fields

SPEAKER = "speaker"  # the field that, of a statement, is the name of who makes it


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
    return [spoken.zone for spoken in story.statements() if says(node, spoken)]


def says(node: Node, spoken: Spoken) -> bool:
    """Whether the node finds a statement.

    Words of no field are sought among the statement's own. What looks at speakers alone is asked
    of who says it: where nobody plainly does, "speaker:x" and "-speaker:x" both find nothing.
    Other fields, and dates, are asked of the story.
    """
    fields = find_fields(node)
    if fields == {SPEAKER}:
        who = spoken.said.speaker
        return who is not None and finds(node, spoken.story, [name_zone(who.name)])
    match node:
        case And(parts):
            return all(says(part, spoken) for part in parts)
        case Or(parts):
            return any(says(part, spoken) for part in parts)
        case Not(part):
            return not says(part, spoken)
        case Said(part, speaker):
            return (speaker is None or says(speaker, spoken)) and says(part, spoken)
    return finds(node, spoken.story, [spoken.zone] if fields == {None} else None)
