"""How long a query takes to read, and a page of hits to be given its snippets.

    python -m bench.language

Prints the median and the worst parsing time over random token soup, the snippets' time for 20 hits
at 20,000 stories (the Reuters stories, repeated), and the hundred largest families of words that
are joined as inflections of one.
"""

import random
import statistics
import tempfile
import time
from collections import Counter, defaultdict
from contextlib import suppress

from bench.corpus import Wire, read_reuters
from search import Article, SearchRequest, open_index, parse_query
from search.errors import QueryError
from search.snippet import find_snippets
from search.text import find_forms, stem

SOUP = ("nato ( ) \" “ OR NOT AND - * ~ = : NEAR/5 PRE/2 /s /p ATLEAST/2 said: speaker: "
        "date:2022 headline: café 漢字 U.S. 1,500 non-deployment ’ \u202e").split()  # fmt: skip
QUERIES = ("oil", "oil OR bank OR trade", '"interest rates"', "trade*", "bank -japan",
           "oil /s price", "(oil OR crude) NEAR/5 price", "said bank")  # fmt: skip
STORIES = 20_000


def measure_parsing(queries: int = 20_000) -> None:
    draw = random.Random(7)
    spent = []
    for _ in range(queries):
        text = " ".join(draw.choices(SOUP, k=draw.randint(1, 40)))
        started = time.perf_counter()
        with suppress(QueryError):  # refusing takes its time too
            parse_query(text)
        spent.append((time.perf_counter() - started) * 1000)
    print(f"parsing {queries:,} queries: median {statistics.median(spent):.3f} ms, "
          f"worst {max(spent):.2f} ms")  # fmt: skip


def measure_snippets(stories: list[Wire]) -> None:
    index = open_index(tempfile.mkdtemp())
    for start in range(0, STORIES, 2_000):
        chosen = [(n, stories[n % len(stories)]) for n in range(start, start + 2_000)]
        index.add(
            Article(id=f"{n}", headline=story.headline, body=story.body) for n, story in chosen
        )
    for text in QUERIES:
        query = parse_query(text)
        hits = index.search(SearchRequest(query=query, limit=20)).hits
        times = []
        for _ in range(9):
            started = time.perf_counter()
            for hit in hits:
                find_snippets(hit.article, query, 2)
            times.append((time.perf_counter() - started) * 1000)
        print(f"snippets of {len(hits)} hits for {text}: {min(times):.2f} ms")


def print_families(stories: list[Wire], most: int = 100) -> None:
    counts = Counter(form for story in stories for form in find_forms(story.body))
    families: dict[str, list[str]] = defaultdict(list)
    for form, count in counts.items():
        if count >= 3:
            families[stem(form)].append(form)
    largest = sorted(families.items(), key=lambda item: (-len(item[1]), item[0]))[:most]
    for term, members in largest:
        print(f"{term}: {' '.join(sorted(members, key=lambda form: -counts[form]))}")


if __name__ == "__main__":
    wire = read_reuters()
    measure_parsing()
    measure_snippets(wire)
    print_families(wire)
