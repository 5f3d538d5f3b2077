"""The dictionary forms of English words, as simplemma has them.

Its dictionary is packed to be small, and takes longer to unpack than a search to answer; so it is
kept unpacked in the cache folder, once a machine and version.
"""

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from .cache import cache_folder


def find_lemma(form: str) -> str:
    """The form's dictionary form; itself where there is none.

    >>> [find_lemma(form) for form in ("talked", "mice", "lavrov")]
    ['talk', 'mouse', 'lavrov']
    """
    return str(_lemmatizer().lemmatize(form, "en"))


class Unpacked:
    """simplemma's way to a dictionary: from the cache, else from simplemma and into the cache."""

    def get_dictionary(self, language: str) -> Mapping[str, str]:
        return _dictionary(language)


@cache
def _lemmatizer() -> Any:
    """Loaded for the first word: an index is opened without it."""
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=Unpacked()))


@cache
def _dictionary(language: str) -> Mapping[str, str]:
    from simplemma import __version__
    from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

    path = cache_folder() / f"simplemma-{__version__}-{language}.json"
    with suppress(OSError, orjson.JSONDecodeError):
        held: dict[str, str] = orjson.loads(path.read_bytes())
        return held
    held = dict(DEFAULT_DICTIONARY_FACTORY.get_dictionary(language))
    with suppress(OSError):  # where nothing can be kept it is unpacked each time
        _keep(path, orjson.dumps(held))
    return held


def _keep(path: Path, data: bytes) -> None:
    """Write it whole or not at all: another process may read it meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(data)
    os.replace(file.name, path)  # noqa: PTH105
