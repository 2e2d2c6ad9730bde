import json
from pathlib import Path

import pytest

from tests.cli.conftest import Briefing
from tests.desk.support import HARBOUR, REGISTER, WHO_PAYS


def told(briefing: Briefing, id: str) -> dict[str, object]:
    found = json.loads(briefing("show", id, "--json").out)
    assert isinstance(found, dict)
    return found


def test_a_record_is_added_and_its_id_is_data(briefing: Briefing) -> None:
    ended = briefing("add", "event", "title=Ropes = Splices", "when=24 Jul 2031 15:00 Geneva")

    id = ended.out.strip()
    assert (ended.code, ended.err) == (0, "")
    assert id.startswith("ropes-splices-")
    assert told(briefing, id)["title"] == "Ropes = Splices"


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("task", ["what=Ask the capital", "due=6 June 2031", f"event={HARBOUR.id}"]),
        ("Forum", ["name=Riggers' Meeting", "openness=multistakeholder"]),
        ("stakeholder", ["name=Norland", "kind=state"]),
        ("question", ["text=Who counts the ships?", "topics=ships; ports"]),
        ("position", ["claim=Ships count.", "holder=Norland", "stance=leads", "on=1 May 2030"]),
        ("source", ["title=Report of the Pilots", "published=May 2030"]),
        ("document", ["symbol=FHP/2030/1"]),
        ("argument", ["reason=It is cheap."]),
        ("line", ["wording=We listen."]),
    ],
)
def test_every_kind_of_record_can_be_added(
    kind: str, values: list[str], briefing: Briefing
) -> None:
    ended = briefing("add", kind, *values)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.strip()


@pytest.mark.parametrize(
    "words",
    [
        ("Panel on ropes fri 15h Geneva @li #cables",),
        ("Panel", "on", "ropes", "fri", "15h", "Geneva", "@li", "#cables"),
    ],
)
def test_an_event_is_added_in_one_line(words: tuple[str, ...], briefing: Briefing) -> None:
    ended = briefing("--today", "2031-06-02", "add", *words)

    made = told(briefing, ended.out.strip())
    assert ended.code == 0
    assert ended.err == "Event · Panel on ropes · Fri 6 Jun 2031, 15:00 Geneva · LI · cables\n"
    assert ("Panel on ropes", ["cables"]) == (made["title"], made["topics"])


def test_a_task_is_added_in_one_line(briefing: Briefing) -> None:
    ended = briefing("--today", "2031-06-02", "add", "task: send paper to capital mon cob")

    assert told(briefing, ended.out.strip())["what"] == "send paper to capital"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("evnt", "title=x"), "one of event, task"),
        (("evnt",), "one of event, task"),
        (("event", "a title"), "is not written as FIELD=VALUE"),
        (("fri 15h Geneva",), "Title: can't be empty"),
    ],
)
def test_what_can_not_be_added_is_told(
    words: tuple[str, ...], sentence: str, briefing: Briefing
) -> None:
    ended = briefing("add", *words)

    assert ended.code != 0
    assert sentence in ended.err
    assert ended.out == ""


def test_a_value_is_set_by_words_and_taken_back(briefing: Briefing) -> None:
    assert briefing("set", "harbour lights", "venue", "Quay Room").code == 0
    assert told(briefing, HARBOUR.id)["venue"] == "Quay Room"

    undone = briefing("undo")
    assert (undone.code, undone.out, undone.err) == (0, "", "Undone: Changed Harbour Lights\n")
    assert told(briefing, HARBOUR.id)["venue"] == "Harbour Hall"

    redone = briefing("redo")
    assert redone.err == "Done again: Changed Harbour Lights\n"
    assert told(briefing, HARBOUR.id)["venue"] == "Quay Room"


def test_what_nothing_speaks_against_is_confirmed_at_once(briefing: Briefing) -> None:
    ended = briefing("confirm", HARBOUR.id)

    assert ended.code == 0
    assert briefing("show", HARBOUR.id).out.splitlines()[-1] == "Status: not checked, 1 doubt"
    briefing("undo")
    assert "Title: Harbour Lights  (not checked)" in briefing("show", HARBOUR.id).out


def test_a_doubted_value_is_confirmed_by_its_name(briefing: Briefing) -> None:
    briefing("confirm", HARBOUR.id)
    briefing("confirm", HARBOUR.id, "when")

    assert briefing("show", HARBOUR.id).out.splitlines()[-1] == "Status: checked"


