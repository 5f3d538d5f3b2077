"""Sentence: its tokens, and where in the story each stands."""

import re
from dataclasses import dataclass, field
from itertools import chain

from .tokens import Range, Token, token_of

# "«…»" "U.S." "Mr." "O’Neill" "1,500" "owners' " "vice-chair" "--" ","
_TOKEN = re.compile(
    r"""
      [A-Za-z]++ (?= [ ,] )                  # most words: nothing else can be in them
    | « [^»]* »?
    | \d+ (?: [.,] \d+ )+ (?: [-–] [^\W_]+ )*
    | (?: [^\W\d_] \. ){2,}
    | (?: Mrs? | Ms | Dr | Sens? | Reps? | Gov | Gen | Col | Lt | Sgt | Capt | Jr | Sr | St | Prof
        | Rev | Maj | Adm | Co | Corp | Inc | Ltd | Bros | [A-Z] ) \.
    | [^\W_]+ (?: ['’.@&/-] [^\W_]+ )* (?: (?<= s ) ['’] (?= \s [^\W_] ) )?
    | -- | \S
    """,
    re.VERBOSE,
)
_OWNING = ("s'", "s’")  # the mark may be a word's own, as what comes after tells: "owners' club"
_KEPT = 50_000  # pieces that are looked at once
_LONGEST_KEPT = 30  # characters of one
_LONGEST_QUOTED = 200  # of one that is a covered quotation


class _Pieces(dict[str, tuple[Token, ...]]):
    """The tokens of what stands between two spaces, those of common pieces kept."""

    def __missing__(self, piece: str) -> tuple[Token, ...]:
        tokens = tuple(map(token_of, _TOKEN.findall(piece)))
        if len(piece) <= (_LONGEST_QUOTED if piece[0] == "«" else _LONGEST_KEPT):
            if len(self) >= _KEPT:
                self.clear()
            self[piece] = tokens
        return tokens


_tokens_of = _Pieces().__getitem__


@dataclass(slots=True)
class Sentence:
    """The tokens of a sentence, which begins at ``start`` in a covered text, which begins at
    ``offset`` in the story."""

    tokens: list[Token]
    covered: str
    start: int
    offset: int
    _starts: list[int] = field(default_factory=list, init=False)  # of as many as were asked for

    def place(self, span: Range) -> tuple[int, int]:
        """The offsets in the story of a range of tokens."""
        first, last = span[0], span[1] - 1
        starts = self._find_starts(last)
        return (
            starts[first] + self.offset,
            starts[last] + len(self.tokens[last].text) + self.offset,
        )

    def is_joined(self, at: int) -> bool:
        """Whether nothing parts a token from the one before it."""
        starts = self._find_starts(at)
        return at > 0 and starts[at] == starts[at - 1] + len(self.tokens[at - 1].text)

    def _find_starts(self, last: int) -> list[int]:
        """Where each token begins in the covered text, up to the last that is asked for: most
        sentences are never asked."""
        starts, tokens = self._starts, self.tokens
        if last < len(starts):
            return starts
        at = starts[-1] + len(tokens[len(starts) - 1].text) if starts else self.start
        find, add = self.covered.find, starts.append
        for token in tokens[len(starts) : last + 1]:
            text = token.text
            at = find(text, at)
            add(at)
            at += len(text)
        return starts


def read_sentence(covered: str, start: int, end: int, offset: int) -> Sentence:
    """The sentence between two offsets into a covered text, which begins at ``offset``."""
    text = covered[start:end]
    if _OWNING[0] in text or _OWNING[1] in text:
        tokens = list(map(token_of, _TOKEN.findall(text)))
    else:
        tokens = list(chain.from_iterable(map(_tokens_of, text.split())))
    return Sentence(tokens, covered, start, offset)
