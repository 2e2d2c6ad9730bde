"""A grid of announcements with known truth: never wrong without a doubt, seldom doubted when right.

Every date form meets every layout, with a sentence or line beside it that names another day.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle

import pytest

from briefing.model import DoubtKind, Event
from tests.reader.pages import events_of

DAY, LAST = dt.date(2026, 6, 9), dt.date(2026, 6, 11)
"""A Tuesday and a Thursday."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    title: str
    labels: tuple[str, str, str]
    invites: str
    """A sentence of invitation, with a gap for the date."""
    on: str
    place: str
    organiser: str
    dear: str
    days: tuple[str, ...]
    """Forms of DAY that nothing speaks against."""
    stretches: tuple[str, ...]
    """Forms of DAY to LAST."""
    hours: tuple[tuple[str, str], ...]
    traps: tuple[str, ...]


TONGUES = {
    "en": Tongue(
        title="Seminar on Shared Nets",
        labels=("Date", "Time", "Venue"),
        invites="The Harbour Institute invites you to a seminar on shared nets{}.",
        on=" on ",
        place="Room 4, Harbour House, Geneva",
        organiser="Organised by the Harbour Institute.",
        dear="Dear colleagues,",
        days=(
            "9 June 2026", "Tuesday, 9 June 2026", "June 9, 2026", "Tue 9 Jun 2026",
            "the 9th of June 2026", "the ninth of June 2026", "2026-06-09", "9.VI.2026",
        ),
        stretches=(
            "9–11 June 2026", "June 9-11, 2026", "9 to 11 June 2026",
            "Tuesday 9 June – Thursday 11 June 2026", "9 June 2026 to 11 June 2026",
        ),
        hours=(
            ("", ""), ("10:00–11:30", "10:00-11:30"), ("10 am – 11.30 am", "10:00-11:30"),
            ("14h00-15h30", "14:00-15:30"), ("1400-1530", "14:00-15:30"),
            ("9-11am", "09:00-11:00"), ("12 noon – 1.30 pm", "12:00-13:30"),
        ),
        traps=(
            "", "Posted 3 March 2026", "Last updated on 4 March 2026", "© 2025 Harbour Institute",
            "Register by 1 June 2026.", "The deadline for abstracts is 15 May 2026.",
            "Resolution 75/240 of 31 December 2020 set up the group.",
            "It follows the success of the 2024 edition.",
            "The Institute was founded on 4 May 1995.",
            "The first seminar took place on 3 March 2025 in Oslo.",
            "Call +41 22 917 12 34, open 24/7.",
            "See Article 12 (3) of the law of 6 July 2018, pages 12-14.",
            "Agenda 2030 and SDG 16.10 apply; version 3.2.1.",
            "Following last year’s workshop on 12 May 2025, we go on.",
            "Ana Berg has been a director since 1 January 2021.",
            "In its report of 14 May 2025 the group asked for more.",
            "Tickets cost EUR 12.50; early bird until 1 April 2026.",
            "Photo: Harbour House, 2 May 2024",
            "Applications must be received no later than 20 May 2026, 23:59 CET.",
        ),
    ),
    "no": Tongue(
        title="Seminar om felles garn",
        labels=("Dato", "Tid", "Sted"),
        invites="Havneinstituttet inviterer til seminar om felles garn{}.",
        on=" ",
        place="Møterom 4, Havnehuset, Oslo",
        organiser="Arrangør: Havneinstituttet",
        dear="Kjære kolleger,",
        days=("9. juni 2026", "tirsdag 9. juni 2026", "09.06.2026", "tir. 9. juni 2026",
              "09/06/2026"),
        stretches=("9.–11. juni 2026", "9. til 11. juni 2026",
                   "tirsdag 9. til torsdag 11. juni 2026"),
        hours=(("", ""), ("kl. 14.00–15.30", "14:00-15:30"), ("kl. 14", "14:00"),
               ("fra kl. 14 til kl. 15.30", "14:00-15:30"), ("kl. 14.00 norsk tid", "14:00")),
        traps=("", "Publisert 3. mars 2026", "Sist oppdatert: 4. mars 2026",
               "Påmelding innen 1. juni 2026.", "Påmeldingsfrist: 1. juni 2026",
               "Resolusjon 75/240 ble vedtatt 31. desember 2020.",
               "Instituttet ble stiftet 4. mai 1995.",
               "Det forrige seminaret ble holdt 3. mars 2025."),
    ),
    "fr": Tongue(
        title="Séminaire sur les filets communs",
        labels=("Date", "Heure", "Lieu"),
        invites="L'Institut du Port a le plaisir de vous inviter à un séminaire sur les filets{}.",
        on=" le ",
        place="Salle 4, Maison du Port, Genève",
        organiser="Organisateur : l'Institut du Port",
        dear="Chers collègues,",
        days=("9 juin 2026", "mardi 9 juin 2026", "mar. 9 juin 2026", "09/06/2026"),
        stretches=("du 9 au 11 juin 2026", "9-11 juin 2026", "du mardi 9 au jeudi 11 juin 2026"),
        hours=(("", ""), ("14h-15h30", "14:00-15:30"), ("de 14h à 15h30", "14:00-15:30"),
               ("14 h 00 – 15 h 30", "14:00-15:30"), ("à 14 h", "14:00"),
               ("14h00 (heure de Paris)", "14:00")),
        traps=("", "Publié le 3 mars 2026", "Mis à jour le 4 mars 2026",
               "Inscription avant le 1er juin 2026.", "Date limite d'inscription : 1er juin 2026",
               "La résolution 75/240 du 31 décembre 2020 a créé le groupe.",
               "L'Institut a été fondé le 4 mai 1995.",
               "Le dernier séminaire a eu lieu le 3 mars 2025."),
    ),
    "de": Tongue(
        title="Seminar über gemeinsame Netze",
        labels=("Datum", "Uhrzeit", "Ort"),
        invites="Das Hafeninstitut lädt ein zu einem Seminar über gemeinsame Netze{}.",
        on=" am ",
        place="Raum 4, Hafenhaus, Berlin",
        organiser="Veranstalter: Hafeninstitut",
        dear="Sehr geehrte Damen und Herren,",
        days=("9. Juni 2026", "Dienstag, 9. Juni 2026", "Dienstag, den 9. Juni 2026",
              "Di., 9. Juni 2026", "09.06.2026"),
        stretches=("9. bis 11. Juni 2026", "9.–11. Juni 2026", "vom 9. bis 11. Juni 2026",
                   "9.-11.06.2026"),
        hours=(("", ""), ("14:00–15:30 Uhr", "14:00-15:30"), ("14 bis 16 Uhr", "14:00-16:00"),
               ("um 14 Uhr", "14:00"), ("14:00 Uhr MESZ", "14:00")),
        traps=("", "Veröffentlicht am 3. März 2026", "Stand: 4. März 2026",
               "Anmeldung bis zum 1. Juni 2026.", "Anmeldeschluss: 1. Juni 2026",
               "Die Resolution 75/240 vom 31. Dezember 2020 setzte die Gruppe ein.",
               "Das Institut wurde am 4. Mai 1995 gegründet.",
               "Das letzte Seminar fand am 3. März 2025 statt."),
    ),
    "es": Tongue(
        title="Seminario sobre redes comunes",
        labels=("Fecha", "Hora", "Lugar"),
        invites="El Instituto del Puerto le invita a un seminario sobre redes comunes{}.",
        on=" el ",
        place="Sala 4, Casa del Puerto, Madrid",
        organiser="Organiza: Instituto del Puerto",
        dear="Estimados colegas:",
        days=("9 de junio de 2026", "martes 9 de junio de 2026", "martes, 9 de junio de 2026",
              "09/06/2026"),
        stretches=("del 9 al 11 de junio de 2026", "9-11 de junio de 2026"),
        hours=(("", ""), ("14:00–15:30", "14:00-15:30"), ("a las 14:00 horas", "14:00"),
               ("de 14:00 a 15:30 h", "14:00-15:30"), ("14:00 h (hora peninsular)", "14:00"),
               ("2:00 p. m.", "14:00")),
        traps=("", "Publicado el 3 de marzo de 2026", "Actualizado: 4 de marzo de 2026",
               "Inscripción hasta el 1 de junio de 2026.",
               "Fecha límite de inscripción: 1 de junio de 2026",
               "La resolución 75/240, de 31 de diciembre de 2020, creó el grupo.",
               "El Instituto fue fundado el 4 de mayo de 1995.",
               "El último seminario tuvo lugar el 3 de marzo de 2025."),
    ),
}  # fmt: skip


