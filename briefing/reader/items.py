"""Events that take a line or two: "also of interest", calendars in bullets, tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from briefing.reader import event_words
from briefing.reader.cues import Cue
from briefing.reader.fields import days, modes, places, relative, times, titles
from briefing.reader.lines import Line, Span
from briefing.reader.segments import Form, Segment
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.vocabulary import NAMES_EVENT, POSTED, any_of

_QUOTED = re.compile(r"[“\"«„]([^“”\"«»„\n]{4,200})[”\"»“]")
_NEAR = 2
_MOST_LEAD = 4


def items(text: str, lines: Sequence[Shaped]) -> Iterator[Segment]:
    """Yield the events that lines with a day in them announce."""
    starts = [
        n
        for n, x in enumerate(lines)
        if days.find(text, x.line.start, x.line.end) and not POSTED.match(x.line.body)
    ]
    for first, last in zip(starts, [*starts[1:], len(lines)], strict=False):
        line = lines[first].line
        title = _title(text, lines, first)
        if title is not None:
            yield Segment(
                form=Form.ITEM,
                start=line.start,
                end=lines[last - 1].line.end,
                title=title,
                lines=tuple(lines[first:last]),
            )


def calendar(text: str, lines: Sequence[Shaped], *, are_sure: bool = True) -> tuple[Segment, ...]:
    """Return the events of a list or table that has a day at the head of each row.

    A single line with a day, an hour and what is then is such a list of one. Where the rows may
    be news as well, `are_sure` is false: then one has to name an event, or to give its hour.
    """
    if len(lines) == 1 and _is_note(text, lines[0].line):
        return tuple(items(text, lines)) or tuple(_told_from_today(text, lines[0]))
    rows = [n for n, x in enumerate(lines) if _is_row(text, x)]
    sure = sum(is_surely_event(text, lines[n].line) for n in rows)
    if 2 * sure < len(rows) and _runs_backwards(text, [lines[n].line for n in rows]):
        return ()
    if not are_sure:
        rows = [n for n in rows if _says_event(text, lines[n].line)]
    neighbours = sum(b - a <= _NEAR for a, b in pairwise(rows))
    if not neighbours or neighbours < len(rows) // 2:
        return ()
    return tuple(
        _with_labels_below(lines, n, segment) for n in rows for segment in items(text, [lines[n]])
    )


def _with_labels_below(lines: Sequence[Shaped], at: int, row: Segment) -> Segment:
    """Return a row with the labelled lines right below it: "Guest: Ana Moss"."""
    below = tuple(takewhile(lambda x: x.label is not None and not x.line.gap, lines[at + 1 :]))
    return replace(row, end=below[-1].line.end, lines=(*row.lines, *below)) if below else row


def _says_event(text: str, line: Line) -> bool:
    gaps = days.gaps(days.find(text, line.start, line.end), line.start, line.end)
    is_timed = any(times.find(text, *gap, beside_date=True) for gap in gaps)
    return is_timed or NAMES_EVENT.search(text, line.start, line.end) is not None


def _runs_backwards(text: str, rows: Sequence[Line]) -> bool:
    """Return whether the newest stands first, as with news; what is to come is told in order."""
    dated = (days.find(text, row.start, row.end)[0].first for row in rows)
    told = [(day.year or 0, day.month, day.number or 0) for day in dated]
    return len(told) > 1 and told == sorted(told, reverse=True)


def is_surely_event(text: str, line: Line) -> bool:
    """Return whether a line with a day gives an hour, a place or a mode, or names an event."""
    if NAMES_EVENT.search(text, line.start, line.end):
        return True
    dated = days.find(text, line.start, line.end)
    if any(day.last is not None for day in dated):
        return True
    gaps = days.gaps(dated, line.start, line.end)
    if any(times.find(text, *gap, beside_date=True) for gap in gaps):
        return True
    parts = (part.strip(" .()") for part in _PARTS.split(line.body))
    return any(_is_mode(part) or places.is_place_line(part) or _is_city(part) for part in parts)


_PARTS = re.compile(r"[,;|·–—\t]|\s-\s|\.\s")


def _is_city(words: str) -> bool:
    return places.is_place_name(words) or places.is_room(words)


def lists_events(lines: Sequence[Shaped]) -> bool:
    """Return whether a heading among some lines says that events are listed, or a series."""
    said = (x.line.text for x in lines if len(x.line.text) <= _LONGEST_HEADING)
    return any(_LISTS.search(words) for words in said if not words.endswith("."))


_TABLES = (event_words.LISTS, event_words.SERIES)
_LISTS = Cue(any_of(*(word for table in _TABLES for row in table.values() for word in row)))
_LONGEST_HEADING = 120
_LONGEST_NOTE = 160


def _is_note(text: str, line: Line) -> bool:
    if len(line.text) > _LONGEST_NOTE or line.text.endswith("."):
        return False
    dated = days.find(text, line.start, line.end)
    if not dated:
        return any(relative.find(text, line.start, line.end)) and not line.text.endswith("?")
    gaps = days.gaps(dated, line.start, line.end)
    is_timed = any(times.find(text, *gap, beside_date=True) for gap in gaps)
    is_stamp = _behind_time(text, dated[0].end, line.end) > dated[0].end
    is_stamp = is_stamp and dated[0].start == line.body_start
    if is_stamp and not NAMES_EVENT.search(line.text):
        return False
    return len(dated) == 1 and is_timed and not OF_A_CALL.match(line.body)


def _behind_time(text: str, start: int, end: int) -> int:
    """Return where the time ends that stands right behind a day; `start` where there is none."""
    clocks = times.find(text, start, end, beside_date=True)
    is_beside = clocks and _UP_TO_HOUR.fullmatch(text, start, clocks[0].start)
    return clocks[0].end if is_beside else start


def _told_from_today(text: str, x: Shaped) -> Iterator[Segment]:
    """Yield the event of a line such as "Panel on nets, tomorrow 15h"."""
    found = next(relative.find(text, x.line.start, x.line.end), None)
    at = x.line.body_start if found is None else found.start
    title = text[x.line.body_start : at].rstrip(" ,;:–—-(|")
    if _TALKS.search(title):
        called = titles.named(text, x.line.content)
        yield from () if called is None else (_item(x, called),)
        return
    if len(title.split()) >= _FEWEST_WORDS and NAMES_EVENT.search(title):
        yield _item(x, Span(x.line.body_start, x.line.body_start + len(title)))


def _item(x: Shaped, title: Span) -> Segment:
    return Segment(form=Form.ITEM, start=x.line.start, end=x.line.end, title=title, lines=(x,))


_TALKS = re.compile(
    r"[.!?]\s|:\s.*(?<!\w)(?:is|are|we|det (?:er|blir|var|skjer)|wir|nous|est|hay)(?!\w)"
    r"|(?<!\w)(?:I|we|we['’]re|you|us|vi|wir|nous|is|are|will|er|ist|sind|est|sont)(?!\w)",
)
"""Words of somebody who talks: what stands before the day is a sentence, and no title."""


def _is_row(text: str, x: Shaped) -> bool:
    dated = days.find(text, x.line.start, x.line.end)
    if not dated or x.shape is Shape.LABEL or _is_day_alone(x):
        return False
    if dated[0].start - x.line.body_start > _MOST_LEAD:
        return False
    after = text[dated[0].end : x.line.end].lstrip(" ,:|–—-•·\t")
    if OF_A_CALL.match(after) or _is_mode(after):
        return False
    return len(after.split()) >= _FEWEST_WORDS and not x.line.text.endswith(".")


def _is_day_alone(x: Shaped) -> bool:
    """Return whether a line says no more than when: a day with its hours."""
    return x.shape is Shape.DATE and not x.rest


_FEWEST_WORDS = 2
OF_A_CALL = re.compile(
    r"(?:(?:the|extended|final|early|online|full|draft) ){0,2}(?:"
    r"(?:paper|abstract|proposal|registration|application|nomination|submission)s?\b.{0,30}"
    r"\b(?:deadline|due|opens?|closes?|submission|submitted)"
    r"|deadlines?|submission|due date|notifications?|acceptance|authors? notifi|camera[- ]ready"
    r"|registration (?:opens|closes|deadline)|call for \w+ (?:opens|closes)|last day (?:to|for)"
    r"|(?:\w*frist|innlevering|date limite|soumission|notification|einreichung|anmeldeschluss"
    r"|benachrichtigung|fecha límite|envío|notificación|cierre)\b)",
    re.IGNORECASE,
)
"""What a row tells of that is a step of a call for papers, and no event."""


def quoted(text: str, line: Line) -> Span | None:
    """Return what a line puts in quotation marks."""
    found = _QUOTED.search(text, line.start, line.end)
    return Span(found.start(1), found.end(1)) if found else None


def _title(text: str, lines: Sequence[Shaped], at: int) -> Span | None:
    line = lines[at].line
    within = quoted(text, line)
    if within is not None:
        return within
    if len(_BAR.findall(line.text)) >= _FEWEST_BARS:
        return _cell(text, line)
    first = days.find(text, line.start, line.end)[0]
    before = text[line.body_start : first.start].rstrip(" ,;:–—-(|")
    if _TALKS.search(before) and not before.endswith("?"):
        return titles.named(text, line.content)
    if len(before.split()) >= _FEWEST_WORDS:
        return without_code(text, Span(line.body_start, line.body_start + len(before)))
    behind = _behind_time(text, first.end, line.end)
    after = _BETWEEN.match(text, behind, line.end)
    start = after.end() if after else behind
    if text[start : start + 1] == "(":
        return None
    if len(text[start : line.end].split()) >= _FEWEST_WORDS:
        speaks = _WITH.search(text, start, line.end)
        if speaks is not None and len(text[start : speaks.start()].split()) >= _FEWEST_WORDS:
            return Span(start, speaks.start())
        return Span(start, without_place(text, start, _before_time(text, start, line.end)))
    near = [n for n in (at - 1, at + 1) if 0 <= n < len(lines) and lines[n].shape is Shape.TITLE]
    return Span(lines[near[0]].line.body_start, lines[near[0]].line.end) if near else None


def without_code(text: str, title: Span) -> Span:
    """Return a title without the number that a course or a meeting goes by."""
    code = _CODE.match(text, title.start, title.end)
    return Span(code.end() if code else title.start, title.end)


_CODE = re.compile(r"(?:[A-Z]{1,4}[ -]?)?\d[\d./-]{1,9}\s+(?=[^\W\d_])")


def _is_mode(words: str) -> bool:
    return modes.mode_of_line(words) is not None


_FEWEST_BARS = 2
_BETWEEN = re.compile(r"[\s,;:–—|-]*")
_UP_TO_HOUR = re.compile(r"[\s,;:(–—|-]*(?:(?:at|from|à|de|um|von|ab|kl\.?|a las|las|fra)\s+)?")
_WITH = re.compile(r"\s[–—-]\s(?:with|med|avec|con|mit|by)\s|,\s(?:with|featuring)\s")
_BAR = re.compile(r"[|\t]")
_CELL = re.compile(r"[^|\t]+")


def _cell(text: str, line: Line) -> Span | None:
    """Return the longest cell of a table's row that is neither day, mode nor place."""
    cells = []
    for found in _CELL.finditer(text, line.start, line.end):
        words = found.group().strip()
        start = found.start() + found.group().index(words) if words else found.start()
        if days.find(text, found.start(), found.end()) or modes.mode_of_line(words):
            continue
        if words and not places.is_place_name(words) and not places.is_place_line(words):
            cells.append(Span(start, start + len(words)))
    return max(cells, key=lambda cell: cell.end - cell.start, default=None)


def _before_time(text: str, start: int, end: int) -> int:
    """Return where a title ends that a time follows behind a dash or a comma: " - 10:00 AM ET"."""
    clocks = times.find(text, start, end)
    if not clocks or clocks[-1].end < end:
        return end
    words = text[start : clocks[-1].start].rstrip(" (")
    own = words.rstrip(",;|–—-").rstrip()
    is_parted = own != words and len(own.split()) >= _FEWEST_WORDS
    return start + len(own) if is_parted else end


def without_place(text: str, start: int, end: int) -> int:
    """Return where a title ends that a place or a bracket follows: "Cyber week, Tallinn"."""
    bracket = text.find(" (", start, end)
    if bracket > 0 and text[end - 1] == ")":
        return bracket
    for comma in reversed([m.start() for m in re.finditer(r",\s", text[start:end])]):
        words = text[start + comma + 2 : end].strip()
        if places.is_known_place(words) or places.is_room(words) or _is_mode(words):
            end = start + comma
    return end
