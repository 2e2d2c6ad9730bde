"""Writing a note on a small and a large desk: what a key costs, and the note that follows it."""

from pathlib import Path
from statistics import median, quantiles

from tests.benchmarks import test_desk_keys as keys
from tests.benchmarks.terminal import Terminal

desk = keys.desk

LONGEST_KEY, LONGEST_PREVIEW = 0.016, 0.1
TYPED = b"We listen to who wants new words, and ask for facts. "
EDITS = 12
REST = 0.25
"""Seconds without output until the note has followed what is typed."""


def test_writing_waits_for_nothing_and_the_note_follows(desk: Path) -> None:
    echo, followed, edited = [], [], []
    with Terminal(keys.on(desk)) as terminal:
        terminal.first_frame("Help")
        terminal.first_frame(keys.MONTH)
        keys.settle(terminal)
        for key in (b"1", b"t", b"b", b"e"):
            keys.spent(terminal, key)
        for letter in TYPED:
            before = terminal.processor_time()
            terminal.tap(bytes([letter]))
            echo.append(terminal.processor_time() - before)
            terminal.wait_until_quiet(REST)
            followed.append(terminal.processor_time() - before)
        keys.spent(terminal, keys.ESCAPE)
        for _ in range(6):
            keys.spent(terminal, keys.DOWN)
        for _ in range(EDITS):
            before = terminal.processor_time()
            terminal.tap(b"a")
            edited.append(terminal.processor_time() - before)
            terminal.wait_until_quiet(REST)

    most = quantiles(echo, n=100)[-1]
    print(
        f"\n{desk.name}: a key {median(echo) * 1e3:.1f} ms, {most * 1e3:.1f} at the 99th; with the "
        f"note after it {median(followed) * 1e3:.1f}; the note after an edit "
        f"{median(edited) * 1e3:.1f}, at most {max(edited) * 1e3:.1f}"
    )
    assert most <= LONGEST_KEY
    assert max(edited) <= LONGEST_PREVIEW
    assert max(followed) <= LONGEST_PREVIEW