def _pages(tongue: Tongue, day: str, hours: str, trap: str) -> Iterator[str]:
    date_label, time_label, place_label = tongue.labels
    when = f"{day}, {hours}" if hours else day
    on = " " if day.startswith(("du ", "del ", "vom ")) else tongue.on
    plain, dated = tongue.invites.format(""), tongue.invites.format(on + when)
    title, place, organiser = tongue.title, tongue.place, tongue.organiser
    yield f"{title}\n{when}\n{place}\n\n{trap}\n\n{plain}\n\n{organiser}"
    yield f"{trap}\n\n{title}\n\n{when}\n{place}\n\n{plain}\n\n{organiser}"
    yield f"{title}\n\n{day}\n{hours}\n{place}\n\n{plain} {trap}\n\n{organiser}"
    timed = f"{time_label}: {hours}\n" if hours else ""
    yield f"{title}\n\n{date_label}: {day}\n{timed}{place_label}: {place}\n\n{plain}\n\n{trap}\n"
    yield f"{title}\n\n{trap}\n\n{date_label}: {when}\n{place_label}: {place}\n\n{plain}"
    yield f"{title}\n\n{dated}\n\n{trap}\n\n{organiser}"
    yield f"{title}\n\n{trap}\n\n{dated}\n\n{organiser}"
    yield f"{title}\n{when} | {place}\n\n{trap}\n\n{plain}"
    yield (
        f"From: desk@harbour.example\nDate: Tue, 3 Feb 2026 09:12:00 +0100\nSubject: {title}\n\n"
        f"{tongue.dear}\n\n{dated} {trap}\n\n{organiser}"
    )


