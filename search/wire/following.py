"""Following: words that come after their cue, a verb or a noun."""

from .addressees import skip_addressee
from .attribution import Cue, Given, attribute
from .clauses import is_clause
from .content import find_content
from .cues import DETERMINERS, SAYING
from .ends import find_end
from .linked import find_linked
from .mentions import find_first_subject, find_governing_subject, find_joined_subject
from .modified import find_modified
from .modifiers import is_modifier
from .nouns import QUESTIONS
from .passive import read_passive
from .roles import Role, find_role
from .subjects import find_subject_before
from .tokens import Range, ends_in_comma
from .verbs import SEEMING

_JOINING = frozenset("and then but".split())
# "by saying", "before adding": the subject is the sentence's own
_LEADING = frozenset("and by before then while to of for without in after".split())
_RELATIVES = frozenset("who which that".split())
ISSUING = frozenset("released issued sent posted published wrote gave made".split())
_NAMING = frozenset("call dub label nickname".split())
_SURE = frozenset("say believe insist argue".split())
_OWNING = ("'s", "’s")
_NEAR = 5  # tokens
_TALLIES = frozenset(
    """gain gains loss losses profit profits rise rises drop drops decline declines increase
    increases decrease growth deficit surplus earnings revenue revenues sales results income
    record high highs low lows""".split()
)
_LINKED = frozenset("that if whether".split())


def read_after(cue: Cue) -> Given | None:
    """Words after a verb: Silva said that rain fell; Silva rose and said: "Rain fell.\""""
    role = find_role(cue)
    if role == "passive" or (role and cue.verb.base in SEEMING):
        return read_passive(cue, role)
    start = _find_start(cue, role) if role else None
    if role is None or start is None or _is_named(cue, start):
        return None
    if not (cue.tokens[start].is_word or cue.tokens[start].is_quote) or _says_nothing(cue, start):
        return None
    is_asked = role == "participle" and cue.verb.telling and cue.verb.form == "past"
    if is_asked and not _is_question(cue, start):
        return None  # "Asked about the plan, Silva …" only tells when she speaks
    subject = None if is_asked else _find_subject(cue, role)
    if subject is None and not is_asked and _needs_subject(cue, start):
        return None
    end = find_end(cue, start)
    if _is_title(cue, start, end):
        return None
    is_first = cue.at == 0 or (cue.at == 1 and is_modifier(cue.tokens, 0))
    if subject is None and is_first and cue.verb.form == "ing":
        subject = find_first_subject(cue.tokens, end)  # "Noting that it rained, Silva …"
    text = cue.tokens[cue.at].text
    given = attribute(cue.tokens, (start, end), text, subject)
    return Given(given, end, subject or cue.held)


def _says_nothing(cue: Cue, start: int) -> bool:
    """Whether somebody only "asked not to be named", or a firm "posted a net loss"."""
    words = [token.low for token in cue.tokens[start : start + _NEAR]]
    if cue.verb.base == "post":
        return not _TALLIES.isdisjoint(words)
    return words[:3] == ["not", "to", "be"] and words[3:4] in (["named"], ["identified"])


def _find_start(cue: Cue, role: Role) -> int | None:
    """Where what is said begins, past 'told Faro TV's "Rain Today"'."""
    tokens, start = cue.tokens, _find_as(cue) or find_content(cue, cue.at + 1, role)
    if start and tokens[start].is_title and tokens[start - 1].low.endswith(_OWNING):
        return find_linked(tokens, start + 1)
    return start


def _is_title(cue: Cue, start: int, end: int) -> bool:
    """Whether a title alone follows a verb that says nothing: 'the show "Dry Hills"'."""
    is_alone = end == start + 1 and cue.tokens[start].is_title
    return is_alone and cue.verb.noun and cue.verb.base != "ask" and cue.low not in SAYING


def _is_named(cue: Cue, start: int) -> bool:
    """Whether a thing only has that name: "a shot, called Denvara, needs", 'the boat called
    "Grey Lady" sank'."""
    tokens, end = cue.tokens, start
    if cue.verb.base not in _NAMING or cue.before is None:
        return False
    if start == cue.at + 1 and tokens[start].is_title and start + 1 < len(tokens):
        after = tokens[start + 1]
        return after.is_word and after.low not in DETERMINERS and not after.is_capital
    if not cue.before.is_comma:
        return False
    while end < len(tokens) and tokens[end].is_capital:
        end += 1
    return end > start == cue.at + 1 and (end == len(tokens) or not tokens[end].is_word)


