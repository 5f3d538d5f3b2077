"""Which statements are found, and which are not, class by class: the table to change rules by.

    python -m bench.statements [GOLD.jsonl.gz] [--half A|B] [--show CLASS] [--examples N]
                               [--cues N] [--keep FILE]

GOLD has one article a line: {"id", "text", "attributions": [{"source", "cue", "content"}]}, each a
list of [start, end) offsets; ../shared/data/quotes/polnear-train.jsonl.gz unless given. Articles
are parted in two halves by a hash of their ids: rules are made on one and proved on the other.

A gold attribution is found where a statement's words overlap its content by half (intersection
over union); each counts once. Printed: precision, recall and F1 of all and of those in quotation
marks, and the share with the right speaker; then, for each class of gold attribution, how many
there are, how many are found and missed, and how many found are given to another or to no one;
then the statements that no gold has; then the cues most often missed, and most often wrong.
``--show`` prints examples of a class, missed or wrong ("quoted, cue after", "found indirect",
"mouth quoted", "cue vowed"); ``--keep`` writes what was found to FILE, and prints what was gained
and lost since FILE was written. Nothing of the articles is kept but offsets.
"""

import argparse
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.attributions import (
    Words,
    cue_word,
    find,
    found_class,
    gold_class,
    pair,
    read_gold,
    shared,
)

GOLD = "../shared/data/quotes/polnear-train.jsonl.gz"


class Tally:
    """The counts over all articles, with an example or more for each class."""

    def __init__(self) -> None:
        self.n: Counter[str] = Counter()
        self.classes: dict[str, Counter[str]] = defaultdict(Counter)
        self.missed: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.examples: dict[str, list[str]] = defaultdict(list)
        self.hits: set[str] = set()
        self.places: dict[str, str] = {}

    def add(self, name: str, text: str, gold: list[Words], found: list[Words]) -> None:
        pairs = pair(gold, found)
        for i, one in enumerate(gold):
            self._add_gold(name, text, one, found[pairs[i]] if i in pairs else None)
        hit = set(pairs.values())
        for j, one in enumerate(found):
            self._add_found(name, text, one, j in hit)

    def _add_gold(self, name: str, text: str, one: Words, match: Words | None) -> None:
        kind, cue = gold_class(text, one), cue_word(text, one)
        key = f"{name}:{one.start}"
        self.places[key] = f"{kind} | {show(text, one)}"
        self.n["gold"] += 1
        self.n["gold quoted"] += one.quoted
        self.classes[kind]["gold"] += 1
        if match is None:
            self.missed[cue] += 1
            self.examples[kind].append("missed: " + show(text, one))
            self.examples["cue " + cue].append("missed: " + show(text, one))
            return
        self.hits.add(key)
        self.classes[kind]["found"] += 1
        self.n["hit"] += 1
        self.n["hit quoted"] += one.quoted
        right = not one.source or shared(one.source, match.source) > 0
        self.classes[kind]["mouth"] += not right
        self.n["joint"] += one.quoted and right
        self.n["sourced"] += one.quoted and bool(one.source)
        self.n["sourced right"] += one.quoted and bool(one.source) and right
        if not right:
            line = f"mouth:  {show(text, one)}\n        found {show(text, match)}"
            self.examples["mouth " + ("quoted" if one.quoted else "indirect")].append(line)

    def _add_found(self, name: str, text: str, one: Words, is_hit: bool) -> None:
        kind = "found " + found_class(one)
        key = f"{name}:{one.start} wrong"
        self.places[key] = f"{kind} | {show(text, one)}"
        self.n["pred"] += 1
        self.n["pred quoted"] += one.quoted
        self.n["right"] += is_hit
        self.n["right quoted"] += is_hit and one.quoted
        cue = cue_word(text, one)
        self.right[cue] += is_hit
        if not is_hit:
            self.wrong[cue] += 1
            self.hits.add(key)
            self.examples[kind].append("wrong:  " + show(text, one))
            self.examples["cue " + cue].append("wrong:  " + show(text, one))


