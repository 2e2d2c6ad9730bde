"""Words around the name of an event, and those of lines that never name one, in five languages."""

ENTITLED: dict[str, tuple[str, ...]] = {
    "en": (
        "entitled", "titled", "under the (?:title|heading|theme|motto|banner)",
        "on the (?:theme|topic|subject)(?: of)?", "with the title", "on",
    ),
    "no": (
        "med (?:tittelen|temaet|overskriften)", "under (?:tittelen|overskriften|temaet)", "kalt",
        "om temaet",
    ),
    "fr": (
        "intitulée?s?", "sous le titre", "sur le thème(?: de)?", "ayant pour (?:titre|thème)",
        "avec pour thème",
    ),
    "de": (
        "unter dem (?:titel|motto|thema|leitthema)", "mit dem (?:titel|thema)", "zum thema",
        "betitelt",
    ),
    "es": (
        "titulad[oa]s?", "(?:bajo|con) el (?:título|lema|tema)", "sobre el tema", "denominad[oa]",
    ),
}  # fmt: skip
"""What stands before the name of a gathering in quotation marks."""

CALLED: dict[str, tuple[str, ...]] = {
    "en": ("it['’]?s called", "it is called", "the title is", "it['’]?s titled"),
    "no": ("den heter", "det heter", "tittelen er"),
    "fr": ("ça s['’]appelle", "il s['’]intitule", "elle s['’]intitule", "le titre est"),
    "de": ("es heißt", "er heißt", "sie heißt", "der titel (?:ist|lautet)"),
    "es": ("se llama", "se titula", "el título es"),
}
"""How somebody says what the gathering is called of which one speaks."""

PAST: dict[str, tuple[str, ...]] = {
    "en": ("last (?:year|time|month|week)", "was", "were", "took place", "hosted an?"),
    "no": ("i fjor", "forrige", "ble", "fant sted"),
    "fr": ("l['’]an dernier", "s['’]est tenue?", "a eu lieu", "a été"),
    "de": ("im vorjahr", "vergangenen", "letzten", "fand", "wurde"),
    "es": ("el año pasado", "se celebró", "tuvo lugar", "fue"),
}
"""What is said of a gathering that was."""

DISCUSSED: dict[str, tuple[str, ...]] = {
    "en": ("discuss(?:es)?", "will (?:discuss|speak|talk|debate)", "speaks?", "talks?"),
    "no": ("diskuterer", "snakker", "samtaler", "debatterer"),
    "fr": ("débattront", "discuteront", "échangeront", "débattent"),
    "de": ("diskutier(?:en|t)", "sprechen", "spricht", "debattieren", "erörtern"),
    "es": ("debatirán", "conversarán", "dialogarán", "discutirán"),
}
"""What people do under a title."""

CONVENES: dict[str, tuple[str, ...]] = {
    "en": ("convenes?", "presents?", "announces?", "hosts?", "welcomes? you to", "holds?"),
    "no": ("holder", "inviterer", "ønsker velkommen"),
    "fr": ("convient?", "présentent?", "organisent?", "convoquent?"),
    "de": ("laden", "lädt", "veranstalten", "veranstaltet", "präsentiert"),
    "es": ("convocan?", "presentan?", "anuncian?", "invitan?", "organizan?"),
}
"""What a heading says that tells whose gathering it is."""

ADDRESSEES: dict[str, tuple[str, ...]] = {
    "en": (
        "to:? (?:all|the) (?:permanent |diplomatic |foreign )?(?:missions?|delegations?|members?|"
        "embassies|states|secretariat|ministry|heads|representatives)",
        "to whom it may concern",
    ),
    "no": ("til:? (?:alle|samtlige)",),
    "fr": ("(?:à|aux):? (?:toutes les|tous les|l['’]ensemble des|missions|ambassades)",),
    "de": ("an:? (?:alle|die (?:ständigen|botschaften|missionen|mitglieder))",),
    "es": ("a:? (?:todas las|todos los|las misiones|las embajadas)",),
}  # fmt: skip
"""To whom a paper goes."""

NUMBERED_PAPERS: dict[str, tuple[str, ...]] = {
    "en": ("press release", "press note", "media advisory", "news release", "circular", "bulletin",
           "note verbale", "newsletter", "letter"),
    "no": ("pressemelding", "rundskriv", "note", "nyhetsbrev"),
    "fr": ("communiqué(?: de presse)?", "circulaire", "note verbale", "bulletin", "note"),
    "de": ("pressemitteilung", "presseinformation", "rundschreiben", "verbalnote", "newsletter"),
    "es": (
        "bolet[íi]n(?: de prensa| informativo)?", "comunicado(?: de prensa)?", "circular",
        "nota verbal", "nota(?: de prensa)?", "nota informativa",
    ),
}  # fmt: skip
"""What papers are called that bear a number."""
