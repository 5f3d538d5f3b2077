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
THREE = (
    "Divers will look at the hull on Saturday, when the wind is expected to drop to a breeze and"
    " the swell to less than a metre."
)
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


LONG = " ".join((FOUR,) * 5)
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
        "Recommended by Our Editors",
        "Featured Fact-check",
        "FULL STORY",
        "Cite This Page:",
        "Waiting for your permission to load the video.",
        "Loading",
        "More great Harbour stories",
        "More from the coast",
        "Most viewed in Shipping",
        "Explore more on these topics",
        "___",  # a wire's rule between a story and its notes
        "Contact Ana Reyes at reyes@harbour.example. Follow her on X.",
        "If you buy something through links on our site, we may earn a commission.",
        "Sign up for our newsletter",
        "Find this article at: http://harbour.example/ferry",
        "Cancel anytime. Terms apply.",
        "By subscribing you agree to our terms and conditions.",
        "20.00 BST",
        "Photo: Ana Reyes",
        "Comments are closed.",
        "Ines Duarte/Harbour Pictures/Getty Images",
        "This is a breaking news story. Please check back for updates.",
        "Already have an account? Sign in",
        "(Reporting by Ana Reyes; Editing by Bo Chen)",
        "Bo Chen in Porto Vela contributed to this report.",
        "Reyes reported from Porto Vela.",
        # set between marks
        "[Want the coast in your inbox? Create an account, and get our letter every morning.]",
        "***Please sign up for Harbour Letters and take the coast with you wherever you go.***",
        "(Photo: Ana Reyes / Harbour Pictures)",
        "Follow Harbour Wire on Google News and add us as a preferred source of yours.",
        "There is more where that came from. Sign up for The Tide, our free newsletter.",
        "Thank you for subscribing to our newsletter. Look out for it every morning.",
        "Special offer for Harbour readers: a year of the wire for one ferry ticket.",
        "To enter the raffle for a ferry ticket, click here",
        "For more, read How to Board a Ferry in a Storm.",
        "Read our full review of the Alma",
        "Must watch",
        "More about",
        "Updated at 9:15 a.m.",
        "This story was originally published May 3, 2024, 6:10 AM.",
        "This article Ferry Aground off the Cape first appeared on Harbour Wire.",
        "Published under: Ferries, Northern cape, Coast guard",
        "Journal information: Annals of Ferries",
        "Provided by University of Porto Vela",
        "The Harbour Wire Editorial Board consists of Editor Ana Reyes and Bo Chen.",
        "Recommended videos",
        "Related post: How to Board a Ferry in a Storm",
        "We like these boats. If you buy one by our links, we may earn an affiliate fee.",
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
        "The message on the screen, “click here to be saved”, made nobody on the bridge laugh.",
        "To read the log of the Alma, which tells how the pumps failed one after the other in the "
        "hours before dawn and how the crew was woken, click here, the coast guard wrote.",
        "The line told its customers “to sign up for our newsletter” while the ferry was sinking.",
        "This story was told first by the lighthouse keeper, and nobody believed a word of it.",
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
        # emphasis that is a link, in a sentence, is too
        (
            f"{HEAD}{paragraphs(ONE, TWO)}<p>{THREE[:20]}<strong><a href='/3'>{THREE[20:40]}</a>"
            f"</strong>{THREE[40:]}",
            TOLD,
        ),
        # a label in capitals and a link is another story's, however short the link
        (
            f"{HEAD}{paragraphs(ONE)}<p><b>REQUIRED READING:</b> <a href='/2'>Bakery wins</a></p>"
            f"{paragraphs(TWO, THREE)}",
            TOLD,
        ),
        # but a small label and a link is service: where the story says what can be seen where
        (
            f"{HEAD}{paragraphs(ONE)}<p>Rescue line: <a href='/9'>555 9</a></p>"
            f"{paragraphs(TWO, THREE)}",
            f"{ONE}\nRescue line: 555 9\n{TWO}\n{THREE}",
        ),
        # links with only bars between them
        (
            f"{HEAD}{STORY}<p>WRECKS OF 2024: <a href='/2'>North</a> | <a href='/3'>South</a> | "
            "<a href='/4'>All</a></p>",
            TOLD,
        ),
        # a list under "Read more:" is of other stories, though each item says how it goes on
        (
            f"{HEAD}{paragraphs(ONE)}<p>Read more:</p><ul><li>The bakers are proud. "
            f"<a href='/2'>Here is how the bread is made.</a></li><li>{OTHER} "
            "<a href='/3'>More.</a></li></ul>"
            f"{paragraphs(TWO, THREE, FOUR)}",
            f"{TOLD}\n{FOUR}",
        ),
        # a link between paragraphs and in none
        (
            f"<article>{HEAD}{paragraphs(ONE, TWO)}<a href='/p'>{OTHER}</a>"
            f"{paragraphs(THREE, FOUR)}</article>",
            f"{TOLD}\n{FOUR}",
        ),
        # a link between words, and a page without paragraphs
        (
            f"<div>{HEAD}{ONE}<br><br>{TWO[:30]}<a href='/2'>{TWO[30:50]}</a>{TWO[50:]}<br><br>"
            f"{THREE}</div>",
            TOLD,
        ),
        # a small block headed by a link: another story, and how it opens
        (
            f"{HEAD}{paragraphs(ONE, TWO)}<div><h3><a href='/2'>Bakery wins</a></h3><p>{OTHER}</p>"
            f"</div><p>{LONG}</p>",
            f"{ONE}\n{TWO}\n{LONG}",
        ),
        # but a story may be made of such blocks, as a list of bakeries is
        (
            f"{HEAD}<p>{LONG}</p>"
            + f"<div><h3><a href='/2'>Bakery wins</a></h3><p>{OTHER}</p></div>" * 9,
            "\n".join((LONG, *[OTHER] * 9)),
        ),
        # a caption that no class tells: it stands after a picture, in the picture's block
        (
            f"{HEAD}{paragraphs(ONE)}<div><div><img src='a.jpg'></div><div>The Alma on Friday, "
            f"seen from the northern cape.</div></div>{paragraphs(TWO, THREE)}",
            TOLD,
        ),
        (
            f"{HEAD}{paragraphs(ONE)}<div class='post-photo'><img src='a.jpg'><p>The Alma on "
            f"Friday, seen from the northern cape.</p></div>{paragraphs(TWO, THREE)}",
            TOLD,
        ),
        # words before a picture, right beside it, or in a paragraph by it are the story's
        (
            f"{HEAD}<p>{LONG}</p><div class='story-figure'><p>{ONE}</p><img src='a.jpg'></div>"
            f"<p>{TWO}</p>",
            f"{LONG}\n{ONE}\n{TWO}",
        ),
        (f"{HEAD}<p>{LONG}</p><div><img src='b.jpg'>{ONE}</div>", f"{LONG}\n{ONE}"),
        (f"{HEAD}<p>{LONG}</p><div><img src='a.jpg'><p>{ONE}</p></div>", f"{LONG}\n{ONE}"),
        # a story told in pictures
        (
            f"{HEAD}<div><div><img src='a.jpg'></div><div>{ONE}</div></div><div><div><img src="
            f"'b.jpg'></div><div>{TWO}</div></div><p>{THREE}</p>",
            TOLD,
        ),
        # what opens when a pointer rests on a name
        (
            f"{HEAD}<p>{ONE[:30]}<span class='rollover-card'>About the Alma: Ferry timetable cut"
            f"</span>{ONE[30:]}</p>{paragraphs(TWO, THREE, FOUR)}",
            f"{TOLD}\n{FOUR}",
        ),
        # a paragraph that nobody is shown until a form is sent
        (
            f"{HEAD}{paragraphs(ONE, TWO)}<p hidden>{OTHER}</p>{paragraphs(THREE, FOUR)}",
            f"{TOLD}\n{FOUR}",
        ),
        # "hidden" that is said of a label, of what is clipped, or of small screens
        (
            f"{HEAD}<div class='field field--label-hidden'>{paragraphs(ONE)}</div><div class='tw-"
            f"overflow-hidden'>{paragraphs(TWO)}</div><div class='hidden-xs'>{paragraphs(THREE)}"
            f"</div><p>{LONG}</p>",
            f"{TOLD}\n{LONG}",
        ),
        # a page builder's blocks are called widgets
        (
            f"{HEAD}<div class='elementor-widget elementor-widget-text'>{paragraphs(ONE)}</div>"
            f"{paragraphs(TWO, THREE, FOUR)}<div class='elementor-widget elementor-widget-share'>"
            f"<p>{OTHER}</p></div>",
            f"{TOLD}\n{FOUR}",
        ),
        # a section that a table of contents leads to
        (
            f"{HEAD}<div id='toc_title_1'>{paragraphs(ONE)}</div><div id='toc-2'>{paragraphs(TWO)}"
            f"</div><div id='toc-3'>{paragraphs(THREE)}</div><p>{LONG}</p>",
            f"{TOLD}\n{LONG}",
        ),
        # hidden from a screen reader is said by paywalls, of the story
        (f"{HEAD}{paragraphs(ONE)}<p aria-hidden='true'>{TWO}</p>{paragraphs(THREE)}", TOLD),
        # a post that illustrates
        (
            f"{HEAD}{paragraphs(ONE, TWO)}{POST}{paragraphs(THREE, FOUR * 3)}",
            f"{TOLD}\n{FOUR * 3}",
        ),
        # a page that holds a long paragraph for two widths of screen
        (f"{HEAD}<p>{ONE} {TWO} {THREE} {FOUR}</p>" * 2, f"{ONE} {TWO} {THREE} {FOUR}"),
        # or its whole story
        (HEAD + STORY * 2, TOLD),
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


