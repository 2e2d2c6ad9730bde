import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from briefing import config
from briefing.config import Config, Me, Night, Notes, Way, guessed_me, load, parse
from briefing.errors import Problem
from briefing.model import Level

SOURCE = "briefing.toml"


def read(text: str) -> tuple[Config, list[str]]:
    found, problems = parse(text.encode(), SOURCE)
    return found, [str(problem) for problem in problems]


def test_everything_that_can_be_set_is_read() -> None:
    found, problems = read(
        """
title = "Lantern desk"
today = 2031-06-02

[me]
name = "Kari Eksempel"
organisation = "Lantern Mission"
speaks_for = "lantern"
home = "Europe/Oslo"
languages = ["en", "nb"]
paper = "letter"

[screen]
theme = "LIGHT"
glyphs = "ascii"

[output]
plain = true

[way]
same_building = 10
other_city = 300

[night]
begins = "23:30"
ends = 06:00:00

[keys]
preset = "vim"
"timeline.today" = "t"
"""
    )

    assert problems == []
    assert found == Config(
        title="Lantern desk",
        today=dt.date(2031, 6, 2),
        me=Me(
            name="Kari Eksempel",
            organisation="Lantern Mission",
            speaks_for="lantern",
            home="Europe/Oslo",
            languages=("en", "nb"),
            paper="Letter",
        ),
        has_me=True,
        preset="vim",
        keys={"timeline.today": "t"},
        key_lines={"timeline.today": 30},
        theme="light",
        glyphs="ascii",
        plain=True,
        way=Way(same_building=10, same_city=30, other_city=300),
        night=Night(begins=dt.time(23, 30), ends=dt.time(6)),
    )


def test_how_notes_are_made_is_read_and_their_kinds_are_kept_as_they_are_written() -> None:
    found, problems = read(
        """
[note]
template = "templates/our.docx"
language = "FR"

[kinds."short note"]
title = "Short note"
parts = [
    { part = "bottom line", words = 30 },
]
"""
    )

    assert problems == []
    assert found.note == Notes(template="templates/our.docx", language="fr")
    assert found.kinds == {
        "short note": {
            "title": "Short note",
            "parts": [{"part": "bottom line", "words": 30}],
        }
    }
    assert found.kind_lines == {
        "short note": 6,
        "short note.title": 7,
        "short note.parts": 8,
    }


def test_a_template_that_is_no_word_document_is_told() -> None:
    _, problems = read('[note]\ntemplate = "our.odt"\nlanguage = "frr"')

    assert problems == [
        'briefing.toml:2: template needs a Word document, as in "our.docx"',
        "briefing.toml:3: language needs one of en, fr, nb, es; did you mean 'fr'?",
    ]


def test_ten_mistakes_are_told_at_once_each_with_its_line_and_the_nearest_word() -> None:
    found, problems = read(
        """titel = "Lantern desk"
today = "2031-06-02"

[me]
nmae = "Kari"
home = "Europe/Olso"
languages = "en"
paper = "A5"

[scren]

[screen]
theme = "drak"

[output]
plain = "yes"

[keys]
preset = "vi"
"""
    )

    assert problems == [
        "briefing.toml:1: 'titel' is no setting; did you mean 'title'?",
        "briefing.toml:2: today needs a date without quotes, as in 2026-03-12",
        "briefing.toml:5: 'nmae' is no setting in [me]; did you mean 'name'?",
        "briefing.toml:6: home is no time zone: 'Europe/Olso'; did you mean 'Europe/Oslo'?",
        'briefing.toml:7: languages needs a list of texts, as in ["en", "fr"]',
        "briefing.toml:8: paper needs one of A4, Letter",
        "briefing.toml:10: [scren] is no section; did you mean 'screen'?",
        "briefing.toml:13: theme needs one of dark, light, contrast; did you mean 'dark'?",
        "briefing.toml:16: plain needs true or false",
        "briefing.toml:19: preset needs one of plain, vim; did you mean 'vim'?",
    ]
    assert found == Config(has_me=True)


def test_a_way_and_a_night_that_are_none_are_told() -> None:
    found, problems = read('[way]\nsame_city = -5\n[night]\nbegins = "late"\n')

    assert problems == [
        "briefing.toml:2: same_city needs a number of minutes up to a day's, as in 30",
        'briefing.toml:4: begins needs a time of day in quotes, as in "22:00"',
    ]
    assert found == Config()


def test_what_is_right_beside_a_mistake_counts() -> None:
    found, problems = read('title = "Lantern desk"\ntoday = 7\n[me]\nname = "Kari"\nage = 40\n')

    assert len(problems) == 2
    assert (found.title, found.me.name) == ("Lantern desk", "Kari")


@pytest.mark.parametrize(
    "text",
    [
        '[keys]\n\ntimeline.today = "t"',
        '[keys]\n\n"timeline.today" = "t"',
        "[keys]\n\n'timeline.today' = 't'",
        '[keys.timeline]\n\ntoday = "t"',
        '["keys".timeline]\n\n"today" = "t"',
        'title = "x"\n\nkeys.timeline.today = "t"',
        'title = "x"\n\nkeys . timeline . today = "t"',
        'title = "x"\n\nkeys = { "timeline.today" = "t" }',
        'title = "x"\n\nkeys = { timeline = { today = "t" } }',
    ],
)
def test_a_key_is_bound_with_and_without_quotes(text: str) -> None:
    found, problems = read(text)

    assert problems == []
    assert found.keys == {"timeline.today": "t"}
    assert found.key_lines == {"timeline.today": 3}


