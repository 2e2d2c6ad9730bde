"""A request to the organisers of an event, as plain text and as the draft of a mail."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import unquote

from briefing.exchange.request_words import Asked, Language, language_of
from briefing.model import Event, Task
from briefing.text import clean, squeeze
from briefing.when import Precision, When
from briefing.when_words import clock_name

_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\\\"]{1,64}@[\w-]+(?:\.[\w-]+)+", re.ASCII)
"""A plain mail address: no second one, no name, no header can hide in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Who asks what of whom about which event."""

    asked: Asked
    event: Event
    name: str
    organisation: str = ""
    to: str = ""
    """The mail address; empty where none is known."""

    @property
    def subject(self) -> str:
        """The subject of its mail, on one line."""
        letter = self._language.letters[self.asked]
        return f"{letter.subject} {_line(self.event.title)}"

    @property
    def _language(self) -> Language:
        return language_of(self.event.language)

    def text(self) -> str:
        """Return it as plain text, the times on the organisers' clock."""
        language, letter = self._language, self._language.letters[self.asked]
        own = (_line(self.name), _line(self.organisation))
        event = self.event
        about = (_line(event.title), moment_words(event.when, language), _line(event.venue))
        parts = (
            language.greeting,
            letter.opening,
            _labelled(language.labels[:3], about),
            _labelled(language.labels[3:], own),
            letter.closing,
            "\n".join(filter(None, (language.farewell, *own))),
        )
        return "\n\n".join(filter(None, parts)) + "\n"

    def eml(self) -> bytes:
        """Return it as a mail that a mail program opens as a draft, to look at and to send.

        Outlook opens a file with X-Unsent: 1 for writing; who sends it is left to the program.
        """
        mail = EmailMessage(policy=SMTP)
        mail["X-Unsent"] = "1"
        if self.to:
            mail["To"] = self.to
        mail["Subject"] = self.subject
        mail.set_content(self.text(), cte="quoted-printable")
        return mail.as_bytes()


def address(task: Task | None) -> str:
    """Return the mail address by which a task is to be done; empty where it names none.

    Of a "mailto:" only the address is taken: its subject, copies and text are the document's.
    """
    for link in task.how if task else ():
        scheme, _, rest = link.address.partition(":")
        told = rest if scheme.casefold() == "mailto" else link.address
        found = unquote(told.partition("?")[0]).strip()
        if _ADDRESS.fullmatch(found):
            return found
    return ""


def moment_words(moment: When, language: Language) -> str:
    """Return when something is, on its own clock, in a language; empty where undated."""
    if moment.date is None:
        return ""
    if moment.precision is Precision.YEAR:
        return f"{moment.date.year}"
    days = [moment.date, *([moment.end_date] if moment.end_date else [])]
    pattern = language.month_alone if moment.precision is Precision.MONTH else language.date
    told = " – ".join(dict.fromkeys(_day(day, pattern, language) for day in days))
    if moment.time is None:
        return told
    times = "–".join(f"{time:%H:%M}" for time in (moment.time, moment.end_time) if time)
    place = "" if moment.is_floating else f" ({language.local_time}, {clock_name(moment)})"
    return f"{told}, {times}{place}"


def _day(day: dt.date, pattern: str, language: Language) -> str:
    return pattern.format(
        weekday=language.weekdays[day.weekday()],
        day=language.first if day.day == 1 else day.day,
        month=language.months[day.month - 1],
        year=day.year,
    )


def _labelled(labels: Sequence[str], values: Sequence[str]) -> str:
    """Return a labelled line a value, what is not known left out."""
    pairs = zip(labels, values, strict=True)
    return "\n".join(f"{label} {value}" for label, value in pairs if value)


def _line(text: str) -> str:
    return squeeze(clean(text))
