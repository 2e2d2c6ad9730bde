"""Key questions: walked back from each question mark, titles and calls to action left out."""

import re
from collections.abc import Iterator, Sequence

from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields import question_traps
from briefing.reader.fields.question_words import any_word
from briefing.reader.lines import Line, Span
from briefing.reader.vocabulary import EVENT_NOUN, any_of

_OPENS = any_word(lambda row: row.opening)
_MARK = re.compile(r"[?？](?!\w)")
_STOP = re.compile(r"[.!?？…;][”\"’')\]]*\s+|[?？];?\s*|;\s+")
_NUMBER = r"(?:\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)]\s+)?"
_LEAD_IN = re.compile(rf"(?:[:：]|\s[–—-])\s+(?={_NUMBER}[“\"‘'(]?{_OPENS})", re.IGNORECASE)
_COLON = re.compile(r"[:：]\s+")
_NEAR = 80
_ABBREVIATED = re.compile(
    r"(?:^|[\s(“\"])(?:[A-Z]|Dr|Mr|Mrs|Ms|Prof|St|No|vs|e\.g|i\.e|etc|ca|cf|approx|Art|bl\.a|"
    r"f\.eks|U\.S|U\.N|U\.K)\.$"
)
_OPENING = re.compile(rf"[“\"‘'(¿]?{_OPENS}", re.IGNORECASE)
_ADDRESS_BEFORE = re.compile(r"(?:https?://|www\.)\S*$")
_ITEM = re.compile(r"\W*(?:\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)]\s+)?")
_COUNTED = re.compile(
    r"(?:(?:and|y|et|und|og)\s)?(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|finally|lastly|"
    r"premièrement|deuxièmement|enfin|ensuite|primero|segundo|por último|finalmente|erstens|"
    r"zweitens|drittens|schließlich|for det (?:første|andre|tredje)|til slutt|til sist),?\s+"
    rf"(?={_OPENS})",
    re.IGNORECASE,
)
"""Which one of several it is: "And second, what does it mean?"."""
_VOCATIVE = re.compile(
    r"(?:[\w’']+, )?(?:mr|mrs|ms|madam[e]?|monsieur|señora?|herr|frau)\.? "
    r"(?:l[ae] )?(?:chair\w*|présidente?|president[ea]?|facilitator|vorsitzende[r]?)[,:]\s+",
    re.IGNORECASE,
)
"""Whom a speaker turns to: "Finally, Mr. Chair, "."""
_ASKS = re.compile(
    r"\b(?:questions?|ask|wonder|would like to know|preguntas?|preguntar|preguntamos|quisiéramos "
    r"saber|demand(?:er|ons)|savoir|fragen?|spørsmål|spør)\b[^.?!\n]{0,60}(?:[:,：]\s*|\s)[“\"«]?$"
    r"|[?？] (?:and|et|y|und|og) $|\bquestions?[.:] (?:the )?(?:first|one)(?:ly)?[,:] $"
    r"|[?？] (?:and )?(?:(?:the )?second|then|finally)(?:ly)?[,:] $",
    re.IGNORECASE,
)
_TO_YOU = Cue(
    any_of("you", "your", "secretariat", "facilitators?", "chair", "vous", "votre", "secrétariat",
           "ustedes", "usted", "secretaría", "sie", "sekretariat", "dere", "sekretariatet")
)  # fmt: skip
_TO_THE_CHAIR = re.compile(
    r"\b(?:mr|madam[e]?|monsieur|señora?|herr|frau)\.? (?:l[ae] )?"
    r"(?:chair\w*|présidente?|president[ea]?|facilitator|vorsitzende[r]?)[,:]\s*$",
    re.IGNORECASE,
)
_OPENED = re.compile(r"[“\"‘«][^”\"»\n]*$")
_LONGEST_TITLE = 120
_SENTENCE_END = re.compile(r"(?<=\w{3})[.!]\s")
_LONGEST = 1200

_CUE = Cue(any_word(lambda row: row.cue) + r"\s*[:.]?$")
"""What the words before a run of questions end with where the questions are put up."""

