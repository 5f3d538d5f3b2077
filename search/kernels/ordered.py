"""Looking numbers up in others that are in order: ``bisect.bisect_left``. Numpy's takes long to
compile."""

from typing import Any

from . import part


@part
def first_from(numbers: Any, low: Any, high: Any, number: Any) -> Any:
    """The first place from ``low`` on at which no smaller number stands; ``high`` where there is
    none before it."""
    while low < high:
        middle = (low + high) >> 1
        if numbers[middle] < number:
            low = middle + 1
        else:
            high = middle
    return low
