"""What a speaker asks for in a list: "We call on States to:", with a line for each thing."""

import re

from briefing.reader.candidate import Candidate
from briefing.reader.fields.own_words import NEGATED
from briefing.reader.fields.view import View
from briefing.reader.fields.view_words import FIRST_PERSON
from briefing.reader.lines import Span


def asks(text: str, sentence: Span, voice: Span | None) -> Span | None:
    """Return the "we" of a sentence that ends in what is asked for below, one by one."""
    if voice is None or _OPENS.search(text, sentence.start, sentence.end) is None:
        return None
    last = max(sentence.start, sentence.end - _LONGEST)
    for found in _ASKS.finditer(text, last, sentence.end):
        group = next(name for name in ("we", "body", "dropped") if found[name])
        if group != "body" or _is_voice(text, found["body"], voice):
            return Span(*found.span(group))
    return None


def asked(text: str, sentence: Span, voice: Span, we: Span) -> Candidate[View] | None:
    """Return what one line of such a list asks for; None where a line is none of it."""
    that = _THAT.match(text, sentence.start, sentence.end)
    row = text.rfind("\n", 0, sentence.start) + 1
    if that is None and _MARK.fullmatch(text, row, sentence.start) is None:
        return None
    start = that.end() if that else sentence.start
    words = _AND.sub("", text[start : sentence.end].rstrip(" .,;:!"))
    if len(words.split()) < _FEWEST:
        return None
    claim = Span(start, start + len(words))
    return Candidate(
        value=View(
            holder=" ".join(voice.words(text).split()),
            holder_span=voice,
            claim=" ".join(words.split()),
            claim_span=claim,
            spoken=we,
            negated=bool(NEGATED.search(words)),
        ),
        start=claim.start,
        end=claim.end,
        rule="position.listed",
        confidence=0.55,
    )


def _is_voice(text: str, body: str, voice: Span) -> bool:
    """Return whether words mean the speaker: its name, or the beginning or the end of it."""
    said, called = body.casefold(), " ".join(voice.words(text).casefold().split())
    return called.startswith(said) or called.endswith(said)


_LONGEST, _FEWEST = 240, 3
_OPENS = re.compile(r":\W{0,3}$|\s(?:things|choses|demandes|cosas|peticiones)\.$", re.IGNORECASE)
_VERB = (
    r"(?:call|urge|ask|recommend|propose|demand|request|invite|encourage|suggest|want|pledge|commit|"
    r"undertake|demand|propos|recommand|exig|souhait|appel|invit|engag|préconis|plaid|pedimos|pide|"
    r"propone|recom[ie]|solicit|exig|inst[ao]|exhort|llama|compromet|forder|empfehl|schlag|verlang|"
    r"krev|foreslå|anbefal|oppfordr|ber )"
)
_ASKS = re.compile(
    rf"(?<!\w)(?:(?P<we>{FIRST_PERSON})|(?:the |le |la |les |el |los |die |der |das |l['’])?"
    r"(?-i:(?P<body>[^\W\d_a-zß-öø-ÿ][\w'’-]*"
    r"(?: (?:(?:of|de|des|du|del|la|for) )?[\w'’-]+){0,6}?)))"
    r"(?: (?:also|therefore|further|thus|donc|aussi|également|por tanto|daher|derfor|nous|se))?"
    rf" {_VERB}|(?<!\w)(?P<dropped>(?:pedimos|proponemos|exigimos|solicitamos|recomendamos|"
    r"instamos|exhortamos|llamamos))(?!\w)",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s*(?:[-*•–‣◦]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+", re.IGNORECASE)
_THAT = re.compile(r"(?:et |and |y )?(?=qu(?:e\s|['’])|that\s)", re.IGNORECASE)
_AND = re.compile(r"[;,]?\s(?:and|et|y|und|og)$")
