"""Who holds a view: the subject of its clause, that of the clause before, or who speaks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.reader.cues import Cue
from briefing.reader.fields.names import Mention
from briefing.reader.fields.view_words import COLLECTIVE, FIRST_PERSON, SEVERAL, SUBORDINATE
from briefing.reader.lines import Span
from briefing.reader.vocabulary import any_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A sentence, and what is known around it."""

    text: str
    sentence: Span
    known: Sequence[Mention] = ()
    earlier: Span | None = None
    """Who held what the sentence before tells."""
    voice: Span | None = None
    """Who says it, where they are named: of whom "we" and "my delegation" speak."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The words that say who."""

    span: Span
    spoken: Span | None = None
    """The "we", or the "he", that means them."""
    is_carried: bool = False
    """Whether they are taken from the sentence before."""


def subject(ground: Ground, low: int, end: int) -> Holder | None:
    """Return who the clause between two offsets is about, its verb standing at the end."""
    joints = (found.end() for found in _JOINED.finditer(ground.text, low, end + 1))
    for start in (low, *joints):
        found = _subject(ground, min(start, end), end)
        if found is not None:
            return _with_its_list(ground, found, end)
    return None


def clause_start(text: str, low: int, end: int) -> int:
    """Return where the last clause that begins between two offsets does."""
    for found in _CLAUSE_START.finditer(text, low, end + 1):
        low = min(found.end(), end)
    return low


def follows_on(text: str, low: int, end: int) -> bool:
    """Return whether nothing but a joint stands between two offsets: "said A and hoped B"."""
    joints = [found.end() for found in _JOINED.finditer(text, low, end + 1)]
    return not text[min(joints[-1] if joints else low, end) : end].strip(" ,")


def is_several(words: str) -> bool:
    """Return whether words name nobody: "several delegations"."""
    return bool(_SEVERAL.match(words))


def is_general(words: str) -> bool:
    """Return whether words only say what sort of holder it is: "members", "the delegations"."""
    return _GENERAL.fullmatch(words) is not None


