"""The words about questions in five languages: what opens them, brings them in, answers them.

A language is one row of `LANGUAGES`; every word is a pattern, matched as a whole word.
"""

from collections.abc import Callable
from dataclasses import dataclass

from briefing.reader.vocabulary import any_of


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWords:
    """How one language asks, and what it says before and behind."""

    opening: tuple[str, ...]
    """What a question begins with."""
    cue: tuple[str, ...]
    """What the words before a run of questions end with where they are put up."""
    answered: tuple[str, ...]
    """What follows a question that the writer answers at once."""
    taken_up: tuple[str, ...]
    """What follows one that is left for the event."""
    call: tuple[str, ...]
    """Words to the reader: a call to act, or a field of a form, and no question of the event."""
    act: tuple[str, ...]
    """What a call goes on with."""
    faq: tuple[str, ...]
    """Headings of questions that the page answers itself."""


LANGUAGES: dict[str, QuestionWords] = {
    "en": QuestionWords(
        opening=(
            "what", "which", "who", "whom", "whose", "when", "where", "why", "how", "is", "are",
            "was", "were", "do", "does", "did", "can", "could", "should", "shall", "will", "would",
            "may", "might", "must", "has", "have", "had", "in what", "in which", "to what",
            "at what", "by what", "from what", "for whom", "on what", "under what", "with what",
            "through what",
        ),
        cue=(
            r"questions?(?: \w+){0,6}",
            r"(?:discuss|address|explore|consider|examine|debate|ask)(?:es)?(?: \w+){0,6}",
            "the following",
        ),
        answered=(
            "yes",
            r"no(?! (?:prior|advance|registration|tickets?|fees?|rsvp|need|charge|badge|pass|se|es|"
            r"hace)\b)",
            "not", "yes and no", "of course", "certainly", "perhaps", "maybe",
            "absolutely", "hardly", "in short", "because", "they", "it", "he", "she", "this is",
            "that is", "the answer", "the .{1,30} thinks so", "nobody", "nothing", "after all",
        ),
        taken_up=(
            "questions?",
            r"(?:this|our|these|we)(?: \w+){0,4} (?:will|aims?|seeks?|explores?|examines?|"
            r"discuss(?:es)?|addresse?s?|considers?|looks?|asks?|brings?|offers?)",
            r"the (?:speakers?|panell?ists?|panel|guests?|experts?|authors?|participants?)",
            "joins? us",
        ),
        call=("you", "your", "ready to", "interested", "member yet"),
        act=(
            "please", "write", "contact", "e-?mail", "subscribe", "download", "register", "click",
            "visit", "see", "get", "sign", "call", "send", "apply", "read", "watch", "check",
            "choose", "join (?:our|the) (?:list|mailing|newsletter|community|network|team|channel)",
            "follow", "use", "try", "tell us", "let us", "reply", "ring", "drop us", "browse",
            r"\S+@\S+",
        ),
        faq=("frequently asked", "faqs?", "common questions", "your questions"),
    ),
    "no": QuestionWords(
        opening=(
            "hva", "hvem", "hvilken", "hvilke", "hvilket", "hvor", "hvordan", "hvorfor", "når",
            "bør", "kan", "skal", "er", "vil", "må", "i hvilken", "på hvilken", "kva", "kven",
            "korleis", "kvifor", "kor", "kva for",
        ),
        cue=(r"spørsmål(?:ene)?(?: \w+){0,4}", r"(?:diskuterer|drøfter|spør|belyser)(?: \w+){0,3}"),
        answered=("ja", "nei", "fordi", "svaret"),
        taken_up=("spørsmål(?:ene)?", "dette (?:er|diskuterer|drøfter|spør)", "disse", "vi spør",
                  "det er (?:tema|spørsmål)", "innlederne", "panelet", "gjestene"),
        call=(r"(?:kan|vil|har|skal|ønsker|lurer|trenger|må|er|savner|gikk|liker) (?:du|dere)",
              "din", "deg"),
        act=("skriv", "ta kontakt", "meld", "send", "kontakt",
             "les (?:mer|om|hele|vår|våre|videre)", "ring", "følg", "bruk", "gå til"),
        faq=("ofte stilte", "vanlige spørsmål"),
    ),
    "fr": QuestionWords(
        opening=(
            "que", "quoi", "qui", "quel", "quelle", "quels", "quelles", "comment", "quand", "où",
            "pourquoi", "est-ce", "faut-il", "peut-on", "dans quelle", "à quelles?", "à quels?",
            "sous quelles?", "en quoi", "combien", "jusqu['’]où", "à quoi", "de quoi", "à qui",
            "qu['’]en est-il", "a-t-on", "sommes-nous", "doit-on", "qu['’]est-ce",
        ),
        cue=(r"questions?(?: \w+){0,4}", r"(?:aborder|débattr|discuter|examiner)\w*(?: \w+){0,4}"),
        answered=("oui", "non", "parce que", "la réponse"),
        taken_up=("ces questions", "cette question", "la conférence", "le débat", "nous en",
                  "autant de questions",
                  "l[ea]s? (?:intervenante?s?|orat\\w+|panélistes?|invitée?s?|experte?s?)"),
        call=("vous", "votre", "vos"),
        act=("écrivez", "contactez", "inscrivez", "cliquez", "consultez"),
        faq=("questions fréquentes", "foire aux questions"),
    ),
    "de": QuestionWords(
        opening=(
            "wer", "wem", "wen", "wessen", "was", "womit", "woran", "worüber", "darf", "dürfen",
            "muss", "müssen", "sollte", "sollten", "hat", "haben", "braucht", "brauchen",
            "welche", "welcher", "welches", "welchen", "wie", "wann", "wo", "warum", "soll",
            "sollen", "kann", "können", "ist", "sind", "inwieweit", "inwiefern", "wieso", "wozu",
            "unter welchen", "mit welchen",
        ),
        cue=(r"(?:leit)?fragen?(?: \w+){0,4}", r"(?:diskutieren|erörtern)(?: \w+){0,3}"),
        answered=("ja", "nein", "weil", "die antwort"),
        taken_up=("darüber", "diese fragen?", "diesen fragen", "darum geht", "das seminar",
                  "die (?:veranstaltung|konferenz|tagung|referent\\w+|gäste)", "das podium"),
        call=("ihre (?:frage|anmeldung|teilnahme|meinung)",),
        act=("schreiben", "kontakt", "melden", "wenden", "klicken"),
        faq=("häufige fragen", "häufig gestellte"),
    ),
    "es": QuestionWords(
        opening=(
            "qué", "quién", "quiénes", "cuál", "cuáles", "cómo", "cuándo", "dónde", "por qué",
            "debe", "puede", "es", "está", "deben", "pueden", "debería", "podría", "existe", "hay",
            "con qué", "a quién", "quién", "hasta qué", "en qué", "de qué", "para qué",
        ),
        cue=(r"preguntas?(?: \w+){0,4}", r"(?:abordar|debatir|discutir|analizar)\w*(?: \w+){0,4}"),
        answered=("sí", "porque", "la respuesta"),
        taken_up=("preguntas?", "estas cuestiones", "sobre ello", "el seminario", "el debate",
                  "l[oa]s (?:ponentes|panelistas|expert[oa]s|invitad[oa]s)"),
        call=("usted(?:es)?", "tiene (?:usted|alguna|dudas|preguntas|problemas|interés)", "tienes",
              "necesitas?", "desean?", "quieres?", "le interesa"),
        act=("escriba", "contacte", "inscríbase", "consulte", "visite"),
        faq=("preguntas frecuentes",),
    ),
}  # fmt: skip


def any_word(of: Callable[[QuestionWords], tuple[str, ...]]) -> str:
    """Return a pattern for any word of one field in all languages."""
    return any_of(*(word for language in LANGUAGES.values() for word in of(language)))
