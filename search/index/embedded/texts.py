"""TextColumn: texts kept as one run of bytes, and where each begins."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from .columns import Array
from .runs import Texts, keep_runs

_WALKED = 4_096  # texts that are read at once


class TextColumn(Sequence[str]):
    """Texts by number; what finds them wants them in order of their UTF-8."""

    def __init__(self, run: Array, at: Array) -> None:
        self._run, self._at = run, at
        self._letters = memoryview(run)  # type: ignore[arg-type]  # it has a buffer

    def __len__(self) -> int:
        return int(self._at.size) - 1

    def __getitem__(self, number: int) -> str:  # type: ignore[override]  # no slices
        if not 0 <= number < len(self):
            raise IndexError(number)
        start, stop = self._at[number : number + 2].tolist()
        return str(self._letters[start:stop], "utf-8")

    def raw(self, number: int) -> bytes:
        """A text's UTF-8."""
        start, stop = self._at[number : number + 2].tolist()
        return self._run[start:stop].tobytes()

    def some(self, numbers: Array) -> list[str]:
        """A few of the texts."""
        run, at = self._letters, self._at
        bounds = zip(at[numbers].tolist(), at[numbers + 1].tolist(), strict=True)
        return [str(run[start:stop], "utf-8") for start, stop in bounds]

    def take(self, numbers: Array) -> list[str]:
        """Many of the texts."""
        run = self._run.tobytes()
        starts, stops = self._at[:-1][numbers].tolist(), self._at[1:][numbers].tolist()
        return [run[a:b].decode() for a, b in zip(starts, stops, strict=True)]

    def keep(self, kept: Array) -> Texts:
        """Those whose flag is set."""
        return Texts(*keep_runs(self._run, self._at, kept))

    def walk(self) -> Iterator[bytes]:
        """The UTF-8 of all, in order."""
        for first in range(0, len(self), _WALKED):
            at = self._at[first : first + _WALKED + 1]
            run, at = self._run[at[0] : at[-1]].tobytes(), (at - at[0]).tolist()
            yield from (run[start:stop] for start, stop in pairwise(at))

    def first_from(self, text: str) -> int:
        """The number of the first that is not before this text."""
        from ...kernels.lexicon import find_text  # whoever only reads stories does without

        return int(find_text(self._run, self._at, _letters(text)))

    def find(self, text: str) -> int:
        """The number of this text; -1 where it is not there."""
        number = self.first_from(text)
        return number if number < len(self) and self.raw(number) == text.encode() else -1

    def starting(self, begins: str) -> range:
        """The numbers of those that begin so."""
        from ...kernels.lexicon import find_text

        letters = _letters(begins)
        first = int(find_text(self._run, self._at, letters))
        if not letters.size:
            return range(first, len(self))
        letters[-1] += 1  # the first behind them is not before this; no byte of UTF-8 is 255
        return range(first, int(find_text(self._run, self._at, letters)))

    def near(self, text: str) -> Array:
        """The numbers of those at most one edit from this text."""
        from ...kernels.lexicon import find_neighbours

        found = np.empty(len(self), np.int32)
        letters = np.array(list(map(ord, text)), np.int32)
        n = find_neighbours(self._run, self._at, letters, found)
        return found[:n].astype(np.int64)


def _letters(text: str) -> Array:
    return np.frombuffer(bytearray(text.encode()), np.uint8)
