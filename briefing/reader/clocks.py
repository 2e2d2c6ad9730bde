"""The time of an event that stands apart from its day: in a head, a sentence, a programme."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.reader.around_it import is_around
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields import days, times
from briefing.reader.fields.agenda import Slot
from briefing.reader.fields.dates import DateContext
from briefing.reader.hours import Stretch
from briefing.reader.labelled import Label
from briefing.reader.lines import Span
from briefing.reader.portion import Portion
from briefing.reader.programme import slot_days
from briefing.reader.shapes import Shape
from briefing.reader.vocabulary import any_of
from briefing.when import When


def behind_day(
    text: str, span: Span, found: Sequence[Candidate[When]]
) -> Candidate[times.Clock] | None:
    """Return the time that a stretch tells behind its first day."""
    clocks = times.find(text, found[0].end, span.end) if found else []
    own = _own(text, found[0].end, clocks, span.end) if found else []
    return next(iter((*own, *clocks)), None)


def _own(
    text: str, start: int, found: Sequence[Candidate[times.Clock]], end: int
) -> list[Candidate[times.Clock]]:
    """Return times without those of what stands around the event, as its doors are."""
    begins = (start, *(one.end for one in found))
    pairs = zip(begins, found, strict=False)
    return [one for at, one in pairs if not is_around(text, at, one.start, one.end, end)]


def of_head(
    text: str, portion: Portion
) -> tuple[Candidate[times.Clock] | None, list[Candidate[object]]]:
    """Return the time that stands apart from the day, and the words of an end apart from it."""
    values = [value for _, value in portion.labelled(Label.TIME, Label.DATE)]
    programmes = (one.value for one in portion.labels if one.label is Label.AGENDA)
    values += (one for one in programmes if text[one.start : one.start + 1].isdigit())
    spans = [row for value in values for row in _rows(text, value)]
    timed = (x.line for x in portion.segment.head if x.shape is Shape.TIME)
    spans += [Span(line.start, line.end) for line in timed]
    clock = next((found[0] for found in _clocks(text, spans)), None)
    if clock is None or clock.value.end_time is not None:
        return clock, []
    ends = _clocks(text, [value for _, value in portion.labelled(Label.END)])
    last = next((found[0] for found in ends), None)
    if last is None:
        return clock, []
    return replace(clock, value=replace(clock.value, end_time=last.value.time)), [last]


def _rows(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for row in span.words(text).split("\n"):
        yield Span(start, start + len(row))
        start += len(row) + 1


def _clocks(text: str, spans: Sequence[Span]) -> Iterator[list[Candidate[times.Clock]]]:
    """Yield the times in stretches that hold no day."""
    for span in spans:
        if not days.find(text, span.start, span.end):
            found = times.find(text, span.start, span.end, beside_date=True)
            own = _own(text, span.start, found, span.end)
            if found:
                yield own or found


_STARTS = Cue(
    any_of(
        "start(?:s|ing)?", "begin(?:s|ning)?", "from", "at", "fra", "von", "de", "desde", "entre",
        "mellom", "ab", "klokka", "klokken", "opens?", "kl", "empiezan?", "comienzan?", "a las",
        "à", "um", "starter", "commencent?", "débutent?", "beginnen", "inician?", "begynner",
    ),
)  # fmt: skip
_ENDS = Cue(
    any_of(
        "finish(?:es)?", "ends?", "until", "to", "closes?", "concludes?", "termina", "slutter",
        "bis",
    ),
)  # fmt: skip


def of_text(
    text: str, portion: Portion, when: When, hours: Sequence[Stretch], context: DateContext
) -> Candidate[times.Clock] | None:
    """Return the time that a sentence or the programme gives to an event whose day stands alone."""
    for one in hours:
        if one.day not in {None, when.date}:
            continue
        every = times.find(text, one.span.start, one.span.end)
        found = _own(text, one.lead, every, one.span.end)
        if not found:
            continue
        is_range_of_its_day = found[0].value.end_time is not None and bool(
            one.day is not None or _DAILY.search(text, one.lead, found[0].start)
        )
        if is_range_of_its_day or _STARTS.search(text, one.lead, found[0].start):
            return _from_to(text, found)
    programme = _below_the_day(text, portion, alone=True) or _programme(portion, when, context)
    return programme or _for_all(text, portion) or _below_the_day(text, portion)


_DAILY = Cue(
    any_of(
        "both days", "each day", "every day", "all days", "daily", "on all (?:two|three|four) days",
        "begge dager", "hver dag", "alle dager", "chaque jour", "les deux jours", "täglich",
        "an beiden tagen", "jeden tag", "cada día", "ambos días", "los dos días", "todos los días",
    ),
)  # fmt: skip
"""How the hours of each day of an event are told."""
_ALL = Cue(
    any_of(
        "all", "each", "every", "alle", "todas?", "todos?", "toutes?", "tous", "jeweils", "chaque",
        "cada", "hver", "hvert",
    ),
)  # fmt: skip


def _below_the_day(
    text: str, portion: Portion, *, alone: bool = False
) -> Candidate[times.Clock] | None:
    """Return the time that begins the line below the day, with other words behind it.

    `alone` takes that of a line with nothing but brackets behind its hours: "9-11 (doors 8.30)".
    """
    for above, below in pairwise(portion.segment.lines):
        if above.shape is Shape.DATE and below.shape is Shape.SLOT and not below.line.gap:
            found = times.find(text, below.line.start, below.line.end, beside_date=True)
            rest = text[found[0].end : below.line.end].strip() if found else ""
            is_alone = rest.startswith("(") and rest.endswith(")") and rest.count("(") == 1
            return found[0] if found and (is_alone or not alone) else None
    return None


def _for_all(text: str, portion: Portion) -> Candidate[times.Clock] | None:
    """Return the time that a listing gives to all its entries."""
    for sentence in portion.preamble:
        if _ALL.search(text, sentence.start, sentence.end):
            every = times.find(text, sentence.start, sentence.end)
            found = _own(text, sentence.start, every, sentence.end)
            is_range = bool(found) and found[0].value.end_time is not None
            if found and (is_range or _STARTS.search(text, sentence.start, found[0].start)):
                return _from_to(text, found)
    return None


def _from_to(text: str, found: Sequence[Candidate[times.Clock]]) -> Candidate[times.Clock]:
    """Return one clock of two: "starts at nine and ends at five (CET)"."""
    first = found[0]
    has_end = len(found) > 1 and first.value.end_time is None
    if not has_end or not _ENDS.search(text, first.end, found[1].start):
        return first
    last = found[1].value
    clock = replace(first.value, end_time=last.time, zone=first.value.zone or last.zone)
    return replace(first, value=clock, end=found[1].end)


_ARRIVAL = Cue(
    any_of(
        r"(?:welcome |morning |arrival |light )?(?:coffee|breakfast|tea|refreshments|drinks)"
        r"(?:(?:,| and| &) (?:coffee|tea|registration|pastries|arrivals?|networking|breakfast))*",
        r"(?:arrivals?|registrations?|check-?in|doors(?: open)?|sign-?in|accreditation)"
        r"(?:(?:,| and| &| of) (?:welcome )?"
        r"(?:coffee|tea|registration|breakfast|participants|guests|networking))*",
        "registrering(?: og kaffe)?", "kaffe(?: og registrering)?", "dørene åpner", "frokost",
        r"accueil(?: (?:café|des participants))?", r"(?:café d['’])accueil", "enregistrement",
        "einlass", "ankunft", "registrierung", "anmeldung", "acreditación", "registro",
        "acogida",
    )
    + r"\W*",
)  # fmt: skip


_SHORTEST_PROGRAMME = 2
"""Items: with no more of them, an arrival is all that there is."""


def _behind_arrival(slots: Sequence[Candidate[Slot]]) -> Sequence[Candidate[Slot]]:
    """Return a programme without the arrival that it begins with: coffee, badges, doors."""
    is_arrival = len(slots) > _SHORTEST_PROGRAMME and _ARRIVAL.fullmatch(slots[0].value.title)
    return slots[1:] if is_arrival else slots


_IS_END = Cue(any_of("end", "close", "adjourn", "fin", "slutt", "ende"))


def _programme(portion: Portion, when: When, context: DateContext) -> Candidate[times.Clock] | None:
    """Return the clock from the programme's first item to its last, where that tells an end.

    A programme that stops before the event's last day tells none.
    """
    slots = _behind_arrival(portion.slots)
    if not slots:
        return None
    last = slots[-1].value
    day = slot_days(portion, context.beside(when.date))[-1]
    is_whole = day in {None, when.end_date or when.date}
    closes = last.clock.time if _IS_END.match(last.title) else None
    end = (last.clock.end_time or closes) if is_whole else None
    return Candidate(
        value=replace(slots[0].value.clock, end_time=end),
        start=slots[0].start,
        end=slots[0].end,
        rule="time.programme",
        confidence=0.7,
    )
