"""Tokens: the words, stops and covered quotations of a sentence, with the small questions that
are asked of them."""

import re

from .blots import BLOTS, TITLE
from .cues import AUXILIARIES, DAYS, DETERMINERS, PAST, SUBJECT_PRONOUNS
from .nouns import NOUNS
from .verbs import NOUNLIKE_S, VERBS

Range = tuple[int, int]  # of tokens, half-open
_TAIL = BLOTS + "»'’"  # of a covered quotation, after its last stop
_STOPS = frozenset(".?!…")
_SAYING = frozenset("past s ing".split())  # forms that do not only stand before nouns
_SHORTEST_PAST = 5  # letters of "added"
_KEPT = 30_000  # tokens that are looked at once
_LONGEST_KEPT = 30  # characters of one

_ARABIC = re.compile(r"[ae]l-[A-Z]")  # "al-Zahar"
# they are no "who", "it" and "us"
_ACRONYMS = frozenset("WHO IT US".split())


class Token:
    """A word, a stop, or a whole quotation; ``low`` is it in small letters. It has all that is told
    by the token alone, wherever it stands, since that is asked of most of them again and again."""

    __slots__ = (
        *("text", "low", "verb", "is_quote", "is_title", "is_word", "is_capital", "is_stop"),
        *("is_comma", "is_cue", "has_clitic", "is_finite", "is_saying", "starts_phrase"),
    )

    def __init__(self, text: str) -> None:
        first, low = text[0], text if text in _ACRONYMS else text.lower()
        self.text, self.low = text, low
        self.verb = VERBS.get(low)
        self.is_quote = first == "«"
        # whether the quotation is only a name or a title
        self.is_title = TITLE in text
        self.is_word = first.isalnum()
        self.is_capital = first.isupper() or bool(_ARABIC.match(text))
        self.is_stop = text in _STOPS
        self.is_comma = text == ","
        # whether it may give words to someone
        self.is_cue = self.verb is not None or low in NOUNS or low == "according"
        # whether this is a pronoun with its verb: "he's", "they've"
        pronoun, apostrophe, _ = low.replace("’", "'").partition("'")
        self.has_clitic = bool(apostrophe) and pronoun in SUBJECT_PRONOUNS
        # whether it is likely to be a finite verb
        is_past = low in PAST or (len(low) >= _SHORTEST_PAST and low.endswith("ed"))
        is_form = self.verb is not None and self.verb.form != "ing"
        self.is_finite = low in AUXILIARIES or is_past or is_form
        # whether it is likely to be a verb that gives words to someone
        is_said = self.verb is not None and self.verb.form in _SAYING
        self.is_saying = is_said and low not in NOUNLIKE_S
        # whether a noun and its verb may start here: "the", "he", "Moscow", "12"
        is_name = self.is_word and (self.is_capital or first.isdigit()) and low not in DAYS
        is_small = low in DETERMINERS or low in SUBJECT_PRONOUNS or low in ("there", "you")
        self.starts_phrase = is_small or self.has_clitic or is_name


class _Tokens(dict[str, Token]):
    """The token of each text, the common ones kept: a few thousand words make most sentences."""

    def __missing__(self, text: str) -> Token:
        token = Token(text)
        if len(text) <= _LONGEST_KEPT:
            if len(self) >= _KEPT:
                self.clear()
            self[text] = token
        return token


token_of = _Tokens().__getitem__


def find_comma(tokens: list[Token], start: int) -> int | None:
    """The first comma from a token on."""
    return next((i for i in range(start, len(tokens)) if tokens[i].is_comma), None)


def ends_in_comma(token: Token) -> bool:
    """Whether a quotation ends with a comma."""
    return token.text.rstrip(_TAIL)[-1:] == ","


def ends_in_pause(token: Token) -> bool:
    """Whether a quotation stops short for its speaker: "Rain fell," or "Why?"."""
    return token.text.rstrip(_TAIL)[-1:] in ",?!-—–…"


def has_verb(tokens: list[Token]) -> bool:
    """Whether these words are likely to hold a finite verb."""
    return any(t.low in AUXILIARIES or (len(t.low) > 4 and t.low.endswith("ed")) for t in tokens)
