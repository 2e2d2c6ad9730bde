from pathlib import Path

import pytest

from tests.cli.conftest import Briefing
from tests.desk.support import HARBOUR
from tests.exchange.calendars import items


def test_the_timeline_is_written_as_a_calendar(briefing: Briefing, tmp_path: Path) -> None:
    file = tmp_path / "timeline.ics"

    ended = briefing("export", "timeline", "-o", str(file))

    assert (0, "", f"Wrote {file}: 2 items.\n") == ended
    assert 2 == len(items(file.read_bytes()))


def test_an_event_is_meant_by_its_words(briefing: Briefing, tmp_path: Path) -> None:
    file = tmp_path / "event.ics"

    ended = briefing("export", "event", "harbour", "-o", str(file))

    assert (0, f"Wrote {file}: 2 items.\n") == (ended.code, ended.err)


def test_what_has_no_day_is_told(briefing: Briefing, tmp_path: Path) -> None:
    briefing("add", "event", "title=Lamp Night")

    ended = briefing("export", "timeline", "-o", str(tmp_path / "timeline.ics"))

    assert "Left out, since no day is known: 1 item.\n" in ended.err
    assert "Lamp Night" in ended.err


@pytest.mark.parametrize(
    ("what", "name", "told"),
    [
        ("positions", "out.csv", "1 position"),
        ("positions", "out.json", "1 record"),
        ("sources", "out.json", "0 sources"),
        ("records", "out.json", "6 records"),
        ("timeline", "out.json", "2 records"),
    ],
)
def test_each_thing_has_its_formats(
    briefing: Briefing, tmp_path: Path, what: str, name: str, told: str
) -> None:
    file = tmp_path / name

    ended = briefing("export", what, "-o", str(file))

    assert (0, f"Wrote {file}: {told}.\n") == (ended.code, ended.err)
    assert file.stat().st_size


def test_some_days_of_the_timeline_are_written(briefing: Briefing, tmp_path: Path) -> None:
    file = tmp_path / "june.ics"

    ended = briefing(
        "export", "timeline", "--from", "2031-06-07", "--to", "2031-06-30", "-o", str(file)
    )

    assert f"Wrote {file}: 1 item.\n" == ended.err
    assert b"SUMMARY:Harbour Lights" in file.read_bytes()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("event", "-o", "out.ics"), "takes the ID of one event"),
        (("timeline", HARBOUR.id, "-o", "out.ics"), "takes the ID of one event"),
        (("sources", "--from", "2031-06-07", "-o", "out.json"), "are for the timeline"),
        (("timeline", "-o", "out.csv"), "timeline is written as .ics or .json"),
        (("everything", "-o", "out.json"), "is not one of"),
        (("timeline",), "Missing option"),
    ],
)
def test_what_can_not_be_meant_is_refused(
    briefing: Briefing, words: tuple[str, ...], told: str
) -> None:
    ended = briefing("export", *words)

    assert 2 == ended.code
    assert told in ended.err
    assert not Path("out.ics").exists()


def test_a_file_that_can_not_be_written_is_told(briefing: Briefing, tmp_path: Path) -> None:
    (tmp_path / "in-the-way").write_text("", encoding="utf-8")

    ended = briefing("export", "timeline", "-o", str(tmp_path / "in-the-way" / "out.ics"))

    assert 1 == ended.code
    assert "out.ics" in ended.err


def test_the_second_of_two_files_of_the_same_is_the_same(
    briefing: Briefing, tmp_path: Path
) -> None:
    files = [tmp_path / name for name in ("one.ics", "other.ics")]

    for file in files:
        briefing("export", "timeline", "-o", str(file))

    one, other = (file.read_bytes() for file in files)
    assert one == other
