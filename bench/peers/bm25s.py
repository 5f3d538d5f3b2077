"""bm25s, a scoring library: every story's score at once, in one array."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import bm25s as engine
import numpy as np
import Stemmer

from bench.peers import TOP, Answer, Ask
from bench.question import Question

if TYPE_CHECKING:
    from search import Article

SKIPS = (
    "no facets, positions, boolean queries, filters, dates or stored stories; one field, no boosts"
)
_ASKED = ("rare word", "common word", "OR")


def version() -> str:
    return f"bm25s {engine.__version__}"


def build(folder: Path, stories: Iterable[Article]) -> None:
    best, texts = [], []
    for story in stories:
        best.append((story.id, story.headline))
        texts.append(f"{story.headline}\n{story.standfirst or ''}\n{story.body}")
    options = {"stopwords": [], "stemmer": Stemmer.Stemmer("english"), "show_progress": False}
    retriever = engine.BM25()
    retriever.index(engine.tokenize(texts, **options), show_progress=False)
    retriever.save(str(folder))
    (folder / "best.json").write_text(json.dumps(best))


class _Session:
    def __init__(self, folder: Path) -> None:
        self.retriever = engine.BM25.load(str(folder), mmap=True)
        self.best = [
            (key, headline) for key, headline in json.loads((folder / "best.json").read_text())
        ]
        self.stemmer = Stemmer.Stemmer("english")

    def prepare(self, question: Question, newest: bool) -> Ask | None:
        if newest or question.kind not in _ASKED:
            return None
        terms = self.stemmer.stemWords(list(question.words))

        def ask() -> Answer:
            scores = self.retriever.get_scores(terms)
            numbers = np.argpartition(-scores, TOP)[:TOP]
            numbers = numbers[np.argsort(-scores[numbers])]
            best = [self.best[number] for number in numbers if scores[number] > 0]
            return Answer(int(np.count_nonzero(scores)), best, {})

        return ask

    def close(self) -> None:
        del self.retriever


open_session = _Session
