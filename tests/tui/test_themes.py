import pytest
from textual.color import Color
from textual.theme import Theme

from briefing.tui.themes import CONTRAST, THEMES

GROUNDS = ("background", "surface", "panel")
TEXTS = (
    "foreground",
    "foreground-muted",
    "text-muted",
    "text-disabled",
    "text-primary",
    "text-secondary",
    "text-accent",
    "text-success",
    "text-warning",
    "text-error",
    "link-color",
)
PAIRS = (
    *((text, ground) for text in TEXTS for ground in GROUNDS),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("footer-foreground", "footer-background"),
    ("footer-description-foreground", "footer-background"),
    ("footer-key-foreground", "footer-background"),
    ("text-muted", "footer-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("screen-selection-foreground", "screen-selection-background"),
    ("link-color-hover", "link-background-hover"),
)
NAMES = [theme.name for theme in THEMES]


def colours(theme: Theme) -> dict[str, str]:
    return theme.to_color_system().generate() | theme.variables


def ratio(text: Color, ground: Color) -> float:
    """As WCAG 2.2 defines it."""
    lighter, darker = sorted((luminance(text), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_every_text_is_told_from_its_ground(theme: Theme) -> None:
    held = colours(theme)
    least = 7.0 if theme is CONTRAST else 4.5

    ratios = {pair: ratio(*(Color.parse(held[name]) for name in pair)) for pair in PAIRS}

    assert {pair: round(r, 2) for pair, r in ratios.items() if r < least} == {}


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_no_text_is_see_through(theme: Theme) -> None:
    held = colours(theme)

    parsed = {name: Color.parse(held[name]) for pair in PAIRS for name in pair}

    assert {name: colour for name, colour in parsed.items() if colour.a != 1} == {}


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_borders_and_thumbs_stand_out(theme: Theme) -> None:
    held = colours(theme)
    edges = ("border", "border-blurred", "scrollbar")

    ratios = {name: ratio(Color.parse(held[name]), Color.parse(held["surface"])) for name in edges}

    assert {name: round(r, 2) for name, r in ratios.items() if r < 3} == {}


def test_the_ratio_is_that_of_the_standard() -> None:
    assert round(ratio(Color.parse("#777777"), Color.parse("#ffffff")), 2) == 4.48
    assert ratio(Color.parse("#000000"), Color.parse("#ffffff")) == 21
