"""Spelling: the ways in which agencies bring one name into Latin letters, joined by a rule."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

# given names as agencies spell them, the way they are filed first
_GIVEN = """
abdullah abdallah|abdel abdul|ahmed ahmad|alexander aleksandr|alexey alexei aleksei aleksey
anatoly anatoli anatoliy|andrey andrei|arkady arkadi arkadiy|boutros butros
dmitry dmitri dmitriy dmitrii|elena yelena|faisal faysal|gennady gennadi gennadiy|georgy georgiy
grigory grigori grigoriy|hassan hasan|hussein hussain husain|khaled khalid|ksenia kseniya
mahmoud mahmud|mohammed mohammad mohamed mohamad muhammad muhammed|mustafa mostafa moustafa
natalia natalya nataliya|nikolay nikolai|omar umar|saleh salih|sergey sergei serguei sergej
tatiana tatyana|valery valeri valeriy|vasily vasili vasiliy vassily|vitaly vitali vitaliy
vyacheslav viacheslav|walid waleed|yekaterina ekaterina|yulia yuliya|yury yuri yuriy iouri
yevgeny evgeny evgeni evgeniy yevgeni yevgeniy|youssef yousef yusuf youssouf
"""
_SKY = re.compile(r"(?<=\w\ws)k(?:iy|ii|yy|yi|yj|ij)$")  # "Zelenskiy" "Zelenskyy"; "-ski" is Polish
_KEPT = 50_000  # names that are looked up once


@cache
def _given() -> dict[str, str]:
    rows = [row.split() for row in re.split(r"[|\n]", _GIVEN) if row]
    return {spelling: first for first, *others in rows for spelling in others}


@lru_cache(maxsize=_KEPT)
def read_spelling(name: str) -> str:
    """A full name in the spelling that the rule files it under; one word alone stays as it is."""
    *given, last = name.split() or [name]
    if not given:
        return name
    words = [_as_printed(word, _given().get(word.casefold())) for word in given]
    return " ".join([*words, _SKY.sub("ky", last)])


def _as_printed(word: str, filed: str | None) -> str:
    if filed is None:
        return word
    return filed.upper() if word.isupper() and len(word) > 1 else filed.capitalize()


def respell(forms: Sequence[str]) -> tuple[str, ...]:
    """The folded words of a name as the rule spells them; one word alone may be a given name or a
    last one.

    >>> respell(["sergei"]), respell(["volodymyr", "zelenskyy"])
    (('sergey',), ('volodymyr', 'zelensky'))
    """
    *given, last = forms
    last = last if given else _given().get(last, last)
    return (*(_given().get(form, form) for form in given), _SKY.sub("ky", last))
