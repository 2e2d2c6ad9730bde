"""Further verbs of saying and of doing, in all their forms; the commonest stand beside others."""

from collections.abc import Mapping

from briefing.model import Stance
from briefing.reader.fields.inflected import french, spanish

_BE = (
    r"(?:est|sont|sommes|était|étaient|reste(?:nt)?|restons|demeure(?:nt)?|serait|seraient|serions)"
)
_CALLS = r"(?:se|nous) (?:déclar|dit|dis|disent|montr|dir)(?:e|ent|ons|ait|era|erait)?"
_TO, _OF = "(?:à|au|aux)", r"(?:de|des|du|d['’])"
_ESTA = r"(?:est(?:á|án|amos|aba|aría|arían|aríamos)|sigue|seguimos|permanece(?:mos)?)"
_SE = r"(?:se (?:declara|muestra|manifiesta|mostró|declaró)n?|nos (?:declaramos|mostramos))"
_ADV = (
    r"(?: (?:toutefois|également|aussi|donc|cependant|néanmoins|en revanche|en outre|par ailleurs|"
    r"au contraire|plenamente|también|sin embargo|no obstante|\w+ment))?"
)

MORE_SAYS: tuple[str, ...] = (
    "(?:is|are|am|remains?) of the (?:firm )?(?:belief|understanding|conviction)",
    "(?:wish(?:es)?|would (?:like|wish)) to (?:stress|note|recall|emphasi[sz]e|underline|add|"
    "reiterate|clarify|state|underscore|highlight|point out|remind|say|place on record|put on "
    "record|reaffirm|observe|suggest|propose|see it)",
    "(?:place|put)s? (?:it )?on record", "behaupt(?:et|en|ete|eten)",
    "express(?:es|ed)? (?:its |our |their )?(?:hope|regret)",
    *french(
        "confirmer", "signaler", "observer", "suggérer", "expliquer", "déplorer", "préférer",
        "relever", "annoncer", "souhaiter", "estimer", "considérer", "souligner", "rappeler",
        "demander", "proposer", "exiger", "insister", "accepter", "ajouter", "préciser",
        "regretter", "réaffirmer", "réitérer", "recommander", "suggérer", "espérer", "affirmer",
        "indiquer", "déclarer", "constater", "noter", "refuser", "tolérer", "penser", "juger",
    ),
    "(?:reconnaî(?:t|ssent)|reconnaissons|compren(?:d|nent|ons)|enten(?:d|dent|dons)|voi(?:t|ent)|"
    "attend(?:ent|ons)?|soutien(?:t|nent)|soutenons|soutenait|dit|disent|disons|conv(?:ient|enons)|"
    "préten(?:d|dent|dons)|ten(?:d|dent) à penser)",
    r"(?:(?:tien(?:t|nent)|tenons) (?:toutefois |également |aussi )?à ce|veill(?:e|ent|ons) à ce|"
    rf"{_BE} (?:\w+ )?(?:favorables?|opposée?s?) à ce)(?= que| qu['’])",
    rf"{_BE}{_ADV} (?:préoccupée?s?|inquiète?s?|inquiets|conscient(?:e|s|es)?|persuadée?s?|"
    r"convaincue?s?|heureu(?:x|se|ses)|d['’]avis)",
    "(?:exprim(?:e|ent|ons)|form(?:e|ent|ons)) (?:l['’]espoir|le (?:souhait|vœu)|l['’]avis)",
    *spanish(
        "confirmar", "observar", "añadir", "aclarar", "precisar", "recalcar", "resaltar",
        "aceptar", "considerar", "señalar", "subrayar", "destacar", "estimar", "reiterar",
        "reafirmar", "afirmar", "declarar", "manifestar|manifiest", "lamentar", "solicitar",
        "advertir|adviert", "indicar", "esperar", "recomendar|recomiend", "celebrar", "confiar|"
        "confí",
        "exigir", "recordar|recuerd", "insistir en", "deplorar", "valorar", "plantear", "asegurar",
        "apoyar", "respaldar", "sugerir|sugier", "rechazar", "desear", "opinar", "pensar|piens",
    ),
    "(?:(?:ha|han|hemos) (?:pedido|propuesto|dicho|sostenido|expuesto)|desean? dejar constancia de|"
    "deja(?:n|mos)? constancia de|quisier(?:a|an) dejar constancia de|hace(?:n|mos)? constar|"
    "reconoce(?:n|mos)?|desea(?:n|mos)? (?:pedir|proponer|dejar claro)|pon(?:e|en|emos) de "
    "relieve|prefier(?:e|en)|preferimos|preferir(?:ía|ían|íamos)|teme(?:n|mos)?|quisiéramos|"
    "pide(?:n)?|propon(?:e|en|emos))",
    rf"{_ESTA} (?:\w+ )?(?:convencid[oa]s?|segur[oa]s?|preocupad[oa]s?|conscientes?) de",
    "expres(?:a|an|amos) (?:su|nuestra) (?:esperanza de|preocupación por|convicción de)",
    r"(?:inform|anunci)(?:a|an|amos|ó|aron)(?: [^,.;:]{1,40}?)? (?:de)?(?= que\b)",
)  # fmt: skip

