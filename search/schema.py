"""FIELDS, FACETS and STATEMENT_FACETS: the tables from which every index derives its mapping."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .article import Article, Speaker, Statement
from .text import slug, stem


@dataclass(frozen=True, slots=True)
class Field:
    """A field to search in. ``values`` reads its texts from a story; ``boost`` weighs its
    BM25F, 0.0 for fields that find but never score."""

    name: str
    values: Callable[[Article], Sequence[str | None]]
    boost: float = 0.0

    @property
    def is_text(self) -> bool:
        """Whether it holds running text, stemmed, rather than names, which never are."""
        return self.boost > 0

    def term(self, form: str) -> str:
        """What a folded word is indexed under in this field."""
        return stem(form) if self.is_text else form


@dataclass(frozen=True, slots=True)
class Facet:
    """A property to count and filter by; ``values`` gives (value, label) pairs of a story."""

    name: str
    values: Callable[[Article], Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class StatementFacet:
    """The same for a property of a statement itself."""

    name: str
    values: Callable[[Statement], Sequence[tuple[str, str]]]


LONGEST = 300  # characters of a value that an address may ask for, with a minus sign before it
NONE = "none"  # asks a filter for what has no value; a story that says "None" has none either


def _named(*names: str | None) -> list[tuple[str, str]]:
    """Values as filters take them, which read a minus sign before one as leaving it out, and of a
    name that is no name but a text only its beginning."""
    values = [(name.lstrip("- ")[: LONGEST - 1], name) for name in names if name]
    return [pair for pair in values if pair[0] and slug(pair[0]) != NONE]


def speaker_value(name: str) -> tuple[str, str]:
    """A speaker as facets have them."""
    return slug(name)[: LONGEST - 1], name


def _spoken_by(*speakers: Speaker | None) -> list[tuple[str, str]]:
    return [speaker_value(speaker.name) for speaker in speakers if speaker]


def _place(story: Article) -> str | None:
    return story.dateline.place if story.dateline else None


def _country(story: Article) -> str | None:
    return story.dateline.country if story.dateline else None


def _year(story: Article) -> str | None:
    when = story.date
    return str(when.value.year) if when else None


FIELDS = {
    field.name: field
    for field in (
        Field("headline", lambda story: [story.headline], boost=3.0),
        Field("standfirst", lambda story: [story.standfirst], boost=1.5),
        Field("body", lambda story: [story.body], boost=1.0),
        Field("place", lambda story: [_place(story)]),
        Field("country", lambda story: [_country(story)]),
        Field("agency", lambda story: [story.agency]),
        Field("speaker", lambda story: [speaker.name for speaker in story.speakers]),
        Field("author", lambda story: story.authors),
        Field("section", lambda story: [story.section]),
        Field("keyword", lambda story: story.keywords),
    )
}
TEXT_FIELDS = tuple(field for field in FIELDS.values() if field.is_text)

FACETS = {
    facet.name: facet
    for facet in (
        Facet("agency", lambda story: _named(story.agency)),
        Facet("speaker", lambda story: _spoken_by(*story.speakers)),
        Facet("place", lambda story: _named(_place(story))),
        Facet("country", lambda story: _named(_country(story))),
        Facet("section", lambda story: _named(story.section)),
        Facet("language", lambda story: _named(story.language)),
        Facet("year", lambda story: _named(_year(story))),
    )
}

# where a search is for statements, these take the place of their stories' facets, or join them
STATEMENT_FACETS = {
    facet.name: facet
    for facet in (
        StatementFacet("speaker", lambda said: _spoken_by(said.speaker)),
        StatementFacet("kind", lambda said: _named(said.kind)),
    )
}
# what may be counted and filtered by, by what is searched for
FACETS_OF = {
    "stories": tuple(FACETS),
    "statements": tuple(dict.fromkeys((*FACETS, *STATEMENT_FACETS))),
}
