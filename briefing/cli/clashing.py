"""`clashes`, `board`, `busy`: what one can't attend both of, a day side by side, one's own time."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.output import print_json, print_text, say
from briefing.cli.root import Common, Day, as_json, common
from briefing.cli.sharing import Sharing, shared
from briefing.text import clean, count

if TYPE_CHECKING:
    from briefing.arrange.board import Board
    from briefing.arrange.clashes import Clash
    from briefing.desk.desk import Desk
    from briefing.desk.reading import Reading
    from briefing.model import Event


@click.command("clashes")
@click.option("--from", "first", type=Day(), help="From this day on.")
@click.option("--to", "last", type=Day(), help="Up to and with this day.")
@click.option("--all", "all_days", is_flag=True, help="What is over too.")
@click.option("--night", is_flag=True, help="Also what is at night on your own clock.")
@shared
@as_json
@common
def clashes_command(
    given: Common,
    first: dt.date | None,
    last: dt.date | None,
    all_days: bool,
    night: bool,
    share: Sharing,
    as_json: bool,
) -> None:
    """List the pairs that you can't attend both of, and why; without --from the coming ones."""
    with given.desk() as own:
        desk = share.reading(own)
        since = first if first or all_days else desk.today
        events = desk.clashing.events(since, last)
        found = desk.clashing.within(events)
        late = [event for event in events if desk.clashing.night(event)] if night else []
        if given.how(desk, as_json) == "json":
            pairs = [_as_json(desk, clash) for clash in found]
            print_json(pairs + [_night_as_json(desk, event) for event in late])
            share.tell()
            return
        if not found:
            say("No two events are on at once.")
        label = "Event: " if given.how(desk, as_json) == "plain" else ""
        for clash in found:
            _print_pair(desk, clash, label)
        for event in late:
            print_text(f"{label}{_told(desk, event)}")
            print_text("")
        share.tell()


def _print_pair(desk: "Reading", clash: "Clash", label: str) -> None:
    from briefing import when_words
    from briefing.arrange.clashes import reason
    from briefing.model import Engagement

    for held in (clash.one, clash.other):
        if isinstance(held, Engagement):
            told = f"{when_words.words(held.when, desk.home)}  busy elsewhere"
            print_text(f"{'Busy: ' if label else ''}{told}")
        else:
            print_text(f"{label}{_told(desk, held)}")
    words = reason(clash)
    print_text(f"Why: {words}\n" if label else f"  {words}\n")


def _told(desk: "Reading", event: "Event") -> str:
    from briefing import when_words
    from briefing.arrange.attending import going_words
    from briefing.desk import attend

    held = attend.attendance(desk, event.id)
    marks = (going_words(held) if held else "", desk.clashing.night(event))
    told = "".join(f"  [{words}]" for words in marks if words)
    return clean(f"{when_words.words(event.when, desk.home)}  {event.title}{told}")


def _as_json(desk: "Reading", clash: "Clash") -> dict[str, object]:
    from briefing.arrange.clashes import reason
    from briefing.model import Engagement, Event

    held = (clash.one, clash.other)
    events = [one for one in held if isinstance(one, Event)]
    nights = {one.id: words for one in events if (words := desk.clashing.night(one))}
    told: dict[str, object] = {
        "events": [one.id for one in events],
        "sure": clash.is_sure,
        "reason": reason(clash),
        "busy": [one.id for one in held if isinstance(one, Engagement)],
        "between": clash.between if clash.needed else None,
        "needed": clash.needed or None,
        "night": nights,
    }
    return {name: value for name, value in told.items() if value not in (None, [], {})}


def _night_as_json(desk: "Reading", event: "Event") -> dict[str, object]:
    words = desk.clashing.night(event)
    return {"events": [event.id], "sure": True, "reason": words, "night": {event.id: words}}


@click.command("board")
@click.argument("day", required=False)
@click.option("--days", type=click.IntRange(1, 366), default=1, help="How many days.")
@shared
@as_json
@common
def board_command(given: Common, day: str | None, days: int, share: Sharing, as_json: bool) -> None:
    """List a DAY, today without one: what is on at the same time stands together."""
    from briefing.desk.board import board, labelled, listing

    with given.desk() as own:
        desk, first = share.reading(own), _day(own, day)
        shown = [board(desk, first + dt.timedelta(number)) for number in range(days)]
        how = given.how(desk, as_json)
        if how == "json":
            print_json([_board_as_json(desk, one) for one in shown])
            share.tell()
            return
        for number, one in enumerate(shown):
            if number:
                print_text("")
            for line in labelled(desk, one) if how == "plain" else listing(desk, one):
                print_text(clean_line(line))
        share.tell()


def clean_line(line: str) -> str:
    """Return a line made harmless, with the spaces that it begins with."""
    words = line.lstrip(" ")
    return " " * (len(line) - len(words)) + clean(words)


def _day(desk: "Desk", words: str | None) -> dt.date:
    from briefing.desk.times import reader

    if words is None or words.strip().casefold() == "today":
        return desk.today
    try:
        day = reader(desk)(words).date
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="DAY") from error
    assert day is not None
    return day


def _board_as_json(desk: "Reading", shown: "Board") -> dict[str, object]:
    return {
        "day": shown.day,
        "all_day": [event.id for event in shown.all_day],
        "due": [task.id for task in shown.due],
        "at_the_same_time": [
            [slot.held.id for slot in stretch.slots] for stretch in shown.stretches
        ],
        "slots": list(_slots(desk, shown)),
    }


def _slots(desk: "Reading", shown: "Board") -> Iterator[dict[str, object]]:
    from briefing.arrange.clashes import reason
    from briefing.desk.board import state_words
    from briefing.model import Event

    for stretch in shown.stretches:
        for held, start, end, lane in stretch.slots:
            told: dict[str, object] = {"id": held.id, "start": start, "end": end, "lane": lane}
            if isinstance(held, Event):
                told["going"] = state_words(desk, held)
                told["night"] = desk.clashing.night(held)
                told["clashes"] = {
                    clash.beside(held.id).id: reason(clash) for clash in desk.clashing.of(held)
                }
            yield {name: value for name, value in told.items() if value not in ("", {})}


@click.command("busy")
@click.argument(
    "files", nargs=-1, metavar="FILE.ics...", type=click.Path(path_type=Path, exists=True)
)
@click.option("--clear", is_flag=True, help="Forget all busy times.")
@common
def busy_command(given: Common, files: tuple[Path, ...], clear: bool) -> None:
    """Keep when you are busy, out of calendar files: only start and end, for one year ahead."""
    from briefing.desk import busy

    if not files and not clear:
        raise click.UsageError("Name a calendar file, or --clear.")
    with given.desk(writing=True) as desk:
        if clear:
            say(f"Forgot {count(busy.clear(desk), 'busy time')}.")
        for file in files:
            kept = busy.bring_in(desk, file.name, file.read_bytes())
            for problem in kept.problems:
                say(str(problem))
            held = f", {count(kept.known, 'was', 'were')} known" if kept.known else ""
            say(f"{file.name}: {count(kept.new, 'busy time')} kept{held}.")
