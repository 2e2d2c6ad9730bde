import pytest
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

from briefing import config
from briefing.tui.themes import CONTRAST, THEMES, THEMES_OF_16, theme_name

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

TERMINALS = {
    "VGA": "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa "
    "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    "xterm": "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
    "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    "Windows": "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc "
    "767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
    "Tango": "2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf "
    "555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec",
}
"""What terminals draw the 16 colours of ANSI as, by their defaults."""


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


@pytest.mark.parametrize("terminal", TERMINALS)
@pytest.mark.parametrize("theme", THEMES_OF_16, ids=lambda theme: theme.name)
def test_in_16_colours_every_text_is_told_from_its_ground(theme: Theme, terminal: str) -> None:
    held = colours(theme)
    drawn_as = [Color.parse(f"#{code}") for code in TERMINALS[terminal].split()]

    def drawn(name: str) -> Color:
        exact = Color.parse(held[name]).rich_color
        number = exact.downgrade(ColorSystem.STANDARD).number
        assert number is not None
        return drawn_as[number]

    ratios = {pair: ratio(*map(drawn, pair)) for pair in PAIRS}

    assert {pair: round(r, 2) for pair, r in ratios.items() if r < 4.5} == {}


@pytest.mark.parametrize("system", ["truecolor", "256", None])
def test_a_terminal_of_many_colours_has_the_theme_that_was_chosen(system: str | None) -> None:
    assert [t.name for t in THEMES] == [theme_name(name, system) for name in config.THEMES]


def test_a_terminal_of_16_colours_has_a_theme_of_its_own() -> None:
    themes = [theme_name(name, "standard") for name in config.THEMES]

    assert ["briefing-dark-of-16", "briefing-light-of-16", "briefing-dark-of-16"] == themes


def test_the_ratio_is_that_of_the_standard() -> None:
    assert round(ratio(Color.parse("#777777"), Color.parse("#ffffff")), 2) == 4.48
    assert ratio(Color.parse("#000000"), Color.parse("#ffffff")) == 21
