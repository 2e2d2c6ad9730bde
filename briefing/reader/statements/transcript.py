"""A transcript: who speaks when, turn by turn."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.reader.labelled import Label
from briefing.reader.lines import Line, Span
from briefing.reader.shapes import Shape, Shaped


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one speaker says until the next one does."""

    name: str
    """The speaker's name, as printed."""
    speaker: Span
    """For whom he or she speaks, as printed: the state in brackets, else the name."""
    capacity: Span | None
    body: tuple[Line, ...]
    """The lines of the speech, the first without its speaker."""
    presides: bool
    """Whether it is a chair or moderator, who gives the floor."""
    is_marked: bool
    """Whether more than a colon shows a speaker: capitals, "Ms", brackets, a clock."""


def turns_of(text: str, lines: Sequence[Shaped]) -> tuple[Turn, ...]:
    """Return the turns of a page; none where it is no transcript."""
    told = [x for x in lines if x.shape is not Shape.CHROME]
    turns = tuple(_chaired(list(_turns(text, told))))
    if not turns or any(_announces(x) for x in told if x.line.start > turns[0].speaker.start):
        return ()
    said = sum(line.end - line.start for turn in turns for line in turn.body)
    whole = sum(x.line.end - x.line.start for x in told)
    return turns if said > _MOST * whole and _is_exchange(turns) else ()


def _chaired(turns: Sequence[Turn]) -> Iterator[Turn]:
    """Yield turns, those of whoever gives the floor again and again as a chair's."""
    giving = Counter(
        turn.name for turn in turns if any(_FLOOR.search(line.text) for line in turn.body)
    )
    for turn in turns:
        yield replace(turn, presides=turn.presides or giving[turn.name] > 1)


_FLOOR = re.compile(
    r"(?:give|have|has|take|pass) (?:now )?(?:you )?the floor|the floor (?:to|is)|floor,? please|"
    r"tiene la palabra|donne la parole|a la parole|gir ordet|hat das wort",
    re.IGNORECASE,
)


def _announces(x: Shaped) -> bool:
    """Return whether a line is one that stands above an event, and not within a speech."""
    is_labelled = x.label is not None and x.label.label in _OF_EVENTS
    return is_labelled or x.shape in (Shape.DATE, Shape.TIME)


_OF_EVENTS = {Label.DATE, Label.TIME, Label.VENUE, Label.REGISTRATION, Label.DEADLINE}


def _is_exchange(turns: Sequence[Turn]) -> bool:
    """Return whether several speak, for themselves, and not a list of names is explained."""
    names = Counter(turn.name for turn in turns)
    if len(turns) < _FEWEST or len(names) < _FEWEST - 1:
        return False
    personal = sum(any(_PERSONAL.search(line.text) for line in turn.body) for turn in turns)
    is_led = any(turn.presides for turn in turns) or max(names.values()) > 1
    return 2 * personal >= len(turns) and (is_led or all(turn.is_marked for turn in turns))


_FEWEST, _MOST = 3, 0.5
_PERSONAL = re.compile(
    r"(?<!\w)(?:I|[Ww]e|my|[Oo]ur|[Tt]hank you|[Vv]i|jeg|[Tt]akk|[Nn]ous|je|[Mm]erci|[Ww]ir|ich|"
    r"[Dd]anke|nuestr[oa]|mi|[Gg]racias|\w{4,}mos|(?:[Mm]y|[Tt]his) delegation)(?!\w)"
)
_CLOCK = r"(?:>+\s*)?(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?[\s–-]*)?"
_CAPITALS = r"[^\W\d_a-zß-öø-ÿ](?:[^\W\d_a-zß-öø-ÿ]|[ .'’/-]){2,80}"
_TITLED = (
    r"(?:H\.?E\.? )?(?:Mr|Ms|Mrs|Mx|Dr|Prof|Amb|Sra?|Ambassador|Herr|Frau|Señora?|Mme|M)\.? "
    r"[^\W\d_a-z][^:\n()]{1,60}"
)
_PLAIN = r"[^\W\d_a-z][\w'’.-]+(?: (?:of |the |de |van |von )?[^\W\d_a-z][\w'’.-]*){0,4}"
_PRESIDING = (
    r"(?i:(?:(?:the|el|la|le|der|die) )?(?:co-?|vice-?|acting )?(?:chair(?:person|man|woman)?|"
    r"president|moderator|"
    r"facilitator|secretar(?:y|iat)|leder|møteleder|ordstyrer|présidente?|modérat(?:eur|rice)|"
    r"vorsitzender?|moderadora?|president[ae]))(?!\w)"
)
_TURN = re.compile(
    rf"(?P<clock>{_CLOCK})(?P<name>{_PRESIDING}|{_TITLED}|{_CAPITALS}|{_PLAIN})"
    r"(?:,\s(?P<role>[^:\n()]{2,80}))?(?:\s?\((?P<of>[^()\n]{2,80})\))?"
    r"(?:,\s(?P<as>[^:\n()]{2,80}))?\s?:(?:\s+(?=\S)|$)|"
    r"(?:The )?(?P<capacity>representative|delegate|delegation) of (?:the )?"
    rf"(?P<named>{_PLAIN}) said:\s+",
)
_PRESIDES = re.compile(_PRESIDING)
_MARKED = re.compile(rf"{_TITLED}|{_CAPITALS}$")
_SHORTEST = 5
"""Words of a turn: a label's value is shorter."""
_LONGEST_LEAD, _LONG_LINE = 200, 60


