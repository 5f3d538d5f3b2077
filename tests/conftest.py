"""What every test may rely on."""

import pytest

from search.index.embedded.compiling import compile_kernels


@pytest.fixture(autouse=True, scope="session")
def _compiled() -> None:
    """The kernels, so that no test waits for them or is told about them."""
    compile_kernels(print)