MORE_DOES: Mapping[Stance, tuple[str, ...]] = {
    Stance.SUPPORTS: (
        r"will (?:also |continue to |strongly )?(?:support|back|endorse|vote (?:in favou?r|for)|"
        r"co-?sponsor|join (?:the )?consensus)",
        rf"{_BE}{_ADV} (?:pour(?= (?:que|l[ae']|un|de))|(?:partisan|partisane|partisans) {_OF}|"
        rf"d['’]accord (?:avec|pour))", rf"{_CALLS} favorables? {_TO}", rf"{_BE} favorables? {_TO}",
        rf"(?:se prononc(?:e|ent)|nous prononçons) (?:pour|en faveur {_OF})",
        r"partag(?:e|ent|eons)(?= (?:l['’]|la |le |les |cet|ce )(?:avis|objectif|vue|point|souci|"
        r"préoccupation|position|analyse|conviction|sentiment))",
        *french("approuver", "saluer", "parrainer"),
        "(?<!ne )(?:peu(?:t|vent)|pouvons) (?:pleinement |également )?(?:accepter|appuyer|soutenir|"
        "approuver|souscrire|se rallier|nous rallier)",
        r"(?:soutiendr|appuier)(?:a|ont|ons)",
        *spanish("apoyar", "respaldar", "copatrocinar", "suscribir", "acompañar", "aprobar|aprueb"),
        "(?:se asocia[n]?|nos asociamos) a",
        "(?<!no )puede[n]? (?:aceptar|apoyar|respaldar|acompañar)",
        "(?<!no )podemos (?:aceptar|apoyar|respaldar|acompañar)", "votar(?:á|án|emos) a favor",
        "(?:es|son|somos) (?:firmes? )?partidari[oa]s? de", rf"{_SE} partidari[oa]s? de",
        "(?:se|nos) pronuncia(?:n|mos)? a favor de",
        "(?:wird|werden) (?:\\w+ )?(?:zustimmen|unterstützen)", "stimm(?:t|en) (?:\\w+ )?zu",
        "vil (?:også )?støtte", "stemte for",
    ),
    Stance.OPEN: (
        r"(?:would|will) (?:also )?be (?:able|willing|ready|open|prepared) to (?:support|accept|"
        r"join|"
        r"consider|discuss|agree)", r"(?:sees?|find)s? (?:some )?merit in",
        rf"{_CALLS} (?:prête?s?|disposée?s?|ouverte?s?) {_TO}",
        rf"{_BE}{_ADV} (?:prête?s?|disposée?s?|ouverte?s?) {_TO}",
        rf"{_SE} (?:dispuest|abiert)[oa]s? a", rf"{_ESTA} (?:dispuest|abiert)[oa]s? a",
        "puede mostrar flexibilidad", "podemos mostrar flexibilidad",
    ),
    Stance.RESERVES: (
        r"(?:se|nous) réserv(?:e|ent|ons) (?:le droit|la possibilité|sa position|notre position)",
        r"n['’](?:a|ont|avons) pas (?:encore )?(?:arrêté|pris|défini) (?:sa|leur|notre|"
        r"de) position",
        r"(?:se|nos) reserva(?:n|mos)? (?:el derecho|su posición|nuestra posición|la posibilidad)",
        r"(?:has|have) (?:not yet|yet to) (?:taken?|formed?|reach(?:ed)?) (?:a|its|our) (?:final )?"
        r"(?:position|view)", "would rather",
    ),
    Stance.OPPOSES: (
        r"will (?:not|never) (?:\w+ly )?(?:support|accept|join|endorse|sign|agree|vote for|be part|"
        r"back|recogni[sz]e|ratify)", r"will (?:oppose|reject|vote against|block|object)",
        r"(?:do|does|did) not (?:accept|join|support|endorse|recogni[sz]e|regard|consider|favou?r|"
        r"subscribe|consent)", r"(?:has|have|had) (?:refused|declined) to",
        r"refuses? to", r"refused to", r"declined? to(?= (?:accept|support|join|sign|endorse))",
        rf"{_BE}{_ADV} (?:opposée?s? {_TO}|hostiles? {_TO}|contre(?= ))",
        rf"{_CALLS} (?:opposée?s?|hostiles?) {_TO}",
        r"n['’](?:est|était|es) pas (?:\w+ )?(?:favorable|d['’]accord|partisane?)",
        "ne (?:sommes|sont) pas (?:\\w+ )?(?:favorables?|d['’]accord|partisans?)",
        "ne (?:pourr(?:a|ons|ont|ait|ions)|sauraient?|saurions) (?:pas )?(?:accepter|appuyer|"
        "soutenir|souscrire|approuver|se rallier|nous rallier)",
        "ne (?:peu(?:t|vent)|pouvons)(?: pas)? (?:accepter|appuyer|soutenir|souscrire|approuver|se "
        "rallier|nous rallier|nous associer|s['’]associer)",
        r"n['’]accept(?:e|ent|ons|era|eront|erons|erait) pas", r"n['’]appui(?:e|ent|era|erons) pas",
        r"n['’]appuyons pas", r"ne (?:soutien(?:t|nent)|soutenons|soutiendra|veu(?:t|lent)) pas",
        "(?:se prononc(?:e|ent)|nous prononçons) contre", *french("récuser", "contester"),
        "no (?:puede[n]?|podemos|podr(?:á|án|emos|ía|íamos)) (?:acompañar|aceptar|apoyar|respaldar|"
        "suscribir|sumarse|sumarnos|compartir|estar de acuerdo|aprobar|consentir)",
        "no (?:apoya|respalda|acepta|acompaña|suscribe)(?:n|mos|rá|rán|remos|ría)?",
        "no (?:apoy|acept|acompañ|respald)(?:aremos|ará|arán)", "no suscribimos",
        "no (?:es|son|somos) partidari[oa]s? de", "no (?:lo )?considera(?:n|mos)?(?= (?:\\w+ ){0,2}"
        "(?:oportun|necesari|convenient|adecuad|apropiad|aceptable|viable))",
        "discrepa(?:n|mos)? de", r"(?:no )?(?:está|estamos|están) en (?:contra|desacuerdo)",
        "(?:se|nos) pronuncia(?:n|mos)? en contra de", "votar(?:á|án|emos) en contra",
        *spanish("rechazar", "descartar", "cuestionar"), "(?:se oponía|nos opusimos|"
        "se opondrán?) a",
        "no (?:participar|firmar|ratificar)(?:á|án|emos|ía|íamos)",
        "ne (?:participer|signer|ratifier)(?:a|ont|ons) pas",
        "(?:wird|werden) (?:\\w+ )?nicht (?:zustimmen|unterstützen|mittragen)",
        "vil (?:ikke støtte|stemme mot)", "stemte mot", "er imot",
    ),
    Stance.DISSOCIATES: (
        rf"(?:se|nous) (?:désolidaris|démarqu)(?:e|ent|ons) {_OF}",
        "(?:se|nos) desmarca(?:n|mos)? de", "does not associate (?:itself|ourselves) with",
    ),
    Stance.UNKNOWN: (
        "accuse[sd]?", r"(?:does|do|did) not intend to", "intends? to", "(?:has|have) no intention",
        "would (?:also |have |strongly )?prefer(?:red)?", "would (?:also )?welcome",
        r"(?:is|are|am) (?:also )?(?:pressing|pleading|calling|asking|lobbying) for",
        rf"n['’](?:a|ont|avons) pas l['’]intention {_OF}", rf"(?:a|ont|avons) l['’]intention {_OF}",
        *french("accuser", "dénoncer", "réclamer", "déplorer", "préconiser", "condamner",
                "exhorter", "inviter", "souhaiter", "demander", "proposer", "exiger",
                "recommander", "préférer",
                "encourager", "privilégier", "défendre"),
        rf"(?:plaider|appeler|renoncer|continuer) (?:{_TO}|pour|{_OF})",
        rf"(?:s['’]|s['’]était )(?:engagea|engagera|engageait) {_TO}", "s['’]abst(?:ient|iendra)",
        rf"(?<=nous )nous (?:engageons|engagerons|abstenons|abstiendrons)(?: {_TO})?",
        rf"continuer(?:a|ont|ons) {_OF}", rf"(?:tien(?:t|nent)|tenons){_ADV} {_TO}(?! (?:vous|la "
        r"disposition|féliciter|remercier|rappeler|souligner|exprimer|jour))",
        rf"s['’]associer(?:a|ont|ons) {_TO}", r"jug(?:e|ent|eons)(?= (?:\w+ )?(?:indispensable|"
        r"nécessaire|utile|essentiel|inacceptable|prématuré|important|souhaitable|inutile|opportun)"
        r"\w*)", r"attach(?:e|ent|ons) (?:une (?:grande |particulière )?|de l['’]|beaucoup d['’])"
        rf"(?:importance|prix) {_TO}", rf"{_BE}{_ADV} (?:préoccupée?s?|inquiète?s?|"
        rf"inquiets) (?:par|"
        rf"{_OF})",
        *spanish("exhortar a", "reclamar", "condenar", "denunciar", "solicitar", "exigir",
                 "recomendar|recomiend", "acusar", "deplorar", "impulsar", "promover|promuev",
                 "priorizar", "instar a", "invitar a", "alentar|alient"),
        "(?:ha|han|hemos) (?:pedido|propuesto|hecho un llamado|insistido en)",
        "prefer(?:ir)?(?:ía|ían|íamos|irá|imos)", "no tiene(?:n)? (?:la )?intención de",
        "tiene(?:n)? (?:la )?intención de", "no tenemos (?:la )?intención de",
        "tenemos (?:la )?intención de", "(?:se|nos) comprometer(?:á|án|emos) a",
        rf"{_ESTA} (?:\w+ )?(?:comprometid[oa]s? (?:con|a)|preocupad[oa]s? por)",
        r"(?:considera|estima|juzga|cree)(?:n|mos)?(?= (?:que es )?(?:\w+ )?(?:imprescindible|"
        r"necesari|"
        r"esencial|indispensable|inaceptable|prematur|útil|oportun|fundamental|important|"
        r"urgent)\w*)",
        "(?:ofrec(?:e|en|emos|erá|erán|eremos)|brindar(?:á|án|emos))(?= (?:la |el |una |un |su |"
        "sus ))",
        "(?:ist|sind) (?:\\w+ )?(?:besorgt über|gegen)",
        "teil(?:t|en)(?= (?:wir )?(?:\\w+ ){1,2}(?:Ansicht|Auffassung|Einschätzung|Meinung)\\b)",
        "(?:klag(?:t|en)|wirf(?:t)|werfen)",
        "akter å", "har til hensikt å",
    ),
}  # fmt: skip
"""Verb pattern by what its subject does."""
