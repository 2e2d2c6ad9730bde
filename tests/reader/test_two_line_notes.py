"""Notes of two lines that change several things of an event, and name it in their own words."""

import datetime as dt

import pytest

from briefing.model import Event, Mode, Task
from briefing.reader import Incoming, Known, Proposed, read

SEMINAR = """Ropes and Sails: who trims the fleet?

Thursday 12 June 2031, 14:00-15:30 CEST
Room XIX, Palais des Nations, Geneva

A seminar of the Lagoon Institute on the trimming of sails.

Speakers:
- Dr Ana Ferry, Director, Lagoon Institute
- Bo Castellan, Legal Adviser, Ministry of Foreign Affairs of Norland

Please register by 5 June 2031: https://lagoon.example/r
"""
DEBATE = """Conférence-débat

La mer sans carte : qui répond des câbles ?

Jeudi 26 juin 2031, de 18h00 à 19h30
Maison du Lac, salle Rousseau, quai du Nord 3, Genève

Intervenants :
- Luc Ferrand, chercheur, Institut Belrive
- Anne Sorel, diplomate

Inscription obligatoire avant le 20 juin 2031.
"""
BREAKFAST = """Lindøya akademi inviterer til frokostmøte

Hvem vokter fyret? Havner, kabler og ansvar

Når: onsdag 18. juni 2031 kl. 08.30-10.00
Hvor: Fyrhuset, Strandgata 4, Bergen
Påmeldingsfrist: fredag 13. juni 2031
"""
TODAY = dt.date(2031, 5, 20)


def _read(text: str, known: Known | None = None) -> Proposed:
    return read(Incoming(name="note.txt", raw=text.encode()), known or Known(), TODAY)


def _held() -> Known:
    texts = (SEMINAR, DEBATE, BREAKFAST)
    drafts = [p.draft for text in texts for p in _read(text).proposals]
    return Known(
        events=tuple(draft for draft in drafts if isinstance(draft, Event)),
        tasks=tuple(draft for draft in drafts if isinstance(draft, Task)),
    )


HELD = _held()


def _changed(note: str) -> Event:
    (event,) = (p.draft for p in _read(note, HELD).proposals if isinstance(p.draft, Event))
    return event


def _due(note: str) -> Task:
    (task,) = (p.draft for p in _read(note, HELD).proposals if isinstance(p.draft, Task))
    return task


def _doubts(record: Event | Task) -> list[str]:
    return [doubt.words for found in record.evidence.values() for doubt in found.doubts]


def _when(event: Event) -> str:
    when = event.when
    return f"{when.date} {when.time:%H:%M}-{when.end_time:%H:%M}" if when.end_time else "?"


WITH_DEADLINE = (
    (
        'Owing to a clash our seminar "Ropes and Sails: who trims the fleet?" will not take place'
        " on 12 June but on Thursday 19 June 2031, same hours, same room.\nIf you have registered"
        " you need do nothing; registration stays open until Friday 13 June 2031. Ana",
        "2031-06-19 14:00-15:30",
        "2031-06-13",
    ),
    (
        "The Geneva seminar on ropes and sails has moved to 19 June; the hours stay as they are."
        "\nRSVP now by Thursday 12 June.",
        "2031-06-19 14:00-15:30",
        "2031-06-12",
    ),
    (
        "Ropes and Sails moves to 3 July, 16:00 to 17:30. New deadline: 27 June.",
        "2031-07-03 16:00-17:30",
        "2031-06-27",
    ),
    (
        "Ropes and Sails: postponed by two weeks, new deadline 20 June.",
        "2031-06-26 14:00-15:30",
        "2031-06-20",
    ),
    (
        "Ropes and Sails has been moved to 19 June, 14:00-15:30; register by 13 June.",
        "2031-06-19 14:00-15:30",
        "2031-06-13",
    ),
    (
        "Le débat « La mer sans carte » n'aura pas lieu le 26 juin mais le 3 juillet, aux mêmes"
        " heures ; inscriptions jusqu'au 27 juin.",
        "2031-07-03 18:00-19:30",
        "2031-06-27",
    ),
    (
        "Til dere som skal på «Hvem vokter fyret» 18. juni: Vi begynner en time senere, altså"
        " kl. 09.30, og slutter kl. 11.00.\nPåmeldingsfristen er utvidet til mandag 16. juni.",
        "2031-06-18 09:30-11:00",
        "2031-06-16",
    ),
)


