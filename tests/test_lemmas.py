"""The dictionary: kept unpacked, and the same as simplemma's own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import simplemma

from search.lemmas import find_lemma

WORDS = "talks talked mice went better oils feet analyses quickly lavrov zzyzx nato running co-op"
SHOW = f"from search.lemmas import find_lemma; print(*map(find_lemma, {WORDS.split()}))"


def shown(cache: Path) -> list[str]:
    """What a fresh process finds."""
    environment = {**os.environ, "DATELINE_CACHE": str(cache)}
    command = [sys.executable, "-c", SHOW]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True
    ).stdout.split()


@pytest.mark.parametrize("word", WORDS.split())
def test_a_lemma_is_that_of_the_library(word: str) -> None:
    assert find_lemma(word) == simplemma.lemmatize(word, lang="en")


def test_the_dictionary_is_kept_and_made_again_where_it_is_damaged(tmp_path: Path) -> None:
    expected = [simplemma.lemmatize(word, lang="en") for word in WORDS.split()]
    assert shown(tmp_path) == expected
    [kept] = tmp_path.glob("simplemma-*-en.json")
    whole = kept.read_bytes()
    assert shown(tmp_path) == expected  # from what was kept
    kept.write_bytes(whole[:1_000])
    assert shown(tmp_path) == expected
    assert kept.read_bytes() == whole


def test_where_nothing_can_be_kept_words_are_found_all_the_same(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    assert shown(blocked) == [simplemma.lemmatize(word, lang="en") for word in WORDS.split()]
