"""A run's report: what was measured and how, and its record as JSON."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from bench import tables
from bench.measuring import Findings
from bench.peers import load_engine
from bench.question import KINDS
from bench.questions import SEED
from bench.stories import describe

_NOTES = """\
A search is the total, the ten best stories with their headlines read back, and the ten most
frequent values of agency, speaker, place and year (a facet that is filtered by is counted without
its own filter). Times are the best of up to nine, the peer and ours in turn; a ratio is the median
over pairs, above 1 where ours is quicker. Queries are parsed outside of the clock. Files are in the
system's cache. "indexing MB" is the most memory beyond the stories waiting to be indexed; the first
search comes after opening; "serving MB" is resident after all questions, mapped files included."""


def write_report(corpus: str, engines: Sequence[str], findings: Sequence[Findings]) -> str:
    """The tables, with what they are over."""
    parts = [
        f"Stories: {describe(corpus)}. Questions: drawn from their words (seed {SEED}).",
        f"Machine: {tables.describe_machine()}.",
        _write_each(engines, findings),
        _NOTES,
    ]
    for found in findings:
        parts += [f"## {found.stories:,} stories", *_write_findings(found)]
    return "\n\n".join(parts)


def _write_each(engines: Sequence[str], findings: Sequence[Findings]) -> str:
    versions = {name: built.version for found in findings for name, built, _ in found.figures}
    lines = [
        f"- {name} ({versions.get(name, 'not run')}) skips or does otherwise: "
        f"{load_engine(name).SKIPS}."
        for name in engines
    ]
    return "\n".join(lines)


def _write_findings(found: Findings) -> list[str]:
    parts = [tables.write_figures(found.figures)]
    orders = {timing.newest for timing in found.timings}
    parts += [tables.write_times(found.timings, newest) for newest in sorted(orders)]
    if any(timing.ours for timing in found.timings):
        parts += [tables.write_agreement(found.timings), tables.write_facet_check(found.timings)]
    if found.singles:
        parts.append(tables.write_singles(found.singles))
    return parts


def write_record(corpus: str, findings: Sequence[Findings]) -> str:
    """Everything asked, answered and timed, as JSON."""
    record = {
        "stories": describe(corpus),
        "machine": tables.describe_machine(),
        "seed": SEED,
        "kinds": KINDS,
        "runs": [_record(found) for found in findings],
    }
    return json.dumps(record, indent=1, default=str)


def _record(found: Findings) -> dict[str, Any]:
    """Questions are numbered, and timings name them by their number."""
    numbers = {question: number for number, question in enumerate(found.questions)}
    questions = [{"typed": str(one), **asdict(one)} for one in found.questions]
    timings = [{**asdict(one), "question": numbers[one.question]} for one in found.timings]
    figures = [
        {"engine": name, "built": asdict(built), "served": served and asdict(served)}
        for name, built, served in found.figures
    ]
    return {
        "stories": found.stories,
        "questions": questions,
        "figures": figures,
        "timings": timings,
        "single": {name: asdict(single) for name, single in found.singles},
    }
