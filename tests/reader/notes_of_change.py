"""Notes of our own that change an event, by what they change; five languages, many ways."""


def mail(subject: str, body: str) -> str:
    """Return a mail of the organiser."""
    return (
        "From: Lagoon Institute <desk@lagoon.example>\nTo: list@lagoon.example\n"
        f"Date: Fri, 16 May 2031 10:00:00 +0200\nSubject: {subject}\n\n{body}\n"
    )


MOVED_TO_ANOTHER_DAY = (
    'The seminar "Nets and Knots" has been moved to Thursday 19 June.',
    "Nets and Knots will now take place on 19 June 2031.",
    "Please note the new date for Nets and Knots: 19 June 2031.",
    "CHANGE OF DATE - Nets and Knots\nNew date: Thursday, 19 June 2031 (instead of 12 June)",
    "Nets and Knots is rescheduled from 12 June to 19 June.",
    "Nets and Knots: rescheduled for June 19th",
    "We have had to push our seminar Nets and Knots to 19 June, same time and place.",
    'Due to a strike, "Nets and Knots" (originally 12 June) will be held on 19 June.',
    "NEW DATE: Nets and Knots, 19 June 2031, 14:00-15:30",
    "Nets and Knots - postponed to Thursday, 19 June",
    "Nets and Knots: POSTPONED TO 19 JUNE 2031",
    "Dear all, our seminar on 12 June has been postponed to 19 June.",
    "The seminar Nets and Knots, planned for Thursday 12 June, will instead be held a "
    "week later, on Thursday 19 June.",
    "Nets and Knots will not take place on 12 June but on 19 June.",
    "Correction: Nets and Knots is on 19 June, not 12 June.",
    "Erratum: the correct date of Nets and Knots is 19 June 2031.",
    "Please save 19 June instead of 12 June for Nets and Knots.",
    "Nets and Knots has a new date! Join us on 19 June.",
    mail(
        "Nets and Knots: who mends the sea?",
        "Dear all,\n\nthe seminar will be on 19 June instead. Apologies.\n\nAna",
    ),
    mail(
        "Re: Nets and Knots: who mends the sea?",
        "Dear all,\n\nplease note that we are moving to Thursday 19 June, everything else "
        "stays.\n\nAna",
    ),
    mail("New date: Nets and Knots", "Dear all,\n\nwe moved it by a week to 19 June.\n\nAna"),
    "Seminaret «Nets and Knots» er flyttet til torsdag 19. juni.",
    "Nets and Knots utsettes til 19. juni.",
    "Ny dato for Nets and Knots: 19. juni 2031",
    "Nets and Knots blir holdt 19. juni i stedet for 12. juni.",
    "Le séminaire « Nets and Knots » est reporté au 19 juin 2031.",
    "Nets and Knots : nouvelle date, le jeudi 19 juin 2031.",
    "Nets and Knots aura lieu le 19 juin et non le 12 juin.",
    "Le séminaire « Nets and Knots », initialement prévu le 12 juin, se tiendra le 19 juin.",
    "Das Seminar „Nets and Knots“ wird auf den 19. Juni verschoben.",
    "Nets and Knots: neuer Termin ist der 19. Juni 2031.",
    "Das Seminar „Nets and Knots“ findet nicht am 12., sondern am 19. Juni statt.",
    "Nets and Knots findet nun am 19. Juni statt (statt am 12. Juni).",
    "El seminario «Nets and Knots» se aplaza al 19 de junio.",
    "Nets and Knots: nueva fecha, 19 de junio de 2031",
    "El seminario «Nets and Knots» pasa del 12 al 19 de junio.",
    "El seminario Nets and Knots se celebrará el 19 de junio en lugar del 12.",
)

