"""The names of the fields and facets that a segment was written with: one that was written with
others would be searched without them, in silence."""

import numpy as np
import orjson

from ...errors import IndexUnavailable
from ...schema import FACETS, FIELDS
from .columns import Columns, ColumnsWriter

_NAMES = {"fields": FIELDS.keys(), "facets": FACETS.keys()}


def write_names(out: ColumnsWriter) -> None:
    """Write what they are."""
    for array, names in _NAMES.items():
        out.pack(array, np.frombuffer(orjson.dumps([*names]), np.uint8))


def check_names(columns: Columns) -> None:
    """IndexUnavailable where they were others; a file that does not tell is taken to agree."""
    apart: set[str] = set()
    for array, names in _NAMES.items():
        if array in columns:
            apart |= names ^ set(orjson.loads(columns.array(array).tobytes()))
    if apart:
        raise IndexUnavailable(
            f"{columns.path} was written by another version of Dateline, with other fields "
            f"({', '.join(sorted(apart))}). Ingest the stories again into another folder"
        )
