"""`export`: records for other programs."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import click

from briefing.cli.output import say
from briefing.cli.root import Common, Day, common
from briefing.cli.sharing import Sharing, shared, tell_left_out
from briefing.text import count

_WHAT = ("timeline", "event", "sources", "positions", "records")

_MOST_FOR_GOOGLE = 1_000_000
"""Bytes of a calendar file that Google takes (roed314/seminars, issue 777)."""
_MOST_TITLES = 5


@click.command("export")
@click.argument("what", type=click.Choice(_WHAT))
@click.argument("id", required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The file: .ics for a calendar, .xlsx or .csv for a spreadsheet, .json.",
)
@click.option("--from", "first", type=Day(), help="Of the timeline: from this day on.")
@click.option("--to", "last", type=Day(), help="Of the timeline: up to and with this day.")
@shared
@common
def export_command(
    given: Common,
    what: str,
    id: str | None,
    output: Path,
    first: dt.date | None,
    last: dt.date | None,
    share: Sharing,
) -> None:
    """Write WHAT to a file for another program.

    The timeline is a calendar (.ics) with each task on the day it is due, and so is `event ID`,
    with its side events, sessions and tasks. Sources are for a reference manager (.json),
    positions for Excel (.xlsx) or another program (.csv); records are all that the desk holds, as
    JSON.
    """
    from briefing.desk import exporting, prepare
    from briefing.desk.find import resolve_as
    from briefing.model import Event

    if (what == "event") is (id is None):
        raise click.UsageError("`export event` takes the ID of one event, and no other does.")
    if what != "timeline" and (first or last):
        raise click.UsageError("--from and --to are for the timeline.")
    with given.desk() as desk:
        exported = exporting.export(
            desk,
            exporting.What(what),
            output,
            event=resolve_as(desk, id, Event) if id is not None else None,
            level=share.level_at(desk),
            keep_contacts=share.with_contacts,
            span=exporting.Span(first=first, last=last),
        )
        prepare.save(output, exported.content)
    say(f"Wrote {output}: {exported.told}.")
    _tell_left_out(exported.left_out)
    tell_left_out(exported.unseen)
    if output.suffix.casefold() == ".ics" and len(exported.content) > _MOST_FOR_GOOGLE:
        say("Google takes calendar files of up to 1 MB; --from and --to make it shorter.")


def _tell_left_out(titles: Sequence[str]) -> None:
    if titles:
        say(f"Left out, since no day is known: {count(len(titles), 'item')}.")
    for title in titles[:_MOST_TITLES]:
        say(f"  {title}")
    if len(titles) > _MOST_TITLES:
        say(f"  and {len(titles) - _MOST_TITLES:,} more")
