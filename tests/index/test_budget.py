"""However little memory there is, the index is the same, and memory stays within it."""

import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from search import Article, SearchRequest, Speaker, Statement, parse_query
from search.index.embedded import EmbeddedIndex
from search.index.embedded.segment import Segment

WORDS = ["oil", "Oil", "oil’s", "prices", "price", "rain", "Kyiv", "naïve", "U.S.", "2022"]


def make_stories(number: int) -> Iterator[Article]:
    """Stories that share words, some of them in every story, and some ids."""
    chance = random.Random(7)
    for n in range(number):
        words = chance.choices(WORDS, k=chance.randrange(12))
        text = f"The oil {' '.join(words)}. It rained {n}.\n\nThe end {n % 90}."
        who = Speaker(start=0, end=3, name=f"Ann {n % 7}")
        yield Article(
            id=f"id{n % 260}",
            headline=chance.choice(WORDS).title(),
            body=text,
            agency=chance.choice(["AFP", "TASS", None]),
            keywords=tuple(chance.choices(["war", "oil price", "war"], k=n % 3)),
            speakers=(who,) * (n % 2),
            statements=(Statement(start=4, end=8, kind="direct", cue="said", speaker=who),)
            * (n % 2),
        )


def only_segment(path: Path) -> Segment:
    [file] = path.glob("*.columns")
    return Segment(file)


def words_of(segment: Segment) -> dict[tuple[str, str], list[tuple[int, int, int, str, str]]]:
    """Of every term of every group where it stands, and as which form and how printed."""
    found = {}
    for name, group in segment.groups.items():
        for number, term in enumerate(group.terms):
            surfaces = group.forms.surfaces(number) if name == "text" else [("", "")]
            held = group.occurrences(group.found(number))
            rows = zip(*(column.tolist() for column in held), strict=True)
            found[name, term] = [(*row[:3], *surfaces[row[3]]) for row in rows]
    return found


@pytest.mark.parametrize("memory", [1, 4_000, 60_000])
def test_the_index_is_the_same_with_little_memory(tmp_path: Path, memory: int) -> None:
    """With one byte each story is a segment, and each term is merged block by block."""
    with EmbeddedIndex(str(tmp_path / "much")) as index:
        assert index.add({one.id: one for one in make_stories(300)}.values()) == 260
    with EmbeddedIndex(str(tmp_path / "little"), memory=memory) as index:
        assert index.add(make_stories(300)) == 260
        index.optimize()
    much, little = only_segment(tmp_path / "much"), only_segment(tmp_path / "little")
    order = little.find_ids(list(much.ids))
    assert sorted(order.tolist()) == list(range(260))
    assert [little.article(doc) for doc in order.tolist()] == [
        much.article(doc) for doc in range(260)
    ]
    assert (little.lengths[:, order] == much.lengths).all()
    back = np.argsort(order).tolist()
    moved = {
        key: sorted((back[doc], *rest) for doc, *rest in rows)
        for key, rows in words_of(little).items()
    }
    assert moved == words_of(much)
    assert little.rank[order].tolist() == much.rank.tolist()
    forms = (
        [(text, segment.forms.zones(n)) for n, text in enumerate(segment.forms.texts)]
        if (segment := much.groups["text"])
        else []
    )
    assert forms == [
        (text, little.groups["text"].forms.zones(n))
        for n, text in enumerate(little.groups["text"].forms.texts)
    ]


def test_of_stories_with_one_id_the_last_is_kept(tmp_path: Path) -> None:
    """Far apart in one ``add``, and in other orders than that of their ids."""
    first = [Article(id=str(n % 50), headline=f"v{n}", body="x" * 90) for n in range(500)]
    with EmbeddedIndex(str(tmp_path), memory=60_000) as index:
        assert index.add(first) == 50
        found = index.search(SearchRequest(query=parse_query(""), limit=100))
        assert {hit.headline for hit in found.hits} == {f"v{n}" for n in range(450, 500)}
        again = [replace(one, headline="new") for one in first[:20]]
        assert index.add([*again, *again[:3]]) == 20
        assert index.search(SearchRequest(query=parse_query("headline:new"))).total == 20


MEASURE = """
import gc, random, sys, tempfile
from pathlib import Path
from bench.apart import read_memory
from search import Article
from search.index.embedded import EmbeddedIndex
from search.text import printed_form, stem, word_form

letters = str.maketrans("0123456789", "abcdefghij")
memory, number = int(sys.argv[1]), int(sys.argv[2])
chance = random.Random(1)
common = [f"w{chance.randrange(10 ** 6)}" for _ in range(20_000)]

def stories(number, name):
    for n in range(number):
        words = [common[int(20_000 * chance.random() ** 4)] for _ in range(150)]
        words += [f"{name}{n}x{k}" for k in range(2)]
        yield Article(id=f"{name}{n}", headline=" ".join(words[:6]), body=" ".join(words))

with tempfile.TemporaryDirectory() as folder:
    with EmbeddedIndex(folder + "/warm", memory) as index:
        for part in range(3):  # so that kernels and dictionaries are there
            index.add(stories(200, f"warm{part}"))
        index.optimize()
    for number in range(70_000):  # and what is kept of words, which has a bound of its own
        word = f"Wa{number}".translate(letters)
        printed_form(word), stem(word_form(word))
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")  # the most ever is what it is now
    before = read_memory("VmRSS")
    with EmbeddedIndex(folder + "/index", memory) as index:
        index.add(stories(number, "s"))
        print(read_memory("VmHWM") - before)
        assert index.check().stories == number
"""


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
@pytest.mark.parametrize(("memory", "stories"), [(64 << 20, 20_000), (64 << 20, 80_000)])
def test_memory_stays_within_what_was_set(memory: int, stories: int) -> None:
    """However many stories: what is not yet written, and what is merged at the end."""
    command = [sys.executable, "-c", MEASURE, str(memory), str(stories)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert int(done.stdout) < 1.5 * memory
