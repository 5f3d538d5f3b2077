"""Names of authors out of what pages and wires print for a byline."""

import re
from collections.abc import Iterable

from .encoding import one_line

# "By Ana Reyes", "Written by: Ana Reyes", "ByAna Reyes", "Reporting by A. Reyes; Editing by B. Cho"
_BY = re.compile(
    r"""
    ^ (?: (?: written | reported | reporting | posted | published | story | words | text | analysis
        | report | photos? \ and \ story ) \s+ )?
      (?: (?: by | por | von | di | par ) \b \s* :? \s+ | (?-i: By (?=[A-Z]) ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BYLINE = re.compile(
    r"""
      (?: by | reporting \s by | written \s by ) \s+ [^\W\d_] .{2,150}
    | from \s (?: our | a | the ) \s .{0,30} \b (?: correspondent | reporter | bureau ) .{0,60}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"""
      \s* (?: [,;|•·/\n] | \s[–—-]\s ) \s*
    | \s+ (?: and | & | with | y | und | et ) \s+ (?: by \s+ )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# words that stand in a role or an organisation and in nobody's name
_NO_NAME = frozenset(
    """news newspaper newsroom reuters associated press staff editor editors editorial agency
    agencies team desk correspondent correspondents reporter reporters writer writers contributor
    contributors contributing columnist columnists journalist bureau admin administrator media
    magazine network wire wires services inc ltd llc corp company university institute
    foundation author authors producer photographer publisher editing edited updated published
    posted special freelance senior chief managing analyst politics political business sports
    sport technology tech science health world national international local online digital website
    site web webdesk blog tv radio channel afp tass xinhua upi dpa pti ani kyodo follow share
    email subscribe twitter facebook full bio profile comments follow the our for
    from am pm est edt gmt utc""".split()
)
# the last words of newspapers' names
_MASTHEADS = frozenset("times tribune herald gazette chronicle telegraph guardian".split())
_NAME = re.compile(r"[^\W\d_][^\d@/:<>{}=_]*$")
_TRAILING = re.compile(
    r"\s*(?:\b[Tt]he\s+[A-Z].*|\([^)]*\)|\[[^\]]*\]|\bin\s+[A-Z].*|\bfor\s+.*|\bat\s+the\s+.*|@\S*)$"
)
# credited in place of a person, and telling nothing
_NOBODY = frozenset(
    """admin administrator author authors byline contributor contributors correspondent desk editor
    editorial editors guest newsroom news online report reporter reporters staff team web webdesk
    webmaster writer writers your a an by for from of our the and user unknown anonymous""".split()
)
_CREDIT = re.compile(r"[^\W\d_][^\d@:<>{}=_|/;,]{2,60}")
_EDGES = " –—-.,:;*|\"'"
# a word of "DENISE LI-O’DWYER" to be written small; initials such as "JD" have no vowel
_CAPITALS = re.compile(r"[^\W\d_]{3,}|[^\W\d_]?[AEIOUY][^\W\d_]?")
_TITLES = re.compile(r"^(?:Dr|Prof|Mr|Mrs|Ms|Sir)\.?\s+(?=\S+\s+\S)")


def is_byline(text: str) -> bool:
    """Whether this line is one that says who wrote the story: "By Ana Reyes"."""
    return len(text) <= 160 and bool(_BYLINE.fullmatch(text)) and not text.endswith(("?", "!"))


def read_names(text: str) -> tuple[str, ...]:
    """The names in a byline, in order; roles, organisations, addresses and handles left out.

    >>> read_names("By Ana Reyes and B. J. O’Neill, Associated Press Writers")
    ('Ana Reyes', 'B. J. O’Neill')
    """
    return unique(name for part in _parts(text) if (name := _name(part)))


def read_credit(text: str) -> str | None:
    """Who a byline credits where that is no person, as an agency or an institute; None for what
    credits nobody in particular ("Staff writer").

    >>> read_credit("By The Associated Press")
    'The Associated Press'
    """
    name = _BY.sub("", one_line(text).strip(_EDGES)).strip(_EDGES)
    words = {word.strip(".").casefold() for word in name.split()}
    if not _CREDIT.fullmatch(name) or len(name.split()) > 6 or not name[0].isupper():
        return None
    return None if words <= _NOBODY else name


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names without those that came before in other letter case."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(name.casefold(), name)
    return tuple(kept.values())


def _parts(text: str) -> list[str]:
    # what stands after the first byline of "Reporting by X; Editing by Y" is not the author
    first = re.split(r"(?i)[;.]\s+(?:editing|additional|writing)\b", one_line(text)[:500])[0]
    return _BETWEEN.split(_BY.sub("", first))


def _name(part: str) -> str | None:
    """The part as a name, or None where it is a role, an organisation or an address."""
    plain = _TRAILING.sub("", _BY.sub("", part.strip(_EDGES)))
    name = _TITLES.sub("", plain).strip(_EDGES)
    name += "." if name.endswith((" Jr", " Sr")) else ""
    words = name.split()
    if not 1 < len(words) <= 6 or len(name) > 60 or not _NAME.match(name):
        return None
    if any(word.strip(".,").casefold() in _NO_NAME for word in words):
        return None
    if words[-1].casefold() in _MASTHEADS:
        return None
    if not words[0][0].isupper() and words[0][0].isascii():
        return None
    return _CAPITALS.sub(lambda match: match.group().capitalize(), name) if name.isupper() else name
