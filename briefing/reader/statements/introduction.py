"""For whom somebody in a transcript speaks: by what they are called, or say of themselves."""

import re
from itertools import islice

from briefing.reader.lines import Span, sentences
from briefing.reader.statements.transcript import Turn


def of_whom(text: str, turn: Turn) -> Span | None:
    """Return the state or body that a speaker is of: "The delegate of X:", "I speak for X"."""
    called = _DELEGATE.match(text, turn.speaker.start, turn.speaker.end)
    if called is not None:
        return Span(called.end(), turn.speaker.end)
    for sentence in islice(sentences(text, turn.body[:_FIRST_LINES]), _FIRST_SENTENCES):
        for pattern in _SAYS_OF_WHOM:
            found = pattern.search(text, sentence.start, sentence.end)
            if found is not None:
                return Span(*found.span("name"))
    return None


_FIRST_LINES, _FIRST_SENTENCES = 2, 4
_DELEGATE = re.compile(
    r"(?:(?:the|el|la|los|las|le|l['’]|der|die) ?)?(?:(?:permanent |deputy )*representatives?|"
    r"delegat(?:e|ion)|delegad[oa]|delegación|representante|embajadora?|représentante?|"
    r"déléguée?|délégation|vertreter(?:in)?|delegierter?|delegert|delegasjon|utsending)\s+"
    r"(?:of the|of|from|for|de la|de los|de las|del|des|de l['’]|de|du|d['’]|von|der|des|fra|for)"
    r"\s*(?=\w)",
    re.IGNORECASE,
)
_NAME = (
    r"(?P<name>[^\W\d_a-zß-öø-ÿ][\w'’&-]*(?: (?:(?:of|for|and|the|de|del|la|des|du|für|og) ){0,2}"
    r"[^\W\d_a-zß-öø-ÿ][\w'’&-]*){0,6})"
)
_ARTICLE = r"(?:[Tt]he |la |le |les |el |los |die |der |das |den |det |l['’])?"
_OFFICE = r"(?:[Gg]overnment of |[Rr]epublic of |[Dd]elegation of |gobierno de |gouvernement de )?"
_SAYS_OF_WHOM = (
    re.compile(
        r"(?:I|[Ww]e)(?:['’]m|['’]re| am| are)? (?:speak|speaking|here|talking|represent|"
        r"representing)(?: today| here)?(?: for| on behalf of)? "
        rf"{_ARTICLE}{_OFFICE}(?:the )?{_NAME}"
    ),
    re.compile(
        r"(?:[Mm]y name is|I am|I['’]m|[Tt]his is|[Jj]e suis|[Ss]oy|[Ii]ch bin|[Jj]eg er)"
        r"[^.;:\n]{2,60}?,? (?:from|with|at|of|representing|de|du|von|vom|fra) "
        rf"{_ARTICLE}{_NAME}"
    ),
    re.compile(rf"(?:[Ff]rom|[Ww]ith|[Rr]epresenting) {_ARTICLE}{_NAME}[.,]? (?:[Ww]e are|\Z)"),
    re.compile(rf"(?:^|\s)[Aa]t {_ARTICLE}{_NAME},? we\b"),
    re.compile(rf"[Ww]e (?:here )?at {_ARTICLE}{_NAME}"),
    re.compile(
        rf"(?:yes|hello|hi|thanks|you),? [^.;:\n]{{2,50}}, from {_ARTICLE}{_NAME}", re.ASCII
    ),
)
