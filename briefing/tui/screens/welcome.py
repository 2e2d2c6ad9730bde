"""What is asked of the person: who they are, where their own desk is to be, which file to read."""

from collections.abc import Callable
from pathlib import Path

from briefing import config, platform
from briefing.desk import founding, times
from briefing.desk.desk import Desk
from briefing.errors import BriefingError
from briefing.tui.screens.ask import Answers, AskScreen, Line

_WHO = (
    "Who sits at this desk? It stands on your notes, and all times are told on your clock too. "
    "Nothing leaves this computer."
)


class NotMadeError(BriefingError):
    """The system refuses a folder."""

    def __init__(self, folder: Path, error: OSError) -> None:
        super().__init__(f"{folder} can't be made: {error.strerror or error}")


def me_screen(desk: Desk) -> AskScreen:
    """Return the questions of the first start, with what the system knows as guesses."""
    me = config.guessed_me() if desk.is_new else desk.me
    lines = (
        Line("Name", me.name),
        Line("Organisation", me.organisation, "ministry, company, university …"),
        Line("Speaking for", me.speaks_for, "whose positions are yours, as in Norway"),
        Line("Your own clock", me.home, "a city or zone, as in Oslo"),
        Line("Languages", ", ".join(me.languages), "as in en, fr"),
        Line("Paper", me.paper, " or ".join(config.PAPERS)),
    )
    return AskScreen("Welcome", _WHO, lines, lambda answers: desk.remember(me=_me(answers)))


def own_desk_screen(desk: Desk, open_desk: Callable[[Path], None]) -> AskScreen:
    """Return the question where one's own desk is to be made; one that is there is opened."""

    def accept(answers: Answers) -> None:
        folder = Path(answers[0]).expanduser().absolute()
        if not (folder / config.FILE_NAME).exists():
            try:
                founding.make_workspace(folder, desk.me)
            except OSError as error:
                raise NotMadeError(folder, error) from error
        open_desk(folder)

    intro = "An empty desk, with the forums and stakeholders of the field. Where shall it be?"
    folder = Line("Folder", str(platform.user_workspace()))
    return AskScreen("Start my own desk", intro, (folder,), accept)


def _me(answers: Answers) -> config.Me:
    """Return the person; ValueError with a sentence where an answer can't be used."""
    name, organisation, speaks_for, home, languages, paper = answers
    by_folded = {known.casefold(): known for known in config.PAPERS}
    if paper.casefold() not in by_folded:
        message = f"paper is {' or '.join(config.PAPERS)}"
        raise ValueError(message)
    return config.Me(
        name=name,
        organisation=organisation,
        speaks_for=speaks_for,
        home=times.zone_named(home) if home else "",
        languages=tuple(word.strip() for word in languages.split(",") if word.strip()),
        paper=by_folded[paper.casefold()],
    )