def show(text: str, one: Words) -> str:
    cue = one.cue if isinstance(one.cue, str) else " … ".join(text[a:b] for a, b in one.cue or ())
    who = " … ".join(text[a:b] for a, b in one.source)
    words = " … ".join(text[a:b] for a, b in one.spans)
    words = words if len(words) < 300 else words[:200] + " […] " + words[-90:]
    return " ".join(f"<{who}> <{cue}> {words}".split())


def percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def report(tally: Tally, cues: int) -> Iterator[str]:
    yield from _rates(tally)
    yield f"\n{'class':34}{'gold':>7}{'found':>7}{'missed':>8}{'%':>6}{'mouth':>7}"
    rows = tally.classes.items()
    for kind, row in sorted(rows, key=lambda item: item[1]["found"] - item[1]["gold"]):
        missed, share = row["gold"] - row["found"], percent(row["found"], row["gold"])
        yield f"{kind:34}{row['gold']:7}{row['found']:7}{missed:8}{share:6.0f}{row['mouth']:7}"
    for kind in ("found quoted", "found indirect"):
        yield f"{kind + ', in no gold':34}{len(tally.examples[kind]):7}"
    yield "\ncues missed: " + listed(tally.missed.most_common(cues))
    rated = [(f"{cue} {tally.right[cue]}:", count) for cue, count in tally.wrong.most_common(cues)]
    yield "\ncues right : wrong: " + listed(rated)


def _rates(tally: Tally) -> Iterator[str]:
    n, f1 = tally.n, 0.0
    for kind, tail in (("any", ""), ("quoted", " quoted")):
        p = percent(n["right" + tail], n["pred" + tail])
        r = percent(n["hit" + tail], n["gold" + tail])
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        counts = f"gold {n['gold' + tail]}, found {n['pred' + tail]}"
        yield f"{kind:8} P {p:.1f}  R {r:.1f}  F1 {f1:.1f}   {counts}"
    joint = f1 * n["joint"] / max(1, n["hit quoted"])
    right = percent(n["sourced right"], n["sourced"])
    yield f"speaker  {right:.1f} of {n['sourced']}; joint F1 {joint:.1f}"


def listed(counts: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts)


def changes(tally: Tally, path: Path, most: int) -> Iterator[str]:
    """What was gained and lost since the file was written; it is written anew."""
    before = set(path.read_text().splitlines()) if path.exists() else None
    path.write_text("\n".join(sorted(tally.hits)))
    if before is None:
        return
    came, gone = sorted(tally.hits - before), sorted(before - tally.hits)
    for title, keys, wrong in (("gained", came, 0), ("lost", gone, 0), ("newly wrong", came, 1)):
        of = [key for key in keys if key.endswith(" wrong") == bool(wrong)]
        yield f"\n{title}: {len(of)}"
        step = max(1, len(of) // max(1, most))
        yield from ("  " + tally.places[key] for key in of[::step][:most] if key in tally.places)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("gold", nargs="?", default=GOLD)
    parser.add_argument("--half", choices="AB")
    parser.add_argument("--show", action="append", default=[])
    parser.add_argument("--examples", type=int, default=12)
    parser.add_argument("--cues", type=int, default=60)
    parser.add_argument("--keep", type=Path)
    args = parser.parse_args()
    if not Path(args.gold).exists():
        parser.error(f"{args.gold} is not there: name a file of gold attributions")
    tally = Tally()
    for name, text, gold in read_gold(args.gold):
        if args.half in (None, "AB"[zlib.crc32(name.encode()) % 2]):
            tally.add(name, text, gold, find(text))
    print("\n".join(report(tally, args.cues)))
    for kind in args.show:
        lines = tally.examples[kind]
        step = max(1, len(lines) // args.examples)
        print(f"\n{kind}: {len(lines)}", *lines[::step][: args.examples], sep="\n  ")
    if args.keep:
        print("\n".join(changes(tally, args.keep, args.examples)))


if __name__ == "__main__":
    main()