_ANSWERED = Cue(any_word(lambda row: row.answered))
_TAKEN_UP = Cue(rf"{any_word(lambda row: row.taken_up)}|{EVENT_NOUN}")
_OWN_EVENT = Cue(
    r"(?:this|our|ces?|cette?|notre|est[ea]|nuestr[oa]|dies\w{0,2}|unser\w{0,2}|dette|denne|vårt?) "
    rf"(?:\w+ ){{0,2}}{EVENT_NOUN}"
)
_CALL = Cue(any_word(lambda row: row.call))
_IMPERATIVE = re.compile(any_word(lambda row: row.act), re.IGNORECASE)
_FAQ = Cue(any_word(lambda row: row.faq))
_OF_PEOPLE = re.compile(
    r"(?:chair|speakers?|moderat(?:or|ed|ion|eur|rice)|panel(?:lists?)?|discussants?|ponentes|"
    r"modera|"
    r"intervenants?|referent(?:en|innen)?|innledere|ordstyrer)(?:\s*:|\s{2,}|\s+(?=[A-Z]))",
    re.IGNORECASE,
)
"""What begins the line below a session's question that says who speaks."""
_NAMES = re.compile(
    r"(?:(?:Dr|Prof|Mr|Ms|Mrs|Mme|M|Frau|Herr|Sra?|Amb)\.? ){0,2}[A-ZÀ-Þ][\w’'-]+ "
    r"(?:(?:de|von|van|del|al|el|la) )?[A-ZÀ-Þ][\w’'-]+(?:, |;? \(|;)"
)
"""A line below it that names them with no such word."""
_SHORTEST = 3


def questions(
    text: str, lines: Sequence[Line], skip: Sequence[Span] = ()
) -> Iterator[Candidate[str]]:
    """Yield the questions that some lines put up for discussion.

    `skip` holds titles, programme items and what belongs to the page: questions there are none.
    """
    page = _Page(text, lines, skip)
    for number, line in enumerate(lines):
        yield from page.on_line(number, line)


def put_up(text: str, lines: Sequence[Line]) -> Iterator[Candidate[str]]:
    """Yield those questions alone that a cue brings in: "Please think about these:"."""
    page = _Page(text, lines, ())
    for number, line in enumerate(lines):
        if "?" in line.text and page.is_brought_in(number):
            yield from page.on_line(number, line)


def put_to_somebody(text: str, lines: Sequence[Line]) -> Iterator[Candidate[str]]:
    """Yield what a speaker asks the chair or the secretariat; figures of speech ask nobody."""
    page = _Page(text, lines, ())
    for line in lines:
        for found in page.marked(line):
            before = text[max(line.start, found.start - _NEAR) : found.start]
            is_turned = _TO_THE_CHAIR.search(before) and _TO_YOU.search(found.value)
            if _ASKS.search(before) or is_turned:
                yield found


