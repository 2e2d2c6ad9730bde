import io
import re
import sys

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len

from briefing.cli.table import fitted
from tests.cli.conftest import Briefing
from tests.desk.support import HARBOUR

Shown = list[str]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch, width: int, *arguments: str
) -> Shown:
    """What a terminal of so many columns gets."""
    terminal = Terminal()
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("LINES", "24")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", terminal)
        run = briefing(*arguments)
    assert run.code == 0
    return terminal.getvalue().splitlines()


def bare(lines: Shown) -> Shown:
    return [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in lines]


LISTINGS = ("timeline", "forum", "questions", "positions", "tasks", "deadlines", "next", "find a")


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("command", LISTINGS)
def test_a_table_is_no_wider_than_its_terminal(
    command: str, width: int, briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    title = "A long night of talks on who mends which cable, and who pays for it in the end"
    briefing("add", "event", f"title={title}", "when=12 June 2031 15:30-16:00 Geneva")

    lines = bare(shown(briefing, monkeypatch, width, *command.split()))

    if command != "next":
        assert max(map(cell_len, lines)) <= width
    assert lines


def test_a_title_is_wrapped_and_nothing_of_it_is_lost(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    title = "A long night of talks on who mends which cable"
    briefing("add", "event", f"title={title}", "when=12 June 2031 15:30-16:00 Geneva")

    lines = bare(shown(briefing, monkeypatch, 80, "timeline"))

    words = " ".join(" ".join(lines).split()).split()
    assert [word for word in title.split() if word not in words] == []
    assert lines[0] == "June 2031"
    assert HARBOUR.id in words


def test_nothing_but_text_is_printed_where_no_colour_is_wanted(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    with_styles = shown(briefing, monkeypatch, 80, "timeline")
    monkeypatch.setenv("NO_COLOR", "1")
    without = shown(briefing, monkeypatch, 80, "timeline")

    assert any("\x1b" in line for line in with_styles)
    assert not any("\x1b" in line for line in without)
    assert bare(with_styles) == without


@pytest.mark.parametrize("arguments", [("timeline",), ("find", "b"), ("timeline", "--plain")])
def test_no_escape_code_stands_in_a_pipe(arguments: tuple[str, ...], briefing: Briefing) -> None:
    assert "\x1b" not in briefing(*arguments).out


def test_hostile_words_are_printed_harmlessly_in_a_terminal(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    for title in ("\x1b[2J\x1b]0;x\x07", "[red]b[/red]", "pay \u202eevil", ":smile: b"):
        briefing("add", "event", f"title={title}")

    text = "\n".join(bare(shown(briefing, monkeypatch, 120, "timeline")))

    assert not set(text) & {"\x1b", "\x07", "\u202e"}
    assert "[red]b[/red]" in text
    assert ":smile: b" in text


@given(st.lists(st.integers(1, 60), min_size=1, max_size=5), st.integers(20, 250))
def test_columns_are_narrowed_only_where_titles_need_the_room(
    natural: list[int], width: int
) -> None:
    widths = fitted(natural, width)

    assert all(1 <= w <= n for w, n in zip(widths, natural, strict=True))
    if sum(natural) + 2 * len(natural) + 40 <= width:
        assert widths == natural
