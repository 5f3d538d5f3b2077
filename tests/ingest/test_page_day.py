"""The day on which a page prints that its story went out: in many languages, and nobody else's."""

import pytest

from search import read_article
from tests.ingest import designs

PROSE = f"<p>{designs.LEDE}</p><p>{designs.SECOND}</p><p>{designs.THIRD}</p>"
H1 = "<h1>Dam holds in Oslo</h1>"
MAY_6 = "2024-05-06"


def find_day(markup: str, lang: str = "en") -> str | None:
    page = f"<html lang='{lang}'><body>{markup}</body></html>"
    published = read_article(page.encode(), name="a.html").published
    return published.date().isoformat() if published else None


@pytest.mark.parametrize(
    ("lang", "day"),
    [
        ("fr", MAY_6),
        ("pt-BR", MAY_6),
        ("en-GB", MAY_6),
        ("en_IN", MAY_6),
        ("en", None),  # most such pages are America's, but not all
        ("en-US", None),  # what many a publisher's software says wherever it is used
        ("ja", None),  # the year goes first there
        ("", None),
    ],
)
def test_day_and_month_in_figures_are_told_by_the_pages_language(
    lang: str, day: str | None
) -> None:
    printed = "<h1>Dam holds in Oslo</h1><p class='date'>06/05/2024</p>"
    assert find_day(f"{printed}{PROSE}", lang) == day


@pytest.mark.parametrize(
    "line",
    [
        "06.05.2024",
        "Montag, 6. Mai 2024",
        "Veröffentlicht am 6. Mai 2024",
        "Erstellt am: 06.05.2024",
        "Publié le 6 mai 2024 à 18h30",
        "Publicado el 6 de mayo de 2024",
        "Опубликовано: 6 мая 2024",
        "06.05.2024 | 18:30 Uhr | Ana Reyes",
        "6 May 2024 by Ana Reyes",
        "Porto Vela, 6 May 2024",
        "Ana Reyes | 6 May 2024, 18:30",
        "VON ANA REYES am 6. Mai 2024",
        "Pressemitteilung vom 06.05.2024",
        "segunda-feira, 6 de maio de 2024",
        "Понеділок, 6 травня 2024, 18:30",
        "Published: 18:30 BST, 6 May 2024",
        "18:30 | 06.05.2024",
        "6. mai 2024 kl. 18.30",
        "6 mei 2024 om 18:30",
        "<b>Datum:</b> 6. Mai 2024",
        "[06.05.2024]",
        "2024. május 6.",
        "6 DE MAYO DE 2024",
        "Posted by ana on May 6, 2024 in Ports",
        "Geschrieben von ana am 06.05.2024",
        "Beitrag vom 6. Mai 2024",
        "Pressemitteilung 12/2024 vom 6. Mai 2024",
        "6 mai 2024 dans Ports",
        "May 6, 2024 Leave a comment",
        "6. Mai 2024 0 Kommentare",
        "Rédigé le 6 mai 2024",
        "Inserito il 6 maggio 2024",
        "ana • 6 May 2024 • 3 min read",
        "<span>Ana Reyes</span> | 6 mai 2024",  # outside of any element of its own
    ],
)
def test_line_under_the_headline_prints_the_day(line: str) -> None:
    assert find_day(f"<h1>Dam holds in Oslo</h1><div>{line}</div>{PROSE}") == MAY_6


@pytest.mark.parametrize(
    "line",
    [
        "Aktualisiert am 6. Mai 2024",
        "Stand: 06.05.2024",
        "Mis à jour le 6 mai 2024",
        "Actualizado: 6 de mayo de 2024",
        "Обновлено 6 мая 2024",
        "Concert on 6 May 2024 in the old fish market",  # what happens then
        "The wall was raised on 6 May 2024 by two metres",
        "News of the flood of 6 May 2024 in the town",
        "Written in the night of 6 May 2024 by the sea",
    ],
)
def test_line_of_a_change_or_of_an_event_prints_no_day_of_publication(line: str) -> None:
    assert find_day(f"<h1>Dam holds in Oslo</h1><div>{line}</div>{PROSE}") is None


