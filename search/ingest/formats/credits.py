"""What the wire's markup credits: agency, authors, the place that a story was written in."""

from collections.abc import Iterable

from ...article import Dateline
from ...wire.agencies import find_agency_of_site, find_known
from ...wire.dateline import opens_with_dateline
from ...wire.places import find_country, read_place
from ..encoding import one_line
from ..names import read_names, unique
from ..paragraphs import Paragraph

_LONGEST_LINE = 120


def find_provider(*credits: str | None) -> str | None:
    """The first agency known by one of these names, codes or sites ("nprov:REUTERS", "afp.com",
    "The Associated Press"); None where none is known."""
    for credit in map(one_line, credits):
        for name in (credit, credit.rpartition(":")[2]):
            agency = find_known(name) if name else None
            agency = agency or (find_agency_of_site(f"https://{name}") if "." in name else None)
            if agency:
                return agency
    return None


def find_authors(byline: str | None, persons: Iterable[str] = ()) -> tuple[str, ...]:
    """The names that the markup marks in a byline, else those found in its words. One that is
    nothing but a name needs no "By"."""
    marked = unique(name for person in persons for name in read_names(person))
    return marked or (read_names(byline) if byline else ())


def locate(*places: str | None) -> Dateline | None:
    """Where the markup says that a story was written (a town, and perhaps the region and country
    that it lies in), as a dateline that is not printed."""
    names = [name for place in places if (name := one_line(place).strip(" ,.;-–—"))]
    if not names or len(names[0]) > _LONGEST_LINE or not any(c.isalpha() for c in names[0]):
        return None
    shown = read_place(names[0]).name if names[0].isupper() else names[0]
    country = find_country(names[0]) or find_country(", ".join(unique(names)))
    return Dateline(text="", start=0, end=0, place=shown, country=country)


def with_dateline(paragraphs: list[Paragraph], line: str | None) -> list[Paragraph]:
    """The paragraphs opened by the dateline that the markup keeps apart, where they print none and
    it has more than a place ("STOCKHOLM, Aug 29 (AFP) -")."""
    line = one_line(line)
    if not line or len(line) > _LONGEST_LINE or not paragraphs:
        return paragraphs
    first, *rest = paragraphs
    if first.is_heading or opens_with_dateline(first.text):
        return paragraphs
    for text in (f"{line} {first.text}", f"{line} - {first.text}"):
        if opens_with_dateline(text) and any(c in line for c in "(/0123456789"):
            return [Paragraph(text), *rest]
    return paragraphs


def read_language(*codes: str | None) -> str | None:
    """The language's two or three letters out of the first code given ("en-GB"); None for none."""
    code = next(filter(None, map(one_line, codes)), "").replace("_", "-").split("-")[0].casefold()
    return code if code.isascii() and code.isalpha() and len(code) in {2, 3} else None
