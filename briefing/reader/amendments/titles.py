"""What an event is called from now on: "has been renamed “Ropes and Rules”"."""

import re
from collections.abc import Iterator, Sequence

from briefing.model import Event
from briefing.reader.amendments.value import Value, of_field
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.differences import plain
from briefing.reader.lines import Span
from briefing.reader.page import Page
from briefing.reader.vocabulary import any_of

_CALLED = Cue(
    any_of(
        "(?:new|changed|change of) (?:working )?(?:title|name)", "umbenannt in", "omdøpt til",
        "(?:fått|får) (?:ny tittel|nytt navn|nytt namn)", "nytt navn", "nouveau nom",
        r"rebaptisée?", r"neue[nr]? namen?", "nuevo nombre", r"renombrad[oa] como",
        "title (?:is now|has changed|will now be)",
        r"re(?:named|titled)", r"now (?:be )?(?:called|titled|entitled)",
        r"s['’]intitule(?:ra)? (?:désormais|maintenant)", r"désormais (?:intitulée?|appelée?)",
        "nouveau titre", r"changement de titre", "neuer titel", r"(?:heißt|lautet) (?:jetzt|nun)",
        r"trägt (?:jetzt|nun) den titel", "heter nå", "ny tittel", "har fått (?:ny )?tittelen",
        "nuevo título", r"pasa a (?:llamarse|titularse)", r"se (?:titula|llama) ahora",
    ),
)  # fmt: skip
_QUOTED = re.compile(r"[“\"«„]\s?(?P<title>[^“”\"«»„\n]{4,200}?)\s?[”\"»“]")
_BARE = re.compile(r"\s?:\s*(?P<title>[A-ZÀ-Þ][^\n]{4,200}?)(?=[.]?(?:\s*$|\n))", re.MULTILINE)
_NEAR = 200


def renamed(page: Page, sentences: Sequence[Span], held: Event) -> Iterator[Value]:
    """Yield the title that the sentences give an event in place of its own."""
    for span in sentences:
        called = _CALLED.search(page.text, span.start, span.end)
        found = _title(page.text, called.end(), held) if called else None
        if found is not None:
            yield of_field(page, "title", found.value, found)
            return


def _title(text: str, at: int, held: Event) -> Candidate[str] | None:
    """Return the next title in quotation marks, or behind a colon, that is not the held one."""
    stop = text.find("\n\n", at, at + _NEAR)
    stop = min(len(text), at + _NEAR) if stop < 0 else stop
    old = plain(held.title)
    named = (*_QUOTED.finditer(text, at, stop), *_BARE.finditer(text, at, stop))
    new = (one for one in named if plain(one["title"]) not in old)
    found = next(new, None)
    if found is None:
        return None
    start, end = found.span("title")
    return Candidate(
        value=" ".join(found["title"].split()), start=start, end=end, rule="title.renamed",
        confidence=0.8,
    )  # fmt: skip
