"""Capitals: how a place that is printed in capitals is shown."""

import re

from .gazetteer import INITIALS
from .regions import POSTAL

# small in names that are printed in capitals: "RIO DE JANEIRO", and between hyphens or behind "DE":
# "AIX-EN-PROVENCE", "SANTA CRUZ DE LA SIERRA"
_SMALL = frozenset(
    """a de da do del di du of the and or at on upon sur am an der den dos das y e au aux les sous
    es al""".split()
)
_JOINED = _SMALL | frozenset("en le la les lez des in by im ob el ul".split())
_ARTICLES = frozenset("la las los el".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?")


def show_place(plain: str) -> str:
    """The place as people write it: "KUALA LUMPUR" is "Kuala Lumpur"."""
    city, *regions = plain.split(",")
    towns = "/".join(map(_show_part, city.split("/")))
    return ",".join([towns, *(_show_region(region) for region in regions)])


def _show_region(part: str) -> str:
    """A region; the post's two letters stay capitals ("VA"), while "MINN." is Minn."""
    return part if part.strip().casefold() in POSTAL else _show_part(part)


def _show_part(part: str) -> str:
    if not part.isupper():
        return part
    before = ""

    def small(match: re.Match[str]) -> str:
        nonlocal before
        word, last = match.group().lower(), before
        before = word
        if "." in word[:-1] or word in INITIALS:  # the "D.C." of Washington
            return match.group()
        is_small = last and _is_small(word, last, part[match.start() - 1 : match.end() + 1])
        return word if is_small else _capital(word, not last)

    return _WORD.sub(small, part)


def _is_small(word: str, before: str, around: str) -> bool:
    """Whether a word of a name is written small; ``around`` is it and what parts it from others."""
    if word in _ARTICLES and (before == "de" or (word == "el" and around[-1:] == "-")):
        return True
    return word in (_JOINED if around[0] == around[-1] == "-" else _SMALL)


def _capital(word: str, is_first: bool) -> str:
    """A word of a name: "N'Djamena", "McAllen", but the "d'Ivoire" of a coast and "Xi'an"."""
    if len(word) > 3 and word[1] in "'’":
        head = word[0] if word[0] == "d" and not is_first else word[0].upper()
        return head + word[1] + word[2:].capitalize()
    if word.startswith("mc") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    return word[:1].upper() + word[1:]
