"""Asked: names of a package that are loaded when they are asked for.

Who only searches need not load what reads files, nor who reads a story what searches.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def load_when_asked(package: str, where: Mapping[str, str]) -> Callable[[str], Any]:
    """A package's ``__getattr__``: each name is loaded once, from the module that ``where`` tells,
    as in ``{"open_index": ".index"}``. Other names raise AttributeError."""

    def load(name: str) -> Any:
        if name not in where:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found = getattr(import_module(where[name], package), name)
        setattr(sys.modules[package], name, found)
        return found

    return load
