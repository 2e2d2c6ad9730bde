"""A note in French, Norwegian or Spanish has no word of another language but those of others."""

import ast
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html import unescape
from io import BytesIO
from itertools import product
from pathlib import Path
from string import Formatter

import msgspec
import pytest
from pypdf import PdfReader

from briefing import reader, when_words
from briefing.model import Citation, Doubt, DoubtKind, Event, Evidence, Mode, Stance, Title
from briefing.note.blocks import BriefingNote, Paragraph, one_line, plain
from briefing.note.budget import words_in
from briefing.note.compose import compose
from briefing.note.compose_span import compose_span
from briefing.note.held import Held
from briefing.note.kinds import kinds
from briefing.note.layout import Layout
from briefing.note.material import Edition, LastIssue, material
from briefing.note.words import LANGUAGES, Words, _table
from briefing.note.writers import docx, html, markdown, pdf, text
from briefing.when import Precision, When
from tests.note.full_records import held_for, today_for
from tests.note.greek import in_greek
from tests.note.records import EVENT, HOME, ME
from tests.note.span_records import AFTER, BEFORE, OUTLOOK_HELD, SESSION, SESSION_HELD, WEEK
from tests.note.writers.docx.opened import parts

OTHERS = LANGUAGES[1:]


# Notes whose records are in Greek -----------------------------------------------------------------


def last_issue(event: Event, held: Held) -> LastIssue:
    """What went out when nearly everything was otherwise."""
    before = msgspec.structs.replace(
        event,
        title="Οτηερ",
        venue="Αλλου",
        when=msgspec.structs.replace(event.when, date=dt.date(2031, 6, 11)),
        mode=Mode.ONLINE,
        cancelled=True,
        pass_needed=None,
        speakers=event.speakers[:1],
        agenda=(),
    )
    tasks = tuple(msgspec.structs.replace(task, due=When(), what="Αλλο") for task in held.tasks[:1])
    positions = tuple(
        msgspec.structs.replace(position, stance=Stance.SILENT) for position in held.positions
    )
    then = replace(held, tasks=tasks, positions=positions[1:], questions=held.questions[1:])
    return LastIssue(number=1, on=dt.date(2031, 5, 28), material=material(event.id, before, then))


@cache
def note_of(kind: str, language: str) -> BriefingNote:
    me, of = in_greek(ME), kinds()[kind]
    if kind == "outlook":
        held = in_greek(OUTLOOK_HELD)
        return compose_span(WEEK, held, home=HOME, today=BEFORE, kind=of, me=me, language=language)
    if kind == "session report":
        held = in_greek(SESSION_HELD)
        return compose_span(
            SESSION, held, home=HOME, today=AFTER, kind=of, me=me, language=language
        )
    event, records = in_greek(EVENT), in_greek(held_for(kind))
    edition = Edition(after=1, last=last_issue(event, records))
    return compose(
        event,
        replace(records, edition=edition),
        home=HOME,
        today=today_for(kind),
        kind=of,
        me=me,
        language=language,
    )


# Their words --------------------------------------------------------------------------------------

_WORD = re.compile(r"[^\W\d_]+")
_NOT_WORDS = re.compile(r"https?://\S+|&\w+;|&#\d+;|\bUTC\b|\b\w+\.(?:txt|pdf|html)\b")


@cache
def own_words(language: str) -> frozenset[str]:
    """All words of the tables of a language, and of its dates."""
    table = _table()
    told = [
        *(said.get(language, "") for said in (*table.phrases.values(), *table.doubts.values())),
        *(said for noun in table.counted.values() for said in noun[language]),
        *(said.get(language, "") for terms in table.terms.values() for said in terms.values()),
        *(name.get(language, english) for english, name in when_words._city_names().items()),
        *map(str, when_words._NAMES[language]),
        "Oslo New York",
    ]
    return frozenset(word.casefold() for said in told for word in words_of(_without_fields(said)))


def _without_fields(phrase: str) -> str:
    return re.sub(r"\{\w*\}", " ", phrase)


