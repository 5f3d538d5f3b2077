"""Stories from one process to another: the same on arrival, and smaller on the way."""

import copyreg
import hashlib
import pickle
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import Article, read_article
from search.ingest.identity import content_hash
from search.ingest.parcel import pack_by_fields
from search.text import fold
from tests.story import story
from tests.strategies import stories

_DAM = """Dam holds\n\nOSLO, March 3, 2024 (AP) — “It held,” Mayor Per Lund said on Sunday."""


@pytest.fixture(scope="module")
def plainly() -> int:
    """How large a story is on its way without this."""
    return len(pickle.dumps(read_article(_DAM.encode(), name="dam.txt")))


@pytest.fixture(scope="module")
def _packed(plainly: int) -> Iterator[int]:
    before = dict(copyreg.dispatch_table)
    pack_by_fields()
    yield plainly
    copyreg.dispatch_table.clear()
    copyreg.dispatch_table.update(before)


@pytest.mark.usefixtures("_packed")
@given(one=stories())
def test_story_arrives_as_it_was_sent(one: Article) -> None:
    assert pickle.loads(pickle.dumps(one)) == one


@pytest.mark.usefixtures("_packed")
def test_story_with_every_kind_of_part_is_smaller(plainly: int) -> None:
    dam = read_article(_DAM.encode(), name="dam.txt")
    assert dam.statements
    assert dam.dateline
    sent = pickle.dumps(dam)
    assert pickle.loads(sent) == dam
    assert len(sent) < plainly


_ODD = st.text(st.sampled_from("aÉ e\u0301\u0308i\u00a8 \u2017ﬁß\n\u3000İй”“-"), max_size=12)


@given(headline=_ODD, body=_ODD)
def test_hash_folds_word_by_word_as_it_would_the_whole(headline: str, body: str) -> None:
    words = " ".join(fold(f"{headline}\n{body}").split())
    whole = hashlib.blake2b(words.encode(), digest_size=8).hexdigest()
    assert content_hash(story(headline, body)) == whole
