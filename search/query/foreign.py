"""Foreign: what other search engines write for an operator, and is none here. It is searched for
as the words that it has, and said so."""

import re
from collections.abc import Iterator

_AS_WORD = "is searched as a word; write"
# how it is typed there, and what to say of it; each is looked for outside of quotation marks
_WRITTEN = (
    # grain w/5 wheat, grain near5 wheat
    (r"(?<!\S) (?P<it> (?i: w/ | near ) (?P<n> \d+ ) ) (?!\S)", f"{_AS_WORD} NEAR/{{n}}"),
    # grain adj5 wheat: in this order
    (r"(?<!\S) (?P<it> (?i: adj ) (?P<n> \d+ ) ) (?!\S)", f"{_AS_WORD} PRE/{{n}}"),
    # grain w/s wheat
    (r"(?<!\S) (?P<it> (?i: w ) / (?P<n> [sSpP] ) ) (?!\S)", f"{_AS_WORD} /{{n}}"),
    # !grain
    (r"(?<![^\s(]) (?P<it> ! ) (?=\w)", "leaves nothing out; write -"),
    # grain|wheat, grain || wheat
    (r"(?P<it> \|\| | (?<=\w) \| (?=\w) )", "joins nothing; write OR for either word"),
    # gr?in
    (r"(?P<it> (?<=\w) \? (?=\w) )", "stands for no letter; write gra* or grain~"),
    # grain^2
    (r"(?<=\w) (?P<it> \^ [\d.]{1,5} ) (?!\S)", "weighs nothing; it is searched as a number"),
    # [2021 TO 2022]
    (r"(?P<it> \[ \S{1,20} \s TO \s \S{1,20}? \] )", "is no range; write date:2021..2022"),
)
_ANY = re.compile(r"[!|?^\[/\d]")  # each of them has one of these
_FOREIGN = [(re.compile(pattern, re.VERBOSE), said) for pattern, said in _WRITTEN]


def find_foreign(text: str) -> Iterator[str]:
    """What to say of each such operator in a query's text, phrases taken out; nothing where it has
    none.

    >>> list(find_foreign("grain w/5 wheat"))
    ['“w/5” is searched as a word; write NEAR/5']
    """
    for pattern, said in _FOREIGN if _ANY.search(text) else ():
        match = pattern.search(text)
        if match:
            yield f"“{match['it']}” {said.format(**match.groupdict())}"
