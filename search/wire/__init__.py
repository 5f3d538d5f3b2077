"""What does the text of a story tell? Dateline, date, agency, who said what."""

from typing import TYPE_CHECKING

from ..asked import load_when_asked
from .statements import find_statements

if TYPE_CHECKING:
    from .reading import read_wire

__all__ = ["find_statements", "read_wire"]

__getattr__ = load_when_asked(__name__, {"read_wire": ".reading"})
