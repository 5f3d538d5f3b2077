"""Builds one engine's index, the making of the stories left out of its time and its memory."""

import gc
import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from bench.apart import read_memory
from bench.peers import is_built, load_engine
from bench.stories import read_stories
from search import Article

BATCH = 100_000  # stories made before the clock runs on


@dataclass(frozen=True, slots=True)
class Built:
    """What building took: seconds, bytes on disk, and the most memory in bytes beyond that of the
    stories waiting to be indexed."""

    version: str
    stories: int
    seconds: float
    size: int
    memory: int


def build_index(
    name: str, folder: str, stories: int, corpus: str, function: str = "build"
) -> Built:
    """Builds it in a folder, or reads what building took where it was built before."""
    path = Path(folder)
    if is_built(path):
        return Built(**json.loads((path / "built.json").read_text()))
    path.mkdir(parents=True)
    engine = load_engine(name)
    supply = Supply(read_stories(stories, corpus))
    supply.fill()
    held = read_memory("VmRSS")
    started = time.perf_counter()
    getattr(engine, function)(path, supply)
    seconds = time.perf_counter() - started - supply.seconds
    memory = max(0, read_memory("VmHWM") - held)
    built = Built(engine.version(), stories, seconds, measure_folder(path), memory)
    (path / "built.json").write_text(json.dumps(asdict(built)))
    return built


def measure_folder(path: Path) -> int:
    """The bytes of all files in it."""
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


class Supply:
    """Stories in order; ``seconds`` were spent on making them once the first batch was there.

    An engine that works in threads of its own goes on meanwhile: up to what waits in its queue.
    """

    def __init__(self, stories: Iterable[Article]) -> None:
        self._stories = iter(stories)
        self._batch: list[Article] = []
        self.seconds = 0.0

    def fill(self) -> None:
        """Make the next batch."""
        self._batch = list(islice(self._stories, BATCH))
        gc.freeze()  # the waiting stories are not the engine's garbage to look through

    def __iter__(self) -> Iterator[Article]:
        while self._batch:
            yield from self._batch
            started = time.perf_counter()
            self._batch.clear()
            self.fill()
            self.seconds += time.perf_counter() - started