_GENERAL = re.compile(
    rf"(?:(?:the|all|these|los|las|les|die|de) )?{any_of(*COLLECTIVE)}", re.IGNORECASE
)
_SEVERAL = Cue(any_of(*SEVERAL))
_CLAUSE_START = re.compile(
    r"[;:]\s+|,\s+(?:and|og|y|et|und)\s+|"
    r",?\s+(?:but|while|whereas|although|since|because|men|pero|mais|aber|mens|mientras)\s+|"
    r"\s–\s+|,\s+(?=(?:others?|some|many|noen|andre|otros)\s)"
)
_JOINED = re.compile(r"\s+(?:and|og|y|et|und)\s+")
_LEAD = re.compile(
    any_of(
        "however", "meanwhile", "moreover", "also", "still", "but", "and", "yet", "in addition",
        "in particular", "today", "similarly", "likewise", "at the same time",
        "on the other hand", "for its part", "for their part", "in turn", "finally", "indeed",
        "then", "that", "therefore", "first(?:ly)?", "second(?:ly)?", "third(?:ly)?", "lastly",
        "in this (?:regard|context|connection)", "for (?:this|these) reasons?", "for our part",
        "in closing", "here", "in conclusion", "accordingly", "consequently",
        "samtidig", "derimot", "for det (?:første|andre|tredje)", "derfor",
        "además", "sin embargo", "por (?:ello|eso|tanto)", "en este (?:sentido|contexto)",
        "por (?:nuestra|su|otra) parte", "al respecto", "en consecuencia", "igualmente",
        "ahora bien", "en cambio", "asimismo", "dicho esto",
        "finalmente", "en (?:primer|segundo|tercer) lugar", "por último",
        "pour (?:notre|sa|leur) part",
        "de (?:notre|son|leur) côté", "cela dit", "unsererseits", "für unseren teil", "for vår del",
        r"\[[^\]]{1,30}\]",
        "cependant", "à cet égard", "en outre", "enfin", "par ailleurs", "c['’]est pourquoi",
    )
    + r"(?:[\s,]+|$)",
    re.IGNORECASE,
)  # fmt: skip
_FIRST_PERSON = re.compile(rf"(?:for [^,]{{1,60}}, )?(?P<who>{FIRST_PERSON})", re.IGNORECASE)
_CARRIED = re.compile(
    r"(?:but |and |mais |pero |men )?(?:s?he|it|they|ils?|elles?|ell[oa]s?|"
    r"(?:his|her|their|its|su|sa|son) (?:delegation|country|government|members|délégation|"
    r"delegación|pays|país))",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"(?P<who>.{3,80}?) (?:said|added|noted|stated|stressed|told|declared|announced|says|insisted|"
    r"argued|warned|confirmed|explained)\b(?: [^,;:]{1,50}?)?(?: that)? "
    r"(?:(?:his|her|their|its) (?:delegation|country|government|members)|it|they|he|she)"
)
_TOLD = re.compile(
    r"(?:(?:[Ll]a|[Ee]l|[Ll]as|[Ll]os) )?(?:empresa |sociedad )?(?P<who>[^\W\d_a-zß-öø-ÿ].{2,80}?) "
    r"(?:informó|anunció|declaró|dijo|señaló|indicó|manifestó|afirmó|aseguró|comunicó)"
    r"(?: [^,;:]{1,50}?)? que"
)
"""A name before what it said, where Spanish goes on without a "he" or "she"."""
_PRONOUN = re.compile(
    r"(?:nobody|no one|none|no \w+|ingen|personne|nadie|niemand|so|well|now|yes|no|"
    r"first|second|third|finally|"
    r"erstens|zweitens|drittens|jedoch|asimismo|zum einen|"
    r"derfor|dessuten|videre|her|også|deshalb|daher|dabei|zudem|außerdem|auch|ferner|hier|"
    r"abschließend|schließlich|zugleich|gleichzeitig|ebenso|"
    r"it|he|she|they|we|you|i|this|that|these|those|which|who|one|there|what|la|el|que|det|"
    r"nos|se|le|les|"
    r"de|den|som|il|elle|es|sie|er|and|but|to|not|please|vi|nous|wir|man|on|ich|jeg|je|"
    r"(?:my|our|min|vår|mi|nuestra|ma|notre|meine|unsere) \w+)",
    re.IGNORECASE,
)
_BEGINS_WITH_PRONOUN = re.compile(
    r"(?:we|i|he|she|they|it|you|nous|wir|vi|let|allow|thank|please)\s", re.IGNORECASE
)
_FINITE = Cue(
    any_of(
        "is", "are", "was", "were", "will", "to", "has", "have", "had", "can", "should", "be",
        "been", "our", "my", "your", "which", "who", "that", "how", "whether", "er", "var", "est",
        "sont", "ist",
        "sind",
    ),
)  # fmt: skip
_CUT_OFF = re.compile(
    r"(?:.*\s)?(?:a|an|the|of|in|on|for|with|from|by|its|their|his|her|our|no|any|el|la|un|une|"
    r"en|et)",
    re.IGNORECASE,
)
_OF_THOSE = re.compile(
    r"(?<!\w)(?:those who|quienes?|(?:ceux|celles) qui|denjenigen,? die|de som|"
    r"(?:todos )?l[oa]s que)$",
    re.IGNORECASE,
)
"""What only says who is meant by what they hold: "those who prefer"."""
_CONDITION = re.compile(
    r"(?:(?:even |as |only )?(?:if|unless|until|till|before|should|when(?:ever)?|once|lest|in case|"
    r"provided(?: that)?|were|had)|(?:.*\s)?(?:whether|if|unless|ob|hvis|dersom|falls)|"
    r"(?:même |sauf |comme )?s(?:i|['’])|à moins qu[e'’]|quand|lorsqu[e'’]|avant qu[e'’]|"
    r"jusqu['’]à ce qu[e'’]|pour qu[e'’]|afin qu[e'’]|bien qu[e'’]|(?:.*\s)?(?:si|aunque|cuando)|"
    r"a menos que|salvo que|antes de que|hasta que|para que|wenn|sofern|bevor|bis|solange|"
    r"når|før|inntil|selv om|med mindre)(?:(?<=['’])|\s|$).*",
    re.IGNORECASE,
)
"""What is said of a case, and held by nobody: "If Norland accepts"."""
_NOBODY = re.compile(
    r"(?:nobody|no one|none|no|few|little|hardly any|not|neither|nor|never|nadie|ning[uú]n\w*|ni|"
    r"personne|aucune?|nul|niemand|keine?r?|weder|noch|ingen|verken)\s",
    re.IGNORECASE,
)
_OF_THE_PAGE = re.compile(
    r"(?:the |this |our |these |dette |denne |el |este |esta |la |der |die |das |dieser? |"
    r"le |cette |ce |les )?(?:\w+ ){0,2}(?:event|"
    r"session|opening|webinar|workshop|seminar|conference|taller|curso|colloque|atelier|"
    r"round ?table|report|paper|article|page|organi[sz]er|host|moderator|organizador|"
    r"meeting|series|programme|program|project|talk|publication|handbook|seminaret|seminario|"
    r"aim|goal|objective|purpose|discussion|norm|rule|text|draft|resolution|principle|paragraph|"
    r"article|bericht|veranstaltung|studie|rapport|étude|"
    r"informe|rapporten|møtet|reunión|réunion|sitzung)s?",
    re.IGNORECASE,
)
_COLLECTIVE = Cue(any_of(*COLLECTIVE))
_SUBORDINATE = Cue(any_of(*SUBORDINATE))
_NAMED = re.compile(
    r"(?:[Tt]he |A |An |Ms\.? |Mr\.? |Dr\.? |[Ee]l |[Ll](?:a|e|os|as|es) |[Dd](?:er|ie|as|en|et) |"
    r"[Ll]['’])?[^\W\d_a-zß-öø-ÿ]"
)
_LONGEST_HOLDER = 110


