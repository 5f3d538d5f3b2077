"""How accurately saved pages are read, and of what kind the misses are.

    python -m bench.pages FOLDER [--missed]

FOLDER holds SET.jsonl.gz (a JSON object a line: id, url, and what is known of headline, authors,
published, body) beside SET/ID.html.gz. Each set is halved by a hash of the id, so that rules can be
written on half 0 and checked on half 1. Prints for each half the body's precision, recall and F1 in
4-grams of words, the shares of headlines and days that are right and the authors' F1; then how many
were missed by kind, told from where on the page the expected value stands, so that a mistake of
ours, a choice of another voice on the page, and an expected value that the page does not have at
all can be told apart. With --missed also the ids. Last the pages a second, beside trafilatura's.
"""

import gzip
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

import trafilatura

from bench import misses
from search import Article, read_article
from search.errors import NotAnArticle


class Reading(NamedTuple):
    """A page, what is known of its story, and our reading of it."""

    gold: dict[str, Any]
    data: bytes
    article: Article | None


def read_set(path: Path) -> Iterator[Reading]:
    folder = path.with_name(path.name.removesuffix(".jsonl.gz"))
    for line in gzip.decompress(path.read_bytes()).decode().rstrip("\n").split("\n"):
        gold = json.loads(line)
        data = gzip.decompress((folder / f"{gold['id']}.html.gz").read_bytes())
        try:
            article = read_article(data, name="page.html", url=gold.get("url"))
        except NotAnArticle:
            article = None
        yield Reading(gold, data, article)


def print_half(name: str, readings: list[Reading], with_ids: bool) -> None:
    scores: dict[str, list[float]] = defaultdict(list)
    kinds: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for gold, data, article in readings:
        for field, score in misses.score(gold, article).items():
            scores[field].append(score)
        for field, kind in misses.find_kinds(gold, data, article):
            kinds[field][kind].append(gold["id"])
    means = {field: fmean(values) for field, values in scores.items()}
    f1 = misses.f1(means["precision"], means["recall"])
    rest = "".join(f"  {field} {means[field]:.3f}" for field in misses.FIELDS if field in means)
    print(f"{name}: pages {len(readings)}  body P {means['precision']:.3f} "
          f"R {means['recall']:.3f} F1 {f1:.3f}{rest}")  # fmt: skip
    for field, found in kinds.items():
        for kind, ids in sorted(found.items(), key=lambda item: -len(item[1])):
            print(f"    {field}: {kind}: {len(ids)}" + (f" ({', '.join(ids)})" * with_ids))


def print_speed(pages: list[bytes]) -> None:
    ours = _time(pages, _read)
    theirs = _time(pages, lambda data: trafilatura.bare_extraction(data, with_metadata=True))
    print(f"pages/s on one core, metadata included: {ours:.1f}, trafilatura {theirs:.1f}, "
          f"{ours / theirs:.2f} times")  # fmt: skip


def _read(data: bytes) -> None:
    try:
        read_article(data, name="page.html")
    except NotAnArticle:
        return


def _time(pages: list[bytes], read: Any) -> float:
    """Pages a second, the better of two rounds."""
    spent = []
    for _ in range(2):
        started = time.process_time()
        for data in pages:
            read(data)
        spent.append(time.process_time() - started)
    return len(pages) / min(spent)


def main(folder: str = "", *options: str) -> None:
    pages = []
    sets = sorted(Path(folder).glob("*.jsonl.gz")) if folder else []
    if not sets:
        sys.exit("name a folder with sets of saved pages: python -m bench.pages FOLDER [--missed]")
    for path in sets:
        readings = list(read_set(path))
        pages += [reading.data for reading in readings]
        for half in (0, 1):
            name = f"{path.name.removesuffix('.jsonl.gz')}, half {half}"
            chosen = [r for r in readings if misses.half(r.gold["id"]) == half]
            print_half(name, chosen, "--missed" in options)
    print_speed(pages)


if __name__ == "__main__":
    main(*sys.argv[1:])
