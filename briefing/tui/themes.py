"""Our three themes. Every text in them is told from its ground: 4.5 to 1, in `contrast` 7 to 1.

The ratios are those of WCAG 2.2, success criteria 1.4.3 and 1.4.6; tests compute them. A terminal
of 16 colours has themes of its own: the nearest of its colours to ours would all be grey.
"""

from typing import NamedTuple

from textual.theme import Theme


class _Palette(NamedTuple):
    background: str
    surface: str
    """Under lists and text."""
    panel: str
    """Under headings and the key bar."""
    foreground: str
    muted: str
    primary: str
    """Headings, and what has the focus."""
    accent: str
    """What is quoted or linked, and keys."""
    good: str
    doubt: str
    bad: str
    cursor: tuple[str, str]
    """Text and ground of the row that keys act on."""
    resting_cursor: tuple[str, str]
    """The same in a list without the focus."""
    selection: str
    """Ground of the text that a mouse has selected."""
    edge: str
    """The thumb, and the border of what has no focus."""


def _theme(name: str, palette: _Palette, *, dark: bool) -> Theme:
    """Return a theme that leaves no text's colour to Textual's own blending."""
    return Theme(
        name=name,
        dark=dark,
        background=palette.background,
        surface=palette.surface,
        panel=palette.panel,
        foreground=palette.foreground,
        primary=palette.primary,
        secondary=palette.primary,
        accent=palette.accent,
        success=palette.good,
        warning=palette.doubt,
        error=palette.bad,
        variables={
            "text-muted": palette.muted,
            "text-disabled": palette.muted,
            "text-primary": palette.primary,
            "text-secondary": palette.primary,
            "text-accent": palette.accent,
            "text-success": palette.good,
            "text-warning": palette.doubt,
            "text-error": palette.bad,
            "foreground-muted": palette.muted,
            "foreground-disabled": palette.muted,
            "block-cursor-foreground": palette.cursor[0],
            "block-cursor-background": palette.cursor[1],
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-foreground": palette.resting_cursor[0],
            "block-cursor-blurred-background": palette.resting_cursor[1],
            "block-hover-background": palette.panel,
            "border": palette.primary,
            "border-blurred": palette.edge,
            "footer-foreground": palette.foreground,
            "footer-background": palette.panel,
            "footer-key-foreground": palette.accent,
            "footer-description-foreground": palette.foreground,
            "input-cursor-foreground": palette.background,
            "input-cursor-background": palette.foreground,
            "input-selection-foreground": palette.foreground,
            "input-selection-background": palette.selection,
            "screen-selection-foreground": palette.foreground,
            "screen-selection-background": palette.selection,
            "link-color": palette.accent,
            "link-color-hover": palette.cursor[0],
            "link-background-hover": palette.cursor[1],
            "scrollbar": palette.edge,
            "scrollbar-hover": palette.primary,
            "scrollbar-active": palette.primary,
            "scrollbar-background": palette.surface,
            "scrollbar-background-hover": palette.surface,
            "scrollbar-background-active": palette.surface,
            "scrollbar-corner-color": palette.surface,
        },
    )


DARK = _theme(
    "briefing-dark",
    _Palette(
        background="#11151b",
        surface="#161b22",
        panel="#202732",
        foreground="#d8dde5",
        muted="#98a3b3",
        primary="#9dc1e8",
        accent="#dcbf87",
        good="#8cc79b",
        doubt="#ecaa6b",
        bad="#f4958b",
        cursor=("#ffffff", "#2f5f92"),
        resting_cursor=("#e4e9f0", "#2b3646"),
        selection="#38506c",
        edge="#66758a",
    ),
    dark=True,
)

LIGHT = _theme(
    "briefing-light",
    _Palette(
        background="#efece6",
        surface="#faf8f4",
        panel="#e6e2d9",
        foreground="#22262d",
        muted="#585f6a",
        primary="#1d4b77",
        accent="#76500f",
        good="#1e6337",
        doubt="#8a4507",
        bad="#a1231b",
        cursor=("#ffffff", "#1d4b77"),
        resting_cursor=("#1a2735", "#cfdbe8"),
        selection="#bdd2e8",
        edge="#7d8694",
    ),
    dark=False,
)

CONTRAST = _theme(
    "briefing-contrast",
    _Palette(
        background="#000000",
        surface="#000000",
        panel="#1a1a1a",
        foreground="#ffffff",
        muted="#d2d2d2",
        primary="#9ad1ff",
        accent="#ffe08a",
        good="#90f0aa",
        doubt="#ffc673",
        bad="#ffaaa2",
        cursor=("#000000", "#ffe08a"),
        resting_cursor=("#ffffff", "#363636"),
        selection="#20487a",
        edge="#b0b0b0",
    ),
    dark=True,
)

THEMES = (DARK, LIGHT, CONTRAST)

_BLACK, _RED, _BLUE, _MAGENTA, _SILVER = "#000000", "#aa0000", "#0000aa", "#aa00aa", "#aaaaaa"
_LIME, _YELLOW, _CYAN, _WHITE = "#55ff55", "#ffff55", "#55ffff", "#ffffff"
# Those of Rich's table of 16, so that each is drawn as that very colour of the terminal.

DARK_OF_16 = _theme(
    "briefing-dark-of-16",
    _Palette(
        background=_BLACK,
        surface=_BLACK,
        panel=_BLACK,
        foreground=_WHITE,
        muted=_SILVER,
        primary=_CYAN,
        accent=_YELLOW,
        good=_LIME,
        doubt=_YELLOW,
        bad=_YELLOW,
        cursor=(_BLACK, _CYAN),
        resting_cursor=(_WHITE, _BLUE),
        selection=_BLUE,
        edge=_SILVER,
    ),
    dark=True,
)

LIGHT_OF_16 = _theme(
    "briefing-light-of-16",
    _Palette(
        background=_WHITE,
        surface=_WHITE,
        panel=_WHITE,
        foreground=_BLACK,
        muted=_BLACK,
        primary=_BLUE,
        accent=_MAGENTA,
        good=_BLUE,
        doubt=_MAGENTA,
        bad=_RED,
        cursor=(_WHITE, _BLUE),
        resting_cursor=(_BLACK, _SILVER),
        selection=_SILVER,
        edge=_BLUE,
    ),
    dark=False,
)

THEMES_OF_16 = (DARK_OF_16, LIGHT_OF_16)


def theme_name(colours: str, color_system: str | None) -> str:
    """Return the theme for `dark`, `light` or `contrast` in a terminal of a Rich colour system."""
    if color_system != "standard":
        return f"briefing-{colours}"
    return (LIGHT_OF_16 if colours == "light" else DARK_OF_16).name
