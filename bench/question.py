"""A question, in no engine's terms."""

from dataclasses import dataclass, replace
from datetime import date

KINDS = ("rare word", "common word", "OR", "AND", "phrase", "NOT", "prefix", "NEAR", "filters")
DISTANCE = 5  # of NEAR: neighbours are 1 apart


@dataclass(frozen=True, slots=True)
class Question:
    """A query in no engine's terms. A NOT wants its first word and not its second; filters are a
    facet's value, a span of days (both included), or both, over all stories."""

    kind: str
    words: tuple[str, ...] = ()
    facet: str | None = None
    value: str | None = None
    since: date | None = None
    until: date | None = None

    def without_facet(self) -> "Question":
        """What that facet's own values are counted over."""
        return replace(self, facet=None, value=None)

    def __str__(self) -> str:
        """As it is typed for Dateline."""
        match self.kind:
            case "OR":
                return " OR ".join(self.words)
            case "phrase":
                return f'"{" ".join(self.words)}"'
            case "NOT":
                return f"{self.words[0]} -{self.words[1]}"
            case "prefix":
                return f"{self.words[0]}*"
            case "NEAR":
                return f"{self.words[0]} NEAR/{DISTANCE} {self.words[1]}"
        return " ".join(self.words)
