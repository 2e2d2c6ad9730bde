"""Key bindings as Textual wants them, made from the table of commands."""

from textual.binding import Binding, BindingType

from briefing.tui import commands


def bindings(place: str) -> list[BindingType]:
    """Return the bindings of a place, for a class's BINDINGS."""
    return [
        Binding(
            command.keys,
            command.action,
            command.label,
            show=command.shown,
            tooltip=command.help,
            id=command.id,
        )
        for command in commands.at(place)
        if command.keys
    ]