MOVED_TO_ANOTHER_HOUR = (
    "Nets and Knots now starts at 15:00.",
    "The seminar Nets and Knots will begin at 3 pm instead of 2 pm.",
    "Change of time: Nets and Knots, 15:00-16:30",
    "Nets and Knots: new time 15:00",
    "Please note that Nets and Knots will start at 15:00, not at 14:00.",
    "Nets and Knots has been moved from 14:00 to 15:00.",
    "Time change! Nets and Knots will be at 3 p.m. on 12 June.",
    "Nets and Knots, Thursday 12 June: starting time corrected to 15:00 hrs",
    "We will start at 15:00 on Thursday (Nets and Knots).",
    mail("Re: Nets and Knots: who mends the sea?", "Correction: 15:00, not 14:00."),
    mail("Time change: Nets and Knots", "Dear all, we start at 3pm. See you there."),
    "Seminaret Nets and Knots starter kl. 15.00 i stedet for kl. 14.00.",
    "Nytt tidspunkt for Nets and Knots: kl. 15.00",
    "Nets and Knots er flyttet fra kl. 14 til kl. 15.",
    "Le séminaire « Nets and Knots » commencera à 15h00 au lieu de 14h00.",
    "Das Seminar „Nets and Knots“ beginnt um 15 Uhr statt um 14 Uhr.",
    "Nets and Knots: neue Uhrzeit 15.00 Uhr",
    "Nets and Knots beginnt erst um 15 Uhr.",
    "El seminario Nets and Knots comenzará a las 15:00 en lugar de las 14:00.",
    "Nets and Knots: nuevo horario, 15:00 h",
)

AN_HOUR_LATER = (
    "Nets and Knots will start one hour later.",
    "Nets and Knots starts an hour later than announced.",
    "Nets and Knots is pushed back by an hour.",
    "The start of Nets and Knots has been delayed by 60 minutes.",
    "Nets and Knots will begin 1 hour later than planned.",
    "We have to delay Nets and Knots by one hour.",
    "Nets and Knots: start one hour later!",
    "Seminaret Nets and Knots begynner en time senere.",
    "Nets and Knots utsettes med en time.",
    "Nets and Knots forskyves en time.",
    "Le séminaire « Nets and Knots » commencera une heure plus tard.",
    "Nets and Knots est décalé d’une heure.",
    "Das Seminar „Nets and Knots“ beginnt eine Stunde später.",
    "Nets and Knots verschiebt sich um eine Stunde.",
    "Nets and Knots wird um eine Stunde nach hinten verschoben.",
    "Der Beginn von Nets and Knots verzögert sich um eine Stunde.",
    "El seminario Nets and Knots empezará una hora más tarde.",
    "Nets and Knots se retrasa una hora.",
)

HALF_AN_HOUR_LATER = (
    "Nets and Knots is pushed back 30 minutes.",
    "Nets and Knots starts half an hour later.",
    "Nets and Knots begynner en halvtime senere.",
    "Nets and Knots commencera une demi-heure plus tard.",
    "Nets and Knots beginnt eine halbe Stunde später.",
    "Nets and Knots empieza media hora más tarde.",
    "Nets and Knots will start thirty minutes later.",
    "Nets and Knots beginnt 30 Minuten später.",
    "Nets and Knots: the start is delayed by 30 min.",
)

HALF_AN_HOUR_EARLIER = (
    "Nets and Knots is brought forward by 30 minutes.",
    "Nets and Knots starts half an hour earlier.",
    "Nets and Knots begynner en halvtime tidligere.",
    "Nets and Knots est avancé d’une demi-heure.",
    "Nets and Knots beginnt eine halbe Stunde früher.",
    "Nets and Knots se adelanta media hora.",
)

A_WEEK_LATER = (
    "Nets and Knots is postponed by a week.",
    "Nets and Knots will take place a week later.",
    "Nets and Knots has been delayed by one week.",
    "Nets and Knots utsettes en uke.",
    "Nets and Knots est reporté d’une semaine.",
    "Nets and Knots wird um eine Woche verschoben.",
    "Nets and Knots se aplaza una semana.",
    "Nets and Knots will be held the following Thursday.",
    "Nets and Knots is moved to the Thursday after.",
    "Nets and Knots findet eine Woche später statt.",
    "Nets and Knots takes place seven days later than announced.",
)

A_DAY_LATER = (
    "Nets and Knots is moved to Friday.",
    "Nets and Knots will be on Friday instead of Thursday.",
    "Nets and Knots will be held one day later.",
    "Nets and Knots is moved to the next day, same time.",
    "Nets and Knots flyttes til fredag.",
    "Nets and Knots est déplacé au vendredi.",
    "Nets and Knots wird auf Freitag verschoben.",
    "Nets and Knots se traslada al viernes.",
    "Nets and Knots findet einen Tag später statt.",
)