@pytest.mark.parametrize(("note", "when", "due"), WITH_DEADLINE)
def test_a_day_and_a_deadline_are_told_apart(note: str, when: str, due: str) -> None:
    event, task = _changed(note), _due(note)

    assert (_when(event), str(task.due.date)) == (when, due)
    assert (event.cancelled, _doubts(task)) == (False, [])


@pytest.mark.parametrize(
    "note",
    [
        'The Institute informs missions that nominations for "Ropes and Sails" will be accepted'
        " until 09/06/2031 (previously 05/06/2031).\nThe date of the seminar is unchanged.",
        "Registration for Ropes and Sails is open until 9 June now instead of 5 June.",
    ],
)
def test_names_that_are_taken_longer_move_no_event(note: str) -> None:
    (proposal,) = _read(note, HELD).proposals

    assert isinstance(proposal.draft, Task)
    assert proposal.draft.due.date == dt.date(2031, 6, 9)


def test_a_deadline_told_for_the_former_day_is_doubted() -> None:
    task = _due("Ropes and Sails is moved to 19 June 2031, same time and place.")

    assert task.due.date == dt.date(2031, 6, 5)
    assert _doubts(task) == [
        "It was told for the former day of the event, and may not hold for the new one."
    ]


@pytest.mark.parametrize(
    "note",
    [
        "Ropes and Sails is moved to 19 June; the deadline of 5 June stays.",
        "Ropes and Sails is moved to 19 June. The registration deadline is unchanged.",
        "Ropes and Sails now starts at 15:00.",
    ],
)
def test_a_deadline_that_stays_is_not_doubted(note: str) -> None:
    assert [p for p in _read(note, HELD).proposals if isinstance(p.draft, Task)] == []


@pytest.mark.parametrize(
    "note",
    [
        'Corrigendum, seminar "Ropes and Sails": for "12 June 2031" read "19 June 2031".',
        "Errata: donde dice «12 de junio», debe decir «19 de junio» (Ropes and Sails).",
        "Rectificatif : « Ropes and Sails », au lieu de « 12 juin » lire « 19 juin ».",
        "Berichtigung zu „Ropes and Sails“: statt „12. Juni“ muss es heißen „19. Juni“.",
        "Rettelse: Ropes and Sails er 19. juni, ikke 12. juni.",
    ],
)
def test_one_day_is_read_in_place_of_another(note: str) -> None:
    assert _changed(note).when.date == dt.date(2031, 6, 19)


@pytest.mark.parametrize(
    "note",
    [
        "Ropes and Sails starts at 16:00 CEST (15:00 BST), not 14:00, and runs for one hour.",
        "Ropes and Sails: new time 16:00, duration: 60 minutes.",
        "Ropes and Sails beginnt erst um 16 Uhr und dauert eine Stunde.",
    ],
)
def test_a_new_length_gives_the_end(note: str) -> None:
    assert _when(_changed(note)) == "2031-06-12 16:00-17:00"


@pytest.mark.parametrize(
    "note",
    [
        "Sails seminar on 12 June: Bo Castellan has been called away and sends his regrets; Judge"
        " Mira Holm will speak in his place.",
        "Ropes and Sails: Bo Castellan has had to withdraw, and Mira Holm, Deputy Head, Norland"
        " Centre, will speak instead.",
        "Ropes and Sails: Bo Castellan is ill. His deputy, Mira Holm, will speak instead.",
        "Ropes and Sails: Bo Castellan er syk, og Mira Holm, rådgiver, stiller i stedet.",
        "Ropes and Sails : Bo Castellan est souffrant ; Mira Holm interviendra à sa place.",
        "Ropes and Sails: Bo Castellan ist verhindert, an seiner Stelle spricht Mira Holm.",
    ],
)
def test_somebody_comes_in_the_place_of_another(note: str) -> None:
    assert [speaker.name for speaker in _changed(note).speakers] == ["Ana Ferry", "Mira Holm"]


@pytest.mark.parametrize(
    "note",
    [
        "Sails seminar on 12 June: Room XXII instead of Room XIX.",
        "The Geneva seminar on ropes and sails is cancelled.",
        "The Geneva seminar on 12 June is cancelled.",
        "Seminaret 12. juni i Geneva er avlyst.",
    ],
)
def test_an_event_is_named_by_its_kind_with_its_words_day_and_city(note: str) -> None:
    changed = _changed(note)

    assert changed.title == "Ropes and Sails: who trims the fleet?"
    assert not any("not named in full" in words for words in _doubts(changed))


