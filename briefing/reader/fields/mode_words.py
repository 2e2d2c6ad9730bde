"""The words that say how one can be at an event, in five languages; each row is a pattern."""

from briefing.reader.vocabulary import EVENT_NOUN

ONLINE = (
    r"online|on-line|virtual(?:ly|mente)?|virtuell\w*|digital(?:t|ly)?|remote(?:ly)?|en línea|"
    r"en ligne|en virtuel|à distance|par visioconférence|en visioconférence|por videoconferencia|"
    r"per videokonferenz|per video|på nett|web-?based|zoom|(?:ms |microsoft )?teams|webex|webinar|"
    r"livestream|live stream|live-stream|webcast|en direct|en streaming"
)
HERE = (
    r"in[- ]person|on-?site|physical(?:ly)?|face[- ]to[- ]face|presencial(?:mente)?|fysisk|"
    r"(?:en )?présentiel|(?:in )?präsenz|vor ort|in[- ]residence|in presence|en présence|in situ"
)
HYBRID = r"hybrid(?:t|e|es|er|en)?|híbrid[oa]s?|bimodal|comodal"
"""One word, or the value of a label."""

TOOL = (
    r"(?:zoom|(?:ms |microsoft )?teams|webex|google meet|big ?blue ?button|go ?to ?webinar|jitsi|"
    r"whereby|interprefy|kudo|hopin|crowdcast|skype|meet\.jit\.si)"
)
CAST = (
    r"(?:live-?\s?stream(?:ed|ing)?|livestream|webcast(?:ed)?|web ?tv|un ?web ?tv|youtube|vimeo|"
    r"facebook live|linkedin live|live feed|video ?link)"
)
_VIA = r"(?:via|on|over|through|by|using|por|på|over|par|sur|per|über|mit|med|mediante|a través de)"
_THE = r"(?:the |our |a |le |la |el |un |une |notre |nuestro |unseren? |vår )?"

HERE_ONLY: tuple[str, ...] = (
    rf"(?:{HERE})[ -](?:only|uniquement|seulement|exclusivement|únicamente)",
    rf"(?:only|bare|uniquement|exclusivement|nur|solo|únicamente|strictly|entirely) "
    rf"(?:in )?(?:{HERE})",
    r"room only", r"in the room only", r"no (?:stream|link|zoom|webcast)(?:ing)?",
    r"in[- ]person (?:event|meeting|workshop|seminar) only", r"strømmes ikke", r"ikke strømmet",
    r"(?:will |is |are )?not (?:be )?(?:live-?)?(?:streamed|webcast|broadcast)",
    r"(?:no|without|kein\w*|ingen|aucune?|sans|sin|ningun\w*) (?:\w+ ){0,2}(?:zoom|"
    r"live-?\s?stream\w*|remote (?:participation|connection|access|attendance)|"
    r"online (?:participation|option|"
    r"attendance|access|component|link)|virtual (?:participation|option)|hybrid option|webcast|"
    r"strømming|digital deltakelse|retransmission|participation à distance|connexion à distance|"
    r"participación (?:virtual|remota|en línea)|transmisión|online-teilnahme|übertragung)",
    r"(?:remote|online|virtual) (?:participation|attendance|access) (?:is|will) (?:be )?not",
    r"(?:remote|online|virtual) (?:presentations|speakers|participants) (?:are|will) not",
    r"no remote (?:presentations|speakers)",
    r"ne (?:sera|seront) pas (?:re)?(?:transmise?s?|diffusée?s?)",
    r"no se (?:re)?transmit(?:e|irá)", r"no (?:será|habrá) (?:re)?transmi\w+",
    r"(?:wird|werden) nicht (?:live )?(?:übertragen|gestreamt)", r"wird nicht gestreamt",
)  # fmt: skip