ONE_DAY_LEFT = (
    "Harbour Week will now be held on 24 June only.",
    "Harbour Week is cut short: now on 24 June only.",
    "Harbour Week takes place on one day only, 24 June.",
    "Harbour Week has been shortened to one day: Tuesday 24 June 2031.",
    "Harbour Week: only 24 June now.",
    "Harbour Week avholdes nå kun 24. juni.",
    "Harbour Week n’aura lieu que le 24 juin.",
    "Harbour Week findet nur am 24. Juni statt.",
    "Harbour Week se celebrará solo el 24 de junio.",
    "Harbour Week has been reduced to 24 June.",
)

ANOTHER_DAY_AND_HOUR = (
    "Nets and Knots has been moved to 19 June at 15:00.",
    "Nets and Knots: now 19 June, 15:00, Room XXII",
    "Nets and Knots will be on 19 June, one hour later than planned (15:00).",
    mail("Re: Nets and Knots: who mends the sea?", "now 19 June 15:00, Room XXII"),
    "Nets and Knots: new date and time\n19 June 2031, 3 pm to 4.30 pm",
    "Nets and Knots: Thursday 19 June 2031, 15:00 (was: Thursday 12 June 2031, 14:00)",
    "Nets and Knots wird auf den 19. Juni, 15 Uhr, verlegt.",
    "Nets and Knots est reporté au 19 juin à 15 h.",
    "Nets and Knots flyttes til 19. juni kl. 15.00.",
)

CANCELLED = (
    "Nets and Knots is cancelled.",
    "CANCELLED: Nets and Knots",
    "We regret to inform you that Nets and Knots has been cancelled.",
    "Nets and Knots will not take place.",
    "Nets and Knots won't be happening.",
    "Nets and Knots on 12 June is off.",
    "We have decided to call off Nets and Knots.",
    "Nets and Knots er avlyst.",
    "Nets and Knots utgår.",
    "Nets and Knots må dessverre avlyses.",
    "Nets and Knots est annulé.",
    "Nets and Knots n’aura pas lieu.",
    "Nous sommes contraints d’annuler Nets and Knots.",
    "Nets and Knots ist abgesagt.",
    "Nets and Knots entfällt.",
    "Nets and Knots muss leider ausfallen.",
    "Nets and Knots findet nicht statt.",
    "Nets and Knots queda cancelado.",
    "Se suspende Nets and Knots.",
    mail(
        "Nets and Knots",
        "Dear all,\n\nI am sorry to say that we must cancel the seminar on 12 June.\n\nAna",
    ),
    mail("Cancelled: Nets and Knots: who mends the sea?", "The event is cancelled."),
)

POSTPONED = (
    "Nets and Knots is postponed.",
    "POSTPONED - Nets and Knots",
    "Nets and Knots has been postponed until further notice.",
    "Nets and Knots is postponed; a new date will be announced.",
    "Nets and Knots: new date TBC",
    "Nets and Knots: date to be confirmed",
    "Nets and Knots will not take place on 12 June. A new date will follow.",
    "Nets and Knots is postponed to a later date.",
    "Nets and Knots is postponed to the autumn.",
    "Nets and Knots is postponed to September.",
    "Nets and Knots utsettes på ubestemt tid.",
    "Nets and Knots er utsatt, ny dato kommer.",
    "Nets and Knots est reporté à une date ultérieure.",
    "Nets and Knots est reporté sine die.",
    "Nets and Knots wird auf unbestimmte Zeit verschoben.",
    "Nets and Knots verschoben, neuer Termin folgt.",
    "Nets and Knots se aplaza sin fecha.",
    "Nets and Knots queda aplazado hasta nuevo aviso.",
    mail(
        "Nets and Knots",
        "Dear all,\n\nwe have to postpone. We will be in touch with a new date.\n\nAna",
    ),
    "We are looking for a new date for Nets and Knots.",
    "Nets and Knots: the date of 12 June no longer holds.",
)

