"""Where an event is and how one can be there: its head first, then labels, then sentences."""

import re

from briefing.model import Mode
from briefing.reader.beside_day import AT_SITE, at_line, beside_day
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields import modes, places
from briefing.reader.labelled import Label
from briefing.reader.lines import Line, Span
from briefing.reader.portion import Portion
from briefing.reader.segments import Form
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.vocabulary import any_of

_FOR_ALL = Cue(
    any_of(
        "all", "each", "every", "series", "both", "todas", "todos", "cada", "toutes", "tous",
        "chaque", "alle", "jede[rs]?", "hver", "ciclo", "cycle", "reihe", "serien",
    ),
)  # fmt: skip
_CALLED_ONLINE = Cue(
    any_of("webinars?", "webinaire", "webinario", "nettseminar", "virtual", "online"),
)
_IN_PASSING = ("venue.sentence", "venue.date-line", "venue.behind-date")
"""The rules of a place that may only tell a clock: "14:00 in Paris"."""
_IMPLIED = "mode.venue"
"""The rule of a mode that only a place tells."""


def whereabouts(portion: Portion) -> tuple[Candidate[Mode] | None, Candidate[str] | None]:
    """Return mode and venue; no venue where all is online."""
    mode, venue = _in_head(portion)
    if venue is not None and _is_of_letterhead(portion, venue):
        near = beside_day(portion)
        venue = near if near is not None and near.rule == AT_SITE else venue
    if venue is None:
        venue, implied = _in_label(portion)
        mode = mode or implied
    near = _near(portion) if venue is None or places.is_town(venue.value) else None
    if near is not None and (near.rule == AT_SITE or venue is None):
        venue = near if near.rule == AT_SITE else _in_sentences(portion) or near
        mode = mode or _beside(portion, venue)
    elif venue is None:
        venue = _in_sentences(portion) or _in_brackets(portion)
        venue = venue or (None if mode else _for_all(portion))
    if venue is not None and venue.rule in _IN_PASSING and _is_called_online(portion):
        venue = None
    mode = _settled(portion, _labelled_mode(portion) or mode, venue)
    is_online = mode is not None and mode.value is Mode.ONLINE
    return mode, None if is_online else venue


def _near(portion: Portion) -> Candidate[str] | None:
    """Return the place beside the day; one above the title gives way to one that is told below."""
    near, title = beside_day(portion), portion.segment.title
    if near is None or title is None or near.end > title.start:
        return near
    told = _in_sentences(portion)
    return told if told is not None and places.is_site(told.value) else near


_BRACKETS = re.compile(r"\((?P<room>[^()\n]{3,60})\)")


def _in_brackets(portion: Portion) -> Candidate[str] | None:
    """Return the room that stands in brackets behind a title: "4th meeting (Room 1)"."""
    for title in portion.title:
        end = portion.text.find("\n", title.end)
        for found in _BRACKETS.finditer(portion.text, title.start, max(end, title.end)):
            if places.is_room(found["room"]):
                return Candidate(
                    value=found["room"], start=found.start("room"), end=found.end("room"),
                    rule="venue.brackets", confidence=0.8,
                )  # fmt: skip
    return None


def _is_of_letterhead(portion: Portion, venue: Candidate[str]) -> bool:
    """Return whether a place stands above the title, as the address of whose page it is does."""
    title = portion.segment.title
    return title is not None and venue.end <= title.start and venue.rule == "venue.line"


def as_part(
    text: str, mode: Candidate[Mode] | None, around: Candidate[Mode] | None
) -> Candidate[Mode] | None:
    """Return the mode of a session, which is that of the whole where it has no own words for it.

    A room of its own is no such word where the whole says that every session is streamed.
    """
    if mode is None or around is None:
        return mode or around
    lead = text.rfind("\n", max(0, around.start - _LONGEST_LEAD), around.start) + 1
    is_of_each = around.value is Mode.HYBRID and _FOR_ALL.search(text, lead, around.start)
    return around if is_of_each and mode.rule == _IMPLIED else mode


