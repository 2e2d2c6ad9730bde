import ast
import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from string import Formatter
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from briefing import note
from briefing.arrange import due
from briefing.model import (
    PARTICIPANT,
    Access,
    DoubtKind,
    EventKind,
    Going,
    Level,
    Mode,
    Openness,
    SourceKind,
    Stance,
    TaskState,
)
from briefing.note.blocks import SectionName
from briefing.note.kinds import kinds
from briefing.note.words import LANGUAGES, Words, _table, known_language
from briefing.when import Precision, When, whole_day
from tests.note.span_records import REASONS

OSLO = ZoneInfo("Europe/Oslo")
MORNING = When(
    date=dt.date(2023, 7, 24),
    time=dt.time(7, 45),
    zone="America/New_York",
    precision=Precision.MINUTE,
)


def said_in_source() -> Iterator[tuple[str, str]]:
    """Yield "say" or "count", and each text that the modules of notes give it as a literal."""
    for path in sorted(Path(note.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.Call(func=ast.Attribute(attr="say") | ast.Name("say"), args=[said, *_]):
                    yield from (("say", text) for text in literals(said))
                case ast.Call(func=ast.Attribute(attr="count"), args=[_, said]):
                    yield from (("count", text) for text in literals(said))


def literals(node: ast.expr) -> Iterator[str]:
    """Yield the texts that an argument may be; a choice of two is two."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp():
            yield from (*literals(node.body), *literals(node.orelse))


def fields(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name}


# The table --------------------------------------------------------------------------------------


def test_all_that_notes_say_is_in_the_table() -> None:
    said = {text for method, text in said_in_source() if method == "say"}
    titles = {kind.title for kind in kinds().values()}

    assert set() == (said | titles) - set(_table().phrases)


def test_nothing_in_the_table_is_never_said() -> None:
    sources = [path.read_text() for path in Path(note.__file__).parent.rglob("*.py")]
    literals = {
        node.value
        for source in sources
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    elsewhere = {*(kind.title for kind in kinds().values()), PARTICIPANT, *REASONS}

    assert set() == {*_table().phrases, *_table().counted} - literals - elsewhere


def test_all_that_notes_count_is_in_the_table() -> None:
    counted = {text for method, text in said_in_source() if method == "count"}

    assert set() == counted - set(_table().counted)


@pytest.mark.parametrize("phrase", _table().phrases)
def test_each_phrase_is_told_in_every_language_with_the_same_fields(phrase: str) -> None:
    told = _table().phrases[phrase]

    assert {language: fields(phrase) for language in LANGUAGES[1:]} == {
        language: fields(words) for language, words in told.items() if words.strip()
    }


@pytest.mark.parametrize("noun", _table().counted)
def test_each_noun_is_told_in_every_language(noun: str) -> None:
    assert set(LANGUAGES) == set(_table().counted[noun])


@pytest.mark.parametrize(
    "terms",
    [
        *(SectionName, EventKind, Access, Mode, Level, Stance, TaskState, Going, SourceKind),
        *(Openness, DoubtKind),
    ],
)
def test_each_value_of_a_closed_set_is_told_in_every_language(terms: type[StrEnum]) -> None:
    table = _table().terms[terms.__name__]

    assert {value: {*LANGUAGES[1:]} for value in terms} == {
        value: {*told} - {"en"} for value, told in table.items()
    }


# What is told -----------------------------------------------------------------------------------


def test_english_says_the_phrase_itself() -> None:
    assert "By Friday" == Words().say("By {day}", day="Friday")


def test_a_field_may_hold_braces() -> None:
    assert "Innen {day}" == Words("nb").say("By {day}", day="{day}")


def test_what_has_no_translation_stays_as_it_is() -> None:
    assert "Our own {kind}" == Words("fr").say("Our own {kind}")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["0 days", "1 day", "12,000 days"]),
        ("fr", ["0 jour", "1 jour", "12\xa0000 jours"]),
        ("nb", ["0 dager", "1 dag", "12\xa0000 dager"]),
        ("es", ["0 días", "1 día", "12\xa0000 días"]),
    ],
)
def test_numbers_and_their_nouns_agree(language: str, told: list[str]) -> None:
    words = Words(language)

    assert told == [words.count(number, "day") for number in (0, 1, 12_000)]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Mon 24 Jul 2023, 07:45 New York · 13:45 Oslo"),
        ("fr", "lun. 24 juil. 2023, 07:45 New York · 13:45 Oslo"),
        ("nb", "man. 24. juli 2023, kl.\xa007.45 New York · 13.45 Oslo"),
        ("es", "lun 24 jul 2023, 07:45 Nueva York · 13:45 Oslo"),
    ],
)
def test_a_moment_has_the_days_and_months_of_the_language(language: str, told: str) -> None:
    assert told == Words(language).moment(MORNING, OSLO)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["1–5 Aug 2023", "31 Jul – 1 Aug 2023", "1 Aug 2023", "Aug 2023", "no date"]),
        ("fr", ["1er–5 août 2023", "31 juil. – 1er août 2023", "1er août 2023", "août 2023"]),
        ("nb", ["1.–5. aug. 2023", "31. juli – 1. aug. 2023", "1. aug. 2023", "aug. 2023"]),
        ("es", ["1–5 ago 2023", "31 jul – 1 ago 2023", "1 ago 2023", "ago 2023", "sin fecha"]),
    ],
)
def test_stretches_of_days_are_told_in_the_language(language: str, told: list[str]) -> None:
    first = dt.date(2023, 8, 1)
    month = When(date=first, precision=Precision.MONTH)
    stretches = (
        whole_day(first, dt.date(2023, 8, 5)),
        whole_day(dt.date(2023, 7, 31), first),
        whole_day(first),
        month,
        When(),
    )

    words = Words(language)

    assert told == [words.date(when, weekday=False) for when in stretches[: len(told)]]


def test_a_deadline_is_told_in_english_as_everywhere_else() -> None:
    cob = When(
        date=dt.date(2023, 7, 21),
        zone="America/New_York",
        precision=Precision.DAY,
        written="COB Friday 21 July",
    )

    words = Words()

    assert [due.words(until, OSLO) for until in (cob, MORNING, When())] == [
        words.deadline(until, OSLO) for until in (cob, MORNING, When())
    ]


@given(st.dates())
def test_days_are_told_in_english_as_ever(day: dt.date) -> None:
    assert f"{day:%a} {day.day} {day:%b} {day.year}" == Words().day(day)


@pytest.mark.parametrize(
    ("code", "language"),
    [("fr-CH", "fr"), ("no", "nb"), ("nn_NO", "nb"), ("ES", "es"), ("de", "en"), ("", "en")],
)
def test_a_language_is_known_by_its_codes(code: str, language: str) -> None:
    assert language == known_language(code)
