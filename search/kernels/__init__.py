"""The loops that are compiled. No kernel knows of fields, facets or queries: each takes arrays and
numbers and has its plain meaning beside it, in words or in Python that the tests compare it with.

Compiled code is kept in the user's cache folder, once a machine and version, for every process.
"""

import atexit
import hashlib
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .. import cache
from ..errors import DatelineError

try:
    import numba
except Exception as error:  # numba refuses Pythons and numpys in many ways
    raise DatelineError(
        f"Dateline needs numba, which cannot be loaded here ({error}); "
        "install Dateline with a Python that numba supports"
    ) from error


def _version() -> str:
    """A name for these very kernels: numba does not see that one calls another that changed."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    text = b"".join(source.read_bytes() for source in sources)
    return hashlib.blake2b(text, digest_size=6).hexdigest()


def _writable(folder: Path) -> Path:
    """The folder, or one for this process alone where nothing can be written to it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        own = tempfile.mkdtemp(prefix="dateline-")
        atexit.register(_remove, own, os.getpid())
        return Path(own)


def _remove(folder: str, process: int) -> None:
    """What a process keeps for itself alone goes with it, not with a fork of it."""
    if os.getpid() == process:
        shutil.rmtree(folder, ignore_errors=True)


if not os.environ.get("NUMBA_CACHE_DIR"):
    numba.config.CACHE_DIR = str(_writable(cache.cache_folder() / _version()))  # type: ignore[attr-defined]


def cache_folder() -> str:
    """Where this process finds compiled kernels, and keeps them."""
    return str(numba.config.CACHE_DIR)  # type: ignore[attr-defined]


def cache_name() -> str:
    """What compiled kernels depend on beside their sources: numba, Python, the processor."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return f"{_version()}-numba{numba.__version__}-python{python}-{platform.machine()}"


def kernel(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, compiled at its first call with new types, or read from the cache; it runs
    without Python's lock."""
    if numba.config.DISABLE_JIT:  # type: ignore[attr-defined]
        return function
    is_inner = function.__name__.startswith("_")  # none but kernels call it
    # wrappers that nobody uses are not compiled; numba's types know not all of its options
    options: Any = {"no_cfunc_wrapper": True, "no_cpython_wrapper": is_inner}
    compiled: Any = numba.njit(nogil=True, cache=True, error_model="numpy", **options)(function)
    resolve = compiled.get_call_template

    def resolve_plainly(types: Any, named: Any) -> Any:
        return resolve(tuple(map(numba.types.unliteral, types)), named)

    # to a kernel that calls this one with a 0 written out, that is an integer like any other: else
    # this would be compiled once more, for the 0
    compiled.get_call_template = resolve_plainly
    return compiled  # type: ignore[no-any-return]


def part(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function that is put into each kernel where it is called: handing over many arrays takes
    longer than a short loop over them."""
    compiled: Callable[..., Any] = numba.njit(inline="always", error_model="numpy")(function)
    return compiled