_LONGEST_LEAD = 200


def _beside(portion: Portion, venue: Candidate[str]) -> Candidate[Mode] | None:
    """Return that one can be there online besides, where that stands right behind the place."""
    end = portion.text.find("\n", venue.end)
    rest = Span(venue.end, end if end >= 0 else len(portion.text))
    if rest.end - rest.start > _LONGEST_REST or not modes.is_online_tail(rest.words(portion.text)):
        return None
    return _candidate(Mode.HYBRID, rest, "mode.line", 0.85)


_LONGEST_REST = 60


def _is_called_online(portion: Portion) -> bool:
    """Return whether the title, or a line that says what sort of event it is, has it online."""
    kinds = (x.line.content for x in portion.segment.lines if x.shape is Shape.KIND)
    named = (span.words(portion.text) for span in (*portion.title, *kinds))
    return any(_CALLED_ONLINE.search(words) for words in named)


def _in_head(portion: Portion) -> tuple[Candidate[Mode] | None, Candidate[str] | None]:
    mode: Candidate[Mode] | None = None
    venue: Candidate[str] | None = None
    for x in portion.segment.head:
        whole = Span(x.line.start, x.line.end)
        found = modes.mode_of_line(x.line.text) if x.shape is Shape.MODE else None
        if found is not None and mode is None:
            mode = _candidate(found[0], whole, "mode.line", 0.9)
            venue = _on_line(x.line, found[1], "venue.mode-line") if found[1] else venue
        elif x.shape is Shape.PLACE and (venue is None or places.is_town(venue.value)):
            venue = at_line(portion, x.line, "venue.line")
        elif x.shape is Shape.DATE and x.rest:
            venue = venue or places.place_in(portion.text, whole, x.rest)
            named = next((how for part in _BARS.split(x.rest) if (how := _told_by(part))), None)
            mode = mode or (_candidate(named, whole, "mode.line", 0.85) if named else None)
    return mode, venue


_BARS = re.compile(r"[|·•]")


def _told_by(part: str) -> Mode | None:
    """Return the mode that a part of a line is, or has behind a place: "Nairobi (hybrid)"."""
    whole = modes.mode_of_line(part.strip(" ,;()"))
    tail = modes.implied_by(part)
    if whole is not None or tail is None or not modes.is_online_tail(tail.group()):
        return whole[0] if whole is not None else None
    return Mode.HYBRID if part[: tail.start()].strip() else None


def _on_line(line: Line, words: str, rule: str) -> Candidate[str]:
    start = line.start + line.text.find(words)
    return Candidate(value=words, start=start, end=start + len(words), rule=rule, confidence=0.85)


def _in_label(portion: Portion) -> tuple[Candidate[str] | None, Candidate[Mode] | None]:
    for _, value in portion.labelled(Label.VENUE):
        venue, mode = places.venue_in(portion.text, value)
        if venue is not None or mode is not None:
            venue = _wrapped(portion, venue) if venue is not None else None
            return venue, _candidate(mode, value, _IMPLIED, 0.8) if mode else None
    for _, value in portion.labelled(Label.DATE, Label.TIME):
        venue = places.place_behind_date(portion.text, value, None)
        if venue is not None and places.is_likely_place(venue.value):
            return venue, _candidate(Mode.IN_PERSON, value, _IMPLIED, 0.7)
    return None, None


def _wrapped(portion: Portion, venue: Candidate[str]) -> Candidate[str]:
    """Return a place with the row below that it goes on in: "Quay Street 4," and "1000 Oslo"."""
    text = portion.text
    below = next((x for x in portion.lines if x.start > venue.end), None)
    is_open = below is not None and text[venue.end : below.start].strip() == ","
    if below is None or not is_open or below.gap or not places.is_place_part(below.text):
        return venue
    end = below.start + len(below.text.rstrip(" .,;"))
    words = " ".join(text[venue.start : end].split())
    return Candidate(
        value=words, start=venue.start, end=end, rule=venue.rule, confidence=venue.confidence
    )