def _find_as(cue: Cue) -> int | None:
    """What follows "As Silva said,"."""
    tokens, after = cue.tokens, cue.at + 1
    first = cue.first + (tokens[cue.first].low in _JOINING)
    if tokens[first].low != "as":
        return None
    is_put = cue.verb.base == "put" and tokens[after : after + 1] and tokens[after].low == "it"
    if cue.verb.telling:
        after = skip_addressee(tokens, after)
    after += bool(is_put)  # "As Silva put it, …"
    if after + 1 >= len(tokens) or not tokens[after].is_comma:
        return None
    return after + 1 if cue.verb.clause or is_put else None


def _find_subject(cue: Cue, role: Role) -> Range | None:
    """The one whose words follow, as far as the sentence makes it plain."""
    tokens, before = cue.tokens, cue.before
    if role == "infinitive":
        return find_governing_subject(tokens, cue.at, cue.first)
    if role == "participle":
        if before and (before.is_comma or before.low in _LEADING or ends_in_comma(before)):
            return cue.held or find_first_subject(tokens)
        return _past_paper(cue, find_subject_before(tokens, cue.at, cue.first))
    subject = find_subject_before(tokens, cue.at, cue.first)
    if subject is None and _tells_more(cue):
        return cue.held
    if subject is None and cue.at == cue.first > 1:
        subject = find_modified(tokens, cue.at - 1, cue.at, 0)  # "those who saw the dam said"
    if subject is None and _is_joined(cue):
        return cue.held or find_joined_subject(tokens, cue.at, cue.first)
    if subject is None and _is_told_of(cue) and _follows_comma(cue):
        return cue.held  # "Silva, who fears rain, said it fell"
    return subject


def _follows_comma(cue: Cue) -> bool:
    """Whether a comma stands before a cue and its adverbs."""
    at = cue.at - 1
    while at > 0 and is_modifier(cue.tokens, at):
        at -= 1
    return at >= 0 and cue.tokens[at].is_comma


def _is_told_of(cue: Cue) -> bool:
    """Whether the last speaker is whom a relative clause tells of: "Silva, who"."""
    return cue.held is not None and cue.tokens[cue.held[1] - 1].low in _RELATIVES


def _is_question(cue: Cue, start: int) -> bool:
    return cue.tokens[start].low in QUESTIONS or cue.tokens[start - 1].low in _LINKED


def _tells_more(cue: Cue) -> bool:
    """Whether "who" stands right behind the last speaker: "said Silva, who feared that"."""
    tokens, at = cue.tokens, cue.at - 1
    while at > 0 and is_modifier(tokens, at):
        at -= 1
    if cue.held is None or at < 1 or tokens[at].low != "who":
        return False
    return cue.held[1] == at - tokens[at - 1].is_comma


def _is_joined(cue: Cue) -> bool:
    """Whether the cue's subject is another verb's: "praised the plan and has called for boats"."""
    at = cue.at - 1
    while at > 0 and is_modifier(cue.tokens, at):
        at -= 1
    return at >= 0 and cue.tokens[at].low in _JOINING


def _past_paper(cue: Cue, subject: Range | None) -> Range | None:
    """Who "issued a statement saying", not the statement."""
    if subject and subject[0] > cue.first and cue.tokens[subject[0] - 1].low in ISSUING:
        return find_subject_before(cue.tokens, subject[0] - 1, cue.first) or subject
    return subject


def _needs_subject(cue: Cue, start: int) -> bool:
    """Whether a mere thing after the cue makes no statement without someone who says it."""
    tokens = cue.tokens
    if start > cue.at + 1 or tokens[start].is_quote or tokens[start].low == "to":
        return False
    if tokens[start - 1].low in _LINKED:
        return False
    if cue.verb.form in ("s", "base"):
        return cue.verb.base not in _SURE or not is_clause(tokens, start)
    is_saying = not cue.verb.noun or cue.verb.base == "say"
    return cue.verb.clause and is_saying and not is_clause(tokens, start)
