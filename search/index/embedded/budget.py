"""Budget: how much may be in memory at once while stories are added."""

MEMORY = 1 << 30  # bytes that adding stories may take, about
OCCURRENCES = 8_000_000  # of words that are put in order at once, where memory allows
_CHARACTERS = 2_000_000  # that are analysed at once, where memory allows


class Budget:
    """The shares of so many bytes."""

    def __init__(self, memory: int = MEMORY) -> None:
        self.characters = min(memory // 300, _CHARACTERS)  # of stories being analysed
        self.occurrences = min(memory // 120, OCCURRENCES)  # of words being put in order
        self.held = memory * 6 // 10  # bytes of a draft
