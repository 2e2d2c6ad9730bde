"""Whether a page announces a gathering at all, or asks and answers a question of its own."""

import re
from collections.abc import Sequence, Set as AbstractSet
from itertools import pairwise

from briefing.reader import event_words
from briefing.reader.cues import Cue
from briefing.reader.entries import tells_more_than_a_day
from briefing.reader.fields import days, relative, times
from briefing.reader.labelled import Label
from briefing.reader.lines import Line, Span, sentences
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.telling import Telling, telling
from briefing.reader.vocabulary import INVITING, NAMES_EVENT, POSTED, any_of

_ENOUGH = 3
_SHORT = 8
"""Lines of a note: what is no longer and names an event with its day tells of it, not of news."""


_OF_EVENTS = {
    Label.SPEAKERS,
    Label.MODERATOR,
    Label.ORGANISERS,
    Label.AGENDA,
    Label.REGISTRATION,
    Label.QUESTIONS,
}


_OF_A_PLACE, _OF_A_TIME = {Label.VENUE}, {Label.DATE, Label.TIME}
_OF_A_POST = Cue(
    any_of(
        "vacanc(?:y|ies)", "job", "position", "internships?", "consultanc(?:y|ies)", "tender",
        "duty station", "salary", "project", "ledig stilling", "stilling", "prosjekt",
        "offre d['’]emploi", "poste", "stage", "projet", "stellenausschreibung", "stelle",
        "projekt", "vacante", "empleo", "puesto", "proyecto", "licitación",
        "minutes of", "invoice", "receipt", "referat", "faktura", "procès-verbal", "facture",
        "rechnung", "protokoll", "factura",
    ),
)  # fmt: skip
"""Words of what has a place and a day as well: posts, projects, purchases, minutes."""


def _is_of_a_post(lines: Sequence[Shaped]) -> bool:
    heads = (x.line.text for x in lines[:_FIRST_LINES] if not _SENTENCE_END.search(x.line.text))
    return any(_OF_A_POST.search(words[:_LONGEST_BYLINE]) for words in heads)


_SENTENCE_END = re.compile(r"[a-z)]{2}[.!?](?:\s|$)")


_OF_PLANS = {Label.DATE, Label.TIME, Label.REGISTRATION, Label.DEADLINE}
"""What no page is labelled with that only tells of what was."""


def is_event(
    text: str,
    lines: Sequence[Shaped],
    heads: Sequence[int],
    called: Span | None,
    *,
    is_posted: bool,
) -> bool:
    """Return whether a page announces a gathering: what speaks for it is counted.

    `called` is its title, and `is_posted` says that it bears a line as blogs and news do.
    """
    if any(_HIRES.search(x.line.text[:_LONGEST_BYLINE]) for x in lines[:_FIRST_LINES]):
        return False
    if any(_RECORD.match(x.line.body[:_LONGEST_BYLINE]) for x in lines[:_FIRST_OF_RECORD]):
        return False
    tellings = _tellings(text, lines)
    is_dated = called is not None and bool(days.find(text, called.start, called.end))
    is_dated = is_dated or _tells_from_today(text, lines) or not _is_undated(lines, tellings)
    if not is_dated and not _asks_to_come(text, lines):
        return False
    if any(_POST.fullmatch(x.line.text) for x in lines[:_FIRST_OF_RECORD]):
        return False
    labels = {x.label.label for x in lines if x.label is not None}
    points = 2 * bool(heads)
    points += 2 * bool(labels & {Label.DATE, Label.TIME})
    points += min(3, len(labels & _OF_EVENTS))
    points += labels >= _OF_A_PLACE and bool(labels & _OF_A_TIME) and not _is_of_a_post(lines)
    points += bool(heads) and any(
        x.shape in (Shape.TIME, Shape.MODE, Shape.KIND) for x in lines[: heads[0] + 4]
    )
    points += any(x.shape is Shape.KIND for x in lines[:6])
    points += any(x.shape in (Shape.PLACE, Shape.MODE) for x in lines[:12])
    points += 2 * min(2, invitations(text, lines))
    points += any(NAMES_EVENT.search(text, x.line.start, x.line.end) for x in lines[:3])
    is_announced = Telling.INVITED in tellings
    is_told = bool(heads) and tells_more_than_a_day(text, lines[heads[0]])
    points += is_announced or is_told
    is_note = not heads and len(lines) <= _SHORT and not labels & _OF_A_TIME
    is_note = is_note and not is_posted and not _is_of_a_post(lines)
    points += is_note and _names_a_day(tellings) and _names_an_hour(text, lines)
    points += 2 * (is_note and (_names_a_day(tellings) or _tells_from_today(text, lines)))
    points -= 2 * (_faq_headings(lines) >= 2 and not labels & _OF_A_TIME)
    is_planned = is_announced or is_told or bool(labels & _OF_PLANS)
    points -= 2 * (is_posted and not is_planned)
    return points >= _ENOUGH


