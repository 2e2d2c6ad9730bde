"""The words by which announcements say what is what, in the languages that the field writes."""

import re

from briefing.model import EventKind


def any_of(*words: str) -> str:
    """Return a pattern for any of some words or patterns, as a whole word, the longest first."""
    return rf"(?<!\w)(?:{'|'.join(sorted(words, key=len, reverse=True))})(?!\w)"


EVENT_NOUNS: dict[EventKind, tuple[str, ...]] = {
    EventKind.SIDE_EVENT: (r"side[- ]?events?", "eventos? paralelos?", "sidearrangement(?:er)?"),
    EventKind.WEBINAR: ("webinars?", "webinarios?", "webinaire", "seminario virtual",
    "nettseminar"),
    EventKind.WORKSHOP: ("workshops?", "taller(?:es)?", "ateliers?", "verksted", "arbeidsverksted"),
    EventKind.OPEN_FORUM: ("open forum", "foro abierto", "forum ouvert"),
    EventKind.CONSULTATION: (r"(?:open )?consultations?", "consultas?", "høring(?:smøte)?"),
    EventKind.LAUNCH: (r"(?:report |book )?launch(?:es)?", "lansering", "lanzamiento", "lancement"),
    EventKind.TRAINING: ("trainings?", "courses?", "clinic", "bootcamp", "table-?top", "kurs"),
    EventKind.CONFERENCE: (
        "conferences?", "conferencia", "konferansen?", "konferenz", "conférence", "summit",
        "cumbre",
        "forum", "congress",
    ),
    EventKind.SEMINAR: (
        r"\w*seminar(?:et|s)?", "seminarios?", "séminaire", "lectures?", "symposium", "foredrag",
        "colloque", "breakfast", "luncheon",
    ),
    EventKind.MEETING: (
        "meetings?", "reunión", "réunion", r"\w*møte(?:t)?", "briefings?", "round[- ]?tables?",
        "mesa redonda", "table ronde", "rundebord", "town ?hall", "panel(?: discussion)?",
        "dialogues?", "discussion", "talks?", "conversation", "exchange", "reception",
    ),
    EventKind.SESSION: ("sessions?", "sesión", "økt", "séance"),
    EventKind.OTHER: (
        "event", "evento", "arrangement(?:et)?", "événement", "veranstaltung", "gathering",
    ),
}  # fmt: skip
"""What gatherings are called; the first kind that a title has a word for is its kind."""

EVENT_NOUN = any_of(*(word for words in EVENT_NOUNS.values() for word in words))

INVITES = any_of(
    r"(?:cordially |kindly |warmly )?invit(?:es?|ed?|ing)(?! to (?:submit|comment))",
    "invitation to",
    "join us", "please join", "we look forward to welcoming", "register (?:here|now|by|at|for)",
    "please register", "sign up", "rsvp", "save the date", "will take place", "takes? place",
    "will be held", "is held", "to be held", "being held", "is (?:pleased|happy|delighted) to",
    "are (?:pleased|happy|delighted) to", "is hosting", "are hosting", "hosted by", "convened by",
    "organi[sz]ed by", "registrations? (?:is|are) (?:now )?open",
    "invitan?", "tendrá lugar", "se celebrará", "se realizará", "inscripci(?:ón|ones)",
    "inviterer", "arrangerer", "finner sted", "påmelding", "innledere", "velkommen til",
    "a le plaisir", "ont le plaisir", "aura lieu", "se tiendra", "inscription", "laden ein",
    "lädt ein", "findet statt", "anmeldung", "runs? from",
    "(?:is|are) (?:taking place|being held)", "held (?:in|at|on|from)",
    "registration (?:has opened|is now open)", "moderated by", "ordstyrer", "gjester",
    "se llevará a cabo", "tendrán lugar", "se llevó a cabo", "took place", "was held",
)  # fmt: skip
"""What only something that one can go to is announced with."""

SECTION_END = re.compile(
    r"(?:related (?:content|events?|articles?|links?|publications?|documents?|news)|"
    r"you (?:may|might) also (?:like|be interested in)|read (?:more|next|also)|more (?:on|"
    r"from) .{0,40}|"
    r"further reading|latest (?:news|posts?|articles?)|recent posts|"
    r"contenido relacionado|relatert(?: innhold)?|les også|lire aussi|about (?:the )?author)[:.]?",
    re.IGNORECASE,
)
"""Headings under which a page speaks of other things than its event."""

ALSO = re.compile(
    r"(?:also of interest|(?:other )?upcoming events?|other events?|further events?|more events?|"
    r"coming (?:up|events)|next events?|mark your calendars?|other dates|"
    r"otros eventos|también (?:le puede interesar|de interés)|andre arrangement(?:er)?|"
    r"à venir|autres événements|weitere veranstaltungen)[:.]?",
    re.IGNORECASE,
)
"""Headings under which a page announces other events."""

CHROME = re.compile(
    r"(?:skip to .{1,30}|menu|home|inicio|hjem|accueil|search|quick links?|log ?in|sign ?in|"
    r"my account|"
    r"about(?: us)?|contact(?: us)?|privacy(?: policy| notice)?|cookies?(?: policy)?|imprint|"
    r"impressum|"
    r"accessibility|terms(?: (?:of use|and conditions))?|site ?map|newsletter|subscribe.{0,40}|"
    r"follow us.{0,40}|share(?: this.{0,20})?|add to (?:my )?calendar|print|back(?: to .{1,40})?|"
    r"clear all|tags?|filters?|showing \d.{0,40}|show more|load more|"
    r"view (?:all|more)|"
    r"past events?|upcoming|faq|members?|publications?|join|media enquiries|"
    r"all rights reserved.{0,60}|"
    r"next|previous|page \d+.{0,20}|©.{0,120}|copyright.{0,120}|donate|english|español|français|"
    r"topics?|research|experts?|events?|membership|news|podcasts?|follow|register now|"
    r"more info(?:rmation)?|"
    r"learn more|download.{0,40}|\d+ (?:min(?:utes?)? read|views|"
    r"shares|comments))",
    re.IGNORECASE,
)
"""Lines that belong to the page and not to what it announces, matched whole."""

POSTED = re.compile(
    r"(?:posted|published|updated|last (?:updated|modified)|date (?:posted|published)|"
    r"(?:sist )?(?:publisert|oppdatert|endret)|"
    r"(?:fecha de publicación|última actualización|publicado|actualizado)|"
    r"(?:date de publication|dernière mise à jour|mise? (?:à jour|en ligne)|publiée?)|"
    r"(?:zuletzt )?(?:veröffentlicht|aktualisiert|geändert)|stand:|erstellt am|"
    r"by\b|explainer|article|blog|report|podcast|news|opinion|analysis|"
    r"commentary|expert comment|research paper|briefing paper|press release|comunicado|video|"
    r"\d+ min)",
    re.IGNORECASE,
)
"""What a line with a day begins with where the day is one of publishing."""
