"""Labelled lines: "Venue: ...", or a label alone with its lines below."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing.reader.lines import Line, Span


class Label(StrEnum):
    """What a labelled line tells."""

    TITLE = "title"
    DATE = "date"
    TIME = "time"
    VENUE = "venue"
    MODE = "mode"
    REGISTRATION = "registration"
    DEADLINE = "deadline"
    ORGANISERS = "organisers"
    PARTNERS = "partners"
    SPEAKERS = "speakers"
    MODERATOR = "moderator"
    CONTACT = "contact"
    RAPPORTEUR = "rapporteur"
    QUESTIONS = "questions"
    AGENDA = "agenda"
    PARTICIPANTS = "participants"
    LANGUAGE = "language"
    STATUS = "status"
    IDENTITY = "identity"
    """Which event of a calendar it is."""
    OTHER = "other"


_WORDS: dict[Label, str] = {
    Label.TITLE: r"title|event(?: title)?|session title|subject|tittel|título|titre|titel|"
    r"betreff|asunto",
    Label.DATE: r"dates?|days?|when|when (?:and|&) where|"
    r"dates? (?:and|&) (?:times?|place|venue)|time (?:and|&) date|"
    r"fechas?|cuándo|fecha y (?:hora|lugar)|dato|datum|når|tid og sted|date et (?:heure|lieu)|wann",
    Label.TIME: r"times?|time \(.{1,20}\)|hours?|horas?|horario|tid(?:spunkt)?|klokkeslett|kl|"
    r"heures?|"
    r"horaires?|uhrzeit|zeit|starts?|begins?|duration",
    Label.VENUE: r"venue|location|place|where|rooms?|address|lugar|sede|sala|dónde|sted|lokale|rom|"
    r"lieu|salle|ort|raum|adresse",
    Label.MODE: r"format|mode|modalidad|modality|mode of participation|formato|"
    r"online participation|participation format|how",
    Label.REGISTRATION: r"registrations?|register|registering|how to (?:register|join|attend|"
    r"participate)|rsvp|inscripci(?:ón|ones)|registro|påmelding|inscriptions?|anmeldung|access",
    Label.DEADLINE: r"(?:registration |rsvp )?deadlines?|register by|rsvp by|registration closes|"
    r"fecha límite|plazo|påmeldingsfrist|frist|date limite|anmeldeschluss|svarfrist",
    Label.ORGANISERS: r"(?:co-?)?organi[sz](?:er|ing institution)s?|"
    r"(?:co-?|jointly )?organi[sz]ed by|"
    r"(?:co-?)?hosts?|(?:co-?)?hosted by|convened by|conven[eo]rs?|proposers?|"
    r"organizan?|organizador(?:es|as?)?|arrangør(?:er)?|arrangeres av|vert|organisateurs?|"
    r"organisé par|veranstalter",
    Label.PARTNERS: r"partners?|in (?:partnership|cooperation|co-operation|collaboration) with|"
    r"sponsors?|supported by|supporters|with (?:the )?support (?:of|from)|i samarbeid med",
    Label.SPEAKERS: r"(?:featured |confirmed |keynote |invited |guest |our )?"
    r"(?:speakers?|panell?ists?|"
    r"discussants?|presenters?|respondents?|lecturers?|keynotes?|experts?)(?: include)?|"
    r"panel(?: members)?|on the panel|"
    r"(?:opening|closing|welcom(?:e|ing)|introductory) (?:remarks|speech|address)|remarks by|"
    r""
    r"introductions?|introduction by|with|"
    r"panelistas?|ponentes?|oradore?s?|expositor(?:es)?|innledere?|foredragsholdere?|"
    r"paneldeltakere|"
    r"i panelet|intervenante?s?|orateurs?|referenten|redner",
    Label.MODERATOR: r"(?:online |onsite |session )?(?:co-?)?(?:moderators?|chairs?|chairpersons?|"
    r"facilitators?)|moderated by|chaired by|moderation|facilitated by|"
    r"moderan?|moderador(?:es|as?)?|ordstyrere?|møteleder|modérateurs?|modératrice|président",
    Label.RAPPORTEUR: r"rapporteurs?|relator(?:es|a)?|note-?taker",
    Label.CONTACT: r"contacts?(?: persons?)?|contact us|inquiries|enquiries|questions\?|contacto|"
    r"kontakt|e-?mail|for (?:more|further) information",
    Label.QUESTIONS: r"(?:policy|key|guiding|discussion|main|framing|core|leading) questions?"
    r"(?:\(s\))?(?: for discussion| to be addressed)?|questions(?: for discussion| to consider)?|"
    r"preguntas(?: orientadoras| guía| clave)?|spørsmål|"
    r"questions (?:clés|directrices)|leitfragen",
    Label.AGENDA: r"(?:draft |provisional |tentative |preliminary )?(?:agenda|program(?:me)?|"
    r"schedule|timetable|running order)(?: \(.{1,30}\))?|programa|agenda tentativa|"
    r"kjøreplan|programm|tagesordnung|dagsorden|ordre du jour|"
    r"program(?:me)? (?:for )?day (?:\d|one|two|three)",
    Label.PARTICIPANTS: r"participants|participantes|deltakere|who should attend|audience|"
    r"target (?:group|audience)",
    Label.LANGUAGE: r"languages?|working languages?|idiomas?|språk|langues?|sprache|interpretation",
    Label.STATUS: r"status|statut|estado",
    Label.IDENTITY: r"uid|sequence|recurrence",
    Label.OTHER: r"description|background|about(?: the event)?|context|overview|objectives?|aims?|"
    r"expected outcomes?|outcomes?|outputs?|issues?|sdgs?|theme|topics?|type|format of session|"
    r"connection with .{1,40}|relevance.{0,40}|summary|abstract|concept note|"
    r"interventions|diversity|policy area|secretariat|officers|statements|documents|"
    r"modalities.{0,40}|"
    r"antecedentes|objetivos?|descripción|bakgrunn|contexte|hintergrund|dress code|cost|fee|price|"
    r"note|notes|please note|livestream(?: link)?|link|website|more information|subtheme|category",
}

_LABEL = re.compile(
    "|".join(f"(?P<{label.name}>{words})" for label, words in _WORDS.items()), re.IGNORECASE
)
_NUMBERED = re.compile(r"\s*#?\d{1,2}$")
_COLON = re.compile(r"\s*[:：]\s*|\s+[–—-]\s+")
_LONGEST_LABEL = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A label with what it labels."""

    label: Label
    line: Line
    words: str
    """The label as printed, without colon."""
    value: Span
    """What stands after the label on its line; empty for a label alone."""
    stands_alone: bool

    def reach(self, text: str, lines: Sequence[Line], end: int) -> Span:
        """Return what it labels: the rest of its line, or the lines below up to a blank one."""
        if not self.stands_alone:
            return self.value
        below = [line for line in lines if self.line.end < line.start < end]
        taken: list[Line] = []
        for line in below:
            if (taken and line.gap) or line.gap > 1 or label_of(line) is not None:
                break
            taken.append(line)
        if not taken:
            return Span(self.line.end, self.line.end)
        return Span(taken[0].start, taken[-1].end)


