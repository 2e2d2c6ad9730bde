"""Questions that no event puts up: to the reader, to one person, of a form, about the arrangements.

A row is a language; every word is a pattern, matched as whole words in any case.
"""

import re

from briefing.reader.cues import Cue
from briefing.reader.vocabulary import any_of

_ARRANGED = (
    r"webcast|live-?stream\w*|streamed|streaming|recorded|recordings?|link|zoom|teams|webex|"
    r"parking|fees?|for free|free of charge|cost|lunch|coffee|food|breakfast|drinks|badges?|pass"
    r"|passes|tickets?|dress code|certificates?|interpretation|interpreted|visas?|hotel|slides|"
    r"concept note|agenda|programme|registration|register|sign up|going|coming|attending|joining|"
    r"available|accessible|cancelled|online|hybrid|in person|remote(?:ly)?|places left|seats left"
)
_TURNED_TO = (
    r"it|there|this|that|the (?:event|meeting|session|webinar|side event|talk|panel|seminar|"
    r"workshop|conference|recording|link|room|venue|building|programme|agenda)|they|we|anyone|"
    r"anybody|everyone|participation|attendance|registration|parking|lunch|breakfast|remote access"
)

_ABOUT_ARRANGEMENTS: dict[str, tuple[str, ...]] = {
    "en": (
        rf"(?:is|are|will|was|does|do|can|has|have) (?:{_TURNED_TO})(?: [\w’'-]+){{0,6}}? "
        rf"(?:{_ARRANGED})",
        r"(?:do|can|may|must|should|shall|will|am|could|did|have) I",
        r"(?:how|where|when|what|why|which \w+) (?:do|can|may|must|should|will|am|if) I",
        r"who(?:['’]s|s| is| else is| will be) (?:going|coming|in|attending|joining|free)",
        r"any(?:one|body) (?:going|coming|else|free|know|up for)", r"which \w+ would you prefer",
        r"(?:can|could|may|shall) we (?:share|use|contact|keep|bring|add|publish|take your)",
        r"have you (?:taken|attended|been|ever|already|previously|registered|heard|seen|read)",
        r"any (?:dietary|special|access|further|other|accessibility|questions?|comments?|queries)",
        r"(?:what|when|where) (?:time )?(?:is|are) (?:it|this|the (?:room|venue|link|event))"
        r"(?: (?:on|again|held|start\w*))?(?=\W*$)",
    ),
    "fr": (
        r"(?:puis|dois|pourrai|devrai|vais)-je", r"est-ce que je",
        r"(?:y a-t-il|y aura-t-il|avons-nous|est-ce|sera-ce|a-t-on) (?:\w+ ){0,4}"
        r"(?:retransmi\w+|enregistr\w+|lien|badge|parking|repas|visio\w*|zoom|traduction|"
        r"interprétation|note conceptuelle)",
        r"qui (?:y va|vient|y sera)",
    ),
    "es": (
        r"(?:puedo|debo|tengo que|necesito)", r"quién (?:va|viene|se apunta)",
        r"(?:hay|habrá|será|se va a|tenemos|va a haber) (?:\w+ ){0,4}(?:enlace|transmi\w+|grab\w+|"
        r"zoom|credencial|estacionamiento|comida|traducción|interpretación|certificado|constancia)",
    ),
    "de": (
        r"(?:kann|muss|darf|soll|werde) ich", r"wer (?:geht|kommt)(?: \w+)?(?=\W*$)",
        r"(?:gibt es|haben wir|wird (?:es|das|die \w+)) (?:\w+ ){0,4}(?:link|stream|gestreamt|"
        r"übertragen|übertragung|aufgezeichnet|aufzeichnung|parkpl\w+|dolmetsch\w*|zoom)",
    ),
    "no": (
        r"(?:kan|må|skal|bør|får) jeg", r"hvem (?:går|kommer|skal)(?: \w+)?(?=\W*$)",
        r"(?:blir|er|strømmes|finnes|har vi) (?:det|møtet|vi|den)? ?(?:\w+ ){0,4}(?:strøm\w*|opptak"
        r"|lenke|zoom|parkering|tolk\w*|servering)",
    ),
}  # fmt: skip
"""What somebody asks who wants to come, and what a page of answers is made of."""

