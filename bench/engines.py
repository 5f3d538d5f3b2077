"""The same stories and the same questions to Dateline and its peers, in one table.

    python -m bench.engines                     20,000 stories, all engines (Whoosh: 3,000)
    python -m bench.engines --stories 200000 --engines dateline,tantivy --out table.md

Without --stories, Whoosh is measured beside ours over fewer stories, so that it all takes two
minutes.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.measuring import Plan, measure
from bench.peers import ENGINES, OURS, load_engine
from bench.report import write_record, write_report
from bench.stories import choose_corpus

SMALL = 20_000
SMALL_FOR = {"whoosh": 3_000}
EACH = 8  # questions of a kind


def main(arguments: Sequence[str] | None = None) -> None:
    options = _read_options(arguments)
    engines = list(_find_present(options.engines.split(",")))
    corpus = choose_corpus(options.corpus)
    with tempfile.TemporaryDirectory() as folder:
        plan = Plan(corpus, Path(options.keep or folder), options.each, options.single)
        sizes = plan_sizes(engines, options.stories)
        findings = [measure(plan, size, names) for size, names in sizes.items()]
    text = write_report(corpus, engines, findings)
    print(text)
    if options.out:
        Path(options.out).write_text(f"{text}\n", encoding="utf-8")
    if options.record:
        Path(options.record).write_text(write_record(corpus, findings), encoding="utf-8")


def _read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.engines")
    parser.add_argument("--stories", type=int, help="how many, for every engine")
    parser.add_argument("--engines", default=",".join(ENGINES), help="parted by commas")
    parser.add_argument("--corpus", choices=("reuters", "made"), help="Reuters where it is here")
    parser.add_argument("--each", type=int, default=EACH, help="questions of a kind")
    parser.add_argument("--keep", help="a folder for the indexes, used again by the next run")
    parser.add_argument("--single", action="store_true", help="also add stories one at a time")
    parser.add_argument("--out", help="a file for the tables")
    parser.add_argument("--record", help="a JSON file for the questions, answers and times")
    return parser.parse_args(arguments)


def _find_present(names: Sequence[str]) -> Iterator[str]:
    """The engines that can be imported; the others are named as absent."""
    for name in names:
        if name not in ENGINES:
            sys.exit(f"There is no engine “{name}”; there are {', '.join(ENGINES)}")
        try:
            load_engine(name)
            yield name
        except ImportError as error:
            print(f"{name} is absent: {error}", file=sys.stderr)


def plan_sizes(engines: Sequence[str], stories: int | None) -> dict[int, list[str]]:
    """The engines by how many stories they get, ours at every size."""
    if stories:
        return {stories: list(engines)}
    sizes: dict[int, list[str]] = {}
    for name in engines:
        if name != OURS:
            size = SMALL_FOR.get(name, SMALL)
            sizes.setdefault(size, [OURS] if OURS in engines else []).append(name)
    return sizes or {SMALL: list(engines)}


if __name__ == "__main__":
    main()
