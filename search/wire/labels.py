"""Labels: words that a colon or a dash gives to the name beside it, with no cue of their own."""

from .attribution import Attribution, Cue, attribute
from .clauses import is_clause
from .cues import DASHES, DETERMINERS
from .ends import find_end
from .mentions import find_first_subject, find_name_before
from .tokens import Token

_FARTHEST = 24  # tokens from a sentence's start to a colon
_LONGEST_NAME = 4
_LONGEST_CREDIT = 8  # tokens of a quotation and the name that a dash gives it to
_SHORTEST = 3  # tokens of a clause
# what stands before a colon and is nobody
_NOBODY = frozenset(
    """note notes update updates correction corrections previously question answer look watch read
    see related photo photos video breaking plus clarification disclosure bottom line latest also
    notice subject re contributing location where when what who why how time price source tip fact
    verdict""".split()
)


def find_label(tokens: list[Token]) -> list[Attribution]:
    """ "Silva: «…»", "Silva: I will not go", "«…» - Ana Silva"; empty where there is none."""
    for i, token in enumerate(tokens[:_FARTHEST]):
        if token.text != ":" or not i or i + 1 >= len(tokens):
            continue
        if tokens[i + 1].is_quote:
            return [_read_quote(tokens, i)]
        if _is_label(tokens, i):
            words = i + 1, len(tokens) - tokens[-1].is_stop
            return [attribute(tokens, words, ":", (0, i))]
    return _find_credit(tokens)


def _read_quote(tokens: list[Token], colon: int) -> Attribution:
    name = find_name_before(tokens, colon)
    words = colon + 1, find_end(Cue(tokens, colon), colon + 1)
    cue = ":" if name else tokens[colon - 1].text
    return attribute(tokens, words, cue, name or find_first_subject(tokens[:colon]))


def _is_label(tokens: list[Token], colon: int) -> bool:
    """Whether a name and a colon stand before a clause."""
    name = tokens[:colon]
    if len(name) > _LONGEST_NAME or len(tokens) - colon <= _SHORTEST:
        return False
    if not all(token.is_capital for token in name) or name[0].low in DETERMINERS:
        return False
    return name[-1].low not in _NOBODY and is_clause(tokens, colon + 1)


def _find_credit(tokens: list[Token]) -> list[Attribution]:
    if not 2 < len(tokens) < _LONGEST_CREDIT or not tokens[0].is_quote:
        return []
    if tokens[1].text not in DASHES or not all(token.is_capital for token in tokens[2:4]):
        return []
    return [attribute(tokens, (0, 1), tokens[1].text, (2, len(tokens) - tokens[-1].is_stop))]
