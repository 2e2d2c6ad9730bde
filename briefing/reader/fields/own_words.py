"""The words by which a speaker tells what he or she holds, without a verb of holding."""

import re

from briefing.reader.vocabulary import any_of

_FLAGS = re.IGNORECASE

OUTSET = re.compile(
    r"\s*(?:\(?(?:\d{1,3}|[ivx]{1,4}|[a-z])[.)]\s+|[-*•–]\s+|[“\"«]\s?|"
    r"(?:and|but|also|so|therefore|however|moreover|furthermore|finally|lastly|thus|hence|indeed|"
    r"first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|in addition|in particular|additionally|"
    r"at the same time|until then|from now on|in the meantime|meanwhile|(?:this|next) year|for "
    r"(?:this|that) reason|in this (?:regard|context|respect|connection)|"
    r"to (?:this|that) end|in closing|in conclusion|on our side|for (?:our|its) part|"
    r"(?:mr|madam|mister)\.? (?:chair\w*|president)|chair|"
    r"por (?:lo|ello|eso|tanto)(?: tanto)?|además|asimismo|finalmente|en (?:primer|segundo|tercer) "
    r"lugar|en este sentido|por último|por nuestra parte|sin embargo|en ese sentido|"
    r"enfin|en outre|par ailleurs|de plus|ainsi|à cet égard|dans ce contexte|c['’]est pourquoi|"
    r"premièrement|deuxièmement|troisièmement|pour notre part|de notre côté|"
    r"daher|deshalb|außerdem|zudem|derfor|dessuten|videre|for det (?:første|andre|tredje))"
    r"(?=[,\s]),?\s+)",
    _FLAGS,
)
"""What a clause may begin with before its subject."""

_OURS = any_of(
    r"in (?:our|my(?: delegation['’]s| country['’]s)?) (?:\w+ )?(?:view|opinion|understanding|"
    r"assessment|reading|judge?ment)",
    "in the view of my (?:delegation|country|government)", "from our (?:perspective|point of view)",
    "à notre (?:avis|sens)", "selon nous", "de notre point de vue", "de l['’]avis de ma délégation",
    "a nuestro (?:juicio|entender|modo de ver)", "en nuestra opinión", "a juicio de mi delegación",
    "desde nuestr[oa] (?:perspectiva|punto de vista)",
    "nach unserer (?:auffassung|ansicht|meinung)", "unserer (?:ansicht|auffassung|meinung) nach",
    "aus unserer sicht", "etter vårt syn", "etter vår (?:mening|oppfatning|vurdering)",
)  # fmt: skip
OURS = re.compile(rf"(?:{_OURS})[,:]?\s+", _FLAGS)
ASIDE = re.compile(rf",\s(?:{_OURS})(?=[,.;])", _FLAGS)
"""By what a clause is told to be the speaker's view."""

_OUR = r"(?:our|my (?:delegation|country|government)['’]s|notre|nuestr[oa]|unsere?|vår[t]?)"
OURS_IS = re.compile(
    rf"(?:(?:it (?:is|remains) (?:also )?{_OUR} (?:\w+ ){{0,3}}(?:view|position|understanding|"
    rf"belief|"
    rf"conviction|hope|expectation|preference|opinion|assessment|contention),? (?:that|to)\s)|"
    rf"(?:{_OUR} (?:\w+ ){{0,3}}(?:view|position|understanding|belief|conviction|hope|expectation|"
    r"preference|priority|priorities|request|proposal|suggestion|recommendation|message|"
    r"avis|demande|proposition|souhait|priorité|"
    r"posición|opinión|propuesta|petición|prioridad|expectativa|"
    r"auffassung|standpunkt|haltung|forderung|vorschlag|syn|holdning|forslag|krav)"
    r"(?:,[^,.;:]{1,60},)? (?:is|are|remains|would be|est|serait|es|sería|ist|wäre|er)"
    r"(?: (?:clear|simple|well[- ]known|claire?|clara|conocida|klar))?"
    r"(?::| that| que| dass| at)?\s)|"
    rf"{_OUR} (?:\w+ )?(?:view|position|posición|position) on [^.;:]{{2,80}} is(?: clear)?:?(?: "
    rf"that)?\s)",
    _FLAGS,
)
"""A clause that says "our view is that"."""

_SPEECH = (
    r"(?:be (?:\w+ing|brief|short|submit\w*|circulat\w*|mak\w*|speak\w*|focus\w*|deliver\w*|happy|"
    r"pleased)|"
    r"focus|speak|address|limit|make|share|turn|return|begin|start|conclude|end|stop|comment|"
    r"suspend|adjourn|close|hand|pass|try|"
    r"take (?:\w+ ){0,4}(?:notes?|questions?|minutes?|speakers)|"
    r"elaborate|read|give|refer|touch|keep (?:it|this|my|our)|take the floor|deliver|mention|"
    r"highlight|respond|say|send|circulate|confine|just|come|see|know|remember|recall|listen|"
    r"follow|"
    r"look|have|now|hear|try to be|only|skip|leave it|all|find|need|get|go|tell|ask|need)"
)
_THEN = r"(?:(?:therefore|also|simply|further|soon|never|not|no longer|\w+ly|in turn|thus),? ){0,4}"
INTENDS = re.compile(
    r"(?P<who>(?:we|my (?:country|government|delegation)|our (?!message|view|next|first|second|"
    r"last)"
    r"(?:[\w-]+ ){0,2}[\w-]+)"
    rf"(?: (?:will|shall),?(?: however,)? {_THEN}(?!{_SPEECH}\b)[a-z]+|"
    r" (?:has|have) decided (?:not )?to| (?:plan|intend|stand ready|are committed|undertake|"
    r"commit) to"
    r"(?! (?:be brief|speak|make|submit a)))|"
    r"nous (?:ne )?(?!ser|fer|revien|concentr|limiter|born|transm|aborder|évoquer)\w+rons(?!\w)|"
    r"(?:no )?(?!ser|har|nos ref|limitar|centrar|volver|dir|tendr|abordar)\w{3,}(?:are|ere|"
    r"ire)mos(?!\w)|"
    r"wir werden (?!uns|gleich|kurz)\w|vi (?:vil|kommer til å) "
    r"(?!takke|begynne|understreke|peke|fremheve|også takke|gjerne|si |nå )\w)",
    _FLAGS,
)
"""What a speaker will do, and not say."""