@pytest.mark.parametrize(
    ("note", "venue"),
    [
        ("Ropes and Sails: we meet in Salle Anna Frank.", "Salle Anna Frank, Palais des Nations"),
        ("Ropes and Sails findet nicht im Saal 19, sondern im Saal Europa statt.", "Saal Europa,"),
        (
            "La mer sans carte est déplacée de la Maison du Lac à l'auditorium Pelletier, avenue"
            " des Cygnes 20, Genève.",
            "auditorium Pelletier, avenue des Cygnes 20, Genève",
        ),
        ("Hvem vokter fyret flyttes fra Fyrhuset til Litteraturhuset.", "Litteraturhuset"),
        ("Ropes and Sails se traslada a la Biblioteca de la Marina.", "Biblioteca de la Marina"),
    ],
)
def test_a_new_place_is_named_whole(note: str, venue: str) -> None:
    assert _changed(note).venue.startswith(venue)


def test_those_who_can_not_travel_may_follow() -> None:
    changed = _changed("Ropes and Sails: participants unable to travel may follow by Webex.")

    assert changed.mode is Mode.HYBRID


FAIR = """Harbour Fair: ports, cables and law

23-25 June 2031, 09:00-17:00
Pier House, Bergen, Norway
A conference of the Lagoon Institute.
"""


def test_the_first_days_hour_is_that_of_the_whole() -> None:
    (held,) = (p.draft for p in _read(FAIR).proposals if isinstance(p.draft, Event))
    note = (
        "Corrigendum, “Harbour Fair”: for “23-25 June 2031” read “30 June - 2 July 2031”; the"
        " first day opens at 10 a.m."
    )

    (new,) = (p.draft for p in _read(note, Known(events=(held,))).proposals)

    assert isinstance(new, Event)
    assert (new.when.date, new.when.end_date) == (dt.date(2031, 6, 30), dt.date(2031, 7, 2))
    assert new.when.time == dt.time(10)


@pytest.mark.parametrize(
    "note",
    [
        "Sails seminar: we start at 15:00.",
        "The sails seminar is moved to 19 June.",
        "Our seminar on the history of rope is cancelled.",
    ],
)
def test_an_event_that_may_be_meant_is_offered_with_a_doubt(note: str) -> None:
    assert any("not named in full" in words for words in _doubts(_changed(note)))


@pytest.mark.parametrize(
    "note",
    [
        "Thank you for registering for Ropes and Sails. It takes place on Thursday 12 June 2031 at"
        " 14:00. A link follows on 11 June.",
        "Recording of Ropes and Sails is now online. Our next webinar is on 26 June.",
        "Ropes and Sails takes place tomorrow, 12 June. Please come at 13:45 for the badge.",
        "Ropes and Sails is fully booked. A second session will be held on 19 June at 14:00.",
        "Ropes and Sails: because of the strike, the reception moves to Hotel Brise.",
        "Please disregard our earlier message: Ropes and Sails takes place on 12 June as planned.",
    ],
)
def test_what_stands_beside_an_event_changes_nothing_of_it(note: str) -> None:
    assert list(_read(note, HELD).proposals) == []


@pytest.mark.parametrize(
    "note",
    [
        'The date of the seminar "Ropes and Sails" in our invitation was wrong. The right date is'
        " 13 June.",
        "Ropes and Sails: contrary to our invitation, the seminar is on Friday 13 June.",
        "UPDATE: Ropes and Sails moved to Fri 13 June 2031 14:00-15:30 | Register by 9 June",
    ],
)
def test_a_wrong_day_is_put_right(note: str) -> None:
    assert _changed(note).when.date == dt.date(2031, 6, 13)


def test_another_zone_is_a_doubt_at_least() -> None:
    changed = _changed("Ropes and Sails: times are in UTC, not CEST.")

    assert changed.evidence["when"].doubts


def test_a_room_that_is_gone_is_no_place() -> None:
    changed = _changed("Ropes and Sails (12 June): Zoom only, the room is no longer available.")

    assert (changed.mode, changed.venue) == (Mode.ONLINE, "")
