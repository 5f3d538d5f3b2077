"""The style sheet: every colour that text has can be read on every ground that it stands on."""

import re
from pathlib import Path

import pytest

import web

SHEET = (Path(web.__file__).parent / "static" / "dateline.css").read_text(encoding="utf-8")
VOICES = [f"v{number}" for number in (*range(6), "x")]
# text on ground
PAIRS = [
    *((text, ground) for text in ("ink", "soft", "accent", "link") for ground in ("paper", "card")),
    *((voice, "paper") for voice in VOICES),
    *(("card", ground) for ground in ("accent", *VOICES)),  # buttons, labels under the pointer
    ("ink", "mark"),
    ("flag", "flag-paper"),
]


def colours(scheme: str) -> dict[str, str]:
    light, dark = re.findall(r":root \{(.*?)\}", SHEET, re.DOTALL)
    text = light if scheme == "light" else light + dark
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", text))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out(scheme: str, text: str, ground: str) -> None:
    shades = sorted(luminance(colours(scheme)[name]) for name in (text, ground))
    assert (shades[1] + 0.05) / (shades[0] + 0.05) >= 4.5  # level AA


def test_nothing_comes_from_elsewhere() -> None:
    assert not re.search(r"url\(|@import|https?:", SHEET)