def test_story_in_several_blocks_of_a_kind_is_whole() -> None:
    """Many systems let editors set a story together from blocks of text."""
    first = paragraphs(*(f"{FOUR[:-1]} {n}." for n in range(20)))
    blocks = f"<div class='text'>{first}</div><i></i><div class='text'>{STORY}</div>"
    body = read(f"<div>{HEAD}{blocks}<div class='other'><p>{OTHER}</p></div></div>")
    assert body.endswith(f"19.\n{TOLD}")


def test_question_for_consent_may_be_longer_than_the_story() -> None:
    asked = "".join(f"<p>Cookie {n} tells the harbour how often you read of ferries here.</p>" * 9
                    for n in range(9))  # fmt: skip
    page = f"<div id='cookie-box'><div>{asked}</div></div><div>{HEAD}{STORY * 2}<p>{LONG}</p></div>"
    assert read(page) == f"{TOLD}\n{LONG}"


def test_story_may_stand_in_an_aside_with_its_headline() -> None:
    long = f"<p>{LONG}</p><p>{LONG} Ever.</p>"
    foot = f"<footer>{long}</footer><div class='sidebar'>{long}</div><div><p>{OTHER}</p></div>"
    story = f"<aside><div>{HEAD}{paragraphs(ONE, TWO, THREE, LONG)}</div></aside>"
    assert read(f"{foot}{story}").startswith(TOLD)


