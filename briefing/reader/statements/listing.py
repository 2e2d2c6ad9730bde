"""Names in the head of a statement, one after the other or one below the other."""

import re
from collections.abc import Iterator, Sequence

from briefing.reader.fields.names import Mention
from briefing.reader.lines import Span
from briefing.reader.statements import letterhead, words

_NAME = (
    r"(?:[^\W\d_a-zß-öø-ÿ]|(?<=d['’])[A-Z])[\w'’./-]*(?: (?:(?:of|for|and|the|on|in|de|del|la|las|"
    r"los|el|y|e|des|du|et|les|für|und|der|og|i|à|&|van|von|den|av|its) ){0,3}(?<! and )(?<! at )"
    r"[^\W\d_a-zß-öø-ÿ][\w'’./-]*|\s?\([A-Z][\w+ -]{1,20}\))*"
)
NAMED = re.compile(_NAME)

_JOINT = re.compile(
    r"(?:,? (?:and|og|et|und|y|e|as well as)|,) (?:the |le |la |les |el |los )?"
    r"(?:(?:my (?:own )?country|mitt (?:eget )?land|mon (?:propre )?pays|mein(?: eigenes)? Land|"
    r"mi (?:propio )?país),? )?"
)


def listed(text: str, start: int, end: int, known: Sequence[Mention]) -> Iterator[Span]:
    """Yield the names that follow on each other: "Aldora, Norland and the Knot Group"."""
    begun = start
    while True:
        name = name_at(text, start, end, known)
        if name is None:
            return
        inner = _AND.search(text, name.start, name.end) if start > begun else None
        is_known = any(m.start == name.start and m.end == name.end for m in known)
        if inner is not None and not is_known:
            yield Span(name.start, inner.start())
            yield Span(inner.end(), name.end)
        else:
            yield name
        joint = _JOINT.match(text, name.end, end)
        if joint is None:
            return
        start = joint.end()


_AND = re.compile(r" (?:and|og|et|und|y|e) (?:the |la |le |les |el |los |las )?")


def name_at(text: str, start: int, end: int, known: Sequence[Mention]) -> Span | None:
    """Return the name that begins at an offset, known or by its capitals; a person's is none."""
    whole = [m.end for m in known if m.start == start and m.end <= end and not m.is_adjective]
    found = _named(text, start, end)
    if whole:
        is_longer = found is not None and not _JOINS_KNOWN.match(text, max(whole), found.end())
        last = max((*whole, found.end()) if is_longer and found else whole)
        return Span(start, start + len(text[start:last].rstrip(".")))
    if found is None or not _is_name(found.group()):
        return None
    joint = _IS_LIST.search(found.group())
    said = found.group()[: joint.start()] if joint else found.group()
    said = _ITS_MEMBERS.sub("", said)
    return Span(start, start + len(said.rstrip(".")))


def _named(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return words that are a name by their capitals, with what French or Spanish names end in."""
    found = NAMED.match(text, start, end)
    if found is None:
        return None
    stop = _CAPITALS_STOP.search(found.group()) if found.group().isupper() else None
    if stop is not None:
        return NAMED.match(text, start, start + stop.start())
    tail = _TAIL.match(text, found.end(), end) if _HAS_TAIL.match(found.group()) else None
    whole = _ALL.match(text, start, tail.end()) if tail else None
    return whole or found


_ALL = re.compile(r".*", re.DOTALL)
_CAPITALS_STOP = re.compile(
    r" (?:TO|AT|BEFORE|DURING|AUPRÈS|DEVANT|LORS|ANTE|EN EL|EN LA|BEIM?|VED|IN THE|ON THE)(?= )"
)
"""Where a name ends in a line of capitals, which shows no small "to"."""
_HAS_TAIL = re.compile(
    r"(?:Groupe|Réseau|Alliance|Association|Collectif|Union|Ligue|Coalition|Chambre|Fédération|"
    r"Fondation|Communauté|Syndicat|Grupo|Red|Alianza|Asociación|Colectivo|Unión|Liga|Coalición|"
    r"Cámara|Federación|Fundación|Comunidad|Observatorio|Observatoire|Verband|Verein|Bund)(?!\w)"
)
_TAIL = re.compile(
    r"(?: (?:de |des |du |d['’]|del |de l[ao]s? )?(?!et |and |y |und |en |sur |pour |lors |à |au )"
    r"[a-zß-öø-ÿ-]{3,}){1,3}?"
    r"(?=\s*(?:[.,;:(\n]|$)|\s(?:à|au|aux|sur|lors|devant|sobre|ante|a la|al|en la|en el)\s)"
)
"""The small words that such a name goes on with: "Groupe des États riverains"."""
_JOINS_KNOWN = re.compile(r" (?:and|og|et|und|y|e|in|on) ")
_IS_LIST = re.compile(r" (?:and|og|et|und|y) (?=(?:the )?[^\W\d_a-z]\w*$)")


_ITS_MEMBERS = re.compile(r" (?:and|og|et|und|y) (?:its|their|ses|sus|dets) .*", re.DOTALL)


def _is_name(said: str) -> bool:
    return len(said) > 1 and TITLED.match(said) is None


TITLED = re.compile(
    r"(?:H\. ?E|HE|Mr|Ms|Mrs|Mx|Mme|Mlle|M|Sra?|Excm[oa]|Dr|Dra|Prof|Amb|S\. ?E|SE|Herr|Frau|"
    r"His Excellency|Her Excellency|(?:the )?Hon|Ambassad(?:or|eur|rice)|Embajadora?|"
    r"Botschafter(?:in)?|Ambassadør|Minister|Ministre|Ministr[ao])\b\.? ?",
    re.IGNORECASE,
)


# Below each other --------------------------------------------------------------------------------


def rows_of_names(text: str, start: int) -> Iterator[Span]:
    """Yield the names below an offset, until a line holds something else."""
    below = Span(start, min(len(text), start + _FURTHEST))
    for row in letterhead.rows(text, below):
        is_greeting = words.CHAIR.match(text, row.start) or words.GREETING.match(text, row.start)
        names = [Span(*part.span()) for part in _PARTS.finditer(text, row.start, row.end)]
        if is_greeting or not all(letterhead.is_name(name.words(text)) for name in names):
            return
        yield from names


_PARTS = re.compile(r"[^\W_][^,;.\n]*[^\s,;.]")
_FURTHEST = 6_000