@pytest.mark.parametrize(
    ("markup", "day"),
    [
        # in the headline's own block, above it
        (f"<div><p>News</p><p>6 May 2024</p>{H1}</div>{PROSE}", MAY_6),
        # a heading that the title has stands for an h1
        (f"<title>Dam holds in Oslo - Harbour Wire</title><h2>Dam holds in Oslo</h2>"
         f"<div>6 May 2024</div>{PROSE}", MAY_6),
        # a headline that speaks of changes is no label of one
        (f"<h1>Council updates its plan</h1><div>6 May 2024</div>{PROSE}", MAY_6),
        (f"<h1>Damm hält stand</h1><p>Ana Reyes | 06.05.2024</p>{PROSE}", MAY_6),
        (f"<header><h1>Plan modified</h1></header><time>6 May 2024</time>{PROSE}", MAY_6),
        (f"{H1}<p>Ana Reyes | Stand: 06.05.2024</p>{PROSE}", None),
        # the names that content management gives it
        (f"{H1}<p class='entry-meta'>Ana Reyes 6 May 2024 Ports</p>{PROSE}",
         MAY_6),
        (f"{H1}<p class='submitted'>ana 6 May 2024 Ports</p>{PROSE}", MAY_6),
        (f"{H1}<abbr class='published' title='2024-05-06T18:30:00Z'>a week ago</abbr>"
         f"{PROSE}", MAY_6),
        (f"{H1}{PROSE}<p class='date-comments'>6 May 2024, 3 comments</p>", MAY_6),
        (f"{H1}<i class='date' data-timestamp='1715020200'>a week ago</i>{PROSE}", MAY_6),
        # as microformats have it of what was never changed
        (f"{H1}<time class='entry-date published updated'>6 May 2024</time>{PROSE}", MAY_6),
        (f"{H1}<time class='updated'>6 May 2024</time>{PROSE}", None),
        (f"{H1}<time class='date-updated'>6 May 2024</time>{PROSE}", None),
        # below the story, where a label says what it is
        (f"{H1}{PROSE}<p>Published on 6 May 2024 Length: 2 minutes</p>", MAY_6),
        (f"{H1}{PROSE}<p>Views: 61<br>Erschienen am: 06.05.2024<br>© Ana Reyes</p>",
         MAY_6),
        (f"{H1}{PROSE}<p>This entry was posted on Monday, May 6th, 2024 at 13:10 and "
         "is filed under Ports. You can follow any responses to it through the feed.</p>", MAY_6),
        (f"{H1}{PROSE}<p>Dieser Beitrag wurde am Montag, 6. Mai 2024 um 13:10 "
         "veröffentlicht.</p>", MAY_6),
        (f"{H1}{PROSE}<p>6 May 2024</p>", None),  # nothing says of what
        (f"{H1}{PROSE}<p>His report was published on 6 May 2024.</p>", None),
        # below the story lists are of other stories, and what readers write has days of its own
        (f"{H1}{PROSE}<div><i class='date'>6 May 2024</i></div>"
         "<div><i class='date'>7 May 2024</i></div>", None),
        (f"{H1}{PROSE}<div class='comment'><i class='date'>6 May 2024</i></div>",
         None),
        (f"{H1}{PROSE}<div id='comments'><p>Posted on 6 May 2024</p></div>", None),
        (f"<div class='current-date'>6 May 2024</div>{H1}{PROSE}", None),
        (f"{H1}{PROSE}<footer><p>Published 6 May 2024</p></footer>", None),
        # in a short footer or aside of the headline's own article
        (f"<article>{H1}{PROSE}<footer class='entry-meta'>Ports, <time>6 May 2024</time></footer>"
         "</article>", MAY_6),
        (f"<article><aside class='meta'><p>Ana Reyes</p><time>6 May 2024</time></aside>{H1}{PROSE}"
         "</article>", MAY_6),
        (f"<article>{H1}{PROSE}<article><footer><time>6 May 2024</time></footer></article>"
         "</article>", None),  # of a comment
        (f"<article>{H1}{PROSE}<p>6 May 2024, 18:30</p></article>", MAY_6),
        # lists and the like in which the whole page stands are no lists of others
        (f"<ul><li><article><p>Published: <time>6 May 2024</time></p>{H1}{PROSE}</article></li>"
         "</ul>", MAY_6),
        (f"<div><ul><li><b class='date'>6 May 2024</b></li><li><b class='date'>7 May 2024</b></li>"
         f"</ul>{H1}</div>{PROSE}", None),
        # text that no element has to itself
        (f"{H1}<div><h4>Harbour desk</h4> 6 May 2024, 06:15 PM <img> <b>Ports and piers of the "
         f"north</b> <i>and of the south, with all that is there today</i></div>{PROSE}", MAY_6),
        (f"{H1}<div><b>Updated:</b> 6 May 2024, 06:15 PM</div>{PROSE}", None),
        # at the head of the story itself
        (f"{H1}<p>(6 May 2024) {designs.SECOND}</p>{PROSE}", MAY_6),
        (f"{H1}<p>06.05.2024 – {designs.SECOND}</p>{PROSE}", MAY_6),
        (f"{H1}<p>Oslo, 6. Mai 2024 – {designs.SECOND}</p>{PROSE}", MAY_6),
        (f"{H1}<p>On 6 May 2024 – {designs.SECOND}</p>{PROSE}", None),
        (f"{H1}<p>The storm of 6 May 2024 – {designs.SECOND}</p>{PROSE}", None),
        (f"{H1}{PROSE}<p>© 2019-2024 Harbour Wire</p>", None),
    ],
)  # fmt: skip
def test_day_is_found_where_pages_print_it(markup: str, day: str | None) -> None:
    assert find_day(markup) == day


