"""`read`, `import`, `inbox`, `accept`, `reject`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.incoming import from_clipboard, with_each, with_folders
from briefing.cli.output import Item, print_json, print_listing, print_text, say
from briefing.cli.root import Common, as_json, common
from briefing.text import count

if TYPE_CHECKING:
    from briefing.desk.desk import Desk
    from briefing.desk.intake import Arrival
    from briefing.model import Proposal, Record
    from briefing.reader import Incoming

files = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))


@click.command("read")
@files
@as_json
@common
def read_command(given: Common, files: Sequence[Path], as_json: bool) -> None:
    """Print what would be proposed from FILES; nothing is stored. `-` reads standard input."""
    from briefing.desk import intake
    from briefing.exchange.labels import as_labels

    with given.desk() as desk:

        def read(incoming: "Incoming") -> None:
            proposed = intake.read(desk, incoming)
            for problem in proposed.problems:
                say(str(problem))
            if as_json:
                changes = [_as_changes(desk, p) for p in proposed.proposals if p.changes]
                labels = {**as_labels(proposed), "changes": changes}
                print_json(labels, on_one_line=len(files) > 1)
            else:
                attached = (p for one in proposed.attached for p in one.proposed.proposals)
                _print_proposals(
                    desk, (*proposed.proposals, *attached), given.how(desk, as_json=False)
                )

        with_each(files, read)


@click.command("import")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--clipboard", is_flag=True, help="Bring in what was copied last.")
@click.option("--accept", is_flag=True, help="Put them in the desk at once, marked not checked.")
@common
def import_command(given: Common, files: Sequence[Path], clipboard: bool, accept: bool) -> None:
    """Keep FILES as sources and propose records from them for review.

    Of a folder all that is in it and below is brought in, and what was before is passed by; `-`
    reads standard input.
    """
    from briefing.desk import intake

    if not files and not clipboard:
        raise click.UsageError("Name a file, a folder, - or --clipboard.")
    with given.desk(writing=True) as desk:

        def bring_in(incoming: "Incoming") -> bool:
            arrival = intake.bring_in(desk, incoming)
            for problem in arrival.problems:
                say(str(problem))
            say(f"{incoming.name}: {_came_of(desk, arrival, accept=accept)}")
            return not arrival.was_held

        if clipboard:
            bring_in(from_clipboard(desk.today))
        with_each(files, bring_in, with_folders(desk, bring_in))


@click.command("inbox")
@click.option("--review", "is_review", is_flag=True, help="Decide it in lines, unit by unit.")
@as_json
@common
def inbox_command(given: Common, is_review: bool, as_json: bool) -> None:
    """List what waits to be reviewed, or review it."""
    from briefing.desk import intake

    if is_review:
        from briefing.cli.review import review

        with given.desk(writing=True) as desk:
            review(desk)
        return
    with given.desk() as desk:
        _print_proposals(desk, intake.waiting(desk), given.how(desk, as_json))


@click.command("accept")
@click.argument("ids", nargs=-1)
@click.option(
    "--all", "everything", is_flag=True, help="All but positions, as it is: marked not checked."
)
@common
def accept_command(given: Common, ids: Sequence[str], everything: bool) -> None:
    """Accept proposals by ID with what hangs on them; without an ID, one after the other."""
    from briefing.desk import intake
    from briefing.desk.find import resolve_as
    from briefing.model import Position, Proposal

    with given.desk(writing=True) as desk:
        if everything:
            chosen = [p for p in intake.waiting(desk) if not isinstance(p.draft, Position)]
            _told(_accept(desk, chosen, checked=False), checked=False)
        elif ids:
            for proposal in [resolve_as(desk, id, Proposal) for id in ids]:
                _told(_accept(desk, _with_what_hangs_on(desk, proposal), checked=True))
        else:
            _dialogue(desk)


@click.command("reject")
@click.argument("ids", nargs=-1, required=True)
@common
def reject_command(given: Common, ids: Sequence[str]) -> None:
    """Turn proposals down by ID."""
    from briefing.desk import intake
    from briefing.desk.find import resolve_as
    from briefing.model import Proposal

    with given.desk(writing=True) as desk:
        chosen = [resolve_as(desk, id, Proposal) for id in ids]
        intake.reject(desk, chosen)
        say(f"Rejected {count(len(chosen), 'record')}.")


def _came_of(desk: "Desk", arrival: "Arrival", *, accept: bool) -> str:
    from briefing.desk import intake

    if arrival.was_held:
        return "brought in before; nothing new"
    known = f"{count(arrival.already_there, 'record')} there already"
    if not arrival.proposals and arrival.already_there:
        return f"kept; nothing new, {known}"
    if not arrival.proposals:
        return "kept; no event, task or question was found in it"
    records = _accept(desk, arrival.proposals, checked=False) if accept else []
    left = sum(proposal.source == arrival.source.id for proposal in intake.waiting(desk))
    taken = f"{count(len(records), 'record')} not checked yet, " if accept else ""
    return f"{taken}{left} to review{f', {known}' if arrival.already_there else ''}"


def _accept(desk: "Desk", proposals: "Sequence[Proposal]", *, checked: bool) -> "list[Record]":
    """Accept proposals, and tell what their changes touch."""
    from briefing.desk import intake
    from briefing.desk.touched import held_before, told

    before = held_before(desk, proposals)
    records = intake.accept(desk, proposals, checked=checked)
    for sentence in told(desk, before, records):
        say(sentence)
    return records


def _with_what_hangs_on(desk: "Desk", proposal: "Proposal") -> "list[Proposal]":
    from briefing.desk import intake
    from briefing.model import Position

    unit = intake.unit(desk, proposal)
    return [p for p in unit if p is proposal or not isinstance(p.draft, Position)]


def _dialogue(desk: "Desk") -> None:
    """Show one unit after the other and ask what to do with it."""
    from briefing.desk import intake

    decided: set[str] = set()
    while left := [p for p in intake.waiting(desk) if p.id not in decided]:
        unit = _with_what_hangs_on(desk, left[0])
        print_text(_told_in_full(desk, unit[0]))
        answer = click.prompt("a accept, x reject, s skip, q stop", default="s", err=True).strip()
        if answer == "a":
            _told(_accept(desk, unit, checked=True))
        elif answer == "x":
            intake.reject(desk, unit)
        elif answer == "q":
            return
        decided.update(p.id for p in unit)


def _told(records: Sequence[object], *, checked: bool = True) -> None:
    from briefing.model import Record

    doubts = sum(len(list(r.doubts)) for r in records if isinstance(r, Record))
    open_doubts = f"; {count(doubts, 'doubt')} left open" if doubts else ""
    number = count(len(records), "record")
    said = f"Accepted {number}" if checked else f"Took {number} as they are, not checked"
    say(f"{said}{open_doubts}.")


def _told_in_full(desk: "Desk", proposal: "Proposal") -> str:
    from briefing.desk.describe import facts

    lines = [proposal.id, *(f"  {label}: {text}" for label, text in _rows(desk, proposal))]
    for fact in facts(desk, proposal.draft) if proposal.changes is None else ():
        lines.append(f"  {fact.label}: {fact.text}")
        lines += [f"    ! {doubt}" for doubt in fact.doubts]
    return "\n".join(lines)


def _print_proposals(desk: "Desk", proposals: "Sequence[Proposal]", how: str) -> None:
    items = [_item(desk, proposal) for proposal in proposals]
    print_listing(items, how, "Nothing waits for review.")


def _item(desk: "Desk", proposal: "Proposal") -> Item:
    from briefing.desk.describe import facts
    from briefing.desk.find import title_of

    kind, title = type(proposal.draft).__name__.lower(), title_of(proposal)
    worked_out: dict[str, object] = {}
    if proposal.changes is None:
        rows = [(fact.label, fact.text) for fact in facts(desk, proposal.draft)]
    else:
        rows = _rows(desk, proposal)
        title = "; ".join([title, *(f"{label}: {text}" for label, text in rows)])
        kind = "change"
        worked_out = {"differences": _as_changes(desk, proposal)["differences"]}
    about = () if proposal.changes is None else (("Changes", title_of(proposal)),)
    doubts = (("Doubt", doubt.words) for _, doubt in proposal.draft.doubts)
    return Item(
        record=proposal,
        columns=(proposal.id, kind, title),
        facts=(("Proposal", proposal.id), *about, *rows, *doubts),
        worked_out=worked_out,
    )


def _rows(desk: "Desk", proposal: "Proposal") -> list[tuple[str, str]]:
    """Return label and text of each value that a proposal changes."""
    from briefing.desk.changes import changes

    rows = changes(desk, proposal)
    return [(row.label, f"{row.before or 'nothing'} → {row.after or 'nothing'}") for row in rows]


def _as_changes(desk: "Desk", proposal: "Proposal") -> dict[str, object]:
    """Return what a proposal changes, as plain values."""
    from briefing.desk.changes import changes

    rows = changes(desk, proposal)
    return {
        "record": proposal.changes,
        "may_be": list(proposal.matches),
        "differences": [
            {"field": row.path, "label": row.label, "before": row.before, "after": row.after}
            for row in rows
        ],
    }
