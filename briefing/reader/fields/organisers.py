"""Who organises: the body that "invites", "is hosting" or that an event is "convened by"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields import days
from briefing.reader.fields.bodies import (
    HEAD_NOUN,
    TOGETHER_WITH,
    looks_like_body,
    parties,
    whole_name,
)
from briefing.reader.fields.names import Mention
from briefing.reader.fields.person_words import HONORIFIC, ROLE
from briefing.reader.lines import Span
from briefing.reader.vocabulary import EVENT_NOUN, any_of

_BY = Cue(
    any_of(
        r"(?:(?:co-?|jointly )?(?:organi[sz]ed|hosted|convened|arranged|launched|presented)|"
        r"brought to you|put together|initiated) (?:jointly )?by",
        r"(?:invited|offered|co-?sponsored|run|staged|curated|put on) (?:jointly )?by",
        r"(?:co-?)?(?:organi[sz]ed|hosted|run|convened) (?:jointly |together )?with",
        r"(?:an?|our) joint (?:\w+ ){1,3}with", r"(?:eine )?gemeinsame veranstaltung (?:von|der)",
        r"at the (?:initiative|invitation) of", r"organi[sz]ado por", r"convocado por",
        r"arrangeres (?:av|i samarbeid mellom)", "veranstaltet (?:vom|durch)",
        r"(?:co-?)?organisée?s? par", r"veranstaltet von", r"arrangert av",
        r"(?:gemeinsam )?(?:organisiert|ausgerichtet) (?:von|vom|durch)", r"auspiciado por",
        r"i regi av", r"(?:que|la|lo) (?:co)?organizan?", r"que convocan?",
        r"qu['’](?:co)?organisent?",
        r"(?:eine veranstaltung|ein gespräch|ein projekt|ein abend) (?:von|des|der)",
        r"(?:an event|a joint event|a project|a collaboration|an initiative|a production|"
        r"a conversation|a webinar|a partnership) (?:by|of|between)", r"co-?organized by",
        r"coorganizado por", r"på oppdrag (?:av|fra)", r"arrangeres av", r"samarbeid mellom",
        r"(?:une )?(?:initiative|journée|conférence) de", r"sous l['’]égide (?:de|du|des)",
        r"à l['’](?:initiative|invitation) (?:de|du|des)", r"por iniciativa de(?:l)?",
        r"auf einladung (?:von|des|der)", r"på initiativ (?:av|fra)", r"under the auspices of",
    )
    + r"\s*:?\s+",
)  # fmt: skip
_A_VIEW = r",?\s+(?:that|firm|(?:the|a|this|its) (?:\w+ ){0,2}(?:view|position|opinion|belief))\b"
"""What follows "holds" where it tells a view and no meeting."""
_DOES = Cue(
    any_of(
        r"(?:cordially |kindly |warmly |jointly )?invites?(?: you| all| delegations| interested)?",
        r"(?:is|are) (?:jointly |co-?)?(?:hosting|organi[sz]ing|convening|launching|holding)",
        r"(?:is|are) (?:pleased|happy|delighted|proud|honou?red) to (?:invite|announce|host|"
        r"launch|organi[sz]e|co-?host|convene|present|welcome)",
        r"(?:will |jointly |co-?)(?:will |jointly |co-?)*(?:host|organi[sz]e|convene|hold|launch)",
        r"(?:co-?)?(?:hosts|organi[sz]es|convenes)", rf"holds(?!{_A_VIEW})",
        r"look forward to welcoming",
        r"(?:is|are) (?:doing|running|offering|giving) (?:an?|our|the|its) "
        rf"(?:\w+ ){{0,2}}{EVENT_NOUN}",
        r"joins? forces", r"(?:is|are) (?:co-?)?presenting",
        r"(?:would like|wishes?|wants?) to invite", r"requests? the (?:pleasure|honou?r) of",
        r"(?:announces?|presents?) (?:the|its|a|an) (?:\w+ ){0,3}?(?=\w+)" + f"{EVENT_NOUN}",
        r"se réjouit de", r"se réjouissent de", r"vous (?:invitent?|convient?|propose(?:nt)?)",
        r"le invitan?", r"les invitan?", r"tienen? el gusto de", r"lädt|laden Sie",
        r"have the (?:pleasure|honou?r)(?: of| to) (?:invit\w+|host\w*)",
        r"has the (?:pleasure|honou?r)(?: of| to) (?:invit\w+|host\w*)",
        rf"offers? (?:you )?(?:\w+ ){{0,2}}{EVENT_NOUN}",
        r"will (?:also |jointly |once again )(?:host|organi[sz]e|convene|hold|launch)",
        r"invitan?", r"se complacen? en invitar",
        r"tienen? el (?:agrado|honor|placer) de invitar(?:le|les)?", r"organizan?", r"convocan?",
        r"inviterer", r"arrangerer", r"ønsker velkommen", r"(?:har gleden av|gleder seg over) å "
        r"(?:invitere|ønske)",
        r"(?:a|ont) (?:le plaisir|l['’]honneur) de vous (?:inviter|convier)", r"invite(?:nt)?",
        r"(?:co-?)?organise(?:nt)?",
        r"l(?:ädt|aden)(?=[^.\n]{0,200}\sein(?:\W|$))", r"veranstaltet", r"veranstalten",
        r"(?:freut|freuen) sich,? Sie",
    ),
)  # fmt: skip

_SUPPORT = re.compile(
    r"[,;]?\s+(?:with (?:the )?(?:\w+ ){0,2}support (?:of|from)|supported by|"
    r"sponsored by|"
    r"on the (?:occasion|margins|sidelines)|within|as part of|under the|and (?:is|will|touches|"
    r"follows|has|was|are)|in the (?:framework|margins|context)|"
    r"con el apoyo de|avec le (?:soutien|concours)|mit (?:freundlicher )?unterstützung|"
    r"gefördert|med støtte)(?!\w)",
    re.IGNORECASE,
)
_SUPPORTED = Cue(
    any_of(
        r"with (?:the )?(?:kind |generous |financial )?support (?:of|from)", "sponsored by",
        r"(?:kindly |generously )?supported by", r"con el apoyo de(?:l)?",
        r"avec le (?:soutien|concours) (?:de|du|des)", r"med støtte fra",
        r"mit (?:freundlicher )?unterstützung (?:von|der|des)", r"gefördert (?:von|durch)",
    )
    + r"\s+",
)  # fmt: skip
_ENDS_SUPPORT = re.compile(r"[.;\n]|,?\s(?:on|will|is|are|to|in|which|that|aims)\s")


def organisers(
    text: str, sentences: Sequence[Span], known: Sequence[Mention]
) -> Iterator[Candidate[str]]:
    """Yield who is said to organise, host, convene, invite or launch, in the sentences' order."""
    for sentence in sentences:
        found = (
            *_passive(text, sentence, known),
            *_active(text, sentence, known),
            *_inverted(text, sentence, known),
            *_joined(text, sentence, known),
            *_above(text, sentence, known),
            *_of_its_own(text, sentence, known),
        )
        bodies_of = (_without_office(one) for one in found)
        yield from (whole_name(text, one) for one in bodies_of if not _NO_BODY.match(one.value))