WE_NEED = re.compile(
    r"what (?:we|my delegation) (?:really |most |also )?(?:need|want|ask|expect|seek|propose)s?\b|"
    r"we (?:\w+ )?(?:need|must|should|cannot|can['’]t|ought to|have to|do not need|invite)(?! "
    r"(?:to )?"
    r"(?:thank|say|admit|be honest|ask ourselves|remind|recall|stop|begin|go|also thank|see|"
    r"hear)\b)|"
    r"(?:there (?:is|remains) (?:a|an|no) (?:\w+ ){0,2}need (?:for|to))|"
    r"(?:nous devons|il (?:nous )?faut|debemos|hay que|wir (?:müssen|sollten|brauchen|dürfen)|"
    r"vi (?:må|bør|trenger|kan ikke))(?!\w)",
    _FLAGS,
)

MODALS = re.compile(
    r"\s(?:must|should|ought to|needs? to|has to|shall)(?! (?:be )?(?:noted|recalled|stressed|said|"
    r"mentioned|remembered|emphasi[sz]ed|admit|say|like|have liked|also be (?:noted|recalled))\b)"
    r"(?! read\b)\s(?!I\b)|"
    r"\s(?:cannot|can not|may not) be\s|"
    r"\bit (?:is|remains|would be|will be) (?:also |therefore |equally |thus )?(?:\w+ly "
    r")?(?:essential|"
    r"important|crucial|imperative|necessary|vital|critical|indispensable|unacceptable|premature|"
    r"key|fundamental|time|high time|advisable|appropriate|desirable|useful|better)\b"
    r"(?: (?:that|to|for)|,)|"
    r"\s(?:doi(?:t|vent)|devrai(?:t|ent)|ne (?:peu(?:t|vent)|saurai(?:t|ent)))\s|"
    r"\bil (?:est (?:\w+ )?(?:essentiel|important|nécessaire|indispensable|crucial|impératif|"
    r"urgent|"
    r"fondamental|primordial|temps) (?:que|de|d['’])|convient|importe|faut)|"
    r"\s(?:deben?|deber(?:ía|ían|á|án)|tienen? que|no pueden?|ha de|han de)\s(?!decir)|"
    r"\bes (?:\w+ )?(?:fundamental|esencial|necesario|importante|imprescindible|indispensable|"
    r"imperativo|crucial|urgente|preciso|vital|hora) (?:que|de|la|el|\w+r\b)|\bresulta (?:\w+ "
    r")?(?:esencial|"
    r"fundamental|importante|imprescindible|necesario|crucial)|"
    r"\s(?:muss|müssen|sollte|sollten|darf|dürfen)\s(?!ich|man sagen)|"
    r"\s(?:må|bør|burde)\s(?!jeg|si )|\bdet er (?:\w+ )?(?:viktig|avgjørende|nødvendig|helt "
    r"sentralt) "
    r"(?:at|å|for)",
    _FLAGS,
)
"""What should be, said without saying who thinks so."""

PROCEDURE = re.compile(
    r"(?:I|we) (?:must|should) (?:say|admit|thank)|thank you|muchas gracias|je vous remercie|"
    r"should you (?:have|need|wish)|should (?:there )?be any|please|the (?:floor|meeting|session) "
    r"(?:is|will)|check against|allow me|let me|permettez|permítame|permítanme|lassen sie mich|"
    r"la meg|"
    r"I (?:would|wish|want|will|am|have|should|shall)\b|\bas (?:I|we) (?:said|mentioned)|"
    r"what (?:should|must) |(?:what|where|when|how|whether|if|why) (?:\w+ ){1,3}(?:should|must)\b|"
    r"(?:should|must) (?:I|we)\b",
    _FLAGS,
)
"""What is said about the meeting, or to its chair."""

OF_OTHERS = re.compile(
    r"(?:^|\s)(?:said|says?|stated|argu\w+|claim\w*|according to|alleg\w+|accus\w+|"
    r"suggest\w*|others? (?:have )?(?:say|said|told)|some (?:delegations|states|say|argue|of us)|"
    r"asks? whether|selon (?!nous)|affirm(?:e|ent)|según|afirma|laut|sagt|ifølge|hevder)(?!\w)",
    _FLAGS,
)
"""What tells a sentence to report what others hold."""

NEGATED = re.compile(
    r"(?<!\w)(?:must not|should not|shall not|cannot|can['’]t|may not|will not|won['’]t|no "
    r"longer|not|"
    r"never|ne [^.;]{1,20} (?:pas|jamais)|no (?:debe|puede)\w*|nicht|ikke)(?!\w)",
    _FLAGS,
)
