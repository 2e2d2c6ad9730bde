"""Asks for whom a note is shown and made, in which language, and on which paper."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.config import PAPERS
from briefing.desk import issuing, prepare, written as writing
from briefing.desk.note_files import Wanted
from briefing.errors import BriefingError
from briefing.model import Level
from briefing.model.levels import level_named
from briefing.text import clean, fold
from briefing.tui.screens.ask import Answers, AskScreen, Line

if TYPE_CHECKING:
    from briefing.tui.screens.note import NoteScreen

_LANGUAGES = {"en": "English", "fr": "French", "nb": "Norwegian", "es": "Spanish"}

_INTRO = (
    "For others it is shown as they will get it; what they may not see is left out. For me it "
    "has all. A name in the files' properties is there only if you write one."
)


class UnknownAnswerError(BriefingError):
    """What is asked for is none of what there is."""

    def __init__(self, words: str, known: Mapping[str, str]) -> None:
        super().__init__(f"There is no {clean(words)!r}; there are {', '.join(known.values())}")


class NobodyError(BriefingError):
    """There are no such readers."""

    def __init__(self, words: str, known: Sequence[str]) -> None:
        super().__init__(f"Nobody is called {clean(words)!r}; there are {', '.join(known)}")


def called(labels: Mapping[Level, str]) -> Sequence[str]:
    """Return what the house calls those for whom a note may be, the fewest first."""
    return [labels.get(level, level.value) for level in Level]


def level_of(words: str, labels: Mapping[Level, str]) -> Level:
    """Return the level of the readers that are meant; NobodyError."""
    level = level_named(words, labels)
    if level is None:
        raise NobodyError(words, called(labels))
    return level


def ask(screen: "NoteScreen", wanted: Wanted, take: Callable[[Wanted], None]) -> None:
    """Ask for the readers of a note, its language, paper and author, and take what is wanted."""
    desk, kind = screen.desk, screen.kind
    labels = desk.config.labels
    readers, own = called(labels), wanted.level or Level.ME
    language = prepare.language_of(desk, screen.written, wanted.language)
    paper = wanted.paper or desk.me.paper
    lines = [
        Line("For whom", labels.get(own, own.value), known=readers),
        Line("Language", _LANGUAGES[language], known=list(_LANGUAGES.values())),
        Line("Paper", paper, known=PAPERS),
        Line("Name in files", wanted.author, "none"),
    ]

    def accept(answers: Answers) -> None:
        for_whom, language_words, paper_words, author = answers
        level = level_of(for_whom, labels)
        asked = replace(
            wanted,
            level=None if level is Level.ME else level,
            paper=_one_of({paper: paper for paper in PAPERS}, paper_words),
            author=author,
        )
        issuing.draft(desk, asked)  # It raises where they may see nothing of it.
        chosen = _one_of(_LANGUAGES, language_words)
        if chosen != language:
            writing.set_language(desk, wanted.id, wanted.title(desk), chosen, kind)
        take(asked)

    known = f"{', '.join(readers)}; {', '.join(_LANGUAGES.values())}; {', '.join(PAPERS)}."
    readers_screen = AskScreen(
        "For whom, and how", _INTRO, lines, accept, leaves="as it was", told=lambda _: known
    )
    screen.app.push_screen(readers_screen)


def _one_of(known: Mapping[str, str], words: str) -> str:
    meant = fold(words)
    for key, name in known.items():
        if meant in (fold(key), fold(name)):
            return key
    raise UnknownAnswerError(words, known)
