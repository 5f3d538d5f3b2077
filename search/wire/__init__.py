"""What does the text of a story tell? Dateline, date, agency, who said what."""

from .reading import read_wire
from .statements import find_statements

__all__ = ["find_statements", "read_wire"]
