"""What the tones of text look like: one table, for everything that draws its own lines."""

from collections.abc import Mapping

from rich.style import Style
from textual.color import Color, ColorParseError
from textual.widget import Widget

from briefing.tui.widgets.cells import Tone

_LOOKS: Mapping[Tone, tuple[str, Style]] = {
    Tone.PLAIN: ("", Style()),
    Tone.STRONG: ("", Style(bold=True)),
    Tone.MUTED: ("text-muted", Style()),
    Tone.HEADING: ("text-primary", Style(bold=True)),
    Tone.ACCENT: ("text-accent", Style()),
    Tone.GOOD: ("text-success", Style()),
    Tone.DOUBT: ("text-warning", Style()),
    Tone.BAD: ("text-error", Style(bold=True)),
    Tone.GONE: ("text-muted", Style(strike=True)),
    Tone.LIT: ("", Style(bold=True, underline=True)),
    Tone.QUOTE: ("text-accent", Style(underline=True)),
}
"""Tone -> the theme's variable for its colour, and what tells it without any colour."""


def tone_style(widget: Widget, tone: Tone) -> Style:
    """Return what a tone looks like on a widget's ground, in the theme that is on.

    Component classes would do the same, but each is matched against all rules for every widget,
    which the first frame waits for.
    """
    variable, look = _LOOKS[tone]
    ground = widget.rich_style
    if not variable or widget.app.no_color:
        return ground + look
    try:
        colour = Color.parse(widget.app.theme_variables[variable])
    except ColorParseError:  # "auto 60%" of Textual's own themes
        return ground + look
    return ground + look + Style(color=colour.rich_color)