@pytest.mark.parametrize(
    ("told", "printed", "moment"),
    [
        # the moment stays, in the nearest zone that has it on the day which the newsroom prints
        ("2024-05-07T02:18:00Z", "6 May 2024", "2024-05-06T23:18:00-03:00"),
        ("2024-05-05T22:40:00Z", "6 May 2024", "2024-05-06T00:40:00+02:00"),
        ("2024-05-06T02:18:00Z", "6 May 2024", "2024-05-06T02:18:00+00:00"),
        ("2024-05-07T18:00:00Z", "6 May 2024", "2024-05-07T18:00:00+00:00"),  # in no zone
        ("2024-05-07T02:18:00+02:00", "6 May 2024", "2024-05-07T02:18:00+02:00"),  # its own is told
        ("2024-05-07T00:00:00Z", "6 May 2024", "2024-05-07T00:00:00+00:00"),  # a day, no moment
        # the page prints by the clock of UTC what it tells in its own time
        ("2024-05-05T22:57-05:00", "6 May 2024 3:57 AM", "2024-05-06T03:57:00+00:00"),
        ("2024-05-05T22:57-05:00", "6 May 2024 4:57 AM", "2024-05-05T22:57:00-05:00"),
    ],
)
def test_moment_in_utc_is_on_the_day_that_the_page_prints(
    told: str, printed: str, moment: str
) -> None:
    head = f"<head><meta property='article:published_time' content='{told}'></head>"
    page = f"<html>{head}<body>{H1}<p class='date'>{printed}</p>{PROSE}</body></html>"
    published = read_article(page.encode(), name="a.html").published
    assert published is not None
    assert published.isoformat() == moment


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        # a time element has the time too, whatever words are put around it
        ("Posted on <a><time datetime='2024-05-06T10:30:00+02:00'>6 May 2024</time></a>",
         "2024-05-06T10:30:00+02:00"),
        ("<time datetime='2024-05-06T10:30:00+02:00'>6 May 2024</time>",
         "2024-05-06T10:30:00+02:00"),
        # that is of another day, which may be a change's: what is printed
        ("Posted on <time datetime='2024-05-09T10:30:00+02:00'>6 May 2024</time>",
         "2024-05-06T00:00:00"),
    ],
)  # fmt: skip
def test_printed_day_has_the_time_that_its_element_gives(line: str, moment: str) -> None:
    page = f"<html><body>{H1}<p class='posted-on'>{line}</p>{PROSE}</body></html>"
    published = read_article(page.encode(), name="a.html").published
    assert published is not None
    assert published.isoformat() == moment


