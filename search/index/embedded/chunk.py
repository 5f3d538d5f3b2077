"""Chunk: some stories as arrays, analysed in one go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ...article import Article
from ...schema import FACETS, TEXT_FIELDS
from .distinct import Distinct
from .lexicon import Lexicon
from .name_fields import NAME_FIELDS, Values
from .runs import Ints, Texts, join_texts
from .stories import KINDS, encode_sentences, hash_ids
from .words import Words, find_batch_words

ZONES = len(TEXT_FIELDS)
_BODY = ZONES - 1
_KIND_OF = {kind: number for number, kind in enumerate(KINDS)}


class Shared:
    """What the chunks of a draft number alike: words, speakers of statements, and the values of
    each facet and name field."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.speakers: Distinct[str] = Distinct()
        self.facets: dict[str, Distinct[tuple[tuple[str, str], ...]]] = {
            name: Distinct() for name in FACETS
        }
        self.names: dict[str, Distinct[Values]] = {f.name: Distinct() for f in NAME_FIELDS}


@dataclass(frozen=True, slots=True)
class Chunk:
    """The Rows of some stories; ``stream`` is their words, ``text_sizes`` how many each text has;
    ``said`` are rows of a statement's first word, the one behind its last, speaker and kind,
    ``said_sizes`` how many each story has, ``asides`` rows of a statement's number in the chunk
    and the bounds of what is not said in it; ``facets`` and ``names`` are numbers of Shared, one a
    story."""

    ids: Texts
    headlines: Texts
    hashes: Ints
    days: Ints
    certain: Ints
    lengths: Ints
    sentences: Ints
    sentence_sizes: Ints
    stream: Ints
    text_sizes: Ints
    said: Ints
    said_sizes: Ints
    asides: Ints
    facets: dict[str, Ints]
    names: dict[str, Ints]

    @property
    def nbytes(self) -> int:
        """Bytes of memory, about."""
        held = [getattr(self, name) for name in self.__slots__[:-2]]
        numbers = *self.facets.values(), *self.names.values()
        return sum(int(array.nbytes) for array in (*held, *numbers))


def make_chunk(articles: Sequence[Article], shared: Shared) -> Chunk:
    """The arrays of these stories."""
    texts = ["".join(filter(None, f.values(one))) for one in articles for f in TEXT_FIELDS]
    words = find_batch_words(texts, shared.lexicon)
    whens = [article.date for article in articles]
    ids = [article.id for article in articles]
    sentences, sentence_sizes = _sentences(words, len(articles))
    said, said_sizes, asides = _said(articles, words, shared.speakers)
    return Chunk(
        ids=join_texts(map(str.encode, ids)),
        headlines=join_texts([article.headline.encode() for article in articles]),
        hashes=hash_ids(ids),
        days=np.array([when.value.toordinal() if when else 0 for when in whens], np.int32),
        certain=np.array([bool(when and when.is_certain) for when in whens], np.uint8),
        lengths=np.ascontiguousarray(words.sizes.reshape(-1, ZONES).T),
        sentences=sentences,
        sentence_sizes=sentence_sizes,
        stream=words.stream,
        text_sizes=words.sizes,
        said=said,
        said_sizes=said_sizes,
        asides=asides,
        facets={
            name: shared.facets[name].numbers([tuple(facet.values(one)) for one in articles])
            for name, facet in FACETS.items()
        },
        names={
            field.name: shared.names[field.name].numbers(
                [tuple(field.values(one)) for one in articles]
            )
            for field in NAME_FIELDS
        },
    )


def _sentences(words: Words, stories: int) -> tuple[Ints, Ints]:
    """The bytes of the sentences, and how many each story has."""
    text, size, is_paragraph = words.sentences.T
    encoded, sizes = encode_sentences(size, is_paragraph)
    per_story = np.bincount(text // ZONES, weights=sizes, minlength=stories)
    return encoded, per_story.astype(np.int32)


def _said(
    articles: Sequence[Article], words: Words, speakers: Distinct[str]
) -> tuple[Ints, Ints, Ints]:
    """Statements as words of the body, places counted from its first word; how many each story
    has; and what stands between their pieces."""
    found: list[tuple[int, int, int, int, int]] = []
    asides: list[tuple[int, int, int, int]] = []
    sizes = np.zeros(len(articles), np.int32)
    for number, article in enumerate(articles):
        if article.statements and article.body:
            sizes[number] = len(article.statements)
            text = number * ZONES + _BODY
            for said in article.statements:
                who = speakers[said.speaker.name] if said.speaker else -1
                if said.pieces:
                    asides.extend((text, *aside, len(found)) for aside in said.asides)
                found.append((text, said.start, said.end, who, _KIND_OF[said.kind]))
    first, stop, *rest = _placed(found, words, 5)
    begin, end, of = _placed(asides, words, 4)
    return np.stack([first, stop, *rest]), sizes, np.stack([of, begin, end])


def _placed(rows: Sequence[tuple[int, ...]], words: Words, width: int) -> Iterator[Ints]:
    """Of rows of a text, two offsets there and other numbers the columns, as words."""
    table = np.array(rows, np.int64).reshape(-1, width)
    for column in (1, 2):
        yield words.places(table[:, 0], table[:, column]).astype(np.int32)
    yield from table[:, 3:].T.astype(np.int32)
