"""The words by which a sentence attributes a view: a verb of saying or doing, with its helpers."""

import re
from functools import cache
from typing import NamedTuple

from briefing.reader.cues import Cue
from briefing.reader.fields.holders import Ground
from briefing.reader.fields.said_words import MORE_SAYS
from briefing.reader.fields.spelled import grouped, grouped_freely
from briefing.reader.fields.stance_words import DOES, LIVES_WITH
from briefing.reader.fields.view_words import SAYS, SAYS_WITHOUT_THAT

_AUX_WORDS = (
    "has", "have", "had", "also", "further", "firmly", "strongly", "repeatedly", "long",
    "therefore", "fully", "broadly", "too", "both", "continues? to", "wish(?:es|ed)? to",
    "would like to", "wants? to", "then", "does", "do", "did", "not", "never", "may", "might",
    f"could(?! {LIVES_WITH})", "would", "openly", "publicly", "jointly", "generally", "still",
    "now", "clearly", "always", "often", "har", "vil", "også", "auch", "daher", "deshalb",
    "nachdrücklich", "ha", "han", "se", "no", "también", "además", "ne", "également", "aussi",
    "fermement", "however", "nevertheless", "thus", r"\w{2,}ly", "once again", "again",
    "no longer", "neither", "nor", "ni", "tampoco", "weder", "noch",
    r"(?:do|does|did|ca|wo)n['’]t",
)  # fmt: skip
_HELPERS = rf"(?:\s+(?:{grouped(_AUX_WORDS)})(?!\w)){{0,5}}"
_BETWEEN = r"(?:,\s[^,.;:]{1,60},|\s+(?:på|for) (?:sin|its|their|his|her|our) (?:side|part))?"
_AUX = rf"(?=[\s,])(?P<aux>{_HELPERS}{_BETWEEN}{_HELPERS})"
_GAP = (
    r"(?:\s(?:pas|plus|guère|nullement|jamais))?"
    r"(?:\s(?:au contraire|en revanche|en outre|par ailleurs|également|aussi|toutefois|avec force|"
    r"en cambio|par conséquent|en conséquence|asimismo|también|además|igualmente|therefore|also|"
    r"further|again|auch|jedoch|"
    r"ebenfalls|også|derfor|videre|\w{3,}ly))?"
)
_THAT = rf"(?:{_GAP},?\s+(?:that|at|que|dass|daß)\s|{_GAP},?\s+qu['’])"
SAYING = (
    r"(?:say|argu|add|not|stress|warn|insist|maintain|claim|emphasi[sz]|ask|demand|propos|urg|"
    r"recall|hop|underlin|underscor|reiterat|regrett)ing that|(?:tout )?en (?:souhait|demand|"
    r"soulign|rappel|estim|précis|regrett|propos|ajout|not|recommand|exige|insist|affirm|indiqu)"
    r"ant (?:pour )?qu(?:e(?=\s)|(?=['’]))|(?:señal|subray|recalc|destac|pid|exig|afirm|advirt|"
    r"añad|"
    r"sosten|record|insist|proponi)(?:ando|iendo)(?: en)? que"
)
_ASIDE = r"(?:,[^,.;:]{1,80},)?"
_SAID = grouped((*SAYS, *MORE_SAYS))
_DOING = grouped(sorted(DOES, key=len, reverse=True))
_WE = r"\s+(?P<who>wir|vi|meine Delegation|min delegasjon)\s"
_DROPPED = r"(?<![^\W\d_])(?P<aux>)(?P<verb>(?=(?:nos? )?\w+mos\s)"
_LET_ME = (
    r"(?:let (?:me|us)|allow (?:me|us) to|(?:i|we) (?:wish|would like|want) to|permett(?:ez|re)[- ]"
    r"(?:moi|nous) de|permítan?me|la (?:meg|oss)|lassen sie (?:mich|uns))"
)
_SAID_IT = Cue(rf"(?<!\w)(?:{_SAID})(?!\w)")
_DOES_IT = Cue(rf"(?<!\w)(?:{grouped_freely(DOES)})")
_SAYING_IT = Cue(rf"(?<!\w)(?:{SAYING})")
_SAID_BRIEFLY = Cue(rf"(?<!\w)(?:{grouped(SAYS_WITHOUT_THAT)})")
_WORRIES_US = Cue(r"(?<!\w)nos (?:preocupa|inquieta)")
_QUOTED = re.compile(r"[“\"„«]")