_HIRES = Cue(
    r"(?<!\w)(?:(?:is|are|we['’]re) (?:hiring|recruiting)|vacanc(?:y|ies)|job (?:opening|offer)"
    r"|looking for an? (?:\w+ ){0,3}(?:assistant|officer|intern|fellow|manager|researcher)"
    r"|stellenausschreibung|offre d['’]emploi|stilling ledig|ledig stilling"
    r"|oferta de empleo)(?!\w)",
)
"""What a page says that looks for somebody to work."""
_RECORD = Cue(
    any_of(
        r"(?:co-?)?chair(?:person|man|woman)?s?['’]s? (?:summary|conclusions|report)",
        r"(?:chair|co-chairs|president|moderator|rapporteur)(?:['’]s)? (?:summary|conclusions)",
        "summary (?:by|of) the (?:co-)?(?:chair|president|discussion|meeting|session).{0,20}",
        r"(?:annual|activity|yearly) re(?:port|view)(?: 20\d\d(?:[/–-]\d{2,4})?)?",
        "minutes of .{3,80}",
        "record of (?:the )?(?:meeting|decisions|discussion)",
        "résumé (?:du|de la) président[e]?",
        r"rapport (?:annuel|d['’]activité)(?: 20\d\d)?",
        "compte[- ]rendu",
        "procès-verbal",
        r"jahresbericht(?: 20\d\d)?",
        "sitzungsprotokoll",
        "ergebnisprotokoll",
        r"årsmelding(?: 20\d\d)?",
        r"årsrapport(?: 20\d\d)?",
        "møtereferat",
        r"(?:informe|memoria) anual(?: (?:de )?20\d\d)?",
        "acta de la",
        "resumen de la presidencia",
        "key takeaways",
        "event (?:summary|recap|report)",
        "meeting report",
        "conference report",
    )
    + r"(?:[\s:.,(–—-]|$)(?!.{0,40}(?:launch|lansering|lancement|vorstellung|presentación))",
)
"""What a paper is called that tells of what was: it invites nobody."""
_FIRST_OF_RECORD = 3
_POST = re.compile(
    r"(?:vacancy[:–— -]+|job[:–— -]+)?(?:senior |junior |associate |assistant |deputy )?"
    r"(?:programme|program|project|policy|research|communications?|legal|events?|desk|liaison) "
    r"(?:officer|manager|assistant|associate|coordinator|fellow|intern|analyst|lead)"
    r"(?:\s?[,(:–—/-].{0,100})?",
    re.IGNORECASE,
)
"""What a page is called that looks for somebody to work."""
_ASKS_TO_COME = Cue(any_of(*(word for row in event_words.TO_COME.values() for word in row)))


def _is_undated(lines: Sequence[Shaped], tellings: AbstractSet[Telling | None]) -> bool:
    """Return whether no line but of news says when: no day, no month, no label."""
    if any(x.shape in (Shape.DATE, Shape.TIME, Shape.SLOT) for x in lines):
        return False
    if any(x.label is not None and x.label.label in _OF_PLANS for x in lines):
        return False
    return not _names_a_day(tellings)


def _asks_to_come(text: str, lines: Sequence[Shaped]) -> bool:
    """Return whether some line asks the reader to come, or says that something is to be held."""
    return any(
        _ASKS_TO_COME.search(text, x.line.start, min(x.line.end, x.line.start + 5000))
        for x in lines
    )


def invitations(text: str, lines: Sequence[Shaped]) -> int:
    """Return how many lines say what only something that one can go to is announced with."""
    return sum(
        bool(INVITING.search(text, x.line.start, min(x.line.end, x.line.start + 5000)))
        for x in lines
    )


def _names_a_day(tellings: AbstractSet[Telling | None]) -> bool:
    """Return whether a sentence near the top names an event with its day."""
    return not tellings.isdisjoint({Telling.INVITED, Telling.ANNOUNCED, Telling.NAMED})


