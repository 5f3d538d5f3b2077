"""Attribution: words and the mention of who says them; Cue: a word that may give them."""

from dataclasses import dataclass, field
from typing import NamedTuple

from ..article import StatementKind
from .sentence import Sentence
from .tokens import Range, Token
from .verbs import NO_VERB, Verb


class Attribution(NamedTuple):
    """Words (``start``, ``end``), their cue, and the mention of who says them; ``pieces`` are those
    of the words where others may stand between them. All are counted in tokens while their sentence
    is read, and are offsets into the story once they are ``placed``."""

    start: int
    end: int
    kind: StatementKind
    cue: str
    mention: tuple[int, int] | None
    pieces: tuple[tuple[int, int], ...] = ()

    def joined(self, start: int, end: int, kind: StatementKind) -> "Attribution":
        """With another piece of some kind, which ends it."""
        pieces = self.pieces or ((self.start, self.end),)
        kind = kind if kind == self.kind else "mixed"
        return self._replace(end=end, kind=kind, pieces=(*pieces, (start, end)))

    def placed(self, sentence: Sentence) -> "Attribution":
        """The same in the story."""
        start, end = sentence.place((self.start, self.end))
        mention = sentence.place(self.mention) if self.mention else None
        pieces = tuple(map(sentence.place, self.pieces))
        return Attribution(start, end, self.kind, self.cue, mention, pieces)


@dataclass(slots=True)
class Cue:
    """A token ``at`` which words may be given to someone; ``first`` is the first token that is
    still to be given, ``held`` the last speaker of the sentence."""

    sentence: Sentence
    at: int
    first: int = 0
    held: Range | None = None
    tokens: list[Token] = field(init=False)
    low: str = field(init=False)
    verb: Verb = field(init=False)
    before: Token | None = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = self.sentence.tokens
        token = self.tokens[self.at]
        self.low, self.verb = token.low, token.verb or NO_VERB
        self.before = self.tokens[self.at - 1] if self.at else None


class Given(NamedTuple):
    """An attribution, the token after what it uses of its sentence, and the speaker to be held."""

    attribution: Attribution
    rest: int
    subject: Range | None


def attribute(tokens: list[Token], words: Range, cue: str, subject: Range | None) -> Attribution:
    """The attribution of a range of tokens to another."""
    return Attribution(*words, find_kind(tokens[slice(*words)]), cue, subject)


def join(given: Attribution, tokens: list[Token], words: Range) -> Attribution:
    """The attribution with another range of tokens."""
    return given.joined(*words, find_kind(tokens[slice(*words)]))


def find_kind(words: list[Token]) -> StatementKind:
    """Whether words are in quotation marks, or half so; a title among others is not."""
    has_words = has_quote = has_speech = False
    for token in words:
        has_words = has_words or token.is_word
        if token.is_quote:
            has_quote, has_speech = True, has_speech or not token.is_title
    if not has_words:
        return "direct" if has_quote else "indirect"
    return "mixed" if has_speech else "indirect"
