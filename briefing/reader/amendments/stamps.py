"""The day of a note itself, which is that of no event: "Rope Institute, 21 October 2026"."""

import datetime as dt
import re

from briefing.reader.amendments.parts import parted
from briefing.reader.fields import dates
from briefing.reader.fields.calendar_words import WEEKDAY
from briefing.reader.fields.years import DateContext
from briefing.reader.vocabulary import any_of

_BEFORE = 120
_SAYS_SO = re.compile(
    r"(?:(?:announcement|letter|e-?mail|message|invitation|note|notice|schreiben|einladung|mail"
    r"|courrier|carta|correo|invitación|brev|e-post) (?:of|from|dated|vom|du|del?|av)"
    r"|(?:announced|sent|wrote|written|informed you|told you) on)(?: (?:the|den|le|el))?\s$"
    r"|(?:^|\n|[(\[]|[.!?]\s)\W{0,3}(?:(?:last )?updated?|as of|as at|dated|issued|posted|sent"
    r"|published|amended|stand|per|oppdatert|publisert|sendt|mis(?:e )? à jour|publié"
    r"|actualizad[oa]|publicado|aktualisiert|veröffentlicht)(?: (?:on|the|am|vom|le|du|el|den))?"
    r"[\s(:,–-]{0,4}$",
    re.IGNORECASE,
)
"""What stands before such a day: "UPDATE (9 July)", "in our letter of"."""
_NOTE = any_of(
    "notice", "note", "updates?", "corrections?", "corrigendum", "erratum", "news", "change",
    "hinweis", "mitteilung", "änderung", "korrektur", "aktualisierung", "avis", "rectificatif",
    "mise à jour", "changement", "avisos?", "nota", "corrección", "cambio", "actualización",
    "merk", "melding", "rettelse", "endring", "oppdatering", "achtung", "attention",
)  # fmt: skip
_HEADED = re.compile(
    rf"(?:^|\n)\W{{0,4}}(?:[\w-]{{1,20}} ){{0,2}}{_NOTE}"
    r"(?:\s?[(\[,–—-]{1,2}\s?|\s)(?:(?:of|vom|du|del|av)\s)?$",
    re.IGNORECASE,
)
_BEHIND_HEAD = re.compile(r"\s?[)\]:–—-]")
_GREETING = any_of(
    "best", "kind", "warm", "with", "many", "thanks", "regards", "greetings", "yours", "sincerely",
    "med", "vennlig", "beste", "hilsen", "mvh", "mit", "freundlichen", "besten", "grüßen", "ihre?",
    "ihr", "votre", "cordialement", "bien", "saludos", "cordiales", "un", "saludo", "atentamente",
    "the", "le", "la", "les", "el", "los", "las", "der", "die", "das", "for", "pour", "für", "por",
)  # fmt: skip
_SIGNED = re.compile(
    rf"(?:^|\n|[.!?;]\s)\W{{0,3}}(?:(?i:{_GREETING})[,\s]{{1,2}}){{0,4}}(?!(?i:{WEEKDAY})\b)"
    r"(?:[^\W\d_a-z][^\s,.;:!?]{0,30}\s|(?:of|for|and|og|de|des|du|del|y|et|und|i|events)\s){0,8}"
    r"(?:[^\W\d_a-z][^\s,.;:!?]{0,30}|team(?:et)?|[sS]e[ck]retar\w{1,8}|équipe)"
    r"\s?(?:,|[–—-]|\n)\s?(?:(?:den|le|el|am|on)\s)?$"
)
"""What stands before the day of a note at its end: who it is from, with a greeting or none."""
_ALONE = re.compile(r"[.!?]\s{1,3}\W{0,3}$")
"""What stands before a day that is all that the last words say."""
_ENDS = re.compile(r"[\s.)\]*_]*")


def written_on(text: str, context: DateContext) -> tuple[dt.date, ...]:
    """Return the days with a year on which a note says that it was written."""
    own = parted(text).own
    found = dates.find(text, own[0].start, own[-1].end, context=context) if own else ()
    days = (
        one.value.date
        for one in found
        if is_stamp(text, max(own[0].start, one.start - _BEFORE), one.start, one.end)
    )
    return tuple(day for day in days if day is not None)


def is_stamp(text: str, low: int, start: int, end: int) -> bool:
    """Return whether a date, from `start` to `end`, is the day on which its note was written.

    `low` is where the words before it may begin: those of its sentence.
    """
    if _SAYS_SO.search(text, low, start):
        return True
    before = max(0, start - _BEFORE)
    if _HEADED.search(text, before, start) and _BEHIND_HEAD.match(text, end):
        return True
    own = parted(text).own
    is_last = bool(own) and start < own[-1].end
    is_last = is_last and _ENDS.fullmatch(text, end, max(end, own[-1].end)) is not None
    if not is_last:
        return False
    return bool(_SIGNED.search(text, before, start) or _ALONE.search(text, before, start))
