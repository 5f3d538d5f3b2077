"""Every error that the project raises, with messages written for the person who reads them."""


class DatelineError(Exception):
    """The root: something that a person can act on, said in one sentence."""


class NotAnArticle(DatelineError):
    """These bytes hold no story; the message says why."""


class QueryError(DatelineError):
    """A query that cannot be run; ``position`` (from 0) is where in it, ``hint`` the way out."""

    def __init__(self, message: str, position: int = 0, hint: str | None = None) -> None:
        super().__init__(f"{message} at character {position + 1}")
        self.position = position
        self.hint = hint


class QuerySyntaxError(QueryError):
    """The query cannot be read. ``position`` is where reading stopped."""


class QueryTooExpensive(QueryError):
    """The query can be read but passes a limit; the message names it and how to narrow."""


class RequestError(DatelineError):
    """A search parameter that cannot be used; ``parameter`` names it."""

    def __init__(self, message: str, parameter: str) -> None:
        super().__init__(message)
        self.parameter = parameter


class CursorExpired(DatelineError):
    """The index has changed since this cursor was given; the search must start again."""


class IndexUnavailable(DatelineError):
    """The index cannot be opened, read or written; the message says what to do."""


class IndexDamaged(IndexUnavailable):
    """A file of the index is not as it was written; ``reason`` says which, and how it differs."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"{reason}; move the index's folder away and ingest the stories again")
        self.reason = reason
