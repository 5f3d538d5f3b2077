"""What was measured, as Markdown tables."""

import os
import platform
import statistics
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bench.building import Built
from bench.pairs import Timing
from bench.question import KINDS
from bench.serving import Served
from bench.single import Single

_FIGURES = (
    "engine", "stories", "stories/s", "index MB", "B/story", "indexing MB", "import s", "open ms",
    "first search ms", "serving MB",
)  # fmt: skip
_MB = 1_000_000


def write_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns as wide as they need be, the first set left and the others right."""
    lines = [list(head), *map(list, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    lines.insert(1, rule)
    return "\n".join(_write_row(line, widths) for line in lines)


def _write_row(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    parts = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
    return f"| {' | '.join(parts)} |"


def describe_machine() -> str:
    """Its processor, cores, memory, system and Python."""
    model = platform.processor() or platform.machine()
    known = Path("/proc/cpuinfo")
    if known.exists():
        lines = [line for line in known.read_text().splitlines() if line.startswith("model name")]
        model = lines[0].partition(":")[2].strip() if lines else model
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()}, Python {platform.python_version()}"
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GB, {system}"


def write_figures(rows: Sequence[tuple[str, Built, Served | None]]) -> str:
    """A row an engine: building, and serving where it was measured."""
    return write_table(_FIGURES, [_write_figures(*row) for row in rows])


def _write_figures(name: str, built: Built, served: Served | None) -> list[str]:
    cells = [
        name,
        f"{built.stories:,}",
        f"{built.stories / built.seconds:,.0f}",
        f"{built.size / _MB:,.1f}",
        f"{built.size / built.stories:,.0f}",
        f"{built.memory / _MB:,.0f}",
    ]
    if served is None:
        return cells + [""] * 4
    return [
        *cells,
        f"{served.importing:.2f}",
        f"{served.opening * 1000:,.1f}",
        f"{served.first * 1000:,.1f}",
        f"{served.memory / _MB:,.0f}",
    ]


def write_times(timings: Sequence[Timing], newest: bool) -> str:
    """A row for each kind of query, columns for each engine; the last row is over all kinds."""
    chosen = [timing for timing in timings if timing.newest == newest]
    names = list(dict.fromkeys(timing.engine for timing in chosen))
    has_ours = any(timing.ours for timing in chosen)
    order = "date" if newest else "score"
    head = [f"ms, ten best by {order}", *(["ours", "p95"] if has_ours else [])]
    for name in names:
        head += [name, "p95", *(["ratio"] if has_ours else [])]
    rows = [_write_kind(kind, chosen, names, has_ours) for kind in KINDS]
    return write_table(head, [*rows, _write_kind("all kinds", chosen, names, has_ours)])


def _write_kind(
    kind: str, timings: Sequence[Timing], names: Sequence[str], has_ours: bool
) -> list[str]:
    """Medians and p95; a ratio is the median of the ratios of pairs."""
    chosen = [one for one in timings if kind in ("all kinds", one.question.kind)]
    cells = [kind]
    if has_ours:
        best: dict[str, float] = {}
        for one in chosen:
            key = repr(one.question)
            best[key] = min(best.get(key, float("inf")), one.ours or 0.0)
        cells += _spread(list(best.values()))
    for name in names:
        mine = [one for one in chosen if one.engine == name]
        cells += _spread([one.spent for one in mine])
        if has_ours:
            ratios = [one.ratio for one in mine if one.ratio]
            cells.append(_write_ratio(statistics.median(ratios)) if ratios else "–")
    return cells


def _write_ratio(ratio: float) -> str:
    return f"{ratio:.2f}×" if ratio < 1 else f"{ratio:,.1f}×"


def _spread(times: Sequence[float]) -> list[str]:
    if not times:
        return ["–", "–"]
    high = sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]
    return [_write_ms(statistics.median(times)), _write_ms(high)]


def _write_ms(ms: float) -> str:
    return f"{ms:,.0f}" if ms >= 100 else f"{ms:.1f}" if ms >= 10 else f"{ms:.3f}"


def write_agreement(timings: Sequence[Timing]) -> str:
    """How far the totals of each engine lie from ours: the median and the worst of each kind."""
    names = list(dict.fromkeys(timing.engine for timing in timings))
    head = ["totals' difference from ours: median, worst", *names]
    return write_table(
        head, [[kind, *(_agree(timings, kind, name) for name in names)] for kind in KINDS]
    )


def _agree(timings: Sequence[Timing], kind: str, name: str) -> str:
    apart = [
        abs(one.total - one.our_total) / max(one.our_total, 1)
        for one in timings
        if (one.engine, one.question.kind) == (name, kind) and one.our_total is not None
    ]
    return f"{statistics.median(apart):.1%}, {max(apart):.1%}" if apart else "–"


def write_facet_check(timings: Sequence[Timing]) -> str:
    """Whether the engines' counts of each facet's first value are ours, where totals are equal."""
    apart = [one for one in timings if one.apart is not None]
    wrong = [one for one in apart if one.apart]
    text = f"Facet counts compared for {len(apart)} answers with equal totals: {len(wrong)} differ."
    worst = max(wrong, key=lambda one: one.apart or 0.0, default=None)
    return f"{text} Worst: {worst.engine}, {worst.question!r}, {worst.apart:.1%}" if worst else text


def write_singles(rows: Sequence[tuple[str, Single]]) -> str:
    head = ["adding one story, durable: ms", "median", "p99", "worst"]
    figures: Callable[[Single], list[str]] = lambda one: [  # noqa: E731
        f"{value:.1f}" for value in (one.median, one.high, one.worst)
    ]
    return write_table(head, [[name, *figures(single)] for name, single in rows])
