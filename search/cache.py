"""Where this user's machine keeps what can be made again."""

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """$DATELINE_CACHE, else Dateline's part of the system's caches; it need not exist."""
    if told := os.environ.get("DATELINE_CACHE"):
        return Path(told)
    if sys.platform == "darwin":
        return _home() / "Library" / "Caches" / "dateline"
    return Path(os.environ.get("XDG_CACHE_HOME") or _home() / ".cache") / "dateline"


def _home() -> Path:
    """The user's; where the system knows of none, a place in which nothing can be kept."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.devnull)