def label_of(line: Line) -> Labelled | None:
    """Return the label that a line begins with or is."""
    head = line.body[:_LONGEST_LABEL]
    for end in _COLON.finditer(head):
        label = _known(head[: end.start()])
        if label is not None and (":" in end.group() or label is not Label.OTHER):
            start = line.body_start + end.end()
            alone = start >= line.end
            return _labelled(
                label, line, head[: end.start()], Span(min(start, line.end), line.end), alone
            )
    label = _known(line.body) if len(line.body) <= _LONGEST_LABEL else None
    if label is None:
        return None
    return _labelled(label, line, line.body, Span(line.end, line.end), alone=True)


def _labelled(label: Label, line: Line, words: str, value: Span, alone: bool) -> Labelled:
    return Labelled(
        label=label, line=line, words=words.strip(" *_"), value=value, stands_alone=alone
    )


def _known(words: str) -> Label | None:
    plain = _NUMBERED.sub("", words.strip(" *_:").replace("\t", " "))
    found = _LABEL.fullmatch(plain)
    label = Label[found.lastgroup] if found and found.lastgroup else None
    is_day_of_programme = label is Label.DATE and plain != words.strip(" *_:")
    return None if is_day_of_programme else label


def labels_of(lines: Sequence[Line]) -> Iterator[Labelled]:
    """Yield the labels of some lines, in order."""
    for line in lines:
        found = label_of(line)
        if found is not None:
            yield found