@pytest.mark.parametrize(
    ("markup", "day"),
    [
        (f"{H1}<p>Updated: 7 May 2024</p>{PROSE}", "2024-05-07"),
        (f"{H1}<div><b>Updated:</b> 7 May 2024, 06:15 PM</div>{PROSE}", "2024-05-07"),
        (f"{H1}{PROSE}<p class='changed-date'>Letzte Aktualisierung: 07.05.2024</p>", "2024-05-07"),
        (f"{H1}<p>Stand: 07.05.2024 18:00 Uhr</p>{PROSE}", "2024-05-07"),
        # of several, nothing says which is the story's
        (f"{H1}{PROSE}<p>Updated 7 May 2024</p><p>Updated 8 May 2024</p>", None),
        (f"{H1}{PROSE}<ul><li>Updated 7 May 2024</li></ul>", None),
        (f"{H1}{PROSE}", None),
    ],
)
def test_day_of_a_change_is_a_guess_at_the_storys(markup: str, day: str | None) -> None:
    article = read_article(f"<html><body>{markup}</body></html>".encode(), name="a.html")
    assert article.published is None
    told = (str(article.date.value), article.date.method) if article.date else (None, None)
    assert told == ((day, "updated") if day else (None, None))
    assert not (article.date and article.date.is_certain)


@pytest.mark.parametrize(
    ("headline", "line"),
    [
        # no heading at all, in the markup of older days
        ("<table><tr><td><font size='4'><b>Dam holds in Oslo</b></font></td></tr></table>",
         "<p>6 May 2024 18:30</p>"),
        ("<p class='breadcrumb'><span>Dam holds in Oslo</span></p><div class='page-title'>"
         "Dam holds in Oslo</div>", "<div>6 May 2024</div>"),
        ("<h4>Dam holds in Oslo</h4>", "<em>6 May 2024</em>"),
    ],
)  # fmt: skip
def test_day_stands_under_a_headline_that_only_the_title_tells(headline: str, line: str) -> None:
    assert find_day(f"<title>Dam holds in Oslo</title>{headline}{line}{PROSE}") == MAY_6


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2024/05/06/dam", MAY_6),
        ("2024/may/06/dam", MAY_6),
        ("2024-may-06-dam", MAY_6),
        ("20240506/dam", MAY_6),
        ("2024/may06/dam", None),  # a folder of May, or of its sixth
        ("2021/jan21/dam", None),
    ],
)
def test_address_gives_a_day(path: str, day: str | None) -> None:
    url = f"https://harbour.example/{path}"
    page = f"<html><body>{H1}{PROSE}</body></html>"
    published = read_article(page.encode(), name="a.html", url=url).published
    assert (published.date().isoformat() if published else None) == day


def find_day_with(head: str, markup: str) -> str | None:
    page = f"<html><head>{head}</head><body>{markup}{PROSE}</body></html>"
    published = read_article(page.encode(), name="a.html").published
    return published.date().isoformat() if published else None