_OFFICE_OF = re.compile(
    r"(?:(?:Deputy|Executive|Founding|Acting|Special|Managing|Vice|Associate|Former|Permanent) )*"
    r"(?:Director(?:-General)?|President|Envoy|"
    r"Secretary[- ]General|Rector|Dean|CEO|Founder|Representative|Ambassador|Coordinator|"
    r"Directora?|Presidenta?|Direktor(?:in)?|Leiter(?:in)?|Direct(?:eur|rice)|Présidente?)"
    r"(?: for [A-Z][\w ]{2,40}?)? (?:of|at|del?|der|des|du) (?:the |la |l['’])?(?=[A-ZÀ-Þ])"
)
"""Whose office a body has been named with: "Director of the Net Forum"."""


def _without_office(found: Candidate[str]) -> Candidate[str]:
    office = _OFFICE_OF.match(found.value)
    if office is None or len(found.value) != found.end - found.start:
        return found
    body = found.value[office.end() :]
    is_one = looks_like_body(body)
    return replace(found, value=body, start=found.start + office.end()) if is_one else found


_NO_BODY = re.compile(
    rf"(?:{HONORIFIC}|(?:he|she|it|they|we|you|this|these|i|bitte|please|as|in|on|at|to|for|with|"
    r"within|under|following|ahead|une?|el|la|le|eine?|en|et|det|tengo|tenemos|nous|je|wir|ich|vi|jeg|yo|nosotros|hiermit|"
    r"this event|the event|rsvp|register|contact|tickets?|entry|admission|registration|venue|date|"
    r"join us|dear \w+|our \w+|your \w+|who|what|when|where|why|how)$|"
    rf"(?!.*{HEAD_NOUN})(?:[\w-]+ ){{0,3}}{ROLE.pattern})",
    re.IGNORECASE,
)
"""A person, a pronoun, or what somebody is: "Permanent Representative of Norland"."""


