"""Bare: where a clause begins that no "that" leads, behind what measures or places it.

"Said at least 12 people were hurt", "said in 2010 the dam leaked", "said if it rained, all was
lost".
"""

from .clauses import is_clause
from .cues import AUXILIARIES, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS
from .modifiers import TIMES
from .tokens import Token, find_comma

# before a number, and part of what is counted: "about 30 people"
_ABOUT = frozenset("about over around under nearly almost roughly approximately only".split())
_AT_LEAST = {
    "at": ("least", "most"),
    "up": ("to",),
    "close": ("to",),
    "more": ("than",),
    "fewer": ("than",),
    "less": ("than",),
    "as": ("many", "much", "few", "little"),
}
_NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty
    sixty seventy eighty ninety hundred a half two-thirds three-quarters dozens scores hundreds
    thousands millions billions all""".split()
)
# adverbs that belong to the clause after them: "said only two were hurt"
_LIMITING = frozenset("only nearly almost even once just hardly barely roughly".split())
_CONDITIONS = frozenset("unless although though while because once even".split())
# phrases that belong to what is said; those of _OCCASIONS may tell where it was
_QUALIFYING = frozenset("under with without by from for of against amid".split())
_OCCASIONS = frozenset("in on at during after before through via following".split())
_LONGEST = 9  # tokens of such a phrase
_NEVER_BEFORE = PREPOSITIONS | DETERMINERS | AUXILIARIES | frozenset("and or as that than".split())


def find_limiting(tokens: list[Token], k: int, first: int) -> int:
    """Where the adverbs begin that belong to the words from ``k`` on, no further back than
    ``first``: "nearly 300", "only two", "once the dam is built"."""
    if k >= len(tokens) or not (tokens[k].starts_phrase or tokens[k].low in _NUMBERS):
        return k
    while k > first and tokens[k - 1].low in _LIMITING:
        k -= 1
    return k


def find_bare(tokens: list[Token], k: int) -> int | None:
    """Where the clause begins that a number or a condition leads. None: none does plainly."""
    is_led = _is_quantity(tokens, k) and is_clause(tokens, k)
    is_led = is_led or (tokens[k].low in _CONDITIONS and _is_condition(tokens, k))
    return k if is_led else None


def find_behind(tokens: list[Token], k: int) -> int | None:
    """Where the clause begins that a phrase leads, with it if it must belong to what is said."""
    low = tokens[k].low
    if low not in _QUALIFYING and low not in _OCCASIONS:
        return None
    second = _find_second(tokens, k)
    return k if second and low in _QUALIFYING else second


def _is_quantity(tokens: list[Token], k: int) -> bool:
    """Whether a number begins here, with what leads it: "at least 12", "about half"."""
    low = tokens[k].low
    if low in _AT_LEAST:
        if k + 2 >= len(tokens) or tokens[k + 1].low not in _AT_LEAST[low]:
            return False
        return _is_number(tokens[k + 2]) or low == "as"
    return low in _ABOUT and k + 1 < len(tokens) and _is_number(tokens[k + 1])


def _is_number(token: Token) -> bool:
    return token.text.lstrip("$€£")[:1].isdigit() or token.text in "$€£" or token.low in _NUMBERS


def _is_condition(tokens: list[Token], k: int) -> bool:
    """Whether a clause, a comma and another clause follow: "unless it rains, the dam is dry"."""
    comma = find_comma(tokens, k)
    if comma is None or comma + 1 >= len(tokens) or not tokens[comma + 1].starts_phrase:
        return False
    return is_clause(tokens, k + 1) and is_clause(tokens, comma + 1)


def _find_second(tokens: list[Token], k: int) -> int | None:
    """Where a clause with its subject begins behind a phrase: "in 2010 the dam leaked"."""
    for i in range(k + 2, min(len(tokens) - 2, k + _LONGEST)):
        token, before = tokens[i], tokens[i - 1]
        if token.is_comma:
            return i + 1 if _is_subject(tokens, i + 1) and is_clause(tokens, i + 1) else None
        if not token.is_word or token.is_saying:
            return None
        is_object = before.low in _NEVER_BEFORE or (i == k + 2 and before.low.endswith("ing"))
        if not is_object and _is_subject(tokens, i):  # no "in asking the mayor"
            return i if is_clause(tokens, i) else None
    return None


def _is_subject(tokens: list[Token], i: int) -> bool:
    """Whether an article or a pronoun begins a subject here, and no "this week"."""
    token = tokens[i]
    is_small = token.low in DETERMINERS or token.low in SUBJECT_PRONOUNS or token.low == "there"
    return (is_small or token.has_clitic) and tokens[i + 1].low not in TIMES
