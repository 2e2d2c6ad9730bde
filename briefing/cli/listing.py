"""`timeline`, `forum`, `questions`, `positions`, `clashes`."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from briefing.cli.narrowing import Narrowing, narrowed
from briefing.cli.output import Item, print_listing
from briefing.cli.root import Common, Day, as_json, common
from briefing.cli.sharing import Sharing, shared

if TYPE_CHECKING:
    from briefing.arrange import Arrangement
    from briefing.desk.excerpt import Excerpt
    from briefing.desk.reading import Reading
    from briefing.model import Event, Record

_EMPTY = "Nothing here yet. `briefing import FILE` brings an announcement in."


@click.command("timeline")
@click.option("--from", "first", type=Day(), help="From this day on.")
@click.option("--to", "last", type=Day(), help="Up to and with this day.")
@click.option("--zone", help="The clock to show beside the event's own: a city or zone.")
@shared
@as_json
@common
@narrowed
def timeline_command(
    given: Common,
    narrow: Narrowing,
    first: dt.date | None,
    last: dt.date | None,
    zone: str | None,
    share: Sharing,
    as_json: bool,
) -> None:
    """List all events, side events under their parent."""
    from briefing.arrange.timeline import timeline
    from briefing.desk.times import in_zone
    from briefing.model import Event

    with narrow.desk(given) as desk, in_zone(desk, zone):
        fits, seen = narrow.fits(desk, is_for_others=share.is_for_others), share.reading(desk)
        held = (event for event in seen.store.all(Event) if fits(event))
        events = [event for event in held if _is_within(event, first, last)]
        _print(given, seen, timeline(events, (), desk.home), as_json)
        share.tell()


@click.command("forum")
@click.argument("name", required=False)
@click.option("--by", type=click.Choice(["forum", "stakeholder", "question"]), default="forum")
@shared
@as_json
@common
@narrowed
def forum_command(
    given: Common, narrow: Narrowing, name: str | None, by: str, share: Sharing, as_json: bool
) -> None:
    """List forums with the positions held in them, or tell one by NAME."""
    from briefing.arrange import only
    from briefing.desk import views

    with narrow.desk(given) as desk:
        seen = share.reading(desk)
        if name is not None:
            from briefing.desk.find import resolve
            from briefing.model import Forum, Stakeholder

            print_records(given, seen, [resolve(seen, name, (Forum, Stakeholder))], as_json)
        else:
            _print(
                given,
                seen,
                only(views.forums(seen, by), narrow.fits(desk, is_for_others=share.is_for_others)),
                as_json,
            )
        share.tell()


@click.command("questions")
@click.argument("topic", required=False)
@click.option("--by", type=click.Choice(["theme", "event"]), default="theme")
@shared
@as_json
@common
@narrowed
def questions_command(
    given: Common, narrow: Narrowing, topic: str | None, by: str, share: Sharing, as_json: bool
) -> None:
    """List the key questions, or those that TOPIC's words are found in."""
    from briefing.arrange import only
    from briefing.desk import views

    with narrow.desk(given) as desk:
        seen = share.reading(desk)
        view = only(
            views.questions(seen, by, topic or ""),
            narrow.fits(desk, is_for_others=share.is_for_others),
        )
        _print(given, seen, view, as_json)
        share.tell()


@click.command("positions")
@shared
@as_json
@common
@narrowed
def positions_command(given: Common, narrow: Narrowing, share: Sharing, as_json: bool) -> None:
    """List who holds what, by stakeholder."""
    from briefing.model import Position
    from briefing.text import fold

    with narrow.desk(given) as desk:
        seen = share.reading(desk)
        found = filter(
            narrow.fits(desk, is_for_others=share.is_for_others), seen.store.all(Position)
        )
        held = sorted(found, key=lambda position: fold(position.holder))
        print_records(given, seen, held, as_json)
        share.tell()


def _print(given: Common, desk: "Reading", view: "Arrangement", as_json: bool) -> None:
    headings = {group.start: group.label for group in view.groups}
    items = [
        item_of(desk, row.record, row.depth, headings.get(index, ""))
        for index, row in enumerate(view.rows)
    ]
    print_listing(items, given.how(desk, as_json), _EMPTY)


def print_records(
    given: Common,
    desk: "Reading",
    records: "Sequence[Record]",
    as_json: bool,
    nothing: str = _EMPTY,
) -> None:
    """Print records, each on a line of its own or as was asked for; else say `nothing`."""
    items = [item_of(desk, record) for record in records]
    print_listing(items, given.how(desk, as_json), nothing)


def item_of(
    desk: "Reading",
    record: "Record",
    depth: int = 0,
    heading: str = "",
    below: "Excerpt | None" = None,
) -> Item:
    """Return a record as a listing shows it, with the words below it that it was found by."""
    from briefing.desk.describe import facts, status

    told = facts(desk, record)
    doubts = [("Doubt", doubt) for fact in told for doubt in fact.doubts]
    return Item(
        record=record,
        columns=_columns(desk, record),
        facts=(("Id", record.id), *((fact.label, fact.text) for fact in told), *doubts),
        worked_out={"status": status(record), **_instants(desk, record), **_going(desk, record)},
        depth=depth,
        heading=heading,
        below=below,
    )


def _columns(desk: "Reading", record: "Record") -> tuple[str, ...]:
    from briefing import when_words
    from briefing.arrange import due
    from briefing.desk.describe import CHECKED, status
    from briefing.desk.find import title_of
    from briefing.model import Event, Task

    told = status(record)
    mark = "" if told == CHECKED else f"  [{told}]"
    title = f"{title_of(record)}{mark}"
    match record:
        case Event():
            date = when_words.date_words(record.when)
            clocks = when_words.clock_words(record.when, desk.home)
            going = "".join(f"  [{words}]" for words in _going(desk, record).values())
            return (record.id, date, clocks, record.mode or "", f"{title}{going}")
        case Task():
            date, clocks = when_words.date_words(record.due), due.clock_words(record.due, desk.home)
            return (record.id, date, clocks, record.state, title)
        case _:
            return (record.id, title)


def _going(desk: "Reading", record: "Record") -> dict[str, str]:
    """Return whether one goes to an event, where that is said."""
    from briefing.arrange.attending import going_words
    from briefing.desk.attend import attendance
    from briefing.model import Event

    held = attendance(desk, record.id) if isinstance(record, Event) else None
    return {"going": going_words(held)} if held else {}


def _instants(desk: "Reading", record: "Record") -> dict[str, object]:
    from briefing.arrange.timeline import when_of
    from briefing.model import Event, Task

    if not isinstance(record, Event | Task):
        return {}
    moment = when_of(record)
    span = moment.span(desk.home)
    if span is None or not moment.is_timed or moment.is_floating:
        return {}
    return {"utc_start": span.start, "utc_end": span.end}


def _is_within(event: "Event", first: dt.date | None, last: dt.date | None) -> bool:
    begins, ends = event.when.date, event.when.last_date
    if begins is None or ends is None:
        return first is None and last is None
    return (first is None or ends >= first) and (last is None or begins <= last)
