"""Words in quotation marks, and who is said to have said them: "...", said Norland."""

import re
from collections.abc import Iterator

from briefing.reader.candidate import Candidate
from briefing.reader.fields.view import View
from briefing.reader.lines import Span
from briefing.reader.vocabulary import any_of


def quoted(text: str, sentence: Span) -> Iterator[Candidate[View]]:
    """Yield what somebody is quoted with, or told to have said, who is named behind it."""
    yield from _told(text, sentence)
    if _MARK.search(text, sentence.start, sentence.end) is None:
        return
    for found in _QUOTE.finditer(text, sentence.start, sentence.end):
        behind = _BEHIND.match(text, found.end(), sentence.end)
        if behind is None:
            continue
        group = "holder" if behind["holder"] else "first"
        words = found["claim"].rstrip(" ,.!")
        claim = Span(found.start("claim"), found.start("claim") + len(words))
        yield Candidate(
            value=View(
                holder=" ".join(behind[group].split()),
                holder_span=Span(*behind.span(group)),
                claim=" ".join(words.split()),
                claim_span=claim,
            ),
            start=claim.start,
            end=behind.end(group),
            rule="position.quote",
            confidence=0.6,
        )


def _told(text: str, sentence: Span) -> Iterator[Candidate[View]]:
    """Yield what stands before "..., said Norland", at the end of a sentence."""
    behind = _INVERTED.search(text, sentence.start, sentence.end)
    if behind is None or _MARK.search(text, sentence.start, behind.start() + 1):
        return
    words = text[sentence.start : behind.start()]
    start = sentence.start + len(words) - len(words.lstrip(' “"'))
    claim = Span(start, behind.start())
    if len(claim.words(text).split()) < _FEWEST_WORDS:
        return
    yield Candidate(
        value=View(
            holder=" ".join(behind["holder"].split()),
            holder_span=Span(*behind.span("holder")),
            claim=" ".join(claim.words(text).split()),
            claim_span=claim,
        ),
        start=claim.start,
        end=behind.end("holder"),
        rule="position.told",
        confidence=0.55,
    )


_FEWEST_WORDS = 4
_MARK = re.compile(r"[”\"“»]")
_QUOTE = re.compile(r"[“\"„«]\s?(?P<claim>[^“”\"„«»]{15,600}?)\s?[”\"“»],?\s")
_VERB = any_of(
    "said", "says", "added", "adds", "told", "argued", "argues", "warned", "stated", "noted",
    "insisted", "declared", "explained", "erklärte", "erklärt", "sagte", "sagt", "betonte",
    "warnte", "forderte", "a déclaré", "a affirmé", "a dit", "a souligné", "a ajouté", "affirme",
    "déclare", "dijo", "afirmó", "señaló", "declaró", "advirtió", "aseguró", "subrayó", "sier",
    "sa", "fastslår", "mener", "understreker",
)  # fmt: skip
_NAME = (
    r"[^\W\d_a-zß-öø-ÿ][\w'’-]*(?: (?:(?:of|for|and|the|de|del|la|des|du|für|von|van) ){0,2}"
    r"[^\W\d_a-zß-öø-ÿ][\w'’-]*){0,7}"
)
_LEAD = (
    r"(?:(?:[Tt]he|la|le|les|el|der|die|das|l['’]) )?"
    r"(?:(?:[\w-]*[Mm]inist\w+|[\w-]*[Ss]precher(?:in)?|[\w-]*[Pp]räsident(?:in)?|"
    r"[Dd]irektor(?:in)?|"
    r"[Bb]otschafter(?:in)?|[Ss]taatssekretär(?:in)?|[\w-]*spokes\w+|porte-parole|portavoz|"
    r"[Aa]mbassad\w+|[Ee]mbajador\w*|[Dd]irect\w+|[Pp]resident\w*|[Pp]résident\w*|talsperson|"
    r"[Ss]tatsråd|[Mm]rs?\.?|[Mm]s\.?|[Dd]r\.?) )*"
)
_INVERTED = re.compile(
    r",\s(?:said|says|argued|warned|added|noted|stated|stressed|(?:a|ont) (?:également |aussi )?"
    r"(?:déclaré|estimé|affirmé|souligné|ajouté|dit|rappelé|indiqué|averti|regretté|noté|observé|"
    rf"plaidé|fait valoir|insisté|précisé)|afirmó|señaló|dijo|advirtió|subrayó|destacó)\s{_LEAD}"
    rf"(?P<holder>{_NAME})"
)
_BEHIND = re.compile(
    rf"(?:(?i:{_VERB})\s+{_LEAD}(?P<holder>{_NAME})|{_LEAD}(?P<first>{_NAME})\s+(?i:{_VERB})(?!\w))"
)
