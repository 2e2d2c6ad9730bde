"""Who gets in: access, and whether a building pass is needed besides."""

from collections.abc import Sequence

from briefing.model import Access
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.lines import Span
from briefing.reader.vocabulary import EVENT_NOUN, any_of

_ACCESS: tuple[tuple[Cue, Access], ...] = tuple(
    (Cue(pattern), access)
    for pattern, access in (
        (
            any_of(
                r"invit(?:e|ation)[- ]only", r"by (?:\w+ )?invitation(?: only)?",
                r"(?:by|upon) nomination(?: only)?",
                rf"(?:closed|private|closed-door) (?:{EVENT_NOUN})",
                r"(?:members|invited (?:guests|participants|experts))(?: and invited guests)? only",
                r"(?:kept|reserved) for (?:members|invited)", r"sólo por invitación",
                r"solo con invitación",
                r"por invitación", r"kun (?:for )?inviterte", r"sur invitation",
                r"nur (?:auf|mit) (?:persönlicher )?einladung", r"für geladene gäste",
                r"etter invitasjon", r"réservée? aux (?:invités|membres)", r"invitados únicamente",
                r"geschlossene veranstaltung", r"lukket (?:møte|arrangement)",
                r"invitees only", r"personal invitation", r"not transferable",
            ),
            Access.INVITATION,
        ),
        (
            any_of(
                r"accredit(?:ed|ation) (?:\w+ )?(?:is |are )?(?:required|only|needed)",
                r"open to accredited",
                r"(?:only|restricted to) accredited",
                r"accredited (?:stakeholders|organi[sz]ations|participants) (?:may|can)",
                r"accredited (?:\w+ ){0,2}only", r"only (?:for )?accredited",
                r"(?:reserved for|limited to) accredited", r"accréditations? (?:\w+ )?"
                r"(?:requise|obligatoire|nécessaire)s?", r"réservée? aux \w+ accrédité\w*",
                r"(?:solo|únicamente|exclusivamente) (?:para )?(?:\w+ )?acreditad[oa]s",
                r"nur (?:für )?akkreditierte\w*", r"kun (?:for )?akkrediterte",
                r"delegations? only", r"member states only",
            ),
            Access.ACCREDITED,
        ),
        (
            any_of(
                r"regist(?:er|ration)(?! and coffee| desk| opens at)", r"rsvp", r"sign up",
                r"fill in (?:the|this) form",
                r"inscripci(?:ón|ones)", r"inscríbase", r"registro", r"påmelding", r"meld deg på",
                r"inscription", r"inscrivez-vous", r"previa inscripción", r"confirmar (?:su )?"
                r"asistencia", r"confirmer (?:votre )?(?:présence|participation)",
                r"s'inscrire", r"anmeldung", r"anmelden",
                r"confirm your (?:place|attendance|participation)",
                r"(?:wish|like|want) to (?:participate|attend|join), please (?:write|e-?mail|"
                r"contact)",
            ),
            Access.REGISTRATION,
        ),
        (
            any_of(
                r"open to (?:the public|all|everyone|any)", r"free and open",
                r"public (?:event|lecture)",
                r"no registration", r"all (?:are|is) welcome", r"åpen for alle",
                r"åpent for alle", r"abiert[oa] al público",
                r"ouverte? (?:à tous|à toutes et à tous|au public)", r"entrée libre",
                r"offen für alle", r"eintritt (?:ist )?frei", r"öffentliche? veranstaltung",
                r"entrada (?:libre|gratuita)", r"abiert[oa] a tod[oa]s", r"gratis adgang",
                r"admission (?:is )?free", r"free (?:admission|entry|of charge)", r"all welcome",
            ),
            Access.OPEN,
        ),
    )
)  # fmt: skip
"""The narrowest first: what is by invitation is so whatever else the page says of registering."""


def access(text: str, spans: Sequence[Span]) -> Candidate[Access] | None:
    """Return who gets in, as the words of some stretches say it."""
    for pattern, value in _ACCESS:
        matches = (pattern.search(text, span.start, span.end) for span in spans)
        found = next((match for match in matches if match), None)
        if found:
            return Candidate(
                value=value,
                start=found.start(),
                end=found.end(),
                rule="access.words",
                confidence=0.8,
            )
    return None


_NO_PASS = Cue(
    r"(?<!\w)(?:not|unable|cannot|can't)(?!\w)[^.!?\n]{0,60}?"
    r"(?:facilitate|provide|arrange|issue|assist|help|sponsor|support)[^.!?\n]{0,60}?"
    r"(?:passe?s?|badges?|accreditation|access)(?!\w)[^.!?\n]{0,40}",
)
_PASS = Cue(
    r"(?<!\w)(?:valid|must (?:hold|have|carry)|need(?:s|ed)?|requires?|required|"
    r"holders? of|with)\s"
    r"(?:(?:a|an|the|valid|UN|grounds?|building|access)\s){0,5}(?:grounds? pass(?:es)?|"
    r"UN pass(?:es)?|badges?|building pass(?:es)?)"
    r"[^.!?\n]{0,60}",
)


_PASS_FIRST = Cue(
    r"(?<!\w)(?:(?:(?:UN |valid )?grounds? pass(?:es)?|UN (?:pass(?:es)?|badges?)|"
    r"building pass(?:es)?|badges?|laissez-passer|pase de la ONU)\s"
    r"(?:(?:is|are|will be|sera|será)\s)?"
    r"(?:needed|required|mandatory|necessary|obligatory|compulsory|obligatoire|requis|necesario)"
    r"|(?:bring|wear|show|have) (?:your|a|their) (?:UN )?(?:badge|grounds? pass)(?!\w)"
    r"|sans badge|munis? d['’]un badge|sin credencial)",
)
_LONGEST_BEFORE = 120


def pass_needed(text: str, span: Span) -> Candidate[bool] | None:
    """Return True where the page says that a building pass must be had besides."""
    for pattern, rule in (
        (_NO_PASS, "pass.not-provided"),
        (_PASS, "pass.needed"),
        (_PASS_FIRST, "pass.needed"),
    ):
        found = pattern.search(text, span.start, span.end)
        if found:
            start = _start_of_sentence(text, span.start, found.start())
            return Candidate(value=True, start=start, end=found.end(), rule=rule, confidence=0.85)
    return None


def _start_of_sentence(text: str, first: int, end: int) -> int:
    before = text[max(first, end - _LONGEST_BEFORE) : end]
    cut = max(before.rfind(stop) for stop in ".!?\n") + 1
    spaces = len(before[cut:]) - len(before[cut:].lstrip())
    return end - len(before) + cut + spaces
