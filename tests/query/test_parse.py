"""The query language, form by form: what is typed, and how it is read back."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from search import parse_query
from search.errors import QueryError, QuerySyntaxError, QueryTooExpensive
from search.query.nodes import Query
from tests.effort import examples


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("nato", "nato"),
        ("NATO", "nato"),  # letter case is folded
        ("café", "cafe"),  # so are accents
        ("U.S.", "us"),  # initials are one word
        ("EU’s", "eu"),  # a possessive is its word
        ("1,500", "1500"),  # a number without its commas
        ("non-deployment", '"non deployment"'),  # a hyphen makes a phrase
        ("red lines", "red lines"),  # words are joined by AND
        ("red AND lines", "red lines"),
        ("red OR blue", "red OR blue"),
        ("red blue OR green", "red blue OR green"),  # AND binds tighter
        ("red (blue OR green)", "red (blue OR green)"),
        ("(red (blue))", "red blue"),  # idle parentheses go
        ("red OR (blue OR green)", "red OR blue OR green"),
        ('"red lines"', '"red lines"'),
        ("“red lines”", '"red lines"'),  # curly quotes are quotes
        ("«red lines»", '"red lines"'),  # and so are others
        ('"red"', "red"),  # a phrase of one word is the word
        ("-red", "NOT red"),
        ("NOT red", "NOT red"),
        ("–red", "NOT red"),  # a dash typed for a minus
        ("red - blue", "red blue"),  # but not one between words
        ("-(red blue)", "NOT (red blue)"),
        ("red -blue OR green", "red NOT blue OR green"),
        ("deploy*", "deploy*"),
        ("DEPLOY＊", "deploy*"),  # a full-width star
        ("headline:nato", "headline:nato"),
        ("Headline:nato", "headline:nato"),
        ("headline: nato", "headline:nato"),
        ('body:"red lines"', 'body:"red lines"'),
        ("headline:(nato OR eu)", "headline:nato OR headline:eu"),  # a group in a field
        ("headline:(nato -eu)", "headline:nato NOT headline:eu"),
        ("speaker:lavrov*", "speaker:lavrov*"),
        ("date:2022-02-14", "date:2022-02-14"),
        ("date:2022-02", "date:2022-02-01..2022-02-28"),
        ("date:2024-02", "date:2024-02-01..2024-02-29"),  # a leap year
        ("date:2021..2022", "date:2021-01-01..2022-12-31"),
        ("date:2022-02..", "date:2022-02-01.."),  # an open range
        ("date:..2022-02-14", "date:..2022-02-14"),
        ("-date:2022", "NOT date:2022-01-01..2022-12-31"),
        ("Lavrov: talks go on", "lavrov talks go on"),  # a pasted headline's colon
        ("12:30", '"12 30"'),
        ("or", "or"),  # operators are capitals
        ('"OR"', "or"),  # or stand in quotation marks
        ("=US", "=US"),
        ("=U.S.", "=US"),
        ('="OR"', "=OR"),  # behind the sign, capitals are no operator
        ("=NOT nato", "=NOT nato"),
        ('="Red Lines"', '="Red Lines"'),
        ("=co-operation", '="co operation"'),
        ("sergei~", "sergei~"),
        # a speaker by the name typed, and as the name is filed
        ("speaker:sergei", "speaker:sergei OR speaker:sergey"),
        ("speaker:sergey", "speaker:sergey"),
        ("speaker:(sergey OR sergei)", "speaker:sergey OR speaker:sergei"),
        (
            'speaker:"Volodymyr Zelenskiy"',
            'speaker:"volodymyr zelenskiy" OR speaker:"volodymyr zelensky"',
        ),
        ('speaker:"Ana Umar"', 'speaker:"ana umar"'),  # a last name is another's than "Omar"
        ("speaker:=Sergei", "speaker:=Sergei"),  # only so
        ("sergei", "sergei"),  # a word of a text is no name
        ("said:a speaker:sergei", "said:(a) speaker:(sergei OR sergey)"),
        ("hlead:(a OR b)", "hlead:a OR hlead:b"),
        ("red NEAR/5 line", "red NEAR/5 line"),
        ("red near/5 line", "red NEAR/5 line"),
        ("red PRE/5 line NEAR/2 x", "red PRE/5 line NEAR/2 x"),  # a chain groups from the left
        ("red NEAR/5 (line /s x)", "red NEAR/5 (line /s x)"),
        ("red /S line", "red /s line"),
        ("tcp/ip", '"tcp ip"'),  # a slash inside a word
        ("headline:(red NEAR/5 line)", "headline:red NEAR/5 headline:line"),
        ("ATLEAST/3 nato x", "ATLEAST/3 nato x"),
        ("ATLEAST/3 (a OR b)", "ATLEAST/3 (a OR b)"),
        ("said:nato", "said:(nato)"),
        ("said:(a b) speaker:lavrov", "said:(a b) speaker:(lavrov)"),
        ("speaker:lavrov x said:a said:b", "(said:(a b) speaker:(lavrov)) x"),
        ("said:a -speaker:lavrov", "said:(a) speaker:(NOT lavrov)"),
        ("(said:a) speaker:lavrov", "(said:(a)) speaker:lavrov"),
        ("-said:a", "NOT (said:(a))"),
        ("米国", '"米 国"'),
        ("", ""),
        ("   \t\n", ""),
        ("ｎａｔｏ", "nato"),  # full-width letters
        ("co\u00adoperation", "cooperation"),  # a soft hyphen is no letter
        ("Лавров НАТО", "лавров нато"),
    ],
)
def test_a_query_is_read(typed: str, read: str) -> None:
    query = parse_query(typed)
    assert str(query) == read
    assert parse_query(read) == query


@pytest.mark.parametrize(
    ("typed", "message", "position", "hint"),
    [
        ('nato "red lines', "Unclosed quotation mark", 5, "closing"),
        ("(nato", "Unclosed parenthesis", 0, "closing"),
        ("nato)", "Closing parenthesis", 4, "take it out"),
        ("nato OR", "OR without a word after it", 5, "add one"),
        ("OR nato", "OR without a word before it", 0, "quotation marks"),
        ("a OR OR b", "OR without a word after it", 2, "add one"),
        ("a AND", "AND without a word after it", 2, "add one"),
        ("a (AND b)", "AND without a word before it", 3, "between two"),
        ("a NOT", "NOT without a word after it", 2, "add one"),
        ("speakr:lavrov", "Unknown field “speakr:”", 0, "did you mean “speaker:”"),
        ("zebra:red", "Unknown field “zebra:”", 0, "the fields are"),
        ("headline:", "“headline:” without a word", 0, "headline:something"),
        ("headline:(body:x)", "stands inside “headline:( … )”", 10, "close the group"),
        ("date:2022-02-30", "There is no date 2022-02-30", 5, "write 2022"),
        ("date:yesterday", "“yesterday” is not a date", 5, "write 2022"),
        ("date:0000", "There is no date 0000", 5, "write 2022"),
        ("date:..", "A date range without a date", 5, "write 2022"),
        ("date:2023..2022", "ends before it begins", 5, "swap"),
        ("x de*", "A star needs 3 letters", 2, "more of the word"),
        ("*", "A star stands only at the end", 0, "deploy*"),
        ("*deploy", "A star stands only at the end", 0, "deploy*"),
        ("de*ploy", "A star stands only at the end", 0, "deploy*"),
        ("a NEAR/5", "NEAR/5 without a word after it", 2, "add one"),
        ("NEAR/5 a", "NEAR/5 without a word before it", 0, "between two"),
        ("a NEAR/0 b", "NEAR/0: the number goes from 1 to 1,000", 2, "write NEAR/5"),
        ("a PRE/x b", "PRE/x: the number goes from 1 to 1,000", 2, "write PRE/5"),
        ("ATLEAST/0 a", "ATLEAST/0: the number", 0, "write ATLEAST/5"),
        ("a NEAR/5 &", "“&” has no letter or digit to be near to", 9, "type a word"),
        ("a NEAR/5 -b", "- cannot follow another operator", 9, "take one of them out"),
        ("(a b) NEAR/5 c", "Only words, phrases and groups", 0, "(a OR b) NEAR/5 c"),
        ("date:2022 NEAR/5 c", "Only words, phrases and groups", 0, "(a OR b) NEAR/5 c"),
        ("headline:a NEAR/5 b", "joins words of different fields", 11, "headline:(a NEAR/5 b)"),
        ("ATLEAST/2 (headline:a OR b)", "different fields", 10, "headline:(a OR b)"),
        ("said:a NEAR/5 b", "goes round the whole", 0, "said:(a NEAR/5 b)"),
        ("said:(date:2022)", "stands inside “said:( … )”", 6, "close the group"),
        ("=", "Nothing to search for", 0, "type a word"),
        ("=(a)", "“=” without a word after it", 0, "add one"),
        ("=nato*", "“=” asks for one form", 1, "take one of the two out"),
        ("ab~", "A tilde needs 3 letters", 0, "more of the word"),
        ("word~2", "A tilde stands only at the end", 0, "sergei~"),
        ("--- &", "Nothing to search for", 0, "type a word"),
        ("()", "Nothing to search for", 0, "type a word"),
        ('""', "Nothing to search for", 0, "type a word"),
        ("🗞", "Nothing to search for", 0, "type a word"),
    ],
)
def test_a_mistake_names_its_place_and_the_way_out(
    typed: str, message: str, position: int, hint: str
) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        parse_query(typed)
    assert message in str(caught.value)
    assert str(caught.value).endswith(f"at character {position + 1}")
    assert caught.value.position == position
    assert hint in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("x" * 10_000, "10,000 characters long"),
        ("a NEAR/2 " * 50 + "a", "More than 32 operators in a row"),
        ("(" * 500 + "x" + ")" * 500, "more than 32 parentheses"),
        ("-" * 500 + "x", "more than 32 parentheses"),
        ("NOT " * 500 + "x", "more than 32 parentheses"),
        ("x " * 300, "more than 256 words"),
        ('"' + "x " * 300 + '"', "more than 256 words"),
    ],
    ids=["long", "chain", "deep", "minuses", "nots", "words", "phrase"],
)
def test_a_limit_passed_is_said(typed: str, message: str) -> None:
    with pytest.raises(QueryTooExpensive, match=message) as caught:
        parse_query(typed)
    assert 0 <= caught.value.position < len(typed)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("typed", "notes"),
    [
        ("nato eu", ()),
        ("“nato”", ("curly quotes read as straight",)),
        ("red blue OR green", ("read as (red blue) OR green",)),
        ("(red blue) OR green", ()),  # plain as it stands
        ("red OR blue", ()),
        ("nato or eu", ("“or” is searched as a word; write OR for the operator",)),
        ("plane in NEAR miss", ("“NEAR” is searched as a word; write NEAR/5 for the operator",)),
        ("ors nato", ()),
        ("war & peace", ("“&” left out: it has no letter or digit",)),
        # in quotation marks nothing can be meant for an operator
        ('"war or peace" NATO', ()),
        ('"grain w/5 wheat"', ()),
        ("“Talks NEAR end”", ("curly quotes read as straight",)),
        # what other engines write
        ("grain w/5 wheat", ("“w/5” is searched as a word; write NEAR/5",)),
        ("grain near5 wheat", ("“near5” is searched as a word; write NEAR/5",)),
        ("grain ADJ3 wheat", ("“ADJ3” is searched as a word; write PRE/3",)),
        ("grain w/s wheat", ("“w/s” is searched as a word; write /s",)),
        ("ferry !grain", ("“!” leaves nothing out; write -",)),
        ("Grain! Wheat!", ()),
        ("grain|wheat", ("“|” joins nothing; write OR for either word",)),
        (
            "grain || wheat",
            (
                "“||” joins nothing; write OR for either word",
                "“||” left out: it has no letter or digit",
            ),
        ),
        ("Grain deal extended | AP", ("“|” left out: it has no letter or digit",)),
        ("gr?in", ("“?” stands for no letter; write gra* or grain~",)),
        ("who won?", ()),
        ("grain^2", ("“^2” weighs nothing; it is searched as a number",)),
        (
            "[2021 TO 2022]",
            ("“[2021 TO 2022]” is no range; write date:2021..2022",),
        ),
    ],
)
def test_notes_say_what_was_read_otherwise(typed: str, notes: tuple[str, ...]) -> None:
    assert parse_query(typed).notes == notes


def read_or_refuse(text: str) -> Query | QueryError:
    try:
        return parse_query(text)
    except QueryError as error:
        return error


_soup = st.lists(
    st.sampled_from(
        [
            "nato", "NEAR/5", "PRE/2", "/s", "ATLEAST/2", "said:", "speaker:", "=", "~",
            "(", ")", '"', "“", "OR", "NOT", "AND", "-", "*", ":", "date:", "headline:",
            "..", "2022-02", "x:", "’", "\u202e", "\x00", "½", "ŉ", "é", "e\u0301", "İ",
            "ß", "漢字", " ", " "
        ]
    ),
    max_size=20,
).map("".join)  # fmt: skip


@settings(max_examples=examples(800), deadline=None)
@given(text=_soup | st.text(max_size=60))
@example(text="=nato’ŉ")  # two apostrophes in one word, once ŉ is read as ʼn
def test_whatever_is_typed_is_a_query_or_an_error_with_a_place(text: str) -> None:
    read = read_or_refuse(text)
    if isinstance(read, QueryError):
        assert 0 <= read.position <= len(text)
        assert str(read)
    else:
        assert parse_query(str(read)) == read


@pytest.mark.parametrize(
    "text",
    [
        *("(" * 9_999, '"' * 9_998, "a" * 9_999, "a-" * 4_999, "x:" * 4_999, "[" * 9_999),
        *("[ " * 4_999, "[" + " " * 9_998, "a^" * 4_999, "a^" + "1" * 9_997, "a|?" * 3_333),
    ],
)
def test_no_query_takes_long_to_read(text: str) -> None:
    assert str(read_or_refuse(text))
    assert cost_to_read(text) < 0.1


def cost_to_read(text: str) -> float:
    """Processor seconds, the least of three: what a query costs, and not what the neighbours of
    this process or a collection of all the suite's garbage cost just then."""
    costs = []
    for _ in range(3):
        started = time.thread_time()
        read_or_refuse(text)
        costs.append(time.thread_time() - started)
    return min(costs)
