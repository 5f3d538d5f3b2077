"""What an agency says of a story: updated, corrected, withheld, killed.

>>> find_signal("stat:canceled"), find_signal("sig:correction"), find_signal("stat:usable")
('kill', 'correction', None)
>>> read_note("CORRECTED-Dam above Oslo holds"), read_note("Kill the bill, minister says")
('correction', None)
"""

import re
from collections.abc import Iterable

from ...article import Signal
from ..encoding import one_line

# the words that markup has for a status or a signal, without the vocabulary before the colon
_CODES: dict[str, Signal] = {
    **dict.fromkeys("canceled cancelled kill killed withdrawn withdrawal recalled".split(), "kill"),
    **dict.fromkeys("withheld hold onhold".split(), "withheld"),
    **dict.fromkeys("correction corrected corrective corr".split(), "correction"),
    **dict.fromkeys("update updated writethru".split(), "update"),
}
# the graver first: a story that is both updated and killed is killed
_GRAVITY: tuple[Signal, ...] = ("kill", "withheld", "correction", "update")
# these take a story out of search
GONE = frozenset[Signal | None](("kill", "withheld"))

# "MANDATORY KILL", "BULLETIN KILL", "+++ KILL +++", "WITHDRAWN-Dam holds", "KILL: Oslo dam",
# "(Corrects name in 3rd paragraph)", "CORRECTED-", "CORRECTION - Dam", "Eds: Corrects spelling",
# "UPDATE 2-Dam holds", "(Adds quotes)", "2nd LD-Writethru", "REFILE-Dam holds"
_PRINTED: tuple[tuple[Signal, re.Pattern[str]], ...] = (
    (
        "kill",
        re.compile(
            r"""
              [+*=\s]* (?: (?: MANDATORY | BULLETIN | URGENT | EDITORS,?:? ) \s )? KILL
                (?: ED )? (?: \s? [:+*-] | \s* \Z | - )
            | [+*=\s]* (?: MANDATORY | BULLETIN ) \s KILL \b
            | [+*=\s(]* WITHDRAWN (?: \s? [:-] | \) | \s* \Z )
            | (?i: (?: (?: attention \s )? editors? [:,-]* \s+ )?
                (?: please \s )? (?: kill | withdraw | do \s not \s use ) \s (?: the | this | our )
                \s (?: \w+ \s ){0,2} (?: story | item | report | article | dispatch ) \b )
            """,
            re.VERBOSE,
        ),
    ),
    (
        "correction",
        re.compile(
            r"""
              [+*=\s(]* CORRECT (?: ED | ION | S | IVE )? \b (?: \s+ \d+ )? \s? [:+*/)-]
            | (?i: \(? (?: (?: attention | eds? | editors? (?: \s note )? ) \s? [:,-]+ \s* )?
                (?: corrects | corrected | correcting | correction \s to | corrige ) \b .* )
            """,
            re.VERBOSE,
        ),
    ),
    (
        "update",
        re.compile(
            r"""
              [+*=\s(]* (?: UPDATE | REFILE | WRAPUP ) (?: \s* \d+ )? \s? [:+*/)-]
            | (?i: .{0,60} \b \d\w\w [\s-] ld \b .*
                | .{0,60} \b (?: ld | lead ) [ -] writethru \b .*
                | \(? (?: (?: attention | eds? | editors? (?: \s note )? ) \s? [:,-]+ \s* )?
                  (?: adds | updates | recasts | updating ) \b .* )
            """,
            re.VERBOSE,
        ),
    ),
)


def find_signal(*codes: str | None) -> Signal | None:
    """What these codes of a markup say, the gravest; None where they say nothing of the kind."""
    words = (one_line(code).rpartition(":")[2].rpartition("/")[2].casefold() for code in codes)
    return gravest(_CODES.get(word) for word in words)


def read_note(text: str | None) -> Signal | None:
    """What a headline or a note to editors says at its head; None for any other line."""
    line = one_line(text)[:300]
    return next((signal for signal, pattern in _PRINTED if pattern.match(line)), None)


def gravest(signals: Iterable[Signal | None]) -> Signal | None:
    """The signal that outweighs the others."""
    given = set(signals)
    return next((signal for signal in _GRAVITY if signal in given), None)