BOTH: tuple[str, ...] = (
    rf"(?:{HYBRID})[ -](?:event|format|meeting|session|conference|seminar|workshop|mode|training|"
    r"course|roundtable|discussion|setting|modality|gathering|panel|lecture|symposium|consultation|"
    r"veranstaltung|arrangement|seminar|møte)",
    rf"(?:{EVENT_NOUN}|format|mode|modalité|modalidad|formato|evento|formation|veranstaltung|in|en|"
    rf"as|als|som) (?:in |an? |en |einer? |et )?(?:{HYBRID})",
    r"be (?:fully )?hybrid", r"(?:is|are|ist|est|es|er) hybrid\w*",
    rf"(?:{HERE})(?: \w+)? (?:and|or|as well as|et|ou|und|oder|y|o|og|eller|&|/) (?:\w+ )?"
    rf"(?:{ONLINE})",
    rf"(?:{ONLINE})(?: \w+)? (?:and|or|as well as|et|ou|und|oder|y|o|og|eller|&|/) (?:\w+ )?"
    rf"(?:{HERE})",
    r"in the room and (?:online|on screen|remotely|virtually)",
    r"(?:online|on screen|remotely|virtually) (?:and|or) in the room",
    r"in the room,? (?:\w+ ){0,2}online", r"both (?:online|virtually|remotely|in person)",
    r"whether (?:you (?:join|attend) )?(?:online|in person|remotely)",
    r"(?:i salen|på stedet|fysisk) (?:og|eller) (?:digitalt|på nett)",
    r"(?:sur place|dans la salle) (?:et|ou) (?:en ligne|à distance)",
    r"vor ort (?:und|oder|sowie) (?:online|digital|im livestream)",
    r"(?:,|and|or|as well as|also|plus|et|y|og|und|sowie|ou|o|oder|eller|&|\+) (?:also )?(?:live )?"
    r"(?:online|on-line|virtually|remotely|via (?:a )?livestream|live ?stream|livestream|webcast|"
    r"på nett|digitalt|en ligne|à distance|en línea|im livestream|en visioconférence|"
    r"par visioconférence|por videoconferencia|en streaming)"
    r"(?=\s*(?:[.,;:()!?–-]|$|\n|via|on |from|through|by |with|for those|auf|über|sur|por|på))",
    rf"(?:and|or|or join|and join|et|ou|y|o|og|und|oder|eller|,) (?:live |also )?{_VIA} {_THE}"
    rf"(?:{TOOL}|{CAST})",
    r"(?:can|may|could|kan|peuvent?|peut|pueden?|können|kann) (?:\w+ ){0,3}(?:follow|join|attend|"
    r"participate|be followed|be watched|følge|være med|delta|suivre|participer|seguir|seguirse|"
    rf"asistir|participar|teilnehmen)(?: \w+){{0,3}} (?:{ONLINE}|live|{_VIA} {_THE}(?:{TOOL}|"
    rf"{CAST}))",
)  # fmt: skip
"""Both ways are named, or one more way beside one that is taken for granted."""

STREAMED: tuple[str, ...] = (
    r"(?:be |is |are |wird |werden |sera |seront |será |serán )(?:also |auch |également |también )?"
    r"(?:live-?\s?stream\w*|streamed|webcast|broadcast(?: live)?|simulcast|live übertragen|"
    r"gestreamt|retransmise?s?|diffusée?s?|transmitid[oa]s?|strømmet|overført)",
    r"strømmes(?! ikke)", r"overføres direkte", r"direkte?(?:sendt|strømm\w*)", r"direktestrømming",
    r"(?:webcast|broadcast) live", r"live (?:webcast|broadcast|stream)", r"livestream(?:ed|ing)?",
    r"live-stream(?:ed|ing)?", r"retransmis\w*", r"diffusion en (?:direct|ligne)",
    r"transmi(?:sión|tid[oa]) en (?:vivo|directo|línea)", r"se (?:re)?transmitirá", r"en streaming",
    r"remote (?:participa(?:nts|tion)|attendance|access|connection)(?: (?:is|are|will be) "
    r"(?:\w+ )?(?:welcome|possible|available|provided|offered|enabled))?",
    r"online (?:participation|participants|attendance|attendees|audience)",
    r"those (?:who (?:join|attend|participate|connect)|joining|attending|participating) "
    r"(?:online|remotely|virtually)",
    r"(?:connect|join|follow|attend|participate|tune in|watch|dial in)(?: (?:us|the \w+|it|live))? "
    r"(?:online|remotely|virtually|live)",
    rf"{_VIA} {_THE}{CAST}", r"on our (?:youtube )?channel", r"sur notre chaîne",
    r"web ?tv", r"(?:seats|places) online",
    r"\[(?:un )?(?:webcast|web ?tv|live-?\s?stream(?:ed)?|streamed)\]",
)  # fmt: skip
"""It can be seen from elsewhere besides."""

CHANNEL: tuple[str, ...] = (
    rf"{_VIA} {_THE}{TOOL}", rf"{TOOL}[- ](?:link|details|id|meeting|webinar|call|lenke|lien|"
    r"enlace)s?",
    rf"\({TOOL}\)", r"[\w.-]*zoom\.us/\S+", r"teams\.microsoft\.com/\S+", r"\w*\.webex\.com/\S+",
    r"meet\.google\.com/\S+", r"videokonferenz", r"visioconférence", r"videoconferencia",
    r"videokonferanse",
    r"(?:webinar|meeting|joining|connection|dial-in|access|login) (?:link|details|id|url)",
    r"link (?:to join|will be|is|for joining) .{0,30}(?:sent|shared|e-?mailed|provided|follow|"
    r"circulated)", r"(?:lien|enlace) (?:de connexion|de conexión|de acceso)",
    r"lenke (?:sendes|til)", r"(?:zugangs|einwahl)(?:daten|link)", r"dial[- ]in",
    r"live-?stream(?:ed)? (?:link|on)",
    r"online (?:via|on|over|through|auf|über|per|par|por)",
)  # fmt: skip
"""Through what one is there from elsewhere."""

