"""What somebody should look at before a note goes out: as a listing, and told when it is issued."""

import shlex
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.cli.output import Item, print_json, print_listing, say
from briefing.text import count

if TYPE_CHECKING:
    from briefing.desk.desk import Desk
    from briefing.desk.note_checks import Told
    from briefing.desk.note_files import Wanted
    from briefing.note.warnings import ToCheck

_MOST = 20
"""So many facts are told one by one beside an issue."""
_NOTHING = "Every fact in the note is checked."
_WHY = {
    "contradicting": "sources disagree",
    "in doubt": "in doubt",
    "stale": "looked at long ago",
    "not checked": "not checked",
}
"""Why to look at a fact, by `warnings.Trouble`, in a word or two."""
_NOT_SAID = "not said"


def list_to_check(desk: "Desk", wanted: "Wanted", how: str) -> None:
    """Print the facts in a note that nobody vouches for, the most pressing first."""
    found = _found(desk, wanted)
    if how == "json":
        print_json([_as_fields(fact, told) for fact, told in found])
    else:
        print_listing([_item(desk, fact, told) for fact, told in found], how, _NOTHING)


def tell_to_check(desk: "Desk", wanted: "Wanted") -> None:
    """Tell on stderr, record by record, what nobody vouches for; nothing where there is nothing."""
    found = _found(desk, wanted)
    if not found:
        return
    say(f"{count(len(found), 'fact')} to check; it goes out all the same.")
    for record, facts in groupby(found[:_MOST], lambda pair: pair[0].record):
        told = list(facts)
        say(f"{told[0][1].title} (briefing show {record})")
        for fact, one in told:
            say(f"- {one.label}: {one.value or _NOT_SAID}. {fact.words}")
        fields = dict.fromkeys(shlex.quote(fact.path) for fact, _ in told)
        say(f"`briefing confirm {record} {' '.join(fields)}` says that this is right.")
    if len(found) > _MOST:
        say(f"and {len(found) - _MOST:,} more; --to-check lists all")


def _found(desk: "Desk", wanted: "Wanted") -> "list[tuple[ToCheck, Told]]":
    from briefing.desk import note_checks

    return [
        (fact, note_checks.told(desk, fact)) for fact in note_checks.facts_to_check(desk, wanted)
    ]


def _item(desk: "Desk", fact: "ToCheck", told: "Told") -> Item:
    value = told.value or _NOT_SAID
    record = desk.store.find(fact.record)
    assert record is not None
    return Item(
        record=record,
        columns=(fact.record, told.label, _WHY[fact.trouble], value),
        facts=(
            *(("Record", fact.record), ("Title", told.title), ("Field", told.label)),
            *(("Value", value), ("Why", fact.words)),
        ),
    )


def _as_fields(fact: "ToCheck", told: "Told") -> dict[str, object]:
    own = {"label": told.label, "value": told.value, "title": told.title}
    return {**fact._asdict(), **own}
