"""The words by which announcements say what is what, in the languages that the field writes."""

import re

from briefing.model import EventKind
from briefing.reader import event_words
from briefing.reader.cues import Cue
from briefing.reader.fields.spelled import grouped


def any_of(*words: str) -> str:
    """Return a pattern for any of some words or patterns, as a whole word, the longest first."""
    return rf"(?<!\w)(?:{grouped(sorted(words, key=len, reverse=True))})(?!\w)"


EVENT_NOUNS: dict[EventKind, tuple[str, ...]] = {
    kind: tuple(word for nouns in event_words.NOUNS.values() for word in nouns.get(kind, ()))
    for kind in event_words.ORDER
}
"""What gatherings are called in any language; the first kind that a title names is its kind."""

EVENT_NOUN = any_of(*(word for words in EVENT_NOUNS.values() for word in words))
NAMES_EVENT = Cue(EVENT_NOUN)

INVITES = any_of(*(word for row in event_words.INVITATIONS.values() for word in row))
INVITING = Cue(INVITES)
"""What only something that one can go to is announced with."""

NUMBERED = (
    any_of(*(word for row in event_words.PARTS.values() for word in row))
    + r"\s?#?(?:\d{1,2}(?:\s?(?:of|/|de|von|av|sur)\s?\d{1,2})?|[IVX]{1,4})(?!\w)"
)
"""Which one of a series: "Session 2", "Webinar 3 of 4"."""

SECTION_END = re.compile(
    r"(?:related(?: (?:content|articles?|links?|publications?|documents?|news|items))?|"
    r"more on this (?:story|topic|subject)|most read|popular|trending|"
    r"you (?:may|might) also (?:like|be interested in)|read (?:more|next|also)|more (?:on|"
    r"from) .{0,40}|"
    r"further reading|latest (?:news|posts?|articles?)|recent posts|"
    r"(?:more|other|recent) (?:news|stories|articles|posts|publications)|news archive|"
    r"(?:past|previous|earlier|former) (?:[\w'’-]+ ){0,3}?(?:events|lectures|editions|"
    r"seminars|webinars|workshops|meetings|conferences|sessions|talks)|"
    r"contenido relacionado|(?:más|otras) noticias|lea también|ediciones anteriores|"
    r"relatert(?: innhold)?|les også|(?:flere|andre) (?:nyheter|saker)|siste nytt|"
    r"tidligere (?:arrangement(?:er)?|seminarer|utgaver)|"
    r"(?:à )?lire (?:aussi|également)|(?:autres|dernières) actualités|éditions précédentes|"
    r"sur le même (?:sujet|thème)|"
    r"weitere (?:meldungen|nachrichten|beiträge)|lesen sie auch|zum weiterlesen|"
    r"(?:frühere|vergangene) (?:veranstaltungen|ausgaben)|about (?:the )?author)[:.]?",
    re.IGNORECASE,
)
"""Headings under which a page speaks of other things than its event."""

_MORE = any_of(
    "more", "further", "upcoming", "coming", "next", "our next", "more of our", "weitere",
    "kommende", "nächste", "prochaine?s", "próxim[oa]s", "flere", "neste",
)  # fmt: skip

ALSO = re.compile(
    rf"(?:{_MORE} {EVENT_NOUN}|also of interest|"
    r"(?:more |other )?events (?:from|by) (?:this|the same) (?:organi[sz]er|host|institute)|"
    r"more events from this organi[sz]er|related events?|similar events|"
    r"events you may (?:also )?like|other events you may like|eventos relacionados|"
    r"événements (?:liés|similaires)|autres événements|other events?|otros eventos|"
    r"andre arrangement(?:er)?|"
    r"ähnliche veranstaltungen|relaterte arrangement(?:er)?|"
    r"(?:coming )?up next|coming (?:up(?: next)?|soon)|mark your calendars?|other dates|"
    r"también (?:le puede interesar|de interés)|à venir)[:.]?",
    re.IGNORECASE,
)
"""Headings under which a page announces other events."""