def _cases(tongue: Tongue, step: int) -> Iterator[tuple[str, str, str]]:
    """Yield pages with what is true of them; every form, hour and trap is met, not all together."""
    forms = [(day, "2026-06-09") for day in tongue.days]
    forms += [(days, "2026-06-09/2026-06-11") for days in tongue.stretches]
    hours, traps = cycle(tongue.hours), cycle(tongue.traps)
    for day, truth in forms * max(1, len(tongue.traps) * step // len(forms)):
        clock, times = next(hours)
        trap = next(traps)
        for page in _pages(tongue, day, clock, trap):
            yield page, truth, times
        if len(tongue.hours) == len(tongue.traps):
            next(hours)


def _read(event: Event) -> tuple[str, str]:
    when = event.when
    days = "/".join(day.isoformat() for day in (when.date, when.end_date) if day is not None)
    times = "-".join(f"{t:%H:%M}" for t in (when.time, when.end_time) if t is not None)
    return days, times


_ALWAYS_SHOWN = frozenset({DoubtKind.ZONE_MISSING, DoubtKind.ZONE_INFERRED})


def _is_doubted(event: Event) -> bool:
    kinds = {doubt.kind for doubt in event.evidence["when"].doubts}
    return bool(kinds - _ALWAYS_SHOWN)


@pytest.mark.parametrize("tongue", TONGUES.values(), ids=TONGUES)
def test_no_date_is_wrong_without_a_doubt_and_few_right_ones_carry_one(tongue: Tongue) -> None:
    cases = list(_cases(tongue, step=1))

    wrong, doubted = [], 0
    for page, days, times in cases:
        events = [event for event in events_of(page) if event.when.is_dated]
        event = events[0] if events else None
        if event is None or _read(event) != (days, times):
            wrong.append((page, event and _read(event), event and _is_doubted(event)))
        else:
            doubted += _is_doubted(event)

    assert [] == [one for one in wrong if one[2] is False]
    assert len(wrong) * 50 <= len(cases)
    assert doubted * 5 <= len(cases)


OTHER_DAYS = (
    "The report was launched on 3 May 2025 at a conference in Oslo.",
    "On 3 May 2025, ministers met in Oslo to discuss nets.",
    "The convention opened for signature on 3 May 2025.",
    "The project runs from 1 January 2025 to 31 December 2027.",
    "At its meeting on 3 May 2025 the Council decided to act.",
    "The 2025 conference was held from 3 to 5 May 2025 in Oslo.",
    "The results will be presented at the Harbour Summit on 3 October 2026.",
    "The vote took place on 3 May 2025.",
    "På møtet 3. mai 2025 vedtok rådet å handle.",
    "Lors de sa réunion du 3 mai 2025, le Conseil a décidé d’agir.",
    "Am 3. Mai 2025 trafen sich die Minister in Oslo.",
    "En su reunión del 3 de mayo de 2025 el Consejo decidió actuar.",
)


@pytest.mark.parametrize("trap", [*OTHER_DAYS, *TONGUES["en"].traps])
def test_an_event_without_a_date_takes_no_other_day_without_a_doubt(trap: str) -> None:
    tongue = TONGUES["en"]
    page = f"{tongue.title}\n{tongue.place}\n\n{tongue.invites.format('')}\n\n{trap}"

    silent = [e.when for e in events_of(page) if e.when.is_dated and not _is_doubted(e)]

    assert [] == silent