class _Page:
    def __init__(self, text: str, lines: Sequence[Line], skip: Sequence[Span]) -> None:
        self.text, self.lines, self.skip = text, lines, skip

    def marked(self, line: Line) -> Iterator[Candidate[str]]:
        """Yield whatever ends in a question mark on a line."""
        at = line.body_start
        for mark in _MARK.finditer(self.text, line.start, line.end):
            start = self._start(line, max(at, mark.start() - _LONGEST), mark.start())
            vocative = _VOCATIVE.match(self.text, start, mark.start())
            at = mark.end()
            yield self._candidate(vocative.end() if vocative else start, mark.end())

    def on_line(self, number: int, line: Line) -> Iterator[Candidate[str]]:
        at = line.body_start
        for mark in _MARK.finditer(self.text, line.start, line.end):
            start = self._start(line, max(at, mark.start() - _LONGEST), mark.start())
            at = mark.end()
            if self._is_asked(number, line, start, mark):
                yield self._candidate(start, mark.end())

    def _start(self, line: Line, at: int, end: int) -> int:
        for stop in _STOP.finditer(self.text, at, end):
            is_dot = self.text[stop.start()] == "."
            if not (is_dot and _ABBREVIATED.search(self.text, at, stop.start() + 1)):
                at = stop.end()
        opened = self.text.rfind("¿", at, end)
        if opened >= 0:
            return opened
        item = _ITEM.match(self.text, at, end)
        at = item.end() if item else at
        for colon in _COLON.finditer(self.text, at, end):
            before = self.text[max(at, colon.start() - _NEAR) : colon.start() + 1]
            if _CUE.search(before.replace(" :", ":")) and "?" not in before:
                at = colon.end()
        for lead in _LEAD_IN.finditer(self.text, at, end):
            if self._leads_in(line, at, lead):
                at = lead.end()
        item = _ITEM.match(self.text, at, end)
        at = item.end() if item and self.text[at] != "¿" else at
        counted = _COUNTED.match(self.text, at, end)
        return counted.end() if counted else at

    def _leads_in(self, line: Line, at: int, lead: re.Match[str]) -> bool:
        """Return whether a colon or dash parts a question from what leads to it.

        A listed item goes on behind its colon in small letters: "New tools: does speed matter?"
        """
        if ":" not in lead.group() and "：" not in lead.group():
            return not _OPENING.match(self.text, at)
        is_item = bool(line.mark) and at == line.body_start
        return not (is_item and self.text[lead.end()].islower())

    def _is_asked(self, number: int, line: Line, start: int, mark: re.Match[str]) -> bool:
        if any(start in span or mark.start() in span for span in self.skip):
            return False
        words = self.text[start : mark.start()]
        shortest = _SHORTEST - bool(_OPENING.match(words))
        if len(words.split()) < shortest or _ADDRESS_BEFORE.search(self.text[start : mark.end()]):
            return False
        if self._is_doubt_mark(mark) or self._is_quoted_title(start, mark):
            return False
        if question_traps.is_trap(words) or question_traps.is_of_a_form(self.text, mark.end()):
            return False
        return self._is_listed(number) or self._is_framing(number, line, start, mark)

    def _is_doubt_mark(self, mark: re.Match[str]) -> bool:
        return self.text[mark.start() - 1 : mark.start()] == "("

    def _is_quoted_title(self, start: int, mark: re.Match[str]) -> bool:
        if self.text[mark.end() : mark.end() + 2].strip()[:1] not in set('”"’»'):
            return False
        opened = self.text.rfind("\n", 0, start) + 1
        before = _OPENED.search(self.text, max(opened, start - _LONGEST_TITLE), start)
        return before is not None

    def _is_listed(self, number: int) -> bool:
        """Return whether a line stands in a run of questions that a cue brings in."""
        is_item = bool(self.lines[number].mark)
        return self.is_brought_in(number) or (is_item and self._has_neighbour(number))

    def is_brought_in(self, number: int) -> bool:
        """Return whether the line above a line's run of questions leads to them."""
        above = number - 1
        while above >= 0 and "?" in self.lines[above].text and self.lines[above + 1].gap == 0:
            above -= 1
        return above >= 0 and self._brings_in(self.lines[above])

    def _brings_in(self, line: Line) -> bool:
        words = line.text[-120:]
        return line.text.endswith(":") or bool(_CUE.search(words) and not _FAQ.search(words))

    def _has_neighbour(self, number: int) -> bool:
        near = (n for n in (number - 1, number + 1) if 0 <= n < len(self.lines))
        return any(self.lines[n].mark and "?" in self.lines[n].text for n in near)

    def _is_framing(self, number: int, line: Line, start: int, mark: re.Match[str]) -> bool:
        before = self.text[max(line.start, start - 160) : start]
        if _CUE.search(before.rstrip(' “"')):
            return True
        after = self.text[mark.end() : line.end].lstrip(' ”"’)»;')
        next_mark = _MARK.search(self.text, mark.end(), line.end)
        if after and next_mark is None:
            return self._is_left_open(line, start, mark, after)
        if next_mark is not None:
            return not _CALL.search(self.text, start, mark.end())
        return self._ends_a_paragraph(number, line, start, mark)

    def _is_left_open(self, line: Line, start: int, mark: re.Match[str], after: str) -> bool:
        """Return whether a question that more words follow is neither answered nor a call."""
        if _ANSWERED.match(after) or _IMPERATIVE.match(after):
            return False
        run = self.text.rfind("?", line.start, start) >= 0
        first = _SENTENCE_END.split(after[:160], maxsplit=1)[0]
        return run or bool(_TAKEN_UP.search(first) or _OWN_EVENT.search(after[:240]))

    def _ends_a_paragraph(self, number: int, line: Line, start: int, mark: re.Match[str]) -> bool:
        is_whole_line = start <= line.body_start + 2
        if not is_whole_line:
            return True
        if _CALL.search(self.text, start, mark.end()):
            return False
        return self._stands_among_questions(number) or self._is_paragraph(number, line)

    def _stands_among_questions(self, number: int) -> bool:
        near = (n for n in (number - 1, number + 1) if 0 <= n < len(self.lines))
        return any(self.lines[n].text.endswith("?") for n in near)

    def _is_paragraph(self, number: int, line: Line) -> bool:
        """Return whether a lone question is a paragraph of its own and not a heading."""
        if line.mark.startswith("#"):
            return False
        above = self.lines[number - 1] if number > 0 else None
        if above is not None and line.gap == 0 and _OF_PEOPLE.match(above.text):
            return True
        following = self.lines[number + 1] if number + 1 < len(self.lines) else None
        if following is not None and above is not None and line.gap == following.gap == 0:
            return bool(_OF_PEOPLE.match(following.text) or _NAMES.match(following.text))
        return following is None or (following.gap > 0 and line.gap > 0 and number > 0)

    def _candidate(self, start: int, end: int) -> Candidate[str]:
        words = " ".join(self.text[start:end].split())
        asks = bool(_OPENING.match(words))
        return Candidate(
            value=words,
            start=start,
            end=end,
            rule="question.mark",
            confidence=0.9 if asks else 0.7,
        )
