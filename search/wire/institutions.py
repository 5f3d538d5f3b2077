"""Institutions: what is named or described, and is no person, so that "it" may mean it."""

import re
from functools import lru_cache

# what cannot end a person's name
INSTITUTIONS = frozenset(
    """house ministry party times post journal department committee council court university
    union bank group inc corp co ltd company agency news press senate congress parliament
    commission association institute office bureau army force forces police states kingdom
    nations republic campaign foundation organization organisation network team club street
    center centre federation government administration service services hospital fund board
    television tv radio magazine herald tribune guardian telegraph reuters convention hall square
    act agreement treaty accord war day week year monday tuesday wednesday thursday friday
    saturday sunday january february march april june july august september october november
    december sea ocean river island islands county city state north south east west america
    europe africa asia""".split()
)
# what "the …" must end with to be "it" to the sentences that follow
_SPEAKING = frozenset(
    """ministry agency army authority association bureau centre center commission committee
    company council court department embassy federation foundation government group
    institute military newspaper office organisation organization paper parliament party
    radio report statement survey study poll union university daily network bank fund
    club""".split()
)
_PAPERS = frozenset("times post journal telegraph guardian herald tribune news".split())
_ACRONYM = re.compile(r"(?:[Tt]he )?[A-Z]{3,5}")
_LINKS = frozenset("of for at in from with and".split())


@lru_cache(maxsize=10_000)
def is_institution(words: str) -> bool:
    """Whether a mention is plainly one institution, and no person.

    >>> [is_institution(w) for w in ("the ministry", "Faro University", "NATO", "a man at a bank")]
    [True, True, True, False]
    """
    first, _, rest = words.partition(" ")
    is_led = first.lower() in ("the", "a", "an", "its") and not _LINKS.intersection(rest.split())
    is_named = all(word[0].isupper() for word in words.split())
    last = words.rpartition(" ")[2]
    if last.lower() in _SPEAKING:
        return is_led or (is_named and " " in words) or last == "military"
    if last[0].isupper() and last.lower() in _PAPERS:
        return is_led or " " in words
    return _ACRONYM.fullmatch(words) is not None


class Institutions:
    """Those that have spoken in a text, and what "it" and "the ministry" mean next."""

    def __init__(self, text: str) -> None:
        self.last: str | None = None
        self._text = text
        self._named: dict[str, list[str]] = {}

    def hear(self, words: str) -> None:
        """Remembers who spoke last, if it was one."""
        self.last = words if is_institution(words) else None
        name = words.split()
        if self.last and len(name) > 1 and all(word[0].isupper() for word in name[1:]):
            known = self._named.setdefault(name[-1].lower(), [])
            known += [] if words in known else [words]

    def of_noun(self, words: str) -> str | None:
        """The only one that "the ministry" can mean: one has spoken under its name, and the text
        names no other.

        >>> heard = Institutions("The Water Board said so. The board wants rain.")
        >>> heard.of_noun("The board") is None
        True
        """
        article, _, noun = words.partition(" ")
        known = self._named.get(noun.lower(), [])
        if article.lower() != "the" or len({name.split()[-2:][0] for name in known}) != 1:
            return None
        tail = " ".join(known[0].split()[-2:])
        is_only = self._text.count(f" {noun.capitalize()}") == self._text.count(tail)
        return known[0] if is_only else None
