"""Inflection: the forms of English verbs, with British spellings.

>>> list(find_forms("deny"))
[('denied', 'past'), ('denies', 's'), ('denying', 'ing'), ('deny', 'base')]
"""

from collections.abc import Iterator

_IRREGULAR = {  # past, participle
    "say": "said said",
    "think": "thought thought",
    "know": "knew known",
    "feel": "felt felt",
    "swear": "swore sworn",
    "write": "wrote written",
    "forecast": "forecast forecast",
    "tell": "told told",
    "understand": "understood understood",
    "find": "found found",
    "see": "saw seen",
    "foresee": "foresaw foreseen",
    "hear": "heard heard",
    "show": "showed shown",
    "bet": "bet bet",
    "seek": "sought sought",
    "put": "put put",
    "go": "went gone",
    "begin": "began begun",
    "speak": "spoke spoken",
    "mean": "meant meant",
    "read": "read read",
    "shoot": "shot shot",
}
# their last letter is doubled, as in "admitted"
_DOUBLED = frozenset(
    """admit brag beg regret quip rip pan plan dub rebut snap concur slam prefer refer fret opt
    begin put bet extol abhor demur infer snub""".split()
)
_VOWELS = "aeiou"
_HISSING = ("s", "sh", "ch", "x", "z", "o")


def find_forms(base: str) -> Iterator[tuple[str, str]]:
    """Each form of a verb and which it is: "base", "s", "ing", "past" (which may be the
    participle too) or "participle" (which is nothing else)."""
    stem = base + base[-1] if base in _DOUBLED else base
    regular = _add(stem, "ed")
    past, participle = _IRREGULAR.get(base, f"{regular} {regular}").split()
    forms = {
        participle: "participle",
        past: "past",
        _add_s(base): "s",
        _add(stem, "ing"): "ing",
        base: "base",
    }
    for word, form in forms.items():
        for spelling in dict.fromkeys((word, _spell(word, base))):
            yield spelling, form


def _spell(word: str, base: str) -> str:
    """The British spelling: "criticised", "labelled", "favoured"."""
    if base.endswith("el") and word.startswith(base) and word != base and word[-1] != "s":
        return base + "l" + word[len(base) :]
    if base.endswith("or"):
        return base[:-2] + "our" + word[len(base) :]
    return word.replace("iz", "is").replace("yz", "ys")


def _add(base: str, ending: str) -> str:
    if ending == "ed" and base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    if base.endswith("ee"):
        return base + ending.removeprefix("e")
    return base.removesuffix("e") + ending


def _add_s(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(_HISSING) else "s")
