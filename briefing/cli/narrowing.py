"""`--find` and `--view`: a listing narrowed to what a query finds."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec

import click

from briefing.cli.root import Common

if TYPE_CHECKING:
    from briefing.desk.desk import Desk
    from briefing.model import Record

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a listing is narrowed to."""

    find: str = ""
    view: str = ""

    def desk(self, given: Common) -> AbstractContextManager["Desk"]:
        """Open the desk, to look at its index where that is asked."""
        return given.desk_to_look() if self.find or self.view else given.desk()

    def fits(self, desk: "Desk", *, is_for_others: bool = False) -> "Callable[[Record], bool]":
        """Return what tells whether a record is to be listed; raises UnclearQueryError.

        For others what was said under the Chatham House rule is found by nothing, since what it is
        found by could tell who said it.
        """
        from briefing.cli.finding import from_index
        from briefing.desk import query, saved_views
        from briefing.desk.ruled import SAID

        saved = saved_views.query_of(desk, self.view) if self.view else ""
        text = f"{saved} {self.find}".strip()
        if not text:
            return lambda _: True
        asked = from_index(desk, lambda: query.read(desk, text))
        if asked.mistakes:
            raise query.UnclearQueryError(text, asked.mistakes)
        found: dict[type[Record], frozenset[str]] = {}

        def is_found(record: "Record") -> bool:
            if is_for_others and isinstance(record, SAID) and record.handling.chatham_house:
                return False
            kind = type(record)
            if kind not in found:
                found[kind] = from_index(desk, lambda: query.all_ids(desk, asked, kind))
            return record.id in found[kind]

        return is_found


def narrowed(
    command: Callable[Concatenate[Common, Narrowing, P], None],
) -> Callable[Concatenate[Common, P], None]:
    """Give a listing --find and --view; it stands between `common` and the command."""

    @wraps(command)
    def invoke(given: Common, /, *args: P.args, **options: P.kwargs) -> None:
        find, view = (str(options.pop(name) or "") for name in ("find", "view"))
        command(given, Narrowing(find, view), *args, **options)

    option = click.option("--find", metavar="QUERY", help="Only what `find QUERY` finds.")
    return option(
        click.option("--view", metavar="NAME", help="Only what a saved view finds.")(invoke)
    )
