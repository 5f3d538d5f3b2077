"""``python -m search`` is ``dateline``."""

from .cli import main

if __name__ == "__main__":  # the reading processes import this file too
    main()
