"""What a page or an entry is called: the line that stands out, or the words in quotation marks."""

import re
from collections.abc import Sequence

from briefing.reader.cues import Cue
from briefing.reader.fields import titles
from briefing.reader.items import quoted
from briefing.reader.labelled import Label
from briefing.reader.lines import Span
from briefing.reader.naming import (
    entitled,
    is_no_name,
    is_of_another,
    is_only_described,
    named_below,
)
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.vocabulary import EVENT_NOUN, INVITES, INVITING, any_of

HEAD = (Shape.DATE, Shape.TIME, Shape.MODE, Shape.PLACE, Shape.KIND)
"""What stands beside a title and is none."""

LONGEST_HEAD = 4
"""Lines between a title and its date."""


_LONG_PROSE = 160
_LEADS_IN = Cue(rf"{INVITES}|{EVENT_NOUN}:$")


def heading(lines: Sequence[Shaped]) -> Span | None:
    """Return the first line that could be the page's title."""
    prose = (n for n, x in enumerate(lines) if len(x.line.text) >= _LONG_PROSE)
    titles = [x for x in lines[: min(12, next(prose, 12))] if is_title(x) and not _greets(x)]
    leads = [n for n, x in enumerate(lines[:8]) if _leads_in(x) or _invites(lines, n)]
    if leads:
        below = [
            x
            for x in lines[leads[0] + 1 : leads[0] + 4]
            if is_title(x) or (x.line.text.endswith("?") and not x.line.mark)
        ]
        titles = below or titles
    while len(titles) > 1 and _is_of_paper(titles):
        titles = titles[1:]
    return Span(titles[0].line.body_start, titles[0].line.end) if titles else None


def _is_of_paper(titles: Sequence[Shaped]) -> bool:
    """Return whether the first of some titles only says whose paper it is, or of which series."""
    first = titles[0].line.body.strip()
    if titles[1].line.gap == 0 and _OF_A_SERIES.fullmatch(first):
        return True
    is_of_whom = _RUNS_ON.fullmatch(first) or _INSTITUTION.match(first)
    return is_of_whom is not None and not re.search(r"[:?!\d“\"«„]", first)


_OF_A_SERIES = re.compile(
    rf"(?:[\w-]+ )?(?:{EVENT_NOUN} )?(?:series|serie|cycle|ciclo|zyklus|\w*rekke|\w*reihe)"
    rf"(?: (?:de|of|d['’]) ?{EVENT_NOUN})?(?: 20\d\d(?:[/–-]\d{{2,4}})?)?",
    re.IGNORECASE,
)
_RUNS_ON = re.compile(
    r"(?:of|and|for|der|des|und|für|et|du|de la|de los|del|e|og)\s[^:?!\d]{3,80}", re.IGNORECASE
)
"""How the second line of an institution's name begins."""


_INSTITUTION = re.compile(
    r"(?:(?:the )?(?:[\w-]+ ){0,2}(?:republic|kingdom|commonwealth|principality|sultanate)"
    r" of .{2,60}"
    r"|(?:directorate(?:-general)?|department|division|secretariat|office) (?:of|for) .{2,80}"
    r"|(?:the |the [\w-]+ |[\w-]+ |[\w-]+ [\w-]+ )?(?:institute|observatory|foundation|"
    r"cent(?:re|er)|academy|university|council|ministry|society)(?: (?:of|for|on) .{2,80})?"
    r"|(?:[\w-]+ )?(?:institutt(?:et)?|senter(?:et)?|stiftelsen|universitetet|akademiet) "
    r"(?:for|i|of) .{2,80}"
    r"|(?:institut|observatoire|fondation|centre|académie|université|chaire|ministère|société) "
    r".{2,80}"
    r"|(?:instituto|observatorio|fundación|centro|academia|universidad|cátedra|ministerio) "
    r".{2,80}"
    r"|(?:[\w-]+ )?(?:institut|stiftung|zentrum|akademie|universität|gesellschaft|ministerium|"
    r"arbeitsstelle) (?:für|der|des|zu) .{2,80}"
    r"|(?:[\w-]+ )?forum (?:for|für) [a-zæøåäöü].{2,80})",
    re.IGNORECASE,
)


def is_institution(x: Shaped) -> bool:
    """Return whether a line names no more than whose paper it is."""
    return _INSTITUTION.fullmatch(x.line.body.strip()) is not None


def is_of_paper(text: str, called: Span) -> bool:
    """Return whether some words are no more than whose paper a page is."""
    return _INSTITUTION.fullmatch(called.words(text).strip()) is not None


def _greets(x: Shaped) -> bool:
    return len(x.line.body.split()) <= _LONGEST_GREETING and bool(_SALUTATION.match(x.line.text))


_LONGEST_GREETING = 5


def _leads_in(x: Shaped) -> bool:
    words = x.line.text
    if x.label is not None and x.label.label is not Label.TITLE:
        return False
    return len(words) <= _LONGEST_LEAD and words.endswith(":") and bool(_LEADS_IN.search(words))


_LONGEST_LEAD = 400
_IN_QUOTES = re.compile(r"[“\"«„][^“”\"«»„]{4,200}[”\"»“]")


def _invites(lines: Sequence[Shaped], n: int) -> bool:
    """Return whether a line's sentence of invitation goes on in a quoted line right below it."""
    words = lines[n].line.text
    if len(words) > _LONGEST_LEAD or words.endswith(".") or n + 1 >= len(lines):
        return False
    return bool(_IN_QUOTES.fullmatch(lines[n + 1].line.text) and INVITING.search(words))


