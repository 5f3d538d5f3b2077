"""Statements: what is given to whom, by which cue; offsets are shown as the words they cover."""

import pytest

from search import find_statements


def read(text: str) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (s.kind, text[s.start : s.end], s.cue, s.speaker and text[s.speaker.start : s.speaker.end])
        for s in find_statements(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a quotation before its cue
        ('"Rain fell," Silva said.', [("direct", '"Rain fell,"', "said", "Silva")]),
        ("“Rain fell,” said Silva.", [("direct", "“Rain fell,”", "said", "Silva")]),
        ('"Did it rain?" she asked.', [("direct", '"Did it rain?"', "asked", "she")]),
        (
            '"Rain fell," the town\'s mayor told reporters on Monday.',
            [("direct", '"Rain fell,"', "told", "the town's mayor")],
        ),
        # ... also where no comma ends it, or it ends in another
        ('"Rain fell on us" Silva said.', [("direct", '"Rain fell on us"', "said", "Silva")]),
        (
            "\"He spoke of 'rain,' \" Silva said.",
            [("direct", "\"He spoke of 'rain,' \"", "said", "Silva")],
        ),
        ("''We heard 'rain,''' Silva said.", [("direct", "''We heard 'rain,'''", "said", "Silva")]),
        # ... and what a colon parts it from is the reporter's
        (
            'The rule is old: "Take coats," Silva said.',
            [("direct", '"Take coats,"', "said", "Silva")],
        ),
        ('But, said Silva, "rain fell."', [("direct", '"rain fell."', "said", "Silva")]),
        (
            '"Rain fell," according to the ministry.',
            [("direct", '"Rain fell,"', "according to", "the ministry")],
        ),
        # and after it
        ('Silva said: "Rain fell."', [("direct", '"Rain fell."', "said", "Silva")]),
        ('Silva told AFP, "Rain fell."', [("direct", '"Rain fell."', "told", "Silva")]),
        # the cue of a spokesman's apposition
        (
            'Ana Silva, a lawyer from Faro, said: "Rain fell."',
            [("direct", '"Rain fell."', "said", "Ana Silva")],
        ),
        # half in quotation marks
        (
            'Silva said the rain was "a gift".',
            [("mixed", 'the rain was "a gift"', "said", "Silva")],
        ),
        (
            'Critics called the plan "madness".',
            [("mixed", 'the plan "madness"', "called", "Critics")],
        ),
        # without any
        ("Silva said that rain fell.", [("indirect", "rain fell", "said", "Silva")]),
        ("Silva said on Monday he would go.", [("indirect", "he would go", "said", "Silva")]),
        ("Silva said in Faro that rain fell.", [("indirect", "rain fell", "said", "Silva")]),
        (
            "Rain would fall on the town, Mayor Ana Silva said.",
            [("indirect", "Rain would fall on the town", "said", "Mayor Ana Silva")],
        ),
        (
            "According to the ministry, rain fell.",
            [("indirect", "rain fell", "According to", "the ministry")],
        ),
        (
            "Rain fell on the town, according to the ministry.",
            [("indirect", "Rain fell on the town", "according to", "the ministry")],
        ),
        # whatever the source is called
        (
            "Rain fell on the town, according to experts.",
            [("indirect", "Rain fell on the town", "according to", "experts")],
        ),
        (
            "Dry towns (rain never fell there, according to him) wait.",
            [("indirect", "rain never fell there", "according to", "him")],
        ),
        # the second cue has the first one's subject
        (
            "Silva said rain fell, adding that it was cold.",
            [
                ("indirect", "rain fell", "said", "Silva"),
                ("indirect", "it was cold", "adding", "Silva"),
            ],
        ),
        # a quotation parted by its cue is one; so is one that goes on after it
        (
            '"Rain," Silva said, "fell on us."',
            [("direct", '"Rain," Silva said, "fell on us."', "said", "Silva")],
        ),
        (
            '"Rain fell," Silva said. "It was cold."',
            [("direct", '"Rain fell," Silva said. "It was cold."', "said", "Silva")],
        ),
        # but a new cue is a new statement
        (
            '"Rain fell," Silva said. "It was cold," he added.',
            [
                ("direct", '"Rain fell,"', "said", "Silva"),
                ("direct", '"It was cold,"', "added", "he"),
            ],
        ),
        # the next paragraph goes on; only its end is closed
        (
            '"Rain fell," Silva said.\n\n"It was cold."',
            [("direct", '"Rain fell," Silva said.\n\n"It was cold."', "said", "Silva")],
        ),
        ('Silva continued:\n\n"Rain fell."', [("direct", '"Rain fell."', "continued", "Silva")]),
        # one that the paragraph leaves open goes on in the next
        (
            '"Rain fell," Silva said. "It was cold.\n\n"It was dark," she added.',
            [
                ("direct", '"Rain fell," Silva said. "It was cold.', "said", "Silva"),
                ("direct", '"It was dark,"', "added", "she"),
            ],
        ),
        # after words without marks, a quotation alone is theirs
        (
            'Silva said rain fell. "It was cold."',
            [("mixed", 'rain fell. "It was cold."', "said", "Silva")],
        ),
        # before a colon stand labels too: nobody says what is no sentence, or what they name
        ("Fiction: a story written for Oslo.", []),
        ("Weather: a low moved in from the sea.", []),
        ("Reminder: The hall closed on Monday.", []),
        # a capital within a sentence makes a title of a verb
        (
            '"Rain fell," State Secretary Ana Silva told the room.',
            [("direct", '"Rain fell,"', "told", "State Secretary Ana Silva")],
        ),
        # by what means it was said is nobody
        (
            "Ana Silva said by telephone that rain fell.",
            [("indirect", "rain fell", "said", "Ana Silva")],
        ),
        # nor is a measure a source
        ("Owners will pay according to tonnage.", []),
        ("Members pay according to the size of their farms.", []),
        (
            "Owners will pay, according to Silva.",
            [("indirect", "Owners will pay", "according to", "Silva")],
        ),
        # what only has a name is not called so by anyone, and terms are no verb
        ("The boat, called Grey Lady, needs oars.", []),
        ("Under the new terms, boats that need oars may stay.", []),
        # "that" may be what the noun before it does; then the words stand before the cue
        (
            "Rain will fall, Silva said Monday after talks that ended late.",
            [("indirect", "Rain will fall", "said", "Silva")],
        ),
        (
            "Silva said on Monday that rain fell.",
            [("indirect", "rain fell", "said", "Silva")],
        ),
        # "who" behind a speaker is the speaker, and "which" is not who speaks
        (
            '"Rain fell," said Ana Silva, who noted that it was cold.',
            [
                ("direct", '"Rain fell,"', "said", "Ana Silva"),
                ("indirect", "it was cold", "noted", "Ana Silva"),
            ],
        ),
        (
            "It was rain which aides described as warm.",
            [("indirect", "warm", "described", "aides")],
        ),
        # whoever is quoted as saying so, says so
        ('"It rains," Silva was quoted as saying.', [("direct", '"It rains,"', "quoted", "Silva")]),
        (
            '"It rains," Silva was quoted as saying by her office in Oslo.',
            [("direct", '"It rains,"', "quoted", "Silva")],
        ),
        (
            "Silva was quoted by TASS as saying that it rains.",
            [("indirect", "it rains", "quoted", "Silva")],
        ),
        (
            "TASS quoted Silva, a farmer, as saying it rained, but that it was dry.",
            [("indirect", "it rained, but that it was dry", "quoted", "Silva")],
        ),
        (
            '"It rains," TASS quoted Silva as saying.',
            [("direct", '"It rains,"', "quoted", "Silva")],
        ),
        # an answer, not a number
        ("In all, 49 percent said no. Rain fell.", [("indirect", "no", "said", "49 percent")]),
        # results are the source, whoever announced them
        (
            "Voters rejected it, according to results announced Sunday.",
            [("indirect", "Voters rejected it", "according to", "results")],
        ),
        # a paper speaks after a quotation too, be it a statement or a daily
        ('"Rain fell," the statement said.', [("direct", '"Rain fell,"', "said", "the statement")]),
        ('"Rain fell," the daily said.', [("direct", '"Rain fell,"', "said", "the daily")]),
        (
            "According to the Sunday Times, rain fell.",
            [("indirect", "rain fell", "According to", "the Sunday Times")],
        ),
        # a participle before a noun tells nothing; the WHO is no "who", the US no "us"
        (
            '"Rain fell," the deposed president said.',
            [("direct", '"Rain fell,"', "said", "the deposed president")],
        ),
        ('"Rain fell," said a WHO expert.', [("direct", '"Rain fell,"', "said", "a WHO expert")]),
        # a time and "however" belong to no subject
        (
            "The Weather Office earlier this month said rain fell.",
            [("indirect", "rain fell", "said", "The Weather Office")],
        ),
        ("On Monday al-Silva said rain fell.", [("indirect", "rain fell", "said", "al-Silva")]),
        ("Silva for her part said rain fell.", [("indirect", "rain fell", "said", "Silva")]),
        ("Silva in recent weeks said rain fell.", [("indirect", "rain fell", "said", "Silva")]),
        ("Diplomats here said rain fell.", [("indirect", "rain fell", "said", "Diplomats")]),
        (
            "Silva meanwhile said rain fell.",
            [("indirect", "rain fell", "said", "Silva")],
        ),
        # a colon, or a dash, gives the words to the name
        ('Silva: "Rain fell."', [("direct", '"Rain fell."', ":", "Silva")]),
        (
            "Ana Silva: I have seen no rain.",
            [("indirect", "I have seen no rain", ":", "Ana Silva")],
        ),
        ('"Rain fell." - Ana Silva', [("direct", '"Rain fell."', "-", "Ana Silva")]),
        # ... and in a paragraph of its own, whoever spoke before
        (
            'Bo Ek said: "It was cold."\n\n"Rain fell."\n\n- Ana Silva',
            [
                ("direct", '"It was cold."', "said", "Bo Ek"),
                ("direct", '"Rain fell."', "-", "Ana Silva"),
            ],
        ),
        ("Poll: Towns Want Boats", [("indirect", "Towns Want Boats", ":", "Poll")]),
        # a title among other words makes no quotation of them
        (
            'Silva praised the film "Grey Skies".',
            [("indirect", 'the film "Grey Skies"', "praised", "Silva")],
        ),
        (
            'To cries of "Go On!," Silva said the dam would hold.',
            [("indirect", "the dam would hold", "said", "Silva")],
        ),
        # brackets and days between the speaker and the cue
        (
            "Sen. Ana Silva (R-Iowa) on Monday said rain fell.",
            [("indirect", "rain fell", "said", "Sen. Ana Silva")],
        ),
        (
            "The Dam Co Ltd <DAMX.O> said rain fell.",
            [("indirect", "rain fell", "said", "The Dam Co Ltd")],
        ),
        # an apposition after "said" is no statement
        (
            "Rain had fallen on the town, said Ana Silva, a lawyer from Faro.",
            [("indirect", "Rain had fallen on the town", "said", "Ana Silva")],
        ),
        (
            "Ana Silva, a clerk at the dam, said the plan to move was old.",
            [("indirect", "the plan to move was old", "said", "Ana Silva")],
        ),
        (
            "Ana Silva, a lawyer from Faro, said the rain came from Lisbon.",
            [("indirect", "the rain came from Lisbon", "said", "Ana Silva")],
        ),
    ],
)
def test_statement_is_found(
    text: str, expected: list[tuple[str, str, str | None, str | None]]
) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb and what it may be followed by: an infinitive
        ("Silva vowed to go.", [("to go", "vowed", "Silva")]),
        ("Silva decided not to go.", [("not to go", "decided", "Silva")]),
        # a thing
        ("Silva praised the plan.", [("the plan", "praised", "Silva")]),
        ("Silva accused Ek of theft.", [("Ek of theft", "accused", "Silva")]),
        ("Silva urged the town to wait.", [("the town to wait", "urged", "Silva")]),
        ("Silva denied taking money.", [("taking money", "denied", "Silva")]),
        # a preposition
        ("Silva called for new boats.", [("new boats", "called", "Silva")]),
        ("Silva warned against the plan.", [("the plan", "warned", "Silva")]),
        (
            "They fear a storm, which Silva described as a gift.",
            [("a storm", "fear", "They"), ("a gift", "described", "Silva")],
        ),
        # a word that goes with the verb
        ("Silva pointed out the danger.", [("the danger", "pointed", "Silva")]),
        # a question
        ("Silva asked whether rain fell.", [("rain fell", "asked", "Silva")]),
        ("Silva explained why rain fell.", [("why rain fell", "explained", "Silva")]),
        # ... also one that only tells when she speaks; who asks is not named
        ("Asked whether rain fell, Silva left.", [("rain fell", "Asked", None)]),
        # whatever the tense
        ("Silva has also rejected the plan.", [("the plan", "rejected", "Silva")]),
        ("Silva is calling for new boats.", [("new boats", "calling", "Silva")]),
        ("Officials fear that rain will fall.", [("rain will fall", "fear", "Officials")]),
        ("Silva will criticise the plan.", [("the plan", "criticise", "Silva")]),  # British too
        # a thought, too
        ("Silva believes rain will fall.", [("rain will fall", "believes", "Silva")]),
        # "there" may be its first word, and so may the verb of what it tells of
        ("Silva said there had been rain.", [("there had been rain", "said", "Silva")]),
        (
            "They fear a flood, which Silva said would come.",
            [("a flood", "fear", "They"), ("would come", "said", "Silva")],
        ),
        # a comma in a number parts nothing
        (
            "Silva said more than 2,400 dams leak.",
            [("more than 2,400 dams leak", "said", "Silva")],
        ),
        # past when and where it is said
        ("Silva has said for weeks she would go.", [("she would go", "said", "Silva")]),
        ("A poll in December found that rain fell.", [("rain fell", "found", "A poll")]),
        # past whom it is said to
        ("Silva told Ek not to go.", [("not to go", "told", "Silva")]),
        ("Silva asked the head of the dam to go.", [("to go", "asked", "Silva")]),
        ("Silva told a crowd in Faro he would go.", [("he would go", "told", "Silva")]),
        ("Silva told the Lower House that rain fell.", [("rain fell", "told", "Silva")]),
        ("Silva told Lisbon radio in May that rain fell.", [("rain fell", "told", "Silva")]),
        # in the passive nobody says it, but for whom "by" names
        ("Silva was told that rain fell.", [("rain fell", "told", None)]),
        ("Silva was told to go.", [("to go", "told", None)]),
        # what is thought of someone is nothing without them
        ("Ek is believed to be at sea.", [("Ek is believed to be at sea", "believed", None)]),
        ("The plan is seen as a gift.", [("The plan is seen as a gift", "seen", None)]),
        ("The plan was praised by Silva.", [("The plan", "praised", "Silva")]),
        ("They met over the plan praised by Silva.", [("the plan", "praised", "Silva")]),
        ("The dam was praised by engineers.", [("The dam", "praised", "engineers")]),
        ("The news was first reported by AFP.", [("The news", "reported", "AFP")]),
        ("Ek is seen by some as a gift.", [("Ek is seen by some as a gift", "seen", "some")]),
        ("As reported by AFP, rain fell.", [("rain fell", "reported", "AFP")]),
        (
            "Ek was criticized for taking money.",
            [("Ek was criticized for taking money", "criticized", None)],
        ),
        # how things look is said by no one, but "appeared to say" is said
        ("Ek seems to be at sea.", [("Ek seems to be at sea", "seems", None)]),
        ("Ek appeared to say that rain fell.", [("rain fell", "say", "Ek")]),
        # people counted
        ("About 57 percent want new boats.", [("new boats", "want", "57 percent")]),
        ("Each recognized the danger.", [("the danger", "recognized", "Each")]),
        # a second verb of the same speaker
        (
            "Silva praised the plan and has called for boats.",
            [("the plan", "praised", "Silva"), ("boats", "called", "Silva")],
        ),
        # ... whose clause may come first, or tell more of who it is
        ("Noting that rain fell, Silva left.", [("rain fell", "Noting", "Silva")]),
        (
            "Ek, who fears rain, said it fell.",
            [("rain", "fears", "Ek, who"), ("it fell", "said", "Ek, who")],
        ),
        # a paper says what its author does
        ("Silva issued a statement saying rain fell.", [("rain fell", "saying", "Silva")]),
        (
            "Silva rejected the plan and called for new boats.",
            [("the plan", "rejected", "Silva"), ("new boats", "called", "Silva")],
        ),
        # a noun and whose it is
        ("His claim that rain fell is odd.", [("rain fell is odd", "claim", "His")]),
        ("They met after Silva's promise to go.", [("to go", "promise", "Silva's")]),
        # ... or who has it, or makes it
        ("Silva made the claim that rain fell.", [("rain fell", "claim", "Silva")]),
        ("Silva issued a call for boats.", [("boats", "call", "Silva")]),
        ("The claim is that rain fell.", [("rain fell", "claim", None)]),
        ("His plan is to go.", [("to go", "plan", "His")]),
        (
            "They met after a claim by Ana Silva that rain fell.",
            [("rain fell", "claim", "Ana Silva")],
        ),
        ("They met after calls from Silva to go.", [("to go", "calls", "Silva")]),
        ("Silva spoke in favor of the plan.", [("the plan", "favor", None)]),
        ("They met over his support for the dam.", [("the dam", "support", "his")]),
        # it is sure, or not
        ("It is unclear whether rain fell.", [("rain fell", "unclear", None)]),
        ("Silva was sure that rain fell.", [("rain fell", "sure", "Silva")]),
        ("Silva was sure on Monday that rain fell.", [("rain fell", "sure", "Silva")]),
        ("Silva is convinced the dam will hold.", [("the dam will hold", "convinced", "Silva")]),
        ("It was clear that rain fell.", [("rain fell", "clear", None)]),
        # the sentence before the cue, with the words that go on after it
        (
            "Rain, Silva said, is a gift of the sea.",
            [("Rain, Silva said, is a gift of the sea", "said", "Silva")],
        ),
        ("As Silva said, rain fell.", [("rain fell", "said", "Silva")]),
        ("As Silva told AFP, rain fell.", [("rain fell", "told", "Silva")]),
        # but not what only leads up to it, nor what is outside its brackets
        ("And yet, Silva says, rain falls.", [("rain falls", "says", "Silva")]),
        (
            "Old dams hold (they leak at night, Silva says) in May.",
            [("they leak at night", "says", "Silva")],
        ),
        # ... whatever clause it starts with
        (
            "If it rains, the town waits, Silva said.",
            [("If it rains, the town waits", "said", "Silva")],
        ),
        # ... with the place and the day, or whom it is said to, after the cue
        ("Lima has new boats, Silva said here Sunday.", [("Lima has new boats", "said", "Silva")]),
        ("Lima has new boats, Silva told AFP.", [("Lima has new boats", "told", "Silva")]),
        (
            "Lima has new boats, Silva told Lisbon radio.",
            [("Lima has new boats", "told", "Silva")],
        ),
        # ... even if it holds other cues
        ("Lima wants new boats, Silva said.", [("Lima wants new boats", "said", "Silva")]),
    ],
)
def test_indirect_statement_is_found(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert read(text) == [("indirect", *one) for one in expected]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # a clause goes on over commas that do not end it
        ("Silva said that rain, snow and hail fell.", "rain, snow and hail fell"),
        ("Silva said rain fell as far as Faro, Lagos and Sines.", None),
        # a thing ends at the next comma
        ("Silva praised the plan, which is new.", "the plan"),
        ("Silva praised Ek, Lima and Ota.", "Ek, Lima and Ota"),
        ("Silva praised the towns, particularly Faro.", "the towns, particularly Faro"),
        # and goes on over how it is to be done
        ("Silva backed plans to save Faro by moving it.", "plans to save Faro by moving it"),
        # it ends at another verb, whoever's
        ("Silva praised the plan and has left.", "the plan"),
        ("Silva praised the plan and Ek laughed.", "the plan"),
        ("Silva called for law and order.", "law and order"),  # no verb
        (
            "Silva praised a walk in rain and a show.",
            "a walk in rain and a show",
        ),  # not "in a show"
        # either ends where another says something
        ("Silva said rain fell, citing the weather office.", "rain fell"),
        ("Silva said rain fell, and he added a joke.", "rain fell"),
        ("Silva said rain fell but Ek disagreed.", "rain fell"),
        # where the occasion is told
        ("Silva said rain fell in an interview with AFP.", "rain fell"),
        ("Silva praised the plan on Twitter.", "the plan"),
        # and where the clause that it stands in does
        ("When Silva said rain fell, they laughed.", "rain fell"),
        ("Ek, who said rain fell, laughed.", "rain fell"),
        ("The plan - Silva said rain fell - is old.", "rain fell"),
        ("They laughed - Silva said it is second- or third-rate.", "it is second- or third-rate"),
        ("Having said that rain fell, Silva left.", "rain fell"),
        ("Despite his claim that rain fell, they laughed.", "rain fell"),
        ("They met, but while Silva said it rained, they laughed.", "it rained"),
        # ... not in the clause that comes after that comma
        ("As AFP reported, if rain falls, the town waits.", "if rain falls, the town waits"),
        # a plan ends before the sentence's own verb
        ("Those who want to go should wait.", "to go"),
        # ... not where its own does
        ("Silva made a pledge to be brave.", "to be brave"),
        ("The poster, which accuses Ek of being late, fell.", "Ek of being late"),
        ("Silva had doubts about how it would end.", "how it would end"),
        ("His refusal to go made news.", "to go"),
        ("Silva vowed to go, raising hopes.", "to go"),
        # an abbreviation may end its sentence
        ("Silva said rain fell in the U.S. He left.", "rain fell in the U.S."),
    ],
)
def test_words_end_where_they_should(text: str, words: str | None) -> None:
    first = read(text)[0][1]
    assert first == (words or text[len("Silva said ") : -1])


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        # the reporter's words between the halves are left out
        ('"Rain," Silva said, "fell on us."', ['"Rain,"', '"fell on us."']),
        ('"Rain fell," Silva said. "It was cold."', ['"Rain fell,"', '"It was cold."']),
        ("Rain, Silva said, is a gift.", ["Rain", "is a gift"]),
        ("Rain, according to Silva, is a gift.", []),  # too short to be a clause
        (
            "Rain on the hills, according to Silva, is a gift.",
            ["Rain on the hills", "is a gift"],
        ),
        # nothing but a blank line parts these: they are one piece
        ('Silva said: "Rain fell.\n\n"It was cold."', []),
        ('Silva said: "Rain fell."', []),
    ],
)
def test_split_quotation_has_pieces(text: str, pieces: list[str]) -> None:
    statements = find_statements(text)
    assert [text[a:b] for s in statements for a, b in s.pieces] == pieces
    assert all(s.pieces[0][0] == s.start and s.pieces[-1][1] == s.end for s in statements if pieces)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rain fell on the town.",
        'They sang "Grey Skies" on the square.',  # a title
        'The "experts" went home.',  # scare quotes
        'He drove a "Star" tractor.',
        "It was said in the letter.",  # no one says it
        "Asked about the plan, Silva left.",  # a subject, no words
        "That said, rain fell.",
        "The mayoral hopeful Ana Silva left.",  # nobody's hope
        '"Nobody knows who said this."',  # a floating quotation, first in its story
        'Silva never closed the " and left.',
        "Silva showed up at noon.",  # verbs of another sense
        "The states that have moved are dry.",
        "Two coastal states have moved.",  # nouns that verbs are spelled like
        "Their plans were on the table.",
        "The Washington Post is a paper.",
        "The United States is large.",
        "She drove to places like Faro.",
        "Iowa: Ana Silva, Bo Ek, Rui Lima.",  # a list
        "Editor's note: The story was cut.",
    ],
)
def test_other_words_are_no_statement(text: str) -> None:
    assert read(text) == []


def test_offsets_hold_in_a_long_text() -> None:
    text = "Rain fell.\n\n" * 50 + '"So it did," Silva said.'
    (statement,) = find_statements(text)
    assert text[statement.start : statement.end] == '"So it did,"'