def words_of(written: str) -> Iterator[str]:
    """Words in Latin letters: those in any other were written by others."""
    return (word for word in _WORD.findall(written) if word[0] < "\u0370")


def read(note: BriefingNote, form: str) -> str:
    """What a reader is told by a file, its fields that only a machine tells with it."""
    layout = Layout()
    match form:
        case "md":
            return markdown.write(note, layout).decode()
        case "txt":
            return text.write(note, layout).decode()
        case "html":
            page = html.write(note, layout).decode()
            told = re.findall(r'(?:aria-label|data-label|content: )="?([^"]*)"', page)
            style = re.compile(r"<style>.*?</style>", re.DOTALL)
            return unescape(" ".join((re.sub(r"<[^>]*>", " ", style.sub("", page)), *told)))
        case "docx":
            held = parts(docx.write(note, layout))
            names = ("word/document.xml", "docProps/core.xml")
            files = [held[n].decode() for n in held if n in names or "header" in n or "footer" in n]
            told = re.findall(r'tblCaption w:val="([^"]*)"', " ".join(files))
            fields = re.compile(r"<w:instrText.*?</w:instrText>|<dc:language>.*?</dc:language>")
            return " ".join((*(re.sub(r"<[^>]*>", " ", fields.sub("", f)) for f in files), *told))
    return " ".join(
        page.extract_text() for page in PdfReader(BytesIO(pdf.write(note, layout))).pages
    )


@pytest.mark.parametrize(
    ("kind", "language", "form"), product(kinds(), OTHERS, ("md", "txt", "html", "docx"))
)
def test_every_word_of_a_note_is_of_its_language_or_of_its_records(
    kind: str, language: str, form: str
) -> None:
    told = _NOT_WORDS.sub(" ", read(note_of(kind, language), form))

    assert set() == {w for w in words_of(told) if w.casefold() not in own_words(language)}


# How a language is printed ------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf"])
def test_no_line_ends_before_a_french_sign_in_what_a_note_says_of_its_own(form: str) -> None:
    written = read(note_of("note", "fr"), form)

    ours = re.findall(r"(?:\w|[\])])[ \xa0\n](?=[:;?!»])|«[ \xa0\n]", written)
    assert {"\xa0"} == {found[-1] for found in ours}


def test_a_text_file_has_plain_spaces_and_yet_begins_no_row_with_a_french_sign() -> None:
    written = read(note_of("note", "fr"), "txt")

    assert not set(written) & {"\xa0", "\u202f"}
    assert [] == [row for row in written.splitlines() if row.lstrip()[:1] in (*":;?!»",)]


@pytest.mark.parametrize("space", ["\xa0", "\u202f"])
def test_a_space_that_parts_no_line_stays_in_what_others_wrote(space: str) -> None:
    assert f"Qui paie{space}?" == one_line(f" Qui  paie{space}?{space}")
    assert "Qui paie" == one_line(f"Qui{space}{space}paie")


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("«\xa0Qui paie\xa0?\xa0» – oui", 3),
        ("Who pays?", 2),
        ("12\xa0000 navires", 2),
        ("☐\xa0Approuvé", 1),
        ("— … →", 0),
    ],
)
def test_signs_are_no_words(told: str, number: int) -> None:
    assert number == words_in((Paragraph(text=plain(told)),))


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("nb", ["Algerie", "Zambia", "Østerrike", "Åland"]),
        ("es", ["España", "Nauru", "Níger", "Ñandutí", "Omán"]),
        ("fr", ["Écosse", "Égypte", "Érythrée", "Espagne"]),
    ],
)
def test_names_stand_in_the_order_of_the_alphabet(language: str, ordered: list[str]) -> None:
    assert ordered == sorted({*ordered}, key=Words(language).order)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["By Fri 1 Mar 2024", "By Mar 2024"]),
        ("fr", ["Au plus tard le ven. 1er mars 2024", "Au plus tard en mars 2024"]),
        ("nb", ["Innen fre. 1. mars 2024", "Innen mars 2024"]),
        ("es", ["A más tardar el vie 1 mar 2024", "A más tardar en mar 2024"]),
    ],
)
def test_a_deadline_has_the_preposition_of_its_day_or_month(language: str, told: list[str]) -> None:
    day, month = (
        When(date=dt.date(2024, 3, 1), precision=precision)
        for precision in (Precision.DAY, Precision.MONTH)
    )

    assert told == [Words(language).by(until, HOME) for until in (day, month)]