def _names_an_hour(text: str, lines: Sequence[Shaped]) -> bool:
    """Return whether a line gives a day and an hour for something that has a name."""
    return any(
        days.find(text, x.line.start, x.line.end)
        and times.find(text, x.line.start, x.line.end, beside_date=True)
        and NAMES_EVENT.search(text, x.line.start, x.line.end)
        for x in lines[:_SHORT]
    )


def _tells_from_today(text: str, lines: Sequence[Shaped]) -> bool:
    """Return whether a line names an event with a day such as "tomorrow" and its hour."""
    return any(
        any(relative.find(text, x.line.start, x.line.end))
        and NAMES_EVENT.search(text, x.line.start, x.line.end)
        and not x.line.text.endswith("?")
        for x in lines[:_SHORT]
    )


def _tellings(text: str, lines: Sequence[Shaped]) -> set[Telling | None]:
    """Return how sentences near the top speak of the days that stand in them."""
    found = sentences(text, [x.line for x in lines[:_FIRST_LINES]])
    looked_at = ((one.start, min(one.end, one.start + _LONGEST_SENTENCE)) for one in found)
    return {
        telling(text, start, day.start, day.end, end)
        for start, end in looked_at
        for day in days.find(text, start, end)
        if day.first.number is not None
    }


_LONGEST_SENTENCE = 2_000


def _faq_headings(lines: Sequence[Shaped]) -> int:
    return sum(
        one.line.text.endswith("?")
        and not one.line.mark
        and other.line.gap == 0
        and other.line.text.endswith(".")
        for one, other in pairwise(lines)
    )


_STUDY_FEWEST_POINTS = 2


_FIRST_LINES = 8
_BYLINE = re.compile(r"(?:by|av|por|par|von)\s+(?:the|our|[^\W\d_a-z])", re.IGNORECASE)


def is_posted(text: str, lines: Sequence[Shaped]) -> bool:
    """Return whether a line near the top says who wrote the page or when it was published."""
    return any(_tells_posting(text, x.line) for x in lines[:_FIRST_LINES])


_NEWS = re.compile(
    r"(?:(?:press|media|news) (?:release|advisory|note|statement)s?|for immediate release"
    r"|pressemelding|(?:presse|medien)mitteilung|communiqué de presse"
    r"|(?:comunicado|nota) de prensa)"
    r"(?![^\W\d_])[^?!]{0,40}",
    re.IGNORECASE,
)


def tells_news(x: Shaped) -> bool:
    """Return whether a line says that the page is a press release."""
    return _NEWS.fullmatch(x.line.text) is not None


def is_news(lines: Sequence[Shaped]) -> bool:
    """Return whether a line near the top says that the page is a press release."""
    return any(_NEWS.fullmatch(x.line.text) for x in lines[:_FIRST_LINES])


def _tells_posting(text: str, line: Line) -> bool:
    if len(line.text) > _LONGEST_BYLINE:
        return False
    if _COVERAGE.fullmatch(line.text):
        return True
    dated = days.find(text, line.start, line.end)
    if _BYLINE.match(line.text) or (dated and POSTED.match(line.text)):
        return True
    is_first = bool(dated) and dated[0].start == line.body_start
    rest = text[dated[0].end : line.end].lstrip(" |·•–—-,/") if is_first else ""
    return POSTED.match(rest) is not None


_LONGEST_BYLINE = 120
_COVERAGE = re.compile(
    r"(?:(?:press|meetings?|news) (?:coverage|service|release|summary|notes)|press release|"
    r"(?:summary|meeting|final|outcome) (?:report|record|summary)(?:, .{1,60})?|minutes|"
    r"(?:raw|unedited|edited|full) transcript.{0,40}|communiqué de presse|compte rendu.{0,40}|"
    r"pressemelding|møtereferat|referat|pressemitteilung|protokoll|comunicado de prensa|"
    r"acta(?: resumida)?)[.:]?",
    re.IGNORECASE,
)
"""What stands above a page that tells of what was."""


def study_question(text: str, lines: Sequence[Shaped]) -> Span | None:
    """Return the question that stands over a page twice, or over a numbered answer, undated."""
    if not lines or any(line.shape is Shape.DATE for line in lines):
        return None
    first = lines[0].line
    if not first.body.endswith("?"):
        return None
    again = [x for x in lines[1:8] if x.line.body == first.body]
    points = [x for x in lines if re.match(r"\d", x.line.mark)]
    if not again and (len(points) < _STUDY_FEWEST_POINTS or invitations(text, lines) > 1):
        return None
    at = again[0].line if again else first
    return Span(at.body_start, at.end)
