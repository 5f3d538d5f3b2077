"""Speakers: whom a mention means within a story, and whom it does not."""

import pytest

from search import Article, find_statements
from search.wire import read_wire
from search.wire.cast import find_cast, read_person


def names(text: str) -> list[str]:
    return [s.speaker.name for s in find_statements(text) if s.speaker]


@pytest.mark.parametrize(
    ("mention", "name", "role", "organisation"),
    [
        ("Ana Silva", "Ana Silva", None, None),
        ("Foreign Minister Ana Silva", "Ana Silva", "Foreign Minister", None),
        ("NATO Secretary General Bo Ek", "Bo Ek", "Secretary General", "NATO"),
        ("Portuguese President Ana Silva", "Ana Silva", "President", None),
        ("Mr. Ek", "Ek", None, None),
        ("Ursula von der Heide", "Ursula von der Heide", None, None),
        ("retired teacher Ana Silva", "Ana Silva", "retired teacher", None),  # any trade
        ("Teacher Ana Silva", "Ana Silva", "Teacher", None),  # at a sentence's start
    ],
)
def test_mention_is_taken_apart(
    mention: str, name: str, role: str | None, organisation: str | None
) -> None:
    person = read_person(mention)
    assert person is not None
    assert (person.name, person.role, person.organisation) == (name, role, organisation)


@pytest.mark.parametrize("mention", ["the ministry", "White House", "Foreign Ministry", "minister"])
def test_institutions_and_roles_are_nobodys_name(mention: str) -> None:
    assert read_person(mention) is None