def _labelled_mode(portion: Portion) -> Candidate[Mode] | None:
    for label, value in portion.labelled(Label.MODE):
        words = value.words(portion.text)
        found = modes.mode_of_line(words.rstrip(".")) or modes.mode_of_line(_first_part(words))
        if found is not None:
            return _candidate(found[0], value, "mode.label", 0.9)
        spoken = next(modes.modes(portion.text, Span(label.line.start, value.end)), None)
        if spoken is not None:
            return spoken
    return None


def _first_part(words: str) -> str:
    """Return what stands before a semicolon or full stop: "hybrid; interpretation in French"."""
    return re.split(r"[;.\n]", words, maxsplit=1)[0].strip()


def _in_sentences(portion: Portion) -> Candidate[str] | None:
    if portion.segment.form is Form.ITEM:
        line = portion.lines[0]
        return places.place_behind_date(
            portion.text, Span(line.start, line.end), portion.segment.title
        )
    found = (places.place_in_sentence(portion.text, one) for one in portion.sentences)
    return next((one for one in found if one is not None), None) or _behind_hours(portion)


def _behind_hours(portion: Portion) -> Candidate[str] | None:
    """Return the house or room that a sentence gives behind its day and hours, with a comma."""
    text = portion.text
    for one in portion.sentences[:_FIRST_SENTENCES]:
        if _HOURS_THEN.search(text, one.start, one.end) is not None:
            found = places.place_behind_date(text, one, None)
            if found is not None and places.is_site(found.value):
                return found
    return None


_FIRST_SENTENCES = 12
_HOURS_THEN = re.compile(r"\d(?:\s?[ap]\.?m\.?|\s?(?:hrs|h|Uhr|CES?T|[A-Z]{3,4}))?,\s[^\W\d_a-z]")


def _for_all(portion: Portion) -> Candidate[str] | None:
    """Return the place that a listing gives to all its entries: "All talks are held in ..."."""
    said = (one for one in portion.preamble if _FOR_ALL.search(portion.text, one.start, one.end))
    found = (places.place_in_sentence(portion.text, one) for one in said)
    return next((one for one in found if one is not None), None)


def _settled(
    portion: Portion, mode: Candidate[Mode] | None, venue: Candidate[str] | None
) -> Candidate[Mode] | None:
    """Return the mode that head and labels give, else what sentences and a place make likely."""
    if mode is not None and mode.rule != _IMPLIED:
        return mode
    text = portion.text
    for_all = (span for span in portion.preamble if _FOR_ALL.search(span.words(text)))
    listed = (Span(x.line.body_start, x.line.end) for x in portion.segment.lines if _tells_how(x))
    found = modes.signs(text, (*portion.title, *portion.sentences, *listed, *for_all))
    if mode is not None and mode.value is not Mode.IN_PERSON:
        return mode
    spoken = modes.weighed(found, has_place=venue is not None)
    if spoken is not None:
        return spoken
    if mode is not None or venue is None:
        return mode
    return _candidate(Mode.IN_PERSON, Span(venue.start, venue.end), _IMPLIED, 0.6)


def _tells_how(x: Shaped) -> bool:
    """Return whether a labelled or dated line may say how one can be there."""
    if x.label is not None:
        return x.label.label in (Label.REGISTRATION, Label.DEADLINE, Label.PARTICIPANTS, Label.TIME)
    return x.shape in (Shape.DATE, Shape.KIND, Shape.MODE)


def _candidate(mode: Mode, span: Span, rule: str, confidence: float) -> Candidate[Mode]:
    return Candidate(value=mode, start=span.start, end=span.end, rule=rule, confidence=confidence)