def _passive(text: str, sentence: Span, known: Sequence[Mention]) -> Iterator[Candidate[str]]:
    for by in islice(_BY.finditer(text, sentence.start, sentence.end), _MOST_IN_A_SENTENCE):
        end = min(sentence.end, by.end() + _LONGEST_LIST)
        told = Span(by.end(), reach(text, by.end(), end))
        yield from parties(text, told, known, "organiser.by")


_MOST_IN_A_SENTENCE, _LONGEST_LIST = 3, 600


def supporters(
    text: str, sentences: Sequence[Span], known: Sequence[Mention]
) -> Iterator[Candidate[str]]:
    """Yield who is said to support or sponsor an event."""
    for sentence in sentences:
        for by in islice(
            _SUPPORTED.finditer(text, sentence.start, sentence.end), _MOST_IN_A_SENTENCE
        ):
            end = min(sentence.end, by.end() + _LONGEST_LIST)
            stop = _ENDS_SUPPORT.search(text, by.end(), end)
            reach = Span(by.end(), stop.start() if stop else end)
            found = parties(text, reach, known, "partner.by")
            yield from (one for one in found if looks_like_body(one.value))


def reach(text: str, start: int, end: int) -> int:
    """Return where a list of organisers ends, before whoever supports them."""
    stop = _SUPPORT.search(text, start, end)
    return stop.start() if stop else end


_INVERTED = Cue(
    r"(?<!\w)(?:inviterer|arrangerer|lädt|laden|veranstaltet|veranstalten|organisent?|organizan?|"
    r"convocan?|invitan?)\s(?=(?:(?:die|das|der|le|la|les|el|los|las)\s|l['’])?[^\W\d_a-z])",
    flags=0,
)
_FIGURE = re.compile(r"\d")
_TIME_LEAD = re.compile(
    r"(?:På|I|Til|Før|Etter|Over|Nå|Am|Im|Zum|Zur|Vor|Nach|Au|Dès|En)\s(?:[\w-]+\s){1,3}$"
)
"""When it is, before a verb that its subject follows: "På nyåret inviterer"."""


def _inverted(text: str, sentence: Span, known: Sequence[Mention]) -> Iterator[Candidate[str]]:
    """Yield who stands behind the verb, in a sentence that begins with its day."""
    verb = _INVERTED.search(text, sentence.start, sentence.end)
    if verb is None:
        return
    is_led = _TIME_LEAD.match(text, sentence.start, verb.start()) is not None
    if is_led or _FIGURE.search(text, sentence.start, verb.start()):
        end = min(sentence.end, verb.end() + _LONGEST_LIST)
        stop = _TO_WHOM.search(text, verb.end(), end)
        told = Span(verb.end(), stop.start() if stop else end)
        yield from parties(text, told, known, "organiser.subject")


_JOIN = Cue(r"(?<!\w)[Jj]oin\s(?=(?:the\s)?[^\W\d_a-z])", flags=0)
_FOR_WHAT = re.compile(
    r"\s(?:for\s(?:an?|our|the|this|its|part|what)|on|at|in|as|to|and (?:learn|hear|discuss))\s"
)


def _joined(text: str, sentence: Span, known: Sequence[Mention]) -> Iterator[Candidate[str]]:
    """Yield whom one is asked to join: "Join the Cable Centre for a discussion"."""
    join = _JOIN.search(text, sentence.start, sentence.end)
    stop = _FOR_WHAT.search(text, join.end(), sentence.end) if join else None
    if join is not None and stop is not None:
        found = list(parties(text, Span(join.end(), stop.start()), known, "organiser.join"))
        if any(looks_like_body(one.value) for one in found):
            yield from found


def _above(text: str, sentence: Span, known: Sequence[Mention]) -> Iterator[Candidate[str]]:
    """Yield the bodies of the line above words that begin with a verb: "are pleased to invite"."""
    if _DOES.match(text, sentence.start, sentence.end) is None:
        return
    end = len(text[: sentence.start].rstrip()) if sentence.start < _FIRST_PART else 0
    start = text.rfind("\n", 0, end) + 1
    if text.count("\n", end, sentence.start) <= _BLANK_LINE and end - start <= _LONGEST_SUBJECT:
        found = list(parties(text, Span(start, end), known, "organiser.subject"))
        if all(looks_like_body(one.value) for one in found):
            yield from found


_FIRST_PART, _BLANK_LINE = 3_000, 2


def _of_its_own(text: str, sentence: Span, known: Sequence[Mention]) -> Iterator[Candidate[str]]:
    """Yield whose event a sentence says is held: "The Rope Academy's summer school runs"."""
    told = _WHOSE.match(text, sentence.start, sentence.end)
    if told is not None and looks_like_body(told["who"]):
        yield from parties(text, Span(*told.span("who")), known, "organiser.subject")