def test_comments_beside_the_block_of_the_headline_are_no_part_of_the_story() -> None:
    """They may be three times as long."""
    forum = "".join(f"<li>{OTHER} So say {n} of us, and nobody else does.</li>" for n in range(14))
    body = read(f"<div><div>{HEAD}{paragraphs(ONE, TWO, LONG)}</div><ul>{forum}</ul></div>")
    assert body == f"{ONE}\n{TWO}\n{LONG}"


@pytest.mark.parametrize(
    "lede",
    [
        f"{ONE[:-1]}, and “nobody on board was hurt.“",
        f"{ONE[:-1]}, «and nobody on board was hurt.»",
        "उत्तरी अंतरीप के पास शुक्रवार को भोर से पहले नौका चट्टानों पर चढ़ गई, तटरक्षक बल ने बताया।",
        # a long one however it ends
        f"{LONG[:-1]} in Porto Vela",
    ],
)
def test_lede_is_known_for_a_sentence(lede: str) -> None:
    assert read(f"<div>{HEAD}{paragraphs(lede, ONE, TWO, THREE)}</div>").startswith(lede)


def test_page_goes_on_after_an_end_that_was_set_too_early() -> None:
    page = (
        f"<html><head></head></html>\n<body><div>{HEAD}{paragraphs(ONE)}</body>{STORY[99:]}</div>"
    )
    body = read_article(page.encode(), name="a.html").body
    assert body.startswith(ONE)
    assert body.endswith(THREE)


def test_story_without_spaces_between_its_words_is_one() -> None:
    story = (
        "金曜日の夜明け前、北の岬の沖でフェリーが座礁し、乗客九十人は全員ヘリコプターで救助された。"
    )
    assert read(f"<div><h1>フェリーが座礁、全員を救助</h1><p>{story}</p></div>") == story


