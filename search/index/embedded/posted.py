"""Posted: a word's posting list in one segment."""

from typing import NamedTuple

from ...kernels.lists import Lists
from .hot import Marked, Marks
from .sought import Sought


class Posted(NamedTuple):
    """A word's posting list, as kernels take it; ``mask`` has a bit for each zone looked in."""

    sought: Sought
    lists: Lists
    posting: int
    block: int
    size: int
    mask: int
    marked: Marked

    @property
    def is_whole(self) -> bool:
        """Whether all zones are looked in, so that every posting counts."""
        return self.mask == (1 << int(self.lists.counts.shape[1])) - 1

    def marks(self) -> Marks | None:
        """Which stories have it; None where that is told by walking the list."""
        return self.marked.of(self.posting, self.block, self.size) if self.is_whole else None
