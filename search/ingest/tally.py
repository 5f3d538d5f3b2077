"""Tally: what became of the files that were given to an index."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, or a part of one, that gave no story, and the reason in words."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """``read`` stories came out of the files; ``added`` were new or changed and are now kept,
    ``unchanged`` were kept already, as they are, ``outdated`` are older than the version that is
    kept. ``removed`` stories were taken out of the index, killed or withheld by their agency, or
    replaced by another story. ``skipped`` gave none, or say what their agency killed; on the way
    it is left empty. ``files`` have been read to their end or are of the ``passed``, which have not
    changed since a run before and were not read."""

    read: int = 0
    added: int = 0
    unchanged: int = 0
    outdated: int = 0
    removed: int = 0
    skipped: tuple[Skipped, ...] = ()
    files: int = field(default=0, compare=False)
    passed: int = 0
