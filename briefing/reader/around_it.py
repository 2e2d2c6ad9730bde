"""Hours of what stands around an event: doors, coffee, meals, tests, a house that closes."""

import re

from briefing.reader.cues import Cue
from briefing.reader.vocabulary import EVENT_NOUN, any_of

_ARRIVALS = (
    r"(?:welcome |morning |arrival |light |sandwich |buffet |networking )*"
    r"(?:doors?|registrations?|check(?:s|ed|ing)?[- ]?in|arrivals?|coffees?|tea|breakfast|lunch"
    r"|refreshments|drinks|badges?|accreditation|sign[- ]in|admission|entrance|seated|arrive"
    r"|log[- ]?in|line(?:s)? opens?|waiting room|set[- ]?up"
    r"|dør(?:er|ene)?|kaffe|frokost|lunsj|(?:lett )?servering|registrering|oppmøte|mingling"
    r"|accueil|café|portes?|enregistrement|petit[- ]déjeuner|collation"
    r"|einla(?:ss|ß)|ankunft|kaffee|empfang der gäste|registrierung|saalöffnung|imbiss"
    r"|acreditaci(?:ón|ones)|acogida|puertas|registro|café|bienvenida)"
)
_LATER = (
    r"(?:reception|dinner|cocktail|apéritif|apero|after[- ]?party|get-together|bar|networking"
    r"|press (?:point|conference|briefing|cent(?:re|er))|famil(?:y|ie) photo(?:graph)?"
    r"|group photo|photo(?:graph|call)?|(?:test|tech(?:nical)?|sound)[- ]?(?:call|check|run)"
    r"|rehearsal|recording|replay|bus(?:es)?|shuttles?|trains?|flights?|ferr(?:y|ies)"
    r"|middag|mottakelse|opptak|vin d['’]honneur|dîner|réception|enregistrement vidéo|navette"
    r"|abendessen|empfang|aufzeichnung|cena|cóctel|recepción|grabación|vino de honor)"
)
_HOUSES = (
    r"(?:building|library|reading room|house|museum|office|desk|hotline|telephone|phone|tel"
    r"|front desk|security|gates?|cafeteria|canteen|parking|car park|bibliothek|büro|bureau"
    r"|bâtiment|edificio|oficina|kontor(?:et)?|bygget|biblioteket|haus)"
)
_CLOSES = (
    r"(?:clos(?:es?|ed|ing)|deadline|no later than|not later than|at the latest|before|latest"
    r"|senest|innen|frist|spätestens|bis spätestens|au plus tard|avant|a más tardar"
    r"|antes de(?:l)?)"
)
_AROUND = Cue(
    rf"{any_of(_ARRIVALS, _LATER, _HOUSES, _CLOSES)}(?!(?:[- ](?:time )?[\w-]+)?[- ]{EVENT_NOUN})"
)
_BEHIND = re.compile(
    rf"\s?[(–—:-]?\s?(?:für |zum |para |til )?(?:{_ARRIVALS}|{_LATER})(?!\w)"
    rf"(?![- ]{EVENT_NOUN})",
    re.IGNORECASE,
)
_PARTED = re.compile(r"[;.!?(\n|•]\s*|,\s+(?=[^\W\d_])|\s(?:and|then|og|et|und|y)\s|\s[–—/]\s")
_FOR = re.compile(r"\s*(?:for|pour)\s+(?=\d)", re.IGNORECASE)
_LEAD, _TRAIL = 90, 40


def is_around(text: str, start: int, first: int, last: int, end: int) -> bool:
    """Return whether the hour from `first` to `last` is of something around an event.

    What tells it stands in the same clause before the hour, or right behind it.
    """
    lead = text[max(start, first - _LEAD) : first]
    clause = [match.end() for match in _PARTED.finditer(lead)]
    begin = first - len(lead) + (clause[-1] if clause else 0)
    if _BEGINS.search(text, begin, first):
        return False
    if _AROUND.search(text, begin, first):
        return True
    trail = min(end, last + _TRAIL)
    behind = _BEHIND.match(text, last, trail)
    has_own_hour = behind is not None and "(" in behind.group() and _HOUR.match(text, behind.end())
    return bool((behind and not has_own_hour) or _FOR.match(text, last, trail))


_HOUR = re.compile(r"[^;,()\n]{0,40}\d")
"""Behind the word in brackets the hour that it is of: "18.00-20.00 (doors open at 17.30)"."""


_BEGINS = Cue(
    any_of(
        r"(?:talk|lecture|discussion|event|meeting|seminar|session|panel|programme|program|debate"
        r"|conference|workshop|webinar|briefing|we|opening) "
        r"(?:itself )?(?:will )?(?:start|begin|open|commence)s?",
        "(?:ends?|finish(?:es)?|concludes?) (?:with|at|by)",
    )
)
"""What tells of the event's own begin and end, whatever else is named beside it."""
