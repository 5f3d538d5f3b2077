"""Report: what became of each file, for programs: one JSON object a line."""

from pathlib import Path
from typing import Any, BinaryIO, Self

import orjson

from ..errors import DatelineError
from ..record import sound
from .account import Account, Fate
from .tally import Skipped
from .walk import explain

_FATES: tuple[Fate, ...] = ("added", "unchanged", "outdated", "removed")


class Report:
    """The lines of a run, in a file that it makes anew; None for a run without a report."""

    def __init__(self, path: Path | None) -> None:
        try:
            self._file: BinaryIO | None = path.open("wb") if path else None
        except OSError as error:
            raise DatelineError(
                f"The report {path} cannot be written: {explain(error)}."
            ) from error

    def tell(self, account: Account) -> None:
        """A file of which all is known."""
        if self._file is None:
            return
        first = account.first_skipped
        if first and first.source == account.source and first.reason != account.reason:
            self._tell_part(account, first)
        counts: dict[str, int] = {fate: account.fates[fate] for fate in _FATES}
        self._write(
            {
                "file": account.source,
                "outcome": account.outcome,
                **({"reason": account.reason} if account.reason else {}),
                "stories": account.read,
                **counts,
                "skipped": account.skipped,
            }
        )

    def tell_part(self, account: Account, item: Skipped) -> None:
        """A part of a file that gave no story; of the file itself its first reason waits until all
        is known of it."""
        if item is not account.first_skipped or item.source != account.source:
            self._tell_part(account, item)

    def _tell_part(self, account: Account, item: Skipped) -> None:
        told = {"file": item.source, "part_of": account.source}
        self._write(told | {"outcome": "skipped", "reason": item.reason})

    def flush(self) -> None:
        """Have on disk what was told so far."""
        if self._file:
            self._file.flush()

    def _write(self, record: dict[str, Any]) -> None:
        if self._file:
            plain = {k: sound(v) if isinstance(v, str) else v for k, v in record.items()}
            self._file.write(orjson.dumps(plain, option=orjson.OPT_APPEND_NEWLINE))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self._file:
            self._file.close()
