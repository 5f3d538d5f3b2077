"""What pages in other languages set between a story's own paragraphs."""

import pytest

from search import read_article

ONE = (
    "Die Fähre Alma lief am Freitag vor Sonnenaufgang am Nordkap auf Grund, sagte der Hafenmeister."
)
TWO = (
    "Alle neunzig Fahrgäste wurden binnen drei Stunden mit Hubschraubern geborgen, keiner verletzt."
)
THREE = (
    "Taucher sehen sich am Samstag den Rumpf an, wenn der Wind nachlassen soll und die See ruht."
)


def read(*paragraphs: str) -> str:
    """The body of a page of these paragraphs, one line a paragraph."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    page = f"<body><div><h1>Fähre vor dem Nordkap auf Grund</h1>{text}</div></body>"
    return read_article(page.encode(), name="a.html").body.replace("\n\n", "\n")


@pytest.mark.parametrize(
    "line",
    [
        "Anzeige",
        "- Anzeige -",
        "Publicidad",
        "Externer Inhalt",
        "Lesen Sie auch: Neuer Fahrplan für die Fähre",
        "Lesen Sie auch die folgenden Beiträge:",
        "Möchten Sie weiterlesen?",
        "Mehr zum Thema",
        "Das könnte Sie auch interessieren",
        "Weitere Artikel zum Hafen",
        "Weitere Informationen:",
        "Lire aussi : La mer du Nord sous la brume",
        "En savoir plus",
        "(Le puede interesar: Vuelve la niebla al cabo)",
        "Te recomendamos ⬇",
        "Notícies relacionades",
        "Leia também: Neblina volta ao cabo",
        "Leggi anche",
        "Lees ook: Mist bij de kaap",
        "Czytaj też: Mgła wraca na przylądek",
        "Læs også: Tågen vender tilbage",
        "Lue myös:",
        "Ezek is érdekelhetnek",
        "Читайте также: Туман вернулся к мысу",
        "Baca juga: Kabut kembali ke tanjung",
        "3 Kommentare",
        "Kommentar schreiben",
        "Laisser un commentaire",
        "Artikel teilen",
        "Dieses Dokument als PDF herunterladen",
        "Zurück zur Übersicht",
        "Folgen Sie uns auf Facebook!",
        "Foto: Ana Reyes",
        "Der Hafen am Morgen. (Symbolfoto) Bildrechte: Hafenamt",
        "Quelle: Hafenamt Porto Vela",
        "Fuente: Puerto de Vela",
        "Riproduzione riservata",
        "Aktualisiert: 3. Mai 2024, 10:27",
        "Lesezeit: 5 Minuten",
        "Schlagwörter: Fähre, Nordkap",
        "Über die Autorin",
        "Dieser Beitrag gibt die Meinung der Autorin wieder, nicht die des Hafens.",
        "Jetzt Newsletter abonnieren!",
        "Nichts mehr vom Hafen verpassen? Abonnieren Sie unser Briefing: jeden Tag um sieben.",
        "Wir verwenden Cookies, um Ihnen den Hafen so schön wie möglich zu zeigen.",
        "Klicken Sie auf den Knopf, um den Inhalt der Karte zu laden.",
        "War dieser Artikel hilfreich? (9 Stimmen: 4,1 von 5)",
        # in English, but of anybody
        "Read more Ferry timetable cut again",
        "Was this article helpful?",
        "Latest posts by Ana Reyes (see all)",
        "3/28 photos",
        "Photograph by Ana Reyes, Harbour Pictures",
        "Do you want to hear of every ferry? Sign up here",
        "This post contains links of our advertisers, who pay us for each ferry ticket.",
        "The views expressed here are those of the author and not of the harbour.",
    ],
)
def test_line_of_the_page_is_no_part_of_the_story(line: str) -> None:
    assert read(ONE, TWO, line, THREE) == "\n".join((ONE, TWO, THREE))


@pytest.mark.parametrize(
    "line",
    [
        "Anzeige gegen den Kapitän",
        "Werbung wirkt, sagt die Reederei.",
        "Lesen Sie auch das Logbuch, riet der Hafenmeister allen, die an den Klippen zweifelten.",
        "Mehr zum Thema Fähren wusste am Freitag niemand zu sagen, auch der Kapitän nicht.",
        "Zurück nach Porto Vela",
        "Die Liste gewann 3.000 Stimmen, das sind 2,5 Prozent.",
        "Der Newsletter des Hafens ging an 3.000 Leser.",
        "Delen van de haven",
        "9/11 attacks",
        "Foto und Film vom Wrack will der Taucher am Sonntag zeigen.",
    ],
)
def test_what_opens_like_one_and_is_the_story_s_stays(line: str) -> None:
    assert line in read(ONE, TWO, line, THREE)