CHROME = re.compile(
    r"(?:skip to .{1,30}|(?:(?:press|media|news) releases?|media advisory|press note|"
    r"pressemelding|(?:presse|medien)mitteilung|communiqué de presse|"
    r"(?:comunicado|nota) de prensa)(?: (?:no\.?|nr\.?|n[°º])? ?[\d/. -]{1,12})?|"
    r"(?:no\.?|nr\.?|n[°º]|ref\.?:?) ?\d[\d/. -]{0,12}|for immediate release|"
    r"(?:sperrfrist|embargo(?:ed)?(?: until)?)(?::.{0,40}| .{0,30})|"
    r"view (?:this (?:e-?mail )?)?(?:in|online).{0,80}|"
    r"menu|home|inicio|hjem|accueil|search|quick links?|log ?in|sign ?(?:in|up)|"
    r"help(?: cent(?:er|re))?|(?:find|browse|create|my) events?|"
    r"my account|"
    r"about(?: us)?|contact(?: us)?|privacy(?: policy| notice)?|cookies?(?: policy)?|imprint|"
    r"impressum|"
    r"accessibility|terms(?: (?:of use|and conditions))?|site ?map|newsletter|subscribe.{0,40}|"
    r"follow us.{0,40}|share(?: this.{0,20})?|add to (?:my )?calendar|print|back(?: to .{1,40})?|"
    r"(?:we use|this (?:web)?site uses|vi bruker|ce site utilise|diese (?:web)?seite (?:nutzt|"
    r"verwendet)|este sitio (?:web )?utiliza) .{0,40}cookies.{0,120}|"
    r"clear all|tags?|filters?|showing \d.{0,40}|show more|load more|"
    r"view (?:all|more)|"
    r"(?:course|event|kurs|veranstaltungs?|lehrgangs?|référence|curso|código)[ -]?"
    r"(?:number|nummer|no\.?|nr\.?|n[°º]|code|id)?[:. ]{1,2}[A-Z]{0,4}[ -]?\d[\d./-]{0,12}|"
    r"past events?|upcoming|faq|members?|publications?|join|media enquiries|"
    r"all rights reserved.{0,60}|"
    r"next|previous|page \d+.{0,20}|©.{0,120}|copyright.{0,120}|donate|english|español|français|"
    r"topics?|research|experts?|events?|membership|news|podcasts?|follow|register now|"
    r"more info(?:rmation)?|"
    r"learn more|download.{0,40}|\d+ (?:min(?:utes?)? read|views|"
    r"shares|comments)|[\d.,]+[km]? followers?.{0,20}|"
    r"(?:from )?(?:free|[€$£] ?\d[\d.,]*)(?: [–-] [€$£] ?\d[\d.,]*)?|"
    r"(?:reserve|book|save|get|claim|request) (?:a|an|your|my) (?:spot|seat|place|tickets?)|"
    r"(?:(?:ticket )?sales?|registrations?) (?:ends?|ended|ending|closing)(?: soon| in .{1,12})?|"
    r"(?:almost full|selling fast|going fast|just added|promoted|sold out|nearly full)|"
    r"(?:only )?(?:a )?(?:few|\d{1,3}) (?:tickets|seats|spots|places)(?: are)? (?:left|remaining)|"
    r"(?:show|view|hide|open|see)(?: (?:on|in))?(?: the)? maps?|get (?:tickets|directions)|"
    r"refund policy|report this event.{0,20}|(?:save|share) this event|vis (?:i )?kart|"
    r"voir (?:le plan|(?:sur )?la carte)|karte (?:an)?zeigen|ver (?:el )?mapa|"
    r"\[ ?(?:reserve|register|sign ?up|book|get|buy|follow|save|share|rsvp|join|add|apply|"
    r"s['’]inscrire|réserver|je m['’]inscris|meld (?:deg )?på|påmelding|anmelden|"
    r"jetzt anmelden|inscribirse|inscríbete|reservar)(?: [^\[\]\n]{1,30})? ?\])",
    re.IGNORECASE,
)
"""Lines that belong to the page and not to what it announces, matched whole."""

ISSUE = Cue(
    any_of("issue", r"no\.", r"nr\.?", "n[°º]", r"vol(?:ume|\.)?", "ausgabe", "número", "numéro")
    + r"\s?\d",
)
"""Which issue of a letter it is: its day is that of the issue."""

POSTED = re.compile(
    r"(?:posted|published|updated|last (?:updated|modified)|date (?:posted|published)|"
    r"(?:sist )?(?:publisert|oppdatert|endret)|"
    r"(?:fecha de publicación|última actualización|publicado|actualizado)|"
    r"(?:date de publication|dernière mise à jour|mise? (?:à jour|en ligne)|publiée?)|"
    r"(?:zuletzt )?(?:veröffentlicht|aktualisiert|geändert)|stand:|erstellt am|"
    r"ausgegeben am|issued(?: on)?|released(?: on)?|"
    r"communiqué (?:de presse )?du|(?:presse)?mitteilung vom|"
    r"by\b|explainer|article|blog|report|podcast|news|opinion|analysis|"
    r"commentary|expert comment|research paper|briefing paper|press release|comunicado|video|"
    r"\d+ min)",
    re.IGNORECASE,
)
"""What a line with a day begins with where the day is one of publishing."""
