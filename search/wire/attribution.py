"""Attribution: words and the mention of who says them; Cue: a word that may give them."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..article import StatementKind
from .tokens import Range, Token
from .verbs import NO_VERB, VERBS, Verb


class Attribution(NamedTuple):
    """Words (``start``, ``end``), their cue, and the mention of who says them, all as offsets;
    ``pieces`` are those of the words where others may stand between them."""

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


@dataclass(frozen=True)
class Cue:
    """A token ``at`` which words may be given to someone; ``first`` is the first token that is
    still to be given, ``held`` the last speaker of the sentence."""

    tokens: list[Token]
    at: int
    first: int = 0
    held: Range | None = None

    @property
    def low(self) -> str:
        return self.tokens[self.at].low

    @cached_property
    def verb(self) -> Verb:
        return VERBS.get(self.low, NO_VERB)

    @property
    def before(self) -> Token | None:
        return self.tokens[self.at - 1] if self.at else None


class Given(NamedTuple):
    """An attribution, the token after what it uses of its sentence, and the speaker to be held."""

    attribution: Attribution
    rest: int
    subject: Range | None


def attribute(tokens: list[Token], words: Range, cue: str, subject: Range | None) -> Attribution:
    """The attribution of a range of tokens to another."""
    start, end = words
    mention = offsets(tokens, subject) if subject else None
    given = tokens[start:end]
    return Attribution(given[0].start, given[-1].end, find_kind(given), cue, mention)


def join(given: Attribution, tokens: list[Token], words: Range) -> Attribution:
    """The attribution with another range of tokens."""
    return given.joined(*offsets(tokens, words), find_kind(tokens[slice(*words)]))


def offsets(tokens: list[Token], span: Range) -> tuple[int, int]:
    """The offsets in the text of a range of tokens."""
    return tokens[span[0]].start, tokens[span[1] - 1].end


def find_kind(words: list[Token]) -> StatementKind:
    """Whether words are in quotation marks, or half so; a title among others is not."""
    if not any(token.is_word for token in words):
        return "direct" if any(token.is_quote for token in words) else "indirect"
    is_mixed = any(token.is_quote and not token.is_title for token in words)
    return "mixed" if is_mixed else "indirect"