class _Pattern(NamedTuple):
    verb: Cue | re.Pattern[str]
    """What has to stand in a sentence: most are passed over at once."""
    pattern: str
    is_of_claim: bool
    """Whether the verb belongs to the claim."""
    is_of_voice: bool
    """Whether only a speaker can say it."""
    confidence: float


_PATTERNS = tuple(
    _Pattern(*row)
    for row in (
        (
            _WORRIES_US,
            rf"(?<!\w)(?P<aux>)(?P<verb>nos (?:preocupa|inquieta)){_THAT}", False, True, 0.6,
        ),
        (
            _SAID_IT,
            rf"(?P<aux>)(?P<who>\b{_LET_ME})(?: \w+)? (?P<verb>{_SAID}){_THAT}", False, True, 0.6,
        ),
        (
            _SAID_IT,
            rf"{_AUX}(?:\s+will)?\s+(?P<verb>{_SAID}){_ASIDE}{_THAT}", False, False, 0.7,
        ),
        (_SAYING_IT, rf",?(?P<aux>)\s+(?P<verb>{SAYING})['’\s]", False, False, 0.6),
        (_SAID_IT, rf"{_AUX}\s+(?P<verb>{_SAID})\s?:\s?[“\"„«]", False, False, 0.65),
        (
            _SAID_IT,
            rf"(?P<aux>)(?<!\w)(?P<verb>{_SAID}){_WE}[^.;]{{0,60}}?(?:dass|at)\s",
            False, True, 0.6,
        ),
        (_DOES_IT, rf"(?P<aux>)(?<!\w)(?P<verb>{_DOING}){_WE}", True, True, 0.55),
        (
            _DOES_IT,
            rf"{_AUX}\s+(?:[“\"„«]\s?)?(?P<verb>(?:n['’])?(?:{_DOING}))(?! by\b)"
            r"(?:\s|(?=[,.;:!])|$|(?<=['’]))",
            True, False, 0.55,
        ),
        (_SAID_IT, rf"{_DROPPED}(?:{_SAID})){_THAT}", False, True, 0.65),
        (_DOES_IT, rf"{_DROPPED}(?:{_DOING}))\s", True, True, 0.55),
        (_SAID_BRIEFLY, rf"{_AUX}\s+(?P<verb>{grouped(SAYS_WITHOUT_THAT)})\s", False, False, 0.5),
        (
            _QUOTED,
            rf"(?<=[\w,]){_AUX}\s+(?P<verb>[“\"„«])\s?(?-i:[a-zß-öø-ÿ])"
            r"(?=(?:[^“”\"«»]+\s){3}[^“”\"«»]+[”\"“»])",
            True, False, 0.5,
        ),
    )
)  # fmt: skip
"""The surest first."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def cues(ground: Ground) -> list[re.Match[str]]:
    """Return the words of a sentence that attribute something, in order; none within another."""
    taken: list[re.Match[str]] = []
    place = (ground.text, ground.sentence.start, ground.sentence.end)
    verbs = {verb for verb in _VERBS if verb.search(*place) is not None}
    for one in _PATTERNS if verbs else ():
        if one.verb not in verbs or (one.is_of_voice and ground.voice is None):
            continue
        for cue in _compiled(one.pattern).finditer(*place):
            is_new = not any(
                cue.start() < other.end() and other.start() < cue.end() for other in taken
            )
            if is_new and not _is_of_a_name(ground, cue):
                taken.append(cue)
    return sorted(taken, key=lambda cue: cue.start())


_VERBS = tuple(dict.fromkeys(one.verb for one in _PATTERNS))


def _is_of_a_name(ground: Ground, cue: re.Match[str]) -> bool:
    """Return whether what looks like a verb is part of a name: "Forum on Decision Support"."""
    verb = cue["verb"]
    before = ground.text[ground.sentence.start : cue.start("verb")].rstrip(" ")
    return verb[:1].isupper() and not verb.isupper() and before[-1:].isalpha()


def is_doing(cue: re.Match[str]) -> tuple[bool, float]:
    """Return whether the verb of a cue belongs to the claim, and how sure the cue is."""
    found = next(one for one in _PATTERNS if one.pattern == cue.re.pattern)
    return found.is_of_claim, found.confidence
