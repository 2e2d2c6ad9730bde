"""The words that rooms, buildings and streets are called by, in five languages."""

ROOMS = (
    "room", "meeting room", "conference room", "committee room", "boardroom", "hall", "chamber",
    "auditorium", "amphitheat(?:re|er)", "lecture theat(?:re|er)", "lecture hall", "lobby",
    "foyer", "lounge", "ballroom", "gallery", "classroom", "studio", "atrium", "terrace",
    "seminar room", "theat(?:re|er)", "salle",
    "salle de conférences?", "salle du conseil", "grande salle",
    "amphithéâtre", "amphi", "auditoire", "grand salon", "salón", "salón de actos",
    "sala", "sala de conferencias", "sala de juntas", "aula", "aula magna", "auditorio",
    "paraninfo", r"(?:\w+)?saal", r"(?:\w+)?raum", r"(?:\w+)?zimmer", r"hörsaal", "aula",
    r"(?:\w+)?rom(?:met)?", r"(?:\w+)?sal(?:en)?", "auditoriet", "gamle festsal", "festsal",
    "rooftop", "building", "wing",
)  # fmt: skip
"""What a part of a building is called; a figure or name stands behind or before it."""

BUILDINGS = (
    "house", "cent(?:re|er)", "hotel", "headquarters", "h\\.?q", "palace", "palais",
    "palazzo", "palacio", "library", "university", "college", "school", "campus", "plaza",
    "tower", "foundry", "theat(?:re|er)", "museum", "castle", "embassy", "residence",
    "permanent mission", "institute", "institut", "club", "chancery", "chancellery", "parliament",
    "academy", "observatory", "laboratory", "chapel", "abbey",
    "café", "restaurant", "books(?:hop|tore)?", "bistro", "brasserie", "pavil(?:l)?ion",
    "pavillon", "villa", "château", "chateau", "maison", "hôtel", "bibliothèque", "université",
    "école", "faculté", "faculty", "centro", "casa", "biblioteca", "universidad", "facultad",
    "escuela", "instituto", "sede", "ministerio", "ministère", "ministry", "embajada", "ambassade",
    "botschaft", "ambassaden", "departementet", r"(?:\w+)?haus", r"(?:\w+)?huset", r"(?:\w+)?hus",
    r"(?:\w+)?bygget", r"(?:\w+)?bygg", r"(?:\w+)?bygningen", r"(?:\w+)?museum",
    r"(?:\w+)?akademie", "universität", "hochschule", "bibliothek", "bibliothekar", "mensa",
    "schloss", r"(?:\w+)?zentrum", r"(?:\w+)?senter(?:et)?", "universitetet",
    "biblioteket", "litteraturhuset", "parlament", "stortinget", "rathaus", r"(?:\w+)?vertretung",
    "botschafter", "residenz", "résidence", "residencia", "office", "offices",
    "premises", "secretariat", "world bank", "laboratoire", "court of justice",
)  # fmt: skip
"""What a building is called, or whom it belongs to."""

STREETS_BEHIND = (
    "street", "st", "avenue", "ave", "road", "rd", "lane", "square", "sq", "place", "drive",
    "boulevard", "blvd", "way", "passage", "court", "terrace", "crescent", "quay", "row", "mews",
    "gardens", "yard", "hill", "walk", "close", "rise", "plaza", "parkway", "gate", "gata", "gaten",
    "vei", "veien", "plass", "allé", "straat", "laan", "gracht", "plein", "straße", "strasse",
    "platz", "weg", "allee", "ufer",
)  # fmt: skip
"""What a street is called at the end of its name: "14 Mitre Passage"."""

STREETS_GROWN = (
    r"(?:straße|strasse|str\.|gasse|weg|platz|allee|ufer|damm|ring|graben|markt|gracht|straat|laan|"
    r"plein|kade|dijk|singel|gata|gate|gaten|veien|vei|vegen|plass|vägen|gatan|torget|katu|tie)"
)
"""What a street's name ends in, grown together with it: "Lindengasse 40"."""

STREETS_AHEAD = (
    "rue", "avenue", "av\\.", "boulevard", "bd", "chemin", "route", "quai", "place", "allée",
    "impasse", "square", "cours", "calle", "c/", "avenida", "avda\\.", "paseo", "plaza", "carrera",
    "cra\\.", "camino", "ronda", "via", "viale", "piazza", "corso", "largo", "travessa", "praça",
    "rua", "triq", "ulica", "ul\\.", "am", "an der", "in den", "unter den", "auf der", "zum", "zur",
)  # fmt: skip
"""What a street is called at the head of its name: "12 rue de l'Observance"."""
