"""Plain text in, the story out: what stands above the dateline, the paragraphs, the headings."""

from pathlib import Path

import pytest

from search import Article, read_article, read_articles
from search.errors import NotAnArticle
from search.ingest.formats.desk import EMBARGOED

LEDE = "OSLO, March 3 (AP) — The dam above the town held through the night, engineers said."
MORE = "Four hundred people who had slept in two schools went home in the morning."
BODY = f"{LEDE}\n\n{MORE}"


@pytest.mark.parametrize(
    ("above", "headline", "kicker", "standfirst", "byline"),
    [
        (["Dam holds above Oslo"], "Dam holds above Oslo", None, None, None),
        (["All news", "Dam holds above Oslo after the storm"],
         "Dam holds above Oslo after the storm", "All news", None, None),
        (["World", "Dam holds above Oslo, mayor says", "Four hundred slept in schools"],
         "Dam holds above Oslo, mayor says", "World", "Four hundred slept in schools", None),
        (["Dam holds above Oslo, mayor says", "By Ana Reyes and Per Lund"],
         "Dam holds above Oslo, mayor says", None, None, "By Ana Reyes and Per Lund"),
        # the author's agency on the line below is part of the byline
        (["Dam holds above Oslo, mayor says", "By ANA REYES\nAssociated Press Writer"],
         "Dam holds above Oslo, mayor says", None, None, "By ANA REYES, Associated Press Writer"),
        # a headline in capitals broken over two lines is one
        (["DAM ABOVE OSLO HOLDS THROUGH THE WORST STORM\nIN THIRTY YEARS"],
         "DAM ABOVE OSLO HOLDS THROUGH THE WORST STORM IN THIRTY YEARS", None, None, None),
        # what the desk says to other desks is no standfirst
        (["Dam holds above Oslo, mayor says", "(Adds quotes, details)"],
         "Dam holds above Oslo, mayor says", None, None, None),
        (["Dam holds above Oslo, mayor says", "(ATTN: ADDS photo)"],
         "Dam holds above Oslo, mayor says", None, None, None),
        (["BC-EU--Norway-Dam, 1st Ld-Writethru,300\nDam holds above Oslo, mayor says"],
         "Dam holds above Oslo, mayor says", None, None, None),
        (["a0123 r i PM-Norway-Dam 05-03 0400\nDam holds above Oslo, mayor says"],
         "Dam holds above Oslo, mayor says", None, None, None),
        # an agency's credit under the headline is a byline
        (["Dam holds above Oslo, mayor says", "The Associated Press"],
         "Dam holds above Oslo, mayor says", None, None, "The Associated Press"),
        (["Dam holds above Oslo, mayor says", "From AP correspondents in Oslo"],
         "Dam holds above Oslo, mayor says", None, None, "From AP correspondents in Oslo"),
        # one that names two agencies is none
        (["AP and Reuters quarrel", "Reuters said that the quarrel was old."],
         "AP and Reuters quarrel", None, "Reuters said that the quarrel was old.", None),
        (["(2nd LD) Oslo dam", "Dam holds above Oslo, mayor says"],
         "Dam holds above Oslo, mayor says", "(2nd LD) Oslo dam", None, None),
        # the only line is the headline, whatever it looks like
        (["ATTENTION - ADDS quotes"], "ATTENTION - ADDS quotes", None, None, None),
    ],
)  # fmt: skip
def test_head(
    above: list[str],
    headline: str,
    kicker: str | None,
    standfirst: str | None,
    byline: str | None,
) -> None:
    article = read_article("\n\n".join([*above, LEDE, MORE]).encode(), name="a.txt")
    assert article.headline == headline
    assert (article.kicker, article.standfirst, article.byline) == (kicker, standfirst, byline)
    assert article.body == BODY


@pytest.mark.parametrize(
    ("credit", "agency"),
    [
        ("Xinhua", "Xinhua"),
        ("Source: Xinhua", "Xinhua"),
        ("Ana Reyes | AFP", "AFP"),
        ("Rain in Oslo", None),  # no agency
        ("Reuters and AFP differ", None),  # a headline's second line
        ("A flood in Oslo (Reuters)", None),  # a caption
        ("Reuters said so.", None),  # a sentence
    ],
)
def test_agency_above_a_story_without_dateline(credit: str, agency: str | None) -> None:
    article = read_article(
        f"The dam that held\n\n{credit}\n\n{MORE}\n\n{MORE}".encode(), name="a.txt"
    )
    assert article.agency == agency
    assert article.body.startswith(MORE if agency else credit)