def test_an_event_is_called_as_its_announcement_calls_it_in_that_language() -> None:
    called = "Feux de port\xa0: qui répare un câble\xa0?"
    found = Evidence(citations=(Citation(source="harbour-txt", place="page 1"),))
    event = msgspec.structs.replace(
        EVENT,
        other_titles=(Title(key="t2", text=called, language="fr"),),
        evidence={**EVENT.evidence, "other_titles/t2": found},
    )

    def made(language: str) -> BriefingNote:
        return compose(event, held_for("note"), home=HOME, today=BEFORE, language=language)

    (run,) = made("fr").header.rows[0].text
    assert run.mark is not None
    assert (called, False) == (run.text, run.mark.checked)
    assert made("fr").title.endswith(f": {called}")
    assert EVENT.title == made("nb").header.rows[0].text[0].text


@pytest.mark.parametrize(
    ("own", "other", "note", "path"),
    [
        ("", "fr", "fr", "other_titles/t2"),
        ("fr", "en", "en", "other_titles/t2"),
        ("fr", "fr-CH", "fr", "title"),
        ("", "en", "en", "title"),
        ("", "de", "en", "title"),
        ("de", "", "en", "title"),
        ("en", "nn", "nb", "other_titles/t2"),
    ],
)
def test_another_title_stands_only_where_the_first_is_in_another_language(
    own: str, other: str, note: str, path: str
) -> None:
    titles = (Title(key="t2", text="Other", language=other),)
    event = msgspec.structs.replace(EVENT, language=own, other_titles=titles)

    assert path == Words(note).title(event)[1]


# Doubts -------------------------------------------------------------------------------------------


def doubts_of_the_reader() -> Iterator[re.Pattern[str]]:
    """Yield what finds each sentence that the reader writes, whatever stands in its fields."""
    for path in sorted(Path(reader.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.Constant(value=str(said)):
                    yield re.compile(re.escape(said))
                case ast.JoinedStr(values=pieces) if len(pieces) > 1:
                    told = (
                        re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".*"
                        for p in pieces
                    )
                    yield re.compile("".join(told))


def _pattern(piece: ast.expr) -> str:
    return re.escape(str(piece.value)) if isinstance(piece, ast.Constant) else ".*"


def test_each_doubt_in_the_table_is_one_that_the_reader_has() -> None:
    known = [p for p in doubts_of_the_reader() if p.pattern.count(".*") < len(p.pattern) / 6]

    unknown = [
        told
        for told in _table().doubts
        if not any(p.fullmatch(re.sub(r"\{\w+\}", "x", told)) for p in known)
    ]

    assert [] == unknown


def fields(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name}


@pytest.mark.parametrize("told", _table().doubts)
def test_each_doubt_is_told_in_every_language_with_the_same_fields(told: str) -> None:
    assert {language: fields(told) for language in OTHERS} == {
        language: fields(said) for language, said in _table().doubts[told].items()
    }


@pytest.mark.parametrize(
    ("doubt", "told"),
    [
        (
            Doubt(kind=DoubtKind.DATES_DISAGREE, words="“12 juin” is given too."),
            "«\xa012 juin\xa0» est également indiqué.",
        ),
        (
            Doubt(kind=DoubtKind.YEAR_INFERRED, words="The year was seen in a dream."),
            "L’année n’est pas indiquée\xa0; elle est déduite.",
        ),
    ],
)
def test_a_doubt_is_told_by_its_sentence_else_by_its_kind(doubt: Doubt, told: str) -> None:
    assert told == Words("fr").doubt(doubt)
    assert doubt.words == Words("en").doubt(doubt)
