"""Labels: words that a colon or a dash gives to the name beside it, with no cue of their own."""

from .attribution import Attribution, Cue, attribute
from .clauses import is_clause
from .cues import DASHES, DETERMINERS
from .ends import find_end
from .mentions import find_first_subject, find_name_before
from .sentence import Sentence
from .tokens import Range, Token

_FARTHEST = 24  # tokens from a sentence's start to a colon
_LONGEST_NAME = 4
_LONGEST_CREDIT = 10  # tokens from the dash that gives a quotation to someone
_SHORTEST = 3  # tokens of a clause
# "Poll: Rain Ahead"
_SOURCES = frozenset(
    """poll report study survey newspaper official officials source sources police analyst analysts
    expert experts witness witnesses lawyer prosecutor prosecutors ministry spokesman
    spokeswoman""".split()
)
# what stands before a colon and is nobody
_NOBODY = frozenset(
    """note notes update updates correction corrections previously question answer look watch read
    see related photo photos video breaking plus clarification disclosure bottom line latest also
    notice subject re contributing location where when what who why how time price source tip fact
    verdict fiction disclaimer advertisement background context example warning reminder""".split()
)


def find_label(sentence: Sentence) -> list[Attribution]:
    """ "Silva: «…»", "Silva: I will not go", "«…» - Ana Silva"; empty where there is none."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens[:_FARTHEST]):
        if token.text != ":" or not i or i + 1 >= len(tokens):
            continue
        if tokens[i + 1].is_quote:
            return [_read_quote(sentence, i)]
        if _is_label(tokens, i):
            words = i + 1, len(tokens) - tokens[-1].is_stop
            return [attribute(tokens, words, ":", (0, i))]
    return _find_credit(tokens)


def _read_quote(sentence: Sentence, colon: int) -> Attribution:
    tokens = sentence.tokens
    name = find_name_before(tokens, colon)
    words = colon + 1, find_end(Cue(sentence, colon), colon + 1)
    cue = ":" if name else tokens[colon - 1].text
    return attribute(tokens, words, cue, name or find_first_subject(tokens[:colon]))


def _is_label(tokens: list[Token], colon: int) -> bool:
    """Whether a name and a colon stand before a sentence."""
    name = tokens[:colon]
    if len(name) > _LONGEST_NAME or len(tokens) - colon <= _SHORTEST:
        return False
    if not all(token.is_capital for token in name) or name[0].low in DETERMINERS:
        return False
    if colon == 1 and name[0].low in _SOURCES:
        return True
    if name[-1].low in _NOBODY or tokens[colon + 1].text[:1].islower():
        return False
    return is_clause(tokens, colon + 1)


def _find_credit(tokens: list[Token]) -> list[Attribution]:
    if not tokens or not tokens[0].is_quote:
        return []
    name = find_credited(tokens, 1)
    return [attribute(tokens, (0, 1), tokens[1].text, name)] if name else []


def find_credited(tokens: list[Token], dash: int = 0) -> Range | None:
    """Whom a dash gives what is before it to, with nothing but a few words after the name:
    "- Ana Silva", "—Ana Silva, in Faro." """
    if not dash + 1 < len(tokens) < dash + _LONGEST_CREDIT or tokens[dash].text not in DASHES:
        return None
    end = dash + 1
    while end < len(tokens) and tokens[end].is_capital:
        end += 1
    is_name = 0 < end - dash - 1 <= _LONGEST_NAME
    is_all = end == len(tokens) or tokens[end].is_comma or tokens[end].is_stop
    return (dash + 1, end) if is_name and is_all else None
