"""Tokens: the words, stops and covered quotations of a sentence, with the small questions that
are asked of them."""

import re
from typing import NamedTuple

from .blots import BLOTS, TITLE
from .cues import AUXILIARIES, DAYS, DETERMINERS, SUBJECT_PRONOUNS

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
Range = tuple[int, int]  # of tokens, half-open
_TAIL = BLOTS + "»'’"  # of a covered quotation, after its last stop
_STOPS = frozenset(".?!…")


class Token(NamedTuple):
    """A word, a stop, or a whole quotation; ``low`` is it in small letters."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_quote(self) -> bool:
        return self.text[0] == "«"

    @property
    def is_title(self) -> bool:
        """Whether the quotation is only a name or a title."""
        return TITLE in self.text

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_stop(self) -> bool:
        return self.text in _STOPS

    @property
    def is_comma(self) -> bool:
        return self.text == ","


_new = tuple.__new__


def find_tokens(covered: str, start: int, end: int, offset: int) -> list[Token]:
    """The tokens of a sentence of a covered text; their offsets are moved by ``offset``."""
    found = []
    for match in _TOKEN.finditer(covered, start, end):
        word = match.group()
        first, last = match.span()
        # what Token(…) does, without its call: this is the loop that every word goes through
        found.append(_new(Token, (word, word.lower(), first + offset, last + offset)))
    return found


def find_comma(tokens: list[Token], start: int) -> int | None:
    """The first comma from a token on."""
    return next((i for i in range(start, len(tokens)) if tokens[i].is_comma), None)


def ends_in_comma(token: Token) -> bool:
    """Whether a quotation ends with a comma."""
    return token.text.rstrip(_TAIL)[-1:] == ","


def ends_in_pause(token: Token) -> bool:
    """Whether a quotation stops short for its speaker: "Rain fell," or "Why?"."""
    return token.text.rstrip(_TAIL)[-1:] in ",?!-—–…"


def has_clitic(token: Token) -> bool:
    """Whether this is a pronoun with its verb: "he's", "they've"."""
    low = token.low
    if "'" not in low and "’" not in low:  # most words: this is asked of very many
        return False
    return low.replace("’", "'").partition("'")[0] in SUBJECT_PRONOUNS


def starts_phrase(token: Token) -> bool:
    """Whether a noun and its verb may start here: "the", "he", "Moscow", "12"."""
    return (
        token.low in DETERMINERS
        or token.low in SUBJECT_PRONOUNS
        or token.low in ("there", "you")
        or has_clitic(token)
        or (
            token.is_word
            and (token.is_capital or token.text[0].isdigit())
            and token.low not in DAYS
        )
    )


def has_verb(tokens: list[Token]) -> bool:
    """Whether these words are likely to hold a finite verb."""
    return any(t.low in AUXILIARIES or (len(t.low) > 4 and t.low.endswith("ed")) for t in tokens)
