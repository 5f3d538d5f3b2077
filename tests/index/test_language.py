"""The query language as a manual: what is typed, the stories it finds, and why."""

from collections.abc import Iterator

import pytest

from search import SearchRequest, open_index, parse_query
from search.index import Index
from tests.story import story

TREATY = story(
    "NATO and Russia sign a treaty",
    "GENEVA (AP) — NATO signed a treaty with Russia on Monday. Talks had lasted a year.\n\n"
    "“The red line was crossed once, never again,” Foreign Minister Ana Brás said. "
    "Treaties need trust.\n\n"
    "Russia said it would open its ports.",
    id="treaty",
    day="2022-02-14",
    place="Geneva",
    country="CH",
    agency="AP",
    section="World",
    keywords=("diplomacy", "nuclear arms"),
    authors=("Ivo Lind",),
    said=(
        ("“The red line was crossed once, never again,”", "Ana Brás"),
        ("it would open its ports", "Russia"),
    ),
)
PORTS = story(
    "Ports strike spreads to Lisbon",
    "LISBON, March 3 (Reuters) - Dockers walked out of the ports of Lisbon and Porto. NATO ships "
    "were not touched.\n\n"
    "“We will talk about the treaty of 2019, not about NATO,” said union leader Rui Sá. "
    "“Pay first.”\n\nAna Brás said the port authority would meet the dockers.",
    id="ports",
    day="2020-03-03",
    place="Lisbon",
    country="PT",
    agency="Reuters",
    section="Business",
    standfirst="Dockers want a rise of 3.5 percent",
    said=(
        ("“We will talk about the treaty of 2019, not about NATO,”", "Rui Sá"),
        ("“Pay first.”", "Rui Sá"),
        ("the port authority would meet the dockers", "Ana Brás"),
    ),
)
CAFE = story(
    "US chain buys the oldest café in Porto",
    "PORTO (AFP) — The café opened in 1921. It sold 1,500 cups a day.\n\n"
    "“It’s for all of us,” said the U.S. company’s owner. A red door, then a blue line, leads in.",
    id="cafe",
    day="2021-11-20",
    doubtful=True,
    place="Porto",
    country="PT",
    agency="AFP",
    said=(("“It’s for all of us,”", None),),
)
UNDATED = story(
    "Non-deployment pact: what it says",
    "The pact bars deployment of missiles. Deployed missiles must go; deploying others is banned. "
    "Ministers co-operate. A minister’s aide, Sergei Ivanov, met Sergey Petrov.",
    id="pact",
)
RUSSIAN = story(
    "Лавров: НАТО у границ",
    "МОСКВА, 14 февраля. /ТАСС/. Российский министр сказал, что НАТО расширяется. "
    "米国大統領は東京。",
    id="russian",
    day="2022-02-14",
    place="Moscow",
    country="RU",
    agency="TASS",
    said=(("НАТО расширяется", "Сергей Лавров"),),
)
STORIES = [TREATY, PORTS, CAFE, UNDATED, RUSSIAN]

