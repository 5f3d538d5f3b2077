"""Institutions: what is named or described, and is no person, so that "it" may mean it."""

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
    """ministry agency army bureau commission committee company council court department embassy
    federation foundation government group institute military newspaper office organisation
    organization paper parliament party radio report statement survey study poll union
    university daily network bank fund""".split()
)
_LINKS = frozenset("of for at in from with and".split())


def is_institution(words: str) -> bool:
    """Whether a mention is plainly one institution, and no person.

    >>> [is_institution(w) for w in ("the ministry", "The World Bank", "a man at a bank")]
    [True, True, False]
    """
    first, _, rest = words.partition(" ")
    is_led = first.lower() in ("the", "a", "an", "its") and not _LINKS.intersection(rest.split())
    return is_led and words.rpartition(" ")[2].lower() in _SPEAKING
