"""Words given to someone, in gold and as found: matched with one another, and classed."""

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search import find_statements

MARKS = re.compile('["“”«»„]')
SMALL = frozenset(
    """has have had is are was were be been being will would can could may might must shall should
    do does did also not to the a an that his her their its""".split()
)

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Words:
    """Words given to someone, in gold or as found."""

    spans: Spans
    source: Spans
    cue: Spans | str | None
    quoted: bool

    @property
    def start(self) -> int:
        return self.spans[0][0]


def read_gold(path: str) -> Iterator[tuple[str, str, list[Words]]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = row["text"]
            yield row["id"], text, [w for a in row["attributions"] if (w := _gold(text, a))]


def _gold(text: str, row: dict[str, list[list[int]]]) -> Words | None:
    content = sorted((a, b) for a, b in row.get("content", ()))
    if not content:
        return None
    quoted = any(MARKS.search(text, a, b) for a, b in content)
    source, cue = ([(a, b) for a, b in row.get(part, ())] for part in ("source", "cue"))
    return Words(content, source, sorted(cue), quoted)


def find(text: str) -> list[Words]:
    found = []
    for s in find_statements(text):
        source = [(s.speaker.start, s.speaker.end)] if s.speaker else []
        found.append(Words([(s.start, s.end)], source, s.cue, s.kind != "indirect"))
    return found


def size(spans: Spans) -> int:
    return sum(b - a for a, b in spans)


def shared(one: Spans, other: Spans) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def overlap(one: Spans, other: Spans) -> float:
    both = shared(one, other)
    return both / (size(one) + size(other) - both) if both else 0.0


def pair(gold: list[Words], found: list[Words]) -> dict[int, int]:
    """The place in ``found`` of each gold that is, the best overlaps first."""
    scored = (
        (overlap(g.spans, f.spans), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if f.spans[0][0] < g.spans[-1][1] and g.spans[0][0] < f.spans[0][1]
    )
    pairs: dict[int, int] = {}
    for _, i, j in sorted((s for s in scored if s[0] >= 0.5), reverse=True):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def gold_class(text: str, one: Words) -> str:
    """How the words stand to their cue: "quoted, cue after", "that clause", "to do"."""
    cue = one.cue if isinstance(one.cue, list) else []
    start, end = one.start, one.spans[-1][1]
    if not cue:
        return ("quoted" if one.quoted else "indirect") + ", no cue"
    where = "after" if cue[0][0] >= end else "before" if cue[-1][1] <= start + 1 else "inside"
    if one.quoted:
        whole = all(MARKS.match(text[a]) and MARKS.match(text[b - 1]) for a, b in one.spans)
        return f"{'quoted' if whole else 'mixed'}, cue {where}"
    said = text[cue[0][0] : cue[-1][1]].lower()
    if "according" in said:
        return "according to"
    return f"{_opening(text, said, start)}, cue {where}"


def _opening(text: str, said: str, start: int) -> str:
    words = text[start : start + 60].lower().split() or [""]
    first = words[0]
    if first == "that" or said.endswith("that"):
        return "that clause"
    if first == "to" or said.endswith(" to"):
        return "to do"
    if first in ("if", "whether", "why", "how", "what", "who", "where", "when"):
        return "question"
    if first.endswith("ing"):
        return "doing"
    return "phrase or clause"


def found_class(one: Words) -> str:
    return "quoted" if one.quoted else "indirect"


def cue_word(text: str, one: Words) -> str:
    """The cue in small letters, its small words left out: "has also called for" is "called for"."""
    said = one.cue if isinstance(one.cue, str) else " ".join(text[a:b] for a, b in one.cue or ())
    words = [w.strip(".,:;") for w in said.lower().split()]
    kept = [w for w in words if w not in SMALL] or words
    return " ".join(kept[:2]) or "-"
