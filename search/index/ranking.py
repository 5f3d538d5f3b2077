"""BM25F: how much a word's standing in a field of a story adds to the story's score.

The formula and its constants are those of Whoosh's ``scoring.BM25F``: each field is scored by
itself and the weighted scores are added. (Robertson and Zaragoza, "The Probabilistic Relevance
Framework: BM25 and Beyond", 2009, section 3.)
"""

from math import log

K1 = 1.2  # how soon more mentions stop adding
B = 0.75  # how much a long field weakens them
DECIMALS = 6  # scores are compared and shown rounded so


def rarity(stories: int, containing: int) -> float:
    """The inverse document frequency of a term that ``containing`` of the stories have."""
    return log(stories / (containing + 1)) + 1


def score(rarity: float, mentions: int, length: int, average_length: float) -> float:
    """What a term adds for one field: ``mentions`` times in ``length`` words."""
    norm = 1 - B + B * length / (average_length or 1)
    return rarity * mentions * (K1 + 1) / (mentions + K1 * norm)
