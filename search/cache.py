"""Where this user's machine keeps what can be made again."""

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """$DATELINE_CACHE, else Dateline's part of the system's caches; it need not exist."""
    if "DATELINE_CACHE" in os.environ:
        return Path(os.environ["DATELINE_CACHE"])
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "dateline"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dateline"
