"""Weekdays: which day of the week a story's first paragraph is about."""

import pytest

from search.wire.weekday import find_day_name, find_day_of_report

MONDAY, TUESDAY = 0, 1


@pytest.mark.parametrize(
    ("lede", "named", "reported"),
    [
        ("Rain fell, the mayor said Tuesday.", TUESDAY, TUESDAY),  # the day of the telling
        ("Rain fell, the mayor said on Tuesday.", TUESDAY, TUESDAY),
        ("Rain fell, the mayor told AFP Tuesday.", TUESDAY, TUESDAY),
        ("Shares fell Tuesday.", TUESDAY, TUESDAY),  # or of what happened
        ("Ana Silva Tuesday said that rain fell.", TUESDAY, TUESDAY),  # before its verb
        ("A landslide on Monday buried a road.", MONDAY, None),  # of something in the story
        ("The meeting on Monday soothed dealers, one said Tuesday.", None, None),  # two days
        ("Rain fell, the mayor said late Tuesday night.", None, None),  # the next day's copy
        ("The mayor will meet engineers on Tuesday.", None, None),  # a plan
        ("The mayor is expected here Tuesday.", None, None),
        ("Rain fell after Tuesday's storm.", None, None),  # another day's
        ("Rain fell last Tuesday.", None, None),
        ("Rain fell.\n\nThe mayor said Tuesday.", None, None),  # not in the first paragraph
        ("Holiday said no.", None, None),  # a name that ends like a day
        ("", None, None),
    ],
)
def test_weekday(lede: str, named: int | None, reported: int | None) -> None:
    assert find_day_name(lede) == named
    assert find_day_of_report(lede) == reported