def test_next_story_on_a_page_that_never_ends_is_another_story() -> None:
    """Its own headline is what tells it from a part of this one."""
    first = f"<article><header class='article-header'>{HEAD}</header>{STORY * 2}</article>"
    second = f"<article><h1>Bakery wins again</h1>{paragraphs(*[OTHER] * 9)}</article>"
    head = "<title>Ferry aground off the northern cape</title>"
    body = read(f"<article class='feed'>{first}{second * 3}</article>", head)
    assert "Alma" in body
    assert "bakery" not in body


def claim(text: str) -> str:
    return (
        f'<script type="application/ld+json">{{"@type":"Article","articleBody":"{text}"}}</script>'
    )


def test_claim_that_is_only_the_opening_leaves_the_story_whole() -> None:
    """Some publishers give search engines the lede alone."""
    lead = f"{ONE} {TWO} {THREE} {FOUR}"
    rest = [f"Pump {n} of the Alma ran for {n} hours, and then it stopped." for n in range(9, 30)]
    body = read(f"<div>{HEAD}{paragraphs(lead, *rest)}</div>", claim(lead))
    assert body == "\n".join((lead, *rest))


def test_quotation_that_the_claim_leaves_out_stays() -> None:
    """Some leave quotations set apart out of it; a paragraph that is none is another story's."""
    quote = "“We heard the rocks before we saw them, and then nobody on board said a word.”"
    told = f"{ONE} {TWO} {THREE} {FOUR}"
    page = f"{HEAD}{paragraphs(ONE)}<blockquote>{quote}</blockquote>{paragraphs(OTHER, TWO, THREE)}"
    body = read(f"<div>{page}{paragraphs(FOUR)}</div>", claim(told))
    assert body == "\n".join((ONE, quote, TWO, THREE, FOUR))


def test_long_paragraph_that_the_claim_leaves_out_stays() -> None:
    """Some leave out the paragraphs that open with a large letter. After the end it is a second
    story's."""
    first = "The Alma was built for calm water, and everybody on the quay has a tale of her. " * 4
    inner = first.replace("quay", "pier")
    after = first.replace("Alma", "bakery")
    page = paragraphs(first, ONE, TWO, inner, THREE, LONG, after)
    body = read(f"<div>{HEAD}{page}</div>", claim(f"{ONE} {TWO} {THREE} {LONG}"))
    assert body == "\n".join((first.strip(), ONE, TWO, inner.strip(), THREE, LONG))


@pytest.mark.parametrize(
    ("before", "dateline"),
    [
        ("<p class='dateline'>LISBON, May 3 (AP) —</p>", "LISBON, May 3 (AP) —"),
        ("<div><b>LISBON, May 3 (AP) —</b></div>", "LISBON, May 3 (AP) —"),
        ("<p>LISBON, May 3. /TASS/.</p>", "LISBON, May 3. /TASS/."),
        # after the byline and the day
        ("<p>By Ana Reyes</p><p>May 3, 2024</p><p>LISBON —</p>", "LISBON —"),
        # a line that is none is left out
        ("<p>LISBON LIGHTS / THE COAST</p>", ""),
    ],
)
def test_dateline_in_a_block_of_its_own_is_at_the_head_of_the_body(
    before: str, dateline: str
) -> None:
    page = f"<html><body><div>{HEAD}{before}{STORY}</div>"
    article = read_article(page.encode(), name="a.html")
    assert article.body.startswith(f"{dateline} {ONE}".strip())
    assert (article.dateline.text if article.dateline else "") == dateline


H2 = "<h2>The northern cape</h2>"
H3 = "<h3>A light in the fog</h3>"


@pytest.mark.parametrize(
    ("body", "headings"),
    [
        (f"{paragraphs(ONE)}{H2}{paragraphs(TWO, THREE)}", ["The northern cape"]),
        # one under another
        (
            f"{paragraphs(ONE)}{H2}{H3}{paragraphs(TWO, THREE)}",
            ["The northern cape", "A light in the fog"],
        ),
        # with the link by which it can be pointed at
        (
            f"{paragraphs(ONE)}<h2 id='cape'><a href='#cape'>The northern cape</a></h2>"
            f"{paragraphs(TWO, THREE)}",
            ["The northern cape"],
        ),
        # a link to somewhere else is another story's headline, and three in a row are too
        (f"{paragraphs(ONE)}<h2><a href='/2'>Bakery wins</a></h2>{paragraphs(TWO, THREE)}", []),
        (
            f"{paragraphs(ONE)}<h3>Bakery wins</h3><h3>Fog stays</h3>{H2}{paragraphs(TWO, THREE)}",
            ["The northern cape"],
        ),
        # at the end they head nothing
        (f"{paragraphs(ONE, TWO, THREE)}{H2}{H3}", []),
    ],
)
def test_headings_stay_headings(body: str, headings: list[str]) -> None:
    page = f"<html><body><div>{HEAD}{body}</div>"
    article = read_article(page.encode(), name="a.html")
    assert [heading.text for heading in article.headings] == headings