KIND: tuple[str, ...] = (
    r"(?:take|takes|taking|taken|held|place|meet|conducted|hosted|run|runs|delivered|convened|"
    r"organi[sz]ed) (?:fully |entirely |exclusively |solely )?(?:online|virtually|remotely)",
    r"(?:fully|entirely|exclusively|purely|100 ?%) (?:online|virtual|remote)",
    r"(?:online|virtual)[ -]only",
    rf"(?:online|virtual|on-line|remote|digital)[ -](?:\w+ )?(?:{EVENT_NOUN}|discussion|dialogue|"
    r"consultation|veranstaltung|arrangement|møte)",
    r"virtual,? (?:por|via|over|on)",
    rf"(?:{EVENT_NOUN}) (?:en ligne|en línea|på nett|online|virtuell?e?|virtual|digitalt)",
    r"(?:se tiendra|aura lieu|se celebrará|tendrá lugar|findet|finner sted|holdes|avholdes|sont|"
    r"son|sera|será|er|ist) (?:\w+ )?(?:en ligne|en línea|online|digitalt|virtualmente|på nett)",
    r"webinars?", r"webinarios?", r"seminario virtual", r"webinaires?", r"nettseminar",
    r"web-?seminar", r"webtalk",
)  # fmt: skip
"""It is of a sort that is nowhere else."""

PRESENT: tuple[str, ...] = (
    rf"(?:{HERE}) (?:event|meeting|attendance|participation|workshop|format|seminar|conference|"
    rf"participants|guests|seats|module)",
    rf"(?:held|take place|takes place|convened?|meet|tenue?|aura lieu|se tiendra|se tient|tendrá "
    rf"lugar|se celebrará|stattfinden|findet|avholdes|holdes|event|participation|attendance) "
    rf"(?:is |will be |en |in )?(?:{HERE})",
    r"kommer? fysisk", r"join us (?:in person|at our (?:offices?|premises|headquarters))",
    r"at our (?:offices?|premises|headquarters)", r"in unseren räumen", r"dans nos locaux",
    r"en nuestras? (?:sede|oficinas)", r"i våre lokaler", r"chez nous",
    r"doors open", r"einlass", r"dørene åpner", r"ouverture des portes",
    r"bring (?:your |a |photo )?(?:badge|ID)", r"photo (?:id|identification)",
    r"grounds? pass(?:es)?", r"cloakroom",
    r"(?:enkel |lett )?(?:frokost|lunsj|kaffe) (?:blir |vil bli )?server\w+", r"blir servert",
    r"(?:buffet|cocktail|café|repas|apéritif) sera (?:servi|offert)", r"verre de l['’]amitié",
    r"se servirá", r"vino de honor", r"glas wein", r"umtrunk", r"(?:im anschluss )?empfang",
    r"(?:light )?(?:breakfast|lunch|refreshments|reception|drinks|coffee|dinner|snacks|sandwiches|"
    r"canap[eé]s) (?:will be|is|are) (?:served|provided|offered|available)",
    r"(?:followed by|join us for) (?:a |drinks|light |an? \w+ )?(?:reception|drinks|lunch|buffet|"
    r"refreshments|apéro|aperitif|cocktail)", r"space (?:in the room )?is limited",
    r"seats (?:in the room|are limited)", r"seating is limited",
    r"places? (?:in the room|limitées)",
    r"wheelchair", r"step-free", r"dans la limite des places", r"aforo", r"parking",
)  # fmt: skip
"""One has to be somewhere."""

APART: tuple[str, ...] = (
    r"recording", r"recorded", r"opptak", r"enregistrement", r"grabación", r"aufzeichnung",
    r"previous (?:editions?|sessions?|events?)", r"past (?:editions?|events?)", r"last year",
    r"(?:first|second|third|\w+th|last|earlier) editions? (?:was|were|took)", r"was held",
    r"were held", r"took place", r"ble (?:sist )?arrangert", r"a eu lieu", r"tuvo lugar",
    r"fand .{0,60} statt", r"register online", r"online registration", r"online form",
    r"registration (?:\w+ ){0,3}online", r"(?:available|published|found|read|apply|submit\w*|book|"
    r"buy|order|booked|posted|accessible) online", r"(?:view|open|read) in (?:your )?browser",
)  # fmt: skip
"""A sentence with these speaks of something else than how one can be there."""
