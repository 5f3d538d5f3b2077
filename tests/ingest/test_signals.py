"""What an agency says of a story, in codes and in words at the head of copy."""

import pytest

from search.ingest.formats.signals import find_signal, gravest, read_note


@pytest.mark.parametrize(
    ("codes", "signal"),
    [
        (["stat:usable"], None),
        (["stat:canceled"], "kill"),  # NewsML-G2's status
        (["canceled"], "kill"),  # NITF's and ninjs'
        (["Withheld"], "withheld"),  # NewsML 1's
        (["sig:correction"], "correction"),
        (["sig:update", "stat:usable"], "update"),
        (["sig:update", "sig:correction"], "correction"),  # the graver
        (["http://cv.iptc.org/newscodes/signal/correction"], "correction"),
        (["prodId:TXT", None, ""], None),
        (["edStat:U"], None),  # a code of one agency's own is not guessed at
    ],
)
def test_codes(codes: list[str | None], signal: str | None) -> None:
    assert find_signal(*codes) == signal


@pytest.mark.parametrize(
    ("line", "signal"),
    [
        ("MANDATORY KILL", "kill"),
        ("BULLETIN KILL: Oslo dam", "kill"),
        ("+++ KILL +++", "kill"),
        ("KILL", "kill"),
        ("WITHDRAWN-Dam above Oslo holds", "kill"),
        ("Editors: please kill the Oslo dam story", "kill"),
        ("Kill the bill, minister says", None),  # a headline in its own right
        ("KILLERS OF OSLO JUDGE CAUGHT", None),
        ("KILL BILL RETURNS TO CINEMAS", None),
        ("Minister withdraws the story", None),
        ("CORRECTED-Dam above Oslo holds", "correction"),
        ("CORRECTION: Dam above Oslo holds", "correction"),
        ("(Corrects name in third paragraph)", "correction"),
        ("Eds: Corrects spelling of Lund", "correction"),
        ("Correctional officers strike", None),
        ("Corrections officer is freed", None),
        ("UPDATE 2-Dam above Oslo holds", "update"),
        ("REFILE-Dam above Oslo holds", "update"),
        ("(Adds quotes, details)", "update"),
        ("ATTENTION - ADDS quotes", "update"),
        ("(2nd LD) Oslo dam", "update"),
        ("BC-Oslo-Dam, 1st Ld-Writethru", "update"),
        ("Update on the dam above Oslo", None),
        ("Lund adds two goals in Oslo", None),
        ("Dam above Oslo holds", None),
        ("", None),
    ],
)
def test_words(line: str, signal: str | None) -> None:
    assert read_note(line) == signal


def test_the_gravest_counts() -> None:
    assert gravest(["update", None, "kill", "correction"]) == "kill"
    assert gravest([None]) is None