@pytest.mark.parametrize(
    ("raw", "body"),
    [
        # an indent below a broken dateline begins no paragraph
        (
            "   KUALA LUMPUR, May 3\n   (Bernama) -- Rain fell on\nthe town.\n   It rose.\n",
            "KUALA LUMPUR, May 3 (Bernama) -- Rain fell on the town.\n\nIt rose.",
        ),
        (
            f"KUALA\nLUMPUR, May 3\n(Bernama) -- {MORE * 2}",
            f"KUALA LUMPUR, May 3 (Bernama) -- {MORE * 2}",
        ),
        # the agency below a table is no part of its last row
        (
            "OSLO, May 3 - Shr 63 cts\n    Net 16.8 mln\n Reuter",
            "OSLO, May 3 - Shr 63 cts\n\nNet 16.8 mln\n\nReuter",
        ),
        # marks of the end, alone and behind the last words
        (
            "OSLO, May 3 (Xinhua) -- Rain fell on Oslo.\n\nEnditem",
            "OSLO, May 3 (Xinhua) -- Rain fell on Oslo.",
        ),
        (
            "OSLO, May 3 (Xinhua) -- Rain fell on Oslo. Enditem",
            "OSLO, May 3 (Xinhua) -- Rain fell on Oslo.",
        ),
        ("Oslo (VNA) – Rain fell on Oslo./.", "Oslo (VNA) – Rain fell on Oslo."),
        # a label in capitals is no dateline
        (f"RUSSIA - Rain floods Oslo\n\n{MORE}\n\n{MORE}", f"{MORE}\n\n{MORE}"),
    ],
)
def test_body(raw: str, body: str) -> None:
    head = "" if raw.startswith("RUSSIA") else "Rain floods the market of Oslo\n\n"
    assert read_article(f"{head}{raw}".encode(), name="a.txt").body == body


def test_names_in_a_byline_are_authors() -> None:
    text = f"Dam holds above Oslo\n\nBy ANA REYES and Per Lund, Staff Writers\n\n{LEDE}"
    assert read_article(text.encode(), name="a.txt").authors == ("Ana Reyes", "Per Lund")


WRAPPED = """\
DAM HOLDS ABOVE OSLO

OSLO, March 3 - The dam above the town held through the night and
the water fell, engineers said on Monday after a last look at the
wall.
    Four hundred people who had slept in two schools went home in
the morning, the town said.
    Water levels:
    Monday        4.10       3.90
    Tuesday       3.20       3.00
    They will be measured again on Wednesday by the same team.
 REUTER
"""


def test_hard_wrapped_copy_becomes_paragraphs_and_its_table_stays_lines() -> None:
    paragraphs = read_article(WRAPPED.encode(), name="a.txt").body.split("\n\n")
    assert paragraphs[0].endswith("engineers said on Monday after a last look at the wall.")
    assert paragraphs[1].endswith("went home in the morning, the town said.")
    assert "Monday 4.10 3.90\nTuesday 3.20 3.00" in paragraphs
    assert paragraphs[-1] == "REUTER"


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [
        ("Rebuilding starts", True),
        ("Rebuilding starts.", False),  # a sentence
        ("“Nobody slept”", False),  # speech
        ("* Key rate at 3 pct", False),  # a point of a list
        ("REUTERS", False),  # the agency's credit
        ("the second half of a broken line", False),
    ],
)
def test_heading_is_a_short_line_between_paragraphs(line: str, is_heading: bool) -> None:
    text = f"Dam holds above Oslo\n\n{LEDE}\n\n{line}\n\n{MORE}"
    article = read_article(text.encode(), name="a.txt")
    assert [heading.text for heading in article.headings] == ([line] if is_heading else [])
    assert line in article.body.split("\n\n")
    for heading in article.headings:
        assert article.body[heading.offset :].startswith(heading.text)