_CALLS: dict[str, tuple[str, ...]] = {
    "en": (
        r"(?:can['’]?t|cannot|can not|couldn['’]?t|unable to|not able to) (?:\w+ )?(?:make|attend|"
        r"join|come|be there|wait)", r"did you (?:miss|know|enjoy|like)", r"missed (?:it|us|the)",
        r"(?:looking for|want|need|curious|trouble|problems?|new to|still) (?:to|a|an|more|help|"
        r"with|about|here|us|undecided|unsure)", r"got (?:a|any|questions?)", r"what['’]?s new",
        r"what next", r"who are we", r"why (?:attend|join|register|come)", r"sounds? (?:good|"
        r"interesting)", r"(?:enjoyed|liked) ",
    ),
    "fr": (r"(?:empêché|absent|intéressée?s?|un problème|des problèmes|besoin)(?: \w+)*",
           r"(?:vous avez|vous êtes|envie) "),
    "es": (r"(?:problemas|dudas|consultas)(?: \w+)*",
           r"(?:no puede|no puedes|se (?:lo|la) perdió)"),
    "de": (
        r"(?:interesse|probleme|verpasst|verhindert|neugierig)(?: \w+)*", r"keine zeit",
        r"(?:haben|sind|möchten|können|wollen|brauchen|suchen|kennen|waren) sie\b",
    ),
    "no": (r"(?:interessert|problemer|nysgjerrig|forhindret|gikk du glipp)(?: \w+)*",
           r"kan (?:du )?ikke komme"),
}  # fmt: skip
"""What a line begins with that wants its reader to do something."""

_OF_THE_ROOM = (
    r"(?-i:[A-ZÀ-Þ]\w+), (?:can|could|would|will|kan|kannst|könntest|peux|pouvez|puedes?|"
    r"podrías?)-? ?(?:you|du|sie|vous|tu)?\b",
    r"(?:can|could) (?:every\w+|you|any\w+|people) (?:all )?hear (?:me|us)",
    r"(?:can|may|might|could) I (?:have|ask|remind|suggest|invite|request|take|propose)\b",
)
"""What is asked of one person, or of those in the room."""

_ARRANGEMENTS = Cue(any_of(*(word for row in _ABOUT_ARRANGEMENTS.values() for word in row)))
_CALL = re.compile(
    rf"\W*(?:{'|'.join(word for row in _CALLS.values() for word in row)})", re.IGNORECASE
)
_TO_SOMEBODY = re.compile("|".join(_OF_THE_ROOM), re.IGNORECASE)
_MOST_WORDS = 16
_LEAD = re.compile(
    r"(?:\W|(?:and|so|ok|okay|also|but|then|und|og|hi|hello|just|btw)\b)*", re.IGNORECASE
)
_FIELD = re.compile(
    r"\s*(?:\[\s?[xX✓]?\s?\]|_{3,}|☐|□|○|\.{4,}|…{2,}|\(\s\)|\(?(?:y/n|yes\s?/\s?no|ja\s?/\s?nei|"
    r"ja\s?/\s?nein|oui\s?/\s?non|s[ií]\s?/\s?no)\b)",
    re.IGNORECASE,
)
"""What stands behind a question of a form, for its answer."""


def is_trap(words: str) -> bool:
    """Return whether a question is about the arrangements, or to a reader or to one person."""
    if _TO_SOMEBODY.match(words):
        return True
    if len(words.split()) > _MOST_WORDS:
        return False
    lead = _LEAD.match(words)
    said = words[lead.end() :] if lead else words
    return bool(_CALL.match(said) or _ARRANGEMENTS.match(said))


def is_of_a_form(text: str, end: int) -> bool:
    """Return whether an answer is to be filled in behind a question that ends there."""
    return _FIELD.match(text, end) is not None