def test_note_on_the_author_is_no_part_of_the_story() -> None:
    note = "Ana Reyes is a reporter on the shipping desk and has sailed around the cape twice."
    head = "<meta name='author' content='Ana Reyes'>"
    assert read(f"<div>{HEAD}{STORY}<p>{note}</p></div>", head) == TOLD
    # with the role before the name
    role = f"Harbour Wire reporter {note.replace('is a reporter', 'has been')}"
    assert read(f"<div>{HEAD}{STORY}<p>{role}</p></div>", head) == TOLD
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


@pytest.mark.parametrize(
    "named",
    [
        "<p class='article-dek'>{}</p>",
        "<div class='ContentHeaderDek-a1'>{}</div>",
        "<h2 class='story-subtitle'>{}</h2>",
        "<p class='strapline'>{}</p>",
        "<div class='detailSummary'>{}</div>",
        "<div class='vorspann'>{}</div>",
        "<p class='article__lead'>{}</p>",
        "<div class='teaser-text news-detail__teaser'>{}</div>",
        "<p class='nota-bajada'>{}</p>",
    ],
)
def test_standfirst_is_what_the_page_prints_under_that_name(named: str) -> None:
    """It goes before what is told to search engines, and is not said again in the body."""
    printed = named.format(f"{designs.STANDFIRST}.")
    head = "<meta name='description' content='All about ferries, wrecks and the cape.'>"
    page = f"<html>{head}<body><div>{HEAD}{printed}{STORY}</div>"
    article = read_article(page.encode(), name="a.html")
    assert article.standfirst == f"{designs.STANDFIRST}."
    assert article.body == TOLD.replace("\n", "\n\n")


def test_heading_over_the_whole_body_that_is_the_summary_is_no_part_of_it() -> None:
    head = f"<meta name='description' content='{FOUR}'>"
    page = f"<html>{head}<body><div>{HEAD}<div><h2>{FOUR}</h2>{STORY}</div></div>"
    article = read_article(page.encode(), name="a.html")
    assert article.standfirst == FOUR
    assert article.body == TOLD.replace("\n", "\n\n")


def test_name_in_a_class_after_the_story_began_is_no_standfirst() -> None:
    page = f"<html><body><div>{HEAD}{STORY}<p class='dek'>{FOUR}</p></div>"
    assert read_article(page.encode(), name="a.html").standfirst is None


@pytest.mark.parametrize(
    "line",
    [
        "Von Ana Reyes und Bo Chen, aus Porto Vela",
        "3. Mai 2024 - von Ana Reyes",
        "<a href='/1'>Bakery wins prize</a> <a href='/2'>Fog on Monday</a>",
        "PORTO VELA, May 3 (Reuters) - The ferry Alma ran aground.",
    ],
)
def test_what_is_named_a_lead_and_tells_nothing_is_no_standfirst(line: str) -> None:
    page = f"<html><body><div>{HEAD}<p class='article-lead'>{line}</p>{STORY}</div>"
    assert read_article(page.encode(), name="a.html").standfirst is None


def test_section_named_by_its_heading_is_read() -> None:
    sharing = f"<div id='sharing-the-rescue'><h2>Sharing the rescue</h2>{paragraphs(TWO)}</div>"
    share = f"<div id='sharing-buttons'><h2>Tell your friends</h2>{paragraphs(OTHER)}</div>"
    assert read(f"{HEAD}{paragraphs(ONE, THREE, FOUR)}{sharing}{share}") == "\n".join(
        (ONE, THREE, FOUR, "Sharing the rescue", TWO)
    )


def test_story_that_ends_its_lines_without_stops_keeps_its_opening() -> None:
    lines = [f"{text.rstrip('.')}" for text in (ONE, TWO, THREE, FOUR)]
    assert read(f"{HEAD}{paragraphs(*lines, OTHER)}") == "\n".join((*lines, OTHER))
