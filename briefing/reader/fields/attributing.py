"""The words by which a sentence attributes a view: a verb of saying or doing, with its helpers."""

import re
from functools import cache

from briefing.reader.cues import Cue
from briefing.reader.fields.holders import Ground
from briefing.reader.fields.spelled import grouped
from briefing.reader.fields.stance_words import DOES, LIVES_WITH
from briefing.reader.fields.view_words import SAYS, SAYS_WITHOUT_THAT

_AUX_WORDS = (
    "has", "have", "had", "also", "further", "firmly", "strongly", "repeatedly", "long",
    "therefore", "fully", "broadly", "too", "both", "continues? to", "wish(?:es|ed)? to",
    "would like to", "wants? to", "then", "does", "do", "did", "not", "never", "may", "might",
    f"could(?! {LIVES_WITH})", "would", "openly", "publicly", "jointly", "generally", "still",
    "now", "clearly", "always", "often", "har", "vil", "også", "auch", "daher", "deshalb",
    "nachdrücklich", "ha", "han", "se", "no", "también", "además", "ne", "également", "aussi",
    "fermement", "however", "nevertheless", "thus", r"\w{3,}ly", "once again", "again",
    r"(?:do|does|did|ca|wo)n['’]t",
)  # fmt: skip
_HELPERS = rf"(?:\s+(?:{grouped(_AUX_WORDS)})(?!\w)){{0,5}}"
_BETWEEN = r"(?:,\s[^,.;:]{1,60},|\s+(?:på|for) (?:sin|its|their|his|her|our) (?:side|part))?"
_AUX = rf"(?=[\s,])(?P<aux>{_HELPERS}{_BETWEEN}{_HELPERS})"
_GAP = (
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
_SAID = grouped(SAYS)
_DOING = grouped(sorted(DOES, key=len, reverse=True))
_WE = r"\s+(?P<who>wir|vi|meine Delegation|min delegasjon)\s"
_DROPPED = r"(?<![^\W\d_])(?P<aux>)(?P<verb>(?=(?:nos? )?\w+mos\s)"
_LET_ME = (
    r"(?:let (?:me|us)|allow (?:me|us) to|(?:i|we) (?:wish|would like|want) to|permett(?:ez|re)[- ]"
    r"(?:moi|nous) de|permítan?me|la (?:meg|oss)|lassen sie (?:mich|uns))"
)
_PATTERNS: tuple[tuple[str, bool, bool, float], ...] = (
    (rf"(?<!\w)(?P<aux>)(?P<verb>nos (?:preocupa|inquieta)){_THAT}", False, True, 0.6),
    (rf"(?P<aux>)(?P<who>\b{_LET_ME})(?: \w+)? (?P<verb>{_SAID}){_THAT}", False, True, 0.6),
    (rf"{_AUX}(?:\s+will)?\s+(?P<verb>{_SAID}){_ASIDE}{_THAT}", False, False, 0.7),
    (rf",?(?P<aux>)\s+(?P<verb>{SAYING})['’\s]", False, False, 0.6),
    (rf"{_AUX}\s+(?P<verb>{_SAID})\s?:\s?[“\"„«]", False, False, 0.65),
    (rf"(?P<aux>)(?<!\w)(?P<verb>{_SAID}){_WE}[^.;]{{0,60}}?(?:dass|at)\s", False, True, 0.6),
    (rf"(?P<aux>)(?<!\w)(?P<verb>{_DOING}){_WE}", True, True, 0.55),
    (
        rf"{_AUX}\s+(?:[“\"„«]\s?)?(?P<verb>(?:n['’])?(?:{_DOING}))(?! by\b)(?:\s|(?=,)|(?<=['’]))",
        True,
        False,
        0.55,
    ),
    (rf"{_DROPPED}(?:{_SAID})){_THAT}", False, True, 0.65),
    (rf"{_DROPPED}(?:{_DOING}))\s", True, True, 0.55),
    (rf"{_AUX}\s+(?P<verb>{grouped(SAYS_WITHOUT_THAT)})\s", False, False, 0.5),
    (
        rf"(?<=[\w,]){_AUX}\s+(?P<verb>[“\"„«])\s?(?-i:[a-zß-öø-ÿ])(?=(?:[^“”\"«»]+\s){{3}}[^“”\"«»]+"
        r"[”\"“»])",
        True,
        False,
        0.5,
    ),
)  # fmt: skip
"""Pattern, whether the verb belongs to the claim, whether only a speaker can say it, confidence;
the surest first."""
_BY_VERB, _BY_QUOTE = _PATTERNS[:-1], _PATTERNS[-1:]
_QUOTES = re.compile(r"[“\"„«]")
_VERB = Cue(
    rf"(?<!\w)(?:nos (?:preocupa|inquieta)|(?:{_SAID})(?!\w)|{_DOING}|"
    rf"{grouped(SAYS_WITHOUT_THAT)}|{SAYING})"
)
"""What all patterns but that of a quotation have: most sentences are passed over at once."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def cues(ground: Ground) -> list[re.Match[str]]:
    """Return the words of a sentence that attribute something, in order; none within another."""
    taken: list[re.Match[str]] = []
    sentence = ground.sentence
    has_verb = _VERB.search(ground.text, sentence.start, sentence.end) is not None
    is_quoting = _QUOTES.search(ground.text, sentence.start, sentence.end) is not None
    for pattern, _, is_of_voice, _ in (*(_BY_VERB * has_verb), *(_BY_QUOTE * is_quoting)):
        if is_of_voice and ground.voice is None:
            continue
        for cue in _compiled(pattern).finditer(ground.text, sentence.start, sentence.end):
            is_new = not any(
                cue.start() < other.end() and other.start() < cue.end() for other in taken
            )
            if is_new and not _is_of_a_name(ground, cue):
                taken.append(cue)
    return sorted(taken, key=lambda cue: cue.start())


def _is_of_a_name(ground: Ground, cue: re.Match[str]) -> bool:
    """Return whether what looks like a verb is part of a name: "Forum on Decision Support"."""
    verb = cue["verb"]
    before = ground.text[ground.sentence.start : cue.start("verb")].rstrip(" ")
    return verb[:1].isupper() and not verb.isupper() and before[-1:].isalpha()


def is_doing(cue: re.Match[str]) -> tuple[bool, float]:
    """Return whether the verb of a cue belongs to the claim, and how sure the cue is."""
    return next((told, sure) for pattern, told, _, sure in _PATTERNS if pattern == cue.re.pattern)
