"""What of a page is its story, and what only stands around it: small pages and their reading."""

import pytest

from search import read_article
from tests.ingest import designs

ONE = (
    "The ferry Alma ran aground off the northern cape before dawn on Friday, the coast guard said."
)
TWO = (
    "All ninety people on board were taken off by helicopter within three hours, and none of them "
    "was hurt."
)
THREE = "Divers will look at the hull on Saturday, when the wind is expected to drop to a breeze."
FOUR = "The company that runs the ferry said that it would pay for hotels until the next crossing."
OTHER = (
    "A bakery in the old town has won the prize for the best rye bread in the province, for the "
    "third year in a row."
)


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def read(body: str, head: str = "") -> str:
    """The body of the page, one line a paragraph."""
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return read_article(page.encode(), name="a.html").body.replace("\n\n", "\n")


SONG = "“Row on, row on.”"
STORY = paragraphs(ONE, TWO, THREE)
TOLD = "\n".join((ONE, TWO, THREE))
HEAD = "<h1>Ferry aground off the northern cape</h1>"
POST = (
    "<blockquote class='twitter-tweet'><p>The Alma is on the rocks and the crew waves at us from "
    "the bridge!</p>— Ines Duarte (@duarte) <a href='#'>May 3, 2024</a></blockquote>"
)
SHARE = "The Alma is on the rocks and the crew waves at us from the bridge!"


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Ferry timetable cut again",
        "Advertisement",
        "Loading",
        "More great Harbour stories",
        "More from the coast",
        "Most viewed in Shipping",
        "Explore more on these topics",
        "___",  # a wire's rule between a story and its notes
        "Contact Ana Reyes at reyes@harbour.example. Follow her on X.",
        "If you buy something through links on our site, we may earn a commission.",
        "Sign up for our newsletter",
        "Photo: Ana Reyes",
        "Comments are closed.",
        "Ines Duarte/Harbour Pictures/Getty Images",
        "This is a breaking news story. Please check back for updates.",
        "Already have an account? Sign in",
        "(Reporting by Ana Reyes; Editing by Bo Chen)",
        "Bo Chen in Porto Vela contributed to this report.",
        "Reyes reported from Porto Vela.",
    ],
)
def test_line_of_the_page_is_no_part_of_the_story(line: str) -> None:
    body = HEAD + paragraphs(ONE, TWO, line, THREE)
    assert read(f"<div>{body}</div>") == TOLD


@pytest.mark.parametrize(
    "sentence",
    [
        "Read more than the headline, the captain told reporters who asked him about the rocks.",
        "Follow the buoys and no harm is done, the harbour master said on Friday morning.",
        "More from the wreck may come ashore in the night, the coast guard said in a warning.",
        "Reporting by the harbour office showed that the ferry had been late all week long.",
        "Reyes reported from the bridge that the pumps had failed and that the crew was calm, and "
        "said that the captain would not leave before the morning, whatever the weather did then.",
        "The latest news from the bridge was bad: two pumps had failed and a third was slow.",
    ],
)
def test_sentence_that_opens_like_a_line_of_the_page_stays(sentence: str) -> None:
    assert sentence in read(f"<div>{HEAD}{paragraphs(ONE, TWO, sentence, THREE)}</div>")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        # what follows "more stories" is theirs, if it is no prose
        (f"{HEAD}{STORY}<p>More stories</p><p>Bakery wins prize</p><p>Fog on Monday</p>", TOLD),
        # the same box in the middle of the story ends nothing
        (f"{HEAD}{paragraphs(ONE)}<p>More stories</p>{paragraphs(TWO, THREE)}", TOLD),
        # a paragraph that is a link is another story's
        (f"{HEAD}{STORY}<p><a href='/2'>{OTHER}</a></p>", TOLD),
        # of several links with words between, too
        (
            f"{HEAD}{STORY}<p>DON'T MISS: <a href='/2'>{OTHER}</a> or <a href='/3'>Fog returns to "
            "the northern cape for the whole of the weekend, with a warning to all ships</a></p>",
            TOLD,
        ),
        # an item that says how another story opens, and breaks off
        (
            f"{HEAD}{STORY}<p>{FOUR * 2}</p><ul>"
            + f"<li><a href='/2'>Bakery wins prize</a> {OTHER[:-1]} ...</li>" * 9
            + "</ul>",
            f"{TOLD}\n{FOUR * 2}",
        ),
        # what a paywall leaves for all is named a teaser, and is the story
        (
            f"{HEAD}<div class='teaser-content'>{STORY}</div><div>{FOUR * 6}</div>",
            f"{TOLD}\n{FOUR * 6}",
        ),
        # a link in a sentence is the story's
        (
            f"{HEAD}{paragraphs(ONE, TWO)}<p>{THREE[:20]}<a href='/3'>{THREE[20:40]}</a>"
            f"{THREE[40:]}",
            TOLD,
        ),
        # a post that illustrates
        (
            f"{HEAD}{paragraphs(ONE, TWO)}{POST}{paragraphs(THREE, FOUR * 3)}",
            f"{TOLD}\n{FOUR * 3}",
        ),
        # a page that holds a long paragraph for two widths of screen
        (f"{HEAD}<p>{ONE} {TWO} {THREE} {FOUR}</p>" * 2, f"{ONE} {TWO} {THREE} {FOUR}"),
        # short lines may come again, as in a song
        (
            HEAD + paragraphs(ONE, SONG, TWO, SONG, THREE),
            f"{ONE}\n{SONG}\n{TWO}\n{SONG}\n{THREE}",
        ),
    ],
)
def test_what_stands_in_the_story_and_is_none_of_it(body: str, told: str) -> None:
    assert read(f"<div class='text'>{body}</div>") == told


