"""Where one story of a plain text ends and the next begins."""

import re
from collections.abc import Callable, Iterator
from itertools import islice, pairwise

# a teleprinter's message begins and ends with these, on lines of their own
_SURE = re.compile(r"^[ \t]*(?:ZCZC\b.{0,80}|NNNN)[ \t]*$", re.MULTILINE)
# "***", "* * *", "-----", "+++", "-0-", "- 30 -", "###", "(END)", "/END/", "[ENDS]", "(END/2010)",
# "ENDS", "Enditem", "Item ends": between stories, and inside one
RULE_LINE = r"""
    [ \t]* (?: (?P<rule> [*=_~+\#-] ) (?: [ ]? (?P=rule) ){2,100}
      | -+ [ ]? (?: 0 | 30 | ends? ) [ ]? -+
      | [(\[/<] [ ]? (?: the [ ] )? ends? (?: / \d{4} )? [ ]? [)\]/>]
      | ends? | end [ ]? item | item [ ] ends ) [ \t]* $
    """
RULE = re.compile("^" + RULE_LINE, re.VERBOSE | re.MULTILINE | re.IGNORECASE)
_HEAD_LINES = 40
# how much longer or shorter than a headline the rule under it may be, in characters
_SLACK = 3
# fewer words above the first story name the file, and tell nothing
_FEWEST_WORDS = 40
# a file with more rules is a drawing
_MOST_RULES = 100_000


def split_stories(text: str, opens: Callable[[str], bool]) -> Iterator[str]:
    """The text of each story in a file. What a teleprinter marks is taken as it is; at any other
    rule or end mark a story ends only where ``opens`` says of two parts of the file at least that
    they begin as stories do, and only before such a part."""
    has_marks = "ZCZC" in text or "NNNN" in text
    for message in _SURE.split(text) if has_marks else [text]:
        if message.strip():
            yield from _split_at_rules(message, opens)


def _split_at_rules(text: str, opens: Callable[[str], bool]) -> Iterator[str]:
    rules = list(islice(RULE.finditer(text), _MOST_RULES + 1))
    rules = [] if len(rules) > _MOST_RULES else rules
    rules = [rule for rule in rules if not _is_underline(text, rule)]
    if not rules:
        yield text
        return
    starts = [0, *(rule.end() for rule in rules)]
    stops = [*(rule.start() for rule in rules), len(text)]
    begun = [n for n in range(len(starts)) if opens(_head(text[starts[n] : stops[n]]))]
    if len(begun) < 2:
        yield text
        return
    above = text[: stops[begun[0] - 1]] if begun[0] else ""
    first = [0] if len(above.split(None, _FEWEST_WORDS)) > _FEWEST_WORDS else []
    for part, following in pairwise([*first, *begun, len(starts)]):
        story = text[starts[part] : stops[following - 1]]
        if story.strip():
            yield story


def _is_underline(text: str, rule: re.Match[str]) -> bool:
    """Whether the rule stands right under one line of about its length: a headline's."""
    above = text[max(rule.start() - 400, 0) : rule.start()].split("\n")
    line = above[-2].strip() if len(above) > 1 else ""
    alone = len(above) < 3 or not above[-3].strip() or bool(RULE.fullmatch(above[-3]))
    return bool(line) and alone and abs(len(line) - len(rule[0].strip())) <= _SLACK


def _head(text: str) -> str:
    """The first lines: enough to see how a story begins."""
    return "\n".join(text[:6000].split("\n")[:_HEAD_LINES])
