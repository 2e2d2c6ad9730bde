"""Personal mail addresses and telephone numbers in text that leaves the desk, taken out.

An address is an office's own, and stays, where every word before the @ names a duty ("info",
"registration") or stands in the domain as well; any other may be a person's. A number can't be told
apart so, and none stays: one with a country's code, in the American form, or behind a word such as
"Tel.".
"""

import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import unquote

from briefing.text import clean_block, fold

WITHHELD = "[…]"
"""What stands where something was taken out; it needs no translation."""


def without_contacts(text: str) -> str:
    """Return text without what reaches one person."""
    return _replaced(text, lambda _: WITHHELD)


def masked(text: str) -> str:
    """Return the same at the same length, so that what points into the text still does."""
    return _replaced(text, WITHHELD.rjust)


def reaches_a_person(address: str) -> bool:
    """Return whether a link leads to somebody's mail or telephone, or tells either."""
    scheme = address.strip().partition(":")[0].casefold()
    plain = unquote(address)
    return scheme in _CALLS or bool(next(_found(plain), None))


_CALLS = frozenset(("tel", "sms", "callto", "facetime", "whatsapp", "sip", "skype", "signal"))

_ROLE_WORDS = """
accreditation accreditations accueil admin administration affairs all anmeldung arrangement badge
badges booking bookings bureau chair chairs civil clerk cochairs comment comments committee comms
communication communications conference conferences consulate consultation consultations contact
contacto contacts correo council courrier delegates delegation department desk digital division do
donotreply editor editorial email embassy enquiries enquiry evenement evenements event eventos
events external feedback forum forums general group hello help helpdesk info informacion
information input inputs inquiries inquiry inscripcion inscription inscriptions international
kontakt legal library list lists mail mailbox media meeting meetings ministry mission news
newsletter ngo ngos no noreply not office officer oficina outreach pamelding participant
participants participation pass passes permrep policy post postmaster postmottak poststelle prensa
press presse program programme programmes project protocol public publications queries query
reception register registrar registration registrations registro relations reply reservation
reservations rsvp secretaria secretariat secretary section security sekretariat seminar seminars
service services society speakers staff stakeholder stakeholders submission submissions support
team travel unit veranstaltung veranstaltungen visitor visitors web webinar webinars webmaster
website workshop workshops
"""
_ROLES = frozenset(_ROLE_WORDS.split())

_AT = re.compile(
    r"[@＠﹫]|%40|&#64;|\s?[\[({<]\s?(?:at|@|arobase|krøllalfa)\s?[\])}>]\s?", re.IGNORECASE
)
_LOCAL = re.compile(r"(?:\"[^\"\n]{1,62}\"|[\w.!#$%&'*+=?^`{|}~-]{1,64})$")
_DOT = r"(?:\.|。|\s?[\[({<]\s?(?:dot|punkt|point|punto)\s?[\])}>]\s?)"
_DOMAIN = re.compile(rf"[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}})+", re.IGNORECASE)
_SPOKEN = re.compile(
    r"(?<![\w.-])[\w.-]{1,64} at [\w-]{1,63}(?: (?:dot|punkt|point|punto) [\w-]{1,63})+",
    re.IGNORECASE,
)
"""As in "ada at lantern dot example"."""
_TOKEN = re.compile(r"[^\W\d_]+")

_GAP = "[ \t\xa0\u2009\u202f().·/‐‑‒–—-]"
"""What may stand between the digits of a number."""
_LABEL = (
    "tel|tél|tlf|telephone|téléphone|telefon|telefono|teléfono|phone|ph|mobile|mobil|móvil|movil"
    "|mob|cell|cellulaire|portable|handy|gsm|fax|telefax|whatsapp|signal|direct line|durchwahl"
    "|тел|телефон|هاتف|电话|電話|手机"
)
_NUMBERS = re.compile(
    rf"(?<![\w+])[+＋]{_GAP}{{0,2}}\d(?:{_GAP}{{0,3}}\d){{6,14}}"
    rf"|(?<![\w+/=.-])00{_GAP}?[1-9](?:{_GAP}{{0,3}}\d){{6,13}}(?!\d)"
    r"|(?<![\w/=.-])\(?[2-9]\d\d\)?[ .-]\d{3}[.-]\d{4}(?!\d)"
    rf"|(?<!\w)(?:{_LABEL})(?:\s?(?:no|nr|number|numéro))?[.:：]{{0,2}}\s{{0,2}}"
    rf"(?P<number>\(?\d(?:{_GAP}{{0,3}}\d){{4,14}})(?!\d)",
    re.IGNORECASE,
)


def _replaced(text: str, instead: Callable[[int], str]) -> str:
    spans = list(_spans(text))
    if not spans:
        return text
    pieces, upto = [], 0
    for start, end in spans:
        pieces += [text[upto:start], instead(end - start)]
        upto = end
    return "".join([*pieces, text[upto:]])


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where contacts stand, also where what nobody sees is strewn among their letters."""
    shown: Sequence[int] = range(len(text))
    seen = text
    if not text.isascii() and len(clean_block(text)) < len(text):
        shown = [place for place, letter in enumerate(text) if clean_block(letter)]
        seen = "".join(text[place] for place in shown)
    upto = 0
    for start, end in sorted(_found(seen)):
        first, last = shown[start], shown[end - 1] + 1
        if last > upto:
            yield max(first, upto), last
            upto = last


def _found(text: str) -> Iterator[tuple[int, int]]:
    for at in _AT.finditer(text):
        local = _LOCAL.search(text, max(0, at.start() - 64), at.start())
        domain = _DOMAIN.match(text, at.end())
        if local and domain and _is_of_a_person(local[0], domain[0]):
            yield local.start(), domain.end()
    yield from (found.span() for found in _SPOKEN.finditer(text))
    for found in _NUMBERS.finditer(text):
        yield found.span("number") if found["number"] else found.span()


def _is_of_a_person(local: str, domain: str) -> bool:
    labels = domain.replace("-", ".").split(".")
    if not any(letter.isalpha() for letter in labels[-1]):
        return False
    known = _ROLES | {fold(label) for label in labels[:-1]}
    words = [fold(word) for word in _TOKEN.findall(local)]
    return not words or not all(word in known for word in words)
