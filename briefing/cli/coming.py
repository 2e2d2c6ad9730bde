"""`tasks`, `deadlines`, `next`: what is to be done, what ends when, what comes next."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from briefing.cli.listing import item_of, print_records
from briefing.cli.narrowing import Narrowing, narrowed
from briefing.cli.output import Item, print_listing, print_text
from briefing.cli.root import Common, Day, as_json, common
from briefing.cli.sharing import Sharing, shared
from briefing.text import clean

if TYPE_CHECKING:
    from briefing.desk.reading import Reading
    from briefing.model import Event, Task

_NO_TASK = "Nothing is to be done."


@click.command("tasks")
@click.option("--event", help="Only those of this event.")
@click.option("--state", "states", multiple=True, help="Only those that are so far; repeatable.")
@click.option("--all", "is_all", is_flag=True, help="Those that are done or refused too.")
@click.option(
    "--open-to-me",
    is_flag=True,
    help="Instead: the events of the next 7 days that you may still get into and did not ask for.",
)
@shared
@as_json
@common
@narrowed
def tasks_command(
    given: Common,
    narrow: Narrowing,
    event: str | None,
    states: Sequence[str],
    is_all: bool,
    open_to_me: bool,
    share: Sharing,
    as_json: bool,
) -> None:
    """List what is to be done, by when it is due."""
    from briefing.desk import coming

    if open_to_me and (share.level or event or states or is_all):
        raise click.UsageError("--open-to-me lists events and goes with no other option.")
    with narrow.desk(given) as desk:
        if open_to_me:
            nothing = "Nothing this week that you may still get into and did not ask for."
            events = list(
                filter(
                    narrow.fits(desk, is_for_others=share.is_for_others), coming.open_to_me(desk)
                )
            )
            print_records(given, desk, events, as_json, nothing)
        else:
            fits, seen = narrow.fits(desk, is_for_others=share.is_for_others), share.reading(desk)
            found = [one for one in _tasks(seen, event, states, is_all=is_all) if fits(one)]
            print_listing([_item(seen, one) for one in found], given.how(desk, as_json), _NO_TASK)
            share.tell()


@click.command("deadlines")
@click.option("--from", "first", type=Day(), help="From this day on; else from today.")
@click.option("--to", "last", type=Day(), help="Up to and with this day.")
@shared
@as_json
@common
def deadlines_command(
    given: Common, first: dt.date | None, last: dt.date | None, share: Sharing, as_json: bool
) -> None:
    """List what ends when, with the days that are left."""
    from briefing.arrange.timeline import open_tasks
    from briefing.model import Task

    with given.desk() as desk:
        begin, seen = first or desk.today, share.reading(desk)
        due = [
            task
            for task in open_tasks(seen.store.all(Task), desk.home)
            if task.due.last_date
            and task.due.last_date >= begin
            and (last is None or task.due.last_date <= last)
        ]
        items = [_item(seen, task, with_days=True) for task in due]
        print_listing(items, given.how(desk, as_json), "Nothing ends then.")
        share.tell()


@click.command("next")
@click.option("--going", is_flag=True, help="Only of the events that you go to.")
@shared
@as_json
@common
def next_command(given: Common, going: bool, share: Sharing, as_json: bool) -> None:
    """Tell the next event in one short line, as for a prompt: first of those you go to."""
    from briefing.desk import coming

    with given.desk() as desk:
        seen = share.reading(desk)
        event = coming.next_going(seen) if going else coming.next_event(seen)
        how = given.how(desk, as_json)
        if how != "lines":
            print_records(given, seen, [event] if event else [], as_json)
        elif event is not None:
            print_text(_short(seen, event))


def _short(desk: "Reading", event: "Event") -> str:
    from briefing import when_words

    day, clocks = when_words.date_words(event.when), when_words.clock_words(event.when, desk.home)
    return clean(f"{day}{f', {clocks}' if clocks else ''}: {event.title}")


def _tasks(
    desk: "Reading", event: str | None, states: Sequence[str], *, is_all: bool
) -> "list[Task]":
    from briefing.arrange.timeline import by_due, open_tasks
    from briefing.cli.attending import state_named
    from briefing.desk import coming, find
    from briefing.model import Event, Task

    wanted = [state_named(state) for state in states]
    if event is None:
        held = list(desk.store.all(Task))
    else:
        held = coming.tasks_of(desk, find.resolve_as(desk, event, Event).id)
    if wanted:
        return by_due((task for task in held if task.state in wanted), desk.home)
    return by_due(held, desk.home) if is_all else open_tasks(held, desk.home)


def _item(desk: "Reading", task: "Task", *, with_days: bool = False) -> Item:
    """Return a task in a listing, with its event and on demand with the days that are left."""
    from briefing.arrange import due
    from briefing.desk.find import title_of

    days = due.days_left(task.due, desk.today, desk.home)
    item = item_of(desk, task)
    event = desk.store.find(task.event) if task.event else None
    name = title_of(event) if event else ""
    *columns, title = item.columns
    is_named = not name or name in title
    columns.append(title if is_named else f"{title}  ({name})")
    if with_days:
        columns.insert(1, due.countdown(days))
    facts = (("Days left", str(days)),) if with_days and days is not None else ()
    told = {**item.worked_out, "days_left": days}
    return replace(item, columns=tuple(columns), facts=(*item.facts, *facts), worked_out=told)
