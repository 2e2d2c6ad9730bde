import datetime as dt

import pytest

from briefing.model import Event, Task
from briefing.reader import Incoming, Known, read

_HEAD = "Talk on Nets and Knots\n\nDate: 12 May 2026, 14:00\nVenue: Room 4, Harbour House\n\n"


def last_days_of(text: str) -> dict[str, dt.date | None]:
    incoming = Incoming(name="page.txt", raw=text.encode())
    drafts = [p.draft for p in read(incoming, Known(), dt.date(2024, 1, 10)).proposals]
    titles = {one.id: one.title for one in drafts if isinstance(one, Event)}
    tasks = [one for one in drafts if isinstance(one, Task)]
    return {titles[one.event]: one.due.date for one in tasks if one.event is not None}


@pytest.mark.parametrize(
    "told",
    [
        "Deadline for registration: 3 May 2026 (extended from 1 May 2026)",
        "Register by 3 May 2026 (was: 1 May 2026).",
        "Anmeldeschluss: 3. Mai 2026 (statt 1. Mai 2026)",
        "Påmeldingsfrist 3. mai 2026 (opprinnelig 1. mai 2026)",
        "Registration deadline: 1 May 2026, extended to 3 May 2026",
    ],
)
def test_a_last_day_holds_and_not_the_one_that_it_was_before(told: str) -> None:
    found = last_days_of(f"{_HEAD}{told}\n")

    assert [dt.date(2026, 5, 3)] == list(found.values())


def test_one_form_for_a_whole_series_is_due_for_each_of_its_parts() -> None:
    found = last_days_of(
        "CICLO DE CHARLAS 2026\nMayo a junio de 2026 · Por Zoom\n\n"
        "El Centro de Redes convoca a un ciclo de encuentros. La inscripción es única para todo "
        "el ciclo y cierra el 05/05/2026.\n\n"
        "Encuentro 1. Redes y nudos\nViernes 15/05/2026\nPonente: Ana Berg\n\n"
        "Encuentro 2. Cuerdas y puertos\nViernes 12/06/2026\nPonente: Luis Mar\n"
    )

    assert {dt.date(2026, 5, 5)} == set(found.values())
    assert sum("Redes y nudos" in title or "Cuerdas" in title for title in found) == 2
