"""The sentences of a request in five languages: to register, to decline, to ask for a pass."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Asked(StrEnum):
    """What one writes for."""

    REGISTER = "register"
    DECLINE = "decline"
    PASS = "pass"  # noqa: S105 - for a building


@dataclass(frozen=True, slots=True)
class Letter:
    """What one kind of request says around the facts."""

    subject: str
    """What stands before the event's title."""
    opening: str
    closing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How one language writes a request."""

    greeting: str
    farewell: str
    letters: Mapping[Asked, Letter]
    labels: tuple[str, str, str, str, str]
    """Event, when, where, name, organisation, each with its colon."""
    local_time: str
    date: str
    """How a day is written, of `weekday`, `day`, `month` and `year`."""
    month_alone: str
    """How a month is written, of `month` and `year`."""
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    first: str = "1"
    """How the first of a month is counted."""


LANGUAGES: Mapping[str, Language] = {
    "en": Language(
        greeting="Dear organisers,",
        farewell="Kind regards,",
        letters={
            Asked.REGISTER: Letter(
                "Registration:",
                "I would like to register for the following event:",
                "I would be grateful if you could confirm my registration.",
            ),
            Asked.DECLINE: Letter(
                "Unable to attend:",
                "Thank you for the invitation to the following event, which I am unfortunately "
                "unable to attend:",
                "Thank you for your understanding.",
            ),
            Asked.PASS: Letter(
                "Request for a building pass:",
                "I would be grateful for a building pass for the following event:",
                "Please let me know which details you need for it.",
            ),
        },
        labels=("Event:", "When:", "Where:", "Name:", "Organisation:"),
        local_time="local time",
        date="{weekday}, {day} {month} {year}",
        month_alone="{month} {year}",
        weekdays=(
            *("Monday", "Tuesday", "Wednesday", "Thursday"),
            *("Friday", "Saturday", "Sunday"),
        ),
        months=(
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
    ),
    "fr": Language(
        greeting="Madame, Monsieur,",
        farewell="Avec mes meilleures salutations,",
        letters={
            Asked.REGISTER: Letter(
                "Inscription :",
                "Je souhaite m’inscrire à l’événement suivant :",
                "Je vous remercie de bien vouloir confirmer mon inscription.",
            ),
            Asked.DECLINE: Letter(
                "Empêchement :",
                "Je vous remercie de votre invitation à l’événement suivant, auquel je ne pourrai "
                "malheureusement pas participer :",
                "Je vous remercie de votre compréhension.",
            ),
            Asked.PASS: Letter(
                "Demande de badge d’accès :",
                "Je vous saurais gré de bien vouloir m’établir un badge d’accès pour l’événement "
                "suivant :",
                "Je vous remercie de m’indiquer les informations dont vous avez besoin.",
            ),
        },
        labels=("Événement :", "Date :", "Lieu :", "Nom :", "Organisation :"),
        local_time="heure locale",
        date="{weekday} {day} {month} {year}",
        month_alone="{month} {year}",
        weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        months=(
            *("janvier", "février", "mars", "avril", "mai", "juin"),
            *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
        ),
        first="1er",
    ),
    "de": Language(
        greeting="Sehr geehrte Damen und Herren,",
        farewell="Mit freundlichen Grüßen",
        letters={
            Asked.REGISTER: Letter(
                "Anmeldung:",
                "hiermit melde ich mich zu folgender Veranstaltung an:",
                "Für eine kurze Bestätigung meiner Anmeldung wäre ich Ihnen dankbar.",
            ),
            Asked.DECLINE: Letter(
                "Absage:",
                "vielen Dank für die Einladung zu folgender Veranstaltung, an der ich leider nicht "
                "teilnehmen kann:",
                "Vielen Dank für Ihr Verständnis.",
            ),
            Asked.PASS: Letter(
                "Bitte um einen Hausausweis:",
                "für folgende Veranstaltung bitte ich um einen Hausausweis:",
                "Bitte teilen Sie mir mit, welche Angaben Sie dafür benötigen.",
            ),
        },
        labels=("Veranstaltung:", "Termin:", "Ort:", "Name:", "Organisation:"),
        local_time="Ortszeit",
        date="{weekday}, {day}. {month} {year}",
        month_alone="{month} {year}",
        weekdays=(
            *("Montag", "Dienstag", "Mittwoch", "Donnerstag"),
            *("Freitag", "Samstag", "Sonntag"),
        ),
        months=(
            *("Januar", "Februar", "März", "April", "Mai", "Juni"),
            *("Juli", "August", "September", "Oktober", "November", "Dezember"),
        ),
    ),
    "es": Language(
        greeting="Estimadas señoras, estimados señores:",
        farewell="Atentamente,",
        letters={
            Asked.REGISTER: Letter(
                "Inscripción:",
                "Deseo inscribirme en el siguiente evento:",
                "Les agradecería que confirmaran mi inscripción.",
            ),
            Asked.DECLINE: Letter(
                "No podré asistir:",
                "Les agradezco la invitación al siguiente evento, al que lamentablemente no podré "
                "asistir:",
                "Gracias por su comprensión.",
            ),
            Asked.PASS: Letter(
                "Solicitud de pase de acceso:",
                "Les agradecería un pase de acceso al edificio para el siguiente evento:",
                "Les ruego que me indiquen qué datos necesitan para ello.",
            ),
        },
        labels=("Evento:", "Fecha:", "Lugar:", "Nombre:", "Organización:"),
        local_time="hora local",
        date="{weekday} {day} de {month} de {year}",
        month_alone="{month} de {year}",
        weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
        months=(
            *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
            *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
        ),
    ),
    "nb": Language(
        greeting="Hei,",
        farewell="Vennlig hilsen",
        letters={
            Asked.REGISTER: Letter(
                "Påmelding:",
                "Jeg vil gjerne melde meg på følgende arrangement:",
                "Fint om dere kan bekrefte påmeldingen.",
            ),
            Asked.DECLINE: Letter(
                "Avbud:",
                "Takk for invitasjonen til følgende arrangement, som jeg dessverre ikke har "
                "anledning til å delta på:",
                "Takk for forståelsen.",
            ),
            Asked.PASS: Letter(
                "Forespørsel om adgangskort:",
                "Jeg ber om adgangskort til følgende arrangement:",
                "Gi gjerne beskjed om hvilke opplysninger dere trenger.",
            ),
        },
        labels=("Arrangement:", "Tid:", "Sted:", "Navn:", "Organisasjon:"),
        local_time="lokal tid",
        date="{weekday} {day}. {month} {year}",
        month_alone="{month} {year}",
        weekdays=("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
        months=(
            *("januar", "februar", "mars", "april", "mai", "juni"),
            *("juli", "august", "september", "oktober", "november", "desember"),
        ),
    ),
}
"""ISO 639-1 -> how it is written."""

_WRITTEN_AS = {"no": "nb", "nn": "nb"}


def language_of(code: str) -> Language:
    """Return the language that is written for a code; English where it is not here."""
    return LANGUAGES.get(_WRITTEN_AS.get(code, code), LANGUAGES["en"])
