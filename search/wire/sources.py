"""Sources: words given by "according to"."""

from .attribution import Cue, Given, attribute, join
from .cues import DAYS, DETERMINERS
from .ends import find_end
from .preceding import goes_on_after, past_bracket
from .subjects import find_source
from .titles import TITLES
from .tokens import Range, Token, find_comma, has_verb

_SHORTEST_CLAUSE = 3
_LONGEST_APPOSITION = 14
_LONGEST_NAME = 3  # tokens
_MEASURES = frozenset(
    """size tonnage weight age height length width depth volume quantity number income wealth means
    need needs ability abilities merit rank seniority type kind taste season availability population
    distance""".split()
)
_APPOSED = frozenset("a an who the which".split())


def read_according(cue: Cue) -> Given | None:
    """ "According to Silva, rain fell"; "rain fell, according to Silva"."""
    tokens, at = cue.tokens, cue.at
    if at + 2 >= len(tokens) or tokens[at + 1].low != "to":
        return None
    subject = find_source(tokens, at + 2)
    subject = _with_name(tokens, subject) if subject else None
    words = _find_words(cue, subject[1]) if subject else None
    if subject is None or words is None or _is_measure(tokens, subject):
        return None
    given = attribute(tokens, words, f"{tokens[at].text} {tokens[at + 1].text}", subject)
    rest = max(words[1], subject[1])
    if words[0] < at and tokens[at - 1].is_comma and goes_on_after(cue, subject[1]):
        more = subject[1] + 1, find_end(cue, subject[1] + 1)
        given, rest = join(given, tokens, more), more[1]
    return Given(given, rest, subject)


def _with_name(tokens: list[Token], phrase: Range) -> Range:
    """With the name that follows a role: "the head of Dam Aid, Ana Silva"."""
    start, comma = phrase
    end = comma + 1
    while end < len(tokens) and tokens[end].is_capital and tokens[end].low not in DAYS:
        end += 1
    is_name = 1 < end - comma - 1 <= _LONGEST_NAME
    if not is_name or not tokens[comma].is_comma or not TITLES.intersection(_lows(tokens, phrase)):
        return phrase
    return (start, end) if end == len(tokens) or not tokens[end].is_word else phrase


def _lows(tokens: list[Token], phrase: Range) -> list[str]:
    return [token.low for token in tokens[slice(*phrase)]]


def _is_measure(tokens: list[Token], phrase: Range) -> bool:
    """Whether something goes by a measure, and nobody says so: "pay according to its size"."""
    start, end = phrase
    start += tokens[start].low in DETERMINERS
    is_head = start + 1 == end or (start < end and tokens[start + 1].low in ("of", "and"))
    return start < end and is_head and tokens[start].low in _MEASURES


def _find_words(cue: Cue, rest: int) -> Range | None:
    """What is said: before the cue, or else after it."""
    tokens, at = cue.tokens, cue.at
    if at - cue.first >= _SHORTEST_CLAUSE or (at > cue.first and tokens[at - 1].is_quote):
        return past_bracket(cue, at), at - 1 if tokens[at - 1].is_comma else at
    comma = find_comma(tokens, rest)
    if comma is None or comma + 1 >= len(tokens):
        return None
    start = _past_apposition(cue, comma) + 1
    return start, find_end(cue, start)


def _past_apposition(cue: Cue, comma: int) -> int:
    """The comma after "a close friend" in "According to Silva, a close friend, rain fell"."""
    tokens = cue.tokens
    again = find_comma(tokens, comma + 1)
    if again is None or tokens[comma + 1].low not in _APPOSED:
        return comma
    if again - comma >= _LONGEST_APPOSITION or again + 3 >= len(tokens):
        return comma
    return comma if has_verb(tokens[comma + 1 : again]) else again