ONLINE = (
    "Nets and Knots will be held online only.",
    "Nets and Knots moves online.",
    "Due to the storm Nets and Knots goes fully virtual.",
    "Nets and Knots will take place on Zoom instead.",
    "Nets and Knots avholdes digitalt.",
    "Nets and Knots se tiendra uniquement en ligne.",
    "Nets and Knots findet ausschließlich online statt.",
    "Nets and Knots se celebrará únicamente en línea.",
    "Nets and Knots: online only, link to follow.",
    "Nets and Knots wird ins Netz verlegt: nur online.",
)

ELSEWHERE = (
    "Nets and Knots has been moved to Room XXII.",
    "Nets and Knots: new room XXII",
    "Room change: Nets and Knots is now in Room XXII.",
    "Nets and Knots will be held in Room XXII instead of Room XIX.",
    "Nets and Knots flyttes til Rom XXII.",
    "Nets and Knots aura lieu en salle XXII.",
    "Nets and Knots findet in Saal XXII statt.",
    "Nets and Knots se traslada a la Sala XXII.",
    "Change of venue: Nets and Knots will take place at Hotel Brise, Rue du Lac 4, Geneva.",
    "Nets and Knots: please come to the Maison du Lac instead of the Palais.",
    mail("Re: Nets and Knots: who mends the sea?", "now Room XXII"),
)

RENAMED = (
    'Nets and Knots has a new title: "Ropes and Rules: who owns the net?"',
    'Change of title: Nets and Knots is now called "Ropes and Rules: who owns the net?"',
    'Nets and Knots will now be titled "Ropes and Rules: who owns the net?".',
    "Nets and Knots heter nå «Ropes and Rules: who owns the net?».",
    "Nets and Knots s’intitule désormais « Ropes and Rules: who owns the net? ».",
    "Nets and Knots heißt jetzt „Ropes and Rules: who owns the net?“.",
    "Nets and Knots pasa a llamarse «Ropes and Rules: who owns the net?».",
    'The seminar on 12 June, Nets and Knots, has been renamed "Ropes and Rules: who owns the net?"',
    "Nets and Knots: nouveau titre « Ropes and Rules: who owns the net? »",
)

ANOTHER_SPEAKER = (
    "Nets and Knots: Bo Castellan will be replaced by Mira Holm (Lagoon Institute).",
    "Nets and Knots: Mira Holm will speak instead of Bo Castellan.",
    "Nets and Knots: Bo Castellan cannot come; Mira Holm takes his place.",
    "Nets and Knots: Mira Holm steps in for Bo Castellan.",
    "Nets and Knots: Mira Holm erstatter Bo Castellan.",
    "Nets and Knots : Mira Holm remplace Bo Castellan.",
    "Nets and Knots: Mira Holm springt für Bo Castellan ein.",
    "Nets and Knots: Mira Holm sustituye a Bo Castellan.",
    "Nets and Knots: Bo Castellan has had to withdraw.",
    "Change of speaker for Nets and Knots: Bo Castellan is unable to travel. His place "
    "will be taken by Mira Holm, Deputy Director, Norland Centre.",
)

DEADLINE_PUT_OFF = (
    "Nets and Knots: registration is kept open a few more days, until 9 June.",
    "Nets and Knots - deadline extension\nRegistration now closes on 9 June 2031 (was 5 June).",
    "Nets and Knots: Anmeldungen sind noch bis zum 9. Juni möglich.",
    "Nets and Knots: les inscriptions restent ouvertes jusqu'au 9 juin.",
    "Nets and Knots: la inscripción sigue abierta hasta el 9 de junio.",
    "Nets and Knots: registration deadline extended to 9 June.",
    "Deadline extended! You can now register for Nets and Knots until 9 June.",
    "Registration for Nets and Knots has been extended until 9 June 2031.",
    "Nets and Knots: new registration deadline 9 June",
    "You can still register for Nets and Knots until 9 June.",
    "Nets and Knots: påmeldingsfristen er forlenget til 9. juni.",
    "Nets and Knots : inscriptions prolongées jusqu’au 9 juin.",
    "Nets and Knots: Anmeldefrist bis 9. Juni verlängert.",
    "Nets and Knots: se amplía el plazo de inscripción hasta el 9 de junio.",
    "The deadline for Nets and Knots moves from 5 June to 9 June.",
    "Registration for Nets and Knots now closes on 9 June.",
    "Nets and Knots: Anmeldeschluss ist jetzt der 9. Juni.",
)
