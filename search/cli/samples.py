"""The sample stories: invented wire copy that comes with the program."""

from pathlib import Path

from ..errors import DatelineError

_PACKAGE = Path(__file__).resolve().parent.parent
# where an installed package keeps them, and where a checkout does
_PLACES = (_PACKAGE / "samples", _PACKAGE.parent / "samples")


def find_samples() -> Path:
    """Their folder; DatelineError if this installation has none."""
    for place in _PLACES:
        if place.is_dir():
            return place
    raise DatelineError("The sample stories are missing from this installation; install it again.")
