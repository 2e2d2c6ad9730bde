import pytest

from briefing.reader.fields.questions import put_to_somebody, put_up, questions
from briefing.reader.lines import lines_of


def asked(text: str) -> list[str]:
    return [found.value for found in questions(text, lines_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We debate the following questions: How should nets hold?; Who ties them?",
            ["How should nets hold?", "Who ties them?"],
        ),
        (
            "Key questions:\n1. Trust: Who ties knots (and why)?\n2. Can nets, e.g. old, hold?",
            ["Who ties knots (and why)?", "Can nets, e.g. old, hold?"],
        ),
        (
            "Nets are torn each year. Who should mend them, and at whose cost?",
            ["Who should mend them, and at whose cost?"],
        ),
        (
            "Two questions stand over the day: a net may hold for how long? Who pays for it?",
            ["a net may hold for how long?", "Who pays for it?"],
        ),
        (
            "Nets are old. Who mends them, and for whom? Ana Berg joins us from the harbour.",
            ["Who mends them, and for whom?"],
        ),
        (
            "Session 2\nOld nets\nHow much mending can a net bear?\nChair  Ana Berg",
            ["How much mending can a net bear?"],
        ),
        ("Ana, can you send this out before the Net Forum? I leave for it tomorrow.", []),
        ("Can everybody hear me in the back? This seminar will look at nets.", []),
        ("Who mends nets? This panel will look at three harbours.", ["Who mends nets?"]),
        (
            "¿Qué redes aguantan?\n¿Quién las repara?",
            ["¿Qué redes aguantan?", "¿Quién las repara?"],
        ),
        (
            "Preguntas:\n1) En el mar, ¿quién decide?\n2) ¿Cómo se pagan las redes?",
            ["¿quién decide?", "¿Cómo se pagan las redes?"],
        ),
        (
            "The talk left one thing open: what will replace the net when it is old?",
            ["what will replace the net when it is old?"],
        ),
        (
            "Talks go on.\n\nWhich nets – new or old – should be mended?\n\nIt is late.",
            ["Which nets – new or old – should be mended?"],
        ),
        (
            "Le débat portera sur deux questions : Comment renforcer les filets ? Qui les répare ?",
            ["Comment renforcer les filets ?", "Qui les répare ?"],
        ),
        (
            "Folgende Fragen stehen im Mittelpunkt: Wie halten Netze? Wer soll sie flicken?",
            ["Wie halten Netze?", "Wer soll sie flicken?"],
        ),
        (
            "Was bedeutet das für die Häfen? Darüber diskutieren wir im Seminar.",
            ["Was bedeutet das für die Häfen?"],
        ),
        (
            "Korleis kan garn halde? Kven skal reparere dei? Det er tema for seminaret.",
            ["Korleis kan garn halde?", "Kven skal reparere dei?"],
        ),
        (
            "Nets are torn. How should states respond? What may harbours do? Join us to find out.",
            ["How should states respond?", "What may harbours do?"],
        ),
        (
            "The session will explore: (i) how can nets hold?; (ii) who ties them?",
            ["how can nets hold?", "who ties them?"],
        ),
        (
            "Topics:\n* New knots: does speed matter?\n* Old knots: Who mends them?",
            ["New knots: does speed matter?", "Who mends them?"],
        ),
        (
            "Two questions. First, should ports pay for nets? And second, what is a torn net?",
            ["should ports pay for nets?", "what is a torn net?"],
        ),
        (
            "Est-ce un filet ? Les nœuds ont-ils un prix ? Les intervenants répondront.",
            ["Est-ce un filet ?", "Les nœuds ont-ils un prix ?"],
        ),
        (
            "The panel will consider: Who owns nets? Who should mend them? No registration is due.",
            ["Who owns nets?", "Who should mend them?"],
        ),
        (
            "Ponentes: Ana Berg y Luis Mar\n¿Sirven las redes si nadie mira?\nSESIÓN 3",
            ["¿Sirven las redes si nadie mira?"],
        ),
        (
            "Panel 1\nWer flickt die Netze der anderen?\nAna Berg, Luis Mar",
            ["Wer flickt die Netze der anderen?"],
        ),
        (
            "Der Hafen wächst. Welche Netze brauchen sie wirklich?",
            ["Welche Netze brauchen sie wirklich?"],
        ),
        (
            "pls come. One thing only: which of the nets can a small port mend?",
            ["which of the nets can a small port mend?"],
        ),
    ],
)
def test_a_question_is_cut_out_at_its_own_beginning(text: str, expected: list[str]) -> None:
    assert expected == asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "The net holds (?) in spring.",
        "Questions? Write to nets@harbour.example",
        "Like what you read? Subscribe to our newsletter.",
        "¿Tiene dudas? Escriba a redes@puerto.example",
        "Is a new net possible? The chair thinks so. He told us why.",
        "Can anyone register? No: places are few.",
        "Checks are made. Why are they useful? They show what is torn.",
        "See https://nets.example/?page=2 for the list of all nets",
        "About\n\nWhat are nets?\nNets are made of knots, as everybody knows.",
        "A talk called “Who mends the net?” closed the day.",
        "Do you have dietary needs?",
        "Ready to join?",
        "Not a member yet?",
        "Frequently asked questions\n\nWhere is the venue?\nIn the harbour house.",
        "Des questions ? Écrivez-nous.",
        "Vous avez des questions ? Contactez filets@port.example",
        "Haben Sie Fragen? Schreiben Sie uns.",
        "Har du spørsmål? Ta kontakt med oss.",
        "¿Necesita visado?",
        "Thanks. Is it webcast?",
        "Do we have a concept note?",
        "Ok, who's coming?",
        "Salut. Y aura-t-il une retransmission ?",
        "¿Habrá grabación del seminario?",
        "Gibt es einen Stream?",
        "Kan jeg følge møtet på nett?",
        "1. Is this your first course?   [ ] yes [ ] no\n2. What is your role? ______",
        "May we share your name with other guests?",
        "Can't make it to the harbour? Choose the stream.",
        "Did you miss it? Watch the film.",
        "May I remind delegations that nets are limited to ten knots?",
        "Do alarms work? We have watched people ignore them for years. Our games went on.",
        "« Un filet pour durer : que faire d'un nœud ? »",
    ],
)
def test_traps_are_left_out(text: str) -> None:
    assert [] == asked(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Madam Chair, a question to the Secretariat: when will nets open?",
            ["when will nets open?"],
        ),
        (
            "Enfin, Madame la Présidente, comment comptez-vous payer ?",
            ["comment comptez-vous payer ?"],
        ),
        (
            "Quedan dos preguntas: ¿con qué redes? y ¿cuándo se tejen?",
            ["¿con qué redes?", "¿cuándo se tejen?"],
        ),
        ("Mr Chair, is that too much to ask?", []),
        ("Nets are torn. Is that what we want?", []),
    ],
)
def test_a_speaker_asks_the_chair_or_the_secretariat(text: str, expected: list[str]) -> None:
    assert expected == [found.value for found in put_to_somebody(text, lines_of(text))]


def test_questions_beside_events_need_words_that_bring_them_in() -> None:
    text = (
        "Before each session, please think about these:\n1. What held?\n2. Who saw it?\n\nWhy us?"
    )

    found = [one.value for one in put_up(text, lines_of(text))]

    assert ["What held?", "Who saw it?"] == found