_WHOSE = re.compile(
    r"(?:The |Our |[^.:\n]{3,80}\n)?(?P<who>[^\W\d_a-z][\w-]*(?: (?:(?:of|for|on|and|the) ){0,2}"
    r"[^\W\d_a-z][\w-]*){0,6})(?:['’]s|(?<=s)['’]) (?:[\w-]+ ){0,3}?"
    rf"{EVENT_NOUN} (?:runs|takes place|is held|will|opens|starts|begins|returns|is (?:on|open))\b"
)
_TO_WHOM = re.compile(r"\s(?:til|zu[rm]?|ein|une?|en|à|al?|Sie|alle|interesserte)\s")
_RELATIVE = re.compile(
    r"(?:which|that) (?P<who>(?:the )?[^\W\d_a-z][^,.;:\n]{2,160}?)\s(?:will|is|are|has|have)\s"
    r"(?:\w+ ){0,2}?(?:host|organi[sz]|conven)(?:e|ed|ing)?(?!\w)"
)
_LEAD_CLAUSE = re.compile(
    r"(?:As part|In the (?:framework|context|margins)|On the (?:margins|occasion|sidelines)|Within|"
    r"Following|Ahead|Under|To (?:mark|launch|celebrate)|In (?:cooperation|collaboration|"
    r"partnership|conjunction|view|light|response)|After|Building on|Dans le cadre|À l['’]occasion|"
    r"En el marco|Con motivo|Im Rahmen|Anlässlich|I forbindelse|Som (?:en )?del)\s[^,\n]{3,160},\s"
    r"|[^:.,\n]{1,30}:\s"
)
"""What stands before who invites: "As part of the Net Week, "."""
_LONGEST_LEAD_TO_DAY = 8
_GAP = re.compile(r"[\s,–—-]*")
_LEAD_TO_DAY = re.compile(r"(?:On|Then, on|Am|Le|El|Den|The)\s(?:[\w’']+,?\s){0,4}(?=\S)")
_WHOM = re.compile(
    r"\s(?:them|you|everyone|usted(?:es)?|Sie)(?=,?\s)"
    r"|\s(?:(?:all|other|interested) ){0,2}\w{4,}(?=,\s)"
)
_TO_WHAT = re.compile(r"\s(?:to|til|al?|zum?|à|aux?)\s", re.IGNORECASE)
_LONGEST_SUBJECT = 400
_ON_BEHALF = re.compile(
    r"(?:on behalf of|im namen|au nom d|en nombre de|på vegne av|together|at |hier )", re.IGNORECASE
)
_PRONOUN = re.compile(r"(?<!\w)(?:we|vi|nous|wir|I|jeg|ich|je|yo)\s$", re.IGNORECASE)


def _active(text: str, sentence: Span, known: Sequence[Mention]) -> Iterator[Candidate[str]]:
    end = min(sentence.end, sentence.start + _LONGEST_SUBJECT)
    does = _DOES.search(text, sentence.start, end)
    if does is None or does.start() == sentence.start:
        return
    if _TIME_LEAD.match(text, sentence.start, does.start()):
        return
    clause = _LEAD_CLAUSE.match(text, sentence.start, does.start())
    if clause is not None:
        sentence = Span(clause.end(), sentence.end)
    lead = _LEAD_TO_DAY.match(text, sentence.start, does.start())
    first = lead.end() if lead else sentence.start + _LONGEST_LEAD_TO_DAY
    relative = _RELATIVE.search(text, sentence.start, sentence.end)
    if relative is not None:
        yield from parties(text, Span(*relative.span("who")), known, "organiser.subject")
        return
    is_of_writer = _PRONOUN.search(text, max(sentence.start, does.start() - 8), does.start())
    if is_of_writer and not _ON_BEHALF.match(text, sentence.start):
        return
    dated = [d for d in days.find(text, sentence.start, does.start()) if d.start <= first]
    behind = _GAP.match(text, dated[-1].end, does.start()) if dated else None
    subject = Span(behind.end() if behind else sentence.start, does.start())
    found = list(parties(text, subject, known, "organiser.subject"))
    yield from found
    whom = _WHOM.match(text, does.end(), sentence.end)
    together = TOGETHER_WITH.match(text, whom.end() if whom else does.end(), sentence.end)
    if found and together:
        stop = _TO_WHAT.search(text, together.end(), sentence.end)
        partners = Span(together.end(), stop.start() if stop else sentence.end)
        yield from parties(text, partners, known, "organiser.with")
