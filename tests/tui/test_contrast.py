"""Every text that is drawn, in every theme, held against the ground that it is drawn on."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from rich.color import Color as DrawnColor, ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.theme import Theme

from briefing.tui.themes import CONTRAST, THEMES
from briefing.tui.widgets.cells import Tone
from briefing.tui.widgets.line_view import LineView
from briefing.tui.widgets.tones import tone_style
from tests.tui import example
from tests.tui.support import desk_on_screen, settled
from tests.tui.test_themes import NAMES, PAIRS, colours, ratio

KEYS: Sequence[Sequence[str]] = (
    (),
    ("down", "tab"),
    ("2", "v"),
    ("3", "down"),
    ("3", "f"),
    ("/", "c"),
    ("G", "4", "right"),
    ("t", "*", "T"),
    ("?",),
    (":", "t"),
    ("@", "x", "enter"),
    ("L",),
    ("J",),
    ("n",),
    ("e",),
    ("3", "a"),
    ("i",),
    ("d",),
    ("w",),
    ("t", "down", "down", "down", "b"),
    ("t", "down", "down", "down", "b", "c"),
    ("t", "down", "down", "down", "b", "I"),
    ("1", "home", "b", "o"),
    ("t", "down", "down", "down", "s"),
    ("g",),
)
"""What leads to each screen and dialog, and to what looks otherwise there."""


def least(theme: Theme) -> float:
    return 7.0 if theme is CONTRAST else 4.5


def drawn(app: App[None]) -> Iterator[Segment]:
    """What stands on the screen; of one below a dialog nothing, for it is dimmed."""
    dialog = app.screen.children[0] if app.screen.is_modal and app.screen.children else app.screen
    x, y, width, height = dialog.region
    for strip in app.screen._compositor.render_strips()[y : y + height]:
        yield from strip.crop(x, x + width)


def is_text(text: str) -> bool:
    """Lines, borders and thumbs are no text."""
    return any(letter.isalnum() or letter in "!?~+-…›•‹×✓" for letter in text)


def told_from_ground(segment: Segment) -> float:
    style = segment.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    assert not style.dim
    text, ground = (Color(*color.get_truecolor()) for color in (style.color, style.bgcolor))
    return ratio(text, ground)


@pytest.mark.parametrize("keys", KEYS, ids=" ".join)
async def test_all_that_is_drawn_is_told_from_its_ground(
    tmp_path: Path, keys: Sequence[str]
) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        weak: dict[tuple[str, str], float] = {}
        for theme in THEMES:
            app.theme = theme.name
            await settled(pilot)
            ratios = {s.text: told_from_ground(s) for s in drawn(app) if is_text(s.text)}
            weak |= {(theme.name, t): round(r, 2) for t, r in ratios.items() if r < least(theme)}

        assert weak == {}


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
async def test_every_tone_and_part_of_every_list_is_told_from_its_ground(
    tmp_path: Path, theme: Theme
) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.theme = theme.name
        await settled(pilot)
        styles: dict[tuple[type, str], Style] = {}
        for view in app.screen.query(LineView):
            styles |= {(type(view), tone): tone_style(view, tone) for tone in Tone}
            styles |= {
                (type(view), part): view.get_component_rich_style(part)
                for part in view._get_component_classes()
            }
        ratios = {name: told_from_ground(Segment("a", style)) for name, style in styles.items()}

        assert {name: round(r, 2) for name, r in ratios.items() if r < least(theme)} == {}


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_with_256_colours_text_is_still_told_from_its_ground(theme: Theme) -> None:
    held = colours(theme)

    def as_shown(name: str) -> Color:
        known: DrawnColor = Color.parse(held[name]).rich_color
        return Color(*known.downgrade(ColorSystem.EIGHT_BIT).get_truecolor())

    ratios = {pair: ratio(*map(as_shown, pair)) for pair in PAIRS}

    assert {pair: round(r, 2) for pair, r in ratios.items() if r < 3.9} == {}