# query, ids found, reason
MANUAL = [
    # words
    ("nato", "treaty ports", "a word, in headline or body"),
    ("dockers", "ports", "in standfirst too"),
    ("NATO", "treaty ports", "in any case"),
    ("nato russia", "treaty", "words mean AND"),
    ("nato AND russia", "treaty", "which may be written"),
    ("nato zeppelin", "", "one is missing"),
    ("zeppelin", "", "no story has it"),
    ("", "treaty ports cafe pact russian", "an empty query finds everything"),
    ("missile", "pact", "missiles: a plural"),
    ("missiles", "pact", "a plural typed"),
    ("minister", "treaty pact", "Ministers, minister’s"),
    ("walk", "ports", "walked: a past"),
    ("buy", "cafe", "buys"),
    ("sell", "cafe", "sold: an irregular one"),
    ("deploy", "pact", "Deployed, deploying"),
    ("deployment", "pact", "as it stands"),
    ("employ", "", "no part of a word is a word"),
    ("authority", "ports", "and not an author"),
    ("author", "", "nor the other way"),
    ("russian", "", "an adjective is another word than Russia"),
    # joining and leaving out
    ("nato OR cafe", "treaty ports cafe", "either"),
    ("nato OR zeppelin", "treaty ports", "one side may be missing"),
    ("nato -lisbon", "treaty", "a minus leaves out"),
    ("nato NOT lisbon", "treaty", "so does NOT"),
    ("-nato", "cafe pact russian", "all but those"),
    ("-nato -pact", "cafe russian", "none of these"),
    ("NOT NOT nato", "treaty ports", "twice is not at all"),
    ("nato (russia OR lisbon)", "treaty ports", "parentheses group"),
    ("nato (russia OR zeppelin)", "treaty", "inside, either"),
    ("-(russia OR lisbon)", "cafe pact russian", "a group left out"),
    ("russia treaty OR cafe", "treaty cafe", "AND binds tighter than OR"),
    ("cafe OR russia treaty", "treaty cafe", "on either side"),
    ("(cafe OR russia) treaty", "treaty", "unless grouped"),
    ("nato -(treaty lisbon)", "treaty", "a minus before a group of both"),
    ("red -line", "", "both have both"),
    # phrases
    ('"red line"', "treaty", "side by side"),
    ("“red line”", "treaty", "curly marks are marks"),
    ("«red line»", "treaty", "and foreign ones"),
    ("„red line“", "treaty", "low ones too"),
    ('"line red"', "", "in this order"),
    ("red line", "treaty cafe", "without marks, anywhere"),
    ('"signed a treaty"', "treaty", "small words count"),
    ('"sign the treaty"', "", "and are not skipped"),
    ('"signs a treaties"', "treaty", "inflections within"),
    ('"talks had lasted"', "treaty", "from the start of a sentence"),
    ('"monday talks"', "treaty", "across its end"),
    ('"treaty geneva"', "", "never from the headline into the body"),
    ("non-deployment", "pact", "a hyphen makes a phrase"),
    ("nondeployment", "", "and not one word"),
    ("co-operate", "pact", "as printed"),
    ('"ports of lisbon and porto"', "ports", "of any length"),
    # forms of a word
    ("=ports", "treaty ports", "just this form"),
    ("=port", "ports", "and no plural"),
    ("=Ports", "ports", "capitals count where typed"),
    ("=us", "cafe", "small letters find any"),
    ("=US", "cafe", "U.S. and US, not us"),
    ("us", "cafe", "any"),
    ("=café", "cafe", "accents count"),
    ("=cafe", "", "so without one, none"),
    ("cafe", "cafe", "without the sign they do not"),
    ("CAFÉ", "cafe", "nor case"),
    ("=deployed", "pact", "an ending"),
    ("=deploys", "", "that no story has"),
    ('="red line"', "treaty", "an exact phrase"),
    ('="Red line"', "", "with its capitals"),
    ("=nato -=NATO", "", "every NATO is in capitals"),
    # beginnings and near forms
    ("deploy*", "pact", "whatever follows"),
    ("tre*", "treaty ports", "three letters at least"),
    ("dockers*", "ports", "the word itself too"),
    ("headline:port*", "ports cafe", "Ports and Porto"),
    ("sergei~", "pact", "one letter changed: Sergey too"),
    ("lisbom~", "ports", "a slip"),
    ("lisbn~", "ports", "a letter left out"),
    ("lisbonn~", "ports", "one too many"),
    ("lsibon~", "ports", "two swapped"),
    ("lsbn~", "", "but not two slips"),
    ("petrof~ =Sergey", "pact", "with others"),
    # fields
    ("headline:nato", "treaty", "in the headline alone"),
    ("body:nato", "treaty ports", "in the body alone"),
    ("standfirst:rise", "ports", "in the standfirst"),
    ("headline:(nato OR cafe)", "treaty cafe", "a group in a field"),
    ("headline:(nato -russia)", "", "with NOT"),
    ('headline:"oldest cafe"', "cafe", "a phrase in a field"),
    ("headline:nato body:lisbon", "", "each in its own"),
    ("place:lisbon", "ports", "the dateline's place"),
    ("place:porto", "cafe", "not one that is only mentioned"),
    ("country:pt", "ports cafe", "by ISO code"),
    ("agency:ap", "treaty", "by agency"),
    ("agency:(ap OR afp)", "treaty cafe", "of several"),
    ("-agency:ap", "ports cafe pact russian", "all but one's"),
    ("section:world", "treaty", "by section"),
    ("keyword:diplomacy", "treaty", "by keyword"),
    ('keyword:"nuclear arms"', "treaty", "of two words"),
    ('keyword:"diplomacy nuclear"', "", "but not of two keywords"),
    ("keyword:arm", "", "names are not stemmed"),
    ("author:lind", "treaty", "by who wrote it"),
    ("lind", "", "which is no part of the text"),
    ("speaker:bras", "treaty ports", "by who speaks"),
    ('speaker:"ana bras"', "treaty ports", "in full"),
    ('speaker:"bras ana"', "", "as the name goes"),
    ("speaker:russia", "treaty", "institutions too"),
    ("speaker:ivanov", "", "who is only named does not speak"),
    ("speaker:bra*", "treaty ports", "a beginning of a name"),
    ("hlead:lisbon", "ports", "headline or first paragraph"),
    ("hlead:nato", "treaty ports", "either"),
    ("hlead:dockers", "ports", "the first paragraph alone"),
    ("hlead:trust", "", "not the second"),
    ("hlead:(cafe OR missiles)", "cafe pact", "a group"),
    ('hlead:"nato ships"', "ports", "a phrase"),
    ("NATO: talks", "treaty ports", "a pasted colon is no field"),
    # dates
    ("date:2022", "treaty russian", "a year"),
    ("date:2022-02", "treaty russian", "a month"),
    ("date:2022-02-14", "treaty russian", "a day"),
    ("date:2022-02-15", "", "another day"),
    ("date:2020..2021", "ports cafe", "from the first to the last day"),
    ("date:2020-03-03..2021-11-20", "ports cafe", "both included"),
    ("date:2020-03-04..2021-11-19", "", "neither"),
    ("date:2021..", "treaty cafe russian", "open to the right"),
    ("date:..2021", "ports cafe", "open to the left"),
    ("-date:1900..", "pact", "an undated story is in no range"),
    ("nato date:2022", "treaty", "with words"),
    # nearness
    ("nato NEAR/3 russia", "treaty", "within three words"),
    ("russia NEAR/3 nato", "treaty", "in either order"),
    ("nato NEAR/1 ships", "ports", "neighbours are one apart"),
    ("nato NEAR/1 russia", "", "and these are not"),
    ("nato NEAR/2 russia", "treaty", "NATO and Russia: two apart"),
    ("nato PRE/3 russia", "treaty", "in this order"),
    ("russia PRE/1 nato", "", "not the other way"),
    ('"red line" NEAR/3 crossed', "treaty", "a phrase near a word"),
    ('"red line" NEAR/4 "never again"', "treaty", "a phrase near a phrase"),
    ("(nato OR ships) NEAR/2 touched", "", "too far"),
    ("(nato OR ships) NEAR/3 touched", "ports", "a group near a word"),
    ("(russia OR lisbon) NEAR/3 (treaty OR porto)", "treaty ports", "a group near a group"),
    ("((dockers NEAR/9 porto) OR walked) PRE/6 lisbon", "ports", "a word within a longer place"),
    ("and NEAR/1 ((dockers NEAR/8 lisbon) OR walked)", "ports", "and that place itself"),
    ("red NEAR/5 line", "treaty cafe", "anywhere within five"),
    ("nato NEAR/3 nato", "", "two of them"),
    ("deploy NEAR/9 deploy", "pact", "as here"),
    ("headline:(nato NEAR/2 russia)", "treaty", "in one field"),
    ("headline:(nato NEAR/2 monday)", "", "only there"),
    ("lisbon NEAR/2 porto NEAR/3 nato", "ports", "a chain"),
    ("sign* NEAR/3 treat*", "treaty", "beginnings"),
    ("=NATO NEAR/2 =Russia", "treaty", "exact forms"),
    ("nato near/3 russia", "treaty", "with a number, small letters will do"),
    ("nato -(nato NEAR/3 russia)", "ports", "left out"),
    # sentence and paragraph
    ("nato /s monday", "treaty", "in the same sentence"),
    ("nato /s lasted", "", "not in the next"),
    ("nato /p lasted", "treaty", "in the same paragraph"),
    ("nato /p trust", "", "not in the next"),
    ("red /s line", "treaty cafe", "anywhere in it"),
    ('"red line" /p trust', "treaty", "with a phrase"),
    ("(minister OR leader) /s (treaty OR line)", "treaty ports", "with groups"),
    ("dockers /p nato", "ports", "a paragraph of two sentences"),
    ("headline:(nato /s treaty)", "treaty", "a headline is a sentence"),
    ("nato /s russia /s monday", "treaty", "a chain"),
    # how often
    ("ATLEAST/2 nato", "treaty ports", "twice or more, headline included"),
    ("ATLEAST/3 nato", "", "three times"),
    ("ATLEAST/3 russia", "treaty", "all fields together"),
    ("ATLEAST/3 ports", "ports", "inflections count"),
    ("ATLEAST/3 deploy", "", "deployment is another word"),
    ("ATLEAST/4 (deploy OR deployment)", "pact", "a group counts together"),
    ("body:nato ATLEAST/2 body:nato", "ports", "within one field"),
    ('ATLEAST/2 "red line"', "", "of a phrase"),
    ("-ATLEAST/2 nato date:2020..", "cafe russian", "left out"),
    # who said what
    ("said:line", "treaty", "inside a statement"),
    ("said:trust", "", "not beside one"),
    ("said:nato", "ports", "a word inside"),
    ("said:(treaty nato)", "ports", "both in the same statement"),
    ("said:(pay nato)", "", "not in two"),
    ("said:(pay OR nato)", "ports", "either"),
    ('said:"red line"', "treaty", "a phrase"),
    ("said:nato speaker:sa", "ports", "said by someone"),
    ("said:nato speaker:bras", "", "who said another thing"),
    ("speaker:bras said:dockers", "ports", "in any order"),
    ("said:ports speaker:russia", "treaty", "an institution's"),
    ("said:(port OR line) speaker:bras", "treaty ports", "several statements of one"),
    ("said:port speaker:(bras OR russia)", "treaty ports", "of several people"),
    ("said:nato -speaker:bras", "ports", "said by another"),
    ("said:us -speaker:bras", "", "by another, and nobody is no one"),
    ("said:us", "cafe", "a statement without a speaker"),
    ("-said:nato speaker:sa", "", "no such statement, but one of his"),
    ("said:(talk NEAR/4 treaty)", "ports", "near, in a statement"),
    ("said:(crossed /s never)", "treaty", "in a sentence of one"),
    ("said:(ATLEAST/2 nato)", "", "how often in a statement"),
    ("said:(-nato) speaker:sa", "ports", "another of his statements"),
    ("said:nato treaty", "ports", "and a word anywhere"),
    ("(said:nato speaker:sa) speaker:bras", "ports", "a speaker of the story apart"),
    ("said:nato OR said:line", "treaty ports", "one or the other"),
    # what people type
    ("U.S.", "cafe", "initials are one word"),
    ("company’s", "cafe", "a possessive is its word"),
    ("company's", "cafe", "with any apostrophe"),
    ("it’s cups", "cafe", "it’s is it"),
    ("1,500", "cafe", "a number with its comma"),
    ("1500", "cafe", "or without"),
    ("3.5", "ports", "a decimal point stays"),
    ("35", "", "and is no thousand"),
    ("ｎａｔｏ", "treaty ports", "full-width letters"),
    ("na\u00adto", "treaty ports", "a soft hyphen"),
    ("nato\u00a0russia", "treaty", "a space that does not break"),
    ("nato – russia", "treaty", "a dash between words is no minus"),
    ("nato & russia", "treaty", "a mark without letters is left out"),
    ("\u200fnato\u200e", "treaty ports", "marks of direction"),
    ("лавров", "russian", "Cyrillic"),
    ("российский", "russian", "й is no и"),
    ("россиискии", "", "as here"),
    ("米国", "russian", "Chinese and Japanese: characters side by side"),
    ("国米", "", "in this order"),
    ("nato or russia", "", "small or is a word"),
    ("bras*", "treaty ports", "an accent under a star"),
    ("said:нато speaker:лавров", "russian", "all of it in any script"),
]


@pytest.fixture(scope="module", params=["memory", "embedded"])
def desk(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Index]:
    folder = str(tmp_path_factory.mktemp("desk") / "index")
    with open_index("memory:" if request.param == "memory" else folder) as index:
        index.add(STORIES)
        yield index


@pytest.mark.parametrize(("typed", "found", "reason"), MANUAL)
def test_language(desk: Index, typed: str, found: str, reason: str) -> None:
    results = desk.search(SearchRequest(query=parse_query(typed)))
    assert {hit.id for hit in results.hits} == set(found.split()), reason


def test_the_manual_asks_each_thing_once() -> None:
    assert len({typed for typed, _, _ in MANUAL}) == len(MANUAL) >= 150