def test_role_may_follow_the_name() -> None:
    (person,) = find_cast("Rain fell on Ana Silva, a spokeswoman for the Weather Office, at noon.")
    assert (person.role, person.organisation) == ("spokeswoman", "Weather Office")
    assert person.gender == "female"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a last name is the one full name that ends in it
        ('Minister Ana Silva came. "It rains," Silva said.', ["Ana Silva"]),
        # two share it: it stays as printed
        ('Ana Silva met Rui Silva. "It rains," Silva said.', ["Silva"]),
        # a pronoun is the last speaker
        ('"It rains," Ana Silva said. "It pours," she added.', ["Ana Silva", "Ana Silva"]),
        # but not of the other sex
        (
            '"It rains," spokeswoman Ana Silva said. "It pours," he added.',
            ["Ana Silva", "he"],
        ),
        # a description is the one whose role fits
        (
            '"It rains," Foreign Minister Ana Silva said. "It pours," the top diplomat added.',
            ["Ana Silva", "Ana Silva"],
        ),
        # two fit: neither
        (
            "Foreign Minister Ana Silva met Foreign Minister Bo Ek. "
            '"It pours," the top diplomat said.',
            ["the top diplomat"],
        ),
        # one of another nation does not
        (
            '"It rains," Danish Minister Bo Ek said. "It pours," the Finnish minister said.',
            ["Bo Ek", "the Finnish minister"],
        ),
        # family names may stand first or in the middle, and be of several words
        ('Minister Rosa Quispe Arandia came. "It rains," Quispe said.', ["Rosa Quispe Arandia"]),
        ('Captain Yoo Min-jae came. "It rains," Yoo said.', ["Yoo Min-jae"]),
        ("Rui Sá de Melo said it rained. Sá de Melo said it froze.", ["Rui Sá de Melo"] * 2),
        ("Councilor Tang Jiaxuan met Rui Lima. Tang said it rained.", ["Tang Jiaxuan"]),
        ("Tang Jiaxuan met Tang Wei. Tang said it rained.", ["Tang"]),  # two of one family
        ("Mayor Ana Jiaxuan met Rui Lima. Ana said it rained.", ["Ana"]),  # no family's name
        # a full name may own something, or stand behind the end of a sentence
        ('It was Bo Ek’s last day. "It rains," Ek said.', ["Bo Ek"]),
        ("Bo Ek came on Sunday. Ek said that it rained.", ["Bo Ek"]),
        ("Secretary-General Bo Ek said it rained.", ["Bo Ek"]),
        # "she" is no Peter, and "he" no Maria: nobody, where the last to speak cannot be meant
        ("Peter Ek said it rained. She said it poured.", ["Peter Ek", "She"]),
        ("Maria Lima said it rained. He said it poured.", ["Maria Lima", "He"]),
        ("Maria Lima said it rained. She said it poured.", ["Maria Lima", "Maria Lima"]),
        ("Kim Lima said it rained. He said it poured.", ["Kim Lima", "Kim Lima"]),  # or a woman
        # a stranger goes on speaking, and so do many; not who only asked, nor a thing
        ("A clerk at Dam Bank said it rained. He said it poured.", ["A clerk at Dam Bank"] * 2),
        ("The traders said it rained. They said it poured.", ["The traders"] * 2),
        ("A page on rain said it rained. She said it poured.", ["A page on rain", "She"]),
        ("A clerk asked if it rained. He said it poured.", ["A clerk", "He"]),
        # kings are numbered, and no one is called Wednesday
        ("King Olaf II came. Olaf said it rained. He said it poured.", ["Olaf II"] * 2),
        ("Mayor Ana Silva Monday left. Silva said it rained.", ["Ana Silva"]),
        # one mention is one speaker
        (
            "The statement said it rained. It fell all night, it said, adding: “It pours.”",
            ["The statement"] * 3,
        ),
        # a pronoun is whom its paragraph brings in
        (
            'Bo Ek said it rained.\n\nAna Silva lit her oven. "It pours," she said.',
            ["Bo Ek", "Ana Silva"],
        ),
        (
            'Bo Ek said it rained.\n\nHis opponent, Ana Silva, lost. "It pours," she said.',
            ["Bo Ek", "Ana Silva"],
        ),
        # ... of two nobody, of a club nobody, and who is only met is not brought in
        (
            "Bo Ek said it rained.\n\nAna Silva lit her oven. Eva Ito lit her lamp. "
            '"It pours," she said.',
            ["Bo Ek", "she"],
        ),
        ('Bo Ek said it rained.\n\nFaro United won. "It pours," he said.', ["Bo Ek", "Bo Ek"]),
        (
            'Bo Ek said it rained.\n\nOn a visit to Ana Silva and her sons "it poured", he said.',
            ["Bo Ek", "Bo Ek"],
        ),
        # one name is said at different lengths
        ("Rui Abu Reis came. So did Abu Reis. Reis said that it rained.", ["Rui Abu Reis"]),
        ("Ana P. Silva came. Ana Silva left. Mrs. Silva said that it rained.", ["Ana P. Silva"]),
        ("Democrat Bo Ek came. Bo Ek left. Ek said that it rained.", ["Bo Ek"]),
        # ... but a father and a son are two
        (
            "Former Mayor Bo Ek came. Mayor Bo A. Ek left. Ek said that it rained.",
            ["Ek"],
        ),
        # "a diplomat" is someone new, "the Faro senator" no one who is not told to be of Faro
        ("Ambassador Bo Ek came. A Western diplomat said that it rained.", ["A Western diplomat"]),
        ("Sen. Bo Ek came. The Faro senator said that it rained.", ["The Faro senator"]),
        ("Faro Senator Bo Ek came. The Faro senator said that it rained.", ["Bo Ek"]),
        ("Chairman Bo Ek came. The Austrian chairman said that it rained.", ["Bo Ek"]),
        # where someone works is not their name
        ("Bo Ek at Dam Bank said that it rained.", ["Bo Ek"]),
        ("Bo Ek from the Dam Bank said that it rained.", ["Bo Ek"]),
        ("Bo Ek from DAM said that it rained.", ["Bo Ek"]),
        ("The Dam Bank's Bo Ek said that it rained.", ["Bo Ek"]),
        ("Foreign Minister Amin Said al-Reis said that it rained.", ["Amin Said al-Reis"]),
        # a town is not a person, and no "he"
        ("Lisbon says that it rains. He says that it pours.", ["Lisbon", "He"]),
        # "who" is the one before it, and so is whoever the sentence goes on with
        ("Bo Ek, who says that it rains, added that it pours.", ["Bo Ek", "Bo Ek"]),
        ("The office, which says that it rains, shut.", ["The office"]),
        ('Bo Ek called it "odd," adding that it pours.', ["Bo Ek", "Bo Ek"]),
        ("But Bo Ek, 40, said that it pours.", ["Bo Ek"]),
        # "it's" owns nothing
        ("It's clear that it rains.", []),
        # "it" is the institution that spoke last, unless it speaks of another
        ("The World Bank said it rained. It added that it poured.", ["World Bank", "World Bank"]),
        ("The report said it rained. Bo Ek laughed. It added that it poured.", ["The report"] * 2),
        ("The report said Ek lost, though it denied that he won.", ["The report", "it"]),
        ("A clerk said it rained. It added that it poured.", ["A clerk", "It"]),
        # so it is by an acronym, or a name without an article
        ("NATO said it rained. It added that it poured.", ["NATO"] * 2),
        ("Faro University said it rained. It added that it poured.", ["Faro University"] * 2),
        # "the ministry" is the only one that has spoken, if the story tells of no other
        (
            "The Foreign Ministry said it rained. The ministry said it poured.",
            ["Foreign Ministry", "Foreign Ministry"],
        ),
        (
            "The Foreign Ministry said it rained. The Health Ministry rose. The ministry said it "
            "poured.",
            ["Foreign Ministry", "The ministry"],
        ),
        ("A clerk said it rained. The ministry said it poured.", ["A clerk", "The ministry"]),
        # an institution keeps its own words
        ('"It rains," the Weather Office said.', ["Weather Office"]),
    ],
)
def test_mention_is_resolved(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('"It holds," Bo Ek of the Dam Office said.', ["Bo Ek"]),
        ('"It holds," engineer Bo Ek said.', ["Bo Ek"]),
        ('"It holds," officials said.', []),  # whoever they are
        ('"It holds," Engineers said.', []),
        ("Police said the dam would hold.", []),  # no town
        ('"It holds," the ministry said.', []),
        ('"It holds," state media said.', []),
        ('"It holds," U.N. data showed.', []),
        ("Norway said the dam would hold.", ["Norway"]),  # a country is a name
    ],
)
def test_an_articles_speakers_are_those_with_a_name(text: str, named: list[str]) -> None:
    article = read_wire(Article(id="dam", headline="Dam holds", body=text))
    assert [speaker.name for speaker in article.speakers] == named
