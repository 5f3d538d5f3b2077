"""Story: an article as the words of its fields, for meanings that are read off one story."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..article import Article, Statement
from ..schema import FIELDS, TEXT_FIELDS, Field
from ..text import find_paragraphs, find_sentences, find_word_spans, printed_form, stem

LEAD = "hlead"  # the headline and the first paragraph of the body


class Text:
    """One value of one field: its words in order, and the sentence and paragraph of each."""

    def __init__(self, field: Field, text: str) -> None:
        self.field = field
        self.text = text
        self.spans, self.forms = find_word_spans(text)

    @cached_property
    def terms(self) -> list[str]:
        """Each word as this field matches it."""
        return list(map(stem, self.forms)) if self.field.is_text else self.forms

    @cached_property
    def printed(self) -> list[str]:
        """Each word as printed."""
        return [printed_form(self.text[start:end]) for start, end in self.spans]

    @cached_property
    def sentences(self) -> list[int]:
        """The number of each word's sentence."""
        return list(self._number(find_sentences(self.text)))

    @cached_property
    def paragraphs(self) -> list[int]:
        """The number of each word's paragraph."""
        return list(self._number(find_paragraphs(self.text)))

    def first_word(self, offset: int) -> int:
        """The number of the first word that starts at or behind this character."""
        return bisect_left(self.spans, (offset, 0))

    def _number(self, spans: Iterator[tuple[int, int]]) -> Iterator[int]:
        ends = [end for _, end in spans]
        at = 0
        for start, _ in self.spans:
            while at < len(ends) - 1 and start >= ends[at]:
                at += 1
            yield at


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of a text to look in: the words from ``start`` up to ``end``. What begins or ends
    in one of the ``asides``, stretches of it in order, is not found."""

    text: Text
    start: int
    end: int
    asides: tuple[tuple[int, int], ...] = ()

    def holds(self, start: int, end: int) -> bool:
        """Whether words that stand in the stretch, from ``start`` up to ``end``, are found."""
        return not any(
            first <= word < stop for first, stop in self.asides for word in (start, end - 1)
        )

    @property
    def parts(self) -> list[tuple[int, int]]:
        """Its words without the asides."""
        bounds = [self.start, *(word for aside in self.asides for word in aside), self.end]
        return list(zip(bounds[::2], bounds[1::2], strict=True))


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement, number ``place`` of its story's; ``zone`` is its words, in the body, without
    the reporter's own."""

    story: "Story"
    place: int
    said: Statement
    zone: Zone


class Story:
    """An article's texts, by field; the zones a query looks in."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.day = article.date.value if article.date else None
        self._texts: dict[str, list[Text]] = {}

    def texts(self, name: str) -> list[Text]:
        """The values of a field."""
        if name not in self._texts:
            field = FIELDS[name]
            self._texts[name] = [
                Text(field, value) for value in field.values(self.article) if value
            ]
        return self._texts[name]

    def zones(self, field: str | None) -> list[Zone]:
        """Where a word of this field is looked for; None is the text fields."""
        if field == LEAD:
            return [*self._whole("headline"), *self._lead()]
        names = [field] if field else [text_field.name for text_field in TEXT_FIELDS]
        return [zone for name in names for zone in self._whole(name)]

    def statements(self) -> Iterator[Spoken]:
        """Each statement; none where there is no body for them to stand in."""
        for body in self.texts("body"):
            for place, said in enumerate(self.article.statements):
                bounds = body.first_word(said.start), body.first_word(said.end)
                asides = (tuple(map(body.first_word, aside)) for aside in said.asides)
                zone = Zone(body, *bounds, tuple((first, stop) for first, stop in asides))
                yield Spoken(self, place, said, zone)

    def _whole(self, name: str) -> list[Zone]:
        return list(map(whole, self.texts(name)))

    def _lead(self) -> list[Zone]:
        """The first paragraph of the body that has words."""
        bodies = self.texts("body")
        return [
            Zone(body, 0, body.paragraphs.count(body.paragraphs[0]))
            for body in bodies
            if body.forms
        ]


def name_zone(name: str) -> Zone:
    """A speaker's name, to be looked in by the part of a query that says who spoke."""
    return whole(Text(FIELDS["speaker"], name))


def whole(text: Text) -> Zone:
    """All of a text."""
    return Zone(text, 0, len(text.forms))


def length(texts: Sequence[Text]) -> int:
    """All words of a field's values."""
    return sum(len(text.forms) for text in texts)