@pytest.mark.parametrize(
    "text",
    [
        '[me]\n\nhoem = "Europe/Oslo"',
        '\n\nme.hoem = "Europe/Oslo"',
        '\n\nme = { hoem = "Europe/Oslo" }',
        '[ me ]\n\n"hoem" = "Europe/Oslo"',
        '[me]\nname = """\nhome = x"""\nhoem = "Europe/Oslo"',
    ],
)
def test_a_mistake_is_told_with_its_line_however_it_is_written(text: str) -> None:
    _, problems = read(text)

    line = 3 + text.count('"""') // 2
    assert [f"{SOURCE}:{line}: 'hoem' is no setting in [me]; did you mean 'home'?"] == problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('me = "Kari"', "me is a section; write [me] on a line of its own"),
        ('[[me]]\nname = "Kari"', "me is a section; write [me] on a line of its own"),
        ("keys = 3", "keys is a section; write [keys] on a line of its own"),
        ("[title]", "[title] is no section"),
    ],
)
def test_a_setting_where_a_section_stands_is_told(text: str, expected: str) -> None:
    _, problems = read(text)

    assert [f"{SOURCE}:1: {expected}"] == problems


def test_broken_toml_is_told_with_its_line() -> None:
    found, problems = read('title = "Lantern desk"\nname = \n')

    assert found == Config()
    assert problems == [
        "briefing.toml:2: can't be read, so no setting holds; "
        "is a quotation mark or a bracket missing? (Invalid value)"
    ]


def test_a_wrong_encoding_is_told_with_its_line() -> None:
    _, problems = parse('title = "x"\n# Støre\n'.encode("latin-1"), SOURCE)

    assert (Problem(SOURCE, 2, "is not written in UTF-8"),) == problems


def test_a_byte_order_mark_does_no_harm() -> None:
    found, problems = parse('title = "Lantern desk"'.encode("utf-8-sig"), SOURCE)

    assert problems == ()
    assert found.title == "Lantern desk"


def test_windows_line_ends_keep_the_line_numbers() -> None:
    _, problems = read('title = "x"\r\n\r\ntoday = 7\r\n')

    assert problems == ["briefing.toml:3: today needs a date without quotes, as in 2026-03-12"]


def test_no_file_means_no_settings_and_no_problem(tmp_path: Path) -> None:
    assert load(tmp_path) == (Config(), ())


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / config.FILE_NAME).mkdir()

    found, problems = load(tmp_path)

    assert found == Config()
    assert [problem.message for problem in problems] == ["can't be read: Is a directory"]


@given(
    st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace"))
)
def test_no_bytes_keep_the_desk_from_opening(raw: bytes) -> None:
    found, problems = parse(raw, SOURCE)

    assert isinstance(found, Config)
    assert all(problem.source == SOURCE for problem in problems)


_values = st.sampled_from(
    ["1", "true", '"text"', "[1]", "{a = 1}", "2031-06-02", "2031-06-02T09:00:00Z", "1.5", "[]"]
)


@given(st.dictionaries(st.sampled_from(["title", "today", "me", "screen", "keys", "x"]), _values))
def test_no_value_of_a_wrong_kind_keeps_the_desk_from_opening(values: dict[str, str]) -> None:
    found, problems = read("\n".join(f"{key} = {value}" for key, value in values.items()))

    assert isinstance(found, Config)
    assert not ("x" in values and not problems)


def test_what_the_system_knows_of_a_person_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Oslo")
    monkeypatch.setenv("LC_ALL", "nb_NO.UTF-8")
    monkeypatch.delenv("LC_PAPER", raising=False)

    guess = guessed_me()

    assert (guess.home, guess.languages, guess.paper) == ("Europe/Oslo", ("nb",), "A4")


def test_levels_go_by_the_labels_of_a_set_and_of_the_house() -> None:
    raw = b'[handling]\nset = "TLP"\n[handling.labels]\noffice = "INTERNT"\n'

    config, problems = parse(raw, "briefing.toml")

    assert () == problems
    assert ("INTERNT", "TLP:RED") == (config.labels[Level.OFFICE], config.labels[Level.ME])


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ('[handling]\nset = "nato"', "needs one of tlp"),
        ('[handling.labels]\noffise = "X"', "did you mean 'office'?"),
        ("[handling.labels]\noffice = 3", "needs a label in quotes for office"),
        ('[handling.labels]\noffice = "A"\npublic = "a"', "means another level too"),
        ('[handling.labels]\noffice = "public"', "means another level too"),
        ('[handling.labels]\npublic = "TLP:RED"', "means another level too"),
    ],
)
def test_a_label_that_would_mislead_is_told(raw: str, expected: str) -> None:
    config, problems = parse(raw.encode(), "briefing.toml")

    assert {} == config.labels
    assert any(expected in problem.message for problem in problems)
