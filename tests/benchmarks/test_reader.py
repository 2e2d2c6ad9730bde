"""What reading costs, beside another library on the same text and beside itself on more of it."""

import datetime as dt
import random
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median

import pytest

from briefing.reader import Incoming, Known, read
from tests.support import our_announcements, seeds, text_of

TODAY = dt.date(2024, 1, 10)
SHORT, LONG = 1_000_000, 10_000_000
"""Characters of one document."""

LANGUAGES = ["en", "nb", "fr", "de", "es"]
"""The languages that the reader reads, named to the other library too: it is slower unnamed."""
ROUNDS = 3
"""How many times both read all texts, by turns; the fastest of each counts."""

NOISE = 1.5
"""How far a busy machine may be from proportion."""

MUTATIONS = 10_000
SLOWEST = 10
"""Times the usual time of a document of its length."""


@pytest.mark.filterwarnings("ignore")
def test_the_whole_reader_takes_half_the_time_that_finding_dates_takes_elsewhere() -> None:
    dateparser = pytest.importorskip(
        "dateparser.search", reason="dateparser is in the extra named benchmarks"
    )
    texts = [text_of(path) for path in (*our_announcements(), *seeds())]

    def finds_dates(text: str) -> object:
        return dateparser.search_dates(text, languages=LANGUAGES)

    for work in (_read, finds_dates):
        work("A talk on 12 May 2023.")
    rounds = [(_all_seconds(_read, texts), _all_seconds(finds_dates, texts)) for _ in range(ROUNDS)]
    ours, theirs = (min(times) for times in zip(*rounds, strict=True))

    _tell(f"the reader {ours:.2f} s, search_dates {theirs:.2f} s, ratio {ours / theirs:.2f}")
    assert ours <= theirs / 2


HOSTILE = {
    "dates": "12 May 2023, 10:00-11:00 CET ",
    "brackets": "(((((",
    "capitals": "Abc Abc ",
    "questions": "Who? What? ",
    "quotes": "> > ",
    "bullets": "- a\n",
    "names": "Ana Berg, Director, Harbour Centre; ",
    "labels": "Date: 1 May\nVenue: Room 4\n",
    "heads": "From: a@b.example\nSubject: Hello\n\n",
}


def test_time_grows_as_one_document_does() -> None:
    text = "\n\n".join(text_of(path) for path in (*our_announcements(), *seeds())) + "\n\n"

    _assert_in_proportion("announcements", text, SHORT, LONG)


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_as_hostile_text_does(name: str) -> None:
    _assert_in_proportion(name, HOSTILE[name], SHORT // 10, SHORT)


def test_no_mutated_document_takes_long_or_fails() -> None:
    chance = random.Random(1)
    texts = [text_of(path) for path in (*our_announcements(), *seeds())]
    usual = median(_seconds(_read, text) / len(text) for text in texts)
    fixed = _seconds(_read, "A talk on 12 May 2023.")

    worst = 0.0
    for _ in range(MUTATIONS):
        text = _mutated(chance.choice(texts), chance)
        allowed = fixed + usual * len(text)
        spent = _seconds(_read, text)
        if spent > SLOWEST * allowed:
            spent = min(spent, _seconds(_read, text))
        worst = max(worst, spent / allowed)

    _tell(f"{MUTATIONS:,} mutated documents, the slowest {worst:.1f} times the usual")
    assert worst <= SLOWEST


# Below ------------------------------------------------------------------------------------------


def _assert_in_proportion(name: str, piece: str, short: int, long: int) -> None:
    text = piece * (long // len(piece) + 1)

    first, second = _seconds(_read, text[:short]), _seconds(_read, text[:long])

    times = second / first / (long / short)
    _tell(f"{name}: {first:.2f} s for {short:,}, {second:.2f} s for {long:,}: {times:.2f} of line")
    assert times <= NOISE


def _read(text: str) -> object:
    return read(Incoming(name="page.txt", raw=text.encode()), Known(), TODAY)


def _seconds(work: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    work(text)
    return time.process_time() - began


def _all_seconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return how long texts take; their lines are more than a reader keeps for the next text."""
    return sum(_seconds(work, text) for text in texts)


def _mutated(text: str, chance: random.Random) -> str:
    """Return a text with some parts of it cut, doubled, moved or spoilt."""
    for _ in range(chance.randrange(1, 12)):
        begin = chance.randrange(len(text) + 1)
        end = min(len(text), begin + chance.choice((1, 1, 3, 20, 200)))
        part = text[begin:end]
        other = chance.randrange(len(text) + 1)
        text = chance.choice(
            (
                text[:begin] + text[end:],
                text[:end] + part * chance.randrange(1, 5) + text[end:],
                text[:begin] + text[end:other] + part + text[max(end, other) :],
                text[:begin] + "".join(chance.sample(part, len(part))) + text[end:],
                text[:begin] + chance.choice("\n\t \0|•–?:.,()[]1234ØÅé\u202e") + text[begin:],
            )
        )
    return text or "."


def _tell(line: str) -> None:
    print(f"\n{line}", file=sys.stderr)
