"""Speaker names: those of a segment by their words, so that who spoke is looked up."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from ...article import Article
from ...query.meaning import finds
from ...query.nodes import And, Everything, Fuzzy, Node, Not, Or, Prefix, Word
from ...query.story import Story, name_zone
from .lexicon import Lexicon
from .runs import Ints, join_texts, starts_of
from .shadow import shadow
from .texts import TextColumn
from .words import find_batch_words

_NOBODY = Story(Article(id="", headline=""))  # of a name only the name is looked at


class Names:
    """Distinct names by number. Their words are found when they are first asked for."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names

    def fit(self, node: Node) -> Ints:
        """Which names the node finds: a flag for each."""
        match node:
            case Everything():
                return np.ones(len(self._names), bool)
            case And(parts):
                return np.asarray(np.logical_and.reduce([self.fit(part) for part in parts]))
            case Or(parts):
                return np.asarray(np.logical_or.reduce([self.fit(part) for part in parts]))
            case Not(part):
                return ~self.fit(part)
            case Word(form):
                return self._with_forms([self._forms.find(form)])
            case Prefix(form):
                return self._with_forms(self._forms.starting(form))
            case Fuzzy(form):
                return self._with_forms(self._forms.near(form).tolist())
        return self._with_places(node)

    def _with_places(self, node: Node) -> Ints:
        """Of the names that have the words, those in which they also stand so."""
        fits = self.fit(shadow(node))
        for number in np.flatnonzero(fits).tolist():
            fits[number] = finds(node, _NOBODY, [name_zone(self._names[number])])
        return fits

    def _with_forms(self, forms: Sequence[int]) -> Ints:
        fits = np.zeros(len(self._names), bool)
        at, names = self._postings
        for form in forms:
            if form >= 0:
                fits[names[at[form] : at[form + 1]]] = True
        return fits

    @property
    def _forms(self) -> TextColumn:
        return self._words[0]

    @property
    def _postings(self) -> tuple[Ints, Ints]:
        return self._words[1:]

    @cached_property
    def _words(self) -> tuple[TextColumn, Ints, Ints]:
        """The folded words in order, and of each the names that have it: where these start, and
        the names."""
        lexicon = Lexicon()
        words = find_batch_words(list(self._names), lexicon)
        ordered = sorted(lexicon.forms)
        numbers = {form: number for number, form in enumerate(ordered)}
        rank = np.array([numbers[form] for form in lexicon.forms], np.int32)
        forms = rank[lexicon.form_of[words.numbers]]
        names = np.repeat(np.arange(len(self._names)), words.sizes)
        at = starts_of(np.bincount(forms, minlength=len(ordered)))
        run, sizes = join_texts(map(str.encode, ordered))
        column = TextColumn(run.copy(), starts_of(sizes))  # numba sees arrays of one kind only
        return column, at, names[np.argsort(forms, kind="stable")]
