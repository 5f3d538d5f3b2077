"""Posted: a word's posting list in one segment."""

from typing import NamedTuple

from ...kernels.lists import PostingList
from .hot import Marked, Marks
from .sought import Sought


class Posted(NamedTuple):
    """A word's posting list; ``mask`` has a bit for each zone looked in."""

    sought: Sought
    list: PostingList
    mask: int
    marked: Marked

    @property
    def is_whole(self) -> bool:
        """Whether all zones are looked in, so that every posting counts."""
        return self.mask == (1 << int(self.list.lists.counts.shape[1])) - 1

    def marks(self) -> Marks | None:
        """Which stories have it; None where that is told by walking the list."""
        return self.marked.of(self.list) if self.is_whole else None
