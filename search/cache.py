"""Where this user's machine keeps what can be made again."""

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """$DATELINE_CACHE, else Dateline's part of the system's caches; it need not exist."""
    if told := os.environ.get("DATELINE_CACHE"):
        return Path(told)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "dateline"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dateline"
