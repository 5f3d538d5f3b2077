"""Sentence: its tokens, and where in the story each stands."""

import re
from typing import NamedTuple

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
_text = re.Match.group


class Sentence(NamedTuple):
    """The tokens of a sentence, and the matches that they are of, whose offsets are ``offset`` less
    than those in the story."""

    tokens: list[Token]
    matches: list[re.Match[str]]
    offset: int

    def place(self, span: Range) -> tuple[int, int]:
        """The offsets in the story of a range of tokens."""
        start, end = span
        return self.matches[start].start() + self.offset, self.matches[end - 1].end() + self.offset

    def is_joined(self, at: int) -> bool:
        """Whether nothing parts a token from the one before it."""
        return at > 0 and self.matches[at].start() == self.matches[at - 1].end()


def read_sentence(covered: str, start: int, end: int, offset: int) -> Sentence:
    """The sentence between two offsets into a covered text, which begins at ``offset``."""
    matches = list(_TOKEN.finditer(covered, start, end))
    return Sentence(list(map(token_of, map(_text, matches))), matches, offset)