def _subject(ground: Ground, start: int, end: int) -> Holder | None:
    text = ground.text
    while (lead := _LEAD.match(text, start, end)) is not None:
        start = lead.end()
    start += len(text[start:end]) - len(text[start:end].lstrip(' ,“"'))
    stop = text.rfind(". ", start, end)
    if stop >= 0 and _ABBREVIATED.search(text, start, stop + 1) is None:
        start = stop + 2
    parts = list(_parts(text, start, end))
    if not parts:
        return None
    if len(parts) > 1 and parts[0].start == start and _are_names(text, parts):
        return _of_words(ground, Span(start, parts[-1].end))
    is_put_in = text[start:end].rstrip(" ").endswith(",")
    for part in parts if is_put_in else (parts[-1], *_before_relative(text, parts)):
        held = _of_words(ground, part)
        if held is not None:
            return held
    return None


_ABBREVIATED = re.compile(r"(?<!\w)(?:[^\W\d_]\.|[Ss]ra?\.|[Mm]rs?\.|[Mm]s\.|[Dd]r\.|[Ss]t\.)$")
_RELATIVE = re.compile(
    r"(?:which|who|that|qui|que|quienes?|lo que|die|der|das|som|of which|il|elle|ils|elles|its?elf)"
    r"(?: (?:itself|themselves|lui-même|elle-même))?",
    re.IGNORECASE,
)
_PART = re.compile(r"[^,]*[^,\s][^,]*")


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the words between commas."""
    for found in _PART.finditer(text, start, end):
        words = found.group()
        at = found.start() + len(words) - len(words.lstrip())
        yield Span(at, at + len(words.strip()))


_CAPITAL = (
    r"(?:(?:[Tt]he|[Ll](?:a|as|e|es|os)|[Ee]l|[Dd](?:ie|er|as|en|et)) |[Ll]['’])?"
    r"[^\W\d_a-zß-öø-ÿ][\w'’.-]*(?: (?:(?:of|the|de|des|del|du|la|las|los|von|av) ){0,2}"
    r"[^\W\d_a-zß-öø-ÿ][\w'’.-]*){0,5}"
)
_AND = r"(?:and|as well as|og|samt|y|e|et|ainsi que|und|sowie)"
_OF_LIST = re.compile(rf"(?:{_AND} )?{_CAPITAL}(?: {_AND} {_CAPITAL})?")
_HAS_AND = re.compile(rf"(?:.*\s)?{_AND} .*")
_ADVERB = re.compile(
    r"\w+(?:ment|mente|ly|ens)|(?:first|second|third|fourth|fifth|sixth|today|yesterday|last|uno|dos|"
    r"tres|cuatro|primero|segundo|tercero|hoy|ayer|aujourd['’]hui|hier|enfin|ensuite|puis|ainsi|"
    r"toutefois|cependant|pourtant|asimismo|también|además|igualmente|dazu|daher|dennoch|heute|"
    r"i dag|videre|derfor|chair|excellenc\w+|colleagues)",
    re.IGNORECASE,
)


def _are_names(text: str, parts: Sequence[Span]) -> bool:
    """Return whether words between commas are names in one list: "Norland, Aldora and Quill"."""
    said = [part.words(text) for part in parts]
    is_joined = _HAS_AND.fullmatch(said[-1]) is not None and _ADVERB.fullmatch(said[0]) is None
    return is_joined and all(_OF_LIST.fullmatch(one) for one in said)


def _before_relative(text: str, parts: Sequence[Span]) -> Iterator[Span]:
    """Yield the name that a "which" stands for: "it asked the Net Forum, which wants"."""
    if len(parts) > 1 and _RELATIVE.fullmatch(parts[-1].words(text)):
        before = parts[-2]
        name = _NAME.fullmatch(before.words(text))
        yield Span(before.start + name.start("who"), before.end) if name else before


def _of_words(ground: Ground, part: Span) -> Holder | None:
    """Return who is meant by the words of one part of a clause."""
    start, words = _of_we(part.start, part.words(ground.text))
    said = _FIRST_PERSON.fullmatch(words) if ground.voice is not None else None
    if said is not None and ground.voice is not None:
        spoken = Span(start + said.start("who"), start + said.end("who"))
        return Holder(span=ground.voice, spoken=spoken)
    if ground.earlier is not None and _CARRIED.fullmatch(words):
        spoken = Span(start, start + len(words))
        return Holder(span=ground.earlier, spoken=spoken, is_carried=True)
    if _OF_THOSE.search(words) or _CONDITION.match(words) or _NOBODY.match(words):
        return None
    reported = _reported(words)
    if reported is not None:
        start, words = start + reported.start("who"), reported["who"]
    start, words = _at_the_end(start, words)
    words = _first_of_two(_before_its_verb(words))
    span = Span(start, start + len(words))
    return Holder(span=span) if _could_hold(words) and _is_someone(ground, span) else None


def _reported(words: str) -> re.Match[str] | None:
    return _REPORTED.fullmatch(words) or _TOLD.fullmatch(words)


_DOING = re.compile(r"[a-z]{3,}(?:ing|ed)\s")
_ENDS_IN_WE = re.compile(r".*\s(?P<who>we|nous|vi|wir)", re.IGNORECASE)
_ANYBODY_SPEAKS = re.compile(r"(?<!\w)(?:we|I|us|nous|je|wir|ich|jeg)(?!\w)")
_NAME = re.compile(
    r"(?:.*?[a-z\d]\s)(?P<who>(?:the |le |la |les |el |los |las |der |die |das )?"
    r"[^\W\d_a-zß-öø-ÿ][\w'’-]*(?: (?:(?:of|for|and|de|des|del|du|la|für) ){0,2}"
    r"[^\W\d_a-zß-öø-ÿ][\w'’-]*){0,6})"
)
_ITS_VERB = re.compile(
    r"(?P<who>(?:the |The |La |Le |El )?(?:[^\W\d_a-zß-öø-ÿ][\w'’-]* ){1,5})"
    r"[a-z]{3,}ed (?:on|in|to|from|with|that|the|its|a)\b.*"
)


def _of_we(start: int, words: str) -> tuple[int, str]:
    """Return the "we" at the end of words: "At Netco we"; "if we" and "nor do we" tell no more."""
    is_case = _CONDITION.match(words) or _NOBODY.match(words)
    found = None if is_case else _ENDS_IN_WE.fullmatch(words)
    return (start + found.start("who"), found["who"]) if found else (start, words)


def _at_the_end(start: int, words: str) -> tuple[int, str]:
    """Return the name behind words that lead to it: "In a letter of May the Net Forum"."""
    found = _NAME.fullmatch(words) if _SUBORDINATE.match(words) else None
    return (start + found.start("who"), found["who"]) if found else (start, words)


def _before_its_verb(words: str) -> str:
    """Return a name without what it did before: "Norland voted on the text and"."""
    found = _ITS_VERB.fullmatch(words)
    return found["who"].rstrip() if found else words


_SIDE_BY_SIDE = re.compile(
    r"(?P<who>(?:(?:[Tt]he|[Ll](?:a|e|as|es|os)|[Ee]l|[Dd](?:er|ie|as|en|et)) |[Ll]['’])?"
    r"[^\W\d_a-zß-öø-ÿ][\w'’-]*(?: (?:(?:of|for|and|de|des|du|del|la|las|los|y|et|für|der|"
    r"og) ){0,2}(?:d['’])?[^\W\d_a-zß-öø-ÿ][\w'’-]*){0,7}) (?:\w+ ){0,2}[a-zß-öø-ÿ]{3,}"
    r"(?<!ing)(?:\s.*)?\s(?:and|but|y|pero|et|mais|og|men|und|aber)"
)


def _first_of_two(words: str) -> str:
    """Return who does both of two things: "Norland thanked the chair and", told before a verb."""
    found = _SIDE_BY_SIDE.fullmatch(words)
    return found["who"] if found else words


def _with_its_list(ground: Ground, holder: Holder, end: int) -> Holder:
    """Return a known name with those that stand in one list with it: "A, B and C said"."""
    if holder.spoken is not None:
        return holder
    text, span = ground.text, holder.span
    names = [m for m in ground.known if m.stakeholder and not m.is_adjective and m.end <= end]
    own = [m for m in names if span.start <= m.start and m.end <= span.end]
    if not own:
        return holder
    first, last = names.index(own[0]), names.index(own[-1])
    if _GOES_ON.match(text, own[-1].end, span.end):
        span = Span(span.start, own[-1].end)
    while first > 0 and _IS_JOINT.fullmatch(text, names[first - 1].end, names[first].start):
        first -= 1
    if not _WITHIN.search(
        text, max(ground.sentence.start, names[first].start - 20), names[first].start
    ):
        span = Span(min(span.start, names[first].start), span.end)
    while span.end == names[last].end and last + 1 < len(names):
        if not _IS_JOINT.fullmatch(text, names[last].end, names[last + 1].start):
            break
        last += 1
        span = Span(span.start, names[last].end)
    return Holder(span=span)


_GOES_ON = re.compile(r"\s[a-z]+(?:ed|ks|ts)\s")
"""A verb of its own behind a name: "Norland thanked the chair and welcomed"."""
_WITHIN = Cue(
    r"(?<!\w)(?:in|at|of|for|to|by|with|from|with|i|ved|en|dans|chez|bei)\s+(?:the\s+)?$",
)
_IS_JOINT = re.compile(r",?\s*(?:and|og|y|et|und|&)?(?:\s+the)?\s+|,\s*")


def _is_someone(ground: Ground, span: Span) -> bool:
    words = span.words(ground.text)
    is_known = any(span.start <= m.start and m.end <= span.end for m in ground.known)
    is_named = bool(_NAMED.match(words)) and _has_capital(words)
    return is_known or is_named or bool(_COLLECTIVE.search(words))


def _could_hold(words: str) -> bool:
    if not words or len(words) > _LONGEST_HOLDER or _SUBORDINATE.match(words):
        return False
    refused = (
        _PRONOUN.fullmatch(words),
        _BEGINS_WITH_PRONOUN.match(words),
        _ANYBODY_SPEAKS.search(words),
        _DOING.match(words),
        _FINITE.search(words),
        _CUT_OFF.fullmatch(words),
        _OF_THE_PAGE.match(words),
    )
    return not any(refused)


def _has_capital(words: str) -> bool:
    return any(word[0].isupper() for word in re.sub(r"^(?:The|A|An)\s", "", words).split())