def test_another_reading_is_shown_and_can_be_taken(briefing: Briefing) -> None:
    shown = briefing("show", HARBOUR.id).out
    assert "  Or: Fri 13 Jun 2031, if day 13 is meant (when --other 2)" in shown.splitlines()

    ended = briefing("confirm", HARBOUR.id, "when", "--other", "2")

    assert (ended.code, ended.err) == (0, "Changed Harbour Lights.\n")
    assert "When: Fri 13 Jun 2031" in briefing("show", HARBOUR.id).out.splitlines()


def test_another_reading_is_one_of_one_field(briefing: Briefing) -> None:
    ended = briefing("confirm", HARBOUR.id, "--other", "1")

    assert ended.code == 2
    assert "--other needs just one field." in ended.err


def test_a_record_is_removed_and_brought_back(briefing: Briefing) -> None:
    ended = briefing("remove", REGISTER.id)

    assert (ended.code, ended.out) == (0, "")
    assert briefing("show", REGISTER.id).code == 1
    assert briefing("undo").err == "Undone: Removed Register\n"
    assert briefing("show", REGISTER.id).code == 0


def test_an_answer_is_written_part_by_part(briefing: Briefing) -> None:
    briefing("answer", "who pays", "--short", "Whoever cut it.")
    ended = briefing(
        "answer", WHO_PAYS.id, "--points", "Cutters pay; repair first", "--caveats", "x"
    )

    assert (ended.code, ended.out) == (0, "")
    shown = briefing("show", WHO_PAYS.id).out
    assert "Short answer: Whoever cut it." in shown
    assert "Points: Cutters pay\nrepair first" in shown


def test_nothing_is_changed_where_a_value_is_wrong(briefing: Briefing) -> None:
    ended = briefing("set", HARBOUR.id, "mode", "by pigeon")

    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "briefing: Mode: needs one of online, in-person, hybrid\n"
    assert briefing("undo").code == 1


def test_undo_passes_by_what_others_changed_unless_that_is_meant(
    briefing: Briefing, folder: Path
) -> None:
    briefing("set", HARBOUR.id, "title", "Ours")
    table = folder / "data" / "tasks.jsonl"
    theirs = '{"type":"task","id":"theirs-22222","what":"Bring the lamps"}\n'
    table.write_text(table.read_text(encoding="utf-8") + theirs, encoding="utf-8")

    assert briefing("show", "theirs-22222").code == 0
    assert briefing("undo").err == "Undone: Changed Ours\n"
    assert briefing("undo", "--outside").err == "Undone: Changed outside the program\n"
    assert briefing("show", "theirs-22222").code != 0


# Copying and attaching --------------------------------------------------------------------------


def test_an_event_is_copied_to_next_year_and_its_id_is_data(briefing: Briefing) -> None:
    ended = briefing("copy", "harbour lights")

    assert (ended.code, ended.err) == (0, "Copied to Thu 10 Jun 2032: Harbour Lights\n")
    assert told(briefing, ended.out.strip())["title"] == "Harbour Lights"
    assert briefing("undo").err == "Undone: Copied Harbour Lights to Thu 10 Jun 2032\n"


def test_an_event_is_copied_to_a_day_of_ones_own(briefing: Briefing) -> None:
    assert "Tue 3 May 2033" in briefing("copy", HARBOUR.id, "--to", "3 May 2033").err
    assert briefing("copy", HARBOUR.id, "--to", "some day").code == 1


def test_a_link_and_a_file_are_attached(briefing: Briefing, folder: Path) -> None:
    (folder / "programme.txt").write_text("Programme\n\n9:00 Ropes\n", encoding="utf-8")

    link = briefing("attach", HARBOUR.id, "https://lantern.example/map", "--words", "The map")
    file = briefing("attach", "harbour lights", "programme.txt")
    again = briefing("attach", "harbour lights", "programme.txt")

    assert (link.code, link.err) == (0, "Attached to Harbour Lights.\n")
    assert (file.code, file.err) == (0, "Attached to Harbour Lights.\n")
    assert (again.code, again.err.count("attached to Harbour Lights already")) == (1, 1)
    links = told(briefing, HARBOUR.id)["links"]
    assert isinstance(links, list)
    assert [link["words"] for link in links] == ["The map", "programme.txt"]
    kept = briefing("source", links[1]["address"].removeprefix("source:"))
    assert kept.out.startswith("Programme")


def test_a_file_that_is_not_there_is_told(briefing: Briefing) -> None:
    ended = briefing("attach", HARBOUR.id, "nowhere.txt")

    assert (ended.code, ended.out) == (1, "")
    assert "nowhere.txt: No such file" in ended.err