_SALUTATION = Cue(
    any_of(
        "dear", "excellenc(?:y|ies)", "hello", "hi", "colleagues", "your excellency", "kjære",
        "hei", "estimad[oa]s?", "querid[oa]s?", "chers?", "chères?", "madame", "mesdames",
        "monsieur",
        "messieurs", "señor(?:a|es|as)?", "sehr geehrte[rn]?", "liebe[rs]?", "god dag", "bonjour",
    ),
)  # fmt: skip
_SIGNED_OFF = 3000


def is_letter(lines: Sequence[Shaped]) -> bool:
    """Return whether a page begins as a letter does, or as a note from one state to others."""
    return any(_SALUTATION.match(x.line.text) for x in lines[:3]) or any(
        _COMPLIMENTS.search(x.line.text[:_LONGEST_LEAD]) for x in lines[:_FIRST_OF_A_NOTE]
    )


_FIRST_OF_A_NOTE = 10
_COMPLIMENTS = Cue(
    any_of(
        "presents? (?:its|their|her|his) compliments", "présente(?:nt)? ses compliments",
        "présente(?:nt)? leurs compliments", "saludan? muy atentamente", "beehrt sich",
        "har den ære",
    ),
)  # fmt: skip
"""How a note verbale begins."""


def announced(text: str, lines: Sequence[Shaped]) -> Span | None:
    """Return what a letter invites to by name: the words in quotation marks."""
    for n, x in enumerate(lines):
        invites = INVITING.search(text, x.line.start, min(x.line.end, x.line.start + _SIGNED_OFF))
        within = quoted(text, x.line) or named_below(text, lines, n) if invites else None
        if within is not None and not is_of_another(text, x.line, within):
            return within
    return entitled(text, lines)


def named(text: str, lines: Sequence[Shaped]) -> Span | None:
    """Return the name in quotation marks that news gives an event which it announces.

    Other words in quotation marks are what somebody said.
    """
    for x in lines:
        end = min(x.line.end, x.line.start + _SIGNED_OFF)
        if not INVITING.search(text, x.line.start, end):
            continue
        found = _NAMED.search(text, x.line.start, end)
        if found is not None:
            return Span(*found.span("name"))
        under = entitled(text, lines)
        if under is not None:
            return under
        called = (
            titles.proper_name(text, Span(x.line.start, end)) if x.shape is Shape.PROSE else None
        )
        if called is not None:
            return called
    return None


_NAMED = Cue(
    rf"{EVENT_NOUN}[^“”\"«»„.;\n]{{0,60}}?[“\"«„]\s?(?P<name>[^“”\"«»„\n]{{4,200}}?)\s?[”\"»“]",
)


def is_title(line: Shaped) -> bool:
    """Return whether a line could be a title by its form."""
    if line.shape is Shape.LABEL and line.label is not None:
        return line.label.label is Label.TITLE
    if line.shape is not Shape.TITLE or _TELLS_WHO.match(line.line.body):
        return False
    if is_no_name(line.line.body):
        return False
    return _ZONE.fullmatch(line.line.body) is None


_ZONE = re.compile(
    r"(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)(?:/[A-Z][A-Za-z_-]{2,20}){1,2}"
    r"(?: [Tt]ime ?zone)?"
)
"""The zone of all hours, as the page of a conference has it."""


_TELLS_WHO = re.compile(
    r"(?:(?:the )?(?:ministry|embassy|permanent mission|department|delegation|directorate|"
    r"consulate|ministère|ambassade|mission permanente|ministerio|embajada|misión permanente|"
    r"botschaft|(?:bundes|auswärtiges )\w+|ständige vertretung|\w+departementet|ambassaden) "
    r"(?:of|for|to|de|des|du|del|der|von|i|permanente?)[^:?!]{2,80}$"
    r"|(?:(?:H\.?\s?E|S\.?\s?E|Mr|Mrs|Ms|Mme|Dr|Prof|Amb|Excm[oa]|Sra?|Herr|Frau)\.?\s)+"
    r"[^,–—|:]{3,50}(?:,\s|\s[–—|-]\s|$)"
    r"|[^:?!]{2,80}\s(?:presents?|proudly presents|invites you(?: to)?|présente|presenta|"
    r"präsentiert|presenterer|inviterer(?: til)?|lädt ein|vous invite(?: à)?|"
    r"le invita(?: a)?)[:.…]*$)",
    re.IGNORECASE,
)
"""Who writes, above what is written, and who speaks."""


def title_above(lines: Sequence[Shaped], at: int) -> int | None:
    """Return the index of the title nearest above a line, past other lines of a head."""
    for n in range(at - 1, max(-1, at - 1 - LONGEST_HEAD), -1):
        if is_title(lines[n]):
            is_below_a_name = n > 0 and not lines[n].line.gap and is_title(lines[n - 1])
            is_described = is_below_a_name and is_only_described(lines[n].line.body)
            return n - 1 if is_described else n
        label = lines[n].label
        if lines[n].shape not in HEAD and not (label is not None and label.stands_alone):
            return None
    return None


def title_below(lines: Sequence[Shaped], at: int) -> int | None:
    """Return the index of the title nearest below a line, past other lines of a head."""
    for n in range(at + 1, min(len(lines), at + 1 + LONGEST_HEAD)):
        if is_title(lines[n]):
            return n
        if lines[n].shape not in HEAD:
            return None
    return None


def title_beside(lines: Sequence[Shaped], at: int, heading: Span | None) -> int | None:
    """Return the title that belongs to a page's date: right above, else the page's, else below."""
    above, below = title_above(lines, at), title_below(lines, at)
    if above is not None:
        few = len(lines[above].line.body.split())
        many = len(lines[below].line.body.split()) if below is not None else 0
        return below if few < _FEW_WORDS <= many - 1 else above
    first = next(
        (n for n in range(at) if heading and lines[n].line.body_start == heading.start), None
    )
    return below if first is None else first


_FEW_WORDS = 3
