"""Who says a quotation: what stands beside it, before and after its cue; what gives it without."""

import pytest

from search import find_statements


def read(text: str) -> list[tuple[str, str | None, str | None]]:
    """What is quoted, its cue, and the words for who says it."""
    return [
        (text[s.start : s.end], s.cue, s.speaker and text[s.speaker.start : s.speaker.end])
        for s in find_statements(text)
    ]


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        # anything may stand between a quotation and its cue, as long as it holds no verb
        ("this source told the Mail", ["this source"]),
        ("the Faro senator and former mayor said", ["the Faro senator and former mayor"]),
        ("former Ana P. Reis adviser Rui Lima wrote", ["former Ana P. Reis adviser Rui Lima"]),
        ("River Today co-host Rui Lima said", ["River Today co-host Rui Lima"]),
        ("the bearded, 71-year-old diplomat said", ["the bearded, 71-year-old diplomat"]),
        ("a voice over says", ["a voice over"]),
        (
            "flood experts Ana Reis and Rui Lima of the Faro Institute for Dams and Peace wrote",
            ["flood experts Ana Reis and Rui Lima of the Faro Institute for Dams and Peace"],
        ),
        # names that are other words too
        ("Will wrote", ["Will"]),
        ("From said", ["From"]),
        # a name in quotation marks is no quotation of its own
        (
            "baker Rui Lima, in a “Stay Dry” cap, said",
            ["baker Rui Lima"],
        ),
        # more than a speaker: no one
        ("it was said", []),
        ("the plan was called", []),
        # a verb before the cue, whose subject is the speaker
        ("Silva smiled and said", ["Silva"]),
        # what stands before the noun "statement" is no speaker
        ("the statement said", ["the statement"]),
    ],
)
def test_speaker_beside_a_quotation(between: str, speaker: list[str]) -> None:
    found = read(f"“The dam will hold for a year,” {between} in May.")
    assert [who for words, _, who in found if words.startswith("“The dam")] == speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a full stop inside the marks, and a sentence that only tells who spoke
        (
            "“I hope that you find the sacks.” Silva said.",
            [("“I hope that you find the sacks.”", "said", "Silva")],
        ),
        (
            "“I hope so.” “We will see,” she added.",
            [("“We will see,”", "added", "she")],
        ),
        # a cue that begins its sentence
        (
            "It is a museum now. Said Ana Reis, who grew up nearby, “We were proud.”",
            [("“We were proud.”", "Said", "Ana Reis")],
        ),
        ("Continued Silva: “It is so.”", [("“It is so.”", "Continued", "Silva")]),
        ("Said to be ill, Silva left.", []),
        ("Told of the plan, Silva left.", []),
        # a sentence without words of its own brings in the next quotation
        (
            "The mayor’s aide Ana Reis agreed. “Time runs out.”",
            [("“Time runs out.”", "agreed", "The mayor’s aide Ana Reis")],
        ),
        (
            "Rui Lima, its head, said in a statement. “We have no boats.”",
            [("“We have no boats.”", "said", "Rui Lima")],
        ),
        ("Silva agreed.\n\n“Time runs out.”", []),  # but in its own paragraph
        (
            "Silva issued the following statement:\n\n“We think of the families.”",
            [("“We think of the families.”", "issued", "Silva")],
        ),
        # where and when it was said stands between
        (
            "Silva said as she opened the dam in Faro, “It held.”",
            [("“It held.”", "said", "Silva")],
        ),
        (
            "Silva admitted in a TV forum Monday night “it will be hard.”",
            [("“it will be hard.”", "admitted", "Silva")],
        ),
        (
            "Silva promised Sunday at a rally in Faro to end “the waste.”",
            [("to end “the waste.”", "promised", "Silva")],
        ),
        ("Boats aimed at the port to land.", []),
        # in the passive no one asks
        (
            "Silva was asked, “Will it hold?”",
            [("“Will it hold?”", "asked", None)],
        ),
        # as someone puts it
        ("As Ana Reis put it, “we are wet.”", [("“we are wet.”", "put", "Ana Reis")]),
        (
            "Asked which boat was best, she demurred: “Mine.”",
            [("which boat was best", "Asked", None), ("“Mine.”", "demurred", "she")],
        ),
        # a quotation that begins in the midst of a sentence
        (
            "As the Mail reported, “ … if it rains, we win.”",
            [("“ … if it rains, we win.”", "reported", "the Mail")],
        ),
        # a clause with commas before its cue, and a name with what its bearer is
        (
            "Before that, four men, among them a baker, were hurt, said the military.",
            [("Before that, four men, among them a baker, were hurt", "said", "the military")],
        ),
        ("Ana Silva, a lawyer, said the same.", [("the same", "said", "Ana Silva")]),
        (
            "Earlier this week Ana Silva, the mayor’s envoy, said that rain fell.",
            [("rain fell", "said", "Ana Silva")],
        ),
        # a role and then the name, behind "according to"
        (
            "The yield was good, according to the head of Dam Aid, Bo Ek.",
            [("The yield was good", "according to", "the head of Dam Aid, Bo Ek")],
        ),
        # a title alone is nobody's words, what is chanted is
        ("She is the star of the show “Dry Hills.”", []),
        ("Silva loves “Dry Hills.”", []),
        ("A shop called “Dry Hills” shut.", []),
        (
            "Silva told Faro TV’s “Rain Today” on Monday that it rained.",
            [("it rained", "told", "Silva")],
        ),
        ("The crowd chanted “Dry Hills!”", [("“Dry Hills!”", "chanted", "The crowd")]),
        # ... and a quotation that only ends other words
        ("A self-taught “rain man,” Silva changed the plan.", []),
        (
            "On Faro TV’s “Rain Today,” Silva discussed the plan.",
            [("the plan", "discussed", "Silva")],
        ),
        # no one says: those accused, points in a game, what has been so since
        ("A man accused of theft left the town.", []),
        ("Forward Rui Ek added 16 points and 14 rebounds.", []),
        ("Thefts have declined since the police came.", []),
        ("Silva added 16 boats were lost.", [("16 boats were lost", "added", "Silva")]),
        # in someone's words, in a poll
        (
            "It was held in Faro because, in Reis’s words, “it is dry.”",
            [("“it is dry.”", "in", "Reis’s")],
        ),
        (
            "“It fell from the start,” in Silva’s view.",
            [("“It fell from the start,”", "in", "Silva’s")],
        ),
        (
            "In a Faro Mail poll last month, she led Ek by far.",
            [("she led Ek by far", "In", "a Faro Mail poll")],
        ),
        ("In a memo of May, she led Ek by far.", []),
        ("In the polls, she lost.", []),
    ],
)
def test_quotation_has_its_speaker(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # the word that a sentence begins with is no one's first name
        ("Coach Ana Silva spoke. But Silva never knew. Silva said that rain fell.", "Ana Silva"),
        ("While Ana Silva waited, Bo Ek left. As Ana Silva said, it rained.", "Ana Silva"),
        ("Ana Silva came. Neither Silva nor Ek ate. Silva said that rain fell.", "Ana Silva"),
        # but these are
        ("Vietnam's leader To Lam spoke. Lam said that rain fell.", "To Lam"),
        ("Coach He Yafei spoke. He Yafei said that rain fell.", "He Yafei"),
    ],
)
def test_sentence_opening_is_no_name(text: str, name: str) -> None:
    assert [s.speaker and s.speaker.name for s in find_statements(text)][-1] == name
