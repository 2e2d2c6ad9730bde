from collections.abc import Iterable

import pytest

from briefing.tui.burst import FEWEST_KEYS, LARGEST_GAP, SILENCE, Burst

QUICK = LARGEST_GAP / 2
TYPED = 0.03


def after(keys: Iterable[str], gap: float) -> Burst:
    burst = Burst()
    for number, character in enumerate(keys):
        burst.add(character, number * gap)
    return burst


@pytest.mark.parametrize("text", ["Open panel", "quit", "a\rb\rc", "Ünïcödé", "\x12\x15uq"])
def test_a_text_faster_than_fingers_is_a_paste(text: str) -> None:
    assert after(text, QUICK).is_paste


def test_a_quick_typist_pastes_nothing() -> None:
    assert not after("Open panel on cables", TYPED).is_paste


def test_a_key_held_down_pastes_nothing_however_fast_it_repeats() -> None:
    assert not after("j" * 200, QUICK).is_paste


def test_arrows_are_no_text() -> None:
    assert not after([""] * 200, QUICK).is_paste


def test_fewer_keys_than_a_paste_has_are_typed() -> None:
    assert not after("2/o"[: FEWEST_KEYS - 1], QUICK).is_paste


def test_a_paste_goes_on_over_a_gap_of_the_line() -> None:
    burst = after("Open panel", QUICK)

    burst.add("q", 10 * QUICK + SILENCE / 2)

    assert burst.is_paste


def test_a_paste_ends_with_a_silence() -> None:
    burst = after("Open panel", QUICK)

    burst.add("q", 10 * QUICK + 2 * SILENCE)

    assert not burst.is_paste
