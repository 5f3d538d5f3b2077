"""Builds every engine's index, opens each, asks it everything, at one number of stories."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bench.apart import call_apart
from bench.building import Built
from bench.pairs import Timing, time_engine
from bench.peers import OURS, Session, load_engine
from bench.question import Question
from bench.questions import Sampled, draw_questions, find_running_words
from bench.serving import Served
from bench.single import ENGINES as SINGLE
from bench.single import Single
from bench.stories import read_stories
from search import Article

_SAMPLE = 10_000  # stories that questions are drawn from
_THREADS = "tantivy"  # the engine that is also built with as many threads as it likes


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is over: ``each`` is how many questions of a kind, ``single`` whether stories are
    also added one at a time."""

    corpus: str
    folder: Path
    each: int
    single: bool

    def folder_of(self, name: str, stories: int) -> str:
        return str(self.folder / f"{name}-{self.corpus}-{stories}")


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found at one number of stories."""

    stories: int
    questions: list[Question]
    figures: list[tuple[str, Built, Served | None]]
    timings: list[Timing]
    singles: list[tuple[str, Single]]


def measure(plan: Plan, stories: int, names: Sequence[str]) -> Findings:
    """Everything at one number of stories; stories are added singly last, to copies."""
    sample = [_sample(one) for one in read_stories(min(stories, _SAMPLE), plan.corpus)]
    questions = draw_questions(sample, plan.each)
    figures = [row for name in names for row in _measure_figures(plan, name, stories, questions)]
    timings = list(_measure_times(plan, stories, names, questions))
    singles = list(_measure_singles(plan, stories, names)) if plan.single else []
    return Findings(stories, questions, figures, timings, singles)


def _sample(story: Article) -> Sampled:
    line = story.dateline
    if not (story.agency and line and line.place and line.date):
        raise ValueError(f"Story {story.id} lacks an agency, a place or a date")
    facets = {"agency": story.agency, "place": line.place}
    if story.speakers:
        facets["speaker"] = story.speakers[0].name
    texts = (story.headline, story.standfirst, story.body)
    return Sampled(find_running_words(texts), facets, line.date)


def _measure_figures(
    plan: Plan, name: str, stories: int, questions: Sequence[Question]
) -> Iterator[tuple[str, Built, Served | None]]:
    _say(f"{name}: indexing {stories:,} stories")
    folder = plan.folder_of(name, stories)
    built = call_apart("bench.building:build_index", name, folder, stories, plan.corpus)
    _say(f"{name}: opening, and asking {len(questions)} questions by score and by date")
    yield name, built, call_apart("bench.serving:serve", name, folder, questions)
    if name == _THREADS:
        place = plan.folder_of(f"{name}-threads", stories)
        values = name, place, stories, plan.corpus, "build_with_all_threads"
        yield f"{name}, all cores", call_apart("bench.building:build_index", *values), None


def _measure_times(
    plan: Plan, stories: int, names: Sequence[str], questions: Sequence[Question]
) -> Iterator[Timing]:
    """Each peer beside ours; ours alone where it has no peer, a peer alone where ours is not
    asked for."""
    for name in [name for name in names if name != OURS] or names:
        _say(f"{name}: timing")
        with closing(_open(plan, name, stories)) as session:
            if OURS not in names or name == OURS:
                yield from time_engine(name, session, None, questions)
                continue
            with closing(_open(plan, OURS, stories)) as ours:
                yield from time_engine(name, session, ours, questions)


def _measure_singles(
    plan: Plan, stories: int, names: Sequence[str]
) -> Iterator[tuple[str, Single]]:
    for name in names:
        if name in SINGLE:
            _say(f"{name}: adding stories one at a time")
            values = name, plan.folder_of(name, stories), stories, plan.corpus
            yield name, call_apart("bench.single:add_singly", *values)


def _open(plan: Plan, name: str, stories: int) -> Session:
    session: Session = load_engine(name).open_session(Path(plan.folder_of(name, stories)))
    return session


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
