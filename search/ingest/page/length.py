"""How long a text is, as its reader takes it: a sign of Chinese says as much as some letters do."""

import re

# Thai, Japanese, Chinese and Korean
_SIGNS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
# letters of an alphabet that a sign stands for
_WORTH = 2.5


def measure(text: str) -> int:
    """The letters of an alphabet that would say the same.

    >>> measure("dam holds"), measure("海堤")
    (9, 5)
    """
    return len(text) if text.isascii() else len(text) + int((_WORTH - 1) * _count(text))


def is_dense(text: str) -> bool:
    """Whether a text is written in such signs, for the most part."""
    return not text.isascii() and 3 * _count(text) > len(text)


def _count(text: str) -> int:
    return len(_SIGNS.findall(text))