def test_post_that_the_story_leads_up_to_is_part_of_it() -> None:
    lead = "Ines Duarte, who keeps the light at the cape, wrote before the sun was up:"
    body = f"<div class='text'>{HEAD}{paragraphs(ONE, TWO, lead)}{POST}{paragraphs(THREE)}</div>"
    assert SHARE in read(body)


def test_story_made_of_posts_keeps_them() -> None:
    assert SHARE in read(f"<div class='text'>{HEAD}{paragraphs(ONE)}{POST}{paragraphs(TWO)}</div>")


def test_story_that_opens_in_a_block_of_its_own_is_whole() -> None:
    """Magazines set the first paragraphs apart, and the rest after an advertisement."""
    lead, rest = paragraphs(ONE, TWO, THREE), paragraphs(*(f"{FOUR[:-1]} {n}." for n in range(20)))
    page = f"<article>{HEAD}<div class='lead'>{lead}</div><i></i><div>{rest}</div></article>"
    assert read(page).startswith(TOLD)


def test_next_story_on_a_page_that_never_ends_is_another_story() -> None:
    """Its own headline is what tells it from a part of this one."""
    first = f"<article><header class='article-header'>{HEAD}</header>{STORY * 2}</article>"
    second = f"<article><h1>Bakery wins again</h1>{paragraphs(*[OTHER] * 9)}</article>"
    head = "<title>Ferry aground off the northern cape</title>"
    body = read(f"<article class='feed'>{first}{second * 3}</article>", head)
    assert "Alma" in body
    assert "bakery" not in body


def test_note_on_the_author_is_no_part_of_the_story() -> None:
    note = "Ana Reyes is a reporter on the shipping desk and has sailed around the cape twice."
    head = "<meta name='author' content='Ana Reyes'>"
    assert read(f"<div>{HEAD}{STORY}<p>{note}</p></div>", head) == TOLD
    # of somebody else it is news
    news = note.replace("Ana Reyes", "Bo Chen")
    assert read(f"<div>{HEAD}{STORY}<p>{news}</p></div>", head) == f"{TOLD}\n{news}"


def test_standfirst_is_not_said_again_in_the_body() -> None:
    head = f"<meta name='description' content='{designs.STANDFIRST}'>"
    page = (
        f"<article>{HEAD}<p class='standfirst'>{designs.STANDFIRST}</p><div>{STORY}</div></article>"
    )
    article = read_article(f"<html>{head}<body>{page}".encode(), name="a.html")
    assert article.standfirst == designs.STANDFIRST
    assert article.body == TOLD.replace("\n", "\n\n")
