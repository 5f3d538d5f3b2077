"""How hard property tests try: `make prove` tries 25 times as hard as the fast suite."""

import os

EFFORT = int(os.environ.get("DATELINE_EFFORT", "1"))


def examples(fast: int) -> int:
    """How many examples to draw, where the fast suite draws ``fast``."""
    return fast * EFFORT