def _turns(text: str, told: Sequence[Shaped]) -> Iterator[Turn]:
    begun: tuple[re.Match[str], list[Line]] | None = None
    for n, x in enumerate(told):
        line = x.line
        found = _begins(text, x) or _stands_alone(text, told[n : n + 2])
        first = [] if found is None else [_rest(text, line, found.end())]
        below = [other.line for other in told[n + 1 : n + 2]]
        said = next((one for one in (*first, *below) if one.text), None)
        if found is not None and said is not None and _is_speech(said.text):
            if begun is not None:
                yield _turn(*begun)
            begun = (found, [one for one in first if one.text])
        elif begun is not None:
            begun[1].append(line)
    if begun is not None:
        yield _turn(*begun)


def _begins(text: str, x: Shaped) -> re.Match[str] | None:
    if x.label is not None and x.label.label is not Label.MODERATOR:
        return None
    end = min(x.line.end, x.line.start + _LONGEST_LEAD)
    has_colon = text.find(":", x.line.start, end) >= 0
    return _TURN.match(text, x.line.start, end) if has_colon else None


def _stands_alone(text: str, near: Sequence[Shaped]) -> re.Match[str] | None:
    """Return the name that stands alone above a speech, which begins with thanks or a greeting."""
    if len(near) < _WITH_SPEECH or near[0].line.mark or not _GREETS.match(near[1].line.text):
        return None
    return _ALONE.fullmatch(text, near[0].line.start, near[0].line.end)


_WITH_SPEECH = 2
_ALONE = re.compile(
    rf"(?P<clock>)(?P<name>{_PRESIDING}|{_TITLED}|{_PLAIN})"
    r"(?:(?!)(?P<role>)(?P<of>)(?P<as>)(?P<capacity>)(?P<named>))?"
)
_GREETS = re.compile(
    r"(?:thank(?:s| you)|good (?:morning|afternoon|evening)|(?:distinguished|dear) (?:delegates|"
    r"colleagues|chair)|mr\.? chair|madam chair|excellenc|merci|gracias|muchas gracias|danke|takk|"
    r"monsieur le président|madame la présidente|señora? president)",
    re.IGNORECASE,
)


def _is_speech(said: str) -> bool:
    is_ended = said.rstrip()[-1:] in tuple('.?!…”"') or len(said) > _LONG_LINE
    return is_ended and len(said.split()) >= _SHORTEST


def _rest(text: str, line: Line, at: int) -> Line:
    return Line(start=at, end=line.end, text=text[at : line.end], gap=line.gap)


def _turn(found: re.Match[str], body: Sequence[Line]) -> Turn:
    name, of = found["name"] or found["named"], found["of"]
    presides = any(said and _PRESIDES.match(said) for said in (found["name"], of, found["role"]))
    group = "named" if found["named"] else "of" if of and not _PRESIDES.match(of) else "name"
    role = next((one for one in ("role", "as", "capacity") if found[one]), None)
    return Turn(
        name=name,
        speaker=Span(*found.span(group)),
        capacity=Span(*found.span(role)) if role else None,
        body=tuple(body),
        presides=presides,
        is_marked=bool(found["clock"] or found["of"] or found["named"] or _MARKED.match(name)),
    )