@pytest.mark.parametrize(
    ("script", "day"),
    [
        ('dataLayer.push({"articlePublishDate":"2024-05-06","section":"ports"})', MAY_6),
        ("page.publish_date = '2024-05-06T18:30:00+02:00';", MAY_6),
        ('{"publishedAt":"2024-05-06T18:30:00Z","other":{"publishedAt":"2024-05-07"}}', None),
        ('{"modifiedAt":"2024-05-06T18:30:00Z"}', None),
        ('{"publishedAt":1715020200}', None),  # may be anything
    ],
)
def test_page_tells_its_scripts_the_day(script: str, day: str | None) -> None:
    assert find_day_with(f"<script>{script}</script>", H1) == day
    printed = f"{H1}<p class='date'>5 May 2024</p>"
    assert find_day_with(f"<script>{script}</script>", printed) == "2024-05-05"


@pytest.mark.parametrize(
    ("first", "changed", "printed", "day"),
    [
        # published after its last change: when the page was made anew, not when it went out
        ("2024-11-17T10:33:13Z", "2024-11-17T10:32:18Z", "6 May 2024", MAY_6),
        ("2024-11-17T10:33:13Z", "2024-11-18T10:32:18Z", "6 May 2024", "2024-11-17"),
        ("2024-05-07T00:33:13Z", "2024-05-07T00:32:18Z", "6 May 2024", MAY_6),  # its own time
    ],
)
def test_page_that_was_made_again_has_the_day_that_it_prints(
    first: str, changed: str, printed: str, day: str
) -> None:
    head = (
        f"<meta property='article:published_time' content='{first}'>"
        f"<meta property='article:modified_time' content='{changed}'>"
    )
    assert find_day_with(head, f"{H1}<p class='date'>{printed}</p>") == day


@pytest.mark.parametrize(
    ("markup", "day"),
    [
        (f"<div><small>6 May 2024 Ports and piers</small>{H1}</div>", MAY_6),
        (f"{H1}<div>6 May 2024 is the day of the harbour feast</div>", None),
        # no headline is shown: the only day that any line prints
        ("<div><b>Ports</b><br><span>6 May 2024</span> Section: ports</div>", MAY_6),
        ("<div><span>6 May 2024</span></div><div><span>7 May 2024</span></div>", None),
        (f"<p>(6 May 2024) {designs.SECOND}</p>", MAY_6),
        (f"<p>(6 May 2024) {designs.SECOND}</p><p>(7 May 2024) {designs.FOURTH}</p>", None),
        # the box around the story has it as data
        (f"<article data-published='2024-05-06T18:30:00Z'>{H1}</article>", MAY_6),
        (f"<article data-public='2024-05-06'>{H1}</article>", None),
        (f"<article data-publish-date='2024-05-07'>Next</article>{H1}", None),
        # a headline with an issue behind it in the title
        ("<title>Dam holds in Oslo (2024/5): Harbour Wire</title><h2>Dam holds in Oslo</h2>"
         "<em>6 May 2024</em>", MAY_6),
    ],
)  # fmt: skip
def test_line_with_a_day_at_its_head_or_alone(markup: str, day: str | None) -> None:
    assert find_day(markup + PROSE) == day


@pytest.mark.parametrize(
    ("others", "day"),
    [
        ("<ul><li>Fog returns 25/04/2024</li><li>Ferry aground 30/04/2024</li></ul>", MAY_6),
        ("<ul><li>Fog returns 04/25/2024</li></ul>", "2024-06-05"),
        ("<ul><li>Fog returns 04/25/2024</li><li>Ferry 30/04/2024</li></ul>", None),
        ("<ul><li>Fog returns 04/05/2024</li></ul>", None),
        ("<ul><li>Fog returns 99/04/2024</li></ul>", None),
    ],
)
def test_day_and_month_in_figures_are_told_by_the_pages_other_days(
    others: str, day: str | None
) -> None:
    printed = f"{H1}<p class='date'>06/05/2024</p>{PROSE}{others}"
    assert find_day(printed, "en") == day
