"""Who speaks where a phrase or a clause stands between a subject and its verb."""

import pytest

from search import find_statements


def read(text: str) -> list[tuple[str, str | None]]:
    """What is said, and the words for who says it."""
    return [
        (text[s.start : s.end], s.speaker and text[s.speaker.start : s.speaker.end])
        for s in find_statements(text)
    ]


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [
        # what follows a preposition is no subject
        ("An official with the Water Board", "An official with the Water Board"),
        ("Officials familiar with the plan", "Officials familiar with the plan"),
        ("But people close to the mayor", "people close to the mayor"),
        ("A survey by the group Dam Watch", "A survey by the group Dam Watch"),
        ("The minister for dams and water", "The minister for dams and water"),
        ("Nearly nine out of 10", "Nearly nine out of 10"),
        ("Last week a group of farmers from the north", "a group of farmers from the north"),
        # nor is what is told of a participle
        ("A report published by the ministry on Monday", "A report"),
        ("The report released Friday", "The report"),
        ("Two people briefed on the matter", "Two people"),
        ("A woman living near the river", "A woman"),
        ("An official representing a large firm", "An official"),
        # "reporting" is part of a name here
        ("The crop reporting board", None),
        # nor what a clause with "who", "which" or "that" tells
        ("A man who lives near the river", "A man"),
        ("A woman who gave her name as Ana", "A woman"),
        ("Farmers in Faro who watched the flood", "Farmers in Faro"),
        ("The firm that built the wall", "The firm"),
        ("Those who saw the flood", "Those"),
        ("A board member who asked for anonymity", "A board member"),
        ("A person who was not free to speak about the plan", "A person"),
        # two verbs have one subject
        ("The minister resigned to write a book and", "The minister"),
        ("Ek won every race he entered and", "Ek"),
        # who is quoted elsewhere still speaks
        ("Silva, quoted by the daily Faro News,", "Silva"),
        # what comes after "after" is a clause of its own
        ("The talks came a day after Ek", "Ek"),
        # a subject of its own, behind a phrase that is none
        ("After the vote the mayor", "the mayor"),
        ("Hours after a caller rang, the mayor", "the mayor"),
    ],
)
def test_who_says_that_the_dam_was_old(subject: str, speaker: str | None) -> None:
    assert ("the dam was old", speaker) in read(f"{subject} said the dam was old.")


@pytest.mark.parametrize(
    ("tail", "speaker"),
    [
        ("officials at the ministry said", "officials at the ministry"),
        (
            "a person familiar with the matter told Reuters on Monday",
            "a person familiar with the matter",
        ),
        ("a guard who asked not to be named told AFP", "a guard"),
        ("local media reported Monday", "local media"),
        ("the mayor told his closest advisers as he left", "the mayor"),
        ("said officials who asked not to be named", "officials"),
        ("said sources with the water board", "sources"),
        ("said local analysts", "local analysts"),
        ("explained Silva", "Silva"),
        ("predicted Ana Silva at a forum in Faro", "Ana Silva"),
    ],
)
def test_who_says_it_after_the_words(tail: str, speaker: str) -> None:
    assert read(f"The dam was old, {tail}.") == [("The dam was old", speaker)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the sentence's verb ends what an inner one gives
        (
            "One guard asked for a lawyer said the boat sank.",
            [("a lawyer", "One guard"), ("the boat sank", "One guard")],
        ),
        (
            "A notice on the firm's website said it rained.",
            [("it rained", "A notice on the firm's website")],
        ),
        (
            "An article cited by her office quoted a few experts.",
            [("An article", "her office"), ("a few experts", "An article")],
        ),
        # half a subject is none
        ("The cost of posting letters rose.", [("letters rose", None)]),
        # who is quoted by a paper, named at length behind the words
        (
            "“We fly,” Ana Reis, head of the Dam Party, was quoted by TASS as saying.",
            [("“We fly,”", "Ana Reis")],
        ),
        ("“We fly,” head of the old team Rui Ek was quoted as saying.", [("“We fly,”", "Rui Ek")]),
        ("“We fly,” Rui Ek, clerk of the town told TASS.", [("“We fly,”", "Rui Ek")]),
        # who is told of between commas
        (
            "Ana Reis, who met with Ek, also called on Rome to “act.”",
            [("Rome to “act.”", "Ana Reis")],
        ),
        # what opens a sentence ends where someone speaks
        ("Fearing rain in May, he said it fell.", [("rain in May", "he"), ("it fell", "he")]),
        # a thing that a quotation ends, and a clause of its own
        ("Ek called it “quite dead,” and Ana Silva agreed.", [("it “quite dead,”", "Ek")]),
        # what an index or a firm posts is no statement
        ("The index rose 20.23 points to close at 687.", []),
        ("Dam Bank posted a net loss of 3 million euros.", []),
        ("Silva posted a note on rain.", [("a note on rain", "Silva")]),
        # a charge is nobody's words
        ("Ek appeared in court on charges of insulting Silva.", []),
        ("Ek was held on suspicion of a part in the plot.", []),
        # who tells where it is from is who reports it
        (
            "The dam holds, state media reported Monday, citing a clerk.",
            [("The dam holds", "state media"), ("a clerk", "state media")],
        ),
        # who brings in a cue that is only told of is not its subject
        ("She dances in gowns backed by a large band.", []),
        # quoted by a paper, without "as saying"
        (
            "“It will hold,” spokesman Bo Ek was quoted by the Faro News.",
            [("“It will hold,”", "spokesman Bo Ek")],
        ),
        # what brackets hold
        (
            "The dam cost 30 million euros (35 million dollars), said Reis.",
            [("The dam cost 30 million euros (35 million dollars)", "Reis")],
        ),
        ("The dam (which Reis said was old) will close.", [("was old", "Reis")]),
    ],
)
def test_where_words_and_speaker_part(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(text) == expected
