"""Saved views on the screen: chosen, saved under a name, taken out."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from briefing.desk import saved_views
from briefing.errors import BriefingError
from briefing.tui.screens.ask import AskScreen, Line
from briefing.tui.screens.choose import Choice, ChooseScreen
from briefing.tui.screens.everywhere import EverywhereScreen

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp

VIEW = "view "
"""Stands before the name of a view where it is the key of a choice."""

_SAVE, _DROP = "save", "drop"


def choose_view(app: "BriefingApp") -> None:
    """Show the views; the one that is taken narrows what is on the screen."""
    query = app.query_on()

    def chosen(key: str | None) -> None:
        if key == _SAVE:
            _ask_name(app, query)
        elif key == _DROP:
            _choose_to_drop(app)
        elif key is not None:
            show_view(app, key.removeprefix(VIEW))

    app.push_screen(ChooseScreen("Saved views", _choices(app, query)), chosen)


def show_view(app: "BriefingApp", name: str) -> None:
    """Show what a view finds: where one finds in everything there, else in the panes."""
    query = saved_views.query_of(app.desk, name)
    if isinstance(app.screen, EverywhereScreen):
        app.screen.field.text = query
        return
    while app.screen is not app.main:
        app.pop_screen()
    app.main.narrow_all(query, name)


def view_choices(views: Mapping[str, str]) -> Iterator[Choice]:
    """Yield the views as rows to choose from."""
    for name, query in views.items():
        yield Choice(f"{VIEW}{name}", name, query, group="Saved views")


def _choices(app: "BriefingApp", query: str) -> Iterator[Choice]:
    if query.strip():
        yield Choice(_SAVE, "Save what is looked for now …", query)
    yield from view_choices(saved_views.views(app.desk))
    if app.desk.state.views:
        yield Choice(_DROP, "Take a view out …", "those of your own")


def _ask_name(app: "BriefingApp", query: str) -> None:
    def accept(answers: tuple[str, ...]) -> None:
        if not answers[0].strip():
            raise _NamelessError
        saved_views.save(app.desk, answers[0], query)
        app.say(f"Saved as “{answers[0].strip()}”; S and : show it again.")

    line = Line("Name", "", "such as: still to ask for")
    app.push_screen(AskScreen("Save this view", f"It finds: {query}", [line], accept))


def _choose_to_drop(app: "BriefingApp") -> None:
    def chosen(key: str | None) -> None:
        if key is not None:
            name = key.removeprefix(VIEW)
            saved_views.save(app.desk, name, "")
            app.say(f"“{name}” is taken out.")

    choices = view_choices(app.desk.state.views)
    app.push_screen(ChooseScreen("Which view is to go?", choices), chosen)


class _NamelessError(BriefingError):
    """A view was to be saved under no name."""

    def __init__(self) -> None:
        super().__init__("A view needs a name.")
