"""Calls a function in a fresh process, so that its memory and its first time are its own."""

import importlib
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any


def call_apart(function: str, *values: object) -> Any:
    """What ``function`` ("bench.building:build_index") returns there; RuntimeError if it fails."""
    with tempfile.TemporaryDirectory() as folder:
        letter = Path(folder) / "letter"
        letter.write_bytes(pickle.dumps((function, values)))
        command = [sys.executable, "-m", "bench.apart", str(letter)]
        done = subprocess.run(command, check=False)
        if done.returncode:
            raise RuntimeError(f"{function} ended with {done.returncode}")
        return pickle.loads(letter.read_bytes())


def read_memory(name: str) -> int:
    """Bytes of this process's memory by /proc's name: "VmHWM" the most ever, "VmRSS" now. Where
    there is no /proc, the most ever in both cases."""
    status = Path("/proc/self/status")
    if not status.exists():
        import resource

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most if sys.platform == "darwin" else most * 1024
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return int(lines[name].split()[0]) * 1024


def _answer(letter: Path) -> None:
    function, values = pickle.loads(letter.read_bytes())
    module, _, name = function.partition(":")
    result = getattr(importlib.import_module(module), name)(*values)
    letter.write_bytes(pickle.dumps(result))


if __name__ == "__main__":
    _answer(Path(sys.argv[1]))
