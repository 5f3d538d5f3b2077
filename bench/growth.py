"""What a rare word's search takes in a larger index, for words that as many stories have in both.

    python -m bench.growth SMALL LARGE

Both are folders that `python -m bench.engines --keep FOLDER` made (FOLDER/dateline-…). Prints the
medians over the words, and the median ratio in pairs: a word of one asked in turn with one of the
other, with the total, ten stories and four facets.
"""

import re
import sys
from collections.abc import Iterator
from itertools import islice
from statistics import median

from bench.pairs import time_in_turn
from bench.peers import Ask
from bench.peers.dateline import open_session
from bench.question import Question
from search import SearchRequest, parse_query
from search.index import Index

FEWEST, MOST = 95, 125  # stories
WORDS = 24
_PAGES = 40
_WORD = re.compile(r"\b[a-z]{4,}\b")


def draw_words(index: Index) -> Iterator[str]:
    """Words of the newest stories that so many have, each once."""
    met: set[str] = set()
    for page in range(1, _PAGES + 1):
        request = SearchRequest(query=parse_query(""), sort="newest", limit=100, page=page)
        for hit in index.search(request).hits:
            for word in sorted(set(_WORD.findall(hit.article.body)) - met):
                met.add(word)
                found = index.search(SearchRequest(query=parse_query(word), limit=1))
                if FEWEST <= found.total <= MOST:
                    yield word


def main() -> None:
    """Draw, ask in turn, print."""
    asks: list[list[Ask]] = []
    for folder in sys.argv[1:3]:
        session = open_session(folder)
        questions = [Question("rare word", (w,)) for w in islice(draw_words(session.index), WORDS)]
        asks.append([session.prepare(question, False) for question in questions])
    pairs = [time_in_turn(pair) for pair in zip(*asks, strict=False)]
    if not pairs:
        sys.exit(f"No word was found that {FEWEST} to {MOST} stories have in both")
    small, large = (median(ms) * 1000 for ms in zip(*pairs, strict=True))
    ratio = median(after / before for before, after in pairs)
    print(
        f"{len(pairs)} words that {FEWEST} to {MOST} stories have: {small:.3f} ms in the small, "
        f"{large:.3f} ms in the large, median ratio {ratio:.2f}"
    )


if __name__ == "__main__":
    main()