def test_story_without_dateline_has_its_first_line_for_headline() -> None:
    article = read_article(f"The dam that held\n\n{MORE}\n\n{MORE}".encode(), name="a.txt")
    assert article.headline == "The dam that held"
    assert article.body == f"{MORE}\n\n{MORE}"


def test_story_without_headline_says_so() -> None:
    article = read_article(BODY.encode(), name="a.txt")
    assert article.headline.startswith("OSLO, March 3 (AP) — The dam")
    assert article.notes[0] == "no headline is printed; its opening words stand for it"
    assert article.body == BODY


def test_same_story_in_other_wrapping_has_the_same_id() -> None:
    one = read_article(f"Dam holds\n\n{BODY}".encode(), name="a.txt")
    other = read_article(f"\ufeffDam  holds\r\n\r\n\r\n{BODY}  ".encode("utf-16"), name="b.txt")
    assert one.id == other.id
    assert one.id != read_article(f"Dam breaks\n\n{BODY}".encode(), name="a.txt").id


def test_a_few_words_are_no_story() -> None:
    with pytest.raises(NotAnArticle, match="too short"):
        read_article(b"Dam holds", name="a.txt")


OTHER = "Ferry aground\n\nATHENS, March 4 (AP) — A ferry ran aground off the northern coast."


@pytest.mark.parametrize(
    ("between", "stories"),
    [
        ("\n\n***\n\n", 2),
        ("\n-0-\n", 2),
        ("\n\n- 30 -\n\n", 2),
        ("\n\nENDS\n\n", 2),
        ("\nNNNN\nZCZC ABC124\n", 2),
        ("\n\n----------------------------\n", 2),
        ("\n\n", 1),  # no rule between them
        ("\n\nA ferry\n***\n", 2),
        # a rule inside a story, and under a headline
        (f"\n\n___\n\n{MORE}\n\n***\n\n", 2),
        ("\n\n***\n\nHarbour news\n============\n\n", 2),
    ],
)
def test_several_stories_in_a_file(tmp_path: Path, between: str, stories: int) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Dam holds above Oslo\n\n{BODY}{between}{OTHER}\n")
    found = [item for item in read_articles(path) if isinstance(item, Article)]
    assert len(found) == stories
    assert found[0].headline == "Dam holds above Oslo"
    assert found[-1].body.endswith("A ferry ran aground off the northern coast.")


@pytest.mark.parametrize("rule", ["***", "___", "-0-", "ENDS", "###"])
def test_rule_inside_a_story_parts_nothing(rule: str) -> None:
    text = f"Dam holds above Oslo\n\n{BODY}\n\n{rule}\n\n{MORE}"
    assert read_article(text.encode(), name="a.txt").body == f"{BODY}\n\n{rule}\n\n{MORE}"


@pytest.mark.parametrize(
    ("above", "signal", "embargo", "notes"),
    [
        (["(Corrects height)"], "correction", None, ()),
        (["(Adds quotes, details)"], "update", None, ()),
        (["MANDATORY KILL"], "kill", None, ()),
        (["EMBARGOED UNTIL 10:00 GMT, MAY 7, 2024"], None, "2024-05-07 10:00:00+00:00", ()),
        (["Not for release before May 7, 2024"], None, "2024-05-07 00:00:00", ()),
        (["Embargoed until noon"], None, None, (EMBARGOED,)),
        ([], None, None, ()),
    ],
)
def test_desk_notes_are_signals_and_no_standfirst(
    above: list[str], signal: str | None, embargo: str | None, notes: tuple[str, ...]
) -> None:
    text = "\n\n".join(["Dam holds above Oslo", *above, LEDE])
    article = read_article(text.encode(), name="a.txt")
    assert (article.headline, article.standfirst) == ("Dam holds above Oslo", None)
    assert (article.signal, article.notes[: len(notes)]) == (signal, notes)
    assert (str(article.embargo) if article.embargo else None) == embargo


def test_what_is_not_for_publication_is_no_part_of_the_story() -> None:
    desk = "# dpa NOTEBOOK\n\n* * * *\nThe following information is not for publication\n\nTel: 0"
    article = read_article(f"Dam holds above Oslo\n\n{BODY}\n\n{desk}".encode(), name="a.txt")
    assert article.body == BODY
